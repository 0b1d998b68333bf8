//! Names of theories that 习近平法治思想 has replaced.

use crate::diagnostic::Fix;
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around};

crate::declare_rule! {
    /// 检查什么：把“全面依法治国新理念新思想新战略”等旧表述作为学习贯彻的对象。
    ///
    /// 为什么：2020年11月中央全面依法治国工作会议明确“习近平法治思想”以后，应当使用这一提法。
    ///
    /// 示例：深入学习习近平总书记全面依法治国新理念新思想新战略 → 深入学习习近平法治思想
    ///
    /// 修改：建议改为“习近平法治思想”。
    ///
    /// 不算：叙述思想形成过程的句子（“提出一系列……新理念新思想新战略”），书名号内的文件名称，2020年度及以前的报告。
    "thought-term-old", "沿用旧理论表述", Terms, Warning, "2020年11月中央全面依法治国工作会议",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "新理念新思想新战略",
        "新理念、新思想、新战略",
        "新思想新理念新战略",
        "新时代中国特色社会主义法治思想",
        "习近平总书记法治思想",
        "习近平总书记全面依法治国思想",
        "习近平总书记依法治国思想",
        "习近平依法治国思想",
        "习近平全面依法治国思想",
        "习近平新时代法治思想",
        "习近平总书记法治理念",
        "习近平法治理念",
    ]
}

/// The first three needles need 依法治国 in front; the others are wrong by themselves.
const IDEAS: u16 = 3;
/// The last report year in which the old name could still be meant.
const LAST_YEAR: u32 = 2020;

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    if doc.in_book_title(hit.span.start) || doc.year.is_some_and(|year| year <= LAST_YEAR) {
        return;
    }
    let start = if hit.needle < IDEAS { subject(doc, hit.span.start) } else { Some(with_leader(doc.text, hit.span.start)) };
    let Some(start) = start else { return };
    let span = Span::new(start, hit.span.end);
    if tells_history(doc, span) {
        return;
    }
    let written = doc.get(span);
    out.push(
        RULE.finding(span, format!("“{written}”是旧表述，2020年11月以后应为“习近平法治思想”"))
            .fix(Fix::suggest_replace(span, "习近平法治思想")),
    );
}

/// Where the phrase 习近平总书记（关于）（全面）依法治国（的） in front of the ideas starts.
fn subject(doc: &Document, at: usize) -> Option<usize> {
    const LINKS: [&str; 6] = ["的一系列", "系列", "的", "方面", "工作", "重要"];
    let mut at = at;
    while let Some(link) = around::preceded_by(doc.text, at, &LINKS) {
        at -= link.len();
    }
    let law = around::preceded_by(
        doc.text,
        at,
        &[
            "全面依法治国",
            "全面推进依法治国",
            "推进全面依法治国",
            "推进依法治国",
            "依法治国",
            "全面加强法治建设",
            "法治建设",
            "法治政府建设",
            "社会主义法治",
            "法治",
        ],
    )?;
    Some(with_leader(doc.text, at - law.len()))
}

/// The place where 习近平总书记（关于） in front of byte `at` starts.
fn with_leader(text: &str, at: usize) -> usize {
    let mut at = at;
    for words in [&["关于", "有关", "的"][..], &["习近平总书记", "总书记", "习近平同志", "习近平"][..]] {
        at -= around::preceded_by(text, at, words).map_or(0, str::len);
    }
    at
}

/// Whether the sentence tells how the thought came about: 提出了一系列…，形成了习近平法治思想.
fn tells_history(doc: &Document, span: Span) -> bool {
    let sentence = doc.sentence_at(span.start);
    let before = doc.get(Span::new(sentence.start, span.start));
    let around = [before, doc.get(Span::new(span.end, sentence.end))];
    before.contains("提出")
        || before.contains("创立")
        || doc.get(span).contains("一系列")
        || around.iter().any(|part| part.contains("习近平法治思想"))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_the_old_name_as_what_is_studied() {
        flags(&RULE, "提高了对⟦习近平总书记依法治国新理念新思想新战略⟧的认识和掌握。");
        flags(&RULE, "县政府党组深入学习⟦全面依法治国新理念新思想新战略⟧，举办培训2期。");
        flags(&RULE, "学习贯彻⟦习近平总书记关于全面依法治国的新理念、新思想、新战略⟧。");
        flags(&RULE, "认真学习⟦习近平新时代中国特色社会主义法治思想⟧。");
        fixes(&RULE, "学习贯彻习近平总书记全面依法治国新理念新思想新战略。", "学习贯彻习近平法治思想。");
    }

    #[test]
    fn accepts_history_and_other_subjects() {
        accepts(&RULE, "创造性提出了关于全面依法治国的一系列新理念新思想新战略，形成了习近平法治思想。");
        accepts(&RULE, "深入学习习近平法治思想和习近平新时代中国特色社会主义思想。");
        accepts(&RULE, "学习《习近平总书记全面依法治国新理念新思想新战略论述摘编》。");
        accepts(&RULE, "贯彻生态文明建设新理念新思想新战略。");
    }

    #[test]
    fn accepts_it_in_reports_for_2020() {
        accepts(
            &RULE,
            "清溪镇人民政府2020年度法治政府建设情况报告\n\n2020年，清溪镇学习全面依法治国新理念新思想新战略，扎实推进依法行政。\n",
        );
    }
}
