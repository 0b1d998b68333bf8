// Measures typing: from the key's event to the frame that shows its highlights (a wrong word comes and goes), next to
// what a bare text field takes on the same machine; the engine's speed as WebAssembly; and how soon a first visit, with
// nothing in the cache, can be typed in and shows what it found.
// Usage: node tests/e2e/latency.js (after a build). Lines that begin with `figure` are for scripts/bench.

import { readdir, readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.js";
import { serve } from "./server.js";

const KEYS = 60;
/** A word that the example has and a rule flags: an x inside makes it right. */
const WRONG = "布署";
/** First visits, the middle of which counts. */
const VISITS = 5;
/** Checks of one text, the fastest of which counts. */
const RUNS = 40;
const root = new URL("../../", import.meta.url);
const example = await readFile(new URL("www/example.txt", root), "utf8");
const folder = new URL("tests/corpus/correct/", root);
const reports = (await readdir(folder)).sort().map((name) => readFile(new URL(name, folder), "utf8"));
const corpus = (await Promise.all(reports)).join("\n");
const server = await serve(0);
const address = `http://127.0.0.1:${server.address().port}/`;
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

/**
 * The milliseconds of a first visit until the page can be used and until a pasted report shows its findings: the middle of
 * VISITS visits.
 *
 * @param {number} slower how many times slower a processor
 * @param {number} megabits a second of the network; 0 does not slow it
 */
async function firstVisit(slower, megabits) {
  const visits = [];
  for (let i = 0; i < VISITS; i++) {
    // A new context has an empty cache and no storage.
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    await tools.send("Emulation.setCPUThrottlingRate", { rate: slower });
    if (megabits) {
      const throughput = (megabits * 1e6) / 8;
      const network = { offline: false, latency: 20, downloadThroughput: throughput, uploadThroughput: throughput };
      await tools.send("Network.enable");
      await tools.send("Network.emulateNetworkConditions", network);
    }
    await page.addInitScript((example) => {
      // As soon as there is an editor, a report is pasted; both are counted from the start of the navigation.
      const watch = () => {
        const content = document.querySelector(".cm-content");
        if (content && !window.ready && "wasmBindings" in window) {
          window.ready = performance.now();
          const data = new DataTransfer();
          data.setData("text/plain", example);
          content.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        if (!document.querySelector("[class*=mark-error]")) return requestAnimationFrame(watch);
        // Behind the frame that shows them.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (window.checked = performance.now());
        port2.postMessage(null);
      };
      requestAnimationFrame(watch);
    }, example);
    await page.goto(address);
    await page.waitForFunction(() => window.checked);
    visits.push(await page.evaluate(() => [window.ready, window.checked]));
    await context.close();
  }
  return [0, 1].map((i) => visits.map((visit) => visit[i]).sort((a, b) => a - b)[(VISITS - 1) / 2]);
}

try {
  for (const [name, slower, megabits] of [["", 1, 0], ["-slow", 4, 10]]) {
    const [ready, checked] = await firstVisit(slower, megabits);
    const where = name ? `, processor ${slower} times slower, ${megabits} Mbit/s` : "";
    console.log(`first visit${where}: usable after ${ready.toFixed(0)} ms, first findings after ${checked.toFixed(0)} ms`);
    console.log(`figure\tvisit-ready${name}\t${ready.toFixed(0)}\nfigure\tvisit-checked${name}\t${checked.toFixed(0)}`);
  }
  const bare = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await bare.setContent(`<p contenteditable>${WRONG}</p>`);
  console.log(`a bare field: ${told(await type(bare, "p", ""))}`);
  await bare.close();
  for (const characters of [5_000, 200_000]) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
    await page.waitForSelector(".cm-content");
    const text = example + corpus.repeat(Math.ceil(characters / corpus.length)).slice(0, characters - example.length);
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
  await page.goto(address);
  await page.waitForFunction(() => "wasmBindings" in window);
  console.log(`figure\twasm-example\t${(await check(page, example)).toFixed(2)}`);
  // Nearly three bytes a character.
  const text = corpus.repeat(Math.ceil(35_000 / corpus.length)).slice(0, 35_000);
  console.log(`figure\twasm-100kB\t${(Buffer.byteLength(text) / (await check(page, text)) / 1000).toFixed(1)}`);
} finally {
  await browser.close();
  server.close();
}
