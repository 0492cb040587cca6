//! Months, days of months and years, as single words.
//!
//! Answers for: what a word or a few words in a row name by themselves. Leaves to the grammar which may stand
//! together.

use super::period::date;
use super::sense::{Line, Sense};
use crate::key::{Key, key, keys};

/// The month at `at`, from 1: a name with a capital, or any that can be nothing else.
pub(super) fn month(line: Line<'_>, at: usize) -> Option<u8> {
    match line.sense(at)? {
        Sense::Month(month) if line.words.is_capitalised(at) || is_plainly_a_month(line, at) => Some(month),
        _ => None,
    }
}

/// The month at `at` beside a number that may be its day: in small letters too, where it is no other word.
pub(super) fn month_of_day(line: Line<'_>, at: usize) -> Option<u8> {
    let Some(Sense::Month(month)) = line.sense(at) else { return None };
    let is_other_word = line.words.key(at).is_any(&keys!["may", "march", "mar.", "mar", "sat."]);
    (line.words.is_capitalised(at) || !is_other_word).then_some(month)
}

/// Whether a month's name in small letters can be nothing else.
fn is_plainly_a_month(line: Line<'_>, at: usize) -> bool {
    line.words.form(at).len() > 4 && !line.words.is(at, key!("march")) && !line.words.is(at, key!("august"))
}

/// The day of a month at `at`, from 1 to 31, and where it ends: in digits, with or without an ordinal's
/// ending, or as an ordinal in words.
pub(super) fn day_of_month(line: Line<'_>, at: usize) -> Option<(usize, u8)> {
    match line.sense(at)? {
        Sense::Figure => {
            let form = line.words.form(at);
            let digits = form.bytes().take_while(u8::is_ascii_digit).count();
            let is_day =
                matches!(&form[digits..], "" | "st" | "nd" | "rd" | "th") && (1..=2).contains(&digits);
            let day = form[..digits].parse().ok().filter(|_| is_day)?;
            (1..=31).contains(&day).then_some((at + 1, day))
        }
        Sense::Ordinal(day) => Some((at + 1, day)),
        Sense::Number => {
            let tens = if line.words.is(at, key!("twenty")) { 20 } else { 30 };
            let is_tens = tens == 20 || line.words.is(at, key!("thirty"));
            let place = line.behind_hyphen(at + 1);
            let unit = match line.sense(place) {
                Some(Sense::Ordinal(unit @ 1..=9)) => unit,
                // "May twenty nine".
                _ => cardinal(line.words.key(place))
                    .and_then(|unit| u8::try_from(unit).ok())
                    .filter(|unit| *unit < 10)?,
            };
            (is_tens && tens + unit <= 31).then_some((place + 1, tens + unit))
        }
        _ => None,
    }
}

/// The year at `at`: four digits, from 1000 to 2100.
pub(super) fn year(line: Line<'_>, at: usize) -> Option<i16> {
    let number = (line.words.form(at).len() == 4).then(|| line.words.integer(at)).flatten()?;
    plausible_year(number)
}

/// `number` as a year of which news speaks.
pub(super) fn plausible_year(number: u32) -> Option<i16> {
    i16::try_from(number).ok().filter(|year| (1000..=2100).contains(year))
}

/// The year at `at` in words, and where it ends: "nineteen ninety-four", "two thousand four", "twenty
/// sixteen".
pub(super) fn year_in_words(line: Line<'_>, at: usize) -> Option<(usize, i16)> {
    let hundreds = cardinal(line.words.key(at))?;
    if hundreds == 2 && line.words.is(at + 1, key!("thousand")) {
        let place = at + 2 + usize::from(line.words.is(at + 2, key!("and")));
        let rest = cardinal(line.words.key(place)).filter(|rest| (1..20).contains(rest));
        let (end, year) = rest.map_or((at + 2, 2000), |rest| (place + 1, 2000 + rest));
        // "Two thousand and two hundred" goes on.
        return (!line.words.key(end).is_any(&keys!["hundred", "hundreds"])).then_some((end, year));
    }
    let tens = cardinal(line.words.key(at + 1)).filter(|tens| (10..100).contains(tens))?;
    if !(16..=20).contains(&hundreds) || hundreds == 20 && tens > 40 {
        return None;
    }
    let place = line.behind_hyphen(at + 2);
    let unit = cardinal(line.words.key(place)).filter(|unit| (1..10).contains(unit) && tens >= 20);
    let year = hundreds * 100 + tens;
    Some(unit.map_or((at + 2, year), |unit| (place + 1, year + unit)))
}

/// The cardinal of one word, up to ninety.
pub(super) fn cardinal(key: Key) -> Option<i16> {
    let units = keys![
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    let tens = keys!["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let place =
        |words: &[Key]| words.iter().position(|word| *word == key).and_then(|at| i16::try_from(at).ok());
    place(&units).map(|at| at + 1).or_else(|| place(&tens).map(|at| (at + 2) * 10))
}

/// Whether some year has this day.
pub(super) fn exists(month: u8, of_month: u8) -> bool {
    // 2000 was a leap year.
    date(2000, month, of_month).is_some()
}
