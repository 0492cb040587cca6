//! What a number measures.
//!
//! Answers for: percent, measures (`data/units.tsv`) and ages, told by the words and signs beside the number.
//! Leaves money to `money`.

use std::sync::LazyLock;

use schema::labels::QuantityType;

use super::amount::Amount;
use super::{money, numeral};
use crate::counts::is_noun_for_one;
use crate::key::{Key, key, keys};
use crate::lexicon::{Lexicon, rows};
use crate::words::Words;

/// The oldest age that is taken for one.
const OLDEST: f64 = 122.0;

/// How many words back a list of ages is followed.
const MOST_AGES: usize = 12;

static UNITS: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    Lexicon::new(
        rows(include_str!("../../data/units.tsv")).filter_map(|row| Some((*row.first()?, *row.get(1)?))),
    )
});

/// The amount with the unit behind it.
pub(super) fn behind(words: Words<'_>, amount: Amount) -> Option<Amount> {
    percent(words, amount)
        .or_else(|| money::behind(words, amount))
        .or_else(|| age(words, amount))
        .or_else(|| measure(words, amount))
}

fn percent(words: Words<'_>, amount: Amount) -> Option<Amount> {
    let end = amount.end + usize::from(words.is(amount.end, key!("-")));
    let length = match () {
        () if words.key(end).is_any(&keys!["%", "percent", "percents", "percentage", "pct", "pct."])
            && !words.key(end + 1).is_any(&keys!["points", "point"]) =>
        {
            1
        }
        () if words.are(end, &keys!["per", "cent"]) => 2,
        () => return None,
    };
    Some(amount.of(QuantityType::Percent, "%", end + length))
}

/// A percentage whose number stands behind its word: "percent of twenty".
pub(super) fn percent_before(words: Words<'_>, at: usize) -> Option<Amount> {
    let length = match () {
        () if words.key(at).is_any(&keys!["percent", "percents", "percentage", "pct"]) => 1,
        () if words.are(at, &keys!["per", "cent"]) => 2,
        () => return None,
    };
    let numeral = numeral::find(words, at + length + 1).filter(|_| words.is(at + length, key!("of")))?;
    let is_bare = !words.is_lower(numeral.end) && !numeral.is_open;
    is_bare.then(|| {
        Amount::exact(QuantityType::Percent, numeral.value, numeral.end).of(
            QuantityType::Percent,
            "%",
            numeral.end,
        )
    })
}

/// Whether the word at `at` is a unit of measure.
pub(super) fn is_unit(words: Words<'_>, at: usize) -> bool {
    UNITS.get(words.key(at)).is_some()
}

/// Whether a unit is one that ages are told in.
fn is_age_unit(code: &str) -> bool {
    matches!(code, "a" | "mo" | "wk" | "d")
}

fn is_age(value: Option<f64>) -> bool {
    value.is_some_and(|value| (0.0..=OLDEST).contains(&value))
}

/// The age whose number stands before its words: "22-year-old", "62 years old", ", 45,".
fn age(words: Words<'_>, amount: Amount) -> Option<Amount> {
    let hyphen = usize::from(words.is(amount.end, key!("-")));
    let unit = amount.end + hyphen;
    let code = UNITS.get(words.key(unit)).filter(|code| is_age_unit(code))?;
    let next = unit + 1;
    let old = next + usize::from(words.is(next, key!("-")));
    let end = match () {
        () if words.key(old).is_any(&keys!["old", "olds"]) => old + 1,
        () if words.are(next, &keys!["of", "age"]) => next + 2,
        () => return None,
    };
    is_age(amount.min.or(amount.max)).then(|| amount.of(QuantityType::Age, code, end))
}

