// How long the sign-on form was filled in, so that what no person can have typed is looked at before it counts. It
// is said with the form and kept as long as that; nothing else is measured, and the form works as well without.
const told = document.querySelector("form [name=filled_in]");
const form = told?.form;
const before = Number(told?.value) || 0;
// Who came back by the browser's own button has read it before: nothing is said of that time.
const isBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";

// While a campaign is under attack the page asks for work: a number that is found by trying. It begins as soon as an
// address is typed, and the form waits for it; where it takes too long the form goes without.
const [rounds, bits, stamp] = (form?.dataset.work ?? "").split(" ");
const asks = Boolean(stamp && globalThis.crypto?.subtle);
const AT_ONCE = 64;
const LONGEST = 15_000;
const bytes = text => new TextEncoder().encode(text);

async function prove(email) {
  const secret = bytes(`${stamp} ${email}`);
  const key = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
  const derive = number => crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt: bytes(String(number)), iterations: Number(rounds) }, key, 32);
  const last = performance.now() + LONGEST;
  for (let first = 0; performance.now() < last; first += AT_ONCE) {
    const tries = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => derive(first + n)));
    const found = tries.findIndex(bits32 => Math.clz32(new DataView(bits32).getUint32(0)) >= Number(bits));
    if (found >= 0) return `${stamp}.${first + found}`;
  }
  return "";
}

const typed = () => form.elements.email.value.trim().toLowerCase();
let of, working;
const begin = () => {
  const email = typed();
  if (email && email !== of) {
    [of, working] = [email, prove(email).catch(() => "")];
    working.then(work => email === of && (form.elements.work.value = work));
  }
  return working;
};
if (asks) {
  begin();
  form.elements.email.addEventListener("change", begin);
}

const PATIENCE = 5_000;
let sentAt = -PATIENCE;
let isProved = false;
form?.addEventListener("submit", async event => {
  const now = performance.now();
  // Whoever presses again while the answer is on its way has signed already.
  if (now - sentAt < PATIENCE || form.ariaBusy === "true") return event.preventDefault();
  if (!isBack && !isProved) told.value = String(Math.round(before + now));
  if (!asks || isProved) {
    sentAt = now;
    return;
  }
  event.preventDefault();
  const { submitter } = event;
  const words = submitter?.textContent;
  form.ariaBusy = "true";
  if (submitter) submitter.textContent = form.dataset.working;
  // The address may be changed meanwhile.
  do await begin(); while (typed() && typed() !== of);
  // A form cannot be sent again while the event of its being sent is under way.
  await new Promise(done => setTimeout(done));
  if (submitter) submitter.textContent = words;
  form.ariaBusy = null;
  isProved = true;
  form.requestSubmit(submitter);
  isProved = false;
});
addEventListener("pageshow", event => {
  if (event.persisted) sentAt = -PATIENCE;
});
