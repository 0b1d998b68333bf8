//! Another body of the same kind as the subject of the report.

use crate::diagnostic::Severity;
use crate::document::{Document, Profile, longest_region};
use crate::rule::{Check, Findings};
use crate::text::{Span, around, chars, fold, is_han};

use super::own;

crate::declare_rule! {
    /// 检查什么：段首的主语是另一个同级单位，如清溪镇的报告里写“石桥镇深入学习……”“现将石桥镇法治政府建设情况报告如下”。
    ///
    /// 为什么：这是套用其他单位材料留下的，审核时最容易闹笑话。
    ///
    /// 示例：（清溪镇的报告）2025年，石桥镇坚持…… → 2025年，清溪镇坚持……
    ///
    /// 修改：核对后改为本单位。
    ///
    /// 不算：联合执法、交流学习等写到的相邻单位，上级和下级单位，一句中同时写到本单位的，不在段首的。
    "other-place-name", "出现其他单位名称", Consistency, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Document(check),
}

/// The longest name looked for, in characters.
const LONGEST: usize = 14;

fn check(doc: &Document, out: &mut Findings) {
    let own = own::names(doc);
    if !doc.profile_known || own.is_empty() {
        return;
    }
    for (i, block) in doc.body_blocks().filter(|(_, block)| block.is_running()) {
        let prose = doc.prose(block);
        let intro = doc.intro.contains(&i);
        if doc.profile.is_department() && !intro {
            continue;
        }
        // In the preamble every sentence tells of the body itself.
        let sentences = intro && !doc.profile.is_department();
        let later = doc.sentences(prose).skip(1).filter(|_| sentences).map(|sentence| opening(doc, sentence.start, sentence.end));
        let guided = if intro { guided(doc, prose) } else { None };
        let subjects = std::iter::once(opening(doc, prose.start, prose.end)).chain(later).chain(guided);
        let spots = subjects.map(|spot| (spot, false)).chain(lead_in(doc, prose).map(|spot| (spot, true)));
        for (spot, leads_in) in spots {
            let found = subject(doc, spot, prose.end, leads_in).filter(|name| is_other(doc, &own, name));
            if let Some(name) = found.filter(|_| !is_partner(doc, &own, spot)) {
                let span = Span::new(spot, spot + name.len());
                let own = own.first().map_or("", String::as_str);
                let message = format!("“{name}”不是本单位（{own}），疑似套用其他单位的材料");
                let finding = RULE.finding(span, message);
                out.push(if doc.profile.is_department() { finding.at_most(Severity::Warning) } else { finding });
                break;
            }
        }
    }
}

/// The place behind 一是, 2025年， and the like at byte `at`.
fn opening(doc: &Document, at: usize, end: usize) -> usize {
    let mut at = at;
    loop {
        let rest = doc.get(Span::new(at, end));
        let number = ["一是", "二是", "三是", "四是", "五是", "同时", "此外", "全年", "下一步", "今年以来", "一年来", "今年"]
            .iter()
            .find(|word| rest.starts_with(**word))
            .map_or(0, |word| word.len());
        let year = year_phrase(rest);
        let mark = rest.chars().next().filter(|&c| fold(c) == '，').map_or(0, char::len_utf8);
        let skip = number.max(year).max(mark);
        if skip == 0 {
            // 我青山镇.
            return at + rest.strip_prefix('我').map_or(0, |_| "我".len());
        }
        at += skip;
    }
}

/// The length of 2025年, 2025年度, 2025年以来.
fn year_phrase(text: &str) -> usize {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let Some(rest) = text.get(digits..).and_then(|rest| rest.strip_prefix('年')).filter(|_| digits == 4) else { return 0 };
    let tail = ["度以来", "以来", "度"].iter().find(|tail| rest.starts_with(**tail)).map_or(0, |tail| tail.len());
    digits + '年'.len_utf8() + tail
}