/// The age that its word leads in ("aged 22", "age 30"), or that stands between commas behind a name.
pub(super) fn age_before(words: Words<'_>, at: usize) -> Option<Amount> {
    let lead = match () {
        () if words.is(at, key!("aged")) => 1,
        () if words.key(at).is_any(&keys!["age", "ages"]) => 1 + usize::from(words.is(at + 1, key!("of"))),
        () if is_later_age(words, at) => 0,
        () if words.is_numeric(at) && words.form_before(at) == "," && is_name(words, at) => 0,
        () if words.is_numeric(at) && is_predicate(words, at) => 0,
        () => return None,
    };
    let numeral =
        numeral::find(words, at + lead).filter(|numeral| is_age(Some(numeral.value)) && !numeral.is_open)?;
    let is_closed = lead > 0
        || is_later_age(words, at)
        || words.key(numeral.end).is_any(&keys![",", ".", ";", "and", "when", "but"])
            && words.integer(at).is_some_and(|age| age > 0);
    let amount = Amount::exact(QuantityType::Age, numeral.value, numeral.end);
    let is_unitless = lead > 0 || behind_is_empty(words, numeral.end);
    (is_closed && is_unitless).then(|| with_years(words, amount.of(QuantityType::Age, "a", numeral.end)))
}

/// Whether the number at `at` is a later one of several ages: "aged 14 and 16", "between the ages of 11 and 13".
fn is_later_age(words: Words<'_>, at: usize) -> bool {
    let mut first = at;
    while first > 1
        && words.is_numeric(first)
        && words.key(first - 1).is_any(&keys!["and", "to", ","])
        && at - first < MOST_AGES
    {
        let is_both = words.form(first - 1) != "," && words.form(first - 2) == ",";
        first = (first - 2).saturating_sub(usize::from(is_both));
    }
    let lead = words.key_before(first, 1);
    let is_led = lead.is_any(&keys!["aged", "ages"])
        || lead.is(key!("of")) && words.key_before(first, 2).is(key!("ages"));
    first < at && words.is_numeric(first) && words.is_numeric(at) && is_led
}

fn behind_is_empty(words: Words<'_>, end: usize) -> bool {
    !words.key(end).is_any(&keys!["%", "percent", "pct"])
}

/// "aged 18 months" is in months; "aged 22 years" keeps its word.
fn with_years(words: Words<'_>, age: Amount) -> Amount {
    let unit = UNITS.get(words.key(age.end)).filter(|code| is_age_unit(code));
    unit.map_or(age, |code| age.of(QuantityType::Age, code, age.end + 1))
}

/// Whether the number at `at` is said of someone: "Ada Brandt was 62", "he is 30".
fn is_predicate(words: Words<'_>, at: usize) -> bool {
    let is_verb = words.key_before(at, 1).is_any(&keys!["was", "is", "turned"]) && at >= 2;
    let is_person = || {
        words.key(at - 2).is_any(&keys!["he", "she"])
            || at >= 3 && words.is_capitalised(at - 2) && words.is_capitalised(at - 3)
    };
    is_verb && is_person()
}

/// Whether a noun for a person or two capitalised words, no list of numbers, stand before the comma before `at`.
fn is_name(words: Words<'_>, at: usize) -> bool {
    let is_person = at >= 2 && is_noun_for_one(words.key(at - 2));
    is_person
        || at >= 3
            && words.is_capitalised(at - 2)
            && words.is_capitalised(at - 3)
            && !words.is_numeric(at - 2)
}

/// An amount in a unit of measure.
fn measure(words: Words<'_>, amount: Amount) -> Option<Amount> {
    let hyphen = words.is(amount.end, key!("-")) && words.adjoins(amount.end);
    let at = amount.end + usize::from(hyphen);
    if let Some(code) = bracketed(words, at) {
        return Some(amount.of(QuantityType::Measure, code, at + 3));
    }
    let raised = |code: &str, power: usize| match (code, power) {
        ("km", 2) => Some("km2"),
        ("m", 2) => Some("m2"),
        ("[mi_i]", 2) => Some("[smi_us]"),
        ("[ft_i]", 2) => Some("[sft_i]"),
        ("m", 3) => Some("m3"),
        ("[ft_i]", 3) => Some("[cft_i]"),
        _ => None,
    };
    let power = if words.key(at).is_any(&keys!["square", "sq", "sq."]) {
        2
    } else {
        usize::from(words.is(at, key!("cubic"))) * 3
    };
    if power > 0 {
        return raised(UNITS.get(words.key(at + 1))?, power)
            .map(|code| amount.of(QuantityType::Measure, code, at + 2));
    }
    if words.key(at).is_any(&keys!["metric", "long"]) && words.key(at + 1).is_any(&keys!["ton", "tons"]) {
        let code = if words.is(at, key!("metric")) { "t" } else { "[lton_av]" };
        return Some(amount.of(QuantityType::Measure, code, at + 2));
    }
    let degrees = usize::from(words.key(at).is_any(&keys!["degrees", "degree", "°"]));
    let code = match UNITS.get(words.key(at + degrees)) {
        Some(code) if degrees == 0 || matches!(code, "Cel" | "[degF]" | "K") => code,
        _ if degrees > 0 => return Some(amount.of(QuantityType::Measure, "deg", at + 1)),
        _ => return None,
    };
    // "45 degrees" are an angle, "5 t" and "5 m people" no measures.
    let is_letter = words.form(at).len() == 1 && !words.adjoins(at);
    let is_apart =
        is_letter && (words.is_lower(at + 1) && !is_after_letter(words, at + 1) || !is_lone(words, at));
    if is_apart || words.form(at).len() == 1 && !is_spelt(words.form(at), code) {
        return None;
    }
    let measure = amount.of(QuantityType::Measure, code, at + degrees + 1);
    Some(feet_and_inches(words, measure).unwrap_or_else(|| speed(words, measure)))
}

