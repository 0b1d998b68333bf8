use super::*;
use crate::check::check;
use crate::document::Profile;
use crate::requirement::{State, judge};
use crate::rules;

/// A file that says everything that can be said.
const ALL: &str = r#"
profile = "county-dept"
year = 2024
terms = ["清溪“法制”云", "E+\\调解"]

[rules]
off = ["quote-style-mixed", "fazhi-term"]
on = ["leader-duty-coverage"]

[severity]
sentence-too-long = "warning"
number-gap = "info"

[habits]
part-order = false
addressee = false

[layout]
margins = { top = 37, bottom = 35.5, left = 28, right = 26 }
[layout.fonts]
title = "方正小标宋简体"
body = "仿宋_GB2312"
"#;

fn problems(text: &str) -> Vec<String> {
    Settings::parse(text).expect_err("problems").iter().map(|problem| problem.told("hegui.toml", text)).collect()
}

#[test]
fn everything_is_read() {
    let settings = Settings::parse(ALL).expect("settings");
    assert_eq!(settings.overrides, Overrides { profile: Some(Profile::CountyDept), year: Some(2024), published: true });
    assert_eq!(settings.terms, ["清溪“法制”云", "E+\\调解"]);
    assert_eq!(settings.off, ["part-order", "quote-style-mixed", "fazhi-term"]);
    assert_eq!(settings.severities, [("number-gap", Severity::Info), ("sentence-too-long", Severity::Warning)]);
    assert_eq!(settings.layout.margins, [Some(370), Some(355), Some(280), Some(260)]);
    assert_eq!(settings.layout.fonts[1].as_deref(), Some("仿宋_GB2312"));
    assert_eq!(Settings::parse("\u{feff}# 空的\n"), Ok(Settings::default()));
    assert_eq!(Settings::parse("profile = \"auto\""), Ok(Settings::default()));
}

#[test]
fn what_is_written_is_read_again() {
    let mut settings = Settings::parse(ALL).expect("settings");
    settings.terms.push("一\"二\\三\n\u{7f}".to_owned());
    assert_eq!(Settings::parse(&to_toml(&settings)), Ok(settings));
    assert_eq!(Settings::parse(&to_toml(&Settings::default())), Ok(Settings::default()));
}

#[test]
fn an_unknown_name_is_told_with_its_line_and_the_nearest() {
    let cases = [
        ("profil = \"zone\"", "hegui.toml:1：没有“profil”这项设置，是否指“profile”？"),
        ("# profile\nprofile = \"townhip\"", "hegui.toml:2：没有“townhip”这种单位类型，是否指“township”？"),
        (
            "[rules]\noff = [\n  \"number-gap\",\n  \"fazi-term\",\n]",
            "hegui.toml:4：没有“fazi-term”这条规则，是否指“fazhi-term”？",
        ),
        ("[severity]\nnumber-gab = \"info\"", "hegui.toml:2：没有“number-gab”这条规则，是否指“number-gap”？"),
        ("[habits]\nadressee = true", "hegui.toml:2：没有“adressee”这项设置，是否指“addressee”？"),
        ("[layout.fonts]\nheading1 = \"黑体\"", "hegui.toml:2：没有“heading1”这项设置，是否指“heading-1”？"),
        ("[colours]\nred = 1", "hegui.toml:1：没有“colours”这项设置，可用的有：profile、year"),
    ];
    for (text, expected) in cases {
        let told = problems(text);
        assert!(told.len() == 1 && told[0].starts_with(expected), "{told:?}");
    }
}

