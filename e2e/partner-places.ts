// The pages of partners: public, at the group's desk, and a partner's own.
import { execFileSync } from "node:child_process";
import { expect, type Cookie, type Page } from "@playwright/test";
import { atDesk, desk } from "./desk.ts";
import { program, settings } from "./servers.ts";
import { at, campaign, demo, somebody } from "./visitor.ts";

const partners = `${desk.campaign}/partners`;
const all = ["en", "es", "ar"];
/** Nobody has the other half. */
export const key = "age1f74fhh2msjlrqxdwa6sc65t3slhtsy6460fl2wv2rut6zgwkzfuqjuzzqj";
/** A partner whose terms the stories accept, and one whose terms nobody does. */
export const greenpeace = "dropsalesforce/greenpeace";
const undecided = "maktabat-al-nahr/dar-al-kutub";

const known = new Map<string, { kept: Cookie[]; since: number; path: string }>();
const FRESH = 6 * 60_000; // as in desk.ts

/** Signs somebody in for a partner, by a link from the command line; gives the partner's own page. */
export async function partnerPath(page: Page, partner = greenpeace): Promise<string> {
  const before = known.get(partner);
  if (before && Date.now() - before.since < FRESH) {
    await page.context().addCookies(before.kept);
    return before.path;
  }
  await page.context().clearCookies();
  // An address of its own, so that no other worker's link takes the place of this one.
  const command = ["account", "invite", somebody().email, "--partner", partner, "--data", process.env.DEMO_DATA!];
  const link = execFileSync(program, [...command, "--base-url", demo()], { env: settings }).toString().trim();
  await page.goto(link);
  await page.locator("main button").click();
  await page.waitForURL("**/desk");
  const way = page.locator('main a[href*="/desk/partnerships/"]').first();
  await expect(way).toBeVisible();
  const path = (await way.getAttribute("href"))!;
  known.set(partner, { kept: await page.context().cookies(), since: Date.now(), path });
  return path;
}

/** The same, with the terms accepted, by whichever worker was first. */
export async function partnerAccepted(page: Page): Promise<string> {
  const own = await partnerPath(page);
  await page.goto(at(own));
  const accept = page.locator('form[action*="/acceptance"] button');
  if (await accept.count()) {
    await accept.click();
    // Whoever was second reads what the first one accepted.
    await page.waitForURL(/done=(accepted|read)/);
  }
  return own;
}

export const partnerPlaces = [
  { name: "partner, its page", languages: ["en", "es"], open: (page: Page, language?: string) => page.goto(at(`${campaign}/partners/greenpeace`, language)) },
  { name: "partner, its page right to left", languages: ["ar", "en"], open: (page: Page, language?: string) => page.goto(at("/campaigns/maktabat-al-nahr/partners/dar-al-kutub", language)) },
  { name: "partner, its words on data", languages: ["en", "es"], open: (page: Page, language?: string) => page.goto(at(`${campaign}/partners/greenpeace/privacy`, language)) },
];

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
  atDesk("partner, an invitation refused", `${partners}/greenpeace`, (page) => page.locator('form[action*="/invitations"] button.button').click()),
  atDesk("partner, before its end", `${partners}/greenpeace/end`),
  atDesk("partner, its words", `${partners}/greenpeace/words`),
  atDesk("partner, made wrongly", `${partners}/new`, (page) => page.locator(".campaign-form button.button").click()),
  own("own partner, the terms", (page) => partnerPath(page, undecided)),
  own("own partner", partnerAccepted),
  own("own partner, before its end", async (page) => `${await partnerAccepted(page)}/end`),
  own("own partner, a key refused", partnerAccepted, async (page) => {
    await page.locator("#age_key").fill("ssh-ed25519 AAAA");
    await page.locator('form[action*="/key"] button').click();
  }),
];
