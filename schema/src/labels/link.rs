//! The vocabularies of what documents share.
//!
//! Answers for: how a sentence is reused, in what the same words of one speaker differ, what the articles of
//! a story report, whom a value counts, and how the reported values of one measure stand to each other. The
//! macro and the trait are the parent module's.

use super::{Entry, Vocabulary};

vocabulary! {
    /// How a sentence stands to the others of its reuse cluster.
    ReuseType {
        /// The same words as the origin; quotation marks, spaces and letter case aside.
        Verbatim = "verbatim",
        /// Nearly the same words as the origin: a few changed, a clause dropped, clauses in another order.
        NearVerbatim = "near_verbatim",
        /// The same utterance as the origin's, in another frame.
        SharedQuote = "shared_quote",
        /// A sentence that recurs over unrelated stories of one outlet.
        Boilerplate = "boilerplate",
    }
}

vocabulary! {
    /// In what a shared quotation differs from the origin's.
    ReuseDifference {
        /// It is shorter, the rest being equal.
        Truncated = "truncated",
        /// Some of its words are other ones.
        Reworded = "reworded",
        /// It stands in quotation marks in one place and in the author's words in the other.
        DirectIndirect = "direct_indirect",
        /// It is ascribed to somebody else.
        OtherSpeaker = "other_speaker",
    }
}

vocabulary! {
    /// How a reported value stands to the other values of its measure in its story.
    ClaimRelation {
        /// It is the same.
        Agree = "agree",
        /// One lies within the bounds of the other.
        Refine = "refine",
        /// It was reported later and takes the place of the other.
        Update = "update",
        /// They count different people or things.
        ScopeDifference = "scope_difference",
        /// They cannot both be true.
        Contradict = "contradict",
    }
}

vocabulary! {
    /// What a value reported in a story is the value of.
    ClaimMeasure {
        /// Deaths.
        Killed = "killed",
        /// People hurt who are not dead.
        Injured = "injured",
        /// Dead and injured together.
        Casualties = "casualties",
        /// People of whom nobody knows where they are.
        Missing = "missing",
        /// People arrested, detained or held by the police.
        Arrested = "arrested",
        /// People who had to leave their homes.
        Displaced = "displaced",
        /// People brought out of danger.
        Rescued = "rescued",
        /// People held by attackers.
        Hostages = "hostages",
        /// Shots or bullets.
        Shots = "shots",
        /// People who attacked.
        Attackers = "attackers",
        /// What became of the attacker.
        AttackerStatus = "attacker_status",
        /// The years that a person has lived.
        Age = "age",
        /// The day of the event.
        EventDate = "event_date",
        /// The place of the event.
        EventPlace = "event_place",
    }
}

vocabulary! {
    /// What became of an attacker, from free to dead.
    AttackerStatus {
        /// Fled or sought: nobody has him.
        AtLarge = "at_large",
        /// Still at the scene, or shut in.
        Surrounded = "surrounded",
        /// No danger any more: caught or dead.
        Neutralised = "neutralised",
        /// Arrested or given up.
        InCustody = "in_custody",
        /// Dead, by whomever.
        Killed = "killed",
    }
}

vocabulary! {
    /// Whom a reported number counts.
    ClaimScope {
        /// All of them, as far as its words tell.
        All = "all",
        /// Those beside somebody told of before: `three others`.
        Others = "others",
        /// Attackers among them: `four, including the gunman`.
        Including = "including",
        /// Some of them: `two of the wounded`, `two in critical condition`.
        Part = "part",
        /// One of them, told without a number: `a guard was killed`.
        One = "one",
    }
}
