//! Figures told as clauses: what is counted, and how many.

use crate::document::{Document, Part};
use crate::text::{Hash, Span, Words, around, fold};

use super::counts::{self, Count};

/// A clause that counts one thing: 全年调解矛盾纠纷153件.
pub struct Told {
    /// What is counted (调解矛盾纠纷, words for the whole year and body left out) and its measure word, as one number.
    pub thing: u64,
    /// In how many characters the clause says what is counted.
    pub length: usize,
    /// Whether words for the whole stood there: 全年, 累计, 全镇.
    pub total: bool,
    /// Whether only 累计 did, which may count the years before as well.
    pub summed: bool,
    /// How many.
    pub value: u64,
    /// From the key to the measure word.
    pub span: Span,
    /// The part the clause stands in; `None` in the preamble and other sections.
    pub part: Option<Part>,
}

impl Told {
    /// What is counted, and how many, as one number.
    pub fn fact(&self) -> u64 {
        self.thing ^ self.value.wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

/// Words for the year, the body and the whole, which do not tell what is counted.
static TOTALS: Words = Words::new(&[
    "全年",
    "累计",
    "共计",
    "总共",
    "全镇",
    "全乡",
    "全街道",
    "全县",
    "全区",
    "全市",
    "全局",
    "辖区",
    "年内",
    "一年来",
    "本年度",
    "今年以来",
    "今年",
    "我镇",
    "我乡",
    "我街道",
    "我县",
    "我区",
    "我市",
    "我局",
    "共",
]);
/// Adverbs in front of the verb.
const ADVERBS: Words =
    Words::new(&["先后", "依法", "已", "及时", "成功", "组织", "扎实", "深入", "积极", "集中", "有序", "年度"]);

/// Words between the thing and its number that count all of it.
static COUNTED: Words = Words::new(&["累计", "共计", "共", "达"]);
/// Words in front of the thing that make no other of it.
static KINDS: Words = Words::new(&["各类", "各种"]);

/// Words that tie a figure to a person, a share or a shorter time, so that the same words may well come with another.
static BOUND: Words = Words::new(&[
    "书记", "镇长", "乡长", "主任", "局长", "县长", "市长", "区长", "主持", "召开", "听取", "参加", "讲", "批示", "带队", "会议",
    "调研", "其中", "分别", "另", "又", "再", "新增", "每", "学习", "学法", "接待", "包", "带头", "领导", "专题", "季度", "半年",
    "日", "周", "月",
]);

/// Words that bring another year into a sentence.
const OTHER_YEARS: Words =
    Words::new(&["结转", "跨年", "上年", "往年", "历年", "遗留", "存量", "上一年", "去年", "历史", "以来", "较", "同比"]);

/// The clauses of the parts on what was done that count something; for [`Document::once`].
pub fn told(doc: &Document) -> Vec<Told> {
    let past = |part: Option<Part>| matches!(part, Some(Part::Achievements | Part::LeaderDuties));
    let blocks = doc.body_blocks().filter(|(_, block)| block.is_running() && past(block.part));
    let mut found = Vec::new();
    // The figures of one sentence come one after the other: it is looked through once.
    let (mut sentence, mut other_years) = (Span::default(), false);
    for (_, block) in blocks {
        for count in counts::counts(doc, block.span) {
            let Some(told) = read(doc, block.part, count) else { continue };
            let at = count.span.start;
            if at < sentence.start || sentence.end <= at {
                sentence = doc.sentence_at(at);
                other_years = OTHER_YEARS.are_in(doc.get(sentence));
            }
            found.extend((!other_years).then_some(told));
        }
    }
    found
}

fn read(doc: &Document, part: Option<Part>, count: Count) -> Option<Told> {
    let run = around::han_before(doc.text, count.span.start, 20);
    // The clause must begin where the run does: 其中 or a name in quotes in front would make another thing of it.
    let start = count.span.start - run.len();
    let opens = doc.text.get(..start).and_then(|head| head.chars().next_back()).map(fold);
    if !matches!(opens, None | Some('，' | '。' | '；' | '、' | '：' | '\n' | '\r' | ' ' | '\u{3000}')) {
        return None;
    }
    let (mut key, mut total) = (run, false);
    let (mut yearly, mut summed) = (false, false);
    while let Some(rest) = TOTALS.behind(key) {
        let word = key.get(..key.len() - rest.len()).unwrap_or("");
        yearly |= word.contains('年');
        summed |= word == "累计";
        key = rest;
        total = true;
    }
    while let Some(rest) = ADVERBS.behind(key) {
        key = rest;
    }
    let from = run.len() - KINDS.behind(key).unwrap_or(key).len();
    if let Some(rest) = COUNTED.before(key) {
        key = rest;
        total = true;
    }
    let key = KINDS.behind(key).unwrap_or(key);
    let length = key.chars().count();
    if length < 4 || BOUND.are_in(run) {
        return None;
    }
    let mut thing = Hash::new();
    key.chars().chain(count.unit.chars()).for_each(|c| thing.add(c));
    let span = Span::new(start + from, count.span.end);
    Some(Told { thing: thing.0, length, total, summed: summed && !yearly, value: count.value, span, part })
}
