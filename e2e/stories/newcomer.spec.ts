// The newcomer: from the link that the program prints when nobody has an account, to a first campaign in
// the desk; without a script, as everything at the desk.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program, settings, sparePort } from "../servers.ts";
import { expect, test } from "../story.ts";

test.use({ javaScriptEnabled: false });

test("from the printed link to a first campaign", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "broadside-newcomer-"));
  const data = ["--data", join(folder, "data")];
  const listen = ["--listen", `127.0.0.1:${await sparePort()}`];
  const server = spawn(program, ["serve", ...listen, ...data], { env: { ...settings, BROADSIDE_CLOCK: "" }, stdio: ["ignore", "pipe", "ignore"] });
  try {
    const link = await new Promise<string>((found, failed) => {
      let said = "";
      server.stdout.on("data", (more) => {
        said += more;
        const [printed] = said.match(/http:\/\/\S+\/desk\/first\/\S+(?=\s)/) ?? [];
        if (printed) found(printed);
      });
      server.on("exit", () => failed(new Error(`it stopped: ${said}`)));
    });
    await page.goto(link);
    await expect(page.locator("main")).toContainText("works on this machine only");
    await page.locator('[name="name"]').fill("Ada Lovelace");
    await page.locator('[name="email"]').fill("ada@example.org");
    await page.locator('[name="group"]').fill("Mill Lane");
    await page.locator("main button").click();
    await expect(page).toHaveURL(/\/desk$/);
    await expect(page.locator("main")).toContainText("No campaign yet");

    const campaign = join(folder, "bench");
    execFileSync(program, ["campaign", "new", campaign, "--group", "mill-lane"]);
    const file = join(campaign, "campaign.toml");
    const words = readFileSync(file, "utf8");
    writeFileSync(file, words.replace('status = "draft"', 'status = "published"').replaceAll("Our group", "Mill Lane"));
    execFileSync(program, ["campaign", "import", campaign, ...data], { env: { ...settings, BROADSIDE_CLOCK: "" } });
    await expect(async () => {
      await page.reload();
      await page.getByRole("link", { name: "A bench at the bus stop" }).click({ timeout: 500 });
    }).toPass();
    await expect(page.locator("main")).toContainText("Nothing is known yet");

    await page.goto(link);
    await expect(page.locator("h1")).toContainText(/used already/i);
    await page.goto(new URL("/desk", link).href);
    await page.locator('form[action*="/session/end"] button').click();
    await expect(page.locator("main")).toContainText("You are signed out");
    await page.goto(new URL("/desk", link).href);
    await expect(page).toHaveURL(/\/desk\/sign-in$/);
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
