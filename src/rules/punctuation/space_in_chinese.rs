//! Blanks between Chinese characters, or between a figure and its unit.

use super::context::{Place, Places, head, is_unit, opens_item};
use crate::diagnostic::Edit;
use crate::document::{Block, Document, Kind, Ordinal};
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span, chars, fold, is_blank, is_han};

crate::declare_rule! {
    /// 检查什么：汉字之间、数字与“年”“件”等字之间、标点前后有空格。
    ///
    /// 为什么：中文连写，不用空格分词；多余的空格多是复制、转换带来的，影响检索和排版。
    ///
    /// 示例：2025 年 → 2025年
    ///
    /// 修改：删去空格。
    ///
    /// 不算：英文单词之间和中英文之间的空格，表格和名单里对齐用的空格，两个字姓名中间的全角空格，标题里的分隔空格，序号后的空格，待填的空格。
    "space-in-chinese", "汉字间/数字与量词间空格", Punctuation, Info, "通行用法",
    Check::Marks(chars::BLANKS, check),
}

fn check(doc: &Document, marks: &[Mark], out: &mut Findings) {
    let mut places = Places::new(&RULE);
    for (_, block, _) in doc.by_block(marks) {
        if !block.is_running() && block.kind != Kind::Title {
            continue;
        }
        let marks = doc.marks(block.span);
        let mut i = 0;
        while let Some(first) = marks.get(i) {
            let run = marks.get(i..).unwrap_or(&[]);
            let blanks = blanks(run);
            if blanks.is_empty() {
                i += 1;
                continue;
            }
            let last = i + blanks.len();
            let gap = Gap {
                span: Span::new(first.at, blanks.last().map_or(first.at, |m| m.span().end)),
                blanks,
                left: i.checked_sub(1).and_then(|k| marks.get(k)).copied(),
                right: marks.get(last).copied(),
            };
            if let Some(span) = wrong(doc, block, marks, &gap) {
                places.push(Place {
                    span,
                    edits: vec![Edit::delete(gap.span)],
                    safe: true,
                    message: format!("“{}”中间通常不用空格", span.of(doc.text)),
                });
            }
            i = last;
        }
    }
    places.tell("删去空格", |n| format!("汉字之间、数字与汉字之间通常不用空格，全文共{n}处"), out);
}

/// The blanks that the marks begin with, one directly behind the other.
fn blanks(marks: &[Mark]) -> &[Mark] {
    let mut end = marks.first().map_or(0, |m| m.at);
    let count = marks
        .iter()
        .take_while(|m| {
            let joins = is_blank(m.char) && m.at == end;
            end = m.span().end;
            joins
        })
        .count();
    marks.get(..count).unwrap_or(&[])
}

/// A run of blanks and the marks around it.
struct Gap<'m> {
    span: Span,
    blanks: &'m [Mark],
    left: Option<Mark>,
    right: Option<Mark>,
}

