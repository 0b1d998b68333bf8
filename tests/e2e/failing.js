// Ways in which the program fails that the shipped program has no door for.

import { readFile } from "node:fs/promises";

/** Reads the number at `at` of a module, seven bits a byte: its value and where it ends. @param {Buffer} bytes @param {number} at */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return { value, end: at };
  }
}

/** @param {number} value @returns {number[]} */
const written = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...written(value >>> 7)]);

/**
 * The engine with so little memory that a long text makes it trap: what happens on an old machine, and as a panic ends.
 *
 * @param {Buffer} bytes a WebAssembly module
 * @param {number} more pages of 64 kB that its memory may grow by
 */
export function starved(bytes, more) {
  const MEMORY = 5;
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at];
    const { value: length, end: start } = number(bytes, at + 1);
    if (id === MEMORY) {
      const { value: least } = number(bytes, start + 2);
      const section = [1, 1, ...written(least), ...written(least + more)];
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([MEMORY, ...written(section.length), ...section]), bytes.subarray(start + length)]);
    }
    at = start + length;
  }
  throw new Error("the module has no memory of its own");
}

/**
 * Gives the page the starved engine until `fed` is called.
 *
 * @param {import("@playwright/test").Page} page
 * @param {number} more
 */
export async function starve(page, more) {
  // The copy that opens without the server has the engine as it is shipped.
  await page.addInitScript(() => delete Navigator.prototype.serviceWorker);
  const module = /\/page-\w+\.wasm$/;
  await page.route(module, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: starved(await response.body(), more) });
  });
  return { fed: () => page.unroute(module) };
}

/** Makes the program panic as it next draws something: the browser refuses it an element. @param {import("@playwright/test").Page} page */
export async function refuseElement(page) {
  await page.evaluate(() => {
    document.createElement = () => {
      delete document.createElement;
      throw new Error("test");
    };
  });
}

/** Ends the tab as a crash does: nothing of it runs any more. @param {import("@playwright/test").Page} page */
export async function kill(page) {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
}

/** A file's text. @param {import("@playwright/test").Download} download */
export const textIn = async (download) => (await readFile(await download.path(), "utf8")).replace("\ufeff", "");
