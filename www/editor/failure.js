// When the program itself fails: the text is still in the editor, so it can be saved.

import { save } from "./browser.js";

/** The views that hold text, the draft's first. @type {import("@codemirror/view").EditorView[]} */
const watched = [];
let failed = false;

/** Offers the text of `view` too, should the program fail. @param {import("@codemirror/view").EditorView} view */
export function watch(view) {
  watched.push(view);
}

/** Offers it no longer. @param {import("@codemirror/view").EditorView} view */
export function unwatch(view) {
  watched.splice(watched.indexOf(view), 1);
}

/**
 * The handlers, no longer called once the program has failed: a module that has trapped must not be entered again.
 *
 * @template {Record<string, (...args: any[]) => any>} T
 * @param {T} handlers
 * @returns {T}
 */
export function guarded(handlers) {
  /** @type {Record<string, (...args: any[]) => any>} */
  const safe = {};
  for (const [name, handler] of Object.entries(handlers)) {
    safe[name] = (...args) => {
      if (failed) return null;
      try {
        return handler(...args);
      } catch (error) {
        showFailure(String(error));
        return null;
      }
    };
  }
  return /** @type {T} */ (safe);
}

/** Says that the program failed, and offers the text. @param {string} reason */
export function showFailure(reason) {
  if (failed) return;
  failed = true;
  console.warn(reason);
  const text = watched[0]?.state.doc.toString() ?? "";
  try {
    localStorage.setItem("hegui/text", text);
  } catch {
    // The buttons below remain.
  }
  const dialog = document.createElement("dialog");
  dialog.className = "dialog failure";
  dialog.setAttribute("aria-labelledby", "failure-title");
  const title = dialog.appendChild(document.createElement("h2"));
  title.id = "failure-title";
  title.textContent = "引擎出错，文字仍在";
  dialog.appendChild(document.createElement("p")).textContent =
    "检查停下了，正文没有丢。请先复制或存为文本，再重新打开本页。";
  const detail = dialog.appendChild(document.createElement("p"));
  detail.className = "basis";
  detail.textContent = reason.slice(0, 300);
  const actions = dialog.appendChild(document.createElement("div"));
  actions.className = "actions";
  /** @param {string} name @param {() => void} run */
  const button = (name, run) => {
    const element = actions.appendChild(document.createElement("button"));
    element.type = "button";
    element.textContent = name;
    element.onclick = run;
    return element;
  };
  button("复制全文", () => navigator.clipboard?.writeText(text));
  button("存为文本", () => save(text, "报告.txt"));
  button("重新打开", () => location.reload()).className = "primary";
  document.body.append(dialog);
  dialog.showModal();
}
