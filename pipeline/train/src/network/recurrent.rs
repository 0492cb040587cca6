//! The recurrent layers, with what their slopes need.
//!
//! Answers for: a layer over the words of some sentences, forward and backward. The step is the annotator's.

#![expect(
    clippy::inline_always,
    reason = "only what is inlined into `matrix::widest` is compiled for wide registers"
)]

use std::ops::Range;

use annotate::language::matrix::widest;
use annotate::language::network::{BOTH, HIDDEN, Layer};
use annotate::language::recurrence::{Asked, step};

/// Where a layer finds what is asked of a word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'s> {
    /// Candidates and gates, for each direction `3 * HIDDEN` numbers, or four with the highway.
    pub(crate) asked: &'s [f32],
    /// The row of each word in `asked`; in order where there is none.
    pub(crate) rows: Option<&'s [usize]>,
    /// The highway, where it is not in `asked`.
    pub(crate) highway: Option<&'s [f32]>,
}

impl Source<'_> {
    /// The numbers that each direction has in `asked`.
    fn width(self) -> usize {
        if self.highway.is_some() { 3 * HIDDEN } else { 4 * HIDDEN }
    }

    /// Where the numbers of a word and a direction begin.
    fn start(self, word: usize, side: usize) -> usize {
        (self.rows.map_or(word, |rows| rows[word]) * 2 + side) * self.width()
    }
}

impl<'s> Source<'s> {
    /// The candidates, both gates and the highway of a word in a direction.
    #[inline(always)]
    fn asked(self, word: usize, side: usize) -> [&'s [f32; HIDDEN]; 4] {
        let start = self.start(word, side);
        let [candidate, forget, open] = [0, 1, 2].map(|part| numbers(self.asked, start + part * HIDDEN));
        let highway = match self.highway {
            Some(highway) => numbers(highway, word * BOTH + side * HIDDEN),
            None => numbers(self.asked, start + 3 * HIDDEN),
        };
        [candidate, forget, open, highway]
    }
}

/// The numbers of a direction that begin at `start`.
#[inline(always)]
fn numbers(all: &[f32], start: usize) -> &[f32; HIDDEN] {
    all[start..start + HIDDEN].try_into().expect("it has that length")
}

/// The same, to be changed.
#[inline(always)]
fn numbers_mut(all: &mut [f32], start: usize) -> &mut [f32; HIDDEN] {
    (&mut all[start..start + HIDDEN]).try_into().expect("it has that length")
}

/// What a layer said of some words, and how.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) output: Vec<f32>,
    forget: Vec<f32>,
    open: Vec<f32>,
    carried: Vec<f32>,
}

/// Slopes of what was asked, in its form, and of the highway, `BOTH` numbers a word.
#[derive(Debug)]
pub(crate) struct Slopes {
    pub(crate) asked: Vec<f32>,
    pub(crate) highway: Vec<f32>,
}

impl Run {
    /// The layer over `sentences`.
    pub(crate) fn forward(
        (layer, weights): (Layer, &[f32]),
        sentences: &[Range<usize>],
        source: Source<'_>,
    ) -> Self {
        let words = sentences.last().map_or(0, |range| range.end);
        let empty = || vec![0.0; words * BOTH];
        let mut run = Self { output: empty(), forget: empty(), open: empty(), carried: empty() };
        let (carry, start) = (layer.carry.of(weights), layer.start.of(weights));
        widest(
            #[inline(always)]
            || {
                for words in sentences {
                    for side in 0..2 {
                        let mut before = *numbers(start, side * HIDDEN);
                        for word in in_order(words, side) {
                            let asked = source.asked(word, side);
                            run.step((word, side), asked, (&mut before, numbers(carry, side * HIDDEN)));
                        }
                    }
                }
            },
        );
        run
    }

