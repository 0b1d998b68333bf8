//! A semicolon inside one phrase: 按照统一指挥；分级负责的原则.

use super::context::opens_item;
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span, Words, fold};

crate::declare_rule! {
    /// 检查什么：“按照……的原则”“坚持……的方针”一类短语内部用了分号。
    ///
    /// 为什么：分号用于分句之间和分项之间；短语内部的并列成分用顿号、逗号。
    ///
    /// 示例：按照统一指挥、分级负责；依法管理、快速反应的原则 → 按照统一指挥、分级负责，依法管理、快速反应的原则
    ///
    /// 修改：改为逗号或者顿号。
    ///
    /// 不算：“一是……；二是……”等分项，各有动词的分句（坚持……；坚持……），内部另有逗号的短语。
    "semicolon-in-phrase", "短语内用分号", Punctuation, Info, "GB/T 15834—2011 4.6",
    Check::Marks(&['；', ';'], check),
}

/// Words that open such a phrase.
static OPENERS: Words = Words::new(&["按照", "坚持", "遵循", "本着", "秉持", "依照", "根据", "贯彻", "围绕", "形成", "构建"]);

/// Words that close it.
static CLOSERS: Words = Words::new(&[
    "的原则",
    "的方针",
    "的要求",
    "的总要求",
    "的思路",
    "的总体思路",
    "的理念",
    "的格局",
    "的工作格局",
    "的方式",
    "的目标",
]);

/// Up to so many characters a member of the phrase has.
const LONGEST: usize = 20;

fn check(doc: &Document, marks: &[Mark], out: &mut Findings) {
    for (_, block, _) in doc.by_block(marks).filter(|(_, block, _)| block.is_running()) {
        look_through(doc, block, out);
    }
}

fn look_through(doc: &Document, block: &Block, out: &mut Findings) {
    let points: Vec<Mark> = doc
        .marks(block.span)
        .iter()
        .copied()
        .filter(|m| matches!(fold(m.char), '，' | '。' | '；' | '：' | '！' | '？'))
        .collect();
    let mut i = 0;
    while i < points.len() {
        let run = points.get(i..).unwrap_or(&[]).iter().take_while(|m| fold(m.char) == '；').count();
        if run > 0 {
            let start = i.checked_sub(1).and_then(|k| points.get(k)).map_or(block.span.start, |m| m.span().end);
            let end = points.get(i + run).map_or(block.span.end, |m| m.at);
            look(doc, Span::new(start, end), points.get(i..i + run).unwrap_or(&[]), out);
        }
        i += run.max(1);
    }
}

/// Judges the stretch between two other points that holds `semicolons` only.
fn look(doc: &Document, stretch: Span, semicolons: &[Mark], out: &mut Findings) {
    let mut starts = vec![stretch.start];
    starts.extend(semicolons.iter().map(|mark| mark.span().end));
    let ends = semicolons.iter().map(|mark| mark.at).chain([stretch.end]);
    let pieces: Vec<Span> = starts.into_iter().zip(ends).map(|(start, end)| Span::new(start, end)).collect();
    // What stands before the phrase may be clauses of their own.
    let opened = pieces.iter().enumerate().find_map(|(i, &piece)| {
        let text = doc.get(piece);
        if !OPENERS.are_in(text) {
            return None;
        }
        let (at, opener) = OPENERS.list().iter().filter_map(|opener| Some((text.rfind(opener)?, *opener))).max()?;
        let plain = is_member(text.get(at + opener.len()..)?);
        plain.then_some((i, piece.start + at, opener))
    });
    let Some((first, start, opener)) = opened else { return };
    for &piece in pieces.iter().skip(first + 1) {
        let text = doc.get(piece);
        let closed = CLOSERS.list().iter().filter_map(|closer| Some((text.find(closer)?, *closer))).min();
        if !is_member(text.get(..closed.map_or(text.len(), |(at, _)| at)).unwrap_or("")) {
            return;
        }
        if let Some((at, closer)) = closed {
            let span = Span::new(start, piece.start + at + closer.len());
            out.push(RULE.finding(span, format!("“{opener}……{closer}”是一个短语，内部通常不用分号")));
            return;
        }
    }
}

/// Whether a piece is a member of the phrase: short, no clause with an opening of its own, no item of a list.
fn is_member(piece: &str) -> bool {
    (1..=LONGEST).contains(&piece.chars().count()) && OPENERS.beginning(piece).is_none() && !opens_item(piece)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_semicolons_inside_a_phrase() {
        flags(&RULE, "提升处置能力，⟦按照统一指挥、分级负责;依法管理、快速反应;完善体系、提高效能的原则⟧，保障群众安全。");
        flags(&RULE, "⟦坚持预防为主；调解优先的方针⟧，化解纠纷37件；⟦形成党委领导；部门联动；群众参与的格局⟧。");
    }

    #[test]
    fn accepts_clauses_and_items() {
        accepts(&RULE, "一是按照依法行政的要求健全机制；二是坚持问题导向的原则抓好整改。");
        accepts(&RULE, "坚持统一领导；坚持分级负责的原则，按照要求推进；落实责任，完善机制。");
    }

    #[test]
    fn accepts_phrases_without_semicolons_and_long_ones() {
        accepts(&RULE, "按照统一指挥、分级负责，依法管理、快速反应的原则，保障群众安全。");
        accepts(&RULE, "按照年度计划安排召开全镇法治政府建设工作推进会议并部署任务；镇司法所落实首问负责的要求。");
    }
}
