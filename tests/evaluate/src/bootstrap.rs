//! How far a figure would move on other documents of the same kind: the percentile bootstrap.
//!
//! Answers for: resampling whole units (documents, pages) with a fixed seed, so that the same units give the same
//! interval on every machine; the generator serves other draws too. What a unit is and what is computed of the units are the measures' business.

/// How often the units are drawn anew.
const RESAMPLES: usize = 1000;

/// Where every measure starts drawing, so that none depends on those before it.
const SEED: u64 = 0x5eed_c0de;

/// The range that holds a figure in 95 of 100 resamples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Interval {
    /// Its lower end.
    pub(crate) low: f64,
    /// Its upper end.
    pub(crate) high: f64,
}

/// The interval of `figure`, which is given the drawn units by their places below `units`.
///
/// `None` where there are fewer than two units, or where no resample has the figure.
pub(crate) fn interval(units: usize, figure: impl Fn(&[usize]) -> Option<f64>) -> Option<Interval> {
    if units < 2 {
        return None;
    }
    let mut generator = SplitMix64(SEED);
    let mut draw = vec![0; units];
    let mut figures = Vec::with_capacity(RESAMPLES);
    for _ in 0..RESAMPLES {
        draw.fill_with(|| generator.below(units));
        figures.extend(figure(&draw));
    }
    figures.sort_unstable_by(f64::total_cmp);
    let tail = figures.len() / 40;
    let low = *figures.get(tail)?;
    Some(Interval { low, high: figures[figures.len() - 1 - tail] })
}

/// The generator `SplitMix64` by Steele, Lea and Flood.
#[derive(Debug)]
pub(crate) struct SplitMix64(pub(crate) u64);

impl SplitMix64 {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`: the high half of the product, whose bias is far below what a resample can show.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).expect("a usize has at most 64 bits");
        let drawn = (u128::from(self.next()) * u128::from(bound)) >> 64;
        usize::try_from(drawn).expect("it is below a usize")
    }
}

#[cfg(test)]
mod tests {
    use super::{Interval, SplitMix64, interval};

    fn mean(values: &[f64]) -> impl Fn(&[usize]) -> Option<f64> {
        |draw| Some(draw.iter().map(|&unit| values[unit]).sum::<f64>() / draw.len() as f64)
    }

    #[test]
    fn the_generator_is_the_published_one() {
        // The first numbers of the reference implementation for the seed 1234567.
        let mut generator = SplitMix64(1_234_567);
        assert_eq!(generator.next(), 6_457_827_717_110_365_317);
        assert_eq!(generator.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn the_same_units_give_the_same_interval() {
        let values: Vec<f64> = (0..20).map(f64::from).collect();
        let first = interval(values.len(), mean(&values));
        assert_eq!(first, interval(values.len(), mean(&values)));
        let Interval { low, high } = first.unwrap();
        assert!(5.0 < low && low < 9.5 && 9.5 < high && high < 14.0, "{low} {high}");
    }

    #[test]
    fn equal_units_leave_no_doubt() {
        assert_eq!(interval(9, mean(&[0.5; 9])), Some(Interval { low: 0.5, high: 0.5 }));
    }

    #[test]
    fn too_little_gives_none() {
        assert_eq!(interval(0, |_| Some(1.0)), None);
        assert_eq!(interval(1, |_| Some(1.0)), None);
        assert_eq!(interval(5, |_| None), None);
    }
}
