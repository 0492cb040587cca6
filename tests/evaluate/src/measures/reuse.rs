//! Reuse: sentences that are one sentence printed again.
//!
//! Answers for: which sentences are edited and where they are put, what counts as found and as wrong. The
//! edits are made by `edits`, and `wording` judges what two sentences have in common.

use std::collections::{BTreeMap, BTreeSet};

use link::Digest;
use rayon::prelude::*;
use schema::labels::{ReuseType, Role, Vocabulary as _};
use schema::{Article, Attribution, Document, LanguageTag, Links, Sentence, SentencePlace};

use crate::accuracy::{self, Accuracy};
use crate::bootstrap::{self, SplitMix64};
use crate::cases::Case;
use crate::counts::Counts;
use crate::edits::{Edit, WORDS};
use crate::gold::Gold;
use crate::linked;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::page::Page;
use crate::report::{counted, number};
use crate::wording::{Wording, folded};
use crate::words::WordIds;

pub(crate) const MEASURE: Measure = Measure {
    name: "reuse",
    title: "Reuse",
    definition: "\
The articles of `corpora/local_news`, which are those of the archive of gun violence, are given to
`link::link` together with documents made of edited sentences. Edited are body sentences of at least eight
words that stand in one article alone, drawn with a fixed seed, up to 400 for each kind of edit: one, two or
three words become words of other sentences; a clause between commas, of at most half of the words, is
dropped; the last clause stands first. A made document holds a dozen of them, of different kinds and articles,
each a paragraph; those that the second stage does not take for one sentence of the body there do not count.
Edits: the share of edited sentences in a cluster with the sentence that they were made of. Exact duplicates:
body sentences of at least eight words that other articles have too, and edits of nothing but quotation marks,
dashes, letter case and spaces; the share that is in a cluster with the first of them. Pairs found: each
sentence of a cluster beside the origin, with the origin, which is what a row of the table `reuse` states; the
share that is not unrelated. Unrelated are two sentences that were not made of one, of whose words less than
half are common (Jaccard index of their sets), unless four fifths of the shorter one's words stand in the
other or, where one is a shared quotation, the sentences, with all that is said of the utterances that start
in them, have five words in a row in common. All pairs: the same for each sentence with every other of its
cluster, as a mean over sentences. Sentences are drawn anew, for the pairs whole clusters.",
    peers: "",
    figure: Figure::Recall,
    take,
};

/// The share of edits, of exact duplicates and of all pairs in clusters that are to be right.
const TARGETS: [f64; 3] = [0.95, 1.0, 0.99];

/// Where the generator starts.
const SEED: u64 = 0x0ed1_7ed5;

/// How many sentences are edited in each way.
const EACH: usize = 400;

/// How many edited sentences a made document holds.
const PARAGRAPHS: usize = 12;

/// An edited sentence.
#[derive(Debug)]
struct Made {
    edit: Edit,
    /// The sentence that it was made of.
    source: SentencePlace,
    text: String,
    /// Where it stands; `None` where its document has no such sentence of the body.
    place: Option<SentencePlace>,
}

/// A document of the run.
#[derive(Clone, Copy)]
struct Printed<'p> {
    page: &'p Page,
    attributions: &'p [Attribution],
}

/// Documents with what links them.
struct Linked<'p> {
    printed: Vec<Printed<'p>>,
    links: Links,
}

/// A sentence in a cluster.
struct Member {
    place: SentencePlace,
    kind: ReuseType,
    is_origin: bool,
    wording: Wording,
    /// The same with all that is said in the utterances that start in it.
    said: Wording,
    /// The folded text of the sentence that it was made of, or its own.
    root: String,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let incidents = gold.incidents()?;
    let tellings = incidents.iter().flat_map(|incident| &incident.articles);
    let mut printed: Vec<Printed> = tellings
        .map(|article| Printed { page: &article.page, attributions: &article.attributions })
        .collect();
    let mut digests: Vec<Digest> = incidents.iter().flat_map(|one| one.digests.iter().cloned()).collect();
    let mut made = edited(&printed);
    let documents = documents(&made, printed.len());
    digests.par_extend(documents.par_iter().map(Digest::of));
    let new: Vec<(Page, Vec<Attribution>)> = documents.into_iter().map(parts).collect();
    place(&mut made, &new, printed.len());
    printed.extend(new.iter().map(|(page, attributions)| Printed { page, attributions }));
    Ok(Linked { printed, links: link::link(&digests) }.outcome(&made))
}

