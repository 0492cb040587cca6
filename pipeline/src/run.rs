//! The whole run.
//!
//! Answers for: its three passes, batches, threads and the order of the output. The first pass parses every source
//! once, sets the articles aside and learns which lines recur over the articles of an outlet; the second annotates
//! them, sets the documents aside and takes a digest of each; what the digests have in common is linked, and the third
//! pass writes the documents with it.
//! While all threads work on one batch, one of them writes the batch before and reads the batch after; documents keep
//! the order in which their sources were read, so the number of threads cannot be seen in the output. This is the
//! only place with parallelism.

use std::collections::BTreeSet;
use std::time::Instant;

use anyhow::Context as _;
use export::Snapshot;
use ingest::{Reader, Source};
use link::Digest;
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

/// A source after the second pass: what became of it, and the digest of its document.
type Digested = (Packed<Annotated>, Option<(DocumentId, Digest)>);

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
        let (documents, digests) = run.annotate(articles, &recurring)?;
        run.progress.linking(digests.len());
        run.snapshot.link(link::link(&digests))?;
        drop(digests);
        run.write(documents)
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

    /// The second pass: every article annotated, and the digests of all documents.
    fn annotate(
        &mut self,
        mut articles: Spilled<Parsed>,
        recurring: &Recurring,
    ) -> anyhow::Result<(Spilled<Annotated>, Vec<Digest>)> {
        let mut documents = Spill::create(self.snapshot.folder())?;
        let mut digests = Vec::new();
        let annotate = |parsed: Packed<Parsed>| -> anyhow::Result<Digested> {
            let annotated = parsed.open()?.map(|article| document::from_article(article, recurring));
            let digest = annotated.as_ref().ok().map(|document| (document.article.id, Digest::of(document)));
            Ok((Packed::new(&annotated), digest))
        };
        self.progress.annotating(articles.values());
        let interrupt = self.interrupt.clone();
        pump(&interrupt, annotate, |digested: Vec<anyhow::Result<Digested>>| {
            for outcome in digested {
                let (annotated, digest) = outcome?;
                documents.push(&self.once(annotated, digest, &mut digests)?)?;
            }
            self.progress.annotated(articles.read());
            self.fill(Packed::len, || articles.next())
        })?;
        Ok((documents.read()?, digests))
    }

    /// What becomes of a document: itself, with its digest put to the others, or a rejection where its key was there
    /// before.
    fn once(
        &mut self,
        annotated: Packed<Annotated>,
        digest: Option<(DocumentId, Digest)>,
        digests: &mut Vec<Digest>,
    ) -> anyhow::Result<Packed<Annotated>> {
        let Some((id, digest)) = digest else { return Ok(annotated) };
        if self.seen.insert(id) {
            digests.push(digest);
            return Ok(annotated);
        }
        let again = annotated.open()?.and_then(|document| Err(duplicate(&document)));
        Ok(Packed::new(&again))
    }

    /// The third pass: every document written with what links it.
    fn write(&mut self, mut documents: Spilled<Annotated>) -> anyhow::Result<()> {
        self.progress.writing(documents.values());
        let interrupt = self.interrupt.clone();
        let open = |packed: Packed<Annotated>| packed.open();
        pump(&interrupt, open, |annotated: Vec<anyhow::Result<Annotated>>| {
            for outcome in annotated {
                match outcome? {
                    Ok(document) => self.snapshot.add(&document)?,
                    Err(rejection) => self.snapshot.reject(&rejection)?,
                }
            }
            self.progress.written(documents.read(), self.snapshot.tally());
            self.fill(Packed::len, || documents.next())
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
