//! What each command does. Every function gives the exit status.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use super::batch::{self, Progress};
use super::input::{self, Input};
use super::output::{Failure, Output};
use super::records::{self, Asked};
use super::reference;
use super::setup::Setup;
use super::{CheckArgs, FixArgs, RulesFormat, known_rule, mark};
use crate::check::Options;
use crate::decoder;
use crate::files::{FileText, Format as FileFormat};
use crate::fix::Selection;
use crate::report::Report;
use crate::rule::Rule;

/// Something was found.
pub const FOUND: u8 = 1;
/// The call or an input was wrong.
pub const WRONG: u8 = 2;

/// `hegui check`.
pub fn check(args: &CheckArgs) -> u8 {
    let setup = match Setup::of_check(args) {
        Ok(setup) => setup,
        Err(message) => return complain(&message),
    };
    let inputs = match records::asked(args) {
        Ok(Asked::Records(source)) => {
            return match setup.options(&Input::standard()) {
                Ok(options) => records::check(source, &options, args.fail_on),
                Err(message) => complain(&message),
            };
        }
        Ok(Asked::Text(input)) => vec![Ok(input)],
        Ok(Asked::Paths) => input::list(&args.paths),
        Err(message) => return complain(&message),
    };
    let several = inputs.len() != 1 || args.paths.iter().any(|path| path.is_dir());
    let output = Output::new(args.format, several);
    // One input: its piece, and whether it is as grave as `--fail-on`.
    let one = |input: Result<Input, String>| {
        let input = input.map_err(|message| Failure { name: None, message })?;
        let failed = |message| Failure { name: Some(input.name.clone()), message };
        let content = input.read().map_err(failed)?;
        let options = setup.options(&input).map_err(failed)?;
        let report = report(content.notes, &content.text, &input, &options);
        Ok((output.report(&report, &content.text, &input.name), args.fail_on.reached(report.counts)))
    };
    let progress = Progress::new(inputs.len());
    let (mut status, mut any, mut failures) = (0, false, Vec::new());
    print(&output.head());
    batch::in_order(inputs.into_iter(), batch::alike, one, |done: Result<(String, bool), Failure>| {
        progress.step();
        let piece = match done {
            Ok((piece, reached)) => {
                status = status.max(if reached { FOUND } else { 0 });
                piece
            }
            Err(failure) => {
                status = progress.aside(|| complain(&failure.message));
                let piece = output.failure(&failure);
                failures.push(failure);
                piece
            }
        };
        if !piece.is_empty() {
            print(if any { output.between() } else { "" });
            print(&piece);
            any = true;
        }
    });
    progress.end();
    print(&output.tail(any, &failures));
    status
}

fn report(notes: Vec<String>, text: &str, input: &Input, options: &Options) -> Report {
    Report { notes, ..Report::new(&crate::check(text, options), Some(input.name.clone())) }
}

/// `hegui fix`: prints the mended text, or the change, or writes the file.
pub fn fix(args: &FixArgs) -> u8 {
    let setup = match Setup::new(&args.context) {
        Ok(setup) => setup,
        Err(message) => return complain(&message),
    };
    let selection = if args.r#unsafe { Selection::All } else { Selection::Safe };
    let mut status = 0;
    for input in input::list(&args.paths) {
        let read = input.and_then(|input| Ok((input.read()?, setup.options(&input)?, input)));
        let (content, options, input) = match read {
            Ok(read) => read,
            Err(message) => {
                status = complain(&message);
                continue;
            }
        };
        if !content.notes.is_empty() {
            eprintln!("{}：{}", input.name, content.notes.join("；"));
        }
        let fixed = crate::fix::fix(&content.text, &options, selection);
        match (&input.path, args.write) {
            (Some(path), true) => match write(path, &content, &fixed.text) {
                Ok(()) => eprintln!("{}：修改 {} 处", input.name, fixed.applied),
                Err(message) => status = complain(&format!("{}：{message}", input.name)),
            },
            _ if args.diff => print(&diff(&content.text, &fixed.text, &input.name)),
            _ => print(&fixed.text),
        }
    }
    status
}

