// The journey with nothing but a keyboard.
import type { Page } from "@playwright/test";
import { expect, test } from "../story.ts";
import { at, button, campaign, openLinkFromMail, somebody } from "../visitor.ts";

test("a visitor signs and confirms by keyboard alone", async ({ page }) => {
  const robin = somebody();
  await page.goto(at(campaign));
  await tabTo(page, '[name="name"]');
  await page.keyboard.type(robin.name);
  await tabTo(page, '[name="email"]');
  await page.keyboard.type(robin.email);
  await tabTo(page, '[name="public"]');
  if (!(await page.locator('[name="public"]').isChecked())) await page.keyboard.press("Space");
  await tabTo(page, "form button");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/inbox\b/);

  await openLinkFromMail(page, robin);
  await tabTo(page, 'form[action*="/confirmation"] button');
  await page.keyboard.press("Enter");
  await expect(button(page, "withdrawal")).toBeVisible();
});

test("a post is chosen and opened by keyboard alone", async ({ page }) => {
  await page.goto(at(`${campaign}/posts`));
  await tabTo(page, '.ways a[href*="network=bluesky"]');
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/network=bluesky/);
  await tabTo(page, "[data-send]");
});

/** Presses Tab until the focus is there, and sees to it that every stop on the way is visible. */
async function tabTo(page: Page, selector: string) {
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((wanted) => {
      const focused = document.activeElement!;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const marked = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      return { there: focused.matches(wanted), marked, what: focused.outerHTML.slice(0, 80) };
    }, selector);
    expect(stop.marked, `the focus can be seen on ${stop.what}`).toBe(true);
    if (stop.there) return;
  }
  throw new Error(`the keyboard never came to ${selector}`);
}
