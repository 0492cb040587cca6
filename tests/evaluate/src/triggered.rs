//! Documents with their events: those of the gold and those found.
//!
//! Answers for: which found event serves which of the gold, by the head token of its trigger, and what is wrong. Where
//! the gold comes from, and whether the actors are right, is the business of the measure of events.

use std::collections::{BTreeMap, BTreeSet};

use schema::labels::{EventStatus, Upos, Vocabulary as _};
use schema::{Event, Span, Token};

use crate::cases::Case;
use crate::counts::Counts;
use crate::dependencies::Dependencies;
use crate::marked;
use crate::token_set::TokenSet;

/// A document with its events: those of the gold and those found.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) place: String,
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) wanted: Vec<Wanted>,
    /// The places of the head tokens of the found triggers, with the status of the event.
    pub(crate) found: BTreeMap<usize, EventStatus>,
}

/// An event of the gold.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Wanted {
    pub(crate) span: Span,
    /// Its class in TimeML; empty in MEANTIME.
    pub(crate) class: String,
    /// Its status by MEANTIME; `None` where that does not tell.
    pub(crate) status: Option<EventStatus>,
}

impl Document {
    /// The head of the found event that lies in each of the gold's.
    pub(crate) fn heads(&self) -> Vec<Option<usize>> {
        let heads: Vec<usize> = self.found.keys().copied().collect();
        let head = |wanted: &Wanted| {
            let first = heads.partition_point(|&at| self.tokens[at].span.start() < wanted.span.start());
            heads.get(first).copied().filter(|&at| wanted.span.contains(self.tokens[at].span))
        };
        self.wanted.iter().map(head).collect()
    }

    pub(crate) fn counts(&self) -> Counts {
        let hits = self.heads().into_iter().flatten().collect::<BTreeSet<_>>().len();
        Counts {
            hits: hits as f64,
            extra: (self.found.len() - hits) as f64,
            missed: (self.wanted.len() - hits) as f64,
        }
    }

    /// The heads that lie in no event of the gold.
    pub(crate) fn extra(&self) -> Vec<usize> {
        let hits: BTreeSet<usize> = self.heads().into_iter().flatten().collect();
        self.found.keys().filter(|at| !hits.contains(at)).copied().collect()
    }

    /// The part of speech of the word that an event of the gold ends with.
    pub(crate) fn upos(&self, span: Span) -> Option<Upos> {
        let last = self.tokens.partition_point(|token| token.span.start() < span.end());
        last.checked_sub(1).and_then(|at| self.tokens[at].upos)
    }

    pub(crate) fn cases(&self) -> Vec<Case> {
        let missed = self.wanted.iter().zip(self.heads()).filter(|(_, head)| head.is_none());
        let missed = missed.map(|(wanted, _)| {
            let word = self.upos(wanted.span).map_or("X", Upos::as_str);
            self.case(format!("{} {word} missed", wanted.class), wanted.span)
        });
        let extra = self.extra().into_iter().map(|at| {
            let word = self.tokens[at].upos.map_or("X", Upos::as_str);
            self.case(format!("{word} invented"), self.tokens[at].span)
        });
        missed.chain(extra).collect()
    }

    fn case(&self, kind: String, span: Span) -> Case {
        let shown = marked::around(&self.text, [span].into_iter());
        let lines = vec![("text", marked::bracketed(&self.text, shown, &[(span, "event")]))];
        Case { kind, cost: 1.0, place: self.place.clone(), lines }
    }

    /// The status of each event found of which the gold tells it, that of the gold first.
    pub(crate) fn statuses(&self) -> Vec<(Span, [EventStatus; 2])> {
        let found = self.wanted.iter().zip(self.heads());
        found.filter_map(|(wanted, head)| Some((wanted.span, [wanted.status?, self.found[&head?]]))).collect()
    }

    pub(crate) fn status_cases(&self) -> Vec<Case> {
        let wrong = self.statuses().into_iter().filter(|(_, [gold, found])| gold != found);
        let case = |(span, [gold, found]): (Span, [EventStatus; 2])| {
            self.case(format!("MEANTIME, {} taken for {}", gold.as_str(), found.as_str()), span)
        };
        wrong.map(case).collect()
    }
}

/// The head tokens of the triggers; of several events with one head the first counts.
pub(crate) fn heads(text: &str, tokens: &[Token], events: &[Event]) -> BTreeMap<usize, EventStatus> {
    let trees = Dependencies::of(tokens);
    let mut heads = BTreeMap::new();
    for event in events {
        let set = TokenSet::of(text, tokens, &[event.trigger]);
        if let Some(head) = trees.head_word(&set) {
            heads.entry(head).or_insert(event.status);
        }
    }
    heads
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::BTreeMap;

    use super::{Document, Wanted};
    use crate::counts::Counts;
    use schema::labels::{EventStatus, Upos};
    use schema::{Span, Token};

    /// The text of the document.
    pub(crate) const TEXT: &str = "Arnor shot dead Gondor";

    /// Where `words` stand in it.
    pub(crate) fn span(words: &str) -> Span {
        let start = TEXT.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    /// A document of two events, of which one is found, and another beside.
    pub(crate) fn document() -> Document {
        let token = |words: &str, upos| Token { upos: Some(upos), ..Token::unread(span(words), 0) };
        let wanted =
            |words: &str, class: &str, status| Wanted { span: span(words), class: class.to_owned(), status };
        Document {
            place: "toy".to_owned(),
            text: TEXT.to_owned(),
            tokens: vec![
                token("Arnor", Upos::Propn),
                token("shot", Upos::Verb),
                token("dead", Upos::Adj),
                token("Gondor", Upos::Propn),
            ],
            wanted: vec![
                wanted("shot", "OCCURRENCE", Some(EventStatus::Future)),
                wanted("dead", "STATE", Some(EventStatus::Actual)),
            ],
            found: BTreeMap::from([(1, EventStatus::Actual), (3, EventStatus::Actual)]),
        }
    }

    #[test]
    fn events_are_found_by_their_heads() {
        assert_eq!(document().counts(), Counts { hits: 1.0, extra: 1.0, missed: 1.0 });
        let kinds: Vec<String> = document().cases().into_iter().map(|case| case.kind).collect();
        assert_eq!(kinds, ["STATE ADJ missed", "PROPN invented"]);
        assert_eq!(document().status_cases()[0].kind, "MEANTIME, future taken for actual");
    }
}
