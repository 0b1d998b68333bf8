//! The four parts of the report: which section, sub-heading or sentence carries each.
//!
//! 《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号） lists them; the order is customary, not required.

use serde::Serialize;

use super::{Cue, Document, Kind, wording};
use crate::text::{Span, chars, chars::count_han};

/// One of the four parts, in the regulation's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// 主要举措和成效.
    Achievements,
    /// 不足和原因.
    Shortcomings,
    /// 党政主要负责人履行推进法治建设第一责任人职责.
    LeaderDuties,
    /// 下一年度主要安排.
    NextYear,
}

impl Part {
    /// The four parts in the regulation's order.
    pub const ALL: [Part; 4] = [Part::Achievements, Part::Shortcomings, Part::LeaderDuties, Part::NextYear];

    /// The id in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Achievements => "achievements",
            Self::Shortcomings => "shortcomings",
            Self::LeaderDuties => "leader-duties",
            Self::NextYear => "next-year",
        }
    }

    /// The short name in the interface.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Achievements => "主要举措和成效",
            Self::Shortcomings => "不足和原因",
            Self::LeaderDuties => "第一责任人履职",
            Self::NextYear => "下一年度安排",
        }
    }
}

/// How the report carries a part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// A section of its own.
    Present,
    /// One heading carries two parts.
    Merged,
    /// Only a sub-heading or a sentence inside another part carries it.
    Embedded,
    /// Nothing carries it.
    #[default]
    Missing,
}

impl Status {
    /// The word in the interface.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Present => "单列",
            Self::Merged => "合并",
            Self::Embedded => "含于他处",
            Self::Missing => "缺少",
        }
    }
}

/// Where a part was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartInfo {
    /// How it is carried.
    pub status: Status,
    /// Its (first) heading: an index into `Document::headings`; for an embedded part the sub-heading, where it is one.
    pub heading: Option<usize>,
    /// The whole section, or the sentence that carries it.
    pub range: Option<Span>,
    /// Chinese characters in `range`, headings of the part's own level excluded.
    pub chars: usize,
}

/// Finds the four parts and labels the body's blocks with them.
pub fn read(doc: &mut Document) {
    let tops = top_level(doc);
    let labels = label(doc, &tops);
    let mut parts: [PartInfo; 4] = Default::default();
    for (k, &top) in tops.iter().enumerate() {
        let label = labels.get(k).copied().unwrap_or_default();
        let carried: Vec<Part> = Part::ALL.into_iter().filter(|&p| label[p as usize]).collect();
        let Some(heading) = doc.headings.get(top) else { continue };
        let section = section_to(
            doc,
            heading.block,
            tops.get(k + 1).and_then(|&next| doc.headings.get(next)).map_or(doc.body.end, |h| h.block),
        );
        for &part in &carried {
            let info = &mut parts[part as usize];
            let words = count_han(doc.get(section));
            match info.status {
                Status::Missing => {
                    info.status = if carried.len() > 1 { Status::Merged } else { Status::Present };
                    info.heading = Some(top);
                    info.range = Some(section);
                    info.chars = words;
                }
                // Several thematic sections carry the achievements together.
                _ if part == Part::Achievements && carried.len() == 1 => {
                    if info.status == Status::Present {
                        info.range = info.range.map(|range| range.to(section));
                    }
                    info.chars += words;
                }
                _ => {}
            }
        }
        let blocks = heading.block..tops.get(k + 1).and_then(|&next| doc.headings.get(next)).map_or(doc.body.end, |h| h.block);
        for i in blocks {
            if let Some(block) = doc.blocks.get_mut(i) {
                block.part = carried.first().copied();
            }
        }
    }
    doc.parts = parts;
    for part in Part::ALL {
        if doc.part(part).status == Status::Missing
            && let Some(info) = embedded(doc, part, &tops)
        {
            // A sub-heading of its own makes its blocks the part's.
            if let Some(heading) = info.heading.and_then(|h| doc.headings.get(h)) {
                for i in heading.block..heading.end {
                    if let Some(block) = doc.blocks.get_mut(i) {
                        block.part = Some(part);
                    }
                }
            }
            doc.parts[part as usize] = info;
        }
    }
}

