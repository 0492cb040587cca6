//! The fourth stage: what documents share.
//!
//! Responsible for: which articles tell one story, which names of several articles stand for one thing, which sentences
//! are one sentence printed again, and where the articles' reported values agree or not. Not responsible for: what one
//! article says by itself (the third stage's), and writing any of it (the fifth's). The stage is a pure function over
//! digests; it holds no text of the articles, and it cannot fail.
//!
//! In reading order: `digest` is what it needs to know of a document; `corpus` puts them into one order, `blocking` finds
//! the pairs worth comparing, `nearest` keeps the best of them and `outlets` counts outlets, for all that follows;
//! `stories` gathers the articles about one event and `event_day` dates it; `reuse` finds the sentences that are printed
//! again; `entities` tells who and what is meant by the names, story by story, and so comes after; `claims` is the ledger
//! of what they report.
//!
//! What it takes, measured on one core with the articles of two corpora, repeated with other words, names and days: a
//! digest of 1.35 kilobytes for an article of 160 words, 0.08 milliseconds a document in a run of ten thousand, 0.13 in
//! one of a hundred thousand and 0.28 in one of a million, which takes 3.8 GB with its digests. What grows is the number
//! of sentences of one form, which is larger where articles are repeated, and the memory that they lie in.

mod blocking;
mod claims;
mod corpus;
mod digest;
mod entities;
mod event_day;
mod nearest;
mod outlets;
mod reuse;
mod stories;

use schema::{DocumentLinks, Links};

use corpus::Corpus;
use entities::Entities;
use stories::Stories;

pub use digest::Digest;

/// Everything that the documents of `digests` share, in their order.
pub fn link(digests: &[Digest]) -> Links {
    let corpus = Corpus::of(digests);
    let stories = Stories::of(&corpus);
    let mut documents: Vec<DocumentLinks> = digests
        .iter()
        .map(|digest| DocumentLinks { wire: digest.wire, ..DocumentLinks::default() })
        .collect();
    let entities = Entities::of(&corpus, &stories);
    for (rank, &story) in corpus.ranks().zip(&stories.of_rank) {
        let document = &mut documents[corpus.place(rank)];
        document.story = story as usize;
        document.entities = entities.of_document(rank).iter().map(|&entity| entity as usize).collect();
    }
    let reuse = reuse::find(&corpus, &stories, &mut documents);
    let stories = stories.described(&corpus, &entities);
    let ids = digests.iter().map(|digest| digest.id).collect();
    let mut links =
        Links { ids, documents, stories, entities: entities.into_all(), reuse, ..Links::default() };
    (links.claims, links.summaries) = claims::find(digests, &links);
    links
}
