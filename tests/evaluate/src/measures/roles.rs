//! Roles: what a piece of a news page is, against pages read by hand-written parsers.
//!
//! Answers for: what the gold holds of a page, giving each found word its gold role, and showing what went wrong.
//! Where the pieces stand is `alignment`, the counting `confusion`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use schema::labels::{Role, Vocabulary as _};
use serde::Deserialize;

use crate::alignment::{self, FoundText};
use crate::cases::{Case, excerpt};
use crate::confusion::{Confusion, GoldRole};
use crate::counts::Counts;
use crate::gold::{self, Gold};
use crate::measure::{Figure, Measure, Outcome, Row};
use crate::page::Page;
use crate::report::counted;
use crate::words::{self, WordId, WordIds};

/// Characters of a text that are shown.
const EXCERPT: usize = 200;

pub(crate) const MEASURE: Measure = Measure {
    name: "roles",
    title: "Roles",
    definition: "\
The gold is what Fundus' hand-written parsers read from archived news pages: title (headline), summary (deck),
section headings (subheading), paragraphs (body) and image captions, each caption once. A page is read by
`ingest::parse` and `segment::segment`. Every gold piece is looked for in the document's words, in lower case and
without marks: word for word, at the edges of sentences if it stands there more than once, and pieces of fewer than
four words only as whole sentences; then, for pieces that were split or changed, run by run of at least four words,
where half of the piece or a run of twelve words is found. Each word counts with its characters. Gold text that is not in the
document counts as missed; text that the gold does not hold has the gold role boilerplate, but a repeated caption is
a caption. The found roles list_item and dateline count as body, which the gold's paragraphs hold; all roles other
than the five count as boilerplate. A page that is rejected loses all of its gold. Precision, recall and F1 count the
characters of all pages together; pages are resampled.",
    peers: "",
    figure: Figure::F1,
    take,
};

/// The roles that are scored, with their targets.
const AIMS: &[(GoldRole, Option<f64>)] = &[
    (GoldRole::Body, Some(0.95)),
    (GoldRole::Caption, Some(0.8)),
    (GoldRole::Subheading, Some(0.85)),
    (GoldRole::Headline, None),
    (GoldRole::Deck, None),
];

/// What the gold holds of a page.
#[derive(Debug, Deserialize)]
struct GoldPage {
    title: Option<String>,
    body: Option<GoldBody>,
    #[serde(default)]
    images: Vec<GoldImage>,
}

#[derive(Debug, Deserialize)]
struct GoldBody {
    summary: Vec<String>,
    sections: Vec<GoldSection>,
}

#[derive(Debug, Deserialize)]
struct GoldSection {
    headline: Vec<String>,
    paragraphs: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct GoldImage {
    caption: Option<String>,
}

/// A piece of gold text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    role: GoldRole,
    text: String,
}

impl GoldPage {
    /// Its pieces; captions that are shown several times once.
    fn pieces(self) -> Vec<Piece> {
        let piece = |role| move |text| Piece { role, text };
        let mut pieces: Vec<Piece> = self.title.into_iter().map(piece(GoldRole::Headline)).collect();
        if let Some(body) = self.body {
            pieces.extend(body.summary.into_iter().map(piece(GoldRole::Deck)));
            for section in body.sections {
                pieces.extend(section.headline.into_iter().map(piece(GoldRole::Subheading)));
                pieces.extend(section.paragraphs.into_iter().map(piece(GoldRole::Body)));
            }
        }
        let mut shown = BTreeSet::new();
        let captions = self.images.into_iter().filter_map(|image| image.caption);
        let captions = captions.filter(|caption| shown.insert(caption.clone()));
        pieces.extend(captions.map(piece(GoldRole::Caption)));
        pieces
    }
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let mut pages = Vec::new();
    let mut cases = Vec::new();
    for (name, path, truth) in gold_pages(gold)? {
        let page = Page::read(&path)?;
        let labelled = Labelled::of(page.as_ref(), truth.pieces());
        cases.extend(labelled.cases(&name));
        pages.push(labelled.confusion());
    }
    let all = Confusion::sum(pages.iter());
    let title = "Characters by the role they were found in (rows) and their gold role (columns):";
    Ok(Outcome {
        rows: AIMS.iter().map(|(role, target)| row(&pages, *role, *target)).collect(),
        tables: vec![all.table(title)],
        cases,
    })
}

/// The pages with their names, their files and what the gold holds of them. A publisher's versions and files stand
/// in one order: the parsers' versions follow the dates of the pages.
fn gold_pages(gold: &Gold) -> anyhow::Result<Vec<(String, PathBuf, GoldPage)>> {
    let files = gold.files("roles/fundus", ".html.gz")?;
    let mut pages = Vec::new();
    for publisher in gold.files("roles/fundus", ".json")? {
        let versions: BTreeMap<String, GoldPage> = gold::json(&publisher)?;
        let own: Vec<&PathBuf> = files.iter().filter(|file| is_page_of(file, &publisher)).collect();
        if own.len() != versions.len() {
            let (pages, versions) = (own.len(), versions.len());
            anyhow::bail!("`{}` holds {versions} versions for {pages} pages", publisher.display());
        }
        for (file, (_, truth)) in own.into_iter().zip(versions) {
            let name = file.file_name().context("a page's path ends in its name")?;
            let name = name.to_string_lossy().trim_end_matches(".html.gz").to_owned();
            pages.push((name, file.clone(), truth));
        }
    }
    Ok(pages)
}

