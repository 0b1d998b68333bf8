//! Set phrases of the rule of law, misquoted.

use crate::diagnostic::{Fix, Severity};
use crate::document::Document;
use crate::facts::formulas::{self, Entry, Formula, Phrase};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, chars, fold, is_blank, sort_by_number};

use super::typo_certain::difference;

crate::declare_rule! {
    /// 检查什么：法治固定表述被改字、漏项、错位，如“以权代法、以言代法”“尊崇法律、敬畏法律”“遵法学法守法用法”“同部署、同推进、同督促、同考核”（缺“同奖惩”）。
    ///
    /// 为什么：这些表述出自中央文件，引用时应当与原文一致；误引会被认为学习不深入、把关不严。
    ///
    /// 示例：杜绝以权代法、以言代法 → 杜绝以言代法、以权压法
    ///
    /// 修改：改为规范表述。
    ///
    /// 不算：只出现其中一个成员的普通句子，自行组织的并列（如“同谋划、同部署、同落实”），书名号内的名称；“同部署、同推进”等五项列得不全的只作提示。
    "formula-legal-quotes", "法治短语误引", Terms, Warning, "《党政主要负责人履行推进法治建设第一责任人职责规定》第三条、第五条；党的十八大报告和十八届四中全会《决定》",
    Check::Needles(formulas::needles, check),
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    if doc.in_book_title(hit.span.start) {
        return;
    }
    match formulas::entries().get(usize::from(hit.needle)) {
        Some((_, Entry::Phrase(phrase))) => misquoted_phrase(hit.span, phrase, out),
        // Each run of members is judged once, at its first.
        Some((_, Entry::Formula(formula))) if starts_run(doc.text, hit.span, formula) => {
            judge(doc, formula, &run(doc.text, hit.span.start, formula), out);
        }
        Some((_, Entry::Formula(_))) | None => {}
    }
}

fn misquoted_phrase(span: Span, phrase: &Phrase, out: &mut Findings) {
    let (wrong, right) = (phrase.wrong, phrase.right);
    out.push(
        RULE.finding(span, format!("“{wrong}”与规范表述“{right}”不一致"))
            .fix(Fix::safe(format!("改为“{right}”"), vec![difference(span, wrong, right)])),
    );
}

/// A member of a formula where it stands.
#[derive(Clone, Copy, Debug)]
struct Element {
    span: Span,
    /// The member, where it is right.
    member: Option<&'static str>,
    /// Its place among the misquoted, where it is not.
    misquote: Option<usize>,
}

/// The longest member, right or misquoted, that starts at byte `at`.
fn element_at(text: &str, at: usize, formula: &'static Formula) -> Option<Element> {
    let rest = text.get(at..)?;
    let right = formula.members.iter().filter(|word| rest.starts_with(**word)).map(|&word| (word, Some(word), None));
    let wrong =
        formula.misquoted.iter().enumerate().filter(|(_, m)| rest.starts_with(m.wrong)).map(|(i, m)| (m.wrong, None, Some(i)));
    let (word, member, misquote) = right.chain(wrong).max_by_key(|(word, _, _)| word.len())?;
    Some(Element { span: Span::new(at, at + word.len()), member, misquote })
}

/// Whether the hit is the first of its run, and the longest element that starts there.
fn starts_run(text: &str, span: Span, formula: &'static Formula) -> bool {
    element_before(text, span.start, formula).is_none()
        && element_at(text, span.start, formula).is_some_and(|element| element.span == span)
}

/// Whether an element ends in front of byte `at`, separators between.
fn element_before(text: &str, at: usize, formula: &Formula) -> Option<usize> {
    let head = text.get(..back_over_separators(text, at))?;
    let words = formula.members.iter().copied().chain(formula.misquoted.iter().map(|m| m.wrong));
    words.filter(|word| head.ends_with(word)).map(|word| head.len() - word.len()).min().filter(|_| head.len() < at)
}

/// The elements from byte `at` on, joined by 、 ， ； or 和.
fn run(text: &str, mut at: usize, formula: &'static Formula) -> Vec<Element> {
    let mut elements = Vec::new();
    while let Some(element) = element_at(text, at, formula) {
        elements.push(element);
        at = over_separators(text, element.span.end);
        if at == element.span.end || elements.len() > 2 * formula.members.len() {
            break;
        }
    }
    elements
}

/// What may stand between two members: one mark, or 和, 及, 与 (which also end words such as 参与).
fn is_separator(c: char) -> bool {
    matches!(fold(c), '、' | '，' | '；' | '和' | '及' | '与') || is_blank(c)
}

/// The place behind one separator.
fn over_separators(text: &str, at: usize) -> usize {
    at + chars::after(text, at).filter(|&c| is_separator(c)).map_or(0, char::len_utf8)
}

