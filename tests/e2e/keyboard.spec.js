// Both jobs with the keyboard alone: no mouse, and at each step what has the focus can be seen.

import { readFileSync } from "node:fs";
import { expect, open, test } from "./fixtures.js";
import { textIn } from "./failing.js";
import { RULE, TEXT, findings, saved, sheet, textOf } from "./sheet.js";

const example = readFileSync("www/example.txt");

/** What has the focus: its name, and whether it is seen that it has. @param {import("@playwright/test").Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { width, height, top, bottom, left, right } = element.getBoundingClientRect();
    // What is to be seen in the middle of its part in the window: itself, unless something covers it.
    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
    const there = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
    return {
      tag: element.tagName,
      name: element.getAttribute("aria-label") ?? element.textContent.trim(),
      type: element.getAttribute("type"),
      marked: (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none" || element.classList.contains("cm-content"),
      seen: width > 1 && height > 1 && element.contains(there),
    };
  });

/** Goes on with Tab until what has the focus has this name. @param {import("@playwright/test").Page} page @param {RegExp} name */
async function tabTo(page, name, key = "Tab") {
  const passed = [];
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press(key);
    const at = await focused(page);
    passed.push(at.name.slice(0, 20));
    if (at.tag === "BODY") continue;
    expect(at.seen, `${at.name} is seen`).toBe(true);
    expect(at.marked, `${at.name} shows that it has the focus`).toBe(true);
    if (name.test(at.name)) return;
  }
  throw new Error(`no way with ${key} to ${name}: ${passed.join(" | ")}`);
}

test("drafting: written, mended, explained, set, saved", async ({ page }) => {
  await open(page);
  // The sheet has the focus as the page opens.
  await expect(sheet(page)).toBeFocused();
  for (const line of TEXT.split("\n")) {
    await page.keyboard.insertText(line);
    await page.keyboard.press("Enter");
  }
  await expect(findings(page, RULE)).toHaveCount(3);
  await page.keyboard.press("Control+Home");
  const card = page.getByRole("dialog", { name: new RegExp(RULE) });
  for (let i = 0; i < 12 && !(await card.isVisible()); i++) await page.keyboard.press("F8");
  await page.keyboard.press("Control+.");
  await page.keyboard.press("Enter");
  await expect(findings(page, RULE)).toHaveCount(2);
  await expect(sheet(page)).toBeFocused();

  // From the sheet to the list, and in it.
  await tabTo(page, new RegExp(RULE));
  await tabTo(page, /^为什么$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toContainText("2018年宪法修正案");
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await focused(page)).name).toBe("为什么");

  // Back to the commands.
  await tabTo(page, /^全部安全修改/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, /^修改这/);
  await page.keyboard.press("Enter");
  await expect(findings(page, RULE)).toHaveCount(0);
  await tabTo(page, /^设置$/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "设置" })).toBeVisible();
  await page.keyboard.press("Escape");
  await tabTo(page, /^存为文本$/, "Shift+Tab");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect(await textIn(await download)).toContain("推进法治政府建设");
  await saved(page);
  // The sheet is no trap.
  await sheet(page).focus();
  await page.keyboard.press("Tab");
  await expect(sheet(page)).not.toBeFocused();
  expect(await textOf(page)).not.toContain("\t");
});

test("reviewing: put down, sorted, read, judged, handed over", async ({ page }) => {
  await open(page);
  await tabTo(page, /^审查$/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("本年材料")).toBeVisible();
  const asked = page.waitForEvent("filechooser");
  await tabTo(page, /^选文件$/);
  await page.keyboard.press("Enter");
  await (await asked).setFiles(["甲.txt", "乙.txt"].map((name) => ({ name, mimeType: "", buffer: example })));
  const rows = page.locator(".submissions tbody tr");
  await expect(rows).toHaveCount(2);
  await expect(page.locator(".review .foot")).not.toContainText("正在检查");
  await tabTo(page, /^错误/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: /^错误/ })).toHaveAttribute("aria-sort", /ascending|descending/);
  await tabTo(page, /甲\.txt|乙\.txt/);
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");

  const reading = page.locator(".reviewing");
  await expect(reading.locator(".cm-content")).toBeVisible();
  await tabTo(page, /^采纳$/);
  await page.keyboard.press("Enter");
  await expect(reading.locator(".accept[aria-pressed=true]")).toHaveCount(1);
  const listed = await reading.locator(".finding").count();
  await tabTo(page, /^不采纳$/);
  await page.keyboard.press("Enter");
  await expect(reading.locator(".finding")).toHaveCount(listed - 1);
  await page.keyboard.press("F8");
  await expect(reading.locator('.finding[data-selected="true"]')).toHaveCount(1);
  await page.keyboard.press("Alt+ArrowUp");
  await expect(reading.locator("h1 small")).toContainText("1 / 2");
  await tabTo(page, /^按检查结果/, "Shift+Tab");
  await page.keyboard.press("End");
  await page.keyboard.press("Tab");
  await page.keyboard.insertText("请补写原因。");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Escape");
  await expect(rows.first()).toBeFocused();
  await expect(rows.first()).toContainText("通过");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("意见")).toHaveValue("请补写原因。");
  await page.keyboard.press("Escape");
  await expect(rows.first()).toBeFocused();

  await tabTo(page, /^汇总表$/);
  const table = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await table).suggestedFilename()).toContain(".xlsx");
  await tabTo(page, /^导出意见书/);
  const archive = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await archive).suggestedFilename()).toContain(".zip");
});