/// The place behind 现将 of the sentence that leads in.
fn lead_in(doc: &Document, prose: Span) -> Option<usize> {
    let lead_in = doc.lead_in.filter(|lead_in| prose.overlaps(*lead_in))?;
    let text = doc.get(lead_in);
    ["现将", "现就", "现把"].iter().find_map(|word| Some(lead_in.start + text.find(word)? + word.len()))
}

/// The place behind 在县委的领导下，, where the subject of a preamble stands.
fn guided(doc: &Document, prose: Span) -> Option<usize> {
    let text = doc.get(prose);
    let end = ["领导下，", "指导下，", "支持下，", "帮助下，", "部署下，"]
        .iter()
        .filter_map(|word| Some(text.rfind(word)? + word.len()))
        .max()?;
    Some(opening(doc, prose.start + end, prose.end))
}

/// The name of a body of the report's own kind at byte `at`, where it is the subject; in the lead-in any name will do.
fn subject<'t>(doc: &Document<'t>, at: usize, end: usize, leads_in: bool) -> Option<&'t str> {
    let rest = doc.get(Span::new(at, end));
    let run = rest.char_indices().take(LONGEST).find(|&(_, c)| !is_han(c)).map(|(i, _)| i);
    let long = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(i, _)| i);
    let run = rest.get(..run.unwrap_or(long).min(long))?;
    let kinds: &[&str] = match doc.profile {
        Profile::Township | Profile::Subdistrict => &["镇", "乡", "街道"],
        Profile::County => &["县", "区"],
        Profile::Province => &["省"],
        Profile::CountyDept | Profile::CityDept => &["局"],
        Profile::City | Profile::ProvinceDept | Profile::Zone => return None,
    };
    let kind = run.char_indices().find_map(|(at, _)| Some((at, around::followed_by(run, at, kinds)?)))?;
    let name = run.get(..kind.0 + kind.1.len())?;
    let length = name.chars().count();
    // 石桥镇, 双井街道; longer only behind the region's name.
    let region = longest_region(name).filter(|region| region.len() < name.len()).map_or(0, |region| region.chars().count());
    let least = 2 + usize::from(kind.1 == "街道");
    let short = (least + 1..=least + 2).contains(&(length - region)) || doc.profile.is_department();
    if !short || !(3..=9).contains(&length) || is_word(name, kind.1) {
        return None;
    }
    let behind = rest.get(name.len()..)?;
    let year = behind.starts_with(|c: char| c.is_ascii_digit());
    (acts(behind) || (leads_in && (year || behind.starts_with("法治")))).then_some(name)
}

/// Whether what ends in 镇, 区 or 局 is a word and no name, or begins with a verb.
fn is_word(name: &str, kind: &str) -> bool {
    const ALL: &[&str] = &[
        "全", "各", "我", "本", "该", "两", "中心", "重点", "试点", "示范", "相关", "有关", "其他", "部分", "个别", "所有",
        "每个", "周边", "兄弟",
    ];
    let of_kind: &[&str] = match kind {
        "镇" | "乡" => &["乡", "城", "集", "村", "市", "建制", "特色", "小", "强", "老", "家", "思", "故", "返"],
        "街道" => &["乡镇", "镇", "城区", "主要", "大街", "步行", "商业", "特色", "文化", "历史", "美食", "背"],
        "区" => &[
            "社", "园", "辖", "地", "片", "景", "库", "山", "林", "校", "老", "郊", "开发", "高新", "新", "矿", "灾", "营", "厂",
            "牧", "专", "小", "市", "县", "城", "街", "片", "展", "特", "自治", "疫", "禁", "雨", "旗", "汛", "功能", "集聚",
            "聚集", "集中", "试验", "实验", "产业", "安置", "保护", "度假", "旅游", "物流", "工业", "合作", "先行", "核心",
            "商务", "居住", "住宅",
        ],
        "县" => &["市", "区", "郡", "百强", "强"],
        "局" => &["布", "格", "大", "结", "顾全大", "当", "时", "战", "开", "危", "破", "全", "僵", "定", "出"],
        _ => &[],
    };
    let head = name.get(..name.len() - kind.len()).unwrap_or("");
    ALL.iter().chain(of_kind).any(|word| head.ends_with(word)) || begins_with_word(name)
}

