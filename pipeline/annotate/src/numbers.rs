//! Numbers with what they measure.
//!
//! # What it marks
//!
//! Cardinals in digits and words, ordinals, fractions, percentages, amounts of money, ages and amounts in units
//! of measure. A range and a bounded number are one row, the words that bound it inside the span.
//!
//! # How it decides
//!
//! By a grammar over tokens: bounding words (`data/bounds.tsv`), a numeral (`data/number_words.tsv`), a unit
//! (`data/currencies.tsv`, `data/units.tsv`), a second end. "At least eight" is 8 or more (`value_max` null), "up
//! to 130" is 130 or less (`value_min` null). Plurals of scales are open: "dozens" means two dozen or more (24
//! and no upper end), "hundreds" 200 or more. "Nearly 30" is fewer than 30. What an expression of time holds is
//! no quantity. "Two and a half million", "three quarters of a million", "minus five", "1 in 20" and "4 thousand 3
//! hundred and 21" are one number each. Money whose currency is not told ("20 billion francs") has no unit; cents and
//! pence are units of their own. What an amount of money is compared with has its currency ("to 3 billion euros
//! from 2.9 billion"). Numbers that only name ("Flight 370", "Boeing 747", "No. 10", "F-16"), scores ("3-1"),
//! telephone numbers and the pronoun "one" are left out.
//!
//! # Example
//!
//! ```text
//! At least eight people, among them a 22-year-old guard, lost about $1.2 million.
//! ~~~~~~~~~~~~~~                      ~~~~~~~~~~~              ~~~~~~~~~~~~~~~~~~
//! cardinal 8.., at_least              age 22 a                 money 1200000 USD, about
//! ```
//!
//! # Known misses
//!
//! - Places in a row that are told from another one ("the last", "the next") are no quantity.
//! - "15 dollars and 50" is two rows where "cents" does not follow.
//! - A comma before one decimal ("1,3") parts two numbers.
//! - "Pounds" is money only behind a scale ("2 million pounds") or with "sterling", else a mass.
//! - "5m" is five metres unless a currency sign stands before it.
//! - Numbers in figures of speech ("a thousand thanks") count.
//!
//! # Sources
//!
//! UCUM, <https://ucum.org/ucum>; ISO 4217.

mod amount;
mod bounds;
mod digits;
mod fraction;
mod money;
mod name;
pub(crate) mod numeral;
mod ordinal;
mod unit;

use std::sync::LazyLock;

use schema::labels::{QuantityType, TimeType, Upos};
use schema::{Quantity, TimeExpression};

use crate::key::keys;
use crate::lexicon::{Lexicon, rows};
use crate::syntax::Parse;
use crate::words::Words;
use amount::Amount;

/// The numbers of an article whose expressions of time are `times`, in the order of the text.
pub(crate) fn mark(parse: Parse<'_>, times: &[TimeExpression]) -> Vec<Quantity> {
    let mut quantities = Vec::new();
    for words in parse.words_by_sentence() {
        let sentence = words.tokens[0].sentence;
        let first = times.partition_point(|time| time.sentence < sentence);
        let own = times[first..].iter().take_while(|time| time.sentence == sentence);
        // A length of time is both: an expression of time and an amount.
        let own: Vec<&TimeExpression> = own.filter(|time| time.kind != TimeType::Duration).collect();
        mark_sentence(words, &own, &mut quantities);
    }
    quantities
}

/// Adds the numbers of one sentence to `quantities`; `times` are its days and times of day.
fn mark_sentence(words: Words<'_>, times: &[&TimeExpression], quantities: &mut Vec<Quantity>) {
    let mut times = times.iter().peekable();
    let mut last = None;
    let mut at = 0;
    while at < words.len() {
        let start = words.tokens[at].span.start();
        while times.next_if(|time| time.span.end() <= start).is_some() {}
        let is_time =
            |end: usize| times.clone().next().is_some_and(|time| time.span.overlaps(words.span(at..end)));
        if !may_start(words, at) || is_time(at + 1) {
            at += 1;
            continue;
        }
        at = match amount::find(words, at).filter(|amount| !is_time(amount.end)) {
            Some(amount) => {
                let amount = compared(words, at, amount, last);
                last = Some(amount);
                put(words, at, amount, quantities)
            }
            None => at + 1,
        };
    }
}

/// The amount at `at`, in the currency of the one before it that it is compared with: "3 billion dollars from 2
/// billion".
fn compared(words: Words<'_>, at: usize, amount: Amount, last: Option<Amount>) -> Amount {
    let is_noun = |place: usize| {
        let upos = words.tokens.get(place).and_then(|token| token.upos);
        matches!(upos, Some(Upos::Noun | Upos::Propn))
    };
    let is_plain = amount.kind == QuantityType::Cardinal && amount.scale >= 1e6 && !is_noun(amount.end);
    let is_compared = words.key_before(at, 1).is_any(&keys!["from", "to", "vs", "versus", "against"]);
    let money =
        last.filter(|last| last.kind == QuantityType::Money && last.scale >= 1e6 && last.end + 1 == at);
    match money {
        Some(Amount { unit, .. }) if is_plain && is_compared => {
            Amount { kind: QuantityType::Money, unit, ..amount }
        }
        _ => amount,
    }
}

/// The words other than numerals that an amount may start with.
static STARTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let leads = [
        "a",
        "age",
        "aged",
        "ages",
        "an",
        "between",
        "dollar",
        "few",
        "minus",
        "negative",
        "pct",
        "per",
        "percent",
        "percentage",
        "percents",
        "several",
        "tens",
    ];
    let firsts = rows(include_str!("../data/bounds.tsv")).filter_map(|row| row.get(1)?.split(' ').next());
    let numerals = rows(include_str!("../data/number_words.tsv")).filter_map(|row| row.get(1).copied());
    Lexicon::new(leads.into_iter().chain(firsts).chain(numerals).map(|word| (word, ())))
});

/// Whether an amount may start with the word at `at`: most words are told here, by one look.
fn may_start(words: Words<'_>, at: usize) -> bool {
    let form = words.form(at);
    if !form.as_bytes()[0].is_ascii_alphabetic() {
        return true;
    }
    // "USD 20", "US$20": a code may stand before its number.
    if words.form(at + 1) == "$" {
        return true;
    }
    let is_code = form.as_bytes()[0].is_ascii_uppercase()
        && (form.len() <= 3
            || form.bytes().take(3).all(|byte| byte.is_ascii_uppercase()) && form.len() <= 12);
    if words.key(at).is_any(&keys!["a", "an"]) {
        return numeral::sense(words, at + 1).is_some();
    }
    is_code || STARTS.get(words.key(at)).is_some()
}

/// Adds the row of an amount that starts at `at`, if it counts anything; gives where it ends.
fn put(words: Words<'_>, at: usize, amount: Amount, quantities: &mut Vec<Quantity>) -> usize {
    let end = amount.end;
    if !name::only_names(words, at, &amount) {
        quantities.push(Quantity {
            span: words.span(at..end),
            sentence: words.tokens[at].sentence,
            kind: amount.kind,
            value_min: amount.min,
            value_max: amount.max,
            modifier: amount.modifier,
            unit: amount.unit.map(Into::into),
            measure: None,
            counted: None,
            party: None,
            hedge: None,
            attribution: None,
            time: None,
        });
    }
    end
}
