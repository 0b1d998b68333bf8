//! Half-width marks in Chinese text: one finding and one fix for the whole document.

use super::context::{after, before, head, is_chinese};
use super::dots;
use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document, Kind, Ordinal};
use crate::rule::{Check, Findings};
use crate::text::chars::stands_for_lost;
use crate::text::{Mark, Span, fold, is_blank, sort_by_number};

crate::declare_rule! {
    /// 检查什么：中文语句里使用半角的逗号、分号、冒号、问号、叹号、圆括号和句点，包括标题序号的括号、主送机关后的冒号。
    ///
    /// 为什么：中文文稿使用全角标点；半角标点与汉字混排，间距不匀，也不便统一检索。
    ///
    /// 示例：2023年,滕家镇 → 2023年，滕家镇
    ///
    /// 修改：全文一次改为全角标点。
    ///
    /// 不算：千分位（1,200）、时刻（20:19）、比例（1:500）、小数、网址、邮箱、英文短语、纯字母代码外的括号、版本号、“1.”一类序号的下脚点。
    "halfwidth-punct", "中文语境用半角标点", Punctuation, Error, "GB/T 15834—2011；《党政机关公文处理工作条例》（中办发〔2012〕14号）第十一条",
    Check::Marks(&[',', ';', ':', '?', '!', '(', ')', '.', '（', '）'], check),
}

/// A half-width mark and the full-width mark for it.
type Place = (Mark, char);

fn check(doc: &Document, marks: &[Mark], out: &mut Findings) {
    let mut places: Vec<Place> = Vec::new();
    for (_, block, marks) in doc.by_block(marks) {
        // The brackets of a document number are docnumber-format's.
        if block.kind == Kind::DocNumber || !marks.iter().any(|m| is_half(m.char)) {
            continue;
        }
        let first = places.len();
        places.extend(marks.iter().filter_map(|&mark| Some((mark, point(doc.text, block, mark)?))));
        places.extend(dots::stops(doc, block, marks).into_iter().map(|mark| (mark, '。')));
        brackets(doc.text, block, marks, &mut places);
        let mut new = places.split_off(first);
        sort_by_number(&mut new, |(mark, _)| mark.at as u64);
        places.append(&mut new);
    }
    let Some(&(first, wide)) = places.first() else { return };
    let mut shown = Vec::new();
    for &(mark, _) in &places {
        if !shown.contains(&mark.char) {
            shown.push(mark.char);
        }
    }
    let shown: Vec<String> = shown.into_iter().map(String::from).collect();
    let origin = if is_converted(doc) { "，可能为网页转换所致" } else { "" };
    let message = if places.len() == 1 {
        format!("“{}”是半角标点，中文里应用全角“{wide}”{origin}", first.char)
    } else {
        format!("“{}”等半角标点用在中文里，共{}处，应改用全角标点{origin}", shown.join(" "), places.len())
    };
    let edits = places.iter().map(|&(mark, wide)| Edit::replace(with_blank(doc.text, mark), wide)).collect();
    let mut finding = RULE.finding(first.span(), message).fix(Fix::safe(format!("改为全角标点（{}处）", places.len()), edits));
    finding.occurrences = places.iter().map(|(mark, _)| mark.span()).collect();
    out.push(finding);
}

/// The mark with the one blank that Western typing sets behind it, where a Chinese word follows; a number of a heading
/// in the line is known by the blank before it.
fn with_blank(text: &str, mark: Mark) -> Span {
    let span = mark.span();
    let points = matches!(mark.char, ',' | '.' | ';' | ':' | '?' | '!');
    let word = text
        .get(span.end..)
        .and_then(|rest| rest.strip_prefix(' '))
        .is_some_and(|rest| rest.starts_with(is_chinese) && !is_numbered(rest));
    if points && word { Span::new(span.start, span.end + 1) } else { span }
}

fn is_numbered(text: &str) -> bool {
    Ordinal::read(text, 0, text.len()).is_some_and(|number| number.mark.is_some() || number.close.is_some())
}

/// Whether all ，：；（） of the text were folded to half-width while 。、“” were kept, as some web archives do.
fn is_converted(doc: &Document) -> bool {
    let mut kept = false;
    for mark in &doc.scan.marks {
        match mark.char {
            '，' | '：' | '；' | '（' | '）' => return false,
            '。' | '、' | '“' => kept = true,
            _ => {}
        }
    }
    kept
}

fn is_half(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '?' | '!' | '(' | ')' | '.')
}

