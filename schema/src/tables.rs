//! Every table and every column of the dataset.
//!
//! Answers for: names, types, nullability, units and meanings; the Arrow schema, the CSV header, the codebook
//! and the JSON Schema are made from these. A table or a column that nothing fills yet is absent.
//!
//! Shared conventions: spans are half-open; `_char` counts Unicode code points of the document text (what
//! Python slices), `_byte` its UTF-8 bytes (what Rust slices). An annotation's key is its document's key, a
//! colon, a letter for its kind and its place in the document from 0.

use std::borrow::Cow;

use crate::labels::{
    AbsentSource, Assertion, CameoRoot, ClaimMeasure, ClaimRelation, ClaimScope, CueClass, CueStance,
    EntityTag, EntityType, EventMode, EventStatus, EventType, EvidenceClass, Factuality, Granularity,
    Measure, MomentPrecision, Party, QuantityType, QuoteType, RejectReason, Relation, ReuseDifference,
    ReuseType, Role, SourceFormat, SourceRole, Stage, TimeModifier, TimeResolution, TimeType,
    UnresolvedSource, Upos, ValueModifier,
};
use crate::table::{Row, Table, table};
use crate::{Date, Timestamp};

/// Every table, in the order in which the data card lists them.
pub const ALL: &[Table] = &[
    DocumentRow::TABLE,
    SentenceRow::TABLE,
    TokenRow::TABLE,
    EntityRow::TABLE,
    AttributionRow::TABLE,
    ContentRow::TABLE,
    EvidenceRow::TABLE,
    TimeRow::TABLE,
    QuantityRow::TABLE,
    EventRow::TABLE,
    StoryRow::TABLE,
    ClaimRow::TABLE,
    SummaryRow::TABLE,
    ReuseRow::TABLE,
    RejectRow::TABLE,
];

/// The tables that a run writes only when asked to.
pub const ON_REQUEST: &[&str] = &[TokenRow::TABLE.name];

table! {
    /// An article that became a document.
    DocumentRow = "documents" {
        /// Key: 128 bits of BLAKE3 over the source's bytes and its locator, as 32 hexadecimal digits.
        document_id: Cow<'r, str>,
        /// Path of the source file, from the name of the input folder it was found in.
        source_path: &'r str,
        /// Place of the record in the source file, from 0; null where the file is the article.
        source_record: Option<i64>,
        /// Format of the source.
        source_format: SourceFormat,
        /// SHA-256 of the source's bytes (the file's, or the record's) as hexadecimal digits.
        source_sha256: Cow<'r, str>,
        /// Address the article was published at; null where the source states none.
        url: Option<&'r str>,
        /// Outlet that published it, as the source names it, else the host of its address; null where neither is stated.
        outlet: Option<&'r str>,
        /// Headline the source states, else the first sentence with the role `headline`; null where there is none.
        headline: Option<&'r str>,
        /// Authors as printed; null where the source states none.
        byline: Option<&'r str>,
        /// When it was published, in UTC; null where the source states no time that could be read.
        published_at: Option<Timestamp>,
        /// What of the published time the source states; null with it.
        published_precision: Option<MomentPrecision>,
        /// When it was last changed, in UTC; null where the source states no time that could be read.
        modified_at: Option<Timestamp>,
        /// What of the modified time the source states; null with it.
        modified_precision: Option<MomentPrecision>,
        /// Section of the outlet it stands in; null where the source states none.
        section: Option<&'r str>,
        /// Language of most of its body, a BCP 47 tag; `und` where it cannot be told.
        language: &'r str,
        /// Character encoding of the source, as the WHATWG Encoding Standard names it.
        encoding: &'r str,
        /// The document text, into which every span points; paragraphs stand on lines of their own.
        text: &'r str,
        /// News agency that it says it is from; null where it names none.
        wire_agency: Option<&'r str>,
        /// Key of its story.
        story_id: Cow<'r, str>,
        /// Number of its sentences.
        n_sentences: i32,
        /// Everyone killed in the article's main event, attackers too, as the article tells it; the least where it gives a bound; null where it tells of none.
        killed: Option<i32>,
        /// Everyone injured in that event who is not dead, attackers too, as the article tells it; the least where it gives a bound; null where it tells of none.
        injured: Option<i32>,
    }
}

