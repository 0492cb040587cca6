//! The whole run.
//!
//! Answers for: batches, threads and the order of the output. While one batch is annotated by all threads, one
//! of them writes the batch before and reads the batch after; documents keep the order in which their sources
//! were read, so the number of threads cannot be seen in the output. This is the only place with parallelism.

use std::collections::BTreeSet;
use std::time::Instant;

use anyhow::Context as _;
use export::Snapshot;
use ingest::{Reader, Source};
use rayon::prelude::*;
use schema::labels::{RejectReason, Stage};
use schema::{Document, DocumentId, Rejection};

use crate::args::RunArgs;
use crate::config::Config;
use crate::exit::Exit;
use crate::interrupt::Interrupt;
use crate::progress::Progress;
use crate::report::Report;
use crate::{document, log};

/// What became of a source.
type Outcome = Result<Document, Rejection>;

/// Runs with the settings that `args` and the configuration file give.
pub(crate) fn command(args: &RunArgs) -> anyhow::Result<Exit> {
    let verbosity = log::Verbosity::from_flag(args.quiet);
    log::start(args.log_format, verbosity);
    let config = Config::with_flags(args)?;
    let interrupt = Interrupt::listen()?;
    let started = Instant::now();
    let plan = ingest::plan(&config.run.input, &config.ingest)?;
    let snapshot = Snapshot::create(&config.run.output, &config.export)?;
    let progress = Progress::start(&plan, args.log_format, verbosity);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(config.run.threads)
        .build()
        .context("cannot start the threads; give fewer with `--threads`")?;
    let reader = ingest::read(&plan, &config.ingest);
    let mut run = Run { config: &config, reader, snapshot, seen: BTreeSet::new(), progress, interrupt };
    pool.install(|| run.transfer())?;
    run.progress.finish();
    let report = Report::new(&plan, &config, pool.current_num_threads(), started);
    let facts = report.facts(run.snapshot.tally());
    let tally = run.snapshot.finish(&facts)?;
    report.print(&tally, verbosity);
    Ok(if tally.reject_share() > config.run.max_reject_share { Exit::Rejected } else { Exit::Done })
}

/// A run on its way.
struct Run<'r> {
    config: &'r Config,
    reader: Reader,
    snapshot: Snapshot,
    /// The keys of the documents so far: the one thing that grows with the corpus.
    seen: BTreeSet<DocumentId>,
    progress: Progress,
    interrupt: Interrupt,
}

impl Run<'_> {
    /// Moves every source from the reader to the snapshot.
    fn transfer(&mut self) -> anyhow::Result<()> {
        let options = &self.config.ingest;
        let mut batch = self.read();
        let mut outcomes: Vec<Outcome> = Vec::new();
        while !(batch.is_empty() && outcomes.is_empty()) {
            self.interrupt.check()?;
            let annotate =
                |source| Result::and_then(source, |source: Source| document::from_source(&source, options));
            let sources = std::mem::take(&mut batch);
            let (next, annotated) = rayon::join(
                || self.write(&outcomes).map(|()| self.read()),
                || sources.into_par_iter().map(annotate).collect(),
            );
            batch = next?;
            outcomes = annotated;
        }
        Ok(())
    }

    /// The next sources, as many as may be in memory at once; none at the end.
    fn read(&mut self) -> Vec<Result<Source, Rejection>> {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < self.config.run.batch_sources && bytes < self.config.run.batch_bytes {
            let Some(source) = self.reader.next() else { break };
            bytes += source.as_ref().map_or(0, Source::len);
            batch.push(source);
        }
        batch
    }

    /// Writes what became of a batch.
    fn write(&mut self, outcomes: &[Outcome]) -> Result<(), export::Error> {
        for outcome in outcomes {
            match outcome {
                Ok(document) if self.seen.insert(document.article.id) => self.snapshot.add(document)?,
                Ok(document) => self.snapshot.reject(&duplicate(document))?,
                Err(rejection) => self.snapshot.reject(rejection)?,
            }
        }
        self.progress.update(self.reader.bytes_read(), self.snapshot.tally());
        Ok(())
    }
}

/// The rejection of a document whose key was given before.
fn duplicate(document: &Document) -> Rejection {
    Rejection {
        locator: document.article.locator.clone(),
        stage: Stage::Parse,
        reason: RejectReason::Duplicate,
        detail: "the same bytes were read before under the same path and record".to_owned(),
        bytes: None,
    }
}
