//! Files as texts: real ones give the text Word shows, hostile ones a reason, and nothing panics.

mod archive;

use std::fs;
use std::path::{Path, PathBuf};

use archive::{Entry, archive};
use hegui::decoder::decode;
use hegui::files::{FileText, Place, ReadError, read};

fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(corpus(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[track_caller]
fn opened(name: &str) -> FileText {
    read(&bytes(name), name, decode).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A text of the corpus without its blank lines.
fn expected(name: &str) -> String {
    let text = String::from_utf8(bytes(name)).expect("UTF-8");
    text.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A Word document of this body.
fn word(body: &str) -> Vec<u8> {
    let document = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    archive(&[Entry::deflated("word/document.xml", &document)])
}

#[track_caller]
fn refused(bytes: &[u8], name: &str) -> ReadError {
    match read(bytes, name, decode) {
        Ok(file) => panic!("{name} was read: {:.40}", file.text),
        Err(error) => error,
    }
}

#[test]
fn automatic_numbers_of_a_library_are_text() {
    let file = opened("files/python-docx.docx");
    assert_eq!(file.text, expected("correct/town-law-order-2025.txt"));
    assert_eq!(file.notes, ["自动编号已转为文字", "页眉页脚没有读入"]);
    let header = file.asides.iter().find(|aside| aside.place == Place::Header).map(|aside| aside.text.as_str());
    assert_eq!(header, Some("内部资料"));
}

#[test]
fn automatic_numbers_of_libreoffice_are_text() {
    let file = opened("files/libreoffice.docx");
    let table = "序号\t事项\t件数\n1\t行政复议\t12\n2\t合法性审查\t58";
    assert_eq!(file.text, format!("{}\n{table}", expected("correct/town-law-order-2025.txt")));
    assert_eq!(file.notes, ["自动编号已转为文字", "修订按接受后的文字读入", "脚注尾注没有读入"]);
}

#[test]
fn whatever_word_writes_is_read_in_both_namespaces() {
    let text = String::from_utf8(bytes("files/handwritten.expected.txt")).expect("UTF-8");
    for name in ["files/handwritten.docx", "files/strict.docx"] {
        let file = opened(name);
        assert_eq!(file.text, text.trim_end(), "{name}");
        for note in ["自动编号", "修订", "页眉", "脚注", "批注", "隐藏", "1张图片", "1个特殊符号"] {
            assert!(file.notes.iter().any(|said| said.contains(note)), "{note}: {:?}", file.notes);
        }
    }
}

#[test]
fn of_a_page_only_the_article_is_read() {
    for name in ["files/trs-editor.html", "files/portal-gb2312.html"] {
        let file = opened(name);
        assert_eq!(file.text, expected("correct/town-law-order-2025.txt"), "{name}");
        assert!(file.notes.iter().any(|note| note.contains("正文以外")), "{:?}", file.notes);
    }
}

#[test]
fn a_page_is_read_whatever_its_name() {
    let page = "\u{FEFF}<!DOCTYPE html><html><body><p>一、报告</p></body></html>";
    for name in ["a.txt", "a.html", "a.doc", "a.docx", "-"] {
        assert_eq!(read(page.as_bytes(), name, decode).map(|file| file.text).as_deref(), Ok("一、报告"), "{name}");
    }
    assert_eq!(read(b"<p>&#19968;", "a.htm", decode).map(|file| file.text).as_deref(), Ok("一"));
    assert_eq!(read("<p>一".as_bytes(), "a.md", decode).map(|file| file.text).as_deref(), Ok("<p>一"));
    assert_eq!(refused(b"<html><script>", "a.html"), ReadError::Empty);
    assert_eq!(refused(b"<html><p><img src=1.jpg>", "a.html"), ReadError::OnlyPictures);
}

#[test]
fn a_hostile_page_is_read_in_time() {
    for piece in ["<div>", "<table><tr><td>", "</div>", "<p>一", "<a href='", "<!--", "<script>", "&", "<", "<b></p>", "<ul><li>"]
    {
        let _ = read(piece.repeat(10_000).as_bytes(), "a.html", decode);
    }
}

#[test]
fn a_plain_document_has_nothing_to_tell() {
    let file = read(&word("<w:p><w:r><w:t>一、报告</w:t></w:r></w:p><w:p/>"), "a.docx", decode).expect("a document");
    assert_eq!((file.text.as_str(), file.notes.len(), file.asides.len()), ("一、报告", 0, 0));
}

#[test]
fn what_is_no_word_document_says_what_it_is() {
    let with = |name| archive(&[Entry::stored("[Content_Types].xml", "<Types/>"), Entry::stored(name, "<x/>")]);
    let ole = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &[0; 512], &name].concat()
    };
    for (bytes, name, error) in [
        (with("xl/workbook.xml"), "a.docx", ReadError::Other("Excel 表格")),
        (with("ppt/presentation.xml"), "a.docx", ReadError::Other("PowerPoint 演示文稿")),
        (with("word/other.xml"), "a.docx", ReadError::NoDocument),
        (archive(&[Entry::stored("a.txt", "一")]), "a.zip", ReadError::Archive),
        (archive(&[Entry::stored("OFD.xml", "<x/>")]), "a.ofd", ReadError::Ofd),
        (archive(&[Entry::stored("META-INF/manifest.xml", "<x/>")]), "a.odt", ReadError::Foreign("ODF 文档")),
        (archive(&[]), "a.docx", ReadError::Archive),
        (ole("EncryptedPackage"), "a.docx", ReadError::Encrypted),
        (ole("WordDocument"), "a.docx", ReadError::OldWord),
        (ole("WordDocument"), "a.wps", ReadError::OldWps),
        (b"%PDF-1.7".to_vec(), "a.docx", ReadError::Pdf),
        ("一、报告".into(), "a.docx", ReadError::Damaged),
        (Vec::new(), "a.docx", ReadError::Empty),
        (word("<w:p/>"), "a.docx", ReadError::Empty),
        (word("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"), "a.docx", ReadError::OnlyPictures),
    ] {
        assert_eq!(refused(&bytes, name), error, "{name}");
    }
}

#[test]
fn every_reason_says_what_to_do() {
    use ReadError::*;
    for error in [
        TooLarge,
        Empty,
        OnlyPictures,
        Encoding,
        Binary,
        Other("图片"),
        Pdf,
        Ofd,
        OldWord,
        OldWps,
        Encrypted,
        Foreign("RTF 文档"),
        Archive,
        Damaged,
        NoDocument,
        Bomb,
        Crowded,
        TooDeep,
    ] {
        assert!(error.to_string().contains('请'), "{error}");
    }
}

#[test]
fn a_broken_package_is_refused() {
    let good = bytes("files/handwritten.docx");
    for end in (4..good.len()).step_by(97) {
        assert_eq!(refused(&good[..end], "a.docx"), ReadError::Damaged, "{end}");
    }
    let part =
        |method, flags, off| archive(&[Entry { method, flags, off, ..Entry::stored("word/document.xml", "<w:document/>") }]);
    assert_eq!(refused(&part(0, 0, 1), "a.docx"), ReadError::Damaged, "a wrong check sum");
    assert_eq!(refused(&part(0, 1, 0), "a.docx"), ReadError::Encrypted);
    assert_eq!(refused(&part(12, 0, 0), "a.docx"), ReadError::Foreign("用特殊方法压缩的文档"));
    let xml = |text: &str| archive(&[Entry::stored("word/document.xml", text)]);
    for text in ["", "<w:document>", "<w:document></w:body>", "<html>一</html>", "no XML", "<w:document>&"] {
        let error = refused(&xml(text), "a.docx");
        assert!(matches!(error, ReadError::Damaged | ReadError::NoDocument | ReadError::Empty), "{text}: {error:?}");
    }
}

#[test]
fn bombs_are_refused_before_they_go_off() {
    let zeros = "0".repeat(6 << 20);
    assert_eq!(refused(&word(&zeros), "a.docx"), ReadError::Bomb);
    let many: Vec<String> = (0..9000).map(|n| format!("{n}")).collect();
    let many: Vec<Entry> = many.iter().map(|name| Entry::stored(name, "")).collect();
    assert_eq!(refused(&archive(&many), "a.docx"), ReadError::Bomb);
    for element in ["w:p", "w:r", "w:tbl", "w:sdt", "mc:AlternateContent"] {
        assert_eq!(refused(&word(&format!("<{element}>").repeat(10_000)), "a.docx"), ReadError::TooDeep, "{element}");
        let skipped = format!("<w:sectPr>{}", format!("<{element}>").repeat(10_000));
        assert_eq!(refused(&word(&skipped), "a.docx"), ReadError::TooDeep, "{element}");
    }
    let entities = r#"<!DOCTYPE d [<!ENTITY a "一一一一一一"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>
        <w:document><w:body><w:p><w:r><w:t>&c;二</w:t></w:r></w:p></w:body></w:document>"#;
    let file = read(&archive(&[Entry::stored("word/document.xml", entities)]), "a.docx", decode);
    assert_eq!(file.map(|file| file.text).as_deref(), Ok("二"));
}

#[test]
fn a_document_names_its_main_part() {
    let rels = r#"<Relationships><Relationship Type="x/officeDocument" Target="/文档/正文.xml"/></Relationships>"#;
    let text = "<w:document><w:body><w:p><w:r><w:t>一</w:t></w:r></w:p></w:body></w:document>";
    let file = archive(&[Entry::stored("_rels/.rels", rels), Entry::stored("文档\\正文.xml", text)]);
    assert_eq!(read(&file, "a.docx", decode).map(|file| file.text).as_deref(), Ok("一"));
}

/// Numbers that are the same at every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

#[test]
fn no_damage_panics() {
    let mut dice = Dice(2025);
    for name in ["handwritten.docx", "strict.docx", "libreoffice.docx", "trs-editor.html", "portal-gb2312.html"] {
        let good = bytes(&format!("files/{name}"));
        for _ in 0..100 {
            let mut bad = good.clone();
            for _ in 0..=dice.below(4) {
                let at = dice.below(bad.len());
                bad[at] ^= 1 << dice.below(8);
            }
            let cut = dice.below(8);
            if cut == 0 {
                bad.truncate(dice.below(bad.len()));
            }
            let _ = read(&bad, name, decode);
        }
    }
    // In strict.docx the parts are stored: past the check sums, the XML itself is damaged.
    let document = fs::read_to_string(corpus("files/handwritten/word/document.xml")).expect("a part");
    let numbering = fs::read_to_string(corpus("files/handwritten/word/numbering.xml")).expect("a part");
    for _ in 0..300 {
        let damage = |text: &str, dice: &mut Dice| {
            let mut chars: Vec<char> = text.chars().collect();
            for _ in 0..=dice.below(3) {
                let (from, length) = (dice.below(chars.len()), dice.below(40));
                let to = (from + length).min(chars.len());
                let moved: Vec<char> = chars.drain(from..to).collect();
                if dice.below(2) == 0 {
                    let at = dice.below(chars.len());
                    chars.splice(at..at, moved);
                }
            }
            chars.into_iter().collect::<String>()
        };
        let parts = [
            Entry::stored("word/document.xml", &damage(&document, &mut dice)),
            Entry::stored("word/numbering.xml", &damage(&numbering, &mut dice)),
            Entry::stored(
                "word/_rels/document.xml.rels",
                r#"<Relationships><Relationship Type="x/numbering" Target="numbering.xml"/></Relationships>"#,
            ),
        ];
        let _ = read(&archive(&parts), "a.docx", decode);
    }
}
