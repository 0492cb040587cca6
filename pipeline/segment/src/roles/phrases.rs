//! Listed phrases in a line: the signs of its role.
//!
//! Answers for: finding every phrase of the `.tsv` lists in one pass and checking where it stands. What a sign
//! leads to is decided by the rules.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::lexicon;

/// What a phrase is a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// An appeal.
    Promo,
    /// A notice or control of the page.
    Notice,
    /// A control of a picture gallery.
    Gallery,
    /// A control that opens the comments.
    Comments,
    /// A picture's maker or owner.
    Credit,
    /// The same at the head of the line.
    CreditStart,
    /// The opening of a caption.
    Caption,
    /// What a foreign post or player leaves.
    Embed,
    /// The opening of a line that a player leaves.
    Player,
    /// A note of correction.
    Correction,
    /// The opening of a byline.
    Byline,
    /// The end of a line that names those who helped.
    Contributor,
    /// The opening of a line with the date.
    Date,
    /// Words of an appeal, which count only between lines of promo.
    Appeal,
}

/// Where a phrase must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Line,
    Start,
    Inside,
}

/// The signs of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Signs(u16);

impl Signs {
    /// Whether `sign` was found.
    pub(super) const fn has(self, sign: Sign) -> bool {
        self.0 & (1 << sign as u16) != 0
    }

    const fn add(&mut self, sign: Sign) {
        self.0 |= 1 << sign as u16;
    }
}

const LISTS: [(Sign, &str); 13] = [
    (Sign::Promo, include_str!("../../data/promo.tsv")),
    (Sign::Notice, include_str!("../../data/notices.tsv")),
    (Sign::Gallery, include_str!("../../data/gallery.tsv")),
    (Sign::Comments, include_str!("../../data/comments.tsv")),
    (Sign::Credit, include_str!("../../data/credits.tsv")),
    (Sign::Caption, include_str!("../../data/captions.tsv")),
    (Sign::Embed, include_str!("../../data/embeds.tsv")),
    (Sign::Player, include_str!("../../data/players.tsv")),
    (Sign::Correction, include_str!("../../data/corrections.tsv")),
    (Sign::Byline, include_str!("../../data/bylines.tsv")),
    (Sign::Contributor, include_str!("../../data/contributors.tsv")),
    (Sign::Date, include_str!("../../data/dates.tsv")),
    (Sign::Appeal, include_str!("../../data/appeals.tsv")),
];

/// All phrases of all lists in one automaton.
struct Phrases {
    automaton: AhoCorasick,
    entries: Vec<(Sign, Place)>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::read);

impl Phrases {
    fn read() -> Self {
        let mut entries = Vec::new();
        let mut phrases = Vec::new();
        for (sign, file) in LISTS {
            for (phrase, place) in lexicon::lines(file).filter_map(|line| line.split_once('\t')) {
                phrases.push(phrase);
                let place = place_named(place);
                let is_lead = sign == Sign::Credit && place == Place::Start;
                entries.push((if is_lead { Sign::CreditStart } else { sign }, place));
            }
        }
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .build(&phrases)
            .expect("the lists are far below the limits of an automaton");
        Self { automaton, entries }
    }
}

fn place_named(word: &str) -> Place {
    match word {
        "line" => Place::Line,
        "start" => Place::Start,
        _ => Place::Inside,
    }
}

/// The signs of the line with the folded text `key`.
pub(super) fn signs(key: &str) -> Signs {
    let bare_start = key.len() - key.trim_start_matches(is_decoration).len();
    let bare_end = key.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '+').len();
    let mut signs = Signs::default();
    for found in PHRASES.automaton.find_overlapping_iter(key) {
        let (sign, place) = PHRASES.entries[found.pattern().as_usize()];
        let starts = found.start() == bare_start;
        let fits = match place {
            Place::Line => starts && found.end() >= bare_end,
            Place::Start => starts,
            Place::Inside => true,
        };
        if fits && stands_alone(key, found.start(), found.end()) {
            signs.add(sign);
        }
    }
    signs
}

/// Whether the phrase at `start..end` breaks no word.
fn stands_alone(key: &str, start: usize, end: usize) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (before, phrase, behind) = (&key[..start], &key[start..end], &key[end..]);
    let opens = !(is_letter(before.chars().next_back()) && is_letter(phrase.chars().next()));
    opens && !(is_letter(phrase.chars().next_back()) && is_letter(behind.chars().next()))
}

/// Whether a line begins behind this character.
fn is_decoration(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '[' | '×' | '+' | '>' | '*' | '•' | '|' | '»' | '-' | '–' | '—' | '#' | '▶' | '►' | '→' | '·'
        )
}
