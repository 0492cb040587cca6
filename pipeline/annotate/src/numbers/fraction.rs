//! Parts of a whole.
//!
//! Answers for: "two-thirds", "half of", "a quarter of", "1/2", "one in five", and whole numbers with a part ("two
//! and a half").

use schema::labels::QuantityType;

use super::amount::Amount;
use super::numeral::{self, Numeral, Sense, sense};
use super::{digits, unit};
use crate::key::{key, keys};
use crate::words::Words;

/// The fraction at `at`; a part of a scale ("two thirds of a million") is a cardinal.
pub(super) fn find(words: Words<'_>, at: usize) -> Option<Amount> {
    if let Some(amount) = ratio(words, at) {
        return Some(amount);
    }
    let (value, end) = slashed(words, at)
        .or_else(|| parts(words, at))
        .or_else(|| half(words, at))
        .or_else(|| of_unit(words, at))
        .or_else(|| sign(words, at))?;
    let article = usize::from(words.is(end, key!("of")) && words.is(end + 1, key!("a"))) * 2;
    if article > 0 && unit::is_unit(words, end + article) {
        return unit::behind(words, Amount::exact(QuantityType::Fraction, value, end + article));
    }
    match sense(words, end + article) {
        Some(Sense::Scale(scale)) if scale >= 1e3 && !words.adjoins(end) => {
            let amount =
                Amount::exact(QuantityType::Cardinal, numeral::product(value, scale), end + article + 1);
            Some(Amount { scale, ..amount })
        }
        _ => Some(Amount::exact(QuantityType::Fraction, value, end)),
    }
}

/// A whole number and a part: "two and a half", "1 1/2", "five million and three quarters".
pub(super) fn mixed(words: Words<'_>, at: usize) -> Option<Numeral> {
    let whole = numeral::find(words, at).filter(|whole| whole.value.fract() == 0.0 && !whole.is_open)?;
    let (part, end) = if words.is(whole.end, key!("and")) {
        let part = whole.end + 1;
        parts(words, part).or_else(|| words.are(part, &keys!["a", "half"]).then_some((0.5, part + 2)))?
    } else {
        let is_digits = words.is_numeric(at) && whole.end == at + 1;
        // "6-1/8": the hyphen joins, and takes nothing away.
        let is_joined =
            words.form(whole.end) == "-" && words.adjoins(whole.end) && words.adjoins(whole.end + 1);
        let joined = is_joined.then(|| over_slash(words, whole.end + 1)).flatten();
        joined
            .or_else(|| slashed(words, whole.end))
            .or_else(|| sign(words, whole.end))
            .filter(|_| is_digits)?
    };
    let (factor, end) = match sense(words, end) {
        Some(Sense::Scale(scale)) if scale >= 1e6 || whole.scale > scale => (scale, end + 1),
        _ => (1.0, end),
    };
    let (value, scale) = match () {
        // "one billion and a half million", "one and a half million", "one million and a half".
        () if whole.scale > factor && factor > 1.0 => {
            (whole.value + numeral::product(part, factor), whole.scale)
        }
        () if factor > 1.0 => (numeral::product(whole.value + part, factor), factor),
        () if whole.scale >= 1e3 => (whole.value + numeral::product(part, whole.scale), whole.scale),
        () => (whole.value + part, 1.0),
    };
    Some(Numeral { value, end, scale, is_open: false })
}

/// So many of so many: "one in five", "two out of three", "2000 over 3".
fn ratio(words: Words<'_>, at: usize) -> Option<Amount> {
    let over = numeral::find(words, at).filter(|over| over.value.fract() == 0.0 && !over.is_open)?;
    let link = over.end;
    let length = match () {
        () if words.are(link, &keys!["out", "of"]) => 2,
        () if words.is(link, key!("over")) => 1,
        () if words.is(link, key!("in")) && (over.value - 1.0).abs() < f64::EPSILON => 1,
        () => return None,
    };
    let under = numeral::find(words, link + length).filter(|under| under.value >= 2.0 && !under.is_open)?;
    let is_period = unit::is_unit(words, under.end) || (1900.0..2100.0).contains(&under.value);
    let is_bare = !words.is_lower(under.end);
    let is_ratio = if words.is(link, key!("over")) { is_bare } else { over.value < under.value };
    (is_ratio && !is_period)
        .then(|| Amount::exact(QuantityType::Fraction, over.value / under.value, under.end))
}

/// A fraction in digits: "3/4", "-4/5". Fractions of one digit over one or two; "9/11" names a day.
fn slashed(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let is_negative = digits::negative(words, at);
    let (value, end) = over_slash(words, at + usize::from(is_negative))?;
    Some((if is_negative { -value } else { value }, end))
}

/// A fraction in digits without a sign.
fn over_slash(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let (over, under) = words.form(at).split_once('/')?;
    let (over, under): (f64, f64) = (over.parse().ok()?, under.parse().ok()?);
    let is_fraction = over < under
        && [2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 16.0, 32.0].contains(&under)
        && over.fract() == 0.0;
    is_fraction.then_some((over / under, at + 1))
}

