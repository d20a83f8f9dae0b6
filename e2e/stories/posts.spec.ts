// From the campaign's page to a network's composer in a tap or two, on a phone, with and without script.
import { expect, test } from "../story.ts";
import { at, campaign, sign, somebody } from "../visitor.ts";

test.use({ viewport: { width: 320, height: 640 } });

const composer = (page: import("@playwright/test").Page) => page.locator("[data-composer]");

/** Where the link would lead, without going there. */
async function leadsTo(page: import("@playwright/test").Page, link: string): Promise<URL> {
  const answer = await page.request.get(at(link), { maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  return new URL(answer.headers().location);
}

/** The words under the headline, and the same as another network gets them: it knows no handle of this one. */
async function isOneTapAway(page: import("@playwright/test").Page) {
  const words = (await page.locator(".posts blockquote").textContent())!;
  const x = await leadsTo(page, (await page.getByRole("link", { name: "Open in X" }).getAttribute("href"))!);
  expect(x.searchParams.get("text")).toBe(words);
  const bluesky = await leadsTo(page, (await page.locator(".ways").getByRole("link", { name: "Bluesky" }).getAttribute("href"))!);
  expect(bluesky.origin + bluesky.pathname).toBe("https://bsky.app/intent/compose");
  expect(bluesky.searchParams.get("text")).toBe(words.replace("@Benioff", "Marc Benioff"));
  const mail = await page.locator(".ways").getByRole("link", { name: "E-mail" }).getAttribute("href");
  expect(new URL(mail!).searchParams.get("body")).toContain("Marc Benioff");
}

test("one tap leads from the campaign's page to a network, with the words that were shown", async ({ page }) => {
  await page.goto(at(campaign));
  await isOneTapAway(page);
});

test("whoever has signed is one tap from every network", async ({ page }) => {
  await page.goto(at(`${campaign}?source=poster-7`));
  await sign(page, somebody());
  await expect(page).toHaveURL(/\/inbox\?source=poster-7(#sign)?$/);
  await isOneTapAway(page);
});

test("another target, another wording and another language are one tap each", async ({ page }) => {
  await page.goto(at(`${campaign}/posts`));
  await expect(composer(page).locator("textarea")).toHaveValue(/@Benioff/);
  await page.locator(".whom").getByRole("link", { name: "Al Gore" }).click();
  await expect(composer(page).locator("textarea")).toHaveValue(/^Before you speak at Dreamforce, @algore/);
  await page.locator(".wordings").getByRole("link", { name: /^650 Salesforce employees/ }).click();
  await expect(composer(page).locator("textarea")).toHaveValue(/^650 Salesforce employees .*@algore/);
  await page.getByRole("link", { name: "Español" }).click();
  await expect(composer(page).locator("textarea")).toHaveValue(/^650 personas de Salesforce .*@algore/);
});

test("where the targets are many they are a list", async ({ page }) => {
  await page.goto(at("/campaigns/night-ferry/posts"));
  await page.locator("select").selectOption("member-5");
  await page.locator(".whom button").click();
  await expect(composer(page).locator("textarea")).toHaveValue(/Member 5 of the Winter Committee/);
});

test("Mastodon asks for the server, refuses what is none, and names it before leading there", async ({ page }) => {
  await page.goto(at(`${campaign}/posts?network=mastodon`));
  const words = await composer(page).locator("textarea").inputValue();
  await page.locator('[name="server"]').fill("localhost");
  await page.locator(".server button").click();
  await expect(page.locator('[name="server"]')).toHaveValue("localhost");
  await expect(page.locator('[name="server"]')).toHaveAttribute("aria-invalid", "true");
  await page.locator('[name="server"]').fill("mastodon.social");
  await page.locator(".server button").click();
  await expect(page.locator("main")).toContainText("This leads to mastodon.social");
  const on = await page.getByRole("link", { name: "On to mastodon.social" }).getAttribute("href");
  const url = await leadsTo(page, on!);
  expect(url.origin + url.pathname).toBe("https://mastodon.social/share");
  expect(url.searchParams.get("text")).toBe(words);
});

test("who comes from a poster and goes by the posts still signs with the poster's code", async ({ page }) => {
  await page.goto(at(`${campaign}?source=poster-7`));
  await page.locator(".posts").getByRole("link", { name: "Other words, other people" }).click();
  await page.locator(".whom").getByRole("link", { name: "Al Gore" }).click();
  await page.getByRole("link", { name: "Read and sign the letter" }).click();
  await expect(page.locator('form [name="source"]')).toHaveValue("poster-7");
});
