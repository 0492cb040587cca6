//! Learning the network of the language layer.
//!
//! Answers for: its weights, learnt by gradient descent from sentences each of which says some of parts of speech,
//! trees and names. The same examples give the same weights whatever the number of threads: a step's examples are
//! parted into a fixed number of shares whose slopes are summed in a fixed order. Leaves to others: what the weights
//! compute, which is `annotate`'s, and reading gold.

pub(crate) mod arcs;
pub(crate) mod chain;
pub(crate) mod example;
mod linear;
mod optimiser;
pub(crate) mod pass;
pub(crate) mod random;
mod recurrent;

use std::thread;

use annotate::language::form::ROWS;
use annotate::language::network::{
    EMBEDDING, FORM_BIAS, HIDDEN, LAYER_1, LAYER_2, LAYER_3, Layer, NAME_HINTS, NAME_STEPS, PARTS, Part,
    ROOT, WEIGHTS,
};

use example::{Example, Gold, Vocabulary};
use optimiser::Optimiser;
use pass::Rates;
use random::Random;

/// The weights as they are learnt.
#[derive(Debug, Clone)]
pub(crate) struct Weights {
    pub(crate) dense: Vec<f32>,
    pub(crate) embeddings: Vec<f32>,
}

/// How the network is taught.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Course {
    /// How often each example is met.
    pub(crate) passes: usize,
    /// The words of a step.
    pub(crate) words: usize,
    /// How far a weight moves in the first steps; the way to zero is a straight line.
    pub(crate) step: f32,
    /// What is dropped.
    pub(crate) rates: Rates,
}

/// The course that the model of the crate takes.
pub(crate) const COURSE: Course = Course {
    passes: 14,
    words: 1200,
    step: 2.5e-3,
    rates: Rates { forms: 0.15, layers: 0.2, own: 0.5, outer: 0.1 },
};

/// The shares of a step.
const SHARES: usize = 4;

/// The seed of all that is drawn.
const SEED: u64 = 20;

/// The steps in which the step size grows from zero.
const WARM: f32 = 100.0;

/// The weights learnt from `gold`; `after_pass` is told each pass's number, mean loss and weights.
pub(crate) fn learn(
    gold: &[Gold],
    course: Course,
    mut after_pass: impl FnMut(usize, f32, &Weights),
) -> Weights {
    let mut vocabulary = Vocabulary::default();
    let examples: Vec<Example<'_>> = gold.iter().map(|gold| vocabulary.example(gold)).collect();
    let mut random = Random::new(SEED);
    let mut weights = Weights::first(&mut random);
    let mut optimiser = Optimiser::new();
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let words: usize = examples.iter().map(|example| example.forms.len()).sum();
    let all = (words * course.passes) as f32;
    let (mut met, mut steps) = (0, 0.0);
    for pass in 0..course.passes {
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for batch in batches(&order, &examples, course.words) {
            let count: usize = batch.iter().map(|example| example.forms.len()).sum();
            let slopes = all_slopes((&weights, &vocabulary), &batch, (&mut random, course.rates));
            loss += slopes.iter().map(|slopes| slopes.loss).sum::<f32>();
            steps += 1.0;
            let size = course.step * (1.0 - met as f32 / all) * (steps / WARM).min(1.0);
            optimiser.step(&mut weights, &slopes, (size, 1.0 / count as f32));
            met += count;
        }
        after_pass(pass + 1, loss / words as f32, &weights);
    }
    weights
}

/// The examples in `order`, in steps of about `words` words.
fn batches<'g>(order: &[usize], examples: &[Example<'g>], words: usize) -> Vec<Vec<Example<'g>>> {
    let mut batches = vec![vec![]];
    let mut count = 0;
    for &nth in order {
        if count >= words {
            batches.push(vec![]);
            count = 0;
        }
        count += examples[nth].forms.len();
        batches.last_mut().expect("there is one").push(examples[nth].clone());
    }
    batches
}

