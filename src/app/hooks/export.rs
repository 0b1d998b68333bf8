//! What the sitting hands to the user as files.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::sitting::Sitting;
use crate::app::desk::export::{self, Part};
use crate::app::desk::{Action, Desk, Group, Submission};
use crate::app::interop::{desk as files, storage};
use crate::document::Overrides;
use crate::settings::Settings;

const FAILED: &str = "没有导出成功。请关掉一些别的网页再试，或先导出 .csv。";

impl Sitting {
    /// The rules and severities the user chose; what a report is about is each report's own.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let kept = storage::load().map(|draft| draft.settings).unwrap_or_default();
        let overrides = Overrides { profile: None, year: None, ..kept.overrides };
        Settings { overrides, ..kept }
    }

    /// Hands over the table as a workbook.
    pub fn export_workbook(&self) {
        self.hand_over(export::workbook(&self.desk()));
    }

    /// Hands over the table as comma-separated values.
    pub fn export_csv(&self) {
        self.hand_over(export::csv(&self.desk()));
    }

    /// Hands over the desk itself.
    pub fn export_package(&self) {
        self.hand_over(export::package(&self.desk()));
    }

    /// Hands over the opinion on submission `id`: 0 to print, 1 to edit.
    pub fn export_opinion(&self, id: u32, which: usize) {
        let desk = self.desk();
        let Some(submission) = desk.submission(id) else { return };
        if let Some(part) = export::opinion_of(&desk, submission, &self.settings()).into_iter().nth(which) {
            self.hand_over(part);
        }
    }

    /// Hands over everything in one archive: the tables, the opinion on the batch, and one on each submission.
    pub fn export_all(&self) {
        let desk = self.desk();
        let settings = self.settings();
        let read: Vec<Rc<Submission>> =
            desk.submissions.iter().filter(|one| one.group == Group::Current && one.facts().is_some()).cloned().collect();
        let count = read.len() + 1;
        let told = self.clone();
        let parts = move |step: usize| parts_of(&desk, &read, step, &settings);
        let sitting = self.clone();
        spawn_local(async move {
            let progress = move |done| told.say(&format!("正在生成意见书：{done} / {count}"));
            match files::save_all("审查意见.zip", count, parts, progress).await {
                Ok(()) => sitting.say(&format!("已导出 {} 份意见书和汇总表。", count - 1)),
                Err(_) => sitting.say(FAILED),
            }
        });
    }

    /// Puts a saved desk in place of this one.
    pub fn open_package(&self, file: File) {
        let sitting = self.clone();
        spawn_local(async move {
            match files::open_package(&file).await {
                Ok(submissions) => {
                    sitting.clear();
                    sitting.send(Action::Restored(submissions));
                    sitting.compare();
                    sitting.keep_all();
                }
                Err(reason) => sitting.say(reason),
            }
        });
    }

    fn hand_over(&self, part: Part) {
        let sitting = self.clone();
        spawn_local(async move {
            if files::save(&part).await.is_err() {
                sitting.say(FAILED);
            }
        });
    }
}

/// The files of the first step are those on the batch, and then each submission's.
fn parts_of(desk: &Desk, read: &[Rc<Submission>], step: usize, settings: &Settings) -> Vec<Part> {
    match step.checked_sub(1).and_then(|place| read.get(place)) {
        Some(submission) => {
            let report = export::report_of(submission, settings);
            export::opinion_of(desk, submission, settings).into_iter().chain(report).collect()
        }
        None => {
            let tables = [export::workbook(desk), export::csv(desk), export::log(read, settings)];
            tables.into_iter().chain(export::batch(desk)).collect()
        }
    }
}
