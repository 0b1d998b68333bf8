//! Where records come from: a stream cut into lines, none of which takes more memory than it may.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::PathBuf;

use super::parse;
use crate::cli::input::Input;
use crate::cli::{CheckArgs, Format};
use crate::files::LARGEST;

/// Bytes of the longest line: a text of the largest size whose characters are all written `\uXXXX`, twice as long as in
/// UTF-8, and something for the rest.
const LONGEST: usize = 2 * LARGEST + (1 << 20);

/// What a call asks to be checked.
pub enum Asked {
    /// Records.
    Records(Source),
    /// Standard input, which turned out to be a text.
    Text(Input),
    /// Whatever the paths name.
    Paths,
}

/// A stream of records.
pub struct Source {
    /// What messages call it.
    pub name: String,
    /// Its lines; ends after an error.
    pub lines: Box<dyn Iterator<Item = io::Result<Line>> + Send>,
}

/// A line with its end.
pub struct Line {
    /// Counts from 1.
    pub number: usize,
    /// What is written on it.
    pub bytes: Vec<u8>,
    /// Whether it was longer than any record may be; its bytes are gone.
    pub cut: bool,
}

impl Line {
    /// Whether nothing is written on it.
    pub fn is_blank(&self) -> bool {
        !self.cut && self.bytes.trim_ascii().is_empty()
    }
}

/// Tells what a call asks for. Without `--records` only JSON lines from standard input alone may be records, and only where
/// the whole first line is one: no report begins so.
///
/// # Errors
/// When records are asked for in a way that there is not.
pub fn asked(args: &CheckArgs) -> Result<Asked, String> {
    let standard = match args.paths.as_slice() {
        [] => true,
        [path] => path.as_os_str() == "-",
        _ => false,
    };
    match (args.records, standard) {
        (true, _) if args.format != Format::Jsonl => Err("--records 只能输出 jsonl，请去掉 --format".to_owned()),
        (true, true) => Ok(Asked::Records(standard_input(lines(BufReader::new(io::stdin()), LONGEST)))),
        (true, false) => file(&args.paths).map(Asked::Records),
        (false, true) if args.format == Format::Jsonl => Ok(tell_apart()),
        (false, _) => Ok(Asked::Paths),
    }
}

fn standard_input(lines: impl Iterator<Item = io::Result<Line>> + Send + 'static) -> Source {
    Source { name: "-".to_owned(), lines: Box::new(lines) }
}

fn file(paths: &[PathBuf]) -> Result<Source, String> {
    let [path] = paths else {
        return Err("--records 一次只读一个文件，几个文件请用 cat 接起来从标准输入读".to_owned());
    };
    let name = path.display().to_string();
    let told = |error: io::Error| format!("{name}：无法读取（{error}），--records 要一个每行一条记录的文件，或 - 表示标准输入");
    let file = File::open(path).map_err(told)?;
    if file.metadata().map_err(told)?.is_dir() {
        return Err(format!("{name}：是文件夹，--records 要一个每行一条记录的文件；查整个文件夹请去掉 --records"));
    }
    Ok(Source { name, lines: Box::new(lines(BufReader::new(file), LONGEST)) })
}

fn tell_apart() -> Asked {
    // Looked at without being taken, so that a text loses nothing; what cannot be read is told by who reads it next.
    let may_be = io::stdin().lock().fill_buf().is_ok_and(|ahead| {
        let ahead = ahead.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(ahead);
        ahead.starts_with(b"{")
    });
    if !may_be {
        return Asked::Paths;
    }
    let mut lines = lines(BufReader::new(io::stdin()), LONGEST);
    match lines.next() {
        Some(Ok(line)) if !line.cut && parse(&line).is_err() => {
            let rest = lines.source.buffer().to_vec();
            Asked::Text(Input::begun([line.bytes, rest].concat()))
        }
        first => Asked::Records(standard_input(first.into_iter().chain(lines))),
    }
}

/// Cuts `source` into lines.
fn lines<R: BufRead>(source: R, longest: usize) -> Lines<R> {
    Lines { source, longest, number: 0, over: false }
}

struct Lines<R> {
    source: R,
    longest: usize,
    number: usize,
    over: bool,
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let line = self.line();
        self.over = !matches!(line, Ok(Some(_)));
        line.transpose()
    }
}

impl<R: BufRead> Lines<R> {
    fn line(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        self.source.by_ref().take(self.longest as u64).read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        let cut = bytes.len() == self.longest && !bytes.ends_with(b"\n");
        if cut {
            bytes = Vec::new();
            self.source.skip_until(b'\n')?;
        }
        Ok(Some(Line { number: self.number, bytes, cut }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let found: Vec<(usize, String, bool)> = lines(&b"12345\n1234567\n\n123456789\n12"[..], 6)
            .map(|line| line.expect("memory reads"))
            .map(|line| (line.number, String::from_utf8(line.bytes).expect("digits"), line.cut))
            .collect();
        let told = [(1, "12345\n", false), (2, "", true), (3, "\n", false), (4, "", true), (5, "12", false)];
        assert_eq!(found, told.map(|(number, text, cut)| (number, text.to_owned(), cut)));
    }
}
