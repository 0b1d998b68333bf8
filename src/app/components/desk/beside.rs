//! Two submissions side by side, what they share marked.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::desk::likeness::{Pair, Stretch, stretches};
use crate::app::desk::{Action, Desk, Submission};
use crate::app::hooks::{Sitting, use_modal};
use crate::app::interop::browser;

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The sitting.
    pub sitting: Sitting,
    /// The desk.
    pub desk: Rc<Desk>,
    /// The numbers of the two.
    pub ids: [u32; 2],
}

/// Two submissions side by side, over the desk.
#[component]
pub fn Beside(props: &Props) -> Html {
    let node = use_modal();
    let Props { sitting, desk, ids } = props;
    let pair = desk.likeness.as_ref().and_then(|likeness| likeness.pair(*ids));
    let (Some(pair), Some(a), Some(b)) = (pair, desk.submission(ids[0]), desk.submission(ids[1])) else {
        return Html::default();
    };
    let close = || {
        let sitting = sitting.clone();
        move || sitting.send(Action::LaidBeside(None))
    };
    let (closed, pressed) = (close(), close());
    html! {
        <dialog ref={node} class="dialog beside" aria-labelledby="beside-title" onclose={move |_| closed()}>
            <div class="dialog-body">
                <header>
                    <h2 id="beside-title">{ format!("相同的文字占较短一份的 {}%，共 {} 段", pair.percent, pair.passages.len()) }</h2>
                    <button type="button" class="close" aria-label="关闭" onclick={move |_| pressed()}>{ "✕" }</button>
                </header>
                <p class="hint">{ "标出的是两份都有的段落，固定表述、标题和法规名称不算；划线处是改过的字。点一段，另一份转到同一段。" }</p>
                <div class="two">{ side(a, pair, 0) }{ side(b, pair, 1) }</div>
            </div>
        </dialog>
    }
}

fn side(submission: &Submission, pair: &Pair, side: usize) -> Html {
    let name = submission.dated_name();
    html! {
        <article class="side" lang="zh-CN" tabindex="0" aria-label={name.clone()}>
            <h3>{ name }<small>{ submission.file.clone() }</small></h3>
            <div class="text">{ for stretches(&submission.text, pair, side).into_iter().map(|stretch| marked(stretch, side)) }</div>
        </article>
    }
}

fn marked(stretch: Stretch, side: usize) -> Html {
    let Some(passage) = stretch.passage else { return html! { { stretch.text } } };
    let across =
        move |_: MouseEvent| browser::reveal(&format!(".beside .side:nth-child({}) [data-passage='{passage}']", 2 - side));
    let changed = stretch.changed.then_some("true");
    html! { <mark data-passage={passage.to_string()} data-changed={changed} onclick={across}>{ stretch.text }</mark> }
}
