//! Amounts of money.
//!
//! Answers for: `data/currencies.tsv`, and the signs, codes and names beside a number that make it an amount of
//! money, with its cents. A currency that is not told leaves the unit empty.

use std::sync::LazyLock;

use schema::labels::QuantityType;

use super::amount::Amount;
use super::numeral::{self, Numeral};
use crate::key::{Key, key, keys};
use crate::lexicon::{Lexicon, rows};
use crate::words::Words;

/// What a currency is called by its code; `None` where a noun alone does not tell.
#[derive(Debug, Clone, Copy)]
struct Code(Option<&'static str>);

/// A currency: its noun, the adjective before it if it needs one, its code.
type Currency = (Key, Option<Key>, Code);

static CURRENCIES: LazyLock<Vec<Currency>> = LazyLock::new(|| {
    rows(include_str!("../../data/currencies.tsv"))
        .filter_map(|row| {
            let [noun, adjective, code] = row[..] else { return None };
            Some((Key::of(noun), (adjective != "-").then(|| Key::of(adjective)), known(code)))
        })
        .collect()
});

/// The nouns with the code that each has without an adjective.
static NOUNS: LazyLock<Lexicon<Code>> = LazyLock::new(|| {
    let alone = |row: &Vec<&'static str>| (row[0], if row[1] == "-" { known(row[2]) } else { Code(None) });
    Lexicon::new(rows(include_str!("../../data/currencies.tsv")).map(|row| alone(&row)))
});

/// The code, where it is told.
fn known(code: &'static str) -> Code {
    Code((code != "-").then_some(code))
}

/// The amount with the currency behind it.
pub(super) fn behind(words: Words<'_>, amount: Amount) -> Option<Amount> {
    let end = amount.end + usize::from(words.is(amount.end, key!("-")) && words.adjoins(amount.end));
    let money = signed(words, amount, end)
        .or_else(|| named(words, amount, end))
        .or_else(|| pounds(words, amount, end))?;
    Some(with_cents(words, money))
}

/// The amount with the sign behind it, unless that belongs to the next number.
fn signed(words: Words<'_>, amount: Amount, end: usize) -> Option<Amount> {
    let code = symbol(words, end)?;
    let is_next = words.is_numeric(end + 1);
    let is_parted =
        is_next && !words.adjoins(end + 1) && (words.adjoins(end) || is_cent_or_sign(words, end + 2));
    (!is_next || is_parted).then(|| money(amount, code, end + 1))
}

fn is_cent_or_sign(words: Words<'_>, at: usize) -> bool {
    words.key(at).is_any(&keys!["cent", "cents"]) || symbol(words, at).is_some()
}

fn money(amount: Amount, code: Code, end: usize) -> Amount {
    Amount { kind: QuantityType::Money, unit: code.0, end, ..amount }
}

/// The amount with the name or code of a currency behind it, and the scale behind a code ("75 USD million").
fn named(words: Words<'_>, amount: Amount, end: usize) -> Option<Amount> {
    if let Some(code) = millions(words.form(end)) {
        let times = |value: Option<f64>| value.map(|value| numeral::product(value, 1e6));
        return Some(Amount {
            min: times(amount.min),
            max: times(amount.max),
            ..money(amount, Code(Some(code)), end + 1)
        });
    }
    let (length, code) =
        (1..=3).rev().find_map(|length| Some((length, currency(words, end + length - 1, length)?)))?;
    if words.form(end).starts_with(|first: char| !first.is_alphabetic() && first != '¢') {
        return None;
    }
    let found = money(amount, code, end + length);
    let is_code = words.form(end).bytes().all(|byte| byte.is_ascii_uppercase());
    Some(match numeral::factor(words, found.end).filter(|_| is_code && length == 1 && amount.scale < 1e3) {
        Some((factor, end)) => {
            let times = |value: Option<f64>| value.map(|value| numeral::product(value, factor));
            Amount { min: times(found.min), max: times(found.max), scale: factor, end, ..found }
        }
        None => found,
    })
}

/// The currency of which a code means a million: "MEUR".
fn millions(form: &str) -> Option<&'static str> {
    let code = form.strip_prefix('M').filter(|code| code.len() == 3)?;
    iso(code)
}

/// The code `form`, if it is one.
fn iso(form: &str) -> Option<&'static str> {
    let is_code = form.len() == 3 && form.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code.then(|| NOUNS.get(Key::of(form))).flatten().and_then(|code| code.0).filter(|code| *code == form)
}

/// "Pounds" is money behind a scale or with "sterling".
fn pounds(words: Words<'_>, amount: Amount, end: usize) -> Option<Amount> {
    let is_pounds = words.key(end).is_any(&keys!["pound", "pounds"]);
    let is_money = amount.scale >= 1000.0 || words.is(end + 1, key!("sterling"));
    let length = 1 + usize::from(words.is(end + 1, key!("sterling")));
    (is_pounds && is_money).then(|| money(amount, Code(Some("GBP")), end + length))
}

/// The amount with its cents: "thirteen dollars forty-five cents".
fn with_cents(words: Words<'_>, whole: Amount) -> Amount {
    let place = whole.end + usize::from(words.key(whole.end).is_any(&keys!["and", ","]));
    let cents = numeral::find(words, place).filter(|cents| (0.0..100.0).contains(&cents.value));
    let Some(cents) = cents else { return whole };
    let is_cents = words.key(cents.end).is_any(&keys!["cent", "cents", "pence", "p"]);
    match whole.min {
        Some(value) if is_cents && value.fract() == 0.0 && whole.unit.is_some_and(|unit| unit.len() == 3) => {
            let value = Some(value + cents.value / 100.0);
            Amount { min: value, max: value, end: cents.end + 1, ..whole }
        }
        _ => whole,
    }
}

