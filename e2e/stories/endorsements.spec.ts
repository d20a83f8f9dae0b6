// Organisations endorse: the whole way without JavaScript, and nothing that was typed or sent runs.
import type { Page } from "@playwright/test";
import { desk, seat } from "../desk.ts";
import { expect, test } from "../story.ts";
import { at, campaign, endorsedBy, somebody } from "../visitor.ts";

const officer = () => somebody().email.replace("example.org", "nurses-example.org");

/** Proves by the officer's own address, and approves as a moderator. */
async function approved(page: Page, link: string, email: string) {
  await page.goto(link);
  await page.locator("#proof-email").fill(email);
  await page.locator('form[action*="/proof"] button').first().click();
  await expect(page.locator("main")).toContainText("Now the organisers look at it");
  await seat(page);
  await page.goto(at(`${desk.campaign}/endorsements`));
  await page.locator("tbody").first().locator("a").last().click();
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
    const email = officer();
    const link = await endorsedBy(page.request, campaign, undefined, { organisation: name, email, comment: "We care." });
    await page.goto(link);
    await page.locator("#logo").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: polyglot });
    await page.locator('form[action*="/logo"] button').first().click();
    await expect(page.locator("main")).toContainText("The logo is saved.");
    await approved(page, link, email);
    await expect(async () => {
      await page.goto(at(campaign));
      await expect(page.locator(".endorsers")).toContainText(name, { timeout: 100 });
    }).toPass();
    await expect(page.locator(".endorsers li", { hasText: name })).toContainText("Proved by mail at nurses-example.org");
    await page.goto(link);
    await page.locator("#office").fill("Local 12");
    await page.locator('form[action*="/words"] button').click();
    await expect(page.locator("main")).toContainText("The page shows what was approved before.");
    await page.locator('form[action*="/end"] button').click();
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

test("nothing that an organisation is called, says or sends runs", async ({ page }) => {
  let dialogs = 0;
  page.on("dialog", (dialog) => (dialogs++, dialog.dismiss()));
  for (const words of corpus) {
    const email = officer();
    const office = Math.random().toString(36).slice(2);
    const form = { organisation: words, role: words.slice(0, 120), comment: words, office, email };
    const link = await endorsedBy(page.request, campaign, undefined, form);
    const logo = await page.request.post(link.replace(/(\?|$)/, "/logo$1"), {
      multipart: { logo: { name: "logo.png", mimeType: "image/png", buffer: polyglot }, logo_alt: words },
      maxRedirects: 0,
    });
    expect(logo.status()).toBe(303);
    await approved(page, link, email);
    for (const place of [link, at(campaign), at(`${desk.campaign}/endorsements`), page.url()]) {
      await page.goto(place);
      expect(await page.title()).not.toBe("ran");
    }
    const picture = page.locator(".endorsers img").first();
    await page.goto(at(campaign));
    const source = await picture.getAttribute("src");
    await page.goto(at(source!));
    expect(await page.title()).not.toBe("ran");
    await page.goto(link);
    await page.locator('form[action*="/end"] button').click();
  }
  expect(dialogs).toBe(0);
});

test("an SVG and a page that calls itself a picture are refused", async ({ page }) => {
  await page.goto(await endorsedBy(page.request));
  for (const [name, body] of [["logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"], ["logo.png", "<script>alert(1)</script>"]]) {
    await page.locator("#logo").setInputFiles({ name, mimeType: "image/png", buffer: Buffer.from(body) });
    await page.locator('form[action*="/logo"] button').first().click();
    await expect(page.locator("#logo-error")).toContainText("PNG");
    await expect(page.locator("#logo")).toHaveAttribute("aria-invalid", "true");
  }
});
