//! The whole page.

use yew::prelude::*;

use super::check_sheet::CheckSheet;
use super::dialogs::Dialogs;
use super::findings::Findings;
use super::footer::Footer;
use super::notices::Notices;
use super::sheet::Sheet;
use super::summary::Summary;
use super::summary_bar::SummaryBar;
use super::top_bar::TopBar;
use super::welcome::Welcome;
use crate::app::hooks::{use_session, use_window_events};
use crate::app::state::{Action, Panel};

/// The whole page.
#[component]
pub fn Page() -> Html {
    let (session, state) = use_session();
    use_window_events(&session);
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
                <TopBar session={session.clone()} state={state.clone()} />
                <SummaryBar session={session.clone()} state={state.clone()} />
                <Summary session={session.clone()} state={state.clone()} />
                <main class="desk" id="desk" aria-label="正文">
                    <Notices session={session.clone()} state={state.clone()} />
                    <div class="paper">
                        <Sheet session={session.clone()} />
                        if state.text.is_empty() {
                            <Welcome session={session.clone()} state={state.clone()} />
                        }
                    </div>
                </main>
                <Findings session={session.clone()} state={state.clone()} />
                <Footer session={session.clone()} state={state.clone()} />
                if state.panel.is_some() {
                    <div class="veil" onclick={move |_| let_down.send(Action::PanelDrawn(None))} />
                }
                <p class="unseen" role="status" aria-live="polite">{ &*state.announcement }</p>
            </div>
            <Dialogs session={session.clone()} state={state.clone()} />
            if state.printing {
                <CheckSheet {session} {state} />
            }
        </>
    }
}
