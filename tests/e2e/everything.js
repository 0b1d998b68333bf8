// A session in which all of the page is used: drafting, its dialogs and files, and the desk with everything that leaves it.

import { basename, join } from "node:path";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { expect } from "./fixtures.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const example = join(root, "www/example.txt");
export const word = join(root, "tests/corpus/files/handwritten.docx");

/** @param {string} path */
const fromDisk = (path) => ({ name: basename(path), mimeType: "", buffer: readFileSync(path) });

/**
 * Clicks something that hands a file over, and gives where it was put.
 *
 * @param {import("@playwright/test").Page} page
 * @param {import("@playwright/test").Locator} button
 */
export async function handedOver(page, button) {
  const waiting = page.waitForEvent("download");
  await button.click();
  const download = await waiting;
  const path = join(mkdtempSync(join(tmpdir(), "hegui-")), "file");
  await download.saveAs(path);
  return { path, name: download.suggestedFilename() };
}

/** @param {import("@playwright/test").Page} page */
const escape = async (page) => {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
};

/** Prints: a browser without a window has no printer, but everything that the page does for it. */
export async function printed(page) {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".check-sheet")).toHaveCount(1);
}

/** Drafting. @param {import("@playwright/test").Page} page */
export async function draft(page) {
  const command = (name) => page.locator("#commands").getByRole("button", { name, exact: true });
  await page.getByRole("button", { name: "看看示例" }).click();
  await expect(page.locator(".finding").first()).toBeVisible();
  await page.locator(".finding").first().getByRole("button", { name: "为什么" }).click();
  await escape(page);
  await page.getByRole("button", { name: /^全部安全修改/ }).click();
  await page.getByRole("button", { name: /^修改这/ }).click();
  await page.keyboard.press("F8");
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("推进法制政府建设。");
  await page.keyboard.press("Control+f");
  await page.keyboard.press("Escape");
  await handedOver(page, command("存为文本"));
  await command("规则").click();
  await escape(page);
  await command("设置").click();
  await handedOver(page, page.getByRole("button", { name: "导出设置" }));
  await escape(page);
  await command("提纲").click();
  await escape(page);
  await command("帮助").click();
  await escape(page);
  await printed(page);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.locator("#file").setInputFiles(word);
  await expect(page.locator(".cm-content")).not.toContainText("推进法制政府建设");
}

/** The desk. @param {import("@playwright/test").Page} page @param {{name: string, mimeType: string, buffer: Buffer}[]} more */
export async function review(page, more = []) {
  await page.locator(".view:not([hidden])").getByRole("link", { name: "审查" }).click();
  const desk = page.locator(".review");
  const button = (name) => desk.getByRole("button", { name, exact: typeof name === "string" });
  const twin = { ...fromDisk(example), name: "另一份.txt" };
  await page.locator("#current-files").setInputFiles([fromDisk(example), twin, fromDisk(word), ...more]);
  await page.locator("#previous-files").setInputFiles([{ ...fromDisk(example), name: "上年.txt" }]);
  await expect(page.locator(".submissions tbody tr")).toHaveCount(3 + more.length);
  await expect(page.locator(".review .foot")).not.toContainText("正在检查");
  await page.locator(".pairs button").first().click();
  await expect(page.locator(".beside .side")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await page.locator(".submissions tbody tr").first().click();
  await expect(page.locator(".reviewing .cm-content")).toBeVisible();
  const files = [];
  for (const name of ["意见书", "Word"]) {
    files.push(await handedOver(page, page.locator(".reviewing").getByRole("button", { name, exact: true })));
  }
  await page.getByRole("button", { name: "← 列表" }).click();
  for (const name of ["汇总表", "CSV", "保存审查包", /^导出意见书/]) files.push(await handedOver(page, button(name)));
  return files;
}
