// Compares the speed of Hegui with AutoCorrect and zhlint on the same texts in one run, natively and in Chromium, from 1 kB
// to 10 MB: the processor's time for a check, which other programs disturb less than the clock. Usage: node benches/rivals/run.js (after `scripts/bench rivals` has built all of it). Lines that begin with
// `figure` are for scripts/bench.

import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { launchOptions } from "../../tests/e2e/chromium.js";
import { serve } from "../../tests/e2e/server.js";

const root = new URL("../../", import.meta.url);
const target = new URL("target/rivals/", root);
const SIZES = [1e3, 1e4, 1e5, 1e6, 1e7];
/** An engine that would take longer than this for a text, by what it took for a tenth of it, is not asked. */
const PATIENCE = 30;
/** Each engine gets its turn this often; the cheapest counts. */
const TURNS = 3;

/** @typedef {{seconds: number, found: number, peak?: number}} Measure */

const corpus = await correctReports();
const folder = await mkdtemp(join(tmpdir(), "rivals-"));
const texts = SIZES.map((size) => ({ size, text: start(corpus, size), file: join(folder, `${size}.txt`) }));
await Promise.all(texts.map(({ file, text }) => writeFile(file, text)));
const browser = await chromium.launch({ ...launchOptions, args: [...launchOptions.args, "--js-flags=--expose-gc"] });
const servers = [await serve(0), await serveRivals()];

try {
  const native = await table("native", {
    hegui: ({ file }) => run("hegui", file),
    autocorrect: ({ file }) => run("autocorrect", file),
  });
  const page = await open();
  const inBrowser = await table("in Chromium", {
    hegui: ({ text }) => measured(page, "hegui", text),
    autocorrect: ({ text }) => measured(page, "autocorrect", text),
    zhlint: ({ text }) => measured(page, "zhlint", text),
  });
  // What holding the text alone takes is no cost of the engine.
  const bare = texts.map(({ file }) => run("none", file).peak);
  console.log("\nPeak memory, native, MB (the text itself and the process not counted)");
  for (const engine of Object.keys(native)) {
    row(engine, native[engine].map((measure, i) => measure && ((measure.peak - bare[i]) / 1000).toFixed(1)));
  }
  const memory = await page.evaluate(() => window.memory());
  console.log(`Memory of the page's WebAssembly after 10 MB: ${(memory / 1e6).toFixed(0)} MB`);
  figure("rivals-peak-10MB", (((native.hegui[4].peak - bare[4]) * 1024) / SIZES[4]).toFixed(1));
  figure("rivals-native-autocorrect", ratio(native.autocorrect[2], native.hegui[2]));
  figure("rivals-page-autocorrect", ratio(inBrowser.autocorrect[2], inBrowser.hegui[2]));
  figure("rivals-page-zhlint", ratio(inBrowser.zhlint[2], inBrowser.hegui[2]));
} finally {
  await browser.close();
  servers.forEach((server) => server.close());
  await rm(folder, { recursive: true });
}

