//! What recurrence needs to know of one article.
//!
//! Answers for: what makes two lines one line, and what tells two stories from two reports of one story. Leaves the
//! counting to `recurrence`.

use schema::Article;
use schema::labels::Layout;
use serde::{Deserialize, Serialize};

use crate::roles::fold;

/// The most words of a text, and of a title, that are kept: the ones with the lowest hashes, so that equal words of
/// two texts are kept from both or from neither.
const SAMPLE: usize = 32;
const TITLE_SAMPLE: usize = 12;

/// Two texts, or titles, are alike when they share one in so many of the words sampled of both.
const ALIKE: usize = 4;

/// The fewest words of two titles that can show that they head different stories.
const TITLE: usize = 2;

/// The fewest letters of a word that says what a text is about, and the fewest digits of such a number.
const LETTERS: usize = 5;
const DIGITS: usize = 2;

/// The fewest words of a line whose words say what the article is about.
const PROSE: usize = 7;

/// The lines of one article of an outlet, and the story that it tells, as hashes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    pub(super) outlet: u64,
    pub(super) story: Story,
    /// The keys of the lines in order, each once.
    pub(super) lines: Vec<u64>,
}

/// What one article tells, as far as another one must be told from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Story {
    /// All lines but the title.
    text: u64,
    /// The words of the title.
    title: Vec<u16>,
    /// The words of the prose.
    words: Vec<u16>,
}

impl Fingerprint {
    /// The fingerprint of `article`; `None` where nothing says which outlet it is of.
    pub fn of(article: &Article) -> Option<Self> {
        let outlet = outlet(article)?;
        let (mut text, mut words, mut lines) = (outlet, Vec::new(), Vec::new());
        for block in article.blocks.iter().filter(|block| block.layout != Layout::Headline) {
            let line = fold(block.span.of(&article.text));
            let key = line_key(outlet, &line);
            text = hash(text, &key.to_le_bytes());
            if can_recur(block.layout) {
                lines.push(key);
            }
            if line.split_whitespace().nth(PROSE - 1).is_some() && line.ends_with(['.', '!', '?', '"', ')']) {
                words.extend(content_words(&line).map(word_hash));
            }
        }
        lines.sort_unstable();
        lines.dedup();
        let title = article.metadata.headline.as_deref().map(fold).unwrap_or_default();
        let title = sample(content_words(&title).map(word_hash).collect(), TITLE_SAMPLE);
        Some(Self { outlet, story: Story { text, title, words: sample(words, SAMPLE) }, lines })
    }
}

impl Story {
    /// Names the article: equal for copies.
    pub(super) fn signature(&self) -> u64 {
        self.title.iter().fold(self.text, |signature, word| hash(signature, &word.to_le_bytes()))
    }

    /// Whether both tell one story, one perhaps later than the other.
    ///
    /// A text that stands word for word under titles with little in common is none that the titles are of: it is what
    /// the page says in place of the article.
    pub(super) fn is_of(&self, other: &Self) -> bool {
        if self.text == other.text {
            let has_titles = self.title.len().min(other.title.len()) >= TITLE;
            return !has_titles || are_alike(&self.title, &other.title);
        }
        are_alike(&self.words, &other.words)
    }
}

/// The outlet of `article`, hashed.
pub(super) fn outlet(article: &Article) -> Option<u64> {
    article.metadata.outlet.as_deref().map(|outlet| hash(SEED, outlet.as_bytes()))
}

/// What makes two lines of an outlet one, `line` being folded: its words; white space does not count.
pub(super) fn line_key(outlet: u64, line: &str) -> u64 {
    line.split_whitespace().fold(outlet, |key, word| hash(key, word.as_bytes()))
}

/// Whether a line of this layout can be boilerplate: the source does not say what it is of the article.
const fn can_recur(layout: Layout) -> bool {
    matches!(layout, Layout::Line | Layout::Paragraph)
}

/// The words of a folded text that say what it is about: the long ones, and numbers.
pub(crate) fn content_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        let fewest = if is_number { DIGITS } else { LETTERS };
        word.chars().nth(fewest - 1).is_some()
    })
}

/// The lowest hashes, each once, in order.
fn sample(mut words: Vec<u16>, most: usize) -> Vec<u16> {
    words.sort_unstable();
    words.dedup();
    words.truncate(most);
    words
}

/// Whether two samples share enough of the lowest hashes of both.
fn are_alike(one: &[u16], other: &[u16]) -> bool {
    let all = sample([one, other].concat(), SAMPLE);
    let stands = |sample: &[u16], word| sample.binary_search(word).is_ok();
    let common = all.iter().filter(|word| stands(one, word) && stands(other, word)).count();
    common * ALIKE >= all.len()
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn word_hash(word: &str) -> u16 {
    (hash(SEED, word.as_bytes()) >> 48) as u16
}

/// FNV-1a of `bytes` behind what `state` stands for, its bits mixed: the same on every machine and in every version.
fn hash(state: u64, bytes: &[u8]) -> u64 {
    let mixed =
        bytes.iter().fold(state, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed ^ (mixed >> 33)
}
