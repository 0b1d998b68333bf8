//! Sentences that stand twice.

use crate::diagnostic::Severity;
use crate::document::Document;
use crate::facts::set_phrases;
use crate::rule::{Check, Findings};
use crate::text::{Hash, Seen, Span, chars, is_han};

use super::distance::distance;
use super::paragraphs;

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

/// A sentence without sequence words, blanks and marks.
struct Sentence {
    /// Where it stands, sequence words and end mark excluded.
    span: Span,
    /// Its characters, hashed.
    whole: u64,
    /// Its first and its last characters, hashed; `None` in long ones.
    ends: Option<[u64; 2]>,
}

/// What the last finding repeats, so that repeated neighbours make one finding.
#[derive(Clone, Copy)]
struct Repeated {
    place: usize,
    of: usize,
}

fn check(doc: &Document, out: &mut Findings) {
    let sentences = sentences(doc);
    let mut wholes = Seen::with_capacity_and_hasher(sentences.len(), Default::default());
    let mut ends = [Seen::default(), Seen::default()];
    let mut last: Option<Repeated> = None;
    for (place, sentence) in sentences.iter().enumerate() {
        let exact = wholes.get(&sentence.whole).copied();
        let near = || {
            let candidates = sentence.ends.into_iter().flatten().zip(&ends).filter_map(|(hash, seen)| seen.get(&hash).copied());
            candidates.into_iter().find(|&of| sentences.get(of).is_some_and(|other| is_near(doc, other.span, sentence.span)))
        };
        let of = exact.or_else(near).filter(|_| !is_set(doc, sentence.span));
        wholes.entry(sentence.whole).or_insert(place);
        for (hash, seen) in sentence.ends.into_iter().flatten().zip(&mut ends) {
            seen.entry(hash).or_insert(place);
        }
        let Some(of) = of else { continue };
        let Some(first) = sentences.get(of) else { continue };
        // A paragraph that stands twice is one finding, of paragraph-duplicate.
        let (here, there) = (doc.block_at(sentence.span.start), doc.block_at(first.span.start));
        if doc.once(paragraphs::repeated).iter().any(|pair| here == Some(pair.block) && there == Some(pair.of)) {
            continue;
        }
        let continues = last.is_some_and(|last| last.place + 1 == place && last.of + 1 == of);
        last = Some(Repeated { place, of });
        if continues && let Some(finding) = out.last_mut() {
            finding.span = finding.span.to(sentence.span);
            continue;
        }
        report(doc, first.span, sentence.span, exact.is_some(), out);
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

/// The long sentences of the body's prose: no headings, no lead-in, nothing that introduces a list.
fn sentences(doc: &Document) -> Vec<Sentence> {
    let mut found = Vec::new();
    for (_, block) in doc.body_blocks().filter(|(_, block)| block.is_running()) {
        let prose = doc.prose(block);
        if prose.is_empty() {
            continue;
        }
        for sentence in doc.sentences(prose) {
            let text = doc.get(sentence);
            let bare = text.trim_end_matches(|c| chars::ends_sentence(c) || c == '”' || c == '）');
            let span = Span::new(sentence.start + sequence_word(bare), sentence.start + bare.len());
            if let Some(sentence) = read(doc, span) {
                found.push(sentence);
            }
        }
    }
    found
}

/// The length of 一是, 第二， and the like at the start.
fn sequence_word(text: &str) -> usize {
    let mut chars = text.char_indices();
    match (chars.next(), chars.next(), chars.next()) {
        (Some((_, n)), Some((at, '是')), _) if "一二三四五六七八九十".contains(n) => at + '是'.len_utf8(),
        (Some((_, '第')), Some(_), Some((at, mark))) if matches!(mark, '，' | ',' | '、') => at + mark.len_utf8(),
        (Some((_, a)), Some((_, b)), Some((at, mark)))
            if matches!((a, b), ('首', '先') | ('其', '次') | ('同', '时') | ('此', '外')) && matches!(mark, '，' | ',') =>
        {
            at + mark.len_utf8()
        }
        _ => 0,
    }
}

fn read(doc: &Document, span: Span) -> Option<Sentence> {
    let text = doc.get(span);
    // Three bytes a character: shorter than this it cannot be long enough.
    if text.len() < LEAST_HAN * 3 || text.ends_with(['：', ':']) || doc.lead_in.is_some_and(|lead| lead.overlaps(span)) {
        return None;
    }
    let (mut whole, mut first, mut han, mut length) = (Hash::new(), Hash::new(), 0, 0);
    let mut tail = [0u32; ANCHOR];
    for c in text.chars().filter(|&c| set_phrases::counts(c)) {
        whole.add(c);
        if length < ANCHOR {
            first.add(c);
        }
        if let Some(slot) = tail.get_mut(length % ANCHOR) {
            *slot = u32::from(c);
        }
        length += 1;
        han += usize::from(is_han(c));
    }
    if han < LEAST_HAN {
        return None;
    }
    let mut last = Hash::new();
    (length..length + ANCHOR).filter_map(|i| tail.get(i % ANCHOR)).for_each(|&c| last.add(char::from_u32(c).unwrap_or(' ')));
    Some(Sentence { span, whole: whole.0, ends: (length <= LONGEST).then_some([first.0, last.0]) })
}

/// Whether a sentence is made of set phrases.
fn is_set(doc: &Document, span: Span) -> bool {
    set_phrases::own_length(&set_phrases::plain(doc.get(span))) < LEAST_OWN
}

/// Whether two sentences share nine tenths of their characters and all their figures.
fn is_near(doc: &Document, first: Span, second: Span) -> bool {
    let figures = |span: Span| doc.numbers(span).iter().map(|number| (number.mantissa, number.decimals)).collect::<Vec<_>>();
    if figures(first) != figures(second) {
        return false;
    }
    let [a, b] = [first, second].map(|span| set_phrases::plain(doc.get(span)).chars().collect::<Vec<char>>());
    let allowed = a.len().max(b.len()) / 10;
    a.len().max(b.len()) <= LONGEST && a.len().abs_diff(b.len()) <= allowed && distance(&a, &b, allowed) <= allowed
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
}
