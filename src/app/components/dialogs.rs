//! The open dialog, if any.

use yew::prelude::*;

use super::confirm_mending::confirm_mending;
use super::explanation::explanation;
use super::help::help;
use super::outline::outline;
use super::settings::settings_dialog;
use crate::app::hooks::Session;
use crate::app::state::{Dialog, State};

/// The open dialog, if any.
pub fn dialogs(session: &Session, state: &State) -> Html {
    match &state.dialog {
        None => Html::default(),
        Some(Dialog::Settings) => settings_dialog(session, state),
        Some(Dialog::Help) => help(session),
        Some(Dialog::Outline { profile, year }) => outline(session, *profile, *year),
        Some(Dialog::Rule(rule)) => explanation(session, rule),
        Some(Dialog::Mending(mending)) => confirm_mending(session, mending),
    }
}
