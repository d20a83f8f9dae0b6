// Passkeys: asks our own server what to sign, the device to sign it, and sends the answer as a form.
const asBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const asText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const asCredentials = (names) => names.map((name) => ({ type: "public-key", id: asBytes(name) }));

/** What the server asks; a page to be gone to first, where it would know who sits here. */
async function asked(form) {
  const email = document.getElementById("email")?.value ?? "";
  const answer = await fetch(form.dataset.passkey, { method: "POST", body: new URLSearchParams({ email }) });
  if (answer.redirected) {
    document.location.assign(answer.url);
    return undefined;
  }
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

async function used({ challenge, rpId, timeout, userVerification, allowCredentials }) {
  const publicKey = {
    challenge: asBytes(challenge), rpId, timeout, userVerification, allowCredentials: asCredentials(allowCredentials),
  };
  const { rawId, response } = await navigator.credentials.get({ publicKey });
  return {
    credential: asText(rawId),
    client_data: asText(response.clientDataJSON),
    authenticator_data: asText(response.authenticatorData),
    signature: asText(response.signature),
    user_handle: response.userHandle ? asText(response.userHandle) : "",
  };
}

async function made({ challenge, timeout, rp, user, algorithms, excludeCredentials }) {
  const publicKey = {
    challenge: asBytes(challenge), timeout, rp,
    user: { ...user, id: asBytes(user.id) },
    pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: asCredentials(excludeCredentials),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
    attestation: "none",
  };
  const { response } = await navigator.credentials.create({ publicKey });
  return {
    client_data: asText(response.clientDataJSON),
    authenticator_data: asText(response.getAuthenticatorData()),
    public_key: asText(response.getPublicKey()),
    algorithm: response.getPublicKeyAlgorithm(),
  };
}

async function answer(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const failed = form.querySelector("[data-failed]");
  failed.hidden = true;
  try {
    const question = await asked(form);
    if (!question) return;
    const said = await ("rp" in question ? made(question) : used(question));
    for (const [name, value] of Object.entries(said)) form.elements.namedItem(name).value = value;
    form.submit();
  } catch {
    failed.hidden = false; // put off, timed out, or no such passkey: browsers do not say which
  }
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.addEventListener("submit", answer);
    form.querySelector("[data-without-script]").hidden = true;
    form.querySelector("[data-with-script]").hidden = false;
  }
}
