//! How each input is checked: what the command line says, and the `hegui.toml` that is nearest to the input.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::{env, fs, path};

use super::input::{self, Input};
use super::{CheckArgs, Context, known_rule};
use crate::check::Options;
use crate::decoder;
use crate::files::{self, ReadError};
use crate::settings::Settings;

/// The name of a settings file.
const NAME: &str = "hegui.toml";

/// How inputs are checked. What the command line says wins over a settings file.
pub struct Setup<'a> {
    context: &'a Context,
    only: Vec<&'static str>,
    on: Vec<&'static str>,
    skip: Vec<&'static str>,
    previous: Option<String>,
    /// The file named with `--config`.
    given: Option<Arc<Settings>>,
    /// What was found for each folder.
    found: Mutex<BTreeMap<PathBuf, Result<Arc<Settings>, String>>>,
}

impl<'a> Setup<'a> {
    /// What `context` says, for `hegui fix`.
    ///
    /// # Errors
    /// What is wrong with the settings file named, and what to do.
    pub fn new(context: &'a Context) -> Result<Self, String> {
        let given = context.config.as_deref().map(read).transpose()?.map(Arc::new);
        let (only, on, skip) = Default::default();
        Ok(Self { context, only, on, skip, previous: None, given, found: Mutex::default() })
    }

    /// What `args` say, for `hegui check`.
    ///
    /// # Errors
    /// What is wrong with the settings file, a rule, or last year's report, and what to do.
    pub fn of_check(args: &'a CheckArgs) -> Result<Self, String> {
        let ids = |list: &[String]| list.iter().map(|id| Ok(known_rule(id)?.id)).collect::<Result<Vec<_>, String>>();
        Ok(Self {
            only: ids(&args.only)?,
            on: ids(&args.on)?,
            skip: ids(&args.skip)?,
            previous: args.previous.as_deref().map(input::read).transpose()?,
            ..Self::new(&args.context)?
        })
    }

    /// How `input` is checked.
    ///
    /// # Errors
    /// What is wrong with its settings file.
    pub fn options(&self, input: &Input) -> Result<Options, String> {
        let settings = match &self.given {
            Some(settings) => settings.clone(),
            None => self.nearest(input).map_err(|message| format!("{}：没有检查，设置有误\n{message}", input.name))?,
        };
        let mut options = settings.options();
        if let Some(kind) = self.context.profile {
            options.overrides.profile = kind.0;
        }
        options.overrides.year = self.context.year.or(options.overrides.year);
        options.skip.retain(|id| !self.only.contains(id) && !self.on.contains(id));
        options.skip.extend(&self.skip);
        options.on.extend(&self.on);
        options.only.clone_from(&self.only);
        options.previous.clone_from(&self.previous);
        Ok(options)
    }

    /// The settings beside `input`, else those of the nearest folder above.
    fn nearest(&self, input: &Input) -> Result<Arc<Settings>, String> {
        let folder = match &input.path {
            Some(path) => path.parent().unwrap_or(Path::new("")).to_owned(),
            None => PathBuf::new(),
        };
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.entry(folder).or_insert_with_key(|folder| search(folder).map(Arc::new)).clone()
    }
}

fn search(folder: &Path) -> Result<Settings, String> {
    let here = env::current_dir().unwrap_or_default();
    let folder = if folder.as_os_str().is_empty() { here.clone() } else { path::absolute(folder).unwrap_or(folder.to_owned()) };
    let file = folder.ancestors().map(|folder| folder.join(NAME)).find(|file| file.is_file());
    file.map_or(Ok(Settings::default()), |file| read(file.strip_prefix(&here).unwrap_or(&file)))
}

/// The settings of a file.
fn read(file: &Path) -> Result<Settings, String> {
    let name = file.display().to_string();
    let bytes = fs::read(file).map_err(|error| format!("{name}：无法读取（{error}），请检查路径和权限"))?;
    let text = match files::read(&bytes, &name, decoder::decode) {
        Ok(file) => file.text,
        // A file that sets nothing.
        Err(ReadError::Empty) => String::new(),
        Err(error) => return Err(format!("{name}：{error}")),
    };
    Settings::parse(&text).map_err(|problems| {
        let told: Vec<String> = problems.iter().map(|problem| problem.told(&name, &text)).collect();
        told.join("\n")
    })
}
