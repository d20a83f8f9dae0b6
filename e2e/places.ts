// Every page a visitor can come to, in each of its states, with the way there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { atDesk, desk, freshLink } from "./desk.ts";
import { deliveryPlaces, goalDeskPlaces, goalPlaces } from "./goal-places.ts";
import { moneyDeskPlaces, moneyPlaces } from "./money-places.ts";
import { partnerDeskPlaces, partnerPlaces } from "./partner-places.ts";
import { pressPlaces, statementPlaces } from "./press-places.ts";
import { at, campaign, comingBy, endorsedBy, letterPath, mailsTo, press, sign, signedOn, somebody } from "./visitor.ts";

export type Place = {
  name: string;
  /** The languages it can be opened in. */
  languages: string[];
  open: (page: Page, language?: string) => Promise<unknown>;
};

const all = ["en", "es", "ar"];

/** The campaigns of e2e/campaigns: an Arabic one, the longest, the barest, a closed one. */
export const corners = readdirSync(join(import.meta.dirname, "campaigns")).map((folder) => {
  const file = readFileSync(join(import.meta.dirname, "campaigns", folder, "campaign.toml"), "utf8");
  const slug = file.match(/^slug = "(.+)"/m)![1];
  const languages: string[] = JSON.parse(file.match(/^languages = (\[.+\])/m)![1]);
  return { folder, path: `/campaigns/${slug}`, languages };
});

export const corner = (folder: string) => corners.find((corner) => corner.folder === folder)!.path;

/** A campaign that speaks the language. */
const speaking = (language?: string) => (language === "ar" ? corner("arabic") : campaign);

/** A name as long as a name may be, without a space to break at. */
const longestName = "Wolfeschlegelsteinhausenbergerdorff".repeat(6).slice(0, 200);

const path = (name: string, where: string): Place => ({
  name,
  languages: all,
  open: (page, language) => page.goto(at(where, language)),
});

const inLetter = (name: string, rest: string): Place => ({
  name,
  languages: all,
  open: async (page, language) => {
    const letter = await letterPath(page.request, speaking(language));
    await page.goto(at(letter + rest, language));
  },
});

const refused: Place = {
  name: "form with errors",
  languages: all,
  open: async (page, language) => {
    await page.goto(at(speaking(language), language));
    await sign(page, { name: "https://example.org/buy", email: "robin@gmial.com" });
  },
};

const privatePage = (state: string, name: string, deeds: [string, object?][]): Place => ({
  name: `private page, ${state}`,
  languages: all,
  open: async (page, language) => {
    const link = await signedOn(page.request, { ...somebody(), name }, speaking(language), language);
    for (const [deed, form] of deeds) await press(page.request, link, deed, form);
    await page.goto(at(link, language));
  },
});

/** A page of the posts of a campaign that speaks the language. */
const posts = (name: string, rest: string): Place => ({
  name,
  languages: all,
  open: (page, language) => page.goto(at(speaking(language) + rest, language)),
});

/** A page about the first post of a campaign that speaks the language. */
const firstPost = (name: string, rest: string): Place => ({
  name,
  languages: all,
  open: (page, language) => {
    const post = language === "ar" ? "light" : "in-public";
    return page.goto(at(`${speaking(language)}/posts/${post}${rest}`, language));
  },
});

/** An officer's own page: of an endorsement that is to be proved. */
const endorsed = (name: string, deed?: (page: Page) => Promise<unknown>): Place => ({
  name: `endorsement, ${name}`,
  languages: all,
  open: async (page, language) => {
    await page.goto(at(await endorsedBy(page.request, speaking(language), language), language));
    await deed?.(page);
  },
});

const endorsements: Place[] = [
  inLetter("endorsement, the form", "/endorsements"),
  {
    name: "endorsement, the form with errors",
    languages: all,
    open: async (page, language) => {
      await page.goto(at(`${await letterPath(page.request, speaking(language))}/endorsements`, language));
      await page.locator('[name="website"]').fill("javascript:alert(1)");
      await page.locator("main button.button").click();
    },
  },
  inLetter("endorsement, inbox", "/endorsements/inbox"),
  endorsed("to be proved"),
  endorsed("a proof refused", async (page) => {
    await page.locator("#proof-email").fill("robin@gmail.com");
    await page.locator('form[action*="/proof"] button').first().click();
  }),
  endorsed("ended", (page) => page.locator('[aria-labelledby="end-title"] button').click()),
  path("endorsement, gone", "/endorsements/cut-in-two"),
  path("endorsement, a proof out of date", "/endorsements/proofs/cut-in-two"),
];

/** An event of a campaign that speaks the language, and a time of it. */
const eventIn = (language?: string): { path: string; form: Record<string, string> } =>
  language === "ar"
    ? { path: `${corner("arabic")}/events/reading`, form: {} }
    : { path: `${campaign}/events/outside-dreamforce`, form: { slot: "noon" } };

