//! What a fix changes, in pieces fit to show.

use crate::report::{EditReport, FindingReport, FixReport};

/// A piece of a changed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Stays.
    Kept(String),
    /// Goes.
    Gone(String),
    /// Comes.
    New(String),
}

/// The offending text with what `fix` takes from it and puts into it; `None` where the fix reaches beyond it
/// or is too long to show on a line.
#[must_use]
pub fn inline(finding: &FindingReport, fix: &FixReport) -> Option<Vec<Piece>> {
    let [start, end] = finding.range;
    let inside = |edit: &EditReport| start <= edit.range[0] && edit.range[1] <= end && edit.text.chars().count() <= 20;
    if fix.edits.is_empty() || finding.text.chars().count() > 20 || !fix.edits.iter().all(inside) {
        return None;
    }
    let units: Vec<u16> = finding.text.encode_utf16().collect();
    let mut pieces = Vec::new();
    let mut push = |piece: Piece| match &piece {
        Piece::Kept(text) | Piece::Gone(text) | Piece::New(text) if text.is_empty() => {}
        Piece::Kept(_) | Piece::Gone(_) | Piece::New(_) => pieces.push(piece),
    };
    let cut =
        |from: u32, to: u32| String::from_utf16_lossy(units.get((from - start) as usize..(to - start) as usize).unwrap_or(&[]));
    let mut at = start;
    for edit in &fix.edits {
        if edit.range[0] < at {
            return None;
        }
        push(Piece::Kept(cut(at, edit.range[0])));
        push(Piece::Gone(cut(edit.range[0], edit.range[1])));
        push(Piece::New(edit.text.clone()));
        at = edit.range[1];
    }
    push(Piece::Kept(cut(at, end)));
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::inspection::Inspection;
    use crate::check::Options;

    #[test]
    fn shows_what_goes_and_what_comes() {
        let inspection = Inspection::new("𠮷推进法制政府建设。", &Options::default());
        let finding = inspection.report.findings.iter().find(|f| f.rule == "fazhi-term").expect("a finding");
        let pieces = inline(finding, &finding.fixes[0]);
        let expected = [Piece::Gone("法制".into()), Piece::New("法治".into()), Piece::Kept("政府".into())];
        assert_eq!(pieces.as_deref(), Some(&expected[..]));
    }

    #[test]
    fn leaves_alone_what_reaches_beyond() {
        let inspection = Inspection::new("推进法制政府建设。", &Options::default());
        let finding = inspection.report.findings.iter().find(|f| f.rule == "fazhi-term").expect("a finding");
        let mut fix = finding.fixes[0].clone();
        fix.edits[0].range = [0, 5];
        assert_eq!(inline(finding, &fix), None);
    }
}
