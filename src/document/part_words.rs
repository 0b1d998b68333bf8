//! What the words of a heading say of the four parts.

use std::sync::OnceLock;

use super::parts::Part;
use crate::text::{fold, is_blank, needles::Needles};

/// How strongly a heading names a part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Not at all.
    #[default]
    None,
    /// Only where position agrees.
    Weak,
    /// By itself.
    Strong,
}

/// What a heading says of the four parts, in the regulation's order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartWords([Strength; 4]);

impl PartWords {
    /// The strength for `part`.
    #[must_use]
    pub fn of(self, part: Part) -> Strength {
        self.0[part as usize]
    }

    /// Whether any part is named strongly.
    #[must_use]
    pub fn is_strong(self) -> bool {
        self.0.contains(&Strength::Strong)
    }

    /// Reads the words of a heading, its number excluded. Text inside 《》 is passed over, marks are folded.
    #[must_use]
    pub fn read(heading: &str) -> Self {
        Self::of_words(&Words::new(outside_book_titles(heading)))
    }

    /// The same, with what a year in the heading adds: `next` is the report year + 1.
    ///
    /// 2024年重点工作 in a report on 2023 is the plan; 2023年重点工作 is what was done.
    #[must_use]
    pub fn read_in_year(heading: &str, next: Option<u32>) -> Self {
        let words = Words::new(outside_book_titles(heading));
        let mut read = Self::of_words(&words);
        let Some(next) = next else { return read };
        let names = |year: u32| words.0.contains(&format!("{year}年"));
        let done = words.has(List::Done) || words.has(List::Effects);
        if names(next) && !names(next - 1) && !done && read.0[1] < Strength::Strong && read.0[2] < Strength::Strong {
            read.0[3] = Strength::Strong;
            read.0[0] = Strength::None;
        }
        read
    }

    fn of_words(words: &Words) -> Self {
        let shortcomings = shortcomings(words);
        let leaders = leader_duties(words);
        let plan = plan(words);
        let done = achievements(words, shortcomings, leaders, plan);
        Self([done, shortcomings, leaders, plan])
    }
}

/// The lists of words asked for.
#[derive(Clone, Copy)]
enum List {
    Wanting,
    Settled,
    States,
    Exists,
    Analyses,
    Leaders,
    Posts,
    Duties,
    Owing,
    OwingByPost,
    First,
    Carrying,
    Accounts,
    Next,
    Plans,
    MaybePlans,
    Done,
    Effects,
    Acts,
    Past,
    AnyWork,
}

const LISTS: [(List, &[&str]); 21] = [
    (List::Wanting, WANTING),
    (List::Settled, SETTLED),
    (List::States, STATES),
    (List::Exists, EXISTS),
    (List::Analyses, ANALYSES),
    (List::Leaders, LEADERS),
    (List::Posts, POSTS),
    (List::Duties, DUTIES),
    (List::Owing, OWING),
    (List::OwingByPost, OWING_BY_POST),
    (List::First, FIRST),
    (List::Carrying, CARRYING),
    (List::Accounts, ACCOUNTS),
    (List::Next, NEXT),
    (List::Plans, PLANS),
    (List::MaybePlans, MAYBE_PLANS),
    (List::Done, DONE),
    (List::Effects, EFFECTS),
    (List::Acts, ACTS),
    (List::Past, PAST),
    (List::AnyWork, ANY_WORK),
];

impl List {
    fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// The index over all the lists.
struct Index {
    needles: Needles<'static>,
    /// The lists that hold each needle.
    lists: Vec<u32>,
    /// The words of one character, and their lists.
    chars: Vec<(char, u32)>,
    /// A bit for each of these.
    bits: u64,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let (mut words, mut lists, mut chars) = (Vec::new(), Vec::new(), Vec::new());
        for (list, word) in LISTS.iter().flat_map(|&(list, words)| words.iter().map(move |&word| (list, word))) {
            let mut of_word = word.chars();
            match (of_word.next(), of_word.next()) {
                (Some(only), None) => chars.push((only, list.bit())),
                _ => {
                    words.push(word);
                    lists.push(list.bit());
                }
            }
        }
        let bits = chars.iter().fold(0, |bits, &(c, _)| bits | bit(c));
        Index { needles: Needles::new(&words), lists, chars, bits }
    })
}

