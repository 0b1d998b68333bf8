//! The desk's side of the browser (`www/desk/desk.js`): workers, dropped folders, IndexedDB.

use std::rc::Rc;

use js_sys::{Array, Function, Uint8Array, Uint32Array};
use serde::Deserialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DataTransfer, File, HtmlInputElement};

use super::work::Reading;
use crate::app::desk::export::Part;
use crate::app::desk::packed::unpack;
use crate::app::desk::{Outcome, Pair, Submission};
use crate::js::value::to_js;
use crate::settings::{Settings, to_toml};

#[wasm_bindgen(module = "/www/gen/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = Pool)]
    type RawPool;
    #[wasm_bindgen(constructor, js_class = "Pool")]
    fn new(done: &Function) -> RawPool;
    #[wasm_bindgen(method)]
    fn add(this: &RawPool, id: u32, call: &str, args: &Array);
    #[wasm_bindgen(method)]
    fn cancel(this: &RawPool);

    #[wasm_bindgen(catch)]
    async fn dropped(transfer: &DataTransfer) -> Result<JsValue, JsValue>;
    fn picked(input: &HtmlInputElement) -> Array;

    #[wasm_bindgen(catch, js_name = saveFile)]
    async fn save_file(part: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = saveArchive)]
    async fn save_archive(name: &str, count: usize, parts: &Function, told: &Function) -> Result<JsValue, JsValue>;
    fn packed(submissions: &Array) -> Blob;
    #[wasm_bindgen(js_name = savePackage)]
    fn save_pieces(name: &str, schema: &str, pieces: &Array);
    #[wasm_bindgen(catch, js_name = readPackage)]
    async fn read_package(file: &File) -> Result<JsValue, JsValue>;

    /// Lets the page draw and hear between two pieces of work.
    pub async fn rest();

    #[wasm_bindgen(catch)]
    async fn kept(after: u32, count: usize) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn keep(submissions: &Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn forget(ids: &JsValue) -> Result<JsValue, JsValue>;
}

/// A file and its name with the folders it came in.
pub struct Arrival {
    /// The file.
    pub file: File,
    /// Its name.
    pub path: String,
}

/// The files of a drop, folders opened; none where the browser refuses.
pub async fn arrivals_dropped(transfer: DataTransfer) -> Vec<Arrival> {
    let files = dropped(&transfer).await.unwrap_or_else(|_| Array::new().into());
    arrivals(&files.unchecked_into())
}

/// The files chosen in `input`.
#[must_use]
pub fn arrivals_picked(input: &HtmlInputElement) -> Vec<Arrival> {
    arrivals(&picked(input))
}

fn arrivals(files: &Array) -> Vec<Arrival> {
    let read =
        |entry: JsValue| Some(Arrival { file: field(&entry, "file").dyn_into().ok()?, path: field(&entry, "path").as_string()? });
    files.iter().filter_map(read).collect()
}

/// Workers that read, check and compare files.
pub struct Pool {
    raw: RawPool,
    _told: Closure<dyn FnMut(u32, JsValue, JsValue)>,
}

/// Submissions that are handed over, kept or compared without a rest: a few milliseconds' worth.
pub const AT_ONCE: usize = 25;

/// From this number on jobs are comparisons, below it files.
const COMPARISONS: u32 = 1 << 30;

impl Pool {
    /// A pool that tells `read` what became of each file (its number, what became of it, its text), and `compared` the pairs
    /// that a comparison found, with the number it was asked under.
    #[must_use]
    pub fn new(read: impl Fn(u32, Outcome, Rc<str>) + 'static, compared: impl Fn(u32, Vec<Pair>) + 'static) -> Self {
        let told = Closure::new(move |id: u32, value: JsValue, error: JsValue| {
            if let Some(asked) = id.checked_sub(COMPARISONS) {
                let words = value.dyn_into::<Uint32Array>().map(|words| words.to_vec()).unwrap_or_default();
                return compared(asked, unpack(&words));
            }
            let reading = error.as_string().map_or_else(|| from_js::<Reading>(value).map_err(|error| error.to_string()), Err);
            match reading {
                Ok(Reading { facts, text }) => read(id, Outcome::Read(facts), text.into()),
                Err(reason) => read(id, Outcome::Refused(reason), Rc::from("")),
            }
        });
        Self { raw: RawPool::new(told.as_ref().unchecked_ref()), _told: told }
    }

    /// Has files read and checked, numbered from `first` on.
    pub fn read(&self, first: u32, arrivals: &[Arrival], settings: &Settings) {
        let settings = JsValue::from(to_toml(settings));
        for (id, arrival) in (first..).zip(arrivals) {
            self.raw.add(id, "readSubmission", &Array::of3(&arrival.file, &arrival.path.as_str().into(), &settings));
        }
    }

