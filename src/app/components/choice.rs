//! A choice that shows what is chosen, whoever chose it.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What a choice needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its id, for its label.
    pub id: &'static str,
    /// What is chosen.
    pub value: AttrValue,
    /// What can be chosen: value and name.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// Told what the user chose.
    pub chosen: Callback<String>,
}

/// A choice.
#[component]
pub fn Choice(props: &Props) -> Html {
    let node = use_node_ref();
    let select = node.clone();
    // The attribute `selected` no longer moves a select that its user has moved.
    use_effect_with((props.value.clone(), props.options.clone()), move |(value, _)| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            select.set_value(value);
        }
    });
    let chosen = props.chosen.clone();
    let changed = move |event: Event| chosen.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <select id={props.id} ref={node} onchange={changed}>
            { for props.options.iter().map(|(value, name)| html! { <option key={&**value} value={value}>{ name }</option> }) }
        </select>
    }
}