/// Words that begin a clause of such a report and no place's name: two characters each.
const BEGINNINGS: &str = "推进推动加强强化健全完善压实落实发挥统筹聚焦围绕坚持组织开展建立打造构建创新优化深化规范严格印发制定出台深入全面积极持续充分着力切实认真\
依托通过针对按照根据结合立足紧扣服务提升提高促进保障维护整合引导督促指导协调配合联合邀请支持监督实现实施成立召开举办参加面对面向覆盖辐射带动确保明确形成\
充实选派抽调会同协助上级争取主动紧盯突出抓好做好抓实夯实筑牢涉及关于建设美丽法治目前截至其中部分个别一些少数多数相关有关承接落细扛牢国家中共调整请示汇报\
报请提请报送提交列席服从听从接受跟随辅助参谋助力保证促使敦促要求责成代表拥护贯彻传达学习执行遵照依照参照比照紧跟对标对照聚力牵头配齐选优组建设立增设撤销\
合并划转承办下沉下放赋予授权委托走进来到前往进驻派驻遍访走访跟踪检查抽查督查督导考核评估审核审查备案公布公开公示更新修订编制编印印制发布利用运用使用借助\
凭借打通畅通压紧拧紧织密织牢扎紧扎牢严守坚守恪守捍卫保护保持维持延续继承传承弘扬倡导鼓励激励表彰奖励处罚查处打击整治治理清理清查排查摸排化解调解调处解决\
处理处置答复回复回应关注关心关爱帮助救助扶持培育培养培训教育引领带领率领动员发动号召汇聚凝聚团结吸纳吸引招募招聘聘请聘用选聘选任推荐推选评选评定认定确定\
确认明晰理顺厘清梳理总结提炼推广宣传展示树立塑造营造建成新建改建扩建修建完成达到取得获得荣获争创创建创成打响擦亮增强坚定牢记锚定履行担任成为作为充当依法\
依规定期及时随时适时每年每月每季全年年初年内年底先后多次逐步逐项逐级逐村分级分类分批集中统一共同协同联动互动同步高位高标高效高质首次再次进一不断始终一直\
持证科学民主精准有序有效有力从严从快从实从紧深耕细化细分量化压减缩短减少降低防止防范避免杜绝严防严控严管严查严厉狠抓常抓紧抓大力奋力努力致力合力重点突破";

fn begins_with_word(name: &str) -> bool {
    const SINGLE: &str = "在由经与和对将以按据受为从向因把被请自当至到随各全我本该市县区省党赴驻让使令给";
    // Three bytes a character.
    let pair = name.as_bytes().get(..6).unwrap_or(&[]);
    name.starts_with(|c| SINGLE.contains(c)) || BEGINNINGS.as_bytes().chunks_exact(6).any(|word| word == pair)
}

