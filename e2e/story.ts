// The `test` of every story: it fails where the browser complained of a page (an error in its console, a
// broken content security policy), whatever else the story says.
import { test as base, expect } from "@playwright/test";

export { expect };

// Chromium logs a page answered with 4xx as an error of its own; those pages are meant. The demo shows a
// mail's HTML in a frame where no script may run, and Playwright tries to look into it.
const meant = /the server responded with a status of 4\d\d|Blocked script execution in '.*\/html'/;

// Where the browser does without the fade from one page to the next, it says so as a promise that nobody heeded:
// https://github.com/w3c/csswg-drafts/issues/13726. The page is there all the same.
const withoutFade = /^(Abort|InvalidState|Timeout)Error: Transition was (aborted|skipped)/;

export const test = base.extend<{ quietConsole: void }>({
  quietConsole: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => {
        if (!withoutFade.test(String(error))) complaints.push(String(error));
      });
      page.on("console", (message) => {
        const complaint = message.type() === "error" || message.type() === "warning";
        if (complaint && !meant.test(message.text())) complaints.push(message.text());
      });
      await use();
      expect(complaints, "what the browser complained of").toEqual([]);
    },
    { auto: true },
  ],
});
