// Starts the program where everything stands in one file (www/build/single.js), which also is the text of its workers:
// such a file may load nothing, not from beside itself either.

// These two names stand for the built program and the built exports.
import * as bindings from "hegui:program";
import * as exporter from "hegui:export";
import { begin, stumbled } from "./starting.js";

/** The engine, packed. */
async function engine() {
  const packed = Uint8Array.from(atob(document.getElementById("engine").textContent), (c) => c.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
}

async function start() {
  const worker = document.getElementById("script").textContent;
  await begin({ bindings, wasm: await engine(), worker, exporter: async () => exporter });
}

if (typeof document === "undefined") self.program = Promise.resolve(bindings);
else if (!("unfit" in document.documentElement.dataset)) start().catch(stumbled);
