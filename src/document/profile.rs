//! The reporting body, its kind, and the report year.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::{Cue, Document, Kind, Overrides};
use crate::text::{Span, chars, fold};

/// 单位类型: what kind of body reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// 乡镇.
    Township,
    /// 街道.
    Subdistrict,
    /// 县（市、区）.
    County,
    /// 县级部门.
    CountyDept,
    /// 设区市.
    City,
    /// 市级部门.
    CityDept,
    /// 省（自治区、直辖市）.
    Province,
    /// 省级部门.
    ProvinceDept,
    /// 开发区.
    Zone,
}

impl Profile {
    /// Every kind of body.
    pub const ALL: [Profile; 9] = [
        Self::Township,
        Self::Subdistrict,
        Self::County,
        Self::CountyDept,
        Self::City,
        Self::CityDept,
        Self::Province,
        Self::ProvinceDept,
        Self::Zone,
    ];

    /// The id in JSON and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Township => "township",
            Self::Subdistrict => "subdistrict",
            Self::County => "county",
            Self::CountyDept => "county-dept",
            Self::City => "city",
            Self::CityDept => "city-dept",
            Self::Province => "province",
            Self::ProvinceDept => "province-dept",
            Self::Zone => "zone",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Township => "乡镇",
            Self::Subdistrict => "街道",
            Self::County => "县（市、区）",
            Self::CountyDept => "县级部门",
            Self::City => "设区市",
            Self::CityDept => "市级部门",
            Self::Province => "省（区、市）",
            Self::ProvinceDept => "省级部门",
            Self::Zone => "开发区",
        }
    }

    /// The profile of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.id() == id)
    }

    /// Whether the body is a department of a government.
    #[must_use]
    pub fn is_department(self) -> bool {
        matches!(self, Self::CountyDept | Self::CityDept | Self::ProvinceDept)
    }

    /// Whether the body governs a whole county, city or province.
    fn is_of_all(self) -> bool {
        matches!(self, Self::County | Self::City | Self::Province)
    }

    /// What a body of this kind and name calls itself after 我: 镇, 街道, 县, 局. `None` where that is not certain.
    #[must_use]
    pub fn own_word(self, organ: Option<&str>) -> Option<&'static str> {
        let organ = organ.unwrap_or("");
        let bare = organ.trim_end_matches("人民政府").trim_end_matches("政府");
        let last = |words: &[&'static str]| words.iter().copied().find(|word| bare.ends_with(word));
        match self {
            Self::Township => {
                Some(last(&["乡", "镇"]).unwrap_or(if bare.contains("乡") && !bare.contains('镇') { "乡" } else { "镇" }))
            }
            Self::Subdistrict => Some("街道"),
            Self::County => last(&["县", "区", "市", "旗"]),
            Self::City => last(&["市", "州", "盟"]),
            Self::Province => last(&["省", "市", "区"]),
            Self::CountyDept | Self::CityDept | Self::ProvinceDept => {
                if bare.ends_with("委员会") {
                    Some("委")
                } else if bare.ends_with("办公室") {
                    Some("办")
                } else {
                    last(&["局", "厅", "委", "办", "中心"])
                }
            }
            Self::Zone => Some("区"),
        }
    }

    /// Guesses the kind from a body's name; `None` where the name does not tell.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.trim_start_matches("中共").trim_end_matches("党组");
        let name = match name.find(['（', '(']) {
            Some(at) if name.ends_with(['）', ')']) => name.get(..at).unwrap_or(name),
            _ => name,
        };
        let ends = |list: &[&str]| list.iter().any(|end| name.ends_with(end));
        if ends(&["街道办事处", "街道", "街", "街道党工委", "街道工作委员会", "街道工委"]) || name.contains("街道办事处")
        {
            return Some(Self::Subdistrict);
        }
        if ends(&[
            "镇人民政府",
            "乡人民政府",
            "镇政府",
            "乡政府",
            "镇",
            "乡",
            "民族乡",
            "镇党委",
            "乡党委",
            "镇委员会",
            "乡委员会",
            "苏木",
            "苏木人民政府",
        ]) {
            return Some(Self::Township);
        }
        if ends(&[
            "管委会",
            "管理委员会",
            "开发区",
            "高新区",
            "示范区",
            "新区",
            "保税区",
            "园区",
            "度假区",
            "风景区",
            "工业区",
            "合作区",
            "试验区",
            "综保区",
            "经开区",
            "保税港区",
            "产业园",
            "工业园",
            "科技园",
        ]) && !name.ends_with("景区管理委员会局")
        {
            return Some(Self::Zone);
        }
        let bare = name.trim_end_matches("人民政府").trim_end_matches("政府").trim_end_matches("委员会");
        let government = bare.len() < name.len() && name.ends_with("政府");
        if government
            || ends(&["省", "自治区", "县", "区", "旗", "自治州", "地区", "盟"])
            || (name.ends_with('市') && name.chars().count() <= 8)
        {
            return Some(region(bare));
        }
        // Ministries and 总署 stand above the provinces; their departments are the nearest kind.
        if ends(&["厅", "总署", "总局"]) || is_ministry(name) {
            return Some(Self::ProvinceDept);
        }
        // 海关 stands under no government; its districts are those of cities.
        if ends(&["海关"]) {
            return Some(Self::CityDept);
        }
        if ends(&[
            "局",
            "委",
            "委员会",
            "办公室",
            "中心",
            "支队",
            "大队",
            "总队",
            "办",
            "院",
            "社",
            "会",
            "队",
            "署",
            "所",
            "处",
            "站",
        ]) {
            let Some(prefix) = longest_region(name) else { return of_short_name(name) };
            return Some(match region(prefix) {
                Self::Province => Self::ProvinceDept,
                Self::City => Self::CityDept,
                _ => Self::CountyDept,
            });
        }
        None
    }
}