    /// Has texts compared: number, text, whether last year's.
    pub fn compare(&self, asked: u32, texts: Vec<(u32, Rc<str>, bool)>) {
        let raw: RawPool = JsValue::from(&self.raw).unchecked_into();
        spawn_local(async move {
            let (all, mut list) = (Array::new(), Vec::new());
            for some in texts.chunks(AT_ONCE) {
                for (id, text, previous) in some {
                    list.extend([*id, u32::try_from(text.len()).unwrap_or(0), u32::from(*previous)]);
                    all.push(&Uint8Array::from(text.as_bytes()));
                }
                rest().await;
            }
            // A blob is handed over without another copy; only a page without memory gets none.
            if let Ok(all) = Blob::new_with_u8_array_sequence(&all) {
                raw.add(COMPARISONS + asked, "compareSubmissions", &Array::of2(&Uint32Array::from(&list[..]), &all));
            }
        });
    }

    /// Gives up what is not done.
    pub fn cancel(&self) {
        self.raw.cancel();
    }
}

/// The submissions kept in this browser.
///
/// # Errors
/// When the browser forbids storage.
pub async fn load() -> Result<Vec<Submission>, JsValue> {
    let mut all: Vec<Submission> = Vec::new();
    let mut after = 0;
    loop {
        let some = Array::from(&kept(after, AT_ONCE).await?);
        let Some(last) = some.iter().last() else { return Ok(all) };
        after = field(&last, "id").as_f64().map_or(u32::MAX, |id| id as u32);
        all.extend(some.iter().filter_map(|submission| from_js::<Submission>(submission).ok()));
        rest().await;
    }
}

/// Keeps `submissions`, new or changed.
///
/// # Errors
/// When the browser forbids storage or has no room.
pub async fn store(submissions: &[Rc<Submission>]) -> Result<(), JsValue> {
    keep(&records(submissions)?).await?;
    rest().await;
    Ok(())
}

fn records(submissions: &[Rc<Submission>]) -> Result<Array, JsValue> {
    Ok(submissions.iter().map(|submission| to_js(&**submission)).collect::<Result<_, _>>()?)
}

/// Forgets the submissions with the numbers `ids`; all, where there are none given.
///
/// # Errors
/// When the browser forbids storage.
pub async fn discard(ids: Option<&[u32]>) -> Result<(), JsValue> {
    let ids = ids.map_or(JsValue::NULL, |ids| ids.iter().map(|&id| JsValue::from(id)).collect::<Array>().into());
    forget(&ids).await.map(drop)
}

/// Makes a file and hands it to the user.
///
/// # Errors
/// When the file cannot be made.
pub async fn save(part: &Part) -> Result<(), JsValue> {
    save_file(&to_js(part)?).await.map(drop)
}

/// Makes the files of `count` steps, tells after each how many are done, and hands all over as the archive `name`.
///
/// # Errors
/// When a file cannot be made.
pub async fn save_all(
    name: &str,
    count: usize,
    parts: impl Fn(usize) -> Vec<Part> + 'static,
    told: impl Fn(usize) + 'static,
) -> Result<(), JsValue> {
    let parts = Closure::<dyn Fn(usize) -> JsValue>::new(move |step| to_js(&parts(step)).unwrap_or_else(|_| Array::new().into()));
    let told = Closure::<dyn Fn(usize)>::new(told);
    save_archive(name, count, parts.as_ref().unchecked_ref(), told.as_ref().unchecked_ref()).await.map(drop)
}

/// The schema of a desk that is saved as a file: its submissions with what the reviewer made of them.
const PACKAGE: &str = "hegui/desk/1";

/// Makes a file of `submissions`, to go on elsewhere, and hands it to the user.
///
/// # Errors
/// When the file cannot be made.
pub async fn save_package(submissions: &[Rc<Submission>]) -> Result<(), JsValue> {
    let pieces = Array::new();
    for some in submissions.chunks(AT_ONCE) {
        pieces.push(&packed(&records(some)?));
        rest().await;
    }
    save_pieces("审查包.json", PACKAGE, &pieces);
    Ok(())
}

/// The submissions of a desk that was saved as a file.
///
/// # Errors
/// What is wrong with the file.
pub async fn open_package(file: &File) -> Result<Vec<Submission>, &'static str> {
    const WRONG: &str = "这不是审查包，没有打开，桌上的材料没有动。审查包是用“保存审查包”存出的 .json 文件。";
    let package = read_package(file).await.map_err(|_| WRONG)?;
    if field(&package, "schema") != PACKAGE {
        return Err(WRONG);
    }
    let records: Vec<JsValue> = field(&package, "submissions").dyn_into::<Array>().map_err(|_| WRONG)?.to_vec();
    let mut all = Vec::with_capacity(records.len());
    for some in records.chunks(AT_ONCE) {
        for record in some {
            all.push(from_js(record.clone()).map_err(|_| WRONG)?);
        }
        rest().await;
    }
    Ok(all)
}

fn field(object: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn from_js<T: for<'de> Deserialize<'de>>(value: JsValue) -> Result<T, serde_wasm_bindgen::Error> {
    serde_wasm_bindgen::from_value(value)
}
