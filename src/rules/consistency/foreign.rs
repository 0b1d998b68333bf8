//! What wrong-entity and leader-title-mismatch share: where a word of another kind of body stands as the report's own.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document};
use crate::facts::bodies::{self, Foreign, Names, Place};
use crate::rule::{Findings, Rule};
use crate::text::{Hit, Span, Words, around, chars, fold, is_han};

/// A text shorter than this says too little of its author.
const LEAST_HAN: usize = 60;

/// Reports the word at `hit` if it is foreign to the report's body.
pub fn check(rule: &'static Rule, names: Names, doc: &Document, hit: Hit, out: &mut Findings) {
    if !doc.profile_known || doc.scan.han < LEAST_HAN || !is_prose(doc, hit.span.start) {
        return;
    }
    let word = doc.get(hit.span);
    let mut rows = bodies::of(word).iter().filter(|row| row.names == names && row.is_foreign_to(doc));
    let Some((row, span)) = rows.find_map(|row| Some((row, place(doc, hit.span, row)?))) else { return };
    if names_another(doc, hit.span.start, word) {
        return;
    }
    let written = doc.get(span);
    let mut finding = rule.finding(span, format!("“{written}”与本单位不符：{}", row.reason(doc)));
    if let Some(right) = row.right(doc) {
        let edit = Edit::replace(hit.span, right.as_str());
        finding = finding.fix(Fix::suggested(format!("把“{word}”改为“{right}”"), vec![edit]));
    }
    out.push(finding);
}

/// Whether byte `at` stands in the body's own words: no title, signature, book title or quotation.
pub fn is_prose(doc: &Document, at: usize) -> bool {
    doc.block_around(at).is_some_and(Block::is_running) && !doc.in_book_title(at) && !doc.in_quotes(at)
}

/// The span to report, where the word stands as the row says.
fn place(doc: &Document, span: Span, row: &Foreign) -> Option<Span> {
    let text = doc.text;
    if around::is_inside(text, span, &row.inside) || around::followed_by(text, span.end, &row.not_after).is_some() {
        return None;
    }
    let next = around::followed_by(text, span.end, &row.after);
    match row.place {
        Place::Anywhere => Some(span),
        Place::Alone => stands_alone(text, span).then_some(span),
        Place::WithNext => {
            let next = next?;
            stands_alone(text, span).then(|| Span::new(span.start, span.end + next.len()))
        }
        Place::SentenceStart => (next.is_some() && starts_sentence(text, span.start)).then_some(span),
    }
}

/// Words after which a body's name can begin; what else stands in front is part of a longer name.
static BEFORE: Words = Words::new(&[
    "由",
    "在",
    "对",
    "向",
    "把",
    "将",
    "为",
    "从",
    "经",
    "使",
    "让",
    "给",
    "按",
    "以",
    "的",
    "了",
    "是",
    "于",
    "到",
    "至",
    "请",
    "受",
    "发挥",
    "融入",
    "纳入",
    "列入",
    "推动",
    "推进",
    "促进",
    "提升",
    "提高",
    "服务",
    "立足",
    "加强",
    "强化",
    "维护",
    "确保",
    "引导",
    "组织",
    "调整",
    "建立",
    "健全",
    "完善",
    "充实",
    "整合",
    "打造",
    "实现",
    "按照",
    "落实",
    "贯彻",
    "聚焦",
    "紧扣",
    "围绕",
    "坚持",
    "结合",
    "成立",
    "形成",
    "根据",
    "遵照",
    "依托",
    "通过",
    "经过",
    "作为",
    "担任",
    "成为",
    "做到",
    "保障",
    "监督",
    "支持",
    "督促",
    "统筹",
    "召开",
    "主持",
    "列席",
    "提交",
    "印发",
    "出台",
    "制定",
    "修订",
    "创新",
    "改进",
    "优化",
    "规范",
    "压实",
    "明确",
    "接受",
    "听取",
    "扛牢",
    "夯实",
    "深化",
    "增强",
    "覆盖",
    "带动",
    "助推",
    "构建",
    "助力",
    "服从",
    "具有",
    "符合",
    "全年",
    "今年",
    "年度",
    "以来",
    "期间",
    "同时",
    "其中",
    "切实",
    "充分",
    "进一步",
    "不断",
    "履行",
    "落细",
    "抓好",
    "做好",
    "当好",
    "体现",
    "彰显",
    "凸显",
    "适应",
    "满足",
    "贴近",
    "契合",
]);

