//! What is seen while a run goes on.
//!
//! Answers for: a bar on a terminal, for the first pass over the bytes of the inputs and for the others over the
//! articles, with rate and time left; else a log line every few seconds.
//! Nothing here reaches the data.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use export::Tally;
use indicatif::{ProgressBar, ProgressStyle};
use ingest::Plan;

use crate::log::{LogFormat, Verbosity};

/// The time between two log lines.
const INTERVAL: Duration = Duration::from_secs(5);

/// The form of the bar in each pass.
const PARSING: &str =
    "parsing {wide_bar} {bytes}/{total_bytes} {binary_bytes_per_sec}, {msg}, {elapsed} so far, {eta} left";
const ANNOTATING: &str = "annotating {wide_bar} {pos}/{len} {per_sec}, {elapsed} so far, {eta} left";
const WRITING: &str = "writing {wide_bar} {pos}/{len} {per_sec}, {msg}, {elapsed} so far, {eta} left";

/// The progress of a run.
pub(crate) enum Progress {
    /// A bar on a terminal.
    Bar(ProgressBar),
    /// Log lines.
    Lines {
        /// Bytes of all inputs in the first pass, their number in the others.
        total: u64,
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
            tracing::info!(files = plan.files(), bytes = total_bytes, "parsing");
            return Self::Lines { total: total_bytes, last: Instant::now() };
        }
        Self::Bar(ProgressBar::new(total_bytes).with_style(style(PARSING)))
    }

    /// Shows that `bytes` of the inputs have been read and what they gave.
    pub(crate) fn parsed(&mut self, bytes: u64, inputs: u64) {
        match self {
            Self::Bar(bar) => {
                bar.set_position(bytes);
                bar.set_message(format!("{inputs} inputs"));
            }
            Self::Lines { total, last } if last.elapsed() >= INTERVAL => {
                *last = Instant::now();
                tracing::info!(percent = percent(bytes, *total), bytes, inputs, "parsing");
            }
            Self::Lines { .. } | Self::Silent => {}
        }
    }

    /// Shows that the pass over `inputs` begins that annotates them.
    pub(crate) fn annotating(&mut self, inputs: u64) {
        self.turn(inputs, ANNOTATING);
        if let Self::Lines { .. } = self {
            tracing::info!(inputs, "annotating");
        }
    }

    /// Shows that `inputs` have been annotated.
    pub(crate) fn annotated(&mut self, inputs: u64) {
        match self {
            Self::Bar(bar) => bar.set_position(inputs),
            Self::Lines { total, last } if last.elapsed() >= INTERVAL => {
                *last = Instant::now();
                tracing::info!(percent = percent(inputs, *total), inputs, "annotating");
            }
            Self::Lines { .. } | Self::Silent => {}
        }
    }

    /// Shows that `documents` are being linked.
    pub(crate) fn linking(&mut self, documents: usize) {
        if let Self::Lines { .. } = self {
            tracing::info!(documents, "linking");
        }
    }

    /// Shows that the pass over `inputs` begins that writes them.
    pub(crate) fn writing(&mut self, inputs: u64) {
        self.turn(inputs, WRITING);
        if let Self::Lines { .. } = self {
            tracing::info!(inputs, "writing");
        }
    }

    /// Turns to a pass over so many `inputs`.
    fn turn(&mut self, inputs: u64, template: &str) {
        match self {
            Self::Bar(bar) => {
                bar.finish_and_clear();
                *bar = ProgressBar::new(inputs).with_style(style(template));
            }
            Self::Lines { total, .. } => *total = inputs,
            Self::Silent => {}
        }
    }

    /// Shows that `inputs` have been gone through, and what has been written.
    pub(crate) fn written(&mut self, inputs: u64, tally: &Tally) {
        let rejects = tally.rejected();
        match self {
            Self::Bar(bar) => {
                bar.set_position(inputs);
                bar.set_message(format!("{} documents, {rejects} rejects", tally.documents));
            }
            Self::Lines { total, last } if last.elapsed() >= INTERVAL => {
                *last = Instant::now();
                let percent = percent(inputs, *total);
                tracing::info!(percent, documents = tally.documents, rejects, "writing");
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

/// The form of a bar.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("the templates are constants that parse")
}

fn percent(done: u64, total: u64) -> u64 {
    done.saturating_mul(100) / total.max(1)
}
