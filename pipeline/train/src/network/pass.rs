//! One pass over some sentences, forward and backward.
//!
//! Answers for: the loss of the examples and its slopes, with what is dropped on the way so that the network does not
//! lean on single numbers. Leaves to others: the parts (`linear`, `recurrent`, `chain`, `arcs`) and what is done with
//! the slopes (`optimiser`).

use std::collections::HashMap;
use std::ops::Range;

use annotate::language::curve::{ln, softmax};
use annotate::language::encoder::set_bits;
use annotate::language::form::{OWN, Rows};
use annotate::language::names::{Steps, add_hint};
use annotate::language::network::{
    BOTH, EMBEDDING, END_BIAS, END_PRODUCT, ENDS, FORM, FORM_BIAS, FORM_PRODUCT, INPUT, LAYER_1, LAYER_2,
    LAYER_3, Layer, NAME_BIAS, NAME_HINTS, NAME_PRODUCT, NAME_STEPS, NAME_TAGS, NO_VECTOR, TAG_BIAS,
    TAG_PRODUCT, TAGS, VECTOR, WEIGHTS,
};
use annotate::language::parser::open_heads;

use super::Weights;
use super::arcs::Ends;
use super::chain;
use super::example::{Example, Form, Vocabulary};
use super::linear::Linear;
use super::random::{Random, mask_with};
use super::recurrent::{Run, Source};

const FORMS: Linear = Linear { product: FORM_PRODUCT, bias: FORM_BIAS };
const TAGGER: Linear = Linear { product: TAG_PRODUCT, bias: TAG_BIAS };
const NAMES: Linear = Linear { product: NAME_PRODUCT, bias: NAME_BIAS };
const ENDS_OF_ARCS: Linear = Linear { product: END_PRODUCT, bias: END_BIAS };

/// A row of embeddings that was dropped.
pub(crate) const DROPPED: u32 = u32::MAX;

/// How much is dropped.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rates {
    /// Of the numbers of forms.
    pub(crate) forms: f32,
    /// Of the outputs of layers.
    pub(crate) layers: f32,
    /// Of what only one form has, for a form met once; half as often for one met twice as often and so on.
    pub(crate) own: f32,
    /// Of vectors, and of bits.
    pub(crate) outer: f32,
}

impl Rates {
    /// Nothing is dropped.
    #[cfg(test)]
    pub(crate) const NONE: Self = Self { forms: 0.0, layers: 0.0, own: 0.0, outer: 0.0 };
}

/// The slopes of a pass: those of the weights, and for each form its rows and their slope.
#[derive(Debug)]
pub(crate) struct Slopes {
    pub(crate) dense: Vec<f32>,
    pub(crate) forms: Vec<(Rows, [f32; EMBEDDING])>,
    pub(crate) loss: f32,
}

/// The forms of some sentences, each once.
struct Forms {
    rows: Vec<Rows>,
    has_vector: Vec<bool>,
    input: Vec<f32>,
    /// The place of each word's form.
    of_words: Vec<usize>,
}

