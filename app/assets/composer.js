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

// So long nobody types, before what stands there is sent to be counted.
const PAUSE = 150;
// And so long before it is read out to those who hear the page.
const SILENCE = 1200;
let pause;
let silence;
let asked;
let wasEdited = false;

const told = async (address, fields, signal) => {
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields), signal, credentials: "omit" });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
};

async function count() {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  try {
    say(await told(counting, { text: words.value, lang: document.documentElement.lang }, signal));
  } catch {
    if (!signal.aborted) say({ words: box.dataset.uncounted, fits: true });
  }
}

function say({ words, fits }) {
  length.textContent = words;
  length.classList.toggle("error", !fits);
  length.removeAttribute("aria-busy");
  clearTimeout(silence);
  silence = setTimeout(() => (one("spoken").textContent = words), SILENCE);
}

function show() {
  const edited = words.value !== original;
  one("edited").hidden = !edited || !direct;
  if (send && direct) send.href = edited ? straight() : counted;
  clearTimeout(pause);
  clearTimeout(silence);
  asked?.abort();
  if (!edited) return wasEdited && say(said);
  wasEdited = true;
  length.setAttribute("aria-busy", "true"); // what stands there is of the words before
  pause = setTimeout(count, PAUSE);
}

words.readOnly = false;
one("edit").hidden = false;
words.addEventListener("input", show);
addEventListener("pageshow", show);

// Our own page asks for the server and names it again; changed words cannot take that way. Which name is a
// server's, our server says.
one("server")?.addEventListener("submit", async (event) => {
  if (words.value === original) return;
  event.preventDefault();
  const field = event.target.elements.server;
  const refuse = (why) => {
    field.setCustomValidity(why); // going on would lose the words
    field.reportValidity();
  };
  try {
    const { server } = await told("/servers", { server: field.value });
    if (server) document.location.assign(straight(server));
    else refuse(box.dataset.refused);
  } catch {
    refuse(box.dataset.unasked);
  }
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
