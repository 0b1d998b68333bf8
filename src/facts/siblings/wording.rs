//! Words that tell headings from sentences.

use crate::text::around;

/// Openings and marks of sentences that tell something, as against headings.
pub(super) fn sounds_like_title(text: &str) -> bool {
    const NARRATION: &[&str] = &[
        "我",
        "本",
        "全年",
        "全镇",
        "全县",
        "全区",
        "全市",
        "全街",
        "全局",
        "今年",
        "年内",
        "目前",
        "同时",
        "此外",
        "另外",
        "其中",
        "一是",
        "首先",
        "截至",
        "截止",
        "下一步",
        "由于",
        "因此",
        "对此",
        "为此",
        "共",
        "经过",
        "近年",
        "一年来",
        "主要",
        "附",
        "以上",
        "以下",
        "但",
        "仍",
    ];
    !NARRATION.iter().any(|word| text.starts_with(word))
        && !text.contains(['了', '：', ':', '；'])
        && !text.contains(|c: char| c.is_ascii_digit())
        && !around::has_any(text, &["如下", "以下"])
}

/// Whether a phrase opens with the verb of a measure and does not sum up what was reached.
pub(super) fn names_measure(text: &str) -> bool {
    const RESULTS: &[&str] = &["成效", "效果", "明显", "显著", "满意", "取得", "圆满", "良好"];
    begins_with_measure(text) && !around::has_any(text, RESULTS)
}

/// Whether a phrase opens with the verb of a measure, as most such headings do: 加强领导, as against 群众满意.
fn begins_with_measure(text: &str) -> bool {
    const VERBS: &[&str] = &[
        "加",
        "强化",
        "完善",
        "健全",
        "规范",
        "严",
        "深",
        "推",
        "优化",
        "提",
        "落",
        "压",
        "创",
        "狠抓",
        "抓",
        "聚焦",
        "坚持",
        "突出",
        "着力",
        "带头",
        "构建",
        "建",
        "夯实",
        "筑牢",
        "拓",
        "依法",
        "化解",
        "增强",
        "统筹",
        "全面",
        "大力",
        "切实",
        "做",
        "守",
        "营造",
        "改",
        "注重",
        "扎实",
        "持续",
        "积极",
        "进一步",
        "发挥",
        "把",
        "紧",
        "高",
        "畅通",
        "防范",
        "维护",
        "树",
        "打造",
        "多元",
        "科学",
    ];
    VERBS.iter().any(|verb| text.starts_with(verb))
}
