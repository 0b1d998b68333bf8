//! What a part refers to.

use super::xml::Xml;
use crate::files::ReadError;

/// The relations of one part.
#[derive(Default)]
pub struct Relations(Vec<Relation>);

struct Relation {
    /// The last word of its type: `styles`, `header`.
    kind: String,
    target: String,
}

impl Relations {
    /// Reads a .rels part; targets count from `folder`.
    ///
    /// # Errors
    /// When the XML is damaged.
    pub fn read(xml: &str, folder: &str) -> Result<Self, ReadError> {
        let mut relations = Vec::new();
        Xml::new(xml).within("Relationships", |xml, tag| {
            let (kind, target) = (tag.get("Type").unwrap_or_default(), tag.get("Target").unwrap_or_default());
            if tag.get("TargetMode").is_none_or(|mode| mode != "External") {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { kind, target: resolve(folder, &target) });
            }
            xml.skip()
        })?;
        Ok(Self(relations))
    }

    /// The targets of a kind.
    pub fn of<'r>(&'r self, kind: &'r str) -> impl Iterator<Item = &'r str> {
        self.0.iter().filter(move |relation| relation.kind == kind).map(|relation| relation.target.as_str())
    }
}

/// The name of a part from a target: `../a.xml` and `./a.xml` count from `folder`, `/a.xml` from the root.
fn resolve(folder: &str, target: &str) -> String {
    let path = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_count_from_the_folder_or_the_root() {
        assert_eq!(resolve("word/", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word/", "../customXml/./a.xml"), "customXml/a.xml");
        assert_eq!(resolve("word/", "/word/header1.xml"), "word/header1.xml");
        assert_eq!(resolve("", "../../a.xml"), "a.xml");
    }

    #[test]
    fn kinds_are_the_same_in_both_namespaces() {
        let xml = r#"<Relationships xmlns="x"><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
            <Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/header" Target="h.xml"/>
            <Relationship Type="a/header" Target="http://x" TargetMode="External"/></Relationships>"#;
        let relations = Relations::read(xml, "word/").expect("XML");
        assert_eq!(relations.of("styles").collect::<Vec<_>>(), ["word/styles.xml"]);
        assert_eq!(relations.of("header").collect::<Vec<_>>(), ["word/h.xml"]);
    }
}