/// The unit in brackets at `at`: "20 (kg)".
fn bracketed(words: Words<'_>, at: usize) -> Option<&'static str> {
    let is_pair = matches!((words.form(at), words.form(at + 2)), ("(", ")") | ("[", "]"));
    UNITS.get(words.key(at + 1)).filter(|_| is_pair && words.form(at + 1).len() > 1)
}

/// Whether a unit of one letter that stands apart from its number is one: "5 m of rope".
fn is_lone(words: Words<'_>, at: usize) -> bool {
    matches!(words.form(at), "m" | "g" | "t" | "l" | "L") && !words.adjoins(at + 1)
}

/// Whether the word at `at` may follow a unit of one letter.
fn is_after_letter(words: Words<'_>, at: usize) -> bool {
    words.key(at).is_any(&keys![
        "of", "x", "by", "and", "to", "from", "in", "long", "high", "tall", "wide", "deep", "away"
    ])
}

/// Whether the letter stands for the unit in this case: "m" and "M" differ.
fn is_spelt(letter: &str, code: &str) -> bool {
    match letter {
        "m" | "g" | "t" | "s" | "h" | "l" | "L" | "K" => true,
        "C" => code == "Cel",
        "F" => code == "[degF]",
        other => !other.is_ascii(),
    }
}

/// A measure written onto its unit: "24703m2".
pub(super) fn joined(words: Words<'_>, at: usize) -> Option<Amount> {
    let form = words.form(at);
    let end = form.find(|other: char| !other.is_ascii_digit() && !matches!(other, '.' | ','))?;
    let (digits, unit) = form
        .split_at_checked(end)
        .filter(|(digits, unit)| !digits.is_empty() && unit.len() > 1 || *unit == "t")?;
    let code = UNITS.get(Key::of(unit)).filter(|_| words.is_numeric(at))?;
    let value: f64 = digits.replace(',', "").parse().ok()?;
    Some(Amount::exact(QuantityType::Measure, value, at + 1).of(QuantityType::Measure, code, at + 1))
}

/// A length in feet with the inches behind it, in feet.
fn feet_and_inches(words: Words<'_>, feet: Amount) -> Option<Amount> {
    let at = feet.end + usize::from(words.is(feet.end, key!("and")));
    let inches =
        numeral::find(words, at).filter(|inches| feet.unit == Some("[ft_i]") && inches.value < 12.0)?;
    let is_inches = words.key(inches.end).is_any(&keys!["inch", "inches", "in"]);
    let value = feet.min? + inches.value / 12.0;
    is_inches.then(|| Amount { min: Some(value), max: Some(value), end: inches.end + 1, ..feet })
}

/// A length per hour.
fn speed(words: Words<'_>, length: Amount) -> Amount {
    let code = match length.unit {
        Some("km") => "km/h",
        Some("[mi_i]") => "[mi_i]/h",
        _ => return length,
    };
    let per_hour =
        words.key(length.end).is_any(&keys!["per", "an"]) && words.is(length.end + 1, key!("hour"));
    if per_hour { length.of(QuantityType::Measure, code, length.end + 2) } else { length }
}
