// What starting has in common, from a server and from a single file.

/**
 * The parts of the running program, as `window.hegui`.
 *
 * @typedef {object} Program
 * @property {Record<string, (...args: any[]) => any>} bindings what the WebAssembly module exports
 * @property {WebAssembly.Module} wasm
 * @property {string} worker the text of a script that makes `self.program` a promise of the bindings, in a worker
 * @property {() => Promise<typeof import("./desk/export.js")>} exporter
 */

/** @param {Program} program */
export async function begin(program) {
  window.hegui = program;
  await program.bindings.default({ module_or_path: program.wasm });
  window.wasmBindings = program.bindings;
}

/** Says that the program did not come, in place of a blank page. @param {unknown} error */
export function stumbled(error) {
  console.error(error);
  const main = document.createElement("main");
  main.className = "unfit";
  main.appendChild(document.createElement("h1")).textContent = "合规";
  const note = main.appendChild(document.createElement("p"));
  note.setAttribute("role", "alert");
  note.textContent = "页面没有装载成功，可能是网络中断，或者服务器上的文件不全。请刷新再试；草稿还在这台电脑上。";
  document.body.append(main);
}
