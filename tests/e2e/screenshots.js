// Takes pictures of the built page. Usage: node tests/e2e/screenshots.js DIRECTORY

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.js";
import { serve } from "./server.js";

const directory = process.argv[2];
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

await mkdir(directory, { recursive: true });
const server = await serve(0);
const browser = await chromium.launch(launchOptions);
try {
  for (const viewport of sizes) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await browser.newPage({ viewport, colorScheme, locale: "zh-CN" });
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      await page.waitForFunction(() => "wasmBindings" in window);
      await page.getByRole("button", { name: "看看示例" }).click();
      await page.waitForTimeout(500);
      const path = join(directory, `${viewport.width}-${colorScheme}.png`);
      await page.screenshot({ path, animations: "disabled" });
      console.log(path);
      await page.close();
    }
  }
} finally {
  await browser.close();
  server.close();
}
