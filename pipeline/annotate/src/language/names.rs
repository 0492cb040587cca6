//! The recogniser of names.
//!
//! # What it marks
//! The names of persons, locations, organisations and others (nationalities, works, events, products), each with its
//! words, its type and its probability.
//! # How it decides
//! The network scores for every word the tags outside, begin, inside, end and single of each type, and what each tag
//! gives to the next; the best sequence that makes whole names is taken (Viterbi). A name's confidence is the
//! probability of its tags over all sequences (a linear-chain conditional random field, forward-backward).
//! # Example
//! `Ada Brandt flew to Izmir .`: *Ada Brandt* is a person, *Izmir* a location.
//! # Known misses
//! Names in headlines where every word has a capital; teams that are called by their town; names in small letters.
//! # Sources
//! The sets in `models/language.md`.

use schema::labels::EntityType;

use super::Name;
use super::encoder::Encoded;
use super::lattice::{self, Lattice};
use super::network::{NAME_HINTS, NAME_STEPS, NAME_TAGS, Network};
use super::phrases::Hint;

/// Where in its name a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The first of several.
    Begin,
    /// Between the first and the last.
    Inside,
    /// The last of several.
    End,
    /// The only one.
    Single,
}

/// The tag of a word outside of names.
pub const OUTSIDE: usize = 0;

/// The tag of a word at `place` in a name of `kind`.
pub fn tag_of(kind: EntityType, place: Place) -> usize {
    1 + 4 * kind as usize + place as usize
}

/// What a tag says; nothing of one outside.
pub fn of_tag(tag: usize) -> Option<(EntityType, Place)> {
    let nth = tag.checked_sub(1)?;
    let place = [Place::Begin, Place::Inside, Place::End, Place::Single][nth % 4];
    Some((EntityType::ALL[nth / 4], place))
}

/// Whether a word tagged `next` may follow one tagged `tag`; `None` stands for the end of the sentence on that side.
pub fn may_follow(tag: Option<usize>, next: Option<usize>) -> bool {
    let open = tag.and_then(of_tag).filter(|(_, place)| matches!(place, Place::Begin | Place::Inside));
    let continues = next.and_then(of_tag).filter(|(_, place)| matches!(place, Place::Inside | Place::End));
    open.map(|(kind, _)| kind) == continues.map(|(kind, _)| kind)
}

/// The names in every sentence.
pub(super) fn find(network: &Network<'_>, encoded: &Encoded) -> Vec<Vec<Name>> {
    let weights = &network.dense;
    let mut scores = network.products.names.products(&encoded.second);
    for (scores, hint) in scores.chunks_exact_mut(NAME_TAGS).zip(&encoded.hints) {
        add_hint(weights, *hint, scores);
    }
    let steps = Steps::new(NAME_STEPS.of(weights));
    let factors = lattice::factors(|from, to| steps.step(from, to));
    let of_sentence = |words: &std::ops::Range<usize>| {
        let scores = &scores[words.start * NAME_TAGS..words.end * NAME_TAGS];
        names(&steps.best(scores), scores, &factors)
    };
    encoded.sentences.iter().map(of_sentence).collect()
}

/// Adds what a hint of `phrases` gives to the scores of a word.
#[inline]
pub fn add_hint(weights: &[f32], hint: Hint, scores: &mut [f32]) {
    let Some(row) = usize::from(hint).checked_sub(1) else { return };
    let gives = &NAME_HINTS.of(weights)[row * NAME_TAGS..][..NAME_TAGS];
    scores.iter_mut().zip(gives).for_each(|(score, gives)| *score += gives);
}

/// What each tag gives to the next, by the next; those that may not follow cost more than all others.
#[derive(Debug)]
pub struct Steps {
    into: [[f32; NAME_TAGS]; NAME_TAGS],
}

/// What a step that may not be costs.
const BARRED: f32 = -1e4;

impl Steps {
    /// The steps of the network's `NAME_STEPS`.
    pub fn new(steps: &[f32]) -> Self {
        let step = |from: usize, to: usize| {
            if may_follow(Some(from), Some(to)) { steps[from * NAME_TAGS + to] } else { BARRED }
        };
        Self { into: std::array::from_fn(|to| std::array::from_fn(|from| step(from, to))) }
    }

    /// What `from` gives to `to`.
    pub fn step(&self, from: usize, to: usize) -> f32 {
        self.into[to][from]
    }

