// What the sign-on form asks of a browser while a campaign is under attack, and that it asks nobody without a script.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "../story.ts";
import { at, letterPath, linkFromMail, sign, somebody, type Person } from "../visitor.ts";

const campaign = "/campaigns/bench";
const far = 4_000_000_000_000_000; // microseconds: the year 2096

/** Asks the demo's database; there is no other way to an attack where nobody's network counts. */
function sql(text: string): string {
  const asked = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1],timeout=20); print(*c.execute(sys.argv[2]).fetchone() or ()); c.commit()";
  return execFileSync("python3", ["-c", asked, join(process.env.DEMO_DATA!, "broadside.db"), text], { encoding: "utf8" }).trim();
}

async function attacked(page: Page, request: APIRequestContext) {
  sql(`insert into attack (campaign_id, group_id, since_at, until_at) select id, group_id, 0, ${far} from campaign where slug = 'bench'
       on conflict (campaign_id) do update set until_at = ${far} returning 1`);
  await expect(async () => {
    await page.goto(at(await letterPath(request, campaign)));
    await expect(page.locator("form[data-work]")).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 10_000 });
}

async function signed(page: Page, request: APIRequestContext, robin: Person, worked: boolean) {
  await expect(page).toHaveURL(/\/inbox\b/, { timeout: 20_000 });
  await linkFromMail(request, robin.email);
  if (worked) expect(sql(`select worked from sign_on where email = '${robin.email}'`)).toBe("1");
}

test("under attack a browser works while the form is filled in, and one without a script need not", async ({ page, request, javaScriptEnabled }) => {
  const robin = somebody();
  await attacked(page, request);
  await sign(page, robin);
  await signed(page, request, robin, javaScriptEnabled);
});

test("whoever presses when the work is long done, by key and twice, has signed once", async ({ page, request, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without a script there is no work");
  const robin = somebody();
  await attacked(page, request);
  await page.fill("[name=email]", robin.email);
  await page.fill("[name=name]", robin.name);
  await expect(page.locator("[name=work]")).not.toHaveValue("", { timeout: 20_000 });
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await signed(page, request, robin, true);
  expect(sql(`select count(*) from sign_on where email = '${robin.email}'`)).toBe("1");
});
