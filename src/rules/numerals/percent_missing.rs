//! A rate without its per cent sign.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::Document;
use crate::facts::rates::{self, Noun, is_no_percentage, stands_bare};
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：“覆盖率达100”“满意率为98.9”等比率后面缺百分号。
    ///
    /// 为什么：计量用数字应带计量符号；缺百分号，数值含义不清。
    ///
    /// 示例：法律顾问覆盖率达100， → 法律顾问覆盖率达100%，
    ///
    /// 修改：在数字后补上“%”。
    ///
    /// 不算：后面有倍、分、件、次、名、个百分点、成等量词，比值（1：3），容积率、频率、万人成讼率等不用百分数的比率，数值不大于1或大于100。
    "percent-missing", "百分率缺百分号", Numerals, Error, "GB/T 15835—2011 4.1.1",
    Check::Document(check),
}

/// Values up to 1 may be fractions or a plain zero.
const LOWEST: u64 = 10_000;
const HUNDRED: u64 = 100 * 10_000;

fn check(doc: &Document, out: &mut Findings) {
    for &rate in doc.once(rates::all).iter().filter(|rate| rate.percent.is_none()) {
        let end = doc.block_around(rate.number.span.start).map_or(0, |block| block.span.end);
        let value = rate.number.ten_thousandths();
        if value <= LOWEST
            || value > HUNDRED
            || is_no_percentage(doc.get(rate.words))
            || !stands_bare(doc, rate.number, end)
            || doc.in_book_title(rate.number.span.start)
        {
            continue;
        }
        // 满意度98.6 may be a score.
        let certain = rate.noun == Noun::Rate;
        if rate.noun == Noun::Proportion && !rate.verb {
            continue;
        }
        let insert = vec![Edit::insert(rate.number.span.end, "%")];
        let title = format!("改为“{}%”", doc.get(rate.number.span));
        let message = format!("“{}”缺百分号", doc.get(rate.span));
        out.push(if certain {
            RULE.finding(rate.span, message).fix(Fix::safe(title, insert))
        } else {
            RULE.finding(rate.span, message).fix(Fix::suggested(title, insert)).at_most(Severity::Warning)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_rates_without_a_sign() {
        flags(&RULE, "全镇41个行政村法律顾问⟦覆盖率达100⟧,由律师坐班。");
        flags(&RULE, "合同标的额达156.3亿元，提出意见1,280条，⟦采纳率为93.1⟧。");
        flags(&RULE, "企业⟦满意率为98.9⟧，办理许可64件。");
        flags(&RULE, "群众⟦满意度达到97.5⟧；⟦办结率均为100⟧。");
        flags(&RULE, "调解⟦成功率95.4⟧。回访⟦满意度98.2⟧，⟦扫码率100⟧。");
        flags(&RULE, "办结率由85%⟦提高到98⟧，⟦合格率99.2⟧。");
        flags(&RULE, "调解⟦成功率由85提升至98.4⟧，回访满意度上升。");
        flags(&RULE, "考试合格率、优秀率分别达98%、⟦45⟧。");
        flags(&RULE, "参训人员⟦合格率保持在95⟧以上。");
        flags(&RULE, "女性委⟦员占比为35⟧，较上年有所提高。");
    }

    #[test]
    fn adds_the_sign() {
        fixes(&RULE, "村级法律顾问覆盖率达100，全年坐班216次。", "村级法律顾问覆盖率达100%，全年坐班216次。");
        fixes(&RULE, "按期办结率稳定在99.6。", "按期办结率稳定在99.6%。");
    }

    #[test]
    fn accepts_signs_units_and_other_ratios() {
        accepts(&RULE, "覆盖率达100%，满意率为98.6 %，合格率、参考率分别达98%、95%。");
        accepts(&RULE, "纠错率12.9%，调解率较上年提高2.4个百分点，效率提高3倍。");
        accepts(&RULE, "率先完成100项任务，率队检查6次，检查频率为3次，容积率为2.5，比例为1:3。");
        accepts(&RULE, "万人成讼率为12.5，亿元产值死亡率为0.02，重复投诉率为0。");
        accepts(&RULE, "群众满意度测评得分98.5，平均满意度97.3分，满意度排名第3。");
        accepts(&RULE, "办结率达100余件中的九成，合格率达九成以上，合格率在15～30%之间。");
        accepts(&RULE, "参考率100%，合格率98%、99%，其中优秀率为45%。");
        accepts(&RULE, "检查覆盖率提升5，投诉量下降3。");
    }

    #[test]
    fn flags_rates_that_are_kept() {
        flags(&RULE, "法律顾问⟦覆盖率实现100⟧。⟦应诉率连续三年保持100⟧；");
        accepts(&RULE, "覆盖率实现翻番，办结率保持100%，应诉率连续三年保持第1。");
    }
}
