//! What a document, or a cluster of them, is about, as weighted features.
//!
//! Answers for: the features that tell most, their weights, and how alike two profiles are: the cosine of two documents,
//! and of two clusters the mean over their pairs, once their weights are added up.

use super::features::features;
use super::rarity::Rarity;
use crate::blocking;
use crate::digest::Digest;

/// How many features of a document are kept: those that weigh most.
const KEPT: usize = 64;

/// How many of them may bring it together with others, and the keys that come of them.
const TELLING: usize = 10;
pub(super) const KEYS: u64 = 55;

/// A feature of at most so many documents brings them together by itself; one of a greater share of the run, and of more
/// than a few documents, never does.
const ALONE: u32 = 12;
const SHARE: usize = 20;
const FEW: usize = 20;

/// Features with weights, in the order of their hashes.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile(Box<[(u32, f32)]>);

impl Profile {
    /// That of `digest`, scaled so that the squares of the weights sum to 1.
    pub(super) fn of(digest: &Digest, rarity: &Rarity) -> Self {
        let mut all: Vec<(u32, f32)> =
            features(digest).map(|feature| (feature.hash, rarity.weight(&feature))).collect();
        all.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
        all.dedup_by_key(|feature| feature.0);
        heaviest_first(&mut all);
        all.truncate(KEPT);
        all.sort_unstable_by_key(|feature| feature.0);
        let norm = all.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        for (_, weight) in &mut all {
            *weight /= norm;
        }
        Self(all.into_boxed_slice())
    }

    /// The features by which it can meet others of the run.
    pub(super) fn telling(&self, rarity: &Rarity) -> Box<[blocking::Feature]> {
        let common = (rarity.documents() / SHARE).max(FEW);
        let is_shared = |hash| (2..=common).contains(&(rarity.count(hash) as usize));
        let mut all: Vec<(u32, f32)> = self.0.iter().copied().filter(|&(hash, _)| is_shared(hash)).collect();
        heaviest_first(&mut all);
        let telling = all.iter().take(TELLING).map(|&(hash, _)| match rarity.count(hash) {
            ..=ALONE => blocking::Feature::Either(hash.into()),
            _ => blocking::Feature::Paired(hash.into()),
        });
        telling.collect()
    }

    /// The sum of the products of the weights of the features that both have.
    pub(super) fn product(&self, other: &Self) -> f32 {
        let (few, mut many) =
            if self.0.len() <= other.0.len() { (self, &*other.0) } else { (other, &*self.0) };
        let mut sum = 0.0;
        for &(hash, weight) in &few.0 {
            many = &many[many.partition_point(|feature| feature.0 < hash)..];
            sum += many.first().filter(|feature| feature.0 == hash).map_or(0.0, |feature| weight * feature.1);
        }
        sum
    }

    /// The weights of both added up.
    pub(super) fn sum(&self, other: &Self) -> Self {
        let mut all = [&*self.0, &*other.0].concat();
        all.sort_by_key(|feature| feature.0);
        all.dedup_by(|next, kept| {
            next.0 == kept.0 && {
                kept.1 += next.1;
                true
            }
        });
        Self(all.into_boxed_slice())
    }
}

fn heaviest_first(features: &mut [(u32, f32)]) {
    features.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
}