/** Somebody's own page of an event, after some buttons. */
const coming = (name: string, deeds: string[], done?: (page: Page) => Promise<unknown>): Place => ({
  name: `event, ${name}`,
  languages: all,
  open: async (page, language) => {
    const event = eventIn(language);
    const link = await comingBy(page.request, event.path, { ...somebody(), name: longestName }, language, event.form);
    for (const deed of deeds) await press(page.request, link, deed);
    await page.goto(at(link, language));
    await done?.(page);
  },
});

const eventPlaces: Place[] = [
  { name: "events", languages: all, open: (page, language) => page.goto(at(`${speaking(language)}/events`, language)) },
  { name: "events, none", languages: ["en"], open: (page) => page.goto(at(`${corner("bare")}/events`)) },
  { name: "event", languages: all, open: (page, language) => page.goto(at(eventIn(language).path, language)) },
  { name: "event, with places", languages: ["en", "es"], open: (page, language) => page.goto(at(`${campaign}/events/call-before`, language)) },
  {
    name: "event, the form with errors",
    languages: all,
    open: async (page, language) => {
      await page.goto(at(eventIn(language).path, language));
      await page.locator('[name="people"]').fill("900");
      await page.locator('form[action*="/rsvps"] button.button').click();
    },
  },
  { name: "event, inbox", languages: all, open: (page, language) => page.goto(at(`${eventIn(language).path}/inbox`, language)) },
  coming("to be confirmed", []),
  coming("coming", ["confirmation"]),
  coming("coming, refused", ["confirmation"], async (page) => {
    await page.locator('[name="people"]').fill("0");
    await page.locator('form[action*="/words"] button').click();
  }),
  coming("not coming", ["confirmation", "cancellation"]),
  path("event, gone", "/rsvps/cut-in-two"),
];

const postPlaces: Place[] = [
  posts("composer", "/posts"),
  posts("composer, a post that names", "/posts?network=threads"),
  posts("composer, the link alone", "/posts?network=facebook"),
  posts("composer, Mastodon", "/posts?network=mastodon"),
  posts("composer, mail", "/posts?network=email"),
  posts("composer, copy", "/posts?network=copy"),
  { name: "composer, many targets", languages: ["en"], open: (page) => page.goto(at(`${corner("long")}/posts`)) },
  {
    name: "composer, a target that answered",
    languages: ["ar", "en"],
    open: (page, language) => page.goto(at(`${corner("arabic")}/posts?target=amal`, language)),
  },
  firstPost("Mastodon’s server", "/mastodon"),
  firstPost("Mastodon’s server, refused", "/mastodon?server=localhost"),
  firstPost("on to a server", "/mastodon?server=mastodon.social"),
  posts("clicks", "/clicks"),
];

/** A page below a private link. */
const below = (name: string, rest: string, signer: string): Place => ({
  name,
  languages: all,
  open: async (page, language) => {
    const link = await signedOn(page.request, { ...somebody(), name: signer }, speaking(language), language);
    await press(page.request, link, "confirmation");
    await page.goto(at(link.replace(/(\?|$)/, `/${rest}$1`), language));
  },
});

const erased: Place = {
  name: "erased",
  languages: all,
  open: async (page, language) => {
    await below("", "erasure", "Li").open(page, language);
    await page.locator("form button").click();
  },
};

const notice: Place = {
  name: "privacy notice",
  languages: all,
  open: (page, language) => page.goto(at(`${speaking(language)}/privacy`, language)),
};

const cornerPlaces: Place[] = corners.map(({ folder, path, languages }) => ({
  name: `campaign “${folder}”`,
  languages,
  open: (page, language) => page.goto(at(path, language)),
}));

const longRefused: Place = {
  name: "form with errors, every field",
  languages: ["en"],
  open: async (page) => {
    await page.goto(at(corner("long")));
    await page.locator('[name="comment"]').fill("https://example.org/buy");
    await sign(page, { name: "https://example.org/buy", email: "robin@gmial.com" });
  },
};

const send = (form: string) => (page: Page) => page.locator(`form[action*="${form}"] button.button`).click();

const paste = (list: string) => async (page: Page) => {
  await page.locator("#list").fill(list);
  await send("/speakers")(page);
};
const save = (page: Page) => page.locator(".campaign-form button:not([name])").click();

/** Hides who is found, or opens a change that can be taken back: another story may hide the same person meanwhile. */
const hide = async (page: Page) => {
  const changes = at(desk.changes, new URL(page.url()).searchParams.get("lang") ?? undefined);
  const button = page.locator("form.deed button");
  const back = page.locator(".part a.button");
  if (await button.count()) {
    await button.click();
    await page.waitForLoadState();
  }
  for (let nth = 0; nth < 20 && (await back.count()) === 0; nth++) {
    await page.goto(changes);
    await page.locator("tbody a").nth(nth).click();
    await page.waitForLoadState();
  }
};

