//! Letter case: the shape of a form, and what becomes of it in the lemma.
//!
//! Answers for: both vocabularies and setting a word in a case. Which case a word gets is the model's to say.

use std::borrow::Cow;

/// Where a form has capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Nowhere.
    Lower,
    /// In the first place alone.
    Title,
    /// In every place that can have one, or a single capital.
    Upper,
    /// Anywhere else.
    Mixed,
}

impl Shape {
    /// The shape of `form`.
    pub fn of(form: &str) -> Self {
        let mut letters = form.chars();
        let first = letters.next().is_some_and(char::is_uppercase);
        let (mut upper, mut lower) = (false, false);
        for letter in letters {
            upper |= letter.is_uppercase();
            lower |= letter.is_lowercase();
        }
        match (first, upper, lower) {
            (false, false, _) => Self::Lower,
            (true, false, true) => Self::Title,
            (true, _, false) => Self::Upper,
            (false, true, false) if !form.starts_with(char::is_lowercase) => Self::Upper,
            _ => Self::Mixed,
        }
    }
}

/// What a lemma does with the case of its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Casing {
    /// It keeps it.
    Kept,
    /// It has no capitals.
    Lower,
    /// It has one, at its head.
    Title,
    /// It has nothing else.
    Upper,
}

impl Casing {
    /// All, in the order of their numbers in the model's file.
    pub const ALL: [Self; 4] = [Self::Kept, Self::Lower, Self::Title, Self::Upper];

    /// `word`, part of a form of this `shape`, set in this case.
    pub fn set(self, word: &str, shape: Shape) -> Cow<'_, str> {
        match self {
            Self::Lower if shape != Shape::Lower => Cow::Owned(word.to_lowercase()),
            Self::Kept | Self::Lower => Cow::Borrowed(word),
            Self::Title => Cow::Owned(titled(word)),
            Self::Upper => Cow::Owned(word.to_uppercase()),
        }
    }
}

fn titled(word: &str) -> String {
    let mut letters = word.chars();
    let head: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    head + &letters.as_str().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Casing, Shape};

    #[test]
    fn shapes_are_told() {
        let shapes = ["tram", "’s", "Tram", "Ü", "NTV", "U.S.", "3D", "eBay", "NGOs", ""].map(Shape::of);
        let [lower, title, upper, mixed] = [Shape::Lower, Shape::Title, Shape::Upper, Shape::Mixed];
        assert_eq!(shapes, [lower, lower, title, upper, upper, upper, upper, mixed, mixed, lower]);
    }

    #[test]
    fn words_are_set() {
        let set = |casing: Casing| casing.set("ÇAY", Shape::Upper).into_owned();
        assert_eq!(Casing::ALL.map(set), ["ÇAY", "çay", "Çay", "ÇAY"]);
    }
}
