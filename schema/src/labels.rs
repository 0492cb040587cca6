//! The closed vocabularies.
//!
//! Answers for: every word that a label column may hold, with its meaning, in one place. A vocabulary is an
//! enum made by `vocabulary!`: the comment above a variant is its meaning in the codebook.

/// A closed vocabulary: an enum whose every value has one spelling and one meaning.
pub trait Vocabulary: Copy + Sized + 'static {
    /// Every value with its spelling and meaning, in the order of the definition.
    const ENTRIES: &'static [Entry];

    /// The value's spelling in the tables.
    fn as_str(self) -> &'static str;
}

/// One value of a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Its spelling in the tables.
    pub word: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

macro_rules! vocabulary {
    ($(#[doc = $about:literal])+ $name:ident { $($(#[doc = $meaning:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[doc = $meaning])+ $variant,)+ }

        impl Vocabulary for $name {
            const ENTRIES: &'static [Entry] =
                &[$(Entry { word: $word, meaning: concat!($($meaning),+).trim_ascii() },)+];

            fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl $name {
            /// Every value, in the order of the definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The value spelt `word`.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

mod event;
mod link;
mod page;
mod source;
mod speech;
mod syntax;
mod value;

pub use event::{CameoRoot, EventMode, EventStatus, EventType};
pub use link::{AttackerStatus, ClaimMeasure, ClaimRelation, ClaimScope, ReuseDifference, ReuseType};
pub use page::{Layout, Role};
pub use source::{MomentPrecision, RejectReason, SourceFormat, Stage};
pub use speech::{
    AbsentSource, Assertion, CueClass, CueStance, EvidenceClass, Factuality, QuoteType, SourceRole,
    UnresolvedSource,
};
pub use syntax::{EntityTag, EntityType, Relation, Upos};
pub use value::{
    Granularity, Measure, Party, QuantityType, TimeModifier, TimeResolution, TimeType, ValueModifier,
};

#[cfg(test)]
mod tests {
    use super::{Role, Vocabulary};

    #[test]
    fn words_and_values_name_each_other() {
        for (role, entry) in Role::ALL.iter().zip(Role::ENTRIES) {
            assert_eq!(role.as_str(), entry.word);
            assert_eq!(Role::from_word(entry.word), Some(*role));
            assert!(entry.meaning.ends_with('.'), "{}: {}", entry.word, entry.meaning);
        }
        assert_eq!(Role::from_word("Body"), None);
    }
}