/// Whether a name is that of a ministry: 水利部, but not 县委宣传部, 项目部.
fn is_ministry(name: &str) -> bool {
    const OTHERS: [&str; 10] = ["宣传", "组织", "统战", "武装", "工作", "社会", "指挥", "事业", "项目", "支"];
    name.strip_suffix('部').is_some_and(|head| {
        let head = head.trim_start_matches("中华人民共和国");
        (2..=8).contains(&head.chars().count())
            && !OTHERS.iter().any(|other| head.ends_with(other))
            && !head.ends_with(['总', '本', '内', '外', '全', '大', '俱'])
            && longest_region(head).is_none()
    })
}

/// The kind of a department named by its tier alone: 区政府办, 县教育局, 省能源局.
fn of_short_name(name: &str) -> Option<Profile> {
    match name.chars().next()? {
        '省' => Some(Profile::ProvinceDept),
        '市' | '州' | '盟' => Some(Profile::CityDept),
        '县' | '区' | '旗' => Some(Profile::CountyDept),
        _ => None,
    }
}

/// The region a department's name begins with: 荣成市 of 荣成市教育局, 重庆市江北区 of 重庆市江北区教育委员会.
pub(crate) fn longest_region(name: &str) -> Option<&str> {
    let mut end = None;
    for (i, c) in name.char_indices().skip(1) {
        let at = i + c.len_utf8();
        let rest = name.get(at..).unwrap_or("");
        // 市场, 市政, 城市, 区划, 县域 are words, not regions.
        // 市监局 is the short name of 市场监督管理局.
        let word =
            ["监局", "监所", "场", "政", "容", "民", "直", "级", "委", "域", "划", "化"].iter().any(|w| rest.starts_with(w))
                && !rest.starts_with("民政")
                && !rest.starts_with("民族")
                && !rest.starts_with("委员会")
                && !rest.starts_with("政务")
                && !rest.starts_with("政府")
                && !rest.starts_with("直属");
        let word = word && !(c == '市' && (rest.starts_with("市场") || rest.starts_with("市政")));
        let word = word
            || (c == '市'
                && name
                    .get(..i)
                    .is_some_and(|head| head.ends_with('城') && head.chars().count() > 3 && rest.starts_with("管理")));
        if matches!(c, '省' | '市' | '县' | '区' | '旗' | '州' | '盟') && !word {
            end = Some(at);
        }
    }
    name.get(..end?)
}

