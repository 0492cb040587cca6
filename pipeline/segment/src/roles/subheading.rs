//! Headings inside the text of a source that does not mark them.
//!
//! Answers for: telling a heading from a caption without a credit, from an unfinished sentence and from an item.

use std::sync::LazyLock;

use schema::labels::Role;

use super::Page;
use super::head;
use super::line::Line;
use super::phrases::Sign;
use super::repetition::is_quoted;
use crate::lexicon::Lexicon;

/// The most words of a heading.
const LONGEST: usize = 9;

/// The words of a title that is longer than a heading, and what only full sentences hold.
const LONG: std::ops::RangeInclusive<usize> = 7..=16;
const FULL: [&str; 26] = [
    "a", "an", "and", "are", "had", "has", "have", "he", "her", "his", "i", "is", "it", "my", "said", "says",
    "she", "that", "the", "their", "they", "told", "was", "we", "were", "you",
];

/// The most words of a heading that ends in a colon.
const LABEL: usize = 4;

/// The words of a question that heads a part of the text, and what it begins with.
const QUESTION: std::ops::RangeInclusive<usize> = 3..=9;
const QUESTION_WORDS: [&str; 22] = [
    "are", "can", "could", "did", "do", "does", "has", "have", "how", "is", "should", "was", "were", "what",
    "when", "where", "which", "who", "whose", "why", "will", "would",
];

/// The fewest words of a Turkish sentence that lost its full stop, the fewest letters of its verb, and the endings of
/// the third person.
const SENTENCE: usize = 7;
const SHORTEST_VERB: usize = 5;
const VERB_ENDINGS: [&str; 19] = [
    "dı", "di", "du", "dü", "tı", "ti", "tu", "tü", "yor", "mış", "miş", "muş", "müş", "acak", "ecek", "dır",
    "dir", "tır", "tir",
];

/// How many lines behind a heading the prose that it heads may begin.
const REACH: usize = 2;

/// How many lines of any role behind a heading are looked at.
const FARTHEST: usize = 40;

/// The fewest titles in a row, and the fewest words of them on average, that are links to other articles.
const LINKS: usize = 3;
const LINK_WORDS: usize = 5;

static GERUND_NOUNS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words(include_str!("../../data/gerund_nouns.txt")));

/// Marks open lines without a full stop before prose as subheadings, or as captions where they read so.
pub(super) fn mark(page: &mut Page<'_>) {
    if !has_full_stops(page) {
        return;
    }
    mark_links(page);
    for at in 0..page.lines.len() {
        if page.is_open(at) && is_question_title(page, at) {
            page.roles[at] = Some(Role::Subheading);
        }
        if page.is_open(at) && is_short_title(&page.lines[at]) && !is_unstopped_sentence(&page.lines[at]) {
            page.roles[at] = if page.lines[at].signs.has(Sign::Player) {
                Some(Role::Embed)
            } else if describes_picture(&page.lines[at]) {
                Some(Role::Caption)
            } else {
                (heads_prose(page, at) && !is_body_quotation(&page.lines[at])).then_some(Role::Subheading)
            };
        }
    }
    mark_long(page);
}

/// Marks several titles in a row as links to other articles, but items behind a colon as a list.
fn mark_links(page: &mut Page<'_>) {
    let mut at = 0;
    while at < page.lines.len() {
        let is_title = |next: &usize| page.is_open_line(*next) && is_short_title(&page.lines[*next]);
        let end = at + (at..page.lines.len()).take_while(is_title).count();
        let words: usize = page.lines[at..end].iter().map(|line| line.words).sum();
        let is_list = at > 0 && page.lines[at - 1].text.ends_with(':');
        if end - at >= LINKS && (is_list || words >= LINK_WORDS * (end - at)) {
            page.roles[at..end].fill(Some(if is_list { Role::ListItem } else { Role::Promo }));
        }
        at = end + 1;
    }
}

/// Whether most long lines of the page end in full stops, so that a line without one stands out.
fn has_full_stops(page: &Page<'_>) -> bool {
    let is_long = |at: &usize| page.is_open(*at) && page.lines[*at].words > LONGEST;
    let long = (0..page.lines.len()).filter(is_long).map(|at| &page.lines[at]);
    let (ending, all) =
        long.fold((0, 0), |(ending, all), line| (ending + usize::from(line.ends_sentence()), all + 1));
    ending * 2 > all
}

/// Whether the line is short, begins as a title does and ends in no stop.
fn is_short_title(line: &Line<'_>) -> bool {
    let is_open = line.text.ends_with([':', ',', ';', '-', '–', '—']) && !is_label(line);
    line.words <= LONGEST && !line.ends_sentence() && !is_open && !line.text.ends_with('…')
}

/// Whether the line ends in a colon as the heading of a report that grew with the day, or of a part, does.
fn is_label(line: &Line<'_>) -> bool {
    const STATES: [&str; 6] = ["original", "initial", "earlier", "previous", "first", "latest"];
    let states = || line.key.split(|c: char| !c.is_alphanumeric()).any(|word| STATES.contains(&word));
    let is_short = line.words <= LABEL;
    line.text.ends_with(':')
        && (line.key.contains("update")
            || (is_short && (states() || line.is_capitals()))
            || head::consists_of_date(&line.key))
}

