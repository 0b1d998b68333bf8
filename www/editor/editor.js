// The editor: CodeMirror as a sheet of paper. Glue only; what is shown and said comes
// from the program.

import { defaultKeymap, history, historyKeymap, isolateHistory, redo, undo } from "@codemirror/commands";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import "./adopted.js";
import { card, closeCard, focusCard, openCard } from "./card.js";
import { guarded, hasBegun, unwatch, watch } from "./failure.js";
import { phrases } from "./phrases.js";
import { activate, setSheet, sheet } from "./sheet.js";
import { unseen } from "./unseen.js";

/**
 * What the program is told.
 *
 * @typedef {object} Handlers
 * @property {(text: string) => import("./sheet.js").SheetData | null} changed checks the text after a change, never
 *   while an input method composes, and gives what to show
 * @property {(pos: number) => import("./card.js").CardData | null} cardAt the finding at an offset
 * @property {(index: number, action: string) => void} acted a button of a card: "fix:0", "ignore", "mute", "off",
 *   "why", "select"
 * @property {(forward: boolean) => void} stepped F8, Shift+F8
 * @property {() => void} left the selected finding was left
 * @property {(files: FileList) => void} dropped files were dropped on the sheet
 * @property {() => void} refused a text was too long to be put in
 */

/** Longest text in UTF-16 units; the program's `LONGEST_TEXT`. */
let longest = Infinity;

export class Editor {
  /**
   * @param {HTMLElement} parent
   * @param {Handlers} handlers
   * @param {number} limit
   */
  constructor(parent, handlers, limit) {
    longest = limit;
    this.handlers = guarded(handlers);
    this.locking = new Compartment();
    /** Whether the text is only read. */
    this.locked = false;
    /** Whether a change waits for the end of a composition. */
    this.waiting = false;
    this.view = new EditorView({ parent, state: this.fresh("") });
    watch(this.view);
  }

  /** @param {string} doc */
  fresh(doc) {
    const { handlers } = this;
    return EditorState.create({
      doc,
      extensions: [
        history(),
        unseen,
        search({ top: true }),
        highlightSelectionMatches({ minSelectionLength: 2 }),
        EditorState.phrases.of(phrases),
        sheet(handlers),
        card(handlers),
        keymap.of([
          { key: "F8", run: () => (handlers.stepped(true), true), shift: () => (handlers.stepped(false), true) },
          { key: "Ctrl-.", mac: "Cmd-.", run: focusCard },
          { key: "Alt-Enter", run: focusCard },
          { key: "Escape", run: (view) => (handlers.left(), closeCard(view)) },
          ...defaultKeymap,
          ...historyKeymap,
          ...searchKeymap,
        ]),
        this.locking.of(EditorState.readOnly.of(this.locked)),
        EditorView.lineWrapping,
        placeholder("在这里写，或把报告粘贴进来"),
        EditorView.contentAttributes.of({ "aria-label": "报告正文", lang: "zh-CN", spellcheck: "false", tabindex: "0" }),
        // In the transaction itself, so that text and marks are drawn together.
        EditorState.transactionExtender.of((tr) => {
          this.waiting ||= tr.docChanged;
          if (!tr.docChanged || this.view?.composing) return null;
          const shown = this.check(tr.newDoc);
          return shown && { effects: setSheet.of(shown) };
        }),
        EditorView.domEventHandlers({
          compositionend: () => {
            // The view takes up the composed text first.
            setTimeout(() => {
              if (this.waiting && !this.view.composing) this.put(this.check(this.view.state.doc));
            });
          },
          paste: (event) => this.refuses(event.clipboardData?.getData("text/plain") ?? "", event),
          drop: (event) => {
            if (event.dataTransfer?.files.length) {
              event.preventDefault();
              handlers.dropped(event.dataTransfer.files);
              return true;
            }
            return this.refuses(event.dataTransfer?.getData("text/plain") ?? "", event);
          },
        }),
        EditorState.changeFilter.of((tr) => tr.newDoc.length <= Math.max(longest, tr.startState.doc.length)),
      ],
    });
  }

