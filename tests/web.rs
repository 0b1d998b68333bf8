//! Tests that run in a browser: `scripts/test wasm`.
#![cfg(target_arch = "wasm32")]

#[path = "files/archive.rs"]
mod archive;

use js_sys::{Array, JSON, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsError, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "𠮷镇2025年度法治政府建设情况报告\n推进法制政府建设。";

fn parse(json: &str) -> JsValue {
    JSON::parse(json).expect("JSON")
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).expect("an object")
}

/// What the call would throw.
fn thrown<T>(result: Result<T, JsError>) -> String {
    let error = JsValue::from(result.err().expect("an error"));
    get(&error, "message").as_string().expect("a message")
}

fn check(text: &str, options: &JsValue) -> Result<JsValue, JsError> {
    hegui::js::check(&text.into(), options)
}

fn fix(text: &str, options: &JsValue) -> Result<JsValue, JsError> {
    hegui::js::fix(&text.into(), options)
}

fn check_file(bytes: &JsValue, name: &str, options: &JsValue) -> Result<JsValue, JsError> {
    hegui::js::check_file(bytes, &name.into(), options)
}

fn read_file(bytes: &JsValue, name: &str) -> Result<JsValue, JsError> {
    hegui::js::read_file(bytes, &name.into())
}

#[wasm_bindgen_test]
fn javascript_learns_the_version() {
    assert_eq!(hegui::js::version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn a_report_is_a_plain_object_counted_as_javascript_counts() {
    let options = parse(r#"{"only": ["fazhi-term"]}"#);
    let report = check(TEXT, &options).unwrap_or(JsValue::NULL);
    assert_eq!(get(&report, "schema"), "hegui/report/1");
    assert!(get(&report, "file").is_null(), "what is not there is null");
    assert_eq!(get(&report, "year"), 2025);
    let findings = Array::from(&get(&report, "findings"));
    assert_eq!(findings.length(), 1);
    let range = Array::from(&get(&findings.get(0), "range"));
    let expected = TEXT.encode_utf16().position(|unit| unit == 0x5236).expect("制") as u32 - 1;
    assert_eq!(range.get(0), expected);
    assert_eq!(get(&findings.get(0), "text"), "法制政府");
    assert!(!get(&report, "counts").is_instance_of::<js_sys::Map>(), "plain objects, not maps");
}

const DOCX: &[u8] = include_bytes!("corpus/files/python-docx.docx");
const GBK: &[u8] = include_bytes!("corpus/files/portal-gb2312.html");

#[wasm_bindgen_test]
fn a_file_is_read_and_checked() {
    let bytes = Uint8Array::from(DOCX);
    for bytes in [JsValue::from(bytes.buffer()), bytes.into()] {
        let report = check_file(&bytes, "报告.docx", &JsValue::NULL).unwrap_or(JsValue::NULL);
        assert_eq!(get(&report, "file"), "报告.docx");
        assert_eq!(get(&report, "verdict"), "pass");
        assert_eq!(Array::from(&get(&report, "notes")).get(0), "自动编号已转为文字");
    }
    let file = read_file(&Uint8Array::from(GBK).into(), "报告.html").unwrap_or(JsValue::NULL);
    let text = get(&file, "text").as_string().expect("a text");
    assert!(text.starts_with("柳泉镇人民政府关于2025年度法治政府建设情况的报告\n中共东澜市委员会"), "{text:.100}");
    let plain = check_file(&Uint8Array::from(TEXT.as_bytes()).into(), "a.txt", &JsValue::UNDEFINED);
    assert!(get(&plain.unwrap_or(JsValue::NULL), "notes").is_undefined());
}

#[wasm_bindgen_test]
fn a_file_that_gives_no_text_is_named_with_what_to_do() {
    let said = |bytes: &[u8], name: &str| thrown(check_file(&Uint8Array::from(bytes).into(), name, &JsValue::NULL));
    for (bytes, name, word) in [
        (&b"%PDF-1.7"[..], "a.pdf", "PDF"),
        (&DOCX[..9000], "b.docx", "已损坏"),
        (b"\xD0\xCF\x11\xE0", "c.doc", "另存为 .docx"),
        (b"", "d.txt", "没有文字"),
        (b"\xFF\xFF\xFF\xFF", "e.txt", "编码"),
    ] {
        let message = said(bytes, name);
        assert!(message.starts_with(&format!("{name}：")) && message.contains(word), "{message}");
    }
    for wrong in [JsValue::NULL, "text".into(), 1.into(), js_sys::Object::new().into()] {
        assert!(thrown(check_file(&wrong, "a.txt", &JsValue::NULL)).contains("Uint8Array"));
    }
}

#[wasm_bindgen_test]
fn what_is_no_string_is_told() {
    let bytes = Uint8Array::from(TEXT.as_bytes()).into();
    for wrong in [JsValue::UNDEFINED, JsValue::NULL, 5.into(), true.into(), js_sys::Object::new().into(), Array::new().into()] {
        assert!(thrown(hegui::js::check(&wrong, &JsValue::NULL)).contains("应为报告的文字"));
        assert!(thrown(hegui::js::fix(&wrong, &JsValue::NULL)).contains("应为报告的文字"));
        assert!(thrown(hegui::js::check_file(&bytes, &wrong, &JsValue::NULL)).contains("应为文件名"));
        assert!(thrown(hegui::js::read_file(&bytes, &wrong)).contains("应为文件名"));
    }
}

/// The browser's stack is a fraction of a native one.
#[wasm_bindgen_test]
fn depth_is_refused_before_the_stack_ends() {
    let word = |body: &str, depth: usize| {
        let document = format!("<w:document><w:body>{}", body.repeat(depth));
        let bytes = archive::archive(&[archive::Entry::deflated("word/document.xml", &document)]);
        thrown(read_file(&Uint8Array::from(&bytes[..]).into(), "a.docx"))
    };
    for body in ["<w:p>", "<w:r>", "<w:tbl><w:tr><w:tc>", "<w:p><w:r><w:txbxContent>"] {
        assert!(word(body, 10_000).contains("嵌套过深"), "{body}");
        // Just allowed, and broken off there.
        assert!(word(body, 190 / body.matches('<').count()).contains("已损坏"), "{body}");
    }
    let page = format!("<html>{}一", "<div>".repeat(10_000));
    let file = read_file(&Uint8Array::from(page.as_bytes()).into(), "a.html").unwrap_or(JsValue::NULL);
    assert_eq!(get(&file, "text"), "一");
}

#[wasm_bindgen_test]
fn options_may_be_left_out_or_null() {
    for options in [JsValue::UNDEFINED, JsValue::NULL, parse("{}"), parse(r#"{"profile": "auto", "year": null}"#)] {
        assert!(check(TEXT, &options).is_ok());
    }
    let report = check(TEXT, &parse(r#"{"profile": "county-dept", "year": 2023}"#)).unwrap_or(JsValue::NULL);
    assert_eq!(get(&report, "profile"), "county-dept");
    assert_eq!(get(&report, "year"), 2023);
}

#[wasm_bindgen_test]
fn settings_are_those_of_the_file() {
    let rules = |json: &str| -> Vec<String> {
        let report = check(TEXT, &parse(json)).unwrap_or(JsValue::NULL);
        Array::from(&get(&report, "findings")).iter().filter_map(|finding| get(&finding, "rule").as_string()).collect()
    };
    let has = |json: &str| rules(json).contains(&"fazhi-term".to_owned());
    assert!(has("{}") && has(r#"{"settings": {"terms": ["法制示范"]}}"#));
    assert!(!has(r#"{"settings": {"rules": {"off": ["fazhi-term"]}}}"#));
    assert!(has(r#"{"settings": {"rules": {"off": ["fazhi-term"]}}, "only": ["fazhi-term"]}"#));
    assert!(!has(r#"{"settings": {"terms": ["法制政府"], "year": 2025, "habits": {"addressee": false}}}"#));
    let said = thrown(check(TEXT, &parse(r#"{"settings": {"rules": {"off": ["fazi-term"]}, "yaer": 1}}"#)));
    assert!(said.contains("fazhi-term") && said.contains("“year”"), "{said}");
    let kept = fix(TEXT, &parse(r#"{"settings": {"terms": ["法制政府"]}}"#)).unwrap_or(JsValue::NULL);
    assert_eq!(get(&kept, "text"), TEXT);
}

#[wasm_bindgen_test]
fn a_wrong_option_is_answered_with_the_nearest_right_one() {
    let said = |json: &str| thrown(check(TEXT, &parse(json)));
    assert!(said(r#"{"profil": "zone"}"#).contains("是否指“profile”"));
    assert!(said(r#"{"profile": "countydept"}"#).contains("是否指“county-dept”"));
    assert!(said(r#"{"only": ["fazhi-terms"]}"#).contains("是否指“fazhi-term”"));
    assert!(said(r#"{"only": "fazhi-term"}"#).contains("数组"));
    assert!(said(r#"{"year": "2025"}"#).contains("四位年份"));
    assert!(thrown(check(TEXT, &"fast".into())).contains("选项对象"));
    assert!(thrown(fix(TEXT, &parse(r#"{"unsafe": 1}"#))).contains("true 或 false"));
    assert!(thrown(fix(TEXT, &parse(r#"{"safe": true}"#))).contains("unsafe"));
}

#[wasm_bindgen_test]
fn safe_fixes_are_made() {
    let fixed = fix("推进法制政府建设。", &JsValue::UNDEFINED).unwrap_or(JsValue::NULL);
    assert!(get(&fixed, "text").as_string().is_some_and(|text| text.contains("法治政府")));
    assert!(get(&fixed, "applied").as_f64().is_some_and(|count| count >= 1.0));
}

#[wasm_bindgen_test]
fn every_rule_explains_itself() {
    let rules = hegui::js::rules().unwrap_or(JsValue::NULL);
    let rules = Array::from(&rules);
    assert_eq!(rules.length() as usize, hegui::rules::all().len());
    for rule in rules {
        assert!(Array::from(&get(&rule, "doc")).length() > 0, "{:?}", get(&rule, "id"));
    }
}

#[wasm_bindgen_test]
fn reports_are_compared() {
    let work = "依托镇综治中心整合司法所和派出所力量，全年排查矛盾纠纷186件，组织调解员轮训4期，完善村级调解室，为群众提供一站式服务，邀请退休法官每周到村坐诊，把问题解决在田间地头。聘请公职律师2名，推行扫码入企，入企检查频次下降三成，企业满意度明显提升，政务大厅延时服务惠及周边村民。";
    let report = |place: &str| format!("𠮷{place}2025年度法治政府建设情况报告\\n一、主要举措和成效\\n{work}");
    let (one, other) = (report("清溪镇"), report("石头店镇").replace("186", "9"));
    let texts = parse(&format!(r#"[{{"id": "甲", "text": "{one}"}}, {{"id": "乙", "text": "{other}", "group": "last-year"}}]"#));
    let found = hegui::js::compare(&texts).unwrap_or(JsValue::NULL);
    assert_eq!(get(&found, "schema"), "hegui/likeness/1");
    let pairs = Array::from(&get(&found, "pairs"));
    assert_eq!(pairs.length(), 1);
    assert_eq!(get(&pairs.get(0), "kind"), "last-year");
    let passage = Array::from(&get(&pairs.get(0), "passages")).get(0);
    let range = Array::from(&Array::from(&get(&passage, "ranges")).get(0));
    let ends = [0, 1].map(|end| range.get(end).as_f64().unwrap_or(-1.0) as u32);
    let text = js_sys::JsString::from(one.replace("\\n", "\n"));
    assert_eq!(String::from(text.slice(ends[0], ends[1])), get(&passage, "text").as_string().expect("a text"));
    let said = |json: &str| thrown(hegui::js::compare(&parse(json)));
    assert!(said("{}").contains("数组"));
    assert!(said(r#"[{"id": "甲"}]"#).contains("第1份"));
    assert!(said(r#"[{"id": "甲", "text": 1}]"#).contains("字符串"));
    assert!(said(r#"[{"id": "甲", "text": "", "group": "old"}]"#).contains("last-year"));
    assert!(said(r#"[{"id": "甲", "txt": ""}]"#).contains("是否指“text”"));
}
