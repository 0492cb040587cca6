//! What can be set, from `copydesk.toml` and from flags.
//!
//! Answers for: the defaults of the run, reading the file, and flags above the file above the defaults. The
//! options of a stage are defined in that stage.

use std::fs;
use std::io::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use export::{CsvDialect, Format};
use serde::{Deserialize, Serialize};

use crate::args::RunArgs;
use crate::exit::{Exit, Usage};

/// The file that is read where no other is named.
const FILE: &str = "copydesk.toml";

/// That file with every setting at its default.
const TEMPLATE: &str = include_str!("copydesk.toml");

/// How alike two names must be for one to be offered in place of the other.
const ALIKE: f64 = 0.7;

/// The most that `max_source_bytes` can be set to: offsets in a document are 32-bit numbers.
const MAX_SOURCE_BYTES: u64 = 1 << 30;

/// Everything that can be set.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Config {
    /// The run itself.
    pub(crate) run: RunOptions,
    /// The first stage.
    pub(crate) ingest: ingest::Options,
    /// The last stage.
    pub(crate) export: export::Options,
}

/// The settings of the run itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct RunOptions {
    /// Files, folders and glob patterns. Default: `corpus`.
    pub(crate) input: Vec<String>,
    /// The folder that the dataset replaces. Default: `output`.
    pub(crate) output: PathBuf,
    /// Threads; 0, the default, means one for each processor.
    pub(crate) threads: usize,
    /// Sources in memory at once. Default: 256.
    pub(crate) batch_sources: usize,
    /// Bytes of sources in memory at once. Default: 8 MiB.
    pub(crate) batch_bytes: usize,
    /// The share of inputs, from 0 to 1, that may be rejected before the exit code is 1. Default: 1.
    pub(crate) max_reject_share: f64,
}

impl Default for RunOptions {
    fn default() -> Self {
        Self {
            input: vec!["corpus".to_owned()],
            output: PathBuf::from("output"),
            threads: 0,
            batch_sources: 256,
            batch_bytes: 8 << 20,
            max_reject_share: 1.0,
        }
    }
}

/// Prints the file with every setting at its default.
pub(crate) fn print_default() -> anyhow::Result<Exit> {
    std::io::stdout().write_all(TEMPLATE.as_bytes())?;
    Ok(Exit::Done)
}

impl Config {
    /// The settings of the file at `path`, or of [`FILE`] where there is one.
    pub(crate) fn load(path: Option<&Path>) -> anyhow::Result<Self> {
        let path = match path {
            Some(path) => path,
            None if Path::new(FILE).exists() => Path::new(FILE),
            None => return Ok(Self::default()),
        };
        let text = fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
        toml::from_str(&text).map_err(|error| Usage(explain(path, &text, &error)).into())
    }

    /// The settings of the file with the flags above them.
    pub(crate) fn with_flags(args: &RunArgs) -> anyhow::Result<Self> {
        let mut config = Self::load(args.config.as_deref())?;
        if !args.input.is_empty() {
            config.run.input.clone_from(&args.input);
        }
        set(&mut config.run.output, args.output.clone());
        set(&mut config.run.threads, args.threads.map(usize::from));
        set(&mut config.run.max_reject_share, args.max_reject_share);
        set(&mut config.export.formats, args.format.as_deref().map(formats));
        set(&mut config.export.tables, args.tables.clone());
        if args.excel {
            config.export.csv_dialect = CsvDialect::Excel;
        }
        set(&mut config.ingest.outlet, args.outlet.clone().map(Some));
        set(&mut config.ingest.encoding, args.encoding.clone().map(Some));
        for mapping in &args.fields {
            map_field(&mut config.ingest.fields, mapping)?;
        }
        config.check()?;
        Ok(config)
    }

