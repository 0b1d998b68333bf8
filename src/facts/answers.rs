//! The items of a part, and whether the plan answers the shortcomings: each shortcoming's own words come again among the measures.

use std::array;

use crate::document::{Block, Document, Part};
use crate::text::chars::is_mark;
use crate::text::{Seen, Span, Words, around, hash, is_han};

/// The items of a part: its sub-headings with what stands under them, or its “一是” items, or its paragraphs, or the sentences of its only one.
#[must_use]
pub fn items(doc: &Document, part: Part) -> Vec<Span> {
    let info = doc.part(part);
    let Some(range) = info.range else { return Vec::new() };
    let start = info.heading.and_then(|h| doc.headings.get(h)).map_or(range.start, |heading| heading.title.end);
    let end = if part == Part::Shortcomings { causes_from(doc, Span::new(start, range.end)) } else { range.end };
    let own = Span::new(start, end);
    if let Some(parent) = info.heading {
        let children = doc.children(Some(parent)).map(|(_, heading)| doc.section(heading)).filter(|span| span.start < end);
        let children: Vec<Span> = children.map(|span| Span::new(span.start, span.end.min(end))).collect();
        // （一）存在的问题（二）原因分析: what stands under the first are the items.
        if let [_] = children.as_slice()
            && end < range.end
            && let Some((only, _)) = doc.children(Some(parent)).next()
        {
            let inner = doc.children(Some(only)).map(|(_, heading)| doc.section(heading)).filter(|span| span.start < end);
            let inner: Vec<Span> = inner.map(|span| Span::new(span.start, span.end.min(end))).collect();
            if inner.len() >= 2 {
                return inner;
            }
        }
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
        [only] => {
            let told = |sentence: &Span| !leads_in(doc.get(*sentence)) && !tells_causes(doc.get(*sentence));
            let sentences = doc.sentences(*only).filter(told);
            sentences.map(|sentence| behind_lead_in(doc, sentence)).filter(|span| !span.is_empty()).collect()
        }
        _ => paragraphs,
    }
}

/// Whether a text tells the causes of all that stands before it: 产生上述问题的原因，一是……, 以上问题的产生，既有…….
fn tells_causes(text: &str) -> bool {
    let head = text.split(is_mark).next().unwrap_or("");
    let back = ["产生", "造成", "导致", "出现", "以上", "上述", "这些"].iter().any(|word| head.starts_with(word));
    let names = ["问题", "不足", "短板", "差距", "情况"].iter().any(|word| head.contains(word));
    // 究其原因 tells those of what stands just before it.
    back && names && (head.contains("原因") || head.ends_with("产生") || head.ends_with("存在"))
}

/// Where the causes begin that are listed behind the shortcomings: 造成上述问题的原因主要有： on a line of its own.
fn causes_from(doc: &Document, own: Span) -> usize {
    let blocks = || doc.body_blocks().map(|(_, block)| block).filter(|block| own.contains(block.span));
    let opens = |block: &&Block| {
        let text = doc.get(block.span);
        let heading = block.heading.and_then(|h| doc.headings.get(h)).map_or("", |heading| doc.get(heading.title));
        let named =
            around::has_any(heading, &["原因", "成因"]) && !around::has_any(heading, &["问题和", "问题及", "不足和", "不足及"]);
        let leads_in = text.contains("原因") && text.ends_with(['：', ':']) && !text.contains("不足和");
        text.chars().count() <= 30 && (leads_in || (named && heading.chars().count() <= 12))
    };
    let opened = blocks().skip(1).filter(opens).map(|block| block.span.start);
    let told = blocks().flat_map(|block| doc.sentences(block.span)).filter(|sentence| tells_causes(doc.get(*sentence)));
    let mut places = opened.chain(told.map(|sentence| sentence.start).filter(|&at| at > own.start));
    // Told behind every item, they are the items' own.
    places.next().filter(|&first| places.all(|other| other == first)).unwrap_or(own.end)
}

/// A sentence without what leads in to it: 虽取得成效，但还存在一些问题：一方面，…
fn behind_lead_in(doc: &Document, sentence: Span) -> Span {
    let text = doc.get(sentence);
    let named = [
        "问题",
        "不足",
        "短板",
        "环节",
        "方面",
        "差距",
        "主要有",
        "表现在",
        "表现为",
        "体现在",
        "如下",
        "主要是",
        "包括",
        "几点",
    ];
    let colons = text
        .match_indices(['：', ':'])
        .filter(|&(at, _)| text.get(..at).is_some_and(|lead| named.iter().any(|word| lead.ends_with(word))));
    let behind = colons.map(|(at, colon)| at + colon.len()).next_back().unwrap_or(0);
    let rest = text.get(behind..).unwrap_or(text);
    let side = ["另一方面", "一方面"].iter().find_map(|side| rest.strip_prefix(side));
    let rest = side.map_or(rest, |rest| rest.trim_start_matches(is_mark));
    Span::new(sentence.end - rest.len(), sentence.end)
}

/// Whether a sentence only says that something is wanting: 虽然取得一定成效，但与上级要求相比仍有差距.
fn leads_in(sentence: &str) -> bool {
    let opens = ["虽然", "尽管", "在肯定成绩", "对照", "与", "但"].iter().any(|word| sentence.starts_with(word));
    let ends = ["差距", "不足", "问题", "短板"].iter().any(|word| sentence.trim_end_matches(is_mark).ends_with(word));
    opens && ends && around::has_any(sentence, &["相比", "对照"]) && sentence.chars().count() <= 60
}

