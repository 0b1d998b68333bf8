import { expect, expectAccessible, open, test } from "./fixtures.js";
import { sheet } from "./sheet.js";

test("JavaScript reaches the engine", async ({ page }) => {
  await open(page);
  expect(await page.evaluate(() => window.wasmBindings.version())).toMatch(/^\d+\.\d+\.\d+/);
  const report = await page.evaluate(() => window.wasmBindings.check("推进法制政府建设。", { only: ["fazhi-term"] }));
  expect(report.findings[0].range).toEqual([2, 6]);
  const message = await page.evaluate(() => {
    try {
      window.wasmBindings.check("", { profil: "zone" });
    } catch (error) {
      return error.message;
    }
  });
  expect(message).toContain("profile");
});

for (const colorScheme of ["light", "dark"]) {
  test(`the ${colorScheme} page is accessible in every state`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await open(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);

    await page.getByRole("button", { name: "看看示例" }).click();
    await expect(page.locator(".finding").first()).toBeVisible();
    await expectAccessible(page);

    await sheet(page).focus();
    await page.keyboard.press("F8");
    await expect(page.locator(".card.selected")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");

    for (const name of ["规则", "设置", "帮助", "提纲", "全部安全修改", "为什么", "选择上年报告"]) {
      await page.getByRole("button", { name }).first().click();
      await expect(page.locator("dialog[open]")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(page.locator("dialog[open]")).toHaveCount(0);
    }

    await sheet(page).focus();
    await page.keyboard.press("Control+f");
    await expect(page.locator(".cm-search")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  });
}

test("the page is used with the keyboard alone", async ({ page }) => {
  await open(page);
  await expect(sheet(page)).toBeFocused();
  await page.keyboard.insertText("推进法制政府建设。");
  await page.keyboard.press("F8");
  await page.keyboard.press("Control+.");
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeFocused();
  const help = page.getByRole("button", { name: "帮助" });
  await help.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "帮助" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeFocused();
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [961, 700],
  // 1440 px enlarged to 200 %.
  [720, 450],
  [390, 844],
]) {
  test(`nothing runs over the edge at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await page.getByRole("button", { name: "看看示例" }).click();
    await expect(page.locator(".finding").first()).toBeAttached();
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await over()).toBeLessThanOrEqual(0);
    if (width > 960) return;

    await expect(page.locator(".summary-bar")).toContainText("不足和原因");
    await page.getByRole("button", { name: /^问题 \d/ }).click();
    await expect(page.locator("#findings")).toBeInViewport();
    await expectAccessible(page);
    await page.locator("#findings .let-down").click();
    await expect(page.locator("#findings")).toBeHidden();
    await page.getByRole("button", { name: "体检" }).click();
    await expect(page.locator("#summary .stamp")).toBeInViewport();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "菜单" }).click();
    await page.getByRole("button", { name: "帮助" }).click();
    await expect(page.getByRole("dialog", { name: "帮助" })).toBeVisible();
    expect(await over()).toBeLessThanOrEqual(0);
  });
}
