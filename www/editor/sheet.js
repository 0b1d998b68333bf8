// What stands on the sheet besides the text: how headings are set, the underlines of
// the findings, the marks in the margin, and the blocks where a part is missing.

import { RangeSet, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, WidgetType, gutter } from "@codemirror/view";

/**
 * A place where a part is missing.
 *
 * @typedef {object} GhostData
 * @property {number} pos
 * @property {number} index of the finding
 * @property {string} title
 * @property {string} note
 * @property {string} button empty for none
 */

/**
 * What a check gave: `marks` are triples of from, to and severity (0 error, 1 warning, 2 hint), ascending;
 * `styles` triples of from, to and style (src/app/inspection.rs), ascending.
 *
 * @typedef {{marks: Uint32Array, styles: Uint32Array, ghosts: GhostData[]}} SheetData
 */

/** @type {import("@codemirror/state").StateEffectType<SheetData>} */
export const setSheet = StateEffect.define();

/** Marks a stretch as the selected one. @type {import("@codemirror/state").StateEffectType<{from: number, to: number} | null>} */
export const activate = StateEffect.define();

const severities = ["error", "warning", "info"];
const underlines = severities.map((name) => Decoration.mark({ class: `mark-${name}` }));
const active = Decoration.mark({ class: "mark-active" });
const lineStyles = ["title", "addressee", "indented", "closing", "residue"].map((name) =>
  Decoration.line({ class: `line-${name}` }),
);
const textStyles = ["heading-1", "heading-2", "heading-3"].map((name) => Decoration.mark({ class: name }));
/** Words that a title is not broken inside. */
const whole = Decoration.mark({ class: "whole" });
const wholeWords = /\d{4}年度?|人民政府|委员会|街道|法治政府|建设|情况|报告/g;

class MarginMark extends GutterMarker {
  /** @param {number} severity */
  constructor(severity) {
    super();
    this.severity = severity;
  }
  /** @param {MarginMark} other */
  eq(other) {
    return this.severity === other.severity;
  }
  toDOM() {
    const dom = document.createElement("span");
    dom.className = "margin-mark";
    dom.dataset.severity = severities[this.severity];
    return dom;
  }
}
const marginMarks = severities.map((_, severity) => new MarginMark(severity));

class Ghost extends WidgetType {
  /**
   * @param {GhostData} data
   * @param {import("./editor.js").Handlers} handlers
   */
  constructor(data, handlers) {
    super();
    this.data = data;
    this.handlers = handlers;
  }
  /** @param {Ghost} other */
  eq({ data }) {
    return data.title === this.data.title && data.index === this.data.index && data.button === this.data.button;
  }
  toDOM() {
    const { title, note, button, index } = this.data;
    // The editor measures the height without margins: the room around the block is padding.
    const room = document.createElement("div");
    room.className = "ghost-room";
    const dom = room.appendChild(document.createElement("div"));
    dom.className = "ghost";
    const words = dom.appendChild(document.createElement("div"));
    words.appendChild(document.createElement("strong")).textContent = title;
    words.appendChild(document.createElement("span")).textContent = note;
    if (button) {
      const insert = dom.appendChild(document.createElement("button"));
      insert.type = "button";
      insert.textContent = button;
      insert.onclick = () => this.handlers.acted(index, "fix:0");
    }
    return room;
  }
  get estimatedHeight() {
    return 96;
  }
  ignoreEvent() {
    return true;
  }
}

/** The selected stretch. */
const activeField = StateField.define({
  create: () => Decoration.none,
  update(value, tr) {
    value = value.map(tr.changes);
    for (const effect of tr.effects) {
      if (effect.is(activate)) {
        const range = effect.value;
        value = range && range.from < range.to ? Decoration.set(active.range(range.from, range.to)) : Decoration.none;
      }
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** @param {import("./editor.js").Handlers} handlers */
export function sheet(handlers) {
  const field = StateField.define({
    create: () => ({ marks: Decoration.none, styles: Decoration.none, ghosts: Decoration.none, margin: RangeSet.empty }),
    update(value, tr) {
      const shown = tr.effects.findLast((effect) => effect.is(setSheet));
      if (shown) return build(shown.value, tr.state.doc, handlers);
      if (!tr.docChanged) return value;
      // While an input method composes, everything only moves along with the text.
      return {
        marks: value.marks.map(tr.changes),
        styles: value.styles.map(tr.changes),
        ghosts: value.ghosts.map(tr.changes),
        margin: value.margin.map(tr.changes),
      };
    },
    provide: (field) => [
      EditorView.decorations.from(field, (value) => value.styles),
      EditorView.decorations.from(field, (value) => value.marks),
      EditorView.decorations.from(field, (value) => value.ghosts),
    ],
  });
  const margin = gutter({
    class: "margin",
    markers: (view) => view.state.field(field).margin,
    domEventHandlers: {
      mousedown(view, line) {
        const { marks } = view.state.field(field);
        let at = -1;
        marks.between(line.from, line.to, (from) => {
          at = Math.max(from, line.from);
          return false;
        });
        const found = at >= 0 ? handlers.cardAt(at) : null;
        if (found) handlers.acted(found.index, "select");
        return Boolean(found);
      },
    },
  });
  return [field, activeField, margin];
}

/**
 * @param {SheetData} data
 * @param {import("@codemirror/state").Text} doc
 * @param {import("./editor.js").Handlers} handlers
 */
function build({ marks, styles, ghosts }, doc, handlers) {
  const lines = new RangeSetBuilder();
  for (let i = 0; i < styles.length; i += 3) {
    const style = styles[i + 2];
    if (style < lineStyles.length) {
      for (let line = doc.lineAt(styles[i]); ; line = doc.line(line.number + 1)) {
        lines.add(line.from, line.from, lineStyles[style]);
        if (style === 0) {
          for (const { 0: word, index } of line.text.matchAll(wholeWords)) {
            lines.add(line.from + index, line.from + index + word.length, whole);
          }
        }
        if (line.to >= styles[i + 1] || line.number === doc.lines) break;
      }
    } else if (styles[i] < styles[i + 1]) {
      lines.add(styles[i], styles[i + 1], textStyles[style - lineStyles.length]);
    }
  }

  const underlined = [];
  const margin = new RangeSetBuilder();
  let line = doc.line(1);
  let worst = -1;
  const closeLine = () => worst >= 0 && margin.add(line.from, line.from, marginMarks[worst]);
  for (let i = 0; i < marks.length; i += 3) {
    let [from, to, severity] = [marks[i], marks[i + 1], marks[i + 2]];
    if (from > line.to) {
      closeLine();
      line = doc.lineAt(from);
      worst = -1;
    }
    worst = worst < 0 ? severity : Math.min(worst, severity);
    // Where something is missing, the character before it carries the mark.
    if (from === to) from > line.from ? from-- : to++;
    if (to > from && to <= doc.length) underlined.push(underlines[severity].range(from, to));
  }
  closeLine();

  const blocks = ghosts.map((data) => {
    const at = doc.lineAt(Math.min(data.pos, doc.length));
    const behind = data.pos > at.from;
    const spot = Decoration.widget({ widget: new Ghost(data, handlers), block: true, side: behind ? 1 : -1 });
    return spot.range(behind ? at.to : at.from);
  });
  return {
    marks: Decoration.set(underlined, true),
    styles: lines.finish(),
    ghosts: Decoration.set(blocks, true),
    margin: margin.finish(),
  };
}
