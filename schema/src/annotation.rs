//! What the third stage finds in sentences.
//!
//! Answers for: what belongs to each kind of annotation. Every one is grounded in a span of the document text.

use smol_str::SmolStr;

use crate::labels::{
    AbsentSource, CueStance, EntityType, Granularity, QuantityType, QuoteType, Relation, TimeModifier,
    TimeResolution, TimeType, Upos, ValueModifier,
};
use crate::{Date, Span};

/// Everything found in one article, each list in the order of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Annotations {
    /// The words and marks.
    pub tokens: Vec<Token>,
    /// The names.
    pub entities: Vec<Mention>,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// Expressions of time.
    pub times: Vec<TimeExpression>,
    /// Numbers.
    pub quantities: Vec<Quantity>,
}

/// A word or a mark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// The place of its sentence, from 0.
    pub sentence: usize,
    /// Its part of speech; `None` where its sentence is not read.
    pub upos: Option<Upos>,
    /// Its dictionary form; `None` where its sentence is not read. One of up to 23 bytes, as nearly all are,
    /// lies in the token itself.
    pub lemma: Option<SmolStr>,
    /// The place of its head in the sentence, from 1; 0 for the head of the sentence; `None` where no tree was
    /// asked for or its sentence is not read.
    pub head: Option<u32>,
    /// Its relation to its head; `None` with it.
    pub relation: Option<Relation>,
}

impl Token {
    /// The token of which nothing is known but where it stands.
    pub fn unread(span: Span, sentence: usize) -> Self {
        Self { span, sentence, ..Self::default() }
    }
}

/// A name in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention {
    /// Where it stands; from the start of a token to the end of one.
    pub span: Span,
    /// The place of its sentence, from 0.
    pub sentence: usize,
    /// What it names.
    pub kind: EntityType,
    /// How probable its words and its type are together, from 0 to 1.
    pub confidence: f32,
}

/// The words that signal an attribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// Where they stand.
    pub span: Span,
    /// Their dictionary form.
    pub lemma: &'static str,
    /// Where they put the author.
    pub stance: CueStance,
}

/// Who says what: source, cue and content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// How the content is given.
    pub quote_type: QuoteType,
    /// The place of the sentence that the content starts in, from 0.
    pub sentence: usize,
    /// The words that name the source, or why there are none.
    pub source: Result<Span, AbsentSource>,
    /// The words that signal it; `None` where the quotation stands alone.
    pub cue: Option<Cue>,
    /// What is said, in the order of the text, without the quotation marks; at least one piece.
    pub contents: Vec<Span>,
    /// Whether the last piece ends at a closing mark. A quotation left open ends with its paragraph where it is a
    /// speech of its own, else with its sentence.
    pub is_closed: bool,
}

/// A TIMEX3 expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeExpression {
    /// Where it stands.
    pub span: Span,
    /// The place of its sentence, from 0.
    pub sentence: usize,
    /// What kind of time it is.
    pub kind: TimeType,
    /// The TIMEX3 value, ISO 8601 with X for what is not known.
    pub value: String,
    /// How the value is to be taken; `None` where it is meant exactly.
    pub modifier: Option<TimeModifier>,
    /// The first and the last day meant; `None` where the value names no days.
    pub days: Option<(Date, Date)>,
    /// The smallest unit stated.
    pub granularity: Granularity,
    /// How the value was found.
    pub resolution: TimeResolution,
}

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Where it stands, unit and bounding words included.
    pub span: Span,
    /// The place of its sentence, from 0.
    pub sentence: usize,
    /// What kind of number it is.
    pub kind: QuantityType,
    /// The lowest value meant; `None` where nothing bounds it from below.
    pub value_min: Option<f64>,
    /// The highest value meant; `None` where nothing bounds it from above.
    pub value_max: Option<f64>,
    /// How the value is to be taken; `None` where it is meant exactly.
    pub modifier: Option<ValueModifier>,
    /// The unit: an ISO 4217 code for money, `%` for a percentage, a UCUM code for a measure or an
    /// age; `None` where the
    /// number counts things.
    pub unit: Option<&'static str>,
}
