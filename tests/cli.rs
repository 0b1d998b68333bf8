//! The command line as a user runs it: what it prints, what it writes, how it ends.

#[path = "cli/batch.rs"]
mod batch;
#[path = "cli/compare.rs"]
mod compare;
#[path = "cli/records.rs"]
mod records;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use encoding_rs::GB18030;
use serde_json::Value;

/// A folder of its own for each test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).expect("the file is there")
    }

    /// Runs the program in this folder.
    fn run(&self, arguments: &str) -> Run {
        self.run_with(arguments, "")
    }

    fn run_with(&self, arguments: &str, input: &str) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_hegui"))
            .args(arguments.split_whitespace())
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it reads");
        Run::new(child.wait_with_output().expect("it ends"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a run left.
#[derive(Debug)]
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Run {
    fn new(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { status: output.status.code().expect("no signal"), out: text(output.stdout), err: text(output.stderr) }
    }

    #[track_caller]
    fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, status, "{self:?}");
        self
    }

    /// Ended with status 2 and says each of `words`.
    #[track_caller]
    fn complains(self, words: &[&str]) -> Self {
        for word in words {
            assert!(self.err.contains(word), "{word}: {self:?}");
        }
        self.ends(2)
    }

    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// A report of the corpus without error and warning.
fn correct() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/correct/town-law-order-2025.txt")).expect("the corpus")
}

/// The same with a warning, which a safe fix mends.
fn warned() -> String {
    let text = correct().replacen("法治示范", "法制示范", 1);
    assert_ne!(text, correct());
    text
}

/// The same with an error, which a safe fix mends.
fn wrong() -> String {
    correct().replacen("。", "。。", 1)
}

#[test]
fn the_status_tells_how_grave_it_is() {
    let folder = Folder::new("status");
    folder.file("correct.txt", correct()).file("warned.txt", warned()).file("wrong.txt", wrong());
    for (file, error, warning) in [("correct.txt", 0, 0), ("warned.txt", 0, 1), ("wrong.txt", 1, 1)] {
        folder.run(&format!("check {file}")).ends(error);
        folder.run(&format!("check {file} --fail-on error")).ends(error);
        folder.run(&format!("check {file} --fail-on warning")).ends(warning);
        folder.run(&format!("check {file} --fail-on never")).ends(0);
    }
    folder.run("check correct.txt wrong.txt").ends(1);
    folder.run("check correct.txt --fail-on sometimes").ends(2);
    folder.run("").ends(2);
    folder.run("--help").ends(0);
    folder.run("--version").ends(0);
}

#[test]
fn rules_are_chosen_by_id_and_a_mistyped_one_is_told_the_nearest() {
    let folder = Folder::new("rules");
    folder.file("a.txt", warned());
    let rules = |arguments: &str| -> Vec<String> {
        let report = folder.run(&format!("check a.txt --format json --fail-on never {arguments}")).ends(0).json();
        let ids = report["findings"].as_array().expect("a list").iter();
        ids.map(|finding| finding["rule"].as_str().expect("an id").to_owned()).collect()
    };
    assert!(rules("").contains(&"fazhi-term".to_owned()));
    assert_eq!(rules("--only fazhi-term,number-gap"), ["fazhi-term"]);
    assert!(!rules("--skip fazhi-term").contains(&"fazhi-term".to_owned()));
    for option in ["--only", "--skip"] {
        folder.run(&format!("check a.txt {option} fazi-term")).complains(&["fazi-term", "是否指 fazhi-term"]);
        folder.run(&format!("check a.txt {option} qqqqqqqqqqqqqqqq")).complains(&["qqqqqqqqqqqqqqqq", "hegui rules"]);
    }
}

#[test]
fn what_the_user_knows_wins() {
    let folder = Folder::new("context");
    folder.file("a.txt", correct());
    let report = folder.run("check a.txt --format json --profile county-dept --year 2019 --fail-on never").ends(0).json();
    assert_eq!((&report["profile"], &report["year"]), (&Value::from("county-dept"), &Value::from(2019)));
    let report = folder.run("check a.txt --format json --profile auto").ends(0).json();
    assert_eq!((&report["profile"], &report["year"]), (&Value::from("township"), &Value::from(2025)));
    folder.run("check a.txt --profile village").complains(&["village", "township"]);
    folder.run("check a.txt --year 20").complains(&["20"]);
}

