// Starts the program: loads the module that Trunk built and makes the functions it
// exports available as `window.wasmBindings`, and its parts as `window.hegui`, from which
// workers start the same program. In a file of its own, so that a content security policy
// can refuse inline scripts.

const { module, wasm } = document.getElementById("program").dataset;
const address = new URL(module, document.baseURI).href;
const bindings = await import(address);
const loaded = fetch(new URL(wasm, document.baseURI));
const compiled = await WebAssembly.compileStreaming(loaded).catch(async () =>
  // A server that does not know the type of .wasm files.
  WebAssembly.compile(await (await fetch(new URL(wasm, document.baseURI))).arrayBuffer()),
);
window.hegui = { module: address, wasm: compiled };
await bindings.default({ module_or_path: compiled });
window.wasmBindings = bindings;
