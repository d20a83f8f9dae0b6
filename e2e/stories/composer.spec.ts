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
  await expect(length(page)).toHaveText("281 of 280, as X counts. That is too long: shorten it before you post.");
  await expect(length(page)).toHaveClass(/error/);
});

test("who comes back finds changed words that go out as they are", async ({ page }) => {
  await page.goto(at(`${campaign}/posts`));
  await words(page).fill("My own words, not theirs");
  await page.goto(at(campaign));
  await page.goBack();
  await expect(words(page)).toHaveValue("My own words, not theirs");
  await expect(page.locator("[data-edited]")).toBeVisible();
  await expect(length(page)).toHaveText("24 of 280, as X counts");
  expect(await send(page).getAttribute("href")).toMatch(/^https:\/\/x\.com\/intent\/post\?text=My%20own/);
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

// Where a script that counts by itself goes wrong: a rare ending of a link, a keycap, the flag of Wales, a
// character of two parts, a handle with its server.
const awkward = "example.technology 7\ufe0f\u20e3 \u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f} e\u0301 @ada@mastodon.social";
const awkwardly = [
  ["x", "52 of 280, as X counts"],
  ["bluesky", "45 of 300, as Bluesky counts"],
  ["mastodon", "29 of 500, as Mastodon counts"],
  ["threads", "79 of 500, as Threads counts"],
];
for (const [network, said] of awkwardly) {
  test(`what is typed is counted exactly as the network counts: ${network}`, async ({ page }) => {
    await page.goto(at(`${campaign}/posts?network=${network}`));
    await words(page).fill(awkward);
    await expect(length(page)).toHaveText(said);
    await expect(length(page)).not.toHaveAttribute("aria-busy");
  });
}

test("only the last of what was typed is counted, and only by our own server", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => request.resourceType() === "fetch" && asked.push(request.url()));
  await page.goto(at(`${campaign}/posts?network=bluesky`));
  await words(page).fill("");
  await words(page).pressSequentially("twelve chars");
  await expect(length(page)).toHaveText("12 of 300, as Bluesky counts");
  expect(asked.every((url) => url === at("/lengths/bluesky"))).toBe(true);
  expect(asked.length).toBeLessThan(12);
});

test("the length is read out once, when the typing has come to rest", async ({ page }) => {
  await page.goto(at(`${campaign}/posts?network=bluesky`));
  const spoken = page.locator("[data-spoken]");
  await expect(spoken).toHaveText("");
  await page.evaluate(() => {
    const heard: string[] = Object.assign(window, { heard: [] as string[] }).heard;
    new MutationObserver(() => heard.push(document.querySelector("[data-spoken]")!.textContent!)).observe(document.querySelector("[data-spoken]")!, { childList: true });
  });
  await words(page).fill("");
  await words(page).pressSequentially("twelve chars", { delay: 250 });
  await expect(spoken).toHaveText("12 of 300, as Bluesky counts");
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(["12 of 300, as Bluesky counts"]);
  await expect(page.getByRole("textbox", { name: "What it says" })).toHaveValue("twelve chars");
});

test("where the server cannot be asked, no wrong length is shown", async ({ page }) => {
  await page.route("**/lengths/**", (route) => route.fulfill({ body: "a proxy that is tired" }));
  await page.goto(at(`${campaign}/posts`));
  const before = await length(page).textContent();
  const original = await words(page).inputValue();
  await words(page).fill("My own words");
  await expect(length(page)).toHaveText("The length cannot be counted just now. The network says it when you get there.");
  await expect(send(page)).toHaveAttribute("href", "https://x.com/intent/post?text=My%20own%20words");
  await words(page).fill(original);
  await expect(length(page)).toHaveText(before!);
});

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
  for (const typed of ["router.lan", "fritz.box", "a.invented"]) {
    await page.locator("#server").fill(typed);
    await page.locator(".server button").click();
    await expect(page.locator("#server:invalid")).toHaveCount(1);
  }
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
