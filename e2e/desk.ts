// The way into the desk: a link from the command line, once for each worker and person, then its cookie.
import { execFileSync } from "node:child_process";
import { expect, type Cookie, type Page } from "@playwright/test";
import { program, settings } from "./servers.ts";
import { at, demo } from "./visitor.ts";

const group = "fight-for-the-future";
export const organiser = "organiser@example.org";
export const desk = {
  members: `/desk/groups/${group}/members`,
  newCampaign: `/desk/groups/${group}/campaigns`,
  record: `/desk/groups/${group}/audit`,
  campaign: "/desk/campaigns/dropsalesforce",
  retention: "/desk/campaigns/dropsalesforce/retention",
  personalData: `/desk/groups/${group}/personal-data`,
  signatures: "/desk/campaigns/dropsalesforce/signatures",
  waiting: "/desk/campaigns/dropsalesforce/sign-ons",
  outbox: "/desk/campaigns/dropsalesforce/mails",
  hidings: "/desk/campaigns/dropsalesforce/signatures/hidings",
  changes: "/desk/campaigns/dropsalesforce/changes",
  tasks: "/desk/campaigns/dropsalesforce/tasks",
  exports: "/desk/campaigns/dropsalesforce/exports",
  people: `/desk/groups/${group}/people`,
  targets: "/desk/campaigns/dropsalesforce/targets",
};

/** A link that works once, as `broadside account invite` prints it. */
export function freshLink(email = organiser, of = group): string {
  const command = ["account", "invite", email, "--group", of, "--data", process.env.DEMO_DATA!];
  return execFileSync(program, [...command, "--base-url", demo()], { env: settings }).toString().trim();
}

const cookies = new Map<string, { kept: Cookie[]; since: number }>();
/** So long somebody who signed in is asked by no page who sits there (ten minutes), with room for a slow story. */
const FRESH = 6 * 60_000;

/** Signs somebody in, in the browser of this page. */
export async function seat(page: Page, email = organiser, of = group) {
  const known = cookies.get(email);
  if (known && Date.now() - known.since < FRESH) {
    await page.context().addCookies(known.kept);
    return;
  }
  await page.context().clearCookies(); // whoever signs in anew ends the session that the browser had
  // A newer link ends an older one, and the other worker may ask for one meanwhile.
  await expect(async () => {
    await page.goto(freshLink(email, of));
    await page.locator("main button").click();
    await page.waitForURL("**/desk", { timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  cookies.set(email, { kept: await page.context().cookies(), since: Date.now() });
}

/** A page of the desk, as somebody who signed in. */
export const atDesk = (name: string, where: string, deed?: (page: Page) => Promise<unknown>, who?: string, of?: string) => ({
  name: `desk: ${name}`,
  languages: ["en", "es", "ar"],
  open: async (page: Page, language?: string) => {
    await seat(page, who, of);
    await page.goto(at(where, language));
    await deed?.(page);
  },
});
