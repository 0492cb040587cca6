//! The vocabularies of who says what, and how surely.
//!
//! Answers for: attributions and their sources, evidence, factuality, and who asserts a sentence. The macro and the
//! trait are the parent module's.

use super::{Entry, Vocabulary};

vocabulary! {
    /// How the content of an attribution is given.
    QuoteType {
        /// In the source's words, between quotation marks.
        Direct = "direct",
        /// In the author's words.
        Indirect = "indirect",
        /// In the author's words with pieces in the source's.
        Mixed = "mixed",
    }
}

vocabulary! {
    /// Why an attribution names no source.
    AbsentSource {
        /// No reporting word stands near the quotation.
        NoCue = "no_cue",
        /// A reporting word stands there, but no source that could be told.
        NotFound = "not_found",
        /// The reporting word is in the passive without a source.
        Passive = "passive",
    }
}

vocabulary! {
    /// Where a reporting word puts the author towards what is said.
    CueStance {
        /// It takes no side.
        Neutral = "neutral",
        /// It takes what is said as true.
        Endorsing = "endorsing",
        /// It leaves what is said to the source.
        Distancing = "distancing",
    }
}

vocabulary! {
    /// Who stands behind an attribution's source, by the words that name it.
    SourceRole {
        /// A government, a ministry, an agency of a state, a court, or someone in its office.
        Official = "official",
        /// Armed forces.
        Military = "military",
        /// The police and those who investigate crimes.
        Police = "police",
        /// Someone who saw it, lived through it or lives there.
        Witness = "witness",
        /// A newspaper, an agency, a broadcaster or someone who works there.
        Media = "media",
        /// A text, a study, a poll, a recording.
        Document = "document",
        /// Someone asked for what they know of the matter.
        Expert = "expert",
        /// A company or someone who speaks for it.
        Business = "business",
        /// A party, a campaign or a candidate.
        Party = "party",
        /// Any other organised group: a charity, a union, rebels, activists.
        Group = "group",
        /// A person of whom nothing else is told.
        Person = "person",
        /// Anything else.
        Other = "other",
    }
}

vocabulary! {
    /// Why a source stands for no entity.
    UnresolvedSource {
        /// One or a few whom the text does not name: `a witness`.
        Anonymous = "anonymous",
        /// A number of people without bounds: `critics`, `some reports`.
        Collective = "collective",
        /// The author: `I`, `we`, outside of quotations.
        Author = "author",
        /// Several entities fit.
        Ambiguous = "ambiguous",
        /// No entity fits.
        NotFound = "not_found",
    }
}

vocabulary! {
    /// What a cue says that the source does with the content.
    CueClass {
        /// Presents it as true: `said`, `claims`.
        Say = "say",
        /// Gives evidence of it: `shows`, `suggests`, of a study or a picture.
        Show = "show",
        /// Holds it as a fact: `knows`, `learned`.
        Know = "know",
        /// Holds it as likely, or is of that opinion: `thinks`, `considers`.
        Believe = "believe",
        /// Expects it: `predicts`, `warned`.
        Predict = "predict",
        /// Does not take it for true: `doubts`, `questioned`.
        Doubt = "doubt",
        /// Presents it as untrue: `denied`, `rejected`.
        Deny = "deny",
        /// Asks it: `asked`, `wonders`.
        Ask = "ask",
        /// Wants it: `called for`, `urged`, `hopes`.
        Want = "want",
        /// Binds itself to it: `promised`, `plans`, `refused`.
        Commit = "commit",
        /// Values it: `praised`, `condemned`, `supports`.
        Judge = "judge",
        /// Has a feeling about it: `fears`, `regretted`.
        Feel = "feel",
    }
}

vocabulary! {
    /// What makes a statement uncertain or untrue.
    EvidenceClass {
        /// It is possible, not certain: `may`, `possibly`, `apparently`.
        Epistemic = "epistemic",
        /// It is somebody's belief: `is believed to`, `suspected`.
        Doxastic = "doxastic",
        /// It is not known yet: `whether`, `it was not clear`, `investigating if`.
        Investigative = "investigative",
        /// It depends on something: `if`, `unless`, `would`.
        Condition = "condition",
        /// Others say it: `reportedly`, `allegedly`, `is said to`.
        Hearsay = "hearsay",
        /// It leaves open who or how many are meant: `some argue`, `widely regarded`, `several`.
        Weasel = "weasel",
        /// It is negated: `not`, `no`, `never`.
        Negation = "negation",
        /// It has been declared untrue: `denied`, `a false claim`.
        Denial = "denial",
    }
}

impl EvidenceClass {
    /// How far words under it are from a plain fact.
    pub const fn strength(self) -> u8 {
        match self {
            Self::Weasel => 0,
            Self::Hearsay => 1,
            Self::Doxastic => 2,
            Self::Epistemic => 3,
            Self::Investigative => 4,
            Self::Condition => 5,
            Self::Negation => 6,
            Self::Denial => 7,
        }
    }
}

vocabulary! {
    /// How certain a statement is and with which polarity (FactBank).
    Factuality {
        /// Certain: it is so.
        Certain = "CT+",
        /// Certain: it is not so.
        CertainNot = "CT-",
        /// Probable that it is so.
        Probable = "PR+",
        /// Probable that it is not so.
        ProbableNot = "PR-",
        /// Possible that it is so.
        Possible = "PS+",
        /// Possible that it is not so.
        PossibleNot = "PS-",
        /// Certain in itself, with a polarity that is not told: `knows whether`.
        CertainUnknown = "CTu",
        /// Not told, or not to be decided.
        Unknown = "Uu",
    }
}

vocabulary! {
    /// Who asserts a sentence.
    Assertion {
        /// The author.
        Author = "author",
        /// A source, in the author's words.
        Attributed = "attributed",
        /// A source, in its own words.
        Quoted = "quoted",
        /// The author and a source, each a part; or a source in the author's words and its own.
        Mixed = "mixed",
    }
}
