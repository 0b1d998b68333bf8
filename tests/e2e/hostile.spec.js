// Hostile text stays text: in the editor, the findings, the printed sheet, the desk, side by side, and in every export.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { handedOver, printed, review } from "./everything.js";
import { expect, open, test } from "./fixtures.js";
import { paste } from "./sheet.js";

/** What a page would run, were it taken for more than text. */
const CODE = [
  "<script>window.owned = 1</script>",
  "<img src=x onerror=\"window.owned = 2\">",
  "\"><svg onload='window.owned = 3'>",
  "<a href=\"javascript:window.owned = 4\">点我</a>",
  "</textarea></title><iframe srcdoc=\"<script>parent.owned = 5</script>\"></iframe>",
  "]]><b>&lt;i&gt;&#60;u&#62;</b>",
];
/** Right-to-left override, embedding and isolate; zero width space, joiners, mark; word joiner; byte order mark; a tag character. */
const UNSEEN = "甲\u202e乙\u202c丙\u2067丁\u2069\u200b\u200c\u200d\u200f\u2060\ufeff\u{e0041}戊";
/** Latin, Greek and Cyrillic that look alike, and a character beyond the first plane. */
const ALIKE = "аbс ΑВС ０１２ 𠮷";

const HOSTILE = [
  `<b>清溪镇</b>人民政府2025年度法治政府建设情况报告${CODE[0]}`,
  `一、2025年度推进法治政府建设的主要举措和成效${CODE[1]}`,
  `推进法制政府建设，${UNSEEN}增强法制观念${ALIKE}。`,
  ...CODE.map((code) => `推进法制政府建设${code}，增强法制观念，全年办理１２件。`),
  "=HYPERLINK(\"http://hegui.invalid/\",\"法制政府\")",
  "二、2025年度存在的不足和原因",
  "有的干部法制意识不强，主要原因是培训不够。",
  `<b>清溪镇</b>人民政府${CODE[2]}`,
  "2026年1月12日",
].join("\n");

/** @param {string} name @param {string} text */
const file = (name, text) => ({ name, mimeType: "", buffer: Buffer.from(text) });

/** What must not be: something that ran, or an element made of text. @param {import("@playwright/test").Page} page */
async function expectNothingRan(page) {
  await page.waitForTimeout(100);
  expect(await page.evaluate(() => "owned" in window)).toBe(false);
  const made = await page.evaluate(() => {
    // The editor puts pictures without a source around what it shows in place of a character.
    const foreign = "img:not(.cm-widgetBuffer), iframe, i, [onerror], [onload], [srcdoc], a[href^='javascript'], body script:not([id])";
    const named = [...document.querySelectorAll("b, u")].filter(({ textContent }) => ["清溪镇", "u", "<i>"].includes(textContent));
    return [...document.querySelectorAll(foreign), ...named].map(({ outerHTML }) => outerHTML);
  });
  expect(made).toEqual([]);
}

test("hostile text is text in the editor, the findings, the card and the printed sheet", async ({ page }) => {
  await open(page);
  await paste(page, HOSTILE);
  await expect(page.locator(".finding").first()).toBeVisible();
  await expect(page.getByRole("img", { name: "强制从右到左（U+202E）" })).toHaveText("•");
  await expect(page.getByRole("img", { name: /看不见的字符/ })).toHaveCount(11);
  for (const code of CODE) await expect(page.locator(".cm-content")).toContainText(code);
  await page.locator(".finding").first().getByRole("button", { name: "为什么" }).click();
  await page.keyboard.press("Escape");
  await page.locator(".finding", { hasText: "法制" }).first().locator(".place").click();
  await expectNothingRan(page);
  await page.getByRole("button", { name: /^全部安全修改/ }).click();
  await expectNothingRan(page);
  await page.keyboard.press("Escape");
  await printed(page);
  await expect(page.locator(".check-sheet")).toContainText("举措和成效<img");
  await expectNothingRan(page);
});

