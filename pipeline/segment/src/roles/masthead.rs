//! The name of the site behind a headline: `Tram leaves its rails - WVEL 9 News Velden, News, Weather, Sports`.
//!
//! Answers for: where it starts, told by the outlet's own name, an address, or the sections that sites list there.
//! It comes from a page's title and is no part of what the headline says. Leaves to others: the last words of a
//! headline that no such sign tells from it.

use schema::labels::Role;
use schema::{Article, Span};

use super::Page;

/// What parts a headline from the name of its site.
const SEPARATORS: &[&str] = &[" - ", " – ", " — ", " | ", " :: ", " » ", " • "];

/// The fewest words of a headline.
const SHORTEST_HEADLINE: usize = 3;

/// The fewest letters by which a name is known.
const SHORTEST_NAME: usize = 4;

/// How many letters of its own name a site leaves out there.
const LONGEST_CUT: usize = 3;

/// Labels of hosts that stand between the outlet's own and the country's.
const SECOND_LEVEL: &[&str] = &["ac", "co", "com", "gov", "net", "org"];

/// The sections that sites list in their names; two of them make one.
const SECTIONS: &[&str] =
    &["news", "weather", "sports", "sport", "traffic", "video", "videos", "radar", "headlines"];

/// The headlines of `page` that end with the name of the site, and where that stands.
pub(super) fn find(article: &Article, page: &Page<'_>) -> Vec<(usize, Span)> {
    let outlet = article.metadata.outlet.as_deref();
    let headlines = (0..page.lines.len()).filter(|&at| page.role(at) == Role::Headline);
    let place = |at: usize| {
        let block = article.blocks[at].span;
        let start = block.start() + start(page.lines[at].text, outlet)?;
        Some((at, Span::new(start, block.end()).trimmed(&article.text)))
    };
    headlines.filter_map(place).collect()
}

/// Where the name of the site starts in `headline`, an article of `outlet`, its separator included.
fn start(headline: &str, outlet: Option<&str>) -> Option<usize> {
    let name = outlet.map(own_name).filter(|name| name.chars().count() >= SHORTEST_NAME);
    let mut places: Vec<usize> =
        SEPARATORS.iter().flat_map(|separator| headline.match_indices(separator)).map(|(at, _)| at).collect();
    places.sort_unstable();
    let ends = places.iter().skip(1).copied().chain([headline.len()]);
    let mut parts = places.iter().copied().zip(ends);
    let (at, _) = parts.find(|&(at, end)| names_site(&headline[at..end], name.as_deref()))?;
    let at = headline[..at].trim_end_matches([' ', '-', '–', '—', '|', ':', '»', '•']).len();
    (headline[..at].split_whitespace().count() >= SHORTEST_HEADLINE).then_some(at)
}

/// Whether a part of a title names a site: the one of this name, or any.
fn names_site(part: &str, own: Option<&str>) -> bool {
    let words = || part.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
    let sections = words().filter(|word| SECTIONS.iter().any(|section| word.eq_ignore_ascii_case(section)));
    let squeezed = squeezed(part);
    let is_own = |own: &str| {
        let is_cut = squeezed.len() >= SHORTEST_NAME && squeezed.len() + LONGEST_CUT >= own.len();
        squeezed.contains(own) || is_cut && own.contains(&squeezed)
    };
    own.is_some_and(is_own)
        || sections.count() > 1
        || words().zip(words().skip(1)).any(|(name, ending)| is_address(part, name, ending))
}

/// Whether a name and a word stand together as an address: `Nordlight.com`.
fn is_address(part: &str, name: &str, ending: &str) -> bool {
    let is_ending = ["com", "net", "org", "tv"].contains(&ending.to_ascii_lowercase().as_str());
    is_ending && part.contains(&format!("{name}.{ending}"))
}

/// The letters and digits of the main part of an outlet's host, or of its name.
fn own_name(outlet: &str) -> String {
    if outlet.contains(char::is_whitespace) {
        return squeezed(outlet);
    }
    let host = outlet.split(':').next().unwrap_or(outlet);
    let mut labels = host.rsplit('.').skip(1).skip_while(|label| SECOND_LEVEL.contains(label));
    squeezed(labels.next().unwrap_or(host))
}

/// The letters and digits of `text` in lower case.
fn squeezed(text: &str) -> String {
    text.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::start;

    #[test]
    fn the_site_behind_a_headline_is_found() {
        let cases = [
            ("Tram leaves its rails - WVEL 9 News Velden", Some("www.wvel.com"), Some(21)),
            ("Tram leaves its rails - WVEL 9 - Velden, Est.", Some("wvel9.com:80"), Some(21)),
            ("Tram leaves its rails | Nordlight - Est.", Some("www.nordlight.co.uk"), Some(21)),
            ("Tram leaves its rails | St. Oda Herald", Some("St. Oda Herald"), Some(21)),
            ("Tram leaves its rails | Nordlight Online", Some("Nordlight Online"), Some(21)),
            ("Tram leaves its rails - Nordlight.com", None, Some(21)),
            ("Tram - bus crash in Velden – Valley news, weather", None, Some(26)),
            ("Tram leaves its rails - | WVEL Velden", Some("wvel.com"), Some(21)),
            ("Tram leaves its rails - 2 hurt, 7 safe", Some("wvel.com"), None),
            ("Tram leaves its rails - Velden", Some("veldenherald.com"), None),
            ("Weather news - Velden", Some("velden.example"), None),
        ];
        for (headline, outlet, expected) in cases {
            assert_eq!(start(headline, outlet), expected, "{headline}");
        }
    }
}
