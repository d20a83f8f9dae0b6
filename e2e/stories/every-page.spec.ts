// What holds for every page: no one is shut out (axe, WCAG 2.2 AA), nothing sticks out at 320 px, one h1,
// every link leads somewhere. The quick run looks at the corners, LONG=1 at the whole matrix.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { places } from "../places.ts";
import { expect, test } from "../story.ts";

type View = { width: number; colorScheme: "light" | "dark"; language?: string };

const corners: View[] = [
  { width: 320, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 320, colorScheme: "light", language: "ar" },
];
const matrix: View[] = ["en", "es", "ar"].flatMap((language) =>
  [320, 768, 1280].flatMap((width) =>
    (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme, language })),
  ),
);

for (const view of process.env.LONG ? matrix : corners) {
  const { width, colorScheme, language } = view;
  test.describe(`${width} px, ${colorScheme}, ${language ?? "own language"}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme, contextOptions: { reducedMotion: "reduce" } });
    for (const place of places) {
      if (language && !place.languages.includes(language)) continue;
      test(place.name, async ({ page }) => {
        await place.open(page, language);
        await expect(page.locator("h1")).toHaveCount(1);
        if (language) await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
        expect(await sticksOut(page), "what sticks out").toEqual([]);
        expect(await violations(page)).toEqual([]);
      });
    }
  });
}

test.describe("a face that does not arrive", () => {
  test.use({ viewport: { width: 320, height: 800 }, contextOptions: { reducedMotion: "reduce" } });
  for (const place of places) {
    test(place.name, async ({ page }) => {
      await page.route("**/*.woff2", (route) => route.fulfill({ status: 404 }));
      await place.open(page);
      await page.waitForLoadState("load");
      expect(await sticksOut(page), "what sticks out").toEqual([]);
    });
  }
});

test("every link on every page leads somewhere", async ({ page }) => {
  test.setTimeout(120_000);
  const seen = new Map<string, string>();
  for (const place of places) {
    await place.open(page);
    if (page.url() === "about:blank") continue;
    const { origin, pathname } = new URL(page.url());
    const links = await page.locator("a[href], link[href], img[src]").evaluateAll((elements) =>
      elements.map((element) => (element as HTMLAnchorElement).href || (element as HTMLImageElement).src),
    );
    for (const link of links) {
      const url = new URL(link);
      if (url.hash && link.split("#")[0] === page.url().split("#")[0]) {
        const target = page.locator(`[id="${decodeURIComponent(url.hash.slice(1))}"]`);
        expect(await target.count(), `${link} on ${place.name}`).toBe(1);
      }
      url.hash = "";
      // What somebody exported is theirs alone: asked for at once, before another signs in.
      if (/\/tasks\/\d+\/file$/.test(url.pathname)) {
        expect((await page.request.get(link)).status(), `${link} on ${place.name}`).toBe(200);
        continue;
      }
      // A page that says “not found” links to itself in other languages, and says it there too.
      if (url.origin === origin && url.pathname !== pathname) seen.set(url.href, place.name);
    }
  }
  const broken: string[] = [];
  for (const [url, place] of seen) {
    // A post's link leads away, to a network that no story visits.
    const leads = /\/posts\/[\w-]+\/[\w-]+\?/.test(url) && !url.includes("/mastodon?") ? 303 : 200;
    const answer = await page.request.get(url, { maxRedirects: 0 }); // with the desk’s cookie
    // Where the last proof is old by now, somebody is asked again who sits there; of a page that is not, nobody is.
    if (answer.headers().location?.startsWith("/desk/proof")) continue;
    if (answer.status() !== leads) broken.push(`${url} on ${place}: ${answer.status()}`);
  }
  expect(broken).toEqual([]);
  expect(seen.size).toBeGreaterThan(10);
});

async function violations(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
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