    /// Fails where a value is out of its range.
    fn check(&self) -> Result<(), Usage> {
        let share = self.run.max_reject_share;
        if !(0.0..=1.0).contains(&share) {
            return Err(Usage(format!("`max_reject_share` is {share}; give a number from 0 to 1")));
        }
        if self.run.batch_sources == 0 || self.run.batch_bytes == 0 {
            return Err(Usage("`batch_sources` and `batch_bytes` must be 1 or more".to_owned()));
        }
        if self.ingest.max_source_bytes > MAX_SOURCE_BYTES {
            return Err(Usage(format!("`max_source_bytes` is at most {MAX_SOURCE_BYTES} (1 GiB)")));
        }
        if self.export.formats.is_empty() {
            return Err(Usage("`formats` is empty; name `parquet`, `csv` or both".to_owned()));
        }
        Ok(())
    }
}

/// Overrides a setting where a flag is given.
fn set<T>(setting: &mut T, flag: Option<T>) {
    if let Some(value) = flag {
        *setting = value;
    }
}

/// The formats of these names, which the command line has checked.
fn formats(names: &[String]) -> Vec<Format> {
    let all = [Format::Parquet, Format::Csv];
    all.into_iter().filter(|format| names.iter().any(|name| name == format.extension())).collect()
}

/// Sets the record field that `mapping`, such as `text=story`, names.
fn map_field(fields: &mut ingest::FieldNames, mapping: &str) -> Result<(), Usage> {
    let Some((what, field)) = mapping.split_once('=') else {
        return Err(Usage(format!("`--field {mapping}` has no `=`; write it as `--field text=story`")));
    };
    let mut targets = [
        ("text", &mut fields.text),
        ("title", &mut fields.title),
        ("url", &mut fields.url),
        ("published", &mut fields.published),
        ("modified", &mut fields.modified),
        ("author", &mut fields.author),
        ("outlet", &mut fields.outlet),
        ("section", &mut fields.section),
        ("language", &mut fields.language),
    ];
    let names = targets.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    match targets.iter_mut().find(|(name, _)| *name == what) {
        Some((_, target)) => **target = Some(field.to_owned()),
        None => {
            return Err(Usage(format!("`--field {mapping}`: `{what}` is none of {}", names.join(", "))));
        }
    }
    Ok(())
}

/// What is wrong with the file, where, and how to mend it.
fn explain(path: &Path, text: &str, error: &toml::de::Error) -> String {
    let place = error.span().map_or(String::new(), |span| format!(" line {}", line_of(text, &span)));
    let message = error.message();
    let Some(unknown) = message.strip_prefix("unknown field ") else {
        return format!("`{}`{place}: {}", path.display(), message.replace('\n', " "));
    };
    // serde names the unknown field and then the known ones, all between backticks.
    let mut names = unknown.split('`').skip(1).step_by(2);
    let key = names.next().unwrap_or_default();
    let known: Vec<&str> = names.collect();
    let remedy = match nearest(key, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are: {}", known.join(", ")),
    };
    format!("`{}`{place}: unknown key `{key}`; {remedy}", path.display())
}

/// The line, from 1, on which `span` starts.
fn line_of(text: &str, span: &Range<usize>) -> usize {
    text.as_bytes().iter().take(span.start).filter(|&&byte| byte == b'\n').count() + 1
}

/// The name most like `name`, where one is alike at all.
pub(crate) fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    known
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::{Config, TEMPLATE, explain};
    use std::path::Path;

    #[test]
    fn the_template_is_the_defaults() {
        assert_eq!(toml::from_str::<Config>(TEMPLATE).unwrap(), Config::default());
    }

    #[test]
    fn every_setting_of_the_template_is_known() {
        let all: String = TEMPLATE
            .lines()
            .map(|line| if line.contains(" = ") { line.trim_start_matches("# ") } else { line })
            .fold(String::new(), |text, line| text + line + "\n");
        toml::from_str::<Config>(&all).unwrap();
        for key in ["title", "encoding", "outlet", "language"] {
            assert!(all.contains(&format!("\n{key} = ")), "{key}");
        }
    }

    #[test]
    fn an_unknown_key_is_told_with_its_line_and_the_nearest_name() {
        let text = "[run]\noutput = \"x\"\ntreads = 2\n";
        let error = toml::from_str::<Config>(text).unwrap_err();
        assert_eq!(
            explain(Path::new("copydesk.toml"), text, &error),
            "`copydesk.toml` line 3: unknown key `treads`; did you mean `threads`?"
        );
    }
}