/// The code of the currency whose noun stands at `at`, the last of `length` words; of some nouns it is not told.
fn currency(words: Words<'_>, at: usize, length: usize) -> Option<Code> {
    // "10 dm" are decimetres, "10 DM" marks.
    NOUNS.get(words.key(at)).filter(|_| words.form(at) != "dm")?;
    let adjective = (length > 1).then(|| words.key(at - 1));
    let is_meant = |(noun, needs, _): &&Currency| *noun == words.key(at) && *needs == adjective;
    CURRENCIES.iter().find(is_meant).map(|&(.., code)| code)
}

/// The code of the currency sign at `at`.
fn symbol(words: Words<'_>, at: usize) -> Option<Code> {
    let form = words.form(at);
    let first = form.chars().next()?;
    if first != '$' && first.is_ascii() || first.is_ascii_digit() {
        return None;
    }
    NOUNS.get(words.key(at)).filter(|_| !first.is_alphabetic() || form == "ரூ")
}

/// A sign or code that stands before its number, and how many words it takes: "$", "US$", "USD", "Rs.".
fn sign(words: Words<'_>, at: usize) -> Option<(Code, usize)> {
    if let Some(code) = symbol(words, at) {
        return Some((code, 1));
    }
    let form = words.form(at);
    if let Some(code) = dollar(words, at) {
        return Some((code, 2));
    }
    if let Some(code) = millions(form) {
        return Some((Code(Some(code)), 1));
    }
    if matches!(form, "Rs" | "Rs." | "dollar") {
        let dot = usize::from(form == "Rs" && words.form(at + 1) == ".");
        return Some((Code(Some(if form == "dollar" { "USD" } else { "INR" })), 1 + dot));
    }
    if !(1..=3).contains(&form.len()) || !form.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    Some((Code(Some(iso(form)?)), 1))
}

/// The currency of a dollar sign with the letters at `at` before it: "US$", "c $", "usd$".
fn dollar(words: Words<'_>, at: usize) -> Option<Code> {
    if words.form(at + 1) != "$" {
        return None;
    }
    // "A $5 fee" and "gave us $5" hold words: these must touch the sign, or stand in a text cut into words.
    let is_word = words.key(at).is_any(&keys!["a", "us", "r", "s"]) && !words.adjoins(at + 1);
    if is_word && (words.form(at) != "US" && words.adjoins(at + 2) || words.form(at).len() == 1) {
        return None;
    }
    let letters = [
        (key!("us"), "USD"),
        (key!("u"), "USD"),
        (key!("u.s"), "USD"),
        (key!("u.s."), "USD"),
        (key!("a"), "AUD"),
        (key!("au"), "AUD"),
        (key!("c"), "CAD"),
        (key!("ca"), "CAD"),
        (key!("can"), "CAD"),
        (key!("nz"), "NZD"),
        (key!("hk"), "HKD"),
        (key!("nt"), "TWD"),
        (key!("s"), "SGD"),
        (key!("r"), "BRL"),
        (key!("mex"), "MXN"),
    ];
    let known = letters.iter().find(|(letters, _)| words.is(at, *letters)).map(|&(_, code)| Code(Some(code)));
    // "usd$" says it twice.
    known.or_else(|| {
        NOUNS
            .get(words.key(at))
            .filter(|code| code.0.is_some_and(|code| code.ends_with('D')) && words.form(at).len() == 3)
    })
}

/// An amount whose currency stands before it.
pub(super) fn before(words: Words<'_>, at: usize) -> Option<Amount> {
    if let Some(amount) = joined(words, at) {
        return Some(amount);
    }
    let (code, length) = sign(words, at)?;
    let numeral = numeral::find(words, at + length)
        .filter(|_| words.is_numeric(at + length) || words.form(at + length).starts_with('.'))?;
    let numeral = with_short_scale(words, numeral);
    let factor = if millions(words.form(at)).is_some() { 1e6 } else { 1.0 };
    let value = numeral::product(numeral.value, factor);
    let amount = Amount { scale: numeral.scale, ..Amount::exact(QuantityType::Money, value, numeral.end) };
    // "$5 million dlrs": the wire says it twice.
    let twice = words.key(numeral.end).is_any(&keys!["dlrs", "dollars"]);
    Some(with_cents(words, money(amount, code, numeral.end + usize::from(twice))))
}

/// An amount written onto its code: "USD115.5", "115USD".
fn joined(words: Words<'_>, at: usize) -> Option<Amount> {
    let form = words.form(at);
    let is_mixed = form.len() > 3
        && form.is_ascii()
        && form.as_bytes()[form.len() - 3..].iter().chain(&form.as_bytes()[..3]).any(u8::is_ascii_uppercase);
    if !is_mixed {
        return None;
    }
    let (head, tail) = (form.split_at(3), form.split_at(form.len() - 3));
    let (code, digits) = [(head.0, head.1), (tail.1, tail.0)]
        .into_iter()
        .find_map(|(code, digits)| Some((iso(code)?, digits)))
        .filter(|(_, digits)| digits.starts_with(|first: char| first.is_ascii_digit()))?;
    let value: f64 = digits.replace(',', "").parse().ok()?;
    Some(money(Amount::exact(QuantityType::Money, value, at + 1), Code(Some(code)), at + 1))
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
