//! Documents with their attributions: those of the gold and those found.
//!
//! Answers for: source, cue and content as sets of tokens, which found cue serves which of the gold, and when a
//! whole attribution is right. Where the gold comes from is the measure's business; what is wrong is told by
//! `misattribution`.

use std::collections::BTreeSet;

use schema::{Annotations, Attribution, Sentence, Span, Token};

use crate::counts::Counts;
use crate::dependencies::Dependencies;
use crate::token_set::TokenSet;

/// The share of the tokens of either that two parts must have in common, in a whole attribution that is right.
const ENOUGH: f64 = 0.5;

/// What an attribution is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    Source,
    Cue,
    Content,
}

/// Where a part of an attribution stands, in pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// The pieces, in the order of the text.
    pub(crate) spans: Vec<Span>,
    /// The tokens of all pieces.
    pub(crate) tokens: TokenSet,
}

/// An attribution; parts that are not there are `None`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Attributed {
    pub(crate) source: Option<Part>,
    pub(crate) cue: Option<Part>,
    pub(crate) content: Option<Part>,
}

/// The pieces of source, cue and content; empty where there is none.
pub(crate) type Pieces = [Vec<Span>; 3];

impl Attributed {
    /// The part in this slot.
    pub(crate) fn part(&self, slot: Slot) -> Option<&Part> {
        match slot {
            Slot::Source => self.source.as_ref(),
            Slot::Cue => self.cue.as_ref(),
            Slot::Content => self.content.as_ref(),
        }
    }

    /// How much the parts have in common, where all of them have enough.
    fn likeness(&self, other: &Self) -> Option<f64> {
        let slots = [Slot::Cue, Slot::Source, Slot::Content].into_iter();
        slots.map(|slot| likeness(self.part(slot), other.part(slot))).sum()
    }
}

/// How much two parts have in common, where it is enough; nothing is like nothing.
fn likeness(one: Option<&Part>, other: Option<&Part>) -> Option<f64> {
    match (one, other) {
        (None, None) => Some(1.0),
        (Some(one), Some(other)) => Some(one.tokens.jaccard(&other.tokens)).filter(|share| *share >= ENOUGH),
        _ => None,
    }
}

/// An attribution of the gold and the found one whose cue serves it, or either alone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair<'d> {
    pub(crate) wanted: Option<&'d Attributed>,
    pub(crate) found: Option<&'d Attributed>,
}

/// A document with its attributions.
#[derive(Debug)]
pub(crate) struct Document {
    /// Where it stands in the gold.
    pub(crate) place: String,
    /// Its text.
    pub(crate) text: String,
    /// Its sentences.
    pub(crate) sentences: Vec<Sentence>,
    /// Its tokens with their trees.
    pub(crate) tokens: Vec<Token>,
    /// The gold's attributions.
    pub(crate) wanted: Vec<Attributed>,
    /// The found ones.
    pub(crate) found: Vec<Attributed>,
}

impl Document {
    /// The document at `place` with `text`, in whose `sentences` these `annotations` were found, of which those
    /// inside the content of another one are left out; the gold is added by [`Document::wanting`].
    pub(crate) fn new(place: String, text: String, read: (Vec<Sentence>, Annotations)) -> Self {
        let (sentences, Annotations { tokens, attributions, .. }) = read;
        let mut document = Self { place, text, sentences, tokens, wanted: Vec::new(), found: Vec::new() };
        let outer = attributions.iter().filter(|one| one.parent.is_none());
        document.found = outer.map(|one| document.attributed(pieces(one))).collect();
        document
    }

    /// The same with the gold's attributions.
    pub(crate) fn wanting(mut self, gold: impl Iterator<Item = Pieces>) -> Self {
        self.wanted = gold.map(|pieces| self.attributed(pieces)).collect();
        self
    }

    /// The attribution whose parts stand there.
    fn attributed(&self, pieces: Pieces) -> Attributed {
        let [source, cue, content] = pieces.map(|spans| {
            let tokens = TokenSet::of(&self.text, &self.tokens, &spans);
            (!spans.is_empty()).then_some(Part { spans, tokens })
        });
        Attributed { source, cue, content }
    }