const deskPlaces: Place[] = [
  atDesk("home", "/desk"),
  atDesk("setup", "/desk/setup"),
  atDesk("setup, tried", "/desk/setup?tried=1"),
  atDesk("status", "/desk/status"),
  atDesk("account", "/desk/account"),
  atDesk("account, a second step begun", "/desk/account", send("/second-step"), "second@example.org"),
  atDesk("account, a password too short", "/desk/account", send("/password")),
  atDesk("own record", "/desk/account/record"),
  atDesk("own erasure", "/desk/account/erasure"),
  atDesk("own erasure, refused", "/desk/account/erasure", send("/erasure")),
  atDesk("asked again", "/desk/proof"),
  atDesk("members", desk.members),
  atDesk("members, refused", desk.members, send("/invitations")),
  atDesk("members, a second step asked by who has none", desk.members, send("/second-step")),
  atDesk("record", desk.record),
  atDesk("record, nothing found", `${desk.record}?until=2001-01-01`),
  atDesk("campaign at a glance", desk.campaign),
  atDesk("campaign at a glance, all of it", `${desk.campaign}?span=all`),
  atDesk("retention", desk.retention),
  atDesk("retention, refused", `${desk.retention}?mails=soon&look=1`),
  atDesk("personal data", desk.personalData),
  atDesk("signatures", desk.signatures),
  atDesk("signatures, nothing found", `${desk.signatures}?q=nobody`),
  atDesk("signatures, filtered", `${desk.signatures}?state=shown&order=name`),
  atDesk("signatures, a filter kept", `${desk.signatures}?state=hidden`, async (page) => {
    await page.locator("details:has(form[action*='/filters']) summary").click();
    await page.locator("form[action$='/filters'] button, form[action*='/filters?'] button").last().click();
  }),
  atDesk("a change looked at", `${desk.hidings}?which=all`),
  atDesk("a change, nothing ticked", `${desk.hidings}?which=ticked`),
  atDesk("a change done", `${desk.hidings}?which=all&q=ngozi`, hide),
  atDesk("a change, taking it back", `${desk.hidings}?which=all&q=ngozi`, async (page) => {
    await hide(page);
    await page.locator(".part a.button").click();
  }),
  atDesk("changes", desk.changes),
  atDesk("held", `${desk.campaign}/holding`),
  atDesk("held, weights saved", `${desk.campaign}/holding`, send("/holding/weights")),
  atDesk("held, a venue refused", `${desk.campaign}/holding`, send("/holding/venues")),
  atDesk("a removal looked at", `${desk.signatures}/removals?which=all`),
  atDesk("sign-ons that wait", desk.waiting),
  atDesk("outbox", desk.outbox),
  atDesk("people", desk.people),
  atDesk("export, its form", `${desk.exports}?list=signatures&state=shown&q=Ada`),
  atDesk("tasks, none yet", desk.tasks, undefined, "nothing@example.org"),
  atDesk("tasks, one done", `${desk.exports}?list=signatures`, async (page) => {
    await page.locator(".export-form button").click();
    const file = page.locator(".tasks a.button");
    for (let looks = 0; looks < 50 && (await file.count()) === 0; looks++) await page.reload();
  }, "exports@example.org"),
  atDesk("endorsements", `${desk.campaign}/endorsements`),
  atDesk("endorsements, one entered wrongly", `${desk.campaign}/endorsements`, send("/entries")),
  atDesk("endorsement", `${desk.campaign}/endorsements`, async (page) => {
    await page.locator("#organisation").fill("City of Example");
    await page.locator("#kind-3").check();
    await send("/entries")(page);
    await page.locator("tbody a").first().click();
  }),
  atDesk("events", `${desk.campaign}/events`),
  atDesk("event", `${desk.campaign}/events/outside-dreamforce`),
  atDesk("event, its form", `${desk.campaign}/events/outside-dreamforce/words`),
  atDesk("event, a new one", `${desk.campaign}/events/new`),
  atDesk("event, a new one refused", `${desk.campaign}/events/new`, send("/new")),
  atDesk("event, the sheet", `${desk.campaign}/events/outside-dreamforce/sheet`),
  atDesk("event, the door", `${desk.campaign}/events/outside-dreamforce/door`),
  atDesk("event, the door, a ticket that is none", `${desk.campaign}/events/outside-dreamforce/door?ticket=forged`),
  ...statementPlaces,
  ...partnerDeskPlaces,
  ...goalDeskPlaces,
  ...moneyDeskPlaces,
  ...deliveryPlaces,
  atDesk("targets", desk.targets),
  atDesk("targets, a list with faults", desk.targets, paste("name,x,shoes\nBo,@far_too_long_a_handle,\n,,\n")),
  atDesk("targets, a list looked at", desk.targets, paste("name,x,session\nAda Example,@ada,2018-09-26 14:00\nAl Gore,@al,\n")),
  atDesk("target", `${desk.targets}/al-gore`),
  atDesk("target, refused", `${desk.targets}/al-gore`, (page) => page.locator("form[action*=\"/marks\"] button.button").first().click()),
  atDesk("target, taken away while a post names it", `${desk.targets}/al-gore`, send("/removal")),
  atDesk("new campaign", desk.newCampaign),
  atDesk("new campaign, refused", desk.newCampaign, save),
  atDesk("new campaign, previewed", desk.newCampaign, async (page) => {
    await page.locator("textarea").fill("# A bench\n\nThere is *nowhere* to sit.\n\n- not in summer\n- not in winter");
    await page.locator('button[name="preview"]').click();
  }),
  atDesk("a letter’s versions", `${desk.campaign}/letters/drop-the-contract/versions`),
  atDesk("a campaign’s words", `${desk.campaign}/words`),
  atDesk("a campaign’s words, changed meanwhile", `${desk.campaign}/words`, async (page) => {
    await page.locator('[name="version"]').evaluate((field: HTMLInputElement) => (field.value = "1"));
    await page.locator('input[name^="ask."]').first().fill("Ask for something else.");
    await save(page);
  }),
  atDesk("not found", "/desk/groups/nobodys/members"),
  path("desk: sign in", "/desk/sign-in?why=ended"),
  path("desk: inbox", "/desk/sign-in/inbox"),
  { name: "desk: an invitation", languages: all, open: async (page, language) => page.goto(at(freshLink(), language)) },
  path("desk: no such link", "/desk/links/cut-in-two"),
  {
    name: "desk: sign in, refused",
    languages: all,
    open: async (page, language) => {
      await page.goto(at("/desk/sign-in", language));
      await page.locator('[name="email"]').fill("nobody@example.org");
      await page.locator('[name="password"]').fill("not the password");
      await page.locator("main button").first().click();
    },
  },
];

