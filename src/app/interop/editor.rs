//! The editor of `www/editor/editor.js`.

use js_sys::{Array, Object, Reflect, Uint32Array};
use serde::Serialize;
use wasm_bindgen::closure::{Closure, IntoWasmClosure, WasmClosure};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::{Element, FileList};

use crate::app::inspection::Inspection;
use crate::app::opening::LONGEST_TEXT;
use crate::document::Part;
use crate::js::value::to_js;
use crate::report::{EditReport, FindingReport};
use crate::rules;
use crate::text::sort_by_number;

#[wasm_bindgen(module = "/www/gen/editor.js")]
extern "C" {
    #[wasm_bindgen(js_name = Editor)]
    type Raw;
    #[wasm_bindgen(constructor, js_class = "Editor")]
    fn new(parent: &Element, handlers: &Object, limit: u32) -> Raw;
    #[wasm_bindgen(method)]
    fn text(this: &Raw) -> String;
    #[wasm_bindgen(method)]
    fn caret(this: &Raw) -> u32;
    #[wasm_bindgen(method)]
    fn composing(this: &Raw) -> bool;
    #[wasm_bindgen(method)]
    fn start(this: &Raw, text: &str);
    #[wasm_bindgen(method)]
    fn replace(this: &Raw, text: &str);
    #[wasm_bindgen(method)]
    fn edit(this: &Raw, ranges: &Uint32Array, texts: &Array);
    #[wasm_bindgen(method)]
    fn show(this: &Raw, data: &JsValue);
    #[wasm_bindgen(method)]
    fn reveal(this: &Raw, from: u32, to: u32, card: &JsValue, focus: bool);
    #[wasm_bindgen(method)]
    fn calm(this: &Raw);
    #[wasm_bindgen(method)]
    fn focus(this: &Raw);
    #[wasm_bindgen(method)]
    fn undo(this: &Raw);
    #[wasm_bindgen(method)]
    fn lock(this: &Raw, locked: bool);
    #[wasm_bindgen(method)]
    fn destroy(this: &Raw);
}

/// What the editor tells.
pub trait Listener: Clone + 'static {
    /// The text changes, never while an input method composes; the answer, if any, is shown with it.
    fn changed(&self, text: String) -> Option<SheetData>;
    /// Asks for the card of the finding at an offset.
    fn card_at(&self, at: u32) -> Option<Card>;
    /// A button of a card was used: `fix:0`, `ignore`, `mute`, `off`, `why`, `select`.
    fn acted(&self, finding: usize, action: &str);
    /// The next finding was asked for, or the one before.
    fn stepped(&self, forward: bool);
    /// The selected finding was left.
    fn left(&self);
    /// Files were dropped on the sheet.
    fn dropped(&self, files: FileList);
    /// A text too long was refused.
    fn refused(&self);
}

/// What the card of a finding says.
#[derive(Serialize)]
pub struct Card {
    index: usize,
    from: u32,
    to: u32,
    severity: &'static str,
    label: &'static str,
    name: &'static str,
    message: String,
    basis: &'static str,
    fixes: Vec<String>,
    safe: Vec<bool>,
    judged: Option<bool>,
}

impl Card {
    /// The card of `finding`, the `index`th of its report, for its place `range`.
    #[must_use]
    pub fn new(index: usize, finding: &FindingReport, range: [u32; 2]) -> Self {
        Self {
            index,
            from: range[0],
            to: range[1],
            severity: finding.severity.id(),
            label: finding.severity.name(),
            name: rules::name(finding.rule),
            message: finding.message.clone(),
            basis: finding.basis,
            fixes: finding.fixes.iter().map(|fix| fix.title.clone()).collect(),
            safe: finding.fixes.iter().map(|fix| fix.kind == crate::diagnostic::FixKind::Safe).collect(),
            judged: None,
        }
    }

    /// The card as a reviewer sees it, who agrees with the finding or not yet.
    #[must_use]
    pub fn judged(mut self, accepted: bool) -> Self {
        self.judged = Some(accepted);
        self.fixes.clear();
        self
    }
}

/// What the sheet shows besides the text: marks, styles, and blocks where a part is missing.
pub struct SheetData(JsValue);

impl SheetData {
    /// The findings of `inspection` that are not `hidden`.
    #[must_use]
    pub fn new(inspection: &Inspection, hidden: impl Fn(usize) -> bool) -> Self {
        let findings = &inspection.report.findings;
        let mut marks: Vec<[u32; 3]> = Vec::with_capacity(findings.len());
        let mut ghosts = Vec::new();
        for (index, finding) in findings.iter().enumerate().filter(|&(index, _)| !hidden(index)) {
            let severity = finding.severity_rank();
            if let Some(part) = missing_part(finding) {
                ghosts.push(ghost(index, part, finding));
            } else if finding.occurrences.is_empty() {
                marks.push([finding.range[0], finding.range[1], severity]);
            } else {
                marks.extend(finding.occurrences.iter().map(|&[from, to]| [from, to, severity]));
            }
        }
        sort_by_number(&mut marks, |&[from, to, _]| u64::from(from) << 32 | u64::from(to));
        let styles: Vec<u32> =
            inspection.styles.iter().flat_map(|styled| [styled.range[0], styled.range[1], styled.style as u32]).collect();
        let data = Object::new();
        set(&data, "marks", &Uint32Array::from(marks.as_flattened()));
        set(&data, "styles", &Uint32Array::from(&styles[..]));
        set(&data, "ghosts", &shown(&ghosts));
        Self(data.into())
    }
}

/// A block where a part is missing.
#[derive(Serialize)]
struct Ghost {
    pos: u32,
    index: usize,
    title: String,
    note: &'static str,
    button: &'static str,
}