/// The place in front of one separator.
fn back_over_separators(text: &str, at: usize) -> usize {
    at - chars::before(text, at).filter(|&c| is_separator(c)).map_or(0, char::len_utf8)
}

fn judge(doc: &Document, formula: &'static Formula, run: &[Element], out: &mut Findings) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    if run.len() < 2 || !in_place(doc.text, first.span.start, formula) {
        return;
    }
    let span = first.span.to(last.span);
    let right: Vec<&str> = run.iter().filter_map(|element| element.member).collect();
    let misquoted = run.iter().filter_map(|element| formula.misquoted.get(element.misquote?));
    let counts = misquoted.filter(|m| m.with.is_empty() || m.with.iter().any(|word| right.contains(word))).count();
    if counts > 0 && right.len() >= formula.least {
        misquoted_members(doc, formula, run, span, out);
    } else if counts == 0 && run.iter().all(|element| element.member.is_some()) {
        if is_cut_short(doc.text, formula, &right, span) {
            let whole = formula.members.join("、");
            let missing: Vec<&str> = formula.members.iter().copied().filter(|member| !right.contains(member)).collect();
            let message = format!("“{}”通常写作“{whole}”，这里没有“{}”", doc.get(span), missing.join("、"));
            // Who rewards and punishes nobody may well leave it out.
            out.push(RULE.finding(span, message).at_most(Severity::Info).fix(Fix::suggest_replace(span, &whole)));
        } else if is_out_of_order(formula, &right) {
            let sorted = sorted(doc.text, formula, run, &right);
            let message = format!("“{}”的次序通常为“{}”", doc.get(span), formula.ordered.join("、"));
            out.push(RULE.finding(span, message).at_most(Severity::Info).fix(Fix::suggest_replace(span, &sorted)));
        }
    }
}

/// Whether what stands in front of the run lets it be the phrase.
fn in_place(text: &str, at: usize, formula: &Formula) -> bool {
    let head = text.get(..back_over_separators(text, at)).unwrap_or("");
    let behind = |words: &[&str]| words.iter().any(|word| head.ends_with(word));
    (formula.behind.is_empty() || behind(&formula.behind)) && !behind(&formula.not_behind)
}

fn misquoted_members(doc: &Document, formula: &'static Formula, run: &[Element], span: Span, out: &mut Findings) {
    let mut members: Vec<&'static str> = run.iter().filter_map(|element| element.member).collect();
    let mut mended: Vec<&'static str> = Vec::with_capacity(run.len());
    for element in run {
        let word = match element.misquote.and_then(|i| formula.misquoted.get(i)) {
            None => element.member,
            // Where what is meant is there already, the words are the writer's own.
            Some(misquote) => misquote.right.iter().copied().find(|word| !members.contains(word)),
        };
        let Some(word) = word else { return };
        if element.misquote.is_some() {
            members.push(word);
        }
        mended.push(word);
    }
    let right = sorted(doc.text, formula, run, &mended);
    let written = doc.get(span);
    out.push(
        RULE.finding(span, format!("“{written}”与规范表述“{right}”不一致"))
            .fix(Fix::safe(format!("改为“{right}”"), vec![difference(span, written, &right)])),
    );
}

/// `members` in the run's places: those whose order matters in their order, separators kept.
fn sorted(text: &str, formula: &Formula, run: &[Element], members: &[&str]) -> String {
    let place = |word: &str| formula.ordered.iter().position(|member| *member == word);
    let mut ordered: Vec<&str> = members.iter().copied().filter(|word| place(word).is_some()).collect();
    sort_by_number(&mut ordered, |word| place(word).map_or(0, |place| place as u64));
    let mut ordered = ordered.into_iter();
    let mut out = String::new();
    let mut from = run.first().map_or(0, |element| element.span.start);
    for (element, member) in run.iter().zip(members) {
        out.push_str(text.get(from..element.span.start).unwrap_or(""));
        out.push_str(if place(member).is_some() { ordered.next().unwrap_or(member) } else { member });
        from = element.span.end;
    }
    out
}

fn is_out_of_order(formula: &Formula, members: &[&str]) -> bool {
    let places: Vec<usize> = formula.ordered.iter().filter_map(|word| members.iter().position(|member| member == word)).collect();
    formula.ordered.len() >= 2 && places.len() == formula.ordered.len() && !places.is_sorted()
}

