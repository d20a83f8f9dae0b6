// What a visitor does, in words: read, sign, open the mail, press the button. The stories are told with
// these. Fields and forms are found by their contract names, so that they are the same in each language.
import { randomUUID } from "node:crypto";
import { expect, type APIRequestContext, type Page } from "@playwright/test";

export const demo = () => process.env.DEMO!;
export const campaign = "/campaigns/dropsalesforce";

export type Person = { name: string; email: string };

/** Somebody whom no other story knows. */
export function somebody(name = "Robin"): Person {
  const mark = randomUUID().slice(0, 8);
  return { name: `${name} ${mark}`, email: `robin.${mark}@example.org` };
}

/** The whole address of a page, in a language. */
export function at(path: string, language?: string): string {
  const url = new URL(path, demo());
  if (language) url.searchParams.set("lang", language);
  return url.href;
}

export const signForm = (page: Page) => page.locator('form[action*="/signatures"]:has([name="name"])');
export const button = (page: Page, deed: "confirmation" | "withdrawal" | "name" | "visibility" | "consent") =>
  page.locator(`form[action*="/${deed}"] button`);

/** Fills the sign-on form of the page that is open and sends it. */
export async function sign(page: Page, person: Person) {
  const form = signForm(page);
  await form.locator('[name="name"]').fill(person.name);
  await form.locator('[name="email"]').fill(person.email);
  await form.locator('[name="public"]').check();
  await form.locator('button[type="submit"], button:not([type])').click();
}

/** Opens the newest mail to this address in the demo's mailbox and follows its link. */
export async function openLinkFromMail(page: Page, person: Person) {
  await page.goto(await linkFromMail(page.request, person.email));
}

/** The private link in the newest mail to this address. */
export async function linkFromMail(request: APIRequestContext, email: string): Promise<string> {
  let link = "";
  await expect(async () => {
    const [mail] = await mailsTo(request, email);
    expect(mail, `a mail to ${email}`).toBeTruthy();
    const text = await (await request.get(at(mail))).text();
    link = text.match(/\/signatures\/(?!links)[\w.~-]+(?:\?lang=\w+)?/)?.[0] ?? "";
    expect(link, "a link in the mail").toBeTruthy();
  }).toPass({ timeout: 15_000 });
  return at(link);
}

/** The mails to this address, newest first: their pages' paths. */
export async function mailsTo(request: APIRequestContext, email: string): Promise<string[]> {
  const mailbox = await (await request.get(at("/demo/mailbox"))).text();
  const rows = mailbox.split("<li>").filter((row) => row.includes(email));
  return rows.map((row) => row.match(/\/demo\/mailbox\/\d+/)![0]);
}

/** How many have signed, by the public count. */
export async function count(request: APIRequestContext): Promise<number> {
  const answer = await request.get(at(`${campaign}/count.json`));
  return (await answer.json()).signatures;
}

/** The path of a campaign's first letter. */
export async function letterPath(request: APIRequestContext, of = campaign): Promise<string> {
  const answer = await request.get(at(`${of}/count.json`));
  const [letter] = Object.keys((await answer.json()).letters);
  return `${of}/letters/${letter}`;
}

/** Sends a sign-on without a browser, for stories that begin later; gives the private link. */
export async function signedOn(
  request: APIRequestContext,
  person: Person,
  of = campaign,
  language?: string,
): Promise<string> {
  const url = at(`${await letterPath(request, of)}/signatures`, language);
  const answer = await request.post(url, { form: { ...person, public: "1" }, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  return linkFromMail(request, person.email);
}

/** Sends an endorsement without a browser; gives the officer's private link. */
export async function endorsedBy(
  request: APIRequestContext,
  of = campaign,
  language?: string,
  other: Record<string, string> = {},
): Promise<string> {
  const { name, email } = somebody();
  const form = { name, email, role: "Chair", organisation: "Nurses of Example", kind: "organisation", website: "nurses-example.org", ...other };
  const answer = await request.post(at(`${await letterPath(request, of)}/endorsements`, language), { form, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  let link = "";
  await expect(async () => {
    const [mail] = await mailsTo(request, form.email);
    expect(mail, `a mail to ${form.email}`).toBeTruthy();
    const text = await (await request.get(at(mail))).text();
    link = text.match(/\/endorsements\/[\w.~-]+(?:\?lang=\w+)?/)?.[0] ?? "";
    expect(link, "a link in the mail").toBeTruthy();
  }).toPass({ timeout: 15_000 });
  return at(link);
}

/** Says to come to an event without a browser; gives the private link. */
export async function comingBy(
  request: APIRequestContext,
  event: string,
  person: Person,
  language?: string,
  other: Record<string, string> = {},
): Promise<string> {
  const form = { ...person, people: "1", ...other };
  const answer = await request.post(at(`${event}/rsvps`, language), { form, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  return rsvpLinkFromMail(request, person.email);
}

/** The private link of an RSVP in the newest mail to this address. */
export async function rsvpLinkFromMail(request: APIRequestContext, email: string): Promise<string> {
  let link = "";
  await expect(async () => {
    const [mail] = await mailsTo(request, email);
    expect(mail, `a mail to ${email}`).toBeTruthy();
    const text = await (await request.get(at(mail))).text();
    link = text.match(/\/rsvps\/[\w.~-]+(?:\?lang=\w+)?/)?.[0] ?? "";
    expect(link, "a link in the mail").toBeTruthy();
  }).toPass({ timeout: 15_000 });
  return at(link);
}

/** Presses a button of the private page without a browser. */
export async function press(request: APIRequestContext, link: string, deed: string, form = {}) {
  const answer = await request.post(link.replace(/(\?|$)/, `/${deed}$1`), { form, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
}
