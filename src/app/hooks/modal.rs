//! Opens a `<dialog>` as long as its component is there.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::app::interop::browser;

/// A reference for a `<dialog>`: opened over the page when drawn, closed when gone; the focus goes back where it was.
#[hook]
pub fn use_modal() -> NodeRef {
    let node = use_node_ref();
    let dialog = node.clone();
    use_effect_with((), move |()| {
        let before = browser::focused();
        let dialog = dialog.cast::<HtmlDialogElement>();
        if let Some(dialog) = &dialog {
            // Fails only for a dialog that is open or not in the document.
            let _ = dialog.show_modal();
        }
        move || {
            if let Some(dialog) = dialog {
                dialog.close();
            }
            if let Some(before) = before {
                let _ = before.focus();
            }
        }
    });
    node
}