/// One bit of 64 for a character.
fn bit(c: char) -> u64 {
    1 << (c as u32 & 63)
}

/// A heading's words, and which of the lists have one among them.
struct Words(String, u32);

impl Words {
    fn new(text: String) -> Self {
        let index = index();
        let mut found = 0;
        for c in text.chars().filter(|&c| index.bits & bit(c) != 0) {
            found |= index.chars.iter().filter(|&&(char, _)| char == c).fold(0, |lists, (_, list)| lists | list);
        }
        index.needles.each(&text, |needle, _| found |= index.lists.get(usize::from(needle)).copied().unwrap_or(0));
        Self(text, found)
    }

    fn has(&self, list: List) -> bool {
        self.1 & list.bit() != 0
    }

    fn ends(&self, list: &[&str]) -> bool {
        let words = self.0.trim_end_matches(['。', '；', '：', '，']);
        list.iter().any(|word| words.ends_with(word))
    }
}

const WANTING: &[&str] = &[
    "不足",
    "短板",
    "差距",
    "弱项",
    "薄弱",
    "欠缺",
    "困难",
    "挑战",
    "瓶颈",
    "问题",
    "堵点",
    "痛点",
    "难点",
    "症结",
    "缺口",
    "不够",
    "需要改进",
    "有待改进",
    "需改进",
    "待改进",
    "有待加强",
    "有待提高",
    "有待提升",
];
/// 化解突出问题, 补齐短板: the wanting is dealt with, not confessed.
const SETTLED: &[&str] = &[
    "问题导向",
    "解决",
    "化解",
    "反馈问题",
    "问题整治",
    "问题治理",
    "查处",
    "破解",
    "聚焦问题",
    "补齐",
    "补短板",
    "攻克",
    "扫除",
    "整改落实",
    "问题整改",
    "整治",
];
/// Words that confess.
const STATES: &[&str] = &[
    "面临",
    "主要问题",
    "主要不足",
    "主要短板",
    "主要差距",
    "主要困难",
    "不足之处",
    "问题原因",
    "正视",
    "反思",
    "查摆",
    "剖析",
    "尚存",
    "仍有",
    "检视",
    "自查",
    "问题和",
    "问题与",
    "问题及",
    "问题、",
    "不足和",
    "不足与",
    "不足及",
    "不足、",
    "短板和",
    "短板与",
    "短板及",
    "短板、",
    "差距和",
    "差距与",
    "差距及",
    "困难和",
    "困难与",
    "困难及",
    "薄弱环节",
    "仍需",
    "尚需",
    "原因",
    "成因",
    "根源",
    "症结",
    "难点堵点",
];

/// What is wanting is there.
const EXISTS: &[&str] = &["存在", "仍", "尚", "成因", "原因", "根源", "欠缺"];
/// Only the reasons.
const ANALYSES: &[&str] = &["原因分析", "成因分析"];

fn shortcomings(words: &Words) -> Strength {
    if words.has(List::Wanting) {
        let exists = words.has(List::Exists);
        let settled = words.has(List::Settled);
        if exists || (words.has(List::States) && !settled) {
            return Strength::Strong;
        }
        if !settled {
            return if words.0.chars().count() <= 14 { Strength::Strong } else { Strength::Weak };
        }
    }
    if words.has(List::Analyses) { Strength::Weak } else { Strength::None }
}

/// The persons.
const LEADERS: &[&str] =
    &["主要负责人", "主要负责同志", "主要责任人", "党政主要", "主要领导", "一把手", "党政负责人", "“关键少数”履", "领导干部履"];
/// Their posts, as a heading names them.
const POSTS: &[&str] =
    &["书记", "镇长", "乡长", "区长", "县长", "市长", "省长", "旗长", "州长", "局长", "厅长", "办事处主任", "管委会主任"];
