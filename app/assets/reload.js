// Reloads the page when the program behind it was started anew. Only pages of `bin/dev` carry it.
const process = async () => {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).headers.get("x-process");
  } catch {
    return null; // it is being started
  }
};
const here = await process();
setInterval(async () => {
  const now = await process();
  if (now && here && now !== here) location.reload();
}, 500);
