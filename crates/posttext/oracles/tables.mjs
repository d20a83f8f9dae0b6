// Writes the tables in ../data from the packages: by asking their recognisers, code point by code
// point, what they take, and from the names their lists hold. Run after a change of version:
//   node tables.mjs            (writes ../data/*.txt)
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
const folder = process.env.POSTTEXT_ORACLES ?? new URL(".", import.meta.url).pathname;
const need = createRequire(`${folder}/package.json`);
const written = (name, lines) => writeFileSync(new URL(`../data/${name}`, import.meta.url), lines.join("\n") + "\n");

writeDomains();
writeCounted();
writeDrawn();

function writeDomains() {
  const names = (file) => {
    const { source } = need(`twitter-text/dist/regexp/${file}`).default ?? need(`twitter-text/dist/regexp/${file}`);
    return source.slice("(?:(?:".length, source.indexOf(")(?=")).split("|");
  };
  const generic = names("validGTLD.js");
  const country = names("validCCTLD.js");
  if (generic.length < 1000 || country.length < 250) throw new Error("the lists are not where they were");
  written("top-level-domains.txt", [
    "# The top-level domains X's counter knows, in the order in which it tries them.",
    "# Origin: the names in npm twitter-text 3.1.0 (Apache-2.0, Copyright 2018 Twitter, Inc.), which took",
    "# them from the root zone of 2019. The list is frozen: domains registered since are not counted as links.",
    "[generic]", ...generic, "[country]", ...country,
  ]);
}

function writeCounted() {
  const { parse } = need("twemoji-parser");
  const text = (...codes) => String.fromCodePoint(...codes);
  const taken = (...codes) => {
    const whole = text(...codes);
    const found = parse(whole);
    return found.length > 0 && found[0].indices[0] === 0 ? [...whole.slice(0, found[0].indices[1])].length : 0;
  };
  const whole = (...codes) => taken(...codes) === codes.length;
  const TONE = 0x1f3fb, TEXT = 0xfe0e, EMOJI = 0xfe0f, JOINER = 0x200d;
  const kinds = { plain: [], text: [], variant: [], tonable: [], "tonable-text": [] };
  for (let code = 0x80; code < 0x20000; code++) {
    if ((code >= 0xd800 && code <= 0xdfff) || code === EMOJI) continue;
    const alone = whole(code), emoji = whole(code, EMOJI), asText = taken(code, TEXT) === 1, tone = whole(code, TONE);
    if (!alone && !emoji) continue;
    const kind = !alone ? "variant" : tone ? (asText ? "tonable" : "tonable-text") : asText ? "plain" : "text";
    if (emoji === (kind === "plain" || kind === "tonable")) throw new Error(code.toString(16));
    kinds[kind].push(code);
  }
  const letters = Array.from({ length: 26 }, (_, letter) => 0x1f1e6 + letter);
  const flags = letters.flatMap((a) => letters.filter((b) => whole(a, b)).map((b) => [a, b]));
  const tags = ["gbeng", "gbsct", "gbwls"].map((region) => [0x1f3f4, ...[...region].map((c) => 0xe0000 + c.charCodeAt(0)), 0xe007f]).filter((f) => whole(...f));

  const all = Object.values(kinds).flat();
  // Hair is an emoji only when joined to a person.
  const things = [...all, ...Array.from({ length: 0x300 }, (_, code) => 0x1f900 + code).filter((code) => !all.includes(code))];
  const joined = new Map();
  // One more person or thing after each known beginning, with or without U+FE0F, until nothing is added.
  let beginnings = all.flatMap((code) => [[code], [code, TONE], [code, EMOJI]]);
  for (let round = 0; round < 4; round++) {
    const next = [];
    for (const begin of beginnings) {
      for (const code of things) {
        for (const end of [[code], [code, EMOJI]]) {
          const sequence = [...begin, JOINER, ...end];
          if (whole(...sequence)) { joined.set(sequence.map(hex).join(" "), sequence); next.push(sequence); }
          else if (taken(...sequence, JOINER, 0x1f466) > sequence.length || taken(...sequence, JOINER, 0x1f468) > sequence.length
            || taken(...sequence, JOINER, 0x1f48b, JOINER, 0x1f468) > sequence.length) next.push(sequence);
        }
      }
    }
    beginnings = [...new Map(next.map((s) => [s.join(), s])).values()];
  }
  const names = [...joined.keys()];
  const lines = new Set(names.map((name) => {
    const toned = name.replace(" 200D", " 1F3FB 200D");
    if (name.split(" ")[1] === "1F3FB") return joined.has(name.replace(" 1F3FB", "")) ? name.replace("1F3FB", "tone?") : name.replace("1F3FB", "tone");
    return joined.has(toned) ? name.replace(" 200D", " tone? 200D") : name;
  }));
  const sorted = [...lines].sort((a, b) => b.split(" ").length - a.split(" ").length || (a < b ? -1 : 1));
  written("emoji-counted-by-x.txt", [
    "# The emoji X's counter knows: each of these counts two, whatever it is made of.",
    "# Origin: what npm twemoji-parser 11.0.2 (MIT, Copyright (c) 2018 Twitter) recognises, the parser that",
    "# twitter-text 3.1.0 uses: the emoji of Unicode 11. Later ones are counted as their single code points.",
    "# plain: alone. text: with or without U+FE0F, never before U+FE0E. variant: only with U+FE0F.",
    "# tonable, tonable-text: the same, and a skin tone may follow. joined: whole sequences, the longest first.",
    ...Object.entries(kinds).map(([kind, codes]) => `${kind}: ${ranges(codes)}`),
    ...letters.map((a) => flags.filter((f) => f[0] === a).map((f) => f.map(hex).join("+"))).filter((f) => f.length).map((f) => `flag: ${f.join(" ")}`),
    ...tags.map((f) => `joined: ${f.map(hex).join(" ")}`),
    ...sorted.map((name) => `joined: ${name}`),
  ]);
}

function writeDrawn() {
  const codes = (pattern) => Array.from({ length: 0x20000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff).filter((code) => pattern.test(String.fromCodePoint(code)));
  written("emoji-drawn.txt", [
    "# Which characters are drawn as emoji: alone (Emoji_Presentation), or when U+FE0F follows (Emoji).",
    `# Origin: emoji-data.txt of the Unicode Character Database ${process.versions.unicode} (Unicode License v3, Copyright Unicode, Inc.).`,
    `alone: ${ranges(codes(/\p{Emoji_Presentation}/u))}`,
    `emoji: ${ranges(codes(/\p{Emoji}/u))}`,
  ]);
}

function hex(code) { return code.toString(16).toUpperCase(); }
function ranges(codes) {
  const out = [];
  for (const code of codes) {
    const last = out.at(-1);
    if (last && last[1] === code - 1) last[1] = code; else out.push([code, code]);
  }
  return out.map(([a, b]) => (a === b ? hex(a) : `${hex(a)}..${hex(b)}`)).join(" ");
}