/// What they owe.
const DUTIES: &[&str] = &[
    "法治政府建设工作职责",
    "法治政府建设职责",
    "法治建设职责",
    "法治建设工作职责",
    "法治建设责任",
    "法治建设主体责任",
    "法治政府建设责任",
    "法治政府建设主体责任",
];

/// What leaders do about their duties.
const OWING: &[&str] = &["履", "职责", "责任", "尽责", "牵头", "述法", "落实", "抓法治", "法治"];
/// The same, said of a post.
const OWING_BY_POST: &[&str] = &["履", "职责", "责任", "尽责", "抓法治", "述法"];
/// The first to answer for it.
const FIRST: &[&str] = &["第一责任", "第一职责", "首要责任", "首责"];
/// How a duty is carried.
const CARRYING: &[&str] = &["履行", "落实", "履职", "扛起", "扛牢", "扛稳", "压实", "担起", "践行"];
/// An account of duties.
const ACCOUNTS: &[&str] = &["履职情况", "履行职责情况", "述法"];

fn leader_duties(words: &Words) -> Strength {
    let duty = words.has(List::Owing);
    let named = (words.has(List::Leaders) && duty) || (words.has(List::Posts) && words.has(List::OwingByPost));
    if words.has(List::First) || named {
        return Strength::Strong;
    }
    let owed = words.has(List::Carrying) && words.has(List::Duties);
    if owed || words.has(List::Accounts) { Strength::Weak } else { Strength::None }
}

const NEXT: &[&str] = &[
    "下一步",
    "下步",
    "下一年",
    "下年度",
    "下年",
    "明年",
    "下一阶段",
    "下阶段",
    "今后",
    "来年",
    "新的一年",
    "新一年",
    "未来",
    "后续工作",
    "后续安排",
    "后续打算",
];
const PLAN_ENDINGS: &[&str] =
    &["安排", "打算", "计划", "工作思路", "展望", "努力方向", "工作方向", "改进方向", "整改方向", "发展思路", "设想", "工作重点"];
const PLANS: &[&str] =
    &["主要安排", "工作打算", "工作计划", "工作思路", "工作安排", "重点安排", "工作设想", "努力方向", "努力的方向"];
/// The plan only where the heading stands late.
const MAYBE_PLANS: &[&str] = &[
    "谋划",
    "规划",
    "目标任务",
    "工作目标",
    "改进措施",
    "整改措施",
    "改进举措",
    "整改举措",
    "重点工作",
    "重点任务",
    "主要任务",
    "工作部署",
    "改进意见",
    "对策",
    "工作要点",
    "总体思路",
    "基本思路",
    "思路和",
    "思路与",
    "思路及",
    "努力",
    "新篇",
    "开新局",
    "新征程",
    "再出发",
    "再上新台阶",
    "锚定",
];
/// The work was done, whatever else the heading says: 重点工作落实情况.
const DONE: &[&str] = &[
    "建设情况",
    "落实情况",
    "完成情况",
    "开展情况",
    "推进情况",
    "进展情况",
    "执行情况",
    "成效",
    "总结",
    "回顾",
    "工作情况",
    "基本情况",
    "总体情况",
    "实施情况",
];

fn plan(words: &Words) -> Strength {
    let done = words.has(List::Done);
    if words.has(List::Next) || (!done && (words.ends(PLAN_ENDINGS) || words.has(List::Plans))) {
        Strength::Strong
    } else if !done && words.has(List::MaybePlans) {
        Strength::Weak
    } else {
        Strength::None
    }
}

const EFFECTS: &[&str] =
    &["成效", "成果", "成绩", "亮点", "主要做法", "做法和", "做法与", "做法及", "工作回顾", "工作总结", "实效", "实绩", "成就"];
const ACTS: &[&str] = &[
    "主要举措",
    "主要措施",
    "工作举措",
    "工作措施",
    "举措和",
    "举措及",
    "举措与",
    "措施和",
    "措施及",
    "措施与",
    "主要工作",
    "工作开展",
    "开展情况",
    "完成情况",
    "进展情况",
    "推进情况",
    "落实情况",
    "工作情况",
    "基本情况",
    "总体情况",
    "工作概况",
    "建设情况",
    "工作状况",
    "整体情况",
    "总体进展",
    "推动情况",
    "工作进展",
    "进展",
    "推进落实",
    "工作回顾",
    "工作做法",
];
/// What can only have been done: such a heading carries it beside a plan.
const PAST: &[&str] = &["工作开展情况", "工作情况", "建设情况", "基本情况", "总体情况", "开展情况", "落实情况", "完成情况"];

