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

test("nothing moves while an input method composes, and the caret ends behind what it wrote", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "看看示例" }).click();
  await expect(page.locator(".finding").first()).toBeVisible();
  await page.locator(".cm-line", { hasText: "镇党委理论中心组" }).click();
  await page.keyboard.press("Home");
  await page.waitForTimeout(200);
  const seen = () =>
    page.evaluate(() => ({
      marks: document.querySelectorAll(".cm-content [class^=mark-]").length,
      margin: [...document.querySelectorAll(".margin-mark")].map((mark) => mark.getBoundingClientRect().top),
      scroll: document.querySelector("#desk").scrollTop,
      findings: document.querySelector("#findings").innerHTML,
      summary: document.querySelector("#summary").innerHTML,
    }));
  const before = await seen();
  const input = await page.context().newCDPSession(page);
  for (const text of ["q", "qu", "quan", "全"]) {
    await input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(40);
    expect(await seen()).toEqual(before);
  }
  await input.send("Input.insertText", { text: "全年" });
  await page.keyboard.type("1");
  await expect(page.locator(".cm-line", { hasText: "全年1" })).toBeVisible();
});

test("the caret and the view stay when a finding elsewhere is mended", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await page.keyboard.press("Control+End");
  await findings(page, RULE).first().getByRole("button", { name: "改为“法治政府”" }).click();
  await expect(findings(page, RULE)).toHaveCount(2);
  await page.getByRole("button", { name: "全部安全修改" }).click();
  await page.getByRole("button", { name: /修改这 \d+ 处/ }).click();
  await expect(findings(page, RULE)).toHaveCount(0);
  await sheet(page).focus();
  await page.keyboard.type("末");
  expect(await textOf(page)).toMatch(/培训不够。末$/);
});

test("a text so long that it is checked at rest is not checked during a composition", async ({ page }) => {
  test.setTimeout(90_000);
  await open(page);
  await paste(page, `推进法治政府建设${"，依法办理各类案件".repeat(40)}。\n`.repeat(1500));
  const count = page.locator(".foot span").first();
  await expect(count).toHaveText(/万|\d{3},\d{3} 字/, { timeout: 30_000 });
  const before = await count.innerText();
  await sheet(page).focus();
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "fa", selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(800);
  expect(await count.innerText()).toBe(before);
  await input.send("Input.insertText", { text: "法治" });
  await expect(count).not.toHaveText(before, { timeout: 30_000 });
});