table! {
    /// A sentence, or a line that is none, of a document.
    SentenceRow = "sentences" {
        /// Key: the document's key, a colon and the sentence's index.
        sentence_id: Cow<'r, str>,
        /// Key of its document.
        document_id: &'r str,
        /// Place in the document, from 0.
        sentence_index: i32,
        /// Place of its paragraph (any block: a heading or a caption too) in the document, from 0.
        paragraph_index: i32,
        /// What it is on the page.
        role: Role,
        /// Its text, the slice of the document text.
        text: &'r str,
        /// Its language, a BCP 47 tag; `und` where it is too short to tell.
        language: &'r str,
        /// How sure that language is, from 0 to 1; 0 for `und`.
        language_confidence: f32,
        /// Number of its tokens.
        n_tokens: i32,
        /// Who asserts it.
        assertion: Assertion,
        /// Who that source is: the name of its entity, else the words that name it; null where the author asserts it or no source could be told.
        asserted_by: Option<&'r str>,
        /// Key of the attribution whose content holds its main predicate; null where the author asserts it.
        attribution_id: Option<Cow<'r, str>>,
        /// How certain its main predicate is by the author, in FactBank's values; what a source asserts is `Uu` unless the author takes sides.
        factuality: Factuality,
        /// What makes the main predicate uncertain or negates it; null where nothing does.
        hedge_class: Option<EvidenceClass>,
        /// Whether it is a question.
        is_question: bool,
        /// Key of its document's story.
        story_id: Cow<'r, str>,
        /// Key of its reuse cluster; null where it stands in none.
        reuse_cluster_id: Option<Cow<'r, str>>,
        /// How it stands to the others of the cluster; null with it.
        reuse_type: Option<ReuseType>,
        /// Number of outlets that print it; 1 where it stands in no cluster.
        n_outlets: i32,
        /// Number of those that had it by themselves: copies of one agency's or outlet's text count once.
        n_independent_origins: i32,
        /// First code point in the document text.
        start_char: i32,
        /// One past the last code point in the document text.
        end_char: i32,
        /// First byte in the document text.
        start_byte: i32,
        /// One past the last byte in the document text.
        end_byte: i32,
        /// First byte in the source file, after decompression; null where the extraction cannot prove it.
        source_start_byte: Option<i64>,
        /// One past the last byte in the source file, after decompression; null where the extraction cannot prove it.
        source_end_byte: Option<i64>,
    }
}

table! {
    /// A word or a mark of a sentence.
    TokenRow = "tokens" {
        /// Key of its sentence.
        sentence_id: Cow<'r, str>,
        /// Key of its document.
        document_id: &'r str,
        /// Place in the sentence, from 1 as in CoNLL-U.
        token_index: i32,
        /// Its text.
        form: &'r str,
        /// Its dictionary form; null where its sentence is not read: in another language than English, or markup.
        lemma: Option<&'r str>,
        /// Its part of speech (Universal Dependencies); null where its sentence is not read.
        upos: Option<Upos>,
        /// Index of its head in the sentence, from 1; 0 for the head of the sentence; null where its sentence is not read.
        head: Option<i32>,
        /// Its relation to its head (Universal Dependencies); null where its sentence is not read.
        deprel: Option<Relation>,
        /// Its part in a name (IOB2), which the table `entities` holds; null where its sentence is not read.
        entity: Option<EntityTag>,
        /// Whether white space, or the sentence's end, follows.
        space_after: bool,
        /// First code point in the document text.
        start_char: i32,
        /// One past the last code point in the document text.
        end_char: i32,
        /// First byte in the document text.
        start_byte: i32,
        /// One past the last byte in the document text.
        end_byte: i32,
    }
}

table! {
    /// A name in the text: a mention of a person, a place, an organisation or something else.
    EntityRow = "entities" {
        /// Key, with the letter `m`.
        mention_id: Cow<'r, str>,
        /// Key of its document.
        document_id: &'r str,
        /// Key of its sentence.
        sentence_id: Cow<'r, str>,
        /// Key of what it names, with the letter `e` and the key of the first document that names it; shared by all mentions of one thing.
        entity_id: Cow<'r, str>,
        /// What it names.
        r#type: EntityType,
        /// Its text.
        text: &'r str,
        /// The most frequent full name of what it names.
        name: &'r str,
        /// How sure that is, from 0 to 1: the probability of its words and type.
        confidence: f32,
        /// First code point in the document text.
        start_char: i32,
        /// One past the last code point in the document text.
        end_char: i32,
        /// First byte in the document text.
        start_byte: i32,
        /// One past the last byte in the document text.
        end_byte: i32,
    }
}

