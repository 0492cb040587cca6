//! Quotation marks one by one.
//!
//! Answers for: which tokens are marks, which marks belong together, and what each does by what is beside it.

use crate::words::Words;

/// Marks that close each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Double,
    Single,
    Angle,
}

/// What a mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Opens,
    Closes,
    /// What is open decides.
    Either,
}

/// The family of the mark that `form` is; `None` for other tokens.
pub(super) fn family(form: &str) -> Option<Family> {
    // Most tokens start with a letter.
    if form.as_bytes().first().is_none_or(u8::is_ascii_alphanumeric) {
        return None;
    }
    match form {
        "\"" | "“" | "”" | "„" | "‟" | "``" | "''" | "＂" => Some(Family::Double),
        "'" | "‘" | "’" | "‚" | "`" | "‹" | "›" => Some(Family::Single),
        "«" | "»" => Some(Family::Angle),
        _ => None,
    }
}

/// What the mark at `at` does.
pub(super) fn side(words: Words<'_>, at: usize) -> Side {
    match words.form(at) {
        "„" | "‚" | "``" => return Side::Opens,
        _ => {}
    }
    match (is_free_before(words, at), is_free_behind(words, at)) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        (true, true) if at == 0 => Side::Opens,
        (true, true) if at + 1 == words.len() => Side::Closes,
        _ => by_shape(words.form(at)),
    }
}

/// What a mark does whose neighbours do not tell.
fn by_shape(form: &str) -> Side {
    match form {
        "“" | "‘" | "«" => Side::Opens,
        _ => Side::Either,
    }
}

/// Whether the mark at `at` touches nothing before it but what a quotation may follow.
fn is_free_before(words: Words<'_>, at: usize) -> bool {
    let opener = || {
        let form = words.form_before(at);
        matches!(form, "(" | "[" | "-" | "–" | "—" | "--" | "/" | ":") || is_opening(words, at - 1)
    };
    !words.adjoins(at) || opener()
}

/// Whether the token at `at` is a mark with nothing but space before it.
fn is_opening(words: Words<'_>, at: usize) -> bool {
    family(words.form(at)).is_some() && !words.adjoins(at)
}

/// Whether the mark at `at` touches nothing behind it but what may follow a quotation.
fn is_free_behind(words: Words<'_>, at: usize) -> bool {
    let next = words.form(at + 1);
    let is_stop = matches!(
        next,
        "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "-" | "–" | "—" | "--" | "/" | "'s" | "’s"
    );
    let is_closing = || family(next).is_some() && !words.adjoins(at + 2);
    !words.adjoins(at + 1) || is_stop || is_closing()
}