/// The kind of a region by its name.
fn region(name: &str) -> Profile {
    const MUNICIPALITIES: [&str; 4] = ["北京市", "天津市", "上海市", "重庆市"];
    if MUNICIPALITIES.contains(&name) || name.ends_with('省') || (name.ends_with("自治区") && name.chars().count() >= 5) {
        return Profile::Province;
    }
    if name.ends_with("自治州")
        || name.ends_with("地区")
        || name.ends_with('盟')
        || (name.ends_with('州') && name.chars().count() <= 4)
    {
        return Profile::City;
    }
    if let Some(bare) = name.strip_suffix('市') {
        // 山东省威海市荣成市: only the last name counts; the 州 of 宁州市 belongs to it.
        let above = bare.char_indices().rfind(|&(at, c)| matches!(c, '省' | '市' | '州') && at + c.len_utf8() < bare.len());
        let last = above.and_then(|(at, c)| bare.get(at + c.len_utf8()..)).unwrap_or(bare);
        return if is_prefecture(last) { Profile::City } else { Profile::County };
    }
    Profile::County
}

/// Whether a city of this name (市 left out) is a prefecture-level one.
/// Source: 民政部 全国行政区划代码, 293 prefecture-level cities (2024).
fn is_prefecture(name: &str) -> bool {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        include_str!("prefectures.txt").lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
    });
    names.contains(&name)
}

/// Fills in body, profile and year.
pub fn read(doc: &mut Document, overrides: Overrides) {
    let from_title = doc.title.as_ref().and_then(|title| organ_of_title(&title.text));
    // A name still to be filled in names nobody.
    let signed: Vec<&str> = doc.signature.iter().map(|&span| doc.get(span)).filter(|name| !name.contains('【')).collect();
    // Of 中共…委员会 and …人民政府 the government names the body.
    let signer = signed
        .iter()
        .rev()
        .find(|name| !name.starts_with("中共"))
        .or(signed.last())
        .map(|name| name.chars().filter(|&c| !crate::text::is_blank(c)).collect::<String>());
    let residue = doc.blocks.iter().filter(|block| block.kind == Kind::Residue);
    let publisher = residue.map(|block| doc.get(block.span)).find_map(publisher_in);
    let guess = [from_title.as_deref(), signer.as_deref(), publisher.as_deref()]
        .into_iter()
        .flatten()
        .find_map(Profile::of_name)
        .map(|guess| rank_of_city(doc, guess));
    // A signature in full (荣成市滕家镇人民政府) says more than a title's short form (滕家镇).
    let organ = match (&from_title, &signer) {
        (Some(title), Some(signer)) if signer.contains(title.as_str()) => Some(signer.clone()),
        (Some(title), _) => Some(title.clone()),
        (None, Some(signer)) => Some(signer.clone()),
        (None, None) => publisher,
    };
    let by_self = guess.or_else(|| match by_self_reference(doc) {
        // 我局 does not tell the tier, 市民政局坚持… does.
        Some(Profile::CountyDept) => by_subject(doc).filter(|subject| subject.is_department()).or(Some(Profile::CountyDept)),
        told => told.or_else(|| by_subject(doc)),
    });
    doc.profile_known = overrides.profile.is_some() || by_self.is_some();
    doc.profile = overrides.profile.or(by_self).unwrap_or(Profile::Township);
    doc.organ = organ;
    doc.year = overrides.year.or_else(|| year(doc));
}

/// The body that a line of the page names as the publisher: 发布机构：清溪镇, | 发布机构 | 清溪镇 |.
fn publisher_in(line: &str) -> Option<String> {
    const FIELDS: [&str; 4] = ["发布机构", "发布单位", "发文机关", "制发机构"];
    let named = |field: &str| FIELDS.iter().any(|name| field.contains(name));
    let value = if line.contains('|') {
        let mut cells = line.split('|').map(|cell| cell.trim_matches(chars::is_blank));
        cells.find(|cell| named(cell)).and(cells.next())?
    } else {
        line.split_once(['：', ':']).filter(|(field, _)| named(field))?.1.trim()
    };
    (!value.is_empty()).then(|| value.to_owned())
}

