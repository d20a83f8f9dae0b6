// An organiser sets a goal and hands the letter over; everybody sees both: the whole way without JavaScript.
import { seat } from "../desk.ts";
import { deliveries, goals, made } from "../goal-places.ts";
import { expect, test } from "../story.ts";
import { at, campaign } from "../visitor.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a goal is set, seen, moved and taken back", async ({ page }) => {
    const [first, then] = [800_000, 900_000].map((number) => number + Math.floor(Math.random() * 90_000));
    const shown = (number: number) => `${number.toLocaleString("en-GB")} signatures`;
    await seat(page);
    await page.goto(at(`${goals}/new`));
    await page.locator("#number").fill("0");
    await page.locator(".campaign-form button").click();
    await expect(page.locator("#number-error")).toBeVisible();
    await page.locator("#number").fill(String(first));
    await page.locator(".campaign-form button").click();
    await expect(page.locator(".note")).toContainText("Saved.");
    await page.goto(at(`${campaign}/goals`));
    await expect(page.locator("main")).toContainText(shown(first));
    await page.goto(at(goals));
    await page.getByRole("link", { name: shown(first) }).click();
    await page.locator("#number").fill(String(then));
    await page.locator(".campaign-form button").click();
    await expect(page.locator("main")).toContainText(shown(then));
    await page.getByRole("link", { name: shown(then) }).click();
    await page.locator('form[action*="/removal"] button').click();
    await expect(page.locator(".note")).toContainText("taken back");
    await page.goto(at(`${campaign}/goals`));
    await expect(page.locator("main")).not.toContainText(shown(then));
  });

  test("the letter is handed over, and its fingerprints are told until that is taken back", async ({ page }) => {
    const whom = `the office, ${Math.random().toString(36).slice(2)}`;
    await seat(page);
    await page.goto(at(deliveries));
    await made(page);
    const delivery = page.url();
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator('#files a[href$=".csv"]').click()]);
    expect(file.suggestedFilename()).toMatch(/^dropsalesforce-.*\.csv$/);
    await page.locator("#on").fill("2018-09-10");
    await page.locator("#to").fill(whom);
    await page.locator('form[action*="/day"] button').first().click();
    await expect(page.locator(".note")).toContainText("The press page tells it");
    await expect(async () => {
      await page.goto(at(`${campaign}/press`));
      await expect(page.locator("#handed-over")).toContainText(whom, { timeout: 100 });
      await expect(page.locator("#timeline")).toContainText(whom, { timeout: 100 });
    }).toPass();
    await page.goto(delivery);
    await page.locator('form[action*="/day"] button').last().click();
    await expect(page.locator(".note")).toContainText("taken back");
    await page.goto(at(`${campaign}/press`));
    await expect(page.locator("main")).not.toContainText(whom);
  });
});
