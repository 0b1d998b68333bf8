//! What a title says: body, year, kind of document.

use crate::document::{Document, without_plan};
use crate::text::{around, chars};

/// Words of such titles that name no body.
const GENERIC: &[&str] = &[
    "推进法治政府建设",
    "法治政府部门建设",
    "法治政府建设",
    "法治政府",
    "法治建设",
    "法制建设",
    "依法行政",
    "依法治理",
    "法治",
    "法制",
    "建设",
    "全面推进",
    "全面",
    "推进",
    "深入",
    "贯彻落实",
    "贯彻",
    "落实",
    "履行",
    "第一责任人",
    "主要负责人",
    "党政",
    "职责",
    "领导",
    "个人",
    "工作",
    "年度",
    "本年",
    "上一年",
    "上年",
    "全年",
    "上半年",
    "下半年",
    "半年",
    "情况",
    "报告",
    "总结",
    "汇报",
    "自查",
    "述职",
    "述法",
    "要点",
    "白皮书",
    "年报",
    "公报",
    "小结",
    "材料",
    "关于",
    "有关",
    "公开",
    "的",
    "和",
    "及",
    "与",
    "年",
    "度",
];

/// Characters that names of bodies and places end in or hold.
const BODIES: &str = "镇乡街道区县市省局委厅办府院会所队处心司团校盟旗州署站社部关组村库馆";

/// Whether a title names a body or a place.
#[must_use]
pub fn names_body(title: &str) -> bool {
    let mut rest: String = without_brackets(title).chars().filter(|c| chars::is_han(*c)).collect();
    for word in GENERIC {
        rest = rest.replace(word, " ");
    }
    rest.split(' ').any(|piece| piece.chars().count() >= 2 && piece.contains(|c| BODIES.contains(c)))
}

/// `title` without （公开稿） and 【工作总结】.
fn without_brackets(title: &str) -> String {
    let mut depth = 0u32;
    title
        .chars()
        .filter(|&c| {
            match c {
                '（' | '(' | '【' => depth += 1,
                '）' | ')' | '】' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect()
}

/// Whether a title names its year, in any writing, or a span of years.
#[must_use]
pub fn names_year(title: &str) -> bool {
    let digits = title.as_bytes().windows(4).any(|w| w.starts_with(b"20") && w.iter().all(u8::is_ascii_digit));
    digits
        || around::has_any(
            title,
            &["二〇", "二○", "二零", "二O", "２０", "“十", "十四五", "十五五", "20×", "20X", "20x", "20*", "五年"],
        )
}

/// The kind of document a title ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Genre {
    /// 报告, 年报, 白皮书, 公报: what is reported.
    Report,
    /// Another: its word, and what to write instead where that is plain.
    Other(&'static str, Option<&'static str>),
    /// None of the words known.
    Unknown,
}

/// Endings that are not a report, the longest first, and what a report is called instead (的 goes in behind 关于).
const OTHERS: &[(&str, Option<&str>)] = &[
    ("工作情况总结", Some("情况报告")),
    ("情况总结", Some("情况报告")),
    ("年度总结", Some("年度报告")),
    ("工作总结", Some("情况报告")),
    ("工作小结", Some("情况报告")),
    ("总结", Some("情况报告")),
    ("小结", Some("情况报告")),
    ("工作情况汇报", Some("工作情况报告")),
    ("情况汇报", Some("情况报告")),
    ("工作汇报", Some("情况报告")),
    ("汇报", Some("情况报告")),
    ("工作要点", None),
    ("要点", None),
    ("自查", None),
    ("材料", None),
    ("情况", Some("情况报告")),
];

/// The kind of document of `title` (blanks dropped).
#[must_use]
pub fn genre(title: &str) -> Genre {
    let bare = without_brackets(title);
    let whole = bare.trim_end_matches(|c: char| c.is_ascii_digit() || chars::is_mark(c) || matches!(c, '年' | '月' | '日'));
    let bare = without_plan(whole);
    // The report of one leader on his duties is another document.
    if bare.ends_with("述法报告") {
        return Genre::Other("述法报告", None);
    }
    if ["报告", "年报", "白皮书", "公报", "报告书", "年度报", "蓝皮书"].iter().any(|word| bare.ends_with(word))
    {
        return Genre::Report;
    }
    // 总结暨2025年工作计划: to change one word would not do.
    let change = |instead: Option<&'static str>| instead.filter(|_| bare.len() == whole.len());
    OTHERS.iter().find(|(word, _)| bare.ends_with(word)).map_or(Genre::Unknown, |&(word, to)| Genre::Other(word, change(to)))
}

/// A place's name that stands for its government: 滕家镇, 静海区; not 荣成市教育局.
#[must_use]
pub fn is_place(name: &str) -> bool {
    name.ends_with(['镇', '乡', '县', '区', '市', '省', '旗', '州', '盟']) || name.ends_with("街道")
}

/// The name the title gives the body, as it is written there.
#[must_use]
pub fn body_in_title(doc: &Document) -> Option<String> {
    doc.title.as_ref().and_then(|title| crate::document::organ_of_title(&title.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_told_from_the_words_of_the_kind() {
        for title in [
            "滕家镇2023年度法治政府建设报告",
            "2024年闵行区法治政府建设工作情况报告",
            "【工作总结】六安市公安局关于2025年法治政府建设情况的报告",
            "关于涟源市2024年度法治政府建设情况的报告",
            "国家税务总局荣成市税务局2025年度法治税务建设情况报告",
            "中共石门乡委员会石门乡人民政府关于2023年法治政府建设情况的报告",
        ] {
            assert!(names_body(title), "{title}");
        }
        for title in [
            "关于2025年度法治政府建设情况的报告",
            "2022年度法治政府建设情况报告",
            "2025年法治政府建设年度报告（公开稿）",
            "关于2024年推进法治政府建设工作情况的报告",
            "2023年度党政主要负责人履行推进法治建设第一责任人职责情况报告",
        ] {
            assert!(!names_body(title), "{title}");
        }
    }

    #[test]
    fn the_last_word_is_the_kind() {
        assert_eq!(genre("福州市2025年法治政府建设情况"), Genre::Other("情况", Some("情况报告")));
        assert_eq!(genre("某局2025年法治政府建设工作总结"), Genre::Other("工作总结", Some("情况报告")));
        assert_eq!(genre("某局2024年法治政府建设工作总结暨2025年工作计划"), Genre::Other("工作总结", None));
        assert_eq!(genre("某局2024年法治政府建设情况报告及2025年工作安排"), Genre::Report);
        assert_eq!(genre("某局法治政府建设情况的报告（2025年度）"), Genre::Report);
        assert_eq!(genre("新江湾城街道法治政府建设工作报告2024-12-12"), Genre::Report);
        assert_eq!(genre("云溪镇镇长2025年度述法报告"), Genre::Other("述法报告", None));
        assert_eq!(genre("某区法治政府建设白皮书"), Genre::Report);
    }
}
