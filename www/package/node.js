// For Node: the program is read from its file and ready when the import is done.

import { readFileSync } from "node:fs";
import { initSync } from "./hegui.js";

initSync({ module: readFileSync(new URL("hegui_bg.wasm", import.meta.url)) });

export * from "./hegui.js";

/** There is nothing left to do: so that the same code runs in a browser, where it loads the program. */
export default async function init() {}
