//! The data card, `README.md`.
//!
//! Answers for: what the dataset holds, how its columns are to be read and how it is loaded, in the form that
//! the Hugging Face Hub reads. It states figures of the data alone, so the same data give the same card.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use schema::labels::Vocabulary;
use schema::tables;
use schema::{LanguageTag, table::Table};

use crate::table_file::WrittenTable;
use crate::{Error, Tally, VERSION, codebook};

/// The card's file name.
pub(crate) const FILE: &str = "README.md";

/// What holds for every table.
const CONVENTIONS: &str = "\
## Conventions

- Spans are half-open and come twice: `start_char`/`end_char` count Unicode code points of the document's text
  (what Python slices), `start_byte`/`end_byte` its UTF-8 bytes (what Rust slices). A sentence's `text` is that
  slice, character by character.
- `source_start_byte`/`source_end_byte` point into the source file after decompression; they are null where the
  extraction cannot prove the place.
- A missing value says that nothing was found or stated; it is never a guess.
- Names, parts of speech, lemmas and trees are what a model reads in English sentences, and are wrong at times;
  sentences in other languages have none. `confidence` says how sure a name is. Who says what, whom a source stands
  for and how certain a statement is are found by rules over those trees.
- `factuality` is relative to someone: in `sentences` to the author, in `attributions` to the source. `CT`, `PR` and
  `PS` mean certain, probable and possible, `+` and `-` that it is or is not so; `Uu` that it is not told.
- Stories, reuse, entities and claims are found over all documents of one run; another run may find others. An
  `entity_id` stands for one thing in all of them.
- In CSV files every text is quoted and a missing value is an unquoted empty field. A line break inside a text
  stands as `\\n` (or `\\r`), a backslash as `\\\\`, and a text that a spreadsheet could run as a formula (it starts
  with `=`, `+`, `-`, `@`, a tab or an apostrophe) has an apostrophe before it.
- Rows stand in the order of the documents (by source path and record) and of their text.
";

/// How the files are loaded.
const LOADING: &str = "\
## Loading

```sql
-- DuckDB
SELECT role, count(*) FROM 'sentences.parquet' GROUP BY role ORDER BY 2 DESC;
```

```python
import polars, pandas
sentences = polars.read_parquet(\"sentences.parquet\")
documents = pandas.read_parquet(\"documents.parquet\")
```
";

/// Writes the card into `folder`.
pub(crate) fn write(folder: &Path, tally: &Tally, written: &[WrittenTable]) -> Result<(), Error> {
    let path = folder.join(FILE);
    fs::write(&path, card(tally, written)).map_err(Error::write(&path))
}

/// The card.
fn card(tally: &Tally, written: &[WrittenTable]) -> String {
    let mut page = header(tally, written);
    page.push_str("# News articles as a sentence-level dataset\n\n");
    let _ = writeln!(page, "Made by Copydesk {VERSION}. {}\n", accounting(tally));
    page.push_str("## Tables\n\n| table | a row is | rows |\n|---|---|---:|\n");
    for table in written {
        let row = definition(table).map_or("", |definition| definition.row);
        let _ = writeln!(page, "| `{}` | {} | {} |", table.name, row.trim_end_matches('.'), table.rows);
    }
    let _ = writeln!(page, "\n{CONVENTIONS}\n{LOADING}\n{}", roles(tally));
    page.push_str("## Columns\n");
    for table in written.iter().filter_map(definition) {
        page.push_str(&columns(&table));
    }
    page
}

/// The header that the Hugging Face Hub reads.
fn header(tally: &Tally, written: &[WrittenTable]) -> String {
    let mut header = String::from("---\npretty_name: News articles as a sentence-level dataset\n");
    header.push_str("license: other\nlicense_name: as-the-sources\n");
    let languages = tally.languages.iter().filter(|tag| **tag != LanguageTag::UNDETERMINED);
    let languages: Vec<String> = languages.map(|tag| format!("- {}\n", tag.as_str())).collect();
    if !languages.is_empty() {
        let _ = write!(header, "language:\n{}", languages.concat());
    }
    let _ = writeln!(header, "size_categories:\n- {}", size_category(tally.sentences));
    header.push_str("task_categories:\n- text-classification\n- token-classification\n");
    header.push_str("tags:\n- news\n- sentences\n- copydesk\nconfigs:\n");
    for table in written {
        let default = if table.name == "sentences" { "  default: true\n" } else { "" };
        for file in &table.files {
            if table.files.len() == 1 || file.path.ends_with(".parquet") {
                let _ =
                    write!(header, "- config_name: {}\n  data_files: {}\n{default}", table.name, file.path);
            }
        }
    }
    header.push_str("---\n\n");
    header
}

/// The Hub's size class for this number of rows.
fn size_category(rows: u64) -> &'static str {
    match rows {
        0..1_000 => "n<1K",
        1_000..10_000 => "1K<n<10K",
        10_000..100_000 => "10K<n<100K",
        100_000..1_000_000 => "100K<n<1M",
        1_000_000..10_000_000 => "1M<n<10M",
        _ => "n>10M",
    }
}

/// Where every input went, in one sentence.
fn accounting(tally: &Tally) -> String {
    let rejected = tally.rejected();
    let mut line = format!(
        "Of {} inputs, {} became documents with {} sentences and {rejected} were rejected",
        tally.documents + rejected,
        tally.documents,
        tally.sentences
    );
    let reasons: Vec<String> =
        tally.rejects.iter().map(|(reason, count)| format!("{count} `{}`", reason.as_str())).collect();
    if !reasons.is_empty() {
        let _ = write!(line, " ({})", reasons.join(", "));
    }
    line.push('.');
    line
}

/// How many sentences have which role.
fn roles(tally: &Tally) -> String {
    let mut section = String::from("## Roles\n\n| role | sentences |\n|---|---:|\n");
    for (role, count) in &tally.roles {
        let _ = writeln!(section, "| `{}` | {count} |", role.as_str());
    }
    section
}

/// The columns of one table.
fn columns(table: &Table) -> String {
    let mut section = format!("\n### {}\n\n| column | type | meaning |\n|---|---|---|\n", table.name);
    for column in table.columns {
        let null = if column.nullable { ", nullable" } else { "" };
        let kind = codebook::type_name(column.kind);
        let _ = writeln!(section, "| `{}` | {kind}{null} | {} |", column.name, column.meaning);
    }
    section
}

/// The definition of a written table.
fn definition(table: &WrittenTable) -> Option<Table> {
    tables::ALL.iter().find(|known| known.name == table.name).copied()
}