/// Corrects the rank of a city that the table of prefecture-level cities does not know by what lies below and above it:
/// a city with counties and districts, or one that reports to the province, is a prefecture-level one.
/// Towns may be spoken of more often in both; 市县两级 is said only where both tiers are the city's own.
fn rank_of_city(doc: &Document, guess: Profile) -> Profile {
    let raised = match guess {
        Profile::County => Profile::City,
        Profile::CountyDept => Profile::CityDept,
        _ => return guess,
    };
    let title = doc.title.as_ref().map_or("", |title| title.text.as_str());
    let named_city =
        title.split("关于").next().unwrap_or("").contains('市') || doc.signature.iter().any(|&span| doc.get(span).contains('市'));
    let district = doc.signature.iter().any(|&span| doc.get(span).contains(['县', '区', '旗']))
        || title.contains('县')
        || title.contains('区');
    if !named_city || district {
        return guess;
    }
    let addressee: String =
        doc.blocks.iter().filter(|block| block.kind == Kind::Addressee).map(|block| doc.get(block.span)).collect();
    let body = doc.blocks.get(doc.body.clone()).unwrap_or(&[]);
    let within = body.first().zip(body.last()).map_or(Span::default(), |(first, last)| first.span.to(last.span));
    let below = |cue: Cue| doc.cues_in(within).iter().filter(|&&(found, _)| found == cue).count();
    let (counties, towns) = (below(Cue::Counties), below(Cue::Towns));
    if addressee.contains('省') || counties > towns || below(Cue::TwoTiers) > 0 { raised } else { guess }
}

/// The body a title begins with: 滕家镇 of 滕家镇2023年度…, 湖北省人民政府 of 湖北省人民政府关于….
#[must_use]
pub fn organ_of_title(title: &str) -> Option<String> {
    let start = title.find(|c: char| !c.is_ascii_digit() && c != '年' && c != '度')?;
    // 2024年闵行区法治政府建设…: the year stands in front.
    let title = title.get(start..)?;
    let end = ["关于", "法治", "法制", "依法", "年度", "贯彻落实", "落实", "推进", "上半年", "“十"]
        .iter()
        .filter_map(|word| title.find(word))
        .chain(title.find(|c: char| c.is_ascii_digit()))
        .min()
        .unwrap_or(title.len());
    let name = title.get(..end)?;
    // 中共甲镇委员会甲镇人民政府: the second names the government.
    let name = match name.find("委员会") {
        Some(at) if name.starts_with("中共") && at + 9 < name.len() => name.get(at + 9..)?,
        _ => name,
    };
    // 临河县教育局党组临河县教育局: the party body and the body.
    let name = ["党工委", "党委", "党组"]
        .iter()
        .find_map(|party| name.split_once(party).filter(|(body, rest)| !body.is_empty() && rest.starts_with(body)))
        .map_or(name, |(_, rest)| rest);
    let name = name.trim_start_matches(chars::is_mark);
    // 某局（区数据局）: a second name in brackets belongs to it.
    let name = name.trim_end_matches(|c: char| (chars::is_mark(c) && !matches!(c, '）' | ')')) || c == '的');
    let n = name.chars().count();
    ((2..=30).contains(&n)
        && name.chars().all(|c| chars::is_han(c) || matches!(c, '、' | '（' | '）' | '·' | '(' | ')'))
        && !matches!(name, "20" | "二〇" | "本单位"))
    .then(|| name.to_owned())
}

