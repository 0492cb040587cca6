//! The dead and injured that an article tells of.
//!
//! Answers for: how the archive counts, and what is wrong with a toll. How its articles are read is the
//! business of `incidents`.

use std::collections::BTreeMap;

use schema::labels::{self, Vocabulary as _};
use schema::{Quantity, Toll};

use crate::accuracy::{self, Accuracy};
use crate::cases::{Case, excerpt};
use crate::gold::Gold;
use crate::incidents::{Incident, Participant, Telling};
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::report::{counted, number};

pub(crate) const MEASURE: Measure = Measure {
    name: "casualties",
    title: "Casualties",
    definition: "\
The articles of 1,742 incidents of an archive of gun violence, scraped from local news, are given to
`segment::segment` and `annotate::annotate` as a headline and plain text with the day of publication. An
article's toll is right where its number of killed, or of injured, is that of its incident; none told is 0.
The archive counts everyone who took part, those who shot and are suspected too (in 127 incidents a suspect is
among the dead, in 58 among the injured), each once: who died of a wound is killed and not injured. It counts
what became known in the end, and articles tell what was known that day, tell of other incidents beside, or do
not come to the number (a follow-up of the trial of one man); so 1 cannot be reached. Incidents are resampled,
with all their articles. The halves are those of incidents with an even and an odd number. Of the articles no
word, weight or rule of the project is taken.",
    peers: "\
Peers: a plain rule on the same articles (issue 6): the first number next to a word of killing or wounding, else one
where such a word occurs.",
    figure: Figure::Accuracy,
    take,
};

/// What the archive and a toll count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Count {
    Killed,
    Injured,
}

/// The counts with target and peers.
const COUNTS: [(Count, f64, &str); 2] =
    [(Count::Killed, 0.88, "plain rule 0.746"), (Count::Injured, 0.80, "plain rule 0.577")];

/// Characters of an article that are shown.
const EXCERPT: usize = 900;

/// An article's toll beside that of its incident.
#[derive(Debug)]
struct Answer {
    killed: [u32; 2],
    injured: [u32; 2],
    /// What to see where one of them is wrong.
    lines: Vec<(&'static str, String)>,
    place: String,
}

/// An incident whose articles were read.
#[derive(Debug)]
struct Read {
    is_even: bool,
    answers: Vec<Answer>,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let read: Vec<Read> = gold.incidents()?.iter().filter_map(Read::of).collect();
    let mut outcome = Outcome::default();
    for (count, target, peers) in COUNTS {
        let row = |name: &str, read: &[&Read]| row(&format!("{}{name}", count.as_str()), count, read);
        let half = |is_even| read.iter().filter(|read| read.is_even == is_even).collect::<Vec<_>>();
        let all: Vec<&Read> = read.iter().collect();
        outcome.rows.push(Row { target: Some(target), peers, ..row("", &all) });
        outcome.rows.push(row(", even incidents", &half(true)));
        outcome.rows.push(row(", odd incidents", &half(false)));
        outcome.tables.push(sizes(count, &read));
        let answers = read.iter().flat_map(|read| &read.answers);
        outcome.cases.extend(answers.filter_map(|answer| answer.case(count)));
    }
    Ok(outcome)
}

impl Count {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Injured => "injured",
        }
    }
}

impl Read {
    /// The incident with what its articles tell; `None` where the archive has no figures.
    fn of(incident: &Incident) -> Option<Self> {
        let gold = [incident.killed?, incident.injured?];
        let people = people(&incident.participants);
        let answer = |article: &Telling| {
            let Toll { killed, injured } = article.toll;
            let told = [killed, injured].map(Option::unwrap_or_default);
            let is_right = told == gold;
            let lines = if is_right { Vec::new() } else { lines(article, &people) };
            let place = format!("incident {} {}", incident.id, article.id);
            Answer { killed: [gold[0], told[0]], injured: [gold[1], told[1]], lines, place }
        };
        let is_even = incident.id.ends_with(['0', '2', '4', '6', '8']);
        Some(Self { is_even, answers: incident.articles.iter().map(answer).collect() })
    }
}

