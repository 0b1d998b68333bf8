import { expect, open, test } from "./fixtures.js";
import { RULE, TEXT, findings, paste, sheet, textOf } from "./sheet.js";

test("typed text is checked at once", async ({ page }) => {
  await open(page);
  await sheet(page).focus();
  await page.keyboard.insertText("推进法制政府建设。");
  await expect(findings(page, RULE)).toHaveCount(1);
  await expect(page.locator(".mark-warning", { hasText: "法制政府" })).toBeVisible();
  await page.keyboard.type("abc");
  expect(await textOf(page)).toBe("推进法制政府建设。abc");
});

test("a pasted report is checked whole", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await expect(findings(page, RULE)).toHaveCount(3);
  await expect(page.locator(".stamp")).toHaveText("缺项");
  await expect(page.getByRole("textbox", { name: "标题" })).toHaveValue(/^清溪镇人民政府2025年度/);
});

test("nothing is checked or redrawn while an input method composes", async ({ page }) => {
  await open(page);
  await paste(page, "推进");
  const input = await page.context().newCDPSession(page);
  const line = page.locator(".cm-line").first();
  const node = await line.elementHandle();
  for (const text of ["f", "fa", "fa zhi", "法制", "法制政府"]) {
    await input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(line).toHaveText(`推进${text}`);
    await expect(page.locator(".cm-line .mark-warning")).toHaveCount(0);
  }
  await page.waitForTimeout(150);
  await expect(findings(page, RULE)).toHaveCount(0);
  await input.send("Input.insertText", { text: "法制政府" });
  await expect(line).toHaveText("推进法制政府");
  await expect(findings(page, RULE)).toHaveCount(1);
  await expect(page.locator(".mark-warning", { hasText: "法制政府" })).toBeVisible();
  expect(await node.evaluate((node) => node.isConnected), "the line was not drawn anew").toBe(true);

  // And again behind a highlighted word: every composed character arrives once.
  for (const word of ["建设", "，", "增强", "法制观念"]) {
    await input.send("Input.imeSetComposition", { text: word, selectionStart: word.length, selectionEnd: word.length });
    await input.send("Input.insertText", { text: word });
  }
  await expect(line).toHaveText("推进法制政府建设，增强法制观念");
  await expect(findings(page, RULE)).toHaveCount(2);
});

test("a composition that is given up leaves nothing behind", async ({ page }) => {
  await open(page);
  await paste(page, "推进法制政府建设。");
  await expect(findings(page, RULE)).toHaveCount(1);
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "zhong", selectionStart: 5, selectionEnd: 5 });
  await input.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  await expect(page.locator(".cm-line").first()).toHaveText("推进法制政府建设。");
  await expect(findings(page, RULE)).toHaveCount(1);
});

test("the caret stays while marks come and go", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await page.locator(".cm-line").nth(2).click();
  await page.keyboard.press("Home");
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.type("12345");
  expect((await textOf(page)).split("\n")[2]).toBe("推进法制12345政府建设，增强法制观念。");
});
