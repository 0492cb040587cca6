//! The vocabularies of times and quantities.
//!
//! Answers for: kinds of expressions of time and of numbers, what bounds their values, and what is counted. The
//! macro and the trait are the parent module's.

use super::{Entry, Vocabulary};

vocabulary! {
    /// The type of a TIMEX3 expression.
    TimeType {
        /// A day or something longer.
        Date = "DATE",
        /// A time of a day.
        Time = "TIME",
        /// A length of time.
        Duration = "DURATION",
        /// A time that recurs.
        Set = "SET",
    }
}

vocabulary! {
    /// The TIMEX3 `mod` of an expression.
    TimeModifier {
        /// Before it.
        Before = "BEFORE",
        /// After it.
        After = "AFTER",
        /// On it or before.
        OnOrBefore = "ON_OR_BEFORE",
        /// On it or after.
        OnOrAfter = "ON_OR_AFTER",
        /// Shorter than it.
        LessThan = "LESS_THAN",
        /// Longer than it.
        MoreThan = "MORE_THAN",
        /// Its length or shorter.
        EqualOrLess = "EQUAL_OR_LESS",
        /// Its length or longer.
        EqualOrMore = "EQUAL_OR_MORE",
        /// Its first part.
        Start = "START",
        /// Its middle.
        Mid = "MID",
        /// Its last part.
        End = "END",
        /// About it.
        Approx = "APPROX",
    }
}

vocabulary! {
    /// The smallest unit that an expression of time states.
    Granularity {
        /// A second.
        Second = "second",
        /// A minute.
        Minute = "minute",
        /// An hour.
        Hour = "hour",
        /// A day.
        Day = "day",
        /// A week.
        Week = "week",
        /// A month.
        Month = "month",
        /// A quarter of a year.
        Quarter = "quarter",
        /// A season.
        Season = "season",
        /// A year.
        Year = "year",
        /// Ten years.
        Decade = "decade",
        /// A hundred years.
        Century = "century",
    }
}

vocabulary! {
    /// How the value of an expression of time was found.
    TimeResolution {
        /// The words state it.
        Explicit = "explicit",
        /// From the publication date.
        AnchoredPublication = "anchored_publication",
        /// From a date in the text.
        AnchoredText = "anchored_text",
        /// It was not: the value says only what the words do.
        Unresolved = "unresolved",
    }
}

vocabulary! {
    /// What kind of number a quantity is.
    QuantityType {
        /// How many.
        Cardinal = "cardinal",
        /// Which in a row.
        Ordinal = "ordinal",
        /// A part of a whole, as a fraction.
        Fraction = "fraction",
        /// A part of a hundred.
        Percent = "percent",
        /// An amount of money.
        Money = "money",
        /// The years that a person has lived.
        Age = "age",
        /// An amount in a unit of measure.
        Measure = "measure",
        /// One, told without a number, of those whom a measure counts: `a guard was shot dead`.
        Singular = "singular",
    }
}

vocabulary! {
    /// What a number counts, of what the news reports in numbers.
    Measure {
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
        /// People who took part: in a protest, a march, a vote.
        Participants = "participants",
        /// The years that a person has lived.
        Age = "age",
        /// An amount of money.
        Money = "money",
        /// A length of time.
        Duration = "duration",
    }
}

vocabulary! {
    /// Which side of an attack or accident those counted are on.
    Party {
        /// Those whom it was done or happened to.
        Victim = "victim",
        /// Those who did it, or are suspected.
        Attacker = "attacker",
        /// Police, soldiers, rescuers on duty.
        Responder = "responder",
        /// Several of these together.
        Mixed = "mixed",
    }
}

vocabulary! {
    /// How a value is to be taken.
    ValueModifier {
        /// It or more.
        AtLeast = "at_least",
        /// It or less.
        AtMost = "at_most",
        /// Near it.
        About = "about",
        /// More than it.
        MoreThan = "more_than",
        /// Less than it.
        FewerThan = "fewer_than",
    }
}
