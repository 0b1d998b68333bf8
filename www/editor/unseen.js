// Characters that cannot be seen, and those that turn the text's direction, shown as a dot that says what it stands for: a
// reader must see what is there.

import { highlightSpecialChars } from "@codemirror/view";

/** @type {Record<number, string>} */
const names = {
  0x00ad: "软连字符",
  0x061c: "阿拉伯文方向标记",
  0x200b: "零宽空格",
  0x200c: "零宽不连字",
  0x200d: "零宽连字",
  0x200e: "从左到右标记",
  0x200f: "从右到左标记",
  0x202a: "从左到右嵌入",
  0x202b: "从右到左嵌入",
  0x202c: "方向结束",
  0x202d: "强制从左到右",
  0x202e: "强制从右到左",
  0x2060: "禁止换行符",
  0x2066: "从左到右隔离",
  0x2067: "从右到左隔离",
  0x2068: "自动方向隔离",
  0x2069: "隔离结束",
  0xfeff: "字节顺序标记",
  0xfffc: "对象占位符",
};

/** The editor's part that shows them. */
export const unseen = highlightSpecialChars({
  addSpecialChars: /[\u200c\u200d\u202a-\u202c\u2060-\u2064\u2068]|[\u{e0001}-\u{e007f}]/gu,
  render(code, _, placeholder) {
    const dot = document.createElement("span");
    const number = code.toString(16).toUpperCase().padStart(4, "0");
    dot.className = "unseen-character";
    dot.textContent = placeholder;
    dot.title = `看不见的字符：${names[code] ?? "控制字符"}（U+${number}）`;
    dot.setAttribute("role", "img");
    dot.setAttribute("aria-label", dot.title);
    return dot;
  },
});
