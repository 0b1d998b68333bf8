// Nothing is lost: when the tab dies, the engine traps, the storage is full or forbidden, the clock is set.

import { readFileSync } from "node:fs";
import { expect, expectAccessible, open, test } from "./fixtures.js";
import { kill, refuseElement, starve, textIn } from "./failing.js";
import { RULE, TEXT, findings, paste, saved, sheet, textOf } from "./sheet.js";

/** Pages of 64 kB that are enough for a report and not for LONG. */
const LITTLE = 160;
const LONG = `${TEXT}\n${"推进法制政府建设，增强法制观念。\n".repeat(40_000)}`;

const failure = (page) => page.getByRole("dialog", { name: /^引擎.*文字仍在$/ });
const button = (page, name) => failure(page).getByRole("button", { name, exact: true });

test("a trap during a check keeps the text, and a new start checks again", async ({ page, complaints }) => {
  const { fed } = await starve(page, LITTLE);
  await open(page);
  await paste(page, TEXT);
  await expect(findings(page, RULE)).toHaveCount(3);
  await paste(page, LONG);
  await expect(failure(page)).toBeVisible();
  await expectAccessible(page);
  expect(complaints.splice(0).join()).toContain("RuntimeError");
  const download = page.waitForEvent("download");
  await button(page, "存为文本").click();
  const whole = await textIn(await download);
  expect(whole).toBe(TEXT + LONG);
  // Escape does not lead back to a program that is at an end.
  await page.keyboard.press("Escape");
  await expect(failure(page)).toBeVisible();

  await fed();
  await button(page, "重新打开").click();
  await expect(page.locator(".finding").first()).toBeVisible();
  await expect(failure(page)).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem("hegui/text"))).toBe(whole);
  await sheet(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText("全面推进法制轨道。");
  await expect(page.locator(".cm-line").first().locator("[class*=mark]").first()).toBeVisible();
  await saved(page);
});

