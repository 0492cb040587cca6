//! Appeals of several paragraphs.
//!
//! Answers for: runs of lines at the head or the foot of a page that speak of the outlet, its readers and their
//! money to the reader, told by how dense such words stand; and lines that speak so between two lines of promo.
//! Leaves to others: single lines with a listed phrase (`furniture`) and single calls (`call`).

use std::ops::Range;
use std::sync::LazyLock;

use schema::labels::Role;

use super::Page;
use super::phrases::Sign;
use crate::lexicon::Lexicon;

/// The most lines between two lines of promo of one appeal.
const LONGEST: usize = 6;

/// How many lines from either end of a page an appeal begins or ends.
const REACH: usize = 40;

/// The most words of the title of an appeal.
const TITLE: usize = 12;

/// A line of an appeal has at least one such word among so many; a line by which an appeal is told, among fewer.
const SPARSE: usize = 12;
const DENSE: usize = 8;

/// How many words of each class, and of all, a run must hold to be an appeal.
const LEAST: Density = Density { address: 2, gift: 2, work: 1 };
const LEAST_IN_ALL: usize = 6;

/// What a word of an appeal speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Topic {
    Address,
    Gift,
    Work,
}

static WORDS: LazyLock<Lexicon<Topic>> = LazyLock::new(|| {
    Lexicon::parse(include_str!("../../data/appeal_words.tsv"), |class| match class {
        "address" => Some(Topic::Address),
        "gift" => Some(Topic::Gift),
        "work" => Some(Topic::Work),
        _ => None,
    })
});

/// How many words of each class stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Density {
    address: usize,
    gift: usize,
    work: usize,
}

impl Density {
    fn of(key: &str) -> Self {
        let mut density = Self::default();
        for word in key.split(|c: char| !(c.is_alphanumeric() || c == '\'')) {
            match WORDS.get(word.strip_suffix("'s").unwrap_or(word)) {
                Some(Topic::Address) => density.address += 1,
                Some(Topic::Gift) => density.gift += 1,
                Some(Topic::Work) => density.work += 1,
                None => {}
            }
        }
        density
    }

    const fn sum(self) -> usize {
        self.address + self.gift + self.work
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            address: self.address + other.address,
            gift: self.gift + other.gift,
            work: self.work + other.work,
        }
    }

    const fn reaches(self, least: Self) -> bool {
        self.address >= least.address && self.gift >= least.gift && self.work >= least.work
    }
}

/// How a line speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speech {
    /// As the article does.
    Report,
    /// As an appeal may, between lines that do.
    Near,
    /// As an appeal may at its ends: to the reader.
    Addressed,
    /// As only an appeal does.
    Appeal,
}

/// Marks the lines of every appeal as promo.
pub(super) fn mark(page: &mut Page<'_>) {
    mark_runs(page);
    mark_between(page);
}

/// Marks runs of lines that speak as an appeal does, at the head or the foot of the page.
fn mark_runs(page: &mut Page<'_>) {
    let all = page.lines.len();
    let speeches = speeches(page);
    let mut at = 0;
    while at < all {
        if speeches[at] == Speech::Report {
            at += 1;
            continue;
        }
        let end = at + speeches[at..].iter().take_while(|&&speech| speech != Speech::Report).count();
        let run = trimmed(at..end, &speeches);
        if is_at_end(page, &run) && is_appeal(page, &run, &speeches) {
            for line in with_title(page, run) {
                if page.roles[line] != Some(Role::Boilerplate) {
                    page.roles[line] = Some(Role::Promo);
                }
            }
        }
        at = end;
    }
}

/// How the lines before the first and behind the last prose of the article speak; all others report.
fn speeches(page: &Page<'_>) -> Vec<Speech> {
    let all = page.lines.len();
    let mut speeches = vec![Speech::Report; all];
    take_speeches(page, 0..all, &mut speeches);
    take_speeches(page, (0..all).rev(), &mut speeches);
    speeches
}

/// Takes the speech of these lines up to the first prose that reports.
fn take_speeches(page: &Page<'_>, lines: impl Iterator<Item = usize>, speeches: &mut [Speech]) {
    for at in lines.take(REACH) {
        speeches[at] = speech(page, at);
        if speeches[at] == Speech::Report && page.is_open_prose(at) {
            return;
        }
    }
}

/// How line `at` speaks.
fn speech(page: &Page<'_>, at: usize) -> Speech {
    let line = &page.lines[at];
    match page.roles[at] {
        Some(Role::Promo) => return Speech::Addressed,
        Some(Role::Boilerplate) => return Speech::Near,
        Some(Role::Deck | Role::Subheading) | None if line.is_plain() && !reports(&line.key) => {}
        _ => return Speech::Report,
    }
    let density = Density::of(&line.key);
    let is_title = line.words <= TITLE && !line.ends_sentence();
    if density.address > 0 && density.gift + density.work > 1 && density.sum() * DENSE >= line.words {
        Speech::Appeal
    } else if density.address > 0 && (is_title || density.sum() * SPARSE >= line.words) {
        Speech::Addressed
    } else if density.gift + density.work > 1 && density.sum() * SPARSE >= line.words {
        Speech::Near
    } else {
        Speech::Report
    }
}

