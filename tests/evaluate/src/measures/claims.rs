//! Claims: what the reports of a story come to.
//!
//! Answers for: which story stands for an incident, which number its summary tells, and what is wrong with
//! it. The archive and its articles are the business of `incidents`, how the archive counts is told at
//! `casualties`.

use std::collections::BTreeMap;

use link::Digest;
use schema::labels::ClaimMeasure;
use schema::{ClaimSummary, ClaimValue, Links, Toll};

use crate::accuracy::{self, Accuracy};
use crate::cases::{Case, excerpt, ranked};
use crate::gold::Gold;
use crate::incidents::{Incident, Telling};
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::report::{counted, number};

pub(crate) const MEASURE: Measure = Measure {
    name: "claims",
    title: "Claims",
    definition: "\
The incidents of the archive of gun violence that have figures and at least two articles. The articles of each
are given to `link::link` by themselves, as a story; where several stories come out, the one that holds most
of them counts, of equal ones the first. The consensus of its summary is right where it is the archive's
number of killed, or of injured; of a range the lower end counts, and no summary or no consensus is 0. What
the archive counts is told at Casualties. Pooled: the articles of all incidents, those with one article too,
are linked at once, as in a run. The tables tell what single articles come to: the toll of an incident's last
article, the toll that most of its articles tell, of equally frequent ones the highest, and whether at least
one article tells the archive's number.",
    peers: "",
    figure: Figure::Accuracy,
    take,
};

/// What the archive and a summary count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Count {
    Killed,
    Injured,
}

/// The counts with their targets.
const COUNTS: [(Count, f64); 2] = [(Count::Killed, 0.92), (Count::Injured, 0.85)];

/// Characters of a headline that are shown.
const HEADLINE: usize = 100;

/// What is told of an incident beside what the archive has.
#[derive(Debug)]
struct Answer<'i> {
    incident: &'i Incident,
    /// The killed and the injured by the archive.
    gold: [u32; 2],
    /// The same by the consensus; `None` where there is none.
    told: [Option<f64>; 2],
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let incidents = gold.incidents()?;
    let alone: Vec<Answer> = incidents.iter().filter_map(alone).collect();
    let pooled = pooled(incidents);
    let mut outcome = Outcome::default();
    for (count, target) in COUNTS {
        outcome.rows.push(Row { target: Some(target), ..row(count.as_str(), count, &alone) });
        outcome.rows.push(row(&format!("{}, pooled", count.as_str()), count, &pooled));
        outcome.tables.push(readings(count, &alone));
        outcome.cases.extend(alone.iter().filter_map(|answer| answer.case(count)));
    }
    Ok(outcome)
}

/// What the articles of `incident` come to by themselves; `None` where it does not count.
fn alone(incident: &Incident) -> Option<Answer<'_>> {
    let gold = figures(incident)?;
    let links = link::link(&incident.digests);
    let story = story(&links, 0, incident.articles.len());
    Some(Answer { incident, gold, told: told(&links, story) })
}

/// What the articles of each incident that counts come to when those of all are linked together.
fn pooled(incidents: &[Incident]) -> Vec<Answer<'_>> {
    let digests: Vec<Digest> =
        incidents.iter().flat_map(|incident| incident.digests.iter().cloned()).collect();
    let links = link::link(&digests);
    let mut first = 0;
    let mut answers = Vec::new();
    for incident in incidents {
        if let Some(gold) = figures(incident) {
            let story = story(&links, first, incident.articles.len());
            answers.push(Answer { incident, gold, told: told(&links, story) });
        }
        first += incident.articles.len();
    }
    answers
}

/// The killed and injured of an incident that counts; `None` of another.
fn figures(incident: &Incident) -> Option<[u32; 2]> {
    let gold = [incident.killed?, incident.injured?];
    (incident.articles.len() > 1).then_some(gold)
}

/// The story that holds most of the `count` documents from place `first` on.
fn story(links: &Links, first: usize, count: usize) -> usize {
    let documents = &links.documents[first..first + count];
    ranked(documents.iter().map(|document| document.story))[0].0
}

