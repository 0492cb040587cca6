//! `evaluate`: scores the stages on public gold and writes QUALITY.md.
//!
//! Answers for: the command line, the order of the work and the exit codes. Not responsible for: what is measured
//! and how (`measure` lists it, `measures` holds a file for each), and for deciding anything about the texts: the
//! stages are called through their public entries.
//!
//! In reading order: `measure`; the measures; the arithmetic they share: `counts`, `coverage`, `accuracy`, `bootstrap`,
//! `boundaries`, `clusters`, `words`, `wording`, `edits`, `shingles`, `alignment`, `confusion`, `named`, `token_set`,
//! `dependencies`, `attributed`, `misattribution`, `overlap`, `timed`, `timex`, `triggered`; what they read: `gold`,
//! `offsets`, `publication`, `page`, `conll`, `treebank`, `discourse`, `recognized`, `coded`, `linked`, `incidents`,
//! `joined`, `subtopics`, `variants`; what becomes of them: `report`, `cases`, `marked`.

mod accuracy;
mod alignment;
mod attributed;
mod bootstrap;
mod boundaries;
mod cases;
mod clusters;
mod coded;
mod confusion;
mod conll;
mod counts;
mod coverage;
mod dependencies;
mod discourse;
mod edits;
mod gold;
mod incidents;
mod joined;
mod linked;
mod marked;
mod measure;
mod measures;
mod misattribution;
mod named;
mod offsets;
mod overlap;
mod page;
mod publication;
mod recognized;
mod report;
mod shingles;
mod subtopics;
mod timed;
mod timex;
mod token_set;
mod treebank;
mod triggered;
mod variants;
mod wording;
mod words;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Parser;
use clap::builder::PossibleValuesParser;

use crate::gold::{Gold, Missing};
use crate::measure::{ALL, Measure, Outcome};

/// Where the report goes: the root of the repository.
const REPORT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../QUALITY.md");

/// How the program is called and how it ends.
const HELP: &str = "\
Examples:
    cargo run --release -p evaluate -- ../shared/gold
        every measure; writes QUALITY.md in the root of the repository
    cargo run --release -p evaluate -- ../shared/gold --only sentences
        one measure, on the terminal
    cargo run --release -p evaluate -- ../shared/gold --only sentences,roles --errors 20
        the kinds of error of two measures, and the 20 worst cases of each

Exit codes:
    0  done
    2  a wrong option, or the gold is not there
    3  a file could not be read or written";

/// Scores Copydesk's stages on public gold and writes QUALITY.md.
#[derive(Debug, Parser)]
#[command(name = "evaluate", version, after_help = HELP)]
struct Args {
    /// The folder with the gold
    gold: PathBuf,
    /// The measures to take, separated by commas; the report then goes to the terminal [default: all]
    #[arg(long, value_name = "MEASURES", value_delimiter = ',', value_parser = names())]
    only: Vec<String>,
    /// Lists the kinds of error and the N worst cases of each measure, instead of a report
    #[arg(long, value_name = "N")]
    errors: Option<usize>,
    /// The file that the report goes to [default: QUALITY.md in the root of the repository]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(ALL.iter().map(|measure| measure.name))
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error:#}");
            ExitCode::from(if error.is::<Missing>() { 2 } else { 3 })
        }
    }
}

/// Whether the reader of the output went away, which is no error (`evaluate ... | head`).
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn run(args: &Args) -> anyhow::Result<()> {
    let gold = Gold::open(&args.gold)?;
    let chosen = ALL.iter().filter(|measure| args.chooses(measure));
    let measured = chosen.map(|measure| Ok((measure, (measure.take)(&gold)?)));
    let measured: Vec<(&Measure, Outcome)> = measured.collect::<anyhow::Result<_>>()?;
    if let Some(most) = args.errors {
        let mut out = io::stdout().lock();
        for (measure, outcome) in &measured {
            cases::write(&mut out, measure.name, &outcome.cases, most)?;
        }
    }
    args.deliver(&report::markdown(&measured))
}

impl Args {
    fn chooses(&self, measure: &Measure) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == measure.name)
    }

    /// Puts the report where it was asked for: a part of it never replaces the whole one unasked.
    fn deliver(&self, report: &str) -> anyhow::Result<()> {
        let is_whole = self.only.is_empty() && self.errors.is_none();
        let whole = is_whole.then(|| PathBuf::from(REPORT));
        if let Some(file) = self.output.clone().or(whole) {
            return fs::write(&file, report)
                .with_context(|| format!("report `{}` cannot be written", file.display()));
        }
        if self.errors.is_none() {
            io::stdout().lock().write_all(report.as_bytes())?;
        }
        Ok(())
    }
}
