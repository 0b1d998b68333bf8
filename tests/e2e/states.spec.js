// Every view in every state, in both themes: nothing that shuts anyone out, as far as a program can tell.

import { readFileSync } from "node:fs";
import { expect, expectAccessible, open, test } from "./fixtures.js";
import { refuseElement } from "./failing.js";
import { TEXT, paste, saved, sheet } from "./sheet.js";

const example = readFileSync("www/example.txt");
const file = (name, buffer) => ({ name, mimeType: "", buffer: Buffer.from(buffer) });
const example2 = example.toString().replaceAll("调解", "排查");

/** @param {import("@playwright/test").Page} page */
async function closeDialog(page) {
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
}

/** @param {import("@playwright/test").Page} page */
async function withExample(page) {
  await open(page);
  await page.getByRole("button", { name: "看看示例" }).click();
  await expect(page.locator(".finding").first()).toBeVisible();
}

/** @param {import("@playwright/test").Page} page @param {{name: string, mimeType: string, buffer: Buffer}[]} files */
async function withBatch(page, files) {
  await page.goto("./#review");
  await page.waitForFunction(() => "wasmBindings" in window);
  await page.locator("#current-files").setInputFiles(files);
  await expect(page.locator(".submissions tbody tr")).toHaveCount(files.length);
  await expect(page.locator(".review .foot")).not.toContainText("正在检查");
}

