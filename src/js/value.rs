//! Values between Rust and JavaScript: data out as plain objects, a settings table in. That by hand: serde's way would bring
//! in the printing of fractions (16 kB).

use js_sys::{Array, Object};
use serde::Serialize;
use serde_wasm_bindgen::{Error, Serializer};
use wasm_bindgen::{JsCast, JsValue};

use crate::settings::Value;

/// `value` as plain objects, with `null` for what is not there.
///
/// # Errors
/// When `value` has a number that JavaScript cannot hold.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, Error> {
    let serializer = Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true);
    value.serialize(&serializer)
}

/// What `value` says; a date, a function, nothing: [`Value::Other`].
#[must_use]
pub fn of_js(value: &JsValue) -> Value {
    if let Some(text) = value.as_string() {
        return Value::Text(text);
    }
    if let Some(number) = value.as_f64() {
        return Value::Number(number);
    }
    if let Some(value) = value.as_bool() {
        return Value::Bool(value);
    }
    if Array::is_array(value) {
        return Value::List(Array::from(value).iter().map(|value| of_js(&value)).collect());
    }
    if !value.is_object() || value.is_instance_of::<js_sys::Date>() {
        return Value::Other;
    }
    let entries = Object::entries(value.unchecked_ref::<Object>());
    let entry = |entry: JsValue| {
        let pair = Array::from(&entry);
        Some((pair.get(0).as_string()?, of_js(&pair.get(1))))
    };
    Value::Table(entries.iter().filter_map(entry).collect())
}
