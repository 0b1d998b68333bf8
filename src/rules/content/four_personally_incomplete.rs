//! The four 亲自 of the leaders, with one left out or altered.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars, fold, is_han};

crate::declare_rule! {
    /// 检查什么：引用“四个亲自”时缺了一项或者改了字，如丢掉“重要工作”，写成“重点工作亲自协调”。
    ///
    /// 为什么：这是党政主要负责人职责规定第四条的原话，引用时应当完整、准确。
    ///
    /// 示例：亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办 → 对法治建设重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办
    ///
    /// 修改：写全四项。
    ///
    /// 不算：简写“亲自部署、亲自过问、亲自协调、亲自督办”；只用其中一项，或者自行组织的“亲自谋划、亲自推动”；党风廉政、安全生产等别的“四个亲自”。
    "four-personally-incomplete", "“四个亲自”不完整", Content, Warning, "《党政主要负责人履行推进法治建设第一责任人职责规定》第四条",
    Check::Hits(needles, check),
}

/// What each leader does in person, and of what.
const CLAUSES: [(&str, &str); 4] =
    [("亲自部署", "重要工作"), ("亲自过问", "重大问题"), ("亲自协调", "重点环节"), ("亲自督办", "重要任务")];

fn needles() -> &'static [&'static str] {
    &["亲自部署", "亲自过问", "亲自协调", "亲自督办"]
}

/// A clause as written.
struct Clause<'t> {
    /// Which of the four.
    which: usize,
    /// Its object and verb; the verb alone where no object stands before it.
    span: Span,
    /// The object, where one stands before the verb.
    object: &'t str,
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let sentence = |hit: &Hit| doc.sentence_at(hit.span.start).start;
    for hits in hits.chunk_by(|a, b| sentence(a) == sentence(b)) {
        let clauses: Vec<Clause> =
            hits.iter().filter(|hit| !doc.in_book_title(hit.span.start)).map(|hit| clause(doc, hit)).collect();
        let right = |clause: &&Clause| CLAUSES.get(clause.which).is_some_and(|(_, object)| clause.object.ends_with(object));
        let exact = clauses.iter().filter(right).count();
        let (Some(first), Some(last)) = (clauses.first(), clauses.last()) else { continue };
        // The phrase is meant where two of its clauses stand as they should, or one among three.
        let meant = exact >= 2 || (exact == 1 && clauses.len() >= 3);
        let whole = (0..CLAUSES.len()).all(|which| clauses.iter().filter(right).any(|clause| clause.which == which));
        let text = doc.get(doc.sentence_at(first.span.start));
        let others = around::has_any(text, &["党风廉政", "从严治党", "反腐", "意识形态", "安全生产", "生态环境", "信访", "防汛"]);
        if !meant || whole || others {
            continue;
        }
        let span = first.span.to(last.span);
        let mut finding = RULE.finding(span, format!("“四个亲自”与原文不一致：{}", differences(&clauses)));
        // 重要任务亲自督导 behind the last is a clause of its own.
        let [before, after] = [around::before(doc.text, span.start, 12), around::after(doc.text, span.end, 14)];
        let alone = !before.contains("亲自") && !after.split(['。', '；']).next().is_some_and(|rest| rest.contains("亲自"));
        if alone && clauses.windows(2).all(|pair| adjoin(doc, pair)) {
            let phrase = CLAUSES.map(|(verb, object)| format!("{object}{verb}")).join("、");
            let told = around::before(doc.text, first.span.start, 30)
                .rsplit(['。', '；'])
                .next()
                .is_some_and(|head| head.contains('对'));
            let phrase = if first.object.is_empty() && !told { format!("对法治建设{phrase}") } else { phrase };
            finding = finding.fix(Fix::suggested("写全“四个亲自”", vec![Edit::replace(span, phrase)]));
        }
        out.push(finding);
    }
}

/// The clause of a verb: with the words directly before it where they name an object.
fn clause<'t>(doc: &Document<'t>, hit: &Hit) -> Clause<'t> {
    const OBJECTS: &[&str] = &["工作", "问题", "环节", "任务", "案件", "事项", "矛盾", "项目", "难题", "情况", "部署"];
    // 重要工作做到亲自部署.
    const FILLERS: &[&str] = &["做到", "都", "均", "坚持"];
    let before = around::han_before(doc.text, hit.span.start, 6);
    let filler = FILLERS.iter().copied().find(|filler| before.ends_with(filler)).unwrap_or("");
    let end = hit.span.start - filler.len();
    let before = around::han_before(doc.text, end, 4);
    let object = if OBJECTS.iter().any(|word| before.ends_with(word)) { before } else { "" };
    Clause {
        which: usize::from(hit.needle),
        span: Span::new(if object.is_empty() { hit.span.start } else { end - object.len() }, hit.span.end),
        object,
    }
}

/// Whether nothing but a mark stands between two clauses.
fn adjoin(doc: &Document, pair: &[Clause]) -> bool {
    let [a, b] = pair else { return true };
    let between = doc.get(Span::new(a.span.end, b.span.start));
    between.chars().count() <= 1 && between.chars().all(|c| chars::is_mark(fold(c)) && !is_han(c))
}

/// What is missing and what is altered.
fn differences(clauses: &[Clause]) -> String {
    let told = CLAUSES.iter().enumerate().filter_map(|(which, (verb, object))| {
        let Some(clause) = clauses.iter().find(|clause| clause.which == which) else {
            return Some(format!("缺“{object}{verb}”"));
        };
        match clause.object {
            "" => Some(format!("“{verb}”前缺“{object}”")),
            written if written.ends_with(object) => None,
            written => Some(format!("“{written}{verb}”应为“{object}{verb}”")),
        }
    });
    told.collect::<Vec<_>>().join("，")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    const WHOLE: &str = "重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办";

    #[test]
    fn flags_a_clause_left_out_or_altered() {
        flags(&RULE, "镇党委书记、镇长⟦亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办⟧。");
        flags(&RULE, "对法治建设⟦重要工作亲自部署、重大问题亲自过问、重要任务亲自督办⟧。");
        flags(&RULE, "对法治建设⟦重要工作亲自部署、重大问题亲自过问、重点环节亲自协调⟧、重要任务亲自督导。");
        flags(&RULE, "对法治建设⟦重要工作亲自部署,重大问题亲自过问,重点工作亲自协调,重要案件亲自督办⟧。");
    }

    #[test]
    fn fixes_give_the_whole_phrase() {
        fixes(&RULE, "镇长亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。", &format!("镇长对法治建设{WHOLE}。"));
        fixes(&RULE, "对法治建设亲自部署、重大问题亲自过问、重点环节亲自协调。", &format!("对法治建设{WHOLE}。"));
        fixes(&RULE, "对法治建设重要工作亲自部署、重大问题亲自过问、重要任务亲自督办。", &format!("对法治建设{WHOLE}。"));
    }

    #[test]
    fn accepts_the_whole_phrase_and_its_short_form() {
        accepts(&RULE, &format!("党委书记对法治建设{WHOLE}。"));
        accepts(&RULE, "坚持亲自部署、亲自过问、亲自协调、亲自督办。");
    }

    #[test]
    fn accepts_a_word_between_object_and_verb() {
        accepts(&RULE, "对法治建设重要工作都亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务做到亲自督办。");
    }

    #[test]
    fn accepts_free_wordings_and_other_fields() {
        accepts(&RULE, "镇长亲自谋划、亲自部署、亲自推动，对重大问题亲自过问，亲自督办信访积案3件。");
        accepts(&RULE, "履行党风廉政建设责任，重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要案件亲自督办。");
    }
}
