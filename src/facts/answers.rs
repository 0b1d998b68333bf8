//! The items of a part, and whether the plan answers the shortcomings: each shortcoming's own words come again among the measures.

use std::collections::BTreeSet;

use crate::document::{Document, Part};
use crate::text::chars::is_mark;
use crate::text::{Span, Words, around, is_han};

/// The items of a part: its sub-headings with what stands under them, or its “一是” items, or its paragraphs, or the sentences of its only one.
#[must_use]
pub fn items(doc: &Document, part: Part) -> Vec<Span> {
    let info = doc.part(part);
    let Some(range) = info.range else { return Vec::new() };
    let start = info.heading.and_then(|h| doc.headings.get(h)).map_or(range.start, |heading| heading.title.end);
    let own = Span::new(start, range.end);
    if let Some(parent) = info.heading {
        let children: Vec<Span> = doc.children(Some(parent)).map(|(_, heading)| doc.section(heading)).collect();
        if children.len() >= 2 {
            return children;
        }
    }
    let begins: Vec<usize> =
        doc.sequence.iter().map(|item| item.span.start).filter(|&at| own.start <= at && at < own.end).collect();
    if begins.len() >= 2 {
        let ends = begins.iter().skip(1).copied().chain([own.end]);
        return begins.iter().zip(ends).map(|(&start, end)| Span::new(start, end)).collect();
    }
    let blocks = doc.body_blocks().map(|(_, block)| doc.prose(block)).filter(|span| own.contains(*span) && !span.is_empty());
    let paragraphs: Vec<Span> = blocks.filter(|&span| !doc.get(span).ends_with(['：', ':'])).collect();
    match paragraphs.as_slice() {
        // One paragraph: its sentences and clauses divided by ； are the items.
        [only] => doc.sentences(*only).collect(),
        _ => paragraphs,
    }
}

/// The `items` of the shortcomings whose words do not come again in `plan`.
#[must_use]
pub fn unanswered(doc: &Document, items: &[Span], plan: Span) -> Vec<Span> {
    let measures: BTreeSet<[char; 2]> = pairs(doc.get(plan));
    items.iter().copied().filter(|&item| !answered(doc.get(item), doc.get(plan), &measures)).collect()
}

/// Words that stand in any such item and tell nothing.
static COMMON: Words = Words::new(&[
    "法治政府建设",
    "法治建设",
    "法治政府",
    "依法行政",
    "依法治理",
    "法治",
    "建设",
    "工作",
    "不足",
    "不够",
    "问题",
    "短板",
    "差距",
    "薄弱",
    "存在",
    "还需",
    "需要",
    "有待",
    "进一步",
    "加强",
    "提升",
    "提高",
    "完善",
    "健全",
    "推进",
    "推动",
    "强化",
    "主要",
    "原因",
    "部分",
    "个别",
    "有的",
    "干部",
    "人员",
    "情况",
    "方面",
    "全面",
    "能力",
    "水平",
    "机制",
    "制度",
    "开展",
    "落实",
    "不高",
    "不强",
    "不深",
    "不到位",
    "较大",
    "仍然",
    "一定",
    "我镇",
    "我县",
    "我局",
    "全镇",
    "街道",
    "单位",
    "基层",
    "年度",
    "下一步",
    "以及",
    "相关",
    "一是",
    "二是",
    "三是",
    "四是",
    "五是",
    "六是",
    "七是",
]);

/// The words that name a shortcoming: up to the first mark behind a few characters.
#[must_use]
pub fn head(item: &str) -> String {
    // 对照群众期待，… only leads in.
    let opens =
        ["对照", "一年来", "虽然", "尽管", "在肯定", "总的", "面对", "与"].iter().any(|word| item.trim_start().starts_with(word));
    let item = if opens { item.split_once(['，', ',']).map_or(item, |(_, rest)| rest) } else { item };
    let mut head = String::new();
    for c in item.chars() {
        let enough = head.chars().filter(|&c| is_han(c)).count() >= 6;
        if matches!(c, '。' | '\n') || (enough && is_mark(c)) || head.len() > 90 {
            break;
        }
        head.push(c);
    }
    head
}

