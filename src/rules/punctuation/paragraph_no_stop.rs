//! A paragraph that ends without a mark.

use super::context::{clause_start, head};
use super::list_intro_colon::wrong_lead_in;
use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::{Block, Date, Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Span, chars, fold, is_blank, is_han, numerals};

crate::declare_rule! {
    /// 检查什么：正文段落末尾没有句号等标点，或者以逗号、顿号收尾。
    ///
    /// 为什么：句子说完要用句末标点；段末缺标点，多半是漏打或者复制时丢了内容。
    ///
    /// 示例：调处成功153件，调处成功率100% → 调处成功153件，调处成功率100%。
    ///
    /// 修改：在段末补上“。”。
    ///
    /// 不算：单独成行的标题、主送机关、落款、日期、附件说明、表格行、图表名称，以及从版面文件复制时在句中断开的行；“如下”后缺冒号由“提示语后应用冒号”检查。
    "paragraph-no-stop", "段末缺标点", Punctuation, Error, "GB/T 15834—2011 4.1",
    Check::Document(check),
}

/// A line shorter than this that runs on in the next line was broken by a page layout.
const LAYOUT_WIDTH: usize = 60;

/// How the block behind an unfinished one relates to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    /// Something else begins: the paragraph ends here for certain.
    Other,
    /// The sentence goes on there: no paragraph ends here.
    GoesOn,
    /// It may go on there.
    Unclear,
    /// A paragraph behind a blank line.
    Apart,
}

fn check(doc: &Document, out: &mut Findings) {
    let open: Vec<(usize, Next)> =
        doc.body_blocks().filter(|(i, block)| is_unfinished(doc, *i, block)).map(|(i, block)| (i, next(doc, i, block))).collect();
    // Text copied from a layout breaks off again and again: then its short lines prove nothing.
    let broken = open.iter().filter(|&&(i, next)| next != Next::Other && width(doc, i) <= LAYOUT_WIDTH).count() >= 3;
    for (i, next) in open {
        let Some(block) = doc.blocks.get(i) else { continue };
        if next == Next::GoesOn || (next == Next::Apart && broken && width(doc, i) <= LAYOUT_WIDTH) {
            continue;
        }
        let end = block.span.end;
        let last = doc.marks(block.span).last().copied().filter(|m| m.span().end == end && matches!(fold(m.char), '，' | '、'));
        let start = clause_start(doc, block.span.start, last.map_or(end, |m| m.at), 20);
        let span = Span::new(start, end);
        let words = doc.get(span);
        let finding = match last {
            Some(mark) => RULE
                .finding(span, format!("段落以“{words}”收尾，段末不用“{}”", mark.char))
                .fix(Fix::suggest_replace(mark.span(), "。")),
            None => {
                let stop = stop(doc, i);
                let (title, edits) = (format!("补上“{stop}”"), vec![Edit::insert(end, stop)]);
                let fix = if next == Next::Unclear { Fix::suggested(title, edits) } else { Fix::safe(title, edits) };
                RULE.finding(span, format!("段落以“{words}”收尾，段末缺标点")).fix(fix)
            }
        };
        out.push(if next == Next::Unclear { finding.at_most(Severity::Warning) } else { finding });
    }
}

fn width(doc: &Document, i: usize) -> usize {
    doc.blocks.get(i).map_or(0, |block| doc.get(block.span).chars().count())
}

/// Whether a block is a paragraph of the body (or a heading with its text behind it) that ends without a closing mark.
fn is_unfinished(doc: &Document, i: usize, block: &Block) -> bool {
    let prose = match block.kind {
        Kind::Paragraph => block.span,
        Kind::Heading if doc.heading_of(block).is_some_and(|h| h.run_in) => doc.prose(block),
        _ => return false,
    };
    let text = doc.get(block.span);
    let Some(last) = text.chars().next_back() else { return false };
    if prose.is_empty() || !breaks_off(last) || head(text, 16).len() == text.len() {
        return false;
    }
    let comma = matches!(fold(last), '，' | '、');
    let marks = doc.marks(block.span);
    let table = marks.iter().any(|m| matches!(m.char, '|' | '\t' | '│'))
        || marks.windows(2).filter(|w| matches!(w, [a, b] if is_blank(a.char) && a.span().end == b.at)).count() >= 2;
    if table || is_caption(text) || ends_in_address(text) || ends_in_date(text) || leads_in(doc, i, block) {
        return false;
    }
    // A short line without any stop may be a heading that lost its number.
    let stops = marks.iter().any(|m| chars::ends_sentence(m.char) && m.span().end < block.span.end);
    let figures = doc.numbers(block.span).iter().any(|n| n.digits != 4);
    let item =
        starts_item(doc, block) && !doc.blocks.get(i + 1).is_some_and(|n| n.kind == Kind::Paragraph && !starts_item(doc, n));
    let pauses = marks.iter().any(|m| fold(m.char) == '，' && m.span().end < block.span.end);
    stops || (pauses && (item || head(text, 40).len() < text.len() || (!comma && figures)))
}

