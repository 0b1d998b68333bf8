//! Laws cited after their repeal.

use std::sync::OnceLock;

use crate::diagnostic::Fix;
use crate::document::Document;
use crate::facts::{laws, timeline};
use crate::rule::{Check, Findings};
use crate::text::{Hit, around};

crate::declare_rule! {
    /// 检查什么：把已经废止的法律当作现行法律引用，如2021年以后的《合同法》《物权法》《婚姻法》《担保法》。
    ///
    /// 为什么：《民法典》自2021年1月1日起施行，上述法律同时废止；《生态环境法典》自2026年8月15日起施行，多部环境保护单行法同时废止。
    ///
    /// 示例：开展《合同法》宣传 → 开展《民法典》宣传
    ///
    /// 修改：建议改为取代它的法律。
    ///
    /// 不算：《劳动合同法》等名称中含有这些字的法律，写明已废止、修订前、当时等历史情况的，司法解释名称中的法律，废止当年仍可能引用的。
    "repealed-law", "引用已废止法律", Terms, Warning, "《中华人民共和国民法典》第一千二百六十条；国家法律法规数据库",
    Check::Needles(names, check),
}

/// The names of repealed laws; those whose new name is what law-title-wrong looks for are left to it.
fn names() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let renamed = |name: &str| laws::misnomers().iter().any(|misnomer| misnomer.wrong == name);
        let repealed = laws::all().iter().filter(|law| law.repealed.is_some());
        repealed.flat_map(laws::Law::names).filter(|name| !renamed(name)).collect()
    })
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let name = doc.get(hit.span);
    let Some(law) = laws::find(name) else { return };
    let (Some(repealed), Some(year)) = (law.repealed, timeline::year_meant(doc, hit.span.start)) else { return };
    if laws::named(doc, hit.span).is_none() || repealed > year * 10000 + 101 {
        return;
    }
    let sentence = doc.get(doc.sentence_at(hit.span.start));
    if tells_history(sentence)
        || around::preceded_by(doc.text, hit.span.start, &["原", "原《", "旧", "原《中华人民共和国"]).is_some()
    {
        return;
    }
    let when = format!("{}年{}月{}日", repealed / 10000, repealed / 100 % 100, repealed % 100);
    let by = law.successor.map_or_else(String::new, |successor| format!("，现为《{successor}》"));
    let check = if law.sure { "" } else { "，请核对" };
    let mut finding = RULE.finding(hit.span, format!("“{name}”已于{when}废止{by}{check}"));
    // 《合同法》《物权法》 side by side cannot both become 《民法典》.
    // 《婚姻法》第三十二条 is another article there.
    let article = around::followed_by(doc.text, hit.span.end, &["》第", "第"]).is_some();
    if let Some(successor) = law.successor.filter(|successor| !article && is_only_one(sentence, successor)) {
        finding = finding.fix(Fix::suggest_replace(hit.span, successor));
    }
    out.push(finding);
}

/// Whether the sentence tells of what was law before.
fn tells_history(sentence: &str) -> bool {
    const WORDS: &[&str] = &[
        "废止",
        "失效",
        "取代",
        "替代",
        "溯及",
        "施行前",
        "实施前",
        "修订前",
        "历史",
        "当时",
        "编纂",
        "合并为",
        "更名",
        "曾",
        "以前",
        "之前",
        "不再适用",
    ];
    around::has_any(sentence, WORDS)
}

/// Whether the sentence names no other law that `successor` replaced, nor that itself.
fn is_only_one(sentence: &str, successor: &str) -> bool {
    let replaced = laws::all().iter().filter(|law| law.successor == Some(successor));
    !sentence.contains(successor) && replaced.filter(|law| sentence.contains(law.name)).count() == 1
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags, report};

    #[test]
    fn flags_laws_after_their_repeal() {
        flags(&RULE, "广泛宣传《⟦合同法⟧》《⟦物权法⟧》，依照《中华人民共和国⟦婚姻法⟧》调解纠纷12件。");
        flags(&RULE, "宣传⟦担保法⟧、⟦侵权责任法⟧和⟦继承法⟧，学习中华人民共和国⟦民法通则⟧。");
        fixes(&RULE, "开展《合同法》宣传3场。", "开展《民法典》宣传3场。");
    }

    #[test]
    fn flags_environment_laws_in_the_plan_after_the_code() {
        flags(
            &RULE,
            "清溪镇人民政府2026年度法治政府建设情况报告\n一、2026年度主要举措和成效\n宣传《大气污染防治法》3场。\n二、2027年度主要安排\n宣传《⟦环境保护法⟧》。\n",
        );
    }

    #[test]
    fn accepts_laws_in_force_whose_names_hold_the_words() {
        accepts(&RULE, "宣传《劳动合同法》《农村土地承包法》《民法典》，提供合同法律审查、婚姻法律咨询，合同法定审查率100%。");
        accepts(&RULE, "执行《环境保护法》《水污染防治法》，宣传《民法典》婚姻家庭编、继承编。");
    }

    #[test]
    fn accepts_history_and_interpretations() {
        accepts(&RULE, "《合同法》自2021年1月1日起废止，原《物权法》的有关规定纳入《民法典》物权编。");
        accepts(&RULE, "学习《最高人民法院关于适用〈中华人民共和国担保法〉若干问题的解释》。");
        accepts(&RULE, "清溪镇人民政府2020年度法治政府建设情况报告\n一、2020年度主要举措和成效\n宣传《合同法》《婚姻法》3场。\n");
    }

    #[test]
    fn accepts_what_was_agreed_before() {
        accepts(&RULE, "对2020年以前订立的合同适用《合同法》的案件12件，《婚姻法》曾作规定。");
    }

    #[test]
    fn mends_no_citation_of_an_article() {
        let text = report("清溪镇人民政府", "按照《婚姻法》第三十二条调解纠纷12件。");
        let checked = crate::check(&text, &crate::Options::default());
        assert!(checked.findings.iter().any(|found| found.rule.id == RULE.id && found.fixes.is_empty()));
    }
}