    /// The tags with the highest sum over a sentence.
    pub fn best(&self, scores: &[f32]) -> Vec<usize> {
        let mut lines = scores.chunks_exact(NAME_TAGS);
        let Some(first) = lines.next() else { return Vec::new() };
        let mut sums: [f32; NAME_TAGS] =
            std::array::from_fn(|tag| if may_follow(None, Some(tag)) { first[tag] } else { BARRED });
        let mut origins = Vec::with_capacity(lines.len());
        for line in lines {
            let (mut next, mut origin) = ([0.0; NAME_TAGS], [0usize; NAME_TAGS]);
            for tag in 0..NAME_TAGS {
                let from = self.origin(&sums, tag);
                (next[tag], origin[tag]) = (sums[from] + self.into[tag][from] + line[tag], from);
            }
            sums = next;
            origins.push(origin);
        }
        walked(&sums, &origins)
    }

    #[inline(always)]
    fn origin(&self, sums: &[f32; NAME_TAGS], tag: usize) -> usize {
        let mut best = 0;
        let mut highest = f32::NEG_INFINITY;
        for (from, (sum, step)) in sums.iter().zip(&self.into[tag]).enumerate() {
            let sum = sum + step;
            if sum > highest {
                (best, highest) = (from, sum);
            }
        }
        best
    }
}

/// The way back from the best last tag.
fn walked(sums: &[f32; NAME_TAGS], origins: &[[usize; NAME_TAGS]]) -> Vec<usize> {
    let ends = (0..NAME_TAGS).filter(|tag| may_follow(Some(*tag), None));
    let mut tag = ends.fold(OUTSIDE, |best, tag| if sums[tag] > sums[best] { tag } else { best });
    let mut tags = vec![tag];
    for origin in origins.iter().rev() {
        tag = origin[tag];
        tags.push(tag);
    }
    tags.reverse();
    tags
}

/// The names that `tags` say, each with the probability of its tags together.
fn names(tags: &[usize], scores: &[f32], factors: &[[f32; NAME_TAGS]; NAME_TAGS]) -> Vec<Name> {
    if tags.iter().all(|&tag| tag == OUTSIDE) {
        return Vec::new();
    }
    let lattice = Lattice::new(scores, factors);
    let mut names = Vec::new();
    let mut first = 0;
    for (word, &tag) in tags.iter().enumerate() {
        let Some((kind, place)) = of_tag(tag) else { continue };
        if matches!(place, Place::Begin | Place::Single) {
            first = word;
        }
        if matches!(place, Place::End | Place::Single) {
            let confidence = lattice.probability(first, &tags[first..=word]);
            names.push(Name { first, last: word, kind, confidence });
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use schema::labels::EntityType;

    use super::{NAME_TAGS, OUTSIDE, Place, Steps, lattice, may_follow, names, of_tag, tag_of};

    #[test]
    fn tags_name_type_and_place() {
        for tag in 1..NAME_TAGS {
            let (kind, place) = of_tag(tag).unwrap();
            assert_eq!(tag_of(kind, place), tag);
        }
        assert_eq!(of_tag(OUTSIDE), None);
    }

    #[test]
    fn names_are_whole() {
        let (begin, end) = (tag_of(EntityType::Person, Place::Begin), tag_of(EntityType::Person, Place::End));
        assert!(may_follow(Some(begin), Some(end)) && may_follow(Some(end), Some(begin)));
        assert!(!may_follow(Some(begin), Some(OUTSIDE)) && !may_follow(Some(begin), None));
        assert!(!may_follow(None, Some(end)) && !may_follow(Some(OUTSIDE), Some(end)));
        assert!(!may_follow(Some(begin), Some(tag_of(EntityType::Location, Place::End))));
        assert!(may_follow(None, None) && may_follow(None, Some(OUTSIDE)));
    }

    #[test]
    fn the_best_tags_make_whole_names() {
        let mut scores = vec![0.0; 3 * NAME_TAGS];
        scores[tag_of(EntityType::Person, Place::Begin)] = 5.0;
        scores[NAME_TAGS + tag_of(EntityType::Location, Place::End)] = 6.0;
        scores[NAME_TAGS + tag_of(EntityType::Person, Place::End)] = 5.5;
        scores[2 * NAME_TAGS + OUTSIDE] = 1.0;
        let steps = Steps::new(&[0.0; NAME_TAGS * NAME_TAGS]);
        let factors = lattice::factors(|from, to| steps.step(from, to));
        let found = names(&steps.best(&scores), &scores, &factors);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].first, found[0].last, found[0].kind), (0, 1, EntityType::Person));
        assert!(found[0].confidence > 0.3 && found[0].confidence < 1.0);
    }
}
