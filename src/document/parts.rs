//! The four parts of the report: which section, sub-heading or sentence carries each.
//!
//! 《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号） lists them; the order is customary, not required.

use serde::{Deserialize, Serialize};

use super::part_words::{PartWords, Strength};
use super::{Cue, Document, Section, trim};
use crate::text::{Span, around, chars};

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    let starts: Vec<usize> = tops.iter().filter_map(|&top| Some(doc.headings.get(top)?.block)).chain([doc.body.end]).collect();
    doc.sections = tops
        .iter()
        .zip(labels)
        .zip(starts.windows(2))
        .map(|((&heading, label), blocks)| Section {
            heading,
            blocks: blocks.first().copied().unwrap_or(0)..blocks.last().copied().unwrap_or(0),
            parts: Part::ALL.into_iter().filter(|&part| label[part as usize]).collect(),
        })
        .collect();
    let chosen = Part::ALL.map(|part| choose(doc, part));
    for part in Part::ALL {
        if let Some(k) = chosen[part as usize] {
            let shared = Part::ALL.iter().filter(|&&other| chosen[other as usize] == Some(k)).count() > 1;
            doc.parts[part as usize] = carried(doc, part, k, shared);
        }
    }
    for section in &doc.sections {
        for block in doc.blocks.get_mut(section.blocks.clone()).into_iter().flatten() {
            block.part = section.parts.first().copied();
        }
    }
    for part in Part::ALL {
        if doc.part(part).status == Status::Missing
            && let Some(info) = embedded(doc, part, &tops)
        {
            // A sub-heading of its own makes its blocks the part's.
            if let Some(heading) = info.heading.and_then(|h| doc.headings.get(h)) {
                for block in doc.blocks.get_mut(heading.block..heading.end).into_iter().flatten() {
                    block.part = Some(part);
                }
            }
            doc.parts[part as usize] = info;
        }
    }
}

/// The section that stands for `part`: one of its own before one it shares; of several plans the last;
/// of several on what was done one named so (主要做法和成效) before an overview (总体情况).
fn choose(doc: &Document, part: Part) -> Option<usize> {
    let sections = &doc.sections;
    let own = |section: &Section| section.parts == [part];
    let title = |section: &Section| doc.headings.get(section.heading).map_or("", |h| doc.get(h.title));
    let overview = |section: &Section| around::has_any(title(section), &["总体", "基本情况", "整体情况", "概况"]);
    let named = |section: &Section| {
        own(section) && around::has_any(title(section), &["成效", "做法", "举措", "措施"]) && !overview(section)
    };
    let found = match part {
        Part::NextYear => sections.iter().rposition(own),
        Part::Achievements => {
            let first = sections.iter().position(own);
            let second = first.map_or(0, |k| k + 1);
            let follows = sections.get(second).is_some_and(named);
            first.map(|k| if follows && sections.get(k).is_some_and(overview) { second } else { k })
        }
        Part::Shortcomings | Part::LeaderDuties => sections.iter().position(own),
    };
    found.or_else(|| sections.iter().position(|section| section.parts.contains(&part)))
}

/// The info of `part` carried by section `k`; further thematic sections of the achievements are counted in.
fn carried(doc: &Document, part: Part, k: usize, shared: bool) -> PartInfo {
    let span = |section: &Section| {
        let start = doc.blocks.get(section.blocks.start).map_or(0, |block| block.span.start);
        let end = section.blocks.end.checked_sub(1).and_then(|i| doc.blocks.get(i)).map_or(start, |block| block.span.end);
        Span::new(start, end)
    };
    let mut info = PartInfo { status: if shared { Status::Merged } else { Status::Present }, ..PartInfo::default() };
    let Some(section) = doc.sections.get(k) else { return info };
    let mut range = span(section);
    info.heading = Some(section.heading);
    info.chars = doc.count_han(range);
    if part == Part::Achievements && !shared {
        for (i, section) in doc.sections.iter().enumerate().skip(k + 1).filter(|(_, section)| section.parts == [part]) {
            info.chars += doc.count_han(span(section));
            // A range has no holes: it grows only over neighbours.
            if doc.sections.get(k..i).is_some_and(|between| between.iter().all(|s| s.parts == [part])) {
                range = range.to(span(section));
            }
        }
    }
    info.range = Some(range);
    info
}

/// The headings of the report's top level: level 1, or the highest level there is.
fn top_level(doc: &Document) -> Vec<usize> {
    let Some(level) = doc.headings.iter().map(|h| h.level).min() else { return Vec::new() };
    // Where every number of level 1 was lost, only （一） is left; the words of parts still tell.
    (0..doc.headings.len()).filter(|&i| doc.headings.get(i).is_some_and(|h| h.level == level)).collect()
}

