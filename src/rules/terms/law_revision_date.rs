//! “Newly revised” laws that were not yet in force, or never revised.

use crate::document::Document;
use crate::facts::laws::{self, Version};
use crate::facts::timeline;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, fold};

crate::declare_rule! {
    /// 检查什么：“新修订的《……法》”还没有施行就写“贯彻实施”“严格执行”，或者首次制定的法律写成“新修订”。
    ///
    /// 为什么：法律自施行之日起才能执行；《民营经济促进法》《法治宣传教育法》等是新制定的法律，没有修订过。
    ///
    /// 示例：（2025年度报告）贯彻实施新修订的《民营经济促进法》 → 贯彻实施《民营经济促进法》
    ///
    /// 修改：核对该法的施行日期和修订情况。
    ///
    /// 不算：施行前的学习、宣传、培训，写明施行日期的，由旧法改名修订而来的法律。
    "law-revision-date", "“新修订”与施行日期不符", Terms, Info, "国家法律法规数据库；各法律的施行条款",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &["新修订", "新修正", "新颁布", "新制定", "新出台"]
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let at = hit.span.end + around::followed_by(doc.text, hit.span.end, &["实施的", "施行的", "的"]).map_or(0, str::len);
    let at = at + around::followed_by(doc.text, at, &["《"]).map_or(0, str::len);
    let at = at + around::followed_by(doc.text, at, &["中华人民共和国"]).map_or(0, str::len);
    let Some(name) = doc.text.get(at..).and_then(laws::at_start_of) else { return };
    let Some(law) = laws::find(name).filter(|law| law.sure) else { return };
    let close = around::followed_by(doc.text, at + name.len(), &["》"]).map_or(0, str::len);
    let span = Span::new(hit.span.start, at + name.len() + close);
    let word = doc.get(hit.span);
    // 学位法 and 法律援助法 took the place of older rules.
    let renamed = laws::all().iter().any(|other| other.successor == Some(law.name));
    if law.version == Some(Version::Enacted) && word.starts_with("新修") && !renamed {
        out.push(RULE.finding(span, format!("“{}”：《{}》是首次制定的法律，没有修订过，请核对", doc.get(span), law.name)));
        return;
    }
    let (Some(day), Some(year)) = (law.in_force, timeline::year_meant(doc, hit.span.start)) else { return };
    let soon = day > year * 10000 + 1231 && day / 10000 <= year + 2 && law.version != Some(Version::Amended);
    if soon && is_applied(doc, hit.span.start) {
        let when = format!("{}年{}月{}日", day / 10000, day / 100 % 100, day % 100);
        out.push(RULE.finding(span, format!("“{}”自{when}起施行，{year}年尚未施行，请核对", doc.get(span))));
    }
}

/// Whether the words in front apply the law, and do not only study it.
fn is_applied(doc: &Document, at: usize) -> bool {
    const APPLIED: [&str; 9] = ["实施", "执行", "落实", "依据", "依照", "按照", "适用", "施行", "根据"];
    const STUDIED: [&str; 14] =
        ["学习", "宣传", "宣讲", "培训", "解读", "准备", "迎接", "即将", "将于", "起施行", "起实施", "谋划", "学法", "普法"];
    let sentence = doc.sentence_at(at);
    let clause = doc.get(Span::new(sentence.start, at)).rsplit(|c: char| matches!(fold(c), '，')).next().unwrap_or("");
    around::has_any(clause, &APPLIED) && !around::has_any(doc.get(sentence), &STUDIED)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_laws_applied_before_they_were_in_force() {
        flags(&RULE, "严格执行⟦新修订的《治安管理处罚法》⟧，办理案件30件。");
        flags(&RULE, "依照⟦新修订的《中华人民共和国仲裁法》⟧办理案件3件。");
    }

    #[test]
    fn flags_laws_never_revised() {
        flags(&RULE, "学习⟦新修订的《民营经济促进法》⟧，宣传⟦新修订《法治宣传教育法》⟧。");
    }

    #[test]
    fn accepts_laws_in_force() {
        accepts(
            &RULE,
            "贯彻实施新修订的《行政复议法》《突发事件应对法》，执行新修订的《安全生产法》，落实新颁布的《法治宣传教育法》。",
        );
        accepts(&RULE, "宣传新修订的《学位法》，学习新修订的工作规则。");
    }

    #[test]
    fn accepts_study_before_the_day() {
        accepts(&RULE, "学习宣传新修订的《治安管理处罚法》，组织新修订的《治安管理处罚法》培训2场。");
        accepts(&RULE, "做好自2026年1月1日起施行的新修订的《治安管理处罚法》贯彻实施准备。");
    }
}
