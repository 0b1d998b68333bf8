//! Sentences too long to be read.

use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Span, is_han};

crate::declare_rule! {
    /// 检查什么：一句话超过120个汉字（分号也算一句的结束）；导语里的一句话超过200个。
    ///
    /// 为什么：句子过长，主语和谓语隔得远，容易出语病。
    ///
    /// 示例：……（一句135字，一逗到底） → （在意思完整处改用句号）
    ///
    /// 修改：在意思完整的地方断句。
    ///
    /// 不算：列举法律、文件名称的长句（书名号内的字不计）；独立标题；没有标点的文字。
    "sentence-too-long", "句子过长", Content, Info, "公文写作惯例",
    Check::Document(check),
}

/// The Chinese characters of the longest sentence that is none too long; in the introduction, whose set phrases are long.
const LONGEST: usize = 120;
const LONGEST_IN_INTRO: usize = 200;

fn check(doc: &Document, out: &mut Findings) {
    let mut long: Vec<(Span, usize)> = Vec::new();
    for (i, block) in doc.body_blocks() {
        let limit = if doc.intro.contains(&i) { LONGEST_IN_INTRO } else { LONGEST };
        if block.span.len() <= limit * 3 || !block.is_running() {
            continue;
        }
        // What is read as a run-in heading may be the sentence.
        let said = doc.heading_of(block).map_or(block.span, |heading| Span::new(heading.title.start, block.span.end));
        let sentences = doc.sentences(said).filter(|sentence| sentence.len() > limit * 3);
        let counted = sentences.map(|sentence| (sentence, length(doc, sentence)));
        // Without commas it is a table, or its marks were lost.
        long.extend(counted.filter(|&(sentence, count)| count > limit && doc.marks(sentence).len() >= 3));
    }
    let Some(&(first, count)) = long.first() else { return };
    if let [_] = long.as_slice() {
        out.push(RULE.finding(first, format!("这句话有{count}字，通常在意思完整的地方断开")));
        return;
    }
    let longest = long.iter().map(|&(_, count)| count).max().unwrap_or(count);
    let mut finding =
        RULE.finding(first, format!("有{}句话超过{LONGEST}字，最长的{longest}字，通常在意思完整的地方断开", long.len()));
    finding.occurrences = long.into_iter().map(|(span, _)| span).collect();
    out.push(finding);
}

/// The Chinese characters of a sentence outside 《》.
fn length(doc: &Document, sentence: Span) -> usize {
    let mut titles = 0usize;
    doc.get(sentence)
        .chars()
        .filter(|&c| {
            match c {
                '《' => titles += 1,
                '》' => titles = titles.saturating_sub(1),
                _ => {}
            }
            titles == 0 && is_han(c)
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn clauses(count: usize) -> String {
        "推动各村各办公室落实任务，".repeat(count)
    }

    #[test]
    fn flags_long_sentences() {
        flags(&RULE, &format!("⟦全年{}取得成效。⟧", clauses(10)));
        flags(&RULE, &format!("一是甲；⟦二是{}取得成效；⟧三是丙。", clauses(11)));
        flags(&RULE, &format!("⟦全年{}取得成效。⟧同时，{}又有成效。", clauses(10), clauses(12)));
    }

    #[test]
    fn accepts_sentences_that_end() {
        accepts(&RULE, &format!("全年{}取得成效。{}取得成效；{}取得成效。", clauses(9), clauses(9), clauses(9)));
        accepts(&RULE, &format!("2025年，{}\n一、主要成效\n办案3件。\n", clauses(15)));
    }

    #[test]
    fn accepts_lists_of_titles_and_text_without_marks() {
        accepts(&RULE, &format!("认真学习{}等法律法规，提高依法行政能力。", "《中华人民共和国行政处罚法》".repeat(12)));
        accepts(&RULE, &"推动各村各办公室落实任务".repeat(12));
    }
}
