//! Records: what a pipe stage takes and gives, and that any number of them goes through.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::thread;

use serde_json::{Value, json};

use super::{Folder, correct, warned, wrong};

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

fn record(id: &str, text: &str) -> String {
    json!({"id": id, "text": text}).to_string() + "\n"
}

#[test]
fn each_record_gives_its_report_under_its_id() {
    let folder = Folder::new("records");
    folder.file("a.txt", warned());
    let input = [record("甲", &correct()), "\n".to_owned(), record("乙", &warned())].concat();
    let run = folder.run_with("check --records", &input).ends(0);
    let reports = lines(&run.out);
    assert_eq!(reports.iter().map(|report| &report["id"]).collect::<Vec<_>>(), ["甲", "乙"]);
    let mut same = folder.run("check a.txt --format json").ends(0).json();
    same["file"] = Value::Null;
    same["id"] = Value::from("乙");
    assert_eq!(reports[1], same);
    folder.file("records.jsonl", &input);
    for call in ["check --records -", "check --records records.jsonl", "check --format jsonl -", "check --format jsonl"] {
        let again = folder.run_with(call, &input).ends(0);
        assert_eq!((again.out, again.err.as_str()), (run.out.clone(), ""), "{call}");
    }
    folder.run_with("check --records --fail-on warning", &input).ends(1);
    folder.run_with("check --records", &record("丙", &wrong())).ends(1);
    let piped = folder.run_with("check --records", "").ends(0);
    assert_eq!((piped.out.as_str(), piped.err.as_str()), ("", ""), "a part of the data may be empty");
}

#[test]
fn a_bad_record_is_told_in_its_place_and_the_rest_is_checked() {
    let folder = Folder::new("bad-records");
    let input = [record("甲", &correct()), "{\"id\": 7}\n清溪镇\n".to_owned(), record("乙", &correct())].concat();
    let run = folder.run_with("check --records --fail-on never", &input);
    let reports = lines(&run.out);
    assert_eq!(
        reports.iter().map(|report| report["id"].clone()).collect::<Vec<_>>(),
        [json!("甲"), json!(7), json!(null), json!("乙")]
    );
    assert_eq!((&reports[1]["line"], reports[1].get("schema")), (&json!(2), None));
    assert!(reports[1]["error"].as_str().is_some_and(|error| error.contains("没有 text")), "{run:?}");
    assert!(reports[2]["error"].as_str().is_some_and(|error| error.contains("不是记录")), "{run:?}");
    assert_eq!(run.err.lines().count(), 1, "however many are bad: {run:?}");
    run.complains(&["2条记录", "第2行"]);
}

#[test]
fn a_text_on_standard_input_is_still_a_text() {
    let folder = Folder::new("no-records");
    let long = format!("{{{}\n{}", "\"a\": 1, ".repeat(3_000), correct());
    for text in [correct(), format!("{{\"id\": 1}}\n{}", correct()), long] {
        folder.file("a.txt", &text);
        let mut same = folder.run("check a.txt --format jsonl --fail-on never").ends(0).json();
        same["file"] = Value::from("-");
        assert_eq!(folder.run_with("check - --format jsonl --fail-on never", &text).ends(0).json(), same);
    }
    folder.run_with("check -", &record("甲", &correct())).ends(1);
}

#[test]
fn what_cannot_be_had_of_records_is_refused_in_clear_words() {
    let folder = Folder::new("refused-records");
    folder.file("a.jsonl", record("甲", &correct())).file("in/b.txt", correct());
    folder.run("check --records --format csv a.jsonl").complains(&["jsonl", "--format"]);
    folder.run("check --records a.jsonl in/b.txt").complains(&["cat"]);
    folder.run("check --records in").complains(&["in", "文件夹"]);
    folder.run("check --records missing.jsonl").complains(&["missing.jsonl", "无法读取"]);
    folder.file("hegui.toml", "yaer = 2025\n");
    folder.run("check --records a.jsonl").complains(&["hegui.toml:1", "“year”"]);
}

/// A process that asks one thing and waits for the answer before it asks the next gets it.
#[test]
fn an_answer_does_not_wait_for_more_records() {
    let folder = Folder::new("asking");
    let mut child = command(&folder).spawn().expect("the program runs");
    let mut ask = child.stdin.take().expect("a pipe");
    let mut answers = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    for id in ["甲", "乙", "丙"] {
        ask.write_all(record(id, "清溪镇").as_bytes()).expect("it reads");
        let answer = answers.next().expect("an answer").expect("UTF-8");
        assert!(answer.starts_with(&format!("{{\"id\":\"{id}\"")), "{answer}");
    }
    drop(ask);
    assert!(answers.next().is_none());
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn a_hundred_thousand_records_go_through_in_order_and_in_little_memory() {
    const RECORDS: usize = 100_000;
    let folder = Folder::new("many-records");
    let mut child = command(&folder).arg("--only=fazhi-term").spawn().expect("the program runs");
    let mut ask = child.stdin.take().expect("a pipe");
    let asking = thread::spawn(move || {
        for id in 0..RECORDS {
            // Some are larger than others.
            let text = "全面推进法制政府建设。\n".repeat(if id % 1_000 == 0 { 100 } else { 1 });
            let line = if id % 5_000 == 4_999 {
                format!("{{\"id\": {id}}}\n")
            } else {
                format!("{}\n", json!({"id": id, "text": text}))
            };
            ask.write_all(line.as_bytes()).expect("it reads");
        }
    });
    let process = child.id();
    let answers = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    for (id, line) in answers.enumerate() {
        let line = line.expect("UTF-8");
        let (start, said) = (format!("{{\"id\":{id},"), if id % 5_000 == 4_999 { "\"error\":\"" } else { "\"fazhi-term\"" });
        assert!(line.starts_with(&start) && line.contains(said), "{id}: {line}");
        if id % (RECORDS / 10) == RECORDS / 20 {
            // The records are some ten megabytes, the answers some four hundred.
            let peak = peak(process);
            assert!(peak < 40_000, "{peak} kB at {id}");
        }
    }
    asking.join().expect("all is asked");
    assert_eq!(child.wait().expect("it ends").code(), Some(2));
}

fn command(folder: &Folder) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hegui"));
    command.args(["check", "--records", "--fail-on", "never"]).current_dir(&folder.0);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// The most kilobytes a process has held, where the system tells.
fn peak(process: u32) -> usize {
    if !cfg!(target_os = "linux") {
        return 0;
    }
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    line.trim_matches(|c: char| !c.is_ascii_digit()).parse().expect("a number")
}
