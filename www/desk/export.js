// What leaves the desk as a file of its own kind. Loaded when first asked for: it is larger than the rest of the page's
// scripts, and most visits never need it.

import { BorderStyle, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import { Zip, ZipDeflate, ZipPassThrough, strToU8 } from "fflate";
import writeXlsxFile from "write-excel-file/browser";

/**
 * A sheet of the program: `src/app/desk/sheet.rs`.
 *
 * @typedef {object} Sheet
 * @property {string} title
 * @property {({kind: "heading" | "text", text: string} | {kind: "table", head: string[], rows: string[][]})[]} blocks
 */

/** What XML cannot hold. */
// eslint-disable-next-line no-control-regex
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** @param {string} text @param {object} [look] */
function lines(text, look = {}) {
  return text
    .replace(IMPOSSIBLE, "")
    .split("\n")
    .map((line, i) => new TextRun({ text: line, break: i ? 1 : undefined, ...look }));
}

/** @param {string} text @param {boolean} bold @param {number} width */
function cell(text, bold, width) {
  const paragraph = new Paragraph({ children: lines(text, { bold, size: 21 }) });
  return new TableCell({ width: { size: width, type: WidthType.DXA }, children: [paragraph] });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: "888888" };

/** @param {{head: string[], rows: string[][]}} block */
function table({ head, rows }) {
  const widths = columns(head.length ? [head, ...rows] : rows);
  const row = (texts, bold, options) =>
    new TableRow({ ...options, children: texts.map((text, i) => cell(text, bold(i), widths[i])) });
  const first = head.length ? [row(head, () => true, { tableHeader: true })] : [];
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [...first, ...rows.map((texts) => row(texts, (i) => !head.length && i === 0, { cantSplit: true }))],
  });
}

/** The width of a page between its margins, and of half a Chinese character, in twentieths of a point. */
const PAPER = 9026;
const HALF = 105;

/** The widths of columns: the short ones as their texts need, the others share what is left. @param {string[][]} rows */
function columns(rows) {
  const needs = rows[0].map((_, i) => Math.min(30, 3 + Math.max(...rows.map((row) => width(row[i])))));
  const sum = (needs) => needs.reduce((sum, one) => sum + one, 0);
  const isShort = (need) => need <= 10;
  const left = PAPER - sum(needs.filter(isShort)) * HALF;
  const long = sum(needs.filter((need) => !isShort(need)));
  return needs.map((need) => Math.floor(isShort(need) ? need * HALF : (left * need) / long));
}

/**
 * A sheet as a Word document.
 *
 * @param {Sheet} sheet
 * @returns {Promise<Blob>}
 */
export function docx(sheet) {
  const blocks = sheet.blocks.map((block) => {
    if (block.kind === "table") return table(block);
    if (block.kind === "heading") {
      return new Paragraph({ heading: HeadingLevel.HEADING_2, children: lines(block.text), spacing: { before: 240, after: 80 } });
    }
    return new Paragraph({ children: lines(block.text), spacing: { before: 120 } });
  });
  const title = new Paragraph({ heading: HeadingLevel.TITLE, alignment: "center", children: lines(sheet.title) });
  const font = (eastAsia) => ({ ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia });
  return Packer.toBlob(
    new Document({
      title: sheet.title.replace(IMPOSSIBLE, ""),
      styles: {
        default: {
          document: { run: { font: font("仿宋"), size: 24 } },
          title: { run: { font: font("宋体"), size: 36, bold: true } },
          heading2: { run: { font: font("黑体"), size: 28, color: "000000" } },
        },
      },
      sections: [{ children: [title, ...blocks] }],
    }),
  );
}

/**
 * A table as a workbook. Every cell is text or a whole number: nothing in it is ever computed.
 *
 * @param {string[]} head
 * @param {string[][]} rows
 * @returns {Promise<Blob>}
 */
export function xlsx(head, rows) {
  const value = (text) => {
    const clean = text.replace(IMPOSSIBLE, "").slice(0, 32_000);
    return /^\d{1,9}$/.test(clean) ? { type: Number, value: Number(clean) } : { type: String, value: clean, wrap: true };
  };
  const data = [head.map((name) => ({ value: name, type: String, fontWeight: "bold" })), ...rows.map((row) => row.map(value))];
  const columns = head.map((_, i) => ({ width: Math.min(48, 4 + Math.max(...data.map((row) => width(String(row[i].value))))) }));
  return writeXlsxFile(data, { columns, stickyRowsCount: 1 }).toBlob();
}

/** Columns of a text: a Chinese character takes two. @param {string} text */
function width(text) {
  let columns = 0;
  for (const c of text) columns += c > "\u2e80" ? 2 : 1;
  return columns;
}

/**
 * Files in one archive.
 *
 * @param {{name: string, data: string | Blob}[]} files
 * @returns {Promise<Blob>}
 */
export async function zip(files) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const names = new Set();
  for (const { name, data } of files) {
    let free = name;
    for (let i = 2; names.has(free); i++) free = name.replace(/(\.\w+)?$/, `(${i})$1`);
    names.add(free);
    // Documents and workbooks are archives themselves.
    const entry = /\.(docx|xlsx)$/.test(name) ? new ZipPassThrough(free) : new ZipDeflate(free);
    archive.add(entry);
    // Reading a document lets the page draw and hear.
    entry.push(typeof data === "string" ? strToU8(data) : new Uint8Array(await data.arrayBuffer()), true);
  }
  archive.end();
  return new Blob(pieces, { type: "application/zip" });
}