/// What the body calls itself: 我镇, 我街道, 我局.
fn by_self_reference(doc: &Document) -> Option<Profile> {
    const NAMES: [(&str, Profile); 19] = [
        ("我镇", Profile::Township),
        ("我乡", Profile::Township),
        ("全镇", Profile::Township),
        ("镇政府", Profile::Township),
        ("我街道", Profile::Subdistrict),
        ("我街", Profile::Subdistrict),
        ("街道办事处", Profile::Subdistrict),
        ("我县", Profile::County),
        ("我区", Profile::County),
        ("我旗", Profile::County),
        ("我市", Profile::City),
        ("我省", Profile::Province),
        ("我局", Profile::CountyDept),
        ("局党组", Profile::CountyDept),
        ("我委", Profile::CountyDept),
        ("我厅", Profile::ProvinceDept),
        ("厅党组", Profile::ProvinceDept),
        ("我部", Profile::ProvinceDept),
        ("部党组", Profile::ProvinceDept),
    ];
    let body = doc.body_blocks().map(|(_, block)| block.span).reduce(Span::to)?;
    let text = doc.get(body);
    let times = |wanted: Profile| -> usize {
        NAMES.iter().filter(|&&(_, profile)| profile == wanted).map(|&(name, _)| text.matches(name).count()).sum()
    };
    let department = speaks_as_department(text);
    let own = Profile::ALL.into_iter().filter(|profile| !(department && profile.is_of_all()));
    let counted = own.map(|profile| (times(profile), profile));
    counted.max_by_key(|&(count, _)| count).filter(|&(count, _)| count >= 2).map(|(_, profile)| profile)
}

/// Whether a department speaks: it says 我局, and of its county 我县 too.
fn speaks_as_department(text: &str) -> bool {
    ["我局", "局党组", "我委", "我厅"].iter().any(|word| text.contains(word))
}

/// Whom the preamble makes its subject: 2025年，清溪镇坚持…, 我局坚持…, 临河县委、县政府坚持….
fn by_subject(doc: &Document) -> Option<Profile> {
    const VERBS: [&str; 9] = ["坚持", "始终", "深入", "认真", "全面", "严格", "紧紧", "以", "在"];
    let intro = doc.intro.clone().filter_map(|i| doc.blocks.get(i)).map(|block| doc.get(block.span));
    let clauses = intro.flat_map(|text| text.split(|c| chars::ends_sentence(c) || matches!(fold(c), '，')));
    let department = || doc.body_blocks().any(|(_, block)| speaks_as_department(doc.get(block.span)));
    let subject = clauses.map(|clause| clause.trim_matches(chars::is_blank)).find_map(|clause| {
        // 滨湖新区（以下简称“新区”）坚持…: the short form is no verb's.
        let short = clause.split_once(['（', '(']).filter(|(_, rest)| rest.starts_with("以下") || rest.starts_with("简称"));
        let named = short.and_then(|(name, rest)| Some((name, rest.split_once(['）', ')'])?.1)));
        let name = match named {
            Some((name, rest)) => VERBS.iter().any(|verb| rest.starts_with(verb)).then_some(name),
            None => VERBS.iter().filter_map(|verb| clause.get(..clause.find(verb)?)).min_by_key(|name| name.len()),
        }?;
        // 临河县商务局法治政府建设工作坚持…: the work is the body's.
        let name =
            ["法治", "依法行政"].iter().filter_map(|word| name.find(word)).min().and_then(|at| name.get(..at)).unwrap_or(name);
        if let Some(own) = name.strip_prefix('我') {
            return of_own_word(own);
        }
        // 临河县委、县政府坚持…: party and government of one place.
        if let Some((party, government)) = name.split_once('、') {
            let place = party.strip_suffix('委').filter(|place| place.chars().count() > 2)?;
            return (government.ends_with("政府") && place.chars().all(chars::is_han)).then(|| Profile::of_name(place)).flatten();
        }
        // 县委 is above, 各街道 below.
        let n = name.chars().count();
        let other = name.starts_with(['各', '两', '在', '对', '由']) || (name.ends_with('委') && n < 4);
        ((3..=14).contains(&n) && !other && name.chars().all(chars::is_han)).then(|| Profile::of_name(name)).flatten()
    });
    subject.filter(|profile| !(profile.is_of_all() && department()))
}

/// The kind of body that calls itself 我 and this; 我区 and 我市 may be the place it lies in.
fn of_own_word(own: &str) -> Option<Profile> {
    let kinds = [
        ("镇", Profile::Township),
        ("乡", Profile::Township),
        ("街", Profile::Subdistrict),
        ("局", Profile::CountyDept),
        ("委", Profile::CountyDept),
        ("厅", Profile::ProvinceDept),
        ("部", Profile::ProvinceDept),
    ];
    kinds.into_iter().find(|(word, _)| own.starts_with(word)).map(|(_, profile)| profile)
}

