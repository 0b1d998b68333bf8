//! Whether the plan answers the shortcomings: each shortcoming's own words come again among the measures.

use super::Verdict;
use crate::diagnostic::Finding;
use crate::document::{Document, Part, Status};
use crate::facts::answers::{answers as compared, head};
use crate::facts::shape;

pub(super) fn answers(doc: &Document, _: &[Finding]) -> Verdict {
    let (Some(problems), Some(plan)) = (doc.part(Part::Shortcomings).range, doc.part(Part::NextYear).range) else {
        return Verdict::not_applicable("缺不足部分或者安排部分，无从对应");
    };
    if shape::has_prompt(doc, problems) || shape::has_prompt(doc, plan) {
        return Verdict::review(Some(plan), "不足或者措施还没有填写");
    }
    if problems == plan || doc.part(Part::Shortcomings).status == Status::Merged {
        return Verdict::review(Some(plan), "不足与其他部分合写，请核对每条不足是否都有措施");
    }
    let compared = doc.once(compared);
    match (compared.items.len(), compared.open.first()) {
        (0, _) => Verdict::review(Some(plan), "没有分条写不足，请核对措施是否对应"),
        (n, None) => Verdict::met(plan, format!("{n}条不足在安排中都有相应的措施")),
        (_, Some(&first)) => {
            let words = head(doc.get(first));
            Verdict::review(Some(first), format!("“{words}”在安排中没有看到相应的措施"))
        }
    }
}
