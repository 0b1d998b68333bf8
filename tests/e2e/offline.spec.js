// The copy that opens without the server: kept, renewed when the user says so, removed.

import { readdirSync, readFileSync } from "node:fs";
import { expect, open, test } from "./fixtures.js";
import { dist, end, serve } from "./server.js";
import { TEXT, paste, saved, textOf } from "./sheet.js";
import { word } from "./everything.js";

const read = (name) => readFileSync(`${dist}/${name}`, "utf8");
const file = (start, end) => readdirSync(dist).find((name) => name.startsWith(start) && name.endsWith(end));

/** Serves the page below a path, as most servers will, and gives what is served and how to end it. */
async function serving(base = "/some/path/") {
  const site = { directory: dist, base, asked: [] };
  const server = await serve(0, site);
  const { port } = server.address();
  return { site, port, address: `http://127.0.0.1:${port}${base}`, off: () => end(server), again: () => serve(port, site) };
}

/** Another version: program and exports differ and have other names. */
function newer() {
  const program = file("page-", ".js");
  const exporter = file("export-", ".js");
  const version = read("index.html").match(/data-version="(\w+)"/)[1];
  const renamed = (text) =>
    text.replaceAll(program, "page-1111111111111111.js").replaceAll(exporter, "export-2222222222222222.js").replaceAll(version, "3333333333333333");
  return {
    "index.html": renamed(read("index.html")),
    "service.js": renamed(read("service.js")),
    "page-1111111111111111.js": `globalThis.edition = "newer";${read(program)}`,
    "export-2222222222222222.js": read(exporter),
    // What a server has no longer.
    [program]: undefined,
  };
}

/** Waits until the page opens without its server. @param {import("@playwright/test").Page} page */
async function kept(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
}

const notice = (page) => page.locator(".new-version");
const edition = (page) => page.evaluate(() => globalThis.edition ?? "first");

test("the second visit needs no server: drafting, reviewing and exports", async ({ page }) => {
  const { address, off } = await serving();
  await open(page, address);
  await kept(page);
  await paste(page, TEXT);
  await saved(page);
  await off();
  await page.goto("about:blank");
  await open(page, address);
  await expect.poll(() => textOf(page)).toBe(TEXT);
  await page.getByRole("link", { name: "审查" }).click();
  await page.locator("#current-files").setInputFiles(word);
  await expect(page.locator(".submissions tbody tr")).toHaveCount(1);
  await expect(page.locator(".review .foot")).not.toContainText("正在检查");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "汇总表" }).click();
  await download;
  await open(page, `${address}index.html`);
});

test("a new version says so, changes when asked to, and never mixes with the old", async ({ page, context }) => {
  const { site, address, off } = await serving();
  await open(page, address);
  await kept(page);
  await paste(page, TEXT);
  await saved(page);
  const other = await context.newPage();
  await open(other, address);
  site.instead = newer();

  await page.reload();
  await expect(notice(page)).toContainText("有新版");
  expect(await edition(page), "nothing changes unasked").toBe("first");
  await notice(page).getByRole("button", { name: "换用新版" }).click();
  await expect.poll(() => edition(page).catch(() => "between")).toBe("newer");
  await expect.poll(() => textOf(page)).toBe(TEXT);
  await expect(notice(page)).toHaveCount(0);

  // The tab that still shows the old version goes on with the old files, which the server has no longer.
  expect(await edition(other)).toBe("first");
  await other.evaluate(() => window.hegui.exporter());
  await off();
  expect(await other.evaluate(() => performance.getEntriesByName(document.baseURI.replace(/[^/]*$/, "") + "export-2222222222222222.js").length)).toBe(0);
  await other.reload();
  await expect.poll(() => edition(other).catch(() => "between")).toBe("newer");
});

test("a version that is not whole is not taken", async ({ page }) => {
  const { site, address, off } = await serving();
  await open(page, address);
  await kept(page);
  // Its exports have not been copied to the server yet.
  site.instead = { ...newer(), "export-2222222222222222.js": undefined };
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    await new Promise((resolve) => {
      if (!worker || worker.state === "redundant") resolve();
      else worker.addEventListener("statechange", () => worker.state === "redundant" && resolve());
    });
  });
  await page.reload();
  await expect(page.locator(".cm-content")).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  expect(await edition(page)).toBe("first");
  await off();
});

test("the copy can be removed, and is made again only when asked for", async ({ page, context }) => {
  const { address, off, again } = await serving();
  await open(page, address);
  await kept(page);
  const copies = () => page.evaluate(async () => (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length);
  await page.getByRole("button", { name: "帮助" }).click();
  await page.getByRole("button", { name: "删除离线副本" }).click();
  await expect(page.locator(".offline-copy")).toContainText("没有留离线副本");
  expect(await copies()).toBe(0);
  await open(page, address);
  await page.waitForTimeout(500);
  expect(await copies(), "not made again unasked").toBe(0);
  await off();
  await expect((await context.newPage()).goto(address)).rejects.toThrow();
  const server = await again();
  await open(page, address);
  await page.getByRole("button", { name: "帮助" }).click();
  await page.getByRole("button", { name: "留离线副本" }).click();
  await expect(page.locator(".offline-copy")).toContainText("已留离线副本");
  expect(await copies()).toBe(2);
  await end(server);
});

test("a server can remove all copies", async ({ page }) => {
  const { site, address, off } = await serving();
  await open(page, address);
  await kept(page);
  const remover = readFileSync("docs/hosting.md", "utf8").match(/```js\n([^`]*)```/)[1];
  site.instead = { "service.js": remover };
  await page.reload();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await off();
});

test("two pages on one server leave each other's copies alone", async ({ page }) => {
  const { site, port, off } = await serving("/one/");
  await open(page, `http://127.0.0.1:${port}/one/`);
  await kept(page);
  site.base = "/two/";
  await open(page, `http://127.0.0.1:${port}/two/`);
  await kept(page);
  await off();
  await open(page, `http://127.0.0.1:${port}/one/`);
  await open(page, `http://127.0.0.1:${port}/two/`);
});

test("where no service worker is allowed the page works, and says what it means", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
  await open(page);
  await page.getByRole("button", { name: "帮助" }).click();
  await expect(page.locator(".offline-copy")).toContainText("不能留离线副本");
});

test("the page can be installed: manifest and icons", async ({ page, request }) => {
  await open(page);
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = await (await request.get("manifest.webmanifest")).json();
  expect(manifest).toMatchObject({ start_url: "./", scope: "./", display: "standalone", lang: "zh-CN" });
  for (const { src, sizes } of manifest.icons) {
    const picture = await (await request.get(src)).body();
    // The width stands in a PNG's first chunk.
    expect(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`).toBe(sizes);
  }
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});

test("files that may be kept for ever have names of their content", () => {
  const steady = ["index.html", "service.js", "manifest.webmanifest", "licences.html", "hegui.html"];
  for (const name of readdirSync(dist)) expect(steady.includes(name) || /-[0-9a-f]{16}\.\w+$/.test(name), name).toBe(true);
});
