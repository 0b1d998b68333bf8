//! What is wrong with a settings file, and in which line.

/// What is wrong with a settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    place: Place,
    /// What is wrong and what to do.
    pub message: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// This line, from 1.
    Line(u32),
    /// The words that lead there, from the outermost table in.
    Path(Vec<String>),
    /// The file as a whole.
    Nowhere,
}

impl Problem {
    /// Text that is no TOML from this line on.
    #[must_use]
    pub fn no_toml(line: Option<u32>) -> Self {
        let message = "不合 TOML 的写法，请检查引号、等号、方括号是否成对，同一个名称是否写了两次".to_owned();
        Self { place: line.map_or(Place::Nowhere, Place::Line), message }
    }

    /// A flaw of what `path` leads to.
    pub(super) fn at(path: &[&str], message: String) -> Self {
        Self { place: Place::Path(path.iter().map(|&word| word.to_owned()).collect()), message }
    }

    /// The line it stands in, from 1, in the file's `text`.
    #[must_use]
    pub fn line(&self, text: &str) -> Option<u32> {
        match &self.place {
            Place::Line(line) => Some(*line),
            Place::Path(path) => line_of(text, path),
            Place::Nowhere => None,
        }
    }

    /// `hegui.toml:3：…`, as the user reads it.
    #[must_use]
    pub fn told(&self, file: &str, text: &str) -> String {
        match self.line(text) {
            Some(line) => format!("{file}:{line}：{}", self.message),
            None => format!("{file}：{}", self.message),
        }
    }
}

/// The line in which the last word of `path` stands, each word looked for behind the one before.
fn line_of(text: &str, path: &[String]) -> Option<u32> {
    let mut lines = (1..).zip(text.lines().map(|line| line.split('#').next().unwrap_or(line))).peekable();
    let mut found = None;
    for word in path {
        while lines.peek().is_some_and(|(_, line)| !says(line, word)) {
            lines.next();
        }
        found = lines.peek().map(|&(number, _)| number);
    }
    found
}

/// Whether `line` has `word` as a whole word.
fn says(line: &str, word: &str) -> bool {
    let of_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|rest| rest.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|rest| rest.chars().next());
        !before.is_some_and(of_word) && !after.is_some_and(of_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_that_of_the_last_word() {
        let text = "# top of all\nterms = [\"top\"]\n\n[layout]\nmargins = { bottom = 3,\n  top = -1 }\n";
        let line = |path: &[&str]| Problem::at(path, String::new()).line(text);
        assert_eq!(line(&["layout", "margins", "top"]), Some(6));
        assert_eq!(line(&["layout", "margins"]), Some(5));
        assert_eq!(line(&["terms"]), Some(2));
        assert_eq!(line(&["top"]), Some(2), "what stands behind # is passed over");
        assert_eq!(line(&["term"]), None);
    }

    #[test]
    fn a_problem_names_file_and_line() {
        let problem = Problem::at(&["yaer"], "没有“yaer”".to_owned());
        assert_eq!(problem.told("hegui.toml", "year = 3\nyaer = 4"), "hegui.toml:2：没有“yaer”");
        assert_eq!(problem.told("hegui.toml", ""), "hegui.toml：没有“yaer”");
        assert!(Problem::no_toml(Some(4)).told("a", "").starts_with("a:4：不合"));
    }
}
