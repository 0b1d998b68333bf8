// The oldest browsers that README.md promises, and what they lack, by MDN's tables of what came when.

import { createRequire } from "node:module";

/** @type {import("@mdn/browser-compat-data").CompatData} */
export const tables = createRequire(import.meta.url)("@mdn/browser-compat-data");

/** As www/build/esbuild.js gives them to the bundler. */
export const baseline = { chrome: 109, firefox: 121, safari: 16.4 };

/**
 * Whether something works in a browser of the baseline without a switch or a prefix.
 *
 * @param {import("@mdn/browser-compat-data").Identifier} entry
 * @param {keyof typeof baseline} browser
 */
export function has(entry, browser) {
  const support = [entry.__compat?.support[browser] ?? []].flat();
  return support.some(
    ({ version_added: added, version_removed: removed, flags, prefix, alternative_name: other }) =>
      !removed && !flags && !prefix && !other && added && Number.parseFloat(String(added).replace("≤", "")) <= baseline[browser],
  );
}

/**
 * Names that a browser of the baseline has not: globals, and members as [global, member, whether static].
 *
 * @param {keyof typeof baseline} browser
 * @returns {[string, string | null, boolean][]}
 */
export function lacking(browser) {
  const found = [];
  for (const table of [tables.javascript.builtins, tables.api]) {
    for (const [name, entry] of Object.entries(table)) {
      for (const [member, inner] of Object.entries(entry)) {
        if (!inner.__compat || member === "__compat" || member.endsWith("_event") || member === name) continue;
        if (!has(inner, browser)) found.push([name, member.replace(/_static$/, ""), member.endsWith("_static")]);
      }
      if (entry.__compat && !has(entry, browser)) found.push([name, null, false]);
    }
  }
  return found;
}

/** Takes names out of the page; runs in it, before anything else. @param {[string, string | null, boolean][]} names */
export function take(names) {
  for (const [name, member, own] of names) {
    try {
      if (member === null) delete globalThis[name];
      else if (name === "Window") delete globalThis[member];
      else {
        const proto = globalThis[name]?.prototype;
        delete (own || !proto || !Object.hasOwn(proto, member) ? globalThis[name] : proto)[member];
      }
    } catch {
      // What cannot be taken away has been there for long.
    }
  }
}