/// A fraction that is one character.
fn sign(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let value = match words.form(at) {
        "½" => 0.5,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅕" => 0.2,
        "⅙" => 1.0 / 6.0,
        "⅛" => 0.125,
        _ => return None,
    };
    Some((value, at + 1))
}

/// A number of parts: "two-thirds", "three quarters", "a third of".
fn parts(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let numerators = [article(words, at), digit(words, at), whole(words, at)];
    numerators.into_iter().flatten().find_map(|numerator| over(words, at, numerator))
}

/// The article as the number of parts.
fn article(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    words.key(at).is_any(&keys!["a", "an"]).then_some((1.0, at + 1))
}

/// One word as the number of parts, so that "twenty twenty-fifths" is read.
fn digit(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    match sense(words, at) {
        Some(Sense::Unit(value) | Sense::Ten(value)) => Some((value, at + 1)),
        _ => None,
    }
}

/// A whole number, with its article or not ("a hundred trillionths"), as the number of parts.
fn whole(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let numeral =
        numeral::find(words, at).filter(|numeral| numeral.value.fract() == 0.0 && !numeral.is_open)?;
    Some((numeral.value, numeral.end))
}

/// So many of the parts behind them.
fn over(words: Words<'_>, at: usize, (over, next): (f64, usize)) -> Option<(f64, usize)> {
    let place = next + usize::from(words.is(next, key!("-")) && words.adjoins(next));
    let is_one = (over - 1.0).abs() < f64::EPSILON;
    let is_article = words.key(at).is_any(&keys!["a", "an"]);
    let (under, end) = denominator(words, place)?;
    let is_plural = words.form(end - 1).ends_with('s');
    let is_told = match sense(words, end - 1)? {
        Sense::Part(_) => !(is_article && words.is(place, key!("half")) || is_period(words, place)),
        // "a third of", "one-third": without these it is an ordinal.
        _ if words.is(end, key!("of")) => is_one && under > 2.0,
        _ if is_article => is_one && (under >= 100.0 || is_alone(words, at, end) && under > 2.0),
        _ => is_one && under > 2.0,
    };
    // "one second" and "two second-hand cars" hold no fraction.
    let is_whole = over >= under && !is_plural || is_one && is_plural;
    (is_told && !is_whole).then_some((over / under, end))
}

/// Whether "a third" at `at` stands where no noun follows and something is measured, or is all there is.
fn is_alone(words: Words<'_>, at: usize, end: usize) -> bool {
    let is_led =
        words.key_before(at, 1).is_any(&keys!["by", "to", "than", "about", "nearly", "almost", "and"]);
    !words.is_lower(end) && words.form(end) != "-" && (is_led || at == 0)
}

/// How many parts make a whole, in words: "thirds", "twenty-firsts", "one hundred and fifth".
fn denominator(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let last = |place: usize| match sense(words, place)? {
        Sense::Part(value) | Sense::Ordinal(value) => Some((value, place + 1)),
        _ => None,
    };
    if let Some(found) = last(at) {
        return Some(found);
    }
    let lead = match sense(words, at)? {
        Sense::Ten(ten) => (ten, at + 1),
        Sense::Unit(unit) if matches!(sense(words, at + 1), Some(Sense::Hundred)) => (unit * 100.0, at + 2),
        _ => return None,
    };
    let link = usize::from(words.key(lead.1).is_any(&keys!["-", "and"]));
    let (value, end) =
        last(lead.1 + link).filter(|&(value, _)| value < 10.0 || value < 100.0 && lead.0 >= 100.0)?;
    Some((lead.0 + value, end))
}

/// Whether a quarter is one of the year or of a game.
fn is_period(words: Words<'_>, at: usize) -> bool {
    let is_measured =
        words.is(at + 1, key!("of")) || !words.is_lower(at + 1) || numeral::factor(words, at + 1).is_some();
    words.is(at, key!("quarter")) && !is_measured || words.are(at + 1, &keys!["-", "final"])
}

/// A part right before its unit: "half a mile", "half-mile", "quarter mile".
fn of_unit(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let value = match words.key(at) {
        key if key.is(key!("half")) => 0.5,
        key if key.is(key!("quarter")) => 0.25,
        _ => return None,
    };
    let article = words.is(at, key!("half")) && words.key(at + 1).is_any(&keys!["a", "an"]);
    let hyphen = words.is(at + 1, key!("-")) && words.adjoins(at + 1);
    let end = at + 1 + usize::from(article || hyphen);
    let is_place = words.form_before(at) == "-"
        || matches!(sense(words, at.wrapping_sub(1)), Some(Sense::Ordinal(_)))
        || words.is_numeric(at.wrapping_sub(1));
    (!is_place && unit::is_unit(words, end) && words.form(end).len() > 2).then_some((value, end))
}

/// The word "half" where it is a part of something.
fn half(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let is_part = words.is(at, key!("half"))
        && words.key(at + 1).is_any(&keys!["of", "the", "its", "their", "his", "her", "our", "all"]);
    let is_game =
        words.key_before(at, 1).is_any(&keys!["first", "second", "opening", "closing", "other", "latter"]);
    (is_part && !is_game).then_some((0.5, at + 1))
}
