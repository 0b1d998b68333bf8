//! Two sub-headings that say the same.

use std::borrow::Cow;

use crate::document::{Cue, Document, Heading};
use crate::facts::shape;
use crate::facts::siblings::groups;
use crate::rule::{Check, Findings};
use crate::text::{Words, around, fold, is_han};

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
static COMMON: Words = Words::new(&["法治政府建设", "第一责任人职责", "第一责任人"]);

/// How many siblings before a heading it is compared with.
const NEAR: usize = 30;

fn check(doc: &Document, out: &mut Findings) {
    for group in doc.once(groups).iter().filter(|group| group.level > 1) {
        let headings = group.headings.iter().filter_map(|&i| doc.headings.get(i));
        let headings = headings.filter(|heading| !shape::has_prompt(doc, heading.title));
        let titles: Vec<Title> = headings.map(|heading| Title::new(doc, heading)).collect();
        for (i, own) in titles.iter().enumerate() {
            let like = titles.iter().take(i).skip(i.saturating_sub(NEAR)).find(|other| {
                own.says_the_same(other)
                    && !names_another_leader(doc, own.heading, other.heading)
                    && !is_parallel(phrase(doc, own.heading), phrase(doc, other.heading))
            });
            if let Some(other) = like {
                let (a, b) = (phrase(doc, other.heading), phrase(doc, own.heading));
                out.push(
                    RULE.finding(own.heading.title, format!("小标题“{b}”与“{a}”相近，内容可能重复"))
                        .related(other.heading.title, "相近的小标题在这里"),
                );
            }
        }
    }
}

/// A heading's words as pairs of neighbouring characters.
struct Title<'d> {
    heading: &'d Heading,
    pairs: Vec<[char; 2]>,
    /// Where the last clause begins in them; `None` where there is but one.
    last: Option<usize>,
    /// A bit for every pair.
    bits: u64,
}

/// The words of a heading; of a whole paragraph its first clause.
fn phrase<'t>(doc: &Document<'t>, heading: &Heading) -> &'t str {
    let title = doc.get(heading.title);
    let long = title.chars().count() > 30;
    if long { title.split(['，', ',', '：', ':']).next().unwrap_or(title) } else { title }
}

impl<'d> Title<'d> {
    fn new(doc: &Document, heading: &'d Heading) -> Self {
        let phrase = phrase(doc, heading);
        let mut words = Cow::Borrowed(phrase);
        if COMMON.are_in(phrase) {
            words = COMMON.list().iter().fold(words, |words, word| words.replace(word, " ").into());
        }
        let (mut pairs, mut last) = (Vec::with_capacity(words.len() / 3), None);
        let mut previous = ' ';
        for c in words.chars() {
            if fold(c) == '，' {
                last = Some(pairs.len());
            } else if is_han(previous) && is_han(c) {
                pairs.push([previous, c]);
            }
            previous = c;
        }
        let bits = pairs.iter().fold(0, |bits, pair| bits | bit(pair));
        Self { heading, pairs, last, bits }
    }

    /// Whether two titles are alike as wholes, or the clauses that end them, which say what is reached.
    fn says_the_same(&self, other: &Self) -> bool {
        let ends = || {
            let (own, others) = (self.pairs.get(self.last?..)?, other.pairs.get(other.last?..)?);
            Some(alike(own, others, other.bits))
        };
        ends() == Some(true) || alike(&self.pairs, &other.pairs, other.bits)
    }
}

/// Whether three fifths of the pairs of the longer stand in the other; `bits` has those of the second and maybe more.
fn alike(a: &[[char; 2]], b: &[[char; 2]], bits: u64) -> bool {
    let longer = a.len().max(b.len());
    let shared = || a.iter().filter(|pair| bits & bit(pair) != 0 && b.contains(pair)).count();
    longer >= 4 && a.len() * 5 >= longer * 3 && shared() * 5 >= longer * 3
}

/// One bit of 64 for a pair.
#[inline(always)]
fn bit(pair: &[char; 2]) -> u64 {
    let [a, b] = pair.map(u32::from);
    1 << (((a * 7) ^ b) & 63)
}

/// Whether two phrases only begin alike, 从严从实抓办文, 从严从实抓督查: what they speak of comes behind.
fn is_parallel(a: &str, b: &str) -> bool {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let own: Vec<char> = a.chars().skip(same).collect();
    let other: Vec<char> = b.chars().skip(same).collect();
    let told = |own: &[char]| own.len() >= 2;
    same >= 3 && told(&own) && told(&other) && !own.windows(2).any(|pair| other.windows(2).any(|of| of == pair))
}

/// Whether the two speak of different leaders: 县委书记带头述法, 县长带头述法.
fn names_another_leader(doc: &Document, a: &Heading, b: &Heading) -> bool {
    let post =
        |heading: &Heading| doc.cues_in(heading.title).iter().find(|(cue, _)| *cue == Cue::Post).map(|&(_, at)| doc.get(at));
    // 县委主要负责人 and 县政府主要负责人.
    let of_government = |heading: &Heading| around::has_any(doc.get(heading.title), &["政府", "行政", "办事处", "管委会"]);
    let leaders = |heading: &Heading| doc.cues_in(heading.title).iter().any(|(cue, _)| *cue == Cue::PrincipalLeaders);
    post(a) != post(b) || (leaders(a) && leaders(b) && of_government(a) != of_government(b))
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
        accepts(
            &RULE,
            "三、履职情况\n（一）县委主要负责人履职情况。主持会议3次。\n（二）县政府主要负责人履职情况。主持会议9次。\n",
        );
        accepts(&RULE, "一、主要成效\n（一）规范行政执法行为。办案3件。\n（二）规范行政决策行为。审查9件。\n");
        accepts(&RULE, "一、主要成效\n（一）从严从实抓办文。审核89件。\n（二）从严从实抓督查。通报5期。\n");
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