/// Marks longer lines that read as titles, between blocks of prose: headings where the page has others, else links.
fn mark_long(page: &mut Page<'_>) {
    let is_heading = |at: &usize| page.roles[*at] == Some(Role::Subheading);
    let has_headings = (0..page.lines.len()).filter(is_heading).count() > 1;
    for at in 1..page.lines.len() {
        if page.is_open_line(at) && is_long_title(page, at) {
            page.roles[at] = Some(if has_headings { Role::Subheading } else { Role::Promo });
        }
    }
}

/// Whether the line has the words of a title, more than a heading has, and stands between blocks of prose.
fn is_long_title(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    let is_full = line.key.split(|c: char| !c.is_alphanumeric()).any(|word| FULL.contains(&word));
    let is_led_to = page.lines[at - 1].text.ends_with([':', ',']);
    LONG.contains(&line.words)
        && !is_full
        && !is_unstopped_sentence(line)
        && !is_led_to
        && !line.ends_sentence()
        && !line.text.ends_with([':', ',', ';', '-', '–', '—', '…', '"', '”'])
        && (0..at).any(|before| page.is_open_prose(before))
        && heads_prose(page, at)
}

/// Whether the line is a question that nobody in the text asks, alone between blocks of prose.
fn is_question_title(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    let is_question = line.text.ends_with('?') && QUESTION.contains(&line.words) && !line.key.contains('"');
    let mut words = line.key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let begins = words.next().is_some_and(|word| QUESTION_WORDS.contains(&word));
    let is_spoken =
        words.any(|word| matches!(word, "i" | "we" | "you" | "your" | "my" | "our" | "this" | "that"));
    let prose = |near: Option<usize>| {
        near.is_some_and(|near| {
            near < page.lines.len() && page.is_open_prose(near) && !page.lines[near].key.contains("? ")
        })
    };
    let is_led_to = at > 0 && page.lines[at - 1].text.ends_with([':', ',']);
    is_question
        && begins
        && !is_spoken
        && !is_led_to
        && prose(Some(at + 1))
        && at > 0
        && (page.roles[at - 1].is_some() || prose(at.checked_sub(1)))
}

/// Whether the line is a sentence of Turkish whose full stop was lost: it ends in a finite verb, and has capitals
/// as a sentence has.
fn is_unstopped_sentence(line: &Line<'_>) -> bool {
    let last = line.text.rsplit(' ').next().unwrap_or_default();
    line.words >= SENTENCE
        && line.key.contains(['ı', 'ş', 'ğ'])
        && last.starts_with(char::is_lowercase)
        && last.chars().count() >= SHORTEST_VERB
        && VERB_ENDINGS.iter().any(|ending| last.ends_with(ending))
}

/// Whether prose stands close behind the line.
fn heads_prose(page: &Page<'_>, at: usize) -> bool {
    let begins_title = !page.lines[at].text.starts_with(char::is_lowercase);
    let near = at + 1..page.lines.len().min(at + 1 + FARTHEST);
    let mut behind = near.filter(|&next| page.roles[next].is_none()).take(REACH);
    begins_title && behind.any(|next| page.lines[next].is_prose())
}

/// Whether the line is a quotation with a full stop inside: body, however short.
fn is_body_quotation(line: &Line<'_>) -> bool {
    is_quoted(line) && line.key.contains(['.', ','])
}

/// Whether the line describes a picture: no capital at all, `This is`, or a noun with a participle behind it.
fn describes_picture(line: &Line<'_>) -> bool {
    let is_alternative_text = line.words > 2 && !line.text.contains(char::is_uppercase);
    let names_sides = ["(left)", "(right)", "(center)", "(centre)", "(l)", "(r)"]
        .iter()
        .any(|side| line.key.contains(side));
    is_alternative_text || names_sides || line.key.starts_with("this is ") || has_participle(line)
}

/// Whether a participle follows a noun: `Police securing the area`, but not `Man is seeking work`.
fn has_participle(line: &Line<'_>) -> bool {
    let words: Vec<&str> = line.key.split_whitespace().collect();
    words.windows(3).enumerate().any(|(at, three)| {
        let (before, word, behind) = (three[0], three[1], three[2]);
        let is_participle = word.ends_with("ing") && word.len() > 5 && !GERUND_NOUNS.contains(word);
        let goes_on = matches!(
            behind,
            "the" | "a" | "an" | "and" | "in" | "at" | "on" | "for" | "with" | "to" | "his" | "her" | "their"
        );
        let opens = at == 0 && before.ends_with('s');
        is_participle
            && (goes_on || opens)
            && words.len() > 4
            && at + 3 <= words.len()
            && !is_verb_or_link(before)
    })
}

/// Whether a form in -ing behind the word is no participle of a noun before it.
fn is_verb_or_link(word: &str) -> bool {
    const LINKS: [&str; 36] = [
        "is", "are", "was", "were", "be", "been", "being", "of", "in", "for", "by", "and", "to", "the", "a",
        "about", "while", "after", "before", "on", "with", "without", "from", "not", "when", "keep", "keeps",
        "stop", "start", "into", "at", "or", "as", "despite", "over", "amid",
    ];
    LINKS.contains(&word)
}
