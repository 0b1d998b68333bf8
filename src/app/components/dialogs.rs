//! The open dialog, if any.

use yew::prelude::*;

use super::confirm_mending::confirm_mending;
use super::explanation::explanation;
use super::help::help;
use super::manual::Manual;
use super::outline::outline;
use super::previous::PreviousDialog;
use super::settings::SettingsDialog;
use crate::app::hooks::Session;
use crate::app::state::{Dialog, State};

/// The open dialog, if any.
pub fn dialogs(session: &Session, state: &State) -> Html {
    match &state.dialog {
        None => Html::default(),
        Some(Dialog::Settings) => html! {
            <SettingsDialog session={session.clone()} settings={state.settings.clone()} inspection={state.inspection.clone()} />
        },
        Some(Dialog::Manual(at)) => html! { <Manual session={session.clone()} settings={state.settings.clone()} at={*at} /> },
        Some(Dialog::Previous) => html! { <PreviousDialog session={session.clone()} /> },
        Some(Dialog::Help) => help(session),
        Some(Dialog::Outline { profile, year }) => outline(session, *profile, *year),
        Some(Dialog::Rule(rule)) => explanation(session, rule),
        Some(Dialog::Mending(mending)) => confirm_mending(session, mending),
    }
}