    /// The trees of its sentences.
    pub(crate) fn trees(&self) -> Dependencies<'_> {
        Dependencies::of(&self.tokens)
    }

    /// The distinct parts in `slot` of the gold and of what was found.
    pub(crate) fn parts(&self, slot: Slot) -> [BTreeSet<&TokenSet>; 2] {
        [&self.wanted, &self.found]
            .map(|side| side.iter().filter_map(|one| Some(&one.part(slot)?.tokens)).collect())
    }

    /// Every attribution of the gold and every found one that has a cue, paired where the cue found holds the
    /// head word of the gold's. A cue found, however many attributions share it, serves one of the gold: the one
    /// that it is most like in content, when the turn comes to it.
    pub(crate) fn pairs(&self) -> Vec<Pair<'_>> {
        let trees = self.trees();
        let mut used: BTreeSet<&TokenSet> = BTreeSet::new();
        let mut pairs = Vec::new();
        for wanted in self.wanted.iter().filter(|one| one.cue.is_some()) {
            let found = self.serving(wanted, &trees, &used);
            used.extend(found.and_then(|found| Some(&found.cue.as_ref()?.tokens)));
            pairs.push(Pair { wanted: Some(wanted), found });
        }
        for found in &self.found {
            if found.cue.as_ref().is_some_and(|cue| used.insert(&cue.tokens)) {
                pairs.push(Pair { wanted: None, found: Some(found) });
            }
        }
        pairs
    }

    /// The found attribution whose cue, none of those `used`, holds the head word of the cue that is wanted.
    fn serving(
        &self,
        wanted: &Attributed,
        trees: &Dependencies<'_>,
        used: &BTreeSet<&TokenSet>,
    ) -> Option<&Attributed> {
        let head = trees.head_word(&wanted.cue.as_ref()?.tokens)?;
        let serves = |found: &&Attributed| {
            found.cue.as_ref().is_some_and(|cue| cue.tokens.holds(head) && !used.contains(&cue.tokens))
        };
        let likeness = |found: &&Attributed| match (&found.content, &wanted.content) {
            (Some(found), Some(wanted)) => found.tokens.f1(&wanted.tokens),
            _ => 0.0,
        };
        // Of equals the first, for `max_by` takes the last.
        self.found.iter().rev().filter(serves).max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
    }

    /// How many cues were found.
    pub(crate) fn cues(&self) -> Counts {
        let of = |pair: Pair<'_>| match (pair.wanted, pair.found) {
            (Some(_), Some(_)) => Counts { hits: 1.0, ..Counts::default() },
            (Some(_), None) => Counts { missed: 1.0, ..Counts::default() },
            _ => Counts { extra: 1.0, ..Counts::default() },
        };
        self.pairs().into_iter().map(of).sum()
    }

    /// How many whole attributions were found: source, cue and content each like the gold's.
    pub(crate) fn whole(&self) -> Counts {
        let mut free: Vec<&Attributed> = self.found.iter().collect();
        for wanted in &self.wanted {
            let like = free.iter().enumerate().filter_map(|(at, found)| Some((wanted.likeness(found)?, at)));
            if let Some((_, at)) = like.max_by(|a, b| a.0.total_cmp(&b.0)) {
                free.remove(at);
            }
        }
        let hits = (self.found.len() - free.len()) as f64;
        Counts { hits, extra: free.len() as f64, missed: self.wanted.len() as f64 - hits }
    }
}

