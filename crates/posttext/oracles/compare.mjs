// Compares posttext with the networks' own counters over random texts:
//   node compare.mjs [texts] [seed] -- cargo run -qp posttext --example length --
// and prints the number of differences and the first of them. With `--print` instead of a command it
// prints every text with the counters' answers, one JSON object a line.
import { spawnSync } from "node:child_process";
import { accepted, counters } from "./counters.mjs";
import { texts } from "./texts.mjs";

const cut = process.argv.indexOf("--");
const own = process.argv.slice(2, cut < 0 ? undefined : cut);
const command = cut < 0 ? [] : process.argv.slice(cut + 1);
const [count = 10000, seed = 1] = own.filter((word) => !word.startsWith("--")).map(Number);

if (own.includes("--print")) {
  const out = [];
  for (const text of texts(count, seed)) {
    const lengths = Object.fromEntries(Object.entries(counters).map(([network, counter]) => [network, counter(text)]));
    out.push(JSON.stringify({ text, lengths, accepted: { x: accepted.x(text) } }));
  }
  process.stdout.write(out.join("\n") + "\n");
} else {
  const all = [...texts(count, seed)];
  let differences = 0;
  for (const [network, counter] of Object.entries(counters)) differences += compared(network, [], all.map(counter));
  differences += compared("x", ["accepts"], all.map(accepted.x));
  process.exitCode = differences > 0 ? 1 : 0;

  function compared(network, words, theirs) {
    const run = spawnSync(command[0], [...command.slice(1), network, ...words], { input: all.map((text) => JSON.stringify(text)).join("\n"), maxBuffer: 1 << 30, encoding: "utf8" });
    if (run.status !== 0) throw new Error(run.stderr);
    const ours = run.stdout.trim().split("\n").map((line) => JSON.parse(line));
    const different = all.map((text, n) => ({ text, theirs: theirs[n], ours: ours[n] })).filter((row) => row.theirs !== row.ours);
    console.log(`${network} ${words.join(" ")}: ${different.length} of ${all.length} differ`);
    for (const row of different.sort((a, b) => a.text.length - b.text.length).slice(0, 8)) console.log(`  ${JSON.stringify(row)}`);
    return different.length;
  }
}
