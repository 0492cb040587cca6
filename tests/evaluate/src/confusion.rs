//! Which role gold text was found in, counted in characters.
//!
//! Answers for: which found roles count as which gold role, and the counts of each. Which text is which is the
//! caller's business.

use std::collections::BTreeMap;

use schema::labels::{Role, Vocabulary as _};

use crate::counts::Counts;
use crate::measure::Table;

/// What the gold says of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum GoldRole {
    Headline,
    Deck,
    Subheading,
    Body,
    Caption,
    /// Nothing: the gold does not hold it.
    Boilerplate,
}

impl GoldRole {
    /// Every one.
    pub(crate) const ALL: [Self; 6] =
        [Self::Headline, Self::Deck, Self::Subheading, Self::Body, Self::Caption, Self::Boilerplate];

    /// Its name.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Deck => "deck",
            Self::Subheading => "subheading",
            Self::Body => "body",
            Self::Caption => "caption",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// The gold role that text found as `role` ought to have. The gold's paragraphs hold list items and datelines.
    pub(crate) const fn of(role: Role) -> Self {
        match role {
            Role::Headline => Self::Headline,
            Role::Deck => Self::Deck,
            Role::Subheading => Self::Subheading,
            Role::Body | Role::ListItem | Role::Dateline => Self::Body,
            Role::Caption => Self::Caption,
            _ => Self::Boilerplate,
        }
    }
}

/// Characters by their gold role and the role they were found in; `None` is for text that was lost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Confusion(BTreeMap<(GoldRole, Option<Role>), usize>);

impl Confusion {
    /// Counts `chars` characters.
    pub(crate) fn add(&mut self, gold: GoldRole, found: Option<Role>, chars: usize) {
        *self.0.entry((gold, found)).or_default() += chars;
    }

    /// All of these together.
    pub(crate) fn sum<'c>(parts: impl Iterator<Item = &'c Self>) -> Self {
        let mut sum = Self::default();
        for ((gold, found), chars) in parts.flat_map(|part| &part.0) {
            sum.add(*gold, *found, *chars);
        }
        sum
    }

    /// How well `role` was found.
    pub(crate) fn counts(&self, role: GoldRole) -> Counts {
        let mut counts = Counts::default();
        for ((gold, found), chars) in &self.0 {
            let is_found = found.is_some_and(|found| GoldRole::of(found) == role);
            let side = match (*gold == role, is_found) {
                (true, true) => &mut counts.hits,
                (true, false) => &mut counts.missed,
                (false, true) => &mut counts.extra,
                (false, false) => continue,
            };
            *side += *chars as f64;
        }
        counts
    }

    /// A table with a row for each found role and a column for each gold role.
    pub(crate) fn table(&self, title: &str) -> Table {
        let found = Role::ALL.iter().copied().map(Some).chain([None]);
        let is_met = |found: &Option<Role>| self.0.keys().any(|(_, met)| met == found);
        let row = |found: Option<Role>| {
            let name = found.map_or("not in the document", Role::as_str).to_owned();
            let chars = GoldRole::ALL.map(|gold| self.0.get(&(gold, found)).copied().unwrap_or_default());
            [vec![name], chars.map(|chars| chars.to_string()).to_vec()].concat()
        };
        let header = ["found \\ gold"].into_iter().chain(GoldRole::ALL.map(GoldRole::as_str));
        Table {
            title: title.to_owned(),
            header: header.map(str::to_owned).collect(),
            rows: found.filter(is_met).map(row).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Confusion, GoldRole};
    use crate::counts::Counts;
    use schema::labels::Role;

    fn toy() -> Confusion {
        let mut toy = Confusion::default();
        toy.add(GoldRole::Body, Some(Role::Body), 60);
        toy.add(GoldRole::Body, Some(Role::ListItem), 20);
        toy.add(GoldRole::Body, Some(Role::Promo), 5);
        toy.add(GoldRole::Body, None, 15);
        toy.add(GoldRole::Caption, Some(Role::Body), 10);
        toy.add(GoldRole::Boilerplate, Some(Role::Body), 10);
        toy.add(GoldRole::Boilerplate, Some(Role::Promo), 7);
        toy
    }

    #[test]
    fn counts_are_those_computed_by_hand() {
        assert_eq!(toy().counts(GoldRole::Body), Counts { hits: 80.0, extra: 20.0, missed: 20.0 });
        assert_eq!(toy().counts(GoldRole::Caption), Counts { hits: 0.0, extra: 0.0, missed: 10.0 });
        assert_eq!(toy().counts(GoldRole::Boilerplate), Counts { hits: 7.0, extra: 5.0, missed: 10.0 });
        assert_eq!(toy().counts(GoldRole::Deck), Counts::default());
    }

    #[test]
    fn sums_and_tables_hold_every_character() {
        let sum = Confusion::sum([toy(), toy()].iter());
        assert_eq!(sum.counts(GoldRole::Body), Counts { hits: 160.0, extra: 40.0, missed: 40.0 });
        let table = toy().table("");
        assert_eq!(
            table.header,
            ["found \\ gold", "headline", "deck", "subheading", "body", "caption", "boilerplate"]
        );
        let names: Vec<_> = table.rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(names, ["body", "list_item", "promo", "not in the document"]);
        assert_eq!(table.rows[0][1..], ["0", "0", "0", "60", "10", "10"]);
    }
}