/// Those whom the archive counts, as text.
fn people(participants: &[Participant]) -> String {
    let told = |text: &Option<String>| text.as_deref().unwrap_or("-").trim().to_lowercase();
    let one = |person: &Participant| {
        format!("{} {} ({})", told(&person.kind), told(&person.status), told(&person.age))
    };
    participants.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn lines(article: &Telling, people: &str) -> Vec<(&'static str, String)> {
    let text = &article.page.article.text;
    let harm = [labels::Measure::Killed, labels::Measure::Injured, labels::Measure::Casualties];
    let counted = article.quantities.iter().filter(|one| one.measure.is_some_and(|one| harm.contains(&one)));
    let counted: Vec<String> = counted.map(|quantity| shown(text, quantity)).collect();
    vec![("gold", people.to_owned()), ("found", counted.join("; ")), ("text", excerpt(text, EXCERPT))]
}

fn shown(text: &str, quantity: &Quantity) -> String {
    let end = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    let (min, max) = (end(quantity.value_min), end(quantity.value_max));
    let measure = quantity.measure.map_or("", labels::Measure::as_str);
    let party = quantity.party.map_or("", labels::Party::as_str);
    format!("[{}] {measure} {min}..{max} {party}", quantity.span.of(text))
}

impl Answer {
    /// The archive's number and the one told.
    const fn of(&self, count: Count) -> [u32; 2] {
        match count {
            Count::Killed => self.killed,
            Count::Injured => self.injured,
        }
    }

    fn is_right(&self, count: Count) -> bool {
        let [gold, told] = self.of(count);
        gold == told
    }

    /// What is wrong with one of its numbers.
    fn case(&self, count: Count) -> Option<Case> {
        let [gold, told] = self.of(count);
        let wrong = match (gold, told) {
            _ if gold == told => return None,
            (0, _) => "invented",
            (_, 0) => "missed",
            _ if told > gold => "too many",
            _ => "too few",
        };
        let numbers = |[gold, told]: [u32; 2]| format!("{told} for {gold}");
        let both = format!("killed {}, injured {}", numbers(self.killed), numbers(self.injured));
        let lines = [vec![("toll", both)], self.lines.clone()].concat();
        Some(Case {
            kind: format!("{} {wrong}", count.as_str()),
            cost: 1.0,
            place: self.place.clone(),
            lines,
        })
    }
}

fn row(set: &str, count: Count, read: &[&Read]) -> Row {
    let of = |read: &&Read| Accuracy::of(read.answers.iter().map(|answer| answer.is_right(count)));
    let units: Vec<Accuracy> = read.iter().map(of).collect();
    let articles: usize = read.iter().map(|read| read.answers.len()).sum();
    let size = format!("{}, {}", counted(read.len(), "incident"), counted(articles, "article"));
    Row { size, ..accuracy::row_of(set, "article", &units) }
}

/// How often a number of the archive is told, less and more than it.
fn sizes(count: Count, read: &[Read]) -> Table {
    const MANY: u32 = 4;
    let mut sizes: BTreeMap<u32, Vec<[u32; 2]>> = BTreeMap::new();
    for answer in read.iter().flat_map(|read| &read.answers) {
        let [gold, told] = answer.of(count);
        sizes.entry(gold.min(MANY)).or_default().push([gold, told]);
    }
    let row = |(size, answers): (u32, Vec<[u32; 2]>)| {
        let share = |is_so: fn(u32, u32) -> bool| {
            number(Accuracy::of(answers.iter().map(|&[gold, told]| is_so(told, gold))).share())
        };
        let name = if size == MANY { format!("{MANY} or more") } else { size.to_string() };
        let shares = [
            share(|told, gold| told == gold),
            share(|told, gold| told < gold),
            share(|told, gold| told > gold),
        ];
        [vec![name, answers.len().to_string()], shares.to_vec()].concat()
    };
    Table {
        title: format!("The number of {}, by that of the archive:", count.as_str()),
        header: ["archive", "articles", "right", "fewer told", "more told"].map(str::to_owned).to_vec(),
        rows: sizes.into_iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Count, Incident, Read, row, sizes};

    fn answer(killed: [u32; 2], injured: [u32; 2]) -> Answer {
        Answer { killed, injured, lines: Vec::new(), place: "toy".to_owned() }
    }

    fn toy() -> [Read; 2] {
        [
            Read { is_even: true, answers: vec![answer([1, 1], [0, 2]), answer([1, 0], [0, 0])] },
            Read { is_even: false, answers: vec![answer([9, 7], [4, 5])] },
        ]
    }

    #[test]
    fn articles_are_pooled_and_incidents_counted() {
        let toy = toy();
        let row = row("killed", Count::Killed, &toy.iter().collect::<Vec<_>>());
        assert_eq!((row.size.as_str(), row.value), ("2 incidents, 3 articles", Some(1.0 / 3.0)));
        let rows = sizes(Count::Killed, &toy).rows;
        assert_eq!(
            rows,
            [["1", "2", "0.500", "0.500", "0.000"], ["4 or more", "1", "0.000", "1.000", "0.000"]]
        );
    }

    #[test]
    fn errors_have_names() {
        let kinds = |count| -> Vec<String> {
            let answers = toy().into_iter().flat_map(|read| read.answers);
            answers.filter_map(|answer| answer.case(count)).map(|case| case.kind).collect()
        };
        assert_eq!(kinds(Count::Killed), ["killed missed", "killed too few"]);
        assert_eq!(kinds(Count::Injured), ["injured invented", "injured too many"]);
    }

    #[test]
    fn incidents_without_figures_do_not_count() {
        let line = r#"{"incident": "12", "killed": 1, "injured": 0, "participants":
            [{"Type": " Victim", "Status": " Killed", "Age": " 30"}],
            "articles": [{"id": "a", "title": "Rain", "published": "2014-05-16", "text": "It rained."}]}"#;
        let of = |line: &str| Read::of(&Incident::of_json(line));
        let read = of(line).unwrap();
        assert!(read.is_even);
        assert_eq!((read.answers[0].killed, read.answers[0].injured), ([1, 0], [0, 0]));
        assert_eq!(read.answers[0].lines[0].1, "victim killed (30)");
        assert!(of(&line.replace("\"killed\": 1", "\"killed\": null")).is_none());
    }
}
