//! A report to nobody.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Cue, Document, Kind, Profile, longest_region};
use crate::facts::shape;
use crate::rule::{Check, Findings};
use crate::text::{Span, around};

crate::declare_rule! {
    /// 检查什么：标题之后没有主送机关。
    ///
    /// 为什么：报告是上行文，要写明报给谁；公开发布的文本往往略去，所以只作提示。
    ///
    /// 示例：标题之后直接是正文 → 先写“中共荣成市委、荣成市人民政府：”
    ///
    /// 修改：乡镇、街道、开发区写上一级党委和政府，部门写本级政府；机关名称能从署名看出时给出建议。
    ///
    /// 不算：注明“公开稿”的文本；设置了公开稿不写主送机关（`[habits]` 的 `addressee = false`）；白皮书、公报；对人大会议的称呼；没有标题的片段。
    "addressee-missing", "缺主送机关", Structure, Info, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(title) = doc.title.as_ref().filter(|_| !doc.published) else { return };
    let for_publication = around::has_any(&title.text, &["公开", "白皮书", "公报", "解读"]);
    if for_publication || doc.sections.is_empty() || doc.blocks.iter().any(|block| block.kind == Kind::Addressee) {
        return;
    }
    let Some(first) = doc.blocks.get(doc.body.start).filter(|_| !doc.body.is_empty()) else { return };
    // 各位代表： greets a session.
    let text = doc.get(first.span);
    if text.chars().count() <= 60 && text.ends_with(['：', ':']) && !doc.has_cue(first.span, Cue::AsFollows) {
        return;
    }
    let finding = RULE.finding(Span::at(first.span.start), "正文之前没有主送机关，报送的文本通常要写明".to_owned());
    out.push(match addressee(doc) {
        Some(addressee) => {
            let separator = shape::separator(doc, doc.body.start);
            finding.fix(Fix::suggested(
                format!("补上“{addressee}”"),
                vec![Edit::insert(first.line.start, format!("{addressee}{separator}"))],
            ))
        }
        None => finding,
    });
}

/// To whom a body of this kind reports, where its name tells.
fn addressee(doc: &Document) -> Option<String> {
    if doc.profile == Profile::Province {
        return Some("党中央、国务院：".to_owned());
    }
    let organ = doc.organ.as_deref()?;
    let above = match doc.profile {
        Profile::Township | Profile::Subdistrict | Profile::Zone => above(organ)?,
        Profile::County | Profile::City => region_before(organ.trim_end_matches("人民政府"))?,
        _ => longest_region(organ)?,
    };
    let region = last_region(above);
    Some(if doc.profile.is_department() {
        format!("{region}人民政府：")
    } else {
        format!("中共{region}委、{region}人民政府：")
    })
}

/// The region a township's or street's name begins with: 荣成市 of 荣成市滕家镇人民政府, 锦川区 of 锦川区人民政府锦绣街道办事处.
fn above(organ: &str) -> Option<&str> {
    let head = ["人民政府", "街道", "管理委员会", "管委会"]
        .iter()
        .filter_map(|word| organ.find(word))
        .min()
        .map_or(organ, |at| organ.get(..at).unwrap_or(organ));
    if head.ends_with(['县', '区', '市', '旗'])
        && organ.get(head.len()..).is_some_and(|rest| rest.starts_with("人民政府") && rest.len() > "人民政府".len())
    {
        return Some(head);
    }
    region_before(head)
}

/// The longest region that `name` begins with and goes on behind.
fn region_before(name: &str) -> Option<&str> {
    let mut found = None;
    for (at, c) in name.char_indices().skip(1) {
        let end = at + c.len_utf8();
        let rest = name.get(end..).unwrap_or("");
        // 城区街道, 新区: the name of the body itself; 县城, 市场: words.
        let word = ["城", "场", "直", "属"].iter().any(|word| rest.starts_with(word));
        if matches!(c, '县' | '区' | '市' | '旗' | '省' | '州') && rest.chars().count() >= 2 && !word {
            found = name.get(..end);
        }
    }
    found
}

/// 荣成市 of 山东省威海市荣成市.
fn last_region(name: &str) -> &str {
    let trimmed = name.trim_end_matches(['县', '区', '市', '旗', '省', '州', '盟']);
    let start = trimmed
        .rfind(['省', '市', '州', '盟'])
        .map_or(0, |at| at + trimmed.get(at..).and_then(|r| r.chars().next()).map_or(0, char::len_utf8));
    name.get(start..).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    const BODY: &str = "2025年，有关工作扎实推进。现将有关情况报告如下：\n\n一、主要举措和成效\n\n完成任务12项。\n\n";

    fn report(title: &str, addressee: &str, signature: &str) -> String {
        format!("{title}\n\n{addressee}{BODY}{signature}\n2026年1月20日\n")
    }

    #[test]
    fn flags_a_text_that_begins_at_once() {
        flags(&RULE, &report("清溪镇人民政府2025年度法治政府建设情况报告", "⟦⟧", "清溪镇人民政府"));
        let cases = [
            ("滕家镇2025年度法治政府建设报告", "荣成市滕家镇人民政府", "中共荣成市委、荣成市人民政府："),
            ("锦绣街道办事处2025年度法治政府建设情况报告", "锦川区人民政府锦绣街道办事处", "中共锦川区委、锦川区人民政府："),
            ("安渠县教育局2025年度法治政府建设情况报告", "安渠县教育局", "安渠县人民政府："),
            ("江岭省人民政府2025年度法治政府建设情况报告", "江岭省人民政府", "党中央、国务院："),
        ];
        for (title, signature, addressee) in cases {
            fixes(&RULE, &report(title, "", signature), &report(title, &format!("{addressee}\n\n"), signature));
        }
    }

    #[test]
    fn accepts_addressees_and_texts_for_publication() {
        accepts(&RULE, &report("清溪镇人民政府2025年度法治政府建设情况报告", "市委、市政府：\n\n", "清溪镇人民政府"));
        accepts(
            &RULE,
            &report("清溪镇人民政府2025年度法治政府建设情况报告", "中共临河县委员会,临河县人民政府:\n\n", "清溪镇人民政府"),
        );
        accepts(&RULE, &report("清溪镇2025年度法治政府建设年度报告（公开稿）", "", "清溪镇人民政府"));
        accepts(
            &RULE,
            &report("锦川区人民政府2025年度法治政府建设情况报告", "主任、各位副主任、各位委员：\n\n", "锦川区人民政府"),
        );
        accepts(&RULE, &format!("{BODY}清溪镇人民政府\n2026年1月20日\n"));
    }
}
