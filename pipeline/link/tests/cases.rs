//! Cases that a person can read: documents, and what links them.
//!
//! Answers for: reading `tests/cases/*.txt`. Cases are parted by `===`; the first line says what one shows, then come
//! documents, each behind a line with its outlet and day, and behind `---` what is expected. A line of a document is a
//! sentence. A word with a capital is a name, one of four letters or more a noun; `@2016-12-19` is a day; what stands
//! between straight quotation marks is a quotation. A case that is not of this form fails.

use schema::labels::{
    AbsentSource, Factuality, Granularity, Layout, MomentPrecision, QuoteType, Role, TimeResolution,
    TimeType, Upos, Vocabulary as _,
};
use schema::{
    Annotations, Article, Attribution, Block, Date, Document, DocumentId, LanguageTag, Links, Moment,
    Sentence, Span, TimeExpression, Timestamp, Token,
};

const MICROS_PER_DAY: i64 = 24 * 60 * 60 * 1_000_000;

#[test]
fn stories_are_told_apart() {
    check(include_str!("cases/stories.txt"), |links| {
        let places = |places: &[usize]| places.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
        links.stories.iter().map(|story| places(&story.documents)).collect()
    });
}

#[test]
fn reused_sentences_are_found() {
    check(include_str!("cases/reuse.txt"), |links| {
        let clusters = links.reuse.iter().enumerate();
        let line = |(place, cluster): (usize, &schema::ReuseCluster)| {
            let dated = if cluster.is_origin_dated { "dated" } else { "undated" };
            let head =
                format!("{} outlets, {} origins, {dated}", cluster.outlets, cluster.independent_origins);
            format!("{head}: {}", members(links, place).join(" | "))
        };
        clusters.map(line).collect()
    });
}

/// The sentences of the cluster at `place`, the origin first.
fn members(links: &Links, place: usize) -> Vec<String> {
    let origin = links.reuse[place].origin;
    let documents = links.documents.iter().enumerate();
    let all =
        documents.flat_map(|(document, own)| own.sentences.iter().map(move |reused| (document, reused)));
    let mut found: Vec<_> = all.filter(|(_, reused)| reused.cluster == place).collect();
    found.sort_by_key(|(document, reused)| {
        ((*document, reused.sentence) != (origin.document, origin.sentence), *document)
    });
    let line = |(document, reused): (usize, &schema::ReusedSentence)| {
        let difference =
            reused.difference.map_or(String::new(), |difference| format!(" {}", difference.as_str()));
        let kind = reused.kind.as_str();
        format!("{document}.{} {kind}{difference} {:.2}", reused.sentence, reused.similarity)
    };
    found.into_iter().map(line).collect()
}

/// Fails where what `lines` says of the links of a case is not what the case expects.
fn check(cases: &str, lines: impl Fn(&Links) -> Vec<String>) {
    for case in cases.split("===\n") {
        let (given, expected) = case.split_once("---\n").expect("a case has `---`");
        let mut given = given.lines();
        let title = given.next().expect("a case says what it shows");
        let digests: Vec<link::Digest> = documents(given).iter().map(link::Digest::of).collect();
        let found = lines(&link::link(&digests));
        let expected: Vec<&str> = expected.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(found, expected, "{title}");
    }
}

fn documents<'l>(lines: impl Iterator<Item = &'l str>) -> Vec<Document> {
    let mut documents: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in lines {
        match line.strip_prefix('[') {
            Some(head) => documents.push((head.strip_suffix(']').expect("a head ends with `]`"), Vec::new())),
            None => documents.last_mut().expect("a document starts with a head").1.push(line),
        }
    }
    let documents = documents.into_iter().enumerate();
    documents.map(|(place, (head, lines))| document(place, head, &lines)).collect()
}

fn document(place: usize, head: &str, lines: &[&str]) -> Document {
    let (outlet, day) = head.split_once(' ').map_or((head, None), |(outlet, day)| (outlet, Some(day)));
    let mut article = Article::bare(lines.join("\n"), Vec::new());
    article.id = DocumentId::new([u8::try_from(place).expect("a case is small"); 16]);
    article.metadata.outlet = Some(outlet.to_owned());
    let published = day.map(|day| Timestamp { micros: i64::from(days(day)) * MICROS_PER_DAY });
    article.metadata.published = published.map(|at| Moment { at, precision: MomentPrecision::Day });
    let mut made = Document {
        article,
        language: LanguageTag::new("en"),
        sentences: Vec::new(),
        annotations: Annotations::default(),
    };
    let mut start = 0;
    for line in lines {
        made.add(Span::new(start, start + line.len()));
        start += line.len() + 1;
    }
    made
}

/// The days from 1970-01-01 to an ISO 8601 day.
fn days(day: &str) -> i32 {
    let [year, month, day] =
        [0..4, 5..7, 8..10].map(|part| day[part].parse::<i32>().expect("a day is made of numbers"));
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1 - 719_468
}

/// A document in the making.
trait Draft {
    fn add(&mut self, span: Span);
    fn words(&mut self, span: Span);
    fn quotation(&mut self, span: Span);
}

impl Draft for Document {
    /// Adds the sentence at `span` with what is marked in it.
    fn add(&mut self, span: Span) {
        let block = self.sentences.len();
        self.article.blocks.push(Block { span, layout: Layout::Paragraph });
        let language = LanguageTag::new("en");
        self.sentences.push(Sentence { span, block, role: Role::Body, language, language_confidence: 1.0 });
        self.words(span);
        self.quotation(span);
    }

    fn words(&mut self, span: Span) {
        let (text, sentence) = (self.article.text.clone(), self.sentences.len() - 1);
        for word in span.of(&text).split_whitespace() {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            if let Some(day) = word.strip_prefix('@') {
                let day = Date { days: days(day) };
                self.annotations.times.push(time(Span::new(start, start + word.len()), sentence, day));
            }
            let bare = word.trim_matches(|ch: char| !ch.is_alphanumeric());
            if bare.is_empty() {
                continue;
            }
            let start = bare.as_ptr() as usize - text.as_ptr() as usize;
            let upos = if bare.starts_with(char::is_uppercase) { Upos::Propn } else { Upos::Noun };
            let upos = if bare.len() < 4 && upos == Upos::Noun { Upos::Adp } else { upos };
            let token =
                Token { upos: Some(upos), ..Token::unread(Span::new(start, start + bare.len()), sentence) };
            self.annotations.tokens.push(token);
        }
    }

    fn quotation(&mut self, span: Span) {
        let Some((before, behind)) = span.of(&self.article.text).split_once('"') else { return };
        let Some((said, _)) = behind.split_once('"') else { return };
        let start = span.start() + before.len() + 1;
        self.annotations.attributions.push(Attribution {
            quote_type: QuoteType::Direct,
            sentence: self.sentences.len() - 1,
            source: Err(AbsentSource::NotFound),
            cue: None,
            contents: vec![Span::new(start, start + said.len())],
            is_closed: true,
            parent: None,
            factuality: Factuality::Unknown,
        });
    }
}

fn time(span: Span, sentence: usize, day: Date) -> TimeExpression {
    TimeExpression {
        span,
        sentence,
        kind: TimeType::Date,
        value: String::new(),
        modifier: None,
        days: Some((day, day)),
        granularity: Granularity::Day,
        resolution: TimeResolution::Explicit,
        anchor: None,
    }
}
