// Random texts that come near the rules: the same ones for the same seed.
import { readFileSync } from "node:fs";

const data = (name) => readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8").split("\n");
const domains = data("top-level-domains.txt").filter((line) => line && !/^[#[]/.test(line));
const chars = (codes) => String.fromCodePoint(...codes);
const emoji = data("emoji-counted-by-x.txt").filter((line) => line && !line.startsWith("#")).flatMap((line) => {
  const [kind, list] = line.split(": ");
  if (kind === "joined") return [chars(list.replace("tone?", "").replace("tone", "1F3FD").split(" ").filter(Boolean).map((w) => parseInt(w, 16)))];
  if (kind === "flag") return list.split(" ").map((pair) => chars(pair.split("+").map((w) => parseInt(w, 16))));
  return list.split(" ").flatMap((range) => {
    const [a, b = a] = range.split("..").map((w) => parseInt(w, 16));
    return Array.from({ length: b - a + 1 }, (_, n) => chars([a + n]));
  });
});

export function* texts(count, seed) {
  const random = from(seed);
  const below = (n) => Math.floor(random() * n);
  const one = (list) => list[below(list.length)];
  const some = (most, make) => Array.from({ length: below(most + 1) }, make).join("");
  const range = (a, b) => () => chars([a + below(b - a + 1)]);

  const letters = range(0x61, 0x7a);
  const latin = () => one(["a", "e", "é", "ß", "ſ", "K", "K", "ÿ", "ʀ", "ⱥ", "ι", "ñ", "Å", "e\u0301", "o\u0308", "ſ", "İ", "ı", "µ", "ẞ"]);
  const word = () => one([() => letters() + some(8, letters), () => some(4, latin) + letters(), () => some(5, range(0x4e00, 0x4eff)),
    () => some(6, range(0x430, 0x44f)), () => some(6, range(0x627, 0x652)), () => some(5, range(0x3041, 0x30ff)), () => some(5, range(0xac00, 0xacff)),
    () => some(5, range(0x905, 0x94d)), () => some(5, range(0xe01, 0xe4e)), () => some(4, range(0x1100, 0x11ff)), () => some(4, range(0x10d0, 0x10ff)), () => String(below(10000))])();
  const odd = () => one(["\u200d", "\ufe0f", "\ufe0e", "\u200b", "\u200c", "\u200e", "\u202a", "\u2066", "\u061c", "\ufeff", "\ufffe", "\uffff", "\u20e3", "\u0301", "\u0345",
    "\u1ab0", "\u1dc0", "\u20d0", "\ufe20", "\0", "\x07", "\x7f", "\x85", "\xa0", "\u2003", "\u3000", "\u180e", "\u2013", "\u2014", "\u2018", "\u2026", "\u2032", "\r\n", "\r", "\n", "\t",
    "\u{1f3fb}", "\u{1f3ff}", "\u{e0067}", "\u{e007f}", "。", "．", "｡", "＠", "＃", "\u0600", "\u{110bd}", "\u0d4d", "\u0915\u094d\u0937"]);
  const any = () => { const c = one([range(0x20, 0x7e), range(0, 0x10ff), range(0x1100, 0x2fff), range(0x3000, 0xd7ff), range(0xe000, 0xffff), range(0x10000, 0x1ffff), range(0x20000, 0x10ffff)])(); return c; };
  const sign = () => one([..."!'#%&()*+,\\-./:;<=>?@[]^_{|}~$\"` "]);
  const picture = () => one([() => one(emoji), () => one(emoji) + one(["", "\ufe0f", "\ufe0e", "\u{1f3fc}", "\u200d"]), () => one(emoji) + "\u200d" + one(emoji) + one(["", "\ufe0f"]),
    () => some(5, range(0x1f1e6, 0x1f1ff)), () => one([..."0123456789#*"]) + one(["", "\ufe0f"]) + one(["", "\u20e3"]), range(0x1f300, 0x1faff), range(0x2190, 0x2bff),
    () => "\u{1f3f4}" + some(6, () => chars([0xe0000 + one([0x67, 0x62, 0x65, 0x6e, 0x73, 0x63, 0x74, 0x77, 0x6c])])) + one(["\u{e007f}", ""]),
    () => one(["👨", "👩", "👁", "🏃", "🏋"]) + one(["", "\u{1f3fd}", "\ufe0f"]) + "\u200d" + one(["⚕", "❤", "🗨", "♂", "♀", "👦", "💻", "🦰"]) + one(["", "\ufe0f"])])();
  const flip = (text) => one([text, text, text, text.toUpperCase(), text.toLowerCase(), text.replace(/./u, (c) => c.toUpperCase())]);
  const top = () => one([() => one(domains), () => one(domains), () => one(["com", "org", "co.uk", "de", "中国", "рф", "みんな", "xn--p1ai"]), () => one(["example", "comm", "con", "invalid", "xn--", "local", "zz", "co.", ""]), word])();
  const label = () => one([() => letters() + some(6, letters), () => letters() + some(4, letters), () => letters() + some(4, letters), word, () => word() + one(["-", "_", "--", "-_"]) + word(), () => some(3, any), () => latin() + letters(), picture, () => one(["www", "t", "xn--a", "xn--bcher-kva", "a".repeat(60 + below(6)), "日".repeat(10 + below(50)), "a。b", "é".repeat(40 + below(40)), "-a", "a-"])])();
  const host = () => { let name = label(); for (let n = below(3); n > 0; n--) name += "." + label(); return name + one([".", ".", ".", ".", ".", "..", "", " ."]) + flip(top()); };
  const path = () => one(["", "", "/", () => "/" + some(3, () => word() + one(["", "/", "-", "_", ".", ",", "(" + letters() + ")", "(a(b)c)", "(", ")", "()", "((a))", "@", "@a/", "–", "!", "%20", "|", "~", odd(), latin()])), () => "/" + some(8, sign), () => "/" + some(10, () => one([sign, letters, latin])())].map((p) => (typeof p === "string" ? () => p : p)))();
  const query = () => one([() => "", () => "", () => "?" + letters() + "=" + some(4, letters) + one(["", "&a=b", ".", ",", "!", "#top", "é", ")"]), () => "?" + some(6, sign), () => "?" + some(8, () => one([sign, letters])())])();
  const protocol = () => one(["", "", "http://", "https://", "https://", "HTTP://", "hTTps://", "http:/", "ftp://", "//", "http://http://", "https://www."]);
  const link = () => protocol() + host() + one(["", "", "", ":80", ":", ":8a", ":080"]) + path() + query();
  const short = () => one(["http://", "https://", ""]) + one(["t.co/", "T.co/", "t.co", "at.co/", "t.co:80/"]) + some(one([5, 10, 45, 60]), () => one([letters, () => String(below(10))])()) + one(["", "", "/a", "?a=b", "?", "?=!", ".", "é", "-"]);
  const mention = () => one(["@", "@@", "＠", "a@", "/@", "_@", " @"]) + one([letters() + some(6, letters), "a_b", "", word()]) + one(["", "@", "@" + letters() + some(5, letters) + "." + flip(top()), "@a", "@a.", "@a.b-", "@-.", "@a..b", "@b.c@d.e"]);
  const tag = () => one(["#", "$", "＃", "#️⃣"]) + one([word(), letters() + ".com", "TWTR"]);
  const piece = () => one([word, word, word, link, link, link, link, short, mention, mention, tag, picture, picture, picture, odd, any, sign, host, () => word() + link() + word(), () => picture() + link() + picture(), () => host() + "/" + host()])();
  const rare = () => one([() => "https://e.com/" + "a".repeat(4050 + below(60)), () => "e.com/" + "é".repeat(4060 + below(60)), () => "a.".repeat(below(300)) + "com", () => "(".repeat(below(50)) + "e.com/" + "(a".repeat(below(9)) + ")".repeat(below(9)), () => some(400, any), () => "é".repeat(300) + "." + one(domains)])();

  for (let n = 0; n < count; n++) {
    let text = below(200) === 0 ? rare() : "";
    for (let pieces = below(one([3, 6, 12])) + 1; pieces > 0; pieces--) text += piece() + one([" ", " ", "", "", "\n", ",", ".", sign()]);
    yield text.toWellFormed ? text.toWellFormed() : text;
  }
}

// mulberry32: small, and the same on every machine.
function from(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
