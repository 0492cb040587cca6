//! How certain a content is by its source.
//!
//! # What it marks
//!
//! The FactBank value of the main predicate of each attribution's content, by the attribution's source.
//!
//! # How it decides
//!
//! `predicate` finds the content's main predicate and what the content itself says of it: it is so, it is not so
//! (`not`, `failed to`), it may be so, it was asked. The cue's class then says what the source makes of it: who
//! says, shows or knows it takes it as it stands; who believes or expects it, as probable; who doubts it, as probably
//! not so; who denies it, as not so. A question, a wish, a promise, a judgement leave it open, but for a finite
//! clause that is presupposed ("regrets that"). Where the cue is itself denied, doubted, asked or still to come
//! ("did not say whether", "may announce") the value is `Uu`, except that "does not think that" says that it is
//! probably not so. What cannot be told is `Uu`: no value is a guess.
//!
//! # Example
//!
//! ```text
//! Ada Brandt denied that she had lied.             CT-
//! Doctors believe that the driver may recover.     PS+
//! She did not say whether the line would reopen.   Uu
//! ```
//!
//! # Known misses
//!
//! - A content that is a noun phrase counts as a fact where it is said, shown or known ("announced a deal"), even
//!   where it names something still to come; under other cues it is `Uu`.
//! - What a later clause of the content says; what the first sentence of a quotation leaves to the second.
//!
//! # Sources
//!
//! FactBank (Saurí and Pustejovsky 2009) for the values and for what predicates do to their contents.

pub(crate) mod predicate;

use schema::Attribution;
use schema::labels::{CueClass, Factuality, Relation, Upos};

use crate::evidence::Bearing;
use crate::evidence::extent::{is_infinitive, is_interrogative};
use crate::key::keys;
use crate::syntax::Parse;
use predicate::{Predicates, both, negated};

/// Fills the factuality of `attributions` in.
pub(crate) fn judge(parse: Parse<'_>, bearings: &[Bearing], attributions: &mut [Attribution]) {
    let predicates = Predicates { parse, bearings };
    for attribution in attributions {
        attribution.factuality = of_content(predicates, attribution);
    }
}

/// The value of a content by its source.
fn of_content(predicates: Predicates<'_>, attribution: &Attribution) -> Factuality {
    let Some(head) = predicates.of_content(attribution) else { return Factuality::Unknown };
    let stated = predicates.stated(head, &attribution.contents);
    let Some(cue) = &attribution.cue else { return stated };
    let place = predicates.head_of(cue.span);
    let is_denied = place.is_some_and(|place| predicates.is_negated(place));
    let is_open = place.is_some_and(|place| predicates.is_open(place));
    match (cue.class, is_denied) {
        (CueClass::Believe | CueClass::Predict, true) => negated(both(stated, Factuality::Probable)),
        (CueClass::Doubt, true) => both(stated, Factuality::Probable),
        (_, true) => Factuality::Unknown,
        _ if is_open => Factuality::Unknown,
        (class, false) => by(predicates, (class, place), (head, stated)),
    }
}

/// The value of the content with this head by a source that a cue of this class presents plainly.
fn by(
    predicates: Predicates<'_>,
    (class, cue): (CueClass, Option<usize>),
    (head, stated): (usize, Factuality),
) -> Factuality {
    let parse = predicates.parse;
    let is_clause = predicates.is_clause(head);
    match class {
        CueClass::Deny => negated(if is_clause { stated } else { Factuality::Certain }),
        CueClass::Say | CueClass::Show | CueClass::Know if parse.upos(head) == Some(Upos::Noun) => stated,
        _ if !is_clause => Factuality::Unknown,
        CueClass::Say | CueClass::Show | CueClass::Know if is_polar(parse, head) => {
            Factuality::CertainUnknown
        }
        CueClass::Say | CueClass::Show | CueClass::Know => stated,
        CueClass::Believe | CueClass::Predict => both(stated, Factuality::Probable),
        CueClass::Doubt if is_interrogative(parse, head) => Factuality::Unknown,
        CueClass::Doubt => negated(both(stated, Factuality::Probable)),
        CueClass::Commit if cue.is_some_and(|cue| parse.lemma(cue).is_any(&keys!["refuse", "decline"])) => {
            negated(stated)
        }
        CueClass::Commit | CueClass::Judge if !is_infinitive(parse, head) => stated,
        CueClass::Feel if !is_infinitive(parse, head) && !cue.is_some_and(|cue| is_fear(parse, cue)) => {
            stated
        }
        CueClass::Ask | CueClass::Want | CueClass::Commit | CueClass::Judge | CueClass::Feel => {
            Factuality::Unknown
        }
    }
}

/// Whether the clause at `head` tells one of two: "whether", "if".
fn is_polar(parse: Parse<'_>, head: usize) -> bool {
    parse.children(head).any(|child| {
        parse.relation(child) == Relation::Mark && parse.words.key(child).is_any(&keys!["whether", "if"])
    })
}

/// Whether the cue at `at` is a feeling about what may come.
fn is_fear(parse: Parse<'_>, at: usize) -> bool {
    parse.lemma(at).is_any(&keys![
        "afraid",
        "alarm",
        "anxious",
        "apprehensive",
        "concern",
        "concerned",
        "dread",
        "fear",
        "fearful",
        "nervous",
        "worried",
        "worry"
    ])
}
