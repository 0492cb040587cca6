//! Elementary units of discourse and the relations between them, as GUM writes them beside the words.
//!
//! Answers for: where a unit begins and ends, its own relation, and the pieces of a unit that another interrupts.
//! Leaves out the relations that a unit has beside its first.

use schema::Span;

use crate::treebank::Document;

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unit {
    /// Its number in the document.
    number: usize,
    /// The number of the unit that it stands to in its relation; `None` for the head of the document.
    goal: Option<usize>,
    /// The relation, `attribution-positive`.
    pub(crate) relation: String,
    /// Where its words stand, in pieces.
    pub(crate) spans: Vec<Span>,
}

/// The units of `document` in order, each whole: one that goes on behind another has several pieces.
pub(crate) fn units(document: &Document) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for word in document.sentences.iter().flatten() {
        match (word.discourse.as_deref().and_then(opened), units.last_mut()) {
            (Some(unit), _) => units.push(Unit { spans: vec![word.span], ..unit }),
            (None, Some(unit)) => {
                unit.spans = vec![Span::new(unit.spans[0].start(), word.span.end())];
            }
            (None, None) => {}
        }
    }
    joined(units)
}

/// The unit that a note such as `attribution-positive:7->8:1:...` opens.
fn opened(note: &str) -> Option<Unit> {
    let mut fields = note.split(':');
    let (relation, numbers) = (fields.next()?.to_owned(), fields.next()?);
    let (number, goal) = numbers.split_once("->").map_or((numbers, None), |(one, goal)| (one, Some(goal)));
    let goal = goal.and_then(|goal| goal.parse().ok());
    Some(Unit { number: number.parse().ok()?, goal, relation, spans: Vec::new() })
}

/// The units with their later pieces, which stand to them as `same-unit`.
fn joined(units: Vec<Unit>) -> Vec<Unit> {
    let (pieces, mut units): (Vec<Unit>, Vec<Unit>) =
        units.into_iter().partition(|unit| unit.relation.starts_with("same-unit"));
    for piece in pieces {
        if let Some(unit) = units.iter_mut().find(|unit| Some(unit.number) == piece.goal) {
            unit.spans.extend(piece.spans);
        }
    }
    units
}

#[cfg(test)]
pub(crate) mod tests {
    use super::units;
    use crate::treebank::tests::documents;

    /// A sentence in words of our own whose first unit goes on behind the second.
    pub(crate) const SAMPLE: &str = "\
# newdoc id = GUM_news_mill
# meta::genre = news
# newpar
# text = A paper (it is new) said Orby burned.
1\tA\ta\tDET\t_\t_\t2\tdet\t_\tDiscourse=attribution-positive:1->4:1:lex-indwd-6-_|Entity=(1)
2\tpaper\tpaper\tNOUN\t_\t_\t8\tnsubj\t_\t_
3\t(\t(\tPUNCT\t_\t_\t6\tpunct\t_\tDiscourse=elaboration-attribute:2->1:0:_|SpaceAfter=No
4\tit\tit\tPRON\t_\t_\t6\tnsubj\t_\t_
5\tis\tbe\tAUX\t_\t_\t6\tcop\t_\t_
6\tnew\tnew\tADJ\t_\t_\t2\tparataxis\t_\tSpaceAfter=No
7\t)\t)\tPUNCT\t_\t_\t6\tpunct\t_\t_
8\tsaid\tsay\tVERB\t_\t_\t0\troot\t_\tDiscourse=same-unit_m:3->1:1:_
9\tOrby\tOrby\tPROPN\t_\t_\t10\tnsubj\t_\tDiscourse=ROOT:4:0
10\tburned\tburn\tVERB\t_\t_\t8\tccomp\t_\tSpaceAfter=No
11\t.\t.\tPUNCT\t_\t_\t8\tpunct\t_\t_

";

    #[test]
    fn units_are_whole() {
        let document = &documents(SAMPLE).unwrap()[0];
        let found: Vec<(String, Vec<&str>)> = units(document)
            .into_iter()
            .map(|unit| (unit.relation, unit.spans.iter().map(|span| span.of(&document.text)).collect()))
            .collect();
        let unit = |relation: &str, pieces: &[&'static str]| (relation.to_owned(), pieces.to_vec());
        assert_eq!(
            found,
            [
                unit("attribution-positive", &["A paper", "said"]),
                unit("elaboration-attribute", &["(it is new)"]),
                unit("ROOT", &["Orby burned."]),
            ]
        );
    }
}
