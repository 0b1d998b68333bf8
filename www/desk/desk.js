// The JavaScript side of the reviewer's desk.

import { offer } from "../editor/browser.js";
import { rest } from "./pool.js";

export { Pool, rest } from "./pool.js";
export { dropped, picked } from "./files.js";
export { forget, keep, kept } from "./store.js";

/** `export.js`, loaded when first asked for. */
const exporter = () => window.hegui.exporter();

/**
 * A file to make: text as it is, or data that `export.js` makes a file of.
 *
 * @typedef {object} Part
 * @property {string} name
 * @property {"text" | "docx" | "xlsx" | "json"} kind
 * @property {any} data
 */

/** @param {Part} part @returns {Promise<Blob | string>} */
async function make({ kind, data }) {
  if (kind === "docx") return (await exporter()).docx(data);
  if (kind === "xlsx") {
    const { xlsx } = await exporter();
    await rest();
    return xlsx(data.head, data.rows);
  }
  return kind === "json" ? JSON.stringify(data, null, 1) : data;
}

/** Makes a file and hands it over. @param {Part} part */
export async function saveFile(part) {
  const made = await make(part);
  offer(typeof made === "string" ? new Blob([made]) : made, part.name);
}

/**
 * Makes files and hands them over in one archive.
 *
 * @param {string} name
 * @param {number} count
 * @param {(i: number) => Part[]} parts the files of one submission; asked for one after the other
 * @param {(done: number) => void} told how many are done
 */
export async function saveArchive(name, count, parts, told) {
  const files = [];
  for (let i = 0; i < count; i++) {
    await rest();
    for (const part of parts(i)) files.push({ name: part.name, data: await make(part) });
    told(i + 1);
  }
  offer(await (await exporter()).zip(files), name);
}

/** A piece of a desk that is saved as a file. @param {object[]} submissions */
export const packed = (submissions) => new Blob([JSON.stringify(submissions).slice(1, -1)]);

/** Hands a desk over as a file. @param {string} name @param {string} schema @param {Blob[]} pieces */
export function savePackage(name, schema, pieces) {
  const submissions = pieces.flatMap((piece) => [",\n", piece]).slice(1);
  offer(new Blob([`{"schema":${JSON.stringify(schema)},"submissions":[`, ...submissions, "]}"]), name);
}

/** The contents of a file the user picked, as JSON. @param {File} file */
export async function readPackage(file) {
  return JSON.parse(await file.text());
}
