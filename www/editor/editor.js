import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { searchKeymap } from "@codemirror/search";

/**
 * Creates an editor inside an element.
 *
 * @param {HTMLElement} parent
 * @param {{ onChange: (text: string) => void }} options
 * @returns {EditorView}
 */
export function createEditor(parent, { onChange }) {
  const changes = EditorView.updateListener.of((update) => {
    if (update.docChanged) onChange(update.state.doc.toString());
  });
  const state = EditorState.create({
    extensions: [
      lineNumbers(),
      history(),
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": "正文" }),
      changes,
    ],
  });
  return new EditorView({ state, parent });
}
