// Keeps the door of an event on the phone: the page as it was last seen, and what it is made of. The network comes
// first; without one the kept page is shown.
const KEPT = `door ${self.registration.scope}`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data?.keep) {
    event.waitUntil(
      caches.open(KEPT).then((kept) => Promise.allSettled(event.data.keep.map((url) => kept.add(url)))),
    );
  }
  if (event.data?.forget) event.waitUntil(caches.delete(KEPT));
});

// A ticket in the address is read by the page itself.
const isDoor = (url) => url.pathname.endsWith("/door") && url.href.startsWith(self.registration.scope);

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && isDoor(url)) {
    event.respondWith(
      fetch(event.request).catch(async () => {
        const kept = await caches.open(KEPT);
        return (await kept.match(url.pathname, { ignoreSearch: true })) ?? Response.error();
      }),
    );
  } else if (url.pathname.startsWith("/assets/")) {
    event.respondWith(
      caches.open(KEPT).then(async (kept) => (await kept.match(event.request)) ?? fetch(event.request)),
    );
  }
});
