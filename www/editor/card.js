// The card of a finding: on hover, and when it is selected.

import { StateEffect, StateField } from "@codemirror/state";
import { EditorView, hoverTooltip, showTooltip, tooltips } from "@codemirror/view";
import { activate } from "./sheet.js";

/**
 * @typedef {object} CardData
 * @property {number} index of the finding
 * @property {number} from
 * @property {number} to
 * @property {string} severity "error", "warning" or "info"
 * @property {string} label the severity in words
 * @property {string} name of the rule
 * @property {string} message
 * @property {string} basis
 * @property {string[]} fixes their titles, "" for none
 * @property {boolean[]} safe which of them are safe
 * @property {boolean | null} judged for a reviewer: whether the finding is agreed with
 */

/** @type {import("@codemirror/state").StateEffectType<{pos: number, end: number, data: CardData} | null>} */
export const openCard = StateEffect.define();

/**
 * @param {CardData} data
 * @param {import("./editor.js").Handlers} handlers
 * @param {EditorView} view
 */
function render(data, handlers, view) {
  const dom = document.createElement("div");
  dom.className = "card";
  dom.dataset.severity = data.severity;
  dom.setAttribute("role", "dialog");
  dom.setAttribute("aria-label", `${data.label}：${data.name}`);
  const head = dom.appendChild(document.createElement("p"));
  const kind = head.appendChild(document.createElement("strong"));
  kind.className = "kind";
  kind.textContent = data.name;
  head.append(data.message);
  const basis = dom.appendChild(document.createElement("p"));
  basis.className = "basis";
  basis.textContent = `依据：${data.basis}`;
  const actions = dom.appendChild(document.createElement("div"));
  actions.className = "actions";
  /** @param {string} title @param {string} action @param {string} look @param {HTMLElement} place */
  const button = (title, action, look = "", place = actions) => {
    const element = place.appendChild(document.createElement("button"));
    element.type = "button";
    element.textContent = title;
    if (look) element.className = look;
    element.onclick = () => {
      if (action !== "why") {
        view.dispatch({ effects: [openCard.of(null), activate.of(null)] });
        view.focus();
      }
      handlers.acted(data.index, action);
    };
  };
  data.fixes.forEach((title, i) => button(title, `fix:${i}`, data.safe[i] ? "fix" : "fix unsafe"));
  if (data.judged === null) {
    button("忽略此处", "ignore");
    button("为什么", "why");
    const silence = actions.appendChild(document.createElement("details"));
    silence.className = "silence";
    const summary = silence.appendChild(document.createElement("summary"));
    summary.textContent = "⋯";
    summary.title = summary.ariaLabel = "不再检查这条规则";
    button("本文不再检查此规则", "mute", "", silence);
    button("始终不检查此规则", "off", "", silence);
  } else {
    button(data.judged ? "✓ 已采纳" : "采纳", "accept");
    button("不采纳", "ignore");
    button("为什么", "why");
  }
  dom.onkeydown = (event) => {
    if (event.key === "Escape") {
      closeCard(view);
      view.focus();
      event.preventDefault();
    } else if (event.key === "F8") {
      view.focus();
      handlers.stepped(!event.shiftKey);
      event.preventDefault();
    }
  };
  return dom;
}

/** Closes the card of the selected finding. @param {EditorView} view */
export function closeCard(view) {
  const open = view.state.field(selected) !== null;
  if (open) view.dispatch({ effects: [openCard.of(null), activate.of(null)] });
  return open;
}

/** Moves the focus into the open card. @param {EditorView} view */
export function focusCard(view) {
  const button = view.dom.querySelector(".card.selected button");
  if (button instanceof HTMLElement) button.focus();
  return Boolean(button);
}

/** @type {StateField<{pos: number, end: number, data: CardData} | null>} */
const selected = StateField.define({
  create: () => null,
  update(value, tr) {
    for (const effect of tr.effects) if (effect.is(openCard)) return effect.value;
    return tr.docChanged ? null : value;
  },
});

/** @param {import("./editor.js").Handlers} handlers */
export function card(handlers) {
  const pinned = showTooltip.compute([selected], (state) => {
    const value = state.field(selected);
    return (
      value && {
        pos: value.pos,
        end: value.end,
        above: false,
        create: (/** @type {EditorView} */ view) => {
          const dom = render(value.data, handlers, view);
          dom.classList.add("selected");
          return { dom };
        },
      }
    );
  });
  const hovered = hoverTooltip(
    (view, pos) => {
      if (view.composing || view.state.field(selected)) return null;
      const data = handlers.cardAt(pos);
      return data && { pos: data.from, end: data.to, create: () => ({ dom: render(data, handlers, view) }) };
    },
    { hoverTime: 250, hideOnChange: true },
  );
  const clicked = EditorView.domEventHandlers({
    click(event, view) {
      if (view.composing || !view.state.selection.main.empty) return false;
      const target = event.target instanceof Element && event.target.closest(".mark-error, .mark-warning, .mark-info");
      const pos = target ? view.posAtCoords({ x: event.clientX, y: event.clientY }) : null;
      const data = pos === null ? null : handlers.cardAt(pos);
      if (data) handlers.acted(data.index, "select");
      else if (closeCard(view)) handlers.left();
      return false;
    },
  });
  const room = tooltips({
    position: "fixed",
    tooltipSpace: (view) => {
      const desk = (view.dom.closest("main") ?? document.body).getBoundingClientRect();
      return { top: desk.top, left: desk.left + 8, bottom: desk.bottom, right: desk.right - 8 };
    },
  });
  return [selected, pinned, hovered, clicked, room];
}
