// The reviewer's desk: files in, a table to work with, opinions out.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { readSheet } from "read-excel-file/node";
import { expect, expectAccessible, test } from "./fixtures.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const corpus = join(root, "tests/corpus/correct");
const correct = readdirSync(corpus).filter((name) => name.endsWith(".txt")).sort().map((name) => join(corpus, name));
const example = join(root, "www/example.txt");
const word = join(root, "tests/corpus/files/handwritten.docx");

/** @param {import("@playwright/test").Page} page */
async function desk(page) {
  await page.goto("./#review");
  await page.waitForFunction(() => "wasmBindings" in window);
  await expect(page.getByText("本年材料")).toBeVisible();
}

/** Puts files on this year's pile and waits until they are checked. */
async function put(page, files, pile = "current") {
  await page.locator(`#${pile}-files`).setInputFiles(files);
  await expect(page.getByRole("contentinfo").locator("visible=true")).not.toContainText("正在检查");
}

const rows = (page) => page.locator(".submissions tbody tr");

/** The line of a file; another may name it as its like. @param {string} name */
const rowOf = (page, name) => rows(page).filter({ has: page.locator(".who", { hasText: name }) });

/** A file of its own: @param {string} name @param {string | Buffer} text */
function file(name, text) {
  return { name, mimeType: "", buffer: Buffer.from(text) };
}

/** So many small files, named by their numbers. @param {number} count */
const many = (count) => Array.from({ length: count }, (_, i) => file(`${String(i + 1).padStart(3, "0")}.txt`, "一、工作情况"));

/** A file as it lies on the disk; files given by path and by content cannot be put in together. @param {string} path */
const fromDisk = (path) => file(basename(path), readFileSync(path));

/** How many submissions the browser keeps. */
const kept = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("hegui-desk");
        opening.onsuccess = () => {
          const all = opening.result.transaction("submissions").objectStore("submissions").getAll();
          all.onsuccess = () => resolve(all.result.filter(({ text }) => text).length);
        };
      }),
  );

test("a batch becomes a table with its totals", async ({ page }) => {
  await desk(page);
  await put(page, [...correct.slice(0, 5), example, word]);
  await expect(rows(page)).toHaveCount(7);
  await expect(page.locator(".submissions")).toContainText("handwritten.docx");
  await expect(page.getByRole("button", { name: /^缺项/ })).toBeVisible();
  await expect(page.locator(".charts")).toContainText("最常见的问题");
  await expectAccessible(page);
});

test("Word documents from everywhere are sorted, opened, judged and told", async ({ page }) => {
  const made = ["python-docx.docx", "libreoffice.docx", "handwritten.docx", "strict.docx"];
  await desk(page);
  await put(page, made.map((name) => join(root, "tests/corpus/files", name)));
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole("button", { name: "四个部分" }).click();
  await expect(rows(page).first()).toContainText(/handwritten|strict/);
  await openOne(page, "libreoffice.docx");
  // The numbers that Word makes itself are in the text.
  await expect(page.locator(".reviewing .cm-content")).toContainText("一、");
  await page.getByRole("combobox", { name: "结论" }).selectOption({ label: "需修改" });
  await page.getByRole("button", { name: "← 列表" }).click();
  await expect(rowOf(page, "libreoffice.docx")).toContainText("需修改");
  const [, ...lines] = await readSheet(await handedOver(page, "汇总表"));
  expect(lines.map((line) => line[1]).sort()).toEqual([...made].sort());
});

test("one bad file gets a reason, and the rest go on", async ({ page }) => {
  await desk(page);
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4096)]);
  const cut = readFileSync(word).subarray(0, 900);
  await put(page, [file("旧.docx", old), file("断.docx", cut), file("图.txt", Buffer.from([0x89, 0x50, 0, 1, 2, 3])), ...["a", "b"].map((name) => file(`${name}.txt`, readFileSync(example)))]);
  await expect(rows(page)).toHaveCount(5);
  await page.getByRole("button", { name: /^未能读取/ }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(page.locator(".submissions")).toContainText("另存为");
});

