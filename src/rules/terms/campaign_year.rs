//! Campaigns of education of another year.

use std::sync::OnceLock;

use crate::document::Document;
use crate::facts::timeline::{self, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Hit, around};

crate::declare_rule! {
    /// 检查什么：把其他年份的集中教育、专项斗争写成本年度的工作，如2023年度报告写“扎实开展党史学习教育”“深入推进扫黑除恶专项斗争”。
    ///
    /// 为什么：集中教育有明确的起止时间，年份不符多为沿用旧稿。
    ///
    /// 示例：（2023年度报告）组织全体干部学习党史 → 核对是否为2021年的内容
    ///
    /// 修改：核对是否为本年度的工作。
    ///
    /// 不算：巩固拓展成果、常态化长效化、回顾以往，书名号内的名称，“学习党史、新中国史”等日常学习。
    "campaign-year", "学习教育与年度不符", Terms, Info, "党中央关于历次集中教育的部署",
    Check::Needles(campaigns, check),
}

fn campaigns() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| timeline::names(Kind::Campaign))
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let name = doc.get(hit.span);
    let Some(event) = timeline::find(Kind::Campaign, name) else { return };
    let Some(year) = timeline::year_meant(doc, hit.span.start) else { return };
    if (event.first_year()..=event.last_year()).contains(&year) || doc.in_book_title(hit.span.start) {
        return;
    }
    let sentence = doc.get(doc.sentence_at(hit.span.start));
    const LASTING: [&str; 13] = [
        "纳入",
        "常态",
        "长效",
        "持续深化",
        "深化拓展",
        "拓展",
        "回头看",
        "制度化",
        "长期",
        "整改",
        "四史",
        "党史上",
        "部署谋划",
    ];
    let everyday = name == "学习党史" && around::followed_by(doc.text, hit.span.end, &["、", "学习教育", "知识", "上"]).is_some();
    if everyday || timeline::looks_back(sentence) || around::has_any(sentence, &LASTING) {
        return;
    }
    let when = if event.first_year() == event.last_year() {
        event.first_year().to_string()
    } else {
        format!("{}—{}", event.first_year(), event.last_year())
    };
    let campaign = event.names.first().copied().unwrap_or(name);
    let quoted = if name.starts_with('“') { name.to_owned() } else { format!("“{name}”") };
    let message = if name == campaign {
        format!("{quoted}是{when}年开展的，请核对是否为{year}年的工作")
    } else {
        format!("{quoted}可能是{when}年{campaign}的内容，请核对是否为{year}年的工作")
    };
    out.push(RULE.finding(hit.span, message));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_campaigns_of_other_years() {
        flags(&RULE, "扎实开展⟦党史学习教育⟧，组织全体干部⟦学习党史⟧。");
        flags(&RULE, "结合学习贯彻习近平⟦新时代中国特色社会主义思想主题教育⟧，开展调研12次。");
        flags(&RULE, "纵深推进⟦扫黑除恶专项斗争⟧，打掉团伙1个。");
        flags(&RULE, "深入开展⟦党纪学习教育⟧，查摆问题9项；开展⟦正确政绩观学习教育⟧。");
    }

    #[test]
    fn accepts_the_campaign_of_the_year() {
        accepts(&RULE, "结合深入贯彻中央八项规定精神学习教育，查摆并整改问题9项。");
        accepts(&RULE, "开展青少年法治主题教育和国家安全主题教育12场。");
    }

    #[test]
    fn accepts_lasting_work_and_looking_back() {
        accepts(&RULE, "常态化开展扫黑除恶斗争，巩固扫黑除恶专项斗争成果。");
        accepts(&RULE, "巩固拓展主题教育成果，推动党纪学习教育常态化长效化，持续巩固党史学习教育成果。");
        accepts(&RULE, "学习党史、新中国史、改革开放史，学习《党史学习教育读本》，深化运用党纪学习教育成果。");
    }
}
