// What the composer can do more where scripts run: words of one's own, counted, copied, shared.
import { expect, test } from "../story.ts";
import { at, campaign } from "../visitor.ts";

const length = (page: import("@playwright/test").Page) => page.locator("#length");
const words = (page: import("@playwright/test").Page) => page.locator("#words");
const send = (page: import("@playwright/test").Page) => page.locator("[data-send]");

test("changed words are counted and go straight to the network, past the tally", async ({ page }) => {
  await page.goto(at(`${campaign}/posts`));
  const counted = await send(page).getAttribute("href");
  expect(counted).toContain("/posts/in-public/x?target=");
  await words(page).fill("My own words & yours, @Benioff: 100 % 👩‍👩‍👧 https://example.org/a/very/long/path/indeed");
  await expect(length(page)).toHaveText("64 of 280, as X counts");
  await expect(page.locator("[data-edited]")).toBeVisible();
  const straight = new URL((await send(page).getAttribute("href"))!);
  expect(straight.origin + straight.pathname).toBe("https://x.com/intent/post");
  expect(straight.searchParams.get("text")).toBe(await words(page).inputValue());
  expect(straight.search).not.toContain("+");
  await words(page).fill("é".repeat(281));
  await expect(length(page)).toHaveText("281 of 280, as X counts");
  await expect(length(page)).toHaveClass(/error/);
});

test("words put back as they were go through the counted link again", async ({ page }) => {
  await page.goto(at(`${campaign}/posts?network=telegram`));
  const [counted, original] = [await send(page).getAttribute("href"), await words(page).inputValue()];
  await words(page).fill("x");
  expect(await send(page).getAttribute("href")).toMatch(/^https:\/\/t\.me\/share\/url\?url=http.*&text=x$/);
  await words(page).fill(original);
  expect(await send(page).getAttribute("href")).toBe(counted);
  await expect(page.locator("[data-edited]")).toBeHidden();
});

for (const network of ["x", "bluesky", "mastodon", "threads", "whatsapp"]) {
  test(`the page counts every text as the program does: ${network}`, async ({ page }) => {
    for (const query of [`network=${network}&target=three-speakers`, `network=${network}&lang=es`]) {
      await page.goto(at(`${campaign}/posts?${query}`));
      const said = await length(page).textContent();
      await words(page).press("End");
      await words(page).pressSequentially("a");
      await words(page).press("Backspace");
      await expect(length(page)).toHaveText(said!);
    }
  });
}

test("the words are copied at a press, and the device's own sheet is offered where there is one", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => {
    Object.assign(navigator, { share: async (what: ShareData) => Object.assign(window, { shared: what }) });
  });
  await page.goto(at(`${campaign}/posts?network=copy`));
  await page.locator("[data-copy]").click();
  await expect(page.locator("[data-copy]")).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await words(page).inputValue());
  await page.locator("[data-share]").click();
  const shared = await page.evaluate(() => (window as unknown as { shared: ShareData }).shared);
  expect(shared.text).toBe(await words(page).inputValue());
});

test("the device's sheet is not offered where there is none", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "share", { value: undefined }));
  await page.goto(at(`${campaign}/posts`));
  await expect(page.locator("[data-share]")).toBeHidden();
});

test("words of one's own go to the server that was typed, and to no other kind of host", async ({ page }) => {
  await page.route("https://mastodon.social/**", (route) => route.fulfill({ body: "a composer" }));
  await page.goto(at(`${campaign}/posts?network=mastodon`));
  await words(page).fill("My own words");
  await page.locator("#server").fill("router.lan");
  await page.locator(".server button").click();
  await expect(page.locator("#server:invalid")).toHaveCount(1);
  await expect(words(page)).toHaveValue("My own words");
  await page.locator("#server").fill("mastodon.social");
  await page.locator(".server button").click();
  await expect(page).toHaveURL("https://mastodon.social/share?text=My%20own%20words");
});

test("a mail with words of one's own keeps its subject", async ({ page }) => {
  await page.goto(at(`${campaign}/posts?network=email`));
  await words(page).fill("One.\nTwo.");
  expect(await send(page).getAttribute("href")).toMatch(/^mailto:\?subject=Your%20customers.*&body=One\.%0D%0ATwo\.$/);
});