/// Whether a sentence may break off at `c`: a word, a figure, a comma. Any other mark or sign closes it.
fn breaks_off(c: char) -> bool {
    is_han(c) || c.is_ascii_alphanumeric() || matches!(fold(c), '，' | '、' | '%' | '‰' | '％' | '℃')
}

/// 图1 …, 表2 …, 附件1 …, 联系人 …
fn is_caption(text: &str) -> bool {
    let mut rest = text.chars();
    let (first, second) = (rest.next(), rest.next());
    let counts = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || numerals::is_ordinal_char(c) || is_blank(c));
    (matches!(first, Some('图' | '表')) && counts(second))
        || ["附件", "附表", "附：", "联系人", "联系电话", "电话", "抄送", "备注"].iter().any(|word| text.starts_with(word))
}

fn ends_in_address(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '/') && {
        let tail = text.char_indices().rev().nth(80).map_or(text, |(i, _)| text.get(i..).unwrap_or(text));
        tail.contains("://") || tail.contains("www.") || tail.contains('@')
    }
}

/// A signature glued to the last paragraph.
fn ends_in_date(text: &str) -> bool {
    let at = text.char_indices().rev().take(24).filter(|(_, c)| matches!(c, '1' | '2' | '二')).map(|(at, _)| at);
    at.into_iter().any(|at| text.get(at..).is_some_and(|date| Date::parse(date).is_some()))
}

/// Whether list-intro-colon speaks of the block's end.
fn leads_in(doc: &Document, i: usize, block: &Block) -> bool {
    let text = doc.get(block.span);
    let from = text.char_indices().rev().nth(17).map_or(0, |(at, _)| at);
    let tail = text.get(from..).unwrap_or("");
    ["如下", "以下", "下列"].iter().any(|word| {
        tail.rfind(word).is_some_and(|at| {
            let start = block.span.start + from + at;
            wrong_lead_in(doc, i, Span::new(start, start + word.len())).is_some()
        })
    })
}

fn starts_item(doc: &Document, block: &Block) -> bool {
    doc.sequence.binary_search_by_key(&block.span.start, |item| item.span.start).is_ok()
}

fn next(doc: &Document, i: usize, block: &Block) -> Next {
    let Some(next) = doc.blocks.get(i + 1).filter(|next| next.kind == Kind::Paragraph && !starts_item(doc, next)) else {
        return Next::Other;
    };
    let text = doc.get(block.span);
    let gap = doc.text.get(block.line.end..next.line.start).unwrap_or("");
    let line_ends = gap.matches('\n').count().max(gap.matches('\r').count());
    if line_ends > 1 && text.ends_with(['，', '、']) && head(text, LAYOUT_WIDTH + 1).len() < text.len() {
        return Next::Apart;
    }
    if text.ends_with(|c: char| matches!(fold(c), '，' | '、') || "的和与及或在对将把为以向从由并是等".contains(c))
        || is_open(doc, block.span)
    {
        return Next::GoesOn;
    }
    let indented = |block: &Block| block.line.start < block.span.start;
    if indented(next) && (line_ends > 1 || !indented(block) || head(text, LAYOUT_WIDTH).len() < text.len()) {
        Next::Other
    } else if line_ends > 1 {
        Next::Apart
    } else if head(text, LAYOUT_WIDTH + 1).len() == text.len() {
        Next::GoesOn
    } else {
        Next::Unclear
    }
}

/// Whether a bracket or quotation mark is still open at the end of `span`.
fn is_open(doc: &Document, span: Span) -> bool {
    doc.marks(span)
        .iter()
        .rev()
        .find(|m| matches!(fold(m.char), '（' | '）' | '《' | '》' | '“' | '”'))
        .is_some_and(|m| matches!(fold(m.char), '（' | '《' | '“'))
}

