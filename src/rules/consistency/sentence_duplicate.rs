//! Sentences that stand twice.

use std::collections::hash_map::Entry;

use crate::diagnostic::Severity;
use crate::document::Document;
use crate::facts::set_phrases;
use crate::rule::{Check, Findings};
use crate::text::{Seen, Span, hash, is_han};

use super::distance::distance;
use super::paragraphs;
use super::plain::{Plain, Stretch};

crate::declare_rule! {
    /// 检查什么：20字以上的句子在报告中出现两次，或者两句九成以上的字相同。
    ///
    /// 为什么：整句重复多是复制粘贴留下的，公文应当文字精练。
    ///
    /// 示例：第二部分和第三部分都写“社区、物业服务企业和业主之间缺乏常态化沟通协商机制，前期介入不够及时”
    ///
    /// 修改：删去或改写其中一处。
    ///
    /// 不算：中央文件中的固定表述，小标题与正文，“报告如下”等承启句，数字不同的句子。
    "sentence-duplicate", "整句重复", Consistency, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第十九条",
    Check::Document(check),
}

/// Sentences shorter than this may well come twice.
const LEAST_HAN: usize = 20;
/// Sentences longer than this are compared only as wholes.
const LONGEST: usize = 200;
/// How many characters at either end make two sentences worth comparing.
const ANCHOR: usize = 12;
/// What must be left of a sentence without its set phrases.
const LEAST_OWN: usize = 14;

/// The sentences, and what is remembered of those met.
struct Met<'p> {
    doc: &'p Document<'p>,
    /// Those long enough.
    sentences: Vec<&'p Stretch>,
    /// Where each first stood, by its characters, hashed.
    wholes: Seen,
    /// By its first and by its last characters; long ones are not in it.
    ends: [Seen; 2],
}

/// What the last finding repeats, so that repeated neighbours make one finding.
#[derive(Clone, Copy)]
struct Repeated {
    place: usize,
    of: usize,
}

fn check(doc: &Document, out: &mut Findings) {
    let (plain, paragraphs) = (doc.once(Plain::of), doc.once(paragraphs::repeated));
    let mut met = Met::new(doc, &plain);
    let mut last: Option<Repeated> = None;
    for place in 0..met.sentences.len() {
        let Some((of, exact)) = met.earlier(place) else { continue };
        let (Some(&first), Some(&sentence)) = (met.sentences.get(of), met.sentences.get(place)) else { continue };
        // A paragraph that stands twice is one finding, of paragraph-duplicate.
        let pair = paragraphs.binary_search_by_key(&sentence.block, |pair| pair.block).ok().and_then(|i| paragraphs.get(i));
        if pair.is_some_and(|pair| pair.of == first.block) || is_set(sentence.chars(doc)) {
            continue;
        }
        let continues = last.is_some_and(|last| last.place + 1 == place && last.of + 1 == of);
        last = Some(Repeated { place, of });
        if continues && let Some(finding) = out.last_mut() {
            finding.span = finding.span.to(sentence.span);
            continue;
        }
        report(doc, first.span, sentence.span, exact, out);
    }
}

impl<'p> Met<'p> {
    fn new(doc: &'p Document, plain: &'p Plain) -> Self {
        let is_long = |sentence: &&Stretch| {
            let chars = sentence.chars(doc);
            chars.len() >= LEAST_HAN && chars.iter().filter(|&&c| is_han(c)).take(LEAST_HAN).count() == LEAST_HAN
        };
        let sentences: Vec<&Stretch> = plain.sentences.iter().filter(is_long).collect();
        let seen = || Seen::with_capacity_and_hasher(sentences.len(), Default::default());
        Self { doc, wholes: seen(), ends: [seen(), seen()], sentences }
    }

    /// The earlier sentence that the one at `place` repeats, and whether it is the very same; notes this one.
    fn earlier(&mut self, place: usize) -> Option<(usize, bool)> {
        let sentence = *self.sentences.get(place)?;
        let chars = sentence.chars(self.doc);
        let whole = hash::of(chars);
        let exact = met_before(&mut self.wholes, whole, place);
        if chars.len() > LONGEST {
            return exact.map(|of| (of, true));
        }
        let [first, last] = [chars.get(..ANCHOR), chars.get(chars.len().saturating_sub(ANCHOR)..)];
        let [firsts, lasts] = &mut self.ends;
        let candidates =
            [(firsts, first), (lasts, last)].map(|(seen, end)| met_before(seen, hash::of(end.unwrap_or(&[])), place));
        let near = |of: &usize| self.sentences.get(*of).is_some_and(|other| is_near(self.doc, other, sentence));
        exact.map(|of| (of, true)).or_else(|| candidates.into_iter().flatten().find(near).map(|of| (of, false)))
    }
}

