//! The network: its sizes, its weights and their file.
//!
//! Answers for: what parts there are and how large, the form of `models/language.bin`, and reading it. The file is
//! made by the crate `train`; `models/language.md` tells from what. Leaves to others: what is computed from the
//! weights (`encoder`, `tagger`, `names`, `parser`).

use std::ops::Range;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use schema::labels::{EntityType, Relation, Upos};

use super::form;
use super::phrases::HINTS;
use super::quantised::Quantised;

/// The numbers of an embedding of a feature of a form.
pub const EMBEDDING: usize = 64;

/// The numbers of a pretrained vector.
pub const VECTOR: usize = 64;

/// The lists that a form may stand in, one bit each.
pub const BITS: usize = 32;

/// What is known of a form: its embedding, its vector, its bits.
pub const INPUT: usize = EMBEDDING + VECTOR + BITS;

/// The numbers that stand for a form.
pub const FORM: usize = 128;

/// The numbers that one direction of a layer carries from word to word.
pub const HIDDEN: usize = 96;

/// Both directions.
pub const BOTH: usize = 2 * HIDDEN;

/// What the first layer asks of a form: for each direction candidate, forget gate, output gate and highway.
pub const FIRST: usize = 8 * HIDDEN;

/// What the later layers ask of a word: the highway is their input.
pub const LATER: usize = 6 * HIDDEN;

/// The numbers in which a word is compared with its possible heads.
pub const ARC: usize = 96;

/// The numbers from which a relation is told.
pub const LABEL: usize = 128;

/// What the parser asks of a word: as dependent and as head, for the arc and for the relation.
pub const ENDS: usize = 2 * ARC + 2 * LABEL;

/// The parts of speech.
pub const TAGS: usize = Upos::ALL.len();

/// Outside, and begin, inside, end and single for each type of name.
pub const NAME_TAGS: usize = 1 + 4 * EntityType::ALL.len();

/// The relations.
pub const RELATIONS: usize = Relation::ALL.len();

/// How far a head may be for its distance to count.
pub const REACH: usize = 16;

/// A part of the weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Where it begins among all weights.
    start: usize,
    /// Its rows and columns.
    shape: (usize, usize),
}

impl Part {
    const fn first(rows: usize, columns: usize) -> Self {
        Self { start: 0, shape: (rows, columns) }
    }

    const fn then(self, rows: usize, columns: usize) -> Self {
        Self { start: self.start + self.shape.0 * self.shape.1, shape: (rows, columns) }
    }

    /// Where it stands among all weights.
    pub const fn range(self) -> Range<usize> {
        self.start..self.start + self.shape.0 * self.shape.1
    }

    /// Its rows and columns.
    pub const fn shape(self) -> (usize, usize) {
        self.shape
    }

    /// Its weights among all.
    pub fn of(self, weights: &[f32]) -> &[f32] {
        &weights[self.range()]
    }
}

/// The recurrent layers: what a layer reads, how it carries on, and how it starts.
#[derive(Debug, Clone, Copy)]
pub struct Layer {
    /// From the input to candidates and gates.
    pub product: Part,
    /// What is added to them.
    pub bias: Part,
    /// How the carried numbers move the forget gate.
    pub carry: Part,
    /// What is carried into the first word.
    pub start: Part,
}

impl Layer {
    const fn after(part: Part, input: usize, output: usize) -> Self {
        let product = part.then(input, output);
        let bias = product.then(1, output);
        let carry = bias.then(1, BOTH);
        Self { product, bias, carry, start: carry.then(1, BOTH) }
    }
}

/// From what is known of a form to what stands for it.
pub const FORM_PRODUCT: Part = Part::first(INPUT, FORM);
/// What is added.
pub const FORM_BIAS: Part = FORM_PRODUCT.then(1, FORM);
/// What stands in for the embedding and the vector of a form without a vector.
pub const NO_VECTOR: Part = FORM_BIAS.then(1, VECTOR);
/// The first layer.
pub const LAYER_1: Layer = Layer::after(NO_VECTOR, FORM, FIRST);
/// The second layer.
pub const LAYER_2: Layer = Layer::after(LAYER_1.start, BOTH, LATER);
/// From the second layer to parts of speech.
pub const TAG_PRODUCT: Part = LAYER_2.start.then(BOTH, TAGS);
/// What is added.
pub const TAG_BIAS: Part = TAG_PRODUCT.then(1, TAGS);
/// From the second layer to the tags of names.
pub const NAME_PRODUCT: Part = TAG_BIAS.then(BOTH, NAME_TAGS);
/// What is added.
pub const NAME_BIAS: Part = NAME_PRODUCT.then(1, NAME_TAGS);
/// What a tag of a name (row) gives to the next (column).
pub const NAME_STEPS: Part = NAME_BIAS.then(NAME_TAGS, NAME_TAGS);
/// What a hint of `phrases` gives to each tag.
pub const NAME_HINTS: Part = NAME_STEPS.then(HINTS, NAME_TAGS);
/// The third layer, for trees.
pub const LAYER_3: Layer = Layer::after(NAME_HINTS, BOTH, LATER);
/// From the third layer to the ends of arcs.
pub const END_PRODUCT: Part = LAYER_3.start.then(BOTH, ENDS);
/// What is added.
pub const END_BIAS: Part = END_PRODUCT.then(1, ENDS);
/// The root as a head: of arcs, then of relations.
pub const ROOT: Part = END_BIAS.then(1, ARC + LABEL);
/// What the distance of a head is worth, from far before to far behind.
pub const DISTANCES: Part = ROOT.then(1, 2 * REACH + 1);
/// From both ends to relations.
pub const LABEL_PRODUCT: Part = DISTANCES.then(LABEL, RELATIONS);
/// What is added.
pub const LABEL_BIAS: Part = LABEL_PRODUCT.then(1, RELATIONS);
/// All weights but the embeddings.
pub const WEIGHTS: usize = LABEL_BIAS.range().end;

