// Both jobs in Firefox as it is shipped, from a server and from the single file.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { dist, end, serve } from "../e2e/server.js";
import { SHEET, count, drop, expect, handedOver, open, press, said, test } from "./browser.js";

const example = readFileSync("www/example.txt", "utf8");
const TEXT = "推进法制政府建设，增强法制观念。";

let server, site;
test.beforeAll(async () => {
  server = await serve(0);
  site = `http://127.0.0.1:${server.address().port}/`;
});
test.afterAll(() => end(server));

/** Types a draft, takes a fix, and finds it after a reload. */
async function drafts(page, address) {
  await open(page, address);
  await page.focus(SHEET);
  await page.keyboard.type(TEXT);
  await expect.poll(() => said(page, ".finding")).toContain("法制");
  const before = await count(page, ".finding");
  await page.click(".finding .fix");
  await expect.poll(() => said(page, SHEET)).toContain("法治");
  await expect.poll(() => count(page, ".finding")).toBeLessThan(before);
  const written = await said(page, SHEET);
  await expect.poll(() => said(page, ".saved")).toContain("已保存");
  await page.reload();
  await expect.poll(() => said(page, SHEET)).toBe(written);
  await expect.poll(() => count(page, ".finding")).toBe(before - 1);
}

/** Drops a batch, reads one of it, and takes everything away. */
async function reviews(page, address) {
  await open(page, `${address}#review`);
  await drop(page, ".pile", [["甲.txt", example], ["乙.txt", example.replaceAll("培训", "学习")]]);
  await expect.poll(() => count(page, ".submissions tbody tr .number")).toBeGreaterThan(1);
  await expect.poll(() => said(page, ".review .foot")).not.toContain("正在检查");
  await expect.poll(() => count(page, ".pairs button")).toBeGreaterThan(0);
  await page.click(".submissions tbody tr");
  await expect.poll(() => said(page, ".reviewing .cm-content")).toContain("法治政府建设");
  await press(page, "← 列表");
  await press(page, "汇总表", ".review");
  expect(Object.keys(unzipSync(await handedOver(/汇总.*\.xlsx$/)))).toContain("xl/workbook.xml");
  await press(page, "导出意见书", ".review");
  expect(Object.keys(unzipSync(await handedOver(/\.zip$/)))).toContain("审查情况.docx");
  await page.reload();
  await expect.poll(() => count(page, ".submissions tbody tr .number")).toBeGreaterThan(1);
}

test("a draft is typed, mended and kept", async ({ tab }) => drafts(tab, site));

test("a batch is dropped, read and handed over", async ({ tab }) => reviews(tab, site));

test("the second visit needs no server", async ({ tab }) => {
  const own = await serve(0);
  const address = `http://127.0.0.1:${own.address().port}/`;
  await open(tab, address);
  await tab.waitForFunction(() => navigator.serviceWorker.ready.then(({ active }) => active?.state === "activated"));
  // A page that is left while it loads says so.
  await open(tab, address);
  await end(own);
  await open(tab, address);
  await tab.focus(SHEET);
  await tab.keyboard.type(TEXT);
  await expect.poll(() => said(tab, ".finding")).toContain("法制");
});

test("one file drafts and reviews from the disk", async ({ tab }) => {
  const { href } = pathToFileURL(`${dist}/hegui.html`);
  await drafts(tab, href);
  await reviews(tab, href);
});
