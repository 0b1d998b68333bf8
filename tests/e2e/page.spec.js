import { expect, expectAccessible, open, test } from "./fixtures.js";

test("the page opens", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("JavaScript reaches the engine", async ({ page }) => {
  await open(page);
  expect(await page.evaluate(() => window.wasmBindings.version())).toMatch(/^\d+\.\d+\.\d+/);
});

for (const colorScheme of ["light", "dark"]) {
  test(`the ${colorScheme} page has no accessibility violations`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    await expectAccessible(page);
  });
}
