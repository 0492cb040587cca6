//! The tables of what documents share.
//!
//! Answers for: stories, the ledger of claims with its summaries, and reuse. The macro is `crate::table`'s.

use std::borrow::Cow;

use crate::labels::{
    ClaimMeasure, ClaimRelation, ClaimScope, EvidenceClass, Factuality, Party, ReuseDifference, ReuseType,
    SourceRole, ValueModifier,
};
use crate::table::table;
use crate::{Date, Timestamp};

table! {
    /// The articles about one event.
    StoryRow = "stories" {
        /// Key: the key of its earliest document, with the letter `s`.
        story_id: Cow<'r, str>,
        /// Headline of its earliest document; null where that has none.
        title: Option<&'r str>,
        /// When the earliest was published; null where no time is known.
        first_published_at: Option<Timestamp>,
        /// When the latest was published; null where no time is known.
        last_published_at: Option<Timestamp>,
        /// Number of its documents.
        n_documents: i32,
        /// Number of their outlets; a document of unknown outlet counts as one.
        n_outlets: i32,
        /// Place that most of them name; null where none is named.
        place: Option<&'r str>,
        /// Day of the event that most of them name; null where none is named, only by few, or only after the first of them.
        event_date: Option<Date>,
        /// Names of those whom most of its documents name, parted by `; `, most important first; null where nobody is.
        key_entities: Option<Cow<'r, str>>,
    }
}

table! {
    /// A value reported for one measure in one story.
    ClaimRow = "claims" {
        /// Key, with the letter `k`.
        claim_id: Cow<'r, str>,
        /// Key of its story.
        story_id: Cow<'r, str>,
        /// Key of the document that reports it.
        document_id: Cow<'r, str>,
        /// Key of the sentence that reports it first there.
        sentence_id: Cow<'r, str>,
        /// What it is the value of.
        measure: ClaimMeasure,
        /// Lowest number meant; null where nothing bounds it from below, or it is no number.
        value_min: Option<f64>,
        /// Highest number meant; null where nothing bounds it from above, or it is no number.
        value_max: Option<f64>,
        /// How the number is to be taken; null where it is meant exactly, or it is no number.
        r#mod: Option<ValueModifier>,
        /// The value in words where it is no number: a status, a day or the first and last day, a place; null for numbers.
        value_text: Option<Cow<'r, str>>,
        /// Whom the number counts; null where it is no number of people.
        scope: Option<ClaimScope>,
        /// Side that those counted are on; null where that is not told, or they are no people.
        party: Option<Party>,
        /// Name of the one whom it is told of; null where that is nobody by name.
        about: Option<&'r str>,
        /// Who asserts it: the name of an entity, else the words of the text; null where the author does or nobody is named.
        asserted_by: Option<&'r str>,
        /// Who stands behind that source; null where the author asserts it.
        asserted_by_role: Option<SourceRole>,
        /// Outlet that reports it; null where it is not known.
        reported_by: Option<&'r str>,
        /// When that was published; null where it is not known.
        as_of: Option<Timestamp>,
        /// How certain it is by whoever asserts it, in FactBank's values.
        factuality: Factuality,
        /// Strongest doubt that bears on it; null where none does.
        hedge_class: Option<EvidenceClass>,
        /// How it stands to another claim of the story and measure; null for the first.
        relation: Option<ClaimRelation>,
        /// Key of that claim; null with it.
        related_claim_id: Option<Cow<'r, str>>,
        /// Key of the claim whose place it takes; null where it takes none.
        supersedes: Option<Cow<'r, str>>,
    }
}

table! {
    /// What the claims of one measure in one story come to.
    SummaryRow = "claim_summaries" {
        /// Key of the story.
        story_id: Cow<'r, str>,
        /// What it is the value of.
        measure: ClaimMeasure,
        /// Lowest number of the value that the articles bear out best; null where they bear none out, or it is no number.
        consensus_min: Option<f64>,
        /// Highest number of that value; null where nothing bounds it from above, they bear none out, or it is no number.
        consensus_max: Option<f64>,
        /// That value in words where it is no number; null for numbers, and where they bear none out.
        consensus_text: Option<Cow<'r, str>>,
        /// Lowest number claimed of all whom it counts, and not denied; null where none is.
        lowest: Option<f64>,
        /// Highest; null where none is.
        highest: Option<f64>,
        /// Number of its claims.
        n_claims: i32,
        /// Number of the documents that had one by themselves: those of one outlet, of one agency or with copies of one sentence count once.
        n_independent_origins: i32,
    }
}

table! {
    /// A sentence in a reuse cluster.
    ReuseRow = "reuse" {
        /// Key of the cluster: the key of its origin's document, the letter `r` and the origin's sentence index.
        reuse_cluster_id: Cow<'r, str>,
        /// Key of the sentence.
        sentence_id: Cow<'r, str>,
        /// Key of its document.
        document_id: Cow<'r, str>,
        /// How it stands to the others of the cluster.
        reuse_type: ReuseType,
        /// In what a shared quotation differs from the origin's; null where it does not, and for other types.
        difference: Option<ReuseDifference>,
        /// Share of words that it and the origin have in common, from 0 to 1.
        similarity: f32,
        /// Key of the sentence where the words first stood.
        origin_sentence_id: Cow<'r, str>,
        /// Whether the publication times tell that origin; false where the order of the inputs does.
        is_origin_dated: bool,
    }
}
