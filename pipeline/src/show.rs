//! The command `show`: one annotated article in the terminal.
//!
//! Answers for: its form. Colours are for terminals; what they show stands in words below each sentence, so
//! nothing is lost in a pipe.

use std::io::Write;

use anstyle::{AnsiColor, Style};
use schema::labels::{Assertion, Factuality, Role, Vocabulary as _};
use schema::{
    Article, Attribution, Document, Event, Evidence, Mention, Participant, Quantity, Sentence, Source, Span,
    Statement, TimeExpression,
};
use segment::Recurring;

use crate::args::{ShowArgs, ShowFormat};
use crate::config::Config;
use crate::document;
use crate::exit::{Exit, Usage};

const SOURCE: Style = AnsiColor::Cyan.on_default().bold();
const CUE: Style = AnsiColor::Yellow.on_default();
const CONTENT: Style = AnsiColor::Green.on_default();
const EVIDENCE: Style = AnsiColor::Red.on_default();
const TIME: Style = AnsiColor::Magenta.on_default();
const QUANTITY: Style = AnsiColor::Blue.on_default().bold();
const NAME: Style = Style::new().underline();
const MARGIN: Style = Style::new().dimmed();
const ASIDE: Style = Style::new().dimmed();

/// Shows the article that `args` name.
pub(crate) fn command(args: &ShowArgs) -> anyhow::Result<Exit> {
    let config = Config::load(args.config.as_deref())?;
    let plan = ingest::plan(std::slice::from_ref(&args.file), &config.ingest)?;
    let mut sources = ingest::read(&plan, &config.ingest);
    let Some(source) = sources.nth(args.document) else {
        let message = format!("`{}` holds no article {}; they count from 0", args.file, args.document);
        return Err(Usage(message).into());
    };
    let annotate = |article| document::from_article(article, &Recurring::none());
    match source.and_then(|source| ingest::parse(&source, &config.ingest)).map(annotate) {
        Ok(document) if args.format == ShowFormat::Conllu => {
            export::conllu::write(&document, &mut std::io::stdout().lock())?;
        }
        Ok(document) => Page::new(&document).print(&mut anstream::stdout().lock())?,
        Err(rejection) => {
            let reason = rejection.reason.as_str();
            anyhow::bail!("`{}` was rejected as `{reason}`: {}", args.file, rejection.detail);
        }
    }
    Ok(Exit::Done)
}

/// An annotated article on its way to the terminal.
struct Page<'d> {
    document: &'d Document,
    /// The coloured spans, outer ones before the ones inside them.
    paint: Vec<(Span, Style)>,
}

impl<'d> Page<'d> {
    fn new(document: &'d Document) -> Self {
        let annotations = &document.annotations;
        let mut paint: Vec<(Span, Style)> =
            annotations.mentions.iter().map(|mention| (mention.span, NAME)).collect();
        for attribution in &annotations.attributions {
            paint.extend(attribution.contents.iter().map(|span| (*span, CONTENT)));
            paint.extend(attribution.source.ok().map(|source| (source.span, SOURCE)));
            paint.extend(attribution.cue.as_ref().map(|cue| (cue.span, CUE)));
        }
        paint.extend(annotations.evidence.iter().map(|evidence| (evidence.span, EVIDENCE)));
        paint.extend(annotations.times.iter().map(|time| (time.span, TIME)));
        paint.extend(annotations.quantities.iter().map(|quantity| (quantity.span, QUANTITY)));
        paint.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
        Self { document, paint }
    }

    fn print(&self, out: &mut impl Write) -> std::io::Result<()> {
        self.print_head(&self.document.article, out)?;
        let mut block = None;
        for (index, sentence) in self.document.sentences.iter().enumerate() {
            if block.replace(sentence.block) != Some(sentence.block) {
                writeln!(out)?;
            }
            self.print_sentence(index, sentence, out)?;
        }
        Ok(())
    }

    fn print_head(&self, article: &Article, out: &mut impl Write) -> std::io::Result<()> {
        let metadata = &article.metadata;
        let published =
            metadata.published.and_then(|moment| jiff::Timestamp::from_microsecond(moment.at.micros).ok());
        let record = article.locator.record.map(|record| format!(", record {record}")).unwrap_or_default();
        let facts = [
            (
                "source",
                Some(format!(
                    "{}{record} ({}, {})",
                    article.locator.path,
                    article.format.as_str(),
                    article.encoding
                )),
            ),
            ("document", Some(article.id.to_string())),
            ("language", Some(self.document.language.as_str().to_owned())),
            ("headline", metadata.headline.clone()),
            ("byline", metadata.byline.clone()),
            ("outlet", metadata.outlet.clone()),
            ("published", published.map(|at| at.to_string())),
            ("url", metadata.url.clone()),
        ];
        for (name, value) in facts {
            if let Some(value) = value {
                writeln!(out, "{}{name:>9}{} {value}", MARGIN.render(), MARGIN.render_reset())?;
            }
        }
        Ok(())
    }

