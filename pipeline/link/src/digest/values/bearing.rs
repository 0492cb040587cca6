//! What a value stands under: a source, a doubt.
//!
//! Answers for: the attribution and the strongest doubt that hold some words of a document, and how certain
//! those are by whoever asserts them.

use schema::labels::{EvidenceClass, Factuality};
use schema::{Attribution, Document, Evidence, Quantity, Span};

/// How many attributions before some words are looked at: more than any article nests or spans.
const NEAR: usize = 64;

/// What some words stand under.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bearing {
    /// The place of the innermost attribution whose content holds them.
    pub(super) attribution: Option<usize>,
    /// The strongest doubt in whose scope they are.
    pub(super) hedge: Option<EvidenceClass>,
    /// How certain they are.
    pub(super) factuality: Factuality,
}

impl Bearing {
    /// That of `quantity`. What is denied is told; what is negated may be another thing that the sentence
    /// tells of the same people: "there is no video of the attack that killed two", "his wound is not grave".
    pub(super) fn of_quantity(document: &Document, quantity: &Quantity) -> Self {
        let hedge = quantity.hedge.filter(|&hedge| hedge != EvidenceClass::Negation);
        let told = Self::new(document, quantity.sentence, quantity.attribution, hedge);
        let is_of_other = hedge != Some(EvidenceClass::Denial) && is_negative(told.factuality);
        Self { factuality: if is_of_other { Factuality::Unknown } else { told.factuality }, ..told }
    }

    /// That of the words at `span` in `sentence`.
    pub(super) fn of(document: &Document, sentence: usize, span: Span) -> Self {
        let found = &document.annotations;
        let attribution = attribution(&found.attributions, sentence, span);
        Self::new(document, sentence, attribution, Evidence::strongest(&found.evidence, sentence, span))
    }

    fn new(
        document: &Document,
        sentence: usize,
        attribution: Option<usize>,
        hedge: Option<EvidenceClass>,
    ) -> Self {
        let found = &document.annotations;
        let statement =
            found.statements.get(sentence).map_or(Factuality::Unknown, |statement| statement.factuality);
        let attributed = attribution.and_then(|at| found.attributions.get(at)).map(|found| found.factuality);
        let is_denied = matches!(hedge, Some(EvidenceClass::Denial | EvidenceClass::Negation));
        let told = attributed.unwrap_or(statement);
        Self { attribution, hedge, factuality: if is_denied { denied(told) } else { told } }
    }
}

/// The innermost attribution whose content holds `span`.
fn attribution(attributions: &[Attribution], sentence: usize, span: Span) -> Option<usize> {
    let holds = |attribution: &Attribution| {
        attribution.contents.iter().find(|content| content.contains(span)).map(|content| content.len())
    };
    let end = attributions.partition_point(|attribution| attribution.sentence <= sentence);
    let near = attributions[..end].iter().enumerate().rev().take(NEAR);
    near.filter_map(|(place, attribution)| Some((holds(attribution)?, place))).min().map(|(_, place)| place)
}

const fn is_negative(factuality: Factuality) -> bool {
    matches!(factuality, Factuality::CertainNot | Factuality::ProbableNot | Factuality::PossibleNot)
}

/// How certain it is that what is denied is so.
const fn denied(told: Factuality) -> Factuality {
    match told {
        Factuality::Probable | Factuality::ProbableNot => Factuality::ProbableNot,
        Factuality::Possible | Factuality::PossibleNot => Factuality::PossibleNot,
        Factuality::Certain | Factuality::CertainNot | Factuality::CertainUnknown | Factuality::Unknown => {
            Factuality::CertainNot
        }
    }
}
