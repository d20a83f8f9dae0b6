// The pages of goals and of letters that are handed over.
import { type Page } from "@playwright/test";
import { atDesk, desk } from "./desk.ts";
import { at, campaign } from "./visitor.ts";

export const goals = `${desk.campaign}/goals`;
export const deliveries = `${desk.campaign}/deliveries`;

export const goalPlaces = [
  { name: "goals", languages: ["en", "es"], open: (page: Page, language?: string) => page.goto(at(`${campaign}/goals`, language)) },
  { name: "goals, reached, right to left", languages: ["ar", "en"], open: (page: Page, language?: string) => page.goto(at("/campaigns/maktabat-al-nahr/goals", language)) },
];

export const goalDeskPlaces = [
  atDesk("goals", goals),
  atDesk("goal, a new one", `${goals}/new`),
  atDesk("goal, a new one refused", `${goals}/new`, (page) => page.locator(".campaign-form button").click()),
  atDesk("goal", `${goals}/first-thousand`),
];

/** Makes the files of the letter in English, and waits for them. */
export async function made(page: Page) {
  await page.locator('form[action*="/deliveries"] button').click();
  await page.waitForURL(/deliveries\/\d+/);
  const files = page.locator("#files");
  for (let looks = 0; looks < 100 && (await files.count()) === 0; looks++) await page.reload();
}

const tellNoDay = async (page: Page) => {
  await made(page);
  await page.locator('form[action*="/day"] button').first().click();
};

export const deliveryPlaces = [
  atDesk("deliveries", deliveries),
  atDesk("delivery, made", deliveries, made),
  atDesk("delivery, no day given", deliveries, tellNoDay),
];