table! {
    /// Who says what: a source, a cue and a content.
    AttributionRow = "attributions" {
        /// Key, with the letter `a`.
        attribution_id: Cow<'r, str>,
        /// Key of its document.
        document_id: &'r str,
        /// Key of the sentence that the content starts in.
        sentence_id: Cow<'r, str>,
        /// How the content is given.
        quote_type: QuoteType,
        /// How deep it is nested: 0 where the author reports it, 1 where it stands in the content of another one, and so on.
        level: i32,
        /// Key of the innermost attribution whose content holds it; null at level 0.
        parent_id: Option<Cow<'r, str>>,
        /// Words that name the source; null where none could be told.
        source_text: Option<&'r str>,
        /// Why no source is named; null where one is.
        source_absent: Option<AbsentSource>,
        /// Key of the sentence that the source stands in; null where there is none.
        source_sentence_id: Option<Cow<'r, str>>,
        /// Who stands behind the source; null where there is none.
        source_role: Option<SourceRole>,
        /// Whether the source's own words name it, rather than describe it or stand for it; null where there is none.
        source_named: Option<bool>,
        /// Key of the entity that the source stands for, as the table `entities` has it; null where it could not be told.
        source_entity_id: Option<Cow<'r, str>>,
        /// That entity's most frequent full name; null with it.
        source_name: Option<&'r str>,
        /// Why the source stands for no entity; null where it does, or where there is no source.
        source_unresolved: Option<UnresolvedSource>,
        /// First code point of the source in the document text; null where there is none.
        source_start_char: Option<i32>,
        /// One past the last code point of the source; null where there is none.
        source_end_char: Option<i32>,
        /// First byte of the source in the document text; null where there is none.
        source_start_byte: Option<i32>,
        /// One past the last byte of the source; null where there is none.
        source_end_byte: Option<i32>,
        /// Words that signal the attribution; null where the quotation stands alone.
        cue_text: Option<&'r str>,
        /// Dictionary form of the cue; null where there is none.
        cue_lemma: Option<&'r str>,
        /// What the cue says that the source does with the content; null where there is none.
        cue_class: Option<CueClass>,
        /// Where the cue puts the author; null where there is none.
        cue_stance: Option<CueStance>,
        /// First code point of the cue in the document text; null where there is none.
        cue_start_char: Option<i32>,
        /// One past the last code point of the cue; null where there is none.
        cue_end_char: Option<i32>,
        /// First byte of the cue in the document text; null where there is none.
        cue_start_byte: Option<i32>,
        /// One past the last byte of the cue; null where there is none.
        cue_end_byte: Option<i32>,
        /// Key of the sentence that the cue stands in; null where there is none.
        cue_sentence_id: Option<Cow<'r, str>>,
        /// How certain the content's main predicate is by the source, in FactBank's values.
        factuality: Factuality,
        /// Number of pieces of the content, which the table `contents` holds.
        n_contents: i32,
        /// Whether a quotation is closed by its mark; false where it was left open and ends with its sentence or paragraph.
        is_closed: bool,
    }
}

table! {
    /// A piece of what an attribution says.
    ContentRow = "contents" {
        /// Key of its attribution.
        attribution_id: Cow<'r, str>,
        /// Place among the pieces, from 0.
        content_index: i32,
        /// Key of its document.
        document_id: &'r str,
        /// Key of the sentence that it starts in.
        sentence_id: Cow<'r, str>,
        /// Its text, without the quotation marks around it.
        text: &'r str,
        /// First code point in the document text.
        start_char: i32,
        /// One past the last code point in the document text.
        end_char: i32,
        /// First byte in the document text.
        start_byte: i32,
        /// One past the last byte in the document text.
        end_byte: i32,
    }
}

