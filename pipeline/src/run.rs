//! The whole run.
//!
//! Answers for: its two passes, batches, threads and the order of the output. The first pass parses every source once,
//! sets the articles aside and learns which lines recur over the articles of an outlet; the second annotates them.
//! While all threads work on one batch, one of them writes the batch before and reads the batch after; documents keep
//! the order in which their sources were read, so the number of threads cannot be seen in the output. This is the
//! only place with parallelism.

use std::collections::BTreeSet;
use std::time::Instant;

use anyhow::Context as _;
use export::Snapshot;
use ingest::{Reader, Source};
use rayon::prelude::*;
use schema::labels::{RejectReason, Stage};
use schema::{Article, Document, DocumentId, Rejection};
use segment::{Fingerprint, Recurring, Sieve};

use crate::args::RunArgs;
use crate::config::Config;
use crate::exit::Exit;
use crate::interrupt::Interrupt;
use crate::progress::Progress;
use crate::report::Report;
use crate::spill::{Packed, Spill, Spilled};
use crate::{document, log};

/// What became of a source in the first pass, and in the second.
type Parsed = Result<Article, Rejection>;
type Annotated = Result<Document, Rejection>;

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
    let mut run = Run { config: &config, snapshot, seen: BTreeSet::new(), progress, interrupt };
    pool.install(|| {
        let (articles, recurring) = run.parse(reader)?;
        run.annotate(articles, &recurring)
    })?;
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
    snapshot: Snapshot,
    /// The keys of the documents so far.
    seen: BTreeSet<DocumentId>,
    progress: Progress,
    interrupt: Interrupt,
}

impl Run<'_> {
    /// The first pass: every source parsed, and the lines that recur over the articles.
    fn parse(&mut self, mut reader: Reader) -> anyhow::Result<(Spilled<Parsed>, Recurring)> {
        let mut articles = Spill::create(self.snapshot.folder())?;
        let mut fingerprints = Spill::create(self.snapshot.folder())?;
        let mut sieve = Sieve::default();
        let options = &self.config.ingest;
        let parse = |source| {
            let parsed = Result::and_then(source, |source: Source| ingest::parse(&source, options));
            let fingerprint = parsed.as_ref().ok().and_then(Fingerprint::of);
            (Packed::new(&parsed), fingerprint)
        };
        let interrupt = self.interrupt.clone();
        pump(&interrupt, parse, |parsed| {
            for (article, fingerprint) in parsed {
                articles.push(&article)?;
                if let Some(fingerprint) = fingerprint {
                    sieve.add(&fingerprint);
                    fingerprints.push(&Packed::new(&fingerprint))?;
                }
            }
            self.progress.parsed(reader.bytes_read(), articles.values());
            self.fill(size, || Ok(reader.next()))
        })?;
        Ok((articles.read()?, self.recurring(sieve, fingerprints.read()?)?))
    }

    /// The lines that recur: those that `sieve` let through, counted.
    fn recurring(&self, sieve: Sieve, mut fingerprints: Spilled<Fingerprint>) -> anyhow::Result<Recurring> {
        let mut census = sieve.census();
        while let Some(fingerprint) = fingerprints.next()? {
            self.interrupt.check()?;
            census.add(&fingerprint.open()?);
        }
        Ok(census.recurring())
    }

    /// The second pass: every article annotated and written.
    fn annotate(&mut self, mut articles: Spilled<Parsed>, recurring: &Recurring) -> anyhow::Result<()> {
        let options = &self.config.annotate;
        let annotate = |parsed: Packed<Parsed>| {
            Ok(parsed.open()?.map(|article| document::from_article(article, recurring, options)))
        };
        self.progress.turn(articles.values());
        let interrupt = self.interrupt.clone();
        pump(&interrupt, annotate, |annotated: Vec<anyhow::Result<Annotated>>| {
            for outcome in annotated {
                self.write(&outcome?)?;
            }
            self.progress.written(articles.read(), self.snapshot.tally());
            self.fill(Packed::len, || articles.next())
        })
    }

    /// The next values, as many as may be in memory at once; none at the end.
    fn fill<T>(
        &self,
        len: impl Fn(&T) -> usize,
        mut next: impl FnMut() -> anyhow::Result<Option<T>>,
    ) -> anyhow::Result<Vec<T>> {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < self.config.run.batch_sources && bytes < self.config.run.batch_bytes {
            let Some(value) = next()? else { break };
            bytes += len(&value);
            batch.push(value);
        }
        Ok(batch)
    }

    /// Writes what became of a source.
    fn write(&mut self, outcome: &Annotated) -> Result<(), export::Error> {
        match outcome {
            Ok(document) if self.seen.insert(document.article.id) => self.snapshot.add(document),
            Ok(document) => self.snapshot.reject(&duplicate(document)),
            Err(rejection) => self.snapshot.reject(rejection),
        }
    }
}

/// The bytes of a source; 0 where it could not be read.
fn size(source: &Result<Source, Rejection>) -> usize {
    source.as_ref().map_or(0, Source::len)
}

/// Moves values batch by batch through `work`, in all threads. Meanwhile one of them hands `turn` the results of the
/// batch before, in their order, for the batch after; none ends it.
fn pump<T: Send, U: Send>(
    interrupt: &Interrupt,
    work: impl Fn(T) -> U + Sync,
    mut turn: impl FnMut(Vec<U>) -> anyhow::Result<Vec<T>> + Send,
) -> anyhow::Result<()> {
    let mut batch = turn(Vec::new())?;
    let mut results = Vec::new();
    while !(batch.is_empty() && results.is_empty()) {
        interrupt.check()?;
        let (next, worked) = rayon::join(|| turn(results), || batch.into_par_iter().map(&work).collect());
        batch = next?;
        results = worked;
    }
    Ok(())
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
