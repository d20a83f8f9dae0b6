// The press reads and takes away; whoever is asked replies: the whole way without JavaScript.
import { replyLink } from "../press-places.ts";
import { expect, test } from "../story.ts";
import { at, campaign } from "../visitor.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("whoever is asked replies by a private link, and the press reads it word for word", async ({ page }) => {
    const words = `We have read it, ${Math.random().toString(36).slice(2)}.`;
    await page.goto(await replyLink(page));
    await expect(page.locator("main")).toContainText("was asked for a comment");
    await page.locator('form[action*="/replies"] button').click();
    await expect(page.locator("#words-error")).toBeVisible();
    await page.locator("#words").fill(`${words}\n\nAnd we stay.`);
    await page.locator("#speaker").fill("Ada Example");
    await page.locator('form[action*="/replies"] button').click();
    await expect(page.locator("main")).toContainText("published as you sent it");
    await expect(async () => {
      await page.goto(at(`${campaign}/press`));
      await expect(page.locator("#record")).toContainText(words, { timeout: 100 });
    }).toPass();
    await expect(page.locator("#record")).toContainText("nobody edited it. Nobody has proved who sent it.");
    await page.goto(at(campaign));
    await expect(page.locator(".reply")).toContainText(words);
  });

  test("the letter is taken away as PDF and as text", async ({ page }) => {
    await page.goto(at(`${campaign}/press`));
    for (const [ending, begins] of [["letter.pdf", "%PDF-"], ["letter.txt", "Drop the border contract"]]) {
      const link = await page.locator(`#letter a[href$="${ending}"]`).getAttribute("href");
      const file = await page.request.get(at(link!));
      expect(file.status()).toBe(200);
      expect((await file.body()).subarray(0, 40).toString()).toContain(begins);
    }
  });
});
