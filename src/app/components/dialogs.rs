//! The open dialog, if any.

use yew::prelude::*;

use super::Props;
use super::confirm_mending::ConfirmMending;
use super::explanation::Explanation;
use super::help::Help;
use super::outline::Outline;
use super::settings::SettingsDialog;
use crate::app::state::Dialog;

/// The open dialog, if any.
#[component]
pub fn Dialogs(Props { session, state }: &Props) -> Html {
    let (session, state) = (session.clone(), state.clone());
    match state.dialog.clone() {
        None => Html::default(),
        Some(Dialog::Settings) => html! { <SettingsDialog {session} {state} /> },
        Some(Dialog::Help) => html! { <Help {session} /> },
        Some(Dialog::Outline) => html! { <Outline {session} {state} /> },
        Some(Dialog::Rule(rule)) => html! { <Explanation {session} rule={rule} /> },
        Some(Dialog::Mending(mending)) => html! { <ConfirmMending {session} {mending} /> },
    }
}