    fn print_sentence(&self, index: usize, sentence: &Sentence, out: &mut impl Write) -> std::io::Result<()> {
        let (margin, reset) = (MARGIN.render(), MARGIN.render_reset());
        let (role, language) = (sentence.role.as_str(), sentence.language.as_str());
        write!(out, "{margin}{index:>4} {role:<11} {language:<3}{reset} ")?;
        self.print_text(sentence, out)?;
        let annotations = &self.document.annotations;
        self.print_statement(annotations.statements[index], out)?;
        for mention in annotations.mentions.iter().filter(|found| found.sentence == index) {
            self.print_name(mention, out)?;
        }
        for attribution in annotations.attributions.iter().filter(|found| found.sentence == index) {
            self.print_attribution(attribution, out)?;
        }
        for evidence in annotations.evidence.iter().filter(|found| found.sentence == index) {
            self.print_evidence(evidence, out)?;
        }
        for time in annotations.times.iter().filter(|found| found.sentence == index) {
            self.print_time(time, out)?;
        }
        for quantity in annotations.quantities.iter().filter(|found| found.sentence == index) {
            self.print_quantity(quantity, out)?;
        }
        for event in annotations.events.iter().filter(|found| found.sentence == index && found.kind.is_some())
        {
            self.print_event(event, out)?;
        }
        Ok(())
    }

    /// The sentence's text, each stretch in the style of the innermost span over it.
    fn print_text(&self, sentence: &Sentence, out: &mut impl Write) -> std::io::Result<()> {
        let text = &self.document.article.text;
        let ground = if sentence.role == Role::Body { Style::new() } else { ASIDE };
        let over: Vec<&(Span, Style)> =
            self.paint.iter().filter(|(span, _)| span.overlaps(sentence.span)).collect();
        let mut cuts = vec![sentence.span.start(), sentence.span.end()];
        cuts.extend(over.iter().flat_map(|(span, _)| [span.start(), span.end()]));
        cuts.retain(|&cut| cut >= sentence.span.start() && cut <= sentence.span.end());
        cuts.sort_unstable();
        cuts.dedup();
        for cut in cuts.windows(2) {
            let stretch = Span::new(cut[0], cut[1]);
            let innermost = over.iter().rev().find(|(span, _)| span.contains(stretch));
            let style = innermost.map_or(ground, |(_, style)| *style);
            write!(out, "{}{}{}", style.render(), stretch.of(text), style.render_reset())?;
        }
        writeln!(out)
    }

    /// Who asserts the sentence, where that is not the author with certainty.
    fn print_statement(&self, statement: Statement, out: &mut impl Write) -> std::io::Result<()> {
        let Statement { assertion, attribution, factuality, hedge, is_question } = statement;
        let is_plain = matches!(factuality, Factuality::Certain | Factuality::Unknown) && hedge.is_none();
        if assertion == Assertion::Author && is_plain {
            return Ok(());
        }
        let source = attribution.map(|at| self.document.annotations.attributions[at].source);
        let by = source.map_or(String::new(), |source| format!(" by {}", self.source(source.ok())));
        let hedge = hedge.map_or("", |class| class.as_str());
        let question = if is_question { "question" } else { "" };
        let rest =
            [hedge, question].into_iter().filter(|word| !word.is_empty()).map(|word| format!(", {word}"));
        let (assertion, factuality, rest) =
            (assertion.as_str(), factuality.as_str(), rest.collect::<String>());
        writeln!(out, "{INDENT}asserted{by}: {assertion}, {factuality}{rest}")
    }

    fn print_name(&self, mention: &Mention, out: &mut impl Write) -> std::io::Result<()> {
        let words = mention.span.of(&self.document.article.text);
        let name = self.name(mention.entity);
        let full = if name == words { String::new() } else { format!(" = {name}") };
        let (kind, confidence) = (mention.kind.as_str(), mention.confidence);
        writeln!(
            out,
            "{INDENT}{kind}: {}{words}{}{full} ({confidence:.2})",
            NAME.render(),
            NAME.render_reset()
        )
    }

    fn name(&self, entity: usize) -> &str {
        self.document.annotations.entities[entity].name.of(&self.document.article.text)
    }

