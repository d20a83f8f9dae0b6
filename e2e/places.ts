// Every page a visitor can come to, in each of its states, with the way there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { at, campaign, corners, demo, letterPath, press, sign, signedOn, somebody } from "./visitor.ts";

export type Place = { name: string; open: (page: Page, language?: string) => Promise<unknown> };

/** A name as long as a name may be, without a space to break at. */
export const longestName = "Wolfeschlegelsteinhausenbergerdorff".repeat(6).slice(0, 200);

const path = (name: string, where: string): Place => ({
  name,
  open: (page, language) => page.goto(at(demo(), where, language)),
});

const privatePage = (state: string, name: string, deeds: [string, object?][]): Place => ({
  name: `private page, ${state}`,
  open: async (page, language) => {
    const link = await signedOn(page.request, { ...somebody(), name });
    for (const [deed, form] of deeds) await press(page.request, link, deed, form);
    await page.goto(at(link, "", language));
  },
});

const refused: Place = {
  name: "form with errors",
  open: async (page, language) => {
    await page.goto(at(demo(), await letterPath(page.request), language));
    await sign(page, { name: "https://example.org/buy", email: "robin@gmial.com" });
  },
};

const inLetter = (name: string, rest: string): Place => ({
  name,
  open: async (page, language) =>
    page.goto(at(demo(), (await letterPath(page.request)) + rest, language)),
});

export const places: Place[] = [
  path("home", "/"),
  path("campaign", campaign),
  inLetter("letter", ""),
  refused,
  inLetter("inbox", "/inbox"),
  inLetter("inbox, asked again", "/inbox?again=1"),
  privatePage("waiting", longestName, []),
  privatePage("confirmed", longestName, [["confirmation"]]),
  privatePage("hidden", "Li", [["confirmation"], ["visibility"]]),
  privatePage("withdrawn", "Li", [["confirmation"], ["withdrawal"]]),
  path("broken link", "/signatures/this-link-was-cut-off"),
  path("a new link", "/signatures/links"),
  path("not found", "/campaigns/nothing-here"),
  path("mailbox", "/demo/mailbox"),
  path("components", "/demo/components"),
];

/** The campaigns of e2e/campaigns: an Arabic one, the longest, the emptiest, a closed one. */
export const cornerCampaigns = readdirSync(join(import.meta.dirname, "campaigns")).map((folder) => {
  const file = readFileSync(join(import.meta.dirname, "campaigns", folder, "campaign.toml"), "utf8");
  const slug = file.match(/^slug *= *"([^"]+)"/m)?.[1] ?? folder;
  return { folder, path: `/campaigns/${slug}` };
});

export const cornerPlaces: Place[] = cornerCampaigns.map(({ folder, path }) => ({
  name: `campaign “${folder}”`,
  open: (page, language) => page.goto(at(corners(), path, language)),
}));
