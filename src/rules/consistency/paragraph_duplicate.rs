//! Paragraphs that stand twice.

use crate::document::Document;
use crate::rule::{Check, Findings};

use super::paragraphs;

crate::declare_rule! {
    /// 检查什么：60字以上的段落与前文某段八成以上相同。
    ///
    /// 为什么：整段雷同多是复制粘贴后没有改写，公文应当内容简洁、结构严谨。
    ///
    /// 示例：第一部分和第三部分各有一段几乎相同的“强化组织领导……”
    ///
    /// 修改：删去或改写其中一段。
    ///
    /// 不算：由中央文件固定表述组成的段落，数字不同的相近段落，较短的段落。
    "paragraph-duplicate", "整段雷同", Consistency, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第十九条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for pair in doc.once(paragraphs::repeated).iter() {
        let quoted: String = doc.get(pair.prose).chars().take(16).collect();
        let message = format!("“{quoted}……”一段约{}%的文字与前文相同", pair.percent);
        out.push(RULE.finding(pair.prose, message).related(pair.of_prose, "前文的这一段"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::consistency::sentence_duplicate;
    use crate::testing::{accepts, flags, report};

    const PARAGRAPH: &str = "成立由党委书记任组长的领导小组，定期研究执法、普法、调解等工作，把任务分解到办公室和村居，建立月调度、季通报机制，对工作滞后的办公室及时提醒督促，推动问题整改到位";

    fn twice(second: &str) -> String {
        report("清溪镇人民政府", "带头学法12次。")
            .replace("开展执法检查12次，办理案件30件，全部按期办结。\n\n二、", &format!("{PARAGRAPH}。\n\n{second}。\n\n二、"))
    }

    #[test]
    fn flags_a_paragraph_that_stands_twice() {
        flags(&RULE, &twice(&format!("⟦{PARAGRAPH}。⟧")).replace("。⟧。", "。⟧"));
        let changed = PARAGRAPH.replace("定期研究", "每季度研究").replace("推动问题整改到位", "推动问题逐项整改到位");
        flags(&RULE, &twice(&format!("⟦{changed}。⟧")).replace("。⟧。", "。⟧"));
    }

    #[test]
    fn a_paragraph_found_is_not_told_sentence_by_sentence() {
        accepts(&sentence_duplicate::RULE, &twice(PARAGRAPH));
    }

    #[test]
    fn accepts_other_paragraphs() {
        accepts(
            &RULE,
            &twice(
                "依托综治中心整合司法所、派出所力量，全年排查矛盾纠纷186件，调处成功183件，组织调解员轮训，完善村级调解室建设，为群众提供一站式服务，受到好评",
            ),
        );
    }

    #[test]
    fn accepts_short_paragraphs_and_set_phrases() {
        accepts(&RULE, &twice("成立由党委书记任组长的领导小组，定期研究执法、普法、调解等工作"));
        let set = "党政主要负责人切实履行推进法治建设第一责任人职责，对法治建设重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办，不断提高运用法治思维和法治方式深化改革、推动发展、化解矛盾、维护稳定、应对风险的能力";
        accepts(&RULE, &twice(set).replace(PARAGRAPH, set));
    }
}