/// The report year: the title's, else that of heading or lead-in, else the year before a signature in spring.
fn year(doc: &Document) -> Option<u32> {
    // A document number's year (〔2019〕28号) is not the report's.
    let numbered = |at: usize| doc.text.get(..at).is_some_and(|before| before.ends_with(['〔', '［', '[']));
    let in_span = |span: Span| {
        let numbers = doc.numbers(span).iter();
        numbers.filter(|n| !doc.in_book_title(n.span.start) && !numbered(n.span.start)).find_map(|n| year_at(doc, n.span))
    };
    if let Some(year) = doc.title.as_ref().and_then(|title| in_span(title.span)) {
        return Some(year);
    }
    if let Some(year) = doc.title.as_ref().and_then(|title| han_year(&title.text)) {
        return Some(year);
    }
    if let Some(date) = doc.date.and_then(|line| line.date) {
        return Some(if date.month <= 9 { date.year - 1 } else { date.year });
    }
    // “2025年，我镇……” opens a preamble; a heading's year may be the plan's.
    let opening = doc.intro.clone().filter_map(|i| doc.blocks.get(i)).find_map(|block| {
        let first = doc.numbers(block.span).first()?;
        (first.span.start == block.span.start).then(|| year_at(doc, first.span)).flatten()
    });
    doc.lead_in
        .and_then(in_span)
        .or(opening)
        .or_else(|| doc.headings.iter().filter(|h| h.level == 1).find_map(|h| in_span(h.title)))
        .or_else(|| doc.intro.clone().filter_map(|i| doc.blocks.get(i)).find_map(|block| in_span(block.span)))
}

/// The year written at `span`, where it is one.
fn year_at(doc: &Document, span: Span) -> Option<u32> {
    let text = doc.get(span);
    let year: u32 = text.parse().ok()?;
    (text.len() == 4 && (2000..2100).contains(&year)).then_some(year)
}

