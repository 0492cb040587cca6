//! Stories: which articles tell of one event.
//!
//! Answers for: the sets of articles, how a story is compared with an event, and what is wrong with a story.

use std::collections::{BTreeMap, BTreeSet};

use link::Digest;

use crate::cases::{Case, excerpt};
use crate::clusters::{self, Cubed};
use crate::gold::Gold;
use crate::incidents::{Incident, Telling};
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::publication;
use crate::report::{counted, number};
use crate::subtopics::Report;

pub(crate) const MEASURE: Measure = Measure {
    name: "stories",
    title: "Stories",
    definition: "\
The articles of 1,868 incidents of an archive of gun violence, scraped from local news, are read by the first
three stages (headline, plain text, day of publication; the outlet is the host of the address) and given to
`link::link` all at once. B³: an article's precision is the share of the articles of its story that belong to
its incident, its recall the share of those of its incident that are in its story; the figures are means over
articles. Eleven articles stand in several incidents, once for each, and are counted so; one article may tell of
a chain of shootings that the archive cuts into incidents, and a police log of several. Incidents are drawn
anew, as they were linked among all. ECB+: its documents, of which no day of publication is known, and its
subtopics, two similar events (two earthquakes, two arrests) for each topic; its words were put together to
text, without the address that heads most documents.",
    peers: "",
    figure: Figure::F1,
    take,
};

/// The F1 and the precision to reach on the archive.
const TARGETS: [f64; 2] = [0.92, 0.95];

/// The most articles of a wrong story that are shown.
const SHOWN: usize = 8;

/// Characters of a headline that are shown.
const HEADLINE: usize = 90;

/// An article in its event and its story.
#[derive(Debug)]
struct Member {
    /// The place of its event among those of the set.
    event: usize,
    /// The place of its story among those found.
    story: usize,
    cubed: Cubed,
    /// What to see of it.
    line: String,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::default();
    let members = archive(gold.incidents()?);
    let row = row("gun violence", "incident", &members);
    outcome.rows.push(Row { target: Some(TARGETS[0]), ..row.clone() });
    outcome.rows.push(precision(row));
    outcome.tables.push(sizes(&members));
    outcome.cases.extend(cases("gun violence", &members));
    let members = ecb(gold.subtopics()?);
    outcome.rows.push(self::row("ECB+ subtopics", "subtopic", &members));
    outcome.cases.extend(cases("ECB+", &members));
    Ok(outcome)
}

/// The articles of all incidents, linked together.
fn archive(incidents: &[Incident]) -> Vec<Member> {
    let articles: Vec<(usize, &Telling)> = incidents
        .iter()
        .enumerate()
        .flat_map(|(event, incident)| incident.articles.iter().map(move |article| (event, article)))
        .collect();
    let events: Vec<usize> = articles.iter().map(|&(event, _)| event).collect();
    let digests: Vec<Digest> =
        incidents.iter().flat_map(|incident| incident.digests.iter().cloned()).collect();
    members(&events, &digests, |at| {
        let (event, article) = articles[at];
        let article = &article.page.article;
        let day = article.metadata.published.map(publication::shown).unwrap_or_default();
        let headline = article.text.lines().find(|line| !line.is_empty()).unwrap_or_default();
        format!("{} {day} {}", incidents[event].id, excerpt(headline, HEADLINE))
    })
}

/// The documents of ECB+, linked together.
fn ecb(reports: &[Report]) -> Vec<Member> {
    let digests: Vec<Digest> = reports.iter().map(|report| report.digest.clone()).collect();
    let known: BTreeSet<&str> = reports.iter().map(|report| report.subtopic.as_str()).collect();
    let known: Vec<&str> = known.into_iter().collect();
    let event = |report: &Report| known.partition_point(|&other| other < report.subtopic.as_str());
    let events: Vec<usize> = reports.iter().map(event).collect();
    members(&events, &digests, |at| format!("{} {}", reports[at].id, excerpt(&reports[at].text, HEADLINE)))
}

/// The articles of these `events`, article by article, in the stories that are found among their `digests`.
fn members(events: &[usize], digests: &[Digest], line: impl Fn(usize) -> String) -> Vec<Member> {
    let links = link::link(digests);
    let stories: Vec<usize> = links.documents.iter().map(|document| document.story).collect();
    let cubed = clusters::compare(events, &stories);
    let articles = events.iter().zip(stories).zip(cubed).enumerate();
    articles.map(|(at, ((&event, story), cubed))| Member { event, story, cubed, line: line(at) }).collect()
}

fn row(set: &str, noun: &str, members: &[Member]) -> Row {
    let mut units: BTreeMap<usize, Cubed> = BTreeMap::new();
    for member in members {
        let unit = units.entry(member.event).or_default();
        *unit = *unit + member.cubed;
    }
    let units: Vec<Cubed> = units.into_values().collect();
    let size = format!("{}, {}", counted(units.len(), noun), counted(members.len(), "article"));
    clusters::row(set, size, &units)
}

