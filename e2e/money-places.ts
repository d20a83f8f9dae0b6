// The pages of fundraisers: the public ones, a pledge's own, the practice provider's, and the desk's.
import { expect, type Page } from "@playwright/test";
import { atDesk, desk, seat } from "./desk.ts";
import { at, campaign, somebody } from "./visitor.ts";

export const buses = `${campaign}/fundraisers/buses`;
const fundraisers = `${desk.campaign}/fundraisers`;

/** Fills in the form and goes on to the page before the provider's. */
export async function pledge(page: Page, amount = "25", language?: string) {
  await page.goto(at(buses, language));
  await page.locator("#amount-other").check();
  await page.locator("#other").fill(amount);
  await page.locator("#name").fill("Robin Example");
  await page.locator("#email").fill(`robin-${Math.random().toString(36).slice(2)}@example.org`);
  await page.locator("#give form button[type=submit]").click();
  await page.waitForURL(/\/pledges\/.*\/payment/);
}

/** Goes on to the provider and gives a card; back on the pledge's page once it was looked at. */
export async function giveCard(page: Page, card: "works" | "declines" | "") {
  await page.locator('a.button[href*="/practice/"]').click();
  await page.locator(`button[name=card][value="${card}"]`).click();
  await page.waitForURL(/\/pledges\/[^/]+\?/);
}

const refused = async (page: Page, language?: string) => {
  await page.goto(at(buses, language));
  await page.locator("#give form button[type=submit]").click();
};
const toProvider = async (page: Page, language?: string) => {
  await pledge(page, "25", language);
  await page.locator('a.button[href*="/practice/"]').click();
};

/** The page asks by itself how it went, until it knows; here it is looked at without. */
const pledged = async (page: Page) => {
  await pledge(page);
  await giveCard(page, "works");
  await page.goto(page.url().replace("done=back", ""));
};

const ferry = "/campaigns/night-ferry/fundraisers/winter-boat";
const ferryDesk = `/desk${ferry}/statements`;
const treasurer = "treasurer@night-ferry.example.org";
const night = "passengers-of-the-night-ferry";

/** Announces a transfer; on its private page. */
export async function announce(page: Page) {
  await page.goto(at(ferry));
  await page.locator("#way-transfer").check();
  await page.locator("#amount-1").check();
  await page.locator("#name").fill("Robin Example");
  await page.locator("#email").fill(`robin-${Math.random().toString(36).slice(2)}@example.org`);
  await page.locator("#give form button[type=submit]").click();
  await page.waitForURL(/\/pledges\/[^/]+$/);
}

/** Of a bank of its own each, since of heads that were read before nobody is asked. */
const table = (reference: string) => `Booking date;Name;Narrative;Amount;Currency;${somebody("Bank").name}
10.09.2018;Robin Example;${reference};25,00;EUR;
10.09.2018;Works Ltd;Salary;2.100,00;EUR;
`;

/** Uploads a table of the bank's with a transfer of another amount than was announced; the columns are asked for. */
export async function uploadTable(page: Page) {
  await announce(page);
  const reference = (await page.locator("bdi", { hasText: /^RF/ }).first().textContent())!;
  await seat(page, treasurer, night);
  await page.goto(at(ferryDesk));
  const file = { name: "bank.csv", mimeType: "text/csv", buffer: Buffer.from(table(reference)) };
  const send = async () => {
    await page.locator("#file").setInputFiles(file);
    await page.locator('form[action*="/statements"] button').click();
  };
  await send();
  return send;
}

/** Goes on until a line waits for a person. */
const doubtful = async (page: Page) => {
  await (await uploadTable(page))();
};

const entersNoTransfer = async (page: Page) => {
  await page.locator('form[action*="/transfers"] button').last().click();
};

export const moneyPlaces = [
  { name: "fundraiser, by transfer", languages: ["en"], open: (page: Page) => page.goto(at(ferry)) },
  { name: "pledge, to be transferred", languages: ["en"], open: announce },
  { name: "fundraisers", languages: ["en", "es"], open: (page: Page, language?: string) => page.goto(at(`${campaign}/fundraisers`, language)) },
  { name: "fundraiser", languages: ["en", "es"], open: (page: Page, language?: string) => page.goto(at(buses, language)) },
  { name: "fundraiser, refused", languages: ["en", "es"], open: refused },
  { name: "pledge, on to payment", languages: ["en", "es"], open: (page: Page, language?: string) => pledge(page, "25", language) },
  { name: "practice provider", languages: ["en"], open: toProvider },
  { name: "pledge", languages: ["en"], open: pledged },
  { name: "fundraiser, monthly", languages: ["en", "es"], open: (page: Page, language?: string) => page.goto(at(upkeep, language)) },
  { name: "pledge, monthly", languages: ["en"], open: giveMonthly },
  { name: "fundraiser, by mail", languages: ["en", "es"], open: (page: Page, language?: string) => page.goto(at(`${buses}/inbox`, language)) },
  { name: "pledge, gone", languages: ["en"], open: (page: Page) => page.goto(at("/pledges/nothing")) },
  { name: "demo's clock", languages: ["en", "es", "ar"], open: (page: Page, language?: string) => page.goto(at("/demo/clock", language)) },
];

const upkeep = `${campaign}/fundraisers/upkeep`;

/** Gives every month; on the pledge's page, where it can be stopped. */
export async function giveMonthly(page: Page) {
  await page.goto(at(upkeep));
  await page.locator("#amount-1").check();
  await page.locator("#recurrence-monthly").check();
  await page.locator("#name").fill("Robin Example");
  await page.locator("#email").fill(`robin-${Math.random().toString(36).slice(2)}@example.org`);
  await page.locator("#give form button[type=submit]").click();
  await giveCard(page, "works");
  await expect(async () => {
    await page.goto(page.url().replace("done=back", ""));
    await expect(page.locator("main")).toContainText("You gave USD 5.", { timeout: 200 });
  }).toPass();
}

const entersNothing = async (page: Page) => {
  await page.locator('form[action*="/invoices"] button').click();
};

const refusesAccount = async (page: Page) => {
  await page.locator("#iban").fill("DE89 3704 0044 0532 0130 01");
  await page.locator("#url").fill("nowhere");
  await page.locator("form.campaign-form button.button").click();
};

export const moneyDeskPlaces = [
  atDesk("fundraisers", fundraisers),
  atDesk("fundraiser", `${fundraisers}/buses`),
  atDesk("fundraiser, new", `${fundraisers}/new`),
  atDesk("fundraiser, new and refused", `${fundraisers}/new`, (page) => page.locator("form.campaign-form button.button").click()),
  atDesk("fundraiser, its form", `${fundraisers}/buses/words`),
  atDesk("fundraiser, where its money goes", `${fundraisers}/buses/account`),
  atDesk("fundraiser, where its money goes, refused", `${fundraisers}/buses/account`, refusesAccount),
  atDesk("fundraiser, taking it off", `${fundraisers}/buses/removal`),
  atDesk("fundraiser, an invoice refused", `${fundraisers}/buses`, entersNothing),
  atDesk("givers' words", `${desk.campaign}/fundraiser-words`),
  atDesk("bank statements", ferryDesk, undefined, treasurer, night),
  atDesk("bank statements, by hand, refused", ferryDesk, entersNoTransfer, treasurer, night),
  { name: "desk: bank statements, columns to choose", languages: ["en"], open: uploadTable },
  { name: "desk: bank statements, a line to decide", languages: ["en"], open: doubtful },
];
