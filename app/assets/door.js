// The door of an event without a network: what is noted waits on the phone until the server has it, and what the server
// said last stays with it: who is in by number and since when, never a name. The page works without this script as long
// as there is a network.
const door = document.getElementById("door");
const words = door.dataset;
const path = new URL(words.path, location).pathname;
const list = [...door.querySelectorAll(".door > li")];
const status = document.getElementById("door-status");
const counted = document.getElementById("door-arrived");
const before = document.getElementById("door-already");
const WAITING = `door ${path}`;
const SAID = `door said ${path}`;
// So many notes go at once: some kilobytes.
const PIECE = 200;

// Each note has a number of its own: two that say the same are two.
const waiting = () => JSON.parse(localStorage.getItem(WAITING) ?? "[]");
const keep = (notes) => localStorage.setItem(WAITING, JSON.stringify(notes));
keep(waiting().map(([name, value, number]) => [name, value, number ?? crypto.randomUUID()]));

const say = (text) => {
  if (status.textContent !== text) status.textContent = text;
};
const rowOf = (id) => list.find((row) => row.dataset.id === id);
const hour = (at) => new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }).format(at);
const since = (at) => (at > 0 ? words.since.replace("%1", hour(at)) : "");

// What the server said last: by this page, or by an answer that this phone had after the page was made.
let server = {
  now: Number(words.now),
  people: Number(counted.dataset.arrived),
  arrived: new Map(
    list.filter((row) => Number(row.dataset.arrived) > 0).map((row) => [row.dataset.id, [Number(row.dataset.arrived), Number(row.dataset.at)]]),
  ),
  // By how much its clock is before this phone's.
  ahead: 0,
};
const kept = JSON.parse(localStorage.getItem(SAID) ?? "null");
if (kept) {
  if (kept.now > server.now) server = { ...kept, arrived: new Map(kept.arrived) };
  else server.ahead = kept.ahead;
}
const now = () => Date.now() + server.ahead;

// Who is in by what the server said and by what waits here, by the number on the list: how many, and since when.
let arrived = new Map();

function stand() {
  const stands = new Map(server.arrived);
  let people = server.people;
  for (const [name, value] of waiting()) {
    const [id, many, at] = value.split(".");
    const of = stands.get(id)?.[0] ?? 0;
    if (name === "arrival") {
      const more = Math.max(of, Number(many));
      people += more - of;
      stands.set(id, [more, Number(at)]);
    } else if (name === "undone") {
      people -= of;
      stands.delete(id);
    } else if (name === "walk_in") people += Number(value.split(".")[2]);
    else if (name === "undone_walk_in") people -= 1;
  }
  arrived = stands;
  list.forEach(show);
  counted.textContent = new Intl.NumberFormat(document.documentElement.lang).format(Math.max(people, 0));
}

function show(row) {
  const form = row.querySelector("form");
  const button = form.querySelector("button");
  const isIn = arrived.has(row.dataset.id);
  row.classList.toggle("is-in", isIn);
  if (isIn === (button.name === "undone")) return;
  const unseen = button.querySelector(".unseen");
  const other = button.cloneNode();
  other.append(isIn ? words.undo : words.letIn);
  if (unseen) other.append(unseen);
  other.name = isIn ? "undone" : "arrival";
  other.value = isIn ? row.dataset.id : `${row.dataset.id}.${row.dataset.people}.`;
  other.className = isIn ? "button button-quiet" : "button button-plain";
  form.replaceChildren(...(isIn ? [Object.assign(document.createElement("strong"), { textContent: words.in }), " "] : []), other);
}

// What the status says besides how many notes wait.
let noticed = "";

function note(name, value) {
  noticed = "";
  keep([...waiting(), [name, value, crypto.randomUUID()]]);
  stand();
  send();
}

let sending = false;
// Whether the server was heard the last time: a browser may think it is online where nothing comes through.
let isHeard = true;

// Sends what waits, a piece at a time; where nothing does, it asks how things stand.
async function send() {
  if (sending) return;
  if (!navigator.onLine) return tell();
  sending = true;
  try {
    let most = PIECE;
    do {
      const notes = waiting().slice(0, most);
      const answer = await fetch(words.action, {
        method: "POST",
        headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(notes.map(([name, value]) => [name, value])),
        redirect: "manual",
        signal: AbortSignal.timeout(20_000),
      });
      isHeard = true;
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return say(words.signedOut);
      if (answer.status === 404) return say(words.gone);
      if ([400, 413, 422].includes(answer.status) && notes.length > 0) {
        // What one of them says cannot be read: the others are not to wait for it.
        if (notes.length === 1) {
          letGo(notes);
          noticed = words.unknown;
        } else most = Math.ceil(notes.length / 2);
        continue;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      hear(await answer.json(), notes);
    } while (waiting().length > 0);
    tell();
  } catch {
    isHeard = false;
    tell();
  } finally {
    sending = false;
  }
}

// By their numbers: another tab of this phone may have sent and noted meanwhile.
function letGo(notes) {
  const sent = new Set(notes.map(([, , number]) => number));
  keep(waiting().filter(([, , number]) => !sent.has(number)));
}

function hear(said, notes) {
  server = { now: said.now, people: said.people, arrived: new Map(Object.entries(said.arrived)), ahead: said.now - Date.now() };
  localStorage.setItem(SAID, JSON.stringify({ ...server, arrived: [...server.arrived] }));
  letGo(notes);
  stand();
  for (const [id, at] of said.already) warn(String(id), at);
  if (said.unknown.length > 0) noticed = words.unknown;
  const unlisted = said.tickets.filter(([id]) => !rowOf(String(id)));
  if (unlisted.length > 0) noticed = words.byTicket.replace("%1", unlisted.reduce((sum, [, people]) => sum + people, 0));
}

// Somebody was let in whom another phone had let in: it stays until it was seen.
function warn(id, at) {
  const name = rowOf(id)?.querySelector("bdi").textContent ?? words.somebody;
  const line = document.createElement("li");
  line.textContent = words.already.replace("%1", () => name).replace("%2", () => hour(at));
  before.querySelector("ul").append(line);
  before.hidden = false;
}

before.querySelector("button").addEventListener("click", () => {
  before.hidden = true;
  before.querySelector("ul").replaceChildren();
});

function tell() {
  const left = waiting().length;
  const said = left === 0 ? words.sent : `${words.waiting} ${left}.`;
  say([noticed, navigator.onLine && isHeard ? "" : words.offline, said].filter(Boolean).join(" "));
}

// A button of the page, pressed: noted here first.
door.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.name) return;
  event.preventDefault();
  if (button.name === "walk_in") {
    const [slot] = button.value.split(".");
    const mark = crypto.randomUUID();
    note("walk_in", `${slot}.${mark}.1.${now()}`);
    lastWalkIn(`${slot}.${mark}`);
  } else if (button.name === "undone_walk_in") {
    note("undone_walk_in", button.value);
    button.remove();
  } else if (button.name === "undone") {
    note("undone", `${button.value}.${now()}`);
  } else {
    note(button.name, `${button.value}${now()}`);
  }
  if (event.target.closest("#door-ticket")) event.target.remove();
});

