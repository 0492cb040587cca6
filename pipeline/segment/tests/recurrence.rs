//! Which lines recur over the articles of an outlet, and what becomes of them.

use schema::Article;
use schema::labels::Role;
use segment::{Fingerprint, Recurring, Sieve};

/// Titles and texts of unrelated reports.
const STORIES: [(&str, &str); 8] = [
    (
        "Bridge falls into the Rivna",
        "A railway bridge over the Rivna collapsed at noon while repairs went on.",
    ),
    (
        "Goats take every prize",
        "Twelve goats were shown at the autumn market, where three won silver medals.",
    ),
    (
        "Snow closes northern pass",
        "Heavy snowfall blocked the northern pass again, and lorries waited overnight.",
    ),
    (
        "Choir sings for the mayor",
        "The children's choir performed before councillors in the old granary theatre.",
    ),
    (
        "Bakers raise price of bread",
        "Flour has become dearer since spring, so bakeries charge forty cents extra.",
    ),
    (
        "Ferry timetable changes",
        "From November the island ferries depart hourly instead of twice each morning.",
    ),
    (
        "School opens new library",
        "Pupils carried nine thousand volumes across the courtyard into bright rooms.",
    ),
    (
        "Museum finds lost painting",
        "Curators discovered the missing portrait behind panels during renovation work.",
    ),
];

/// An article of the Tarnholt Herald.
fn article(title: &str, lines: &[&str]) -> Article {
    let mut article = Article::of_lines(&lines.join("\n\n"));
    article.metadata.outlet = Some("Tarnholt Herald".to_owned());
    article.metadata.headline = Some(title.to_owned());
    article
}

/// The first `count` stories, each with `lines` behind it.
fn stories(count: usize, lines: &[&str]) -> Vec<Article> {
    let with_lines = |&(title, text): &(&str, &str)| article(title, &[&[text], lines].concat());
    STORIES[..count].iter().map(with_lines).collect()
}

fn recurring<'a>(articles: impl Iterator<Item = &'a Article> + Clone) -> Recurring {
    let mut sieve = Sieve::default();
    articles.clone().filter_map(Fingerprint::of).for_each(|article| sieve.add(&article));
    let mut census = sieve.census();
    articles.filter_map(Fingerprint::of).for_each(|article| census.add(&article));
    census.recurring()
}

/// The role of the sentence `text` in the first of `articles`, what recurs in all of them being known.
fn role(articles: &[Article], text: &str) -> Role {
    let sentences = segment::segment_among(&articles[0], &recurring(articles.iter()));
    let found = sentences.iter().find(|sentence| sentence.span.of(&articles[0].text) == text);
    found.expect("the article holds the sentence").role
}

#[test]
fn a_line_of_three_stories_is_boilerplate() {
    let desk = "Night desk, third floor";
    assert_eq!(role(&stories(3, &[desk]), desk), Role::Boilerplate);
    assert_ne!(role(&stories(2, &[desk]), desk), Role::Boilerplate);
    assert_eq!(role(&stories(3, &[desk]), STORIES[0].1), Role::Body);
}

#[test]
fn white_space_case_and_quotation_marks_make_no_other_line() {
    let mut articles = stories(1, &["From “The Night”  Desk"]);
    articles.push(article(STORIES[1].0, &[STORIES[1].1, "From \"the night\" desk"]));
    articles.push(article(STORIES[2].0, &[STORIES[2].1, "FROM \"THE NIGHT\" DESK"]));
    assert_eq!(role(&articles, "From “The Night”  Desk"), Role::Boilerplate);
}

#[test]
fn copies_and_updates_of_an_article_do_not_make_its_lines_recur() {
    let desk = "Night desk, third floor";
    let copies = vec![stories(1, &[desk]).remove(0); 6];
    assert_ne!(role(&copies, desk), Role::Boilerplate);
    let updates = ["Two workers were hurt.", "Trains were stopped.", "The mayor spoke.", "Divers search."];
    let (title, text) = STORIES[0];
    let updates: Vec<_> = updates.iter().map(|update| article(title, &[text, update, desk])).collect();
    assert_ne!(role(&updates, desk), Role::Boilerplate);
}

