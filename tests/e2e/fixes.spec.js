import { expect, open, test } from "./fixtures.js";
import { RULE, TEXT, findings, paste, saved, sheet, textOf } from "./sheet.js";

test("a fix is an ordinary edit that undo takes back", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await findings(page, RULE).first().getByRole("button", { name: "改为“法治政府”" }).click();
  await expect(findings(page, RULE)).toHaveCount(2);
  await expect(page.locator("#findings .place:focus"), "the focus stays in the list").toHaveCount(1);
  expect(await textOf(page)).toContain("推进法治政府建设，增强法制观念");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(findings(page, RULE)).toHaveCount(3);
  expect(await textOf(page)).toBe(TEXT);
});

test("all safe fixes are shown first, and are one step to undo", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await page.getByRole("button", { name: "全部安全修改" }).click();
  const dialog = page.getByRole("dialog", { name: "全部安全修改" });
  await expect(dialog.locator("del", { hasText: "法制" })).toHaveCount(3);
  expect(await textOf(page), "nothing is changed yet").toBe(TEXT);
  await dialog.getByRole("button", { name: /修改这 \d+ 处/ }).click();
  await expect(findings(page, RULE)).toHaveCount(0);
  expect(await textOf(page)).not.toContain("法制");
  await sheet(page).focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => textOf(page)).toBe(TEXT);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`${colorScheme}: the card under the mouse looks as the one of F8`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    await paste(page, TEXT);
    /** @param {import("@playwright/test").Locator} frame */
    const look = (frame) =>
      frame.evaluate((node) => {
        const { padding, color, backgroundColor, borderRadius } = getComputedStyle(node);
        return { padding, color, backgroundColor, borderRadius };
      });
    await expect(findings(page, RULE)).toHaveCount(3);
    const hovered = page.locator(".cm-tooltip-hover");
    const mark = page.locator(".cm-line .mark-warning", { hasText: "法制" }).first();
    await mark.hover();
    await mark.hover({ position: { x: 8, y: 8 } });
    await expect(hovered.locator(".card")).toBeVisible();
    const seen = await look(hovered);
    await page.mouse.move(0, 0);
    await expect(hovered).toHaveCount(0);
    await page.keyboard.press("F8");
    expect(seen).toEqual(await look(page.locator(".card.selected")));
  });
}

test("the view of ignored findings is left with the last of them", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await findings(page, RULE).first().getByRole("button", { name: "忽略此处" }).click();
  await page.getByRole("button", { name: /^已忽略/ }).click();
  await expect(findings(page, RULE)).toHaveCount(1);
  await findings(page, RULE).first().getByRole("button", { name: "恢复" }).click();
  await expect(findings(page, RULE)).toHaveCount(3);
  await expect(page.getByRole("button", { name: /^已忽略/ })).toHaveCount(0);
});

test("the card of a finding mends it from the keyboard alone", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await expect(findings(page, RULE)).toHaveCount(3);
  await page.keyboard.press("Control+Home");
  const card = page.getByRole("dialog", { name: new RegExp(RULE) });
  for (let i = 0; i < 12 && !(await card.isVisible()); i++) await page.keyboard.press("F8");
  await expect(card).toBeVisible();
  await page.keyboard.press("Control+.");
  await expect(card.getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(findings(page, RULE)).toHaveCount(2);
  await expect(sheet(page)).toBeFocused();
});

test("F8 and Shift+F8 walk the findings", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await page.keyboard.press("Control+Home");
  const count = await page.locator(".finding").count();
  const selected = page.locator('.finding[data-selected="true"]');
  const seen = new Set();
  for (let i = 0; i < count; i++) {
    await page.keyboard.press("F8");
    await expect(selected).toHaveCount(1);
    seen.add(await selected.innerText());
  }
  expect(seen.size).toBe(count);
  const last = await selected.innerText();
  await page.keyboard.press("F8");
  await page.keyboard.press("Shift+F8");
  await expect(selected).toHaveText(last.split("\n")[1] ? new RegExp(last.split("\n")[1].trim().slice(0, 6)) : last);
  await page.keyboard.press("Escape");
  await expect(selected).toHaveCount(0);
});

test("an ignored finding stays ignored after a reload, and can be restored", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await findings(page, RULE).first().getByRole("button", { name: "忽略" }).click();
  await expect(findings(page, RULE)).toHaveCount(2);
  await expect(page.locator(".mark-warning", { hasText: "法制政府" })).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(findings(page, RULE)).toHaveCount(2);
  await page.getByRole("button", { name: /已忽略/ }).click();
  await findings(page, RULE).first().getByRole("button", { name: "恢复" }).click();
  await expect(findings(page, RULE)).toHaveCount(3);
});

test("a missing part is shown where it belongs, and its outline can be put in", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "看看示例" }).click();
  await page.locator(".finding", { hasText: "缺少规定部分" }).locator(".place").click();
  const ghost = page.locator(".ghost");
  await expect(ghost).toContainText("这里缺少第二部分");
  const line = await page.locator(".cm-line", { hasText: "充分发挥街道工委" }).boundingBox();
  const mark = page.locator('.margin-mark[data-severity="error"]');
  const tops = await mark.evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().top));
  expect(tops.some((top) => top > line.y && top < line.y + 30), "marks below the block stand beside their lines").toBe(true);
  await ghost.getByRole("button", { name: "插入标题和提纲" }).click();
  await expect(ghost).toHaveCount(0);
  await expect(page.locator('.parts [data-status="missing"]')).toHaveCount(0);
});
