//! Files, folders and standard input as texts.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::run::complain;
use crate::decoder;
use crate::files::{self, ENDINGS, FileText, LARGEST};

/// One text to check.
pub struct Input {
    /// The name as given or found; `-` for standard input.
    pub name: String,
    /// Where it was read from; `None` for standard input.
    pub path: Option<PathBuf>,
    /// Of standard input: what was read already.
    begun: Vec<u8>,
}

/// Lists the inputs behind `paths` in order, folders sorted by name; what cannot be listed gives a message.
#[must_use]
pub fn list(paths: &[PathBuf]) -> Vec<Result<Input, String>> {
    if paths.is_empty() {
        return vec![Ok(Input::standard())];
    }
    let mut inputs: Vec<Result<Input, String>> = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            let again = inputs.iter().any(|input| input.as_ref().is_ok_and(|input| input.path.is_none()));
            inputs.push(if again {
                Err("-：标准输入只能读一次，请只写一个“-”".to_owned())
            } else {
                Ok(Input::standard())
            });
        } else if path.is_dir() {
            folder(path, &mut inputs);
        } else {
            inputs.push(Ok(Input::file(path)));
        }
    }
    inputs
}

/// The endings of the names of documents that are not read: told, where one lies in a folder, not passed over.
const OTHERS: &[&str] = &["doc", "wps", "pdf", "ofd", "rtf", "dot", "wpt", "odt"];

/// Lists the reports of a folder and those below it.
fn folder(path: &Path, inputs: &mut Vec<Result<Input, String>>) {
    let before = inputs.len();
    search(path, inputs);
    if inputs.len() == before {
        let endings: Vec<String> = ENDINGS.iter().map(|ending| format!(".{ending}")).collect();
        inputs.push(Err(format!("{}：文件夹里没有报告（{}）", path.display(), endings.join("、"))));
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
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        // A link to a folder may lead back to where it stands.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if !belongs_to_page(&path) {
                search(&path, inputs);
            }
        } else if !path.is_dir() && ends_in(&path, ENDINGS) {
            inputs.push(Ok(Input::file(&path)));
        } else if !path.is_dir() && ends_in(&path, OTHERS) {
            complain(&format!("{}：这种格式不能读取，没有检查；请打开后另存为 .docx 再查", path.display()));
        }
    }
}

/// Whether the name of a file ends so; `~$x.docx` only says that Word has x.docx open.
fn ends_in(path: &Path, endings: &[&str]) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    endings.contains(&ending) && !name.starts_with("~$")
}

/// Whether a folder holds the pictures and frames of the saved page beside it: `x.html` and `x_files`.
fn belongs_to_page(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let page = ["_files", ".files"].iter().find_map(|ending| name.strip_suffix(ending));
    page.is_some_and(|page| ["html", "htm"].iter().any(|ending| path.with_file_name(format!("{page}.{ending}")).is_file()))
}

/// Reads one file.
///
/// # Errors
/// As [`Input::read`].
pub fn read(path: &Path) -> Result<String, String> {
    Input::file(path).read().map(|file| file.text)
}

impl Input {
    /// Standard input.
    #[must_use]
    pub fn standard() -> Self {
        Self::begun(Vec::new())
    }

    /// Standard input, of which these bytes were read already.
    #[must_use]
    pub fn begun(bytes: Vec<u8>) -> Self {
        Self { name: "-".to_owned(), path: None, begun: bytes }
    }

    fn file(path: &Path) -> Self {
        Self { name: path.display().to_string(), path: Some(path.to_owned()), begun: Vec::new() }
    }

    /// Reads the text.
    ///
    /// # Errors
    /// A message that names the file and what to do.
    pub fn read(&self) -> Result<FileText, String> {
        let read = match &self.path {
            None => bytes(self.begun.chain(io::stdin().lock())),
            Some(path) => File::open(path).and_then(bytes),
        };
        let bytes = read.map_err(|error| format!("{}：无法读取（{error}），请检查路径和权限", self.name))?;
        files::read(&bytes, &self.name, decoder::decode).map_err(|error| format!("{}：{error}", self.name))
    }
}

/// All bytes, or one more than the most that are read.
fn bytes(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
