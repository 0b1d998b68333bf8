//! The verbs that go with 四个意识, 四个自信, 两个维护, 两个确立.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars};

crate::declare_rule! {
    /// 检查什么：“四个意识”“四个自信”“两个维护”“两个确立”的动词搭配错位，如“坚定‘四个意识’”“增强‘两个维护’”；三者次序颠倒。
    ///
    /// 为什么：规范表述是“增强‘四个意识’、坚定‘四个自信’、做到‘两个维护’”，“深刻领悟‘两个确立’的决定性意义”。
    ///
    /// 示例：坚定“四个意识”、增强“四个自信” → 增强“四个意识”、坚定“四个自信”
    ///
    /// 修改：改为规范搭配。
    ///
    /// 不算：“坚决做到‘两个维护’”“坚定拥护‘两个确立’”“不断增强‘四个意识’”等通行搭配，没有动词的，书名号内的名称。
    "formula-verbs", "“四个意识”等搭配", Terms, Warning, "求是网2020年3月12日；党的二十大报告",
    Check::Hits(needles, check),
}

fn needles() -> &'static [&'static str] {
    &["四个意识", "四个自信", "两个维护", "两个确立"]
}

/// For each term the verb in use, verbs that belong to another, and verbs that are seen but not the set ones.
const VERBS: [(&str, &[&str], &[&str]); 4] = [
    ("增强", &["坚定", "做到", "坚持", "坚决做到", "领悟"], &["树牢", "牢固树立"]),
    ("坚定", &["做到", "树牢", "牢固树立", "领悟", "坚决做到"], &["增强"]),
    ("做到", &["增强", "坚定", "树牢", "树立", "牢固树立", "提高", "强化", "领悟"], &[]),
    ("深刻领悟", &["做到", "增强", "坚定", "树牢", "坚决做到"], &[]),
];

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    for hit in hits.iter().filter(|hit| !doc.in_book_title(hit.span.start)) {
        let Some((right, wrong, seldom)) = VERBS.get(usize::from(hit.needle)) else { continue };
        let at = hit.span.start - around::preceded_by(doc.text, hit.span.start, &["“", "\""]).map_or(0, str::len);
        let end = hit.span.end + around::followed_by(doc.text, hit.span.end, &["”", "\""]).map_or(0, str::len);
        let found = |verbs: &[&'static str]| {
            let longest = verbs.iter().copied().filter(|verb| around::preceded_by(doc.text, at, &[verb]).is_some());
            longest.max_by_key(|verb| verb.len())
        };
        let (verb, mild) = match (found(wrong), found(seldom)) {
            (Some(verb), None) => (verb, false),
            (_, Some(verb)) => (verb, true),
            (None, None) => continue,
        };
        let span = Span::new(at - verb.len(), end);
        let term = doc.get(hit.span);
        let message = format!("“{verb}”与“{term}”不搭配，规范表述是“{right}‘{term}’”");
        let finding = RULE.finding(span, if mild { format!("“{term}”通常与“{right}”搭配，不用“{verb}”") } else { message });
        // 领悟“两个维护”的决定性意义: the term is wrong, not the verb.
        if verb == "领悟" && term == "两个维护" {
            out.push(finding.fix(Fix::suggest_replace(hit.span, "两个确立")));
            continue;
        }
        let fix = Fix::suggested(format!("改为“{right}”"), vec![Edit::replace(Span::new(at - verb.len(), at), *right)]);
        out.push(if mild { finding.at_most(Severity::Info).fix(fix) } else { finding.fix(fix) });
    }
    out.extend(out_of_order(doc, hits));
}

/// The first sentence that has the three phrases in another order.
fn out_of_order(doc: &Document, hits: &[Hit]) -> Option<crate::diagnostic::Finding> {
    let mut rest = hits;
    while let Some(first) = rest.first() {
        let sentence = doc.sentence_at(first.span.start);
        let here = rest.iter().take_while(|hit| hit.span.start < sentence.end).count().max(1);
        let (run, behind) = rest.split_at_checked(here)?;
        rest = behind;
        let terms: Vec<&Hit> = run.iter().filter(|hit| hit.needle < 3 && has_verb(doc, hit)).collect();
        let each_once = (0..3).all(|term| terms.iter().filter(|hit| hit.needle == term).count() == 1);
        if each_once && !terms.is_sorted_by_key(|hit| hit.needle) {
            let span = terms.first()?.span.to(terms.last()?.span);
            let message = format!("“{}”的次序通常为“四个意识”“四个自信”“两个维护”", doc.get(span));
            return Some(RULE.finding(span, message).at_most(Severity::Info));
        }
    }
    None
}

/// Whether a verb stands in front of the term, so that it is no mere mention.
fn has_verb(doc: &Document, hit: &Hit) -> bool {
    let at = hit.span.start - around::preceded_by(doc.text, hit.span.start, &["“", "\""]).map_or(0, str::len);
    chars::before(doc.text, at).is_some_and(chars::is_han)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_verbs_that_belong_to_another() {
        flags(&RULE, "不断⟦坚定“四个意识”⟧、⟦做到“四个自信”⟧、⟦增强“两个维护”⟧，⟦做到“两个确立”⟧。");
        fixes(&RULE, "坚定“四个意识”，提高站位。", "增强“四个意识”，提高站位。");
        fixes(&RULE, "牢固树立“两个维护”，提高站位。", "做到“两个维护”，提高站位。");
    }

    #[test]
    fn hints_at_verbs_seldom_used_and_at_the_order() {
        flags(&RULE, "⟦树牢“四个意识”⟧、坚定“四个自信”、做到“两个维护”。");
        flags(&RULE, "增强“⟦四个意识”、做到“两个维护”、坚定“四个自信⟧”。");
    }

    #[test]
    fn accepts_the_phrases_in_use() {
        accepts(&RULE, "深刻领悟“两个确立”的决定性意义，不断增强“四个意识”、坚定“四个自信”、坚决做到“两个维护”。");
        accepts(&RULE, "坚定拥护“两个确立”，坚定做到“两个维护”，自觉增强“四个意识”“四个自信”“两个维护”。");
    }

    #[test]
    fn accepts_mere_mentions() {
        accepts(&RULE, "把“两个维护”体现在行动上，“四个自信”更加坚定，学习《坚定“四个意识”》一文。");
    }

    #[test]
    fn mends_the_term_where_the_verb_is_right() {
        fixes(&RULE, "深刻领悟“两个维护”的决定性意义。", "深刻领悟“两个确立”的决定性意义。");
    }
}