    /// The step of all numbers of a word in a direction.
    #[inline(always)]
    fn step(
        &mut self,
        (word, side): (usize, usize),
        [candidate, forget, open, highway]: [&[f32; HIDDEN]; 4],
        (before, carry): (&mut [f32; HIDDEN], &[f32; HIDDEN]),
    ) {
        let at = word * BOTH + side * HIDDEN;
        let (forgets, opens) = (numbers_mut(&mut self.forget, at), numbers_mut(&mut self.open, at));
        let (carrieds, outputs) = (numbers_mut(&mut self.carried, at), numbers_mut(&mut self.output, at));
        for nth in 0..HIDDEN {
            let asked = Asked {
                candidate: candidate[nth],
                forget: forget[nth],
                open: open[nth],
                highway: highway[nth],
            };
            let step = step(asked, before[nth], carry[nth]);
            forgets[nth] = step.forget;
            opens[nth] = step.open;
            carrieds[nth] = step.carried;
            outputs[nth] = step.output;
            before[nth] = step.carried;
        }
    }

    /// The slopes of what was asked, for the slopes `out` of the output; those of the layer's own weights are added.
    pub(crate) fn back(
        &self,
        (layer, weights, slopes): (Layer, &[f32], &mut [f32]),
        (sentences, source): (&[Range<usize>], Source<'_>),
        out: &[f32],
    ) -> Slopes {
        let mut found = Slopes { asked: vec![0.0; source.asked.len()], highway: vec![0.0; out.len()] };
        widest(
            #[inline(always)]
            || {
                for words in sentences {
                    for side in 0..2 {
                        let mut walk = Walk { layer, weights, source, side, carried: [0.0; HIDDEN] };
                        for nth in (0..words.len()).rev() {
                            let word = |nth| if side == 0 { words.start + nth } else { words.end - 1 - nth };
                            let before = nth.checked_sub(1).map(word);
                            walk.back((self, out), (word(nth), before), (&mut found, slopes));
                        }
                        let start = numbers_mut(&mut slopes[layer.start.range()], side * HIDDEN);
                        start.iter_mut().zip(&walk.carried).for_each(|(start, slope)| *start += slope);
                    }
                }
            },
        );
        found
    }
}

/// The words of a sentence as a direction meets them.
fn in_order(words: &Range<usize>, side: usize) -> impl Iterator<Item = usize> + use<> {
    let (start, end) = (words.start, words.end);
    (0..end - start).map(move |nth| if side == 0 { start + nth } else { end - 1 - nth })
}

/// One direction of one sentence, from its end.
struct Walk<'w> {
    layer: Layer,
    weights: &'w [f32],
    source: Source<'w>,
    side: usize,
    /// The slopes of what was carried into the word last looked at.
    carried: [f32; HIDDEN],
}

impl Walk<'_> {
    #[inline(always)]
    fn back(
        &mut self,
        (run, out): (&Run, &[f32]),
        (word, before): (usize, Option<usize>),
        (found, slopes): (&mut Slopes, &mut [f32]),
    ) {
        let (first, at) = (self.side * HIDDEN, word * BOTH + self.side * HIDDEN);
        let carry = numbers(self.layer.carry.of(self.weights), first);
        let before = match before {
            Some(before) => numbers(&run.carried, before * BOTH + first),
            None => numbers(self.layer.start.of(self.weights), first),
        };
        let carry_slopes = numbers_mut(&mut slopes[self.layer.carry.range()], first);
        let [candidate, _, _, highway] = self.source.asked(word, self.side);
        let (forget, open) = (numbers(&run.forget, at), numbers(&run.open, at));
        let (after, out) = (numbers(&run.carried, at), numbers(out, at));
        let slots = &mut found.asked[self.source.start(word, self.side)..][..self.source.width()];
        let (candidates, slots) = slots.split_at_mut(HIDDEN);
        let (forgets, slots) = slots.split_at_mut(HIDDEN);
        let (opens, slots) = slots.split_at_mut(HIDDEN);
        let highways =
            if self.source.highway.is_some() { &mut found.highway[at..at + HIDDEN] } else { slots };
        for nth in 0..HIDDEN {
            let carried = self.carried[nth] + out[nth] * open[nth];
            let forget_slope = carried * (before[nth] - candidate[nth]) * forget[nth] * (1.0 - forget[nth]);
            carry_slopes[nth] += forget_slope * before[nth];
            self.carried[nth] = carried * forget[nth] + forget_slope * carry[nth];
            candidates[nth] += carried * (1.0 - forget[nth]);
            forgets[nth] += forget_slope;
            opens[nth] += out[nth] * (after[nth] - highway[nth]) * open[nth] * (1.0 - open[nth]);
            highways[nth] += out[nth] * (1.0 - open[nth]);
        }
    }
}
