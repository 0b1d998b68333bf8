// Measures typing: from the key's event to the frame that shows its highlights (a wrong word comes and goes), next to
// what a bare text field takes on the same machine; and the engine's speed as WebAssembly.
// Usage: node tests/e2e/latency.js (after a build)

import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.js";
import { serve } from "./server.js";

const KEYS = 60;
/** A word that the example has and a rule flags: an x inside makes it right. */
const WRONG = "布署";
const example = await readFile(new URL("../../www/example.txt", import.meta.url), "utf8");
const server = await serve(0);
const browser = await chromium.launch(launchOptions);

/** The times of KEYS keys, ascending. @param {import("@playwright/test").Page} page @param {string} field @param {string} mark */
async function type(page, field, mark) {
  await page.evaluate(
    ([field, mark, wrong]) => {
      const word = document.createTreeWalker(document.querySelector(field), NodeFilter.SHOW_TEXT);
      while (word.nextNode() && !word.currentNode.data.includes(wrong));
      document.querySelector(field).focus();
      getSelection().collapse(word.currentNode, word.currentNode.data.indexOf(wrong) + 1);
      window.times = [];
      const shown = () => [...document.querySelectorAll(mark)].some((mark) => mark.textContent.includes(wrong[0]));
      document.addEventListener(
        "keydown",
        ({ timeStamp, key }) => {
          const wait = () => {
            if (mark && shown() !== (key === "Backspace")) return requestAnimationFrame(wait);
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => window.times.push(performance.now() - timeStamp);
            port2.postMessage(null);
          };
          requestAnimationFrame(wait);
        },
        true,
      );
    },
    [field, mark, WRONG],
  );
  await page.waitForTimeout(300);
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press(i % 2 ? "Backspace" : "x");
    await page.waitForFunction((count) => window.times.length === count, i + 1);
    await page.waitForTimeout(90);
  }
  return (await page.evaluate(() => window.times)).sort((a, b) => a - b);
}

/** The middle of ascending times, and what 95 % of them do not exceed. @param {number[]} times */
function told(times) {
  const at = (share) => times[Math.floor((times.length - 1) * share)].toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`;
}

try {
  const bare = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await bare.setContent(`<p contenteditable>${WRONG}</p>`);
  console.log(`a bare field: ${told(await type(bare, "p", ""))}`);
  await bare.close();
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
    await page.waitForTimeout(1500);
    const times = await type(page, ".cm-content", ".mark-error");
    const foot = await page.locator(".foot").innerText();
    console.log(`${characters} characters: ${told(times)}; ${foot.split("\n")[1]}`);
    await page.close();
  }

  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => "wasmBindings" in window);
  const speed = await page.evaluate((example) => {
    const text = example.repeat(Math.ceil(100_000 / 3 / example.length));
    const bytes = new TextEncoder().encode(text).length;
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
