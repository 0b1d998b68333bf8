//! 《…活动》: book-title marks around what is no work.

use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, is_han};

crate::declare_rule! {
    /// 检查什么：活动、会议、大赛、专项行动等的名称加了书名号。
    ///
    /// 为什么：书名号标示书籍、文件、文章、影视等作品的名称；活动、会议、奖项等的名称用引号或者不加标号。
    ///
    /// 示例：开展《法治进校园活动》 → 开展“法治进校园”活动
    ///
    /// 修改：改为引号，或者删去书名号。
    ///
    /// 不算：以方案、通知、纪要、报道等结尾的文件和作品，电影、栏目、节目的名称。
    "booktitle-on-nonwork", "非作品用书名号", Punctuation, Info, "GB/T 15834—2011 附录A",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "活动》",
        "会议》",
        "大赛》",
        "竞赛》",
        "比赛》",
        "行动》",
        "宣传周》",
        "宣传月》",
        "宣传日》",
        "推进会》",
        "座谈会》",
        "研讨会》",
        "培训班》",
        "讲座》",
        "论坛》",
        "晚会》",
        "仪式》",
        "专项整治》",
        "专项斗争》",
        "《习近平法治思想》",
        "《习近平新时代中国特色社会主义思想》",
    ]
}

/// Words before the title of a film, programme or book.
const WORKS: &[&str] = &[
    "片",
    "影",
    "剧",
    "歌",
    "曲",
    "书",
    "刊",
    "册",
    "节目",
    "栏目",
    "专栏",
    "视频",
    "作品",
    "文章",
    "小品",
    "情景剧",
    "案例",
    "报道",
    "教材",
    "课",
    "画",
    "文",
    "章",
];

/// What follows such a title.
const WORK_TAILS: &[&str] =
    &["一文", "一书", "节目", "栏目", "专栏", "视频", "短视频", "专题片", "微电影", "报道", "案例", "课程"];

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let close = hit.span.end - '》'.len_utf8();
    let head = around::before(doc.text, close, 40);
    let Some(open) = head.rfind('《').map(|at| close - (head.len() - at)) else { return };
    let name = Span::new(open + '《'.len_utf8(), close);
    let words = doc.get(name);
    let before = around::before(doc.text, open, 4);
    // 《关于…专项行动》 is a document named short.
    let document = words.starts_with("关于") || words.contains(['》', '〈']) || doc.in_quotes(open) || !words.contains(is_han);
    let work =
        WORKS.iter().any(|word| before.ends_with(word)) || around::followed_by(doc.text, hit.span.end, WORK_TAILS).is_some();
    if document || work {
        return;
    }
    let span = Span::new(open, hit.span.end);
    out.push(RULE.finding(span, format!("“{words}”不是书籍、文件等作品，通常不用书名号，可以改用引号")));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_campaigns_meetings_and_contests() {
        flags(&RULE, "开展⟦《法治进校园活动》⟧12场，召开⟦《法治建设推进会》⟧，举办⟦《民法典知识竞赛》⟧。");
        flags(&RULE, "参加⟦《全省行政执法技能大赛》⟧，开展⟦《涉企执法专项行动》⟧，学习⟦《中央全面依法治国工作会议》⟧精神。");
        flags(&RULE, "深入学习⟦《习近平法治思想》⟧和⟦《习近平新时代中国特色社会主义思想》⟧。");
    }

    #[test]
    fn accepts_documents_and_works() {
        accepts(&RULE, "印发《法治进校园活动方案》《关于开展专项行动的通知》《推进会纪要》，落实《关于深化专项行动》。");
        accepts(&RULE, "拍摄微视频《法治进校园活动》，播出《普法大赛》节目，刊发文章《一次难忘的调解会议》。");
        accepts(
            &RULE,
            "学习《习近平法治思想学习纲要》《深入学习贯彻习近平法治思想》《论坚持全面依法治国》，开讲《习近平法治思想》课程。",
        );
    }

    #[test]
    fn accepts_quotations() {
        accepts(&RULE, "开展“法治进校园”活动，学习《宪法》，召开法治建设推进会。");
    }
}
