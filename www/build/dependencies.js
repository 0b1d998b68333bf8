// What the page and the command line are made of besides our own code: crates as Cargo resolves them, npm packages as
// package-lock.json has them. Tools that only build or test are left out.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * @typedef {object} Dependency
 * @property {string} name
 * @property {string} version
 * @property {"cargo" | "npm"} kind
 * @property {string} licence an SPDX expression
 * @property {string[]} authors
 * @property {string} home where it comes from, if it says so
 * @property {string} folder
 * @property {Set<string>} parts of what it is a part: page, cli
 * @property {{algorithm: string, content: string} | undefined} hash of its archive, in hexadecimal
 * @property {Set<string>} needs the keys of what it needs itself
 */

/** @param {{kind: string, name: string, version: string}} dependency */
export const key = ({ kind, name, version }) => `pkg:${kind}/${name.replace("@", "%40")}@${version}`;

/** The project itself. */
export function project() {
  const { packages, resolve } = metadata(host());
  const { name, version, license } = packages.find(({ id }) => id === resolve.root);
  return { name, version, licence: license };
}

/** All of them by name. @returns {Dependency[]} */
export function dependencies() {
  const found = new Map();
  crates("wasm32-unknown-unknown", "page", found);
  crates(host(), "cli", found);
  packages(found);
  return [...found.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The texts of its licence and notices, as its archive has them. @param {Dependency} dependency */
export function texts({ folder }) {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(name));
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && names.includes(entry.name));
  return files.map(({ name }) => readFileSync(join(folder, name), "utf8").trim()).sort();
}

/** The platform of this machine, as Rust names it. */
export function host() {
  const told = execFileSync("rustc", ["-vV"], { encoding: "utf8", cwd: root });
  return /^host: (.*)$/m.exec(told)[1];
}

/** @param {string} platform */
function metadata(platform) {
  const call = ["metadata", "--format-version", "1", "--locked", "--filter-platform", platform];
  return JSON.parse(execFileSync("cargo", call, { encoding: "utf8", cwd: root, maxBuffer: 1 << 28 }));
}

/** Adds what the project needs on `platform` when it runs. @param {string} platform @param {string} part @param {Map<string, Dependency>} found */
function crates(platform, part, found) {
  const { packages, resolve } = metadata(platform);
  const sums = checksums();
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const seen = new Set([resolve.root]);
  for (const id of seen) {
    const needed = nodes.get(id).deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null));
    const { name, version, license, license_file, authors, repository, manifest_path } = packages.find((p) => p.id === id);
    needed.forEach(({ pkg }) => seen.add(pkg));
    if (id === resolve.root) continue;
    const dependency = {
      kind: "cargo", name, version, authors,
      licence: (license ?? license_file ?? "").replaceAll("/", " OR "),
      home: repository ?? "",
      folder: dirname(manifest_path),
      hash: { algorithm: "SHA-256", content: sums.get(`${name} ${version}`) },
      parts: new Set(),
      needs: new Set(),
    };
    const same = found.get(key(dependency)) ?? dependency;
    same.parts.add(part);
    for (const { pkg } of needed) same.needs.add(key({ kind: "cargo", ...packages.find((p) => p.id === pkg) }));
    found.set(key(same), same);
  }
}

function checksums() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const entries = lock.matchAll(/name = "(.*)"\nversion = "(.*)"\nsource = .*\nchecksum = "(.*)"/g);
  return new Map(Array.from(entries, ([, name, version, sum]) => [`${name} ${version}`, sum]));
}

/** Adds the npm packages that the page's scripts import, and what those need. @param {Map<string, Dependency>} found */
function packages(found) {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const seen = new Set(imported(join(root, "www")).map((name) => `node_modules/${name}`));
  for (const place of seen) {
    if (!lock[place]) throw new Error(`${place} is imported but not in package-lock.json`);
    const { version, integrity, license, dependencies = {} } = lock[place];
    // The nearest folder that has it, as Node looks for it.
    const needed = Object.keys(dependencies).map((name) => {
      let above = place;
      while (above && !lock[`${above}/node_modules/${name}`]) above = above.slice(0, Math.max(0, above.lastIndexOf("node_modules/") - 1));
      return above ? `${above}/node_modules/${name}` : `node_modules/${name}`;
    });
    needed.forEach((other) => seen.add(other));
    const folder = join(root, place);
    const { author = "", homepage = "" } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const [algorithm, content] = integrity.split("-");
    const name = (/** @type {string} */ place) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    const dependency = {
      kind: "npm", name: name(place), version,
      licence: license ?? "",
      authors: [author.name ?? author].filter(Boolean),
      home: homepage,
      folder,
      hash: { algorithm: algorithm.replace("sha", "SHA-"), content: Buffer.from(content, "base64").toString("hex") },
      parts: new Set(["page"]),
      needs: new Set(needed.map((other) => key({ kind: "npm", name: name(other), version: lock[other].version }))),
    };
    found.set(key(dependency), dependency);
  }
}

/** The packages that scripts below `folder` import, less Node's own and what builds. @param {string} folder @returns {string[]} */
function imported(folder) {
  const found = new Set();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!["build", "gen", "package"].includes(entry.name)) imported(path).forEach((name) => found.add(name));
    } else if (entry.name.endsWith(".js")) {
      const names = readFileSync(path, "utf8").matchAll(/^(?:(?:import|export|}) [^"']*from |import )"((?:@[\w-]+\/)?[\w-][\w.-]*)["/]/gm);
      for (const [, name] of names) found.add(name);
    }
  }
  return [...found];
}
