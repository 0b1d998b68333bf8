//! 我镇 beside 我局.

use std::sync::OnceLock;

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, Profile};
use crate::facts::bodies;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars};

use super::own;

crate::declare_rule! {
    /// 检查什么：全文自称不一致，如局的报告里混用“我局”“我委”，县的报告里出现“我区”，认不出单位的文稿里混用“我委”“我办”。
    ///
    /// 为什么：自称不一致多是拼接不同单位的材料留下的。
    ///
    /// 示例：（教育局的报告）我委组织培训4期 → 我局组织培训4期
    ///
    /// 修改：建议统一为本单位的自称。
    ///
    /// 不算：下级报告里的上级自称（镇里写“我县”“我市”），“我街”“我办”等街道的简称，“自我局限”“我办理”等相邻的字，引号和书名号内的文字，机关层级词不符已经指出的。
    "self-reference-mixed", "自称不一致", Consistency, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Hits(needles, check),
}

/// What a body calls itself behind 我, with what may follow when it is no such name.
const WORDS: &[(&str, &[&str])] = &[
    ("镇", &["定", "静", "压"]),
    ("乡", &["村"]),
    ("街道", &[]),
    ("局", &["限", "部", "面"]),
    ("委", &["托", "派", "任", "员", "屈", "婉", "会"]),
    (
        "办",
        &["理", "公", "结", "案", "学", "事", "了", "实", "好", "证", "的", "到", "成", "厂", "企", "班", "展", "会", "置", "所"],
    ),
    ("厅", &[]),
    ("院", &["校", "落"]),
    ("县", &["级", "域"]),
    ("区", &["分", "别", "域", "级"]),
    ("市", &["场", "民", "级", "政", "域"]),
    ("旗", &[]),
    ("州", &[]),
    ("省", &["级", "去", "下"]),
];

fn needles() -> &'static [&'static str] {
    static OWNED: OnceLock<Vec<String>> = OnceLock::new();
    static NEEDLES: OnceLock<Vec<&'static str>> = OnceLock::new();
    let owned = OWNED.get_or_init(|| WORDS.iter().map(|(word, _)| format!("我{word}")).collect());
    NEEDLES.get_or_init(|| owned.iter().map(String::as_str).collect())
}

/// A place where the body names itself.
#[derive(Clone, Copy)]
struct Named {
    word: &'static str,
    span: Span,
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let named: Vec<Named> = hits.iter().filter_map(|&hit| named(doc, hit)).collect();
    let Some(own) = own_word(doc, &named) else { return };
    let other = named.iter().find(|other| other.word == own);
    for name in named.iter().filter(|name| is_strange(doc, name.word, own) && !told_elsewhere(doc, name.span)) {
        let region = !LEVEL.contains(&name.word) && LEVEL.contains(&own);
        let right = if region { own::region(doc).map_or_else(String::new, String::from) } else { own.to_owned() };
        let message = if region {
            format!("“{}”与本单位所在的{right}不符", doc.get(name.span))
        } else {
            format!("“{}”与本单位的自称“我{own}”不一致", doc.get(name.span))
        };
        let at = Span::new(name.span.start + "我".len(), name.span.end);
        let fix = Fix::suggested(format!("改为“我{right}”"), vec![Edit::replace(at, right)]);
        let finding = RULE.finding(name.span, message).fix(fix);
        out.push(match other {
            Some(other) if !region => finding.related(other.span, "这里的自称"),
            _ => finding,
        });
    }
}

fn named(doc: &Document, hit: Hit) -> Option<Named> {
    let &(word, not_after) = WORDS.get(usize::from(hit.needle))?;
    let joined =
        chars::before(doc.text, hit.span.start).is_some_and(|c| matches!(c, '自' | '忘' | '唯' | '小' | '大' | '非' | '“'));
    let other = around::followed_by(doc.text, hit.span.end, not_after).is_some();
    let quoted = doc.in_quotes(hit.span.start) || doc.in_book_title(hit.span.start);
    (!joined && !other && !quoted).then_some(Named { word, span: hit.span })
}

