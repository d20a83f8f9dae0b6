// The composer: words can be changed, counted as the network counts them, copied, and given to the
// device's own share sheet. Changed words go straight to the network; nothing is sent from here, ever.
const box = document.querySelector("[data-composer]");
const words = document.getElementById("words");
const length = document.getElementById("length");
const one = (name) => box.querySelector(`[data-${name}]`);
const { direct, limit, link } = box.dataset;
const original = words.value;
const send = one("send");
const counted = send?.getAttribute("href");
const network = new URL(document.location).searchParams.get("network") ?? "x";
const figures = new Intl.NumberFormat(document.documentElement.lang === "ar" ? "ar-u-nu-arab" : document.documentElement.lang);
const clusters = (text) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
// What networks take for a link: a host with a dot and an ending. Without https:// before it, X takes
// only endings that exist; these are most of those that people write.
const asLink = /https?:\/\/(?:[\p{L}\p{N}_-]+\.)+[\p{L}][\p{L}\p{N}-]+(?::\d+)?(?:[/?#][^\s]*)?/giu;
const endings =
  "com org net edu gov int info biz io co me tv app dev news social eu us uk ca au nz ie de fr es it nl be ch at se no dk fi pl pt gr tr ua br mx ar cl pe za ng ke eg ma in jp cn kr";
const bare = new RegExp(`(?<![\\p{L}\\p{N}@/.:_-])(?:[a-z0-9-]+\\.)+(?:${endings.replaceAll(" ", "|")})(?![\\p{L}\\p{N}_-])(?:/[^\\s]*)?`, "giu");
const link23 = "a".repeat(23);
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

// twitter-text, configuration v3: these weigh one, all others two; an emoji two, a link 23.
const light = (point) =>
  point <= 0x10ff || (point >= 0x2000 && point <= 0x200d) || (point >= 0x2010 && point <= 0x201f) || (point >= 0x2032 && point <= 0x2037);
const weight = (text) =>
  clusters(text).reduce((sum, cluster) => {
    if (emoji.test(cluster) && !/^[\u0000-\u10ff]$/u.test(cluster)) return sum + 2;
    return sum + [...cluster].reduce((all, character) => all + (light(character.codePointAt(0)) ? 1 : 2), 0);
  }, 0);
const bytes = (text) => new TextEncoder().encode(text).length;

const count = {
  x: (text) => weight(text.normalize("NFC").replace(asLink, link23).replace(bare, link23)),
  bluesky: (text) => clusters(text).length,
  mastodon: (text) =>
    clusters(text.replace(asLink, link23).replace(/(@[\w.-]+)@[\w.-]+\w/g, "$1")).length,
  threads: (text) =>
    clusters(text).reduce((sum, cluster) => sum + (emoji.test(cluster) ? bytes(cluster) : [...cluster].length), 0),
}[network] ?? ((text) => [...text].length);

const encoded = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const lines = (text) => (direct.startsWith("mailto:") ? text.replace(/\r?\n/g, "\r\n") : text);
const straight = (server = "") => direct.replace("{server}", server).replace("{text}", () => encoded(lines(words.value)));

// As networks/servers.rs judges it, for plain names.
const isPublic = (server) =>
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(server) &&
  !/(?:^|\.)localhost(?:\.|$)|\.(?:alt|arpa|corp|domain|fritz|home|internal|intranet|invalid|lan|local|localdomain|mail|onion|private|router|test|workgroup)$/.test(server);

function show() {
  const n = count(words.value);
  const edited = words.value !== original;
  length.textContent = box.dataset.length.replace("{n}", figures.format(n));
  length.classList.toggle("error", Number(limit) > 0 && n > Number(limit));
  one("edited").hidden = !edited || !direct;
  if (send && direct) send.href = edited ? straight() : counted;
}

words.readOnly = false;
one("edit").hidden = false;
words.addEventListener("input", show);

// Our own page asks for the server and names it again; changed words cannot take that way.
one("server")?.addEventListener("submit", (event) => {
  if (words.value === original) return;
  event.preventDefault();
  const field = event.target.elements.server;
  const server = field.value.trim().toLowerCase();
  if (isPublic(server)) return document.location.assign(straight(server));
  field.setCustomValidity(box.dataset.refused); // going on would lose the words
  field.reportValidity();
});
document.getElementById("server")?.addEventListener("input", ({ target }) => target.setCustomValidity(""));

const copy = one("copy");
copy.hidden = false;
copy.addEventListener("click", async () => {
  words.select();
  try {
    await navigator.clipboard.writeText(words.value);
  } catch {
    document.execCommand("copy"); // where the clipboard is closed to pages without https
  }
  const label = copy.textContent;
  copy.textContent = copy.dataset.done;
  setTimeout(() => (copy.textContent = label), 2000);
});

if (navigator.share) {
  const share = one("share");
  share.hidden = false;
  share.addEventListener("click", () => {
    const apart = words.value.includes(link) ? {} : { url: link };
    navigator.share({ text: words.value, ...apart }).catch(() => {}); // closed without sharing
  });
}