test("a text that stops every check can be put away, and is not lost", async ({ page, complaints }) => {
  await starve(page, LITTLE);
  await open(page);
  await paste(page, LONG);
  await button(page, "重新打开").click();
  const dialog = page.getByRole("dialog", { name: "引擎又出错了，文字仍在" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await button(page, "存为文本，从空白开始").click();
  expect(await textIn(await download)).toBe(LONG);
  await expect(failure(page)).toHaveCount(0);
  await expect(page.locator(".cm-placeholder")).toBeVisible();
  await paste(page, TEXT);
  await expect(findings(page, RULE)).toHaveCount(3);
  await saved(page);
  complaints.length = 0;
});

test("a panic while drawing keeps the text where storage is forbidden", async ({ page, complaints }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await open(page);
  await paste(page, TEXT);
  await expect(findings(page, RULE)).toHaveCount(3);
  await refuseElement(page);
  await page.locator("#commands").getByRole("button", { name: "帮助" }).click();
  await expect(failure(page)).toBeVisible();
  expect(complaints.splice(0).join()).toContain("panicked");
  await button(page, "重新打开").click();
  await expect(failure(page)).toHaveCount(0);
  await expect.poll(() => textOf(page)).toBe(TEXT);
  await expect(findings(page, RULE)).toHaveCount(3);
});

test("a failing tab does not save over what another tab kept", async ({ page, context, complaints }) => {
  await open(page);
  await paste(page, TEXT);
  await saved(page);
  const other = await context.newPage();
  await open(other);
  await paste(other, "那边的话。");
  await saved(other);
  await expect(page.getByRole("alert")).toContainText("另一个标签页改了草稿");
  await refuseElement(page);
  await page.locator("#commands").getByRole("button", { name: "帮助" }).click();
  await expect(failure(page)).toBeVisible();
  complaints.length = 0;
  expect(await page.evaluate(() => localStorage.getItem("hegui/text"))).toBe(`那边的话。${TEXT}`);
  await button(page, "重新打开").click();
  await expect(failure(page)).toHaveCount(0);
  // Both are there, and the user chooses.
  await expect.poll(() => textOf(page)).toBe(TEXT);
  await expect(page.getByRole("alert")).toContainText("另一个标签页改了草稿");
  expect(await page.evaluate(() => localStorage.getItem("hegui/text"))).toBe(`那边的话。${TEXT}`);
});

test("a file that makes the engine trap costs its own row", async ({ page }) => {
  await starve(page, LITTLE);
  await page.goto("./#review");
  await page.waitForFunction(() => "wasmBindings" in window);
  const file = (name, text) => ({ name, mimeType: "", buffer: Buffer.from(text) });
  const small = readFileSync("www/example.txt", "utf8");
  await page.locator("#current-files").setInputFiles([file("长.txt", LONG.repeat(8)), file("甲.txt", small), file("乙.txt", small)]);
  const row = (name) => page.locator(".submissions tbody tr", { hasText: name });
  await expect(row("长.txt")).toContainText("引擎已经重新启动");
  await expect(row("甲.txt").locator(".number").first()).toHaveText(/\d/);
  await expect(row("乙.txt").locator(".number").first()).toHaveText(/\d/);
  await expect(page.locator(".review .foot")).not.toContainText("正在检查");
});

test("a tab that dies leaves the draft and the desk", async ({ page, context }) => {
  await open(page);
  await paste(page, TEXT);
  await sheet(page).focus();
  await page.keyboard.press("Control+End");
  // Writing without a rest is kept too.
  await page.keyboard.type("不停地写，".repeat(12), { delay: 60 });
  await kill(page);
  const next = await context.newPage();
  await open(next);
  const text = await textOf(next);
  expect(text.startsWith(`${TEXT}不停地写，`), text).toBe(true);

  await next.goto("./#review");
  await next.locator("#current-files").setInputFiles(["www/example.txt"]);
  await expect(next.locator(".submissions tbody tr .number").first()).toHaveText(/\d/);
  await next.waitForTimeout(1_000);
  await kill(next);
  const last = await context.newPage();
  await last.goto("./#review");
  await expect(last.locator(".submissions tbody tr")).toHaveCount(1);
});

test("a batch that dies in the middle keeps what was read", async ({ page, context }) => {
  await page.addInitScript(() => {
    delete window.Worker;
    // Every file takes its time, and the last is never done with.
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function () {
      await new Promise((resolve) => this.name === "慢.txt" || setTimeout(resolve, 90));
      return read.call(this);
    };
  });
  await page.goto("./#review");
  await page.waitForFunction(() => "wasmBindings" in window);
  const example = readFileSync("www/example.txt");
  const names = [...Array.from({ length: 12 }, (_, i) => `${i}.txt`), "慢.txt"];
  await page.locator("#current-files").setInputFiles(names.map((name) => ({ name, mimeType: "", buffer: example })));
  await expect(page.locator(".submissions tbody tr", { hasText: "11.txt" }).locator(".number").first()).toHaveText(/\d/);
  await page.waitForTimeout(1_000);
  await kill(page);
  const next = await context.newPage();
  await next.goto("./#review");
  await expect(next.locator(".submissions tbody tr")).toHaveCount(12);
  await expect(next.getByText("还有 1 份没有读完，请重新拖入")).toBeVisible();
});

test("a disk without room is said, and all that is there can be taken away", async ({ page, baseURL }) => {
  const session = await page.context().newCDPSession(page);
  await open(page);
  // What a browser gives a site, filled to the brim.
  await page.evaluate(() => {
    for (let size = 1 << 22; size; size >>= 1) {
      try {
        for (let i = 0; ; i++) localStorage.setItem(`other/${size}/${i}`, "x".repeat(size));
      } catch {
        // No more of this size.
      }
    }
  });
  await paste(page, TEXT);
  await expect(page.getByRole("alert")).toContainText("不让本页保存草稿");
  const download = page.waitForEvent("download");
  await page.getByRole("alert").getByRole("button", { name: "存为文本" }).click();
  expect(await textIn(await download)).toBe(TEXT);
  // Once there is room, it is kept again.
  await page.evaluate(() => localStorage.clear());
  await sheet(page).focus();
  await page.keyboard.insertText("又");
  await saved(page);

  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(baseURL).origin, quotaSize: 1 });
  await page.goto("./#review");
  await page.locator("#current-files").setInputFiles(["www/example.txt"]);
  await expect(page.locator(".submissions tbody tr .number").first()).toHaveText(/\d/);
  await expect(page.getByText("浏览器不让保存")).toBeVisible();
  const package_ = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存审查包" }).click();
  expect(JSON.parse(await textIn(await package_)).submissions).toHaveLength(1);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(baseURL).origin });
});

for (const [words, time] of [
  ["back", "2001-01-01T00:01:00+08:00"],
  ["forward", "2099-12-31T23:58:00+08:00"],
]) {
  test(`a clock set ${words} changes nothing but the time shown`, async ({ page }) => {
    await open(page);
    await paste(page, TEXT);
    await saved(page);
    const told = () => page.locator(".finding").allTextContents();
    const before = await told();
    await page.clock.setFixedTime(new Date(time));
    await sheet(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText("好");
    await expect(page.locator(".saved")).toHaveText(new RegExp(`已保存.*${time.slice(11, 16)}`));
    await page.keyboard.press("Backspace");
    await expect.poll(told).toEqual(before);
    await page.waitForTimeout(700);
    await page.reload();
    await expect.poll(() => textOf(page)).toBe(TEXT);
    await expect.poll(told).toEqual(before);
  });
}
