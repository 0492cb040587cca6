//! The encoder: from word forms to numbers that tell their sense in the sentence.
//!
//! Answers for: what is asked of a form, kept for the forms seen last, and the recurrent layers over the words of a
//! few sentences at a time. Leaves to others: what the numbers say (`tagger`, `names`, `parser`).

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::form;
use super::gazetteer;
use super::matrix::widest;
use super::network::{
    BITS, BOTH, EMBEDDING, FIRST, INPUT, LATER, LAYER_1, LAYER_2, LAYER_3, Layer, NO_VECTOR, Network, VECTOR,
};
use super::phrases::{self, Hint};
use super::quantised::Quantised;
use super::recurrence::{over_input, sweep, with_highway};
use super::vectors;

/// The forms that a thread keeps; when there are more it forgets all and starts again.
const KEPT: usize = 1 << 13;

thread_local! {
    static FORMS: RefCell<Forms> = RefCell::new(Forms::default());
}

/// What is known of a form before the network: its embedding, its vector and its bits, in `input`.
fn known(network: &Network<'_>, (form, bits): (&str, u32), folded: &mut String, input: &mut [f32]) {
    form::fold(form, folded);
    let (embedding, rest) = input.split_at_mut(EMBEDDING);
    for row in form::rows(form, folded) {
        network.add_embedding(row, embedding);
    }
    let (vector, numbers) = rest.split_at_mut(VECTOR);
    let vector: &mut [f32; VECTOR] = vector.try_into().expect("it has that length");
    if !vectors::add(&form.to_lowercase(), vector) {
        vector.copy_from_slice(NO_VECTOR.of(&network.dense));
    }
    set_bits(bits, numbers);
}

/// Each bit as a number.
pub fn set_bits(bits: u32, numbers: &mut [f32]) {
    for (nth, number) in numbers.iter_mut().enumerate().take(BITS) {
        *number = if bits >> nth & 1 == 1 { 1.0 } else { 0.0 };
    }
}

/// The words of some sentences, and what the second layer says of them.
#[derive(Debug)]
pub(super) struct Encoded {
    /// `BOTH` numbers a word.
    pub(super) second: Vec<f32>,
    /// The words of each sentence.
    pub(super) sentences: Vec<Range<usize>>,
    /// Where names that the lists know stand.
    pub(super) hints: Vec<Hint>,
}

/// The first two layers over `sentences`.
pub(super) fn encode(network: &Network<'_>, sentences: &[&[&str]]) -> Encoded {
    let ranges = ranges(sentences);
    let words = ranges.last().map_or(0, |range| range.end);
    let mut first = vec![0.0; words * BOTH];
    let mut hints = Vec::with_capacity(words);
    FORMS.with_borrow_mut(|forms| {
        let rows = forms.rows(network, sentences);
        for (sentence, range) in sentences.iter().zip(&ranges) {
            hints.extend(phrases::hints(sentence, |word| forms.bits[rows[range.start + word]]));
        }
        let asked = |word: usize, side| with_highway(&forms.asked[rows[word] * FIRST..][..FIRST], side);
        widest(
            #[inline(always)]
            || {
                for range in &ranges {
                    sweep((LAYER_1, &network.dense), range.clone(), asked, &mut first);
                }
            },
        );
    });
    let second = layer(network, (LAYER_2, &network.products.layers[1]), &first, &ranges);
    Encoded { second, sentences: ranges, hints }
}

/// The third layer, for trees.
pub(super) fn deepen(network: &Network<'_>, encoded: &Encoded) -> Vec<f32> {
    layer(network, (LAYER_3, &network.products.layers[2]), &encoded.second, &encoded.sentences)
}

fn ranges(sentences: &[&[&str]]) -> Vec<Range<usize>> {
    let mut end = 0;
    let range = |sentence: &&[&str]| {
        let start = end;
        end += sentence.len();
        start..end
    };
    sentences.iter().map(range).collect()
}

/// A later layer over all sentences.
fn layer(
    network: &Network<'_>,
    (layer, product): (Layer, &Quantised),
    input: &[f32],
    ranges: &[Range<usize>],
) -> Vec<f32> {
    let asked = product.products(input);
    let mut out = vec![0.0; input.len()];
    let of_word =
        |word: usize, side| over_input(&asked[word * LATER..][..LATER], &input[word * BOTH..][..BOTH], side);
    widest(
        #[inline(always)]
        || {
            for range in ranges {
                sweep((layer, &network.dense), range.clone(), of_word, &mut out);
            }
        },
    );
    out
}

/// What the first layer asks of the forms seen last.
#[derive(Debug, Default)]
struct Forms {
    /// The number of the network that was asked.
    network: u64,
    rows: HashMap<Box<str>, usize, BuildHasherDefault<FormHasher>>,
    /// `FIRST` numbers a form.
    asked: Vec<f32>,
    /// The lists that each form stands in.
    bits: Vec<u32>,
}

impl Forms {
    /// The row of each word, after what is asked of the new ones was computed.
    fn rows(&mut self, network: &Network<'_>, sentences: &[&[&str]]) -> Vec<usize> {
        self.asked.reserve_exact(((KEPT + KEPT / 16) * FIRST).saturating_sub(self.asked.len()));
        if self.rows.len() > KEPT || self.network != network.number {
            self.network = network.number;
            self.rows.clear();
            self.asked.clear();
            self.bits.clear();
        }
        let mut input = Vec::new();
        let mut folded = String::new();
        let rows = sentences.iter().copied().flatten();
        let row = |form: &&str| {
            if let Some(&row) = self.rows.get(*form) {
                return row;
            }
            let row = self.rows.len();
            self.rows.insert((*form).into(), row);
            input.resize(input.len() + INPUT, 0.0);
            let start = input.len() - INPUT;
            let bits = gazetteer::bits(form);
            self.bits.push(bits);
            known(network, (form, bits), &mut folded, &mut input[start..]);
            row
        };
        let rows = rows.map(row).collect();
        self.ask(network, &input);
        rows
    }

    /// Adds what is asked of forms of which `input` is known.
    fn ask(&mut self, network: &Network<'_>, input: &[f32]) {
        let mut forms = network.products.forms.products(input);
        for number in &mut forms {
            *number = number.max(0.0);
        }
        let asked = network.products.layers[0].products(&forms);
        self.asked.extend(asked);
    }
}

/// Mixes eight bytes at a time; the forms are no secret and nobody attacks the table.
#[derive(Debug, Default)]
struct FormHasher(u64);

impl Hasher for FormHasher {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..part.len()].copy_from_slice(part);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}
