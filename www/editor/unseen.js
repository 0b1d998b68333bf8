// Characters that cannot be seen, and those that turn the text's direction, shown as a dot that says what it stands for: a
// reader must see what is there. The rule invisible-character finds the same (`src/text/unseen.rs`).

import { highlightSpecialChars } from "@codemirror/view";

/** From one code to another: the name. @type {[number, number, string][]} */
const names = [
  [0x00ad, 0x00ad, "软连字符"],
  [0x034f, 0x034f, "组合用连字"],
  [0x061c, 0x061c, "阿拉伯文方向标记"],
  [0x115f, 0x1160, "谚文填充符"],
  [0x200b, 0x200b, "零宽空格"],
  [0x200c, 0x200c, "零宽不连字"],
  [0x200d, 0x200d, "零宽连字"],
  [0x200e, 0x200e, "从左到右标记"],
  [0x200f, 0x200f, "从右到左标记"],
  [0x2028, 0x2028, "行分隔符"],
  [0x2029, 0x2029, "段分隔符"],
  [0x202a, 0x202a, "从左到右嵌入"],
  [0x202b, 0x202b, "从右到左嵌入"],
  [0x202c, 0x202c, "方向结束"],
  [0x202d, 0x202d, "强制从左到右"],
  [0x202e, 0x202e, "强制从右到左"],
  [0x2060, 0x2060, "禁止换行符"],
  [0x2061, 0x2064, "不可见运算符"],
  [0x2066, 0x2066, "从左到右隔离"],
  [0x2067, 0x2067, "从右到左隔离"],
  [0x2068, 0x2068, "自动方向隔离"],
  [0x2069, 0x2069, "隔离结束"],
  [0x206a, 0x206f, "停用的格式字符"],
  [0x3164, 0x3164, "谚文填充符"],
  [0xfe00, 0xfe0f, "异体选择符"],
  [0xfeff, 0xfeff, "字节顺序标记"],
  [0xffa0, 0xffa0, "谚文填充符"],
  [0xfff9, 0xfffb, "行间注释符"],
  [0xfffc, 0xfffc, "对象占位符"],
  [0xfffd, 0xfffd, "替换字符"],
  [0x000b, 0x000b, "垂直制表符"],
  [0x000c, 0x000c, "换页符"],
  [0x0085, 0x0085, "下一行控制符"],
  [0xe0001, 0xe007f, "标签字符"],
  [0xe0100, 0xe01ef, "异体选择符"],
];

/** @param {number} code */
const name = (code) => names.find(([first, last]) => first <= code && code <= last)?.[2] ?? "控制字符";

// What belongs where it stands is left alone: a selector behind the character it chooses a form of, joiners in an emoji or in a
// script that joins, the tags of a flag.
const sign = "\\p{Extended_Pictographic}\\u2100-\\u2bff\\u20e3\\ufe0f\\u{1f000}-\\u{1faff}";
const joining = "\\u0600-\\u109f\\u1780-\\u18af\\ufb50-\\ufdff\\ufe70-\\ufefc";
const more = new RegExp(
  [
    "[\\u034f\\u115f\\u1160\\u202a-\\u202c\\u2060-\\u2064\\u2068\\u206a-\\u206f\\u3164\\uffa0]",
    `(?<![${joining}${sign}])[\\u200c\\u200d]`,
    `(?<![${joining}])[\\u200c\\u200d](?![${sign}])`,
    `(?<![0-9#*\\p{Script=Han}${sign}])[\\ufe00-\\ufe0f]`,
    "(?<!\\p{Script=Han})[\\u{e0100}-\\u{e01ef}]",
    "(?<![\\u{1f3f4}\\u{e0020}-\\u{e007e}])[\\u{e0001}-\\u{e007f}]",
  ].join("|"),
  "gu",
);

/** The editor's part that shows them. */
export const unseen = highlightSpecialChars({
  addSpecialChars: more,
  render(code, _, placeholder) {
    const dot = document.createElement("span");
    const number = code.toString(16).toUpperCase().padStart(4, "0");
    dot.className = "unseen-character";
    dot.textContent = placeholder;
    dot.title = `看不见的字符：${name(code)}（U+${number}）`;
    dot.setAttribute("role", "img");
    dot.setAttribute("aria-label", dot.title);
    return dot;
  },
});
