//! 二〇二六年3月, 2026年三月: one date in two kinds of numerals.

use crate::diagnostic::{Finding, Fix};
use crate::document::{Block, Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, around, chars, numerals};

crate::declare_rule! {
    /// 检查什么：同一个日期里汉字数字与阿拉伯数字混用，如“二〇二六年3月”“2026年三月”“3月五日”“二0二五年”。
    ///
    /// 为什么：公历年月日用阿拉伯数字；一个日期里两种数字混用，体例不一。
    ///
    /// 示例：2026年三月 → 2026年3月
    ///
    /// 修改：全部改为阿拉伯数字。
    ///
    /// 不算：农历日期（2025年正月、2025年八月十五）、书名号内的名称、“一月一主题”、全用汉字的日期、成文日期（另有规则检查）。
    "year-mixed-form", "年月日数字混用", Numerals, Error, "GB/T 15835—2011 4.3",
    Check::Numbers(check),
}

fn check(doc: &Document, block: &Block, numbers: &[Number], out: &mut Findings) {
    if matches!(block.kind, Kind::Date | Kind::Signature) {
        return;
    }
    let mut done = 0;
    for &number in numbers {
        if number.span.start < done || number.decimals > 0 {
            continue;
        }
        let Some(mixed) = read(doc, block, number).filter(|_| !doc.in_book_title(number.span.start)) else { continue };
        done = mixed.span.end;
        out.push(tell(doc, &mixed));
    }
}

/// A date as written, and as it should stand.
struct Mixed {
    span: Span,
    right: String,
}

fn tell(doc: &Document, mixed: &Mixed) -> Finding {
    let message = format!("“{}”混用汉字数字和阿拉伯数字，应为“{}”", doc.get(mixed.span), mixed.right);
    RULE.finding(mixed.span, message).fix(Fix::safe_replace(mixed.span, &mixed.right))
}

/// A date that the Arabic `number` is a part of and some other part of which is in Chinese numerals.
fn read(doc: &Document, block: &Block, number: Number) -> Option<Mixed> {
    let text = doc.get(block.span);
    let (start, end) = (number.span.start - block.span.start, number.span.end - block.span.start);
    let (head, rest) = (text.get(..start)?, text.get(end..)?);
    let value = number.whole()?;
    let is_lunar = |at: usize| {
        let before = around::before(text, at, 4);
        around::has_any(before, &["农历", "阴历", "旧历", "夏历"])
    };
    let mixed = |from: usize, to: usize, right: String| {
        (!is_lunar(from)).then(|| Mixed { span: Span::new(block.span.start + from, block.span.start + to), right })
    };
    if number.digits == 4 && (1949..2100).contains(&value) {
        // 2026年三月, 2026年三月五日.
        let (month, behind) = han_unit(rest.strip_prefix('年')?, '月').filter(|&(month, _)| (1..=12).contains(&month))?;
        let at = text.len() - behind.len();
        let date = format!("{value}年{month}月");
        if let Some((day, behind)) = arabic_unit(behind).or_else(|| han_unit(behind, '日')) {
            return mixed(start, text.len() - behind.len(), format!("{date}{day}日"));
        }
        // 八月十五 is a day of the old calendar, 一月一主题 a rhythm, 三月街 a fair.
        let no_month = behind.starts_with('街')
            || behind.starts_with(|c| numerals::digit(c).is_some() || matches!(c, '十' | '初' | '廿' | '半'));
        return if no_month { None } else { mixed(start, at, date) };
    }
    if value <= 12 && value > 0 && rest.starts_with('月') {
        let behind = rest.strip_prefix('月')?;
        let year = head.strip_suffix('年').and_then(han_year);
        let day = han_unit(behind, '日')
            .filter(|(day, behind)| (1..=31).contains(day) && !behind.starts_with(['游', '内', '间', '后']));
        let from = year.map_or(start, |(_, from)| from);
        let arabic = arabic_unit(behind);
        if year.is_none() && day.is_none() {
            return None;
        }
        // 2026年3月五日 too.
        let (from, year) = match year {
            Some((year, _)) => (from, format!("{year}年")),
            None => (start, String::new()),
        };
        return match arabic.or(day) {
            Some((day, behind)) => mixed(from, text.len() - behind.len(), format!("{year}{value}月{day}日")),
            None => mixed(from, end + '月'.len_utf8(), format!("{year}{value}月")),
        };
    }
    if value == 0 && number.digits == 1 {
        // 二0二五年.
        let behind: Vec<char> = rest.chars().take(3).collect();
        let [tens, ones, '年'] = behind.as_slice() else { return None };
        let year = 2000 + numerals::digit(*tens)? * 10 + numerals::digit(*ones)?;
        let from = head.strip_suffix('二')?.len();
        return mixed(from, end + tens.len_utf8() + ones.len_utf8() + '年'.len_utf8(), format!("{year}年"));
    }
    if value <= 31 && value > 0 && rest.starts_with('日') {
        // 三月5日; 二〇二六年三月5日.
        let (month, from) = han_before(head.strip_suffix('月')?).filter(|&(month, _)| (1..=12).contains(&month))?;
        let year = head.get(..from).and_then(|head| head.strip_suffix('年')).and_then(han_year);
        let to = end + '日'.len_utf8();
        return match year {
            Some((year, from)) => mixed(from, to, format!("{year}年{month}月{value}日")),
            None => mixed(from, to, format!("{month}月{value}日")),
        };
    }
    None
}

