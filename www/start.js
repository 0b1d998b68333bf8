// Starts the program: loads the module that Trunk built and makes the functions it
// exports available as `window.wasmBindings`. In a file of its own, so that a content
// security policy can refuse inline scripts.

const { module, wasm } = document.getElementById("program").dataset;
const bindings = await import(new URL(module, document.baseURI).href);
await bindings.default({ module_or_path: new URL(wasm, document.baseURI) });
window.wasmBindings = bindings;