/// What the scorer keeps of a document.
fn parts(document: Document) -> (Page, Vec<Attribution>) {
    let page = Page { article: document.article, sentences: document.sentences };
    (page, document.annotations.attributions)
}

/// Whether `sentence` of `page` counts: an English sentence of the body that is long enough.
fn counts(page: &Page, sentence: &Sentence) -> bool {
    sentence.role == Role::Body
        && sentence.language == LanguageTag::new("en")
        && page.text(sentence).split_whitespace().count() >= WORDS
}

/// The sentences that count, in groups of one folded text.
fn groups(printed: &[Printed]) -> BTreeMap<String, Vec<SentencePlace>> {
    let mut groups: BTreeMap<String, Vec<SentencePlace>> = BTreeMap::new();
    for (document, Printed { page, .. }) in printed.iter().enumerate() {
        let own = page.sentences.iter().enumerate().filter(|(_, sentence)| counts(page, sentence));
        for (sentence, found) in own {
            groups.entry(folded(page.text(found))).or_default().push(SentencePlace { document, sentence });
        }
    }
    groups
}

/// The edited sentences of the documents `printed`, kind by kind.
fn edited(printed: &[Printed]) -> Vec<Made> {
    let mut sources: Vec<SentencePlace> =
        groups(printed).into_values().filter(|group| group.len() == 1).flatten().collect();
    sources.sort_unstable();
    let text = |place: SentencePlace| text(printed, place);
    let others: Vec<&str> = sources.iter().map(|&place| text(place)).collect();
    let mut draw = SplitMix64(SEED);
    let mut made = Vec::new();
    for edit in Edit::ALL {
        let enough = made.len() + EACH;
        let mut left = sources.clone();
        while made.len() < enough && !left.is_empty() {
            let source = left.swap_remove(draw.below(left.len()));
            if let Some(text) = edit.of(text(source), &others, &mut draw) {
                sources.retain(|place| *place != source);
                made.push(Made { edit, source, text, place: None });
            }
        }
    }
    made
}

fn text<'p>(printed: &[Printed<'p>], place: SentencePlace) -> &'p str {
    let page = printed[place.document].page;
    page.text(&page.sentences[place.sentence])
}

/// The documents made of `made`, of which the first is at place `first` of the run.
fn documents(made: &[Made], first: usize) -> Vec<Document> {
    let several = made.len().div_ceil(PARAGRAPHS);
    let texts = (0..several).map(|nth| {
        let own = made.iter().skip(nth).step_by(several);
        own.map(|made| made.text.as_str()).collect::<Vec<_>>().join("\n\n")
    });
    let texts: Vec<String> = texts.collect();
    let document =
        |(nth, text): (usize, &String)| linked::document(Page::of(Article::of_lines(text)), first + nth);
    texts.par_iter().enumerate().map(document).collect()
}

/// Notes where each of `made` stands in `new`, the documents made of them, of which the first is at place
/// `first`.
fn place(made: &mut [Made], new: &[(Page, Vec<Attribution>)], first: usize) {
    for (nth, one) in made.iter_mut().enumerate() {
        let Some(at) = nth.checked_rem(new.len()) else { return };
        let ((page, _), document) = (&new[at], first + at);
        let is_it = |found: &Sentence| counts(page, found) && page.text(found) == one.text;
        let sentence = page.sentences.iter().position(is_it);
        one.place = sentence.map(|sentence| SentencePlace { document, sentence });
    }
}