/// The shortcomings, and those of them that the plan does not answer.
pub struct Answers {
    /// The shortcomings' items.
    pub items: Vec<Span>,
    /// Those whose words do not come again in the plan; none where there is no plan.
    pub open: Vec<Span>,
}

/// Compares the shortcomings with the plan; for [`Document::once`].
#[must_use]
pub fn answers(doc: &Document) -> Answers {
    let items = items(doc, Part::Shortcomings);
    let open = match doc.part(Part::NextYear).range {
        Some(plan) if !items.is_empty() => {
            let plan = Plan::new(doc.get(plan));
            items.iter().copied().filter(|&item| !plan.answers(doc.get(item))).collect()
        }
        _ => Vec::new(),
    };
    Answers { items, open }
}

/// The plan, and what is asked of it for every item.
struct Plan<'t> {
    text: &'t str,
    /// Whether it names each of [`MATTERS`].
    matters: [bool; MATTERS.len()],
    more_hands: bool,
    pairs: Seen,
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
static MATTERS: [Words; 17] = [
    Words::new(&[
        "思想认识",
        "认识不",
        "认识还",
        "重视程度",
        "重视不",
        "重业务",
        "法治意识",
        "学法",
        "抓学习",
        "强意识",
        "法治学习",
        "法治教育",
        "法治培训",
        "履职",
        "述法",
    ]),
    Words::new(&["普法", "宣传"]),
    Words::new(&[
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
    ]),
    Words::new(&["法治意识", "法律意识", "法治观念", "法治素养", "普法", "宣传"]),
    Words::new(&["不平衡", "不均衡", "不够平衡", "不够均衡", "均衡", "示范创建", "督察", "责任落实", "压力传导", "压实责任"]),
    Words::new(&["信用", "诚信", "失信"]),
    Words::new(&["执法", "案卷", "裁量", "处罚"]),
    Words::new(&["审查", "审核", "法律顾问", "公职律师"]),
    Words::new(&["复议", "应诉", "诉讼", "争议", "败诉"]),
    Words::new(&["纠纷", "调解", "矛盾", "信访", "解纷"]),
    Words::new(&["数字", "信息化", "智慧", "数据", "平台"]),
    Words::new(&["决策"]),
    Words::new(&["公开"]),
    Words::new(&["营商", "涉企", "企业"]),
    Words::new(&["立法", "备案", "规范性文件"]),
    Words::new(&["物业"]),
    Words::new(&["应急", "突发"]),
];

/// Who is too few or not able, and what is done about it.
static HANDS: Words = Words::new(&["队伍", "力量", "人手", "人才", "编制"]);
static MORE_HANDS: Words =
    Words::new(&["招录", "招聘", "引进", "充实", "配备", "配齐", "增配", "选调", "选派", "选聘", "跟班", "增加编制", "补充"]);

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
        let own = || without_common(&run).chars().filter(|&c| c != ' ').count();
        run.chars().all(is_han) && own() >= 2 && plan.contains(&run)
    })
}

/// Whether what a heading speaks of first, 公文 of 公文质量不高, comes again in `plan`.
fn shares_topic(name: &str, plan: &str) -> bool {
    let bare = without_common(name);
    let run = bare.split(|c| !is_han(c)).find(|run| run.chars().count() >= 2).unwrap_or("");
    let topic: String = run.chars().take(2).collect();
    run.chars().count() >= 4 && !NO_TOPIC.contains(&topic.as_str()) && plan.contains(&topic)
}

impl<'t> Plan<'t> {
    fn new(text: &'t str) -> Self {
        let matters = array::from_fn(|i| MATTERS.get(i).is_some_and(|matter| matter.are_in(text)));
        Self { text, matters, more_hands: MORE_HANDS.are_in(text), pairs: pairs(text) }
    }

    /// Whether the words of a shortcoming, its heading above all, come again among the measures.
    fn answers(&self, item: &str) -> bool {
        let name = head(item);
        if MATTERS.iter().zip(self.matters).any(|(matter, planned)| planned && matter.are_in(&name)) {
            return true;
        }
        if (self.more_hands && HANDS.are_in(&name)) || shares_run(&name, self.text) || shares_topic(&name, self.text) {
            return true;
        }
        let found = |text: &str| {
            let own = pairs(text);
            (own.keys().filter(|pair| self.pairs.contains_key(*pair)).count(), own.len())
        };
        let (shared, of) = found(&name);
        // A third of the heading's own pairs, or all of the few it has; or several of the whole item's.
        if (shared >= 2 && shared * 3 >= of) || (of > 0 && shared == of) {
            return true;
        }
        let (shared, of) = found(item);
        shared >= 4 && shared * 5 >= of
    }
}

/// `text` with blanks for its common words.
fn without_common(text: &str) -> String {
    let mut common = vec![false; text.len()];
    COMMON.each(text, |i, at| {
        let length = COMMON.list().get(i).map_or(0, |word| word.len());
        common.iter_mut().skip(at).take(length).for_each(|byte| *byte = true);
    });
    text.char_indices().map(|(at, c)| if common.get(at) == Some(&true) { ' ' } else { c }).collect()
}

/// The pairs of neighbouring Chinese characters of `text` that are no common words, hashed.
fn pairs(text: &str) -> Seen {
    let chars: Vec<char> = without_common(text).chars().collect();
    let pairs = chars.windows(2).enumerate().filter(|(_, pair)| pair.iter().all(|&c| is_han(c)));
    pairs.map(|(at, pair)| (hash::of(pair), at)).collect()
}
