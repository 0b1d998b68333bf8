// What every browser test shares: a test fails when the page writes an error or a warning
// to the console, throws, or asks for something that is not there.

import { test as base, expect } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";

export { expect };

export const test = base.extend({
  /** Complaints of the page; empty at the end of each test, or the test fails. */
  complaints: [
    async ({ page }, use) => {
      const complaints = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("requestfailed", (request) => {
        // Leaving a page cancels what it was still loading.
        if (request.failure()?.errorText !== "net::ERR_ABORTED") {
          complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
        }
      });
      await use(complaints);
      expect(complaints, "errors of the page").toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * Opens the page and waits until the program runs.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} path
 */
export async function open(page, path = "./") {
  await page.goto(path);
  await page.waitForFunction(() => "wasmBindings" in window);
  await page.locator(".cm-content").waitFor();
}

/**
 * Fails on anything that shuts out people who use a screen reader, a keyboard or
 * strong contrast, as far as a program can tell.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string[]} exempt rules that do not apply
 */
export async function expectAccessible(page, exempt = []) {
  // Off by default, and asked for by WCAG 2.2 AA: what is pressed is 24 px wide and high, or stands apart.
  const rules = Object.fromEntries(["target-size", ...exempt].map((rule) => [rule, { enabled: !exempt.includes(rule) }]));
  const { violations } = await new AxeBuilder({ page }).options({ rules }).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.target.join(" ")),
  }));
  expect(found).toEqual([]);
}
