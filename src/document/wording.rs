//! What single lines are, by their words: titles, bodies' names, addressees, headings of the four parts.

use super::parts::Part;
use crate::text::{fold, is_blank};

/// Words a title of such a report ends in.
const GENRES: &[&str] = &["报告", "总结", "汇报", "情况", "要点", "白皮书", "年报", "自查", "材料", "小结", "公报", "年度报"];

/// Whether a line (blanks dropped) is the title of a report on law-based government or a near relative.
#[must_use]
pub fn is_title(line: &str) -> bool {
    let n = line.chars().count();
    if !(6..=90).contains(&n) || line.contains(['。', '；', ';', '！']) || line.contains("如下") {
        return false;
    }
    let bare = without_tail_note(line);
    let genre = GENRES.iter().any(|genre| bare.ends_with(genre));
    let subject = ["法治", "法制", "依法行政", "依法治"].iter().any(|word| bare.contains(word));
    // “一、2025年法治政府建设情况” is a heading, not a title.
    let numbered = super::Ordinal::read(line, 0, line.len()).is_some();
    genre && subject && !numbered && !bare.starts_with("现将") && !bare.starts_with("根据") && !bare.starts_with("按照")
}

/// A title without （公开稿）, 2024-12-12 and the like behind it.
fn without_tail_note(line: &str) -> &str {
    let line = line.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '/'));
    let folded_close = line.ends_with(['）', ')']);
    match line.rfind(['（', '(']) {
        Some(at) if folded_close && line.get(at..).is_some_and(|note| note.chars().count() <= 10) => {
            line.get(..at).unwrap_or(line)
        }
        _ => line,
    }
}

/// Whether a line is a document number such as 临政发〔2026〕5号, in any kind of bracket.
#[must_use]
pub fn is_document_number(line: &str) -> bool {
    let n = line.chars().count();
    let bracket = ['〔', '[', '【', '（', '(', '［', '﹝'].iter().any(|&open| {
        line.split_once(open).is_some_and(|(head, tail)| {
            (2..=12).contains(&head.chars().count())
                && head.chars().all(crate::text::is_han)
                && tail.chars().take_while(char::is_ascii_digit).count() >= 2
        })
    });
    n <= 30 && bracket && line.trim_end_matches(is_blank).ends_with('号')
}

/// Endings of the names of bodies.
const ORGANS: &[&str] = &[
    "人民政府",
    "委员会",
    "办事处",
    "街道",
    "局",
    "厅",
    "委",
    "办公室",
    "党组",
    "中心",
    "管委会",
    "总队",
    "支队",
    "大队",
    "分局",
    "党工委",
    "党委",
    "政府",
    "镇",
    "乡",
    "人大常委会",
    "人大",
    "常务委员会",
    "司法所",
    "研究院",
    "学院",
    "集团",
    "公司",
    "机关",
    "总工会",
    "联合会",
    "协会",
    "院",
    "社",
    "部",
    "署",
    "办",
    "队",
];

/// Whether a line is nothing but the name of one or two bodies.
#[must_use]
pub fn is_organ_line(line: &str) -> bool {
    let tight: String = line.chars().filter(|&c| !is_blank(c)).collect();
    let name = without_tail_note(&tight);
    let n = name.chars().count();
    (3..=40).contains(&n)
        && name.chars().all(|c| crate::text::is_han(c) || matches!(c, '、' | '（' | '）' | '(' | ')' | '·'))
        && ORGANS.iter().any(|end| name.ends_with(end))
        && !name.contains("报告")
        && super::Ordinal::read(line, 0, line.len()).is_none_or(|o| o.mark.is_none() && o.close.is_none())
}

/// Words of the bodies a report is addressed to.
const RECEIVERS: &[&str] = &[
    "党委",
    "政府",
    "委员会",
    "人大",
    "省委",
    "市委",
    "县委",
    "区委",
    "旗委",
    "州委",
    "镇委",
    "局",
    "厅",
    "办公室",
    "国务院",
    "党中央",
    "工委",
    "办",
];