/// Bodies of one level, of which a report's body is one.
const LEVEL: [&str; 7] = ["镇", "乡", "街道", "局", "委", "办", "厅"];

/// What the body should call itself: by its kind and name, or by what it mostly does.
fn own_word(doc: &Document, named: &[Named]) -> Option<&'static str> {
    let known = doc.profile.own_word(doc.organ.as_deref()).filter(|_| doc.profile_known && doc.organ.is_some());
    if let Some(own) = known {
        return WORDS.iter().map(|(word, _)| *word).find(|word| *word == own);
    }
    let count = |word: &str| named.iter().filter(|name| name.word == word).count();
    let (most, word) = LEVEL.iter().map(|word| (count(word), *word)).max()?;
    (most >= 2 && LEVEL.iter().filter(|other| count(other) == most).count() == 1).then_some(word)
}

/// Whether a body that calls itself `own` cannot be meant by `word`, nor its superior.
fn is_strange(doc: &Document, word: &str, own: &str) -> bool {
    if word == own {
        return false;
    }
    if LEVEL.contains(&word) {
        // 我办 is what a subdistrict's office calls itself, 我委 what a county's committee may.
        let office = own == "街道" && word == "办";
        let government = !LEVEL.contains(&own);
        return !office && !government;
    }
    // 我县 in 临河区: a region of the same rank as the own or the one it lies in.
    let region = if LEVEL.contains(&own) { own::region(doc).map(String::from) } else { Some(own.to_owned()) };
    match (region.as_deref(), word) {
        (Some("县"), "区" | "旗") | (Some("区"), "县" | "旗") | (Some("旗"), "县" | "区") => true,
        (Some("市"), "县" | "旗") => matches!(doc.profile, Profile::County | Profile::City),
        _ => false,
    }
}

/// Whether wrong-entity says so already.
fn told_elsewhere(doc: &Document, span: Span) -> bool {
    let word = doc.get(span);
    doc.profile_known && bodies::of(word).iter().any(|row| row.is_foreign_to(doc))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags, report};

    #[test]
    fn flags_names_of_other_kinds_of_department() {
        flags(&RULE, &report("临河县教育局", "我局主持召开会议3次，⟦我委⟧组织培训4期，⟦我厅⟧研究议题2个。"));
        fixes(&RULE, &report("临河县教育局", "我委组织培训4期。"), &report("临河县教育局", "我局组织培训4期。"));
    }

    #[test]
    fn flags_regions_of_another_kind() {
        flags(&RULE, &report("临河县人民政府", "⟦我区⟧深入推进依法行政，我县开展执法检查12次，争取我市支持。"));
        flags(&RULE, &report("锦川区人民政府", "⟦我县⟧深入推进依法行政，我区开展执法检查12次。"));
    }

    #[test]
    fn flags_the_rarer_where_nothing_else_tells() {
        flags(
            &RULE,
            "一、主要举措\n我委开展普法12场，我委调解纠纷30件。\n二、存在的不足\n⟦我办⟧执法力量不足，主要原因是人员较少。\n",
        );
    }

    #[test]
    fn accepts_superiors_and_short_forms() {
        accepts(&RULE, "我镇深入推进依法行政，我县、我市高度重视，在我省推广。");
        accepts(&RULE, &report("湖滨街道办事处", "我街道开展普法12场，我办组织培训2期，我县高度重视。"));
        accepts(&RULE, &report("临河县教育局", "我局开展检查12次，我县依法行政水平不断提升。"));
    }

    #[test]
    fn accepts_words_that_only_meet_and_quotations() {
        accepts(&RULE, &report("临河县教育局", "我局克服自我局限，开展“我委托您监督”活动，依托自我办学优势，规范我办理的事项。"));
        accepts(&RULE, &report("临河县发展和改革委员会", "我委开展检查12次，我委主任听取汇报3次。"));
    }
}
