// Starts the program: loads the module that Trunk built and makes the functions it exports available as
// `window.wasmBindings`, and its parts as `window.hegui`. In a file of its own, because the page's policy refuses inline
// scripts.

import { begin, stumbled } from "./starting.js";

async function start() {
  const { module, wasm, exporter } = document.getElementById("program").dataset;
  const address = (name) => new URL(name, document.baseURI).href;
  const bindings = await import(address(module));
  const compiled = await WebAssembly.compileStreaming(fetch(address(wasm))).catch(async () =>
    // A server that does not know the type of .wasm files.
    WebAssembly.compile(await (await fetch(address(wasm))).arrayBuffer()),
  );
  await begin({
    bindings,
    wasm: compiled,
    worker: `self.program = import(${JSON.stringify(address(module))});`,
    exporter: () => import(address(exporter)),
  });
}

// www/baseline.js has said why it cannot be.
if (!("unfit" in document.documentElement.dataset)) start().catch(stumbled);
