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
    AbsentSource, CueStance, EntityTag, EntityType, Granularity, MomentPrecision, QuantityType, QuoteType,
    RejectReason, Relation, Role, SourceFormat, Stage, TimeModifier, TimeResolution, TimeType, Upos,
    ValueModifier,
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
    TimeRow::TABLE,
    QuantityRow::TABLE,
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
        /// Number of its sentences.
        n_sentences: i32,
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
        /// What it names.
        r#type: EntityType,
        /// Its text.
        text: &'r str,
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
        /// Words that name the source; null where none could be told.
        source_text: Option<&'r str>,
        /// Why no source is named; null where one is.
        source_absent: Option<AbsentSource>,
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
        /// ISO 4217 code of money, `%` of a percentage, UCUM code of a measure or an age; null where it counts things.
        unit: Option<&'r str>,
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
