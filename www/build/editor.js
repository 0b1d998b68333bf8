// Bundles the parts of the page that are scripts, and its style, into www/gen, where Trunk and the engine find them.
// Usage: npm run build:editor

import { bundle } from "./esbuild.js";

const scripts = ["start", "editor/editor", "desk/desk", "desk/export", "offline/offline"].map((name) => `www/${name}.js`);

await bundle({
  entryPoints: [...scripts, "www/style.css"],
  entryNames: "[name]",
  outdir: "www/gen",
  // Without its workers.
  alias: { fflate: "./www/desk/packing.js" },
});