impl Forms {
    fn new(
        (weights, vocabulary): (&Weights, &Vocabulary),
        examples: &[Example<'_>],
        random: (&mut Random, Rates),
    ) -> Self {
        let (random, rates) = random;
        let mut places = HashMap::new();
        let mut forms = Self { rows: vec![], has_vector: vec![], input: vec![], of_words: vec![] };
        for &form in examples.iter().flat_map(|example| &example.forms) {
            let place = *places.entry(form).or_insert_with(|| {
                forms.add(weights, &vocabulary.forms[form as usize], (random, rates));
                forms.rows.len() - 1
            });
            forms.of_words.push(place);
        }
        forms
    }

    fn add(&mut self, weights: &Weights, form: &Form, (random, rates): (&mut Random, Rates)) {
        let mut rows = form.rows;
        if random.fraction() < rates.own / form.count as f32 {
            for slot in OWN {
                rows[slot] = DROPPED;
            }
        }
        let vector = form.vector.filter(|_| random.fraction() >= rates.outer);
        let bits = if random.fraction() >= rates.outer { form.bits } else { 0 };
        let start = self.input.len();
        self.input.resize(start + INPUT, 0.0);
        let (embedding, rest) = self.input[start..].split_at_mut(EMBEDDING);
        for &row in rows.iter().filter(|row| **row != DROPPED) {
            let row = &weights.embeddings[row as usize * EMBEDDING..][..EMBEDDING];
            embedding.iter_mut().zip(row).for_each(|(sum, number)| *sum += number);
        }
        let (numbers, rest) = rest.split_at_mut(VECTOR);
        numbers.copy_from_slice(vector.as_ref().map_or(NO_VECTOR.of(&weights.dense), |vector| vector));
        set_bits(bits, rest);
        self.rows.push(rows);
        self.has_vector.push(vector.is_some());
    }
}

/// The slopes of the loss of `examples`.
pub(crate) fn slopes(
    (weights, vocabulary): (&Weights, &Vocabulary),
    examples: &[Example<'_>],
    (random, rates): (&mut Random, Rates),
) -> Slopes {
    let forms = Forms::new((weights, vocabulary), examples, (random, rates));
    let sentences = ranges(examples);
    let dense = &weights.dense;
    let mut slopes = vec![0.0; WEIGHTS];

    let mut hidden = FORMS.forward(dense, &forms.input);
    for number in &mut hidden {
        *number = number.max(0.0);
    }
    let hidden_mask = random.drop(rates.forms, &mut hidden);
    let first = Linear { product: LAYER_1.product, bias: LAYER_1.bias };
    let asked = first.forward(dense, &hidden);
    let source = Source { asked: &asked, rows: Some(&forms.of_words), highway: None };
    let mut run = Run::forward((LAYER_1, dense), &sentences, source);
    let mask = random.drop(rates.layers, &mut run.output);

    let mut above = Above { dense, sentences: &sentences, rates, loss: 0.0 };
    let mut out = above.learn(examples, &run.output, (random, &mut slopes));
    mask_with(&mask, &mut out);

    let found = run.back((LAYER_1, dense, &mut slopes), (&sentences, source), &out);
    first.learn(&hidden, &found.asked, &mut slopes);
    let mut hidden_slopes = vec![0.0; hidden.len()];
    first.back(dense, &found.asked, &mut hidden_slopes);
    mask_with(&hidden_mask, &mut hidden_slopes);
    for (slope, number) in hidden_slopes.iter_mut().zip(&hidden) {
        *slope = if *number > 0.0 { *slope } else { 0.0 };
    }
    FORMS.learn(&forms.input, &hidden_slopes, &mut slopes);
    let loss = above.loss;
    Slopes { forms: form_slopes(dense, &forms, (&hidden_slopes, &mut slopes)), dense: slopes, loss }
}

/// The slopes of the embeddings of each form; those of the vector that stands in are added to `slopes`.
fn form_slopes(
    dense: &[f32],
    forms: &Forms,
    (hidden, slopes): (&[f32], &mut [f32]),
) -> Vec<(Rows, [f32; EMBEDDING])> {
    let mut input = vec![0.0; forms.input.len()];
    FORMS.back(dense, hidden, &mut input);
    debug_assert_eq!(hidden.len() / FORM, forms.rows.len());
    let mut found = Vec::with_capacity(forms.rows.len());
    for ((rows, has_vector), input) in forms.rows.iter().zip(&forms.has_vector).zip(input.chunks_exact(INPUT))
    {
        let (embedding, rest) = input.split_at(EMBEDDING);
        found.push((*rows, embedding.try_into().expect("it has that length")));
        if !has_vector {
            let stand_in = &mut slopes[NO_VECTOR.range()];
            stand_in.iter_mut().zip(rest).for_each(|(sum, slope)| *sum += slope);
        }
    }
    found
}

fn ranges(examples: &[Example<'_>]) -> Vec<Range<usize>> {
    let mut end = 0;
    let range = |example: &Example<'_>| {
        let start = end;
        end += example.forms.len();
        start..end
    };
    examples.iter().map(range).collect()
}

/// Everything above the first layer.
struct Above<'a> {
    dense: &'a [f32],
    sentences: &'a [Range<usize>],
    rates: Rates,
    loss: f32,
}

impl Above<'_> {
    /// The slopes of `input`, the output of the first layer.
    fn learn(
        &mut self,
        examples: &[Example<'_>],
        input: &[f32],
        (random, slopes): (&mut Random, &mut [f32]),
    ) -> Vec<f32> {
        let (mut run, asked) = self.layer(LAYER_2, input);
        let mask = random.drop(self.rates.layers, &mut run.output);
        let mut out = vec![0.0; input.len()];
        self.learn_tags(examples, &run.output, (&mut out, slopes));
        self.learn_names(examples, &run.output, (&mut out, slopes));
        if examples.iter().any(|example| example.gold.tree.is_some()) {
            let (mut third, third_asked) = self.layer(LAYER_3, &run.output);
            let third_mask = random.drop(self.rates.layers, &mut third.output);
            let mut third_out = self.learn_trees(examples, &third.output, slopes);
            mask_with(&third_mask, &mut third_out);
            self.back((LAYER_3, slopes), (&third, &third_asked, &run.output), (&third_out, &mut out));
        }
        mask_with(&mask, &mut out);
        let mut below = vec![0.0; input.len()];
        self.back((LAYER_2, slopes), (&run, &asked, input), (&out, &mut below));
        below
    }

    fn layer(&self, layer: Layer, input: &[f32]) -> (Run, Vec<f32>) {
        let linear = Linear { product: layer.product, bias: layer.bias };
        let asked = linear.forward(self.dense, input);
        let source = Source { asked: &asked, rows: None, highway: Some(input) };
        (Run::forward((layer, self.dense), self.sentences, source), asked)
    }

    /// Adds the slopes of the input of a layer to `below`, for the slopes `out` of its output.
    fn back(
        &self,
        (layer, slopes): (Layer, &mut [f32]),
        (run, asked, input): (&Run, &[f32], &[f32]),
        (out, below): (&[f32], &mut [f32]),
    ) {
        let source = Source { asked, rows: None, highway: Some(input) };
        let found = run.back((layer, self.dense, slopes), (self.sentences, source), out);
        let linear = Linear { product: layer.product, bias: layer.bias };
        linear.learn(input, &found.asked, slopes);
        linear.back(self.dense, &found.asked, below);
        below.iter_mut().zip(&found.highway).for_each(|(below, slope)| *below += slope);
    }

    fn learn_tags(
        &mut self,
        examples: &[Example<'_>],
        second: &[f32],
        (out, slopes): (&mut [f32], &mut [f32]),
    ) {
        let mut scores = TAGGER.forward(self.dense, second);
        for (example, words) in examples.iter().zip(self.sentences) {
            let rows = &mut scores[words.start * TAGS..words.end * TAGS];
            let Some(tags) = &example.gold.tags else {
                rows.fill(0.0);
                continue;
            };
            for (row, &tag) in rows.chunks_exact_mut(TAGS).zip(tags) {
                softmax(row);
                self.loss -= ln(row[usize::from(tag)].max(1e-9));
                row[usize::from(tag)] -= 1.0;
            }
        }
        TAGGER.learn(second, &scores, slopes);
        TAGGER.back(self.dense, &scores, out);
    }

    fn learn_names(
        &mut self,
        examples: &[Example<'_>],
        second: &[f32],
        (out, slopes): (&mut [f32], &mut [f32]),
    ) {
        let mut scores = NAMES.forward(self.dense, second);
        let hints = || examples.iter().flat_map(|example| &example.hints);
        for (row, &hint) in scores.chunks_exact_mut(NAME_TAGS).zip(hints()) {
            add_hint(self.dense, hint, row);
        }
        let mut found = vec![0.0; scores.len()];
        let steps = Steps::new(NAME_STEPS.of(self.dense));
        for (example, words) in examples.iter().zip(self.sentences) {
            let Some(names) = &example.gold.names else { continue };
            let rows = words.start * NAME_TAGS..words.end * NAME_TAGS;
            let into = (&mut found[rows.clone()], &mut slopes[NAME_STEPS.range()]);
            self.loss += chain::loss(&scores[rows], &steps, names, into);
        }
        for (row, hint) in found.chunks_exact(NAME_TAGS).zip(hints()) {
            let Some(hint) = usize::from(*hint).checked_sub(1) else { continue };
            let gives = &mut slopes[NAME_HINTS.range()][hint * NAME_TAGS..][..NAME_TAGS];
            gives.iter_mut().zip(row).for_each(|(sum, slope)| *sum += slope);
        }
        NAMES.learn(second, &found, slopes);
        NAMES.back(self.dense, &found, out);
    }

    /// The slopes of the third layer's output.
    fn learn_trees(&mut self, examples: &[Example<'_>], third: &[f32], slopes: &mut [f32]) -> Vec<f32> {
        let mut ends = ENDS_OF_ARCS.forward(self.dense, third);
        ends.chunks_exact_mut(ENDS).for_each(open_heads);
        let mut end_slopes = vec![0.0; ends.len()];
        let mut arcs = Ends { weights: self.dense, all: &ends, slopes, end_slopes: &mut end_slopes };
        for (example, words) in examples.iter().zip(self.sentences) {
            let Some(tree) = &example.gold.tree else { continue };
            self.loss += arcs.head_loss(words, tree) + arcs.label_loss(words, tree);
        }
        arcs.close_heads();
        ENDS_OF_ARCS.learn(third, &end_slopes, slopes);
        let mut out = vec![0.0; third.len() / BOTH * BOTH];
        ENDS_OF_ARCS.back(self.dense, &end_slopes, &mut out);
        out
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use annotate::language::network::{EMBEDDING, PARTS};

    use super::{Rates, Slopes, slopes};
    use crate::network::Weights;
    use crate::network::arcs::Tree;
    use crate::network::example::{Example, Gold, Vocabulary};
    use crate::network::random::Random;

    fn gold() -> [Gold; 2] {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect();
        let tree = Tree { heads: vec![2, 3, 0, 3], relations: vec![1, 4, 2, 3] };
        let tags = Some(vec![1, 5, 3, 2]);
        let full = Gold { words: words("the mayor of Velmora"), tags, tree: Some(tree), ..Gold::default() };
        let names = Some(vec![1, 1 | 1 << 4, 1 << 5, 1 << 6, 1 << 7]);
        [full, Gold { words: words("in old New York City"), names, ..Gold::default() }]
    }

    fn weights() -> Weights {
        let mut random = Random::new(4);
        let mut weights = Weights::first(&mut random);
        for weight in weights.dense.iter_mut().chain(&mut weights.embeddings) {
            *weight += random.within(0.1);
        }
        weights
    }

    fn of(weights: &Weights, vocabulary: &Vocabulary, examples: &[Example<'_>]) -> Slopes {
        slopes((weights, vocabulary), examples, (&mut Random::new(1), Rates::NONE))
    }

    /// How fast the loss grows along the slopes of `range`, and how long they are: the same, if they are right.
    fn along(
        (weights, vocabulary): (&Weights, &Vocabulary),
        examples: &[Example<'_>],
        slopes: &[f32],
        range: Range<usize>,
    ) -> (f32, f32) {
        let length = slopes[range.clone()].iter().map(|slope| slope * slope).sum::<f32>().sqrt();
        let loss = |far: f32| {
            let mut moved = weights.clone();
            for at in range.clone() {
                moved.dense[at] += far * slopes[at] / length;
            }
            of(&moved, vocabulary, examples).loss
        };
        ((loss(2e-3) - loss(-2e-3)) / 4e-3, length)
    }

    #[test]
    fn slopes_are_the_change_of_the_loss() {
        let gold = gold();
        let mut vocabulary = Vocabulary::default();
        let examples: Vec<Example<'_>> = gold.iter().map(|gold| vocabulary.example(gold)).collect();
        let weights = weights();
        let found = of(&weights, &vocabulary, &examples);
        for part in PARTS {
            let (change, length) = along((&weights, &vocabulary), &examples, &found.dense, part.range());
            assert!(
                length > 1e-3 && (change - length).abs() < 0.03 * length + 0.002,
                "{part:?}: {change} {length}"
            );
        }
    }

    #[test]
    fn slopes_of_embeddings_are_the_change_of_the_loss() {
        let gold = gold();
        let mut vocabulary = Vocabulary::default();
        let examples: Vec<Example<'_>> = gold.iter().map(|gold| vocabulary.example(gold)).collect();
        let weights = weights();
        let (rows, slope) = of(&weights, &vocabulary, &examples).forms[1];
        let length = slope.iter().map(|slope| slope * slope).sum::<f32>().sqrt();
        let loss = |far: f32| {
            let mut moved = weights.clone();
            let row = &mut moved.embeddings[rows[0] as usize * EMBEDDING..][..EMBEDDING];
            row.iter_mut().zip(&slope).for_each(|(number, slope)| *number += far * slope / length);
            of(&moved, &vocabulary, &examples).loss
        };
        let change = (loss(2e-3) - loss(-2e-3)) / 4e-3;
        assert!((change / length - 1.0).abs() < 0.03, "{change} {length}");
    }
}