table! {
    /// A cue of uncertainty or negation.
    EvidenceRow = "evidence" {
        /// Key, with the letter `u`.
        evidence_id: Cow<'r, str>,
        /// Key of its document.
        document_id: &'r str,
        /// Key of its sentence.
        sentence_id: Cow<'r, str>,
        /// What it does.
        class: EvidenceClass,
        /// Its text.
        text: &'r str,
        /// Its dictionary form.
        lemma: &'r str,
        /// First code point in the document text.
        start_char: i32,
        /// One past the last code point in the document text.
        end_char: i32,
        /// First byte in the document text.
        start_byte: i32,
        /// One past the last byte in the document text.
        end_byte: i32,
        /// Words that it bears on; null where they could not be told.
        scope_text: Option<&'r str>,
        /// First code point of the scope in the document text; null with it.
        scope_start_char: Option<i32>,
        /// One past the last code point of the scope; null with it.
        scope_end_char: Option<i32>,
        /// First byte of the scope in the document text; null with it.
        scope_start_byte: Option<i32>,
        /// One past the last byte of the scope; null with it.
        scope_end_byte: Option<i32>,
    }
}

table! {
    /// A TIMEX3 expression of time.
    TimeRow = "times" {
        /// Key, with the letter `t`.
        time_id: Cow<'r, str>,
        /// Key of its document.
        document_id: &'r str,
        /// Key of its sentence.
        sentence_id: Cow<'r, str>,
        /// TIMEX3 type.
        r#type: TimeType,
        /// Its text.
        text: &'r str,
        /// TIMEX3 value: ISO 8601, with X for what is not known.
        value: &'r str,
        /// TIMEX3 modifier; null where the value is meant exactly.
        r#mod: Option<TimeModifier>,
        /// First day meant; null where the value names no days.
        start_date: Option<Date>,
        /// Last day meant; null where the value names no days.
        end_date: Option<Date>,
        /// Smallest unit stated.
        granularity: Granularity,
        /// How the value was found.
        resolution: TimeResolution,
        /// Day from which the value was resolved; null where the words state it or nothing could be resolved.
        anchor_date: Option<Date>,
        /// First code point in the document text.
        start_char: i32,
        /// One past the last code point in the document text.
        end_char: i32,
        /// First byte in the document text.
        start_byte: i32,
        /// One past the last byte in the document text.
        end_byte: i32,
    }
}

table! {
    /// A number in the text.
    QuantityRow = "quantities" {
        /// Key, with the letter `n`.
        quantity_id: Cow<'r, str>,
        /// Key of its document.
        document_id: &'r str,
        /// Key of its sentence.
        sentence_id: Cow<'r, str>,
        /// What kind of number it is.
        r#type: QuantityType,
        /// Its text, with its unit and the words that bound it.
        text: &'r str,
        /// Lowest value meant; null where nothing bounds it from below.
        value_min: Option<f64>,
        /// Highest value meant; null where nothing bounds it from above.
        value_max: Option<f64>,
        /// How the value is to be taken; null where it is meant exactly.
        r#mod: Option<ValueModifier>,
        /// ISO 4217 code of money, or `cent` or `penny` for the hundredth of a currency that is not told, `%` of a percentage, UCUM code of a measure or an age; null where it counts things or the currency is not told.
        unit: Option<&'r str>,
        /// What it counts, of what the news reports in numbers; null where it counts something else.
        measure: Option<Measure>,
        /// Words that name what it counts; null where none do.
        counted_text: Option<&'r str>,
        /// Which side those counted are on; null where that is not told, or they are no people.
        party: Option<Party>,
        /// Strongest doubt or denial in whose scope it stands; null where there is none.
        hedge_class: Option<EvidenceClass>,
        /// Key of the innermost attribution whose content holds it; null where the author says it.
        attribution_id: Option<Cow<'r, str>>,
        /// Key of the expression of time that says when it was so; null where none does.
        time_id: Option<Cow<'r, str>>,
        /// First code point in the document text.
        start_char: i32,
        /// One past the last code point in the document text.
        end_char: i32,
        /// First byte in the document text.
        start_byte: i32,
        /// One past the last byte in the document text.
        end_byte: i32,
        /// First code point of the words that name what it counts; null where none do.
        counted_start_char: Option<i32>,
        /// One past the last code point of those words; null where none do.
        counted_end_char: Option<i32>,
        /// First byte of those words in the document text; null where none do.
        counted_start_byte: Option<i32>,
        /// One past the last byte of those words; null where none do.
        counted_end_byte: Option<i32>,
    }
}

