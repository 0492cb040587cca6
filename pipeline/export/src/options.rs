//! What a run writes.
//!
//! Answers for: the options of this stage with their defaults. Where they come from (flags, a file) is the
//! pipeline's work.

use schema::table::Table;
use schema::tables;
use serde::{Deserialize, Serialize};

use crate::Error;

/// The formats that are written where none is named.
const DEFAULT_FORMATS: [Format; 2] = [Format::Parquet, Format::Csv];

/// A format of table files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Apache Parquet with zstd.
    Parquet,
    /// RFC 4180 text.
    Csv,
}

impl Format {
    /// The ending of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Parquet => "parquet",
            Self::Csv => "csv",
        }
    }
}

/// For which reader CSV files are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CsvDialect {
    /// UTF-8 without a byte-order mark.
    #[default]
    Plain,
    /// With the byte-order mark by which Excel knows UTF-8.
    Excel,
}

/// What a run writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The formats of the table files. Default: `parquet` and `csv`.
    pub formats: Vec<Format>,
    /// Which tables: names alone mean these and no others (`rejects` is always written), `+name` adds a table
    /// to the default ones. Default: none, which means every table but those written on request.
    pub tables: Vec<String>,
    /// For which reader CSV files are written. Default: `plain`.
    pub csv_dialect: CsvDialect,
}

impl Default for Options {
    fn default() -> Self {
        Self { formats: DEFAULT_FORMATS.to_vec(), tables: Vec::new(), csv_dialect: CsvDialect::default() }
    }
}

/// The tables that a run writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableChoice {
    names: Vec<&'static str>,
}

impl TableChoice {
    /// Reads the choice from names, with or without `+` before them.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownTable`] where a name is no table's.
    pub fn parse(choice: &[String]) -> Result<Self, Error> {
        let mut added = Vec::new();
        let mut exact = Vec::new();
        for word in choice {
            match word.strip_prefix('+') {
                Some(name) => added.push(known(name)?),
                None => exact.push(known(word)?),
            }
        }
        let is_base = |name: &&'static str| {
            *name == REJECTS
                || if exact.is_empty() { !tables::ON_REQUEST.contains(name) } else { exact.contains(name) }
        };
        let names = tables::ALL.iter().map(|table| table.name);
        Ok(Self { names: names.filter(|name| is_base(name) || added.contains(name)).collect() })
    }

    /// Whether `table` is written.
    pub fn holds(&self, table: &Table) -> bool {
        self.names.contains(&table.name)
    }
}

/// The table that is always written: nothing is lost silently.
const REJECTS: &str = "rejects";

/// The table's own name for `name`.
fn known(name: &str) -> Result<&'static str, Error> {
    let names = || tables::ALL.iter().map(|table| table.name);
    names().find(|known| *known == name).ok_or_else(|| Error::UnknownTable {
        name: name.to_owned(),
        known: names().map(|known| format!("`{known}`")).collect::<Vec<_>>().join(", "),
    })
}

#[cfg(test)]
mod tests {
    use super::TableChoice;

    fn names(choice: &[&str]) -> Vec<&'static str> {
        let words: Vec<String> = choice.iter().map(ToString::to_string).collect();
        TableChoice::parse(&words).unwrap().names
    }

    #[test]
    fn a_plus_adds_and_a_plain_name_selects() {
        assert!(!names(&[]).contains(&"tokens"));
        assert!(names(&["+tokens"]).contains(&"tokens") && names(&["+tokens"]).contains(&"sentences"));
        assert_eq!(names(&["sentences"]), ["sentences", "rejects"]);
        assert_eq!(names(&["sentences", "+tokens"]), ["sentences", "tokens", "rejects"]);
    }

    #[test]
    fn an_unknown_table_is_an_error_that_lists_the_known_ones() {
        let error = TableChoice::parse(&["sentence".to_owned()]).unwrap_err().to_string();
        assert!(error.contains("`sentence`") && error.contains("`sentences`"), "{error}");
    }
}
