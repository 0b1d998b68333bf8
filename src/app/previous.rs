//! Last year's report, to compare with.

use crate::text::is_blank;

/// Last year's report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Previous {
    /// The file's name, or how the text begins; one line.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl Previous {
    /// The report of a file.
    #[must_use]
    pub fn of_file(name: &str, text: String) -> Self {
        Self { name: name.replace(['\n', '\r'], " "), text }
    }

    /// A report that was pasted, named by its first line.
    #[must_use]
    pub fn pasted(text: String) -> Self {
        let first = text.lines().map(|line| line.trim_matches(is_blank)).find(|line| !line.is_empty()).unwrap_or("粘贴的文字");
        let name = first.chars().take(40).collect();
        Self { name, text }
    }

    /// As one text, for storage.
    #[must_use]
    pub fn to_stored(&self) -> String {
        format!("{}\n{}", self.name, self.text)
    }

    /// Reads [`Previous::to_stored`]; nothing where nothing was stored.
    #[must_use]
    pub fn from_stored(stored: &str) -> Option<Self> {
        stored.split_once('\n').map(|(name, text)| Self { name: name.to_owned(), text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn storage_gives_it_back() {
        for previous in [Previous::of_file("去年\n.txt", "一\n二".to_owned()), Previous::pasted(" \n 标题 \n".to_owned())] {
            assert_eq!(Previous::from_stored(&previous.to_stored()), Some(previous));
        }
        assert_eq!(Previous::from_stored(""), None);
        assert_eq!(Previous::pasted("\n\u{3000}某镇报告\n正文".to_owned()).name, "某镇报告");
    }
}