#[test]
fn a_text_under_unrelated_titles_is_what_the_page_says_in_its_place() {
    let notice = "The archive opens on working days and closes before every public holiday.";
    let under = |title: &str| article(title, &[notice, "Return"]);
    let unrelated: Vec<_> = STORIES[..6].iter().map(|&(title, _)| under(title)).collect();
    assert_eq!(role(&unrelated, notice), Role::Boilerplate);
    assert_eq!(role(&unrelated, "Return"), Role::Boilerplate);
    let one: Vec<_> = ["", " (update)", " (correction)", " (again)", " (evening)", " (photos)"]
        .iter()
        .map(|more| under(&format!("Bridge falls into the Rivna{more}")))
        .collect();
    assert_eq!(role(&one, notice), Role::Body);
}

#[test]
fn outlets_are_counted_apart_and_unknown_ones_not_at_all() {
    let desk = "Night desk, third floor";
    let mut articles = stories(3, &[desk]);
    articles[2].metadata.outlet = Some("Port Varn Mail".to_owned());
    assert_ne!(role(&articles, desk), Role::Boilerplate);
    let mut articles = stories(8, &[desk]);
    for article in &mut articles {
        article.metadata.outlet = None;
    }
    assert_ne!(role(&articles, desk), Role::Boilerplate);
    assert!(articles.iter().all(|article| Fingerprint::of(article).is_none()));
}

#[test]
fn a_sentence_that_coincides_stays_body_but_one_that_addresses_the_reader_does_not() {
    let mut articles = stories(4, &["Nobody was hurt.", "Our map shows you the way."]);
    articles.extend(STORIES[4..].iter().map(|(title, text)| article(title, &[text])));
    articles
        .push(article("Storm ahead", &["Meteorologists expect violent gusts along the eastern coastline."]));
    assert_eq!(role(&articles, "Nobody was hurt."), Role::Body);
    assert_eq!(role(&articles, "Our map shows you the way."), Role::Boilerplate);
    let everywhere = "Lamps are lit at dusk.";
    assert_eq!(role(&stories(8, &[everywhere]), everywhere), Role::Boilerplate);
}

#[test]
fn a_line_that_heads_prose_stays() {
    let heading = "Elsewhere in the valley";
    let behind = "Farmers brought in the last of the barley before the weather turned on Sunday.";
    let mut articles: Vec<_> =
        STORIES[..3].iter().map(|(title, text)| article(title, &[text, heading, text, text])).collect();
    articles[0] = article(STORIES[0].0, &[STORIES[0].1, heading, behind]);
    articles.extend(STORIES[3..].iter().map(|(title, text)| article(title, &[text])));
    assert_eq!(role(&articles, heading), Role::Subheading);
}

#[test]
fn the_background_of_a_running_story_stays_body() {
    let background = "Dravinsky was wounded in the Salt Museum on 18 October.";
    let about = |text: &str| format!("{text} Dravinsky left the museum with salt in October, 18 days later.");
    let texts: Vec<String> = STORIES.iter().map(|(_, text)| about(text)).collect();
    let articles: Vec<_> =
        STORIES.iter().zip(&texts).map(|((title, _), text)| article(title, &[text, background])).collect();
    assert_eq!(role(&articles, background), Role::Body);
}

#[test]
fn a_line_of_few_among_many_articles_does_not_recur() {
    let desk = "Night desk, third floor";
    let mut articles = stories(3, &[desk]);
    for nth in 0..60 {
        let words: Vec<_> = (0..12).map(|word| format!("word{nth}x{word}")).collect();
        articles.push(article(&words[0], &[&format!("{}.", words.join(" "))]));
    }
    assert_ne!(role(&articles, desk), Role::Boilerplate);
    assert_eq!(role(&articles[..20], desk), Role::Boilerplate);
}

#[test]
fn the_order_and_the_number_of_copies_are_not_seen() {
    let articles = stories(8, &["Night desk, third floor", "Lamps are lit at dusk."]);
    let forward = recurring(articles.iter());
    assert_ne!(forward, Recurring::none());
    assert_eq!(forward, recurring(articles.iter().rev()));
    assert_eq!(forward, recurring(articles.iter().chain(&articles[2..5])));
}
