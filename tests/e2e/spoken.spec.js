// What a screen reader says of itself: findings as they come and go, the finding gone to, work in progress, notices.

import { readFileSync } from "node:fs";
import { expect, open, test } from "./fixtures.js";
import { RULE, TEXT, findings, paste, sheet } from "./sheet.js";

/**
 * Notes what live regions come to say, in order. Only what changes inside a region that is there already counts: a region that
 * comes with its words is passed over by several readers, unless it is an alert.
 *
 * @param {import("@playwright/test").Page} page
 */
async function listen(page) {
  await page.evaluate(() => {
    window.spoken = [];
    const live = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
    const there = new Set(document.querySelectorAll(live));
    const say = (region) => {
      const words = region.textContent.trim();
      if (words && window.spoken.at(-1) !== words) window.spoken.push(words);
    };
    new MutationObserver((changes) => {
      const regions = new Set();
      for (const { target, addedNodes } of changes) {
        const at = target instanceof Element ? target : target.parentElement;
        const region = at?.closest(live);
        if (there.has(region)) regions.add(region);
        for (const node of addedNodes) if (node instanceof Element) for (const alert of node.matches("[role=alert]") ? [node] : node.querySelectorAll("[role=alert]")) regions.add(alert);
      }
      regions.forEach(say);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => window.spoken);
}

test("findings are told as they come and go, and the one gone to", async ({ page }) => {
  await open(page);
  const spoken = await listen(page);
  await paste(page, TEXT);
  await expect.poll(spoken).toContainEqual(expect.stringMatching(/^\d+个错误、\d+个警告、\d+个提示$/));
  const count = (await spoken()).length;
  await findings(page, RULE).first().getByRole("button", { name: "改为“法治政府”" }).click();
  await expect.poll(async () => (await spoken()).slice(count).join()).toMatch(/个警告/);
  await sheet(page).focus();
  await page.keyboard.press("F8");
  await expect.poll(async () => (await spoken()).at(-1)).toMatch(/^(错误|警告|提示)：/);
  await findings(page, RULE).first().getByRole("button", { name: "忽略此处" }).click();
  await expect.poll(async () => (await spoken()).join()).toContain("已忽略。");
  await page.locator("#commands").getByRole("button", { name: "示例" }).click();
  await expect.poll(async () => (await spoken()).join()).toContain("已换成示例");
  await page.locator("#file").setInputFiles({ name: "旧.doc", mimeType: "", buffer: Buffer.from("d0cf11e0a1b11ae1", "hex") });
  await expect.poll(async () => (await spoken()).join()).toContain("另存为 .docx");
});

test("a batch tells how far it is, a few times and not for every file", async ({ page }) => {
  await page.addInitScript(() => {
    delete window.Worker;
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function () {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return read.call(this);
    };
  });
  await page.goto("./#review");
  await page.waitForFunction(() => "wasmBindings" in window);
  await expect(page.getByText("本年材料")).toBeVisible();
  const spoken = await listen(page);
  const buffer = readFileSync("www/example.txt");
  await page.locator("#current-files").setInputFiles(Array.from({ length: 24 }, (_, i) => ({ name: `${i}.txt`, mimeType: "", buffer })));
  await expect.poll(async () => (await spoken()).join("；"), { timeout: 30_000 }).toMatch(/24 份已查/);
  const told = (await spoken()).filter((words) => words.includes("正在检查"));
  expect(told.length).toBeGreaterThanOrEqual(1);
  expect(told.length, told.join("；")).toBeLessThanOrEqual(5);
  // Seen it is file by file.
  await expect(page.locator(".review .foot")).toContainText("24 份已查");
  await page.getByRole("button", { name: "清空" }).click();
  await expect.poll(async () => (await spoken()).join()).toContain("桌上的材料都撤下了");
});

test("a submission's findings and the reviewer's word on them are told", async ({ page }) => {
  await page.goto("./#review");
  await page.waitForFunction(() => "wasmBindings" in window);
  await page.locator("#current-files").setInputFiles("www/example.txt");
  await page.locator(".submissions tbody tr").first().click();
  await expect(page.locator(".reviewing .finding").first()).toBeVisible();
  const spoken = await listen(page);
  await page.keyboard.press("F8");
  await expect.poll(async () => (await spoken()).at(-1)).toMatch(/^(错误|警告|提示)：/);
  await page.locator(".reviewing .finding").first().getByRole("button", { name: "采纳", exact: true }).click();
  await expect.poll(async () => (await spoken()).at(-1)).toContain("已采纳");
});
