// The door of an event without a network: what is noted waits on the phone until the server has it. The page works
// without this script as long as there is a network.
const door = document.getElementById("door");
const words = door.dataset;
const path = new URL(words.path, location).pathname;
const list = [...door.querySelectorAll(".door > li")];
const status = document.getElementById("door-status");
const WAITING = `door ${path}`;

const waiting = () => JSON.parse(localStorage.getItem(WAITING) ?? "[]");
const keep = (notes) => localStorage.setItem(WAITING, JSON.stringify(notes));
const say = (text) => {
  status.textContent = text;
};

// Who is in by this phone or by what the server last said, by the number on the list.
const arrived = new Map(list.map((row) => [row.dataset.id, Number(row.dataset.arrived)]));

function show(row) {
  const form = row.querySelector("form");
  const button = form.querySelector("button");
  const unseen = button.querySelector(".unseen");
  const isIn = arrived.get(row.dataset.id) > 0;
  row.classList.toggle("is-in", isIn);
  if (isIn === (button.name === "undone")) return;
  const other = button.cloneNode();
  other.append(isIn ? words.undo : words.letIn);
  if (unseen) other.append(unseen);
  other.name = isIn ? "undone" : "arrival";
  other.value = isIn ? row.dataset.id : `${row.dataset.id}.${row.dataset.people}.`;
  other.className = isIn ? "button button-quiet" : "button button-plain";
  form.replaceChildren(...(isIn ? [Object.assign(document.createElement("strong"), { textContent: words.in }), " "] : []), other);
}

function count() {
  let people = base;
  for (const [id, many] of arrived) people += many - (told.get(id) ?? 0);
  for (const [name, value] of waiting()) if (name === "walk_in") people += Number(value.split(".")[2]);
  document.getElementById("door-arrived").textContent = new Intl.NumberFormat(document.documentElement.lang).format(people);
}

// What the server has counted, and of whom.
let base = Number(document.getElementById("door-arrived").textContent.replace(/\D/g, "")) || 0;
let told = new Map(arrived);

function note(name, value) {
  keep([...waiting(), [name, value]]);
  const [id, people] = value.split(".");
  if (name === "arrival") arrived.set(id, Math.max(arrived.get(id) ?? 0, Number(people)));
  if (name === "undone") arrived.set(id, 0);
  const row = list.find((one) => one.dataset.id === id);
  if (row && name !== "walk_in") show(row);
  count();
  send();
}

let sending = false;
async function send() {
  const notes = waiting();
  if (sending || notes.length === 0 || !navigator.onLine) return tell();
  sending = true;
  try {
    const answer = await fetch(words.action, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(notes),
      redirect: "manual",
    });
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      say(words.signedOut);
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const said = await answer.json();
    // Another tab of this phone may have sent and noted meanwhile.
    const sent = new Set(notes.map(String));
    keep(waiting().filter((one) => !sent.has(String(one))));
    base = said.people;
    told = new Map(Object.entries(said.arrived));
    const left = waiting();
    for (const row of list) {
      if (left.some(([name, value]) => name !== "walk_in" && value.split(".")[0] === row.dataset.id)) continue;
      arrived.set(row.dataset.id, told.get(row.dataset.id) ?? 0);
      show(row);
    }
    count();
    tell(said.unknown.length > 0 ? words.unknown : "");
  } catch {
    tell();
  } finally {
    sending = false;
  }
}

function tell(also = "") {
  const left = waiting().length;
  const said = left === 0 ? words.sent : `${words.waiting} ${left}.`;
  say([also, navigator.onLine ? "" : words.offline, said].filter(Boolean).join(" "));
}

// A button of the page, pressed: noted here first.
door.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.name) return;
  event.preventDefault();
  const now = Date.now();
  if (button.name === "walk_in") {
    const [slot] = button.value.split(".");
    note("walk_in", `${slot}.${crypto.randomUUID()}.1.${now}`);
  } else if (button.name === "undone") {
    note("undone", button.value);
  } else {
    note(button.name, `${button.value}${now}`);
  }
});

async function markOf(ticket) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(ticket));
  return [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A ticket that was read: found on the list, or kept until the server can tell whose it is.
async function read(ticket) {
  const place = document.getElementById("door-ticket");
  place.hidden = false;
  const mark = await markOf(ticket);
  const row = list.find((one) => one.dataset.mark === mark);
  const title = document.createElement("h2");
  if (row) {
    const wasIn = arrived.get(row.dataset.id) > 0;
    title.append(row.querySelector("bdi").cloneNode(true));
    place.replaceChildren(title, wasIn ? words.in : row.querySelector("small").textContent);
    if (!wasIn) note("arrival", `${row.dataset.id}.${row.dataset.people}.${Date.now()}`);
  } else {
    title.textContent = words.unlisted;
    place.replaceChildren(title);
    note("ticket", `${ticket}.1.${Date.now()}`);
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
if ("BarcodeDetector" in window) scanner.addEventListener("click", scan);
else scanner.hidden = true;

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
  location.assign(path.replace(/\/door$/, ""));
});

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register(words.worker).then(async () => {
    const ready = await navigator.serviceWorker.ready;
    const made = [...document.querySelectorAll("link[rel=stylesheet], script[src], link[rel=preload]")].map((one) => one.href || one.src);
    ready.active.postMessage({ keep: [path, ...made] });
  }).catch(() => {});
}

for (const [name, value] of waiting()) {
  const [id, people] = value.split(".");
  if (name === "arrival") arrived.set(id, Math.max(arrived.get(id) ?? 0, Number(people)));
  if (name === "undone") arrived.set(id, 0);
}
list.forEach(show);
count();
send();
addEventListener("online", send);
addEventListener("offline", () => tell());
setInterval(send, 15_000);

// The page was kept without the ticket that its address now bears.
const asked = new URLSearchParams(location.search).get("ticket");
if (asked && !navigator.onLine) read(asked);
