//! Quotation marks, book-title marks and brackets without their partner.

use super::context::head;
use super::pairs::{HALVES, Half, PAIRS, unpaired};
use crate::diagnostic::{Edit, Finding, Fix};
use crate::document::{Block, Document};
use crate::facts::shorthands;
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span, fold};

crate::declare_rule! {
    /// 检查什么：引号、书名号、括号只有一半，或者左右交叉。
    ///
    /// 为什么：标号成对使用，缺一半就不知道引用、名称或者说明到哪里为止。
    ///
    /// 示例：开展“法律六进活动 → 开展“法律六进”活动
    ///
    /// 修改：补上缺的一半，或者删去多出的一半（请核对位置）。
    ///
    /// 不算：“1）”“一）”一类序号的括号（见“序号括号不成对”）、英文撇号、跨段的引文、句中断行的文字、文号的括号（见“发文字号格式”）。
    "pair-unbalanced", "标号不成对", Punctuation, Error, "GB/T 15834—2011 4.8、4.9、4.15",
    Check::Marks(HALVES, check),
}

fn check(doc: &Document, marks: &[Mark], out: &mut Findings) {
    let found = unpaired(doc, marks);
    for (first, second) in found.crossed {
        let span = first.span().to(second.span());
        let right = format!("{}{}", second.char, first.char);
        out.push(
            RULE.finding(span, format!("“{}”左右交叉，应为“{right}”", span.of(doc.text))).fix(Fix::suggest_replace(span, &right)),
        );
    }
    report(doc, &found.halves, out);
}

fn report(doc: &Document, halves: &[Half], out: &mut Findings) {
    let mut i = 0;
    while let Some(&half) = halves.get(i) {
        i += 1;
        let Some(block) = doc.blocks.get(half.block) else { continue };
        if is_straight_inside(doc, block, half) {
            continue;
        }
        if let Some(turned) = halves.get(i).and_then(|next| turned(doc, half, *next)) {
            out.push(turned);
            i += 1;
            continue;
        }
        out.push(if half.opens { unclosed(doc, block, half) } else { unopened(doc, block, half) });
    }
}

/// ”三项制度” and “三项制度“: one of the marks faces the wrong way.
fn turned(doc: &Document, first: Half, second: Half) -> Option<Finding> {
    let &(open, close, name) = PAIRS.get(first.pair)?;
    let inner = Span::new(first.mark.span().end, second.mark.at);
    let words = doc.get(inner);
    let fits = first.pair == second.pair
        && first.opens == second.opens
        && first.block == second.block
        && (2..=20).contains(&words.chars().count())
        && !doc.marks(inner).iter().any(|m| matches!(fold(m.char), '，' | '。' | '；' | '：' | '！' | '？' | '、'));
    let (wrong, right) = if first.opens { (second.mark, close) } else { (first.mark, open) };
    fits.then(|| {
        RULE.finding(first.mark.span().to(second.mark.span()), format!("“{words}”两边的{name}方向相同，不成对"))
            .fix(Fix::suggested(format!("改成对的{name}"), vec![Edit::replace(wrong.span(), right)]))
    })
}

/// Whether the other half of a quotation mark is a straight one: "三项制度”.
fn is_straight_inside(doc: &Document, block: &Block, half: Half) -> bool {
    let quote = |m: &&Mark| matches!(m.char, '“' | '”' | '"' | '＂');
    let marks = doc.marks(block.span);
    let other = if half.opens {
        marks.iter().filter(quote).find(|m| m.at > half.mark.at)
    } else {
        marks.iter().rev().filter(quote).find(|m| m.at < half.mark.at)
    };
    matches!(half.mark.char, '“' | '”') && other.is_some_and(|m| matches!(m.char, '"' | '＂'))
}

fn unclosed(doc: &Document, block: &Block, half: Half) -> Finding {
    let Some(&(open, close, name)) = PAIRS.get(half.pair) else { return RULE.finding(half.mark.span(), "标号不成对") };
    let inside = Span::new(half.mark.span().end, block.span.end);
    let text = doc.get(inside);
    // The other half is missing before the next mark at the latest.
    let mut depth = 0;
    let next = doc.marks(inside).iter().find(|m| match fold(m.char) {
        // （废止3件、修改2件。
        '、' => open != '（',
        '，' | '。' | '；' | '：' | '！' | '？' | '”' | '》' | '〉' | '“' | '《' => true,
        '（' | '〔' | '【' => {
            depth += 1;
            false
        }
        // The bracket around all of it closes.
        '）' | '〕' | '】' if depth == 0 => true,
        '）' | '〕' | '】' => {
            depth -= 1;
            false
        }
        _ => false,
    });
    let until = next.map_or(inside.end, |m| m.at);
    let words = head(text.get(..until - inside.start).unwrap_or(text), 24);
    let span = Span::new(half.mark.at, inside.start + words.len());
    let finding = RULE.finding(span, format!("“{words}”前面的左{name}没有对应的右{name}"));
    let close = if half.mark.char == open { close.to_string() } else { ")".to_owned() };
    let known = shorthands::terms().iter().filter(|term| text.starts_with(*term)).map(|term| term.len()).max();
    let limit = match open {
        '《' => 40,
        '（' if next.is_some_and(|m| m.char == '。') => 24,
        '（' => 12,
        _ => 8,
    };
    // Behind a figure the words are more than a name: “法律六进活动310场.
    let plausible = words.chars().count() <= limit
        && until - inside.start == words.len()
        && (open == '（' || !words.contains(|c: char| c.is_ascii_digit()));
    let place = match known.filter(|_| open == '“') {
        Some(len) => Some(inside.start + len),
        None => plausible.then_some(until),
    };
    match place {
        Some(at) if at > inside.start => finding.fix(Fix::suggested(format!("补上“{close}”"), vec![Edit::insert(at, close)])),
        _ => finding.fix(Fix::suggested(format!("删去“{}”", half.mark.char), vec![Edit::delete(half.mark.span())])),
    }
}