/// Writes `text` in place of the file's `old` content, in its encoding; the new text is complete on the disk before
/// the old one goes.
fn write(path: &Path, old: &FileText, text: &str) -> Result<(), String> {
    let FileFormat::Plain { encoding, marked, lost } = old.format else {
        return Err("--write 只能写回文本文件，原文件未动；请用 --diff 查看改动，或不加 --write 输出改好的文字".to_owned());
    };
    if text == old.text {
        return Ok(());
    }
    if lost > 0 {
        return Err(format!("文件里有{lost}处无法识别的字节，写回就会丢失，原文件未动；请先修复，或不加 --write 输出改好的文字"));
    }
    let Some(bytes) = decoder::encode(text, encoding, marked) else {
        return Err(format!("修改后的文字不能用原编码（{}）保存，原文件未动，请先另存为 UTF-8", encoding.name()));
    };
    replace(path, &bytes).map_err(|error| format!("无法写入（{error}），原文件未动"))
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // Of a link the file it names.
    let path = path.canonicalize()?;
    let permissions = fs::metadata(&path)?.permissions();
    let temporary = path.with_extension("hegui-tmp");
    let written = fs::write(&temporary, bytes)
        .and_then(|()| fs::set_permissions(&temporary, permissions))
        .and_then(|()| fs::rename(&temporary, &path));
    if written.is_err() {
        // Whether this succeeds or not, the error to tell is the one above.
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// The changed lines: fixes keep the number of lines unless they insert or delete whole ones, so lines are
/// matched from both ends and what differs between is shown.
fn diff(before: &str, after: &str, name: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let mut out = format!("--- {name}\n+++ {name}（修改后）\n");
    if old.len() == new.len() {
        for (i, (a, b)) in old.iter().zip(&new).enumerate().filter(|(_, (a, b))| a != b) {
            out.push_str(&format!("@@ -{0} +{0} @@\n", i + 1));
            let last =
                |text: &str| if i + 1 == old.len() && !text.ends_with('\n') { "\\ No newline at end of file\n" } else { "" };
            out.push_str(&format!("-{a}\n{}+{b}\n{}", last(before), last(after)));
        }
        return out;
    }
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count().min(old.len().min(new.len()) - head);
    let (removed, added) = (old.get(head..old.len() - tail).unwrap_or(&[]), new.get(head..new.len() - tail).unwrap_or(&[]));
    out.push_str(&format!("@@ -{},{} +{},{} @@\n", head + 1, removed.len(), head + 1, added.len()));
    removed.iter().for_each(|line| out.push_str(&format!("-{line}\n")));
    added.iter().for_each(|line| out.push_str(&format!("+{line}\n")));
    out
}

/// `hegui rules`.
pub fn rules(format: RulesFormat) -> u8 {
    let all = crate::rules::all();
    match format {
        RulesFormat::Text => all
            .iter()
            .for_each(|r| print(&format!("{} {:24} {}　{}{}\n", mark(r.severity), r.id, r.name, r.family.name(), off(r)))),
        RulesFormat::Json => {
            let infos: Vec<_> = all.iter().map(|rule| crate::report::RuleInfo::new(rule)).collect();
            print(&(serde_json::to_string_pretty(&infos).unwrap_or_default() + "\n"));
        }
        RulesFormat::Markdown => print(&reference::markdown()),
    }
    0
}

/// `hegui explain`.
pub fn explain(id: &str) -> u8 {
    match known_rule(id) {
        Ok(rule) => {
            print(&format!("{} {}", rule.id, reference::explanation(rule)));
            0
        }
        Err(message) => complain(&message),
    }
}

/// What is said of a rule that is off by default.
fn off(rule: &Rule) -> &'static str {
    if rule.on { "" } else { "，默认不用" }
}

/// Writes to standard output; a closed pipe ends the program quietly.
pub fn print(text: &str) {
    if std::io::stdout().lock().write_all(text.as_bytes()).is_err() {
        std::process::exit(0);
    }
}

/// Tells what is wrong on standard error, and gives the exit status for it.
pub fn complain(message: &str) -> u8 {
    message.lines().for_each(|line| eprintln!("hegui：{line}"));
    WRONG
}