/// The rules that speak of `file`, under the settings found or given.
fn rules_of(folder: &Folder, file: &str, arguments: &str) -> Vec<String> {
    let report = folder.run(&format!("check {file} --format json --fail-on never {arguments}")).ends(0).json();
    let ids = report["findings"].as_array().expect("a list").iter();
    ids.map(|finding| finding["rule"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn settings_beside_the_input_are_used_and_flags_win() {
    let folder = Folder::new("settings");
    folder
        .file(
            "town/hegui.toml",
            "profile = \"county-dept\"\nyear = 2024\n[rules]\noff = [\"fazhi-term\", \"set-name-variants\"]\n",
        )
        .file("town/a.txt", warned())
        .file("town/below/b.txt", warned())
        .file("other.toml", "profile = \"zone\"\n")
        .file("c.txt", warned());
    for (file, silent) in [("town/a.txt", true), ("town/below/b.txt", true), ("c.txt", false)] {
        assert_eq!(!rules_of(&folder, file, "").contains(&"fazhi-term".to_owned()), silent, "{file}");
    }
    for flag in ["--only fazhi-term", "--on fazhi-term"] {
        assert!(rules_of(&folder, "town/a.txt", flag).contains(&"fazhi-term".to_owned()), "{flag}");
    }
    assert!(rules_of(&folder, "town/a.txt", "--config other.toml").contains(&"fazhi-term".to_owned()));
    let read = |arguments: &str| {
        let report = folder.run(&format!("check town/a.txt --format json --fail-on never {arguments}")).ends(0).json();
        (report["profile"].as_str().expect("a profile").to_owned(), report["year"].as_u64().expect("a year"))
    };
    assert_eq!(read(""), ("county-dept".to_owned(), 2024));
    assert_eq!(read("--profile auto --year 2025"), ("township".to_owned(), 2025));
    assert_eq!(read("--config other.toml").0, "zone");
    assert_eq!(folder.run("fix town/a.txt").ends(0).out, warned());
    assert_eq!(folder.run("fix town/a.txt --config other.toml").ends(0).out, correct());
}

#[test]
fn a_graded_rule_counts_as_it_is_graded() {
    let folder = Folder::new("graded");
    folder.file("a.txt", warned()).file("hegui.toml", "[severity]\nfazhi-term = \"error\"\n");
    folder.run("check a.txt").ends(1);
    folder.file("hegui.toml", "[severity]\nfazhi-term = \"info\"\n");
    folder.run("check a.txt --fail-on warning").ends(0);
    folder.file("hegui.toml", "terms = [\"法制示范\"]\n");
    assert!(rules_of(&folder, "a.txt", "").is_empty());
    let piped = folder.run_with("check - --format json", &warned()).ends(0).json();
    assert_eq!(piped["findings"], Value::from(Vec::<Value>::new()), "the settings where it runs are those of what is piped in");
}

#[test]
fn a_wrong_settings_file_is_named_with_its_line_and_the_rest_is_checked() {
    let folder = Folder::new("wrong-settings");
    folder
        .file("a/hegui.toml", "yaer = 2024\n[rules]\noff = [\"fazi-term\"]\n")
        .file("a/a.txt", correct())
        .file("b/hegui.toml", "")
        .file("b/b.txt", correct())
        .file("not.toml", "year = \n");
    let run = folder.run("check a b --format jsonl");
    assert_eq!(run.json()["file"].as_str().map(|name| name.replace('\\', "/")), Some("b/b.txt".to_owned()));
    let wrong = if cfg!(windows) { "a\\hegui.toml" } else { "a/hegui.toml" };
    let (first, second) = (format!("hegui：{wrong}:1："), format!("hegui：{wrong}:3："));
    run.complains(&["没有检查", &first, &second, "“year”", "“fazhi-term”"]);
    folder.run("fix a/a.txt --write").complains(&["yaer"]);
    assert_eq!(folder.bytes("a/a.txt"), correct().as_bytes());
    folder.run("check b --config not.toml").complains(&["not.toml:1", "TOML"]);
    folder.run("check b --config missing.toml").complains(&["missing.toml", "无法读取"]);
}

#[test]
fn one_input_is_an_object_and_several_are_an_array() {
    let folder = Folder::new("json");
    folder
        .file("b.txt", wrong())
        .file("a.md", correct())
        .file("in/c.TXT", correct())
        .file("in/d.pdf", "%PDF-")
        .file("one/e.txt", correct());
    let names = |value: &Value| -> Vec<String> {
        let reports = value.as_array().expect("an array").iter();
        reports.map(|report| report["file"].as_str().expect("a name").replace('\\', "/")).collect()
    };
    let one = folder.run("check a.md --format json").ends(0).json();
    assert_eq!(one["schema"], "hegui/report/1");
    assert_eq!(one["file"], "a.md");
    let keys: Vec<&String> = one.as_object().expect("an object").keys().collect();
    for key in ["title", "organ", "profile", "year", "date", "verdict", "counts", "parts", "requirements", "findings", "ignored"]
    {
        assert!(keys.iter().any(|k| *k == key), "{key}");
    }
    assert_eq!(one["parts"].as_array().map(Vec::len), Some(4));
    assert_eq!(names(&folder.run("check b.txt a.md --format json").ends(1).json()), ["b.txt", "a.md"]);
    assert_eq!(names(&folder.run("check one --format json").ends(0).json()), ["one/e.txt"]);
    assert_eq!(names(&folder.run("check . --format json").ends(1).json()), ["./a.md", "./b.txt", "./in/c.TXT", "./one/e.txt"]);
    let piped = folder.run_with("check - --format json", &correct()).ends(0).json();
    assert_eq!(piped["file"], "-");
    assert_eq!(folder.run_with("check --format json", &correct()).ends(0).json(), piped);
    let lines = folder.run_with("check b.txt - a.md --format jsonl", &correct()).ends(1).out;
    let files: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("one object a line")["file"].clone()).collect();
    assert_eq!(files, ["b.txt", "-", "a.md"]);
}

#[test]
fn text_names_file_line_words_basis_and_fix() {
    let folder = Folder::new("text");
    folder.file("a.txt", warned());
    let out = folder.run("check a.txt").ends(0).out;
    let line = warned().lines().position(|line| line.contains("法制示范")).expect("the line") + 1;
    assert!(out.contains(&format!("a.txt:{line}:")), "{out}");
    for words in ["警告［fazhi-term］“法制示范”应为“法治示范”", "^^^^^^^^", "依据：", "修改：改为“法治示范”", "a.txt：需修改"]
    {
        assert!(out.contains(words), "{words}: {out}");
    }
    folder.file("mac.txt", warned().replace('\n', "\r"));
    let mac = folder.run("check mac.txt").ends(0).out;
    assert_eq!(mac.replace("mac.txt", "a.txt"), out);
}

#[test]
fn what_comes_later_is_refused_in_clear_words() {
    let folder = Folder::new("later");
    folder.file("a.txt", correct());
    folder.run("check a.txt --format xml").complains(&["xml", "jsonl", "csv", "sarif"]);
}

/// A file of the corpus made by other programs.
fn made(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/files").join(name)).expect("the corpus")
}

#[test]
fn word_documents_are_checked_like_texts() {
    let folder = Folder::new("word");
    let text = correct().lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    folder.file("a.txt", &text).file("a.docx", made("python-docx.docx"));
    let mut report = folder.run("check a.docx --format json").ends(0).json();
    let mut same = folder.run("check a.txt --format json").ends(0).json();
    assert_eq!(report["notes"][0], "自动编号已转为文字");
    for report in [&mut report, &mut same] {
        let report = report.as_object_mut().expect("an object");
        report.remove("notes");
        report.remove("file");
    }
    assert_eq!(report, same);
    assert!(folder.run("check a.docx").ends(0).out.contains("a.docx：自动编号已转为文字；页眉页脚没有读入\n"));
    folder.run_with("check -", &text).ends(0);
    folder.file("old.docx", b"\xD0\xCF\x11\xE0rest").file("cut.docx", &made("python-docx.docx")[..9000]);
    folder.run("check old.docx").complains(&["old.docx：", "另存为 .docx"]);
    folder.run("check cut.docx a.txt").complains(&["cut.docx：", "已损坏"]);
}

#[test]
fn a_word_document_is_mended_on_paper_only() {
    let folder = Folder::new("word-fix");
    folder.file("a.docx", made("handwritten.docx"));
    folder.run("fix a.docx --write").complains(&["a.docx：", "只能写回文本文件", "--diff"]);
    assert_eq!(folder.bytes("a.docx"), made("handwritten.docx"));
    let diff = folder.run("fix a.docx --diff").ends(0);
    assert!(diff.out.contains("+1.第一项") && diff.err.contains("自动编号"), "{diff:?}");
}

#[test]
fn a_few_bytes_lost_are_told_and_never_written_over() {
    let mut bytes = correct().replace("全年", "全年。。").into_bytes();
    let at = bytes.len() / 2;
    bytes[at] = 0xFF;
    let folder = Folder::new("damaged");
    folder.file("a.txt", &bytes);
    let report = folder.run("check a.txt --format json --fail-on never").ends(0).json();
    assert!(report["notes"].to_string().contains("无法识别的字节"), "{report}");
    let refused = folder.run("fix a.txt --write").ends(2).err;
    assert!(refused.contains("原文件未动"), "{refused}");
    assert!(folder.run_with("check - -", &correct()).ends(2).err.contains("只能读一次"));
}

#[test]
fn a_folder_gives_its_reports_and_not_what_lies_beside_them() {
    let folder = Folder::new("folder");
    let page = format!("<html><body><p>{}</p></body></html>", correct().trim_end().replace('\n', "</p><p>"));
    folder
        .file("in/a.docx", made("python-docx.docx"))
        .file("in/b.html", &page)
        .file("in/c.txt", correct())
        .file("in/~$a.docx", "Word")
        .file("in/._a.docx", "macOS")
        .file("in/b_files/advert.html", &page)
        .file("in/d_files/e.htm", &page)
        .file("in/.old/f.txt", correct())
        .file("in/g.doc", "Word 97");
    let run = folder.run("check in --format json").ends(0);
    assert!(run.err.replace('\\', "/").contains("in/g.doc：这种格式不能读取，没有检查"), "{}", run.err);
    let reports = run.json();
    let names: Vec<String> = reports
        .as_array()
        .expect("an array")
        .iter()
        .map(|report| report["file"].as_str().expect("a name").replace('\\', "/"))
        .collect();
    assert_eq!(names, ["in/a.docx", "in/b.html", "in/c.txt", "in/d_files/e.htm"]);
}

/// The text in every encoding that is read.
fn encodings(text: &str) -> [(&'static str, Vec<u8>); 6] {
    let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    [
        ("utf-8", text.as_bytes().to_vec()),
        ("utf-8-marked", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        ("utf-16le", le.clone()),
        ("utf-16le-marked", [b"\xFF\xFE", &le[..]].concat()),
        ("utf-16be-marked", [b"\xFE\xFF", &be[..]].concat()),
        ("gb18030", GB18030.encode(text).0.into_owned()),
    ]
}

#[test]
fn every_encoding_gives_the_same_report() {
    let folder = Folder::new("encodings");
    let reports = encodings(&wrong()).map(|(name, bytes)| {
        folder.file(&format!("{name}.txt"), bytes);
        folder.run(&format!("check {name}.txt --format json")).ends(1).out.replace(&format!("\"{name}.txt\""), "")
    });
    assert!(reports.iter().all(|report| *report == reports[0]));
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_checked() {
    let folder = Folder::new("unreadable");
    folder
        .file("good.txt", correct())
        .file("binary.txt", [1, 0, 0, 2, 0, 0, 7])
        .file("picture.txt", b"\x89PNG\r\n")
        .file("broken.txt", b"\xFF\xFF\xFF\xFF\xFF\xFF")
        .file("empty.txt", "")
        .file("blank.txt", "\u{FEFF} \n\u{3000}\n")
        .file("bare/picture.png", "");
    fs::File::create(folder.0.join("large.txt")).and_then(|file| file.set_len(64 * 1024 * 1024 + 1)).expect("a large file");
    for (input, word) in [
        ("binary.txt", "不是文本文件"),
        ("picture.txt", "图片"),
        ("broken.txt", "编码"),
        ("empty.txt", "没有文字"),
        ("blank.txt", "没有文字"),
        ("missing.txt", "无法读取"),
        ("large.txt", "64 MB"),
        ("bare", "没有报告"),
    ] {
        let run = folder.run(&format!("check {input} good.txt --format jsonl")).complains(&["hegui：", input, word]);
        assert_eq!(run.json()["file"], "good.txt");
        assert_eq!(
            folder.run(&format!("check {input} --format json")).complains(&[input]).out,
            if input == "bare" { "[]\n" } else { "" }
        );
    }
    folder.run("fix --write empty.txt").complains(&["empty.txt"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_links_to_itself_is_searched_once() {
    let folder = Folder::new("links");
    folder.file("in/a.txt", correct());
    std::os::unix::fs::symlink("..", folder.0.join("in/up")).expect("a link");
    let reports = folder.run("check in --format json").ends(0).json();
    assert_eq!(reports.as_array().map(Vec::len), Some(1));
}

#[test]
fn a_fix_is_printed_shown_or_written() {
    let folder = Folder::new("fix");
    folder.file("a.txt", warned());
    assert_eq!(folder.run("fix a.txt").ends(0).out, correct());
    assert_eq!(folder.run_with("fix -", &warned()).ends(0).out, correct());
    let diff = folder.run("fix a.txt --diff").ends(0).out;
    let (old, new): (Vec<&str>, Vec<&str>) = (
        diff.lines().filter(|line| line.starts_with('-')).collect(),
        diff.lines().filter(|line| line.starts_with('+')).collect(),
    );
    assert_eq!((old.len(), new.len()), (2, 2), "{diff}");
    assert_eq!(old[1][1..].replace("法制示范", "法治示范"), new[1][1..]);
    assert_eq!(folder.bytes("a.txt"), warned().as_bytes());
    let run = folder.run("fix a.txt --write").ends(0);
    assert!(run.out.is_empty() && run.err.contains("a.txt：修改 1 处"), "{run:?}");
    assert_eq!(folder.bytes("a.txt"), correct().as_bytes());
    assert_eq!(fs::read_dir(&folder.0).expect("a folder").count(), 1, "nothing else is left behind");
    folder.run("fix a.txt --diff --write").ends(2);
    folder.run("fix").ends(2);
}

#[test]
fn suggestions_are_made_only_when_asked_for() {
    let folder = Folder::new("unsafe");
    let plan = correct().replace("四、2026年度", "四、2025年度");
    assert_ne!(plan, correct());
    folder.file("a.txt", &plan);
    assert_eq!(folder.run("fix a.txt").ends(0).out, plan);
    assert_eq!(folder.run("fix a.txt --unsafe").ends(0).out, correct());
}

#[test]
fn a_file_keeps_its_encoding() {
    let folder = Folder::new("encoding");
    for ((name, before), (_, after)) in encodings(&warned()).into_iter().zip(encodings(&correct())) {
        let name = format!("{name}.txt");
        folder.file(&name, before);
        folder.run(&format!("fix {name} --write")).ends(0);
        assert!(folder.bytes(&name) == after, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_written_file_keeps_its_rights_and_links() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("rights");
    folder.file("a.txt", warned());
    fs::set_permissions(folder.0.join("a.txt"), fs::Permissions::from_mode(0o640)).expect("rights");
    std::os::unix::fs::symlink("a.txt", folder.0.join("link.txt")).expect("a link");
    folder.run("fix link.txt --write").ends(0);
    assert_eq!(folder.bytes("a.txt"), correct().as_bytes());
    assert!(fs::symlink_metadata(folder.0.join("link.txt")).expect("the link").is_symlink());
    assert_eq!(fs::metadata(folder.0.join("a.txt")).expect("the file").permissions().mode() & 0o777, 0o640);
}

#[test]
fn rules_are_listed_and_explained() {
    let folder = Folder::new("explain");
    let ids: Vec<&str> = hegui::rules::all().iter().map(|rule| rule.id).collect();
    let json = folder.run("rules --format json").ends(0).json();
    let listed: Vec<&str> = json.as_array().expect("a list").iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert_eq!(listed, ids);
    for rule in json.as_array().expect("a list") {
        for key in ["name", "family", "severity", "basis", "doc"] {
            assert!(rule[key].as_str().is_some_and(|value| !value.is_empty()), "{key}: {rule}");
        }
    }
    let text = folder.run("rules").ends(0).out;
    assert_eq!(text, folder.run("rules --format text").ends(0).out);
    assert_eq!(text.lines().count(), ids.len());
    let markdown = folder.run("rules --format markdown").ends(0).out;
    for id in &ids {
        assert!(text.contains(&format!(" {id} ")) && markdown.contains(&format!("\n### {id}\n")), "{id}");
    }
    let kept = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md")).expect("docs/rules.md");
    assert!(
        markdown == kept.replace("\r\n", "\n"),
        "docs/rules.md is not what the rules say: cargo run -q -- rules --format markdown > docs/rules.md"
    );
    let explained = folder.run("explain number-gap").ends(0).out;
    for words in ["number-gap", "检查什么：", "为什么：", "示例：", "依据：GB/T 9704—2012"] {
        assert!(explained.contains(words), "{words}: {explained}");
    }
    folder.run("explain number-gab").complains(&["number-gab", "number-gap"]);
    folder.run("rules --format yaml").ends(2);
}