test("the table sorts, filters and searches", async ({ page }) => {
  await desk(page);
  await put(page, [...correct.slice(0, 4), example]);
  await page.getByRole("button", { name: "错误" }).click();
  await expect(rows(page).first()).toContainText("example.txt");
  await expect(page.locator("th[aria-sort=descending]")).toContainText("错误");
  await page.getByRole("button", { name: "错误" }).click();
  await expect(rows(page).last()).toContainText("example.txt");
  await page.getByRole("button", { name: /^缺项/ }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: /^全部/ }).click();
  await page.getByRole("searchbox").fill("example");
  await expect(rows(page)).toHaveCount(1);
});

test("the keyboard walks through the table", async ({ page }) => {
  await desk(page);
  await put(page, correct.slice(0, 4));
  await rows(page).first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(rows(page).last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(rows(page).first()).toHaveAttribute("aria-selected", "true");
});

test("of many lines those near the view are drawn, and the keyboard reaches all", async ({ page }) => {
  await desk(page);
  await put(page, many(300));
  const table = page.locator(".submissions");
  await expect(table).toHaveAttribute("aria-rowcount", "301");
  expect(await rows(page).count()).toBeLessThan(80);
  await expectAccessible(page);
  await rows(page).first().focus();
  await page.keyboard.press("End");
  await expect(rows(page).last()).toBeFocused();
  await expect(rows(page).last()).toHaveAttribute("aria-rowindex", "301");
  await expect(rows(page).last()).toBeInViewport();
  await page.keyboard.press("PageUp");
  await expect(page.locator(".submissions tr:focus")).toHaveAttribute("aria-rowindex", "286");
  // Lines in the middle come with the wheel, under their own numbers; the selected line stays, so that Tab reaches it.
  await page.locator(".review-desk").evaluate((desk) => desk.scrollTo(0, desk.scrollHeight / 2));
  const middle = page.locator('.submissions [aria-rowindex="150"]');
  await expect(middle).toBeInViewport();
  await expect(middle).toContainText("149.txt");
  await expect(page.locator('.submissions [tabindex="0"]')).toHaveAttribute("aria-rowindex", "286");
  await page.keyboard.press("Home");
  await expect(rows(page).first()).toBeInViewport();
  await page.getByRole("searchbox").fill("249.txt");
  await expect(rows(page)).toHaveCount(1);
});

test("all lines are printed", async ({ page }) => {
  await desk(page);
  await put(page, many(300));
  const pages = (await page.pdf()).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  expect(pages).toBeGreaterThan(6);
  await expect.poll(() => rows(page).count()).toBeLessThan(80);
});

test("files and folders that are dropped are read", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "hegui-"));
  mkdirSync(join(folder, "城关片"));
  writeFileSync(join(folder, "城关片/甲.txt"), readFileSync(example));
  writeFileSync(join(folder, "城关片/照片.jpg"), "no report");
  await desk(page);
  const tools = await page.context().newCDPSession(page);
  const data = { items: [], files: [example, join(folder, "城关片")], dragOperationsMask: 1 };
  const { x, y } = await page.getByText("本年材料").boundingBox();
  for (const type of ["dragEnter", "dragOver", "drop"]) await tools.send("Input.dispatchDragEvent", { type, x, y, data });
  await expect(rows(page)).toHaveCount(2);
  await expect(page.locator(".submissions")).toContainText("城关片/甲.txt");
});

