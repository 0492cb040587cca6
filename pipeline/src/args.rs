//! The command line.
//!
//! Answers for: every command and flag with its help. What a flag overrides stands in `config`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::exit::{self, Usage};
use crate::log::LogFormat;

/// Raw news articles in, a sentence-level dataset out.
#[derive(Debug, Parser)]
#[command(name = "copydesk", version, args_conflicts_with_subcommands = true, after_help = exit::HELP)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{}", exit::HELP))]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

impl Args {
    /// The command line of this process. Where it asks for help or the version, that is printed and the process
    /// ends.
    pub(crate) fn read() -> Result<Self, Usage> {
        match Self::try_parse() {
            Err(error) if error.use_stderr() => Err(Usage(one_line(&error.to_string()))),
            Err(error) => error.exit(),
            Ok(args) => Ok(args),
        }
    }
}

/// What clap says of a wrong command line, in one line: the fault and its tips, without the usage.
fn one_line(page: &str) -> String {
    let lines = page.lines().map(str::trim).take_while(|line| !line.starts_with("Usage:"));
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty() && !line.starts_with("For more")).collect();
    let fault = lines.join("; ").replace(":; ", ": ");
    format!("{}; `copydesk --help` lists the options", fault.trim_start_matches("error: "))
}

/// How the program is called.
const EXAMPLES: &str = "\
Examples:
    copydesk                                    the sample corpus into output/
    copydesk run articles/ -o dataset           a folder into dataset/
    copydesk run 'dump/*.jsonl.gz' --field text=story --format parquet
    copydesk run pages.warc.gz --tables +tokens --threads 4 --log-format json
    copydesk show articles/one.html             an annotated article in the terminal
    copydesk show articles/one.html --format conllu > one.conllu
    copydesk schema sentences                   what each column means";

/// How `show` is called.
const SHOW_EXAMPLES: &str = "\
Examples:
    copydesk show articles/one.html             its sentences with what was found in each
    copydesk show dump.jsonl.gz --document 7    the eighth article of a file
    copydesk show articles/one.html --format conllu > one.conllu
        its words and trees for the tools of Universal Dependencies; a sentence that is not read, such as one in
        another language than English, has the comment `analysed = no`";

/// What can be asked for.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Turn articles into a dataset (this is what no command at all does)
    #[command(after_help = exit::HELP)]
    Run(RunArgs),
    /// Show one annotated article in the terminal
    #[command(after_help = SHOW_EXAMPLES)]
    Show(ShowArgs),
    /// Explain the tables and their columns
    Schema(SchemaArgs),
    /// Print a copydesk.toml with every setting at its default
    Config,
}

/// The flags of a run. What is not given comes from `copydesk.toml`, else from the defaults.
#[derive(Debug, Default, ClapArgs)]
pub(crate) struct RunArgs {
    /// Files, folders (read with everything below) and glob patterns [default: corpus]
    #[arg(value_name = "INPUT")]
    pub(crate) input: Vec<String>,
    /// The folder that the dataset replaces, whole, when the run is done [default: output]
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
    /// Formats of the table files, separated by commas [default: parquet,csv]
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', value_parser = ["parquet", "csv"])]
    pub(crate) format: Option<Vec<String>>,
    /// Tables: `+tokens` adds one to the default ones, names alone mean these and no others
    #[arg(long, value_name = "TABLES", value_delimiter = ',', allow_hyphen_values = true)]
    pub(crate) tables: Option<Vec<String>>,
    /// Write CSV files with the byte-order mark by which Excel knows UTF-8
    #[arg(long)]
    pub(crate) excel: bool,
    /// The field of a record that holds something, such as `text=story` or `published=when` (repeatable)
    #[arg(long = "field", value_name = "WHAT=FIELD")]
    pub(crate) fields: Vec<String>,
    /// The outlet of articles that name none
    #[arg(long)]
    pub(crate) outlet: Option<String>,
    /// The character encoding of sources that declare none, such as `windows-1254` [default: detected]
    #[arg(long)]
    pub(crate) encoding: Option<String>,
    /// Threads [default: one for each processor]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// The share of inputs, from 0 to 1, that may be rejected before the exit code is 1 [default: 1]
    #[arg(long, value_name = "SHARE")]
    pub(crate) max_reject_share: Option<f64>,
    /// The configuration file [default: copydesk.toml where there is one]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Say nothing but errors
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// The form of the log lines on standard error
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) log_format: LogFormat,
}

/// The flags of `show`.
#[derive(Debug, ClapArgs)]
pub(crate) struct ShowArgs {
    /// The file that holds the article
    #[arg(value_name = "FILE")]
    pub(crate) file: String,
    /// Which of the file's articles, from 0
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) document: usize,
    /// The form
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) format: ShowFormat,
    /// The configuration file [default: copydesk.toml where there is one]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// The form of a shown article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum ShowFormat {
    /// For reading.
    #[default]
    Text,
    /// CoNLL-U, for the tools of Universal Dependencies.
    Conllu,
}

/// The flags of `schema`.
#[derive(Debug, ClapArgs)]
pub(crate) struct SchemaArgs {
    /// The table [default: all of them]
    #[arg(value_name = "TABLE")]
    pub(crate) table: Option<String>,
    /// The form
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) format: CodebookFormat,
}

/// The form of the codebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum CodebookFormat {
    /// For reading.
    #[default]
    Text,
    /// One JSON object.
    Json,
    /// JSON Schema of the rows.
    JsonSchema,
    /// `CREATE TABLE` for `DuckDB` and `PostgreSQL`.
    Sql,
}
