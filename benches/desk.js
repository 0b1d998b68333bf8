// Measures the reviewer's desk in Chromium: how long files that are dropped on it take until they are checked and compared,
// and the longest task of the page's main thread meanwhile, for which it answers to nothing.
// Usage: node benches/desk.js FOLDER, after a build; FOLDER holds the reports that benches/compare.rs makes: `scripts/bench
// desk` does all of it. Lines that begin with `figure` are for scripts/bench.

import { readFile, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { Document, Packer, Paragraph } from "docx";
import { launchOptions } from "../tests/e2e/chromium.js";
import { end, serve } from "../tests/e2e/server.js";

/** Batches of one kind, each on a page of its own; the least disturbed counts. */
const RUNS = 5;
/** Milliseconds after the comparison in which the page may still draw and keep. */
const REST = 1500;
const folder = resolve(process.argv[2]);
const server = await serve(0);
const browser = await chromium.launch(launchOptions);

/** So many of the reports as paths; as Word documents they are made first. @param {number} count @param {"txt" | "docx"} kind */
async function reports(count, kind) {
  const path = (i, kind) => join(folder, `${i}.${kind}`);
  for (let i = 0; kind === "docx" && i < count; i++) {
    const lines = (await readFile(path(i, "txt"), "utf8")).split("\n");
    const document = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] });
    await writeFile(path(i, kind), await Packer.toBuffer(document));
  }
  return Array.from({ length: count }, (_, i) => path(i, kind));
}

/** Drops files on this year's pile, as a person would. @param {import("@playwright/test").Page} page @param {string[]} files */
async function drop(page, files) {
  const tools = await page.context().newCDPSession(page);
  const { x, y } = await page.getByText("本年材料").boundingBox();
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await tools.send("Input.dispatchDragEvent", { type, x, y, data });
}

/**
 * The longest tasks of the main thread, in milliseconds: of the browser while it hands the files over, before the page hears
 * of them, and of all that follows.
 *
 * @param {{name: string, ph: string, pid: number, tid: number, ts: number, dur: number, args: any}[]} events
 */
function longest(events) {
  const heard = events.find(({ name, args }) => name === "EventDispatch" && args.data.type === "drop");
  const whole = events.filter(({ name, ph }) => name === "RunTask" && ph === "X");
  const tasks = whole.filter(({ pid, tid }) => pid === heard.pid && tid === heard.tid);
  const of = (times) => Math.max(0, ...times) / 1000;
  return {
    before: of(tasks.map(({ ts, dur }) => Math.min(dur, heard.ts - ts))),
    after: of(tasks.map(({ ts, dur }) => Math.min(dur, ts + dur - heard.ts))),
  };
}

/** One batch: milliseconds until all are checked, of the comparison behind it, and the longest tasks. @param {string[]} files */
async function batch(files) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`http://127.0.0.1:${server.address().port}/#review`);
  await page.waitForFunction(() => "wasmBindings" in window);
  await page.waitForTimeout(REST);
  await page.evaluate(() => {
    window.reached = {};
    const began = (event) => {
      const watch = () => {
        const { reached } = window;
        if (!reached.checked && document.querySelector(".review .foot").textContent.includes("份已查")) {
          reached.checked = performance.now() - event.timeStamp;
        }
        if (reached.checked && document.querySelector(".pairs")) reached.compared = performance.now() - event.timeStamp;
        else requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
    };
    addEventListener("drop", began, { capture: true, once: true });
  });
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] });
  await drop(page, files);
  await page.waitForFunction(() => window.reached.compared, null, { timeout: 300_000, polling: 500 });
  await page.waitForTimeout(REST);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const { checked, compared } = await page.evaluate(() => window.reached);
  const pairs = await page.locator(".pairs li").count();
  if (!pairs) throw new Error("every tenth report is a copy, but none was found");
  await page.close();
  return { checked, likeness: compared - checked, ...longest(traceEvents) };
}

try {
  for (const [count, kind] of [[400, "docx"], [1000, "txt"]]) {
    const files = await reports(count, kind);
    const runs = [];
    for (let i = 0; i < RUNS; i++) runs.push(await batch(files));
    const told = (name) => {
      const times = runs.map((run) => run[name]).sort((a, b) => a - b);
      return { least: times[0], text: `${times[0].toFixed(0)} ms at least, ${times[(RUNS - 1) / 2].toFixed(0)} in the middle` };
    };
    const [checked, likeness, before, after] = ["checked", "likeness", "before", "after"].map(told);
    console.log(`${count} .${kind}: checked in ${checked.text}; compared in ${likeness.text}`);
    console.log(`  longest task: ${after.text}; of the browser handing the files over: ${before.text}; load ${loadavg()[0].toFixed(1)}`);
    console.log(`figure\tdesk-checked-${count}\t${(checked.least / 1000).toFixed(1)}`);
    console.log(`figure\tdesk-compared-${count}\t${(likeness.least / 1000).toFixed(1)}`);
    console.log(`figure\tdesk-block-${count}\t${after.least.toFixed(0)}`);
  }
} finally {
  await browser.close();
  await end(server);
}