test("who copied is shown side by side", async ({ page }) => {
  const text = readFileSync(correct[0], "utf8");
  await desk(page);
  await put(page, [file("甲.txt", text), file("乙.txt", text.replaceAll("调解", "排查")), fromDisk(example)]);
  await expect(page.locator(".pairs button")).toHaveCount(1);
  await page.getByRole("button", { name: /^疑似雷同/ }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.locator(".pairs button").click();
  const beside = page.locator(".beside");
  await expect(beside.locator(".side")).toHaveCount(2);
  expect(await beside.locator("mark").count()).toBeGreaterThan(3);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(beside).toHaveCount(0);
});

test("last year's files are compared with, not judged", async ({ page }) => {
  const text = readFileSync(correct[0], "utf8");
  await desk(page);
  await put(page, [file("今年.txt", text)]);
  await put(page, [file("去年.txt", text)], "previous");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator(".pairs")).toContainText("（上年）");
});

test("the desk is there again after a reload, and clearing can be undone", async ({ page }) => {
  await desk(page);
  await put(page, correct.slice(0, 3));
  await expect.poll(() => kept(page)).toBe(3);
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole("button", { name: "清空" }).click();
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(rows(page)).toHaveCount(3);
});

test("a folder is read with all that lies in it", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "hegui-"));
  mkdirSync(join(folder, "城关片"));
  writeFileSync(join(folder, "城关片/甲.txt"), readFileSync(example));
  writeFileSync(join(folder, "~$甲.docx"), "lock");
  writeFileSync(join(folder, "照片.jpg"), "no report");
  await desk(page);
  await page.locator("#current-folder").setInputFiles(folder);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("城关片/甲.txt");
});

test("a file is taken off the desk", async ({ page }) => {
  await desk(page);
  await put(page, correct.slice(0, 3));
  await rows(page).nth(1).focus();
  const name = await rows(page).nth(1).locator("small").textContent();
  await page.keyboard.press("Delete");
  await expect(rows(page)).toHaveCount(2);
  await expect(page.locator(".submissions")).not.toContainText(name);
  await expect.poll(() => kept(page)).toBe(2);
});

test("a reload in the middle of a batch loses nothing in silence", async ({ page }) => {
  await page.addInitScript(() => delete window.Worker);
  await desk(page);
  await put(page, [correct[0]]);
  await expect.poll(() => kept(page)).toBe(1);
  // A file that is never done with.
  await page.evaluate(() => (Blob.prototype.arrayBuffer = () => new Promise(() => {})));
  await page.locator("#current-files").setInputFiles([file("慢.txt", "一")]);
  await expect(page.locator(".foot").getByText(/^正在检查/).first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => new Promise((resolve) => {
    const opening = indexedDB.open("hegui-desk");
    opening.onsuccess = () => {
      const all = opening.result.transaction("submissions").objectStore("submissions").count();
      all.onsuccess = () => resolve(all.result);
    };
  }))).toBe(2);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText("请重新拖入")).toBeVisible();
  // It is said once.
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText("请重新拖入")).toHaveCount(0);
});

test("what is read is kept while others still wait", async ({ page }) => {
  // One file after the other, each slower than changes are kept.
  await page.addInitScript(() => {
    delete window.Worker;
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function () {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return read.call(this);
    };
  });
  await desk(page);
  await page.locator("#current-files").setInputFiles(many(60));
  await expect.poll(() => kept(page)).toBeGreaterThan(1);
  await expect(page.locator(".foot").getByText(/^正在检查/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("请重新拖入")).toBeVisible();
  expect(await rows(page).count()).toBeGreaterThan(1);
});

test("where the browser keeps nothing, the desk says so and works", async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  await desk(page);
  await put(page, correct.slice(0, 2));
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByText("浏览器不让保存")).toBeVisible();
});

test("a second tab leaves the desk of the first alone, and says so", async ({ page, context }) => {
  await desk(page);
  await put(page, correct.slice(0, 2));
  await expect.poll(() => kept(page)).toBe(2);
  const second = await context.newPage();
  await desk(second);
  await expect(second.getByText("另一个标签页")).toBeVisible();
  await put(second, [correct[2]]);
  await expect(rows(second)).toHaveCount(1);
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  // It has the desk once the first is gone, and what that kept.
  await page.close();
  await second.reload();
  await expect(rows(second)).toHaveCount(2);
});

