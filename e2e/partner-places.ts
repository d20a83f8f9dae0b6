// The pages of partners: public, at the group's desk, and a partner's own.
import { expect, type Page } from "@playwright/test";
import { desk, seat } from "./desk.ts";
import { at, campaign, somebody } from "./visitor.ts";

const partners = `${desk.campaign}/partners`;
const all = ["en", "es", "ar"];
/** The example of age's own documentation: nobody here has the other half. */
export const key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

/** Invites the organiser, too, to sign in for a partner, and comes to its pages by the link in the mail. */
export async function partnerPath(page: Page): Promise<string> {
  await seat(page);
  await page.goto(at("/desk"));
  const link = page.locator('main a[href*="/desk/partnerships/"]').first();
  if (!(await link.count())) {
    const slug = `partner-${somebody().email.split("@")[0].replace(/[^a-z0-9]/g, "")}`.slice(0, 40);
    await page.goto(at(`${partners}/new`));
    for (const [field, value] of [
      ["name", "Green Example"], ["slug", slug], ["website", "https://green.example.org"],
      ["privacy", "https://green.example.org/privacy"], ["consent.en", "Green Example may write to me."],
      ["consent.es", "Green Example puede escribirme."],
    ]) await page.locator(`[name="${field}"]`).fill(value);
    await page.locator(".campaign-form button.button").click();
    await page.waitForURL("**done=saved");
    await page.locator("#email").fill("organiser@example.org");
    await page.locator('form[action*="/invitations"] button').click();
    await page.waitForURL("**done=invited");
    let opened = "";
    await expect(async () => {
      await page.goto(at("/demo/mailbox"));
      await page.getByText("Sign in for Green Example").first().click({ timeout: 1_000 });
      opened = (await page.locator("body").innerText()).match(/\/desk\/links\/[\w-]+/)?.[0] ?? "";
      expect(opened, "a link in the mail").toBeTruthy();
    }).toPass({ timeout: 15_000 });
    await page.goto(at(opened));
    await page.locator("main button").click();
    await page.waitForURL("**/desk");
  }
  return (await page.locator('main a[href*="/desk/partnerships/"]').first().getAttribute("href"))!;
}

/** The same, with the terms accepted. */
export async function partnerAccepted(page: Page): Promise<string> {
  const own = await partnerPath(page);
  await page.goto(at(own));
  const accept = page.locator('form[action*="/acceptance"] button');
  if (await accept.count()) {
    await accept.click();
    await page.waitForURL("**done=accepted");
  }
  return own;
}

export const partnerPlaces = [
  { name: "partner, its page", languages: ["en", "es"], open: (page: Page, language?: string) => page.goto(at(`${campaign}/partners/greenpeace`, language)) },
  { name: "partner, its words on data", languages: ["en", "es"], open: (page: Page, language?: string) => page.goto(at(`${campaign}/partners/greenpeace/privacy`, language)) },
];

const atDesk = (name: string, where: string, deed?: (page: Page) => Promise<unknown>) => ({
  name: `desk: ${name}`,
  languages: all,
  open: async (page: Page, language?: string) => {
    await seat(page);
    await page.goto(at(where, language));
    await deed?.(page);
  },
});

const own = (name: string, way: (page: Page) => Promise<string>, deed?: (page: Page) => Promise<unknown>) => ({
  name: `desk: ${name}`,
  languages: all,
  open: async (page: Page, language?: string) => {
    await page.goto(at(await way(page), language));
    await deed?.(page);
  },
});

export const partnerDeskPlaces = [
  atDesk("partners", partners),
  atDesk("partner", `${partners}/greenpeace`),
  atDesk("partner, an invitation refused", `${partners}/greenpeace`, (page) => page.locator('form[action*="/invitations"] button').click()),
  atDesk("partner, its words", `${partners}/greenpeace/words`),
  atDesk("partner, made wrongly", `${partners}/new`, (page) => page.locator(".campaign-form button.button").click()),
  own("own partner, the terms", partnerPath),
  own("own partner", partnerAccepted),
  own("own partner, a key refused", partnerAccepted, async (page) => {
    await page.locator("#age_key").fill("ssh-ed25519 AAAA");
    await page.locator('form[action*="/key"] button').click();
  }),
];