/// The slopes of each share of a step.
fn all_slopes(
    known: (&Weights, &Vocabulary),
    batch: &[Example<'_>],
    (random, rates): (&mut Random, Rates),
) -> Vec<pass::Slopes> {
    let shares = batch.chunks(batch.len().div_ceil(SHARES));
    let mut works: Vec<_> = shares.map(|share| (share, Random::new(seed(random)))).collect();
    let threads = thread::available_parallelism().map_or(1, usize::from).min(works.len());
    let each = works.len().div_ceil(threads);
    thread::scope(|scope| {
        let run = |works: &mut [(&[Example<'_>], Random)]| -> Vec<_> {
            works.iter_mut().map(|(share, random)| pass::slopes(known, share, (random, rates))).collect()
        };
        let handles: Vec<_> = works.chunks_mut(each).map(|works| scope.spawn(move || run(works))).collect();
        handles.into_iter().flat_map(|handle| handle.join().expect("no pass panics")).collect()
    })
}

fn seed(random: &mut Random) -> u64 {
    u64::from(random.fraction().to_bits())
}

impl Weights {
    /// What learning starts from: small numbers for products, ones that keep for gates, zero for all others. Zero
    /// embeddings say nothing, so that features which no example has go on saying nothing; the bias of forms keeps their
    /// numbers above zero, where slopes pass.
    fn first(random: &mut Random) -> Self {
        let mut dense = vec![0.0; WEIGHTS];
        for part in PARTS {
            let (rows, columns) = part.shape();
            if rows > 1 && part != NAME_STEPS && part != NAME_HINTS || part == ROOT {
                let range = (6.0 / (rows + columns.min(4 * rows)) as f32).sqrt();
                dense[part.range()].iter_mut().for_each(|weight| *weight = random.within(range));
            }
        }
        dense[FORM_BIAS.range()].fill(0.1);
        for (Layer { bias, .. }, width) in [(LAYER_1, 4), (LAYER_2, 3), (LAYER_3, 3)] {
            open_gates(bias, width, &mut dense);
        }
        Self { dense, embeddings: vec![0.0; ROWS as usize * EMBEDDING] }
    }
}

/// Lets a layer start with a mind for the words before.
fn open_gates(bias: Part, width: usize, dense: &mut [f32]) {
    for side in dense[bias.range()].chunks_exact_mut(width * HIDDEN) {
        side[HIDDEN..2 * HIDDEN].fill(0.5);
    }
}

#[cfg(test)]
mod tests {
    use annotate::language::network::{Network, file};
    use annotate::language::{Layers, read_with};
    use schema::labels::{EntityType, Relation, Upos};

    use super::arcs::Tree;
    use super::example::Gold;
    use super::pass::Rates;
    use super::{Course, learn};

    const COURSE: Course = Course { passes: 80, words: 16, step: 1e-2, rates: Rates::NONE };

    /// Sentences of one pattern: a person sleeps in a town.
    fn gold() -> Vec<Gold> {
        let sentence = |(who, town): (&str, &str)| {
            let words = [who, "sleeps", "in", town, "."].map(str::to_owned).to_vec();
            let tags = [Upos::Propn, Upos::Verb, Upos::Adp, Upos::Propn, Upos::Punct];
            let relations = [Relation::Nsubj, Relation::Root, Relation::Case, Relation::Obl, Relation::Punct];
            let tree =
                Tree { heads: vec![2, 0, 4, 2, 2], relations: relations.map(|one| one as u8).to_vec() };
            let names = Some(vec![1 << 4, 1, 1, 1 << 8, 1]);
            Gold {
                words,
                tags: Some(tags.map(|one| one as u8).to_vec()),
                tree: Some(tree),
                names,
                ..Gold::default()
            }
        };
        [("Ada", "Velmora"), ("Tarik", "Norrholm"), ("Ilse", "Oster"), ("Holt", "Marlow")]
            .map(sentence)
            .to_vec()
    }

    fn learnt(course: Course) -> Vec<u8> {
        let weights = learn(&gold(), course, |_, _, _| {});
        file(&weights.dense, &weights.embeddings)
    }

    #[test]
    fn the_same_gold_gives_the_same_bytes() {
        let course = Course { passes: 2, rates: super::COURSE.rates, ..COURSE };
        assert!(learnt(course) == learnt(course));
    }

    #[test]
    fn what_is_learnt_is_found_again() {
        let bytes = learnt(COURSE);
        let network = Network::read(&bytes).unwrap();
        let words = ["Ilse", "sleeps", "in", "Norrholm", "."];
        let reading = &read_with(&network, &[&words], Layers::Trees)[0];
        assert_eq!(reading.upos, [Upos::Propn, Upos::Verb, Upos::Adp, Upos::Propn, Upos::Punct]);
        assert_eq!(reading.heads, [2, 0, 4, 2, 2]);
        assert_eq!(reading.relations[3], Relation::Obl);
        let names: Vec<_> = reading.names.iter().map(|name| (name.first, name.last, name.kind)).collect();
        assert_eq!(names, [(0, 0, EntityType::Person), (3, 3, EntityType::Location)]);
        let fast = &read_with(&network, &[&words], Layers::Names)[0];
        assert!(fast.heads.is_empty() && fast.upos == reading.upos && fast.names == reading.names);
    }
}
