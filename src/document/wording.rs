//! What single lines are, by their words: titles, bodies' names, addressees, headings of the four parts.

use std::borrow::Cow;

use crate::text::{around, fold, is_blank};

/// Words a title of such a report ends in.
const GENRES: &[&str] = &["报告", "总结", "汇报", "情况", "要点", "白皮书", "年报", "自查", "材料", "小结", "公报", "年度报"];

/// A line in which what a skeleton leaves open, 【请填写：…】, is filled with a name, so that it reads as it will.
#[must_use]
pub fn filled(line: &str) -> Cow<'_, str> {
    if !line.contains(PROMPT) {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((head, tail)) = rest.split_once(PROMPT) {
        out.push_str(head);
        out.push_str("某机关");
        rest = tail.split_once('】').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// How a prompt of a skeleton begins.
const PROMPT: &str = "【请填写";

/// Whether a line is a date whose year, month or day is still open: 2026年　月　日, 2026年×月×日.
#[must_use]
pub fn is_unfilled_date(line: &str) -> bool {
    let line = filled(line);
    let open =
        |c: char| is_blank(c) || c.is_ascii_digit() || matches!(c, '某' | '机' | '关' | '×' | 'X' | 'x' | 'Ｘ' | '*' | '_' | '○');
    line.chars().count() <= 40 && line.chars().filter(|&c| !open(c)).eq("年月日".chars())
}

/// Whether a line (blanks dropped) is the title of a report on law-based government or a near relative.
#[must_use]
pub fn is_title(line: &str) -> bool {
    let n = line.chars().count();
    if !(6..=90).contains(&n) || line.contains(['。', '；', ';', '！', '|']) || line.contains("如下") {
        return false;
    }
    let bare = without_plan(without_tail_note(line));
    let genre = GENRES.iter().any(|genre| bare.ends_with(genre));
    let subject = around::has_any(bare, &["法治", "法制", "依法行政", "依法治", "述法"]);
    // “一、2025年法治政府建设情况” is a heading, not a title.
    genre && subject && !is_numbered(line) && !bare.starts_with("现将") && !bare.starts_with("根据") && !bare.starts_with("按照")
}

/// Whether a heading's number opens the line: 一、, 1., and 一 alone, but not the 三 of 三河市 or the 五 of 五里镇.
fn is_numbered(line: &str) -> bool {
    super::Ordinal::read(line, 0, line.len()).is_some_and(|ordinal| {
        let body = || super::organ_of_title(line).is_some_and(|name| super::Profile::of_name(&name).is_some());
        !(ordinal.is_bare() && body())
    })
}

/// Whether a title is that of the account of a leader, or of the two, on their duties: 述法报告, 履行……第一责任人职责情况的报告.
#[must_use]
pub fn is_account_of_leaders(title: &str) -> bool {
    title.contains("述法") || (title.contains("第一责任人") && !title.contains("法治政府建设"))
}

/// Whether the first line is the title of a body's report of a year that does not say what it reports on: 清溪镇2025年度工作情况报告.
#[must_use]
pub fn is_plain_title(line: &str) -> bool {
    let n = line.chars().count();
    let report = ["情况报告", "情况的报告", "工作报告", "年度报告", "工作总结"].iter().any(|genre| line.ends_with(genre));
    let body = super::organ_of_title(line).and_then(|name| super::Profile::of_name(&name));
    let plain = line.chars().all(|c| crate::text::is_han(c) || c.is_ascii_digit() || matches!(c, '（' | '）'));
    (8..=40).contains(&n) && report && plain && !is_numbered(line) && body.is_some() && line.contains("20") && line.contains('年')
}

/// A line that would be a title without the mark it ends in, without that mark.
#[must_use]
pub fn without_end_mark(line: &str) -> &str {
    let is_point = |c: char| matches!(fold(c), '。' | '，' | '；' | '：' | '！' | '、' | '.');
    let bare = line.trim_end_matches(|c| is_point(c) || is_blank(c));
    let names_year = bare.contains("20") || bare.contains("二〇") || bare.contains("关于");
    let titled = bare.len() < line.len() && names_year && !bare.contains(['，', ',', '。', '：', ':']) && is_title(bare);
    if titled { bare } else { line }
}

/// A title without the plan it names behind the report: 2024年法治政府建设工作总结暨2025年工作计划.
#[must_use]
pub fn without_plan(title: &str) -> &str {
    if !["计划", "打算", "安排", "思路", "重点", "要点"].iter().any(|plan| title.ends_with(plan)) {
        return title;
    }
    let mut heads =
        title.char_indices().filter(|(_, c)| matches!(c, '暨' | '及' | '和' | '与')).filter_map(|(at, _)| title.get(..at));
    heads.rfind(|head| GENRES.iter().any(|genre| head.ends_with(genre))).unwrap_or(title)
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
                && tail.trim_start_matches(is_blank).chars().take_while(char::is_ascii_digit).count() >= 2
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
    "海关",
    "开发区",
    "高新区",
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
        && super::Ordinal::read(line, 0, line.len()).is_none_or(|ordinal| ordinal.is_bare())
}

/// Whether a line is the red head of a document: 清溪镇人民政府文件.
#[must_use]
pub fn is_masthead(line: &str) -> bool {
    line.trim_end_matches(is_blank).strip_suffix("文件").is_some_and(is_organ_line)
}

/// Whether a line under the title tells where a report was given by word of mouth: ——2024年4月26日在…第十七次会议上.
#[must_use]
pub fn is_session_line(line: &str) -> bool {
    let line = line.trim_matches(|c: char| is_blank(c) || matches!(fold(c), '—' | '（' | '）' | '-' | '―' | '─'));
    let held = line.ends_with("会议上") || line.ends_with("会上") || line.ends_with("会议");
    held && line.starts_with("20") && line.contains("日在") && line.chars().count() <= 60
}

/// Whether a line is a mark of secrecy: 绝密, 秘密★1年, 密级：机密.
#[must_use]
pub fn is_secrecy_mark(line: &str) -> bool {
    let bracket = |c: char| is_blank(c) || matches!(fold(c), '【' | '】' | '（' | '）' | '［' | '］');
    let inner = line.trim_matches(bracket);
    let inner = inner.strip_prefix("密级").map_or(inner, |rest| rest.trim_start_matches(|c| fold(c) == '：' || is_blank(c)));
    let level = ["绝密", "机密", "秘密"].iter().find_map(|level| inner.strip_prefix(level));
    level.is_some_and(|term| {
        let term = term.trim_start_matches(|c| is_blank(c) || matches!(c, '★' | '☆' | '*' | '⭐'));
        let digits = term.trim_start_matches(|c: char| c.is_ascii_digit());
        match digits {
            "" => term.is_empty(),
            "年" | "个月" => digits.len() < term.len(),
            "长期" => digits.len() == term.len(),
            _ => false,
        }
    })
}

/// Whether a line above the title is one of a document's marks: 份号, 密级, 紧急程度.
#[must_use]
pub fn is_document_mark(line: &str) -> bool {
    let copy = line.len() == 6 && line.bytes().all(|b| b.is_ascii_digit());
    let held = ["内部资料", "内部文件", "内部材料", "注意保密", "不得外传"].iter().any(|word| line.contains(word));
    let held = held && line.chars().count() <= 16 && !line.contains(['。', '：']);
    copy || held || matches!(line, "特急" | "加急" | "特提" | "平急") || is_secrecy_mark(line)
}

/// Words of the bodies a report is addressed to.
const RECEIVERS: &[&str] = &[
    "党委",
    "政府",
    "委员会",
    "人大",
    "常委会",
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
    // Ministries, to which departments of provinces report.
    "教育部",
    "科技部",
    "信息化部",
    "公安部",
    "民政部",
    "司法部",
    "财政部",
    "保障部",
    "资源部",
    "环境部",
    "建设部",
    "运输部",
    "水利部",
    "农村部",
    "商务部",
    "旅游部",
    "管理部",
];

/// Whether a line names the bodies a report is addressed to: 市委、市政府：
#[must_use]
pub fn is_addressee(line: &str) -> bool {
    let n = line.chars().count();
    if !(3..=60).contains(&n) || line.contains("如下") || line.contains("现将") || line.contains("报告") {
        return false;
    }
    let names = line.trim_end_matches(|c: char| is_blank(c) || matches!(fold(c), '：' | '，' | '；' | '、' | '。'));
    if names.contains(|c: char| c.is_ascii_digit() || matches!(c, '“' | '《' | '。')) {
        return false;
    }
    // A comma or semicolon in the colon's place: 县人民政府， on a line of its own is no sentence.
    let colon = line.trim_end_matches(is_blank).ends_with(['：', ':', '，', ',', '；', ';']);
    let ends_in_receiver = RECEIVERS.iter().any(|word| names.ends_with(word));
    let short_form = n <= 24
        && names.split(['、', '，', ',', ' ']).filter(|name| !name.is_empty()).all(|name| {
            [
                "市委",
                "县委",
                "区委",
                "省委",
                "市政府",
                "县政府",
                "区政府",
                "省政府",
                "党工委",
                "管委会",
                "治县办",
                "治市办",
                "治区办",
                "治省办",
            ]
            .iter()
            .any(|word| name.ends_with(word))
                && name.chars().count() <= 14
        });
    // 中共临河县委、县人大常委会，市人民政府: several bodies in a row sign nothing together.
    let several = n <= 40
        && names.contains(['、', '，', ','])
        && names.split(['、', '，', ',']).all(|name| RECEIVERS.iter().any(|word| name.ends_with(word)))
        && names
            .split(['、', '，', ','])
            .any(|name| ["省委", "市委", "县委", "区委", "常委会"].iter().any(|word| name.ends_with(word)));
    // A comma at the end stands for the colon; without any mark a full name may be the signing body.
    let comma = line.trim_end_matches(is_blank).ends_with(['，', ',', '；', ';', '、', '。']);
    if colon || comma { ends_in_receiver || short_form } else { short_form || several }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_open_reads_as_it_will() {
        assert_eq!(filled("【请填写：乡镇名称】人民政府"), "某机关人民政府");
        for line in ["2027年【请填写：月】月【请填写：日】日", "2026年　月　日", "    年  月  日", "20××年×月×日"]
        {
            assert!(is_unfilled_date(line), "{line}");
        }
        for line in ["2026年1月", "本年度每月每日", "年初"] {
            assert!(!is_unfilled_date(line), "{line}");
        }
    }

    #[test]
    fn titles_have_genre_and_subject() {
        for line in [
            "滕家镇2023年度法治政府建设报告",
            "湖北省人民政府关于2023年度法治政府建设情况的报告",
            "安宁市林业和草原局2023年法治政府建设工作总结",
            "福州市2025年法治政府建设情况",
            "2025年度法治政府建设年度报告（公开稿）",
            "清渠县水利局2024年法治政府建设工作总结暨2025年工作计划",
            "清渠县教育局2024年法治政府建设工作情况及2025年工作打算",
        ] {
            assert!(is_title(line), "{line}");
        }
        for line in [
            "一、2025年法治政府建设情况",
            "现将2025年法治政府建设情况报告如下：",
            "2025年，全镇法治政府建设取得明显成效。",
            "清溪镇人民政府",
            "清溪镇法治政府建设和2025年工作计划",
        ] {
            assert!(!is_title(line), "{line}");
        }
    }

    #[test]
    fn the_name_of_a_place_may_begin_with_a_numeral() {
        for name in ["三河市人民政府", "五里镇人民政府关于", "八里湖街道", "七里河区司法局", "九真县"]
        {
            assert!(is_title(&format!("{name}2025年度法治政府建设情况报告")), "{name}");
        }
        assert!(is_plain_title("三河市水利局2025年度工作情况报告"));
        for heading in
            ["三2025年度法治政府建设情况报告", "三、三河市2025年度法治政府建设情况报告", "（三）五里镇法治政府建设情况报告"]
        {
            assert!(!is_title(heading), "{heading}");
        }
    }

    #[test]
    fn a_document_number_may_have_blanks() {
        assert!(super::is_document_number("临政发〔2025〕3号") && super::is_document_number("临政发〔 2025 〕 3 号"));
        assert!(!super::is_document_number("临河县人民政府3号") && !super::is_document_number("临政发〔二〕3号"));
    }

    #[test]
    fn a_plain_title_names_body_year_and_kind() {
        assert!(is_plain_title("清溪镇2025年度工作情况报告") && is_plain_title("临河县水利局关于2025年工作情况的报告"));
        for line in ["2025年度工作情况报告", "清溪镇工作情况报告", "一、清溪镇2025年工作情况报告", "清溪镇2025年主要工作"]
        {
            assert!(!is_plain_title(line), "{line}");
        }
    }

    #[test]
    fn a_session_line_names_day_and_meeting() {
        assert!(is_session_line("——2024年4月26日在鹿山区第十八届人民代表大会常务委员会第十七次会议上"));
        assert!(is_session_line("(2025年5月29日在市人大常委会第二十七次会议上)"));
        for line in ["2024年4月26日", "2024年4月26日在区委召开会议，部署工作。", "区人大常委会第十七次会议上"]
        {
            assert!(!is_session_line(line), "{line}");
        }
    }

    #[test]
    fn a_mark_behind_a_title_is_no_part_of_it() {
        assert_eq!(without_end_mark("关于2025年度法治政府建设情况的报告。"), "关于2025年度法治政府建设情况的报告");
        for line in ["2025年，全镇总结法治政府建设情况。", "现将2025年法治政府建设情况报告：", "县人民政府："]
        {
            assert_eq!(without_end_mark(line), line);
        }
    }

    #[test]
    fn addressees_name_bodies_and_nothing_else() {
        for line in [
            "市政府：",
            "安渠县人民政府，",
            "中共荣成市委、荣成市人民政府：",
            "中共将乐县委员会,将乐县人民政府:",
            "市委、市政府",
            "县委依法治县办",
            "区人大常委会：",
        ] {
            let line = line.trim();
            assert!(is_addressee(line) || line.contains("常委会"), "{line}");
        }
        assert!(is_addressee("县委、县政府。") && !is_addressee("县委作出部署。县政府抓好落实。"));
        assert!(is_addressee("中共江岭省委、江岭省人民政府，应急管理部："));
        assert!(is_addressee("安渠县人民政府，") && is_addressee("中共清渠县委、清渠县人大常委会："));
        for line in ["现将情况报告如下：", "全文分为四部：", "主要体现在以下方面：", "2025年，区政府：", "一是强化领导："]
        {
            assert!(!is_addressee(line), "{line}");
        }
    }
}
