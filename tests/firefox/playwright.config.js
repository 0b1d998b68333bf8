import { defineConfig } from "@playwright/test";

// Playwright runs these tests; Firefox as it is shipped is driven by Puppeteer, through WebDriver BiDi, which Playwright's
// own Firefox alone would not show.
export default defineConfig({ testDir: ".", outputDir: "../../test-results", workers: 1, timeout: 120_000, reporter: "list" });
