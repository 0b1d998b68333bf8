//! What the page knows, and how it changes: one reducer, no browser.

use std::rc::Rc;

use super::inspection::Inspection;
use super::opening::Refusal;
use super::previous::Previous;
use crate::check::Options;
use crate::report::{Counts, FindingReport};
use crate::settings::Settings;

mod action;
mod dialog;
mod filter;
mod notice;
mod silence;
mod tally;
mod walk;

pub use action::Action;
pub use dialog::{Dialog, Panel};
pub use filter::Filter;
pub use notice::{Notice, Tone, Undo};
pub use silence::Reach;
pub use walk::Step;

/// Findings listed at first, and more with each 再显示.
pub const CHUNK: usize = 100;

/// The year of an outline where the text names none.
const USUAL_YEAR: u32 = 2025;

/// The page's state. A snapshot: compared by identity, changed only by [`State::reduce`].
#[derive(Clone, Debug)]
pub struct State {
    /// The text as last checked.
    pub text: Rc<str>,
    /// What the check of it gave.
    pub inspection: Rc<Inspection>,
    /// Microseconds the check took.
    pub check_micros: u32,
    /// The user's settings.
    pub settings: Rc<Settings>,
    /// Names of the findings the user ignores.
    pub ignored: Rc<Vec<u64>>,
    /// Rules that are not to speak of this report.
    pub muted: Rc<Vec<&'static str>>,
    /// Whether a reviewer reads another's report here.
    pub reviewing: bool,
    /// Names of the findings the reviewer agrees with.
    pub accepted: Rc<Vec<u64>>,
    /// Last year's report, to compare with.
    pub previous: Option<Rc<Previous>>,
    /// What the list shows.
    pub filter: Filter,
    /// Findings that count, by severity.
    pub counts: Counts,
    /// Findings that pass the filter: places in the report's list.
    pub listed: Rc<[usize]>,
    /// How many of them are shown.
    pub shown: usize,
    /// Findings that count and have a safe fix.
    pub mendable: usize,
    /// Findings of this text that are ignored.
    pub ignored_here: usize,
    /// The name of the selected finding.
    pub selected: Option<u64>,
    /// The open dialog.
    pub dialog: Option<Dialog>,
    /// The panel drawn up on a narrow screen.
    pub panel: Option<Panel>,
    /// What the page has to say.
    pub notice: Option<Notice>,
    /// Whether the draft is kept.
    pub saving: Saving,
    /// What a screen reader is told.
    pub announcement: Rc<str>,
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Whether the draft is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was there to save yet.
    #[default]
    Nothing,
    /// Changed since it was saved.
    Pending,
    /// Saved at this time of day.
    Saved(Rc<str>),
    /// The browser refused.
    Refused,
    /// Another tab saved a draft of its own; nothing is saved until the user chooses.
    Forked,
}

impl Default for State {
    fn default() -> Self {
        let inspection = Rc::new(Inspection::new("", &Options::default()));
        Self {
            text: Rc::from(""),
            inspection,
            check_micros: 0,
            settings: Rc::default(),
            ignored: Rc::default(),
            muted: Rc::default(),
            reviewing: false,
            accepted: Rc::default(),
            previous: None,
            filter: Filter::default(),
            counts: Counts::default(),
            listed: Rc::from([]),
            shown: CHUNK,
            mendable: 0,
            ignored_here: 0,
            selected: None,
            dialog: None,
            panel: None,
            notice: None,
            saving: Saving::default(),
            announcement: Rc::from(""),
        }
        .counted()
    }
}