/// The mark to add: ； between items whose neighbours end in ；, else 。
fn stop(doc: &Document, i: usize) -> &'static str {
    let is_item = |k: usize| doc.blocks.get(k).is_some_and(|block| starts_item(doc, block));
    let before = i.checked_sub(1).and_then(|k| doc.blocks.get(k)).map_or("", |block| doc.get(block.span));
    if is_item(i) && is_item(i + 1) && before.ends_with(|c| fold(c) == '；') { "；" } else { "。" }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn body(paragraphs: &str) -> String {
        format!(
            "清溪镇2025年度法治政府建设情况报告\n\n一、主要举措和成效\n\n{paragraphs}\n\n二、存在的不足和原因\n\n力量不足。\n\n清溪镇人民政府\n2026年1月20日\n"
        )
    }

    #[test]
    fn flags_a_paragraph_that_just_ends() {
        flags(&RULE, "全年调解矛盾纠纷153件，调处成功153件，⟦调处成功率100%⟧");
        flags(&RULE, "（六）依法治理。深入开展排查，⟦未发生民转刑案件⟧");
        flags(&RULE, &body("全镇推进依法行政。⟦年内没有行政败诉案件⟧\n\n全镇持续开展普法宣传活动。"));
        flags(
            &RULE,
            &body(
                "镇党委书记坚决扛起推进法治建设第一责任人职责，把法治政府建设摆在全局工作的突出位置，与经济社会发展各项工作同部署、同推进、同督促、同考核、⟦同奖惩，⟧\n\n镇长主持召开镇长办公会议9次。",
            ),
        );
        flags(&RULE, &body("一是强化领导，⟦健全工作机制和责任体系⟧\n二是强化学习，开展培训4期。"));
        fixes(&RULE, "全年调解纠纷153件，调处成功率100%", "全年调解纠纷153件，调处成功率100%。");
    }

    #[test]
    fn flags_a_comma_at_the_end() {
        flags(&RULE, &body("全镇推进依法行政。⟦年内没有行政败诉案件，⟧"));
    }

    #[test]
    fn accepts_what_needs_no_stop() {
        accepts(&RULE, "全年调解纠纷153件，调处成功率100%。");
        accepts(&RULE, "开展“法律进乡村”活动，干部群众一致认为“办事有章可循”");
        accepts(&RULE, "加强组织领导，压紧压实法治建设责任");
        accepts(&RULE, "表1 清溪镇2025年行政执法案件办理情况统计表，单位：件，共3类");
        accepts(&RULE, "全镇行政村 | 32个 | 法律顾问 | 32名 | 覆盖率 | 100%");
        accepts(&RULE, "执法队伍不断充实。清溪镇人民政府 2026年1月8日");
        accepts(&RULE, "年度报告公开网址为http://www.qingxi.gov.cn/fzzf/2025");
        accepts(&RULE, "（一）坚持党建引领，健全党政主要负责人履行推进法治建设第一责任人职责工作机制和年度述法评议机制");
        accepts(&RULE, "现将我镇2025年度推进法治政府建设工作情况报告如下");
    }

    #[test]
    fn accepts_lines_broken_in_a_sentence() {
        accepts(
            &RULE,
            &body(
                "2025年，清溪镇坚持以习近平新时代中国特色社会主义思想为指导，深入贯\n彻党的二十大精神，认真学习贯彻习近平法治思想，扎实推进依法行政各项工\n作，取得明显成效。",
            ),
        );
        accepts(
            &RULE,
            &body(
                "全镇贯彻《法治政府建设实施纲要（2021—2025年）》，扎实推进依法行政各项工作，全面落实行政执法责任制，持续深化基层法治建设的\n各项任务。",
            ),
        );
    }

    #[test]
    fn says_less_where_the_sentence_may_go_on() {
        let text = body(
            "全镇召开会议9次。深入贯彻党的二十大精神，认真学习贯彻习近平法治思想，扎实推进依法行政各项工作，⟦全年没有发生有重大影响的行政败诉案件⟧\n持续开展普法宣传。",
        );
        flags(&RULE, &text);
        let plain = text.replace(['⟦', '⟧'], "");
        let options = crate::check::Options { only: vec![RULE.id], ..Default::default() };
        let severity = crate::check::check(&plain, &options).findings.first().map(|f| f.severity);
        assert_eq!(severity, Some(crate::diagnostic::Severity::Warning));
    }
}