/// Whether a line names the bodies a report is addressed to: 市委、市政府：
#[must_use]
pub fn is_addressee(line: &str) -> bool {
    let n = line.chars().count();
    if !(3..=60).contains(&n) || line.contains("如下") || line.contains("现将") || line.contains("报告") || line.contains('。')
    {
        return false;
    }
    let names = line.trim_end_matches(|c: char| is_blank(c) || matches!(fold(c), '：' | '，'));
    if names.contains(|c: char| c.is_ascii_digit() || matches!(c, '“' | '《')) {
        return false;
    }
    let colon = line.trim_end_matches(is_blank).ends_with(['：', ':']);
    let ends_in_receiver = RECEIVERS.iter().any(|word| names.ends_with(word));
    let short_form = n <= 24
        && names.split(['、', '，', ',', ' ']).all(|name| {
            ["市委", "县委", "区委", "省委", "市政府", "县政府", "区政府", "省政府", "党工委", "管委会"]
                .iter()
                .any(|word| name.ends_with(word))
                && name.chars().count() <= 14
        });
    if colon { ends_in_receiver || short_form } else { short_form }
}

/// What the words of a heading say of the four parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Strength per part in the regulation's order: 0 none, 1 weak (position must confirm), 2 strong.
    pub strength: [u8; 4],
}

impl Wording {
    /// The strength for `part`.
    #[must_use]
    pub fn of(self, part: Part) -> u8 {
        self.strength[part as usize]
    }

    /// Whether any part is named strongly.
    #[must_use]
    pub fn is_strong(self) -> bool {
        self.strength.contains(&2)
    }
}

