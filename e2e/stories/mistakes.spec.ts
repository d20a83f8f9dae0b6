// What the form says when something is wrong with what was typed.
import { corner } from "../places.ts";
import { expect, test } from "../story.ts";
import { at, campaign, sign, signForm, somebody } from "../visitor.ts";

test("a refused form keeps what was typed and says what is wrong on top and at the field", async ({ page }) => {
  await page.goto(at(corner("long")));
  await signForm(page).locator('[name="postal_code"]').fill("94105");
  await signForm(page).locator('[name="country"]').selectOption("PT");
  await signForm(page).locator('[name="comment"]').fill("The boat is how we get home.");
  await sign(page, { name: "see https://example.org/buy", email: "robin@example.org" });

  const form = signForm(page);
  await expect(form.locator('[name="name"]')).toHaveValue("see https://example.org/buy");
  await expect(form.locator('[name="email"]')).toHaveValue("robin@example.org");
  await expect(form.locator('[name="postal_code"]')).toHaveValue("94105");
  await expect(form.locator('[name="country"]')).toHaveValue("PT");
  await expect(form.locator('[name="comment"]')).toHaveValue("The boat is how we get home.");
  await expect(form.locator('[name="public"]')).toBeChecked();
  await expect(form.locator('[name="name"]')).toHaveAttribute("aria-invalid", "true");
  await expect(form.locator('[name="email"]')).not.toHaveAttribute("aria-invalid", "true");
});

test("the summary's link leads to the field", async ({ page }) => {
  await page.goto(at(campaign));
  await sign(page, { name: "see https://example.org/buy", email: "robin@example.org" });
  const field = signForm(page).locator('[name="name"]');
  const id = await field.getAttribute("id");
  await page.locator(`a[href$="#${id}"]`).first().click();
  await expect(field).toBeFocused();
});

test("a mistyped mail domain is asked about once and never changed", async ({ page }) => {
  const mistyped = somebody().email.replace("example.org", "gmial.com");
  await page.goto(at(campaign));
  await sign(page, { name: "Robin", email: mistyped });
  await expect(page.locator("main")).toContainText("@gmail.com");
  await expect(signForm(page).locator('[name="email"]')).toHaveValue(mistyped);

  await signForm(page).locator('button[type="submit"], button:not([type])').click();
  await expect(page).toHaveURL(/\/inbox\b/);
});

for (const name of ["李", "🦊", "أمل مثال", "Ž".repeat(200)]) {
  test(`“${[...name].slice(0, 8).join("")}” is a person`, async ({ page }) => {
    await page.goto(at(campaign));
    await sign(page, { name, email: somebody().email });
    await expect(page).toHaveURL(/\/inbox\b/);
  });
}
