//! Packs the tables of facts, so that the page's module carries them compressed.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/facts");
    let mut paths: Vec<PathBuf> = fs::read_dir("src/facts")?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    paths.sort();
    // What `facts::table` takes apart: the name of each table on a line of its own, its text, and a NUL.
    let mut tables = String::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        tables += &format!("{name}\n{}\0", fs::read_to_string(&path)?);
    }
    let packed = miniz_oxide::deflate::compress_to_vec(tables.as_bytes(), 10);
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&out).join("facts"), packed)
}