    /// The words of a source and whom they stand for.
    fn source(&self, source: Option<Source>) -> String {
        let Some(source) = source else { return "nobody".to_owned() };
        let words = source.span.of(&self.document.article.text);
        let who = match source.entity {
            Ok(entity) if self.name(entity) == words => String::new(),
            Ok(entity) => format!(" = {}", self.name(entity)),
            Err(why) => format!(" = {}", why.as_str()),
        };
        format!("{}{words}{}{who} [{}]", SOURCE.render(), SOURCE.render_reset(), source.role.as_str())
    }

    fn print_attribution(&self, attribution: &Attribution, out: &mut impl Write) -> std::io::Result<()> {
        let text = &self.document.article.text;
        let source = match attribution.source {
            Ok(source) => self.source(Some(source)),
            Err(absent) => format!("nobody ({})", absent.as_str()),
        };
        let cue = attribution.cue.as_ref().map_or("no cue".to_owned(), |cue| {
            let (class, stance) = (cue.class.as_str(), cue.stance.as_str());
            let words = cue.span.of(text);
            format!("{}{words}{} ({}, {class}, {stance})", CUE.render(), CUE.render_reset(), cue.lemma)
        });
        let content =
            |span: &Span| format!("{}{}{}", CONTENT.render(), span.of(text), CONTENT.render_reset());
        let contents: Vec<String> = attribution.contents.iter().map(content).collect();
        let open = if attribution.is_closed { "" } else { " (left open)" };
        let nested = if attribution.parent.is_some() { "nested " } else { "" };
        let (kind, factuality) = (attribution.quote_type.as_str(), attribution.factuality.as_str());
        let contents = contents.join(" ... ");
        writeln!(out, "{INDENT}{nested}{kind}: {source} | {cue} | {contents}{open} {factuality}")
    }

    fn print_evidence(&self, evidence: &Evidence, out: &mut impl Write) -> std::io::Result<()> {
        let text = &self.document.article.text;
        let words = evidence.span.of(text);
        let scope = evidence.scope.map_or(String::new(), |scope| format!(" of {}", scope.of(text)));
        let class = evidence.class.as_str();
        writeln!(out, "{INDENT}{class}: {}{words}{}{scope}", EVIDENCE.render(), EVIDENCE.render_reset())
    }

    fn print_time(&self, time: &TimeExpression, out: &mut impl Write) -> std::io::Result<()> {
        let modifier = time.modifier.map_or(String::new(), |modifier| format!(" {}", modifier.as_str()));
        let (kind, resolution) = (time.kind.as_str(), time.resolution.as_str());
        let words = time.span.of(&self.document.article.text);
        let (style, reset) = (TIME.render(), TIME.render_reset());
        writeln!(out, "{INDENT}{kind}{modifier}: {style}{words}{reset} = {} ({resolution})", time.value)
    }

    fn print_quantity(&self, quantity: &Quantity, out: &mut impl Write) -> std::io::Result<()> {
        let words = quantity.span.of(&self.document.article.text);
        let (style, reset) = (QUANTITY.render(), QUANTITY.render_reset());
        let bound = |value: Option<f64>| value.map_or("..".to_owned(), |value| value.to_string());
        let value = match (quantity.value_min, quantity.value_max) {
            (min, max) if min == max => bound(min),
            (min, max) => format!("{} to {}", bound(min), bound(max)),
        };
        let modifier = quantity.modifier.map_or(String::new(), |modifier| format!(" {}", modifier.as_str()));
        let unit = quantity.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
        let kind = quantity.kind.as_str();
        let measure = quantity.measure.map_or(String::new(), |measure| format!(" {}", measure.as_str()));
        let party = quantity.party.map_or(String::new(), |party| format!(", {}", party.as_str()));
        writeln!(out, "{INDENT}{kind}{modifier}: {style}{words}{reset} = {value}{unit}{measure}{party}")
    }

    /// An event of a type that PLOVER has: who, what, to whom.
    fn print_event(&self, event: &Event, out: &mut impl Write) -> std::io::Result<()> {
        let text = &self.document.article.text;
        let who = |of: Option<Participant>| of.map_or("-", |participant| participant.span.of(text));
        let kind = event.kind.map_or("-", |kind| kind.as_str());
        let mode = event.mode.map_or(String::new(), |mode| format!(" {}", mode.as_str()));
        let (actor, recipient, status) = (who(event.actor), who(event.recipient), event.status.as_str());
        let trigger = event.trigger.of(text);
        writeln!(out, "{INDENT}{kind}{mode}: {actor} | {trigger} ({}) | {recipient} ({status})", event.lemma)
    }
}

/// The margin of what stands below a sentence.
const INDENT: &str = "                       ";
