// What the tests do with the sheet.

import { expect } from "./fixtures.js";

/** A text with one error of numbering and three slips of a word, and findings that other rules make of it. */
export const TEXT = [
  "清溪镇人民政府2025年度法治政府建设情况报告",
  "一、2025年度推进法治政府建设的主要举措和成效",
  "推进法制政府建设，增强法制观念。",
  "二、2025年度存在的不足和原因",
  "有的干部法制意识不强，主要原因是培训不够。",
].join("\n");

/** The editor's text field. @param {import("@playwright/test").Page} page */
export const sheet = (page) => page.getByRole("textbox", { name: "报告正文" });

/** The text as the reader sees it. @param {import("@playwright/test").Page} page */
export async function textOf(page) {
  const lines = await page.locator(".cm-line").allTextContents();
  return lines.join("\n");
}

/** Findings of one rule in the list. @param {import("@playwright/test").Page} page @param {string} name */
export const findings = (page, name) => page.locator(".finding", { has: page.locator("strong", { hasText: name }) });

/** The name of the rule that TEXT breaks three times. */
export const RULE = "“法制”“法治”误用";

/**
 * Pastes a text, as the keyboard would.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await sheet(page).focus();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.querySelector(".cm-content").dispatchEvent(event);
  }, text);
}

/** Waits until the draft is kept. @param {import("@playwright/test").Page} page */
export async function saved(page) {
  await expect(page.locator(".saved")).toHaveText(/已保存/);
}
