//! Sets whose members are listed otherwise than they are.

use crate::diagnostic::{Fix, Severity};
use crate::document::Document;
use crate::facts::member_sets::{self, MemberSet};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars};

crate::declare_rule! {
    /// 检查什么：写出“四个意识”“四个自信”“四风”等提法的成员时，成员有错、有漏或次序不对。
    ///
    /// 为什么：这些提法的成员和次序是固定的，引用时应当与原文一致。
    ///
    /// 示例：增强政治意识、大局意识、责任意识、看齐意识等“四个意识” → 增强政治意识、大局意识、核心意识、看齐意识等“四个意识”
    ///
    /// 修改：改为固定的成员和次序。
    ///
    /// 不算：没有同时写出提法名称的普通并列（如“增强政治意识、大局意识、服务意识”），只写提法不列成员的。
    "formula-members", "固定提法成员错误", Terms, Error, "《中国共产党章程》；求是网2020年3月12日",
    Check::Needles(member_sets::names, check),
}

/// How far from the term its members may stand, in characters.
const REACH: usize = 40;

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(set) = member_sets::all().get(usize::from(hit.needle)) else { return };
    if doc.in_book_title(hit.span.start) {
        return;
    }
    let sentence = doc.sentence_at(hit.span.start);
    let found = listed(doc, Span::new(sentence.start, hit.span.start), set, Side::Before)
        .or_else(|| listed(doc, Span::new(hit.span.end, sentence.end), set, Side::Behind));
    let Some(list) = found else { return };
    let whole = set.members.join("、");
    let written = doc.get(list.span);
    let strange = list.known.len() < list.items || list.known.len() != set.members.len();
    let ordered = list.known.is_sorted();
    if !strange && ordered {
        return;
    }
    let message = format!("“{}”的成员是“{whole}”，与“{written}”不一致", set.name);
    let finding = RULE.finding(list.span, message).fix(Fix::suggest_replace(list.span, &whole));
    out.push(if strange { finding } else { finding.at_most(Severity::Warning) });
}

/// On which side of the term its members stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// Members listed one after another.
struct Listed {
    span: Span,
    /// How many there are, known or not.
    items: usize,
    /// The places of the known ones in the set.
    known: Vec<usize>,
}

/// The list of members near the term: at least half of them, joined by 、, 和 or the like.
fn listed(doc: &Document, around: Span, set: &MemberSet, side: Side) -> Option<Listed> {
    let text = doc.get(around);
    let near = |at: usize| match side {
        Side::Behind => text.get(..at).unwrap_or("").chars().count() <= REACH / 4,
        Side::Before => text.get(at..).unwrap_or("").chars().count() <= REACH,
    };
    let first = set.members.iter().filter_map(|member| text.find(member)).filter(|&at| near(at)).min()?;
    let start = item_before(text, first, set)?;
    let mut at = first;
    let mut list = Listed { span: Span::at(around.start + start), items: usize::from(start < first), known: Vec::new() };
    loop {
        let rest = text.get(at..)?;
        let len = match set.members.iter().position(|member| rest.starts_with(member)) {
            Some(place) => {
                list.known.push(place);
                set.members.get(place).map_or(0, |member| member.len())
            }
            None => item(rest, set)?,
        };
        list.items += 1;
        at += len;
        list.span.end = around.start + at;
        let joint = joint(text.get(at..)?);
        if joint == 0 {
            break;
        }
        // 文化自觉 for 文化自信, the only one that is wanting.
        if let Some(len) = last_misnamed(text.get(at + joint..)?, set, &list) {
            list.items += 1;
            at += joint + len;
            list.span.end = around.start + at;
            break;
        }
        if !follows(text.get(at + joint..)?, set) {
            // An item of no known shape: what belongs to the list cannot be told.
            if text.get(at..)?.starts_with('、') {
                return None;
            }
            break;
        }
        at += joint;
    }
    let telling = list.known.len() * 2 >= set.members.len() && list.items >= 2;
    // What stands between the list and the term must belong to them: 等, brackets, quotation marks, 为内容的.
    let gap = match side {
        Side::Behind => text.get(..start)?,
        Side::Before => text.get(at..)?,
    };
    let told = around::has_any(gap, &["即", "包括", "分别", "就是"]);
    let tied = gap.chars().count() <= 8 && (told || !gap.contains(['，', ',']));
    (telling && tied).then_some(list)
}

/// The length of a last item that begins like the only member that is wanting, and ends otherwise.
fn last_misnamed(text: &str, set: &MemberSet, list: &Listed) -> Option<usize> {
    if list.known.len() + 1 != set.members.len() || list.items != list.known.len() {
        return None;
    }
    let ending = common_ending(set);
    let wanting = set.members.iter().enumerate().find(|(place, _)| !list.known.contains(place))?.1;
    let stem = wanting.strip_suffix(ending.as_str()).filter(|_| !ending.is_empty())?;
    let tail = text.strip_prefix(stem).filter(|tail| !tail.starts_with(ending.as_str()))?;
    let len = stem.len() + tail.chars().take(ending.chars().count()).map(char::len_utf8).sum::<usize>();
    let ends = text.get(len..)?.chars().next().is_none_or(|c| !chars::is_han(c));
    (ends && text.get(..len)?.chars().all(chars::is_han)).then_some(len)
}

