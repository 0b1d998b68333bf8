//! What can happen.

use std::rc::Rc;

use super::{Dialog, Filter, Notice, Panel, Reach, Saving};
use crate::app::inspection::Inspection;
use crate::app::previous::Previous;
use crate::rule::Rule;
use crate::settings::Settings;

/// What happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// A text was checked.
    Checked {
        /// The text.
        text: Rc<str>,
        /// What was found.
        inspection: Rc<Inspection>,
        /// How long it took, in microseconds.
        micros: u32,
    },
    /// A finding was selected, by its place in the report's list.
    FindingSelected(usize),
    /// The selection was left.
    SelectionLeft,
    /// A finding is to be ignored.
    FindingIgnored(usize),
    /// An ignored finding counts again.
    FindingRestored(usize),
    /// What the list shows was changed.
    FilterChanged(Filter),
    /// More of the list was asked for.
    MoreAsked,
    /// The settings were changed; the text is checked again.
    SettingsChanged(Settings),
    /// A rule is to be silent; the text is checked again.
    RuleSilenced(&'static Rule, Reach),
    /// A silenced rule is to speak again; the text is checked again.
    RuleBroughtBack(&'static Rule),
    /// Last year's report was chosen, or taken away; the text is checked again.
    PreviousChosen(Option<Previous>),
    /// Another text was put in place of the whole: what was silenced in the old one may speak.
    TextReplaced,
    /// A draft was taken from storage.
    DraftRestored {
        /// The settings.
        settings: Settings,
        /// The ignored findings.
        ignored: Vec<u64>,
        /// The rules silenced in it.
        muted: Vec<&'static str>,
        /// Last year's report.
        previous: Option<Previous>,
    },
    /// A reviewer opened another's report.
    ReviewBegun {
        /// The reviewer's settings.
        settings: Settings,
        /// The findings agreed with.
        accepted: Vec<u64>,
        /// The findings not agreed with.
        dismissed: Vec<u64>,
    },
    /// The reviewer agrees with a finding, or no longer.
    FindingAccepted(usize),
    /// A dialog was opened.
    DialogOpened(Dialog),
    /// The outline of the recognised kind of body and year was asked for.
    OutlineAsked,
    /// The dialog was closed.
    DialogClosed,
    /// A panel was drawn up or let down.
    PanelDrawn(Option<Panel>),
    /// Something is to be said.
    Noticed(Notice),
    /// It was read.
    NoticeDismissed,
    /// The draft was saved, or not.
    DraftSaved(Saving),
}