fn section_to(doc: &Document, from: usize, to: usize) -> Span {
    let start = doc.blocks.get(from).map_or(0, |block| block.span.start);
    let end = to.checked_sub(1).and_then(|i| doc.blocks.get(i)).map_or(start, |block| block.span.end);
    Span::new(start, end)
}

/// The headings of the report's top level: level 1, or the highest level there is.
fn top_level(doc: &Document) -> Vec<usize> {
    let Some(level) = doc.headings.iter().map(|h| h.level).min() else { return Vec::new() };
    // Where every number of level 1 was lost, only （一） is left; the words of parts still tell.
    (0..doc.headings.len()).filter(|&i| doc.headings.get(i).is_some_and(|h| h.level == level)).collect()
}

/// Which parts each top-level section carries.
fn label(doc: &Document, tops: &[usize]) -> Vec<[bool; 4]> {
    let words: Vec<wording::Wording> =
        tops.iter().map(|&i| doc.headings.get(i).map(|h| wording::classify(doc.get(h.title))).unwrap_or_default()).collect();
    let mut labels = vec![[false; 4]; tops.len()];
    // Strong words first; a heading that names two parts carries both.
    for (label, w) in labels.iter_mut().zip(&words) {
        for part in Part::ALL {
            label[part as usize] = w.of(part) == 2;
        }
    }
    let strong = |labels: &[[bool; 4]], part: Part| labels.iter().any(|l| l[part as usize]);
    // 改进措施 beside 存在问题 is the plan only where no section of its own is.
    let unlabelled = |labels: &[[bool; 4]], k: usize| labels.get(k).is_some_and(|l| *l == [false; 4]);
    for part in [Part::Shortcomings, Part::LeaderDuties, Part::NextYear] {
        if strong(&labels, part) {
            continue;
        }
        // Weak words count where position agrees: the plan stands late, the leaders early.
        let late = tops.len() / 2;
        let fits = |k: usize| match part {
            Part::NextYear => k >= late && tops.len() > 1,
            Part::Shortcomings => k >= 1,
            _ => true,
        };
        let found = (0..tops.len())
            .filter(|&k| fits(k))
            .rfind(|&k| words.get(k).is_some_and(|w| w.of(part) == 1) && (unlabelled(&labels, k) || part == Part::NextYear));
        if let Some(label) = found.and_then(|k| labels.get_mut(k)) {
            label[part as usize] = true;
        }
    }
    // The last section of a thematic report whose text speaks of what will be done is the plan.
    if !strong(&labels, Part::NextYear)
        && let Some(k) = (0..tops.len())
            .rev()
            .find(|&k| !doc.headings.get(tops.get(k).copied().unwrap_or(0)).is_some_and(|h| doc.get(h.title).contains("其他")))
        && k > 0
        && unlabelled(&labels, k)
        && begins_with_plan(doc, tops, k)
        && let Some(label) = labels.get_mut(k)
    {
        label[Part::NextYear as usize] = true;
    }
    // What stands before the problems and the plan without a name of its own is what was done.
    let boundary = (0..tops.len())
        .find(|&k| labels.get(k).is_some_and(|l| l[Part::Shortcomings as usize] || l[Part::NextYear as usize]))
        .unwrap_or(tops.len());
    let named = strong(&labels, Part::Achievements);
    for k in 0..boundary {
        let weak = words.get(k).is_some_and(|w| w.of(Part::Achievements) == 1);
        if unlabelled(&labels, k)
            && (!named || weak)
            && let Some(label) = labels.get_mut(k)
        {
            label[Part::Achievements as usize] = true;
        }
    }
    // Thematic sections behind a section of leaders' duties or of achievements go with the achievements,
    // as long as problems or plan are still to come.
    if named {
        let first = labels.iter().position(|l| l[Part::Achievements as usize]).unwrap_or(0);
        for label in labels.iter_mut().take(boundary).skip(first) {
            if *label == [false; 4] {
                label[Part::Achievements as usize] = true;
            }
        }
    }
    labels
}