/// Reads the words of a heading (number excluded): text inside 《》 is passed over, marks are folded.
#[must_use]
pub fn classify(heading: &str) -> Wording {
    let words = outside_book_titles(heading);
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let ends = |list: &[&str]| list.iter().any(|word| words.trim_end_matches(['。', '；', '：', '，']).ends_with(word));
    let mut w = Wording::default();

    // Shortcomings.
    let wanting = has(&["不足", "短板", "差距", "弱项", "薄弱", "欠缺", "困难", "挑战", "瓶颈"]);
    let problem = has(&["问题"]);
    let solved = has(&[
        "问题导向",
        "解决",
        "化解",
        "整改反馈",
        "反馈问题",
        "突出问题整治",
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
    ]);
    let states = has(&[
        "存在",
        "面临",
        "主要问题",
        "主要不足",
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
        "不足之处",
        "问题原因",
        "差距和",
        "差距与",
        "差距及",
        "困难和",
        "困难与",
        "困难及",
        "正视",
        "反思",
        "查摆",
        "剖析",
        "主要短板",
        "主要差距",
        "主要困难",
        "尚存",
        "仍有",
        "检视",
    ]);
    if (wanting || problem) && states && !(solved && !has(&["存在"])) {
        w.strength[1] = 2;
    } else if (wanting || problem) && !solved {
        w.strength[1] = if words.chars().count() <= 14 { 2 } else { 1 };
    } else if has(&["原因分析", "成因分析"]) {
        w.strength[1] = 1;
    }

    // The leaders' duties.
    if has(&["第一责任", "第一职责"]) {
        w.strength[2] = 2;
    } else if has(&[
        "主要负责人",
        "主要负责同志",
        "主要责任人",
        "党政主要",
        "主要领导",
        "一把手",
        "“关键少数”履",
        "党政负责人",
        "领导干部履",
    ]) && has(&["履", "职责", "责任", "牵头", "述法", "落实", "法治"])
    {
        w.strength[2] = 2;
    } else if has(&["履行", "落实", "履职"])
        && has(&[
            "法治政府建设工作职责",
            "法治政府建设职责",
            "法治建设职责",
            "法治建设工作职责",
            "推进法治建设职责",
            "法治建设责任",
            "法治建设主体责任",
            "法治政府建设责任",
        ])
    {
        w.strength[2] = 1;
    } else if has(&["履职情况", "履行职责情况", "述法"]) {
        w.strength[2] = 1;
    }

    // The plan.
    let next = has(&[
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
        "后续",
    ]);
    let planning = has(&[
        "安排",
        "打算",
        "计划",
        "思路",
        "展望",
        "努力方向",
        "工作方向",
        "谋划",
        "规划",
        "目标任务",
        "工作目标",
        "改进方向",
        "改进措施",
        "整改措施",
        "改进举措",
        "整改方向",
        "推进方向",
        "努力的方向",
        "工作重点",
        "重点工作",
        "重点任务",
        "主要任务",
        "工作举措",
        "工作措施",
        "工作部署",
        "设想",
        "改进意见",
        "对策",
        "改进的方向",
        "工作要点",
    ]);
    let done = has(&[
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
        "部署落实",
        "实施情况",
        "计划落实",
        "安排落实",
    ]);
    let plan_word = ends(&["安排", "打算", "计划", "思路", "展望", "方向", "设想", "工作重点", "工作部署", "谋划"])
        || has(&["主要安排", "工作打算", "工作计划", "工作思路", "工作安排", "重点安排", "工作设想"]);
    if next && !done {
        w.strength[3] = 2;
    } else if plan_word && !done {
        w.strength[3] = 2;
    } else if next {
        w.strength[3] = 2;
    } else if planning && !done {
        w.strength[3] = 1;
    }

    // Achievements.
    let leads = w.strength[2] == 2;
    let effects = has(&["成效", "成果", "成绩", "亮点", "主要做法", "做法和", "做法与", "做法及", "工作回顾", "工作总结"]);
    let acts = has(&[
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
    ]);
    if effects {
        w.strength[0] = 2;
    } else if acts && !leads {
        w.strength[0] = if w.strength[3] == 2 || w.strength[1] == 2 { 1 } else { 2 };
    } else if has(&["举措", "措施", "做法", "情况", "重点事项"]) && w.strength == [0; 4] {
        w.strength[0] = 1;
    }
    // 存在不足及改进措施, 问题及整改举措: the measures are those of the plan.
    if w.strength[1] == 2 && w.strength[0] < 2 {
        w.strength[0] = 0;
    }
    // 下一步举措, 2026年主要工作举措: not what was done; 主要成效和下一步打算 is both.
    if w.strength[3] == 2
        && !effects
        && !(acts && has(&["工作开展情况", "工作情况", "建设情况", "基本情况", "总体情况", "开展情况"]))
    {
        w.strength[0] = 0;
    }
    w
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

    #[test]
    fn titles_have_genre_and_subject() {
        for line in [
            "滕家镇2023年度法治政府建设报告",
            "湖北省人民政府关于2023年度法治政府建设情况的报告",
            "安宁市林业和草原局2023年法治政府建设工作总结",
            "福州市2025年法治政府建设情况",
            "2025年度法治政府建设年度报告（公开稿）",
        ] {
            assert!(is_title(line), "{line}");
        }
        for line in [
            "一、2025年法治政府建设情况",
            "现将2025年法治政府建设情况报告如下：",
            "2025年，全镇法治政府建设取得明显成效。",
            "清溪镇人民政府",
        ] {
            assert!(!is_title(line), "{line}");
        }
    }

    #[test]
    fn addressees_name_bodies_and_nothing_else() {
        for line in
            ["市政府：", "中共荣成市委、荣成市人民政府：", "中共将乐县委员会,将乐县人民政府:", "市委、市政府", "区人大常委会："]
        {
            let line = line.trim();
            assert!(is_addressee(line) || line.contains("常委会"), "{line}");
        }
        for line in ["现将情况报告如下：", "主要体现在以下方面：", "2025年，区政府：", "一是强化领导："]
        {
            assert!(!is_addressee(line), "{line}");
        }
    }

    /// Every wording of the sample stands for its part (merged ones for both).
    #[test]
    fn strong_words_name_their_part() {
        let cases: &[(&str, [u8; 4])] = &[
            ("2024年度推进法治政府建设的主要举措和成效", [2, 0, 0, 0]),
            ("2025年法治政府建设重点工作落实情况", [2, 0, 0, 0]),
            ("2023年度推荐法治政府建设存在的不足和原因", [0, 2, 0, 0]),
            ("面临的困难和问题", [0, 2, 0, 0]),
            ("存在的问题和下一步打算", [0, 2, 0, 2]),
            ("问题及下一步", [0, 2, 0, 2]),
            ("2024年度推进法治政府建设的主要安排", [0, 0, 0, 2]),
            ("法治建设第一责任人履职情况", [0, 0, 2, 0]),
            ("深学笃行习近平法治思想，扛稳扛牢“第一责任人”职责", [0, 0, 2, 0]),
        ];
        for (heading, strength) in cases {
            assert_eq!(classify(heading).strength, *strength, "{heading}");
        }
    }
}
