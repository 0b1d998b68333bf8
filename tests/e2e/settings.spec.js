import { readFile } from "node:fs/promises";
import { expect, expectAccessible, open, test } from "./fixtures.js";
import { RULE, TEXT, findings, paste, saved, sheet } from "./sheet.js";

const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const silenced = (page) => page.getByRole("button", { name: /已忽略/ });

/** Opens a dialog by its command. */
async function dialog(page, command, name = command) {
  await page.getByRole("button", { name: command, exact: true }).click();
  return page.getByRole("dialog", { name });
}

test("a rule is silenced in this report, kept with the draft, and brought back", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  const first = findings(page, RULE).first();
  await first.locator("summary").click();
  await first.getByRole("button", { name: "本文不再检查此规则" }).click();
  await expect(findings(page, RULE)).toHaveCount(0);
  await expect(page.locator(".mark-warning", { hasText: "法制" })).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(silenced(page)).toContainText("1");
  await expect(findings(page, RULE)).toHaveCount(0);

  await silenced(page).click();
  const list = page.getByRole("region", { name: "不检查的规则" });
  await expect(list).toContainText("本文不再检查");
  await expectAccessible(page);
  await list.getByRole("button", { name: "恢复" }).click();
  await expect(page.locator("#findings")).toBeFocused();
  await expect(findings(page, RULE)).toHaveCount(3);

  // Another report is another matter.
  await first.locator("summary").click();
  await first.getByRole("button", { name: "本文不再检查此规则" }).click();
  await page.locator("#file").setInputFiles(file("另一篇.txt", TEXT));
  await expect(findings(page, RULE)).toHaveCount(3);
});

test("a rule is silenced for good from the card, and undo brings it back", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await findings(page, RULE).first().locator(".place").click();
  const card = page.locator(".card.selected");
  await card.locator("summary").click();
  await expectAccessible(page);
  await card.getByRole("button", { name: "始终不检查此规则" }).click();
  await expect(findings(page, RULE)).toHaveCount(0);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(findings(page, RULE)).toHaveCount(3);

  await findings(page, RULE).first().locator("summary").click();
  await findings(page, RULE).first().getByRole("button", { name: "始终不检查此规则" }).click();
  await page.locator("#file").setInputFiles(file("另一篇.txt", TEXT));
  await expect(page.locator(".cm-content")).toContainText("法制政府");
  await expect(findings(page, RULE)).toHaveCount(0);
  const manual = await dialog(page, "规则", "规则手册");
  await expect(manual.getByRole("checkbox", { name: RULE })).not.toBeChecked();
});

test("the reference is searched, filtered, read and switched", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  const manual = await dialog(page, "规则", "规则手册");
  const rules = manual.locator(".rule");
  const all = await rules.count();
  expect(all).toBeGreaterThan(100);
  await expect(manual.getByLabel("按类别")).toHaveValue("");
  await manual.getByLabel("按类别").selectOption("terms");
  const terms = await rules.count();
  expect(terms).toBeLessThan(all);
  await manual.getByLabel("按级别").selectOption("warning");
  expect(await rules.count()).toBeLessThan(terms);
  await manual.getByLabel("按类别").selectOption("");
  await manual.getByLabel("按级别").selectOption("");
  await manual.getByRole("searchbox").fill("fazhi-TERM");
  await expect(rules).toHaveCount(1);
  await manual.getByRole("button", { name: RULE }).click();
  await expect(manual.locator(".explanation")).toContainText("依据");
  await expectAccessible(page);
  await manual.getByRole("checkbox", { name: RULE }).uncheck();
  await manual.getByRole("searchbox").fill("查无此条");
  await expect(manual.getByRole("status")).toContainText("没有找到");
  await manual.getByRole("button", { name: "关闭" }).click();
  await expect(manual).toHaveCount(0);
  await expect(findings(page, RULE)).toHaveCount(0);
});

test("a finding's explanation leads to its rule in the reference", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  await findings(page, RULE).first().getByRole("button", { name: "为什么" }).click();
  await page.getByRole("button", { name: "在规则手册里看" }).click();
  const manual = page.getByRole("dialog", { name: "规则手册" });
  await expect(manual.getByRole("button", { name: RULE })).toBeInViewport();
  await expect(manual.getByRole("button", { name: RULE })).toHaveAttribute("aria-expanded", "true");
});

test("habits and accepted terms are set", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  const addressee = findings(page, "缺主送机关");
  await expect(addressee).toHaveCount(1);
  const settings = await dialog(page, "设置");
  await settings.getByRole("checkbox", { name: /主送机关/ }).uncheck();
  await settings.getByRole("textbox", { name: /认可的词语/ }).fill("法制政府\n法");
  await settings.getByRole("checkbox", { name: /次序/ }).focus();
  await expect(settings.getByRole("alert")).toContainText("“法”太短");
  await expect(addressee).toHaveCount(0);
  await expect(findings(page, RULE)).toHaveCount(2);
  await expect(page.locator(".summary")).toContainText("公开稿");
  await settings.getByRole("textbox", { name: /认可的词语/ }).fill("法制政府\n法制观念");
  await page.keyboard.press("Escape");
  await expect(findings(page, RULE), "closing keeps what was typed").toHaveCount(1);
  await saved(page);
  await page.reload();
  await expect(findings(page, RULE)).toHaveCount(1);
});

