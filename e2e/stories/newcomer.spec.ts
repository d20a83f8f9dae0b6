// The newcomer: from the link that the program prints when nobody has an account, by a first campaign made in
// the desk, to a signature that is seen there; without a script, as everything at the desk.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program, settings, sparePort } from "../servers.ts";
import { expect, test } from "../story.ts";

test.use({ javaScriptEnabled: false });

/** What a program prints, once it fits. */
function printed(server: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    server.stdout!.on("data", (more) => {
      said += more;
      const [fits] = said.match(wanted) ?? [];
      if (fits) found(fits);
    });
    server.on("exit", () => failed(new Error(`it stopped: ${said}`)));
  });
}

/** The private link in the mail to an address, once the mail server has it. */
async function mailedLink(mails: string, email: string): Promise<string> {
  let link: string | undefined;
  await expect(() => {
    const all = readdirSync(mails).map((file) => readFileSync(join(mails, file), "utf8"));
    const mail = all.find((mail) => mail.includes(email))!;
    const plain = mail.replace(/=\r?\n/g, "").replaceAll("=3D", "=");
    [link] = plain.match(/http:\/\/\S+\/signatures\/[\w.~-]+/)!;
  }).toPass();
  return link!;
}

test("from the printed link to a seen signature", async ({ page }) => {
  test.slow(); // A long way, on a machine that may be busy.
  const folder = mkdtempSync(join(tmpdir(), "broadside-newcomer-"));
  const mails = join(folder, "mails");
  mkdirSync(mails);
  const smtp = spawn(
    "/usr/bin/python3",
    [join(import.meta.dirname, "../../crates/mailer/tests/smtp_server.py"), "--mode", "accept", "--mails", mails],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const mailPort = (await printed(smtp, /^\d+(?=\s)/)).trim();
  const port = await sparePort();
  const server = spawn(program, ["serve", "--listen", `127.0.0.1:${port}`, "--data", join(folder, "data")], {
    env: { ...settings, BROADSIDE_CLOCK: "", BROADSIDE_SMTP_URL: `smtp://127.0.0.1:${mailPort}` },
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    // The first visit.
    const link = await printed(server, /http:\/\/\S+\/desk\/first\/\S+(?=\s)/);
    await page.goto(link);
    await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
    await page.getByLabel("E-mail address").fill("ada@example.org");
    await page.getByLabel("Your group").fill("Mill Lane");
    const address = page.getByLabel("Address of this instance");
    await expect(address).toHaveValue(`http://localhost:${port}`);
    await address.fill("mill-lane");
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page.locator(".error")).toContainText("Write http:// or https://");
    await expect(page.getByLabel("Your group")).toHaveValue("Mill Lane");
    // Links in mails begin with what is typed here, not with how this browser came.
    await address.fill(`http://127.0.0.1:${port}`);
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page).toHaveURL(/\/desk$/);

    // The setup.
    await page.getByRole("link", { name: "Setup" }).click();
    await page.getByRole("button", { name: "Try it all" }).click();
    await expect(page.locator("main")).toContainText(`Broadside answers under http://127.0.0.1:${port}`);
    await expect(page.locator("main")).toContainText("The mail server answers and lets us in");
    await page.getByRole("button", { name: "Send me a trial mail" }).click();
    await expect(page.locator("main")).toContainText("Look whether it arrives at ada@example.org");

    // A first campaign, without files.
    await page.getByRole("link", { name: "Campaigns" }).first().click();
    await expect(page.locator("main")).toContainText("No campaign yet");
    await page.getByRole("link", { name: "New campaign" }).click();
    await page.getByLabel("Headline", { exact: true }).fill("A bench at the bus stop");
    await page.getByLabel("To whom").fill("the city council");
    await page.getByRole("textbox", { name: "The letter", exact: true }).fill("There is *nowhere* to sit.\n\nPut a bench there.");
    await page.getByLabel("Sender’s address").fill("bench@example.org");
    await page.getByRole("button", { name: "Make the campaign" }).click();
    await expect(page.locator(".summary")).toContainText("Write something here");
    await expect(page.getByLabel("Headline", { exact: true })).toHaveValue("A bench at the bus stop");
    await page.getByLabel("What you ask for").fill("We ask the council for a bench.");
    await page.getByRole("button", { name: "See how the letter will look" }).click();
    await expect(page.locator(".preview em")).toHaveText("nowhere");
    await page.getByRole("button", { name: "Make the campaign" }).click();
    await expect(page.locator("h1")).toContainText("A bench at the bus stop");
    const campaign = `http://localhost:${port}/campaigns/a-bench-at-the-bus-stop`;
    expect((await page.request.get(campaign)).status()).toBe(404); // a draft is nobody's yet

    // It is published.
    await page.getByRole("link", { name: "Change its words" }).click();
    await page.getByLabel("State").selectOption("Published");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: "To the campaign’s page" }).click();
    await expect(page).toHaveURL(campaign);

    // A visitor signs, and confirms from the mail.
    await page.locator('form [name="name"]').fill("Robin Example");
    await page.locator('form [name="email"]').fill("robin@example.org");
    await page.locator('form[action*="/signatures"] button').first().click();
    await expect(page).toHaveURL(/\/inbox/);
    const own = await mailedLink(mails, "robin@example.org");
    expect(own).toContain(`http://127.0.0.1:${port}/signatures/`);
    const count = async () => (await (await page.request.get(`${campaign}/count.json`)).json()).signatures;
    expect(await count()).toBe(0);
    await page.goto(own);
    await page.locator('form[action*="/confirmation"] button').click();
    await expect.poll(count).toBe(1);

    // The organiser sees it at the desk.
    await page.goto(new URL("/desk", link).href);
    await page.getByRole("link", { name: "A bench at the bus stop" }).click();
    await page.getByRole("link", { name: "To the signatures" }).click();
    await expect(page.locator("main table")).toContainText("Robin Example");
    await expect(page.locator("main table")).toContainText("robin@example.org");

    await page.goto(link);
    await expect(page.locator("h1")).toContainText(/used already/i);
    await page.goto(new URL("/desk", link).href);
    await page.locator('form[action*="/session/end"] button').click();
    await expect(page.locator("main")).toContainText("You are signed out");
    await page.goto(new URL("/desk", link).href);
    await expect(page).toHaveURL(/\/desk\/sign-in$/);
  } finally {
    server.kill();
    smtp.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
