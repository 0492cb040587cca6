//! An edit: what happens to the end of a form on the way to its lemma.
//!
//! Answers for: finding the edit between two words and applying one. When an edit is right is the model's to say.

/// How many characters fall off the end, and what is put there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit<'a> {
    /// How many characters fall off.
    pub strip: u8,
    /// What is put in their place.
    pub add: &'a str,
}

impl<'a> Edit<'a> {
    /// The edit that changes nothing.
    pub const NONE: Self = Self { strip: 0, add: "" };

    /// The edit that leads from `form` to `lemma`; none when more characters fall off than a byte can count.
    pub fn between(form: &str, lemma: &'a str) -> Option<Self> {
        let shared: usize = form
            .chars()
            .zip(lemma.chars())
            .take_while(|(one, other)| one == other)
            .map(|(one, _)| one.len_utf8())
            .sum();
        let strip = form[shared..].chars().count();
        Some(Self { strip: u8::try_from(strip).ok()?, add: &lemma[shared..] })
    }

    /// The part of `form` that stays; none when the form is shorter than what falls off.
    pub fn stem<'f>(&self, form: &'f str) -> Option<&'f str> {
        let strip = usize::from(self.strip);
        match strip {
            0 => Some(form),
            _ if form.is_ascii() => form.get(..form.len().checked_sub(strip)?),
            _ => form.char_indices().nth_back(strip - 1).map(|(at, _)| &form[..at]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Edit;

    #[test]
    fn an_edit_is_found_and_applied() {
        let edit = Edit::between("denies", "deny").unwrap();
        assert_eq!(edit, Edit { strip: 3, add: "y" });
        assert_eq!(edit.stem("relies"), Some("rel"));
        assert_eq!(edit.stem("és"), None);
        assert_eq!(Edit { strip: 1, add: "" }.stem("café"), Some("caf"));
        assert_eq!(Edit::between("café", "café"), Some(Edit::NONE));
        assert_eq!(Edit::between("went", "go"), Some(Edit { strip: 4, add: "go" }));
    }
}
