// What holds for every page: no one is shut out (axe, WCAG 2.2 AA), nothing sticks out at 320 px, one h1,
// every link leads somewhere. LONG=1 looks at the whole matrix of widths, colours and languages besides.
import axe from "axe-core";
import type { Page } from "@playwright/test";
import { places } from "../places.ts";
import { expect, test } from "../story.ts";
import { at, campaign } from "../visitor.ts";

type View = { width: number; colorScheme: "light" | "dark"; language?: string };
const narrow: View = { width: 320, colorScheme: "light" };
const wide: View = { width: 1280, colorScheme: "dark" };

test.use({ viewport: { width: narrow.width, height: 800 }, contextOptions: { reducedMotion: "reduce" } });

// Opening many of these pages takes a sign-on and a mail: once open, a page is looked at in every way.
for (const place of places) {
  test(`${place.name}, in its own language`, async ({ page }) => {
    test.setTimeout(60_000);
    await place.open(page);
    await expect(page.locator("h1")).toHaveCount(1);
    if (page.url() !== "about:blank") expect(await broken(page), "links that lead nowhere").toEqual([]);
    for (const view of [narrow, wide]) await look(page, view);
    await page.setViewportSize({ width: narrow.width, height: 800 });
    await withoutFaces(page);
    expect(await sticksOut(page), "what sticks out where no face arrives").toEqual([]);
  });
  if (!place.languages.includes("ar")) continue;
  test(`${place.name}, in Arabic`, async ({ page }) => {
    await place.open(page, "ar");
    await expect(page.locator("h1")).toHaveCount(1);
    await look(page, { ...narrow, language: "ar" });
  });
}

const matrix: View[] = ["en", "es", "ar"].flatMap((language) =>
  [320, 768, 1280].flatMap((width) =>
    (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme, language })),
  ),
);
for (const view of process.env.LONG ? matrix : []) {
  const { width, colorScheme, language } = view;
  test.describe(`${width} px, ${colorScheme}, ${language}`, () => {
    for (const place of places.filter((place) => place.languages.includes(language!))) {
      test(place.name, async ({ page }) => {
        await place.open(page, language);
        await look(page, view);
      });
    }
  });
}

async function look(page: Page, { width, colorScheme, language }: View) {
  const where = `${width} px, ${colorScheme}`;
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  if (language) await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
  expect(await sticksOut(page), `what sticks out at ${where}`).toEqual([]);
  expect(await violations(page), where).toEqual([]);
}

/** What this worker asked for already; a link stands on many pages. */
const asked = new Set<string>();

/** The links of a page that lead nowhere, asked for by whoever sits at it. */
async function broken(page: Page): Promise<string[]> {
  const { origin, pathname } = new URL(page.url());
  const links = await page.locator("a[href], link[href], img[src]").evaluateAll((elements) =>
    elements.map((element) => (element as HTMLAnchorElement).href || (element as HTMLImageElement).src),
  );
  const wrong: string[] = [];
  for (const link of links) {
    const url = new URL(link);
    if (url.hash && link.split("#")[0] === page.url().split("#")[0]) {
      const target = page.locator(`[id="${decodeURIComponent(url.hash.slice(1))}"]`);
      if ((await target.count()) !== 1) wrong.push(`${link}: no such place`);
    }
    url.hash = "";
    // A page that says “not found” links to itself in other languages, and says it there too.
    if (url.origin !== origin || url.pathname === pathname || asked.has(url.href)) continue;
    asked.add(url.href);
    // A post's link leads away, to a network that no story visits.
    const leads = /\/posts\/[\w-]+\/[\w-]+\?/.test(url.href) && !url.href.includes("/mastodon?") ? 303 : 200;
    const answer = await page.request.get(url.href, { maxRedirects: 0 });
    if (answer.status() !== leads) wrong.push(`${link}: ${answer.status()}`);
  }
  return wrong;
}

test("a link that leads nowhere is found", async ({ page }) => {
  await page.goto(at(campaign));
  await page.evaluate(() => (document.querySelector("main a") as HTMLAnchorElement).setAttribute("href", "/nothing-here"));
  expect(await broken(page)).toContainEqual(expect.stringMatching(/nothing-here: 404/));
});

test("what shuts people out is found", async ({ page }) => {
  await page.goto(at(campaign));
  await page.evaluate(() => document.querySelectorAll("main label").forEach((label) => label.remove()));
  expect(await violations(page)).toContainEqual(expect.stringMatching(/^label: <input/));
});

/** As where no face arrives: the page's own rules for faces are gone, and others of the machine stand in. */
async function withoutFaces(page: Page) {
  const gone = await page.evaluate(() => {
    let gone = 0;
    const strip = (rules: CSSRuleList, remove: (at: number) => void) => {
      for (let at = rules.length - 1; at >= 0; at--) {
        const rule = rules[at];
        if (rule instanceof CSSFontFaceRule && /url\(/.test(rule.cssText)) {
          remove(at);
          gone++;
        } else if (rule instanceof CSSGroupingRule) {
          strip(rule.cssRules, (inner) => rule.deleteRule(inner));
        }
      }
    };
    for (const sheet of document.styleSheets) strip(sheet.cssRules, (at) => sheet.deleteRule(at));
    return gone;
  });
  if (page.url() !== "about:blank") expect(gone, "faces").toBeGreaterThan(0);
}

/** What axe finds in the page. It looks into no frame: what is framed has to be a place of its own. */
async function violations(page: Page): Promise<string[]> {
  expect(page.frames().length, "frames").toBe(1);
  await page.evaluate(axe.source);
  // `axe` is the page’s own there, which its source has just made.
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await axe.run({ runOnly: tags, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** Empty when the page fits; else the elements that make it scroll sideways. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready; // a face that is still on its way has other widths
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.body.querySelectorAll("*")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return [`${scrollWidth} > ${clientWidth}`, ...outside.slice(0, 5).map((e) => e.outerHTML.slice(0, 120))];
  });
}
