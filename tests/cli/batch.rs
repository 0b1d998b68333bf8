//! Many files: tables, code-scanning results, and the order of the answers.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Folder, correct, warned, wrong};

#[test]
fn a_table_has_a_row_for_every_file_and_no_formula() {
    let folder = Folder::new("csv");
    folder.file("=1+2.txt", correct()).file("wrong.txt", wrong()).file("empty.txt", "");
    let run = folder.run("check =1+2.txt wrong.txt empty.txt --format csv").complains(&["empty.txt", "没有文字"]);
    let rows: Vec<Vec<&str>> = run.out.trim_end().split("\r\n").map(|row| row.split(',').collect()).collect();
    assert_eq!(rows.len(), 4, "{run:?}");
    assert_eq!(rows[0][0], "\u{FEFF}文件");
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{rows:?}");
    let cell = |row: usize, column: &str| {
        rows[row][rows[0].iter().position(|name| *name == column).unwrap_or_else(|| panic!("no {column}"))]
    };
    assert_eq!(cell(1, "\u{FEFF}文件"), "'=1+2.txt");
    assert_eq!((cell(1, "结论"), cell(1, "年度"), cell(1, "不足和原因")), ("通过", "2025", "单列"));
    assert_eq!((cell(2, "结论"), cell(2, "错误")), ("需修改", "1"));
    assert_eq!((cell(3, "结论"), cell(3, "\u{FEFF}文件")), ("未检查", "empty.txt"));
    assert!(cell(3, "说明").contains("没有文字"));
}

#[test]
fn code_scanning_results_say_where_why_and_how_to_mend() {
    let folder = Folder::new("sarif");
    folder.file("通 报/warned.txt", warned()).file("wrong.txt", wrong()).file("correct.txt", correct());
    let log = folder.run("check . missing.txt --format sarif").complains(&["missing.txt"]).json();
    assert_eq!((&log["version"], log["runs"].as_array().map(Vec::len)), (&Value::from("2.1.0"), Some(1)));
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let told = &run["invocations"][0];
    assert_eq!(told["executionSuccessful"], false);
    assert_eq!(
        told["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "missing.txt"
    );
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), hegui::rules::all().len());
    assert!(rules.iter().all(|rule| rule["help"]["text"].as_str().is_some_and(|text| text.contains("依据："))));
    let results = run["results"].as_array().expect("results");
    let result = results.iter().find(|result| result["ruleId"] == "fazhi-term").expect("the warning");
    assert_eq!(rules[result["ruleIndex"].as_u64().expect("an index") as usize]["id"], "fazhi-term");
    assert_eq!(result["level"], "warning");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "./%E9%80%9A%20%E6%8A%A5/warned.txt");
    let region =
        |region: &Value| ["startLine", "startColumn", "endLine", "endColumn"].map(|key| region[key].as_u64().expect("a number"));
    let [line, start, end_line, end] = region(&place["region"]);
    let warned = warned();
    let at = |line: u64| warned.lines().nth(line as usize - 1).expect("the line").encode_utf16().collect::<Vec<u16>>();
    assert_eq!(
        (String::from_utf16_lossy(&at(line)[start as usize - 1..end as usize - 1]), end_line),
        ("法制示范".to_owned(), line)
    );
    let change = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    let [line, start, _, end] = region(&change["deletedRegion"]);
    let mut units = at(line);
    let new = change["insertedContent"]["text"].as_str().expect("a text").encode_utf16();
    units.splice(start as usize - 1..end as usize - 1, new);
    assert!(String::from_utf16_lossy(&units).contains("法治示范"));
}

#[test]
fn a_result_keeps_its_fingerprint_when_lines_move() {
    let folder = Folder::new("fingerprints");
    let prints = |text: &str| -> BTreeSet<String> {
        folder.file("a.txt", text);
        let log = folder.run("check a.txt --format sarif --fail-on never").ends(0).json();
        let results = log["runs"][0]["results"].as_array().expect("results").iter();
        results.map(|result| result["partialFingerprints"]["findingHash/v1"].as_str().expect("a print").to_owned()).collect()
    };
    let flawed = include_str!("../corpus/flawed/town-2025.txt");
    let before = prints(flawed);
    assert!(before.len() > 8);
    assert_eq!(prints(&flawed.replacen('\n', "\n\n\n", 1)), before);
}

#[test]
fn many_files_are_answered_in_order_whatever_fails() {
    let folder = Folder::new("many");
    for n in 0..300 {
        let text = if n % 7 == 3 { String::new() } else { correct().repeat(if n % 50 == 0 { 20 } else { 1 }) };
        folder.file(&format!("all/{n:03}.txt"), text);
    }
    let expected: Vec<String> = (0..300).filter(|n| n % 7 != 3).map(|n| format!("all/{n:03}.txt")).collect();
    let run = folder.run("check all --format jsonl --fail-on never").complains(&["all/003.txt", "没有文字"]);
    let file = |report: &Value| report["file"].as_str().expect("a name").replace('\\', "/");
    let lines: Vec<String> = run.out.lines().map(|line| file(&serde_json::from_str(line).expect("JSON"))).collect();
    assert_eq!(lines, expected);
    assert_eq!(run.err.lines().count(), 300 - expected.len(), "no bar where there is no terminal: {}", run.err);
    let array = folder.run("check all --format json --fail-on never").ends(2).json();
    assert_eq!(array.as_array().expect("an array").iter().map(file).collect::<Vec<_>>(), expected);
    assert!(folder.run("check all --only number-gap").complains(&["all/003.txt"]).out.lines().count() >= expected.len());
}
