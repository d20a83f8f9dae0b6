// The pages of statements: for the press, behind the private link, and at the desk.
import { expect, type Page } from "@playwright/test";
import { atDesk, desk, seat } from "./desk.ts";
import { at, campaign, mailsTo, somebody } from "./visitor.ts";

export const statements = `${desk.campaign}/statements`;
const asked = `${statements}/trade-paper-asks-salesforce`;
const all = ["en", "es", "ar"];

/** Sends a private link for the question of the reference campaign; gives it. */
export async function replyLink(page: Page, language = "en"): Promise<string> {
  const { email } = somebody();
  await seat(page);
  await page.goto(at(asked));
  await page.locator("#email").fill(email);
  await page.locator("#link-language").selectOption(language);
  await page.locator('#link form:has(#email) button').click();
  await page.waitForURL("**done=linked");
  let link = "";
  await expect(async () => {
    const [mail] = await mailsTo(page.request, email);
    expect(mail, `a mail to ${email}`).toBeTruthy();
    const text = await (await page.request.get(at(mail))).text();
    link = text.match(/\/statements\/[\w.~-]+(?:\?lang=\w+)?/)?.[0] ?? "";
    expect(link, "a link in the mail").toBeTruthy();
  }).toPass({ timeout: 15_000 });
  return at(link);
}

const own = (name: string, deed?: (page: Page) => Promise<unknown>) => ({
  name: `reply, ${name}`,
  languages: ["en", "es"],
  open: async (page: Page, language?: string) => {
    await page.goto(await replyLink(page, language));
    await deed?.(page);
  },
});

const reply = async (page: Page) => {
  await page.locator("#words").fill("We have read it.\n\nWe will think about it.");
  await page.locator('form[action*="/replies"] button').click();
};

export const pressPlaces = [
  { name: "press", languages: ["en", "es"], open: (page: Page, language?: string) => page.goto(at(`${campaign}/press`, language)) },
  { name: "press, right to left", languages: ["ar", "en"], open: (page: Page, language?: string) => page.goto(at("/campaigns/maktabat-al-nahr/press", language)) },
  { name: "press, under an embargo", languages: ["en", "es"], open: (page: Page, language?: string) => page.goto(at("/campaigns/last-lamps/press", language)) },
  own("asked"),
  own("with an error", (page) => page.locator('form[action*="/replies"] button').click()),
  own("given", reply),
  { name: "reply, gone", languages: all, open: (page: Page, language?: string) => page.goto(at("/statements/cut-in-two", language)) },
];

export const statementPlaces = [
  atDesk("statements", statements),
  atDesk("statements, one entered wrongly", statements, (page) => page.locator('form[action*="/entries"] button.button').click()),
  atDesk("statement, of the files", asked),
  atDesk("statement, a link refused", asked, (page) => page.locator('#link form:has(#email) button').click()),
  atDesk("statement, entered", statements, async (page) => {
    await page.locator("#kind").check();
    await page.locator("#whom").fill("City of Example");
    await page.locator("#on").fill("2018-09");
    await page.locator("#words").fill("Will you?");
    await page.locator('form[action*="/entries"] button.button').click();
    await page.locator('main li a[href*="/~"]').first().click();
  }),
];
