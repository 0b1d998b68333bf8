//! Which lines of a long table are near enough to be drawn.

use std::ops::Range;

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::Element;
use yew::prelude::*;

use super::printing::use_printing;
use crate::app::interop::browser;
use crate::app::view::View;

/// Lines are drawn from one multiple of this to another, so that scrolling by some draws nothing new.
const STEP: usize = 10;
/// Lines drawn beyond what is in view, on either side.
const BEYOND: usize = 10;
/// The height of a line until it was measured (www/css/review.css).
const HEIGHT: f64 = 53.0;

/// The lines to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// Their places.
    pub lines: Range<usize>,
    /// The height of one.
    pub height: f64,
}

/// The lines of the table whose body is `body` and that has `count` of them: those near the view, and all while the page prints.
#[hook]
pub fn use_lines_in_view(body: &NodeRef, count: usize) -> Lines {
    let view = use_state_eq(|| Lines { lines: 0..STEP * 4, height: HEIGHT });
    let printing = use_printing(View::Review);
    let (setter, body) = (view.setter(), body.clone());
    // Looks again after printing too.
    use_effect_with((count, printing), move |&(count, _)| {
        let look = move || {
            let all = Lines { lines: 0..count, height: HEIGHT };
            setter.set(body.cast::<Element>().map_or(all, |body| near(&body, count)));
        };
        look();
        let listeners = web_sys::window().map(|window| {
            ["scroll", "resize"].map(|name| {
                let look = look.clone();
                // What scrolls is not known here: on their way down all events of the page pass the window.
                let options = EventListenerOptions::run_in_capture_phase();
                EventListener::new_with_options(&window, name, options, move |_| look())
            })
        });
        move || drop(listeners)
    });
    if printing { Lines { lines: 0..count, height: HEIGHT } } else { (*view).clone() }
}

/// The lines of `body` near the view.
fn near(body: &Element, count: usize) -> Lines {
    let place = body.get_bounding_client_rect();
    let height = if count > 0 && place.height() > 0.0 { place.height() / count as f64 } else { HEIGHT };
    // A negative number is none.
    let above = (-place.top() / height) as usize;
    let below = ((browser::height() - place.top()) / height).ceil() as usize;
    let first = above.saturating_sub(BEYOND) / STEP * STEP;
    let end = (below + BEYOND).next_multiple_of(STEP).max(first + STEP);
    Lines { lines: first..end.min(count.max(first)), height }
}
