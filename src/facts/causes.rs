//! Causes of shortcomings, in every wording.

use crate::document::{Cue, Document};
use crate::text::{Span, chars};

/// Words of cause that are rare enough not to be cues; looked for only where no cue stands.
const RARE: &[&str] = &[
    "缘于",
    "源自",
    "缘由",
    "在于",
    "归结",
    "归根",
    "所致",
    "使得",
    "制约",
    "限制",
    "影响，",
    "影响,",
    "影响。",
    "鉴于",
    "出于",
    "取决于",
    "加之",
    "加上",
    "引起",
    "有关。",
    "引发",
    "病根",
    "根子",
    "诱因",
    "受编制",
    "受人员",
    "受经费",
    "受资金",
    "受限",
    "缺乏有效",
    "缺少有效",
    "主观上",
    "客观上",
    "主观方面",
    "客观方面",
];

/// The first place of `span` that says why.
#[must_use]
pub fn first(doc: &Document, span: Span) -> Option<Span> {
    if let Some(&(_, at)) = doc.cues_in(span).iter().find(|&&(cue, at)| cue == Cue::Cause && explains(doc, at)) {
        return Some(at);
    }
    let text = doc.get(span);
    if let Some((at, word)) = RARE.iter().filter_map(|word| Some((text.find(word)?, *word))).min() {
        return Some(Span::new(span.start + at, span.start + at + word.len()));
    }
    because(doc, span)
}

/// Whether a word of cause explains: not 不足和原因 as a mere name, nor 问题主要是 that only lists.
fn explains(doc: &Document, at: Span) -> bool {
    let before = doc.text.get(..at.start).unwrap_or("");
    let after = doc.text.get(at.end..).unwrap_or("");
    match doc.get(at) {
        "原因" => {
            let named = before.ends_with(['和', '及', '与', '、']);
            let told = after.starts_with(['是', '为', '有', '：', ':', '在']) || after.starts_with("主要");
            !named || told
        }
        "主要是" => {
            let lists =
                after.starts_with("以下") || after.starts_with("在以下") || after.starts_with("：") || after.starts_with(':');
            let names =
                ["问题", "不足", "短板", "差距", "表现", "体现", "困难", "环节"].iter().any(|word| before.ends_with(word));
            !lists && !names
        }
        _ => true,
    }
}

/// 因 as a word of its own behind a mark: 因人员变动频繁，….
fn because(doc: &Document, span: Span) -> Option<Span> {
    let text = doc.get(span);
    text.match_indices('因').map(|(i, _)| span.start + i).find_map(|at| {
        let opens = at == span.start
            || chars::before(doc.text, at)
                .is_some_and(|c| chars::is_mark(c) || chars::is_blank(c) || matches!(c, '\n' | '\r' | '是' | '但' | '也'));
        let rest = doc.text.get(at..).unwrap_or("");
        let word = ["因地制宜", "因此", "因而", "因势利导", "因素", "因材", "因情"].iter().any(|word| rest.starts_with(word));
        (opens && !word).then(|| Span::new(at, at + '因'.len_utf8()))
    })
}