impl Linked<'_> {
    fn outcome(&self, made: &[Made]) -> Outcome {
        let placed = |made: &&Made| made.place.is_some();
        let (marked, edited): (Vec<&Made>, Vec<&Made>) =
            made.iter().filter(placed).partition(|made| made.edit == Edit::Marks);
        let edits: Vec<Accuracy> = edited.iter().map(|made| self.answer(made)).collect();
        let (repeats, mut cases) = self.repeats();
        let exact: Vec<Accuracy> =
            repeats.into_iter().chain(marked.iter().map(|made| self.answer(made))).collect();
        let clusters = self.clusters(made);
        let sentence = |set: &str, units: &[Accuracy], target| Row {
            size: counted(units.len(), "sentence"),
            target: Some(target),
            ..accuracy::row_of(set, "sentence", units)
        };
        let rows = vec![
            sentence("edits", &edits, TARGETS[0]),
            sentence("exact duplicates", &exact, TARGETS[1]),
            pairs("pairs found", &clusters, with_origin, None),
            pairs("all pairs", &clusters, of_shares, Some(TARGETS[2])),
        ];
        cases.extend(made.iter().filter(placed).filter_map(|made| self.missed(made)));
        cases.extend(clusters.iter().filter_map(|cluster| self.wrong(cluster)));
        Outcome { rows, tables: vec![self.kinds(made), types(&clusters)], cases }
    }

    /// The clusters that the sentence at `place` is in.
    fn clusters_of(&self, place: SentencePlace) -> impl Iterator<Item = usize> {
        let sentences = &self.links.documents[place.document].sentences;
        sentences.iter().filter(move |reused| reused.sentence == place.sentence).map(|reused| reused.cluster)
    }

    fn are_together(&self, one: SentencePlace, other: SentencePlace) -> bool {
        self.clusters_of(one).any(|cluster| self.clusters_of(other).any(|also| also == cluster))
    }

    /// Whether an edited sentence was found with the one that it was made of.
    fn answer(&self, made: &Made) -> Accuracy {
        let is_found = made.place.is_some_and(|place| self.are_together(made.source, place));
        Accuracy::of(std::iter::once(is_found))
    }

    /// Whether each sentence that stands in an earlier article too was found with that one, and the errors.
    fn repeats(&self) -> (Vec<Accuracy>, Vec<Case>) {
        let (mut answers, mut cases) = (Vec::new(), Vec::new());
        for (_, group) in groups(&self.printed) {
            let first = group[0];
            for &later in group.iter().filter(|later| later.document != first.document) {
                let is_found = self.are_together(first, later);
                answers.push(Accuracy::of(std::iter::once(is_found)));
                if !is_found {
                    cases.push(self.case("exact duplicate missed".to_owned(), first, later));
                }
            }
        }
        (answers, cases)
    }

    /// The sentences of each cluster.
    fn clusters(&self, made: &[Made]) -> Vec<Vec<Member>> {
        let roots: BTreeMap<SentencePlace, SentencePlace> =
            made.iter().filter_map(|made| Some((made.place?, made.source))).collect();
        let mut ids = WordIds::default();
        let mut clusters: BTreeMap<usize, Vec<Member>> = BTreeMap::new();
        for (document, links) in self.links.documents.iter().enumerate() {
            for reused in &links.sentences {
                let place = SentencePlace { document, sentence: reused.sentence };
                let member = Member {
                    place,
                    kind: reused.kind,
                    is_origin: self.links.reuse[reused.cluster].origin == place,
                    wording: Wording::of(text(&self.printed, place), &mut ids),
                    said: Wording::of(&self.said(place), &mut ids),
                    root: folded(text(&self.printed, *roots.get(&place).unwrap_or(&place))),
                };
                clusters.entry(reused.cluster).or_default().push(member);
            }
        }
        clusters.into_values().filter(|cluster| cluster.len() > 1).collect()
    }

    /// The sentence at `place` with the contents of the attributions that start in it.
    fn said(&self, place: SentencePlace) -> String {
        let Printed { page, attributions } = self.printed[place.document];
        let own = attributions.iter().filter(|attribution| attribution.sentence == place.sentence);
        let contents =
            own.flat_map(|attribution| attribution.contents.iter().map(|piece| piece.of(&page.article.text)));
        std::iter::once(text(&self.printed, place)).chain(contents).collect::<Vec<_>>().join("\n")
    }

    /// How many of each kind of edit are found.
    fn kinds(&self, made: &[Made]) -> Table {
        let row = |edit: Edit| {
            let of_kind: Vec<&Made> = made.iter().filter(|made| made.edit == edit).collect();
            let placed: Vec<&&Made> = of_kind.iter().filter(|made| made.place.is_some()).collect();
            let found: Accuracy = placed.iter().map(|made| self.answer(made)).sum();
            let numbers = [of_kind.len() - placed.len(), placed.len()].map(|count| count.to_string());
            [vec![edit.as_str().to_owned()], numbers.to_vec(), vec![number(found.share())]].concat()
        };
        Table {
            title: "The kinds of edit:".to_owned(),
            header: ["edit", "left out", "sentences", "found"].map(str::to_owned).to_vec(),
            rows: Edit::ALL.into_iter().map(row).collect(),
        }
    }

    /// The error that an edited sentence is; `None` where it was found.
    fn missed(&self, made: &Made) -> Option<Case> {
        let place = made.place?;
        let kind = format!("missed: {}", made.edit.as_str());
        (!self.are_together(made.source, place)).then(|| self.case(kind, made.source, place))
    }

    /// The first sentence of a cluster that is unrelated to the origin, which costs what all of them do;
    /// `None` where there is none.
    fn wrong(&self, cluster: &[Member]) -> Option<Case> {
        let origin = cluster.iter().find(|member| member.is_origin)?;
        let other = cluster.iter().find(|member| !member.is_related(origin))?;
        let kind = format!("unrelated: {}", other.kind.as_str());
        Some(Case { cost: with_origin(cluster).extra, ..self.case(kind, origin.place, other.place) })
    }

    fn case(&self, kind: String, one: SentencePlace, other: SentencePlace) -> Case {
        let line = |place| text(&self.printed, place).to_owned();
        Case {
            kind,
            cost: 1.0,
            place: format!("{}:{} and {}:{}", one.document, one.sentence, other.document, other.sentence),
            lines: vec![("one", line(one)), ("other", line(other))],
        }
    }
}

