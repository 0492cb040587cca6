//! What is found.
//!
//! Answers for: the options of this stage with their defaults. What a run needs is the pipeline's to know.

use crate::Layers;

/// What is read where nothing else is asked for: a tree takes longer than all the rest together.
const DEFAULT_LAYERS: Layers = Layers::Names;

/// What the third stage finds beside what it always finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// How much is read of each sentence: up to its names, or its tree too, without which a token has no head.
    /// Default: up to its names.
    pub layers: Layers,
}

impl Default for Options {
    fn default() -> Self {
        Self { layers: DEFAULT_LAYERS }
    }
}