/// Whether `page` is `uk/BBC_2024_08_01.html.gz` where `publisher` is `uk/BBC.json`.
fn is_page_of(page: &Path, publisher: &Path) -> bool {
    let stem = publisher.with_extension("").to_string_lossy().into_owned();
    let page = page.to_string_lossy();
    let date = page.strip_prefix(&stem).and_then(|rest| rest.strip_prefix('_'));
    date.is_some_and(|date| date.starts_with(|c: char| c.is_ascii_digit()))
}

fn row(pages: &[Confusion], role: GoldRole, target: Option<f64>) -> Row {
    let counts: Vec<_> = pages.iter().map(|page| page.counts(role)).collect();
    let all = counts.iter().copied().sum::<Counts>();
    let size = format!("{}, {} characters", counted(pages.len(), "page"), all.hits + all.missed);
    Row { target, ..Row::of_counts(&format!("fundus, {}", role.as_str()), size, &counts) }
}

/// A sentence of the page with its words.
struct Found {
    role: Role,
    text: String,
    /// The gold role and the characters of each word.
    words: Vec<(GoldRole, usize)>,
}

/// A page whose words have their gold roles.
struct Labelled {
    sentences: Vec<Found>,
    /// The pieces with the characters of theirs that were not found.
    lost: Vec<(Piece, usize)>,
}

impl Labelled {
    fn of(page: Option<&Page>, pieces: Vec<Piece>) -> Self {
        let mut ids = WordIds::default();
        let piece_words: Vec<Vec<WordId>> = pieces.iter().map(|piece| ids.folded(&piece.text)).collect();
        let texts: Vec<(Role, &str)> = page.iter().flat_map(|page| texts(page)).collect();
        let found = found_text(&texts, &mut ids);
        let owners = alignment::align(&piece_words, &found);
        let captions = pieces.iter().zip(&piece_words).filter(|(piece, _)| piece.role == GoldRole::Caption);
        let captions: BTreeSet<&[WordId]> = captions.map(|(_, words)| words.as_slice()).collect();
        let mut lost: Vec<usize> = pieces.iter().map(|piece| lengths(&piece.text).sum()).collect();
        let mut at = 0;
        let mut sentences = Vec::new();
        for (role, text) in texts {
            let own: Vec<usize> = lengths(text).collect();
            let place = at..at + own.len();
            at = place.end;
            let is_copy = captions.contains(&found.words[place.clone()]);
            let unowned = if is_copy { GoldRole::Caption } else { GoldRole::Boilerplate };
            for (owner, chars) in owners[place.clone()].iter().zip(&own) {
                if let Some(piece) = owner {
                    lost[*piece] = lost[*piece].saturating_sub(*chars);
                }
            }
            let gold = owners[place].iter().map(|owner| owner.map_or(unowned, |piece| pieces[piece].role));
            sentences.push(Found { role, text: text.to_owned(), words: gold.zip(own).collect() });
        }
        Self { sentences, lost: pieces.into_iter().zip(lost).collect() }
    }

    fn confusion(&self) -> Confusion {
        let mut confusion = Confusion::default();
        for sentence in &self.sentences {
            for (gold, chars) in &sentence.words {
                confusion.add(*gold, Some(sentence.role), *chars);
            }
        }
        for (piece, chars) in self.lost.iter().filter(|(_, chars)| *chars > 0) {
            confusion.add(piece.role, None, *chars);
        }
        confusion
    }

    fn cases(&self, name: &str) -> Vec<Case> {
        let wrong = self.sentences.iter().flat_map(|sentence| {
            let misled = GoldRole::ALL.into_iter().filter(|gold| *gold != GoldRole::of(sentence.role));
            misled.map(|gold| (gold, sentence.role.as_str(), sentence.chars(gold), &sentence.text))
        });
        let lost = self.lost.iter().map(|(piece, chars)| (piece.role, "nothing", *chars, &piece.text));
        let cases = wrong.chain(lost).filter(|(_, _, chars, _)| *chars > 0);
        let case = |(gold, found, chars, text): (GoldRole, &str, usize, &String)| Case {
            kind: format!("{} found as {found}", gold.as_str()),
            cost: chars as f64,
            place: format!("{name} ({chars} characters)"),
            lines: vec![("text", excerpt(text, EXCERPT))],
        };
        cases.map(case).collect()
    }
}

impl Found {
    /// The characters of its words that the gold gives this role.
    fn chars(&self, gold: GoldRole) -> usize {
        self.words.iter().filter(|(role, _)| *role == gold).map(|(_, chars)| chars).sum()
    }
}

