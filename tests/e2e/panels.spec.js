import { expect, expectAccessible, open, test } from "./fixtures.js";
import { RULE, TEXT, findings, paste, saved, sheet, textOf } from "./sheet.js";

test("a part leads to its place, a requirement to its proof", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "看看示例" }).click();
  await page.locator(".part", { hasText: "下一年度安排" }).click();
  await expect(page.locator(".heading-1", { hasText: "三、2026年度" })).toBeInViewport();
  await expect(sheet(page)).toBeFocused();
});

test("the kind of body and the year can be chosen", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await page.getByLabel("单位类型").selectOption("county-dept");
  await page.getByLabel("年度", { exact: true }).selectOption("2024");
  await expect(page.locator(".recognised")).toContainText("安排应为 2025");
});

test("title, body and date are corrected in place, and so in the text", async ({ page }) => {
  await open(page);
  await paste(page, `${TEXT}\n清溪镇人民政府\n20260120`);
  const field = (name) => page.getByRole("textbox", { name, exact: true });
  await expect(field("成文日期")).toHaveValue("2026年1月20日");

  await field("标题").focus();
  await expect(page.locator(".line-title .mark-active"), "its place is shown").toBeVisible();
  await field("标题").fill("清溪镇人民政府2025年度法治政府建设报告");
  await field("标题").press("Enter");
  await expect.poll(() => textOf(page)).toMatch(/^清溪镇人民政府2025年度法治政府建设报告\n/);
  await expect(field("标题")).toBeFocused();

  await field("机关").fill("石桥镇人民政府");
  await field("成文日期").click();
  await expect.poll(() => textOf(page)).toMatch(/^石桥镇人民政府2025年度.*\n石桥镇人民政府\n20260120$/s);

  await field("成文日期").fill("2026年2月30日");
  await field("成文日期").press("Enter");
  await expect(page.getByRole("alert")).toHaveText("请写明年月日，如2026年1月20日");
  await expectAccessible(page);
  await field("成文日期").press("Escape");
  await expect(field("成文日期")).toHaveValue("2026年1月20日");
  await field("成文日期").fill("2026-1-31");
  await field("成文日期").press("Enter");
  await expect.poll(() => textOf(page)).toMatch(/\n2026年1月31日$/);

  await sheet(page).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
  await expect.poll(() => textOf(page)).toBe(`${TEXT}\n清溪镇人民政府\n20260120`);
});

test("what was not recognised is written where it belongs", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  const date = page.getByRole("textbox", { name: "成文日期" });
  await expect(date).toHaveValue("");
  await date.fill("2026.1.20");
  await date.press("Enter");
  await expect.poll(() => textOf(page)).toBe(`${TEXT}\n2026年1月20日`);
});

test("filters narrow the list", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  const warnings = page.locator(".chip", { hasText: "警告" });
  await warnings.click();
  await expect(warnings).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator('.finding:not([data-severity="warning"])')).toHaveCount(0);
  await warnings.click();
  await page.getByLabel("类别").selectOption("terms");
  await expect(findings(page, RULE)).toHaveCount(3);
  await expect(page.locator('.finding[data-severity="info"]')).toHaveCount(0);
});

test("the reference turns a rule off and change its severity, and are kept", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await page.getByRole("button", { name: "规则", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "规则手册" });
  await dialog.getByLabel(`“${RULE}”的级别`).selectOption("info");
  const hints = page.locator('.finding[data-severity="info"]', { hasText: RULE });
  await expect(hints).toHaveCount(3);
  await saved(page);
  await page.reload();
  await expect(hints, "severities are kept").toHaveCount(3);
  await page.getByRole("button", { name: "规则", exact: true }).click();
  await dialog.getByRole("checkbox", { name: RULE }).uncheck();
  await expect(findings(page, RULE)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "规则", exact: true })).toBeFocused();
  await page.waitForTimeout(700);
  await page.reload();
  await expect(page.locator(".cm-content")).toContainText("法制政府");
  await expect(findings(page, RULE)).toHaveCount(0);
});

test("a rule explains itself without leaving the text", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await findings(page, RULE).first().getByRole("button", { name: "为什么" }).click();
  const dialog = page.getByRole("dialog", { name: RULE });
  await expect(dialog).toContainText("检查什么");
  await expect(dialog).toContainText("依据");
  await dialog.getByRole("button", { name: "关闭" }).click();
  await expect(dialog).toHaveCount(0);
});

test("an outline starts a report", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "从提纲写起" }).click();
  const dialog = page.getByRole("dialog", { name: "从提纲写起" });
  await dialog.getByLabel("单位类型").selectOption("county-dept");
  await dialog.getByLabel("报告年度").selectOption("2024");
  await expect(dialog.locator(".preview")).toContainText("2024年度");
  await dialog.getByRole("button", { name: "放到纸上" }).click();
  await expect(page.locator('.parts [data-status="present"]')).toHaveCount(4);
});

test("the check sheet is laid out for the printer", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "看看示例" }).click();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".check-sheet h1")).toBeVisible();
  await expect(page.locator(".check-sheet")).toContainText("缺项");
  await expect(page.locator(".page")).toBeHidden();
});
