// What is handed out: the npm package in Node and in the browser, the bill of materials, the licences, the archives.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { unzipSync } from "fflate";
import { expect, expectAccessible, open, test } from "./fixtures.js";

const root = new URL("../../", import.meta.url).pathname;
const pkg = join(root, "target/pkg");
const example = readFileSync(join(root, "www/example.txt"), "utf8");

test.beforeAll(() => {
  if (!existsSync(join(pkg, "node.js"))) throw new Error("target/pkg is not built: scripts/package --dev");
});

/** What the page itself says of the example. @param {import("@playwright/test").Page} page */
async function ofPage(page) {
  await open(page);
  return page.evaluate((text) => window.wasmBindings.check(text), example);
}

test("the npm package gives the page's reports in Node", async ({ page }, info) => {
  const modules = info.outputPath("node_modules");
  mkdirSync(modules);
  symlinkSync(pkg, join(modules, "hegui"));
  const program = `
    import init, { check, checkFile, fix, rules } from "hegui";
    await init();
    const text = ${JSON.stringify(example)};
    const file = checkFile(new TextEncoder().encode(text), "a.txt");
    let complaint;
    try { check(text, { yaer: 2025 }); } catch (error) { complaint = error.message; }
    console.log(JSON.stringify({ report: check(text), file, complaint, rules: rules().length, applied: fix(text).applied }));`;
  const file = info.outputPath("use.mjs");
  writeFileSync(file, program);
  const told = JSON.parse(execFileSync(process.execPath, [file], { encoding: "utf8" }));
  const report = await ofPage(page);
  expect(told.report).toEqual(report);
  expect(told.file).toEqual({ ...report, file: "a.txt" });
  expect(told.complaint).toContain("是否指“year”");
  expect(told.rules).toBeGreaterThan(100);
  expect(told.applied).toBeGreaterThan(0);
});

test("the npm package gives the page's reports in a browser, without the page's scripts", async ({ page, baseURL }) => {
  // The copy that opens without the server would ask the server for the package.
  await page.addInitScript(() => delete Navigator.prototype.serviceWorker);
  const report = await ofPage(page);
  const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
  await page.route("**/package/*", (route) => {
    const name = basename(new URL(route.request().url()).pathname);
    if (name === "empty") return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>empty</title>" });
    return route.fulfill({ contentType: types[/\.\w+$/.exec(name)[0]], body: readFileSync(join(pkg, name)) });
  });
  await page.route("**/favicon.ico", (route) => route.fulfill({ body: "" }));
  await page.goto(new URL("package/empty", baseURL).href);
  const told = await page.evaluate(async (text) => {
    const { default: init, check } = await import(new URL("hegui.js", location.href).href);
    await init();
    return check(text);
  }, example);
  expect(told).toEqual(report);
  expect(readdirSync(pkg)).not.toContain("snippets");
  const types_ = readFileSync(join(pkg, "hegui.d.ts"), "utf8");
  for (const name of ["check", "checkFile", "compare", "fix", "readFile", "rules", "version"]) {
    expect(types_).toContain(`export function ${name}(`);
  }
  expect(types_).toContain("options?: CheckOptions | null): Report;");
});

test("the bill of materials names all that is compiled in, with licence and check sum", () => {
  const bill = JSON.parse(execFileSync(process.execPath, [join(root, "www/build/sbom.js")], { encoding: "utf8", maxBuffer: 1 << 26 }));
  expect([bill.bomFormat, bill.specVersion]).toEqual(["CycloneDX", "1.6"]);
  const known = new Set(bill.components.map((component) => component["bom-ref"]));
  for (const target of [[], ["--target", "wasm32-unknown-unknown"]]) {
    const call = ["tree", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p}", ...target];
    const crates = execFileSync("cargo", call, { cwd: root, encoding: "utf8" }).trim().split("\n").slice(1);
    const keys = crates.map((line) => line.split(" ")).map(([name, version]) => `pkg:cargo/${name}@${version.slice(1)}`);
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
  }
  expect([...known].filter((key) => key.startsWith("pkg:npm/%40codemirror/view@"))).toHaveLength(1);
  expect([...known].filter((key) => /playwright|esbuild|binaryen/.test(key))).toEqual([]);
  for (const { name, licenses, hashes } of bill.components) {
    expect(licenses?.[0].expression, name).toMatch(/^[\w.()+ -]+$/);
    expect(hashes?.[0].content, name).toMatch(/^([0-9a-f]{64}|[0-9a-f]{128})$/);
  }
  const named = bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
  expect(named.filter((key) => !known.has(key) && key !== bill.metadata.component["bom-ref"])).toEqual([]);
});

test("help leads to the licences of everything inside", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "帮助" }).click();
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "开放源代码许可" }).click();
  const licences = await opened;
  await expect(licences.getByRole("heading", { level: 1 })).toHaveText("开放源代码许可");
  for (const name of ["yew", "clap", "@codemirror/view"]) {
    await expect(licences.getByRole("rowheader", { name, exact: true })).toHaveCount(1);
  }
  // Each has terms, and the text of them or at least whose work it is.
  const cells = await licences.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [row.cells[4].textContent, row.cells[5].textContent]));
  expect(cells.length).toBeGreaterThan(100);
  expect(cells.filter(([terms, text]) => !terms || !text || text === "未附")).toEqual([]);
  await licences.locator("tbody a").first().click();
  await expect(licences.locator(":target")).toBeVisible();
  // Without a style of its own: how large a link is, is the browser's choice.
  await expectAccessible(licences, ["target-size"]);
});

test("what is handed out is complete and its check sums are right", ({}, info) => {
  const [folder, program] = [info.outputPath("publish"), info.outputPath("hegui")];
  writeFileSync(program, "the program");
  execFileSync(process.execPath, [join(root, "www/build/assemble.js"), folder, program], { stdio: "ignore" });
  const sums = readFileSync(join(folder, "SHA256SUMS"), "utf8").trim().split("\n").map((line) => line.split("  "));
  const names = sums.map(([, name]) => name);
  for (const [sum, name] of sums) {
    expect(createHash("sha256").update(readFileSync(join(folder, name))).digest("hex"), name).toBe(sum);
  }
  expect([...names, "SHA256SUMS"].sort()).toEqual(readdirSync(folder).sort());
  const one = (/** @type {RegExp} */ pattern) => join(folder, names.find((name) => pattern.test(name)));
  const site = Object.keys(unzipSync(readFileSync(one(/-site\.zip$/)))).map((name) => name.replace(/^hegui-[\d.]+\//, ""));
  expect(site).toEqual(expect.arrayContaining(["index.html", "licences.html", "LICENSE-MIT"]));
  expect(site.filter((name) => name.endsWith(".wasm"))).toHaveLength(1);
  expect(site).not.toContain("hegui.html");
  const archive = unzipSync(readFileSync(one(/^hegui-[\d.]+-(?!site).*\.zip$/)));
  const held = Object.entries(archive).find(([name]) => name.endsWith("/hegui"));
  expect(Buffer.from(held[1]).toString()).toBe("the program");
  const packed = execFileSync("tar", ["-tzf", one(/\.tgz$/)], { encoding: "utf8" });
  for (const name of ["package.json", "node.js", "hegui.js", "hegui_bg.wasm", "hegui.d.ts", "licences.html"]) expect(packed).toContain(`package/${name}\n`);
});