/// Whether a section opens with 下一步, or a sentence whose subject “will”.
fn begins_with_plan(doc: &Document, tops: &[usize], k: usize) -> bool {
    let Some(heading) = tops.get(k).and_then(|&i| doc.headings.get(i)) else { return false };
    let Some(first) = (heading.block..heading.end)
        .filter_map(|i| doc.blocks.get(i))
        .map(|block| doc.prose(block))
        .find(|span| !span.is_empty())
    else {
        return false;
    };
    let Some(sentence) = doc.sentences(first).next() else { return false };
    doc.has_cue(sentence, Cue::NextStep) || next_year_in(doc, sentence).is_some()
}

/// Where `span` names the year behind the report year.
fn next_year_in(doc: &Document, span: Span) -> Option<Span> {
    let next = u64::from(doc.year?) + 1;
    doc.numbers(span).iter().find(|n| n.whole() == Some(next) && chars::after(doc.text, n.span.end) == Some('年')).map(|n| n.span)
}

/// Finds a part that no top-level section carries: a sub-heading first, then a sentence.
fn embedded(doc: &Document, part: Part, tops: &[usize]) -> Option<PartInfo> {
    let sub = doc.headings.iter().enumerate().find(|(i, heading)| {
        if tops.contains(i) || inside(doc, heading.block, part) {
            return false;
        }
        let words = wording::classify(doc.get(heading.title));
        match part {
            Part::LeaderDuties => words.of(part) == 2 && own_leaders(doc, heading.title),
            Part::Achievements => words.of(part) == 2,
            Part::Shortcomings => words.of(part) == 2 && doc.get(heading.title).chars().count() <= 24,
            Part::NextYear => words.of(part) == 2 && doc.get(heading.title).chars().count() <= 24,
        }
    });
    if let Some((i, heading)) = sub {
        let range = doc.section(heading);
        return Some(PartInfo {
            status: Status::Embedded,
            heading: Some(i),
            range: Some(range),
            chars: count_han(doc.get(range)),
        });
    }
    let first_body = if tops.is_empty() { doc.intro.clone() } else { 0..0 };
    for (i, block) in doc.body_blocks() {
        if (doc.intro.contains(&i) && !first_body.contains(&i))
            || inside(doc, i, part)
            || !matches!(block.kind, Kind::Heading | Kind::Paragraph)
        {
            continue;
        }
        for sentence in doc.sentences(block.span) {
            if doc.has_cue(sentence, Cue::AsFollows) {
                continue;
            }
            let carries = match part {
                Part::LeaderDuties => leader_sentence(doc, sentence),
                Part::Shortcomings => shortcoming_sentence(doc, sentence),
                Part::NextYear => plan_sentence(doc, i, sentence),
                Part::Achievements => tops.is_empty() && achievement_sentence(doc, sentence),
            };
            if carries {
                // The rest of the paragraph goes with the sentence.
                let range = if part == Part::LeaderDuties { sentence } else { Span::new(sentence.start, block.span.end) };
                return Some(PartInfo {
                    status: Status::Embedded,
                    heading: None,
                    range: Some(range),
                    chars: count_han(doc.get(range)),
                });
            }
        }
    }
    None
}

/// Whether `block` belongs to a part in which `part` cannot be embedded.
fn inside(doc: &Document, block: usize, part: Part) -> bool {
    let owner = doc.blocks.get(block).and_then(|block| block.part);
    match part {
        Part::LeaderDuties => matches!(owner, Some(Part::NextYear | Part::Shortcomings)),
        Part::Shortcomings => owner == Some(Part::NextYear) && doc.part(Part::Achievements).status == Status::Missing,
        Part::NextYear | Part::Achievements => false,
    }
}