impl State {
    /// The state after `action`.
    #[must_use]
    pub fn reduce(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Checked { text, inspection, micros } => {
                // What was too long has been answered by another text.
                if text != next.text && next.notice.as_ref().is_some_and(|notice| notice.text == Refusal::TooLong.message()) {
                    next.notice = None;
                }
                next.text = text;
                next.inspection = inspection;
                next.check_micros = micros;
                next = next.counted();
                if next.counts != self.counts {
                    next.announcement = next.tally().into();
                }
            }
            Action::FindingSelected(at) => {
                next.panel = None;
                next.selected = next.inspection.keys.get(at).copied();
                // However far down the list it stands.
                let place = next.listed.iter().position(|&listed| listed == at);
                next.shown = next.shown.max(place.map_or(0, |place| place + 1));
                if let Some(finding) = next.inspection.report.findings.get(at) {
                    next.announcement = format!("{}：{}", finding.severity.name(), finding.message).into();
                }
            }
            Action::SelectionLeft => next.selected = None,
            Action::FindingIgnored(at) => {
                Rc::make_mut(&mut next.ignored).extend(next.inspection.keys.get(at));
                next.selected = None;
                next = next.counted();
                next.announcement = format!("已忽略。{}", next.tally()).into();
            }
            Action::FindingRestored(at) => {
                if let Some(key) = next.inspection.keys.get(at) {
                    Rc::make_mut(&mut next.ignored).retain(|ignored| ignored != key);
                }
                next = next.counted();
                next.announcement = format!("已恢复。{}", next.tally()).into();
            }
            Action::FilterChanged(filter) => {
                next.filter = filter;
                next.shown = CHUNK;
                next = next.counted();
            }
            Action::MoreAsked => next.shown += CHUNK,
            Action::SettingsChanged(settings) => next.settings = Rc::new(settings),
            Action::RuleSilenced(rule, reach) => {
                next.silence(rule, reach);
                next.selected = None;
            }
            Action::RuleBroughtBack(rule) => next.bring_back(rule),
            Action::PreviousChosen(previous) => next.previous = previous.map(Rc::new),
            Action::TextReplaced => {
                next.muted = Rc::default();
                next.selected = None;
            }
            Action::DraftRestored { settings, ignored, muted, previous } => {
                next.settings = Rc::new(settings);
                next.ignored = Rc::new(ignored);
                next.muted = Rc::new(muted);
                next.previous = previous.map(Rc::new);
            }
            Action::ReviewBegun { settings, accepted, dismissed } => {
                next.reviewing = true;
                next.settings = Rc::new(settings);
                next.accepted = Rc::new(accepted);
                next.ignored = Rc::new(dismissed);
            }
            Action::FindingAccepted(at) => next.accept(at),
            Action::DialogOpened(dialog) => {
                next.panel = None;
                next.dialog = Some(dialog);
            }
            Action::OutlineAsked => {
                let report = &self.inspection.report;
                let dialog = Dialog::Outline { profile: report.profile, year: report.year.unwrap_or(USUAL_YEAR) };
                return self.reduce(Action::DialogOpened(dialog));
            }
            Action::DialogClosed => next.dialog = None,
            Action::PanelDrawn(panel) => next.panel = panel,
            Action::Noticed(notice) => next.notice = Some(notice),
            Action::NoticeDismissed => next.notice = None,
            Action::DraftSaved(saving) => next.saving = saving,
        }
        // Nothing is left to show there.
        if next.filter.ignored && next.silenced_here() == 0 {
            next.filter.ignored = false;
            next = next.counted();
        }
        next
    }

    /// The name of `panel` in the page: another where a reviewer reads, for both views may be there at once.
    #[must_use]
    pub fn panel_id(&self, panel: Panel) -> &'static str {
        match (panel, self.reviewing) {
            (Panel::Summary, false) => "summary",
            (Panel::Summary, true) => "review-summary",
            (Panel::Findings, false) => "findings",
            (Panel::Findings, true) => "review-findings",
            (Panel::Menu, _) => "commands",
        }
    }

    /// How the text is to be checked.
    #[must_use]
    pub fn options(&self) -> Options {
        let mut options = self.settings.options();
        options.skip.extend(self.muted.iter());
        options.previous = self.previous.as_ref().map(|previous| previous.text.clone());
        options
    }

    /// The finding at a place of the report's list.
    #[must_use]
    pub fn finding(&self, at: usize) -> Option<&FindingReport> {
        self.inspection.report.findings.get(at)
    }

    /// The place of the selected finding.
    #[must_use]
    pub fn selected_at(&self) -> Option<usize> {
        let selected = self.selected?;
        self.inspection.keys.iter().position(|&key| key == selected)
    }
}

#[cfg(test)]
mod tests;
