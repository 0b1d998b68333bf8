//! Whether the plan answers the shortcomings: each shortcoming's own words come again among the measures.

use super::{Verdict, content, has_prompt};
use crate::diagnostic::Finding;
use crate::document::{Document, Part, Status};
use crate::text::chars::is_mark;
use crate::text::{Span, is_han, sort_by_number};

/// Words that stand in any such item and tell nothing.
const COMMON: &[&str] = &[
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
];

pub(super) fn answers(doc: &Document, _: &[Finding]) -> Verdict {
    let (Some(problems), Some(plan)) = (doc.part(Part::Shortcomings).range, doc.part(Part::NextYear).range) else {
        return Verdict::not_applicable("缺不足部分或者安排部分，无从对应");
    };
    if has_prompt(doc, problems) || has_prompt(doc, plan) {
        return Verdict::review(Some(plan), "不足或者措施还没有填写");
    }
    if problems == plan || doc.part(Part::Shortcomings).status == Status::Merged {
        return Verdict::review(Some(plan), "不足与其他部分合写，请核对每条不足是否都有措施");
    }
    let measures = pairs(doc.get(plan));
    let items = content::items(doc, Part::Shortcomings);
    let open: Vec<Span> = items.iter().copied().filter(|&item| !answered(doc.get(item), &measures)).collect();
    match (items.len(), open.first()) {
        (0, _) => Verdict::review(Some(plan), "没有分条写不足，请核对措施是否对应"),
        (n, None) => Verdict::met(plan, format!("{n}条不足在安排中都有相应的措施")),
        (_, Some(&first)) => {
            let words = head(doc.get(first));
            Verdict::review(Some(first), format!("“{words}”在安排中没有看到相应的措施"))
        }
    }
}

/// The words that name a shortcoming: up to the first mark behind a few characters.
fn head(item: &str) -> String {
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

/// Whether the words of a shortcoming, its heading above all, come again among the measures.
fn answered(item: &str, measures: &[u64]) -> bool {
    let found = |text: &str| {
        let own = pairs(text);
        (own.iter().filter(|pair| measures.binary_search(pair).is_ok()).count(), own.len())
    };
    let (shared, of) = found(&head(item));
    // A third of the heading's own pairs, or all of the few it has; or several of the whole item's.
    if (shared >= 2 && shared * 3 >= of) || (of > 0 && shared == of) {
        return true;
    }
    let (shared, of) = found(item);
    shared >= 4 && shared * 5 >= of
}

/// The pairs of neighbouring Chinese characters of `text` that are no common words, ascending.
fn pairs(text: &str) -> Vec<u64> {
    let mut text = text.to_owned();
    for word in COMMON {
        if text.contains(word) {
            text = text.replace(word, " ");
        }
    }
    let pairs = text.chars().zip(text.chars().skip(1)).filter(|&(first, second)| is_han(first) && is_han(second));
    let mut pairs = pairs.map(|(first, second)| u64::from(first) << 32 | u64::from(second)).collect();
    sort_by_number(&mut pairs, |&pair| pair);
    pairs.dedup();
    pairs
}