/// The killed and injured that the summaries of `story` tell.
fn told(links: &Links, story: usize) -> [Option<f64>; 2] {
    COUNTS.map(|(count, _)| {
        let is_it = |summary: &&ClaimSummary| summary.story == story && summary.measure == count.measure();
        match links.summaries.iter().find(is_it)?.consensus {
            Some(ClaimValue::Number { min, max, .. }) => min.or(max),
            _ => None,
        }
    })
}

impl Count {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Injured => "injured",
        }
    }

    const fn measure(self) -> ClaimMeasure {
        match self {
            Self::Killed => ClaimMeasure::Killed,
            Self::Injured => ClaimMeasure::Injured,
        }
    }

    const fn of_toll(self, toll: Toll) -> Option<u32> {
        match self {
            Self::Killed => toll.killed,
            Self::Injured => toll.injured,
        }
    }
}

impl Answer<'_> {
    /// The archive's number, and the one told.
    const fn of(&self, count: Count) -> (u32, Option<f64>) {
        let at = count as usize;
        (self.gold[at], self.told[at])
    }

    #[expect(clippy::float_cmp, reason = "counts of people are whole numbers")]
    fn is_right(&self, count: Count) -> bool {
        let (gold, told) = self.of(count);
        f64::from(gold) == told.unwrap_or_default()
    }

    /// What is wrong with one of its numbers; `None` where it is right.
    fn case(&self, count: Count) -> Option<Case> {
        if self.is_right(count) {
            return None;
        }
        let (gold, told) = self.of(count);
        let wrong = match told {
            None => "no consensus",
            Some(told) if told > f64::from(gold) => "too many",
            Some(_) => "too few",
        };
        let told = told.map_or_else(|| "–".to_owned(), |told| told.to_string());
        let articles = self.incident.articles.iter().map(|article| ("article", line(article)));
        Some(Case {
            kind: format!("{} {wrong}", count.as_str()),
            cost: 1.0,
            place: format!("incident {}", self.incident.id),
            lines: std::iter::once(("told", format!("{told} for {gold}"))).chain(articles).collect(),
        })
    }
}

/// An article's toll and headline.
fn line(article: &Telling) -> String {
    let told = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), |count| count.to_string());
    let Toll { killed, injured } = article.toll;
    let headline = article.page.article.text.lines().find(|line| !line.is_empty()).unwrap_or_default();
    format!("killed {}, injured {}: {}", told(killed), told(injured), excerpt(headline, HEADLINE))
}

fn row(set: &str, count: Count, answers: &[Answer]) -> Row {
    let units: Vec<Accuracy> =
        answers.iter().map(|answer| Accuracy::of(std::iter::once(answer.is_right(count)))).collect();
    let articles = answers.iter().map(|answer| answer.incident.articles.len()).sum();
    let size = format!("{}, {}", counted(units.len(), "incident"), counted(articles, "article"));
    Row { size, ..accuracy::row_of(set, "incident", &units) }
}

/// How often the archive's number is told, by the consensus and by what single articles tell.
fn readings(count: Count, answers: &[Answer]) -> Table {
    type Reading = fn(&[Telling], Count) -> u32;
    let share = |reading: Reading| {
        let is_right = |answer: &Answer| reading(&answer.incident.articles, count) == answer.of(count).0;
        Accuracy::of(answers.iter().map(is_right)).share()
    };
    let consensus = Accuracy::of(answers.iter().map(|answer| answer.is_right(count))).share();
    let any = answers.iter().map(|answer| {
        let mut tolls = answer.incident.articles.iter().map(|article| count.of_toll(article.toll));
        tolls.any(|told| told.unwrap_or_default() == answer.of(count).0)
    });
    let rows = [
        ("consensus", consensus),
        ("last article", share(last)),
        ("most articles", share(most)),
        ("at least one article", Accuracy::of(any).share()),
    ];
    Table {
        title: format!("The number of {}, by how it is read:", count.as_str()),
        header: ["reading", "right"].map(str::to_owned).to_vec(),
        rows: rows.map(|(name, share)| vec![name.to_owned(), number(share)]).to_vec(),
    }
}

/// What the article published last tells.
fn last(articles: &[Telling], count: Count) -> u32 {
    let published = |article: &&Telling| article.page.article.metadata.published.map(|moment| moment.at);
    let last = articles.iter().max_by_key(published);
    last.and_then(|article| count.of_toll(article.toll)).unwrap_or_default()
}

