// The sheet in print, at night, from right to left, and on a laptop's first screen.
import { corner } from "../places.ts";
import { expect, test } from "../story.ts";
import { at, campaign, signForm } from "../visitor.ts";

test("in print the letter stays and the form goes", async ({ page }) => {
  await page.goto(at(campaign));
  await expect(signForm(page)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("h1")).toBeVisible();
  await expect(signForm(page)).toBeHidden();
});

test("at night paper and ink change", async ({ page }) => {
  const colours = () =>
    page.evaluate(() => [document.documentElement, document.body, document.querySelector("h1")!]
      .map((element) => getComputedStyle(element))
      .map(({ color, backgroundColor }) => `${color} on ${backgroundColor}`));
  await page.goto(at(campaign));
  await page.emulateMedia({ colorScheme: "light" });
  const day = await colours();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await colours()).not.toEqual(day);
});

test("an Arabic campaign is set from right to left", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(at(corner("arabic")));
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  const form = await signForm(page).boundingBox();
  expect(form!.x, "the form stands on the left, beside the letter").toBeLessThan(640);
});

test("a closed letter says so and has no form", async ({ page }) => {
  await page.goto(at(corner("closed")));
  await expect(signForm(page)).toHaveCount(0);
});

test("on a laptop the count and the start of the form are on the first screen", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(at(campaign));
  const name = await signForm(page).locator('[name="name"]').boundingBox();
  expect(name!.y + name!.height).toBeLessThanOrEqual(800);
});
