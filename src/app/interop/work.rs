//! What workers do for the desk, called by name from `www/desk/pool.js`; where there are no workers, so does the page.

use std::cell::Cell;
use std::future::poll_fn;
use std::mem::replace;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::desk::AT_ONCE;
use super::settings::parse_kept;
use crate::app::desk::likeness::{Changed, Passage};
use crate::app::desk::packed::pack;
use crate::app::desk::{Facts, Pair};
use crate::js::value::to_js;
use crate::{decoder, files, review};

/// What a worker made of a file.
#[derive(Serialize, Deserialize)]
pub struct Reading {
    /// What the table tells of it.
    pub facts: Facts,
    /// Its text.
    pub text: String,
}

/// Reads and checks a file; called in a worker. Gives the facts and the text.
///
/// # Errors
/// Why it could not be read, and what to do.
#[wasm_bindgen(js_name = readSubmission, skip_typescript)]
pub fn read_submission(bytes: &[u8], name: &str, settings: &str) -> Result<JsValue, JsValue> {
    let read = files::read(bytes, name, decoder::decode).map_err(|reason| js_sys::Error::new(&told(&reason.to_string())))?;
    let text = read.text;
    let facts = Facts::of(&text, &parse_kept(settings));
    Ok(to_js(&Reading { facts, text })?)
}

/// 文件已损坏 and 超过 64 MB alike as a sentence.
fn told(reason: &str) -> String {
    format!("这份{}{reason}", if reason.starts_with("文件") { "" } else { "文件" })
}

type Comparing = Pin<Box<dyn Future<Output = Vec<u32>>>>;

thread_local! {
    /// The comparison under way.
    static COMPARING: Cell<Option<Comparing>> = const { Cell::new(None) };
}

/// Begins to compare texts; called in a worker. [`go_on`] does it, in steps between which a page without workers can rest.
///
/// `texts` holds them one behind the other; `list` three numbers of each: its own, its bytes, and 1 where it is last year's.
#[wasm_bindgen(js_name = compareSubmissions, skip_typescript)]
pub fn compare_submissions(list: Vec<u32>, texts: Vec<u8>) {
    COMPARING.set(Some(Box::pin(compare(list, texts))));
}

/// Goes on comparing for a few milliseconds. The last step gives the pairs that share passages, packed.
#[wasm_bindgen(js_name = goOn, skip_typescript)]
#[must_use]
pub fn go_on() -> Option<Vec<u32>> {
    let mut comparing = COMPARING.take()?;
    match comparing.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(pairs) => Some(pairs),
        Poll::Pending => {
            COMPARING.set(Some(comparing));
            None
        }
    }
}

/// Ends a step.
async fn pause() {
    let mut ended = false;
    poll_fn(|_| if replace(&mut ended, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

async fn compare(list: Vec<u32>, texts: Vec<u8>) -> Vec<u32> {
    let texts = String::from_utf8_lossy(&texts);
    let ids: Vec<String> = list.chunks(3).filter_map(|one| one.first()).map(u32::to_string).collect();
    let mut at = 0;
    let mut readings = Vec::with_capacity(ids.len());
    for (one, id) in list.chunks(3).zip(&ids) {
        let &[_, bytes, previous] = one else { continue };
        let Some(text) = texts.get(at..at + bytes as usize) else { continue };
        at += bytes as usize;
        let group = if previous == 1 { review::Group::LastYear } else { review::Group::ThisYear };
        readings.push(review::Reading::new(review::Source { id, text, group }));
        if readings.len() % AT_ONCE == 0 {
            pause().await;
        }
    }
    let mut comparison = review::Comparison::new(readings);
    while (0..AT_ONCE).all(|_| comparison.step()) {
        pause().await;
    }
    let found = comparison.likeness();
    let number = |id: &String| id.parse().unwrap_or(0);
    let passage = |passage: &review::Passage| Passage {
        ranges: passage.ranges,
        changed: passage.changed.iter().map(|changed| Changed { ranges: changed.ranges }).collect(),
    };
    let pairs: Vec<Pair> = found
        .pairs
        .iter()
        .map(|pair| Pair {
            ids: [number(&pair.ids[0]), number(&pair.ids[1])],
            percent: pair.percent,
            passages: pair.passages.iter().map(passage).collect(),
        })
        .collect();
    pack(&pairs)
}