/// The full-width form of a half-width , ; : ? ! in Chinese text.
fn point(text: &str, block: &Block, mark: Mark) -> Option<char> {
    // A lost character is placeholder-left's.
    if !is_point(mark.char) || (mark.char == '?' && stands_for_lost(text, mark.at)) {
        return None;
    }
    let end = mark.at + 1;
    let (left, right) = (text.get(block.span.start..mark.at)?, text.get(end..block.span.end)?);
    let digit_left = left.trim_end_matches(is_blank).ends_with(|c: char| c.is_ascii_digit());
    let digit_right = right.trim_start_matches(is_blank).starts_with(|c: char| c.is_ascii_digit());
    if (digit_left && digit_right) || (mark.char == '!' && right.starts_with('[')) || (mark.char == ';' && ends_entity(left)) {
        return None;
    }
    // Of ??? all or none.
    let touches =
        left.trim_end_matches(is_point).ends_with(is_chinese) || right.trim_start_matches(is_point).starts_with(is_chinese);
    // 95%, 98% between Chinese words; not A, B.
    let surrounded = || language(left.chars().rev()) == Some(true) && language(right.chars()) != Some(false);
    (touches || surrounded()).then(|| fold(mark.char))
}

fn is_point(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '?' | '!')
}

/// Whether the nearest word, numbers and blanks passed over, is Chinese (`true`) or Latin (`false`).
fn language(chars: impl Iterator<Item = char>) -> Option<bool> {
    for c in chars.take(16) {
        if is_chinese(c) {
            return Some(true);
        }
        if c.is_ascii_alphabetic() {
            return Some(false);
        }
        if !(is_blank(c) || c.is_ascii_digit() || "%‰+-.~/()".contains(c)) {
            return None;
        }
    }
    None
}

/// Whether `left` ends in `&nbsp` and the like.
fn ends_entity(left: &str) -> bool {
    left.chars().rev().take(9).find(|c| !c.is_ascii_alphanumeric() && *c != '#') == Some('&')
}

/// Half-width brackets around or beside Chinese text, judged in pairs.
fn brackets(text: &str, block: &Block, marks: &[Mark], places: &mut Vec<Place>) {
    let mut open: Vec<Mark> = Vec::new();
    for &mark in marks {
        match fold(mark.char) {
            '（' => open.push(mark),
            '）' => match open.pop() {
                Some(start) => pair(text, block.span, start, mark, places),
                None => lone(text, block.span, mark, places),
            },
            _ => {}
        }
    }
    for mark in open {
        lone(text, block.span, mark, places);
    }
}

fn pair(text: &str, block: Span, open: Mark, close: Mark, places: &mut Vec<Place>) {
    let half = [open, close].into_iter().filter(|m| m.char.is_ascii());
    if half.clone().count() == 1 {
        places.extend(half.map(|m| (m, fold(m.char))));
        return;
    }
    let inner = head(text.get(open.span().end..close.at).unwrap_or(""), 64);
    let (left, right) = (before(text, block.start, open.at), after(text, close.span().end, block.end));
    let chinese = inner.chars().any(is_chinese)
        // (3) and (12.5%) in a Chinese sentence; not (a), f(3), (0631)7512345, nor in an address.
        || (!inner.contains(|c: char| c.is_ascii_alphabetic())
            && !is_in_address(text, block, open.at)
            && ![left, right].into_iter().flatten().any(|c| c.is_ascii_alphanumeric())
            && (left.is_some_and(is_chinese) || right.is_some_and(is_chinese)));
    if chinese {
        places.extend(half.map(|m| (m, fold(m.char))));
    }
}

/// Whether byte `at` stands in a web or mail address, behind its beginning.
fn is_in_address(text: &str, block: Span, at: usize) -> bool {
    let before = text.get(block.start..at).unwrap_or("");
    let word = before.len() - before.bytes().rev().take(200).take_while(u8::is_ascii_graphic).count();
    before.get(word..).is_some_and(|word| word.contains("://") || word.contains("www.") || word.contains('@'))
}

