//! The outline of a page: all its blocks in order, with what its elements and classes say of them.
//!
//! Answers for: captions and decks, which the search for the main content leaves out or makes paragraphs of, and
//! where they belong between the blocks that it found; and the elements that hold links and forms beside the
//! article. Leaves to others: the main content itself (`html`).

use std::collections::{BTreeMap, BTreeSet};

use schema::labels::Layout;
use trafilatura::dom::{Document, NodeId};

use crate::html_blocks::{self, Walked};
use crate::record::letters;
use crate::text::Draft;

/// How many blocks before the headline or the main content a picture of the article may stand.
const BEFORE: usize = 6;

/// How many blocks behind the main content.
const BEHIND: usize = 2;

/// Blocks with fewer bytes of letters may stand again anywhere: they are looked for in the next few blocks only.
const TELLING: usize = 20;
const NEAR: usize = 12;

/// Captions have at most this many bytes: what is longer is a text that stands beside a picture.
const LONGEST_CAPTION: usize = 1500;

/// The bytes of a deck's block, and how many blocks it may have.
const DECK: std::ops::RangeInclusive<usize> = 12..=600;
const DECK_BLOCKS: usize = 3;

/// How many blocks in a row that are nothing but links are a list of other articles.
const TEASERS: usize = 3;

/// The share of a page's text that one element beside the article has at most, as a divisor.
const FURNITURE_SHARE: usize = 5;

/// The most paragraphs of some length in an element beside the article.
const FURNITURE_PARAGRAPHS: usize = 3;

/// From how many bytes on a paragraph has some length.
const LONG_PARAGRAPH: usize = 120;

/// All blocks of a page in order.
#[derive(Debug)]
pub(crate) struct Outline {
    draft: Draft,
    /// The letters of each block.
    keys: Vec<String>,
    furniture: Vec<NodeId>,
    /// The letters of what its pictures say of themselves.
    pictures: BTreeSet<String>,
    /// The blocks that are nothing but links to other pages.
    linked: BTreeSet<usize>,
}

/// A block of the article with its place in the main content: before which of its blocks it stands.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Placed<'o> {
    pub(crate) before: usize,
    /// Its text.
    pub(crate) text: &'o str,
    /// Whether it goes on where the caption before it ended.
    pub(crate) goes_on: bool,
}

/// What the outline knows of the main content.
#[derive(Debug, Default)]
pub(crate) struct Found<'o> {
    /// The blocks of the deck.
    pub(crate) deck: Vec<&'o str>,
    /// The blocks of the main content that only lead to other articles.
    pub(crate) teasers: BTreeSet<usize>,
    /// The captions, in order.
    pub(crate) captions: Vec<Placed<'o>>,
    /// The layouts that the page gives the blocks of the main content, where it does.
    pub(crate) layouts: Vec<Option<Layout>>,
}

impl Outline {
    /// The outline of `document`.
    pub(crate) fn of(document: &Document) -> Self {
        let Walked { draft, furniture, pictures, linked } = html_blocks::page(document);
        let keys = draft.blocks.iter().map(|block| key(block.span.of(&draft.text))).collect();
        let pictures = pictures.iter().map(|text| key(text)).filter(|key| key.len() >= TELLING).collect();
        Self { draft, keys, furniture, pictures, linked }
    }

    /// Takes the elements that hold links and forms beside the article out of `document`, which the outline is of.
    pub(crate) fn prune(&self, document: &mut Document) {
        let whole = self.draft.text.len();
        for &node in &self.furniture {
            let is_small = document.text_content(node).len() * FURNITURE_SHARE < whole;
            if is_small && !holds_article(document, node) {
                document.remove(node, true);
            }
        }
    }

    fn layout(&self, at: usize) -> Layout {
        self.draft.blocks[at].layout
    }

    /// The layout, but a caption where the block says what a picture says of itself.
    fn function(&self, at: usize) -> Layout {
        let layout = self.layout(at);
        let may_show = matches!(layout, Layout::Paragraph | Layout::ListItem);
        match layout {
            // The title of another article under its picture is no caption of this one.
            Layout::Caption if self.linked.contains(&at) => Layout::Paragraph,
            _ if may_show && !self.linked.contains(&at) && self.pictures.contains(&self.keys[at]) => {
                Layout::Caption
            }
            _ => layout,
        }
    }

    fn text(&self, at: usize) -> &str {
        self.draft.blocks[at].span.of(&self.draft.text)
    }

