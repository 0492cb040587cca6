//! A person's name taken apart.
//!
//! Answers for: its words in one spelling, without titles, endings and particles in small letters. Leaves to others:
//! whether two names are one person's (`similarity`).

use crate::spelling::fold;
use crate::word_kind::{Lists, WordKind};

/// Who of several generations bears the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generation {
    /// The father or the mother.
    Senior,
    /// The child.
    Junior,
    /// The grandchild.
    Third,
}

/// The words of a person's name, folded; the last is the surname where there are several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalName {
    /// At least one, empty for a name without letters.
    pub words: Vec<String>,
    /// Who of several of that name; `None` where it does not tell.
    pub generation: Option<Generation>,
}

impl PersonalName {
    /// The name as `text` has it.
    pub fn of(text: &str, lists: Lists) -> Self {
        let mut words: Vec<&str> = text.split([' ', '\u{a0}', ',']).filter(|word| !word.is_empty()).collect();
        let generation = words.last().and_then(|word| generation(word)).filter(|_| words.len() > 1);
        words.truncate(words.len() - usize::from(generation.is_some()));
        while words.len() > 1 && is_title(words[0], lists) {
            words.remove(0);
        }
        let mut folded = Vec::with_capacity(words.len());
        for (nth, word) in words.iter().enumerate() {
            let is_last = nth + 1 == words.len();
            if !is_last && is_initials(word) {
                let letters = word.chars().filter(|&letter| letter != '.');
                folded.extend(letters.map(|letter| fold(letter.encode_utf8(&mut [0; 4]))));
            } else if is_last || !is_small_particle(word, lists) {
                folded.push(fold(bare(word, lists)));
            }
        }
        Self { words: folded, generation }
    }

    /// The surname; the only word where there is one alone.
    pub fn family(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Whether it is one word, a surname or a given name.
    pub fn is_bare(&self) -> bool {
        self.words.len() < 2
    }
}

/// Whether the word is initials written together.
fn is_initials(word: &str) -> bool {
    word.contains('.') && word.chars().all(|one| one.is_uppercase() || one == '.')
}

/// The word without the particle joined to it.
fn bare(word: &str, lists: Lists) -> &str {
    let word = word.trim_end_matches("'s").trim_end_matches("’s");
    let joined = word.split_once(['-', '\'', '’']).filter(|(particle, rest)| {
        rest.len() > 2 && particle.len() > 1 && lists(particle).has(WordKind::Particle)
    });
    joined.map_or(word, |(_, rest)| rest)
}

fn generation(word: &str) -> Option<Generation> {
    Some(match word.trim_end_matches('.') {
        "Sr" => Generation::Senior,
        "Jr" | "II" => Generation::Junior,
        "III" => Generation::Third,
        _ => return None,
    })
}

/// Whether a word before others is a title. One that is also a given name is taken for that.
fn is_title(word: &str, lists: Lists) -> bool {
    let kinds = lists(word);
    kinds.has(WordKind::Title) && !kinds.has(WordKind::Given)
}

fn is_small_particle(word: &str, lists: Lists) -> bool {
    word.starts_with(char::is_lowercase) && lists(word).has(WordKind::Particle)
}

#[cfg(test)]
mod tests {
    use super::{Generation, PersonalName};
    use crate::word_kind::known;

    fn words(text: &str) -> Vec<String> {
        PersonalName::of(text, known).words
    }

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(words("Ada M. Brandt"), ["ada", "m", "brandt"]);
        assert_eq!(words("J.F. Orel"), ["j", "f", "orel"]);
        assert_eq!(words("President Çelik Şahin"), ["celik", "sahin"]);
        assert_eq!(words("Jan van der Berg"), ["jan", "berg"]);
        assert_eq!(words("Omar al-Basri"), ["omar", "basri"]);
        assert_eq!(PersonalName::of("Omar Reed Jr.", known).generation, Some(Generation::Junior));
        assert_eq!(words("Omar Reed Jr."), ["omar", "reed"]);
    }
}
