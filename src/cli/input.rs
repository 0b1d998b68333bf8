//! Files, folders and standard input as texts.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::text::decode::decode;

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

fn folder(path: &Path, inputs: &mut Vec<Result<Input, String>>) {
    let entries = match std::fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => return inputs.push(Err(format!("{}：无法打开文件夹（{error}）", path.display()))),
    };
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    found.sort();
    for path in found {
        if path.is_dir() {
            folder(&path, inputs);
        } else if path.extension().and_then(|e| e.to_str()).is_some_and(|e| KINDS.contains(&e.to_lowercase().as_str())) {
            inputs.push(Ok(Input { name: path.display().to_string(), path: Some(path) }));
        }
    }
}

/// Reads one file.
///
/// # Errors
/// As [`Input::read`].
pub fn read(path: &Path) -> Result<String, String> {
    Input { name: path.display().to_string(), path: Some(path.to_owned()) }.read()
}

impl Input {
    /// Reads and decodes the text.
    ///
    /// # Errors
    /// A message that names the file and what to do.
    pub fn read(&self) -> Result<String, String> {
        let bytes = match &self.path {
            None => {
                let mut bytes = Vec::new();
                std::io::stdin()
                    .lock()
                    .take(LARGEST + 1)
                    .read_to_end(&mut bytes)
                    .map_err(|e| format!("标准输入：无法读取（{e}）"))?;
                bytes
            }
            Some(path) => {
                let size = std::fs::metadata(path).map_err(|e| format!("{}：无法读取（{e}），请检查路径", self.name))?.len();
                if size > LARGEST {
                    return Err(format!("{}：文件超过 64 MB，请拆分后再查", self.name));
                }
                std::fs::read(path).map_err(|e| format!("{}：无法读取（{e}）", self.name))?
            }
        };
        if bytes.len() as u64 > LARGEST {
            return Err(format!("{}：内容超过 64 MB，请拆分后再查", self.name));
        }
        decode(&bytes).map_err(|error| format!("{}：{error}", self.name))
    }
}
