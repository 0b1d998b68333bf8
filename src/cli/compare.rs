//! `hegui compare`: who copied from whom.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::batch::{self, Progress};
use super::input::{self, Input};
use super::output::csv;
use super::run::{FOUND, complain, print};
use crate::review::{Group, Kind, Likeness, Pair, Passage, Reading, Source, TextInfo, compare as likeness};

/// Arguments of `hegui compare`.
#[derive(Args)]
pub struct CompareArgs {
    /// 本年报告的文件或文件夹
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// 上年报告的文件或文件夹，只与本年报告比对
    #[arg(long, num_args = 1.., value_name = "PATH")]
    previous: Vec<PathBuf>,
    /// 输出格式
    #[arg(long, value_enum, default_value_t = CompareFormat::Text)]
    format: CompareFormat,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CompareFormat {
    Text,
    Json,
    Csv,
}

/// A file read.
struct Text {
    name: String,
    text: String,
    group: Group,
}

/// `hegui compare`. Exit status: 0 no pair is alike, 1 some are, 2 the call or an input was wrong.
pub fn compare(args: &CompareArgs) -> u8 {
    let mut status = 0;
    let texts = read(args, &mut status);
    if texts.iter().filter(|text| text.group == Group::ThisYear).count() == 0 || texts.len() < 2 {
        return complain("至少要有两份能读的报告才能比对，请再给一份本年或上年（--previous）的报告");
    }
    let reading = |text| Reading::new(source(text));
    let found = likeness(texts.par_iter().map(reading).collect());
    print(&match args.format {
        CompareFormat::Text => text(&found),
        CompareFormat::Json => serde_json::to_string_pretty(&found).unwrap_or_default() + "\n",
        CompareFormat::Csv => table(&found),
    });
    let alike = !found.pairs.is_empty() || of_template(&found).next().is_some();
    if alike { status.max(FOUND) } else { status }
}

fn source(text: &Text) -> Source<'_> {
    Source { id: &text.name, text: &text.text, group: text.group }
}

/// Reads all files; one that was named twice, by itself and with its folder, is read once.
fn read(args: &CompareArgs, status: &mut u8) -> Vec<Text> {
    let mut seen = BTreeSet::new();
    let mut new = |input: &Result<Input, String>| {
        // What cannot be found is left for reading to tell.
        let path = input.as_ref().ok().and_then(|input| input.path.as_ref()?.canonicalize().ok());
        path.is_none_or(|path| seen.insert(path))
    };
    let lists = [(Group::ThisYear, &args.paths), (Group::LastYear, &args.previous)];
    let inputs: Vec<_> = lists
        .into_iter()
        .filter(|(_, paths)| !paths.is_empty())
        .flat_map(|(group, paths)| input::list(paths).into_iter().map(move |input| (group, input)))
        .filter(|(_, input)| new(input))
        .collect();
    let progress = Progress::new(inputs.len());
    let mut texts = Vec::new();
    let one = |(group, input): (Group, Result<Input, String>)| -> Result<Text, String> {
        let input = input?;
        Ok(Text { text: input.read()?.text, name: input.name, group })
    };
    batch::in_order(inputs.into_iter(), batch::alike, one, |done| {
        progress.step();
        match done {
            Ok(text) => texts.push(text),
            Err(message) => *status = progress.aside(|| complain(&message)),
        }
    });
    progress.end();
    texts
}

/// How many passages of a pair are quoted, the longest first, and how much of each.
const QUOTED: usize = 3;
const QUOTE: usize = 60;

fn text(found: &Likeness) -> String {
    let mut out = String::new();
    for (number, pair) in (1..).zip(&found.pairs) {
        let [one, other] = &pair.ids;
        let last_year = if pair.kind == Kind::LastYear { "（上年）" } else { "" };
        out += &format!(
            "{number}. {one} 与 {other}{last_year}：约{}%相同（{}字），最长一处{}字\n",
            pair.percent, pair.chars, pair.longest
        );
        let passages = longest_first(pair);
        passages.iter().take(QUOTED).for_each(|passage| out += &quoted(passage, pair));
        if passages.len() > QUOTED {
            out += &format!("    另有{}处\n", passages.len() - QUOTED);
        }
    }
    for text in of_template(found) {
        out += &format!("{}：过半文字是本批{}份以上报告共有的，可能出自同一模板或者互相照抄\n", text.id, found.limit + 1);
    }
    found.skipped.iter().for_each(|skipped| out += &format!("{}：{}\n", skipped.id, skipped.reason));
    let told = match (found.pairs.len(), of_template(found).count()) {
        (0, 0) => "没有发现雷同".to_owned(),
        (pairs, 0) => format!("发现{pairs}对雷同，谁抄谁须人工核实"),
        (pairs, many) => format!("发现{pairs}对雷同，另有{many}份过半文字为多份共有，谁抄谁须人工核实"),
    };
    out + &format!("比对{}份报告，{told}\n", found.texts.len())
}

/// The texts that are mostly what many of the texts share.
fn of_template(found: &Likeness) -> impl Iterator<Item = &TextInfo> {
    found.texts.iter().filter(|text| text.common > text.chars)
}

fn longest_first(pair: &Pair) -> Vec<&Passage> {
    let mut passages: Vec<&Passage> = pair.passages.iter().collect();
    passages.sort_by_key(|passage| std::cmp::Reverse(passage.chars));
    passages
}

fn quoted(passage: &Passage, pair: &Pair) -> String {
    let ([one, other], [line, other_line]) = (&pair.ids, passage.lines);
    let shown: String = passage.text.chars().filter(|c| !c.is_control()).take(QUOTE).collect();
    let more = if passage.text.chars().count() > QUOTE { "……" } else { "" };
    let changed: Vec<String> = passage.changed.iter().take(QUOTED).map(|change| change.texts.join("→")).collect();
    let changed = if changed.is_empty() { String::new() } else { format!("，改动：{}", changed.join("、")) };
    format!("    {one}:{line} 与 {other}:{other_line}（{}字{changed}）\n    “{shown}{more}”\n", passage.chars)
}

/// One row a pair.
fn table(found: &Likeness) -> String {
    let info = |id: &String| found.texts.iter().find(|text| text.id == *id);
    let mut out = csv::head(&[
        "文件一",
        "单位一",
        "文件二",
        "单位二",
        "关系",
        "相同比例（%）",
        "相同字数",
        "最长一处字数",
        "处数",
        "最长一处",
        "文件一行号",
        "文件二行号",
    ]);
    for pair in &found.pairs {
        let organ = |id| info(id).and_then(|text| text.organ.clone()).unwrap_or_default();
        let longest = longest_first(pair).first().copied();
        let line = |side: usize| longest.and_then(|passage| passage.lines.get(side)).map_or_else(String::new, u32::to_string);
        let [one, other] = &pair.ids;
        out += &csv::row(&[
            one.clone(),
            organ(one),
            other.clone(),
            organ(other),
            if pair.kind == Kind::Peers { "本年之间" } else { "与上年" }.to_owned(),
            pair.percent.to_string(),
            pair.chars.to_string(),
            pair.longest.to_string(),
            pair.passages.len().to_string(),
            longest.map_or_else(String::new, |passage| passage.text.clone()),
            line(0),
            line(1),
        ]);
    }
    out
}