/// The row whose figure is the precision of `row`.
fn precision(row: Row) -> Row {
    Row {
        set: format!("{}, precision", row.set),
        value: row.precision,
        interval: None,
        target: Some(TARGETS[1]),
        figure: Some(Figure::Precision),
        ..row
    }
}

/// How well the articles of events of each size are found.
fn sizes(members: &[Member]) -> Table {
    const MANY: usize = 5;
    let mut by_event: BTreeMap<usize, Vec<Cubed>> = BTreeMap::new();
    for member in members {
        by_event.entry(member.event).or_default().push(member.cubed);
    }
    let mut by_size: BTreeMap<usize, Cubed> = BTreeMap::new();
    for event in by_event.values() {
        let sum = by_size.entry(event.len().min(MANY)).or_default();
        *sum = *sum + event.iter().copied().sum();
    }
    let row = |(size, cubed): (usize, Cubed)| {
        let name = if size == MANY { format!("{MANY} or more") } else { size.to_string() };
        let figures = [cubed.mean_precision(), cubed.mean_recall(), cubed.f1()].map(number);
        [vec![name, cubed.items.to_string()], figures.to_vec()].concat()
    };
    Table {
        title: "The articles of the archive, by how many tell of their incident:".to_owned(),
        header: ["told by", "articles", "precision", "recall", "F1"].map(str::to_owned).to_vec(),
        rows: by_size.into_iter().map(row).collect(),
    }
}

/// The events that lie in several stories, and the stories that hold several events.
fn cases(set: &str, members: &[Member]) -> Vec<Case> {
    let split = by(members, |member| member.event);
    let split = split.into_iter().filter(|event| event.iter().any(|member| member.story != event[0].story));
    let split = split.map(|event| case(format!("{set}: split"), &event, |member| 1.0 - member.cubed.recall));
    let mixed = by(members, |member| member.story);
    let mixed = mixed.into_iter().filter(|story| story.iter().any(|member| member.event != story[0].event));
    let mixed =
        mixed.map(|story| case(format!("{set}: mixed"), &story, |member| 1.0 - member.cubed.precision));
    split.chain(mixed).collect()
}

fn by(members: &[Member], key: impl Fn(&Member) -> usize) -> Vec<Vec<&Member>> {
    let mut groups: BTreeMap<usize, Vec<&Member>> = BTreeMap::new();
    for member in members {
        groups.entry(key(member)).or_default().push(member);
    }
    groups.into_values().collect()
}

fn case(kind: String, members: &[&Member], cost: impl Fn(&Member) -> f64) -> Case {
    let first = members[0];
    let line = |member: &&Member| ("story", format!("{} {}", member.story, member.line));
    Case {
        kind,
        cost: members.iter().map(|member| cost(member)).sum(),
        place: format!("event {}, story {}, {}", first.event, first.story, counted(members.len(), "article")),
        lines: members.iter().take(SHOWN).map(line).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Member, cases, precision, row, sizes};
    use crate::clusters;

    /// Two incidents of two and one articles; the second article is in the story of the other incident.
    fn toy() -> Vec<Member> {
        let (events, stories) = ([0, 0, 1], [0, 1, 1]);
        let cubed = clusters::compare(&events, &stories);
        let articles = events.into_iter().zip(stories).zip(cubed);
        let member = |((event, story), cubed)| Member { event, story, cubed, line: "a mill".to_owned() };
        articles.map(member).collect()
    }

    #[test]
    fn rows_are_means_over_articles() {
        let row = row("toy", "incident", &toy());
        assert_eq!(row.size, "2 incidents, 3 articles");
        assert_eq!((row.precision, row.recall), (Some(2.0 / 3.0), Some(2.0 / 3.0)));
        let alone = precision(row);
        assert_eq!((alone.set.as_str(), alone.value), ("toy, precision", Some(2.0 / 3.0)));
    }

    #[test]
    fn sizes_are_those_of_the_incident() {
        let rows = sizes(&toy()).rows;
        assert_eq!(rows, [["1", "1", "0.500", "1.000", "0.667"], ["2", "2", "0.750", "0.500", "0.600"]]);
    }

    #[test]
    fn split_events_and_mixed_stories_are_errors() {
        let cases = cases("toy", &toy());
        let found: Vec<(&str, f64)> = cases.iter().map(|case| (case.kind.as_str(), case.cost)).collect();
        assert_eq!(found, [("toy: split", 1.0), ("toy: mixed", 1.0)]);
        assert_eq!(cases[1].lines[0].1, "1 a mill");
    }
}
