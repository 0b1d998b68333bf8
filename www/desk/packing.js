// `fflate` without its workers, for all that packs (www/build/editor.js gives this in its place): they are not allowed
// everywhere, and what leaves the desk is packed in an instant.

import { zipSync } from "../../node_modules/fflate/esm/browser.js";

export * from "../../node_modules/fflate/esm/browser.js";

/**
 * @param {import("fflate").AsyncZippable} files
 * @param {(error: Error | null, archive: Uint8Array) => void} done
 */
export function zip(files, done) {
  // As long as making what is packed takes, so with a rest before it.
  setTimeout(() => {
    let archive;
    try {
      archive = zipSync(files);
    } catch (error) {
      return done(error);
    }
    done(null, archive);
  });
}
