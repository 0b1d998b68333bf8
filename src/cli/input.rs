//! Files, folders and standard input as texts.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::text::decode::{Decoded, decode};

/// Larger files are refused: 64 MB.
const LARGEST: u64 = 64 * 1024 * 1024;
/// The kinds of files a folder is searched for.
const KINDS: [&str; 2] = ["txt", "md"];

/// One text to check.
pub struct Input {
    /// The name as given or found; `-` for standard input.
    pub name: String,
    /// Where it was read from; `None` for standard input.
    pub path: Option<PathBuf>,
}

/// Lists the inputs behind `paths` in order, folders sorted by name; what cannot be listed gives a message.
#[must_use]
pub fn list(paths: &[PathBuf]) -> Vec<Result<Input, String>> {
    if paths.is_empty() {
        return vec![Ok(standard_input())];
    }
    let mut inputs = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.push(Ok(standard_input()));
        } else if path.is_dir() {
            folder(path, &mut inputs);
        } else {
            inputs.push(Ok(Input { name: path.display().to_string(), path: Some(path.clone()) }));
        }
    }
    inputs
}

fn standard_input() -> Input {
    Input { name: "-".to_owned(), path: None }
}

/// Lists the reports of a folder and those below it.
fn folder(path: &Path, inputs: &mut Vec<Result<Input, String>>) {
    let before = inputs.len();
    search(path, inputs);
    if inputs.len() == before {
        inputs.push(Err(format!("{}：文件夹里没有报告（{}）", path.display(), KINDS.map(|kind| format!(".{kind}")).join("、"))));
    }
}

fn search(path: &Path, inputs: &mut Vec<Result<Input, String>>) {
    let listed = std::fs::read_dir(path).and_then(|entries| entries.collect::<io::Result<Vec<_>>>());
    let mut entries = match listed {
        Ok(entries) => entries,
        Err(error) => return inputs.push(Err(format!("{}：无法打开文件夹（{error}），请检查权限", path.display()))),
    };
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        // A link to a folder may lead back to where it stands.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            search(&path, inputs);
        } else if !path.is_dir()
            && path.extension().and_then(|e| e.to_str()).is_some_and(|e| KINDS.contains(&e.to_lowercase().as_str()))
        {
            inputs.push(Ok(Input { name: path.display().to_string(), path: Some(path) }));
        }
    }
}

/// Reads one file.
///
/// # Errors
/// As [`Input::read`].
pub fn read(path: &Path) -> Result<String, String> {
    Input { name: path.display().to_string(), path: Some(path.to_owned()) }.read().map(|decoded| decoded.text)
}

impl Input {
    /// Reads and decodes the text.
    ///
    /// # Errors
    /// A message that names the file and what to do.
    pub fn read(&self) -> Result<Decoded, String> {
        let named = |message: &str| format!("{}：{message}", self.name);
        let read = match &self.path {
            None => bytes(io::stdin().lock()),
            Some(path) => File::open(path).and_then(bytes),
        };
        let bytes = read.map_err(|error| named(&format!("无法读取（{error}），请检查路径和权限")))?;
        if bytes.len() as u64 > LARGEST {
            return Err(named("超过 64 MB，请拆分后再查"));
        }
        let decoded = decode(&bytes).map_err(|error| named(&error.to_string()))?;
        if decoded.text.trim().is_empty() {
            return Err(named("没有文字，请检查是否选错了文件"));
        }
        if is_web_page(&decoded.text) {
            return Err(named("是网页文件，请在浏览器中打开，把正文复制到 .txt 文件后再查"));
        }
        Ok(decoded)
    }
}

/// All bytes, or one more than the most that are read.
fn bytes(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether a text is the source of a web page.
fn is_web_page(text: &str) -> bool {
    let start = text.trim_start().get(..9).unwrap_or("").to_ascii_lowercase();
    start == "<!doctype" || start.starts_with("<html")
}
