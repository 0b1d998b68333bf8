// Measures typing: from the key's event to the frame that shows its highlights (a wrong word comes and goes), next to
// what a bare text field takes on the same machine; and the engine's speed as WebAssembly.
// Usage: node tests/e2e/latency.js (after a build). Lines that begin with `figure` are for scripts/bench.

import { readdir, readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.js";
import { serve } from "./server.js";

const KEYS = 60;
/** A word that the example has and a rule flags: an x inside makes it right. */
const WRONG = "布署";
/** Checks of one text, the fastest of which counts. */
const RUNS = 40;
const root = new URL("../../", import.meta.url);
const example = await readFile(new URL("www/example.txt", root), "utf8");
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

/** The time that `share` of ascending times do not exceed. @param {number[]} times @param {number} share */
const at = (times, share) => times[Math.floor((times.length - 1) * share)].toFixed(1);

/** The middle of ascending times, and what 95 % of them do not exceed. @param {number[]} times */
function told(times) {
  return `p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, max ${at(times, 1)} ms`;
}

/** The milliseconds of the fastest check(), its report as an object included. @param {import("@playwright/test").Page} page @param {string} text */
async function check(page, text) {
  const best = await page.evaluate(
    ([text, runs]) => {
      const times = Array.from({ length: runs }, () => {
        const began = performance.now();
        window.wasmBindings.check(text);
        return performance.now() - began;
      });
      return Math.min(...times);
    },
    [text, RUNS],
  );
  console.log(`check() of ${Buffer.byteLength(text)} bytes: ${best.toFixed(2)} ms`);
  return best;
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
    console.log(`figure\ttyping-${characters}\t${at(times, 0.95)}`);
    await page.close();
  }

  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => "wasmBindings" in window);
  console.log(`figure\twasm-example\t${(await check(page, example)).toFixed(2)}`);
  const folder = new URL("tests/corpus/correct/", root);
  const reports = (await readdir(folder)).sort().map((name) => readFile(new URL(name, folder), "utf8"));
  const corpus = (await Promise.all(reports)).join("\n");
  // Nearly three bytes a character.
  const text = corpus.repeat(Math.ceil(35_000 / corpus.length)).slice(0, 35_000);
  console.log(`figure\twasm-100kB\t${(Buffer.byteLength(text) / (await check(page, text)) / 1000).toFixed(1)}`);
} finally {
  await browser.close();
  server.close();
}