/// Every part, in order.
pub const PARTS: [Part; 27] = [
    FORM_PRODUCT,
    FORM_BIAS,
    NO_VECTOR,
    LAYER_1.product,
    LAYER_1.bias,
    LAYER_1.carry,
    LAYER_1.start,
    LAYER_2.product,
    LAYER_2.bias,
    LAYER_2.carry,
    LAYER_2.start,
    TAG_PRODUCT,
    TAG_BIAS,
    NAME_PRODUCT,
    NAME_BIAS,
    NAME_STEPS,
    NAME_HINTS,
    LAYER_3.product,
    LAYER_3.bias,
    LAYER_3.carry,
    LAYER_3.start,
    END_PRODUCT,
    END_BIAS,
    ROOT,
    DISTANCES,
    LABEL_PRODUCT,
    LABEL_BIAS,
];

/// What a model file starts with.
const MAGIC: [u8; 4] = *b"CDLN";

/// The version of the file's form and of the features; a file of another cannot be used.
pub const VERSION: u8 = 1;

/// The bytes of an embedding: its unit, in the upper half of a 32-bit float, and a signed byte for each number.
const ROW: usize = EMBEDDING + 2;

/// The weights of the network.
#[derive(Debug, Clone)]
pub struct Network<'b> {
    /// Tells this network from others in the program.
    pub(super) number: u64,
    /// All but the embeddings.
    pub dense: Vec<f32>,
    /// The large products, in whole numbers.
    pub(super) products: Products,
    embeddings: &'b [u8],
}

/// The products that are taken for every word or form.
#[derive(Debug, Clone)]
pub(super) struct Products {
    pub(super) forms: Quantised,
    pub(super) layers: [Quantised; 3],
    pub(super) tags: Quantised,
    pub(super) names: Quantised,
    pub(super) ends: Quantised,
    pub(super) labels: Quantised,
}

impl Products {
    fn new(dense: &[f32]) -> Self {
        let of =
            |product: Part, bias: Part| Quantised::new(product.of(dense), bias.of(dense), product.shape().0);
        Self {
            forms: of(FORM_PRODUCT, FORM_BIAS),
            layers: [LAYER_1, LAYER_2, LAYER_3].map(|layer| of(layer.product, layer.bias)),
            tags: of(TAG_PRODUCT, TAG_BIAS),
            names: of(NAME_PRODUCT, NAME_BIAS),
            ends: of(END_PRODUCT, END_BIAS),
            labels: of(LABEL_PRODUCT, LABEL_BIAS),
        }
    }
}

/// Why bytes are no network that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// They are no such file, or not all of one.
    Malformed,
    /// The file has another version, this one.
    Version(u8),
}

/// How many networks were read.
static READ: AtomicU64 = AtomicU64::new(1);

/// The network that this crate was built with.
pub(super) static BUILT_IN: LazyLock<Network<'static>> = LazyLock::new(|| {
    Network::read(include_bytes!("../../models/language.bin"))
        .expect("a test reads the file, which is part of the crate")
});

impl<'b> Network<'b> {
    /// The network in the file `bytes`.
    ///
    /// # Errors
    ///
    /// [`Unusable`] when they are no such file or one of another version.
    pub fn read(bytes: &'b [u8]) -> Result<Self, Unusable> {
        let rest = bytes.strip_prefix(&MAGIC).ok_or(Unusable::Malformed)?;
        let (&version, rest) = rest.split_first().ok_or(Unusable::Malformed)?;
        if version != VERSION {
            return Err(Unusable::Version(version));
        }
        let (dense, embeddings) =
            rest.split_at_checked(PARTS.len() * 4 + WEIGHTS * 2).ok_or(Unusable::Malformed)?;
        if embeddings.len() != form::ROWS as usize * ROW {
            return Err(Unusable::Malformed);
        }
        let dense = read_dense(dense);
        Ok(Self {
            number: READ.fetch_add(1, Ordering::Relaxed),
            products: Products::new(&dense),
            dense,
            embeddings,
        })
    }