/// What was done, in the plainest words.
const ANY_WORK: &[&str] = &["举措", "措施", "做法", "情况", "重点事项"];

fn achievements(words: &Words, shortcomings: Strength, leaders: Strength, plan: Strength) -> Strength {
    if words.has(List::Effects) {
        return Strength::Strong;
    }
    // 存在不足及改进措施: the measures are those of the plan. 履行第一责任人职责情况: the leaders'.
    let elsewhere = shortcomings == Strength::Strong || leaders == Strength::Strong;
    if words.has(List::Acts) {
        let past = words.has(List::Past);
        return match (elsewhere, plan) {
            (true, _) if shortcomings == Strength::Strong && past => Strength::Strong,
            (true, _) => Strength::None,
            (false, Strength::Strong) if !past => Strength::None,
            (false, _) => Strength::Strong,
        };
    }
    if !elsewhere && plan < Strength::Strong && words.has(List::AnyWork) { Strength::Weak } else { Strength::None }
}

/// `heading` with marks folded, blanks dropped, and without what stands inside 《》.
fn outside_book_titles(heading: &str) -> String {
    let mut depth = 0u32;
    let mut words = String::with_capacity(heading.len());
    for c in heading.chars().map(fold) {
        match c {
            '《' | '〈' => depth += 1,
            '》' | '〉' => depth = depth.saturating_sub(1),
            c if depth == 0 && !is_blank(c) => words.push(c),
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use Part::{Achievements, LeaderDuties, NextYear, Shortcomings};

    fn strong(heading: &str) -> Vec<Part> {
        let words = PartWords::read(heading);
        Part::ALL.into_iter().filter(|&part| words.of(part) == Strength::Strong).collect()
    }

    #[test]
    fn strong_words_name_their_parts() {
        let cases: &[(&str, &[Part])] = &[
            ("2024年度推进法治政府建设的主要举措和成效", &[Achievements]),
            ("2025年法治政府建设重点工作落实情况", &[Achievements]),
            ("2023年度推荐法治政府建设存在的不足和原因", &[Shortcomings]),
            ("面临的困难和问题", &[Shortcomings]),
            ("存在的问题和下一步打算", &[Shortcomings, NextYear]),
            ("问题及下一步", &[Shortcomings, NextYear]),
            ("主要工作情况及存在的问题", &[Achievements, Shortcomings]),
            ("主要成效和下一步打算", &[Achievements, NextYear]),
            ("2024年度推进法治政府建设的主要安排", &[NextYear]),
            ("法治建设第一责任人履职情况", &[LeaderDuties]),
            ("党政主要负责人履行法治建设第一责任人职责及相关工作情况", &[LeaderDuties]),
            ("深学笃行习近平法治思想，扛稳扛牢“第一责任人”职责", &[LeaderDuties]),
        ];
        for (heading, parts) in cases {
            assert_eq!(strong(heading), *parts, "{heading}");
        }
    }

    #[test]
    fn thematic_headings_name_no_part() {
        for heading in [
            "坚持党对法治政府建设的领导，把牢正确方向",
            "聚焦群众反映突出问题，化解矛盾纠纷",
            "坚持问题导向，补齐执法短板",
            "聚焦关键环节，提升法治建设质效",
            "落实市委“五新”思路举措推动依法治县",
        ] {
            assert_eq!(strong(heading), [], "{heading}");
        }
    }

    #[test]
    fn the_year_tells_plan_from_work_done() {
        let words = |year| PartWords::read_in_year("2024年重点工作", Some(year));
        assert_eq!(words(2024).of(NextYear), Strength::Strong);
        assert_eq!(PartWords::read_in_year("2024 年重点工作", Some(2024)).of(NextYear), Strength::Strong);
        assert_ne!(words(2025).of(NextYear), Strength::Strong);
    }
}
