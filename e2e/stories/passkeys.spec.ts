// Passkeys with Chromium's own virtual authenticator: the whole way of a browser, its checks included.
import type { CDPSession, Page } from "@playwright/test";
import { freshLink } from "../desk.ts";
import { expect, test } from "../story.ts";
import { at } from "../visitor.ts";

type Key = { discoverable: boolean; verified?: boolean };

/** A device with passkeys, plugged into this page's browser. */
async function device(page: Page, { discoverable, verified = true }: Key): Promise<[CDPSession, string]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2" as const,
    transport: "internal" as const,
    hasResidentKey: discoverable,
    hasUserVerification: true,
    isUserVerified: verified,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
  return [cdp, authenticatorId];
}

const passkeys = (page: Page) => page.locator("#passkeys");

async function signOut(page: Page) {
  await page.locator('form[action*="/session/end"] button').click();
  await expect(page.locator("main")).toContainText("You are signed out");
}

async function withPasskey(page: Page, email: string, key: Key) {
  const plugged = await device(page, key);
  await page.goto(freshLink(email));
  await page.locator("main button").click();
  await page.goto(at("/desk/account"));
  await passkeys(page).getByLabel("Name of the new passkey").fill("My phone");
  await passkeys(page).getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.locator(".note")).toContainText("The passkey is added");
  await expect(passkeys(page)).toContainText("My phone");
  return plugged;
}

test("a passkey is added, signs in with nothing typed, and is removed", async ({ page }) => {
  const [cdp, authenticatorId] = await withPasskey(page, "passkey-one@example.org", { discoverable: true });
  await signOut(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(/\/desk$/);
  await page.goto(at("/desk/account"));
  await expect(passkeys(page)).toContainText("Last used on");

  await page.goto(at("/desk/proof"));
  await page.getByRole("button", { name: "Show it with a passkey" }).click();
  await expect(page).toHaveURL(/\/desk$/);

  await page.goto(at("/desk/account"));
  await passkeys(page).getByRole("button", { name: "Remove My phone" }).click();
  await expect(page.locator(".note")).toContainText("The passkey is removed");
  await signOut(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.locator(".summary")).toContainText("This passkey was not taken");
  await cdp.send("WebAuthn.clearCredentials", { authenticatorId });
});

test("a key that holds no names is found by the address", async ({ page }) => {
  await withPasskey(page, "passkey-two@example.org", { discoverable: false });
  await signOut(page);
  await page.locator("#email").fill("passkey-two@example.org");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(/\/desk$/);
});

test("whoever is not known to the device is not let in, and is told the other ways", async ({ page }) => {
  const [cdp, authenticatorId] = await withPasskey(page, "passkey-three@example.org", { discoverable: true });
  await signOut(page);
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.locator("[data-failed]")).toBeVisible();
  await expect(page.locator("[data-failed]")).toContainText("take another way");
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the door says what passkeys need, and the other ways stay", async ({ page }) => {
    await page.goto(at("/desk/sign-in"));
    await expect(page.locator("main")).toContainText("Passkeys need JavaScript");
    await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toBeHidden();
    await expect(page.locator("#password")).toBeVisible();
  });
});