    /// Adds the embedding in `row` to `sum`.
    #[inline]
    pub fn add_embedding(&self, row: u32, sum: &mut [f32]) {
        let start = row as usize * ROW;
        let bytes = &self.embeddings[start..start + ROW];
        let unit = f32::from_bits(u32::from(u16::from_le_bytes([bytes[0], bytes[1]])) << 16);
        for (sum, byte) in sum.iter_mut().zip(&bytes[2..]) {
            *sum += f32::from(byte.cast_signed()) * unit;
        }
    }
}

fn read_dense(bytes: &[u8]) -> Vec<f32> {
    let mut dense = Vec::with_capacity(WEIGHTS);
    let mut rest = bytes;
    for part in PARTS {
        let (unit, after) = rest.split_at(4);
        let (weights, after) = after.split_at(part.range().len() * 2);
        let unit = f32::from_le_bytes([unit[0], unit[1], unit[2], unit[3]]);
        dense.extend(
            weights.chunks_exact(2).map(|pair| f32::from(i16::from_le_bytes([pair[0], pair[1]])) * unit),
        );
        rest = after;
    }
    dense
}

/// The file of a network with these weights and embeddings.
///
/// It holds `CDLN`, the version; for each part its unit (a 32-bit float) and its weights in that unit as 16-bit
/// integers; for each row of the embeddings its unit (the upper half of a 32-bit float) and its numbers in one signed
/// byte each. All little-endian.
pub fn file(dense: &[f32], embeddings: &[f32]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.push(VERSION);
    for part in PARTS {
        let weights = part.of(dense);
        let unit = largest(weights) / f32::from(i16::MAX);
        bytes.extend(unit.to_le_bytes());
        bytes.extend(weights.iter().flat_map(|weight| short(weight / unit).to_le_bytes()));
    }
    for row in embeddings.chunks_exact(EMBEDDING) {
        let bits = (largest(row) / f32::from(i8::MAX)).to_bits();
        let upper = u16::try_from((bits >> 16) + 1).unwrap_or(u16::MAX);
        let unit = f32::from_bits(u32::from(upper) << 16);
        bytes.extend(upper.to_le_bytes());
        bytes.extend(row.iter().flat_map(|weight| byte(weight / unit).to_le_bytes()));
    }
    bytes
}

/// The largest distance from zero, and never zero.
fn largest(weights: &[f32]) -> f32 {
    weights.iter().fold(1e-6, |largest, weight| largest.max(weight.abs()))
}

#[expect(clippy::cast_possible_truncation, reason = "a cast of a float stops at the ends of the range")]
fn short(value: f32) -> i16 {
    value.round_ties_even() as i16
}

#[expect(clippy::cast_possible_truncation, reason = "a cast of a float stops at the ends of the range")]
fn byte(value: f32) -> i8 {
    value.round_ties_even() as i8
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, EMBEDDING, Network, PARTS, Unusable, VERSION, WEIGHTS, file};
    use crate::language::form;

    #[test]
    fn the_file_of_the_crate_is_read() {
        assert_eq!(BUILT_IN.dense.len(), WEIGHTS);
    }

    #[test]
    fn parts_follow_each_other() {
        let mut end = 0;
        for part in PARTS {
            assert_eq!(part.range().start, end);
            end = part.range().end;
        }
        assert_eq!(end, WEIGHTS);
    }

    #[test]
    fn weights_come_back_nearly_the_same() {
        let dense: Vec<f32> = (0..WEIGHTS).map(|nth| (nth % 200) as f32 / 100.0 - 1.0).collect();
        let mut embeddings = vec![0.0; form::ROWS as usize * EMBEDDING];
        embeddings[5 * EMBEDDING] = 0.5;
        embeddings[5 * EMBEDDING + 1] = -0.01;
        let bytes = file(&dense, &embeddings);
        let network = Network::read(&bytes).unwrap();
        assert!(network.dense.iter().zip(&dense).all(|(one, other)| (one - other).abs() < 1e-4));
        let mut sum = vec![1.0; EMBEDDING];
        network.add_embedding(5, &mut sum);
        assert!((sum[0] - 1.5).abs() < 3e-3 && (sum[1] - 0.99).abs() < 3e-3);
        assert!((sum[2] - 1.0).abs() < 1e-6);
    }

    #[test]
    fn another_version_is_refused() {
        assert_eq!(Network::read(b"CDLN\xff").unwrap_err(), Unusable::Version(255));
        assert_eq!(
            Network::read(&[b"CDLN".as_slice(), &[VERSION]].concat()).unwrap_err(),
            Unusable::Malformed
        );
        assert_eq!(Network::read(b"CDSB\x01").unwrap_err(), Unusable::Malformed);
    }
}
