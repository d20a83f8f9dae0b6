// Somebody comes to an event, and is let in at a door whose phones are without a network for a while.
import { seat } from "../desk.ts";
import { expect, test } from "../story.ts";
import { at, campaign, comingBy, press, rsvpLinkFromMail, somebody } from "../visitor.ts";

const event = `${campaign}/events/outside-dreamforce`;
// Another one, so that the two stories count apart.
const call = `${campaign}/events/call-before`;
const door = "/desk/campaigns/dropsalesforce/events/outside-dreamforce/door";

test("saying to come, changing it and cancelling works without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const fox = somebody("The Fox");
  await page.goto(at(campaign));
  await page.locator('.agenda a[href*="/events/outside-dreamforce"]').click();
  await page.locator('[name="slot"][value="noon"]').check();
  await page.locator('[name="name"]').fill(fox.name);
  await page.locator('[name="email"]').fill(fox.email);
  await page.locator('[name="people"]').fill("3");
  await page.locator('[name="answer-steward"]').selectOption("yes");
  await page.locator('form[action*="/rsvps"] button').click();
  await expect(page).toHaveURL(/\/inbox$/);
  await page.goto(await rsvpLinkFromMail(page.request, fox.email));
  await page.locator('form[action$="/confirmation"] button').click();
  await expect(page.locator(".lead")).toContainText("The 3 of you");
  await expect(page.locator("svg.qr")).toBeVisible();
  await page.locator('[name="people"]').fill("2");
  await page.locator('form[action$="/words"] button').click();
  await expect(page.locator(".lead")).toContainText("The 2 of you");
  await page.locator('form[action$="/cancellation"] button').click();
  await expect(page.locator("svg.qr")).toHaveCount(0);
  await context.close();
});

test("the door goes on without a network, and two phones count nobody twice", async ({ page, browser }) => {
  test.slow();
  const [ada, bo] = [somebody("Ada"), somebody("Bo")];
  const links: string[] = [];
  for (const one of [ada, bo]) {
    const link = await comingBy(page.request, event, one, undefined, { slot: "noon", people: "2" });
    await press(page.request, link, "confirmation");
    links.push(link);
  }
  const other = await browser.newContext();
  const second = await other.newPage();
  const row = (on: typeof page, name: string) => on.locator(".door > li", { hasText: name });
  for (const phone of [page, second]) {
    await seat(phone);
    await phone.goto(at(door));
    await phone.evaluate(async () => {
      const ready = await navigator.serviceWorker.ready;
      const path = location.pathname;
      for (let looks = 0; looks < 100; looks++) {
        const kept = await caches.open(`door ${ready.scope}`);
        if (await kept.match(path)) return;
        await new Promise((done) => setTimeout(done, 100));
      }
      throw new Error("the door was not kept");
    });
  }
  const before = Number(await page.locator("#door-arrived").innerText());
  for (const phone of [page, second]) await phone.context().setOffline(true);
  await row(page, ada.name).locator('button[name="arrival"]').click();
  await expect(row(page, ada.name)).toContainText("is in");
  await expect(page.locator("#door-status")).toContainText("No network");
  await row(second, ada.name).locator('button[name="arrival"]').click();
  await row(second, bo.name).locator('button[name="arrival"]').click();
  await second.locator("#door-walk-in button").first().click();
  // The phone's browser throws the page away meanwhile.
  await second.goto(at(door));
  await expect(row(second, bo.name)).toContainText("is in");
  await expect(second.locator("#door-status")).toContainText("Not sent yet: 3");
  await second.locator("#door-name").fill(bo.name);
  await expect(row(second, ada.name)).toBeHidden();
  for (const phone of [page, second]) await phone.context().setOffline(false);
  for (const phone of [page, second]) {
    await expect(phone.locator("#door-status")).toContainText("Everything is sent", { timeout: 30_000 });
  }
  await page.reload();
  await expect(page.locator("#door-arrived")).toHaveText(String(before + 2 + 2 + 1));
  await expect(row(page, bo.name)).toContainText("is in");
  await other.close();
});

test("the door works by buttons alone where no script runs", async ({ page, browser }) => {
  const cy = somebody("Cy");
  const link = await comingBy(page.request, call, cy);
  await press(page.request, link, "confirmation");
  await seat(page);
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  const plain = await context.newPage();
  await plain.goto(at("/desk/campaigns/dropsalesforce/events/call-before/door"));
  const row = plain.locator(".door > li", { hasText: cy.name });
  await row.locator('button[name="arrival"]').click();
  await expect(row).toContainText("is in");
  await row.locator('button[name="undone"]').click();
  await expect(row).not.toContainText("is in");
  await context.close();
});
