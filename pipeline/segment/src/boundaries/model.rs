//! The trained model: a weight for every feature and the sums above which a junction is a boundary.
//!
//! Answers for: the form of its file, reading it, and the decision. The file is `models/boundaries.bin`, made by the
//! crate `train`; `models/boundaries.md` tells from what.

use std::sync::LazyLock;

use super::junction::{FEATURE_BITS, Junction, Manner};

/// The weights that this crate was built with.
pub(super) static BUILT_IN: LazyLock<Model<'static>> = LazyLock::new(|| {
    Model::read(include_bytes!("../../models/boundaries.bin"))
        .expect("a test reads the file, which is part of the crate")
});

/// What a model file starts with.
const MAGIC: [u8; 4] = *b"CDSB";

/// The version of the file's form and of the features; a file of another cannot be used.
pub const VERSION: u8 = 1;

/// How many weights a model has.
pub const WEIGHTS: usize = 1 << FEATURE_BITS;

/// The bytes before the weights: magic, version, and two thresholds.
const HEADER: usize = 9;

/// A linear model with weights of one byte.
///
/// Its file: `CDSB`, the version, the thresholds of closed and of open blocks as little-endian 16-bit integers with
/// a sign, and a signed byte for every weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Model<'b> {
    weights: &'b [u8],
    thresholds: Thresholds,
}

/// The sums above which a junction is a boundary, in units of the weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// In blocks that end in a stop.
    pub closed: i16,
    /// In others.
    pub open: i16,
}

/// Why bytes are no model that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// They are no model file, or not all of one.
    Malformed,
    /// The file has another version, this one.
    Version(u8),
}

impl<'b> Model<'b> {
    /// The model in the file `bytes`.
    ///
    /// # Errors
    ///
    /// [`Unusable`] when they are no such file or one of another version.
    pub fn read(bytes: &'b [u8]) -> Result<Self, Unusable> {
        let rest = bytes.strip_prefix(&MAGIC).ok_or(Unusable::Malformed)?;
        match *rest {
            [VERSION, c0, c1, o0, o1, ref weights @ ..] if weights.len() == WEIGHTS => {
                let closed = i16::from_le_bytes([c0, c1]);
                let open = i16::from_le_bytes([o0, o1]);
                Ok(Self { weights, thresholds: Thresholds { closed, open } })
            }
            [version, ..] if version != VERSION => Err(Unusable::Version(version)),
            _ => Err(Unusable::Malformed),
        }
    }

    /// Whether a sentence begins at `junction`.
    pub fn cuts(&self, junction: &Junction) -> bool {
        let weight = |&feature: &u32| i32::from(self.weights[feature as usize].cast_signed());
        let threshold = match junction.manner {
            Manner::Closed => self.thresholds.closed,
            Manner::Open => self.thresholds.open,
        };
        junction.features.iter().map(weight).sum::<i32>() > i32::from(threshold)
    }
}

/// The file of a model with these weights.
///
/// # Panics
///
/// When there are not as many weights as [`WEIGHTS`].
pub fn file(weights: &[i8], thresholds: Thresholds) -> Vec<u8> {
    assert_eq!(weights.len(), WEIGHTS, "a model has a weight for every feature");
    let mut bytes = Vec::with_capacity(HEADER + WEIGHTS);
    bytes.extend(MAGIC);
    bytes.push(VERSION);
    bytes.extend(thresholds.closed.to_le_bytes());
    bytes.extend(thresholds.open.to_le_bytes());
    bytes.extend(weights.iter().map(|weight| weight.cast_unsigned()));
    bytes
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, HEADER, Model, Thresholds, Unusable, VERSION, WEIGHTS, file};
    use crate::boundaries::junction::{FEATURES, Junction, Manner};

    fn made() -> Vec<u8> {
        let mut weights = vec![0; WEIGHTS];
        weights[7] = 3;
        weights[WEIGHTS - 1] = -2;
        file(&weights, Thresholds { closed: 40, open: -5 })
    }

    fn junction(feature: u32, manner: Manner) -> Junction {
        Junction { at: 0, manner, features: [feature; FEATURES] }
    }

    #[test]
    fn the_built_in_model_loads() {
        assert!(BUILT_IN.weights.iter().any(|&weight| weight != 0));
    }

    #[test]
    fn a_file_is_read_as_it_was_made() {
        let bytes = made();
        let model = Model::read(&bytes).unwrap();
        assert_eq!(model.thresholds, Thresholds { closed: 40, open: -5 });
        assert!(model.cuts(&junction(7, Manner::Closed)));
        assert!(!model.cuts(&junction(0, Manner::Closed)));
        assert!(model.cuts(&junction(0, Manner::Open)));
        assert!(!model.cuts(&junction(u32::try_from(WEIGHTS).unwrap() - 1, Manner::Open)));
    }

    #[test]
    fn another_version_is_refused() {
        let mut bytes = made();
        bytes[4] = VERSION + 1;
        assert_eq!(Model::read(&bytes), Err(Unusable::Version(VERSION + 1)));
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let bytes = made();
        assert_eq!(Model::read(&bytes[..HEADER + 9]), Err(Unusable::Malformed));
        assert_eq!(Model::read(&bytes[1..]), Err(Unusable::Malformed));
        assert_eq!(Model::read(b"CDSB"), Err(Unusable::Malformed));
        assert_eq!(Model::read(b""), Err(Unusable::Malformed));
    }
}
