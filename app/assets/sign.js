// How long the sign-on form was filled in, so that what no person can have typed is looked at before it counts. It
// is said with the form and kept as long as that; nothing else is measured, and the form works as well without.
const told = document.querySelector("form [name=filled_in]");
const form = told?.form;
const before = Number(told?.value) || 0;
form?.addEventListener("submit", () => {
  told.value = String(Math.round(before + performance.now()));
}, { once: true });

// While a campaign is under attack the page asks for work: a number that is found by trying. It begins as soon as an
// address is typed, and the form waits for it; where it takes too long the form goes without.
const [rounds, bits, stamp] = (form?.dataset.work ?? "").split(" ");
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

if (stamp && globalThis.crypto?.subtle) {
  const { email, work } = form.elements;
  let of, working;
  const begin = () => {
    const typed = email.value.trim().toLowerCase();
    if (typed && typed !== of) [of, working] = [typed, prove(typed).catch(() => "")];
    return working;
  };
  begin();
  email.addEventListener("change", begin);
  let is_done = false;
  form.addEventListener("submit", async event => {
    if (is_done) return;
    event.preventDefault();
    if (form.ariaBusy === "true") return;
    const { submitter } = event;
    const words = submitter?.textContent;
    form.ariaBusy = "true";
    if (submitter) submitter.textContent = form.dataset.working;
    work.value = await begin() ?? "";
    if (submitter) submitter.textContent = words;
    form.ariaBusy = null;
    is_done = true;
    form.requestSubmit(submitter);
    is_done = false;
  });
}