#[test]
fn a_wrong_value_is_told_with_what_would_be_right() {
    let cases = [
        ("year = \"2025\"", "“year”应为四位年份"),
        ("year = 25", "“year”应为四位年份"),
        ("year = 2025.5", "“year”应为四位年份"),
        ("year = 2025-01-01", "“year”应为四位年份"),
        ("profile = 3", "“profile”应为加引号的单位类型"),
        ("terms = \"法\"", "“terms”应为方括号里"),
        ("terms = [3]", "“terms”应为方括号里"),
        ("terms = [\"法\"]", "“法”太短"),
        ("rules = 3", "“rules”应为一张表"),
        ("severity = []", "“severity”应为一张表"),
        ("[severity]\nnumber-gap = \"loud\"", "“number-gap”应为\"error\""),
        ("[habits]\naddressee = \"no\"", "“addressee”应为true"),
        ("layout.margins.top = -1", "“top”应为0 到 100 之间"),
        ("layout.margins.top = nan", "“top”应为0 到 100 之间"),
        ("layout.fonts.body = \" \"", "“body”应为加引号的字体"),
        ("[rules]\non = [\"number-gap\"]\noff = [\"number-gap\", \"fazhi-term\"]\n[severity]\nx = 1", "没有“x”这条规则"),
    ];
    for (text, expected) in cases {
        let told = problems(text);
        assert!(told.iter().any(|told| told.contains(expected)), "{expected}: {told:?}");
    }
    let told = problems("[rules]\nondition = []\non = [\"leader-duty-coverage\"]\noff = [\"leader-duty-coverage\"]");
    assert_eq!(told.len(), 2, "all is told at once: {told:?}");
}

#[test]
fn text_that_is_no_toml_is_told_with_its_line() {
    for (text, line) in [("year = 2025\nprofile = zone", 2), ("a = 1\na = 2", 2), ("[rules\n", 1), ("法治", 1)] {
        assert!(problems(text)[0].starts_with(&format!("hegui.toml:{line}：不合 TOML")), "{:?}", problems(text));
    }
}

#[test]
fn switching_a_rule_back_leaves_the_defaults() {
    let mut settings = Settings::default();
    for rule in rules::all() {
        settings.switch(rule, !rule.on);
        assert!(settings.runs(rule) != rule.on && settings != Settings::default());
        settings.switch(rule, rule.on);
        assert!(settings.runs(rule) == rule.on && settings == Settings::default());
    }
}

const REPORT: &str = "清溪镇人民政府2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n\n\
    一、2025年度主要举措和成效\n\n办理案件12件。\n\n二、2026年度主要安排\n\n举办培训4期。\n\n\
    三、2025年度存在的不足和原因\n\n执法力量不足，主要原因是人员编制较少。\n\n清溪镇人民政府\n2026年1月20日\n";

#[test]
fn habits_of_the_region_are_respected() {
    let found = |toml: &str| {
        let checked = check(REPORT, &Settings::parse(toml).expect("settings").options());
        let has = |id: &str| checked.findings.iter().any(|finding| finding.rule.id == id);
        let addressee = judge(&checked.document, &checked.findings).into_iter().find(|r| r.id == "addressee").expect("asked");
        (has("part-order"), has("addressee-missing"), addressee.state)
    };
    assert_eq!(found(""), (true, true, State::Review));
    assert_eq!(found("[habits]\npart-order = false"), (false, true, State::Review));
    assert_eq!(found("[habits]\naddressee = false"), (true, false, State::NotApplicable));
    assert_eq!(found("[habits]\npart-order = true\naddressee = true"), (true, true, State::Review));
}

#[test]
fn severities_and_terms_reach_the_findings() {
    let graded = |toml: &str| {
        let checked = check("推进法制政府建设。", &Settings::parse(toml).expect("settings").options());
        checked.findings.iter().find(|finding| finding.rule.id == "fazhi-term").map(|finding| finding.severity)
    };
    assert_eq!(graded(""), Some(Severity::Warning));
    assert_eq!(graded("severity.fazhi-term = \"error\""), Some(Severity::Error));
    assert_eq!(graded("severity.fazhi-term = \"info\""), Some(Severity::Info));
    assert_eq!(graded("terms = [\"法制政府\"]"), None);
    assert_eq!(graded("rules.off = [\"fazhi-term\"]"), None);
}
