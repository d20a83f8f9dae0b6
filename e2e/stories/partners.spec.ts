// A partner accepts the terms, gives its key and asks for a file: the whole way without JavaScript.
import { key, partnerPath } from "../partner-places.ts";
import { expect, test } from "../story.ts";
import { at, campaign } from "../visitor.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a partner signs in, accepts, gives its key and takes an encrypted file away", async ({ page }) => {
    const own = await partnerPath(page);
    await page.goto(at(own));
    const accept = page.locator('form[action*="/acceptance"] button');
    if (await accept.count()) await accept.click();
    await expect(page.locator("#terms")).toContainText("Either side can end this at any time");
    await page.locator("#age_key").fill("no key");
    await page.locator('form[action*="/key"] button').click();
    await expect(page.locator("#age_key-error")).toContainText("age1");
    await page.locator("#age_key").fill(key);
    await page.locator('form[action*="/key"] button').click();
    await page.waitForURL(/done=key/);
    await page.locator('form[action*="/exports"] button').first().click();
    await expect(async () => {
      await page.goto(at(own));
      await expect(page.locator('a[href*="/exports/"]').first()).toBeVisible({ timeout: 500 });
    }).toPass();
    const link = await page.locator('a[href*="/exports/"]').first().getAttribute("href");
    const file = await page.request.get(at(link!));
    expect(file.status()).toBe(200);
    expect((await file.body()).subarray(0, 21).toString()).toBe("age-encryption.org/v1");
  });

  test("the campaign stands under a partner's look, and who runs it stays said", async ({ page }) => {
    await page.goto(at(`${campaign}/partners/greenpeace`));
    await expect(page.locator(".mast")).toContainText("Shown with Greenpeace");
    await expect(page.locator(".mast")).toContainText("Run by");
    await expect(page.locator('#sign [name="source"]')).toHaveValue("partner-greenpeace");
    await expect(page.locator('#sign [name="consent"][value="greenpeace"]')).not.toBeChecked();
  });
});
