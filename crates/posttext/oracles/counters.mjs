// The networks' own counters, called as they are. Mastodon's two functions are its composer's
// (app/javascript/mastodon/features/compose/util), written anew over the same packages.
import { createRequire } from "node:module";
const folder = process.env.POSTTEXT_ORACLES ?? new URL(".", import.meta.url).pathname;
const need = createRequire(`${folder}/package.json`);
const { parseTweet } = need("twitter-text");
const { RichText } = need("@atproto/api");
const stringz = need("stringz");
const part = (name) => { const found = need(`twitter-text/dist/regexp/${name}`); return (found.default ?? found).source; };

const writtenLink = new RegExp(
  `(${part("validUrlPrecedingChars")})https?:\\/\\/${part("validDomain")}(?::${part("validPortNumber")})?`
    + `(?:\\/${part("validUrlPath")}*)?(?:\\?${part("validUrlQueryChars")}*${part("validUrlQueryEndingChars")})?`, "gi");
const remoteMention = /(^|[^/\w])@([a-z0-9_]+)@[a-z0-9.-]+[a-z0-9]+/gi;

export const counters = {
  x: (text) => parseTweet(text).weightedLength,
  bluesky: (text) => new RichText({ text }).graphemeLength,
  mastodon: (text) => stringz.length(text.replace(writtenLink, `$1${"x".repeat(23)}`).replace(remoteMention, "$1@$2")),
};
export const accepted = { x: (text) => parseTweet(text).valid };
