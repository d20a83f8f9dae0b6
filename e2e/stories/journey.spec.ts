// The road of one signature as a visitor walks it, with and without script.
import { desk, seat } from "../desk.ts";
import { expect, test } from "../story.ts";
import * as visitor from "../visitor.ts";
import { at, button, campaign, letterPath, sign, somebody } from "../visitor.ts";

test("a visitor reads, signs, confirms from the mail and is counted", async ({ page, request }) => {
  const robin = somebody();
  const before = await visitor.count(request);
  await page.goto(at(campaign));
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("body")).not.toContainText(robin.name);

  await sign(page, robin);
  await expect(page).toHaveURL(/\/inbox\b/);
  await expect(page.locator("body")).not.toContainText(robin.email);

  await visitor.openLinkFromMail(page, robin);
  await expect(page.locator("main")).toContainText(robin.name);
  await button(page, "confirmation").click();
  await expect(button(page, "withdrawal")).toBeVisible();
  await expect(button(page, "confirmation")).toHaveCount(0);

  await expect.poll(() => visitor.count(request)).toBeGreaterThan(before);
  await expect(async () => {
    await page.goto(at(campaign));
    await expect(page.locator("main")).toContainText(robin.name, { timeout: 100 });
  }).toPass({ timeout: 10_000 });
});

test("opening the link, as a mail scanner does, confirms nothing", async ({ page, request }) => {
  const robin = somebody();
  const link = await visitor.signedOn(request, robin);
  for (let visit = 0; visit < 3; visit++) {
    await request.get(link);
    await request.head(link);
  }
  await page.goto(link);
  await expect(button(page, "confirmation")).toBeVisible();
});

test("a signer corrects the name, hides it, shows it and withdraws", async ({ page, request }) => {
  const robin = somebody();
  const link = await visitor.signedOn(request, robin);
  await visitor.press(request, link, "confirmation");
  await page.goto(link);

  const corrected = `${robin.name} Corrected`;
  await page.locator('form[action*="/name"] [name="name"]').fill(corrected);
  await button(page, "name").click();
  await expect(page.locator("main")).toContainText(corrected);
  await onThePublicPage(page, corrected, true);

  await page.goto(link);
  await button(page, "visibility").click();
  await onThePublicPage(page, corrected, false);

  await page.goto(link);
  await button(page, "visibility").click();
  await onThePublicPage(page, corrected, true);

  await page.goto(link);
  await button(page, "withdrawal").click();
  await expect(button(page, "withdrawal")).toHaveCount(0);
  await onThePublicPage(page, corrected, false);
});

test("whoever has signed before sees the same page and gets a mail that says so", async ({ page, request }) => {
  const robin = somebody();
  const link = await visitor.signedOn(request, robin);
  await visitor.press(request, link, "confirmation");

  await page.goto(at(campaign));
  await sign(page, somebody());
  const forOthers = await page.locator("main").innerText();
  await page.goto(at(campaign));
  await sign(page, robin);
  expect(await page.locator("main").innerText()).toBe(forOthers);
  await expect.poll(async () => (await visitor.mailsTo(request, robin.email)).length).toBe(2);
});

test("“send it again” asks for the address and brings the link again", async ({ page, request }) => {
  const robin = somebody();
  const link = await visitor.signedOn(request, robin);
  await page.goto(at("/signatures/links"));
  const form = page.locator('form[action*="/signatures/links"]');
  await form.locator('[name="email"]').fill(robin.email);
  await form.locator("button").click();
  await expect(page.locator("body")).not.toContainText(robin.email);
  await expect.poll(async () => (await visitor.mailsTo(request, robin.email)).length).toBe(2);
  expect(new URL(await visitor.linkFromMail(request, robin.email)).pathname).toBe(new URL(link).pathname);
});

test("an altered link explains itself and offers a new one", async ({ page, request }) => {
  const link = new URL(await visitor.signedOn(request, somebody()));
  link.pathname = link.pathname.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  await page.goto(link.href);
  await expect(button(page, "confirmation")).toHaveCount(0);
  await expect(page.locator('form[action*="/signatures/links"] [name="email"]')).toBeVisible();
});

test("a demo's desk misses no mail server: its mails are in its mailbox", async ({ page }) => {
  await seat(page);
  for (const path of ["/desk", desk.campaign]) {
    await page.goto(at(path));
    await expect(page.locator("main")).toContainText("Drop the border contract", { ignoreCase: true });
    await expect(page.locator("main")).not.toContainText("nobody can confirm");
    await expect(page.locator("main")).not.toContainText("which works on this machine only");
  }
});

async function onThePublicPage(page: import("@playwright/test").Page, name: string, shown: boolean) {
  await expect(async () => {
    await page.goto(at(campaign));
    const names = page.locator("main").getByText(name);
    await expect(names).toHaveCount(shown ? 1 : 0, { timeout: 100 });
  }).toPass({ timeout: 10_000 });
}

test("all names are read a page at a time, and some by relation", async ({ page, request }) => {
  await page.goto(at(`${await letterPath(request)}/names`));
  await expect(page.locator(".roll li").first()).toBeVisible();
  const all = await page.locator(".roll li").count();
  await page.locator('[name="relation"]').selectOption("customer");
  await page.locator("main form button").click();
  await expect(page).toHaveURL(/[?&]relation=customer/);
  expect(await page.locator(".roll li").count()).toBeLessThan(all);
  await expect(page.locator('[name="relation"]')).toHaveValue("customer");
});

test("a moderator looks at what is held, weighs a signal anew and lists a hall", async ({ page }) => {
  await seat(page);
  const holding = at(`${desk.campaign}/holding`);
  await page.goto(holding);
  const weight = page.locator("#domain");
  const [before, after] = [await weight.inputValue(), String((Number(await weight.inputValue()) + 1) % 100)];
  await weight.fill(after);
  await page.locator('form[action*="/holding/weights"] button').click();
  await expect(page.getByRole("status")).toBeVisible();
  await expect(weight).toHaveValue(after);
  await weight.fill(before);
  await page.locator('form[action*="/holding/weights"] button').click();
  await expect(weight).toHaveValue(before);

  const hall = somebody("Hall").name;
  const form = page.locator('form[action$="/holding/venues#venues"]');
  await form.locator('[name="name"]').fill(hall);
  await form.locator('[name="network"]').fill("everywhere");
  await form.locator("button").click();
  await expect(form.locator('[name="network"]')).toHaveAttribute("aria-invalid", "true");
  await expect(form.locator('[name="name"]')).toHaveValue(hall);
  await form.locator('[name="network"]').fill("203.0.113.0/24");
  await form.locator('[name="from"]').fill("2018-09-25T09:00");
  await form.locator('[name="until"]').fill("2018-09-28T18:00");
  await form.locator("button").click();
  const row = page.locator("#venues tr", { hasText: hall });
  await expect(row).toBeVisible();
  await row.getByRole("button").click();
  await expect(row).toHaveCount(0);
});
