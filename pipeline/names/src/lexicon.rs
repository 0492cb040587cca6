//! Reading the lists of `data/`.
//!
//! Answers for: the rows of a `.tsv` or `.txt` file: a `#` line is a comment, a tab parts columns. What a row means is the
//! business of the module that owns the file.

/// The rows of a file, each with its columns.
pub(crate) fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let entries = file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    entries.map(|line| line.split('\t').map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn comments_are_no_rows() {
        assert_eq!(rows("# about\n\na\t1\nb\t2\n").collect::<Vec<_>>(), [["a", "1"], ["b", "2"]]);
    }
}
