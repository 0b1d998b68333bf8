// Makes one file of the built page: opened by a double click from any disk, without a server, it drafts and reviews.
// Usage: node www/build/single.js [directory] (default: dist)

import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { bundle } from "./esbuild.js";

/** Bytes; it is carried on sticks and sent by mail. */
const LIMIT = 2_000_000;

const directory = resolve(process.argv[2] ?? "dist");
const files = await readdir(directory);

/** The path of the only file of a name. @param {RegExp} name */
function path(name) {
  const found = files.filter((file) => name.test(file));
  if (found.length !== 1) throw new Error(`bundle: ${directory} holds ${found.length} files ${name}; build the page first`);
  return join(directory, found[0]);
}

/** @param {RegExp} name */
const text = async (name) => (await readFile(path(name), "utf8")).trim();

/** The built program and exports, by the names that www/single.js gives them. @type {import("esbuild").Plugin} */
const parts = {
  name: "parts",
  setup({ onResolve }) {
    onResolve({ filter: /^hegui:program$/ }, () => ({ path: path(/^page-\w+\.js$/) }));
    onResolve({ filter: /^hegui:export$/ }, () => ({ path: path(/^export-\w+\.js$/) }));
  },
};

const { outputFiles } = await bundle({
  entryPoints: ["www/single.js"],
  write: false,
  format: "iife",
  charset: "utf8",
  plugins: [parts],
  // Only for loading the engine from beside the program.
  define: { "import.meta.url": '"about:blank"' },
});

/** A text as it may stand in a <script>. @param {string} code */
function inline(code) {
  if (/<\/?script/i.test(code)) throw new Error("bundle: a script would end the element it stands in");
  return code;
}

const script = inline(outputFiles[0].text.trim());
const baseline = inline(await text(/^baseline-\w+\.js$/));
const style = await text(/^style-\w+\.css$/);
const icon = `data:image/svg+xml,${encodeURIComponent(await text(/^icon-\w+\.svg$/))}`;
/** What www/single.js unpacks. @param {RegExp} name */
const packed = async (name) => gzipSync(await readFile(path(name)), { level: 9 }).toString("base64");

/** What a policy calls an inline script or style. @param {string} content */
const digest = (content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;

const policy = [
  "default-src 'none'",
  `script-src ${digest(script)} ${digest(baseline)} 'wasm-unsafe-eval'`,
  `style-src ${digest(style)}`,
  "img-src data:",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const page = await readFile(join(directory, "index.html"), "utf8");
// The head's words, without what it loads.
const head = page
  .slice(page.indexOf("<head>") + 6, page.indexOf("</head>"))
  .replace(/<link[^>]*>|<script[^>]*><\/script>|<meta id="program"[^>]*>/g, "")
  .replace(/(http-equiv="Content-Security-Policy" content=)"[^"]*"/, (_, start) => `${start}"${policy}"`)
  .trim();
const noscript = page.match(/<noscript>.*<\/noscript>/)?.[0] ?? "";

const html = `<!doctype html>
<html lang="zh-CN">
<head>
${head}
<link rel="icon" href="${icon}">
<style>${style}</style>
<script>${baseline}</script>
</head>
<body>${noscript}<script type="text/plain" id="engine">${await packed(/^page-\w+\.wasm$/)}</script>
<script type="text/plain" id="licences">${await packed(/^licences\.html$/)}</script><script id="script">${script}</script></body>
</html>
`;

const single = join(directory, "hegui.html");
await writeFile(single, html);
const { size } = await stat(single);
console.log(`${single}: ${size} bytes (limit ${LIMIT})`);
if (size > LIMIT) process.exit(1);
