//! What the third stage finds in sentences.
//!
//! Answers for: what belongs to each kind of annotation. Every one is grounded in a span of the document text.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::labels::{
    AbsentSource, Assertion, CameoRoot, CueClass, CueStance, EntityType, EventMode, EventStatus, EventType,
    EvidenceClass, Factuality, Granularity, Measure, Party, QuantityType, QuoteType, Relation, SourceRole,
    TimeModifier, TimeResolution, TimeType, UnresolvedSource, Upos, ValueModifier,
};
use crate::{Date, Span};

/// Everything found in one article, each list in the order of the text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Annotations {
    /// The words and marks.
    pub tokens: Vec<Token>,
    /// The names.
    pub mentions: Vec<Mention>,
    /// What the names stand for, in the order of their first mentions.
    pub entities: Vec<Entity>,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// Words of uncertainty and negation.
    pub evidence: Vec<Evidence>,
    /// Who asserts each sentence, sentence by sentence.
    pub statements: Vec<Statement>,
    /// Expressions of time.
    pub times: Vec<TimeExpression>,
    /// Numbers.
    pub quantities: Vec<Quantity>,
    /// Who did what to whom.
    pub events: Vec<Event>,
    /// The dead and injured of its main event.
    pub toll: Toll,
}

/// A word or a mark.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it stands; from the start of a token to the end of one.
    pub span: Span,
    /// The place of its sentence, from 0.
    pub sentence: usize,
    /// What it names.
    pub kind: EntityType,
    /// How probable its words and its type are together, from 0 to 1.
    pub confidence: f32,
    /// The place among the article's entities of what it names.
    pub entity: usize,
}

/// What the mentions of one thing in an article share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: EntityType,
    /// Where its fullest name stands.
    pub name: Span,
}

/// The words that signal an attribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// Where they stand.
    pub span: Span,
    /// Their dictionary form.
    pub lemma: SmolStr,
    /// What the source does with the content.
    pub class: CueClass,
    /// Where they put the author.
    pub stance: CueStance,
}

/// The words that name the source of an attribution, and whom they stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Where they stand.
    pub span: Span,
    /// Who stands behind them.
    pub role: SourceRole,
    /// The place among the article's entities of the one that they stand for, or why there is none.
    pub entity: Result<usize, UnresolvedSource>,
}

impl Source {
    /// The source at `span` of whom nothing is known yet.
    pub const fn unknown(span: Span) -> Self {
        Self { span, role: SourceRole::Other, entity: Err(UnresolvedSource::NotFound) }
    }
}

/// Who says what: source, cue and content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// How the content is given.
    pub quote_type: QuoteType,
    /// The place of the sentence that the content starts in, from 0.
    pub sentence: usize,
    /// The source, or why there is none.
    pub source: Result<Source, AbsentSource>,
    /// The words that signal it; `None` where the quotation stands alone.
    pub cue: Option<Cue>,
    /// What is said, in the order of the text, without the quotation marks; at least one piece.
    pub contents: Vec<Span>,
    /// Whether the last piece ends at a closing mark. A quotation left open ends with its paragraph where it is a
    /// speech of its own, else with its sentence.
    pub is_closed: bool,
    /// The place of the innermost attribution whose content holds this one; `None` where the author reports it.
    pub parent: Option<usize>,
    /// How certain the content's main predicate is by its source.
    pub factuality: Factuality,
}

/// A cue of uncertainty or negation, and what it bears on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Where the cue stands.
    pub span: Span,
    /// The place of its sentence, from 0.
    pub sentence: usize,
    /// What it does.
    pub class: EvidenceClass,
    /// Its dictionary form.
    pub lemma: SmolStr,
    /// The words that it bears on, itself included or not as they stand; `None` where no tree tells them.
    pub scope: Option<Span>,
}