// Whoever was counted last can be taken back.
function lastWalkIn(value) {
  const form = document.getElementById("door-walk-in");
  form.querySelector('[name="undone_walk_in"]')?.remove();
  const button = Object.assign(document.createElement("button"), { type: "submit", name: "undone_walk_in", value, className: "button button-quiet" });
  button.append(words.walkInUndo);
  form.append(button);
}

async function markOf(ticket) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(ticket));
  return [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A ticket that was read: found on the list, or kept until the server can tell whose it is, and how many they are.
async function read(ticket) {
  const place = document.getElementById("door-ticket");
  place.hidden = false;
  const mark = await markOf(ticket);
  const row = list.find((one) => one.dataset.mark === mark);
  const title = document.createElement("h2");
  if (row) {
    const isIn = arrived.get(row.dataset.id);
    title.append(row.querySelector("bdi").cloneNode(true));
    place.replaceChildren(title, isIn ? `${words.in} ${since(isIn[1])}` : row.querySelector("small").textContent);
    place.classList.toggle("is-in", Boolean(isIn));
    if (!isIn) note("arrival", `${row.dataset.id}.${row.dataset.people}.${now()}`);
  } else {
    title.textContent = words.unlisted;
    place.replaceChildren(title);
    note("ticket", `${ticket}..${now()}`);
  }
}

const ticketIn = (text) => {
  try {
    return new URL(text).searchParams.get("ticket");
  } catch {
    return null;
  }
};

async function scan() {
  const camera = document.getElementById("door-camera");
  if (!camera.hidden) {
    camera.srcObject?.getTracks().forEach((track) => track.stop());
    camera.hidden = true;
    return;
  }
  try {
    camera.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    say(words.noCamera);
    return;
  }
  camera.hidden = false;
  await camera.play();
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  let last = "";
  const look = async () => {
    if (camera.hidden) return;
    const [found] = await detector.detect(camera).catch(() => []);
    const ticket = found && ticketIn(found.rawValue);
    if (ticket && ticket !== last) {
      last = ticket;
      await read(ticket);
    }
    setTimeout(look, 250);
  };
  look();
}

document.getElementById("door-tools").hidden = false;
document.getElementById("door-search").hidden = false;
const scanner = document.getElementById("door-scan");
if ("BarcodeDetector" in window) {
  scanner.hidden = false;
  scanner.addEventListener("click", scan);
}

document.getElementById("door-name").addEventListener("input", (event) => {
  const looked = event.target.value.trim().toLocaleLowerCase();
  for (const row of list) row.hidden = !row.querySelector("bdi").textContent.toLocaleLowerCase().includes(looked);
});

document.getElementById("door-forget").addEventListener("click", async () => {
  if (waiting().length > 0) return say(words.left);
  const workers = await navigator.serviceWorker?.getRegistrations();
  for (const worker of workers ?? []) {
    if (!path.startsWith(new URL(worker.scope).pathname)) continue;
    worker.active?.postMessage({ forget: true });
    await worker.unregister();
  }
  localStorage.removeItem(WAITING);
  localStorage.removeItem(SAID);
  location.assign(path.replace(/\/door$/, ""));
});

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register(words.worker).then(async () => {
    const ready = await navigator.serviceWorker.ready;
    const made = [...document.querySelectorAll("link[rel=stylesheet], script[src], link[rel=preload]")].map((one) => one.href || one.src);
    ready.active.postMessage({ keep: [path, ...made] });
  }).catch(() => {});
}

stand();
send();
addEventListener("online", send);
addEventListener("offline", () => tell());
// Other phones let people in too. A page that nobody looks at asks nothing.
setInterval(() => {
  if (document.visibilityState === "visible" || waiting().length > 0) send();
}, 15_000);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") send();
});

// The page was kept without the ticket that its address now bears: the server would have said whose it is, or nobody's.
const asked = new URLSearchParams(location.search).get("ticket");
if (asked && document.getElementById("door-ticket").hidden && !document.getElementById("door-note")) read(asked);