impl Member {
    fn is_related(&self, other: &Self) -> bool {
        let is_quote = [self.kind, other.kind].contains(&ReuseType::SharedQuote);
        self.root == other.root
            || self.wording.is_like(&other.wording)
            || (is_quote && self.said.shares_a_run(&other.said))
    }
}

/// The row of what `right` counts of each cluster.
fn pairs(set: &str, clusters: &[Vec<Member>], right: fn(&[Member]) -> Counts, target: Option<f64>) -> Row {
    let units: Vec<Counts> = clusters.iter().map(|cluster| right(cluster)).collect();
    let drawn = |draw: &[usize]| draw.iter().map(|&unit| units[unit]).sum::<Counts>().precision();
    let sentences = clusters.iter().map(Vec::len).sum();
    Row {
        value: units.iter().copied().sum::<Counts>().precision(),
        interval: bootstrap::interval(units.len(), drawn),
        target,
        figure: Some(Figure::Precision),
        ..Row::blank(
            set,
            format!("{} in {}", counted(sentences, "sentence"), counted(clusters.len(), "cluster")),
        )
    }
}

/// The sentences of `cluster` beside its origin, by whether they are related to it.
fn with_origin(cluster: &[Member]) -> Counts {
    let Some(origin) = cluster.iter().find(|member| member.is_origin) else { return Counts::default() };
    let others = cluster.iter().filter(|member| !member.is_origin);
    others.map(|member| of_share(f64::from(u8::from(member.is_related(origin))))).sum()
}

/// The sentences of `cluster`, each as the share of the others that are related to it; it has several.
fn of_shares(cluster: &[Member]) -> Counts {
    let others = (cluster.len() - 1) as f64;
    // Each is related to itself.
    let related = |one: &Member| cluster.iter().filter(|other| one.is_related(other)).count() - 1;
    cluster.iter().map(|one| of_share(related(one) as f64 / others)).sum()
}

fn of_share(share: f64) -> Counts {
    Counts { hits: share, extra: 1.0 - share, missed: 0.0 }
}

