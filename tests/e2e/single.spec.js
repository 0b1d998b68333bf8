// The page in one file, opened from the disk as a double click would.

import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { draft, review } from "./everything.js";
import { expect, expectAccessible, open, test } from "./fixtures.js";
import { dist } from "./server.js";
import { TEXT, paste, saved, textOf } from "./sheet.js";

const single = `${dist}/hegui.html`;
const address = pathToFileURL(single).href;

test("one file drafts and reviews from the disk, and asks for nothing", async ({ page, context }) => {
  test.slow();
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  await open(page, address);
  await draft(page);
  await review(page);
  const others = asked.filter((url) => url !== address && !url.startsWith("blob:null/") && !url.startsWith("data:"));
  expect(others).toEqual([]);
});

test("its draft and its desk are there again", async ({ page }) => {
  await open(page, address);
  await paste(page, TEXT);
  await saved(page);
  await page.reload();
  await expect.poll(() => textOf(page)).toBe(TEXT);
  await expectAccessible(page);
});

test("it reviews where a file on the disk gets no workers", async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException("denied", "SecurityError");
      }
    };
  });
  await open(page, address);
  await review(page);
});

test("its policy allows no connection, not even to its own folder", async ({ page, complaints }) => {
  await open(page, address);
  const refused = await page.evaluate(async () => {
    const refused = new Set();
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.add(effectiveDirective));
    const add = (tag, fill) => document.body.append(Object.assign(document.createElement(tag), fill));
    add("script", { textContent: "window.owned = true" });
    add("script", { src: "other.js" });
    add("img", { src: "other.png" });
    await fetch("other.txt").catch(() => {});
    await fetch("http://hegui.invalid/").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 300));
    return [...refused].sort();
  });
  expect(refused).toEqual(["connect-src", "img-src", "script-src-elem"]);
  complaints.length = 0;
});

test("it says that it needs no server", async ({ page }) => {
  await open(page, address);
  await page.getByRole("button", { name: "帮助" }).click();
  await expect(page.locator(".offline-copy")).toContainText("这是单文件版");
});

test("it carries the licences of everything inside", async ({ page }) => {
  await open(page, address);
  await page.getByRole("button", { name: "帮助" }).click();
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "开放源代码许可" }).click();
  await expect((await opened).getByRole("rowheader", { name: "yew", exact: true })).toHaveCount(1);
});

test("it is small enough to be sent", () => {
  expect(statSync(single).size).toBeLessThanOrEqual(2_000_000);
});