/// 二〇二五年度.
fn han_year(text: &str) -> Option<u32> {
    let at = text.find("二〇").or_else(|| text.find("二○"))?;
    let numeral: String = text.get(at..)?.chars().take(4).map(|c| if c == '○' { '〇' } else { c }).collect();
    crate::text::numerals::parse_han(&numeral).filter(|year| (2000..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preamble_tells_the_kind_where_there_is_no_title() {
        let kind = |opening: &str| {
            let text = format!("{opening}\n\n一、主要举措和成效\n\n召开会议12次。\n\n二、存在的不足和原因\n\n人员较少。\n");
            let read = crate::check::read(&text);
            read.profile_known.then_some(read.profile)
        };
        let told = [
            ("2025年，清溪镇坚持以习近平法治思想为指导，推进依法治镇。", Profile::Township),
            ("2025年,在区委、区政府的坚强领导下,锦绣街道深入学习习近平法治思想。", Profile::Subdistrict),
            ("2025年，临河县市场监督管理局认真落实各项部署。", Profile::CountyDept),
            ("一年来，市市场监管局始终把法治建设摆在突出位置。", Profile::CityDept),
            ("2025年，我局坚持以习近平法治思想为指导，执法检查12次。", Profile::CountyDept),
            ("2025年，我局法治工作坚持以习近平法治思想为指导。", Profile::CountyDept),
            ("2025年，临河县商务局法治政府建设工作坚持以习近平法治思想为指导。", Profile::CountyDept),
            ("2025年，云溪区委、区政府坚持以习近平法治思想为指导。", Profile::County),
            ("2025年，滨湖新区（以下简称“新区”）始终坚持依法行政。", Profile::Zone),
            ("2025年，临江综保区坚持以习近平法治思想为指导。", Profile::Zone),
            ("2025年，水利部深入贯彻习近平法治思想。", Profile::ProvinceDept),
            ("2025年，街道工作规范，我街道办件12件。", Profile::Subdistrict),
        ];
        for (opening, profile) in told {
            assert_eq!(kind(opening), Some(profile), "{opening}");
        }
        for opening in [
            "2025年，县委坚持党对法治工作的领导，各街道深入推进。",
            "2025年，坚持以习近平法治思想为指导。",
            "2025年，县委、县政府坚持以习近平法治思想为指导。",
            "2025年，我区坚持依法行政。",
        ] {
            assert_eq!(kind(opening), None, "{opening}");
        }
    }

    #[test]
    fn names_tell_the_kind_of_body() {
        assert_eq!(Profile::of_name("县委宣传部"), None);
        let cases = [
            ("荣成市滕家镇人民政府", Profile::Township),
            ("滕家镇", Profile::Township),
            ("静海区", Profile::County),
            ("马鞍街道办事处", Profile::Subdistrict),
            ("马鞍街", Profile::Subdistrict),
            ("荣成市人民政府", Profile::County),
            ("威海市人民政府", Profile::City),
            ("湖北省人民政府", Profile::Province),
            ("重庆市人民政府", Profile::Province),
            ("重庆市江北区教育委员会", Profile::CountyDept),
            ("重庆市市场监督管理局", Profile::ProvinceDept),
            ("湖南省农业农村厅", Profile::ProvinceDept),
            ("威海市城市管理局", Profile::CityDept),
            ("荣成市教育局", Profile::CountyDept),
            ("中华人民共和国海陵海关", Profile::CityDept),
            ("南湖区行政审批局（区数据局）", Profile::CountyDept),
            ("临河县民政局", Profile::CountyDept),
            ("区政府办", Profile::CountyDept),
            ("县政府办公室", Profile::CountyDept),
            ("市卫生健康委员会", Profile::CityDept),
            ("省能源局", Profile::ProvinceDept),
            ("威海南海新区管委会", Profile::Zone),
            ("恩施土家族苗族自治州人民政府", Profile::City),
            ("广西壮族自治区人民政府", Profile::Province),
            ("兰州市人民政府", Profile::City),
            ("甘肃省兰州市教育局", Profile::CityDept),
            ("云岭自治州清河市人民政府", Profile::County),
            ("海关总署", Profile::ProvinceDept),
            ("应急管理部", Profile::ProvinceDept),
            ("临江综合保税区", Profile::Zone),
            ("滨湖经开区", Profile::Zone),
        ];
        for (name, profile) in cases {
            assert_eq!(Profile::of_name(name), Some(profile), "{name}");
        }
    }

    #[test]
    fn a_city_no_table_knows_is_ranked_by_what_lies_below_it() {
        let profile = |text: &str| {
            let text = format!("清州市公安局2025年度法治政府建设情况报告\n\n一、主要成效\n{text}\n");
            crate::check::check(&text, &crate::check::Options::default()).document.profile
        };
        assert_eq!(profile("各镇街普法12场，乡镇执法规范，市县两级公安机关建成办案中心9个。"), Profile::CityDept);
        assert_eq!(profile("各县（市、区）普法12场。"), Profile::CityDept);
        assert_eq!(profile("各镇街普法12场，省、市、县联动。"), Profile::CountyDept);
    }

    #[test]
    fn a_document_number_is_no_report_year() {
        let year = |text: &str| crate::check::check(text, &crate::check::Options::default()).document.year;
        let lead_in =
            "根据《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）要求，现将县政府2023年度法治政府建设情况报告如下：";
        assert_eq!(year(&format!("{lead_in}\n一、主要工作\n（一）依法决策\n审查文件3件。\n")), Some(2023));
        let lead_in = lead_in.replace("2023年度", "");
        assert_eq!(year(&format!("{lead_in}\n一、2024年主要工作\n（一）依法决策\n审查文件3件。\n")), Some(2024));
    }

    #[test]
    fn the_title_names_the_body_that_the_page_left_out() {
        let page = "关于2025年法治政府建设情况的报告\n\n来源：临河县人民政府 发布时间：2026-03-16\n\n";
        let rest = "县人大常委会：\n\n现将有关情况报告如下：\n\n一、主要成效\n审查文件3件。\n";
        let organ = |text: &str| crate::check::check(text, &crate::check::Options::default()).document.organ;
        let full = format!("{page}临河县人民政府\n\n关于2025年法治政府建设情况的报告\n\n{rest}");
        assert_eq!(organ(&full).as_deref(), Some("临河县人民政府"));
        assert_eq!(organ(&format!("{page}{rest}")), None);
    }

    #[test]
    fn the_page_names_the_publisher() {
        for line in [
            "| 索引号 | 0152 | 发布机构 | 临河县民政局 |",
            "发布机构：临河县民政局",
            "| 发文机关: | 临河县民政局 | 发文日期: | |",
        ] {
            assert_eq!(publisher_in(line).as_deref(), Some("临河县民政局"), "{line}");
        }
        assert_eq!(publisher_in("| 发布机构 | | 主题分类 |"), None);
    }

    #[test]
    fn a_report_without_a_title_says_who_speaks() {
        let profile = |text: &str| {
            let text = format!("市委、市政府：\n\n一、主要成效\n{text}\n");
            crate::check::check(&text, &crate::check::Options::default()).document.profile
        };
        assert_eq!(profile("我委审查文件12件。我委普法3场。"), Profile::CountyDept);
        assert_eq!(profile("我厅审查文件12件。我厅普法3场。"), Profile::ProvinceDept);
    }

    #[test]
    fn a_department_speaks_of_its_county_too() {
        let read = |text: &str| {
            let text = format!("县政府：\n\n一、主要成效\n{text}");
            let document = crate::check::read(&text);
            document.profile_known.then_some(document.profile)
        };
        assert_eq!(read("我县新增低保36户。我局逐户核查。\n我县发放资金12万元。\n"), None);
        assert_eq!(read("我县新增低保36户。我局逐户核查，我局公示名单。\n我县发放资金12万元。\n"), Some(Profile::CountyDept));
        assert_eq!(read("我县新增低保36户，逐户核查。\n我县发放资金12万元。\n"), Some(Profile::County));
        let intro = "湖滨区在推进试点中先行一步。\n一、主要成效\n";
        let read = |text: &str| {
            let text = format!("{intro}{text}\n");
            let document = crate::check::read(&text);
            document.profile_known.then_some(document.profile)
        };
        assert_eq!(read("我局编印普法读本。"), None);
        assert_eq!(read("编印普法读本。"), Some(Profile::County));
    }

    #[test]
    fn bodies_have_a_word_for_themselves() {
        let own = |name: &str| Profile::of_name(name).and_then(|profile| profile.own_word(Some(name)));
        assert_eq!(own("荣成市滕家镇人民政府"), Some("镇"));
        assert_eq!(own("石门乡人民政府"), Some("乡"));
        assert_eq!(own("锦绣街道办事处"), Some("街道"));
        assert_eq!(own("荣成市人民政府"), Some("市"));
        assert_eq!(own("重庆市江北区教育委员会"), Some("委"));
        assert_eq!(own("临河县民政局"), Some("局"));
    }

    #[test]
    fn titles_begin_with_the_body() {
        assert_eq!(organ_of_title("滕家镇2023年度法治政府建设报告").as_deref(), Some("滕家镇"));
        assert_eq!(organ_of_title("湖北省人民政府关于2023年度法治政府建设情况的报告").as_deref(), Some("湖北省人民政府"));
        assert_eq!(organ_of_title("2024年闵行区法治政府建设工作情况报告").as_deref(), Some("闵行区"));
        assert_eq!(
            organ_of_title("南湖区行政审批局（区数据局）2025年度法治政府建设年度报告").as_deref(),
            Some("南湖区行政审批局（区数据局）")
        );
        assert_eq!(organ_of_title("2022年度法治政府建设情况报告"), None);
        assert_eq!(organ_of_title("关于2025年度法治政府建设情况的报告"), None);
        assert_eq!(
            organ_of_title("中共清溪镇委员会清溪镇人民政府关于2025年度法治政府建设情况的报告").as_deref(),
            Some("清溪镇人民政府")
        );
        assert_eq!(
            organ_of_title("临河县教育局党组临河县教育局关于2025年度法治政府建设情况的报告").as_deref(),
            Some("临河县教育局")
        );
    }
}
