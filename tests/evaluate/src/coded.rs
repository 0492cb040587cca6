//! Sentences with coded events: the unit tests of PETRARCH.
//!
//! Answers for: reading them, what their codes mean in PLOVER, and which names an actor's code stands for. Most codes
//! are of the scheme WEIS, which counts the roots otherwise than CAMEO; a few are CAMEO's, and some are made up.

use std::collections::BTreeSet;

use anyhow::Context as _;
use roxmltree::{Document, Node};
use schema::labels::EventType;

use crate::gold::Gold;

/// A sentence with the events that must be coded.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Coded {
    pub(crate) id: String,
    /// The day it was published on, `1995-01-01`.
    pub(crate) day: String,
    pub(crate) text: String,
    /// The expected events, or why each is left out. Those that differ in nothing but the actors of one place are one.
    pub(crate) events: BTreeSet<Result<Dyad, Reason>>,
}

/// Why an expected event does not count.
pub(crate) type Reason = &'static str;

/// An expected event: who did what to whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Dyad {
    /// The code, of three digits.
    pub(crate) code: String,
    /// The types of PLOVER that are right.
    pub(crate) types: &'static [EventType],
    pub(crate) source: Actor,
    pub(crate) target: Actor,
}

/// An expected actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Actor {
    /// Someone of whom any of these names stands in the sentence.
    Named(&'static [&'static str]),
    /// Someone told by a role alone: "a senior official".
    Unnamed,
    /// Nobody.
    Nobody,
}

impl Actor {
    /// Whether the words of `text` name the actor; no words name nobody.
    pub(crate) fn is_in(self, text: Option<&str>) -> bool {
        match (self, text) {
            (Self::Named(names), Some(text)) => names.iter().any(|name| text.contains(name)),
            (Self::Unnamed, Some(_)) | (Self::Nobody, _) => true,
            (_, None) => false,
        }
    }

    /// The actor of a code: a country or a group in three letters, roles behind it.
    fn of(code: &str) -> Option<Self> {
        match code.split_at_checked(3)? {
            ("---", "") => Some(Self::Nobody),
            ("---" | "###", _) => Some(Self::Unnamed),
            _ => NAMES.iter().find(|(start, _)| code.starts_with(start)).map(|(_, names)| Self::Named(names)),
        }
    }
}

/// The names that the codes stand for in these sentences.
const NAMES: &[(&str, &[&str])] = &[
    ("AFG", &["Afghan"]),
    ("ARN", &["Arnor"]),
    ("AUS", &["Australia"]),
    ("BIL", SHIRE),
    ("BRE", &["Bree"]),
    ("CAF", &["Central African"]),
    ("CAL", &["Calenardhon"]),
    ("DAG", &["Dagolath"]),
    ("DNK", &["Danish", "Zealand"]),
    ("DOL", &["Dol Amroth", "Dol_Amroth"]),
    ("ELF", &["Galadhon", "Galadriel"]),
    ("ELR", LORIEN),
    ("ERI", &["Eriador"]),
    ("ETH", &["Ethiopia"]),
    ("FOR", &["Fornost"]),
    ("FRA", &["France"]),
    ("FRO", SHIRE),
    ("GAL", LORIEN),
    ("GMW", &["West German"]),
    ("GON", &["Gondor", "Minas Tirith", "Gonzo"]),
    ("HGW", &["Quibbler"]),
    ("HOB", &["Gollum", "Gamgee", "Smeagol", "Slinker", "Stinker"]),
    ("IGOAFR", &["AU"]),
    ("IGOCOP", &["International Criminal Court"]),
    ("IGOEEU", &["European Union"]),
    ("IMG", &["Al-Qaeda"]),
    ("ITH", &["Ithilen"]),
    ("KOR", &["Seoul", "South Korea"]),
    ("KUW", &["Kuwait"]),
    ("LBY", &["Libya"]),
    ("MOR", &["Mordor", "Cirith Ungol", "Barad-dur"]),
    ("MRG", &["Morgul"]),
    ("NGM", &["Amnesty"]),
    ("NGO", &["MSF"]),
    ("NZE", &["New Zealand"]),
    ("ORC", &["Gamgee"]),
    ("OSG", &["Osgiliath"]),
    ("PAK", &["Pakistan"]),
    ("PHL", &["Philippines"]),
    ("PRK", &["North Korea", "Pyongyang", "Hermit Kingdom"]),
    ("RHO", &["Zimbabwe"]),
    ("ROH", &["Rohan"]),
    ("RUS", &["Russia"]),
    ("SAM", SHIRE),
    ("SHR", &["Michel Delving", "White Downs"]),
    ("USA", &["United States", "White House", "Washington", "KU", "K.U."]),
    ("ZBW", &["Zimbabwe"]),
];

/// A place of which PETRARCH takes each of several people for an actor.
const SHIRE: &[&str] = &["Shire"];

/// Another.
const LORIEN: &[&str] = &["Lorien"];

