// How the browser's stories are run: in Debian's Chromium, against servers that servers.ts starts.
import { defineConfig } from "@playwright/test";

const chromium = process.env.BROADSIDE_CHROMIUM ?? "/usr/bin/chromium";
const firstView = /first-view\.spec\.ts/;
const withoutScript = /(journey|mistakes|posts|work)\.spec\.ts/;

export default defineConfig({
  testDir: "stories",
  globalSetup: "./servers.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  reporter: "list",
  use: {
    browserName: "chromium",
    locale: "de-DE", // a language we do not speak: nothing may depend on the browser's
    timezoneId: "Asia/Kolkata",
    screenshot: "only-on-failure",
    trace: { mode: "retain-on-failure", screenshots: false }, // pictures of every step would cost a fifth of the time
    launchOptions: {
      executablePath: chromium,
      chromiumSandbox: process.getuid?.() !== 0,
      args: ["--disable-background-networking", "--disable-component-update", "--no-first-run"],
    },
  },
  projects: [
    // Before any story signs or shows a logo: what a first visit costs is that of the campaign as it is published.
    { name: "first view", testMatch: firstView },
    { name: "browser", testIgnore: firstView, dependencies: ["first view"] },
    { name: "without script", testMatch: withoutScript, use: { javaScriptEnabled: false } },
  ],
});
