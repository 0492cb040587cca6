//! One complete output while it is written.
//!
//! Answers for: every chosen table, the data card, the data package and the run report, in one folder that
//! appears whole. Documents are written in the order in which they come.

use std::path::Path;

use schema::table::{Row, Table};
use schema::tables::{
    AttributionRow, ClaimRow, ContentRow, DocumentRow, EntityRow, EventRow, EvidenceRow, QuantityRow,
    RejectRow, ReuseRow, SentenceRow, StoryRow, SummaryRow, TimeRow, TokenRow,
};
use schema::{Document, Links, Rejection};

use crate::linked::Linked;
use crate::rows::{self, Rows};
use crate::staging::Staging;
use crate::table_file::{TableFile, WrittenTable};
use crate::{Error, Options, TableChoice, Tally, card, datapackage, report};

/// One complete output while it is written.
pub struct Snapshot {
    tables: TableFiles,
    /// What links the documents.
    links: Links,
    /// How many documents were added.
    documents: usize,
    /// For each story the headline of its earliest document, once that was added.
    titles: Vec<Option<Box<str>>>,
    tally: Tally,
    /// Declared last: the folder goes only after the files in it are closed.
    staging: Staging,
}

/// The files of every table; `None` where a table was not chosen.
struct TableFiles {
    documents: Option<TableFile>,
    sentences: Option<TableFile>,
    tokens: Option<TableFile>,
    entities: Option<TableFile>,
    attributions: Option<TableFile>,
    contents: Option<TableFile>,
    evidence: Option<TableFile>,
    times: Option<TableFile>,
    quantities: Option<TableFile>,
    events: Option<TableFile>,
    stories: Option<TableFile>,
    claims: Option<TableFile>,
    summaries: Option<TableFile>,
    reuse: Option<TableFile>,
    rejects: Option<TableFile>,
}

impl Snapshot {
    /// Starts a snapshot that will replace the dataset in `folder`.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be written beside, holds files that no run wrote, or is being written by another
    /// run; where an unknown table is chosen. Nothing is changed then.
    pub fn create(folder: &Path, options: &Options) -> Result<Self, Error> {
        let choice = TableChoice::parse(&options.tables)?;
        let staging = Staging::create(folder)?;
        let open = |table: Table| {
            choice.holds(&table).then(|| TableFile::create(staging.folder(), table, options)).transpose()
        };
        let tables = TableFiles {
            documents: open(DocumentRow::TABLE)?,
            sentences: open(SentenceRow::TABLE)?,
            tokens: open(TokenRow::TABLE)?,
            entities: open(EntityRow::TABLE)?,
            attributions: open(AttributionRow::TABLE)?,
            contents: open(ContentRow::TABLE)?,
            evidence: open(EvidenceRow::TABLE)?,
            times: open(TimeRow::TABLE)?,
            quantities: open(QuantityRow::TABLE)?,
            events: open(EventRow::TABLE)?,
            stories: open(StoryRow::TABLE)?,
            claims: open(ClaimRow::TABLE)?,
            summaries: open(SummaryRow::TABLE)?,
            reuse: open(ReuseRow::TABLE)?,
            rejects: open(RejectRow::TABLE)?,
        };
        let (links, titles) = (Links::default(), Vec::new());
        Ok(Self { tables, links, documents: 0, titles, tally: Tally::default(), staging })
    }

    /// Says what links the documents that will be added, in their order, and adds the rows of that, but for the
    /// stories' titles, which the documents bring.
    ///
    /// # Errors
    ///
    /// Where a file cannot be written.
    pub fn link(&mut self, links: Links) -> Result<(), Error> {
        let linked = Linked::new(&links);
        push_all(&mut self.tables.claims, || linked.claims())?;
        push_all(&mut self.tables.summaries, || linked.summaries())?;
        push_all(&mut self.tables.reuse, || linked.reuse())?;
        self.titles = vec![None; links.stories.len()];
        self.links = links;
        Ok(())
    }

    /// Adds the rows of `document`.
    ///
    /// # Errors
    ///
    /// Where a file cannot be written.
    pub fn add(&mut self, document: &Document) -> Result<(), Error> {
        let place = self.documents;
        self.documents += 1;
        let rows = Rows::new(document, &self.links, place);
        let opens = self.links.documents.get(place).map(|own| own.story);
        if let Some(story) =
            opens.filter(|&story| self.links.stories[story].documents.first() == Some(&place))
        {
            self.titles[story] = rows.headline().map(Into::into);
        }
        let tables = &mut self.tables;
        push_all(&mut tables.documents, || std::iter::once(rows.document()))?;
        push_all(&mut tables.sentences, || rows.sentences())?;
        push_all(&mut tables.tokens, || rows.tokens())?;
        push_all(&mut tables.entities, || rows.entities())?;
        push_all(&mut tables.attributions, || rows.attributions())?;
        push_all(&mut tables.contents, || rows.contents())?;
        push_all(&mut tables.evidence, || rows.evidence())?;
        push_all(&mut tables.times, || rows.times())?;
        push_all(&mut tables.quantities, || rows.quantities())?;
        push_all(&mut tables.events, || rows.events())?;
        self.tally.add(document);
        Ok(())
    }

    /// Adds the row of `rejection`.
    ///
    /// # Errors
    ///
    /// Where a file cannot be written.
    pub fn reject(&mut self, rejection: &Rejection) -> Result<(), Error> {
        push_all(&mut self.tables.rejects, || std::iter::once(rows::reject(rejection)))?;
        self.tally.reject(rejection);
        Ok(())
    }

    /// The hidden folder in which the snapshot grows; it goes when the run fails. What a run leaves in it becomes part
    /// of the dataset.
    pub fn folder(&self) -> &Path {
        self.staging.folder()
    }

    /// What has been added so far.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Writes the card, the data package and the report of `run`, and moves the folder into place.
    ///
    /// # Errors
    ///
    /// Where a file cannot be written or the folder cannot be moved; the old dataset then stays.
    pub fn finish(mut self, run: &serde_json::Value) -> Result<Tally, Error> {
        let linked = Linked::new(&self.links);
        push_all(&mut self.tables.stories, || linked.stories(&self.titles))?;
        let tables = self.tables.finish()?;
        let folder = self.staging.folder();
        card::write(folder, &self.tally, &tables)?;
        datapackage::write(folder, &tables)?;
        report::write(folder, run, &tables)?;
        self.staging.commit()?;
        Ok(self.tally)
    }
}

impl TableFiles {
    /// Finishes every table, in the order of the definitions.
    fn finish(self) -> Result<Vec<WrittenTable>, Error> {
        let files = [
            self.documents,
            self.sentences,
            self.tokens,
            self.entities,
            self.attributions,
            self.contents,
            self.evidence,
            self.times,
            self.quantities,
            self.events,
            self.stories,
            self.claims,
            self.summaries,
            self.reuse,
            self.rejects,
        ];
        files.into_iter().flatten().map(TableFile::finish).collect()
    }
}

/// Adds the rows that `rows` gives to a chosen table.
fn push_all<R: Row, I: Iterator<Item = R>>(
    file: &mut Option<TableFile>,
    rows: impl FnOnce() -> I,
) -> Result<(), Error> {
    match file {
        Some(file) => rows().try_for_each(|row| file.push(&row)),
        None => Ok(()),
    }
}