table! {
    /// A mention of an event: who did what to whom.
    EventRow = "events" {
        /// Key, with the letter `v`.
        event_id: Cow<'r, str>,
        /// Key of its document.
        document_id: &'r str,
        /// Key of its sentence.
        sentence_id: Cow<'r, str>,
        /// Type of event (PLOVER); null where it is of no type that PLOVER has.
        r#type: Option<EventType>,
        /// What it is more closely, a mode of its type (PLOVER); null where the words do not tell, or without a type.
        mode: Option<EventMode>,
        /// Root code of CAMEO that it would have there; null without a type.
        cameo_root: Option<CameoRoot>,
        /// Words that tell it, the trigger.
        text: &'r str,
        /// Dictionary form of the trigger.
        lemma: &'r str,
        /// Words that name who did it; null where that is not told.
        actor_text: Option<&'r str>,
        /// Key of the entity that those words name, as the table `entities` has it; null where they describe it, or name several.
        actor_entity_id: Option<Cow<'r, str>>,
        /// Words that name to whom it was done; null where that is not told.
        recipient_text: Option<&'r str>,
        /// Key of the entity that those words name; null where they describe it, or name several.
        recipient_entity_id: Option<Cow<'r, str>>,
        /// Name of where it happened; null where that is not told.
        place_text: Option<&'r str>,
        /// Key of that name, as the table `entities` has it; null with it.
        place_mention_id: Option<Cow<'r, str>>,
        /// Key of the expression of time that says when it happened; null where none does.
        time_id: Option<Cow<'r, str>>,
        /// How it stands to what is, by the words around it.
        status: EventStatus,
        /// Key of the innermost attribution whose content holds it; null where the author says it.
        attribution_id: Option<Cow<'r, str>>,
        /// Whether it is the main event of its sentence: that of the main clause, or of what a source asserts there.
        is_main: bool,
        /// First code point of the trigger in the document text.
        start_char: i32,
        /// One past the last code point of the trigger.
        end_char: i32,
        /// First byte of the trigger in the document text.
        start_byte: i32,
        /// One past the last byte of the trigger.
        end_byte: i32,
        /// First code point of the actor in the document text; null where there is none.
        actor_start_char: Option<i32>,
        /// One past the last code point of the actor; null where there is none.
        actor_end_char: Option<i32>,
        /// First byte of the actor in the document text; null where there is none.
        actor_start_byte: Option<i32>,
        /// One past the last byte of the actor; null where there is none.
        actor_end_byte: Option<i32>,
        /// First code point of the recipient in the document text; null where there is none.
        recipient_start_char: Option<i32>,
        /// One past the last code point of the recipient; null where there is none.
        recipient_end_char: Option<i32>,
        /// First byte of the recipient in the document text; null where there is none.
        recipient_start_byte: Option<i32>,
        /// One past the last byte of the recipient; null where there is none.
        recipient_end_byte: Option<i32>,
    }
}

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
        /// Day of the event that most of them name; null where none is named.
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

table! {
    /// An input that gave no document.
    RejectRow = "rejects" {
        /// Path of the source file, from the name of the input folder it was found in.
        source_path: &'r str,
        /// Place of the record in the source file, from 0; null where the whole file was refused.
        source_record: Option<i64>,
        /// Stage that refused it.
        stage: Stage,
        /// Why, from the closed list.
        reason: RejectReason,
        /// Why, in words: what was found and where.
        detail: &'r str,
        /// Bytes of it that were read; null where none could be.
        bytes: Option<i64>,
    }
}

#[cfg(test)]
mod tests {
    use super::ALL;
    use std::collections::BTreeSet;

    #[test]
    fn every_column_is_named_once_and_explained() {
        for table in ALL {
            let names: BTreeSet<_> = table.columns.iter().map(|column| column.name).collect();
            assert_eq!(names.len(), table.columns.len(), "{}", table.name);
            for column in table.columns {
                assert!(!column.name.contains('#'), "{}.{}", table.name, column.name);
                assert!(column.meaning.ends_with('.'), "{}.{}", table.name, column.name);
                assert!(
                    !column.nullable || column.meaning.contains("null"),
                    "{}.{}",
                    table.name,
                    column.name
                );
            }
        }
    }
}
