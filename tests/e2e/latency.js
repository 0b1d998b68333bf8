// Measures typing: from the key's event to the frame that shows its highlights, and the
// engine's speed as WebAssembly. Usage: node tests/e2e/latency.js (after a build)

import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.js";
import { serve } from "./server.js";

const KEYS = 60;
const example = await readFile(new URL("../../www/example.txt", import.meta.url), "utf8");
const server = await serve(0);
const browser = await chromium.launch(launchOptions);
const percentile = (values, share) => values.sort((a, b) => a - b)[Math.floor((values.length - 1) * share)];

try {
  for (const characters of [5_000, 200_000]) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForSelector(".cm-content");
    const text = example.repeat(Math.ceil(characters / example.length)).slice(0, characters);
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      const content = document.querySelector(".cm-content");
      content.focus();
      content.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
    await page.keyboard.press("Control+Home");
    for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowDown");
    await page.waitForTimeout(1000);
    await page.evaluate(() => {
      window.times = [];
      document.addEventListener(
        "keydown",
        ({ timeStamp }) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => window.times.push(performance.now() - timeStamp);
            port2.postMessage(null);
          }),
        true,
      );
    });
    for (let i = 0; i < KEYS; i++) {
      await page.keyboard.press("x");
      await page.waitForTimeout(90);
    }
    await page.waitForTimeout(300);
    const times = await page.evaluate(() => window.times);
    const foot = await page.locator(".foot").innerText();
    const p = (share) => percentile(times, share).toFixed(1);
    console.log(`${characters} characters: p50 ${p(0.5)} ms, p95 ${p(0.95)} ms, max ${p(1)} ms; ${foot.split("\n")[1]}`);
    await page.close();
  }

  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => "wasmBindings" in window);
  const speed = await page.evaluate((example) => {
    const text = example.repeat(Math.ceil(100_000 / 3 / example.length));
    const bytes = new TextEncoder().encode(text).length;
    const times = [];
    for (let i = 0; i < 30; i++) {
      const began = performance.now();
      window.wasmBindings.fix(text.replaceAll("法制", "法治"), {});
      times.push(performance.now() - began);
    }
    const reports = [];
    for (let i = 0; i < 30; i++) {
      const began = performance.now();
      window.wasmBindings.check(text);
      reports.push(performance.now() - began);
    }
    reports.sort((a, b) => a - b);
    return { bytes, median: reports[15] };
  }, example);
  console.log(`check() of ${speed.bytes} bytes with its report: ${speed.median.toFixed(2)} ms, ${(speed.bytes / speed.median / 1000).toFixed(1)} MB/s`);
} finally {
  await browser.close();
  server.close();
}