/// The Chinese numeral `text` begins with and 月 or 日 (号) behind it: its value and what follows.
fn han_unit(text: &str, unit: char) -> Option<(u64, &str)> {
    let len: usize = text.chars().take_while(|&c| numerals::is_ordinal_char(c) || c == '元').map(char::len_utf8).sum();
    let (numeral, rest) = text.split_at_checked(len)?;
    let rest = rest.strip_prefix(unit).or_else(|| if unit == '日' { rest.strip_prefix('号') } else { None })?;
    let value = if numeral == "元" { 1 } else { numerals::parse_han(numeral)? };
    // 元月 is the standard word for the first month.
    (numeral != "元").then_some((u64::from(value), rest))
}

/// The Arabic day `text` begins with.
fn arabic_unit(text: &str) -> Option<(u64, &str)> {
    let text = text.trim_start_matches(chars::is_blank);
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(len)?;
    let value = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
    Some((value, rest.strip_prefix('日').or_else(|| rest.strip_prefix('号'))?))
}

/// The Chinese year (二〇二六) that ends `head`, and where it starts.
fn han_year(head: &str) -> Option<(u32, usize)> {
    let start = head.char_indices().rev().take(4).last().map(|(at, _)| at)?;
    let year = head.get(start..)?;
    let digits = year.chars().count() == 4 && year.starts_with(['二', '一']);
    let value = numerals::parse_han(&year.replace(['○', 'О', 'O'], "〇")).filter(|year| digits && (1949..2100).contains(year))?;
    Some((value, start))
}

/// The Chinese numeral that ends `head`, and where it starts.
fn han_before(head: &str) -> Option<(u32, usize)> {
    let start = head.char_indices().rev().take_while(|&(_, c)| numerals::is_ordinal_char(c)).last().map(|(at, _)| at)?;
    Some((numerals::parse_han(head.get(start..)?)?, start))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_dates_in_two_kinds_of_numerals() {
        flags(&RULE, "⟦2025年三月⟧起开展整治，⟦2025年三月5日⟧召开会议，⟦二〇二五年3月⟧完成，⟦二〇二五年3月5日⟧验收。");
        flags(&RULE, "⟦3月五日⟧组织培训，⟦三月15日⟧开展宣传，⟦二0二五年⟧办结37件，2025年⟦12月四日⟧宣誓。");
        fixes(&RULE, "自2025年三月起开展整治。", "自2025年3月起开展整治。");
        fixes(&RULE, "二○二五年3月5日召开会议。", "2025年3月5日召开会议。");
        fixes(&RULE, "2025年十一月二十日召开会议，十二月4日宣誓。", "2025年11月20日召开会议，12月4日宣誓。");
    }

    #[test]
    fn accepts_the_old_calendar_and_rhythms() {
        accepts(&RULE, "2025年正月、2025年腊月走访慰问，2025年八月十五慰问老人，农历2025年三月举办庙会。");
        accepts(&RULE, "2025年三月街期间宣传。");
        accepts(&RULE, "2025年一月一主题开展宣传，每年三月开展学雷锋活动，2025年“三月三”期间宣传。");
    }

    #[test]
    fn accepts_one_kind_of_numerals_and_titles() {
        accepts(&RULE, "2025年3月5日召开会议，二〇二五年三月五日印发，三月五日学雷锋，2025年元月印发。");
        accepts(&RULE, "落实《2025年三月工作安排》，完成3月三项任务，开展2025年两月攻坚，12月5个村完成。");
    }
}