/// The types that a code may be in PLOVER.
fn types(code: &str) -> Result<&'static [EventType], Reason> {
    use EventType as E;
    let is_plain = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
    let root = code.get(..2).filter(|_| is_plain).unwrap_or_default();
    Ok(match (code, root) {
        // These two are CAMEO's: express the intent to cooperate; fight with artillery.
        ("030", _) => &[E::Agree],
        ("194", _) | (_, "22") => &[E::Assault],
        (_, "01") => &[E::Concede, E::Retreat],
        (_, "02") => return Err("a comment (WEIS 02), of which PLOVER has no type"),
        (_, "03") => &[E::Consult],
        (_, "04") => &[E::Support],
        (_, "05") => &[E::Agree, E::Aid],
        (_, "06") => &[E::Support, E::Concede, E::Retreat, E::Aid],
        (_, "07") => &[E::Aid],
        (_, "08") => &[E::Agree, E::Support, E::Cooperate],
        (_, "09" | "15") => &[E::Request],
        (_, "10") => &[E::Request, E::Agree],
        // Refuse or oppose.
        ("112", _) => &[E::Reject, E::Accuse],
        (_, "11") => &[E::Reject],
        (_, "12") => &[E::Accuse],
        (_, "13") => &[E::Accuse, E::Protest],
        (_, "16" | "17") => &[E::Threaten],
        (_, "18") => &[E::Protest, E::Mobilize],
        (_, "19") => &[E::Sanction],
        (_, "20") => &[E::Sanction, E::Coerce],
        (_, "21") => &[E::Coerce],
        _ => return Err("a code that the tests made up (`903`, `1717`)"),
    })
}

/// The sentences of the unit tests, without those that test errors.
///
/// # Errors
///
/// Where the file cannot be read or is not the XML that it should be.
pub(crate) fn read(gold: &Gold) -> anyhow::Result<Vec<Coded>> {
    const PATH: &str = "events/petrarch_unit_tests.xml";
    sentences(&gold.text(PATH)?).with_context(|| format!("`{PATH}`"))
}

fn sentences(xml: &str) -> anyhow::Result<Vec<Coded>> {
    let tree = Document::parse(xml).context("it is no XML")?;
    let sentences = tree.descendants().filter(|node| node.has_tag_name("Sentence"));
    sentences.filter(|node| !is_error(*node)).map(sentence).collect()
}

/// Whether the sentence tests what is done with broken input, or a feature that PETRARCH does not have.
fn is_error(node: Node<'_, '_>) -> bool {
    node.attribute("category") == Some("ERROR") || node.attribute("sentence") == Some("false")
}

fn sentence(node: Node<'_, '_>) -> anyhow::Result<Coded> {
    let id = node.attribute("id").context("a sentence without an id")?.to_owned();
    let text = node.children().find(|child| child.has_tag_name("Text")).and_then(|text| text.text());
    let text = text.with_context(|| format!("`{id}` has no text"))?;
    let day = node.attribute("date").unwrap_or_default();
    let day = day
        .split_at_checked(4)
        .zip(day.get(4..6))
        .map_or(String::new(), |((year, rest), month)| format!("{year}-{month}-{}", &rest[2..]));
    let events = node.children().filter(|child| child.has_attribute("eventcode"));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(Coded { id, day, text, events: events.map(dyad).collect() })
}

fn dyad(event: Node<'_, '_>) -> Result<Dyad, Reason> {
    let field = |name: &str| event.attribute(name).unwrap_or_default();
    let code = field("eventcode");
    let types = types(code)?;
    let actor =
        |name: &str| Actor::of(field(name)).ok_or("an actor without a code, or of whom no name stands here");
    Ok(Dyad { code: code.to_owned(), types, source: actor("sourcecode")?, target: actor("targetcode")? })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Actor, Coded, sentences};
    use schema::labels::EventType;

    /// One sentence with these events, as the file has them: actor, target and code.
    pub(crate) fn coded(text: &str, events: &[[&str; 3]]) -> Coded {
        let mut codings = String::new();
        for [source, target, code] in events {
            let fields = [("source", source), ("target", target), ("event", code)];
            let fields = fields.map(|(name, code)| format!(r#"{name}code="{code}""#)).join(" ");
            codings.extend(["<EventCoding ", &fields, "/>"]);
        }
        let xml = format!(
            r#"<Sentences><Sentence date="19950106" id="T-1" category="DEMO" sentence="true">{codings}
            <Text>{text}</Text></Sentence><Sentence id="E-1" category="ERROR"/></Sentences>"#
        );
        sentences(&xml).unwrap().remove(0)
    }

    #[test]
    fn codes_become_types_and_names() {
        let coded = coded(
            "Arnor condemned\n Gondor.",
            &[["ARNGOV", "GON", "122"], ["ARN", "---", "023"], ["ARN", "GON", "1717"], ["QQQ", "GON", "122"]],
        );
        assert_eq!((coded.day.as_str(), coded.text.as_str()), ("1995-01-06", "Arnor condemned Gondor."));
        let counting: Vec<_> = coded.events.iter().flatten().collect();
        assert_eq!(counting.len(), 1);
        assert_eq!(counting[0].types, [EventType::Accuse]);
        assert!(counting[0].source.is_in(Some("the government of Arnor")));
        assert_eq!(coded.events.iter().filter(|event| event.is_err()).count(), 3);
    }

    #[test]
    fn people_of_one_place_are_one_actor() {
        let events = [["FRO", "GON", "041"], ["BIL", "GON", "041"], ["SAM", "GON", "041"]];
        assert_eq!(coded("The Shire praised Gondor.", &events).events.len(), 1);
    }

    #[test]
    fn nobody_is_told_by_no_words() {
        assert!(Actor::Nobody.is_in(None) && Actor::Unnamed.is_in(Some("an official")));
        assert!(!Actor::Unnamed.is_in(None) && !Actor::Named(&["Arnor"]).is_in(Some("Gondor")));
    }
}
