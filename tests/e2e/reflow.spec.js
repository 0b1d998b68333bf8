// Enlarged, narrow, with wide spacing and without motion: nothing is lost, and no one has to scroll two ways.

import { readFileSync } from "node:fs";
import { expect, expectAccessible, open, test } from "./fixtures.js";
import { sheet } from "./sheet.js";

const example = readFileSync("www/example.txt");

/** As a browser shows the page: how wide, how high, and how many points to a pixel. */
const windows = {
  "enlarged to 200 %": { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  "390 px wide": { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 },
  "320 px wide, as 400 % leave": { viewport: { width: 320, height: 640 }, deviceScaleFactor: 4 },
};

/** Nothing stands beyond the sides, but in frames of their own that scroll, such as the table's. @param {import("@playwright/test").Page} page */
async function expectFits(page) {
  const beyond = await page.evaluate(() => {
    const framed = (element) => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (["auto", "scroll"].includes(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth && at.matches(".table-frame")) return true;
      }
      return false;
    };
    const over = [...document.querySelectorAll("button, a, input, select, textarea, summary, h1, h2, h3, p, li, td, .cm-line")].filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1 && (left < -1 || right > innerWidth + 1) && !framed(element);
    });
    const told = over.map((element) => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 20)}`);
    return document.documentElement.scrollWidth > innerWidth ? [...told, `the page is ${document.documentElement.scrollWidth} px wide`] : told;
  });
  expect(beyond).toEqual([]);
}

/** Clicks a command, which a menu may hold. @param {import("@playwright/test").Page} page @param {string} name */
async function command(page, name) {
  const menu = page.getByRole("button", { name: "菜单" });
  if (await menu.isVisible()) await menu.click();
  await page.locator("#commands").getByRole("button", { name, exact: true }).click();
}

for (const [name, use] of Object.entries(windows)) {
  test.describe(name, () => {
    test.use(use);

    test("drafting loses nothing", async ({ page }) => {
      test.slow();
      await open(page);
      await expectFits(page);
      await page.getByRole("button", { name: "看看示例" }).click();
      await expect(page.locator(".finding").first()).toBeAttached();
      await expectFits(page);
      await sheet(page).focus();
      await page.keyboard.press("F8");
      await expect(page.locator(".card.selected")).toBeVisible();
      await expectFits(page);
      await page.keyboard.press("Escape");
      for (const panel of [/^问题 \d/, "体检"]) {
        const opener = page.locator(".summary-bar").getByRole("button", { name: panel });
        if (!(await opener.isVisible())) continue;
        await opener.click();
        await expectFits(page);
        await page.keyboard.press("Escape");
      }
      for (const name of ["规则", "设置", "帮助", "提纲"]) {
        await command(page, name);
        const dialog = page.locator("dialog[open]");
        await expect(dialog).toBeVisible();
        await expectFits(page);
        // Its end can be reached.
        await dialog.locator("button").last().scrollIntoViewIfNeeded();
        await expect(dialog.locator("button").last()).toBeInViewport();
        await page.keyboard.press("Escape");
      }
      const download = page.waitForEvent("download");
      await command(page, "存为文本");
      await download;
      await expectAccessible(page);
    });

    test("reviewing loses nothing", async ({ page }) => {
      test.slow();
      await page.goto("./#review");
      await page.waitForFunction(() => "wasmBindings" in window);
      await expectFits(page);
      const files = ["甲.txt", "乙.txt"].map((name) => ({ name, mimeType: "", buffer: example }));
      await page.locator("#current-files").setInputFiles(files);
      await expect(page.locator(".submissions tbody tr")).toHaveCount(2);
      await expect(page.locator(".review .foot")).not.toContainText("正在检查");
      await expectFits(page);
      await page.locator(".pairs button").first().click();
      await expect(page.locator(".beside")).toBeVisible();
      await expectFits(page);
      await page.keyboard.press("Escape");
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "汇总表" }).click();
      await download;
      await page.locator(".submissions tbody tr").first().click();
      await expect(page.locator(".reviewing .cm-content")).toBeVisible();
      await expectFits(page);
      for (const name of ["← 列表", "下一份", "允许编辑", "意见书", "Word"]) {
        await expect(page.locator(".reviewing").getByRole("button", { name, exact: true })).toBeInViewport();
      }
      await page.getByLabel("意见").scrollIntoViewIfNeeded();
      await expect(page.getByLabel("意见")).toBeInViewport();
      await expectAccessible(page);
    });
  });
}

test("wide spacing of lines, words and letters cuts nothing off", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "看看示例" }).click();
  await expect(page.locator(".finding").first()).toBeVisible();
  // WCAG 1.4.12, as a reader's own style would have it; the policy lets the page's own scripts adopt one.
  await page.evaluate(() => {
    const style = new CSSStyleSheet();
    style.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  });
  await expectFits(page);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll("button, .part, .finding, h2, h3, label")]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1)
      .map((element) => `${element.className}: ${element.textContent.slice(0, 20)}`),
  );
  expect(cut).toEqual([]);
});

for (const reducedMotion of ["reduce", "no-preference"]) {
  test(`panels ${reducedMotion === "reduce" ? "stand still" : "move"} where motion is ${reducedMotion}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ reducedMotion });
    await open(page);
    await page.getByRole("button", { name: "看看示例" }).click();
    await page.evaluate(() => {
      window.moved = 0;
      for (const name of ["transitionrun", "animationstart"]) document.addEventListener(name, () => window.moved++);
    });
    await page.getByRole("button", { name: "菜单" }).click();
    await page.locator("#commands").getByRole("button", { name: "帮助" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^问题 \d/ }).click();
    await expect(page.locator("#findings")).toBeInViewport();
    await page.waitForTimeout(300);
    expect((await page.evaluate(() => window.moved)) > 0).toBe(reducedMotion === "no-preference");
  });
}
