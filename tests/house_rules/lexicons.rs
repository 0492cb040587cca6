//! The form of the lexicons: `.txt` and `.tsv` files in a folder `data`.
//!
//! Answers for: a header that says what the file is and where it comes from, and entries in byte order, each once.
//! What the entries mean is left to the crates that read them.

use super::repository::ending;

/// What a header must name, each followed by a colon or in a sentence.
const HEADER: &[&str] = &["Format", "Source", "Licence"];

/// Whether the file at `path` is a lexicon.
pub(super) fn is_lexicon(path: &str) -> bool {
    let in_data =
        path.rsplit_once('/').is_some_and(|(folder, _)| folder.split('/').any(|part| part == "data"));
    in_data && matches!(ending(path), Some("txt" | "tsv"))
}

/// What is wrong with the lexicon `text` at `path`.
pub(super) fn offenders(path: &str, text: &str) -> Vec<String> {
    let is_header = |line: &&str| line.starts_with('#') || line.is_empty();
    let header: Vec<&str> = text.lines().take_while(is_header).collect();
    let mut found = missing_in_header(path, &header.join("\n"));
    let entries: Vec<(usize, &str)> = text.lines().enumerate().skip(header.len()).collect();
    if entries.is_empty() {
        found.push(format!("{path}: holds no entry"));
    }
    found.extend(entries.windows(2).filter_map(|pair| misplaced(path, pair[0].1, pair[1])));
    found
}

fn missing_in_header(path: &str, header: &str) -> Vec<String> {
    let header = header.to_lowercase();
    let missing = HEADER.iter().filter(|word| !header.contains(&word.to_lowercase()));
    missing.map(|word| format!("{path}: its `#` header does not say: {word}")).collect()
}

fn misplaced(path: &str, before: &str, (line, entry): (usize, &str)) -> Option<String> {
    let line = line + 1;
    if before == entry {
        return Some(format!("{path}:{line}: `{entry}` stands there twice"));
    }
    (before > entry).then(|| format!("{path}:{line}: `{entry}` belongs before `{before}` (byte order)"))
}

#[cfg(test)]
mod tests {
    use super::{is_lexicon, offenders};

    const HEADER: &str =
        "# Words.\n# Format: one a line. Source: written for this project.\n# Licence: MIT.\n";

    #[test]
    fn a_good_lexicon_passes() {
        assert_eq!(offenders("a", &format!("{HEADER}Zeta\nalpha\nalpha beta\n")), Vec::<String>::new());
    }

    #[test]
    fn each_fault_is_named() {
        assert_eq!(
            offenders("a", "# Format: x. Licence: y.\nb\n"),
            ["a: its `#` header does not say: Source"]
        );
        assert_eq!(offenders("a", &format!("{HEADER}b\na\n")), ["a:5: `a` belongs before `b` (byte order)"]);
        assert_eq!(offenders("a", &format!("{HEADER}b\nb\n")), ["a:5: `b` stands there twice"]);
        assert_eq!(offenders("a", HEADER), ["a: holds no entry"]);
    }

    #[test]
    fn only_lists_in_data_folders_are_lexicons() {
        assert!(is_lexicon("pipeline/segment/data/titles.txt"));
        assert!(is_lexicon("pipeline/segment/data/en/units.tsv"));
        assert!(!is_lexicon("corpus/courier/a.txt"));
        assert!(!is_lexicon("pipeline/segment/data/model.bin"));
    }
}
