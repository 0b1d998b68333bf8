// Starts Firefox, and does in it what a person does.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import puppeteer from "puppeteer-core";

export { expect };

/** Where files that are handed over go. */
const downloads = mkdtempSync(join(tmpdir(), "hegui-firefox-"));

/** The editor's text field of the view that is shown. */
export const SHEET = ".view:not([hidden]) .cm-content, .reviewing .cm-content";

export const test = base.extend({
  firefox: [
    async ({}, use) => {
      const browser = await puppeteer.launch({
        browser: "firefox",
        executablePath: process.env.FIREFOX,
        extraPrefsFirefox: {
          "browser.download.dir": downloads,
          "browser.download.folderList": 2,
          "browser.download.always_ask_before_handling_new_types": false,
          "intl.accept_languages": "zh-CN",
        },
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  /** A new tab; what it complains of fails the test. */
  tab: async ({ firefox }, use) => {
    const page = await firefox.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    const complaints = [];
    page.on("console", (message) => ["error", "warn"].includes(message.type()) && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await use(page);
    await page.close();
    expect(complaints, "errors of the page").toEqual([]);
  },
});

/** Opens an address and waits until the program runs. @param {import("puppeteer-core").Page} page @param {string} address */
export async function open(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => "wasmBindings" in window && document.querySelector(".cm-content, .review"));
}

/** Clicks the button or link of a name, as far as it is shown. @param {import("puppeteer-core").Page} page @param {string} name @param {string} within */
export async function press(page, name, within = "body") {
  const find = (within, name) => {
    const all = [...document.querySelectorAll(`:is(${within}) :is(button, a)`)].filter((element) => element.checkVisibility());
    return all.find(({ textContent }) => textContent.trim() === name) ?? all.find(({ textContent }) => textContent.trim().startsWith(name));
  };
  const found = await page.waitForFunction(find, {}, within, name);
  await found.asElement().click();
}

/** How many elements there are. @param {import("puppeteer-core").Page} page @param {string} selector */
export const count = (page, selector) => page.$$eval(selector, ({ length }) => length);

/** What an element says. @param {import("puppeteer-core").Page} page @param {string} selector */
export const said = (page, selector) => page.$$eval(selector, (all) => all.map(({ textContent }) => textContent).join("\n"));

/** The file of a name that was handed over, once it is whole; it is there no longer. @param {RegExp} name */
export async function handedOver(name) {
  const found = () => readdirSync(downloads).find((file) => name.test(file) && !readdirSync(downloads).includes(`${file}.part`));
  await expect.poll(found, { timeout: 20_000 }).toBeTruthy();
  await expect.poll(() => readFileSync(join(downloads, found())).length).toBeGreaterThan(0);
  const path = join(downloads, found());
  const bytes = readFileSync(path);
  rmSync(path);
  return bytes;
}

/** Drops files on an element. @param {import("puppeteer-core").Page} page @param {string} selector @param {[string, string][]} files names and texts */
export async function drop(page, selector, files) {
  const let_go = (selector, files) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
    for (const type of ["dragenter", "dragover", "drop"]) {
      document.querySelector(selector).dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  };
  await page.evaluate(let_go, selector, files);
}