/// Whether the line quotes or tells what somebody said.
fn reports(key: &str) -> bool {
    key.contains('"') || tells(key)
}

/// Whether the text tells that somebody said something.
pub(super) fn tells(key: &str) -> bool {
    const VERBS: [&str; 10] =
        ["said", "says", "told", "according", "dedi", "wrote", "heard", "recalled", "testified", "söyledi"];
    key.split(|c: char| !c.is_alphanumeric()).any(|word| VERBS.contains(&word))
}

/// The run without the lines at its ends that do not address the reader.
fn trimmed(run: Range<usize>, speeches: &[Speech]) -> Range<usize> {
    let is_end = |at: &usize| matches!(speeches[*at], Speech::Addressed | Speech::Appeal);
    let start = run.clone().find(is_end).unwrap_or(run.end);
    let end = run.rev().find(is_end).map_or(start, |last| last + 1);
    start..end
}

/// The run with the line above it where that is its title: not the deck, which another line already is.
fn with_title(page: &Page<'_>, run: Range<usize>) -> Range<usize> {
    let Some(above) = run.start.checked_sub(1) else { return run };
    let line = &page.lines[above];
    let has_form = line.is_plain() && line.words <= TITLE && !line.ends_sentence();
    let is_title = match page.roles[above] {
        Some(Role::Deck) => above > 0 && page.roles[above - 1] == Some(Role::Deck),
        Some(Role::Subheading) | None => true,
        Some(_) => false,
    };
    if has_form && is_title { above..run.end } else { run }
}

/// Whether the run stands before or behind all prose of the article.
fn is_at_end(page: &Page<'_>, run: &Range<usize>) -> bool {
    let all = page.lines.len();
    let is_head = run.start < REACH && !(0..run.start).any(|at| page.is_open_prose(at));
    let is_foot = run.end + REACH > all && !(run.end..all).any(|at| page.is_open_prose(at));
    let has_article = (0..all).any(|at| !run.contains(&at) && page.is_open_prose(at));
    (is_head || is_foot) && has_article
}

/// Whether the run as a whole speaks to readers of giving and of the outlet's work.
fn is_appeal(page: &Page<'_>, run: &Range<usize>, speeches: &[Speech]) -> bool {
    let densities = run.clone().map(|at| Density::of(&page.lines[at].key));
    let whole = densities.fold(Density::default(), Density::plus);
    run.clone().any(|at| speeches[at] == Speech::Appeal)
        && whole.reaches(LEAST)
        && whole.sum() >= LEAST_IN_ALL
}

/// Marks the open lines between two lines of promo as promo.
fn mark_between(page: &mut Page<'_>) {
    let reach = page.lines.len().div_ceil(3).max(LONGEST * 2);
    let anchors: Vec<usize> = (0..page.lines.len().min(reach)).filter(|&at| is_anchor(page, at)).collect();
    for pair in anchors.windows(2) {
        let between = pair[0] + 1..pair[1];
        if between.len() <= LONGEST && between.clone().all(|at| belongs(page, at)) {
            for at in pair[0]..pair[1] {
                if page.roles[at] != Some(Role::Boilerplate) {
                    page.roles[at] = Some(Role::Promo);
                }
            }
        }
    }
}

/// Whether the line is promo.
fn is_anchor(page: &Page<'_>, at: usize) -> bool {
    page.roles[at] == Some(Role::Promo)
}

/// Whether the line can stand inside an appeal: it speaks of the outlet in the first person, and quotes nobody.
fn belongs(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    match page.roles[at] {
        Some(Role::Promo | Role::Boilerplate) => true,
        Some(Role::Subheading) | None => line.signs.has(Sign::Appeal) && speaks_for_outlet(&line.key),
        Some(_) => false,
    }
}

/// Whether words of an appeal, of its kinds more than one, stand in the folded text as densely as in an appeal.
pub(super) fn is_dense(key: &str) -> bool {
    let density = Density::of(key);
    let words = key.split_whitespace().count();
    density.work > 0 && density.address + density.gift > 0 && density.sum() * DENSE >= words
}

/// Whether the folded text addresses the reader, outside quotation marks.
pub(super) fn addresses(key: &str) -> bool {
    !key.contains('"') && Density::of(key).address > 0
}

/// Whether the outlet speaks of itself to the reader, outside quotation marks.
fn speaks_for_outlet(key: &str) -> bool {
    let mut words = key.split(|c: char| !c.is_alphanumeric());
    !key.contains('"') && words.any(|word| matches!(word, "we" | "our" | "us" | "your" | "you"))
}
