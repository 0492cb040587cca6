//! What the fourth stage finds across documents.
//!
//! Answers for: what belongs to a story, a claim, a reuse cluster and an entity that documents share. Documents are named
//! by their places in the run, from 0; the tables turn those into ids.

use smol_str::SmolStr;

use crate::labels::{
    AttackerStatus, ClaimMeasure, ClaimRelation, ClaimScope, EntityType, EvidenceClass, Factuality, Party,
    ReuseDifference, ReuseType, SourceRole, ValueModifier,
};
use crate::{Date, DocumentId, Timestamp};

/// Everything that the documents of a run share.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Links {
    /// The keys of the documents, in their order.
    pub ids: Vec<DocumentId>,
    /// What links each document to the others, in the order of the documents.
    pub documents: Vec<DocumentLinks>,
    /// What the names of all documents stand for, in the order of their first mentions.
    pub entities: Vec<LinkedEntity>,
    /// The stories, in the order of their first documents. Every document is in one.
    pub stories: Vec<Story>,
    /// The reported values by story, measure, time, document and sentence.
    pub claims: Vec<Claim>,
    /// What they come to, by story and measure.
    pub summaries: Vec<ClaimSummary>,
    /// The reuse clusters, in the order of their origins.
    pub reuse: Vec<ReuseCluster>,
}

/// What links one document to the others.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DocumentLinks {
    /// The place of its story.
    pub story: usize,
    /// The news agency that it says it is from; `None` where it names none.
    pub wire: Option<&'static str>,
    /// For each of its entities the place among the linked ones.
    pub entities: Vec<usize>,
    /// Those of its sentences that stand in a reuse cluster, in order.
    pub sentences: Vec<ReusedSentence>,
}

/// A sentence in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentencePlace {
    /// The place of the document in the run, from 0.
    pub document: usize,
    /// The place of the sentence in the document, from 0.
    pub sentence: usize,
}

/// A sentence in a reuse cluster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReusedSentence {
    /// Its place in the document, from 0.
    pub sentence: usize,
    /// The place of the cluster.
    pub cluster: usize,
    /// How it stands to the others of the cluster.
    pub kind: ReuseType,
    /// In what a shared quotation differs from the origin's; `None` for other kinds, and where it does not.
    pub difference: Option<ReuseDifference>,
    /// The share of words that it and the origin have in common, from 0 to 1.
    pub similarity: f32,
}

/// Sentences that say one thing in one wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReuseCluster {
    /// Where it first stood: in the document published first, of several in the first of the run.
    pub origin: SentencePlace,
    /// Whether the publication times tell that; else the order of the inputs does.
    pub is_origin_dated: bool,
    /// How many sentences it has.
    pub sentences: usize,
    /// How many outlets they stand in. A document of unknown outlet counts as an outlet of its own.
    pub outlets: usize,
    /// How many of those had it by themselves: documents of one news agency, of one outlet and copies of one text count
    /// once.
    pub independent_origins: usize,
}

/// The documents that tell of one event.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Story {
    /// The places of its documents, the earliest first: by publication time, then as in the run, those without one last.
    pub documents: Vec<usize>,
    /// When the first and the last of them were published; `None` where no time is known.
    pub published: Option<(Timestamp, Timestamp)>,
    /// How many outlets they are of. A document of unknown outlet counts as an outlet of its own.
    pub outlets: usize,
    /// The place that most of them name, as a linked entity; `None` where no place is named.
    pub place: Option<usize>,
    /// The day that most of them name; `None` where none is named, only by few, or only after the first of them.
    pub day: Option<Date>,
    /// What the story is about, the linked entities that most of its documents name, most important first.
    pub entities: Vec<usize>,
}

/// What mentions in several documents stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedEntity {
    /// What it is.
    pub kind: EntityType,
    /// Its most frequent full name.
    pub name: SmolStr,
    /// The place of the first document that names it: the one published first, of those without a time the first of the run.
    pub document: usize,
    /// Its place among the entities of that document.
    pub entity: usize,
    /// How many documents name it.
    pub documents: usize,
}

/// A value reported for one measure in one story.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The place of its story.
    pub story: usize,
    /// What it is the value of.
    pub measure: ClaimMeasure,
    /// The value.
    pub value: ClaimValue,
    /// Whom a number counts; `None` where it is no number of people.
    pub scope: Option<ClaimScope>,
    /// The side that those counted are on; `None` where that is not told, or they are no people.
    pub party: Option<Party>,
    /// The place among the linked entities of the one whom it is told of: who was killed, whose age it is;
    /// `None` where that is nobody by name.
    pub about: Option<usize>,
    /// Where it is reported first in its document.
    pub place: SentencePlace,
    /// Who asserts it; `None` where the author does.
    pub asserter: Option<ClaimSource>,
    /// The outlet that reports it; `None` where it is not known.
    pub reporter: Option<SmolStr>,
    /// When its document was published; `None` where that is not known.
    pub as_of: Option<Timestamp>,
    /// How certain it is, by whoever asserts it.
    pub factuality: Factuality,
    /// The strongest doubt that bears on it; `None` where there is none.
    pub hedge: Option<EvidenceClass>,
    /// How it stands to another claim of the story and measure; `None` for the first.
    pub relation: Option<ClaimRelation>,
    /// The place of that claim.
    pub related: Option<usize>,
    /// The place of the claim whose place it takes; `None` where it takes none.
    pub supersedes: Option<usize>,
}

/// A reported value.
#[derive(Debug, Clone, PartialEq)]
pub enum ClaimValue {
    /// A number.
    Number {
        /// The lowest value meant; `None` where nothing bounds it from below.
        min: Option<f64>,
        /// The highest value meant; `None` where nothing bounds it from above.
        max: Option<f64>,
        /// How it is to be taken; `None` where it is meant exactly.
        modifier: Option<ValueModifier>,
    },
    /// What became of the attacker.
    Status(AttackerStatus),
    /// The first and the last day on which it may have been.
    Days(Date, Date),
    /// The name of a place.
    Place(SmolStr),
}

/// Who asserts a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimSource {
    /// The words that name or describe it; `None` where the attribution names nobody.
    pub text: Option<SmolStr>,
    /// The place among the linked entities of what they stand for; `None` where that is not told.
    pub entity: Option<usize>,
    /// Who stands behind them.
    pub role: SourceRole,
}

/// What the claims of one measure in one story come to.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimSummary {
    /// The place of the story.
    pub story: usize,
    /// What it is the value of.
    pub measure: ClaimMeasure,
    /// The value that the articles bear out best; of the killed and the injured everyone, attackers too.
    /// `None` where they deny what was claimed or speak of different people.
    pub consensus: Option<ClaimValue>,
    /// The lowest number claimed of all whom it counts, and not denied; `None` where none is.
    pub lowest: Option<f64>,
    /// The highest; of `at least 8` it is 8.
    pub highest: Option<f64>,
    /// How many claims there are.
    pub claims: usize,
    /// How many of the documents with one had it by themselves: those of one outlet, of one news agency, with
    /// copies of one sentence or a report by one medium count once.
    pub independent_origins: usize,
}
