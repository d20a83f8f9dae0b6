// Prints the conformance cases of twitter-text that say a length, one JSON object a line:
//   node cases.mjs FOLDER_OF_YAML
// Of the cases for version 2 of the configuration, which knows no emoji, those whose text holds none. The
// group "tweets" is left out: it is of version 1, with its limit of 140.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const need = createRequire(`${process.env.POSTTEXT_ORACLES}/package.json`);
const { parse } = need("yaml");
const emoji = need("twemoji-parser").parse;
const cases = (name) => parse(readFileSync(`${process.argv[2]}/${name}.yml`, "utf8")).tests;
const print = (row) => console.log(JSON.stringify(row));

const validate = cases("validate");
for (const group of ["WeightedTweetsCounterTest", "WeightedTweetsWithDiscountedEmojiCounterTest", "UnicodeDirectionalMarkerCounterTest"]) {
  for (const { description, text, expected } of validate[group]) {
    if (group === "WeightedTweetsCounterTest" && emoji(text).length > 0) continue;
    print({ about: `${group}: ${description}`, text, length: expected.weightedLength, accepted: expected.valid });
  }
}
// The crate's list of top-level domains is of 2026; of those the counter does not know, nothing is said.
const { extractUrls } = need("twitter-text");
let later = 0;
for (const [group, list] of Object.entries(cases("tlds"))) {
  for (const { description, text, expected } of list) {
    if (extractUrls(text).join() === expected.join()) print({ about: `${group}: ${description}`, text, links: expected });
    else later++;
  }
}
console.error(`${later} top-level domains are later than the counter`);
const extract = cases("extract");
for (const group of ["urls", "urls_with_directional_markers", "tco_urls_with_params"]) {
  for (const { description, text, expected } of extract[group]) {
    print({ about: `${group}: ${description}`, text, links: expected.map((link) => link.url ?? link) });
  }
}
