//! The tables of what the sentences of one document say.
//!
//! Answers for: names, attributions with their contents, evidence, times, quantities and events. The macro is
//! `crate::table`'s.

use std::borrow::Cow;

use crate::Date;
use crate::labels::{
    AbsentSource, CameoRoot, CueClass, CueStance, EntityType, EventMode, EventStatus, EventType,
    EvidenceClass, Factuality, Granularity, Measure, Party, QuantityType, QuoteType, SourceRole,
    TimeModifier, TimeResolution, TimeType, UnresolvedSource, ValueModifier,
};
use crate::table::table;

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
