//! Attributions as relations of discourse.
//!
//! Answers for: which units of GUM's RST trees are attributions, which cues found ought to stand in one, and the
//! figures of the genres.

use std::collections::BTreeMap;

use schema::labels::{Relation, Vocabulary as _};
use schema::{Annotations, Article, Sentence, Span};

use crate::cases::{Case, excerpt};
use crate::coverage::Coverage;
use crate::dependencies::Dependencies;
use crate::discourse::{self, Unit};
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::page::Page;
use crate::report::{counted, number};
use crate::token_set::TokenSet;
use crate::treebank::{self, Document};

pub(crate) const MEASURE: Measure = Measure {
    name: "rst-attributions",
    title: "Attributions in RST trees",
    definition: "\
The text of each document of GUM is given to `segment::segment` and `annotate::annotate`, a paragraph a line.
Recall is the share of the units with the relation attribution (the words of source and cue) that hold the head
word of a cue found, precision the share of the cues found whose content is a clause that stand in such a unit. A
content is a clause where our tree gives its head word a subject in it. The units are those that GUM writes beside
the words, in `tokens/`; a unit in several pieces is whole. GUM counts only what frames a clause, so a cue with a
noun or an infinitive counts for recall alone. The trees of the network were learnt from the open genres of
`gum_train`, the cues from neither set.",
    peers: "",
    figure: Figure::F1,
    take,
};

/// The sets.
const SETS: &[&str] = &["gum_dev", "gum_train"];

/// The genre with a row of its own.
const NEWS: &str = "news";

/// The relation that counts, whatever its polarity.
const RELATION: &str = "attribution";

/// The most characters shown of a unit or sentence.
const MOST: usize = 300;

/// A document with its figures.
struct Scored {
    genre: String,
    coverage: Coverage,
    cases: Vec<Case>,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::default();
    for &set in SETS {
        let scored: Vec<Scored> = treebank::read(gold, set)?.iter().map(score).collect();
        outcome.rows.push(row(set, &scored.iter().collect::<Vec<_>>()));
        let news: Vec<&Scored> = scored.iter().filter(|document| document.genre == NEWS).collect();
        outcome.rows.push(row(&format!("{set}, {NEWS}"), &news));
        outcome.tables.push(genres(set, &scored));
        outcome.cases.extend(scored.into_iter().flat_map(|document| document.cases));
    }
    Ok(outcome)
}

fn row(set: &str, documents: &[&Scored]) -> Row {
    let coverages: Vec<Coverage> = documents.iter().map(|document| document.coverage).collect();
    let units = coverages.iter().copied().sum::<Coverage>().wanted;
    Coverage::row(set, format!("{}, {units} units", counted(documents.len(), "document")), &coverages)
}

/// The figures of each genre.
fn genres(set: &str, documents: &[Scored]) -> Table {
    let mut genres: BTreeMap<&str, Coverage> = BTreeMap::new();
    for document in documents {
        let coverage = genres.entry(&document.genre).or_default();
        *coverage = *coverage + document.coverage;
    }
    let row = |(genre, coverage): (&str, Coverage)| {
        let counts = [coverage.wanted, coverage.found].map(|count| count.to_string());
        let figures = [coverage.precision(), coverage.recall(), coverage.f1()].map(number);
        [vec![genre.to_owned()], counts.to_vec(), figures.to_vec()].concat()
    };
    Table {
        title: format!("The genres of `{set}`:"),
        header: ["genre", "units", "cues", "precision", "recall", "F1"].map(str::to_owned).to_vec(),
        rows: genres.into_iter().map(row).collect(),
    }
}

/// A cue found.
struct Cue {
    /// Where its head word stands.
    head: Span,
    /// Its lemma and how it is told.
    name: String,
    /// Whether its content is a clause.
    is_clausal: bool,
    /// The sentence that it stands in.
    sentence: Span,
}

fn score(document: &Document) -> Scored {
    let Page { article, sentences } = Page::of(Article::of_lines(&document.text));
    let annotations = annotate::annotate(&article, &sentences);
    let cues = cues(&document.text, &sentences, &annotations);
    let units = discourse::units(document);
    let units: Vec<Unit> = units.into_iter().filter(|unit| unit.relation.starts_with(RELATION)).collect();
    let genre = document.id.split('_').nth(1).unwrap_or_default().to_owned();
    let place = format!("{} {}", document.file, document.id);
    Scored { genre, coverage: coverage(&units, &cues), cases: cases(&document.text, &place, (&units, &cues)) }
}