/// The gap with what it parts, where it does not belong.
fn wrong(doc: &Document, block: &Block, marks: &[Mark], gap: &Gap) -> Option<Span> {
    let left = doc.get(Span::new(block.span.start, gap.span.start));
    let right = doc.get(Span::new(gap.span.end, block.span.end));
    let (previous, next) = (left.chars().next_back()?, right.chars().next()?);
    let tab = gap.blanks.iter().any(|m| m.char == '\t');
    let wide = gap.blanks.iter().any(|m| m.char == '\u{3000}');
    // A list item that follows on the same line, the number of a heading.
    if tab || opens_item(right) || behind_number(doc, block, left, gap) {
        return None;
    }
    let heading = doc.heading_of(block);
    let in_title = block.kind == Kind::Title
        || heading.is_some_and(|h| gap.span.start < h.title.end || (gap.span.start == h.title.end && h.end_mark.is_none()));
    let prose = is_prose(doc, block, marks);
    let digit = |c: char| c.is_ascii_digit();
    // 接入 5G 基站, PM2.5 平均浓度: a word of letters and figures.
    let letters = |c: char| c.is_ascii_alphabetic();
    let lettered = (digit(next) && right.trim_start_matches(|c| digit(c) || c == '.').starts_with(letters))
        || (digit(previous) && left.trim_end_matches(|c| digit(c) || c == '.').ends_with(letters));
    let fits = if lettered {
        false
    } else if is_han(previous) && is_han(next) {
        prose && !in_title && !wide && !is_unit(next) && !matches!(next, '月' | '日' | '号') && !is_in_list(doc, block, gap)
    } else if digit(previous) && is_han(next) {
        // “1 加强” at the start is a number that lost its mark.
        let opening = left.chars().all(digit);
        !opening && (prose || in_title) && (is_unit(next) || matches!(next, '年' | '月' | '日' | '号') || prose)
    } else if is_han(previous) && digit(next) {
        prose
            && !starts_ordinal(right)
            && !(GLUED.iter().any(|end| left.ends_with(end)) && right.len() - right.trim_start_matches(digit).len() == 4)
    } else {
        // Several blanks may be a place to fill in.
        prose && !in_title && gap.blanks.len() == 1 && beside_mark(previous, next)
    };
    let start = if digit(previous) { left.trim_end_matches(digit).len() } else { left.len() - previous.len_utf8() };
    let digits = right.len() - right.trim_start_matches(digit).len();
    let end = if digit(next) { digits } else { next.len_utf8() };
    // A slogan or a name keeps its blank: “加强法治建设 打造满意政府”.
    let named = doc.in_book_title(gap.span.start) || (is_han(previous) && is_han(next) && doc.in_quotes(gap.span.start));
    (fits && !named).then(|| Span::new(block.span.start + start, gap.span.end + end))
}

/// Whether the gap stands behind the number that opens the block: 一、 主要, （一） 加强.
fn behind_number(doc: &Document, block: &Block, left: &str, gap: &Gap) -> bool {
    let number = doc.heading_of(block).and_then(|h| h.number);
    number.is_some_and(|n| gap.span.start <= n.span.end) || (left.len() <= 12 && is_ordinal(left)) || is_article(left)
}

/// 第一条, 第三章.
fn is_article(left: &str) -> bool {
    left.len() <= 24 && left.starts_with('第') && left.ends_with(['条', '章', '节', '编', '款'])
}

/// Ends of a title or a body's name behind which, in text on one line, a sentence or a date begins.
const GLUED: &[&str] = &["报告", "总结", "政府", "办事处", "委员会", "局", "厅"];

/// Whether `text` is the number of a list item and nothing else.
fn is_ordinal(text: &str) -> bool {
    let padded = format!("{text}字");
    Ordinal::read(&padded, 0, padded.len()).is_some_and(|o| o.span.end == text.len())
}

/// Whether the block is running text: a table line or a list of names has no commas and stops.
fn is_prose(doc: &Document, block: &Block, marks: &[Mark]) -> bool {
    let pauses = marks.iter().any(|m| matches!(fold(m.char), '，' | '。' | '；'));
    let text = doc.get(block.span);
    pauses && head(text, 16).len() < text.len() && !marks.iter().any(|m| matches!(m.char, '|' | '│' | '\t'))
}

/// Whether a short word between two gaps stands beside this one: 张三 李四 王五.
fn is_in_list(doc: &Document, block: &Block, gap: &Gap) -> bool {
    let short = |span: Span| {
        let word = doc.get(span);
        (1..=4).contains(&word.chars().count()) && word.chars().all(is_han)
    };
    let left = gap.left.filter(|m| is_blank(m.char)).is_some_and(|m| short(Span::new(m.span().end, gap.span.start)));
    let right = gap.right.filter(|m| is_blank(m.char)).is_some_and(|m| short(Span::new(gap.span.end, m.at)));
    // 王 磊: a name set apart on both sides.
    let first = gap.left.map_or(block.span.start, |m| m.span().end);
    let last = gap.right.map_or(block.span.end, |m| m.at);
    let name = head(doc.get(Span::new(first, gap.span.start)), 2).len() == 3
        && head(doc.get(Span::new(gap.span.end, last)), 2).len() == 3;
    left || right || name
}

