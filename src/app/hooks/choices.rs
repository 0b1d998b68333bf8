//! What the user chooses about the check: what is silenced, what is set, what is compared.

use web_sys::File;

use super::draft;
use super::session::Session;
use crate::app::interop::editor::Editor;
use crate::app::interop::{browser, files, settings, storage};
use crate::app::opening::Refusal;
use crate::app::previous::Previous;
use crate::app::state::{Action, Dialog, Notice, Reach};
use crate::files::ReadError;
use crate::rule::Rule;
use crate::rules;
use crate::settings::{Settings, to_toml};

/// The name of a settings file.
const SETTINGS_FILE: &str = "hegui.toml";

impl Session {
    /// Ignores finding `at`.
    pub fn ignore(&self, at: usize) {
        self.send(Action::FindingIgnored(at));
        self.editor(Editor::calm);
        self.mark();
        draft::keep_soon(self);
    }

    /// Lets finding `at` count again.
    pub fn restore(&self, at: usize) {
        self.send(Action::FindingRestored(at));
        self.mark();
        draft::keep_soon(self);
    }

    /// Silences the rule of finding `at`.
    pub fn silence(&self, at: usize, reach: Reach) {
        if let Some(rule) = self.state().finding(at).and_then(|finding| rules::find(finding.rule)) {
            self.editor(Editor::calm);
            self.send(Action::RuleSilenced(rule, reach));
            self.send(Action::Noticed(Notice::silenced(rule, reach)));
        }
    }

    /// Lets a silenced rule speak again.
    pub fn bring_back(&self, rule: &'static Rule) {
        self.send(Action::RuleBroughtBack(rule));
    }

    /// Opens the explanation of the rule of finding `at`.
    pub fn explain(&self, at: usize) {
        if let Some(rule) = self.state().finding(at).and_then(|finding| rules::find(finding.rule)) {
            self.send(Action::DialogOpened(Dialog::Rule(rule)));
        }
    }

    /// Changes the settings.
    pub fn set(&self, change: impl FnOnce(&mut Settings)) {
        let mut settings = (*self.state().settings).clone();
        change(&mut settings);
        self.send(Action::SettingsChanged(settings));
    }

    /// Saves the settings as a file.
    pub fn export_settings(&self) {
        browser::save_as(&to_toml(&self.state().settings), SETTINGS_FILE);
    }

    /// Takes the settings of `file`.
    ///
    /// # Errors
    /// What is wrong with it, a line each; the settings stay as they were.
    pub async fn import_settings(&self, file: &File) -> Result<(), Vec<String>> {
        let name = file.name();
        let text = match files::read(file).await {
            Ok(opened) => opened.text,
            // A file that sets nothing.
            Err(Refusal::Unreadable(_, ReadError::Empty)) => String::new(),
            Err(refusal) => return Err(vec![refusal.message()]),
        };
        let settings = settings::parse(&text)
            .map_err(|problems| problems.iter().map(|problem| problem.told(&name, &text)).collect::<Vec<_>>())?;
        self.send(Action::SettingsChanged(settings));
        self.send(Action::Noticed(Notice::done(format!("已按“{name}”设置"))));
        Ok(())
    }

    /// Compares with `previous` from now on, or with nothing.
    pub fn compare_with(&self, previous: Option<Previous>) {
        if storage::store_previous(previous.as_ref()).is_err() && previous.is_some() {
            let notice = Notice::trouble("浏览器存不下上年报告。现在可以对比，下次打开要重新选。");
            self.send(Action::Noticed(notice));
        }
        self.send(Action::PreviousChosen(previous));
    }
}