    /// What stands around and between the blocks of `body`, the main content, under the page's `headline`;
    /// `description` is what the page says of itself.
    pub(crate) fn found(&self, body: &Draft, headline: Option<&str>, description: Option<&str>) -> Found<'_> {
        let places = self.places(body);
        let layouts = places.iter().map(|place| place.map(|at| self.function(at))).collect();
        let headline = headline.map(key).unwrap_or_default();
        let is_text = |at: &usize| {
            let is_above = matches!(self.layout(*at), Layout::Deck | Layout::Headline | Layout::Caption);
            !is_above && self.keys[*at] != headline
        };
        let Some(first) = places.iter().flatten().copied().find(is_text) else {
            return Found { layouts, ..Found::default() };
        };
        let last = places.iter().flatten().copied().max().unwrap_or(first);
        let title = (0..first).rev().find(|&at| self.layout(at) == Layout::Headline);
        let start = title.unwrap_or(first).saturating_sub(BEFORE);
        let deck = self.deck(start, first, description);
        let region = start..self.keys.len().min(last + 1 + BEHIND);
        Found { deck, teasers: self.teasers(&places), captions: self.captions(region, &places), layouts }
    }

    /// Where each block of the main content stands on the page; blocks that stand there nowhere have no place.
    fn places(&self, body: &Draft) -> Vec<Option<usize>> {
        let mut by_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, key) in self.keys.iter().enumerate() {
            by_key.entry(key).or_default().push(at);
        }
        let mut least = 0;
        let mut places = Vec::with_capacity(body.blocks.len());
        for block in &body.blocks {
            let key = key(block.span.of(&body.text));
            let found = by_key.get(key.as_str()).filter(|_| !key.is_empty());
            let reach = if key.len() < TELLING { least + NEAR } else { usize::MAX };
            let place = found.and_then(|places| places.iter().copied().find(|&at| at >= least && at < reach));
            least = place.map_or(least, |at| at + 1);
            places.push(place);
        }
        places
    }

    /// The blocks between the headline and the main content that are the deck: those that the page names so, else a
    /// heading that repeats its description.
    fn deck(&self, start: usize, first: usize, description: Option<&str>) -> Vec<&str> {
        let is_fit = |at: &usize| DECK.contains(&self.text(*at).len());
        let named = |at: &usize| self.layout(*at) == Layout::Deck && is_fit(at);
        if let Some(begin) = (start..first).find(named) {
            let deck = begin..(begin..first).find(|at| !named(at)).unwrap_or(first);
            // What has more blocks is a box of its own, with the points of the article.
            let is_deck = deck.len() <= DECK_BLOCKS;
            return deck.filter(|_| is_deck).map(|at| self.text(at)).collect();
        }
        let description = description.map(key).filter(|key| !key.is_empty());
        let Some(description) = description else { return Vec::new() };
        let repeats = |at: &usize| self.keys[*at] == description && is_fit(at);
        let is_heading = |at: &usize| self.layout(*at) == Layout::Heading;
        (start..=first)
            .find(|at| repeats(at) && (*at < first || is_heading(at)))
            .map(|at| self.text(at))
            .into_iter()
            .collect()
    }

    /// The blocks of the main content that stand among others that are nothing but links.
    fn teasers(&self, places: &[Option<usize>]) -> BTreeSet<usize> {
        let is_link = |nth: &usize| places[*nth].is_some_and(|at| self.linked.contains(&at));
        let mut teasers = BTreeSet::new();
        let mut nth = 0;
        while nth < places.len() {
            let end = nth + (nth..places.len()).take_while(is_link).count();
            if end - nth >= TEASERS {
                teasers.extend(nth..end);
            }
            nth = end + 1;
        }
        teasers
    }

    /// The captions of the region that are no block of the main content.
    fn captions(&self, region: std::ops::Range<usize>, places: &[Option<usize>]) -> Vec<Placed<'_>> {
        let kept: BTreeSet<&str> = places.iter().flatten().map(|&at| self.keys[at].as_str()).collect();
        let mut seen = BTreeSet::new();
        let mut captions = Vec::new();
        let mut last = None;
        for at in region {
            let text = self.text(at);
            let is_new = !self.keys[at].is_empty() && !kept.contains(self.keys[at].as_str());
            let is_caption = self.function(at) == Layout::Caption && text.len() <= LONGEST_CAPTION;
            if is_caption && is_new && seen.insert(self.keys[at].as_str()) {
                let before = places.iter().rposition(|place| place.is_some_and(|place| place < at));
                let goes_on = at.checked_sub(1) == last;
                last = Some(at);
                captions.push(Placed { before: before.map_or(0, |nth| nth + 1), text, goes_on });
            }
        }
        captions
    }
}

/// The letters and digits of a text, in lower case.
fn key(text: &str) -> String {
    letters(text).collect()
}

/// Whether the element holds the article, or a part of it that is more than a teaser.
fn holds_article(document: &Document, node: NodeId) -> bool {
    let is_long = |&paragraph: &NodeId| document.text_content(paragraph).len() >= LONG_PARAGRAPH;
    !document.get_elements_by_tag_name(node, "h1").is_empty()
        || document.get_elements_by_tag_name(node, "p").iter().filter(|paragraph| is_long(paragraph)).count()
            > FURNITURE_PARAGRAPHS
}
