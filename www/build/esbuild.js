// How the page's scripts and style are bundled.

import { build } from "esbuild";

/** The oldest browsers the page runs in, as README.md says and tests/e2e/baseline.spec.js checks. */
export const target = ["chrome109", "firefox121", "safari16.4"];

/** Bundles with esbuild, as `options` say further. @param {import("esbuild").BuildOptions} options */
export const bundle = (options) =>
  build({
    bundle: true,
    format: "esm",
    target,
    minify: true,
    legalComments: "eof",
    logLevel: "warning",
    // wasm-bindgen says each part once for every import of it.
    logOverride: { "duplicate-object-key": "silent" },
    ...options,
  });