/// The pieces of a found attribution.
fn pieces(found: &Attribution) -> Pieces {
    let source = found.source.iter().map(|source| source.span).collect();
    let cue = found.cue.iter().map(|cue| cue.span).collect();
    [source, cue, found.contents.clone()]
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Document, Pieces, Slot};
    use crate::counts::Counts;
    use crate::dependencies::tests::parsed;
    use crate::token_set::exact;
    use schema::labels::Role;
    use schema::{Annotations, LanguageTag, Sentence, Span};

    const TREE: &str = "\
        Ada PROPN 2 nsubj Ada
        said VERB 0 root say
        trams NOUN 4 nsubj tram
        stopped VERB 2 ccomp stop
        , PUNCT 6 punct ,
        denying VERB 2 advcl deny
        reports NOUN 6 obj report
        of ADP 9 case of
        strikes NOUN 7 nmod strike
        . PUNCT 2 punct .";

    /// A document of one sentence with gold and found attributions: source, cue and content, `-` where none is.
    pub(crate) fn document(wanted: &[[&str; 3]], found: &[[&str; 3]]) -> Document {
        let (text, tokens) = parsed(TREE);
        let span = Span::new(0, text.len()).trimmed(&text);
        let language = LanguageTag::new("en");
        let sentence = Sentence { span, block: 0, role: Role::Body, language, language_confidence: 1.0 };
        let read = (vec![sentence], Annotations { tokens, ..Annotations::default() });
        let mut document = Document::new("toy 1".to_owned(), text, read);
        let pieces = |text: &str, parts: &[&str; 3]| -> Pieces {
            parts.map(|part| {
                text.find(part).map(|start| Span::new(start, start + part.len())).into_iter().collect()
            })
        };
        let text = document.text.clone();
        document.found = found.iter().map(|parts| document.attributed(pieces(&text, parts))).collect();
        document.wanting(wanted.iter().map(|parts| pieces(&text, parts)))
    }

    const SAID: [&str; 3] = ["Ada", "said", "trams stopped"];
    const DENIED: [&str; 3] = ["Ada", "denying reports", "of strikes"];

    #[test]
    fn a_cue_serves_one_of_the_gold() {
        let cues = |wanted: &[[&str; 3]], found: &[[&str; 3]]| document(wanted, found).cues();
        assert_eq!(cues(&[SAID, DENIED], &[SAID]), Counts { hits: 1.0, extra: 0.0, missed: 1.0 });
        // The head word of the cue is its verb, so that the noun alone is another cue.
        let noun = ["Ada", "reports", "of strikes"];
        assert_eq!(cues(&[DENIED], &[noun]), Counts { hits: 0.0, extra: 1.0, missed: 1.0 });
        assert_eq!(cues(&[noun], &[DENIED]), Counts { hits: 1.0, extra: 0.0, missed: 0.0 });
        // Two attributions with one cue, and one without any.
        let other = ["-", "said", "reports"];
        let found = [other, SAID, ["-", "-", "strikes"]];
        assert_eq!(cues(&[SAID], &found), Counts { hits: 1.0, extra: 0.0, missed: 0.0 });
        assert_eq!(cues(&[SAID, SAID], &found), Counts { hits: 1.0, extra: 0.0, missed: 1.0 });
        let document = document(&[SAID], &found);
        assert!(document.pairs()[0].found.unwrap().source.is_some());
    }

    #[test]
    fn sources_count_once_and_only_where_they_are() {
        let document = document(&[SAID, DENIED, ["-", "reports", "strikes"]], &[["trams", "said", "-"]]);
        let [wanted, found] = document.parts(Slot::Source);
        assert_eq!(exact(&wanted, &found), Counts { hits: 0.0, extra: 1.0, missed: 1.0 });
    }

    #[test]
    fn a_whole_attribution_has_three_parts_right() {
        let is_whole = |found: [&str; 3]| document(&[SAID], &[found]).whole().hits > 0.5;
        assert!(is_whole(SAID));
        assert!(is_whole(["Ada", "said", "trams stopped , denying"]));
        assert!(!is_whole(["Ada", "said", "trams stopped , denying reports of"]));
        assert!(!is_whole(["-", "said", "trams stopped"]));
        assert!(!is_whole(["Ada", "-", "trams stopped"]));
        let silent = ["-", "said", "trams stopped"];
        assert_eq!(
            document(&[silent], &[SAID, silent]).whole(),
            Counts { hits: 1.0, extra: 1.0, missed: 0.0 }
        );
    }
}
