// Organisations endorse: the whole way without JavaScript, and nothing that was typed or sent runs.
import type { Page } from "@playwright/test";
import { desk, seat } from "../desk.ts";
import { expect, test } from "../story.ts";
import { at, campaign, endorsedBy, somebody } from "../visitor.ts";

/** An officer of an organisation with a domain of its own, so that stories beside each other do not meet. */
function officer() {
  const website = `${Math.random().toString(36).slice(2)}-example.org`;
  return { website, email: somebody().email.replace("example.org", website) };
}

/** Proves by the officer's own address, and approves as a moderator. */
async function approved(page: Page, link: string, email: string, shown: string) {
  await page.goto(link);
  await page.locator("#proof-email").fill(email);
  await page.locator('form[action*="/proof"] button').first().click();
  await expect(page.locator("main")).toContainText("Now the organisers look at it");
  await seat(page);
  await page.goto(at(`${desk.campaign}/endorsements`));
  await page.locator("tbody tr", { hasText: shown }).locator("th a").click();
  await page.locator('form[action*="/approval"] button').click();
  await page.waitForURL("**done=approved");
}

/** The smallest picture there is, with something behind it. */
const polyglot = Buffer.concat([
  Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"),
  Buffer.from("<script>document.title='ran'</script>"),
]);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an officer endorses, proves it, is approved and corrects it", async ({ page }) => {
    const name = `Nurses ${Math.random().toString(36).slice(2, 8)}`;
    const { email, website } = officer();
    const form = { organisation: name, email, website, comment: "We care." };
    const link = await endorsedBy(page.request, campaign, undefined, form);
    await page.goto(link);
    await page.locator("#logo").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: polyglot });
    await page.locator('form[action*="/logo"] button').first().click();
    await expect(page.locator("main")).toContainText("The logo is saved.");
    await approved(page, link, email, name);
    await expect(async () => {
      await page.goto(at(campaign));
      await expect(page.locator(".endorsers")).toContainText(name, { timeout: 100 });
    }).toPass();
    await expect(page.locator(".endorsers li", { hasText: name })).toContainText(`Proved by mail at ${website}`);
    await page.goto(link);
    await page.locator("#office").fill("Local 12");
    await page.locator('form[action*="/words"] button').click();
    await expect(page.locator("main")).toContainText("The page shows what was approved before.");
    await page.locator('[aria-labelledby="end-title"] button').click();
    await page.goto(at(campaign));
    await expect(page.locator("main")).not.toContainText(name);
  });
});

const corpus = [
  "<script>document.title='ran'</script>",
  "\"><img src=x onerror=\"document.title='ran'\">",
  "<svg/onload=document.title='ran'>",
  "'-document.title='ran'-'",
  "</title><script>document.title='ran'</script>",
  "</style><script>document.title='ran'</script>",
  "<iframe srcdoc=\"<script>parent.document.title='ran'</script>\">",
  "<a href=\"javascript:document.title='ran'\">here</a>",
  "<math><mtext></mtext><style><img src=x onerror=document.title='ran'>",
  "&lt;script&gt;document.title='ran'&lt;/script&gt;",
];

for (const [place, words] of corpus.entries()) {
  test(`nothing that an organisation is called, says or sends runs (${place + 1})`, async ({ page }) => {
    let dialogs = 0;
    page.on("dialog", (dialog) => (dialogs++, dialog.dismiss()));
    const { email, website } = officer();
    const office = Math.random().toString(36).slice(2);
    const form = { organisation: words, role: words.slice(0, 120), comment: words, office, email, website };
    const link = await endorsedBy(page.request, campaign, undefined, form);
    const logo = await page.request.post(link.replace(/(\?|$)/, "/logo$1"), {
      multipart: { logo: { name: "logo.png", mimeType: "image/png", buffer: polyglot }, logo_alt: words },
      maxRedirects: 0,
    });
    expect(logo.status()).toBe(303);
    await approved(page, link, email, office);
    for (const place of [link, at(campaign), at(`${desk.campaign}/endorsements`), page.url()]) {
      await page.goto(place);
      expect(await page.title()).not.toBe("ran");
    }
    // Opened by itself Chromium puts styles of its own around a picture, and complains that it may not.
    await page.goto(at(campaign));
    // Its own: another story may end its organisation meanwhile.
    const source = await page.getByAltText(words, { exact: true }).first().getAttribute("src");
    const picture = await page.request.get(at(source!));
    expect(picture.headers()["content-type"]).toBe("image/png");
    expect(picture.headers()["content-security-policy"]).toBe("default-src 'none'; sandbox");
    expect((await picture.body()).includes("<script>")).toBe(false);
    await page.goto(link);
    await page.locator('[aria-labelledby="end-title"] button').click();
    expect(dialogs).toBe(0);
  });
}

test("an SVG and a page that calls itself a picture are refused", async ({ page }) => {
  await page.goto(await endorsedBy(page.request));
  for (const [name, body] of [["logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"], ["logo.png", "<script>alert(1)</script>"]]) {
    await page.locator("#logo").setInputFiles({ name, mimeType: "image/png", buffer: Buffer.from(body) });
    await page.locator('form[action*="/logo"] button').first().click();
    await expect(page.locator("#logo-error")).toContainText("PNG");
    await expect(page.locator("#logo")).toHaveAttribute("aria-invalid", "true");
  }
});
