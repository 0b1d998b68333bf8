//! What the sitting hands to the user as files.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::sitting::Sitting;
use crate::app::desk::export::{self, Log, Part};
use crate::app::desk::{Action, Group, Submission};
use crate::app::inspection::Inspection;
use crate::app::interop::{desk as files, storage};
use crate::document::Overrides;
use crate::settings::Settings;

const FAILED: &str = "没有导出成功。请关掉一些别的网页再试，或先导出 .csv。";

impl Sitting {
    /// The rules and severities the user chose; what a report is about is each report's own.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let kept = storage::settings().unwrap_or_default();
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
        let (desk, sitting) = (self.desk(), self.clone());
        spawn_local(async move {
            if files::save_package(&desk.submissions).await.is_err() {
                sitting.say(FAILED);
            }
        });
    }

    /// Hands over the opinion on submission `id`: 0 to print, 1 to edit.
    pub fn export_opinion(&self, id: u32, which: usize) {
        let desk = self.desk();
        let Some(submission) = desk.submission(id) else { return };
        if submission.facts().is_none() {
            return;
        }
        let inspection = Inspection::new(&submission.text, &self.settings().options());
        if let Some(part) = export::opinion_of(&desk, submission, &inspection).into_iter().nth(which) {
            self.hand_over(part);
        }
    }

    /// Hands over everything in one archive: the tables, the opinion on the batch, and one on each submission.
    pub fn export_all(&self) {
        let desk = self.desk();
        let options = self.settings().options();
        let read: Vec<Rc<Submission>> =
            desk.submissions.iter().filter(|one| one.group == Group::Current && one.facts().is_some()).cloned().collect();
        let count = read.len();
        // Each submission is checked once, for its opinion, its report and its part of the log.
        let log = RefCell::new(Log::new(&desk));
        let parts = move |step: usize| match read.get(step) {
            Some(submission) => {
                let inspection = Inspection::new(&submission.text, &options);
                log.borrow_mut().add(submission, &inspection.report);
                export::parts_of(&desk, submission, inspection)
            }
            None => export::parts_of_batch(&desk, log.replace(Log::new(&desk))),
        };
        let (told, sitting) = (self.clone(), self.clone());
        spawn_local(async move {
            let progress = move |done: usize| told.say(&format!("正在生成意见书：{done} / {}", count + 1));
            match files::save_all("审查意见.zip", count + 1, parts, progress).await {
                Ok(()) => sitting.say(&format!("已导出 {count} 份意见书和汇总表。")),
                Err(_) => sitting.say(FAILED),
            }
        });
    }

    /// Puts a saved desk in place of this one.
    pub fn open_package(&self, file: File) {
        let sitting = self.clone();
        spawn_local(async move {
            match files::open_package(&file).await {
                Ok(mut submissions) => {
                    sitting.clear();
                    // Whatever the file calls them.
                    let numbers = sitting.desk().next_id..;
                    submissions.iter_mut().zip(numbers).for_each(|(submission, id)| submission.id = id);
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