/// Words for one matter: a measure that names it may answer a shortcoming that names it.
const MATTERS: &[&[&str]] = &[
    &["普法", "宣传"],
    &[
        "法治思维",
        "法治方式",
        "法治意识",
        "法治素养",
        "法治能力",
        "依法行政意识",
        "依法行政能力",
        "依法办事",
        "学法",
        "法律知识",
        "法治学习",
        "法治培训",
        "法治轮训",
        "法治教育",
    ],
    &["法治意识", "法律意识", "法治观念", "法治素养", "普法", "宣传"],
    &["不平衡", "不均衡", "不够平衡", "不够均衡", "均衡", "示范创建", "督察", "责任落实", "压力传导", "压实责任"],
    &["信用", "诚信", "失信"],
    &["执法", "案卷", "裁量", "处罚"],
    &["审查", "审核", "法律顾问", "公职律师"],
    &["复议", "应诉", "诉讼", "争议", "败诉"],
    &["纠纷", "调解", "矛盾", "信访", "解纷"],
    &["数字", "信息化", "智慧", "数据", "平台"],
    &["决策"],
    &["公开"],
    &["营商", "涉企", "企业"],
    &["立法", "备案", "规范性文件"],
    &["物业"],
    &["应急", "突发"],
];

/// Who is too few or not able, and what is done about it.
const HANDS: &[&str] = &["队伍", "力量", "人手", "人才", "编制"];
const MORE_HANDS: &[&str] =
    &["招录", "招聘", "引进", "充实", "配备", "配齐", "增配", "选调", "选派", "选聘", "跟班", "增加编制", "补充"];

/// Words at the head of a shortcoming that do not tell its matter.
const NO_TOPIC: &[&str] =
    &["行政", "法律", "政府", "社会", "重点", "领导", "群众", "服务", "管理", "治理", "少数", "一些", "整体", "总体"];

/// How many characters in a row a heading and a measure share that speak of one matter: 窗口人员, 示范创建.
const RUN: usize = 4;

/// Whether a run of a heading's words comes again in `plan`, common words alone excepted.
fn shares_run(name: &str, plan: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    chars.windows(RUN).any(|run| {
        let run: String = run.iter().collect();
        run.chars().all(is_han)
            && plan.contains(&run)
            && COMMON.list().iter().fold(run, |run, word| run.replace(word, "")).chars().count() >= 2
    })
}

/// Whether what a heading speaks of first, 公文 of 公文质量不高, comes again in `plan`.
fn shares_topic(name: &str, plan: &str) -> bool {
    let bare = without_common(name);
    let run = bare.split(|c| !is_han(c)).find(|run| run.chars().count() >= 2).unwrap_or("");
    let topic: String = run.chars().take(2).collect();
    run.chars().count() >= 4 && !NO_TOPIC.contains(&topic.as_str()) && plan.contains(&topic)
}

/// Whether the words of a shortcoming, its heading above all, come again among the measures.
fn answered(item: &str, plan: &str, measures: &BTreeSet<[char; 2]>) -> bool {
    let name = head(item);
    let names = |text: &str, matter: &[&str]| around::has_any(text, matter);
    if MATTERS.iter().any(|matter| names(&name, matter) && names(plan, matter)) {
        return true;
    }
    if (names(&name, HANDS) && names(plan, MORE_HANDS)) || shares_run(&name, plan) || shares_topic(&name, plan) {
        return true;
    }
    let found = |text: &str| {
        let own = pairs(text);
        (own.iter().filter(|pair| measures.contains(*pair)).count(), own.len())
    };
    let (shared, of) = found(&name);
    // A third of the heading's own pairs, or all of the few it has; or several of the whole item's.
    if (shared >= 2 && shared * 3 >= of) || (of > 0 && shared == of) {
        return true;
    }
    let (shared, of) = found(item);
    shared >= 4 && shared * 5 >= of
}

/// `text` with a blank for every common word.
fn without_common(text: &str) -> String {
    // What goes for a blank brings no other word about.
    let mut standing = [false; COMMON.list().len()];
    COMMON.each(text, |i, _| standing[i] = true);
    let common = COMMON.list().iter().zip(standing).filter(|(_, stands)| *stands);
    common.fold(text.to_owned(), |text, (word, _)| text.replace(word, " "))
}

/// The pairs of neighbouring Chinese characters of `text` that are no common words.
fn pairs(text: &str) -> BTreeSet<[char; 2]> {
    let chars: Vec<char> = without_common(text).chars().collect();
    chars.windows(2).filter_map(|w| <[char; 2]>::try_from(w).ok()).filter(|w| w.iter().all(|&c| is_han(c))).collect()
}
