// Makes www/gen/licences.html: the licences of all that the page and the command line are made of, each text once.
// Trunk runs it before it builds.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dependencies, root, texts } from "./dependencies.js";

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const PARTS = { page: "网页", cli: "命令行" };
/** Each text, without regard to its line breaks, with the number it has here. @type {Map<string, {number: number, text: string}>} */
const known = new Map();

const rows = dependencies().map((dependency) => {
  const links = texts(dependency).map((text) => {
    const same = text.replace(/\s+/g, " ");
    if (!known.has(same)) known.set(same, { number: known.size + 1, text });
    return `<a href="#text-${known.get(same).number}">${known.get(same).number}</a>`;
  });
  const { name, version, licence, authors, kind, parts } = dependency;
  // A licence without its text is still owed the names of who holds it.
  const held = links.join(" ") || escaped(authors.join("、")) || "未附";
  const used = Object.entries(PARTS).filter(([part]) => parts.has(part)).map(([, name]) => name);
  return `<tr><th scope="row">${escaped(name)}</th><td>${version}</td><td>${kind}</td><td>${used.join("、")}</td><td>${escaped(licence)}</td><td>${held}</td></tr>`;
});
const sections = [...known.values()].map(({ number, text }) => `<h2 id="text-${number}">${number}</h2>\n<pre>${escaped(text)}</pre>`);

mkdirSync(join(root, "www/gen"), { recursive: true });
writeFileSync(
  join(root, "www/gen/licences.html"),
  `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>合规 · 开放源代码许可</title>
</head>
<body>
<main>
<h1>开放源代码许可</h1>
<p>合规按 MIT 或 Apache-2.0 许可使用。网页和命令行还含有下列 ${rows.length} 个开放源代码的软件包；最后一列的数字是许可全文在下面的编号，没有附全文的写作者。</p>
<table>
<thead><tr><th scope="col">名称</th><th scope="col">版本</th><th scope="col">来源</th><th scope="col">用于</th><th scope="col">许可</th><th scope="col">全文</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
${sections.join("\n")}
</main>
</body>
</html>
`,
);