/// The words of the sentences.
fn found_text(sentences: &[(Role, &str)], ids: &mut WordIds) -> FoundText {
    let mut found = FoundText::default();
    for (at, (_, text)) in sentences.iter().enumerate() {
        let words = ids.folded(text);
        found.sentences.extend(words.iter().map(|_| at));
        found.words.extend(words);
    }
    found
}

fn texts(page: &Page) -> impl Iterator<Item = (Role, &str)> {
    page.sentences.iter().map(|sentence| (sentence.role, page.text(sentence)))
}

/// The characters of each word of `text`.
fn lengths(text: &str) -> impl Iterator<Item = usize> {
    words::spans(text).into_iter().map(|span| span.of(text).chars().count())
}

#[cfg(test)]
mod tests {
    use super::{GoldBody, GoldImage, GoldPage, GoldSection, Labelled, Piece, is_page_of, row};
    use crate::confusion::GoldRole;
    use crate::counts::Counts;
    use crate::page::Page;
    use schema::Article;
    use schema::labels::Role;
    use std::path::Path;

    /// A page of one line for each role.
    fn page(lines: &[(Role, &str)]) -> Page {
        let text = lines.iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n");
        let mut page = Page::of(Article::of_lines(&text));
        for sentence in &mut page.sentences {
            sentence.role = lines[sentence.block].0;
        }
        page
    }

    fn pieces(texts: &[(GoldRole, &str)]) -> Vec<Piece> {
        texts.iter().map(|(role, text)| Piece { role: *role, text: (*text).to_owned() }).collect()
    }

    #[test]
    fn characters_are_counted_by_role() {
        let page = page(&[
            (Role::Headline, "Mill burns down"),
            (Role::Body, "An old mill burned."),
            (Role::Promo, "Nobody was hurt there."),
            (Role::Body, "Read more news here"),
        ]);
        let truth = pieces(&[
            (GoldRole::Headline, "Mill burns down"),
            (GoldRole::Body, "An old mill burned."),
            (GoldRole::Body, "Nobody was hurt there."),
            (GoldRole::Body, "Gone."),
        ]);
        let labelled = Labelled::of(Some(&page), truth);
        let confusion = labelled.confusion();
        // Body: 15 letters right, 18 found as promo, 4 lost; 16 letters of the last line are not in the gold.
        assert_eq!(confusion.counts(GoldRole::Body), Counts { hits: 15.0, extra: 16.0, missed: 22.0 });
        assert_eq!(confusion.counts(GoldRole::Headline), Counts { hits: 13.0, extra: 0.0, missed: 0.0 });
        let kinds: Vec<_> = labelled.cases("p").into_iter().map(|case| case.kind).collect();
        assert_eq!(kinds, ["body found as promo", "boilerplate found as body", "body found as nothing"]);
        let row = row(&[confusion], GoldRole::Body, Some(0.95));
        assert_eq!(row.value, Some(30.0 / 68.0));
    }

    #[test]
    fn a_repeated_caption_is_a_caption() {
        let caption = "The mill at night.";
        let page = page(&[(Role::Caption, caption), (Role::Caption, caption)]);
        let confusion = Labelled::of(Some(&page), pieces(&[(GoldRole::Caption, caption)])).confusion();
        assert_eq!(confusion.counts(GoldRole::Caption), Counts { hits: 28.0, extra: 0.0, missed: 0.0 });
    }

    #[test]
    fn a_rejected_page_loses_all_and_empty_gold_is_all_boilerplate() {
        let lost = Labelled::of(None, pieces(&[(GoldRole::Deck, "Fire at night.")])).confusion();
        assert_eq!(lost.counts(GoldRole::Deck), Counts { hits: 0.0, extra: 0.0, missed: 11.0 });
        let page = page(&[(Role::Body, "Nobody was hurt.")]);
        let extra = Labelled::of(Some(&page), Vec::new()).confusion();
        assert_eq!(extra.counts(GoldRole::Body), Counts { hits: 0.0, extra: 13.0, missed: 0.0 });
    }

    #[test]
    fn the_gold_gives_its_pieces_in_order_and_captions_once() {
        let image = || GoldImage { caption: Some("C".to_owned()) };
        let section = GoldSection { headline: vec!["H".to_owned()], paragraphs: vec!["P".to_owned()] };
        let page = GoldPage {
            title: Some("T".to_owned()),
            body: Some(GoldBody { summary: vec!["S".to_owned()], sections: vec![section] }),
            images: vec![image(), image(), GoldImage { caption: None }],
        };
        let found: Vec<_> = page.pieces().into_iter().map(|piece| piece.text).collect();
        assert_eq!(found, ["T", "S", "H", "P", "C"]);
    }

    #[test]
    fn pages_belong_to_the_publisher_with_the_whole_name() {
        let page = Path::new("za/IsolezweLesiXhosa_2025_11_09.html.gz");
        assert!(is_page_of(page, Path::new("za/IsolezweLesiXhosa.json")));
        assert!(!is_page_of(page, Path::new("za/Isolezwe.json")));
        assert!(!is_page_of(Path::new("za/Isolezwe_News_2025.html.gz"), Path::new("za/Isolezwe.json")));
    }
}
