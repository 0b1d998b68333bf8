//! Two sub-headings that say the same.

use crate::document::{Cue, Document, Heading};
use crate::facts::shape;
use crate::facts::siblings::groups;
use crate::rule::{Check, Findings};
use crate::text::is_han;

crate::declare_rule! {
    /// 检查什么：同一标题之下，两个小标题大半用字相同，如“强化法治保障”“提供法治保障”。
    ///
    /// 为什么：小标题近似，内容多半重复，或者其中一个没有概括准确。
    ///
    /// 示例：（四）强化法治保障 （五）提供法治保障 → （四）强化法治保障 （五）压实领导责任
    ///
    /// 修改：合并两项，或者改写其中一个小标题。
    ///
    /// 不算：有意排比、只换一两个关键词的小标题（“规范行政执法行为”“规范行政决策行为”）；分写书记和镇长的小标题。
    "subheading-duplicate", "小标题近似重复", Numbering, Info, "公文写作惯例",
    Check::Document(check),
}

/// Words every such heading may hold.
const COMMON: &[&str] = &["法治政府建设", "第一责任人职责", "第一责任人"];

/// How many siblings before a heading it is compared with.
const NEAR: usize = 30;

fn check(doc: &Document, out: &mut Findings) {
    for group in doc.once(groups).iter().filter(|group| group.level > 1) {
        let titles: Vec<(&Heading, Vec<Pairs>)> = group
            .headings
            .iter()
            .filter_map(|&i| doc.headings.get(i))
            .filter(|heading| !shape::has_prompt(doc, heading.title))
            .map(|heading| (heading, clauses(phrase(doc, heading))))
            .collect();
        for (i, (heading, own)) in titles.iter().enumerate() {
            let like = titles
                .iter()
                .take(i)
                .skip(i.saturating_sub(NEAR))
                .find(|(other, clauses)| say_the_same(own, clauses) && !names_another_leader(doc, heading, other));
            if let Some((other, _)) = like {
                let (a, b) = (phrase(doc, other), phrase(doc, heading));
                out.push(
                    RULE.finding(heading.title, format!("小标题“{b}”与“{a}”相近，内容可能重复"))
                        .related(other.title, "相近的小标题在这里"),
                );
            }
        }
    }
}

/// The pairs of neighbouring characters of a clause.
type Pairs = Vec<[char; 2]>;

/// The words of a heading; of a whole paragraph its first clause.
fn phrase<'t>(doc: &Document<'t>, heading: &Heading) -> &'t str {
    let title = doc.get(heading.title);
    let long = title.chars().count() > 30;
    if long { title.split(['，', ',', '：', ':']).next().unwrap_or(title) } else { title }
}

/// The clauses of a title as pairs of neighbouring characters.
fn clauses(title: &str) -> Vec<Pairs> {
    let title = COMMON.iter().fold(title.to_owned(), |title, word| title.replace(word, " "));
    let pairs = |clause: &str| {
        clause.chars().zip(clause.chars().skip(1)).filter(|&(a, b)| is_han(a) && is_han(b)).map(|(a, b)| [a, b]).collect()
    };
    title.split(['，', ',']).map(pairs).collect()
}

/// Whether two titles are alike as wholes, or the clauses that end them, which say what is reached.
fn say_the_same(a: &[Pairs], b: &[Pairs]) -> bool {
    let whole = |clauses: &[Pairs]| clauses.iter().flatten().copied().collect::<Pairs>();
    let ends = a.len() > 1 && b.len() > 1 && a.last().zip(b.last()).is_some_and(|(a, b)| alike(a, b));
    ends || alike(&whole(a), &whole(b))
}

/// Whether three fifths of the pairs of the longer stand in the other.
fn alike(a: &[[char; 2]], b: &[[char; 2]]) -> bool {
    let longer = a.len().max(b.len());
    longer >= 4 && a.iter().filter(|pair| b.contains(pair)).count() * 5 >= longer * 3
}

/// Whether the two speak of different leaders: 县委书记带头述法, 县长带头述法.
fn names_another_leader(doc: &Document, a: &Heading, b: &Heading) -> bool {
    let post =
        |heading: &Heading| doc.cues_in(heading.title).iter().find(|(cue, _)| *cue == Cue::Post).map(|&(_, at)| doc.get(at));
    post(a) != post(b)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_headings_that_say_the_same() {
        flags(&RULE, "四、主要安排\n(一)加强政务公开,强化法治保障。公开12条。\n(二)⟦全面履行职责,提供法治保障⟧。培训3期。\n");
        flags(&RULE, "四、主要安排\n（一）强化法治保障。公开12条。\n（二）⟦提供法治保障⟧。培训3期。\n");
        flags(
            &RULE,
            "一、主要成效\n（一）加强组织领导，压实责任\n研究3次。\n（二）规范执法\n办案3件。\n（三）⟦加强组织领导，夯实责任⟧\n部署2次。\n",
        );
        flags(&RULE, "一、主要成效\n1.深化普法宣传教育。举办3场。\n2.⟦深入普法宣传教育⟧。举办5场。\n");
        flags(&RULE, "一、主要成效\n（一）化解矛盾纠纷\n调解3件。\n（二）⟦化解矛盾纠纷⟧\n调解5件。\n");
    }

    #[test]
    fn accepts_parallel_headings() {
        accepts(&RULE, "一、主要成效\n（一）规范行政执法行为。办案3件。\n（二）规范行政决策行为。审查9件。\n");
        accepts(&RULE, "一、主要成效\n（一）带头学法。学习3次。\n（二）带头述法。述法1次。\n（三）带头守法。\n");
        accepts(&RULE, "一、主要成效\n（一）法治政府建设取得的成效。办案3件。\n（二）法治政府建设存在的难点。人少。\n");
    }

    #[test]
    fn accepts_other_leaders_and_other_parts() {
        accepts(
            &RULE,
            "三、履职情况\n（一）镇党委书记履行推进法治建设第一责任人职责情况\n主持3次。\n（二）镇长履行推进法治建设第一责任人职责情况\n听取2次。\n",
        );
        accepts(&RULE, "一、主要成效\n（一）加强组织领导。研究3次。\n四、主要安排\n（一）加强组织领导。研究4次。\n");
    }
}
