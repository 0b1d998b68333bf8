//! A level of headings left out.

use crate::document::{Document, Heading, OrdinalStyle};
use crate::rule::{Check, Findings};
use crate::rules::numbering::l3_punct::is_level3_half;
use crate::rules::punctuation::context::{Place, Places};

crate::declare_rule! {
    /// 检查什么：“一、”之下直接用“（1）”，“（一）”之下直接用“（1）”；别处用了“（一）”，这里“一、”之下直接用“1.”。
    ///
    /// 为什么：结构层次通常依次用“一、”“（一）”“1.”“（1）”标注，跳级容易看不清层次。
    ///
    /// 示例：一、主要成效 （1）规范执法 → 一、主要成效 （一）规范执法
    ///
    /// 修改：改用下一级序号。
    ///
    /// 不算：全文只有两级，一律用“一、”“1.”；段落里“①”“1）”式的列举。
    "level-skip", "层次跳级", Numbering, Info, "GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let second = OrdinalStyle::HanBrackets.level();
    let has_second = doc.headings.iter().any(|heading| heading.level == second);
    let mut places = Places::new(&RULE);
    let mut before: Option<&Heading> = None;
    for heading in &doc.headings {
        let previous = before.replace(heading);
        let (Some(number), Some(parent)) = (heading.number, heading.parent.and_then(|i| doc.headings.get(i))) else { continue };
        let list =
            is_level3_half(doc, heading, number) || (number.style == OrdinalStyle::ArabicBrackets && number.close.is_none());
        // The first of the siblings speaks for all.
        let follows = previous.is_some_and(|other| other.parent == heading.parent && other.level == heading.level);
        let two_levels = heading.level == OrdinalStyle::Arabic.level() && !has_second;
        if heading.level < parent.level + 2 || list || follows || two_levels || number.value != 1 {
            continue;
        }
        let due = [OrdinalStyle::HanBrackets, OrdinalStyle::Arabic].into_iter().find(|style| style.level() == parent.level + 1);
        let due = due.map_or_else(String::new, |style| style.write(1));
        let above = parent.number.map_or("一级标题", |number| doc.get(number.span));
        let message = format!("“{above}”之下通常用“{due}”，这里用“{}”", doc.get(number.span));
        places.push(Place { span: number.span, edits: Vec::new(), safe: false, message });
    }
    places.tell("", |n| format!("层次序号通常依次用“一、”“（一）”“1.”“（1）”，全文有{n}处跳级"), out);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_a_level_left_out() {
        flags(&RULE, "一、主要成效\n⟦（1）⟧加强领导。研究3次。\n（2）规范执法。办案3件。\n");
        flags(&RULE, "一、主要成效\n（一）加强领导\n⟦（1）⟧学习4次。\n（2）研究3次。\n");
        flags(&RULE, "一、主要成效\n（一）加强领导。研究3次。\n二、存在的不足\n⟦1.⟧人员较少。\n2.经费不足。\n");
    }

    #[test]
    fn accepts_levels_in_order() {
        accepts(&RULE, "一、主要成效\n（一）加强领导\n1.学习4次。\n（1）甲。\n（2）乙。\n2.研究3次。\n");
        accepts(&RULE, "一、主要成效\n1.加强领导。研究3次。\n2.规范执法。办案3件。\n二、存在的不足\n1.人员较少。\n");
    }

    #[test]
    fn accepts_lists_inside_a_section() {
        accepts(&RULE, "一、主要成效\n（一）加强领导\n①学习4次。\n②研究3次。\n1）甲。\n2）乙。\n");
        accepts(&RULE, "（1）加强领导。研究3次。\n（2）规范执法。办案3件。\n");
    }
}