/** What the page is brought into, by name. @type {Record<string, (page: import("@playwright/test").Page, more: {check: () => Promise<void>, complaints: string[]}) => Promise<void>>} */
const states = {
  "an empty sheet": (page) => open(page),
  "a report with findings, what was changed in it, and a notice": withExample,
  async "findings filtered, ignored, silenced, and none left"(page, { check }) {
    await withExample(page);
    const first = page.locator(".finding").first();
    await first.locator("summary").click();
    await check();
    await first.getByRole("button", { name: "本文不再检查此规则" }).click();
    await page.locator(".finding").first().getByRole("button", { name: "忽略此处" }).click();
    await page.getByRole("button", { name: /已忽略/ }).click();
    await check();
    await page.getByRole("button", { name: /已忽略/ }).click();
    await page.getByRole("button", { name: /^错误/ }).first().click();
    await check();
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("好。");
  },
  async "the card of a finding"(page) {
    await withExample(page);
    await sheet(page).focus();
    await page.keyboard.press("F8");
    await expect(page.locator(".card.selected")).toBeVisible();
  },
  async "the dialogs"(page, { check }) {
    await withExample(page);
    for (const name of ["规则", "设置", "帮助", "提纲", "全部安全修改", "为什么", "选择上年报告"]) {
      await page.getByRole("button", { name }).first().click();
      await expect(page.locator("dialog[open]")).toBeVisible();
      await check();
      await closeDialog(page);
    }
    await page.getByRole("button", { name: "规则", exact: true }).click();
    await page.getByRole("dialog").getByRole("searchbox").fill("没有这样的规则");
    await check();
    // The first Escape clears the field.
    await page.keyboard.press("Escape");
    await closeDialog(page);
    await page.getByRole("button", { name: "设置", exact: true }).click();
    await page.locator("dialog input[type=file]").setInputFiles(file("hegui.toml", "profil = 1"));
    await expect(page.getByRole("alert")).toBeVisible();
  },
  async "searching and replacing"(page) {
    await withExample(page);
    await sheet(page).focus();
    await page.keyboard.press("Control+f");
    await expect(page.locator(".cm-search")).toBeVisible();
  },
  async "characters that cannot be seen"(page) {
    await open(page);
    await paste(page, "甲\u202e乙\u202c丙\u200b丁。");
    await expect(page.getByRole("img", { name: /看不见的字符/ })).toHaveCount(3);
  },
  async "a file refused, and another opened"(page, { check }) {
    await open(page);
    await page.locator("#file").setInputFiles(file("旧报告.doc", Buffer.from("d0cf11e0a1b11ae1", "hex")));
    await expect(page.getByRole("alert")).toContainText("另存为 .docx");
    await check();
    await page.locator("#file").setInputFiles("tests/corpus/files/python-docx.docx");
    await expect(page.locator(".notice")).toContainText("已打开");
  },
  async "last year's report beside it"(page) {
    await withExample(page);
    await page.getByRole("button", { name: "选择上年报告" }).first().click();
    await page.locator("dialog input[type=file]").setInputFiles(file("上年.txt", example));
    await closeDialog(page).catch(() => {});
    await expect(page.locator(".summary")).toContainText("上年");
  },
  async "two tabs with a draft each"(page) {
    await open(page);
    await paste(page, TEXT);
    await saved(page);
    const other = await page.context().newPage();
    await open(other);
    await paste(other, "那边的话。");
    await saved(other);
    await expect(page.getByRole("alert")).toContainText("另一个标签页");
  },
  async "storage that is full, and the program that failed"(page, { check, complaints }) {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await open(page);
    await paste(page, TEXT);
    await expect(page.getByRole("alert")).toContainText("不让本页保存");
    await check();
    await refuseElement(page);
    await page.locator("#commands").getByRole("button", { name: "帮助" }).click();
    await expect(page.getByRole("dialog", { name: /^引擎出错/ })).toBeVisible();
    complaints.length = 0;
  },
  async "a browser that is too old"(page) {
    await page.addInitScript(() => delete window.WebAssembly);
    await page.goto("./");
    await expect(page.getByRole("alert")).toBeVisible();
  },
  async "the desk: empty, and at work"(page, { check }) {
    await page.addInitScript(() => {
      delete window.Worker;
      Blob.prototype.arrayBuffer = () => new Promise(() => {});
    });
    await page.goto("./#review");
    await expect(page.getByText("本年材料")).toBeVisible();
    await check();
    await page.locator("#current-files").setInputFiles([file("慢.txt", "一")]);
    await expect(page.getByRole("progressbar")).toBeVisible();
  },
  async "the desk: a batch, sorted, filtered to none, cleared"(page, { check }) {
    await withBatch(page, [file("甲.txt", example), file("乙.txt", example2), file("坏.txt", Buffer.from([0x89, 0x50, 0, 1, 2, 3]))]);
    await page.locator("#previous-files").setInputFiles([file("上年.txt", example)]);
    await expect(page.locator(".pairs button").first()).toBeVisible();
    await check();
    await page.getByRole("searchbox").fill("没有这样的");
    await expect(page.getByText("这一类里没有材料")).toBeVisible();
    await check();
    await page.getByRole("searchbox").fill("");
    await page.locator(".submissions tbody tr").first().focus();
    await check();
    await page.getByRole("button", { name: "清空" }).click();
    await expect(page.locator(".notice")).toContainText("撤下");
  },
  async "the desk: two side by side"(page) {
    await withBatch(page, [file("甲.txt", example), file("乙.txt", example2)]);
    await page.locator(".pairs button").first().click();
    await expect(page.locator(".beside .side")).toHaveCount(2);
  },
  async "the desk: a submission that is read, judged and changed"(page, { check }) {
    await withBatch(page, [file("甲.txt", example), file("乙.txt", example2)]);
    await page.locator(".submissions tbody tr").first().click();
    await expect(page.locator(".reviewing .cm-content")).toBeVisible();
    await check();
    await page.locator(".reviewing .finding").first().getByRole("button", { name: "采纳", exact: true }).click();
    await page.locator(".reviewing .finding").nth(1).getByRole("button", { name: "不采纳" }).click();
    await page.locator(".reviewing .finding .place").first().click();
    await check();
    await page.getByRole("button", { name: "允许编辑" }).click();
    await page.locator(".reviewing .cm-content").click();
    await page.keyboard.type("改");
    await page.getByLabel("意见").fill("请补写原因。");
  },
};

for (const colorScheme of ["light", "dark"]) {
  for (const [name, reach] of Object.entries(states)) {
    test(`${colorScheme}: ${name}`, async ({ page, complaints }) => {
      test.setTimeout(90_000);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const check = () => expectAccessible(page);
      await reach(page, { check, complaints });
      await check();
    });
  }
}
