//! How the source is laid out: each module knows only what ARCHITECTURE.md lets it know, the engine knows no
//! browser, clock, file or thread, and every rule file is listed, documented, based on a norm and tested.

use std::fs;
use std::path::{Path, PathBuf};

use hegui::rule::Rule;

/// Names of what the engine must not know.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::time",
    "std::thread",
    "std::env",
    "std::io",
    "std::net",
    "std::process",
    "std::path",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "yew",
];

/// The modules that may know the world outside; `testing` is compiled for tests only.
const EDGES: &[&str] = &["app", "cli", "decoder", "js", "bin", "lib", "testing"];

/// What every rule's explanation says.
const SECTIONS: &[&str] = &["检查什么：", "为什么：", "示例：", "修改：", "不算："];

/// Every file of ours below `folder`, ascending.
fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The lines of a source that run: no comments, nothing from the tests on.
fn code(source: &str) -> impl Iterator<Item = &str> {
    source.lines().take_while(|line| !line.starts_with("mod tests")).filter(|line| !line.trim_start().starts_with("//"))
}

/// The module of the top level a file belongs to.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("a file of src");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules of this crate that a line of code names.
fn named(line: &str) -> Vec<&str> {
    let name = |text: &'_ str| text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    line.match_indices("crate::")
        .flat_map(|(at, word)| {
            let rest = &line[at + word.len()..];
            let list = rest.strip_prefix('{').and_then(|rest| rest.split('}').next());
            let names: Vec<&str> = list.map_or_else(|| vec![rest], |list| list.split(',').map(str::trim).collect());
            names.into_iter().map(|text| &text[..name(text)]).collect::<Vec<_>>()
        })
        .collect()
}

/// The steps of ARCHITECTURE.md's diagram: modules, and whether those of one step know each other.
fn layers() -> Vec<(Vec<String>, bool)> {
    let text = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md"));
    let diagram = text.lines().find(|line| line.contains('→')).expect("a diagram").to_owned();
    let names = |step: &str| step.split([',', '⇄']).map(|name| name.trim_matches([' ', '(', ')']).to_owned()).collect();
    diagram.split('→').map(|step| (names(step), step.contains('⇄'))).collect()
}

#[test]
fn modules_know_only_those_left_of_them() {
    let layers = layers();
    let place = |module: &str| layers.iter().position(|(names, _)| names.iter().any(|name| name == module));
    let mut wrong = Vec::new();
    for path in sources("src") {
        let module = module(&path);
        if ["lib", "bin", "testing"].contains(&module.as_str()) {
            continue;
        }
        let own = place(&module).unwrap_or_else(|| panic!("{module} is not in ARCHITECTURE.md's diagram"));
        for line in code(&read(&path)) {
            // Macros and what lib.rs re-exports have no layer.
            for name in named(line).into_iter().filter(|name| *name != module) {
                let Some(other) = place(name) else { continue };
                if other > own || (other == own && !layers[own].1) {
                    wrong.push(format!("{}: {module} must not know {name}: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_engine_knows_no_browser_clock_file_or_thread() {
    let mut wrong = Vec::new();
    // Tests may read the corpus.
    let engine = |path: &PathBuf| !EDGES.contains(&module(path).as_str()) && !path.ends_with("tests.rs");
    for path in sources("src").into_iter().filter(engine) {
        for line in code(&read(&path)) {
            if OUTSIDE.iter().any(|name| line.contains(name)) {
                wrong.push(format!("{}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Every file that declares a rule, with its family's folder and the rule's id as the file's name gives it.
fn rule_files() -> Vec<(PathBuf, String, String)> {
    let declares = |path: &PathBuf| code(&read(path)).any(|line| line.starts_with("crate::declare_rule!"));
    let files = sources("src/rules").into_iter().filter(declares);
    files
        .map(|path| {
            let family = path.parent().and_then(Path::file_name).expect("a family").to_string_lossy().into_owned();
            let id = path.file_stem().expect("a name").to_string_lossy().replace('_', "-");
            (path, family, id)
        })
        .collect()
}

#[test]
fn every_rule_file_is_listed_documented_based_and_tested() {
    let files = rule_files();
    let mut wrong = Vec::new();
    for (path, family, id) in &files {
        let listed: Vec<&Rule> = hegui::rules::all().iter().copied().filter(|rule| rule.id == id).collect();
        let [rule] = listed.as_slice() else {
            wrong.push(format!("{}: listed {} times under {id}", path.display(), listed.len()));
            continue;
        };
        let mut say = |what: &str| wrong.push(format!("{id}: {what}"));
        if rule.family.id() != family {
            say("stands in another family's folder");
        }
        if rule.name.is_empty() || rule.basis.is_empty() {
            say("has no name or no basis");
        }
        let doc: Vec<&str> = rule.doc.iter().map(|line| line.trim()).collect();
        for section in
            SECTIONS.iter().filter(|section| !doc.iter().any(|line| line.len() > section.len() && line.starts_with(**section)))
        {
            say(&format!("does not explain {section}"));
        }
        let source = read(path);
        let calls = |name: &str| source.matches(name).count();
        if calls("flags(") == 0 || calls("accepts(") < 2 {
            say("needs a test that flags, and two near-misses that are accepted");
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert_eq!(files.len(), hegui::rules::all().len(), "a rule has no file of its own");
}

/// Users name rules in their settings and scripts: what rules.tsv promises of a rule changes only on purpose.
#[test]
fn the_promised_rules_are_there() {
    for row in include_str!("rules.tsv").lines().skip(1) {
        let id = row.split('\t').next().expect("an id");
        let rule = hegui::rules::find(id).unwrap_or_else(|| panic!("{id} is gone"));
        assert_eq!(row, format!("{id}\t{}\t{}", rule.family.id(), rule.severity.id()));
    }
}