/// Which parts each top-level section carries.
fn label(doc: &Document, tops: &[usize]) -> Vec<[bool; 4]> {
    let titles: Vec<&str> = tops.iter().map(|&i| doc.headings.get(i).map_or("", |h| doc.get(h.title))).collect();
    let next = doc.year.map(|year| year + 1);
    let words: Vec<PartWords> = titles.iter().map(|title| PartWords::read_in_year(title, next)).collect();
    // Strong words first; a heading that names two parts carries both.
    let mut labels: Vec<[bool; 4]> = words.iter().map(|w| Part::ALL.map(|part| w.of(part) == Strength::Strong)).collect();
    let carried = |labels: &[[bool; 4]], part: Part| labels.iter().any(|label| label[part as usize]);
    let free = |labels: &[[bool; 4]], k: usize| labels.get(k).is_some_and(|label| *label == [false; 4]);
    let set = |labels: &mut [[bool; 4]], k: usize, part: Part| {
        if let Some(label) = labels.get_mut(k) {
            label[part as usize] = true;
        }
    };
    // Weak words count where position agrees: the plan stands late, the leaders early.
    // 改进措施 beside 存在问题 is the plan where no section of its own is.
    for part in [Part::Shortcomings, Part::LeaderDuties, Part::NextYear] {
        let fits = |k: usize| match part {
            Part::NextYear => k >= tops.len() / 2 && tops.len() > 1,
            Part::Shortcomings => k >= 1,
            Part::LeaderDuties | Part::Achievements => true,
        };
        if carried(&labels, part) {
            continue;
        }
        let weak = |k: &usize| {
            words.get(*k).is_some_and(|w| w.of(part) == Strength::Weak) && (free(&labels, *k) || part == Part::NextYear)
        };
        if let Some(k) = (0..tops.len()).filter(|&k| fits(k)).rfind(weak) {
            set(&mut labels, k, part);
        }
    }
    // A section named in words of its own that tells what is wanting, and why, is that of the problems.
    if !carried(&labels, Part::Shortcomings)
        && let Some(k) = (1..tops.len()).find(|&k| free(&labels, k) && confesses(doc, tops, k))
    {
        set(&mut labels, k, Part::Shortcomings);
    }
    // Behind it, one that begins with what the leaders did is theirs.
    if !carried(&labels, Part::LeaderDuties)
        && let Some(problems) = labels.iter().position(|label| label[Part::Shortcomings as usize])
        && let Some(k) = (problems + 1..tops.len()).find(|&k| free(&labels, k) && begins_with_leaders(doc, tops, k))
    {
        set(&mut labels, k, Part::LeaderDuties);
    }
    // The last section of a thematic report whose text speaks of what will be done is the plan.
    if !carried(&labels, Part::NextYear)
        && let Some(k) = titles.iter().rposition(|title| !around::has_any(title, &["其他", "建议", "案例", "事项", "附"]))
        && k > 0
        && free(&labels, k)
        && (begins_with_plan(doc, tops, k)
            || (labels.get(k - 1).is_some_and(|label| label[Part::Shortcomings as usize]) && speaks_of_plans(doc, tops, k)))
    {
        set(&mut labels, k, Part::NextYear);
    }
    // What stands before the problems and the plan without a name of its own is what was done;
    // a section named so leaves the nameless ones before it (an overview) aside.
    let boundary = labels.iter().position(|l| l[Part::Shortcomings as usize] || l[Part::NextYear as usize]).unwrap_or(tops.len());
    let first = labels.iter().position(|l| l[Part::Achievements as usize]);
    // A report of one leader on his duties (述法报告) speaks of nothing else.
    let nameless = if doc.title.as_ref().is_some_and(|title| super::is_account_of_leaders(&title.text)) {
        Part::LeaderDuties
    } else {
        Part::Achievements
    };
    for k in first.unwrap_or(0)..boundary {
        if free(&labels, k) {
            set(&mut labels, k, nameless);
        }
    }
    labels
}

/// Whether most sentences of a section tell what is wanting or why, and several do tell why.
fn confesses(doc: &Document, tops: &[usize], k: usize) -> bool {
    let Some(heading) = tops.get(k).and_then(|&i| doc.headings.get(i)) else { return false };
    let said = Span::new(heading.title.end, doc.section(heading).end);
    let causes = doc.cues_in(said).iter().filter(|(cue, _)| *cue == Cue::Cause).count();
    let tells = |span: Span| doc.has_cue(span, Cue::Cause) || doc.has_cue(span, Cue::Shortcoming);
    let sentences: Vec<bool> = doc.sentences(said).map(tells).collect();
    causes >= 2 && 2 * sentences.iter().filter(|&&tells| tells).count() > sentences.len()
}