test("no worker is needed", async ({ page }) => {
  await page.addInitScript(() => delete window.Worker);
  await desk(page);
  const text = readFileSync(correct[0], "utf8");
  const others = correct.slice(1).map(fromDisk);
  // More than are compared without a rest.
  await put(page, [file("甲.txt", text), ...others, file("乙.txt", text.replaceAll("调解", "排查"))]);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.locator(".pairs button")).toHaveCount(1);
  await expect(page.locator(".pairs")).toContainText("甲.txt");
});

/** Opens the submission of a file. */
async function openOne(page, name) {
  await rowOf(page, name).click();
  await expect(page.locator(".reviewing .cm-content")).toBeVisible();
}

test("a submission is read, not written, until the reviewer asks", async ({ page }) => {
  await desk(page);
  await put(page, [example]);
  await rows(page).first().focus();
  await page.keyboard.press("Enter");
  const text = page.locator(".reviewing .cm-content");
  await expect(text).toBeVisible();
  await expectAccessible(page);
  await expect(page.locator(".reviewing .fix:visible")).toHaveCount(0);
  const before = await text.innerText();
  await text.click();
  await page.keyboard.type("改");
  expect(await text.innerText()).toBe(before);
  await page.getByRole("button", { name: "允许编辑" }).click();
  await text.click();
  await page.keyboard.type("改");
  expect(await text.innerText()).not.toBe(before);
  await page.keyboard.press("Escape");
});

test("findings are accepted and dismissed, and the table counts what is left", async ({ page }) => {
  await desk(page);
  await put(page, [example, correct[0]]);
  const row = rows(page).filter({ hasText: "example.txt" });
  const errors = Number(await row.locator(".number").first().textContent());
  await openOne(page, "example.txt");
  const finding = page.locator(".reviewing .finding[data-severity=error]").first();
  await finding.getByRole("button", { name: "采纳", exact: true }).click();
  await expect(page.locator(".reviewing .accept[aria-pressed=true]")).toHaveCount(1);
  await page.locator(".reviewing .finding[data-severity=error]").first().getByRole("button", { name: "不采纳" }).click();
  await page.getByRole("button", { name: "← 列表" }).click();
  await expect(row.locator(".number").first()).toHaveText(String(errors - 1));
  await expect(row).toBeFocused();
});

test("the reviewer's verdict and remarks are kept and told", async ({ page }) => {
  await desk(page);
  await put(page, [example, correct[0]]);
  await openOne(page, "example.txt");
  await page.getByRole("combobox", { name: "结论" }).selectOption({ label: "通过" });
  await page.getByLabel("意见").fill("请补写原因。<b>");
  await page.getByRole("combobox", { name: "结论" }).focus();
  const opinion = await handedOver(page, "意见书");
  const html = readFileSync(opinion, "utf8");
  expect(html).toContain("请补写原因。&lt;b&gt;");
  await page.keyboard.press("Escape");
  await expect(rows(page).filter({ hasText: "example.txt" })).toContainText("通过");
  await expect.poll(() => kept(page)).toBe(2);
  await page.waitForTimeout(600);
  await page.reload();
  await expect(rows(page).filter({ hasText: "example.txt" })).toContainText("通过");
});

test("the keyboard leads from submission to submission", async ({ page }) => {
  await desk(page);
  await put(page, correct.slice(0, 3));
  await rows(page).first().focus();
  await page.keyboard.press("Enter");
  const place = page.locator(".reviewing h1 small");
  await expect(place).toContainText("1 / 3");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(place).toContainText("2 / 3");
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(place).toContainText("3 / 3");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(place).toContainText("2 / 3");
  await page.keyboard.press("Escape");
  await expect(rows(page).nth(1)).toBeFocused();
});

