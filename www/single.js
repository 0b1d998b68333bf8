// Starts the program where everything stands in one file (www/build/single.js), which also is the text of its workers:
// such a file may load nothing, not from beside itself either.

// These two names stand for the built program and the built exports.
import * as bindings from "hegui:program";
import * as exporter from "hegui:export";
import { begin, stumbled } from "./starting.js";

/** What an element holds packed. @param {string} id */
function unpacked(id) {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (c) => c.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
}

/** Lets links to the licences lead to those inside. @param {string} text */
function keepLicences(text) {
  addEventListener(
    "click",
    ({ target }) => {
      const link = target.closest?.('a[href="licences.html"]');
      if (link) link.href = URL.createObjectURL(new Blob([text], { type: "text/html" }));
    },
    { capture: true },
  );
}

async function start() {
  const worker = document.getElementById("script").textContent;
  const wasm = await WebAssembly.compile(await unpacked("engine").arrayBuffer());
  // Beginning clears the page, and does not wait for what is read later if at all.
  const licences = unpacked("licences");
  await begin({ bindings, wasm, worker, exporter: async () => exporter });
  keepLicences(await licences.text());
}

if (typeof document === "undefined") self.program = Promise.resolve(bindings);
else if (!("unfit" in document.documentElement.dataset)) start().catch(stumbled);
