import { readFile } from "node:fs/promises";
import { expect, expectAccessible, open, test } from "./fixtures.js";
import { RULE, TEXT, findings, paste, saved, sheet, textOf } from "./sheet.js";

/** The report in GB18030: "法治政府" twice, wrongly written the second time. */
const GB18030 = Buffer.from("b7a8d6ceb7a8d6c6d5feb8ae", "hex");

const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });

test("the draft is there after a reload", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await saved(page);
  await page.reload();
  await expect.poll(() => textOf(page)).toBe(TEXT);
  await expect(findings(page, RULE)).toHaveCount(3);
});

test("forbidden storage is said, and nothing is lost", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await open(page);
  await expect(page.getByRole("alert")).toContainText("不让本页保存草稿");
  await paste(page, TEXT);
  await expect(findings(page, RULE)).toHaveCount(3);
  const download = page.waitForEvent("download");
  await page.getByRole("alert").getByRole("button", { name: "存为文本" }).click();
  const saved = await readFile(await (await download).path(), "utf8");
  expect(saved.replace("\ufeff", "")).toBe(TEXT);
});

test("full storage is said, and the text stays", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(page);
  await paste(page, TEXT);
  await expect(page.getByRole("alert")).toContainText("不让本页保存草稿");
  expect(await textOf(page)).toBe(TEXT);
  await sheet(page).click();
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type(), "leaving would lose the text").toBe("beforeunload");
  await dialog.accept();
});

test("a GB18030 file is opened, and undo brings the old text back", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await page.locator("#file").setInputFiles(file("报告.txt", GB18030));
  await expect.poll(() => textOf(page)).toBe("法治法制政府");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect.poll(() => textOf(page)).toBe(TEXT);
});

test("UTF-8 and UTF-16 files are opened", async ({ page }) => {
  await open(page);
  await page.locator("#file").setInputFiles(file("报告.md", Buffer.from("\ufeff推进法制政府建设", "utf8")));
  await expect.poll(() => textOf(page)).toBe("推进法制政府建设");
  await page.locator("#file").setInputFiles(file("报告.txt", Buffer.from("\ufeff增强法制观念", "utf16le")));
  await expect.poll(() => textOf(page)).toBe("增强法制观念");
});

test("a binary file is refused and the old text kept", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await page.locator("#file").setInputFiles(file("图片.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])));
  await expect(page.getByRole("alert")).toContainText("不是文本文件");
  await page.locator("#file").setInputFiles(file("报告.docx", Buffer.from("PK\u0003\u0004rest")));
  await expect(page.getByRole("alert")).toContainText("“报告.docx”：文件不完整或已损坏");
  await page.locator("#file").setInputFiles(file("旧报告.doc", Buffer.from("d0cf11e0a1b11ae1", "hex")));
  await expect(page.getByRole("alert")).toContainText("另存为 .docx");
  expect(await textOf(page)).toBe(TEXT);
});

/** A file of the corpus that another program made. */
const made = (name) => new URL(`../corpus/files/${name}`, import.meta.url);

test("a Word document is opened with its automatic numbers as text", async ({ page }) => {
  await open(page);
  await page.locator("#file").setInputFiles(file("报告.docx", await readFile(made("python-docx.docx"))));
  await expect.poll(() => textOf(page)).toContain("一、2025年度推进法治政府建设的主要举措和成效\n（一）强化政治引领");
  const notice = page.getByRole("status").filter({ hasText: "报告.docx" });
  await expect(notice).toContainText("已打开“报告.docx”；自动编号已转为文字；页眉页脚没有读入");
});

test("a saved page is opened by dropping it, and undo brings the old text back", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  const bytes = [...(await readFile(made("portal-gb2312.html")))];
  await page.evaluate((bytes) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(bytes)], "报告.html"));
    const target = document.querySelector(".cm-content");
    target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, bytes);
  await expect.poll(() => textOf(page)).toMatch(/^柳泉镇人民政府关于2025年度法治政府建设情况的报告\n中共东澜市委员会/);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect.poll(() => textOf(page)).toBe(TEXT);
});

test("a file is opened by dropping it", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["推进法制政府建设。"], "报告.txt"));
    const target = document.querySelector(".cm-content");
    target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect.poll(() => textOf(page)).toBe("推进法制政府建设。");
});

test("a paste of 30 MB is refused and the old text kept", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await paste(page, "法".repeat(10_000_000));
  await expect(page.getByRole("alert")).toContainText("一百万字");
  expect(await textOf(page)).toBe(TEXT);
  await expect(findings(page, RULE)).toHaveCount(3);
});

test("copying and saving give the whole text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await paste(page, TEXT);
  await page.getByRole("button", { name: "复制", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "全文已复制" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(TEXT);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "存为文本" }).click();
  expect((await download).suggestedFilename()).toBe("清溪镇人民政府2025年度法治政府建设情况报告.txt");
});

test("pasting by the button replaces the text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.evaluate(() => navigator.clipboard.writeText("增强法制观念。"));
  await page.getByRole("button", { name: "粘贴", exact: true }).click();
  await expect.poll(() => textOf(page)).toBe("增强法制观念。");
});

test("when the engine fails, the text is offered and comes back", async ({ page, complaints }) => {
  await open(page);
  await paste(page, TEXT);
  // Something that the program relies on breaks under it.
  await page.evaluate(() => {
    const { setTimeout } = window;
    window.setTimeout = () => {
      window.setTimeout = setTimeout;
      throw new Error("test");
    };
  });
  await page.keyboard.press("F8");
  const dialog = page.getByRole("dialog", { name: "引擎出错，文字仍在" });
  await expect(dialog).toBeVisible();
  expect(complaints.splice(0), "the reason is told to who looks for it").toHaveLength(1);
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "存为文本" }).click();
  expect((await readFile(await (await download).path(), "utf8")).replace("\ufeff", "")).toBe(TEXT);
  await dialog.getByRole("button", { name: "重新打开" }).click();
  await expect.poll(() => textOf(page)).toBe(TEXT);
  await expect(findings(page, RULE)).toHaveCount(3);
});

test("two tabs do not overwrite each other", async ({ page, context }) => {
  await open(page);
  await paste(page, TEXT);
  await saved(page);
  const other = await context.newPage();
  await open(other);
  await expect.poll(() => textOf(other)).toBe(TEXT);

  await paste(other, "那边的话。");
  await saved(other);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("另一个标签页改了草稿");
  await expectAccessible(page);

  // Nothing is saved over it meanwhile, and nothing is lost.
  await paste(page, "这边的话。");
  await page.waitForTimeout(700);
  expect(await page.evaluate(() => localStorage.getItem("hegui/text"))).toBe(`那边的话。${TEXT}`);
  const download = page.waitForEvent("download");
  await alert.getByRole("button", { name: "把那一份存为文件" }).click();
  expect(await readFile(await (await download).path(), "utf8")).toContain("那边的话。");

  await alert.getByRole("button", { name: "换成那一份" }).click();
  await expect.poll(() => textOf(page)).toBe(`那边的话。${TEXT}`);
  await saved(page);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect.poll(() => textOf(page)).toContain("这边的话。");
  await saved(page);

  await other.getByRole("alert").getByRole("button", { name: "以这一份为准" }).click();
  await saved(other);
  expect(await page.evaluate(() => localStorage.getItem("hegui/text"))).toBe(`那边的话。${TEXT}`);
  await expect(page.getByRole("alert"), "now it is this tab's turn to choose").toBeVisible();
});
