// Puts what has been built into one folder as it is handed out, with a bill of materials and check sums.
// Usage: node www/build/assemble.js FOLDER PROGRAM   (PROGRAM: the command line's binary; see scripts/release)

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { host, project, root } from "./dependencies.js";

const [folder, program] = process.argv.slice(2);
const { name, version } = project();
const dist = join(root, "dist");
const single = join(dist, "hegui.html");
/** In every archive: on what terms, and what it is made of. */
const TERMS = ["LICENSE-MIT", "LICENSE-APACHE", "www/gen/licences.html"].map((path) => join(root, path));

// The time of the commit, so that the same sources give the same archives.
const committed = Number(execFileSync("git", ["log", "-1", "--format=%ct"], { cwd: root, encoding: "utf8" }));
const mtime = new Date(committed * 1000);

/** @param {string} folder @returns {string[]} */
function files(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** @param {string} archive @param {[string, string, number?][]} members name, file and rights of each */
function pack(archive, members) {
  const packed = members.map(([name, file, rights = 0o644]) => [
    name,
    // Made as on Unix, whose rights other systems pass over.
    [readFileSync(file), { mtime, os: 3, attrs: rights * 0x10000 }],
  ]);
  writeFileSync(join(folder, archive), zipSync(Object.fromEntries(packed), { level: 9 }));
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const inside = `${name}-${version}`;
const terms = TERMS.map((file) => /** @type {[string, string]} */ ([`${inside}/${basename(file)}`, file]));
const site = files(dist)
  .filter((file) => file !== single)
  .map((file) => /** @type {[string, string]} */ ([`${inside}/${relative(dist, file)}`, file]));
// The site has its own list of licences.
pack(`${inside}-site.zip`, [...terms.slice(0, 2), ...site]);
pack(`${inside}-${host()}.zip`, [[`${inside}/${basename(program)}`, program, 0o755], ...terms]);
copyFileSync(single, join(folder, basename(single)));
execFileSync("npm", ["pack", "--silent", "--pack-destination", folder, join(root, "target/pkg")]);
const bill = execFileSync(process.execPath, [fileURLToPath(new URL("sbom.js", import.meta.url))], { maxBuffer: 1 << 26 });
writeFileSync(join(folder, `${inside}.cdx.json`), bill);
copyFileSync(join(root, "www/gen/licences.html"), join(folder, "licences.html"));

const sums = files(folder).map((file) => {
  const sum = createHash("sha256").update(readFileSync(file)).digest("hex");
  console.log(`${String(readFileSync(file).length).padStart(9)}  ${relative(folder, file)}`);
  return `${sum}  ${relative(folder, file)}\n`;
});
writeFileSync(join(folder, "SHA256SUMS"), sums.join(""));