fn unopened(doc: &Document, block: &Block, half: Half) -> Finding {
    let name = PAIRS.get(half.pair).map_or("标号", |p| p.2);
    let previous = doc.marks(Span::new(block.span.start, half.mark.at)).last().map_or(block.span.start, |m| m.span().end);
    // Directly behind another mark the words before that one show the place.
    let from = if previous == half.mark.at { block.span.start } else { previous };
    let text = doc.get(Span::new(from, half.mark.at));
    let start = from + text.char_indices().rev().nth(15).map_or(0, |(i, _)| i);
    let words = doc.get(Span::new(start, half.mark.at));
    RULE.finding(Span::new(start, half.mark.span().end), format!("“{words}”后面的右{name}没有对应的左{name}"))
        .fix(Fix::suggested(format!("删去“{}”", half.mark.char), vec![Edit::delete(half.mark.span())]))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_marks_without_partner() {
        flags(&RULE, "开展⟦“法律六进活动310场⟧，建成阵地53处，“12·4”国家宪法日期间宣誓12场。");
        flags(&RULE, "贯彻⟦《法治政府建设实施纲要⟧，⟦落实三项制度”⟧要求。");
        flags(&RULE, "按照《威海市贯彻落实〈⟦(法治政府建设实施纲要⟧〉实施方案》推进。");
        flags(&RULE, "全年化解纠纷98件⟦（化解率98.0%⟧，群众满意。");
        flags(&RULE, "召开会议9次⟦（含专题会⟧。");
    }

    #[test]
    fn flags_the_first_of_two_openings() {
        flags(&RULE, "结合“3·15”“反邪教宣传月”⟦“平安建设宣传月⟧、“12·4”等特定普法节日开展宣传。");
    }

    #[test]
    fn proposes_the_missing_half() {
        fixes(&RULE, "学习《民法典、《行政处罚法》。", "学习《民法典》、《行政处罚法》。");
        fixes(&RULE, "全年召开会议9次（含‘专题会）。", "全年召开会议9次（含‘专题会’）。");
        fixes(&RULE, "召开会议9次(含专题会。", "召开会议9次(含专题会)。");
        fixes(&RULE, "召开会议4次（其中专题会2次。", "召开会议4次（其中专题会2次）。");
        fixes(&RULE, "清理文件12件（其中废止3件、修改2件、宣布失效1件。", "清理文件12件（其中废止3件、修改2件、宣布失效1件）。");
        fixes(&RULE, "深化“放管服改革，成效明显。", "深化“放管服”改革，成效明显。");
        fixes(&RULE, "落实”三项制度”，推进“放管服“改革。", "落实“三项制度”，推进“放管服”改革。");
        fixes(&RULE, "学习“新时代《枫桥经验汇编”》。", "学习“新时代《枫桥经验汇编》”。");
    }

    #[test]
    fn accepts_pairs_numbers_and_apostrophes() {
        accepts(&RULE, "学习《关于印发〈纲要（2021—2025年）〉的通知》，推进“新时代‘枫桥经验’”。");
        accepts(&RULE, "主要措施：1）健全机制；2）加强培训；a）线上；b）线下。");
        accepts(&RULE, "一）加强组织领导，健全工作机制。");
        accepts(&RULE, "（一、加强组织领导，健全工作机制。");
        accepts(&RULE, "人民网（People’s Daily）刊发经验，‘24年数据略有增长。");
        accepts(&RULE, "印发清政发〔2025]5号、清政办发【2025〕6号文件。");
    }

    #[test]
    fn leaves_straight_quotes_and_document_numbers_to_their_rules() {
        accepts(&RULE, "落实\"三项制度”，坚持“谁执法谁普法\"责任制。");
        accepts(&RULE, "印发文件（县政办〔2024）12号）后及时公开。");
    }

    #[test]
    fn accepts_text_that_runs_over_lines_and_paragraphs() {
        let body = |text: &str| {
            format!("清溪镇2025年度法治政府建设情况报告\n\n一、主要举措和成效\n\n{text}\n\n清溪镇人民政府\n2026年1月20日\n")
        };
        accepts(&RULE, &body("全镇深入贯彻《法治政府建设实\n施纲要（2021—2025年）》，推进依法行政。"));
        accepts(&RULE, &body("会议指出：“坚持依法行政。\n“坚持执法为民。\n“坚持公正司法。”"));
        accepts(&RULE, &body("会议指出：“坚持依法行政。\n坚持执法为民。\n坚持公正司法。”"));
    }
}
