//! The curves of the network, the same to the bit on every machine.
//!
//! Answers for: the exponential, the logarithm and the sigmoid as polynomials and fractions, because those of the
//! platform differ in the last bit from one to the next. Exact to about six digits, which is what the network needs.

/// The largest power that `exp` is asked for.
const LARGEST: f32 = 87.0;

/// The exponential of `x`; zero below what a number can hold.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the power is within ±127")]
pub fn exp(x: f32) -> f32 {
    let x = x.clamp(-LARGEST, LARGEST);
    let power = (x * std::f32::consts::LOG2_E).round_ties_even();
    let rest = x - power * 0.693_359_4 - power * -2.121_944_4e-4;
    let mut sum = 1.0 / 720.0;
    for term in [1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0] {
        sum = sum * rest + term;
    }
    sum * f32::from_bits(((power as i32 + 127) as u32) << 23)
}

/// The natural logarithm of the positive number `x`.
#[inline(always)]
pub fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let shift = (bits.wrapping_sub(0x3f35_04f3)) >> 23;
    let power = shift.cast_signed() << 24 >> 24;
    let part = f32::from_bits(bits.wrapping_sub(power.cast_unsigned() << 23));
    let ratio = (part - 1.0) / (part + 1.0);
    let square = ratio * ratio;
    let series = ((square / 7.0 + 0.2) * square + 1.0 / 3.0) * square + 1.0;
    2.0 * ratio * series + power as f32 * std::f32::consts::LN_2
}

/// The hyperbolic tangent of `x`, as a fraction of two polynomials.
#[inline(always)]
pub fn tanh(x: f32) -> f32 {
    let x = x.clamp(-4.97, 4.97);
    let square = x * x;
    let above = x * (135_135.0 + square * (17_325.0 + square * (378.0 + square)));
    let below = 135_135.0 + square * (62_370.0 + square * (3_150.0 + square * 28.0));
    (above / below).clamp(-1.0, 1.0)
}

/// The sigmoid of `x`, from 0 to 1.
#[inline(always)]
pub fn sigmoid(x: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * x)
}

/// The logarithm of the sum of the exponentials of `values`.
pub fn log_sum_exp(values: impl Iterator<Item = f32> + Clone) -> f32 {
    let largest = values.clone().fold(f32::NEG_INFINITY, f32::max);
    if largest == f32::NEG_INFINITY {
        return largest;
    }
    largest + ln(values.map(|value| exp(value - largest)).sum())
}

/// Turns scores into probabilities.
pub fn softmax(scores: &mut [f32]) {
    let largest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = exp(*score - largest);
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
}

#[cfg(test)]
mod tests {
    use super::{exp, ln, log_sum_exp, sigmoid, softmax, tanh};

    #[test]
    fn the_curves_are_those_of_the_books() {
        for nth in -400i16..400 {
            let x = f32::from(nth) / 40.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-5, "exp {x}");
            assert!((tanh(x) - x.tanh()).abs() < 2e-4, "tanh {x}");
            assert!((sigmoid(x) - 1.0 / (1.0 + (-x).exp())).abs() < 2e-4, "sigmoid {x}");
            assert!((ln(x.exp()) - x).abs() < 2e-5, "ln {x}");
        }
    }

    #[test]
    fn probabilities_sum_to_one() {
        let mut scores = [1.0, -3.0, 700.0, 699.0];
        softmax(&mut scores);
        assert!((scores.iter().sum::<f32>() - 1.0).abs() < 1e-6);
        assert!((log_sum_exp([0.0, 0.0].into_iter()) - std::f32::consts::LN_2).abs() < 1e-5);
    }
}
