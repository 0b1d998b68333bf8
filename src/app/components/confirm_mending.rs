//! What all safe fixes would change, before they are made.

use std::rc::Rc;

use yew::prelude::*;

use super::modal::Modal;
use crate::app::hooks::Session;
use crate::app::mending::{Change, Mending};

/// Changes shown; the rest are counted.
const SHOWN: usize = 300;

/// What all safe fixes would change.
pub fn confirm_mending(session: &Session, mending: &Rc<Mending>) -> Html {
    let count = mending.changes.len();
    let make = {
        let (session, mending) = (session.clone(), mending.clone());
        move |_| session.mend(&mending)
    };
    html! {
        <Modal session={session.clone()} title="全部安全修改" kind="mending">
            <p>{ format!("将改正 {} 个问题，共改动 {count} 处。只改下面列出的字，其余不动；改完可以一次撤销（Ctrl+Z）。", mending.applied) }</p>
            <div class="changes" tabindex="0" role="region" aria-label="修改前后">
                <ol>{ for mending.changes.iter().take(SHOWN).map(change) }</ol>
                if count > SHOWN {
                    <p class="rest">{ format!("还有 {} 处未列出。", count - SHOWN) }</p>
                }
            </div>
            <div class="actions">
                <button type="button" class="primary" onclick={make}>{ format!("修改这 {count} 处") }</button>
            </div>
        </Modal>
    }
}

fn change(change: &Change) -> Html {
    html! {
        <li>
            <span class="line">{ format!("第 {} 行", change.line) }</span>
            <q>
                { &change.before }
                if !change.gone.is_empty() {
                    <del>{ &change.gone }</del>
                }
                if !change.new.is_empty() {
                    <ins>{ &change.new }</ins>
                }
                { &change.after }
            </q>
        </li>
    }
}
