//! Precision, recall and F1 of boundaries inside paragraphs.
//!
//! Answers for: counting what the rules and a model find in paragraphs. The figures of QUALITY.md are the crate
//! `evaluate`'s; these stand in the card to say what the model adds.

use segment::boundaries::model::Model;

use crate::document::Paragraph;

/// What was found and what was not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Score {
    hits: usize,
    extra: usize,
    missed: usize,
}

impl Score {
    /// The score of the rules in `paragraphs`, with a model on top where there is one.
    pub(crate) fn of<'p>(paragraphs: impl Iterator<Item = &'p Paragraph>, model: Option<&Model<'_>>) -> Self {
        let mut score = Self::default();
        for paragraph in paragraphs {
            let rules = paragraph.draft.starts.iter().copied();
            let by_model = paragraph.draft.junctions.iter().filter(|at| model.is_some_and(|m| m.cuts(at)));
            let found = rules.chain(by_model.map(|junction| junction.at)).filter(|&at| at > 0);
            score.add(&paragraph.starts, found);
        }
        score
    }

    fn add(&mut self, right: &std::collections::BTreeSet<usize>, found: impl Iterator<Item = usize>) {
        let (mut hits, mut extra) = (0, 0);
        for at in found {
            if right.contains(&at) {
                hits += 1;
            } else {
                extra += 1;
            }
        }
        self.hits += hits;
        self.extra += extra;
        self.missed += right.len() - hits;
    }

    /// Precision, recall and F1 with four digits behind the point.
    pub(crate) fn figures(&self) -> [String; 3] {
        let [hits, extra, missed] = [self.hits, self.extra, self.missed].map(|count| count as f64);
        let f1 = 2.0 * hits / (2.0 * hits + extra + missed);
        [hits / (hits + extra), hits / (hits + missed), f1].map(|figure| format!("{figure:.4}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Score;
    use crate::document::Paragraph;

    #[test]
    fn places_are_counted() {
        let text = "The mill burned. It was old. Nobody was hurt and nobody saw.";
        let paragraph = Paragraph::new(text, [0, 17, 49].into());
        let score = Score::of([paragraph].iter(), None);
        assert_eq!(score, Score { hits: 1, extra: 1, missed: 1 });
        assert_eq!(score.figures(), ["0.5000", "0.5000", "0.5000"]);
    }
}
