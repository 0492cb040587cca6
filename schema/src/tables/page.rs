//! The tables of what was read.
//!
//! Answers for: the documents, their sentences and words, and the inputs that gave none. The macro is
//! `crate::table`'s.

use std::borrow::Cow;

use crate::Timestamp;
use crate::labels::{
    Assertion, EntityTag, EvidenceClass, Factuality, MomentPrecision, RejectReason, Relation, ReuseType,
    Role, SourceFormat, Stage, Upos,
};
use crate::table::table;

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
        /// Headline the source states, without the name of the site behind it, else the first sentence with the role `headline`; null where there is none.
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