fn starts_ordinal(right: &str) -> bool {
    let rest = right.trim_start_matches(|c: char| c.is_ascii_digit());
    right.len() - rest.len() <= 2 && rest.starts_with(['.', '、', '）', ')', '．'])
}

/// Whether one side is a mark that wants no blank on that side and the other is Chinese.
fn beside_mark(previous: char, next: char) -> bool {
    let opens = matches!(fold(previous), '，' | '、' | '“' | '《' | '‘' | '〔' | '〈');
    let closes = matches!(fold(next), '，' | '。' | '；' | '：' | '、' | '”' | '》' | '’' | '〕' | '〉');
    let word = |c: char| is_han(c) || matches!(c, '”' | '》' | '“' | '《' | '%');
    (opens && word(next))
        || (closes && (word(previous) || previous.is_ascii_digit()))
        || (matches!(previous, '”' | '》') && is_han(next))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_blanks_inside_chinese_text() {
        flags(&RULE, "全镇⟦2025 年⟧共开展执法检查，推进法治⟦政 府⟧建设。");
        flags(&RULE, "全镇深入开展普法宣传⟦， 覆⟧盖群众3200人次，学习⟦》 等⟧内容。");
        fixes(&RULE, "全镇 2025 年开展执法检查 12 次，成效明显。", "全镇2025年开展执法检查12次，成效明显。");
        fixes(&RULE, "清溪镇2025 年度推进依法行政，落实“三项制度” 要求 。", "清溪镇2025年度推进依法行政，落实“三项制度”要求。");
        flags(&RULE, "清溪镇⟦2025 年⟧度法治政府建设情况报告\n\n一、⟦2025 年⟧度主要举措和成效\n\n成效明显。\n");
    }

    #[test]
    fn never_joins_figures() {
        fixes(&RULE, "办理案件 2023 12 件，涉及企业 9 家，成效明显。", "办理案件2023 12件，涉及企业9家，成效明显。");
    }

    #[test]
    fn many_are_told_together() {
        flags(&RULE, "全⟦镇 2025⟧ 年开展执法检查 12 次，立案 8 件，成效明显。");
    }

    #[test]
    fn accepts_blanks_that_mean_something() {
        accepts(&RULE, "（一） 加强组织领导。全镇推进依法行政，成效明显。");
        accepts(&RULE, "加强组织领导　压实工作责任");
        accepts(&RULE, "（二）加强组织领导 压实工作责任。全镇推进依法行政，成效明显。");
        accepts(&RULE, "由镇长王　磊、副镇长李　敏牵头，会同张强 李刚 王芳 赵敏等开展检查。");
        accepts(&RULE, "全镇接入 5G 基站36个，PM2.5 平均浓度下降，成效明显。");
        accepts(&RULE, "引进 AI 技术，推广 Smart City 平台，使用 Windows 系统。");
        accepts(&RULE, "行政村    32个    法律顾问    32名");
        accepts(&RULE, "全年召开会议  次，培训  人次，见附表  。");
        accepts(&RULE, "主要做法有，一是加强学习； 二是加强培训。 三是加强宣传。");
        accepts(&RULE, "第三条 全镇推进依法行政，执行《食品安全国家标准 食品添加剂使用标准》，成效明显。");
        accepts(&RULE, "开展以“加强法治政府建设 打造人民满意政府”为主题的宣传活动。");
        accepts(&RULE, "清溪镇法治政府建设情况报告 2025年，全镇推进依法行政。清溪镇人民政府 2026年1月20日");
        accepts(&RULE, "主要任务有3项，分别是 1.加强学习，2.加强培训。");
    }

    #[test]
    fn accepts_a_title_split_by_a_blank() {
        accepts(&RULE, "大河乡人民政府 关于2025年度法治政府建设情况的报告\n\n一、主要举措和成效\n\n成效明显。\n");
    }
}