test("the draft is as it was left when the reviewer comes back", async ({ page }) => {
  await page.goto("./");
  await page.waitForFunction(() => "wasmBindings" in window);
  const draft = page.locator(".cm-content").first();
  await draft.focus();
  await page.keyboard.type("我的草稿");
  await page.getByRole("link", { name: "审查" }).click();
  await put(page, [example]);
  await openOne(page, "example.txt");
  await page.getByRole("button", { name: "← 列表" }).click();
  await page.getByRole("link", { name: "起草" }).locator("visible=true").click();
  await expect(draft).toContainText("我的草稿");
  await draft.click();
  await page.keyboard.press("Control+z");
  await expect(draft).not.toContainText("我的草稿");
});

/** Clicks and gives the file that is handed over. */
async function handedOver(page, name) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  const path = join(mkdtempSync(join(tmpdir(), "hegui-")), "file");
  await (await waiting).saveAs(path);
  return path;
}

/** The files of an archive. @param {string} path @returns {Record<string, Uint8Array>} */
const unpacked = (path) => unzipSync(new Uint8Array(readFileSync(path)));

test("the table leaves as a workbook that another program reads", async ({ page }) => {
  await desk(page);
  await put(page, [...correct.slice(0, 2).map(fromDisk), file("=HYPERLINK(1).txt", readFileSync(example))]);
  const path = await handedOver(page, "汇总表");
  const [head, ...lines] = await readSheet(path);
  expect(head).toEqual(expect.arrayContaining(["机关", "年度", "结论"]));
  expect(lines.length).toBe(3);
  // A word, and nothing to compute.
  expect(lines.map((line) => line[head.indexOf("材料")])).toContain("=HYPERLINK(1).txt");
  expect(lines.map((line) => typeof line[head.indexOf("错误")])).toEqual(["number", "number", "number"]);
  const parts = Object.entries(unpacked(path)).filter(([name]) => name.includes("worksheets"));
  for (const [, xml] of parts) expect(strFromU8(xml)).not.toContain("<f>");
});

test("everything leaves in one archive: tables, an opinion for each, one for the batch", async ({ page }) => {
  await desk(page);
  await put(page, [example, correct[0]]);
  const files = unpacked(await handedOver(page, /^导出意见书/));
  const names = Object.keys(files);
  expect(names.filter((name) => name.endsWith(".docx")).length).toBe(3);
  expect(names.filter((name) => name.endsWith(".html")).length).toBe(3);
  for (const name of ["审查汇总.xlsx", "审查汇总.csv", "审查情况.html", "数据/全部问题.sarif"]) expect(names).toContain(name);
  const log = JSON.parse(strFromU8(files["数据/全部问题.sarif"]));
  expect(log.version).toBe("2.1.0");
  expect(log.runs[0].results.length).toBeGreaterThan(5);
  const data = names.filter((name) => name.endsWith(".json")).map((name) => JSON.parse(strFromU8(files[name])));
  expect(data.map((report) => report.schema)).toEqual(["hegui/report/1", "hegui/report/1"]);
  // Another reader of Word documents finds all the words.
  for (const name of names.filter((name) => name.startsWith("审查意见书") && name.endsWith(".docx"))) {
    const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(files[name]) });
    expect(messages).toEqual([]);
    for (const words of ["审查意见书", "各项要求", "需要修改的问题"]) expect(value).toContain(words);
  }
});

test("a saved desk goes on elsewhere", async ({ page, browser, baseURL }) => {
  await desk(page);
  await put(page, [example, correct[0]]);
  const path = await handedOver(page, "保存审查包");
  const other = await browser.newPage({ baseURL });
  await desk(other);
  await other.locator("#package").setInputFiles({ name: "审查包.json", mimeType: "application/json", buffer: readFileSync(path) });
  await expect(rows(other)).toHaveCount(2);
  await other.locator("#package").setInputFiles(file("别的.json", "{}"));
  await expect(other.getByText("这不是审查包")).toBeVisible();
  await expect(rows(other)).toHaveCount(2);
  await other.close();
});

for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) {
  test(`nothing is cut off at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await desk(page);
    await put(page, [example, correct[0]]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    await expectAccessible(page);
  });
}