/// What most articles tell.
fn most(articles: &[Telling], count: Count) -> u32 {
    let mut tolls: BTreeMap<u32, usize> = BTreeMap::new();
    for article in articles {
        *tolls.entry(count.of_toll(article.toll).unwrap_or_default()).or_default() += 1;
    }
    tolls.into_iter().max_by_key(|&(_, articles)| articles).map_or(0, |(toll, _)| toll)
}

#[cfg(test)]
mod tests {
    use super::{Answer, Count, figures, last, most, readings, row, story, told};
    use crate::incidents::Incident;
    use schema::labels::ClaimMeasure;
    use schema::{ClaimSummary, ClaimValue, DocumentLinks, Links, Toll};

    fn incident() -> Incident {
        let articles = [1, 3, 2].map(|day| {
            format!(r#"{{"id": "a", "title": "Rain", "published": "2014-05-0{day}", "text": "It rained."}}"#)
        });
        let line =
            r#"{"incident": "12", "killed": 1, "injured": 2, "participants": null, "articles": [ARTICLES]}"#;
        let mut incident = Incident::of_json(&line.replace("ARTICLES", &articles.join(", ")));
        for (article, killed) in incident.articles.iter_mut().zip([None, Some(1), Some(2)]) {
            article.toll = Toll { killed, injured: Some(2) };
        }
        incident
    }

    fn summary(story: usize, measure: ClaimMeasure, [min, max]: [Option<f64>; 2]) -> ClaimSummary {
        ClaimSummary {
            story,
            measure,
            consensus: Some(ClaimValue::Number { min, max, modifier: None }),
            lowest: min,
            highest: max,
            claims: 1,
            independent_origins: 1,
        }
    }

    #[test]
    fn the_story_with_most_articles_tells() {
        let document = |story| DocumentLinks { story, ..DocumentLinks::default() };
        let summaries = vec![
            summary(0, ClaimMeasure::Killed, [Some(9.0), Some(9.0)]),
            summary(1, ClaimMeasure::Killed, [Some(2.0), None]),
            summary(1, ClaimMeasure::Injured, [None, Some(5.0)]),
        ];
        let documents = [0, 0, 1, 1, 0].map(document).to_vec();
        let links = Links { documents, summaries, ..Links::default() };
        assert_eq!((story(&links, 0, 5), story(&links, 1, 2), story(&links, 2, 2)), (0, 0, 1));
        assert_eq!(told(&links, 1), [Some(2.0), Some(5.0)]);
        assert_eq!(told(&links, 2), [None, None]);
    }

    #[test]
    fn numbers_are_right_or_an_error() {
        let incident = incident();
        let answer =
            Answer { incident: &incident, gold: figures(&incident).unwrap(), told: [None, Some(2.0)] };
        let kind = |count| answer.case(count).map(|case| case.kind);
        assert_eq!(
            (kind(Count::Killed).as_deref(), kind(Count::Injured)),
            (Some("killed no consensus"), None)
        );
        let row = row("killed", Count::Killed, &[answer]);
        assert_eq!((row.size.as_str(), row.value), ("1 incident, 3 articles", Some(0.0)));
    }

    #[test]
    fn one_article_or_no_figures_do_not_count() {
        let mut incident = incident();
        incident.articles.truncate(1);
        assert_eq!(figures(&incident), None);
        assert_eq!(figures(&Incident { killed: None, ..self::incident() }), None);
    }

    #[test]
    fn articles_are_read_without_linking_too() {
        let incident = incident();
        let of = |count| (last(&incident.articles, count), most(&incident.articles, count));
        assert_eq!((of(Count::Killed), of(Count::Injured)), ((1, 2), (2, 2)));
        let answer = Answer { incident: &incident, gold: [1, 2], told: [Some(1.0), None] };
        let rows = readings(Count::Killed, &[answer]).rows;
        let [consensus, last, most] =
            [["consensus", "1.000"], ["last article", "1.000"], ["most articles", "0.000"]];
        assert_eq!(rows, [consensus, last, most, ["at least one article", "1.000"]]);
    }
}
