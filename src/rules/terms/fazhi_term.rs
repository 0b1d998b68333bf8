//! 法制 where 法治 is meant.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around};

crate::declare_rule! {
    /// 检查什么：把“法治政府”“法治建设”“法治思维”“法治宣传教育”等固定用语写成“法制……”。
    ///
    /// 为什么：2018年宪法修正案以后，治国方略和工作要求一律用“法治”；“法制”只指法律制度。
    ///
    /// 示例：推进法制政府建设 → 推进法治政府建设
    ///
    /// 修改：把“法制”改为“法治”。
    ///
    /// 不算：学法制度、普法制度、执法制度等词中相邻的“法”“制”，法制审核，法制日报，国家法制统一，社会主义法制（历史用法），法制科等机构名，书名号内的名称。
    "fazhi-term", "“法制”“法治”误用", Terms, Warning, "《中华人民共和国宪法》（2018年修正）第五条；通行用法",
    Check::Needles(needles, check),
}

/// 法制 is wrong in front of these; 制度, 制定 and 制约, before which 法 may belong to 学法 or 执法, are not among them.
/// None stands in another, so that a place is found once.
fn needles() -> &'static [&'static str] {
    &[
        "法制政府",
        "法制建设",
        "法制思维",
        "法制方式",
        "法制社会",
        "法制轨道",
        "法制宣传",
        "法制观念",
        "法制意识",
        "法制环境",
        "法制保障",
        "法制化",
        "法制国家",
        "法制中国",
        "法制乡村",
        "法制精神",
        "法制素养",
        "法制理念",
        "法制信仰",
        "法制文化",
        "法制教育",
        "法制讲座",
        "法制培训",
        "法制课",
        "法制副校长",
        "法制进",
        "法制能力",
        "法制氛围",
        "法制水平",
        "法制引领",
        "法制护航",
        "法制营商",
        "法制督察",
        "法制体检",
        "法制示范",
        "法制创建",
        "法制底线",
        "法制根基",
        "法制体系",
        "法制道路",
        "法制是最好",
        "民主法制村",
        "民主法制社区",
        "习近平法制",
    ]
}

/// What belongs to the phrase behind some needles.
const TAILS: [(&str, &[&str]); 3] =
    [("法制宣传", &["教育", "月", "周", "栏"]), ("法制示范", &["创建"]), ("习近平法制", &["思想", "文选"])];

/// After 社会主义, 法制 is history before these are reached: the form of 1978 is 社会主义法制建设.
const MODERN: [&str; 7] = ["法制国家", "法制道路", "法制体系", "法制文化", "法制理念", "法制中国", "法制社会"];

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let word = doc.get(hit.span);
    if doc.in_book_title(hit.span.start) || is_history(doc, hit.span, word) || is_name(doc, hit.span, word) {
        return;
    }
    let tail =
        TAILS.iter().filter(|(head, _)| *head == word).find_map(|(_, tails)| around::followed_by(doc.text, hit.span.end, tails));
    let phrase = Span::new(hit.span.start, hit.span.end + tail.map_or(0, str::len));
    let Some(at) = word.find("法制") else { return };
    let span = Span::new(hit.span.start + at, hit.span.start + at + "法制".len());
    let word = doc.get(phrase);
    let right = word.replacen("法制", "法治", 1);
    out.push(
        RULE.finding(phrase, format!("“{word}”应为“{right}”"))
            .fix(Fix::safe(format!("改为“{right}”"), vec![Edit::replace(span, "法治")])),
    );
}

/// 健全社会主义法制建设 quotes history; 中国特色社会主义法制体系 does not.
fn is_history(doc: &Document, span: Span, word: &str) -> bool {
    let before = doc.text.get(..span.start).unwrap_or("");
    if word == "法制体系" {
        return !before.ends_with("中国特色社会主义");
    }
    before.ends_with("社会主义") && !MODERN.contains(&word)
}

/// The names of places, papers and posts that keep the old word.
fn is_name(doc: &Document, span: Span, word: &str) -> bool {
    let after = |words: &[&str]| around::followed_by(doc.text, span.end, words).is_some();
    match word {
        "法制教育" => after(&["基地", "中心", "学校", "馆", "网", "所"]),
        "法制文化" => after(&["报", "研究会"]),
        // 法制进行审核, 法制进度.
        "法制进" => !after(&[
            "校园", "学校", "社区", "农村", "乡村", "村", "企业", "机关", "家庭", "单位", "万家", "课堂", "工地", "军营", "网络",
            "景区", "市场",
        ]),
        "法制课" => after(&["题"]),
        // 全国法制宣传日 is the old name of a day.
        "法制宣传" => after(&["处", "科", "股", "中心", "日"]),
        "法制建设" => around::preceded_by(doc.text, span.start, &["民主"]).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_set_phrases_written_with_the_wrong_character() {
        flags(&RULE, "全面推进⟦法制政府⟧建设，增强干部⟦法制观念⟧。");
        flags(&RULE, "开展⟦法制宣传教育⟧12场，举办⟦法制讲座⟧3期，聘请⟦法制副校长⟧2名。");
        flags(&RULE, "深入学习⟦习近平法制思想⟧，建设民主⟦法制示范⟧村，打造⟦法制化⟧营商环境。");
        flags(&RULE, "坚持中国特色社会主义⟦法制道路⟧，扎实开展“⟦法制进⟧校园”活动。");
        fixes(&RULE, "运用法制思维解决问题。", "运用法治思维解决问题。");
        fixes(&RULE, "创建民主法制村3个。", "创建民主法治村3个。");
    }

    #[test]
    fn accepts_words_that_only_meet() {
        accepts(&RULE, "不断深化学法制度建设，完善执法制度和述法制度。");
        accepts(&RULE, "落实普法制度、用法制度，健全司法制约监督机制，严格立法制定程序。");
    }

    #[test]
    fn accepts_what_is_a_legal_system_or_a_name() {
        accepts(&RULE, "落实重大执法决定法制审核制度，配齐法制审核人员，维护国家法制统一。");
        accepts(&RULE, "发展社会主义民主、健全社会主义法制建设的历史经验值得总结。");
        accepts(&RULE, "认真学习《关于加强法制建设的决定》，在法制日报刊发信息2篇。");
        accepts(&RULE, "县公安局法制大队、司法局法制科派员授课，到青少年法制教育基地参观。");
    }
}
