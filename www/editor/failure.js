// When the program itself fails: the text is still in the editor, so it is offered, kept, and carried over to a new start.

import { offerDialog } from "./dialog.js";
import { save } from "./browser.js";

/** The views that hold text, the draft's first. @type {import("@codemirror/view").EditorView[]} */
const watched = [];
let failed = false;
/** Whether the draft's view has its text. */
let begun = false;

/**
 * What is carried over a new start, in the history's entry: no forbidden or full storage is in its way.
 *
 * @typedef {object} Carried
 * @property {string} text the draft
 * @property {string} stored the draft that this tab last kept or found kept
 */

/** What the start before this one left. @type {Carried | undefined} */
let before;
/** The draft that this tab last kept or found kept. */
let stored = "";

/** Offers the text of `view` too, should the program fail. @param {import("@codemirror/view").EditorView} view */
export function watch(view) {
  if (!watched.length) {
    // A trap outside the editor, such as memory that is at an end, comes past no handler.
    addEventListener("error", ({ error }) => trapped(error));
    addEventListener("unhandledrejection", ({ reason }) => trapped(reason));
  }
  watched.push(view);
}

/** Offers it no longer. @param {import("@codemirror/view").EditorView} view */
export function unwatch(view) {
  watched.splice(watched.indexOf(view), 1);
}

/** A view has its text. */
export function hasBegun() {
  begun = true;
}

/** Takes note of the draft that is kept. @param {string} text */
export function isStored(text) {
  stored = text;
}

/** Draft and kept draft from before the program was begun anew, once. @returns {[string, string] | null} */
export function carried() {
  before = history.state?.hegui;
  if (!before) return null;
  history.replaceState(null, "");
  return [before.text, before.stored];
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

/** @param {unknown} error */
function trapped(error) {
  if (error instanceof WebAssembly.RuntimeError) showFailure(String(error));
}

/** The draft; where the program failed before its view had it, the one it was to have. */
function drafted() {
  if (begun) return watched[0].state.doc.toString();
  before ??= history.state?.hegui;
  let text = "";
  try {
    text = localStorage.getItem("hegui/text") ?? "";
  } catch {
    // Then what was carried over is all there is.
  }
  stored = before?.stored ?? text;
  return before?.text ?? text;
}

/** Keeps the draft and carries it over, as far as the browser lets it. @param {string} text @returns {boolean} whether it did */
function keep(text) {
  try {
    // Not over what another tab has kept meanwhile.
    if ((localStorage.getItem("hegui/text") ?? "") === stored) {
      localStorage.setItem("hegui/text", text);
      stored = text;
    }
  } catch {
    // Forbidden or full: it is carried over all the same.
  }
  try {
    history.replaceState({ hegui: { text, stored } }, "");
    return true;
  } catch {
    return stored === text;
  }
}

/** Says that the program failed, offers the text, and begins anew. @param {string} reason */
export function showFailure(reason) {
  if (failed) return;
  failed = true;
  console.warn(reason);
  // A check fails before the change that asked for it is made: the text is whole after that.
  queueMicrotask(() => offer(reason));
}

/** @param {string} reason */
function offer(reason) {
  const draft = drafted();
  const reviewed = watched[1]?.state.doc.toString();
  const kept = keep(draft);
  /** @param {Event} event */
  const hold = (event) => event.preventDefault();
  if (!kept && draft) addEventListener("beforeunload", hold);
  const begin = () => {
    removeEventListener("beforeunload", hold);
    location.reload();
  };
  const afresh = () => {
    save(draft, "报告.txt");
    keep("");
    // The file is handed over first.
    setTimeout(begin, 500);
  };
  const text = reviewed ?? draft;
  // What stopped the program again would go on to do so.
  const again = before !== undefined && draft !== "" && before.text === draft;
  offerDialog(
    again ? "引擎又出错了，文字仍在" : "引擎出错，文字仍在",
    again
      ? "重新打开以后，检查又停下了。请把正文存为文件，从空白开始，再一段一段地贴回来，看是哪一段让检查停下。"
      : "检查停下了，正文没有丢。可以先复制或存为文本；重新打开以后引擎从头开始，正文还在，接着检查。",
    reason,
    [
      ["复制全文", () => navigator.clipboard?.writeText(text)],
      ["存为文本", () => save(text, "报告.txt")],
      ...(reviewed !== undefined && draft ? [["草稿存为文本", () => save(draft, "草稿.txt")]] : []),
      ["重新打开", begin],
      ...(again ? [["存为文本，从空白开始", afresh]] : []),
    ],
  );
}
