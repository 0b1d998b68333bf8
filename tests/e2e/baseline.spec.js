// What the page asks of a browser: nothing that the oldest of README.md lack. Below them it says so in a sentence.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { transform } from "esbuild";
import { target } from "../../www/build/esbuild.js";
import { baseline, has, lacking, tables, take } from "./baseline.js";
import { draft, review } from "./everything.js";
import { expect, open, test } from "./fixtures.js";
import { dist } from "./server.js";

const names = readdirSync(dist);
const read = (start, end) => readFileSync(`${dist}/${names.find((name) => name.startsWith(start) && name.endsWith(end))}`, "utf8");
const browsers = /** @type {(keyof typeof baseline)[]} */ (Object.keys(baseline));

const { webassembly } = tables;

/** What the engine is built with (index.html), as MDN's tables know it. */
const engine = {
  "bulk-memory": webassembly["bulk-memory-operations"],
  "bulk-memory-opt": webassembly["bulk-memory-operations"],
  "call-indirect-overlong": webassembly["reference-types"],
  multivalue: webassembly["multi-value"],
  "mutable-globals": webassembly.api.Global,
  "nontrapping-float-to-int": webassembly["non-trapping-float-to-int-conversions"],
  "reference-types": webassembly["reference-types"],
  "sign-ext": webassembly["sign-extension-operations"],
};

/** Style that one of the browsers passes over, and what is missed then. */
const passedOver = {
  "text-spacing-trim: normal": "a mark at a line's start keeps its room",
  "text-spacing-trim: trim-start": "a mark at a line's start keeps its room",
  "text-spacing-trim": "a mark at a line's start keeps its room",
  "text-wrap": "a title's lines are less even",
  "text-wrap: balance": "a title's lines are less even",
  "accent-color": "a tick has the browser's colour",
  "field-sizing": "a field has one width for all that is written in it",
  "field-sizing: content": "a field has one width for all that is written in it",
  "@page": "paper has the browser's margins",
  size: "paper is what the printer holds",
  "break-after: avoid": "a heading may stand at a printed page's end",
};

test("the baseline is said where it is used: README, bundler, tests", () => {
  expect(target).toEqual(browsers.map((browser) => browser + baseline[browser]));
  for (const name of ["README.md", "README.zh-CN.md", "www/baseline.js"]) {
    const text = readFileSync(name, "utf8");
    for (const words of ["Chromium 109", "Firefox 121", "Safari 16.4"]) expect(text, name).toContain(words);
  }
});

test("the engine uses only WebAssembly that the baseline has", () => {
  const module = `${dist}/${names.find((name) => name.endsWith(".wasm"))}`;
  // What the module says it uses; anything else in it is an error here.
  const features = execFileSync("node_modules/.bin/wasm-opt", ["--mvp-features", "--print-features", module, "-o", "/dev/null"], {
    encoding: "utf8",
    stdio: "pipe",
  });
  const used = features.match(/(?<=--enable-)\S+/g);
  expect(used).toContain("bulk-memory");
  for (const feature of used) {
    expect(engine[feature]?.__compat, feature).toBeDefined();
    for (const browser of browsers) expect(has(engine[feature], browser), `${feature} in ${browser}`).toBe(true);
  }
});

test("the scripts are written in a language that the baseline reads", async () => {
  for (const name of names.filter((name) => name.endsWith(".js"))) {
    const code = readFileSync(`${dist}/${name}`, "utf8");
    // What is too new would be written in another way.
    const [older, same] = await Promise.all([transform(code, { target }), transform(code, { target: "esnext" })]);
    expect(older.code === same.code, name).toBe(true);
  }
  const first = read("baseline-", ".js");
  expect((await transform(first, { target: "es5" })).code, "read by any browser").toBe((await transform(first, { target: "esnext" })).code);
});

test("the style is one that the baseline draws", () => {
  const css = read("style-", ".css").replace(/\/\*.*?\*\//gs, "").replace(/"[^"]*"/g, '""');
  const { properties, selectors, types, "at-rules": rules } = tables.css;
  const tooNew = new Set();
  const ask = (what, entry) => {
    if (entry?.__compat && !browsers.every((browser) => has(entry, browser))) tooNew.add(what);
  };
  for (const [, property, value] of css.matchAll(/[{;]([a-z-]+):([^;}]*)/g)) {
    ask(property, properties[property]);
    for (const [word] of value.matchAll(/[a-z][a-z-]*/g)) ask(`${property}: ${word}`, properties[property]?.[word]);
  }
  for (const [selector] of css.matchAll(/[^{};]*\{/g)) {
    for (const [, name] of selector.matchAll(/::?([a-z][a-z-]+)/g)) ask(`:${name}`, selectors[name]);
  }
  for (const [, name] of css.matchAll(/@([a-z-]+)/g)) ask(`@${name}`, rules[name]);
  const functions = { ...types, ...types.color, ...types.gradient };
  for (const [, name] of css.matchAll(/([a-z-]+)\(/g)) ask(`${name}()`, functions[name]);
  expect([...tooNew].filter((what) => !(what in passedOver))).toEqual([]);
});

for (const browser of browsers) {
  test(`all of the page works without what ${browser} ${baseline[browser]} lacks`, async ({ page }) => {
    test.slow();
    const names = lacking(browser);
    await page.addInitScript(take, names);
    await open(page);
    expect(await page.evaluate(() => "try" in Promise || "sumPrecise" in Math), "taken away").toBe(false);
    await draft(page);
    await review(page);
  });
}

const tooOld = [
  ["no WebAssembly", () => delete window.WebAssembly],
  ["WebAssembly without bulk memory", () => (WebAssembly.validate = () => false)],
  ["no constructed style sheets", () => delete Document.prototype.adoptedStyleSheets],
];
for (const [name, make] of tooOld) {
  test(`a browser below the baseline gets a sentence: ${name}`, async ({ page }) => {
    await page.addInitScript(make);
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("这一页打不开。请换用 Chromium 109");
    expect(await page.evaluate(() => "wasmBindings" in window)).toBe(false);
  });
}

test("without scripts the page says that it needs them", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("./");
  await expect(page.locator("noscript")).toBeVisible();
  await context.close();
});

test("a program that does not come gets a sentence, not a blank page", async ({ page, complaints }) => {
  await page.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: "not found" }));
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("没有装载成功");
  complaints.length = 0;
});
