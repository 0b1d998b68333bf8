//! Plans cited as current after their last year.

use crate::document::Document;
use crate::facts::timeline::{self, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span};

use super::outline_year_span::plans;

crate::declare_rule! {
    /// 检查什么：把规划期已满的规划纲要当作正在实施的来引用，如在2026年度安排中写“深入实施《法治政府建设实施纲要（2021—2025年）》”。
    ///
    /// 为什么：规划期满后通常有新的规划纲要接续，继续引用旧的容易被认为沿用旧稿。
    ///
    /// 示例：（2026年度安排）深入实施《法治政府建设实施纲要（2021—2025年）》 → 核对是否已有新的规划纲要
    ///
    /// 修改：核对是否有接续的规划纲要；确无的，可以不再引用年份。
    ///
    /// 不算：总结、评估、收官、验收等回顾的句子，规划期内的报告，没有写年份的。
    "outline-expired", "引用已届满规划", Terms, Info, "《法治政府建设实施纲要（2021—2025年）》等文件的规划期",
    Check::Hits(plans, check),
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let mut seen: Vec<(&str, (u32, u32))> = Vec::new();
    for hit in hits {
        let name = doc.get(hit.span);
        let Some(written) = timeline::span_behind(doc, hit.span.end) else { continue };
        let expired = timeline::of(Kind::Plan)
            .filter(|event| event.names.contains(&name) && written.is_of(event))
            .any(|event| timeline::year_meant(doc, hit.span.start).is_some_and(|year| year > event.last_year()));
        if !expired || seen.contains(&(name, written.years())) || timeline::looks_back(doc.get(doc.sentence_at(hit.span.start))) {
            continue;
        }
        seen.push((name, written.years()));
        let span = Span::new(hit.span.start, written.until.span.end);
        let message = format!("《{name}》的规划期已于{}年底届满，建议核对是否有新的规划纲要", written.years().1);
        out.push(RULE.finding(span, message));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn report(told: &str, plan: &str) -> String {
        format!(
            "清溪镇人民政府2025年度法治政府建设情况报告\n一、2025年度主要举措和成效\n{told}\n二、2025年度存在的不足和原因\n人员较少。\n三、2026年度主要安排\n{plan}\n清溪镇人民政府\n2026年1月20日\n"
        )
    }

    #[test]
    fn flags_plans_that_have_ended() {
        flags(&RULE, &report("办案3件。", "深入实施《⟦法治政府建设实施纲要（2021—2025⟧年）》，压实责任。"));
        flags(&RULE, &report("贯彻《⟦法治政府建设实施纲要(2015-2020⟧年)》，办案3件。", "举办培训4期。"));
        flags(&RULE, &report("对标《⟦法治社会建设实施纲要（2020—2025⟧年）》。", "举办培训4期。").replace("2025年度", "2026年度"));
    }

    #[test]
    fn accepts_plans_in_their_years_and_looking_back() {
        accepts(&RULE, &report("落实《法治政府建设实施纲要（2021—2025年）》。", "举办培训4期，落实《法治政府建设实施纲要》。"));
        accepts(&RULE, &report("办案3件。", "开展《法治政府建设实施纲要（2021—2025年）》终期评估，做好总结验收。"));
        accepts(
            &RULE,
            &report("办案3件。", "贯彻《法治政府建设实施纲要（2026—2030年）》，《知识产权强国建设纲要（2021—2035年）》。"),
        );
    }

    #[test]
    fn accepts_aims_that_were_reached() {
        accepts(&RULE, "2025年，《法治政府建设实施纲要（2015—2020年）》目标如期实现。");
    }
}
