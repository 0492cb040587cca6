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
mod syntax;

pub use event::{CameoRoot, EventMode, EventStatus, EventType};
pub use link::{AttackerStatus, ClaimMeasure, ClaimRelation, ClaimScope, ReuseDifference, ReuseType};
pub use syntax::{EntityTag, EntityType, Relation, Upos};

vocabulary! {
    /// What a block or a sentence is on the page.
    Role {
        /// The article's title.
        Headline = "headline",
        /// The standfirst below the title.
        Deck = "deck",
        /// Who wrote it.
        Byline = "byline",
        /// Place, date or agency at the head of the text.
        Dateline = "dateline",
        /// A heading inside the text.
        Subheading = "subheading",
        /// The text of the article.
        Body = "body",
        /// What a picture or a video shows.
        Caption = "caption",
        /// Who made a picture or owns it.
        Credit = "credit",
        /// A passage of the body repeated as ornament.
        PullQuote = "pull_quote",
        /// An item of a list in the body.
        ListItem = "list_item",
        /// A cell of a table.
        TableCell = "table_cell",
        /// A note that an earlier version was wrong.
        Correction = "correction",
        /// What a foreign post or player left behind.
        Embed = "embed",
        /// An appeal to pay, subscribe, share, follow or read something else.
        Promo = "promo",
        /// What the page says to every visitor: controls, notices, comments.
        Boilerplate = "boilerplate",
        /// Code of the page.
        Markup = "markup",
    }
}

vocabulary! {
    /// What the layout of the source says a block is.
    Layout {
        /// A line of plain text, of which the source says nothing.
        Line = "line",
        /// The title of the page or record.
        Headline = "headline",
        /// The standfirst.
        Deck = "deck",
        /// The authors.
        Byline = "byline",
        /// A heading.
        Heading = "heading",
        /// A paragraph.
        Paragraph = "paragraph",
        /// The caption of a figure.
        Caption = "caption",
        /// An item of a list.
        ListItem = "list_item",
        /// A cell of a table.
        TableCell = "table_cell",
        /// A quotation set apart.
        Quotation = "quotation",
        /// Preformatted text or code.
        Code = "code",
    }
}

vocabulary! {
    /// The format of a source.
    SourceFormat {
        /// Plain text.
        Text = "text",
        /// Markdown.
        Markdown = "markdown",
        /// An HTML page.
        Html = "html",
        /// A line of a JSON Lines file.
        Jsonl = "jsonl",
        /// An object, or an element of an array, in a JSON file.
        Json = "json",
        /// A row of a file with separated values.
        Csv = "csv",
        /// A row of a Parquet file.
        Parquet = "parquet",
        /// A response record of a WARC file.
        Warc = "warc",
    }
}

vocabulary! {
    /// What a published or modified time states.
    MomentPrecision {
        /// Day and time with an offset from UTC.
        Instant = "instant",
        /// Day and time without an offset, taken as UTC.
        Local = "local",
        /// The day alone, taken from its start in UTC.
        Day = "day",
    }
}

vocabulary! {
    /// The stage that refused an input.
    Stage {
        /// Reading the file or the record.
        Read = "read",
        /// Making an article of it.
        Parse = "parse",
    }
}

vocabulary! {
    /// Why an input gave no document.
    RejectReason {
        /// It holds nothing but white space.
        Empty = "empty",
        /// It is not text.
        Binary = "binary",
        /// Its format is not one that is read.
        UnsupportedFormat = "unsupported_format",
        /// The system refused to open or read it.
        Unreadable = "unreadable",
        /// It was listed and then gone when it was to be read.
        Gone = "gone",
        /// A link that leads back to a folder above it.
        SymlinkLoop = "symlink_loop",
        /// Its bytes are not text in the encoding it declares, or in any.
        Undecodable = "undecodable",
        /// It breaks the rules of its format.
        Malformed = "malformed",
        /// It ends before it should.
        Truncated = "truncated",
        /// A record without a text field.
        MissingText = "missing_text",
        /// A page in which no article was found.
        NoArticle = "no_article",
        /// It is larger than the limit.
        TooLarge = "too_large",
        /// It unpacks to more than the limits allow.
        DecompressionBomb = "decompression_bomb",
        /// The same bytes under the same locator were read before.
        Duplicate = "duplicate",
    }
}

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
