import { expect, expectAccessible, open, test } from "./fixtures.js";

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
