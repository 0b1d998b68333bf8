// Nothing leaves: a session that uses all of the page asks for nothing but its own files, and the page's policy holds.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { test as plain } from "@playwright/test";
import { draft, review } from "./everything.js";
import { expect, open, test } from "./fixtures.js";
import { dist, end, serve } from "./server.js";

/** The policy of the page, and that of docs/hosting.md. */
const policy = readFileSync(`${dist}/index.html`, "utf8").match(/Content-Security-Policy" content="([^"]*)"/)[1];
const documented = readFileSync("docs/hosting.md", "utf8").match(/Content-Security-Policy "([^"]*)"/)[1];

/** A proxy that refuses, and says what was asked of it: every request that is not for this machine. */
async function listener() {
  const asked = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(403).end();
  });
  proxy.on("connect", (request, socket) => {
    asked.push(request.url);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return { proxy, asked };
}

plain("all of the page is used, and nothing is asked for but its own files", async ({ browser }) => {
  plain.slow();
  const { proxy, asked } = await listener();
  const site = { directory: dist, asked: [], headers: { "content-security-policy": documented } };
  const server = await serve(0, site);
  const own = `http://127.0.0.1:${server.address().port}/`;
  const context = await browser.newContext({
    baseURL: own,
    locale: "zh-CN",
    proxy: { server: `http://127.0.0.1:${proxy.address().port}`, bypass: "127.0.0.1" },
  });
  const foreign = [];
  const allowed = (address) => address.startsWith(own) || address.startsWith(`blob:${own}`) || address.startsWith("data:");
  context.on("request", (request) => allowed(request.url()) || foreign.push(request.url()));
  const page = await context.newPage();
  page.on("websocket", (socket) => foreign.push(socket.url()));
  page.on("console", (message) => message.type() === "error" && foreign.push(message.text()));
  await open(page);
  await draft(page);
  await review(page);
  await page.reload();
  await expect(page.locator(".submissions tbody tr")).toHaveCount(3);
  expect(foreign, "asked of others, or refused by the policy").toEqual([]);
  const files = /^\/($|index\.html$|service\.js$|manifest\.webmanifest$|licences\.html$|[\w-]+-[0-9a-f]{16}\.(js|css|wasm|svg|png)$)/;
  expect(site.asked.filter((path) => !files.test(path))).toEqual([]);
  // That the proxy would have heard of it.
  await page.goto("http://hegui.invalid/").catch(() => {});
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain("hegui.invalid");
  await context.close();
  await end(server);
  proxy.close();
});

test("the documented policy is the page's, and says what a page cannot", () => {
  expect(documented).toBe(`${policy}; frame-ancestors 'none'`);
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
});

test("the policy refuses inline scripts, inline styles, eval and foreign addresses", async ({ page, complaints }) => {
  await open(page);
  const refused = await page.evaluate(async () => {
    const refused = new Set();
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.add(effectiveDirective));
    const add = (tag, fill) => document.body.append(Object.assign(document.createElement(tag), fill));
    add("script", { textContent: "window.owned = true" });
    add("style", { textContent: "body { color: red }" });
    add("img", { src: "http://hegui.invalid/a.png" });
    add("iframe", { src: "http://hegui.invalid/" });
    add("div", { innerHTML: "<i style='color: red' onclick='owned = true'>x</i>" });
    await fetch("http://hegui.invalid/").catch(() => {});
    navigator.sendBeacon?.("http://hegui.invalid/", "x");
    await new Promise((resolve) => setTimeout(resolve, 300));
    return [...refused].sort();
  });
  expect(refused).toEqual(["connect-src", "frame-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr", "style-src-elem"]);
  expect(await page.evaluate(() => "owned" in window)).toBe(false);
  complaints.length = 0;
});

test("the help says how to make sure", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "帮助" }).click();
  const dialog = page.getByRole("dialog", { name: "帮助" });
  await expect(dialog).toContainText("可以这样核实");
  await expect(dialog).toContainText("Content-Security-Policy");
});
