//! 市委市政府 for 市委、市政府.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::{Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars};

crate::declare_rule! {
    /// 检查什么：“市委市政府”“党中央国务院”“党委政府”等并列的机关之间没有顿号；同一种写法只提示一次。
    ///
    /// 为什么：并列的机关名称之间用顿号，全文写法一致；同一文中有的加、有的不加，应当统一。
    ///
    /// 示例：市委市政府 → 市委、市政府
    ///
    /// 修改：在两个机关之间补上顿号。
    ///
    /// 不算：书名号、引号里的名称，“市委市政府信访局”等联合设置的机构；全文都不加顿号的只作提示。
    "enum-comma-missing", "并列机关缺顿号", Punctuation, Warning, "GB/T 15834—2011 4.5",
    Check::Hits(needles, check),
}

/// The two bodies run together, then parted.
const PAIRS: &[(&str, &str)] = &[
    ("党中央国务院", "党中央、国务院"),
    ("省委省政府", "省委、省政府"),
    ("自治区党委自治区政府", "自治区党委、自治区政府"),
    ("市委市政府", "市委、市政府"),
    ("县委县政府", "县委、县政府"),
    ("区委区政府", "区委、区政府"),
    ("州委州政府", "州委、州政府"),
    ("旗委旗政府", "旗委、旗政府"),
    ("盟委行署", "盟委、行署"),
    ("镇党委镇政府", "镇党委、镇政府"),
    ("乡党委乡政府", "乡党委、乡政府"),
    ("党工委管委会", "党工委、管委会"),
    ("党工委办事处", "党工委、办事处"),
    ("党委政府", "党委、政府"),
    ("人大政协", "人大、政协"),
    ("法院检察院", "法院、检察院"),
];

fn needles() -> &'static [&'static str] {
    static WORDS: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();
    WORDS.get_or_init(|| PAIRS.iter().flat_map(|&(bare, parted)| [bare, parted]).collect())
}

/// Bodies that two set up together, and posts and sites of both.
const JOINT: &[&str] =
    &["信访", "督查", "督察", "接待", "农办", "研究室", "办公室", "机关大", "大院", "大楼", "办公", "门户", "网", "热线", "联席"];

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    for (i, &(bare, parted)) in PAIRS.iter().enumerate() {
        let of = |needle: usize| hits.iter().filter(move |hit| hit.needle as usize == needle).map(|hit| hit.span);
        let spans: Vec<Span> = of(2 * i).filter(|&span| is_meant(doc, span)).collect();
        let Some(&first) = spans.first() else { continue };
        let mixed = of(2 * i + 1).any(|span| !doc.in_book_title(span.start));
        let also = if mixed { "，文中另有加顿号的写法" } else { "" };
        let head = parted.find('、').unwrap_or(0);
        let edits = spans.iter().map(|span| Edit::insert(span.start + head, "、")).collect();
        let mut finding = RULE
            .finding(first, format!("“{bare}”两个机关之间通常加顿号，写作“{parted}”{also}"))
            .fix(Fix::safe(format!("改为“{parted}”"), edits));
        // 党委政府 is a word of its own in many texts that write 镇党委、政府 elsewhere.
        if !mixed || bare == "党委政府" {
            finding = finding.at_most(Severity::Info);
        }
        if spans.len() > 1 {
            finding.occurrences = spans;
        }
        out.push(finding);
    }
}

/// Whether two bodies are named in running text.
fn is_meant(doc: &Document, span: Span) -> bool {
    let block = doc.block_around(span.start);
    let running = block.is_some_and(|block| block.is_running() || block.kind == Kind::Addressee);
    // 镇党委政府 stands in 镇党委镇政府; 市人大政协 and 政法委员会 are other words.
    let longer = around::is_inside(doc.text, span, &["党委政府部门", "党委政府信访", "人大政协委员"]);
    let numeral = chars::before(doc.text, span.start).is_some_and(|c| matches!(c, '、' | '“'));
    let quoted = numeral && doc.in_quotes(span.start);
    running && !longer && !quoted && !doc.in_book_title(span.start) && around::followed_by(doc.text, span.end, JOINT).is_none()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::{Options, check};
    use crate::diagnostic::Severity;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_bodies_run_together_once() {
        flags(&RULE, "贯彻落实⟦市委市政府⟧部署，按照⟦党中央国务院⟧要求，市委市政府高度重视。");
        flags(&RULE, "⟦县委县政府⟧和⟦镇党委镇政府⟧高度重视，各级⟦党委政府⟧形成合力，⟦党工委管委会⟧统筹。");
        fixes(&RULE, "贯彻市委市政府部署，市委市政府重视。", "贯彻市委、市政府部署，市委、市政府重视。");
        fixes(&RULE, "镇党委镇政府重视，区委区政府支持。", "镇党委、镇政府重视，区委、区政府支持。");
    }

    #[test]
    fn accepts_a_building() {
        accepts(&RULE, "完成市委市政府大楼改造合同审查，规范县委县政府办公区管理。");
    }

    #[test]
    fn warns_only_where_both_ways_are_used() {
        let severity = |text: &str| {
            let options = Options { only: vec![RULE.id], ..Options::default() };
            check(text, &options).findings.iter().map(|f| f.severity).collect::<Vec<_>>()
        };
        assert_eq!(severity("落实市委、市政府部署，市委市政府高度重视。\n"), [Severity::Warning]);
        assert_eq!(severity("市委市政府高度重视，县委、县政府支持。\n"), [Severity::Info]);
        assert_eq!(severity("镇党委、政府重视，各级党委政府参与。\n"), [Severity::Info]);
    }

    #[test]
    fn accepts_parted_names_and_joint_bodies() {
        accepts(&RULE, "落实党中央、国务院和市委、市政府部署，镇党委、政府重视，人大、政协监督。");
        accepts(&RULE, "向市委市政府信访局、县委县政府督查室报告，学习《中共江岭省委省政府关于推进法治建设的意见》。");
        accepts(&RULE, "落实《市委市政府工作要点》，市委办公室、市政府办公室印发。");
    }
}
