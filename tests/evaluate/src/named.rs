//! Documents with their names: those of the gold and those found.
//!
//! Answers for: the names as spans of a text, how many of each type were found, and what is wrong. Where the
//! gold comes from is the business of the measure of names.

use std::collections::{BTreeMap, BTreeSet};

use schema::Span;
use schema::labels::{EntityType, Vocabulary as _};

use crate::cases::Case;
use crate::counts::Counts;
use crate::marked;

/// A name: where it stands and what it names.
pub(crate) type Named = (Span, EntityType);

/// A document with its names.
#[derive(Debug)]
pub(crate) struct Document {
    /// Where it stands in the gold.
    pub(crate) place: String,
    /// Its text, a sentence or a paragraph a line.
    pub(crate) text: String,
    /// The gold's names.
    pub(crate) wanted: BTreeSet<Named>,
    /// The found ones.
    pub(crate) found: BTreeSet<Named>,
}

impl Document {
    /// How many names of one of `kinds` were found; a name is right where span and type are the gold's.
    pub(crate) fn counts(&self, kinds: &[EntityType]) -> Counts {
        let of = |names: &BTreeSet<Named>| names.iter().filter(|(_, kind)| kinds.contains(kind)).count();
        let hits = self.wanted.intersection(&self.found).filter(|(_, kind)| kinds.contains(kind)).count();
        Counts {
            hits: hits as f64,
            extra: (of(&self.found) - hits) as f64,
            missed: (of(&self.wanted) - hits) as f64,
        }
    }

    /// The wrong names of one of `kinds`; names that overlap are one error.
    pub(crate) fn cases(&self, kinds: &[EntityType]) -> Vec<Case> {
        let of = |names: &BTreeSet<Named>| -> Vec<Named> {
            names.iter().filter(|(_, kind)| kinds.contains(kind)).copied().collect()
        };
        let (wanted, found) = (of(&self.wanted), of(&self.found));
        let mut cases = Vec::new();
        let mut told: BTreeSet<Named> = BTreeSet::new();
        for &name in wanted.iter().filter(|name| !found.contains(name)) {
            let over: Vec<Named> = found.iter().filter(|(span, _)| span.overlaps(name.0)).copied().collect();
            told.extend(&over);
            cases.push(self.case(missed(name, &over), &[name], &over));
        }
        let extra = found.iter().filter(|name| !wanted.contains(name) && !told.contains(name));
        cases
            .extend(extra.map(|&name| self.case(format!("{} where none is", name.1.as_str()), &[], &[name])));
        cases
    }

    fn case(&self, kind: String, wanted: &[Named], found: &[Named]) -> Case {
        let shown = marked::around(&self.text, wanted.iter().chain(found).map(|(span, _)| *span));
        let line = |names: &[Named]| {
            let marks: Vec<(Span, &str)> = names.iter().map(|(span, kind)| (*span, kind.as_str())).collect();
            marked::bracketed(&self.text, shown, &marks)
        };
        let lines = vec![("gold", line(wanted)), ("found", line(found))];
        Case { kind, cost: 1.0, place: self.place.clone(), lines }
    }
}

/// What is wrong with a missed name that these found ones overlap.
fn missed((span, kind): Named, over: &[Named]) -> String {
    let kind = kind.as_str();
    match over {
        [] => format!("{kind} missed"),
        [(other, found)] if *other == span => format!("{kind} taken for {}", found.as_str()),
        [(_, found)] if found.as_str() == kind => format!("{kind} with other ends"),
        _ => format!("{kind} with other ends and type"),
    }
}

/// The names of `words`, in one line of text from `start` on with single spaces between them, by their tags (IOB2).
pub(crate) fn of_tags(words: &[(&str, &str)], start: usize) -> Vec<Named> {
    let mut names: Vec<Named> = Vec::new();
    let (mut at, mut is_open) = (start, false);
    for (word, tag) in words {
        let end = at + word.len();
        let kind = tag.get(2..).and_then(EntityType::from_word);
        match (kind, names.last_mut()) {
            (Some(kind), Some((span, open))) if tag.starts_with('I') && is_open && *open == kind => {
                *span = Span::new(span.start(), end);
            }
            (Some(kind), _) => names.push((Span::new(at, end), kind)),
            (None, _) => {}
        }
        is_open = kind.is_some();
        at = end + 1;
    }
    names
}

/// The counts of each of `kinds` in `documents`.
pub(crate) fn by_type(documents: &[Document], kinds: &[EntityType]) -> BTreeMap<EntityType, Counts> {
    let count = |kind: EntityType| documents.iter().map(|document| document.counts(&[kind])).sum();
    kinds.iter().map(|&kind| (kind, count(kind))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Document, by_type, of_tags};
    use crate::counts::Counts;
    use schema::Span;
    use schema::labels::EntityType::{Location, Organisation, Person};

    const TEXT: &str = "Ada Brandt of the Orby Mill Union left Velden";

    fn document() -> Document {
        let at = |name: &str| {
            let start = TEXT.find(name).unwrap();
            Span::new(start, start + name.len())
        };
        Document {
            place: "toy 1".to_owned(),
            text: TEXT.to_owned(),
            wanted: [
                (at("Ada Brandt"), Person),
                (at("Orby Mill Union"), Organisation),
                (at("Velden"), Location),
            ]
            .into(),
            found: [(at("Ada Brandt"), Person), (at("Orby"), Location), (at("Velden"), Person)].into(),
        }
    }

    #[test]
    fn a_name_is_right_where_span_and_type_are() {
        let all = document().counts(&[Person, Organisation, Location]);
        assert_eq!(all, Counts { hits: 1.0, extra: 2.0, missed: 2.0 });
        let types = by_type(&[document()], &[Person, Location]);
        assert_eq!(types[&Person], Counts { hits: 1.0, extra: 1.0, missed: 0.0 });
        assert_eq!(types[&Location], Counts { hits: 0.0, extra: 1.0, missed: 1.0 });
    }

    #[test]
    fn overlapping_names_are_one_error() {
        let cases = document().cases(&[Person, Organisation, Location]);
        let kinds: Vec<&str> = cases.iter().map(|case| case.kind.as_str()).collect();
        assert_eq!(kinds, ["ORG with other ends and type", "LOC taken for PER"]);
        assert_eq!(cases[0].lines[0].1, "Ada Brandt of the [ORG Orby Mill Union] left Velden");
        assert_eq!(cases[0].lines[1].1, "Ada Brandt of the [LOC Orby] Mill Union left Velden");
    }

    #[test]
    fn what_is_found_where_nothing_is_and_missed_where_something_is() {
        let mut document = document();
        document.wanted.retain(|(_, kind)| *kind == Organisation);
        document.found.retain(|(_, kind)| *kind == Person);
        let kinds: Vec<String> =
            document.cases(&[Person, Organisation]).into_iter().map(|case| case.kind).collect();
        assert_eq!(kinds, ["ORG missed", "PER where none is", "PER where none is"]);
    }

    #[test]
    fn tags_become_spans() {
        let words =
            [("Ada", "B-PER"), ("Brandt", "I-PER"), ("Velden", "B-LOC"), ("left", "O"), ("Orby", "I-ORG")];
        let names = of_tags(&words, 10);
        assert_eq!(
            names,
            [(Span::new(10, 20), Person), (Span::new(21, 27), Location), (Span::new(33, 37), Organisation)]
        );
        let apart = of_tags(&[("Orby", "B-LOC"), ("Velden", "B-LOC"), ("Ada", "B-PER-X")], 0);
        assert_eq!(apart.len(), 2);
    }
}
