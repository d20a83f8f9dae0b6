// Somebody pledges for the buses, sees how it stands, and takes it back: the whole way without JavaScript.
import { announce, buses, giveCard, giveMonthly, pledge, uploadTable } from "../money-places.ts";
import { expect, test } from "../story.ts";
import { at } from "../visitor.ts";

const looked = (page: import("@playwright/test").Page, words: string) =>
  expect(async () => {
    await page.goto(page.url().replace("done=back", ""));
    await expect(page.locator("main")).toContainText(words, { timeout: 200 });
  }).toPass();

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a pledge is made with a card, shown as its giver wishes, and taken back", async ({ page }) => {
    await pledge(page, "33");
    await expect(page.locator("main")).toContainText("Nothing is charged now.");
    await giveCard(page, "works");
    await looked(page, "You pledge USD 33.");
    await expect(page.locator("main")).toContainText("A king-size bus side");
    await page.locator("#named").check();
    await page.locator('form[action*="/shown"] button').click();
    await expect(page.locator(".note").last()).toContainText("Saved.");
    const own = page.url();
    await expect(async () => {
      await page.goto(at(buses));
      await expect(page.locator(".givers")).toContainText("Robin Example", { timeout: 100 });
    }).toPass();
    await page.goto(own);
    await page.locator('form[action*="/cancellation"] button').click();
    await expect(page.locator("main")).toContainText("You took this pledge back.");
  });

  test("somebody gives every month, and stops it", async ({ page }) => {
    await giveMonthly(page);
    await expect(page.locator("main")).toContainText("You give USD 5 every month, until 31 March 2019 at 20:00");
    await page.locator('form[action*="/monthly-end"] button').click();
    await looked(page, "It has ended, and nothing more is charged.");
  });

  test("a transfer is announced, known in the bank's table by a person, and booked; another is called off", async ({ page }) => {
    await announce(page);
    await page.locator('form[action*="/cancellation"] button').click();
    await expect(page.locator("main")).toContainText("You called this transfer off.");
    const send = await uploadTable(page);
    await expect(page.locator("#map_amount")).toBeVisible();
    await send();
    await expect(page.locator("main")).toContainText("1 line waits for you");
    await send();
    await expect(page.locator("main")).toContainText("was read as that one");
    const line = page.locator(".entries > li", { hasText: "Robin Example" }).last();
    await expect(line).toContainText("The amount is not the one that was announced.");
    await line.getByRole("button", { name: "It is this transfer" }).click();
    await expect(page.locator(".note").first()).toContainText("Entered.");
  });

  test("who leaves the provider's page comes back to a button, and pays with what is typed kept", async ({ page }) => {
    await page.goto(at(buses));
    await page.locator("#amount-other").check();
    await page.locator("#other").fill("2");
    await page.locator("#name").fill("Robin Example");
    await page.locator("#give form button[type=submit]").click();
    await expect(page.locator("#amount-error")).toContainText("The least is USD 5.");
    await expect(page.locator("#name")).toHaveValue("Robin Example");
    await pledge(page, "44");
    await giveCard(page, "");
    await looked(page, "nothing is pledged");
    await page.locator('form[action*="/payment"] button').click();
    await giveCard(page, "works");
    await looked(page, "You pledge USD 44.");
  });
});
