//! Lines that recur over the articles of an outlet.
//!
//! Answers for: which lines stand in several articles of one outlet that tell different stories, and in how large a
//! share of them. Copies and updates of one article do not make each other's lines recur, and articles of unknown
//! outlets take no part. What a recurring line is on the page is decided in `roles`.
//!
//! It takes two passes over the fingerprints of a corpus, each in any order: a [`Sieve`] finds the lines that may stand
//! twice and costs a few bytes a line; the [`Census`] counts those alone.

mod fingerprint;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use schema::Article;

pub use fingerprint::Fingerprint;
use fingerprint::Story;
pub(crate) use fingerprint::content_words;

/// The fewest different stories that a recurring line stands in, and a frequent one.
const STORIES: usize = 3;
const FREQUENT_STORIES: usize = 5;

/// A recurring line stands in one of so many articles of its outlet, and a frequent one in one of so many.
const SHARE: usize = 20;
const FREQUENT_SHARE: usize = 2;

/// How many of a line's articles are asked for their stories: the ones with the lowest signatures.
const SAMPLE: usize = 16;

/// How far a line recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Recurrence {
    /// In several stories.
    Some,
    /// In most of the outlet's articles.
    Most,
}

/// The recurring lines of a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recurring {
    /// By key, in order.
    lines: Vec<(u64, Recurrence)>,
}

impl Recurring {
    /// Nothing is known to recur: for an article by itself.
    pub const fn none() -> Self {
        Self { lines: Vec::new() }
    }

    /// How far each of `lines`, folded lines of `article`, recurs; `None` where no line of the outlet does.
    pub(crate) fn of<'l>(
        &self,
        article: &Article,
        lines: impl Iterator<Item = &'l str>,
    ) -> Option<Vec<Option<Recurrence>>> {
        if self.lines.is_empty() {
            return None;
        }
        let outlet = fingerprint::outlet(article)?;
        Some(lines.map(|line| self.get(fingerprint::line_key(outlet, line))).collect())
    }

    fn get(&self, key: u64) -> Option<Recurrence> {
        let at = self.lines.binary_search_by_key(&key, |&(key, _)| key).ok()?;
        Some(self.lines[at].1)
    }
}

/// The first pass: which lines may stand in more than one article. It errs by a few that stand once.
#[derive(Debug, Default)]
pub struct Sieve {
    once: HashSet<u32>,
    again: HashSet<u32>,
}

impl Sieve {
    /// Takes the lines of an article.
    pub fn add(&mut self, article: &Fingerprint) {
        for line in &article.lines {
            let short = short(*line);
            if !self.once.insert(short) {
                self.again.insert(short);
            }
        }
    }

    /// The second pass, over the same articles.
    pub fn census(self) -> Census {
        Census { again: self.again, articles: HashSet::new(), outlets: HashMap::new(), lines: HashMap::new() }
    }
}

/// The second pass: in how many articles, and of how many stories, the lines stand that may stand twice.
#[derive(Debug)]
pub struct Census {
    again: HashSet<u32>,
    /// The signatures of the articles so far, so that a copy counts once.
    articles: HashSet<u64>,
    /// How many articles each outlet has.
    outlets: HashMap<u64, usize>,
    lines: HashMap<u64, Spread>,
}

/// The articles that one line stands in.
#[derive(Debug)]
struct Spread {
    outlet: u64,
    articles: usize,
    /// By signature, in order.
    sample: Vec<(u64, Arc<Story>)>,
}

impl Census {
    /// Takes an article.
    pub fn add(&mut self, article: &Fingerprint) {
        let signature = article.story.signature();
        if !self.articles.insert(signature) {
            return;
        }
        let outlet = article.outlet;
        *self.outlets.entry(outlet).or_default() += 1;
        let story = Arc::new(article.story.clone());
        for &line in article.lines.iter().filter(|line| self.again.contains(&short(**line))) {
            let unseen = || Spread { outlet, articles: 0, sample: Vec::new() };
            self.lines.entry(line).or_insert_with(unseen).add(signature, &story);
        }
    }

    /// The lines that recur.
    pub fn recurring(self) -> Recurring {
        let recurrence = |spread: &Spread| spread.recurrence(self.outlets[&spread.outlet]);
        let lines = self.lines.iter().filter_map(|(&key, spread)| Some((key, recurrence(spread)?)));
        let mut lines: Vec<_> = lines.collect();
        lines.sort_unstable();
        Recurring { lines }
    }
}

impl Spread {
    fn add(&mut self, signature: u64, story: &Arc<Story>) {
        self.articles += 1;
        let at = self.sample.partition_point(|&(other, _)| other < signature);
        if at < SAMPLE {
            self.sample.truncate(SAMPLE - 1);
            self.sample.insert(at, (signature, Arc::clone(story)));
        }
    }

    /// How far the line recurs in an outlet of so many articles.
    fn recurrence(&self, articles: usize) -> Option<Recurrence> {
        let stories = self.stories();
        if stories >= FREQUENT_STORIES && self.articles * FREQUENT_SHARE >= articles {
            Some(Recurrence::Most)
        } else {
            (stories >= STORIES && self.articles * SHARE >= articles).then_some(Recurrence::Some)
        }
    }

    /// How many of the sampled articles tell different stories, as far as that is asked.
    fn stories(&self) -> usize {
        let mut different: Vec<&Story> = Vec::new();
        for (_, story) in &self.sample {
            if different.len() < FREQUENT_STORIES && !different.iter().any(|told| told.is_of(story)) {
                different.push(story);
            }
        }
        different.len()
    }
}

/// The part of a line's key that the sieve keeps.
const fn short(key: u64) -> u32 {
    (key >> 32) as u32
}