/** The correct reports of the corpus, one behind the other. */
async function correctReports() {
  const folder = new URL("tests/corpus/correct/", root);
  const names = (await readdir(folder)).sort();
  return (await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")))).join("\n");
}

/** The first `size` bytes of a text repeated, as far as characters allow. @param {string} text @param {number} size */
function start(text, size) {
  const bytes = Buffer.from(text.repeat(Math.ceil(size / Buffer.byteLength(text))));
  return bytes.subarray(0, size).toString("utf8").replace(/\uFFFD+$/, "");
}

/** @param {string} engine @param {string} file @returns {Measure} */
function run(engine, file) {
  const program = fileURLToPath(new URL("release/rivals", target));
  const [seconds, found, peak] = execFileSync(program, [engine, file], { encoding: "utf8" }).split(" ").map(Number);
  return { seconds, found, peak };
}

/**
 * Measures every engine on every text and prints milliseconds, and how many times as long as Hegui the others take.
 *
 * @param {string} place
 * @param {Record<string, (text: {size: number, text: string, file: string}) => Promise<Measure> | Measure>} engines
 * @returns {Promise<Record<string, (Measure | undefined)[]>>}
 */
async function table(place, engines) {
  const measures = Object.fromEntries(Object.keys(engines).map((engine) => [engine, []]));
  for (const [i, text] of texts.entries()) {
    for (let turn = 0; turn < TURNS; turn++) {
      for (const [engine, check] of Object.entries(engines)) {
        const before = measures[engine][i - 1];
        if (i > 0 && !(before && before.seconds * (text.size / texts[i - 1].size) < PATIENCE)) continue;
        const measure = await check(text);
        // There is something in every text: who finds nothing has given up.
        if (measure.found === 0) continue;
        const best = measures[engine][i];
        measures[engine][i] = best && best.seconds < measure.seconds ? best : measure;
      }
    }
  }
  console.log(`\nOne check ${place}, ms of processor`);
  row("", SIZES.map((size) => `${size / 1000} kB`));
  for (const [engine, list] of Object.entries(measures)) {
    row(engine, SIZES.map((_, i) => list[i] && (list[i].seconds * 1e3).toFixed(2)));
  }
  console.log(`Cost of a byte ${place}, of one in 100 kB`);
  for (const [engine, list] of Object.entries(measures)) {
    const cost = (/** @type {number} */ i) => list[i] && list[i].seconds / SIZES[i];
    row(engine, SIZES.map((_, i) => list[i] && (cost(i) / cost(2)).toFixed(2)));
  }
  console.log("Found (findings; lines to change; findings)");
  for (const [engine, list] of Object.entries(measures)) row(engine, SIZES.map((_, i) => list[i]?.found.toString()));
  console.log(`Times as long as Hegui ${place}`);
  for (const [engine, list] of Object.entries(measures).filter(([engine]) => engine !== "hegui")) {
    row(engine, SIZES.map((_, i) => list[i] && ratio(list[i], measures.hegui[i])));
  }
  return measures;
}

/** @param {Measure} one @param {Measure} other */
function ratio(one, other) {
  return (one.seconds / other.seconds).toFixed(1);
}

/** @param {string} name @param {(string | undefined)[]} cells */
function row(name, cells) {
  console.log(`${name.padStart(14)} ${cells.map((cell) => (cell ?? "–").padStart(10)).join(" ")}`);
}

/** @param {string} name @param {string} value */
function figure(name, value) {
  console.log(`figure\t${name}\t${value}`);
}

/** The page as it is released, with the other engines beside it; a policy of the page would keep those out. */
async function open() {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${servers[0].address().port}/`);
  await page.waitForFunction(() => "wasmBindings" in window);
  const others = `http://127.0.0.1:${servers[1].address().port}/`;
  await page.evaluate(async (others) => {
    const glue = await import(`${others}autocorrect_bg.js`);
    const bytes = await (await fetch(`${others}autocorrect_bg.wasm`)).arrayBuffer();
    const { instance } = await WebAssembly.instantiate(bytes, { "./autocorrect_bg.js": glue });
    glue.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
    const { run } = await import(`${others}zhlint.es.js`);
    window.engines = {
      hegui: (text) => window.wasmBindings.check(text).findings.length,
      autocorrect: (text) => glue.lintFor(text, "text").lines.length,
      zhlint: (text) => run(text, { rules: { preset: "default" } }).validations.length,
    };
    // Of a module that runs already, this gives what it exports.
    const exported = await window.hegui.bindings.default();
    window.memory = () => exported.memory.buffer.byteLength;
  }, others);
  return page;
}

/** @param {import("@playwright/test").Page} page @param {string} engine @param {string} text @returns {Promise<Measure>} */
async function measured(page, engine, text) {
  const tools = await page.context().newCDPSession(page);
  await tools.send("Performance.enable");
  const busy = async () => (await tools.send("Performance.getMetrics")).metrics.find(({ name }) => name === "ProcessTime").value;
  await page.evaluate(() => window.gc());
  const worked = await busy();
  const { checks, found } = await page.evaluate(checkRepeatedly, [engine, text]);
  const seconds = (await busy()) - worked;
  await tools.detach();
  return { seconds: seconds / checks, found };
}

/** In the page: checks for a second, at least one. @param {[string, string]} arguments_ */
function checkRepeatedly([engine, text]) {
  const began = performance.now();
  let [checks, found] = [0, 0];
  do {
    found = window.engines[engine](text);
    checks += 1;
  } while (performance.now() - began < 1000);
  return { checks, found };
}

/** Serves the other engines' own builds for browsers. */
async function serveRivals() {
  const packages = new URL("node_modules/", target);
  const files = {
    "/autocorrect_bg.js": ["@huacnlee/autocorrect/autocorrect_bg.js", "text/javascript"],
    "/autocorrect_bg.wasm": ["@huacnlee/autocorrect/autocorrect_bg.wasm", "application/wasm"],
    "/zhlint.es.js": ["zhlint/dist/zhlint.es.js", "text/javascript"],
  };
  const server = createServer(async (request, response) => {
    const [path, type] = files[request.url] ?? [];
    if (!path) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" });
    response.end(await readFile(new URL(path, packages)));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
