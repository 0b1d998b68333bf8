//! The page's date of the document differs from the one it is signed with.

use crate::document::{Date, Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Span, is_blank};

crate::declare_rule! {
    /// 检查什么：网页元信息中的“成文日期”与落款日期不是同一天。
    ///
    /// 为什么：两处写的是同一个日期，不一致时必有一处有误。
    ///
    /// 示例：页面写“成文日期：2023-12-14”，落款“2023年12月13日” → 核对后改为一致
    ///
    /// 修改：核对签发日期，改正页面或者落款。
    ///
    /// 不算：发布日期、生成日期、公开日期可以晚于成文日期；其中一处不完整的。
    "date-meta-mismatch", "页面日期与落款不一致", Date, Info, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条",
    Check::Document(check),
}

const FIELD: &str = "成文日期";

fn check(doc: &Document, out: &mut Findings) {
    let Some(line) = doc.date else { return };
    let Some(signed) = line.date.filter(|date| date.exists()) else { return };
    let residue = doc.blocks.iter().enumerate().filter(|(_, block)| block.kind == Kind::Residue);
    for (i, block) in residue {
        let text = doc.get(block.span);
        let Some(at) = text.find(FIELD) else { continue };
        let from = block.span.start + at + FIELD.len();
        let found = date_in(doc, Span::new(from, block.span.end)).or_else(|| {
            // The value on a line of its own.
            let next = doc.blocks.get(i + 1).filter(|next| next.kind == Kind::Residue)?;
            let empty = doc.get(Span::new(from, block.span.end)).chars().all(is_separator);
            date_in(doc, next.span).filter(|_| empty)
        });
        let Some((span, date)) = found.filter(|(_, date)| date.exists() && *date != signed) else { continue };
        let message = format!("落款日期“{}”与页面的成文日期“{}”不一致，建议核对", doc.get(line.span), date.standard());
        out.push(RULE.finding(line.span, message).related(span, "页面的成文日期"));
        return;
    }
}

fn is_separator(c: char) -> bool {
    is_blank(c) || matches!(c, '：' | ':' | '|' | '】' | ']')
}

/// The date that `span` begins with.
fn date_in(doc: &Document, span: Span) -> Option<(Span, Date)> {
    let text = doc.get(span);
    let rest = text.trim_start_matches(is_separator);
    let start = span.end - rest.len();
    let len: usize = rest
        .chars()
        .take_while(|&c| c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | '-' | '.' | '/'))
        .map(char::len_utf8)
        .sum();
    let found = Span::new(start, start + len);
    Date::parse(doc.get(found)).map(|date| (found, date))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn page(meta: &str, date: &str) -> String {
        format!(
            "首页\n• 索引号:1137/2023-07896\n{meta}\n清溪镇2025年度法治政府建设情况报告\n一、主要成效\n办结3件。\n清溪镇人民政府\n{date}\n"
        )
    }

    #[test]
    fn flags_two_days_for_one_date() {
        flags(&RULE, &page("• 成文日期:2026-01-21", "⟦2026年1月20日⟧"));
        flags(&RULE, &page("成文日期：2026年1月21日", "⟦20260120⟧"));
        flags(&RULE, &page("成文日期 | 2026-01-21 | 发布日期 | 2026-01-20 |", "⟦2026年1月20日⟧"));
    }

    #[test]
    fn accepts_one_day_and_other_dates_of_the_page() {
        accepts(&RULE, &page("• 成文日期:2026-01-20", "2026年1月20日"));
        accepts(&RULE, &page("• 发布日期:2026-01-25", "2026年1月20日"));
        accepts(&RULE, &page("• 成文日期:", "2026年1月20日"));
        accepts(&RULE, &page("• 生成日期：2026-01-22", "2026年1月20日"));
    }

    #[test]
    fn accepts_the_word_in_the_text() {
        accepts(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n一、主要成效\n成文日期：2026-01-22。\n清溪镇人民政府\n2026年1月20日\n",
        );
    }
}
