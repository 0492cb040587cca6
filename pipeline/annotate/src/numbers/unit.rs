//! What a number measures.
//!
//! Answers for: percent, money (`data/currencies.tsv`), measures (`data/units.tsv`) and ages, told by the words
//! and signs beside the number.

use std::sync::LazyLock;

use schema::labels::QuantityType;

use super::amount::Amount;
use super::numeral::{self, Numeral};
use crate::key::{Key, key, keys};
use crate::lexicon::{Lexicon, rows};
use crate::words::Words;

/// The oldest age that is taken for one.
const OLDEST: f64 = 122.0;

static UNITS: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    Lexicon::new(
        rows(include_str!("../../data/units.tsv")).filter_map(|row| Some((*row.first()?, *row.get(1)?))),
    )
});

/// A currency: its noun, the adjective before it if it needs one, its code.
type Currency = (Key, Option<Key>, &'static str);

static CURRENCIES: LazyLock<Vec<Currency>> = LazyLock::new(|| {
    rows(include_str!("../../data/currencies.tsv"))
        .filter_map(|row| {
            let [noun, adjective, code] = row[..] else { return None };
            Some((Key::of(noun), (adjective != "-").then(|| Key::of(adjective)), code))
        })
        .collect()
});

static NOUNS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(rows(include_str!("../../data/currencies.tsv")).map(|row| (row[0], ()))));

/// The amount with the unit behind it.
pub(super) fn behind(words: Words<'_>, amount: Amount) -> Option<Amount> {
    percent(words, amount)
        .or_else(|| money_behind(words, amount))
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

fn money_behind(words: Words<'_>, amount: Amount) -> Option<Amount> {
    let end = amount.end + usize::from(words.is(amount.end, key!("-")) && words.adjoins(amount.end));
    if let Some(code) = symbol(words, end).filter(|_| words.form(end) != "$" && !words.is_numeric(end + 1)) {
        return Some(amount.of(QuantityType::Money, code, end + 1));
    }
    for length in 1..=3 {
        if let Some(code) = currency(words, end + length - 1, length) {
            return Some(amount.of(QuantityType::Money, code, end + length));
        }
    }
    let is_pounds = words.key(end).is_any(&keys!["pound", "pounds"]);
    let is_money = amount.scale >= 1000.0 || words.is(end + 1, key!("sterling"));
    let length = 1 + usize::from(words.is(end + 1, key!("sterling")));
    (is_pounds && is_money).then(|| amount.of(QuantityType::Money, "GBP", end + length))
}

/// The code of the currency whose noun stands at `at`, the last of `length` words.
fn currency(words: Words<'_>, at: usize, length: usize) -> Option<&'static str> {
    NOUNS.get(words.key(at))?;
    let adjective = (length > 1).then(|| words.key(at - 1));
    CURRENCIES
        .iter()
        .find(|(noun, needs, _)| *noun == words.key(at) && *needs == adjective)
        .map(|&(.., code)| code)
}

/// The code of the currency sign at `at`.
fn symbol(words: Words<'_>, at: usize) -> Option<&'static str> {
    Some(match words.form(at) {
        "$" => "USD",
        "£" => "GBP",
        "€" => "EUR",
        "¥" => "JPY",
        "₺" => "TRY",
        "₽" => "RUB",
        "₹" => "INR",
        "₴" => "UAH",
        "₪" => "ILS",
        "₩" => "KRW",
        _ => return None,
    })
}

/// A sign or code that stands before its number, and how many words it takes: "$", "US$", "USD".
fn sign(words: Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    if let Some(code) = symbol(words, at) {
        return Some((code, 1));
    }
    let form = words.form(at);
    if !(1..=3).contains(&form.len()) || !form.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    // "A $5 fee" starts with an article: a single letter must touch its sign.
    if words.form(at + 1) == "$" && (words.adjoins(at + 1) || form.len() > 1) {
        let code = match form {
            "US" | "U" => "USD",
            "A" | "AU" => "AUD",
            "C" | "CA" => "CAD",
            "NZ" => "NZD",
            "HK" => "HKD",
            "S" => "SGD",
            "R" => "BRL",
            _ => return None,
        };
        return Some((code, 2));
    }
    let code = currency(words, at, 1).filter(|code| *code == form)?;
    Some((code, 1))
}

/// An amount whose currency stands before it.
pub(super) fn money_before(words: Words<'_>, at: usize) -> Option<Amount> {
    let (code, length) = sign(words, at)?;
    let numeral = numeral::find(words, at + length)
        .filter(|_| words.is_numeric(at + length) || words.form(at + length).starts_with('.'))?;
    let numeral = with_short_scale(words, numeral);
    let amount =
        Amount { scale: numeral.scale, ..Amount::exact(QuantityType::Money, numeral.value, numeral.end) };
    // "$5 million dlrs": the wire says it twice.
    let twice =
        currency(words, numeral.end, 1).filter(|_| words.key(numeral.end).is_any(&keys!["dlrs", "dollars"]));
    Some(amount.of(QuantityType::Money, code, numeral.end + usize::from(twice.is_some())))
}

/// An amount of money with its letter: "$5m", "£2b".
fn with_short_scale(words: Words<'_>, numeral: Numeral) -> Numeral {
    let scale = match words.form(numeral.end) {
        "m" | "M" | "mm" | "MM" => 1e6,
        "b" | "B" => 1e9,
        _ => return numeral,
    };
    if !words.adjoins(numeral.end) {
        return numeral;
    }
    Numeral { value: numeral::product(numeral.value, scale), end: numeral.end + 1, scale, ..numeral }
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
        () if words.are(at, &keys!["age", "of"]) => 2,
        () if words.is(at, key!("age")) => 1,
        () if words.is_numeric(at) && words.form_before(at) == "," && is_name(words, at) => 0,
        () if words.is_numeric(at) && is_predicate(words, at) => 0,
        () => return None,
    };
    let numeral =
        numeral::find(words, at + lead).filter(|numeral| is_age(Some(numeral.value)) && !numeral.is_open)?;
    let is_closed = lead > 0
        || words.key(numeral.end).is_any(&keys![",", ".", ";", "and", "when", "but"])
            && words.integer(at).is_some_and(|age| age > 0);
    let amount = Amount::exact(QuantityType::Age, numeral.value, numeral.end);
    let is_unitless = lead > 0 || behind_is_empty(words, numeral.end);
    (is_closed && is_unitless).then(|| with_years(words, amount.of(QuantityType::Age, "a", numeral.end)))
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

/// Whether two capitalised words, no list of numbers, stand before the comma before `at`.
fn is_name(words: Words<'_>, at: usize) -> bool {
    at >= 3 && words.is_capitalised(at - 2) && words.is_capitalised(at - 3) && !words.is_numeric(at - 2)
}

/// An amount in a unit of measure.
fn measure(words: Words<'_>, amount: Amount) -> Option<Amount> {
    let hyphen = words.is(amount.end, key!("-")) && words.adjoins(amount.end);
    let at = amount.end + usize::from(hyphen);
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
    let code = UNITS.get(words.key(at + degrees))?;
    let is_temperature = matches!(code, "Cel" | "[degF]");
    let is_apart = matches!(words.form(at), "m" | "g" | "s" | "h") && !words.adjoins(at);
    if degrees > 0 && !is_temperature || is_apart {
        return None;
    }
    let measure = amount.of(QuantityType::Measure, code, at + degrees + 1);
    Some(feet_and_inches(words, measure).unwrap_or_else(|| speed(words, measure)))
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
