import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";
import { launchOptions } from "./tests/e2e/chromium.js";

/** Asks the system for a free port, so that several checkouts can test at once. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

// Playwright's workers read this file again and inherit the variable.
process.env.HEGUI_TEST_PORT ??= await freePort();
const baseURL = `http://127.0.0.1:${process.env.HEGUI_TEST_PORT}/`;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    baseURL,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    launchOptions,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  webServer: {
    command: `node tests/e2e/server.js ${process.env.HEGUI_TEST_PORT}`,
    url: baseURL,
    reuseExistingServer: false,
  },
});