/// Whether the phrase is meant as a whole and lacks members: a telling member is there, most are, and no strange one stands beside.
fn is_cut_short(text: &str, formula: &Formula, members: &[&str], span: Span) -> bool {
    if members.len() < formula.least.max(3) || members.len() >= formula.members.len() {
        return false;
    }
    let telling = formula.whole_with.iter().any(|word| members.contains(word));
    // 同谋划、同部署…: a list of one's own. Members of one phrase begin alike.
    let alike = formula.members.first().and_then(|word| word.chars().next());
    let behind = over_separators(text, span.end);
    let stranger_behind = behind > span.end && chars::after(text, behind) == alike;
    let in_front = back_over_separators(text, span.start);
    let stranger_in_front = in_front < span.start && text.get(..in_front).is_some_and(|head| head.chars().rev().nth(2) == alike);
    telling && !stranger_behind && !stranger_in_front
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags, hints};

    #[test]
    fn five_acts_told_in_part_are_hinted_at() {
        hints(&RULE, "将法治建设与经济社会发展同部署、同推进、同督促、同考核。");
        accepts(&RULE, "将法治建设与经济社会发展同部署、同推进、同督促、同考核、同奖惩。");
    }

    #[test]
    fn flags_members_misquoted() {
        flags(&RULE, "杜绝领导干部⟦以权代法、以言代法⟧，带头⟦尊崇法律、敬畏法律⟧、了解法律、掌握法律。");
        flags(&RULE, "推进⟦科学立法、严格执法、公正司法、全面守法⟧，做到⟦办事依法、遇事找法、解决问题靠法、化解矛盾靠法⟧。");
        flags(&RULE, "落实⟦公众参与、专家论证、风险评估、合法性审核、集体讨论决定⟧等程序。");
        flags(&RULE, "不断提高运用法治思维和法治方式⟦深化改革、促进发展、化解矛盾、维护稳定⟧的能力。");
        flags(&RULE, "坚持⟦法定职责必须为，法无授权不得为⟧，⟦遵纪守法,捍卫法律⟧。");
    }

    #[test]
    fn flags_whole_phrases_misquoted() {
        flags(&RULE, "带头⟦遵法学法守法用法⟧，坚持⟦严格公正规范文明执法⟧。");
        flags(&RULE, "坚持⟦依法治国、依法执政、依法行政一体推进⟧，运用⟦法治思想和法治方式⟧解决问题。");
    }

    #[test]
    fn flags_what_is_cut_short() {
        flags(&RULE, "与经济社会发展⟦同部署、同推进、同督促、同考核⟧。");
        fixes(&RULE, "与经济社会发展同部署、同推进、同考核、同奖惩。", "与经济社会发展同部署、同推进、同督促、同考核、同奖惩。");
    }

    #[test]
    fn mends_to_the_canonical_words_and_order() {
        fixes(&RULE, "杜绝以权代法、以言代法现象。", "杜绝以言代法、以权压法现象。");
        fixes(&RULE, "反对以言代法，以权代法，徇私枉法。", "反对以言代法，以权压法，徇私枉法。");
        fixes(&RULE, "反对以权压法、以言代法。", "反对以言代法、以权压法。");
        fixes(&RULE, "带头尊崇法律、敬畏法律。", "带头尊崇法治、敬畏法律。");
        fixes(&RULE, "同部署、同推进、同督办、同考核、同奖惩。", "同部署、同推进、同督促、同考核、同奖惩。");
    }

    #[test]
    fn accepts_the_phrases_as_they_are() {
        accepts(&RULE, "杜绝以言代法、以权压法、徇私枉法，尊崇法治、敬畏法律，了解法律、掌握法律。");
        accepts(&RULE, "坚持科学立法、严格执法、公正司法、全民守法，带头尊法学法守法用法，严格规范公正文明执法。");
        accepts(&RULE, "与经济社会发展同部署、同推进、同督促、同考核、同奖惩。");
        accepts(&RULE, "引导群众自觉守法、遇事找法、解决问题靠法，办事依法、遇事找法的氛围更浓。");
    }

    #[test]
    fn accepts_ordinary_prose() {
        accepts(&RULE, "与中心工作同部署、同安排、同推进，与业务工作同谋划、同部署、同推进、同考核。");
        accepts(&RULE, "与中心工作同部署、同推进、同考核，严防个别单位以权代法。");
        accepts(&RULE, "深化改革、促进发展、化解矛盾、维护稳定的任务繁重；居民遇事找法、解决问题用法的自觉性提高。");
        accepts(&RULE, "重大决策经专家论证、合法性审核后提交会议；教育引导群众遵纪守法、依法办事。");
        accepts(&RULE, "坚持严格执法、公正司法、公正执法。");
        accepts(&RULE, "学习《以权代法、以言代法现象剖析》一文。");
    }

    #[test]
    fn flags_members_that_came_from_elsewhere() {
        flags(&RULE, "⟦科学立法、严格执法、公正司法、人人守法⟧。");
        accepts(&RULE, "与业务工作同谋划、同部署、同落实、同督促、同考核。");
    }
}
