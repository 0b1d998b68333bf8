//! 02月08日 for 2月8日.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, chars};

crate::declare_rule! {
    /// 检查什么：月、日用“0”补足两位，如“2026年02月08日”。
    ///
    /// 为什么：公文中的月、日不编虚位，即1不写作01。
    ///
    /// 示例：2026年02月08日 → 2026年2月8日
    ///
    /// 修改：删去月、日前的“0”。
    ///
    /// 不算：2026-02-08式的代码、时刻，书名号内的名称。
    "date-padding", "月日编虚位", Numerals, Warning, "GB/T 9704—2012 7.3.5.4",
    Check::Numbers(check),
}

fn check(doc: &Document, block: &Block, numbers: &[Number], out: &mut Findings) {
    let mut skip = false;
    for (i, &number) in numbers.iter().enumerate() {
        if std::mem::take(&mut skip) || number.decimals > 0 || number.digits > 2 {
            continue;
        }
        let next = numbers.get(i + 1).copied();
        let (end, parts) = match unit_behind(doc, number) {
            Some(('月', end)) if (1..=12).contains(&number.mantissa) => {
                let day =
                    next.filter(|day| gap(doc, end, day.span.start) && matches!(unit_behind(doc, *day), Some(('日' | '号', _))));
                skip = day.is_some();
                (day.and_then(|day| unit_behind(doc, day)).map_or(end, |(_, end)| end), vec![Some(number), day])
            }
            Some(('日' | '号', end)) if is_day(doc, block, number) => (end, vec![Some(number)]),
            _ => continue,
        };
        let padded: Vec<Number> = parts.into_iter().flatten().filter(|n| is_padded(doc, *n)).collect();
        if padded.is_empty() || doc.in_book_title(number.span.start) {
            continue;
        }
        let year = i.checked_sub(1).and_then(|y| numbers.get(y)).filter(|year| {
            year.digits == 4
                && unit_behind(doc, **year).is_some_and(|(unit, end)| unit == '年' && gap(doc, end, number.span.start))
        });
        let span = Span::new(year.map_or(number.span.start, |year| year.span.start), end);
        let edits: Vec<Edit> = padded.iter().map(|n| Edit::delete(Span::new(n.span.start, n.span.start + 1))).collect();
        let mut right = doc.get(span).to_owned();
        for n in padded.iter().rev() {
            right.remove(n.span.start - span.start);
        }
        let message = format!("“{}”的月、日不编虚位，应为“{right}”", doc.get(span));
        out.push(RULE.finding(span, message).fix(Fix::safe(format!("改为“{right}”"), edits)));
    }
}

/// The character behind a number, blanks passed over, and its end.
fn unit_behind(doc: &Document, number: Number) -> Option<(char, usize)> {
    let rest = doc.text.get(number.span.end..)?;
    let at = number.span.end + rest.len() - rest.trim_start_matches(chars::is_blank).len();
    let c = chars::after(doc.text, at)?;
    Some((c, at + c.len_utf8()))
}

/// Whether nothing but blanks lies between two places.
fn gap(doc: &Document, from: usize, to: usize) -> bool {
    from <= to && doc.get(Span::new(from, to)).chars().all(chars::is_blank)
}

/// Whether a number before 日 is a day of the month: behind 月, or the end of a span of days.
fn is_day(doc: &Document, block: &Block, number: Number) -> bool {
    let head = doc.get(Span::new(block.span.start, number.span.start)).trim_end_matches(chars::is_blank);
    (1..=31).contains(&number.mantissa) && head.ends_with(['月', '至', '到', '—', '–', '－', '-', '～', '~'])
}

fn is_padded(doc: &Document, number: Number) -> bool {
    number.digits == 2 && doc.get(number.span).starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_padded_months_and_days() {
        flags(&RULE, "⟦2025年09月05日⟧，镇长为全镇干部讲授法治课；⟦3月07日⟧召开推进会。");
        flags(&RULE, "⟦2025年 06 月 12 日⟧至⟦08日⟧开展集中宣传，⟦05月⟧份完成轮训。");
        fixes(&RULE, "2025年09月05日，组织培训。", "2025年9月5日，组织培训。");
        fixes(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n一、主要成效\n办结3件。\n清溪镇人民政府\n2026年01月20日\n",
            "清溪镇2025年度法治政府建设情况报告\n一、主要成效\n办结3件。\n清溪镇人民政府\n2026年1月20日\n",
        );
    }

    #[test]
    fn accepts_plain_dates_codes_and_times() {
        accepts(&RULE, "2025年9月5日，10月20日，11月30日前完成。");
        accepts(&RULE, "发布日期2025-09-05，每日09:00开始，编号08，第03号文书。");
        accepts(&RULE, "落实《关于2025年09月重点工作的通知》，08时30分集合。");
        accepts(&RULE, "共20日，每月5日，为期10日的培训。");
    }
}
