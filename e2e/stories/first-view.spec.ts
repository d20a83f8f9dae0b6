// What a first visit costs: bytes, requests, and nothing told to anybody else.
import { expect, test } from "../story.ts";
import { at, campaign, demo } from "../visitor.ts";

test("the first view is at most 100 KB in at most 6 requests, none to a third party", async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  const urls: string[] = [];
  let bytes = 0;
  devtools.on("Network.requestWillBeSent", ({ request }) => void urls.push(request.url));
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => void (bytes += encodedDataLength));
  await page.goto(at(campaign), { waitUntil: "networkidle" });

  const requests = urls.filter((url) => !url.startsWith("data:"));
  console.log(`first view: ${requests.length} requests, ${(bytes / 1000).toFixed(1)} KB`);
  expect(requests.filter((url) => new URL(url).origin !== new URL(demo()).origin)).toEqual([]);
  expect(requests.length, requests.join("\n")).toBeLessThanOrEqual(6);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(100_000);
});

test("whoever reads gets no cookie and nothing is stored", async ({ page, context }) => {
  const withCookies: string[] = [];
  page.on("response", async (response) => {
    if ((await response.allHeaders())["set-cookie"]) withCookies.push(response.url());
  });
  await page.goto(at(campaign), { waitUntil: "networkidle" });
  expect(withCookies).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(["", 0, 0]);
});

test("the page's words arrive compressed and can be kept", async ({ request }) => {
  const first = await request.get(at(campaign));
  expect(first.headers()["content-encoding"]).toMatch(/^(br|gzip)$/);
  const etag = first.headers().etag;
  const second = await request.get(at(campaign), { headers: { "If-None-Match": etag } });
  // The count may have risen between the two, and then the page is another.
  expect(second.headers().etag === etag ? second.status() : 304).toBe(304);
});