test("settings are exported and imported as hegui.toml", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  let settings = await dialog(page, "设置");
  await settings.getByLabel("单位类型").selectOption("county-dept");
  await settings.getByRole("textbox", { name: /认可的词语/ }).fill("法制“政府”云");
  const download = page.waitForEvent("download");
  await settings.getByRole("button", { name: "导出设置" }).click();
  const exported = await download;
  expect(exported.suggestedFilename()).toBe("hegui.toml");
  const toml = await readFile(await exported.path(), "utf8");
  expect(toml).toContain('profile = "county-dept"');
  expect(toml).toContain('terms = ["法制“政府”云"]');

  await settings.getByRole("button", { name: "恢复默认" }).click();
  await expect(settings.getByLabel("单位类型")).toHaveValue("");
  await page.locator("#settings-file").setInputFiles(file("hegui.toml", `${toml}\n[rules]\noff = ["fazhi-term"]\n`));
  await expect(settings.getByLabel("单位类型")).toHaveValue("county-dept");
  await expect(settings.getByRole("textbox", { name: /认可的词语/ })).toHaveValue("法制“政府”云");
  await expect(findings(page, RULE)).toHaveCount(0);
  // A file that sets nothing.
  await page.locator("#settings-file").setInputFiles(file("hegui.toml", "\n"));
  await expect(settings.getByLabel("单位类型")).toHaveValue("");
});

test("a wrong settings file is told by line and nearest name, and the old settings stay", async ({ page }) => {
  await open(page);
  await paste(page, TEXT);
  const settings = await dialog(page, "设置");
  await settings.getByLabel("单位类型").selectOption("zone");
  const alert = settings.getByRole("alert");
  const load = (text) => page.locator("#settings-file").setInputFiles(file("本镇.toml", text));
  await load('yaer = 2024\n[rules]\noff = [\n  "fazi-term",\n]\n');
  await expect(alert).toContainText("本镇.toml:1：没有“yaer”这项设置，是否指“year”？");
  await expect(alert).toContainText("本镇.toml:4：没有“fazi-term”这条规则，是否指“fazhi-term”？");
  await expectAccessible(page);
  await load("profile = township\n");
  await expect(alert).toContainText("本镇.toml:1：不合 TOML");
  await load("year = 2025-01-01\nprofile = 99999999999999999999\n");
  await expect(alert).toContainText("本镇.toml:");
  await expect(settings.getByLabel("单位类型")).toHaveValue("zone");
  await expect(findings(page, RULE)).toHaveCount(3);
});

const COPIED =
  "镇党委理论学习中心组全年专题学习六次，组织三十六名班子成员和中层干部参加线上法治知识测试，查摆并整改涉企服务方面问题。";

test("last year's report is compared, named, kept, and taken away", async ({ page }) => {
  await open(page);
  await paste(page, `${TEXT}\n${COPIED}`);
  const alike = findings(page, "与上年报告雷同");
  await expect(alike).toHaveCount(0);
  await page.getByRole("button", { name: "选择上年报告", exact: true }).click();
  await expectAccessible(page);
  await page.locator("#previous-file").setInputFiles({ ...file("2024.txt", ""), buffer: Buffer.from([0x89, 0x50, 0, 0]) });
  await expect(page.getByRole("alert")).toContainText("不是文本文件");
  await page.locator("#previous-file").setInputFiles(file("2024年报告.txt", `去年的报告\n${COPIED}`));
  await expect(alike).toHaveCount(1);
  const compared = page.locator(".compared");
  await expect(compared).toContainText("2024年报告.txt");
  await expectAccessible(page);
  await saved(page);
  await page.reload();
  await expect(alike).toHaveCount(1);
  await expect(compared).toContainText("2024年报告.txt");
  await compared.getByRole("button", { name: "不再对比" }).click();
  await expect(alike).toHaveCount(0);
  await page.reload();
  await expect(sheet(page)).toContainText("法制政府");
  await expect(compared).toHaveCount(0);
});

test("last year's report can be pasted", async ({ page }) => {
  await open(page);
  await paste(page, `${TEXT}\n${COPIED}`);
  await page.getByRole("button", { name: "选择上年报告", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "与上年报告对比" });
  await expect(dialog.getByRole("button", { name: "开始对比" })).toBeDisabled();
  await dialog.getByRole("textbox").fill(`清溪镇2024年度报告\n${COPIED}`);
  await dialog.getByRole("button", { name: "开始对比" }).click();
  await expect(page.locator(".compared")).toContainText("清溪镇2024年度报告");
  await expect(findings(page, "与上年报告雷同")).toHaveCount(1);
});