/// Where `hash` was seen before; notes `place` where it was not.
fn met_before(seen: &mut Seen, hash: u64, place: usize) -> Option<usize> {
    match seen.entry(hash) {
        Entry::Occupied(met) => Some(*met.get()),
        Entry::Vacant(new) => {
            new.insert(place);
            None
        }
    }
}

fn report(doc: &Document, first: Span, second: Span, exact: bool, out: &mut Findings) {
    let quoted = doc.get(second).chars().take(16).collect::<String>();
    let dots = if doc.get(second).chars().count() > 16 { "……" } else { "" };
    let message = if exact {
        format!("“{quoted}{dots}”一句前文已经写过")
    } else {
        format!("“{quoted}{dots}”一句与前文几乎相同")
    };
    let finding = RULE.finding(second, message).related(first, "前文的这一句");
    // Two leaders or two bodies may do nearly the same: another subject makes another sentence.
    let opening = |span: Span| set_phrases::plain(doc.get(span)).chars().take(6).collect::<String>();
    let mild = !exact && opening(first) != opening(second);
    out.push(if mild { finding.at_most(Severity::Info) } else { finding });
}

/// Whether a sentence is made of set phrases.
fn is_set(chars: &[char]) -> bool {
    set_phrases::own_length(&chars.iter().collect::<String>()) < LEAST_OWN
}

/// Whether two sentences share nine tenths of their characters and all their figures.
fn is_near(doc: &Document, first: &Stretch, second: &Stretch) -> bool {
    let figures = |of: &Stretch| doc.numbers(of.span).iter().map(|number| (number.mantissa, number.decimals));
    let (a, b) = (first.chars(doc), second.chars(doc));
    let longer = a.len().max(b.len());
    let allowed = longer / 10;
    longer <= LONGEST
        && a.len().abs_diff(b.len()) <= allowed
        && figures(first).eq(figures(second))
        && distance(a, b, allowed) <= allowed
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_a_sentence_that_stands_twice() {
        flags(
            &RULE,
            "社区、物业企业和业主之间缺乏常态化沟通协商机制，前期介入不够及时。镇里已经整改。⟦社区、物业企业和业主之间缺乏常态化沟通协商机制，前期介入不够及时⟧。",
        );
        flags(
            &RULE,
            "一是建立镇村两级法律顾问联系制度，定期到村开展法律咨询服务；二是抓好培训；三是⟦建立镇村两级法律顾问联系制度,定期到村开展法律咨询服务⟧。",
        );
    }

    #[test]
    fn flags_a_sentence_changed_a_little() {
        flags(
            &RULE,
            "依托镇综治中心整合司法所和派出所力量为群众提供一站式矛盾纠纷调处服务。⟦依托镇综治中心整合司法所与派出所力量为群众提供一站式矛盾纠纷化解服务⟧。",
        );
    }

    #[test]
    fn repeated_neighbours_are_one_finding() {
        let twice =
            "建立镇村两级法律顾问联系制度，定期到村开展法律咨询服务。组织综合执法队员分批到县级部门跟班学习，提升办案能力和水平";
        flags(&RULE, &format!("{twice}。⟦{twice}⟧。"));
    }

    #[test]
    fn accepts_set_phrases() {
        let phrase = "不断提高运用法治思维和法治方式深化改革、推动发展、化解矛盾、维护稳定、应对风险的能力。";
        accepts(&RULE, &format!("{phrase}加强培训。{phrase}"));
        accepts(
            &RULE,
            "党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况。开展培训。党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况。",
        );
    }

    #[test]
    fn accepts_other_figures_and_short_sentences() {
        accepts(
            &RULE,
            "镇党委书记主持召开会议3次，研究法治建设方面的重要议题9个。镇党委书记主持召开会议5次，研究法治建设方面的重要议题7个。",
        );
        accepts(&RULE, "组织干部参加法治培训。推进依法行政。组织干部参加法治培训。");
        accepts(&RULE, "执法人员业务能力有待提升，主要原因是系统培训偏少。普法宣传针对性不强，主要原因是调研不够深入具体。");
    }

    #[test]
    fn accepts_the_four_acts_in_person() {
        accepts(
            &RULE,
            "做到重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。办案3件。坚持重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。",
        );
    }
}
