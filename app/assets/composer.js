// The composer: words can be changed, counted, copied, and given to the device's own share sheet. Changed
// words go straight to the network. To be counted they are sent to our own server, which alone knows how each
// network counts and keeps nothing of them; to nobody else is anything sent, ever.
const box = document.querySelector("[data-composer]");
const words = document.getElementById("words");
const length = document.getElementById("length");
const one = (name) => box.querySelector(`[data-${name}]`);
const { direct, counting, link } = box.dataset;
const original = words.defaultValue; // a browser that comes back has put the changed words in already
const said = { words: length.textContent, fits: !length.classList.contains("error") };
const send = one("send");
const counted = send?.getAttribute("href");

const encoded = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const lines = (text) => (direct.startsWith("mailto:") ? text.replace(/\r?\n/g, "\r\n") : text);
const straight = (server = "") => direct.replace("{server}", server).replace("{text}", () => encoded(lines(words.value)));

// As networks/servers.rs judges it, for plain names.
const isPublic = (server) =>
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(server) &&
  !/(?:^|\.)localhost(?:\.|$)|\.(?:alt|arpa|corp|domain|fritz|home|internal|intranet|invalid|lan|local|localdomain|mail|onion|private|router|test|workgroup)$/.test(server);

// So long nobody types, before what stands there is sent to be counted.
const PAUSE = 150;
let pause;
let asked;

async function count() {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  try {
    const body = new URLSearchParams({ text: words.value, lang: document.documentElement.lang });
    const answer = await fetch(counting, { method: "POST", body, signal, credentials: "omit" });
    if (!answer.ok) throw new Error(answer.statusText);
    say(await answer.json());
  } catch {
    if (!signal.aborted) say({ words: box.dataset.uncounted, fits: true });
  }
}

function say({ words, fits }) {
  length.textContent = words;
  length.classList.toggle("error", !fits);
  length.removeAttribute("aria-busy");
}

function show() {
  const edited = words.value !== original;
  one("edited").hidden = !edited || !direct;
  if (send && direct) send.href = edited ? straight() : counted;
  clearTimeout(pause);
  asked?.abort();
  if (!edited) return say(said);
  length.setAttribute("aria-busy", "true"); // what stands there is of the words before
  pause = setTimeout(count, PAUSE);
}

words.readOnly = false;
one("edit").hidden = false;
words.addEventListener("input", show);
addEventListener("pageshow", show);

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