/// Whether the leaders in `span` are the reporting body's own: not those of other bodies it urges on.
fn own_leaders(doc: &Document, span: Span) -> bool {
    let text = doc.get(span);
    ![
        "各镇",
        "各乡",
        "各街道",
        "各部门",
        "各单位",
        "各县",
        "各区",
        "各级",
        "乡镇（街道）",
        "村（社区）",
        "各村",
        "家部门",
        "个部门",
        "督促",
        "下级",
        "指导部门",
        "所属单位",
        "下属",
        "企业主要负责",
        "派出所",
        "被检查单位",
        "各科室",
        "各站所",
    ]
    .iter()
    .any(|word| text.contains(word))
}

fn leader_sentence(doc: &Document, sentence: Span) -> bool {
    let cue = doc.cues_in(sentence).iter().find(|(cue, at)| *cue == Cue::FirstResponsible && !doc.in_book_title(at.start));
    let leaders = doc.cues_in(sentence).iter().any(|(cue, at)| *cue == Cue::PrincipalLeaders && !doc.in_book_title(at.start));
    let acts = doc.cues_in(sentence).iter().filter(|(cue, _)| *cue == Cue::LeaderAct).count();
    let post = doc.cues_in(sentence).iter().any(|(cue, at)| *cue == Cue::Post && own_post(doc, *at));
    let law = ["法治", "依法", "述法", "学法", "执法"].iter().any(|word| doc.get(sentence).contains(word));
    own_leaders(doc, sentence)
        && (cue.is_some() || (leaders && acts > 0 && law) || (post && acts > 1 && law && !doc.numbers(sentence).is_empty()))
}

/// Whether a post is the body's own head's: not 支部书记, 居委会主任, 派出所所长.
fn own_post(doc: &Document, at: Span) -> bool {
    let before = doc.get(Span::new(at.start.saturating_sub(12), at.start));
    !["村", "支部", "社区", "副", "居委会", "总支", "村党", "团委", "纪委", "政法委"].iter().any(|word| before.ends_with(word))
}

fn shortcoming_sentence(doc: &Document, sentence: Span) -> bool {
    let cues = doc.cues_in(sentence);
    let Some(exists) = cues.iter().find(|(cue, _)| *cue == Cue::Exists).map(|(_, at)| at.start) else { return false };
    let wanting = cues.iter().any(|&(cue, at)| cue == Cue::Shortcoming && at.start > exists && at.start - exists <= 120);
    let text = doc.get(sentence);
    // 排查存在的问题12个, 存在的问题已整改: problems of others, found and settled.
    let settled = ["排查", "检查", "发现", "整改", "解决", "督促", "化解", "针对", "反馈", "指出", "隐患", "梳理"]
        .iter()
        .any(|word| text.contains(word));
    let own = [
        "仍",
        "还存在",
        "还有",
        "也存在",
        "同时",
        "但",
        "与",
        "一些",
        "存在以下",
        "存在的不足",
        "存在不足",
        "存在的主要",
        "也要看到",
        "清醒",
        "尚",
    ]
    .iter()
    .any(|word| text.contains(word));
    wanting && own && !settled
}

fn plan_sentence(doc: &Document, block: usize, sentence: Span) -> bool {
    let opening = Span::new(sentence.start, sentence.end.min(sentence.start + 60));
    let opening = Span::new(opening.start, floor(doc.text, opening.end));
    let cue = doc.cues_in(opening).iter().any(|(cue, at)| *cue == Cue::NextStep && at.start <= sentence.start + 15);
    let year = next_year_in(doc, opening).is_some_and(|at| at.start <= sentence.start + 9) && doc.get(sentence).contains('将');
    // Per-item outlooks in the middle of the achievements are not the plan.
    let position = (block.saturating_sub(doc.body.start)) * 100 / doc.body.len().max(1);
    (cue || year) && position >= 50
}

fn achievement_sentence(doc: &Document, sentence: Span) -> bool {
    let text = doc.get(sentence);
    ["成效", "完成", "开展", "办理", "化解", "推进"].iter().filter(|word| text.contains(*word)).count() >= 2
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