/// Whether the words behind a name make it the one that acts.
fn acts(behind: &str) -> bool {
    const BODIES: &[&str] = &["党委、", "党委和", "党委书记", "党委政府", "党委", "党工委", "人民政府", "政府", "办事处", "党组"];
    const VERBS: &[&str] = &[
        "坚持",
        "始终",
        "深入",
        "认真",
        "高度",
        "严格",
        "积极",
        "切实",
        "紧紧",
        "以",
        "全面",
        "扎实",
        "持续",
        "充分",
        "着力",
        "聚焦",
        "围绕",
        "贯彻",
        "按照",
        "将",
        "成立",
        "制定",
        "组织",
        "开展",
        "召开",
        "不断",
        "进一步",
        "牢固",
        "立足",
        "结合",
        "共",
        "统筹",
        "牢牢",
        "锚定",
        "大力",
        "主动",
        "在",
        "依法",
        "健全",
        "完善",
        "加强",
        "强化",
        "推进",
        "推动",
        "落实",
        "把",
        "紧扣",
        "先后",
        "累计",
        "依托",
        "通过",
        "高位",
        "压实",
        "建立",
        "突出",
        "紧盯",
        "一直",
        "多措并举",
    ];
    let rest = BODIES.iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
    // 石桥镇党委、政府高度重视.
    let rest = ["、政府", "政府", "办事处", "、办事处", "和政府", "、人民政府"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    VERBS.iter().any(|word| rest.starts_with(word)) || (rest.len() < behind.len() && rest.starts_with(['，', ',']))
}

/// Whether a name is none of the body's own, in any length.
fn is_other(doc: &Document, own: &[String], name: &str) -> bool {
    if doc.profile.is_department() {
        let duty = |name: &str| longest_region(name).map_or(name.len(), |region| name.len() - region.len());
        let written = name.get(name.len() - duty(name)..).unwrap_or(name);
        return own.iter().all(|own| !is_short_for(written, own) && !is_short_for(own, written));
    }
    own.iter()
        .all(|own| !own.contains(name) && !name.contains(own.as_str()) && !doc.organ.as_deref().unwrap_or("").contains(name))
}

/// Whether the characters of `short` stand in `long` in their order: 市监局 for 市场监督管理局.
fn is_short_for(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}

/// Whether the sentence names the other as a partner, or the report's own body as well.
fn is_partner(doc: &Document, own: &[String], at: usize) -> bool {
    const PARTNERS: &[&str] = &[
        "联合",
        "联动",
        "协作",
        "共建",
        "考察",
        "交流",
        "借鉴",
        "经验",
        "观摩",
        "参观",
        "对口",
        "结对",
        "帮扶",
        "毗邻",
        "相邻",
        "邻近",
        "先进",
        "典型",
        "跨",
        "周边",
        "我镇",
        "我乡",
        "我街道",
        "我县",
        "我区",
        "我局",
        "村民",
        "居民",
        "等地",
        "等镇",
        "等乡",
        "分别",
        "试点",
        "为例",
        "案例",
        "案件",
        "纠纷一案",
    ];
    let whole = doc.sentence_at(at);
    // 现将我镇……报告如下, behind a comma, tells nothing of who stands before it.
    let told = doc.get(Span::new(at, whole.end)).find("，现将").map_or(whole.end, |end| at + end);
    let sentence = doc.get(Span::new(whole.start, told));
    around::has_any(sentence, PARTNERS)
        || own.iter().any(|own| sentence.contains(own.as_str()))
        || chars::before(doc.text, at).is_some_and(|c| c == '《')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags, report};

    #[test]
    fn flags_another_town_as_the_subject() {
        flags(&RULE, "⟦石桥镇⟧党委、政府高度重视法治政府建设，成立领导小组。");
        flags(&RULE, "2025年，⟦石桥镇⟧坚持以习近平法治思想为指导，扎实推进依法行政。");
        flags(&RULE, "（一）强化组织领导。⟦枫林乡⟧成立由党委书记任组长的领导小组。");
        flags(
            &RULE,
            "清溪镇人民政府2025年度法治政府建设情况报告\n2025年，⟦石桥镇⟧扎实推进依法行政。现将情况报告如下：\n一、2025年度主要举措和成效\n办案3件。\n清溪镇人民政府\n2026年1月20日\n",
        );
        flags(
            &RULE,
            "清溪镇人民政府2025年度法治政府建设情况报告\n扎实推进依法行政。现将⟦石桥镇⟧2025年度法治政府建设情况报告如下：\n一、2025年度主要举措和成效\n办案3件。\n清溪镇人民政府\n2026年1月20日\n",
        );
    }

    #[test]
    fn flags_the_subject_of_a_preamble_behind_those_who_guide_it() {
        let report = |intro: &str| {
            format!(
                "清溪镇人民政府2025年度法治政府建设情况报告\n{intro}，现将我镇有关情况报告如下：\n一、2025年度主要举措和成效\n办案3件。\n清溪镇人民政府\n2026年1月20日\n"
            )
        };
        flags(&RULE, &report("2025年，在县委、县政府的坚强领导下，⟦石桥镇⟧以习近平法治思想为指导，扎实推进依法行政"));
        accepts(&RULE, &report("2025年，在县委、县政府的坚强领导下，清溪镇以习近平法治思想为指导，扎实推进依法行政"));
        accepts(&RULE, &report("2025年，在县司法局的指导下，各村镇以习近平法治思想为指导，石桥镇与我镇联合执法"));
    }

    #[test]
    fn flags_other_bodies_elsewhere() {
        flags(&RULE, "⟦双井街道⟧党工委认真落实法治建设责任。");
        flags(&RULE, &report("湖滨街道办事处", "⟦双井街道⟧党工委坚持把法治建设摆在突出位置。"));
        flags(&RULE, &report("湖滨街道办事处", "2025年，⟦石桥镇⟧深入推进依法行政。"));
        flags(&RULE, &report("临河县人民政府", "⟦安渠县⟧认真落实法治建设责任，县长主持召开会议3次。"));
        flags(
            &RULE,
            "临河县教育局2025年度法治政府建设情况报告\n2025年，⟦临河县民政局⟧坚持依法行政。现将情况报告如下：\n一、2025年度主要举措和成效\n办案3件。\n临河县教育局\n2026年1月20日\n",
        );
    }

    #[test]
    fn accepts_the_body_itself_and_those_above_and_below() {
        accepts(&RULE, "清溪镇坚持党建引领；2025年，临河县清溪镇深入推进。");
        accepts(&RULE, "临河县持续推进综合行政执法改革，向我镇派驻执法人员5名。");
        accepts(&RULE, &report("临河县人民政府", "清溪镇坚持党建引领，湖滨街道深入推进“一站式”调解；临河县扎实推进依法行政。"));
        accepts(&RULE, &report("临河县市场监督管理局", "临河县市场监管局坚持依法行政，市监局严格执法。"));
    }

    #[test]
    fn accepts_partners() {
        accepts(&RULE, "石桥镇、枫林镇与我镇联合执法3次。");
        accepts(&RULE, "石桥镇组织干部到清溪镇观摩学习，交流调解经验。");
        accepts(&RULE, &report("湖滨街道办事处", "双井街道和镜湖镇在交界区域联合执法，制止占道经营52起。"));
    }

    #[test]
    fn accepts_words_that_end_like_names() {
        accepts(&RULE, &report("湖滨街道办事处", "步行街道开展夜查。"));
        accepts(&RULE, &report("临河县人民政府", "功能区依法承接赋权事项36项。\n集聚区认真落实公平竞争审查。"));
        accepts(&RULE, "全镇坚持法治引领。各乡镇严格落实责任，城镇建设依法推进，重点镇深入推进。");
        accepts(&RULE, &report("湖滨街道办事处", "加强街道党工委统一领导，各街道严格落实，全街道深入推进普法。"));
        accepts(
            &RULE,
            &report("临河县人民政府", "推进工业园区法治建设，各县区严格落实，开发区坚持依法行政，全县深入推进，老旧小区在整治。"),
        );
    }

    #[test]
    fn flags_every_subject_of_a_preamble_and_a_name_behind_wo() {
        let report = |intro: &str| {
            format!(
                "清溪镇人民政府2025年度法治政府建设情况报告\n{intro}现将有关情况报告如下：\n一、2025年度主要举措和成效\n办案3件。\n清溪镇人民政府\n2026年1月20日\n"
            )
        };
        flags(&RULE, &report("2025年是“十四五”收官之年。⟦石桥镇⟧党委高度重视法治建设。"));
        flags(&RULE, "我⟦青山镇⟧全面落实执法责任制。");
        accepts(&RULE, &report("2025年，我县推进综合执法改革。我市清溪镇坚持先行先试。我镇全面落实执法责任制。"));
    }
}
