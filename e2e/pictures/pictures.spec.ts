// The pictures that the README shows, taken from the running demo into docs/pictures.
import { join } from "node:path";
import { test } from "../story.ts";
import { at, campaign } from "../visitor.ts";

const folder = join(import.meta.dirname, "../../docs/pictures");

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  test("the campaign", async ({ page }) => {
    await page.goto(at(campaign), { waitUntil: "networkidle" });
    await page.screenshot({ path: join(folder, "campaign-phone.png") });
  });
  test("the composer", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 1050 }); // down to its button
    await page.goto(at(`${campaign}/posts`), { waitUntil: "networkidle" });
    await page.screenshot({ path: join(folder, "composer-phone.png") });
  });
});

test.describe("on a laptop", () => {
  test.use({ viewport: { width: 1280, height: 800 } });
  test("the campaign", async ({ page }) => {
    await page.goto(at(campaign), { waitUntil: "networkidle" });
    await page.screenshot({ path: join(folder, "campaign-desktop.png") });
  });
});
