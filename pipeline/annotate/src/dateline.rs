//! The dateline that heads a sentence: `VELDEN, Est. (NB) — Two trams met.`
//!
//! Answers for: how many of a sentence's words it takes, its dash included. It is no part of what the sentence
//! says, so `reader` reads it by itself. Leaves to others which place, day and agency it names. A dateline on a
//! line of its own is a sentence of that role and needs none of this.

/// The most words of a dateline, its marks included.
const LONGEST: usize = 16;

/// The fewest words of the sentence behind it.
const SHORTEST_REST: usize = 3;

/// Abbreviations behind the name of a person.
const PERSONAL: &[&str] = &["Jr.", "Sr.", "Esq."];

/// How many of the first `words` of a sentence are its dateline; 0 where none heads it.
pub(crate) fn length(words: &[&str]) -> usize {
    let Some(dash) = dash(words) else { return 0 };
    let (place, rest) = (&words[..dash], &words[dash + 1..]);
    let starts = rest.first().is_some_and(|word| !word.starts_with(char::is_lowercase));
    if starts && rest.len() >= SHORTEST_REST && is_place(place) { dash + 1 } else { 0 }
}

/// Where the first dash outside of brackets stands, if nothing but names, numbers and marks is before it.
fn dash(words: &[&str]) -> Option<usize> {
    let mut is_inside = false;
    for (at, word) in words.iter().take(LONGEST).enumerate() {
        match *word {
            "(" => is_inside = true,
            ")" => is_inside = false,
            _ if is_inside => {}
            "-" | "--" | "–" | "—" | "―" | "−" | "_" | ">>" | "»" => return Some(at),
            _ if word.starts_with(char::is_lowercase) => return None,
            _ => {}
        }
    }
    None
}

/// Whether the words are those of a place, a day or an agency: the first in capitals, an abbreviation or a
/// number behind a comma, or brackets at the end.
fn is_place(words: &[&str]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let comma = words.iter().rposition(|word| *word == ",");
    let behind_comma = comma.and_then(|comma| words.get(comma + 1));
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_short =
        |word: &&str| is_loud(word) || is_year(word) || word.ends_with('.') && !PERSONAL.contains(word);
    is_loud(first) || *last == ")" || behind_comma.is_some_and(is_short)
}

/// Whether a word of two letters or more is in capitals.
fn is_loud(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    letters.clone().count() > 1 && letters.all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn a_dateline_ends_with_its_dash() {
        let cases = [
            ("VELDEN , Est. ( NB ) — Two trams met .", 7),
            ("VELDEN _ Two trams met here .", 2),
            ("ST. ODA – Police say a tram left its rails .", 3),
            ("( NB-TV ) - Two trams met .", 4),
            ("Velden , ES – Mayor Brandt has left .", 4),
            ("March 3 , 2014 - In the last months it rained .", 5),
            ("The tram — two coaches — left its rails .", 0),
            ("Brandt - Reed is a pair of names .", 0),
            ("Ada Brandt , 35 — Two counts of theft .", 0),
            ("Tomas Reed , Jr. — One count of theft .", 0),
            ("NASA — the agency — said so .", 0),
            ("Velden ( NB ) the tram left — Two met .", 0),
            ("VELDEN — Rain .", 0),
        ];
        for (sentence, expected) in cases {
            let words: Vec<&str> = sentence.split(' ').collect();
            assert_eq!(length(&words), expected, "{sentence}");
        }
    }
}
