//! Shorthands that lost their quotation marks.

use super::context::{before, clause_start};
use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::Document;
use crate::facts::shorthands;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span};

crate::declare_rule! {
    /// 检查什么：“八五”普法、“放管服”、“两代表一委员”等简称、专门说法没有加引号；同一说法只提示一次。
    ///
    /// 为什么：有特殊含义的简称通常加引号，读者才不致读破；全文写法要一致。
    ///
    /// 示例：注重听取两代表一委员意见 → 注重听取“两代表一委员”意见
    ///
    /// 修改：加上引号（同一说法一次改完）。
    ///
    /// 不算：已在引号、书名号里的；“建立三项制度”等普通说法。
    "quote-missing-shorthand", "缩略语缺引号", Punctuation, Info, "GB/T 15834—2011 4.8",
    Check::Hits(shorthands::terms, check),
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let mut bare: Vec<Vec<Span>> = vec![Vec::new(); shorthands::all().len()];
    let mut quoted = vec![false; shorthands::all().len()];
    let mut end = 0;
    for hit in hits {
        let at = hit.needle as usize;
        let Some(term) = shorthands::all().get(at) else { continue };
        // 风向标指挥棒作用 holds 指挥棒作用.
        if hit.span.start < end {
            continue;
        }
        end = hit.span.end;
        if is_quoted(doc, hit.span) {
            // “八五普法” is quoted, though not in the usual way.
            if let Some(slot) = quoted.get_mut(at) {
                *slot = true;
            }
        } else if is_meant(doc, hit.span, term)
            && let Some(list) = bare.get_mut(at)
        {
            list.push(hit.span);
        }
    }
    for ((term, spans), quoted) in shorthands::all().iter().zip(bare).zip(quoted) {
        let Some(&first) = spans.first() else { continue };
        let also = if quoted { "，文中另有加引号的写法" } else { "" };
        let mut finding = RULE
            .finding(first, format!("“{}”通常加引号，写作{}{also}", first.of(doc.text), term.quoted))
            .fix(Fix::safe(format!("改为{}", term.quoted), spans.iter().map(|&span| Edit::replace(span, term.quoted)).collect()));
        if spans.len() > 1 {
            finding.occurrences = spans;
        }
        // With and without marks in one text is certainly uneven.
        if quoted {
            finding.severity = Severity::Warning;
        }
        out.push(finding);
    }
}

fn is_quoted(doc: &Document, span: Span) -> bool {
    // An opening mark without its partner is pair-unbalanced's.
    let opened = doc.text.get(..span.start).is_some_and(|text| text.ends_with(['"', '\'', '＂', '“', '‘']));
    opened || doc.in_quotes(span.start) || doc.enclosed(span.start, '‘', '’')
}

/// Whether the words are the shorthand and stand where it should be quoted.
fn is_meant(doc: &Document, span: Span, term: &shorthands::Shorthand) -> bool {
    let Some(block) = doc.block_around(span.start).filter(|block| block.is_running()) else {
        return false;
    };
    let left = doc.get(Span::new(clause_start(doc, block.span.start, span.start, 16), span.start));
    let named = term.near.is_empty() || term.near.iter().any(|word| left.contains(word));
    // 二十八五普法: the numeral belongs to a longer one.
    let numeral = before(doc.text, block.span.start, span.start) == Some('十') && !term.term.starts_with('十');
    named && !numeral && !term.not_after.iter().any(|word| left.ends_with(word)) && !doc.in_book_title(span.start)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::{Options, check};
    use crate::diagnostic::Severity;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_the_first_place_of_a_shorthand() {
        flags(&RULE, "注重听取⟦两代表一委员⟧意见，深化⟦放管服⟧改革，放管服成效明显。");
        flags(&RULE, "发挥考核评价⟦风向标指挥棒⟧作用，落实行政执法⟦三项制度⟧。");
        fixes(&RULE, "落实一村一法律顾问制度，做好八五普法工作。", "落实“一村一法律顾问”制度，做好“八五”普法工作。");
        fixes(&RULE, "深化放管服改革，放管服成效明显。", "深化“放管服”改革，“放管服”成效明显。");
        fixes(&RULE, "发挥风向标指挥棒作用。", "发挥“风向标”“指挥棒”作用。");
    }

    #[test]
    fn says_that_both_ways_are_used() {
        let text = "深化“放管服”改革，放管服成效明显。\n推进双随机一公开监管。\n";
        let options = Options { only: vec![RULE.id], ..Options::default() };
        let findings = check(text, &options).findings;
        let told: Vec<_> = findings.iter().map(|f| (f.message.contains("另有"), f.severity)).collect();
        assert_eq!(told, [(true, Severity::Warning), (false, Severity::Info)]);
    }

    #[test]
    fn accepts_quoted_and_ordinary_words() {
        accepts(&RULE, "落实“三项制度”，做好“八五”普法，推进\"放管服\"改革，坚持“新时代‘枫桥经验’”。");
        accepts(&RULE, "建立三项制度，完善三项制度，全面执法，健全三项制度。");
        accepts(&RULE, "落实行政执法公示、执法全过程记录、重大执法决定法制审核三项制度。");
        accepts(&RULE, "落实《关于深化放管服改革的意见》，开展“深化放管服改革”宣讲。");
        accepts(&RULE, "抓住领导干部这个关键少数，建好农村两委办公用房，落实第二十八五普法。");
    }
}