fn cues(text: &str, sentences: &[Sentence], annotations: &Annotations) -> Vec<Cue> {
    let trees = Dependencies::of(&annotations.tokens);
    let tokens = &annotations.tokens;
    let cues = annotations.attributions.iter().filter_map(|attribution| {
        let cue = attribution.cue.as_ref()?;
        let head = trees.head_word(&TokenSet::of(text, tokens, &[cue.span]))?;
        let content = TokenSet::of(text, tokens, &attribution.contents);
        let predicate = trees.head_word(&content);
        let is_own = |&at: &usize| trees.head(at) == predicate && trees.relation(at).is_some_and(is_subject);
        Some(Cue {
            head: tokens[head].span,
            name: format!("`{}`, {}", cue.lemma, attribution.quote_type.as_str()),
            is_clausal: content.places().iter().any(is_own),
            sentence: sentences[tokens[head].sentence].span,
        })
    });
    cues.collect()
}

/// Whether a relation makes its head the predicate of a clause.
fn is_subject(relation: Relation) -> bool {
    let name = relation.as_str();
    name.starts_with("nsubj") || name.starts_with("csubj") || relation == Relation::Expl
}

fn holds(unit: &Unit, cue: &Cue) -> bool {
    unit.spans.iter().any(|span| span.overlaps(cue.head))
}

fn coverage(units: &[Unit], cues: &[Cue]) -> Coverage {
    let clausal = || cues.iter().filter(|cue| cue.is_clausal);
    let right = clausal().filter(|cue| units.iter().any(|unit| holds(unit, cue))).count();
    let reached = units.iter().filter(|unit| cues.iter().any(|cue| holds(unit, cue))).count();
    Coverage {
        right: right as f64,
        found: clausal().count() as f64,
        reached: reached as f64,
        wanted: units.len() as f64,
    }
}

/// The units without a cue, and the cues without a unit.
fn cases(text: &str, place: &str, (units, cues): (&[Unit], &[Cue])) -> Vec<Case> {
    let case = |kind: &str, lines| Case { kind: kind.to_owned(), cost: 1.0, place: place.to_owned(), lines };
    let missed = units.iter().filter(|unit| !cues.iter().any(|cue| holds(unit, cue)));
    let missed = missed.map(|unit| {
        let pieces: Vec<&str> = unit.spans.iter().map(|span| span.of(text)).collect();
        case("missed", vec![("unit", excerpt(&pieces.join(" … "), MOST))])
    });
    let extra = cues.iter().filter(|cue| cue.is_clausal && !units.iter().any(|unit| holds(unit, cue)));
    let extra = extra.map(|cue| {
        let text = excerpt(cue.sentence.of(text), MOST);
        case("in no such unit", vec![("cue", cue.name.clone()), ("text", text)])
    });
    missed.chain(extra).collect()
}

#[cfg(test)]
mod tests {
    use super::{Cue, Scored, cases, coverage, genres, holds, row, score};
    use crate::coverage::Coverage;
    use crate::discourse::{self, tests::SAMPLE};
    use crate::treebank::tests::documents;
    use schema::Span;

    const TEXT: &str = "A paper (it is new) said Orby burned.";

    fn cue(word: &str, is_clausal: bool) -> Cue {
        let start = TEXT.find(word).unwrap();
        let head = Span::new(start, start + word.len());
        Cue { head, name: word.to_owned(), is_clausal, sentence: Span::new(0, TEXT.len()) }
    }

    #[test]
    fn units_want_a_cue_and_clausal_cues_a_unit() {
        let mut units = discourse::units(&documents(SAMPLE).unwrap()[0]);
        units.truncate(1);
        assert!(holds(&units[0], &cue("said", true)) && !holds(&units[0], &cue("new", true)));
        let found = coverage(&units, &[cue("said", false), cue("new", true), cue("burned", false)]);
        assert_eq!(found, Coverage { right: 0.0, found: 1.0, reached: 1.0, wanted: 1.0 });
        let kinds = |cues: &[Cue]| -> Vec<String> {
            cases(TEXT, "toy", (&units, cues)).into_iter().map(|case| case.kind).collect()
        };
        assert_eq!(kinds(&[cue("new", true)]), ["missed", "in no such unit"]);
        assert!(kinds(&[cue("said", true)]).is_empty());
    }

    #[test]
    fn a_document_is_of_the_genre_in_its_name() {
        let scored = score(&documents(SAMPLE).unwrap()[0]);
        assert_eq!((scored.genre.as_str(), scored.coverage.wanted), ("news", 1.0));
    }

    #[test]
    fn genres_are_pooled() {
        let scored = |genre: &str, reached: f64| Scored {
            genre: genre.to_owned(),
            coverage: Coverage { right: 1.0, found: 1.0, reached, wanted: 2.0 },
            cases: Vec::new(),
        };
        let all = [scored("news", 2.0), scored("bio", 0.0), scored("news", 1.0)];
        let rows = genres("toy", &all).rows;
        assert_eq!(rows[0], ["bio", "2", "1", "1.000", "0.000", "0.000"]);
        assert_eq!(rows[1], ["news", "4", "2", "1.000", "0.750", "0.857"]);
        let row = row("toy", &[&all[0]]);
        assert_eq!((row.size.as_str(), row.value), ("1 document, 2 units", Some(1.0)));
    }
}
