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

// One after the other: the stories of the door count the same people.
test.describe.configure({ mode: "default" });

type Phone = import("@playwright/test").Page;
const row = (on: Phone, name: string) => on.locator(".door > li", { hasText: name });

/** Says that somebody comes, and confirms; gives the private link. */
async function coming(request: Phone["request"], who: { name: string; email: string }, people: string) {
  const link = await comingBy(request, event, who, undefined, { slot: "noon", people });
  await press(request, link, "confirmation");
  return link;
}

/** Opens the door on a phone, and waits until it is kept there. */
async function opens(phone: Phone) {
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

/** How many people of somebody's party are in, by the table of who comes. */
async function letIn(phone: Phone, email: string) {
  const table = await (await phone.request.get(at("/desk/campaigns/dropsalesforce/events/outside-dreamforce/rsvps.csv"))).text();
  return table.split("\r\n").find((line) => line.includes(email))?.split(",")[5];
}

const isSent = (phone: Phone) =>
  expect(phone.locator("#door-status")).toContainText("Everything is sent", { timeout: 30_000 });

test("the door goes on without a network, and two phones count nobody twice", async ({ page, browser }) => {
  test.slow();
  const [ada, bo] = [somebody("Ada"), somebody("Bo")];
  for (const one of [ada, bo]) await coming(page.request, one, "2");
  const other = await browser.newContext();
  const second = await other.newPage();
  for (const phone of [page, second]) await opens(phone);
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
  for (const phone of [page, second]) await isSent(phone);
  await page.reload();
  await expect(page.locator("#door-arrived")).toHaveText(String(before + 2 + 2 + 1));
  await expect(row(page, bo.name)).toContainText("is in");
  await other.close();
});

test("a phone remembers whom it let in, hears of others, and says who was in already", async ({ page, browser }) => {
  test.slow();
  const [ada, bo, cy] = [somebody("Ada"), somebody("Bo"), somebody("Cy")];
  for (const one of [ada, bo, cy]) await coming(page.request, one, "2");
  const other = await browser.newContext();
  const second = await other.newPage();
  for (const phone of [page, second]) await opens(phone);
  const count = async (phone: Phone) => Number(await phone.locator("#door-arrived").innerText());
  const start = await count(page);
  // Sent, and then reloaded without a network: the page is older than what the phone has heard.
  await row(page, ada.name).locator('button[name="arrival"]').click();
  await expect(row(page, ada.name)).toContainText("is in");
  await isSent(page);
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toContain(ada.name);
  await page.context().setOffline(true);
  await page.reload();
  await expect(row(page, ada.name)).toContainText("is in");
  await expect(row(page, ada.name).locator('button[name="arrival"]')).toHaveCount(0);
  expect(await count(page)).toBeGreaterThanOrEqual(start + 2);
  // The other phone hears of it while nobody touches it.
  await expect(row(second, ada.name)).toContainText("is in", { timeout: 25_000 });
  // Both let Bo in, the first without a network: it is told once it has one, and until it was seen.
  await row(page, bo.name).locator('button[name="arrival"]').click();
  await row(second, bo.name).locator('button[name="arrival"]').click();
  await isSent(second);
  await page.context().setOffline(false);
  await isSent(page);
  await expect(page.locator("#door-already")).toContainText(bo.name);
  await expect(page.locator("#door-already")).toContainText(/\d\d:\d\d/);
  await page.locator("#door-already button").click();
  await expect(page.locator("#door-already")).toBeHidden();
  // What is pressed while a send is under way counts too: the last one stands.
  let isFirst = true;
  await page.route("**/arrivals", async (route) => {
    if (isFirst) {
      isFirst = false;
      await new Promise((done) => setTimeout(done, 2_000));
    }
    await route.continue();
  });
  await row(page, cy.name).locator('button[name="arrival"]').click();
  await row(page, cy.name).locator('button[name="undone"]').click();
  await row(page, cy.name).locator('button[name="arrival"]').click();
  await row(page, cy.name).locator('button[name="undone"]').click();
  await page.waitForTimeout(2_500);
  await isSent(page);
  await expect(row(page, cy.name)).not.toContainText("is in");
  expect(await letIn(page, cy.email)).toBe("");
  await other.close();
});

test("a ticket that no list knows is noted for all of its party, also where the browser thinks that it is online", async ({ browser }) => {
  test.slow();
  // Of a phone of its own: its console says that the network is away, which is meant here.
  const context = await browser.newContext();
  const page = await context.newPage();
  await opens(page);
  const bodies: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/arrivals")) bodies.push(request.postData() ?? "");
  });
  // The worker cannot reach the server either; the page is told nothing of it.
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "onLine", { get: () => true }));
  await page.context().setOffline(true);
  await page.goto(at(`${door}?ticket=AAAA`));
  await expect(page.locator("#door-ticket")).toContainText("Not on the list of this phone");
  await expect(page.locator("#door-status")).toContainText("No network");
  await expect(page.locator("#door-status")).toContainText("Not sent yet: 1");
  await page.context().setOffline(false);
  await isSent(page);
  await expect(page.locator("#door-status")).toContainText("belongs to nobody here");
  // Without a number: the server knows how many they are.
  expect(bodies.some((body) => /^ticket=AAAA\.\.\d+$/.test(body))).toBe(true);
  // Where the server was reached it has said so itself, and the phone notes nothing.
  await page.goto(at(`${door}?ticket=AAAA`));
  await expect(page.locator("#door-note")).toContainText("belongs to nobody here");
  await expect(page.locator("#door-ticket")).toBeHidden();
  await context.close();
});

test("thousands of notes go in pieces, and one more that was a slip is taken back", async ({ page }) => {
  test.slow();
  await opens(page);
  const count = async () => Number((await page.locator("#door-arrived").getAttribute("data-arrived"))!);
  const start = await count();
  await page.context().setOffline(true);
  const slot = (await page.locator("#door-walk-in button").first().getAttribute("value"))!.split(".")[0];
  await page.evaluate((slot) => {
    const key = `door ${location.pathname}`;
    const notes = Array.from({ length: 1_200 }, () => ["walk_in", `${slot}.${crypto.randomUUID()}.1.${Date.now()}`, crypto.randomUUID()]);
    localStorage.setItem(key, JSON.stringify(notes));
  }, slot);
  const bodies: number[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/arrivals")) bodies.push(request.postData()?.length ?? 0);
  });
  await page.reload();
  await expect(page.locator("#door-status")).toContainText("Not sent yet: 1200");
  await page.locator("#door-walk-in button").first().click();
  await page.locator('#door-walk-in button[name="undone_walk_in"]').click();
  await page.context().setOffline(false);
  await isSent(page);
  expect(Math.max(...bodies)).toBeLessThan(64 * 1024);
  await page.reload();
  expect(await count()).toBeGreaterThanOrEqual(start + 1_200);
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
