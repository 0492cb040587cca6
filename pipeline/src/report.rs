//! The accounting of a run.
//!
//! Answers for: what `run.json` says of the run and the summary at its end. Every input stands in it once.

use std::fs;
use std::time::Instant;

use export::Tally;
use ingest::{Plan, Skipped};
use jiff::Timestamp;
use schema::labels::Vocabulary as _;
use serde_json::{Value, json};

use crate::config::Config;
use crate::log::Verbosity;

/// The facts of a run.
pub(crate) struct Report<'r> {
    plan: &'r Plan,
    config: &'r Config,
    threads: usize,
    seconds: f64,
    finished: Timestamp,
}

impl<'r> Report<'r> {
    /// The facts of the run that started at `started` and has just ended.
    pub(crate) fn new(plan: &'r Plan, config: &'r Config, threads: usize, started: Instant) -> Self {
        Self { plan, config, threads, seconds: started.elapsed().as_secs_f64(), finished: Timestamp::now() }
    }

    /// The facts as `run.json` holds them.
    pub(crate) fn facts(&self, tally: &Tally) -> Value {
        let inputs = tally.documents + tally.rejected();
        let roles = tally.roles.iter().map(|(role, count)| (role.as_str().to_owned(), json!(count)));
        let skipped = self.plan.skipped();
        let reasons = tally.rejects.iter().map(|(reason, count)| (reason.as_str().to_owned(), json!(count)));
        json!({
            "finished_at": self.finished.to_string(),
            "seconds": self.seconds,
            "threads": self.threads,
            "peak_memory_bytes": peak_memory(),
            "files": self.plan.files(),
            "files_skipped": {
                "hidden": skipped.hidden,
                "excluded": skipped.excluded,
                "metadata": skipped.metadata,
                "repeated": skipped.repeated,
            },
            "bytes": self.plan.bytes(),
            "counts": {
                "inputs": inputs,
                "documents": tally.documents,
                "rejects": tally.rejected(),
                "rejects_by_reason": Value::Object(reasons.collect()),
                "sentences": tally.sentences,
                "sentences_by_role": Value::Object(roles.collect()),
            },
            "config": self.config,
        })
    }

    /// Prints the summary.
    pub(crate) fn print(&self, tally: &Tally, verbosity: Verbosity) {
        if verbosity == Verbosity::Quiet {
            return;
        }
        let rejected = tally.rejected();
        let inputs = tally.documents + rejected;
        let rate = |amount: f64| amount / self.seconds.max(f64::MIN_POSITIVE);
        anstream::println!(
            "{inputs} inputs in {} files = {} documents + {rejected} rejects{}",
            self.plan.files(),
            tally.documents,
            skipped(self.plan.skipped())
        );
        for (reason, count) in &tally.rejects {
            anstream::println!("  {count} rejected as `{}`", reason.as_str());
        }
        anstream::println!("{} sentences:{}", tally.sentences, roles(tally));
        anstream::println!(
            "written to `{}` in {:.1} s ({:.0} documents/s, {:.1} MB/s, {} threads)",
            self.config.run.output.display(),
            self.seconds,
            rate(tally.documents as f64),
            rate(self.plan.bytes() as f64) / 1e6,
            self.threads
        );
    }
}

/// What was passed over in the folders; nothing where nothing was.
fn skipped(skipped: Skipped) -> String {
    let counts = [
        (skipped.hidden, "hidden"),
        (skipped.excluded, "excluded"),
        (skipped.metadata, "metadata"),
        (skipped.repeated, "named twice"),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, why)| format!("{count} {why}"));
    let counts: Vec<String> = counts.collect();
    if counts.is_empty() { String::new() } else { format!(" (skipped: {})", counts.join(", ")) }
}

/// The sentences by role, most frequent first.
fn roles(tally: &Tally) -> String {
    let mut roles: Vec<_> = tally.roles.iter().collect();
    roles.sort_by_key(|(role, count)| (std::cmp::Reverse(**count), **role));
    let counts: Vec<String> =
        roles.iter().map(|(role, count)| format!(" {count} {}", role.as_str())).collect();
    counts.join(",")
}

/// The most memory that the program has held at once, in bytes; null where the system does not tell.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes << 10)
}
