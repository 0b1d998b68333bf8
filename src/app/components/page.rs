//! The whole page.

use yew::prelude::*;

use super::check_sheet::check_sheet;
use super::dialogs::dialogs;
use super::findings::findings;
use super::footer::footer;
use super::notices::notices;
use super::sheet::Sheet;
use super::summary::summary;
use super::summary_bar::summary_bar;
use super::top_bar::top_bar;
use super::welcome::welcome;
use crate::app::hooks::{use_printing, use_session, use_window_events};
use crate::app::state::{Action, Panel};
use crate::app::view::View;

/// The whole page.
#[component]
pub fn Page() -> Html {
    let (session, state) = use_session();
    use_window_events(&session);
    let printing = use_printing(View::Draft);
    let panel = match state.panel {
        None => "none",
        Some(Panel::Summary) => "summary",
        Some(Panel::Findings) => "findings",
        Some(Panel::Menu) => "menu",
    };
    let let_down = session.clone();
    html! {
        <>
            <div class="page" data-panel={panel}>
                { top_bar(&session, &state) }
                { summary_bar(&session, &state) }
                { summary(&session, &state) }
                <main class="desk" id="desk" aria-label="正文">
                    { notices(&session, &state) }
                    <div class="paper">
                        <Sheet session={session.clone()} />
                        if state.text.is_empty() {
                            { welcome(&session) }
                        }
                    </div>
                </main>
                { findings(&session, &state) }
                { footer(&state) }
                if state.panel.is_some() {
                    <div class="veil" onclick={move |_| let_down.send(Action::PanelDrawn(None))} />
                }
                <p class="unseen" role="status" aria-live="polite">{ &*state.announcement }</p>
            </div>
            { dialogs(&session, &state) }
            if printing {
                { check_sheet(&state) }
            }
        </>
    }
}