/// The first sentence of a section's text.
fn first_sentence(doc: &Document, tops: &[usize], k: usize) -> Option<Span> {
    let heading = tops.get(k).and_then(|&i| doc.headings.get(i))?;
    let mut prose = (heading.block..heading.end).filter_map(|i| doc.blocks.get(i)).map(|block| doc.prose(block));
    doc.sentences(prose.find(|span| !span.is_empty())?).next()
}

/// Whether a sentence is of the time to come: 下一步, or the year behind the report's.
fn looks_ahead(doc: &Document, sentence: Span) -> bool {
    doc.has_cue(sentence, Cue::NextStep) || next_year_in(doc, sentence).is_some()
}

fn begins_with_plan(doc: &Document, tops: &[usize], k: usize) -> bool {
    first_sentence(doc, tops, k).is_some_and(|sentence| looks_ahead(doc, sentence))
}

fn begins_with_leaders(doc: &Document, tops: &[usize], k: usize) -> bool {
    first_sentence(doc, tops, k).is_some_and(|sentence| leader_sentence(doc, sentence) && !looks_ahead(doc, sentence))
}

/// Whether a section's sentences are those of a plan: verbs of intent, nothing done.
fn speaks_of_plans(doc: &Document, tops: &[usize], k: usize) -> bool {
    let Some(heading) = tops.get(k).and_then(|&i| doc.headings.get(i)) else { return false };
    let text = doc.get(doc.section(heading));
    let intends = ["将", "力争", "做好", "推行", "进一步", "持续", "继续", "加快", "建立", "强化", "完善", "提升"]
        .iter()
        .filter(|word| text.contains(*word))
        .count();
    intends >= 2 && !around::has_any(text, &["已", "了", "完成率", "取得"])
}

/// Where `span` names the year behind the report year.
fn next_year_in(doc: &Document, span: Span) -> Option<Span> {
    let next = u64::from(doc.year?) + 1;
    doc.numbers(span).iter().find(|n| n.whole() == Some(next) && chars::after(doc.text, n.span.end) == Some('年')).map(|n| n.span)
}