/// The sentences of each type of reuse, the origins aside.
fn types(clusters: &[Vec<Member>]) -> Table {
    let mut by_type: BTreeMap<&str, (BTreeSet<usize>, Accuracy)> = BTreeMap::new();
    for (nth, cluster) in clusters.iter().enumerate() {
        let Some(origin) = cluster.iter().find(|member| member.is_origin) else { continue };
        for member in cluster.iter().filter(|member| !member.is_origin) {
            let (of_type, accuracy) = by_type.entry(member.kind.as_str()).or_default();
            of_type.insert(nth);
            *accuracy = *accuracy + Accuracy { right: usize::from(member.is_related(origin)), all: 1 };
        }
    }
    let row = |(kind, (clusters, accuracy)): (&str, (BTreeSet<usize>, Accuracy))| {
        let numbers = [accuracy.all, clusters.len()].map(|count| count.to_string());
        [vec![kind.to_owned()], numbers.to_vec(), vec![number(accuracy.share())]].concat()
    };
    Table {
        title: "The pairs found, by the type of the later sentence:".to_owned(),
        header: ["type", "pairs", "clusters", "precision"].map(str::to_owned).to_vec(),
        rows: by_type.into_iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit, Linked, Made, Page, Printed, documents, edited, parts, place};
    use schema::labels::ReuseType;
    use schema::{Article, DocumentLinks, Links, ReuseCluster, ReusedSentence, SentencePlace};

    const MILL: &str = "The old mill in Orby burned down on Monday night before anybody came.";
    const TOWER: &str = "A tall tower by the harbour of Velden was sold to a baker last year.";

    fn toy(text: &str) -> Page {
        Page::of(Article::of_lines(text))
    }

    const fn at(document: usize) -> SentencePlace {
        SentencePlace { document, sentence: 0 }
    }

    fn made(edit: Edit, source: usize, place: usize) -> Made {
        Made { edit, source: at(source), text: String::new(), place: Some(at(place)) }
    }

    /// What is linked where the first sentences of these documents stand in these clusters.
    fn linked<'p>(pages: &'p [Page], clusters: &[Option<usize>]) -> Linked<'p> {
        let reused = |cluster| ReusedSentence {
            sentence: 0,
            cluster,
            kind: ReuseType::NearVerbatim,
            difference: None,
            similarity: 1.0,
        };
        let document = |cluster: &Option<usize>| DocumentLinks {
            sentences: cluster.map(reused).into_iter().collect(),
            ..DocumentLinks::default()
        };
        let documents = clusters.iter().map(document).collect();
        let origin = |cluster: usize| ReuseCluster {
            origin: at(clusters.iter().position(|own| *own == Some(cluster)).unwrap_or_default()),
            is_origin_dated: false,
            sentences: 2,
            outlets: 2,
            independent_origins: 2,
        };
        let reuse = (0..clusters.len()).map(origin).collect();
        Linked { printed: printed(pages), links: Links { documents, reuse, ..Links::default() } }
    }

    fn printed(pages: &[Page]) -> Vec<Printed<'_>> {
        pages.iter().map(|page| Printed { page, attributions: &[] }).collect()
    }

    #[test]
    fn edits_stand_in_documents_of_their_own() {
        let pages = [toy(MILL), toy(TOWER), toy("Too short to count."), toy(&format!("{MILL}\n\n{MILL}"))];
        let mut made = edited(&printed(&pages[..3]));
        assert!(made.len() >= 2, "{made:?}");
        assert!(edited(&printed(&pages[3..])).is_empty(), "what stands twice is not edited");
        let new: Vec<_> = documents(&made, 3).into_iter().map(parts).collect();
        place(&mut made, &new, 3);
        for one in &made {
            let place = one.place.expect("a plain sentence stays one");
            let (page, _) = &new[place.document - 3];
            assert_eq!(page.text(&page.sentences[place.sentence]), one.text);
        }
    }

    #[test]
    fn edits_are_found_with_their_source() {
        let pages = [toy(MILL), toy(TOWER), toy("The old mill in Velden burned down on Monday night.")];
        let made = [made(Edit::Words(1), 0, 2), made(Edit::Dropped, 1, 2)];
        let outcome = linked(&pages, &[Some(1), None, Some(1)]).outcome(&made);
        assert_eq!((outcome.rows[0].size.as_str(), outcome.rows[0].value), ("2 sentences", Some(0.5)));
        assert_eq!(outcome.rows[2].value, Some(1.0));
        assert_eq!(outcome.tables[0].rows[0], ["1 word changed", "0", "1", "1.000"]);
        let kinds: Vec<&str> = outcome.cases.iter().map(|case| case.kind.as_str()).collect();
        assert_eq!(kinds, ["missed: a clause dropped"]);
    }

    #[test]
    fn unrelated_sentences_in_a_cluster_are_wrong() {
        let pages = [toy(MILL), toy(TOWER), toy(MILL)];
        let outcome = linked(&pages, &[Some(0), Some(0), Some(0)]).outcome(&[]);
        assert_eq!(outcome.rows[2].size, "3 sentences in 1 cluster");
        assert_eq!((outcome.rows[2].value, outcome.rows[3].value), (Some(0.5), Some(1.0 / 3.0)));
        assert_eq!(
            (outcome.cases[0].kind.as_str(), outcome.cases[0].cost),
            ("unrelated: near_verbatim", 1.0)
        );
        assert_eq!(outcome.tables[1].rows, [["near_verbatim", "2", "1", "0.500"]]);
    }

    #[test]
    fn duplicates_that_stand_apart_are_missed() {
        let pages = [toy(MILL), toy(&MILL.to_uppercase()), toy(TOWER)];
        let missed = linked(&pages, &[None, None, None]).outcome(&[]);
        assert_eq!(missed.rows[1].value, Some(0.0));
        let found = linked(&pages, &[Some(0), Some(0), None]).outcome(&[made(Edit::Marks, 2, 1)]);
        assert_eq!((found.rows[1].size.as_str(), found.rows[1].value), ("2 sentences", Some(0.5)));
    }
}
