//! Ordinals of one series taken from several sets.

use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, chars, fold, is_blank};

crate::declare_rule! {
    /// 检查什么：一组序次语混用不同的说法，如“首先……第二……”“第一……其二……”“一是……其次……”。
    ///
    /// 为什么：“首先、其次、再次”“第一、第二、第三”“其一、其二、其三”是各自成套的序次语，一组之内不混用。
    ///
    /// 示例：首先，健全制度。第二，强化监督。 → 首先，健全制度。其次，强化监督。
    ///
    /// 修改：改用同一套序次语。
    ///
    /// 不算：一项之内套用另一套；第一责任人、第一书记、第一时间等词语；单用“首先”“最后”。
    "sequence-mixed", "序次语混用", Numbering, Warning, "GB/T 15834—2011 4.4.3.3；通行用法",
    Check::Hits(needles, check),
}

/// A set of ordinals, by its place in [`SETS`]; 一是 comes behind them.
type Set = usize;

/// The sets; each needle of a set with its rank. 第一 counts only with a mark behind it, 再次 too.
const SETS: [&[(&str, u32)]; 3] = [
    &[("首先", 1), ("其次", 2), ("再次，", 3)],
    &[
        ("第一，", 1),
        ("第二，", 2),
        ("第三，", 3),
        ("第四，", 4),
        ("第五，", 5),
        ("第一、", 1),
        ("第二、", 2),
        ("第三、", 3),
        ("第四、", 4),
        ("第五、", 5),
    ],
    &[("其一", 1), ("其二", 2), ("其三", 3), ("其四", 4), ("其五", 5)],
];

/// 一是, 二是.
const ITEMS: Set = SETS.len();

fn needles() -> &'static [&'static str] {
    static ALL: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();
    ALL.get_or_init(|| SETS.iter().copied().flatten().map(|&(word, _)| word).collect())
}

/// An ordinal in the text.
#[derive(Clone, Copy)]
struct Marker {
    set: Set,
    rank: u32,
    span: Span,
    /// Whether a mark behind it tells it from an adverb: 首先，, as against 首先由镇党委研究.
    told: bool,
    /// The heading it stands under.
    scope: Option<usize>,
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let mut open: Vec<Marker> = Vec::new();
    let mut scope = None;
    for marker in markers(doc, hits) {
        if scope != Some(marker.scope) {
            scope = Some(marker.scope);
            open.clear();
        }
        if marker.rank == 1 {
            // Nobody nests deeper; a text that does nothing but begin would grow the list.
            open.truncate(3);
            open.push(marker);
        } else if let Some(depth) = open.iter().rposition(|before| before.set == marker.set && before.rank < marker.rank) {
            open.truncate(depth + 1);
            if let Some(last) = open.last_mut() {
                *last = marker;
            }
        } else if let Some(last) =
            open.last_mut().filter(|last| last.rank + 1 == marker.rank && (last.told || marker.set != ITEMS))
        {
            let (before, written) = (doc.get(last.span), doc.get(marker.span));
            out.push(
                RULE.finding(marker.span, format!("前面用“{before}”，这里用“{written}”，不是同一套序次语"))
                    .related(last.span, "上一项在这里"),
            );
            *last = marker;
        }
    }
}

/// The ordinals of all sets, ascending.
fn markers(doc: &Document, hits: &[Hit]) -> Vec<Marker> {
    let scope = |at: usize| doc.block_around(at).and_then(|block| block.heading);
    let words = hits.iter().filter_map(|hit| {
        let mut place = hit.needle as usize;
        let (set, &(word, rank)) = SETS.iter().enumerate().find_map(|(set, words)| match words.get(place) {
            Some(word) => Some((set, word)),
            None => {
                place -= words.len();
                None
            }
        })?;
        let marked = word.ends_with(['，', '、']);
        let span = Span::new(hit.span.start, hit.span.start + 2 * '第'.len_utf8());
        let behind = doc.text.get(span.end..).unwrap_or("");
        let told = marked
            || behind.starts_with(['是', '要'])
            || behind.chars().next().map(fold).is_some_and(|c| matches!(c, '，' | '、' | '：'));
        // 其一 without a mark is a pronoun: 其一人.
        (stands(doc, span) && (told || set == 0)).then(|| Marker { set, rank, span, told, scope: scope(span.start) })
    });
    let items = doc.sequence.iter().map(|item| Marker {
        set: ITEMS,
        rank: item.value,
        span: item.span,
        told: true,
        scope: scope(item.span.start),
    });
    let mut all: Vec<Marker> = words.chain(items).collect();
    crate::text::sort_by_number(&mut all, |marker| marker.span.start as u64);
    all
}

/// Whether an ordinal opens a clause: not 排名第一，, 第一、第二季度.
fn stands(doc: &Document, span: Span) -> bool {
    let Some(block) = doc.block_around(span.start) else { return false };
    let before = chars::before(doc.text, span.start).map(fold);
    let opens = span.start == block.span.start
        || before.is_some_and(|c| is_blank(c) || matches!(c, '。' | '；' | '：' | '，' | '！' | '？' | '）' | '—'));
    let behind = doc.text.get(span.end..).unwrap_or("");
    let listed = behind
        .strip_prefix('、')
        .is_some_and(|rest| rest.starts_with(['第', '其']) || rest.starts_with(crate::text::numerals::is_ordinal_char));
    opens && !listed && !doc.in_book_title(span.start) && !doc.in_quotes(span.start)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_ordinals_of_several_sets() {
        flags(&RULE, "首先，健全制度。⟦第二⟧，强化监督。第三，总结经验。");
        flags(&RULE, "首先,健全制度；其次,强化监督；⟦第三⟧,总结经验。");
        flags(&RULE, "第一，健全制度；⟦其二⟧，强化监督。");
        flags(&RULE, "一是健全制度；⟦其次⟧，强化监督。首先召开会议部署；其次，健全制度；⟦第三⟧，抓好落实。");
        flags(&RULE, "一、主要成效\n首先，健全制度，印发3件。\n⟦第二⟧，强化监督，评查12册。\n");
    }

    #[test]
    fn accepts_one_set_and_nested_ones() {
        accepts(&RULE, "首先，健全制度。其次，强化监督。再次，总结经验。最后，推广做法。");
        accepts(&RULE, "第一，健全制度；第二，强化监督。其一是甲，其二是乙。");
        accepts(&RULE, "首先，抓制度。一是印发3件，二是修订2件。其次，抓监督。第一，评查；第二，通报。");
    }

    #[test]
    fn accepts_words() {
        accepts(&RULE, "首先召开会议部署，第二季度完成整改，第一责任人第一时间到场，第二批清单已公布。");
        accepts(&RULE, "首先，认真学习。全县考核排名第二，位次较上年上升。再次召开推进会。");
        accepts(&RULE, "首先由镇党委研究，第二、三季度组织实施，一月份一是一、二是二。");
    }
}