/// Finds a part that no top-level section carries: a sub-heading first, then a sentence.
fn embedded(doc: &Document, part: Part, tops: &[usize]) -> Option<PartInfo> {
    let sub = doc.headings.iter().enumerate().find(|(i, heading)| {
        if tops.binary_search(i).is_ok() || inside(doc, heading.block, part) {
            return false;
        }
        let strong = PartWords::read(doc.get(heading.title)).of(part) == Strength::Strong;
        strong
            && match part {
                Part::LeaderDuties => own_leaders(doc, heading.title),
                Part::Achievements => true,
                Part::Shortcomings | Part::NextYear => doc.get(heading.title).chars().count() <= 24,
            }
    });
    if let Some((i, heading)) = sub {
        let range = doc.section(heading);
        return Some(PartInfo { status: Status::Embedded, heading: Some(i), range: Some(range), chars: doc.count_han(range) });
    }
    // Where the headings of what was done lost their numbers, its text stands behind the lead-in, before the first heading left.
    let first_body = match doc.lead_in {
        _ if tops.is_empty() => doc.intro.clone(),
        Some(lead_in) if matches!(part, Part::Achievements | Part::LeaderDuties) => {
            doc.block_at(lead_in.start).map_or(0..0, |at| at + 1..doc.intro.end)
        }
        _ => 0..0,
    };
    for (i, block) in doc.body_blocks() {
        if (doc.intro.contains(&i) && !first_body.contains(&i)) || inside(doc, i, part) || !block.is_running() {
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
                Part::Achievements => (tops.is_empty() || first_body.contains(&i)) && achievement_sentence(doc, sentence),
            };
            if carries {
                // What follows goes with the sentence; leaders' duties end with their item of a sequence.
                let next =
                    doc.sequence.iter().map(|item| item.span.start).find(|&at| at > sentence.start && part == Part::LeaderDuties);
                let range = trim(doc.text, Span::new(sentence.start, next.map_or(block.span.end, |at| at.min(block.span.end))));
                return Some(PartInfo {
                    status: Status::Embedded,
                    heading: None,
                    range: Some(range),
                    chars: doc.count_han(range),
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
        // 提升普法实效 in the plan, 成效不够明显 among the shortcomings.
        Part::Achievements => matches!(owner, Some(Part::NextYear | Part::Shortcomings)),
        Part::NextYear => false,
    }
}

/// Whether the leaders in `span` are the reporting body's own: not those of other bodies it urges on.
///
/// Those named first count: 镇长认真履行……职责，督促各村…… is told of its own.
fn own_leaders(doc: &Document, span: Span) -> bool {
    let leaders = |cue: Cue, at: Span| match cue {
        Cue::FirstResponsible | Cue::PrincipalLeaders => !doc.in_book_title(at.start),
        Cue::Post => own_post(doc, at),
        _ => false,
    };
    let named = doc.cues_in(span).iter().filter(|&&(cue, at)| leaders(cue, at)).map(|&(_, at)| at.end).min();
    !around::has_any(
        doc.get(Span::new(span.start, named.unwrap_or(span.end))),
        &[
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
            "个街道",
            "个乡镇",
            "个镇",
            "直部门",
            "直单位",
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
            "所队",
        ],
    )
}

fn leader_sentence(doc: &Document, sentence: Span) -> bool {
    let cue = doc.cues_in(sentence).iter().find(|(cue, at)| *cue == Cue::FirstResponsible && !doc.in_book_title(at.start));
    let leaders = doc.cues_in(sentence).iter().any(|(cue, at)| *cue == Cue::PrincipalLeaders && !doc.in_book_title(at.start));
    let acts = doc.cues_in(sentence).iter().filter(|(cue, _)| *cue == Cue::LeaderAct).count();
    let post = doc.cues_in(sentence).iter().any(|(cue, at)| *cue == Cue::Post && own_post(doc, *at));
    let law = around::has_any(doc.get(sentence), &["法治", "依法", "述法", "学法", "执法"]);
    // 落实《……第一责任人职责规定》，县政府主要负责人研究解决……: the regulation and what they do by it.
    let cited = leaders && doc.cues_in(sentence).iter().any(|(cue, _)| *cue == Cue::FirstResponsible);
    own_leaders(doc, sentence)
        && (cue.is_some()
            || cited
            || (leaders && acts > 0 && law)
            || (post && acts > 1 && law && !doc.numbers(sentence).is_empty()))
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
    let settled =
        around::has_any(text, &["排查", "检查", "发现", "整改", "解决", "督促", "化解", "针对", "反馈", "指出", "隐患", "梳理"]);
    let own = around::has_any(
        text,
        &[
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
        ],
    );
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

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: &str = "清溪镇人民政府2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n\n";

    fn heading(text: &str, part: Part) -> Option<String> {
        let doc = crate::check::read(text);
        let heading = doc.headings.get(doc.part(part).heading?)?;
        Some(doc.get(heading.title).to_owned())
    }

    #[test]
    fn what_was_done_is_named_before_an_overview() {
        let found = |first: &str, second: &str| {
            let text =
                format!("{TITLE}一、{first}\n\n审查文件3件。\n\n二、{second}\n\n普法12场。\n\n三、存在的不足\n\n人员不足。\n");
            heading(&text, Part::Achievements)
        };
        for overview in ["2025年总体情况", "工作总体完成情况", "基本情况"] {
            assert_eq!(found(overview, "主要做法及成效").as_deref(), Some("主要做法及成效"), "{overview}");
        }
        assert_eq!(found("主要举措和成效", "亮点做法").as_deref(), Some("主要举措和成效"));
        assert_eq!(found("基本情况", "坚持依法决策").as_deref(), Some("基本情况"));
    }

    #[test]
    fn the_regulation_and_the_leaders_name_their_duties() {
        let carried = |sentence: &str| {
            let doc = format!("{TITLE}一、主要举措和成效\n\n推进依法行政。{sentence}\n");
            crate::check::read(&doc).part(Part::LeaderDuties).status
        };
        let regulation = "落实《党政主要负责人履行推进法治建设第一责任人职责规定》";
        let told = carried(&format!("{regulation}，镇政府主要负责人及时研究解决法治建设中的问题。"));
        assert_eq!(told, Status::Embedded);
        assert_eq!(carried(&format!("{regulation}，推动各项工作。")), Status::Missing);
        assert_eq!(carried("召开所队第一责任人述法会议。"), Status::Missing);
    }

    #[test]
    fn an_account_of_leaders_speaks_of_their_duties() {
        let title = "2025年度镇党委主要负责人履行推进法治建设第一责任人职责情况的报告";
        let text = format!("{title}\n\n现将情况报告如下：\n\n一、强化学习\n\n学法12次。\n\n二、依法决策\n\n审查文件3件。\n");
        assert_eq!(crate::check::read(&text).part(Part::LeaderDuties).status, Status::Present);
    }
}