/// A bracket without its partner: the number 一) or 1), or a slip beside a Chinese word.
fn lone(text: &str, block: Span, mark: Mark, places: &mut Vec<Place>) {
    if !mark.char.is_ascii() {
        return;
    }
    // Of ))) all or none.
    let (left, right) = (text.get(block.start..mark.at).unwrap_or(""), text.get(mark.span().end..block.end).unwrap_or(""));
    let left = left.trim_end_matches(mark.char).chars().next_back();
    let right = right.trim_start_matches(mark.char).chars().next();
    let digit_left = left.is_some_and(|c| c.is_ascii_digit());
    let chinese = match mark.char {
        ')' => left.is_some_and(is_chinese) || (digit_left && right.is_some_and(is_chinese)),
        _ => right.is_some_and(is_chinese),
    };
    if chinese {
        places.push((mark, fold(mark.char)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::{Options, check};
    use crate::testing::{accepts, fixes, flags};

    /// Replaces the marks found in `text` by themselves and gives them in order.
    fn found(text: &str) -> String {
        let options = Options { only: vec![RULE.id], ..Options::default() };
        check(text, &options).findings.iter().flat_map(|f| f.occurrences.iter().map(|s| s.of(text))).collect()
    }

    #[test]
    fn one_finding_stands_for_all_places() {
        flags(&RULE, "2025年⟦,⟧全镇召开会议3次;培训(含线上)320人次:合格率98%,位居前列。");
        assert_eq!(found("\n2025年,全镇召开会议3次;培训(含线上)320人次:合格率98%,位居前列。\n"), ",;():,");
        fixes(
            &RULE,
            "(一)加强领导,健全机制.二是覆盖率达100%,成功率98%.",
            "（一）加强领导，健全机制。二是覆盖率达100%，成功率98%。",
        );
    }

    #[test]
    fn brackets_are_judged_in_pairs() {
        fixes(&RULE, "怎么办???为什么!!", "怎么办？？？为什么！！");
        fixes(&RULE, "（四)规范决策程序。", "（四）规范决策程序。");
        fixes(&RULE, "1)开展培训，共(3)期，增长(12.5%)。", "1）开展培训，共（3）期，增长（12.5%）。");
        accepts(&RULE, "推行智慧政务平台(PPP)，公式f(3)，电话(0631)7512345，图(a)。");
    }

    #[test]
    fn brackets_without_partners_are_told_all_at_once() {
        fixes(&RULE, "深入开展普法)))宣传活动，培训((含线上4期。", "深入开展普法）））宣传活动，培训（（含线上4期。");
    }

    #[test]
    fn a_dot_between_native_words_is_a_stop() {
        flags(&RULE, "三是推进柔性执法⟦.⟧依法对轻微违法行为不予处罚。");
    }

    #[test]
    fn figures_times_and_addresses_are_no_punctuation() {
        flags(&RULE, "群众满意度99.7%⟦.⟧在11个服务区设置司机之家。");
        accepts(&RULE, "联合城关、?河两镇执法，考评位列前3?。");
        accepts(&RULE, "发放资料1,200份，20:19接报，比例尺1:500，占98.5%，合1.2.3版。");
        accepts(&RULE, "登录http://www.qx.gov.cn/a?b=1;c=2查看，邮箱fazhi@qx.gov.cn。");
        accepts(&RULE, "登录http://www.qx.gov.cn/a?b=(3)查看。");
        accepts(&RULE, "引进Smart City, Inc.的系统，采用A, B, C方案。");
        accepts(&RULE, "清溪镇人民政府2025年度法治政府建设情况报告\n\n1.健全机制。\n\n&nbsp;全镇推进依法行政。\n");
        accepts(&RULE, "按照GB/T 9704-2012: 7.3的要求排版。");
    }

    #[test]
    fn dots_of_numbers_and_names_are_no_stops() {
        fixes(&RULE, "加强领导, 健全机制. 全年召开会议9次.", "加强领导，健全机制。全年召开会议9次。");
        accepts(&RULE, "八五.普法工作扎实推进，阿里木江.买买提调解纠纷9件。");
        accepts(&RULE, "清溪镇2025年度法治政府建设情况报告\n一.主要举措和成效\n1.健全机制。\n");
        fixes(&RULE, "报告如下: 一、主要成效。", "报告如下： 一、主要成效。");
        fixes(&RULE, "全面落实行政执法责任制.组织开展案卷评查", "全面落实行政执法责任制。组织开展案卷评查");
    }

    #[test]
    fn says_when_a_conversion_did_it() {
        let message = |text: &str| {
            let options = Options { only: vec![RULE.id], ..Options::default() };
            check(text, &options).findings.first().map(|f| f.message.clone()).unwrap_or_default()
        };
        assert!(message("市委、市政府:\n2025年,全镇推进依法行政。\n").contains("可能为网页转换所致"));
        assert!(!message("市委、市政府：\n2025年,全镇推进依法行政。\n").contains("可能为网页转换所致"));
    }
}
