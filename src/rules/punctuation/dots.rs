//! Half-width dots: which of them end a sentence.

use super::context::is_chinese;
use crate::document::{Block, Document};
use crate::text::{Mark, Span, is_blank, is_han, numerals};

/// Half-width dots that end a Chinese sentence.
pub fn stops(doc: &Document, block: &Block, marks: &[Mark]) -> Vec<Mark> {
    if !block.is_running() {
        return Vec::new();
    }
    let heading = doc.heading_of(block);
    let ordinal = heading.and_then(|h| h.number).and_then(|n| n.mark).map(|m| m.at);
    let dots = marks.iter().copied().filter(|m| m.char == '.' && Some(m.at) != ordinal);
    let (last, inner): (Vec<Mark>, Vec<Mark>) = dots.partition(|m| m.at + 1 == block.span.end);
    let inner = inner.into_iter().filter(|m| parts_sentences(doc.text, block.span, m.at));
    let mut places: Vec<Mark> = inner.collect();
    // Behind a heading that stands alone no mark belongs at all.
    let alone = heading.is_some_and(|h| !h.run_in) && places.is_empty();
    places.extend(last.into_iter().filter(|m| !alone && ends_text(doc.text, block, m.at)));
    places
}

/// A dot at the end of a paragraph, behind a Chinese word or a figure.
fn ends_text(text: &str, block: &Block, at: usize) -> bool {
    let left = text.get(block.span.start..at).unwrap_or("");
    left.len() >= 24
        && left.ends_with(|c: char| is_chinese(c) || c.is_ascii_digit() || matches!(c, '%' | ')'))
        && left.chars().rev().take(20).any(is_han)
}

/// A dot between two Chinese words: no list number, no 八五.普法, no name such as 买买提.艾力.
fn parts_sentences(text: &str, block: Span, at: usize) -> bool {
    let left = text.get(block.start..at).unwrap_or("");
    let right = text.get(at + 1..block.end).unwrap_or("");
    let (Some(previous), Some(next)) = (left.chars().next_back(), right.trim_start_matches(is_blank).chars().next()) else {
        return false;
    };
    let numeral = numerals::is_ordinal_char;
    let before_previous = left.chars().rev().nth(1);
    let listed = numeral(previous) && (before_previous.is_none_or(|c| !is_han(c)) || before_previous.is_some_and(numeral));
    // 买买提.艾力; in 推进柔性执法.依法对 only the characters beside the dot are such.
    let name = left.chars().rev().take(2).all(is_transliterating) && right.chars().take(2).all(is_transliterating);
    (is_han(previous) || matches!(previous, '”' | '》' | '）' | '%' | '％' | '‰'))
        && (is_han(next) || matches!(next, '“' | '《' | '（' | '('))
        && !listed
        && !(numeral(previous) && numeral(next))
        && !name
}

/// Characters that foreign and minority names are mostly written with.
fn is_transliterating(c: char) -> bool {
    "阿艾爱奥巴拜比别玻布达旦迪丁都尔法古哈合吉江卡克肯拉莱里丽勒力利罗玛买曼麦米木穆纳娜尼努诺帕普其恰热日萨沙莎什斯苏塔特提图吐托瓦维乌吾西雅亚伊依尤玉约翰扎孜"
        .contains(c)
}