test("what the engine finds that cannot be seen, the sheet shows as a dot, and nothing else", async ({ page }) => {
  const codes = [
    0x1, 0x7, 0xb, 0xc, 0x1f, 0x7f, 0x85, 0x9f, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029,
    0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2061, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x206f, 0x3164, 0xfeff, 0xffa0,
    0xfff9, 0xfffb, 0xfffc, 0xe0001, 0xe0041, 0xe007f,
  ];
  // A joiner in an emoji, a form chosen of a sign and of a character, a flag, a letter of a script that joins.
  const belonging = "👨\u200d👩\u200d👧、❤\ufe0f、葛\u{e0100}、辻\ufe00、🏴\u{e0067}\u{e007f}、م\u200cن";
  const astray = "，\ufe0f，\u{e0100}👨\u200d法";
  const text = `${codes.map((code) => `甲${String.fromCodePoint(code)}`).join("")}乙${belonging}${astray}。`;
  await open(page);
  await paste(page, text);
  await expect(page.getByRole("img", { name: /看不见的字符/ })).toHaveCount(codes.length + 3);
  const found = await page.evaluate((text) => window.wasmBindings.check(text, { only: ["invisible-character"] }).findings, text);
  expect(found.flatMap(({ occurrences, range }) => occurrences ?? [range])).toHaveLength(codes.length + 3);
});

test("a text with unseen characters leaves as it came", async ({ page }) => {
  await open(page);
  await paste(page, HOSTILE);
  const { path } = await handedOver(page, page.locator("#commands").getByRole("button", { name: "存为文本" }));
  expect(readFileSync(path, "utf8").slice(1)).toBe(HOSTILE);
});

test("hostile text and names are text on the desk and in everything that leaves it", async ({ page, context }) => {
  test.slow();
  await open(page);
  const name = "=1+1<img src=x onerror=owned=6>\u202egnp.txt";
  const files = await review(page, [file(name, HOSTILE), file("-乙.txt", HOSTILE.replace("增强", "提高"))]);
  await expect(page.locator(".submissions")).toContainText("<img src=x onerror=owned=6>");
  await expectNothingRan(page);
  await page.locator(".pairs button", { hasText: "-乙" }).first().click();
  await expect(page.locator(".beside")).toContainText(CODE[1]);
  await expectNothingRan(page);
  await page.keyboard.press("Escape");
  await page.getByRole("row", { name: /^=1\+1/ }).click();
  await page.getByLabel("意见").fill(CODE.join("\n"));
  await page.getByRole("combobox", { name: "结论" }).focus();
  await expectNothingRan(page);
  const reviewing = page.locator(".reviewing");
  const html = await handedOver(page, reviewing.getByRole("button", { name: "意见书", exact: true }));
  const word = await handedOver(page, reviewing.getByRole("button", { name: "Word", exact: true }));

  // Without the page's policy, as a reader opens it.
  const reader = await context.newPage();
  await reader.setContent(readFileSync(html.path, "utf8"));
  await expect(reader.locator("body")).toContainText(CODE[0]);
  await expectNothingRan(reader);

  const archive = files.find(({ name }) => name.endsWith(".zip"));
  const workbook = files.find(({ name }) => name.endsWith(".xlsx"));
  const python = (code, ...paths) => execFileSync("python3", ["-c", code, ...paths], { encoding: "utf8" });
  const parsed =
    "import sys,io,zipfile,xml.dom.minidom as m\n" +
    "def look(data):\n z=zipfile.ZipFile(data)\n assert z.testzip() is None\n" +
    " for n in z.namelist():\n  assert not n.startswith('/') and '..' not in n, n\n" +
    "  if n.endswith(('.docx','.xlsx')): look(io.BytesIO(z.read(n)))\n" +
    "  if n.endswith(('.xml','.rels')):\n   d=m.parseString(z.read(n))\n" +
    "   for t in ('f','script','img','hlinkClick','w:hyperlink','w:instrText'): assert not d.getElementsByTagName(t), (n,t)\n" +
    "[look(p) for p in sys.argv[1:]]\nprint('whole')";
  expect(python(parsed, word.path, workbook.path, archive.path)).toBe("whole\n");

  const csv = readFileSync(files.find(({ name }) => name.endsWith(".csv")).path, "utf8");
  const cells = python("import csv,sys\nfor r in csv.reader(open(sys.argv[1],encoding='utf-8-sig',newline='')): print(*r,sep='\\n')", files.find(({ name }) => name.endsWith(".csv")).path);
  expect(csv).toContain("onerror");
  // A spreadsheet program computes what begins so.
  expect(cells.split("\n").filter((cell) => /^[=+@-]\S/.test(cell))).toEqual([]);
});
