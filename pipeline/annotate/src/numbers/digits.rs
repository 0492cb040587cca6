//! Numbers in digits.
//!
//! Answers for: the groups, decimals, powers and signs of a number written in digits. Leaves the scale words
//! behind it to `numeral`.

use crate::key::{key, keys};
use crate::words::Words;

/// The longest form that is read as a number, in bytes.
const LONGEST: usize = 24;

/// The number in digits at `at`, and where it ends.
pub(super) fn find(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let (value, end) = spaced(words, at)
        .or_else(|| commaed(words, at))
        .or_else(|| exponent(words, at))
        .or_else(|| Some((value(words.form(at))?, at + 1)))?;
    Some(power(words, value, end).unwrap_or((value, end)))
}

/// The number below zero at `at`: its sign touches it, and no number stands before.
pub(super) fn negative(words: Words<'_>, at: usize) -> bool {
    let is_sign = words.form(at) == "-" && !words.adjoins(at) && words.adjoins(at + 1);
    is_sign && words.is_numeric(at + 1) && !words.form_before(at).bytes().all(|byte| byte.is_ascii_digit())
        || is_sign && words.is_numeric(at + 1) && at == 0
}

/// The value of a number in digits, with commas between its groups and a decimal point.
fn value(form: &str) -> Option<f64> {
    let (whole, decimals) = form.split_once('.').unwrap_or((form, ""));
    let mut groups = whole.split(',');
    let is_grouped =
        groups.next().is_some_and(is_digits) && groups.all(|group| group.len() == 3 && is_digits(group));
    if !is_grouped || !is_digits(decimals) || form.len() > LONGEST {
        return None;
    }
    if whole.contains(',') { form.replace(',', "").parse().ok() } else { form.parse().ok() }
}

/// Whether there are no characters but digits.
fn is_digits(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number whose groups of three are parted by spaces: "1 414 021". With plain spaces, two groups must follow.
fn spaced(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let first = words.form(at);
    if first.len() > 3 || !is_digits(first) || first.is_empty() {
        return None;
    }
    let is_group = |place: usize| {
        let (group, decimals) = words.form(place).split_once('.').unwrap_or((words.form(place), ""));
        group.len() == 3 && is_digits(group) && is_digits(decimals)
    };
    let gap =
        |place: usize| &words.text[words.tokens[place - 1].span.end()..words.tokens[place].span.start()];
    let mut end = at + 1;
    while is_group(end) && gap(end).chars().count() == 1 && !words.form(end - 1).contains('.') {
        end += 1;
    }
    let is_plain = end > at + 1 && gap(at + 1) == " ";
    if end == at + 1 || is_plain && end == at + 2 {
        return None;
    }
    let joined: String = (at..end).map(|place| words.form(place)).collect();
    Some((joined.parse().ok().filter(|_| joined.len() <= LONGEST)?, end))
}

/// A number with commas elsewhere than in English: "12,34,567", "1.234,50", "5,0".
fn commaed(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let is_comma = words.form(at + 1) == "," && words.adjoins(at + 1) && words.adjoins(at + 2);
    if !is_comma || !words.is_numeric(at + 2) || words.form_before(at) == "," {
        return None;
    }
    let mut end = at + 3;
    while words.form(end) == "," && words.adjoins(end) && words.adjoins(end + 1) && words.is_numeric(end + 1)
    {
        end += 2;
    }
    let form = words.span(at..end).of(words.text);
    let is_list = words.key(end).is_any(&keys!["and", "or", "&"]);
    let plain = plain_form(form).filter(|_| !is_list && form.len() <= LONGEST)?;
    Some((plain.parse().ok()?, end))
}

/// The same number without groups and with a decimal point.
fn plain_form(form: &str) -> Option<String> {
    let (whole, decimals) = form.split_once('.').unwrap_or((form, ""));
    let mut groups = whole.rsplit(',');
    let is_indian = groups.next().is_some_and(|last| last.len() == 3)
        && whole.matches(',').count() >= 2
        && groups.all(|group| (1..=2).contains(&group.len()));
    if is_indian && is_digits(decimals) {
        return Some(form.replace(',', ""));
    }
    let (whole, decimals) = form.split_once(',')?;
    let is_decimal = (1..=2).contains(&decimals.len()) && is_digits(decimals);
    let mut groups = whole.split('.');
    let is_grouped = groups.next().is_some_and(is_digits) && groups.all(|group| group.len() == 3);
    (is_decimal && is_grouped).then(|| format!("{}.{decimals}", whole.replace('.', "")))
}

/// A number with an exponent of ten: "1e10", "1.3e+6", "1.3x10^6".
fn exponent(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let form = words.form(at);
    let mantissa =
        |part: &str| value(part).filter(|_| part.starts_with(|digit: char| digit.is_ascii_digit()));
    if let Some(part) = form.strip_suffix("x10").filter(|_| words.form(at + 1) == "^") {
        let (power, end) = signed(words, at + 2)?;
        return Some((mantissa(part)? * 10_f64.powi(power), end));
    }
    let (part, power) = form.split_once(['e', 'E'])?;
    if power.is_empty() && words.form(at + 1).len() == 1 && words.adjoins(at + 1) {
        let (power, end) = signed(words, at + 1).filter(|&(_, end)| end == at + 3)?;
        return Some((mantissa(part)? * 10_f64.powi(power), end));
    }
    let power: i32 = power.parse().ok().filter(|_| power.len() <= 3)?;
    Some((mantissa(part)? * 10_f64.powi(power), at + 1))
}

/// A whole number that touches what stands before it, with its sign.
fn signed(words: Words<'_>, at: usize) -> Option<(i32, usize)> {
    let is_sign = matches!(words.form(at), "+" | "-");
    let place = at + usize::from(is_sign);
    let number = words.integer(place).filter(|&number| number < 300 && words.adjoins(place))?;
    let number = i32::try_from(number).ok()?;
    Some((if words.is(at, key!("-")) { -number } else { number }, place + 1))
}

/// The number raised to what stands behind a caret.
fn power(words: Words<'_>, value: f64, end: usize) -> Option<(f64, usize)> {
    if words.form(end) != "^" || !words.adjoins(end) {
        return None;
    }
    let (power, end) = signed(words, end + 1)?;
    Some((value.powi(power), end))
}