/// The editor; gone from the page when dropped.
pub struct Editor {
    raw: Raw,
    /// Keeps the closures that `raw` calls.
    _closures: Vec<Box<dyn std::any::Any>>,
}

impl Editor {
    /// An editor inside `parent` that tells `listener`.
    #[must_use]
    pub fn new(parent: &Element, listener: &impl Listener) -> Self {
        let handlers = Object::new();
        let mut closures: Vec<Box<dyn std::any::Any>> = Vec::new();
        let l = listener.clone();
        let changed = move |text| l.changed(text).map_or(JsValue::NULL, |data| data.0);
        handle::<dyn Fn(String) -> JsValue>(&handlers, "changed", changed, &mut closures);
        let l = listener.clone();
        let card_at = move |at| l.card_at(at).map_or(JsValue::NULL, |card| shown(&card));
        handle::<dyn Fn(u32) -> JsValue>(&handlers, "cardAt", card_at, &mut closures);
        let l = listener.clone();
        let acted = move |finding, action: String| l.acted(finding, &action);
        handle::<dyn Fn(usize, String)>(&handlers, "acted", acted, &mut closures);
        let l = listener.clone();
        handle::<dyn Fn(bool)>(&handlers, "stepped", move |forward| l.stepped(forward), &mut closures);
        let l = listener.clone();
        handle::<dyn Fn()>(&handlers, "left", move || l.left(), &mut closures);
        let l = listener.clone();
        handle::<dyn Fn(FileList)>(&handlers, "dropped", move |files| l.dropped(files), &mut closures);
        let l = listener.clone();
        handle::<dyn Fn()>(&handlers, "refused", move || l.refused(), &mut closures);
        Self { raw: Raw::new(parent, &handlers, LONGEST_TEXT as u32), _closures: closures }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> String {
        self.raw.text()
    }

    /// The caret's offset.
    #[must_use]
    pub fn caret(&self) -> u32 {
        self.raw.caret()
    }

    /// Whether an input method composes.
    #[must_use]
    pub fn composing(&self) -> bool {
        self.raw.composing()
    }

    /// Starts with a text that undo does not take back.
    pub fn start(&self, text: &str) {
        self.raw.start(text);
    }

    /// Puts a text in place of the whole, in one step that undo takes back.
    pub fn replace(&self, text: &str) {
        self.raw.replace(text);
    }

    /// Makes edits in one step that undo takes back.
    pub fn edit(&self, edits: &[EditReport]) {
        let ranges: Vec<u32> = edits.iter().flat_map(|edit| edit.range).collect();
        let texts: Array = edits.iter().map(|edit| JsValue::from_str(&edit.text)).collect();
        self.raw.edit(&Uint32Array::from(&ranges[..]), &texts);
    }

    /// Shows the findings anew, for the same text.
    pub fn show(&self, data: &SheetData) {
        self.raw.show(&data.0);
    }

    /// Brings a finding's place into view with its card; `focus` puts the caret there.
    pub fn reveal(&self, card: &Card, focus: bool) {
        self.raw.reveal(card.from, card.to, &shown(card), focus);
    }

    /// Brings a stretch into view and marks it; `focus` puts the caret there.
    pub fn point_at(&self, [from, to]: [u32; 2], focus: bool) {
        self.raw.reveal(from, to, &JsValue::NULL, focus);
    }

    /// Marks nothing and closes the card.
    pub fn calm(&self) {
        self.raw.calm();
    }

    /// Puts the caret into the text.
    pub fn focus(&self) {
        self.raw.focus();
    }

    /// Lets the text be read only, or written again.
    pub fn lock(&self, locked: bool) {
        self.raw.lock(locked);
    }

    /// Takes the last step back.
    pub fn undo(&self) {
        self.raw.undo();
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.raw.destroy();
    }
}

/// The part that `finding` says is missing.
#[must_use]
pub fn missing_part(finding: &FindingReport) -> Option<Part> {
    (finding.rule == "missing-part").then_some(finding.part).flatten()
}

fn ghost(index: usize, part: Part, finding: &FindingReport) -> Ghost {
    let number = match part {
        Part::Achievements => "一",
        Part::Shortcomings => "二",
        Part::LeaderDuties => "三",
        Part::NextYear => "四",
    };
    let note = match part {
        Part::Achievements => "规定要求报告上一年度推进法治政府建设的主要举措和成效。",
        Part::Shortcomings => "规定要求报告上一年度的不足，并说明原因。",
        Part::LeaderDuties => "规定要求报告党政主要负责人履行第一责任人职责的情况。",
        Part::NextYear => "规定要求报告下一年度推进法治政府建设的主要安排。",
    };
    let fixable = finding.fixes.iter().any(|fix| !fix.edits.is_empty());
    Ghost {
        pos: finding.range[0],
        index,
        title: format!("这里缺少第{number}部分：{}", part.name()),
        note,
        button: if fixable { "插入标题和提纲" } else { "" },
    }
}

fn shown<T: Serialize + ?Sized>(value: &T) -> JsValue {
    to_js(value).unwrap_or(JsValue::NULL)
}

/// Sets the property `name` of `handlers` to `closure`, and keeps it.
fn handle<T>(handlers: &Object, name: &str, closure: impl IntoWasmClosure<T> + 'static, kept: &mut Vec<Box<dyn std::any::Any>>)
where
    T: ?Sized + WasmClosure + 'static,
{
    let closure = Closure::<T>::new(closure);
    set(handlers, name, closure.as_ref());
    kept.push(Box::new(closure));
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // A plain object takes any property.
    let _ = Reflect::set(object, &name.into(), value);
}
