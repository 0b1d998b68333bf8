// The last step of Trunk's build (Trunk.toml): every file that a page loads gets a name that changes with its content, the
// program and its parts become one file, and the page can be installed and opened without its server.
// Usage: TRUNK_STAGING_DIR=directory TRUNK_PROFILE=release node www/build/finish.js

import { createHash } from "node:crypto";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "./esbuild.js";
import { icons, manifest } from "./install.js";

const directory = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
const at = (name) => join(directory, name);

/** @param {import("node:crypto").BinaryLike} content */
const hash = (content) => createHash("sha256").update(content).digest("hex").slice(0, 16);

let html = await readFile(at("index.html"), "utf8");
const [, program] = html.match(/data-module="\.\/([^"]+)"/);

// Trunk names these after the engine alone, and the parts not at all.
await bundle({ entryPoints: [at(program)], outfile: at("program.js"), minify: release });
await rm(at("snippets"), { recursive: true, force: true });
await rename(at("program.js"), at(program));
html = html.replace(/<link rel="modulepreload" href="\.\/snippets\/[^>]*>/g, "");

/** What people find by its name. */
const named = ["index.html", "licences.html"];
/** What each other file is called at last, by what it is: `page.js`, `page.wasm`, `style.css` and so on. */
const called = {};
for (const name of (await readdir(directory)).filter((name) => !named.includes(name))) {
  const [, stem, extension] = name.match(/^([a-z]+)(?:-[0-9a-f]+)?(?:_bg)?\.(\w+)$/);
  const renamed = `${stem}-${hash(await readFile(at(name)))}.${extension}`;
  await rename(at(name), at(renamed));
  html = html.replaceAll(`./${name}`, `./${renamed}`);
  called[`${stem}.${extension}`] = renamed;
}

const pictures = {};
for (const [name, picture] of Object.entries(await icons())) {
  const kept = name.replace(".png", `-${hash(picture)}.png`);
  await writeFile(at(kept), picture);
  pictures[name] = kept;
}
await writeFile(at("manifest.webmanifest"), JSON.stringify(manifest(pictures), null, 1));
const links = `<link rel="manifest" href="./manifest.webmanifest"><link rel="apple-touch-icon" href="./${pictures["icon-180.png"]}">`;
html = html.replace("</head>", `${links}</head>`).replace('<meta id="program"', `$& data-exporter="./${called["export.js"]}"`);

// While a page is worked on, a copy that opens without the server would only be in the way.
const files = (await readdir(directory)).filter((name) => name !== "index.html").sort();
const contents = await Promise.all(files.map((name) => readFile(at(name))));
const version = hash([html, ...files, ...contents.map(hash)].join("\n"));
const service = release ? ' data-service="./service.js"' : "";
html = html.replace('<meta id="program"', `$& data-version="${version}"${service}`);
if (release) {
  await bundle({
    entryPoints: ["www/offline/service.js"],
    outfile: at("service.js"),
    define: { VERSION: JSON.stringify(version), FILES: JSON.stringify(files) },
  });
}
await writeFile(at("index.html"), html);
