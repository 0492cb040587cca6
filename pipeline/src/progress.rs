//! What is seen while a run goes on.
//!
//! Answers for: a bar with counts, bytes, rate and time left on a terminal, else a log line every few seconds.
//! Nothing here reaches the data.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use export::Tally;
use indicatif::{ProgressBar, ProgressStyle};
use ingest::Plan;

use crate::log::{LogFormat, Verbosity};

/// The time between two log lines.
const INTERVAL: Duration = Duration::from_secs(5);

/// The form of the bar.
const TEMPLATE: &str =
    "{wide_bar} {bytes}/{total_bytes} {binary_bytes_per_sec}, {msg}, {elapsed} so far, {eta} left";

/// The progress of a run.
pub(crate) enum Progress {
    /// A bar on a terminal.
    Bar(ProgressBar),
    /// Log lines.
    Lines {
        /// Bytes of all inputs.
        total_bytes: u64,
        /// When the last line was written.
        last: Instant,
    },
    /// Nothing.
    Silent,
}

impl Progress {
    /// Starts to show the progress of the run over `plan`.
    pub(crate) fn start(plan: &Plan, format: LogFormat, verbosity: Verbosity) -> Self {
        let total_bytes = plan.bytes();
        if verbosity == Verbosity::Quiet {
            return Self::Silent;
        }
        if format == LogFormat::Json || !std::io::stderr().is_terminal() {
            tracing::info!(files = plan.files(), bytes = total_bytes, "reading");
            return Self::Lines { total_bytes, last: Instant::now() };
        }
        let style = ProgressStyle::with_template(TEMPLATE).expect("the template is a constant that parses");
        Self::Bar(ProgressBar::new(total_bytes).with_style(style))
    }

    /// Shows that `bytes` of the inputs have been read and what has been written.
    pub(crate) fn update(&mut self, bytes: u64, tally: &Tally) {
        match self {
            Self::Bar(bar) => {
                bar.set_position(bytes);
                bar.set_message(format!("{} documents, {} rejects", tally.documents, tally.rejected()));
            }
            Self::Lines { total_bytes, last } if last.elapsed() >= INTERVAL => {
                *last = Instant::now();
                let percent = bytes.saturating_mul(100) / (*total_bytes).max(1);
                let rejects = tally.rejected();
                tracing::info!(percent, bytes, documents = tally.documents, rejects, "running");
            }
            Self::Lines { .. } | Self::Silent => {}
        }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}
