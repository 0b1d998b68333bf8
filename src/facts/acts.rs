//! Concrete acts of the two leaders: 主持召开会议3次, 听取汇报, 批示, 述法, as against set phrases.

use super::{figures, shape};
use crate::document::{Cue, Document, Profile};
use crate::text::{Span, around, chars, fold};

/// Which of the two leaders are named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaders {
    /// The head of the party committee.
    pub party: bool,
    /// The head of the executive.
    pub government: bool,
}

impl Leaders {
    /// Both or either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { party: self.party || other.party, government: self.government || other.government }
    }

    /// Whether the report names as many as the kind of body has: in a department one person often holds both posts.
    #[must_use]
    pub fn suffice(self, profile: Profile) -> bool {
        if profile.is_department() { self.party || self.government } else { self.party && self.government }
    }
}

/// The sentences of `span` that tell a concrete act.
#[must_use]
pub fn sentences(doc: &Document, span: Span) -> Vec<Span> {
    if !doc.cues_in(span).iter().any(|(cue, _)| matches!(cue, Cue::LeaderAct | Cue::Post | Cue::PrincipalLeaders)) {
        return Vec::new();
    }
    shape::sentences(doc, span).filter(|&sentence| is_concrete(doc, sentence)).collect()
}

/// The leaders named in `span`, alone or together (党政主要负责人).
#[must_use]
pub fn leaders(doc: &Document, span: Span) -> Leaders {
    let mut found = Leaders::default();
    for &(cue, at) in doc.cues_in(span) {
        if doc.in_book_title(at.start) {
            continue;
        }
        let named = match cue {
            Cue::PrincipalLeaders | Cue::FirstResponsible => together(doc, at),
            Cue::Post if is_own(doc, at) => match doc.get(at) {
                "书记" => Leaders { party: true, government: false },
                _ => Leaders { party: false, government: true },
            },
            _ => continue,
        };
        found = found.or(named);
    }
    found
}

/// Whether a sentence tells what was done and not only that it is being done.
fn is_concrete(doc: &Document, sentence: Span) -> bool {
    let counted = figures::counts(doc, sentence);
    let cues = doc.cues_in(sentence);
    let own = leaders(doc, sentence);
    let named = own.party || own.government;
    if counted && (named || counts_lessons(doc, sentence)) {
        return true;
    }
    cues.iter()
        .any(|&(cue, at)| cue == Cue::LeaderAct && !doc.in_book_title(at.start) && is_act(doc, sentence, at, counted, named))
        || tells_of_one(doc, sentence)
}

/// Whether an act is told that only persons do, a figure or none: 为干部上法治辅导课, 约谈企业负责人.
fn tells_of_one(doc: &Document, sentence: Span) -> bool {
    const ACTS: [&str; 5] = ["辅导课", "专题辅导", "党课", "约谈", "旁听庭审"];
    let text = doc.get(sentence);
    ACTS.iter().filter_map(|act| text.find(act)).any(|at| {
        let at = sentence.start + at;
        !doc.in_book_title(at) && !is_hollow(doc.text.get(clause_start(doc, sentence, at)..at).unwrap_or(""))
    })
}

/// Whether what stands before an act says that it is a rule or a habit.
fn is_hollow(before: &str) -> bool {
    around::has_any(before, &["定期", "经常", "适时", "及时", "不断", "健全", "完善", "落实", "推动", "制度", "要求", "应当"])
}

/// Whether lessons are counted: 组织专题讲座2次, not 学法用法……办件1700余项.
fn counts_lessons(doc: &Document, sentence: Span) -> bool {
    const LESSONS: [&str; 9] = ["讲座", "学法", "专题学习", "集体学习", "中心组", "研讨", "党课", "宣讲", "警示教育"];
    let units = ['次', '场', '期', '堂', '讲'];
    figures::in_span(doc, sentence).any(|n| chars::after(doc.text, n.span.end).is_some_and(|c| units.contains(&c)))
        && around::has_any(doc.get(sentence), &LESSONS)
}

/// Whether the act at `at` is one: set phrases (定期召开会议, 亲自督办, 带头尊法) are none without a figure.
fn is_act(doc: &Document, sentence: Span, at: Span, counted: bool, named: bool) -> bool {
    let before = doc.text.get(clause_start(doc, sentence, at.start)..at.start).unwrap_or("");
    let after = doc.text.get(at.end..sentence.end).unwrap_or("");
    if counted {
        return !matches!(doc.get(at), "带头" | "亲自") || named;
    }
    let hollow = is_hollow(before);
    let system = ["制度", "机制", "工作机制"].iter().any(|word| after.starts_with(word))
        || after.starts_with("应诉制度")
        || after.starts_with("应诉工作");
    if hollow || system {
        return false;
    }
    match doc.get(at) {
        "召开" => {
            named && ["专题会", "专题研究", "部署会", "推进会", "现场会", "述法"].iter().any(|what| after.starts_with(what))
        }
        // 在党委会上带头学习: it says where.
        "带头" => around::has_any(before, &["会上", "会议上"]),
        "亲自" => false,
        "听取" => around::has_any(after, &["汇报", "报告"]),
        "调研" | "督办" | "主持" => named && !before.ends_with("亲自"),
        _ => !before.ends_with("亲自"),
    }
}

/// Where the clause begins that holds byte `at`.
fn clause_start(doc: &Document, sentence: Span, at: usize) -> usize {
    let marks = doc.marks(Span::new(sentence.start, at));
    marks
        .iter()
        .rev()
        .find(|mark| matches!(fold(mark.char), '，' | '；' | '：' | '。'))
        .map_or(sentence.start, |mark| mark.span().end)
}

/// 党政主要负责人 means both; 政府主要负责人 and 党委主要负责同志 one.
fn together(doc: &Document, at: Span) -> Leaders {
    let before = doc.text.get(..at.start).unwrap_or("");
    let ends = |list: &[&str]| list.iter().any(|word| before.ends_with(word));
    if ends(&["党委", "县委", "区委", "市委", "省委", "党工委", "党组", "旗委", "州委"]) {
        return Leaders { party: true, government: false };
    }
    if ends(&["政府", "行政", "办事处", "管委会"]) {
        return Leaders { party: false, government: true };
    }
    if ends(&["部门", "单位", "科室", "站所", "村", "社区", "企业", "乡镇", "街道", "各镇", "各乡"]) && !doc.profile_known
    {
        return Leaders::default();
    }
    Leaders { party: true, government: true }
}

/// Whether a post is that of the body's own head: not 村党支部书记, 副镇长, 居委会主任, 县司法局局长 in a township.
fn is_own(doc: &Document, at: Span) -> bool {
    let before = doc.text.get(..at.start).unwrap_or("");
    let other =
        ["副", "村", "支部", "社区", "居委会", "总支", "团委", "纪委", "政法委", "各镇", "各乡", "办公室", "所", "名", "位"];
    if other.iter().any(|word| before.ends_with(word)) {
        return false;
    }
    // 书记员 is a clerk of a court; 主任医师 a doctor.
    if chars::after(doc.text, at.end).is_some_and(|c| matches!(c, '员' | '医')) {
        return false;
    }
    match (doc.get(at), doc.profile) {
        ("局长" | "厅长", profile) => profile.is_department(),
        ("镇长" | "乡长", profile) => profile == Profile::Township,
        _ => true,
    }
}