impl Evidence {
    /// The class that takes most from the words at `span` of `sentence`, of the cues in `all` whose scope holds them;
    /// `all` are those of a document, in order.
    pub fn strongest(all: &[Self], sentence: usize, span: Span) -> Option<EvidenceClass> {
        let first = all.partition_point(|cue| cue.sentence < sentence);
        let own = all[first..].iter().take_while(|cue| cue.sentence == sentence);
        let holding = own.filter(|cue| cue.scope.is_some_and(|scope| scope.contains(span)));
        holding.map(|cue| cue.class).max_by_key(|class| class.strength())
    }
}

/// Who asserts a sentence, and how surely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Who asserts it.
    pub assertion: Assertion,
    /// The place of the attribution whose content holds the main predicate; `None` where the author asserts it.
    pub attribution: Option<usize>,
    /// How certain the main predicate is by the author: where a source asserts it, as far as the author takes sides.
    pub factuality: Factuality,
    /// What makes the main predicate uncertain; `None` where nothing does.
    pub hedge: Option<EvidenceClass>,
    /// Whether it is a question.
    pub is_question: bool,
}

impl Statement {
    /// The statement of a sentence of which nothing is known.
    pub const UNREAD: Self = Self {
        assertion: Assertion::Author,
        attribution: None,
        factuality: Factuality::Unknown,
        hedge: None,
        is_question: false,
    };
}

/// A TIMEX3 expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The day from which it was resolved; `None` where the words state it or nothing could be resolved.
    pub anchor: Option<Date>,
}

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// The unit: an ISO 4217 code for money, or `cent` or `penny` for the hundredth of a currency that is not told,
    /// `%` for a percentage, a UCUM code for a measure or an age; `None` where the number counts things or the
    /// currency is not told.
    pub unit: Option<SmolStr>,
    /// What it counts, of what the news reports in numbers; `None` where it counts something else.
    pub measure: Option<Measure>,
    /// The noun that it counts; `None` where there is none.
    pub counted: Option<Span>,
    /// Which side those counted are on; `None` where that is not told, or they are no people.
    pub party: Option<Party>,
    /// The doubt or denial in whose scope it stands, the strongest; `None` where there is none.
    pub hedge: Option<EvidenceClass>,
    /// The place of the innermost attribution whose content holds it; `None` where the author says it.
    pub attribution: Option<usize>,
    /// The place of the expression of time that says when it was so; `None` where none does.
    pub time: Option<usize>,
}

/// The dead and injured of an article's main event, as the article tells them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Toll {
    /// Everyone killed, attackers too; `None` where the article tells of none.
    pub killed: Option<u32>,
    /// Everyone injured who is not dead, attackers too; `None` where the article tells of none.
    pub injured: Option<u32>,
}

/// Somebody or something that takes part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The words that name or describe it, several where they act as one.
    pub span: Span,
    /// The place among the article's entities of what those words name; `None` where they describe it or name several.
    pub entity: Option<usize>,
}

/// An event: who did what to whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The words that tell it.
    pub trigger: Span,
    /// Their dictionary form: that of the lexicon's row, with its particle or object, else that of the word.
    pub lemma: SmolStr,
    /// The place of its sentence, from 0.
    pub sentence: usize,
    /// What type of event it is; `None` where it is of no type that PLOVER has.
    pub kind: Option<EventType>,
    /// What it is more closely, a mode of its type; `None` where the words do not tell.
    pub mode: Option<EventMode>,
    /// The root code of CAMEO that it would have there; `None` without a type.
    pub cameo: Option<CameoRoot>,
    /// Who did it; `None` where that is not told.
    pub actor: Option<Participant>,
    /// To whom it was done; `None` where that is not told.
    pub recipient: Option<Participant>,
    /// The place among the article's mentions of where it happened; `None` where that is not told.
    pub place: Option<usize>,
    /// The place among the article's times of when it happened; `None` where that is not told.
    pub time: Option<usize>,
    /// How it stands to what is.
    pub status: EventStatus,
    /// The place of the innermost attribution whose content holds it; `None` where the author says it.
    pub attribution: Option<usize>,
    /// Whether it is the main event of its sentence.
    pub is_main: bool,
}