export const places: Place[] = [
  ...deskPlaces,
  ...eventPlaces,
  path("home", "/"),
  { ...path("campaign", campaign), languages: ["en", "es"] },
  inLetter("letter", ""),
  refused,
  longRefused,
  inLetter("wordings", "/wordings"),
  inLetter("names", "/names"),
  {
    name: "names, of one relation",
    languages: all,
    open: async (page, language) => {
      const relation = language === "ar" ? "reader" : "customer";
      await page.goto(at(`${await letterPath(page.request, speaking(language))}/names?relation=${relation}`, language));
    },
  },
  { name: "names, none yet", languages: ["en"], open: async (page) => page.goto(at(`${await letterPath(page.request, corner("long"))}/names?country=IS`)) },
  inLetter("inbox", "/inbox"),
  inLetter("inbox, asked again", "/inbox?again=1"),
  privatePage("waiting", longestName, []),
  privatePage("confirmed", longestName, [["confirmation"]]),
  privatePage("hidden", "Li", [["confirmation"], ["visibility"]]),
  privatePage("withdrawn", "Li", [["confirmation"], ["withdrawal"]]),
  below("erasure, second step", "erasure", "Li"),
  erased,
  notice,
  path("broken link", "/signatures/this-link-was-cut-off"),
  path("a new link", "/signatures/links"),
  path("not found", "/campaigns/nothing-here"),
  ...endorsements,
  ...pressPlaces,
  ...goalPlaces,
  ...moneyPlaces,
  ...partnerPlaces,
  ...postPlaces,
  path("mailbox", "/demo/mailbox"),
  { name: "mail", languages: all, open: openNewestMail },
  { name: "mail as HTML", languages: all, open: openNewestMailAsHtml },
  path("components", "/demo/components"),
  ...cornerPlaces,
];

async function openNewestMail(page: Page, language?: string) {
  await page.goto(at("/demo/mailbox", language));
  await page.locator('a[href*="/demo/mailbox/"]').first().click();
  // The frame with the HTML part lets no script in, axe's neither; that part is a place of its own.
  await page.locator("iframe").evaluate((frame) => frame.remove());
}

/** The newest mail of a campaign in this language, as a mail program shows it. */
async function openNewestMailAsHtml(page: Page, language?: string) {
  const robin = somebody();
  await signedOn(page.request, robin, speaking(language), language);
  const [mail] = await mailsTo(page.request, robin.email);
  const html = await (await page.request.get(at(`${mail}/html`))).text();
  await page.goto("about:blank"); // a page before this one would lend it its content security policy
  await page.setContent(html);
}
