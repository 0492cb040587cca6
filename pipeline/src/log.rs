//! Log lines on standard error.
//!
//! Answers for: their form (text or JSON) and which of them are seen.

use clap::ValueEnum;
use tracing::Level;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::layer;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::registry;
use tracing_subscriber::util::SubscriberInitExt as _;

/// The form of log lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum LogFormat {
    /// One line of text.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// How much is said during a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verbosity {
    /// Errors only.
    Quiet,
    /// Progress and the accounting too.
    Normal,
}

impl Verbosity {
    /// The verbosity that `--quiet` asks for.
    pub(crate) const fn from_flag(quiet: bool) -> Self {
        if quiet { Self::Quiet } else { Self::Normal }
    }
}

/// Starts logging. Only this program's own lines are written, not those of its libraries.
pub(crate) fn start(format: LogFormat, verbosity: Verbosity) {
    let level = if verbosity == Verbosity::Quiet { Level::ERROR } else { Level::INFO };
    let ours = Targets::new().with_target(env!("CARGO_CRATE_NAME"), level);
    let lines = layer().with_target(false).with_writer(std::io::stderr);
    match format {
        LogFormat::Text => registry().with(lines.with_ansi(false).with_filter(ours)).init(),
        LogFormat::Json => registry().with(lines.json().flatten_event(true).with_filter(ours)).init(),
    }
}