/// Whether the name at `span` begins there: behind a mark or a verb, not behind the name of a place, nor in a list of others.
pub(super) fn stands_alone(text: &str, span: Span) -> bool {
    match chars::before(text, span.start).map(fold) {
        None => true,
        // 乡镇（街道）, 街道/乡镇: kinds of body side by side.
        Some('（' | '/' | '／') => false,
        _ if chars::after(text, span.end).map(fold).is_some_and(|c| matches!(c, '（' | '/' | '／')) => false,
        _ if goes_on_with_others(text, span.end) => false,
        Some('、') => !lists_others(text, span.start),
        Some(c) if !is_han(c) => true,
        Some(_) => BEFORE.preceding(text, span.start).is_some() && !ends_place_name(text, span.start),
    }
}

/// 县区、街道办事处: what stands before 、 is a body of another rank or kind.
fn lists_others(text: &str, at: usize) -> bool {
    let before = around::before(text, at, 9).trim_end_matches('、');
    let others = [
        "区", "县", "市", "乡镇", "镇街", "部门", "单位", "村", "社区", "各镇", "街道", "所", "局", "委办", "企业", "学校",
        "政府",
    ];
    others.iter().any(|word| before.ends_with(word)) || before.contains('各')
}

/// 街道办事处、乡镇人民政府, 镇党委或者街道党工委: bodies of several kinds.
fn goes_on_with_others(text: &str, at: usize) -> bool {
    const JOINTS: [&str; 6] = ["、", "或者", "或", "和", "以及", "及"];
    const OTHERS: [&str; 12] =
        ["乡镇", "乡（镇", "乡(镇", "镇人民政府", "乡人民政府", "街道党工委", "区县", "县区", "区（县", "社区", "村（", "各"];
    let next = around::followed_by(text, at, &JOINTS).map(|joint| at + joint.len());
    next.is_some_and(|next| around::followed_by(text, next, &OTHERS).is_some())
}

/// 永安街道 in 与永安街道: a preposition that ends a place name of two or three characters between marks.
fn ends_place_name(text: &str, at: usize) -> bool {
    let name = around::han_before(text, at, 4);
    let preposition = around::preceded_by(text, at, &["为", "以", "向", "至", "到", "于", "从", "受"]).is_some();
    preposition
        && name.chars().count() == 2
        && !name.starts_with([
            '作', '定', '设', '列', '变', '成', '提', '报', '交', '纳', '予', '给', '并', '均', '可', '应', '也', '皆',
        ])
}

/// Whether byte `at` opens a sentence of its block, sequence words left out.
fn starts_sentence(text: &str, at: usize) -> bool {
    let at = at - around::preceded_by(text, at, &["一是", "二是", "三是", "四是", "五是", "六是"]).map_or(0, str::len);
    chars::before(text, at).is_none_or(|c| matches!(fold(c), '。' | '；' | '！' | '？' | '\n' | '\r' | '\u{3000}' | ' '))
}

/// Whether the sentence names another body of that kind before byte `at`: 石桥镇……全镇, 县司法局……局长.
fn names_another(doc: &Document, at: usize, word: &str) -> bool {
    let kinds: &[&str] = if word.contains(['镇', '乡']) {
        &["镇", "乡"]
    } else if word.contains(['局', '组']) {
        &["局", "厅", "法院", "检察院", "委党组", "办党组", "发改委", "住建委"]
    } else {
        return false;
    };
    let before = doc.get(Span::new(doc.sentence_at(at).start, at));
    let own = doc.organ.as_deref().unwrap_or("");
    kinds.iter().flat_map(|kind| before.match_indices(kind)).any(|(i, kind)| {
        let name = around::han_before(before, i, 3);
        let Some(last) = name.chars().next_back() else { return false };
        // Not the report's own name, 全镇 or 乡镇, nor a word such as 结局 and 健全镇.
        let own_name = own.contains(&format!("{last}{kind}"));
        let general = "全我本各乡城集古村街市区该结布格当时在由将把的对和与及".contains(last) && !name.contains("市区");
        !own_name && !general && name.chars().count() >= 2
    })
}