  /**
   * Has a text checked.
   *
   * @param {import("@codemirror/state").Text} doc
   */
  check(doc) {
    this.waiting = false;
    return this.handlers.changed(doc.toString());
  }

  /** @param {import("./sheet.js").SheetData | null} data */
  put(data) {
    if (data) this.view.dispatch({ effects: setSheet.of(data) });
  }

  /**
   * Refuses text that would make the sheet too long, before the view spends time on it.
   *
   * @param {string} text
   * @param {Event} event
   */
  refuses(text, event) {
    if (this.view.state.doc.length + text.length <= longest) return false;
    event.preventDefault();
    this.handlers.refused();
    return true;
  }

  /** @returns {string} */
  text() {
    return this.view.state.doc.toString();
  }

  /** The offset of the caret. */
  caret() {
    return this.view.state.selection.main.head;
  }

  /** Whether an input method composes. */
  composing() {
    return this.view.composing;
  }

  /**
   * Starts with a text that undo does not take back.
   *
   * @param {string} text
   */
  start(text) {
    this.view.setState(this.fresh(text));
    hasBegun();
    this.put(this.check(this.view.state.doc));
  }

  /**
   * Puts a text in place of the whole, as one step that undo takes back.
   *
   * @param {string} text
   */
  replace(text) {
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      annotations: [isolateHistory.of("full"), Transaction.userEvent.of("input.replace")],
    });
    this.view.scrollDOM.closest("main")?.scrollTo(0, 0);
  }

  /**
   * Makes edits as one step that undo takes back. The caret stays with its text.
   *
   * @param {Uint32Array} ranges pairs of offsets, ascending, disjoint
   * @param {string[]} texts one a pair
   */
  edit(ranges, texts) {
    if (this.view.composing) return;
    const changes = texts.map((insert, i) => ({ from: ranges[2 * i], to: ranges[2 * i + 1], insert }));
    this.view.dispatch({
      changes,
      annotations: [isolateHistory.of("full"), Transaction.userEvent.of("input.fix")],
    });
  }

  /**
   * Shows the findings anew, where they or the settings changed and the text did not.
   *
   * @param {import("./sheet.js").SheetData} data
   */
  show(data) {
    if (!this.view.composing) this.put(data);
  }

  /**
   * Brings a stretch into view and marks it.
   *
   * @param {number} from
   * @param {number} to
   * @param {import("./card.js").CardData | null} data its card
   * @param {boolean} focus whether the caret goes there
   */
  reveal(from, to, data, focus) {
    const end = this.view.state.doc.length;
    const range = { from: Math.min(from, end), to: Math.min(to, end) };
    this.view.dispatch({
      selection: focus ? { anchor: range.from } : undefined,
      effects: [
        EditorView.scrollIntoView(range.from, { y: "center" }),
        activate.of(range),
        openCard.of(data && { pos: range.from, end: range.to, data }),
      ],
    });
    if (focus) this.view.focus();
  }

  /** Marks nothing and closes the card. */
  calm() {
    this.view.dispatch({ effects: [openCard.of(null), activate.of(null)] });
  }

  focus() {
    this.view.focus();
  }

  undo() {
    undo(this.view);
    this.view.focus();
  }

  redo() {
    redo(this.view);
    this.view.focus();
  }

  /**
   * Lets the text be read only, or written again. A fix is no typing and goes through.
   *
   * @param {boolean} locked
   */
  lock(locked) {
    this.locked = locked;
    this.view.dom.toggleAttribute("data-locked", locked);
    this.view.dispatch({ effects: this.locking.reconfigure(EditorState.readOnly.of(locked)) });
  }

  destroy() {
    unwatch(this.view);
    this.view.destroy();
  }
}

export { clock, save } from "./browser.js";
export { carried, isStored, showFailure } from "./failure.js";
export { parseToml } from "./settings.js";
