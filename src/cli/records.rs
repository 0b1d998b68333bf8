//! `hegui check --records`: a record a line in, a record a line out, for pipes that carry more reports than fit in memory.
//!
//! In: a JSON object with `id` (a string or a number) and `text`; what else it has is not read. Out, in the same order: the
//! report with that `id` in front, or `{"id", "line", "error"}` where there is nothing to check.

mod lines;

use std::io;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

pub use lines::{Asked, asked};
use lines::{Line, Source};

use super::FailOn;
use super::batch;
use super::run::{FOUND, WRONG, complain, print};
use crate::check::Options;
use crate::files::{LARGEST, ReadError};
use crate::report::{Counts, Report};

/// Bytes that weigh as much as one more record while they are held.
const HEAVY: usize = 1 << 20;

/// A record as it came.
#[derive(Deserialize)]
struct Given<'a> {
    /// As it is written, so that it goes out the same.
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    text: Option<Value>,
}

/// What goes out for a record.
#[derive(Serialize)]
struct Checked<'a> {
    id: &'a RawValue,
    #[serde(flatten)]
    report: &'a Report,
}

/// What goes out for a line that gives nothing to check.
#[derive(Serialize)]
struct Failed<'a> {
    id: Option<&'a RawValue>,
    line: usize,
    error: String,
}

/// A record, or its `id` as far as it is known and what is wrong.
type Parsed<'a> = Result<(&'a RawValue, String), (Option<&'a RawValue>, String)>;

/// What a line of input gives: a line of output or nothing, and how grave what it says is, as an exit status.
struct Answer {
    line: usize,
    text: String,
    status: u8,
}

/// Checks all records of `source`, and gives the exit status: that of a bad record is 2, and the others are checked.
pub fn check(source: Source, options: &Options, fail_on: FailOn) -> u8 {
    let name = source.name;
    let weight = |line: &io::Result<Line>| 1 + line.as_ref().map_or(0, |line| line.bytes.len() / HEAVY);
    let one = |line: io::Result<Line>| Ok(answer(&line?, options, fail_on));
    let (mut status, mut bad, mut first_bad) = (0, 0, 0);
    batch::in_order(source.lines, weight, one, |done: io::Result<Answer>| match done {
        Ok(answer) => {
            print(&answer.text);
            status = status.max(answer.status);
            if answer.status == WRONG {
                bad += 1;
                first_bad = if bad == 1 { answer.line } else { first_bad };
            }
        }
        Err(error) => status = complain(&format!("{name}：读取中断（{error}），以后的记录没有检查")),
    });
    if bad > 0 {
        complain(&format!("{name}：{bad}条记录有误，没有检查，第一条在第{first_bad}行；原因见输出中的 error"));
    }
    status
}

fn answer(line: &Line, options: &Options, fail_on: FailOn) -> Answer {
    let (text, status) = if line.is_blank() {
        (String::new(), 0)
    } else {
        match parse(line) {
            Ok((id, text)) => {
                let report = Report::new(&crate::check(&text, options), None);
                (json(&Checked { id, report: &report }), graded(report.counts, fail_on))
            }
            Err((id, error)) => (json(&Failed { id, line: line.number, error }), WRONG),
        }
    };
    Answer { line: line.number, text, status }
}

fn graded(counts: Counts, fail_on: FailOn) -> u8 {
    if fail_on.reached(counts) { FOUND } else { 0 }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default() + "\n"
}

fn parse(line: &Line) -> Parsed<'_> {
    const SHAPE: &str = "每行应是一个 JSON 对象，如 {\"id\": \"1\", \"text\": \"报告全文\"}";
    if line.cut {
        return Err((None, ReadError::TooLarge.to_string()));
    }
    let bytes = line.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line.bytes);
    if std::str::from_utf8(bytes).is_err() {
        return Err((None, "不是 UTF-8 编码，请转为 UTF-8 再查".to_owned()));
    }
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return Err((None, format!("不是记录，{SHAPE}")));
    }
    let given: Given = serde_json::from_slice(bytes)
        .map_err(|error| (None, format!("不是完整的 JSON（第{}字节处有误），{SHAPE}", error.column())))?;
    let Some(id) = given.id.filter(|id| id.get().starts_with(|c: char| c == '"' || c == '-' || c.is_ascii_digit())) else {
        return Err((None, format!("没有 id（字符串或数字），{SHAPE}")));
    };
    match given.text {
        Some(Value::String(text)) if text.len() > LARGEST => Err((Some(id), ReadError::TooLarge.to_string())),
        Some(Value::String(text)) if text.trim().is_empty() => Err((Some(id), ReadError::Empty.to_string())),
        Some(Value::String(text)) => Ok((id, text)),
        _ => Err((Some(id), format!("没有 text（字符串），{SHAPE}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> (Option<String>, Result<String, String>) {
        let line = Line { number: 1, bytes: line.as_bytes().to_vec(), cut: false };
        match parse(&line) {
            Ok((id, text)) => (Some(id.get().to_owned()), Ok(text)),
            Err((id, error)) => (id.map(|id| id.get().to_owned()), Err(error)),
        }
    }

    #[test]
    fn an_id_goes_out_as_it_came() {
        for id in ["\"清溪镇/2025\"", "\"\\u6e05\"", "12345678901234567890123", "-1", "1.50"] {
            let line = format!(" {{\"other\":[1,{{}}],\"text\":\"a\\nb\",\"id\":{id}}}\r\n");
            assert_eq!(parsed(&line), (Some(id.to_owned()), Ok("a\nb".to_owned())));
        }
    }

    #[test]
    fn what_is_no_record_is_told_with_its_id_where_there_is_one() {
        for (line, id, words) in [
            ("清溪镇", None, "不是记录"),
            ("[1,\"a\"]", None, "不是记录"),
            ("{\"id\":1,\"text\":\"a", None, "第17字节处"),
            ("{\"id\":1,\"text\":\"a\"} x", None, "不是完整的 JSON"),
            ("{\"id\":1,\"text\":\"\\ud800\"}", None, "不是完整的 JSON"),
            ("{\"text\":\"a\"}", None, "没有 id"),
            ("{\"id\":null,\"text\":\"a\"}", None, "没有 id"),
            ("{\"id\":{},\"text\":\"a\"}", None, "没有 id"),
            ("{\"id\":1}", Some("1"), "没有 text"),
            ("{\"id\":1,\"text\":2}", Some("1"), "没有 text"),
            ("{\"id\":1,\"text\":\" \\n\"}", Some("1"), "没有文字"),
        ] {
            let (given, error) = parsed(line);
            assert_eq!(given.as_deref(), id, "{line}");
            assert!(error.as_ref().is_err_and(|error| error.contains(words)), "{line}: {error:?}");
        }
    }
}