/// Where the list begins whose first known member is at byte `at`: a strange item may stand in front of it (责任意识、大局意识).
/// `None` where one does whose extent cannot be told.
fn item_before(text: &str, at: usize, set: &MemberSet) -> Option<usize> {
    let Some(head) = text.get(..at)?.strip_suffix('、') else { return Some(at) };
    let length = set.members.first()?.chars().count();
    let alike = set.members.iter().all(|member| member.chars().count() == length);
    let ending = common_ending(set);
    if !alike || ending.is_empty() || !head.ends_with(&ending) {
        return None;
    }
    head.char_indices().rev().nth(length - 1).map(|(at, _)| at)
}

/// The length of a mark or word that joins two items.
fn joint(text: &str) -> usize {
    ["、", "和", "及", "与", "，", ","].iter().find(|joint| text.starts_with(**joint)).map_or(0, |joint| joint.len())
}

/// Whether another item follows: a member, or words shaped like one.
fn follows(text: &str, set: &MemberSet) -> bool {
    set.members.iter().any(|member| text.starts_with(member)) || item(text, set).is_some()
}

/// The length of an item that is no member but ends like one: 责任意识.
fn item(text: &str, set: &MemberSet) -> Option<usize> {
    let ending = common_ending(set);
    let end = text.find(|c: char| !chars::is_han(c)).unwrap_or(text.len());
    let word = text.get(..end)?;
    let longest = set.members.iter().map(|member| member.len()).max()?;
    let at = word.find(ending.as_str()).filter(|_| !ending.is_empty())? + ending.len();
    (at <= longest + 6).then_some(at)
}

/// What all members end in: 意识, 自信; empty where they end differently.
fn common_ending(set: &MemberSet) -> String {
    let Some(first) = set.members.first() else { return String::new() };
    let endings = first.char_indices().map(|(at, _)| first.get(at..).unwrap_or(""));
    endings
        .skip(1)
        .find(|ending| set.members.iter().all(|member| member.ends_with(ending)))
        .filter(|ending| ending.chars().count() >= 2)
        .unwrap_or("")
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_members_that_are_wrong() {
        flags(&RULE, "增强“四个意识”（⟦政治意识、大局意识、责任意识、看齐意识⟧），提高站位。");
        flags(&RULE, "增强⟦责任意识、大局意识、核心意识、看齐意识⟧“四个意识”。");
        flags(&RULE, "坚定⟦道路自信、理论自信、制度自信、民族自信⟧“四个自信”。");
        fixes(
            &RULE,
            "牢固树立政治意识、大局意识、责任意识、看齐意识等“四个意识”。",
            "牢固树立政治意识、大局意识、核心意识、看齐意识等“四个意识”。",
        );
    }

    #[test]
    fn flags_members_that_are_missing_or_out_of_order() {
        flags(&RULE, "坚定“四个自信”，即⟦道路自信、制度自信、文化自信⟧。");
        flags(&RULE, "增强“四个意识”（⟦政治意识、核心意识、大局意识、看齐意识⟧）。");
        flags(&RULE, "驰而不息纠治⟦官僚主义、形式主义、享乐主义和奢靡之风⟧“四风”问题。");
    }

    #[test]
    fn accepts_the_members_as_they_are() {
        accepts(
            &RULE,
            "增强政治意识、大局意识、核心意识、看齐意识等“四个意识”，坚定“四个自信”（道路自信、理论自信、制度自信、文化自信）。",
        );
        accepts(&RULE, "贯彻创新、协调、绿色、开放、共享的新发展理念，统筹推进“五位一体”总体布局。");
    }

    #[test]
    fn accepts_ordinary_lists() {
        accepts(&RULE, "增强政治意识、大局意识、服务意识，不断增强“四个意识”、坚定“四个自信”、做到“两个维护”。");
        accepts(&RULE, "贯彻创新、协调、绿色、开放、共赢的新发展理念，协调推进全面建成小康社会、全面深化改革等“四个全面”。");
        accepts(&RULE, "坚持新发展理念，推动开放共享，纠治“四风”，整治形式主义、官僚主义突出问题，推进经济建设和社会建设。");
    }

    #[test]
    fn flags_a_last_member_that_ends_otherwise() {
        flags(&RULE, "坚定“四个自信”，即⟦道路自信、理论自信、制度自信、文化自觉⟧。");
        accepts(&RULE, "坚定“四个自信”，即道路自信、理论自信、制度自信、文化自信，增强文化自觉。");
    }
}
