//! The two formats hold the same values, and both say what the text says.

use std::fs;
use std::path::Path;

use crate::dataset::{Row, csv_rows, parquet_rows, report};
use crate::program::{call, run};

/// Every table of the sample corpus, tokens included, in a temporary folder.
fn sample() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    run(&[Path::new("corpus")], &folder.path().join("data"), &["--tables", "+tokens", "--quiet"]);
    folder
}

fn text<'r>(row: &'r Row, column: &str) -> &'r str {
    row[column].as_deref().unwrap_or_else(|| panic!("`{column}` is missing in {row:?}"))
}

fn number(row: &Row, column: &str) -> usize {
    text(row, column).parse().unwrap()
}

#[test]
fn csv_equals_parquet_value_for_value() {
    let folder = sample();
    let data = folder.path().join("data");
    for table in schema::tables::ALL {
        let parquet = parquet_rows(&data, table.name);
        assert_eq!(csv_rows(&data, table.name), parquet, "{}", table.name);
        assert!(table.name == "rejects" || !parquet.is_empty(), "{} is empty", table.name);
    }
}

#[test]
fn a_row_is_a_line_of_csv() {
    let folder = sample();
    let csv = fs::read_to_string(folder.path().join("data/documents.csv")).unwrap();
    let rows = parquet_rows(&folder.path().join("data"), "documents").len();
    assert_eq!(csv.matches('\n').count(), rows + 1);
}

#[test]
fn the_report_counts_the_rows() {
    let folder = sample();
    let data = folder.path().join("data");
    let report = report(&data);
    for table in schema::tables::ALL {
        let rows = parquet_rows(&data, table.name).len();
        assert_eq!(report["tables"][table.name]["rows"], rows, "{}", table.name);
    }
    let count = |name: &str| report["counts"][name].as_u64().unwrap();
    assert_eq!(count("inputs"), count("documents") + count("rejects"));
}

#[test]
fn spans_slice_the_document_text_in_both_units() {
    let folder = sample();
    let data = folder.path().join("data");
    let documents = parquet_rows(&data, "documents");
    for (table, column) in [
        ("sentences", "text"),
        ("tokens", "form"),
        ("contents", "text"),
        ("evidence", "text"),
        ("times", "text"),
        ("quantities", "text"),
    ] {
        for row in parquet_rows(&data, table) {
            let document =
                documents.iter().find(|document| document["document_id"] == row["document_id"]).unwrap();
            let whole = text(document, "text");
            let (first, last) = (number(&row, "start_char"), number(&row, "end_char"));
            let by_char: String = whole.chars().skip(first).take(last - first).collect();
            let by_byte = &whole[number(&row, "start_byte")..number(&row, "end_byte")];
            assert_eq!((by_char.as_str(), by_byte), (text(&row, column), text(&row, column)), "{table}");
        }
    }
}

#[test]
fn source_offsets_point_at_the_bytes_of_the_file() {
    let folder = sample();
    let data = folder.path().join("data");
    let documents = parquet_rows(&data, "documents");
    let mut proven = 0;
    for sentence in parquet_rows(&data, "sentences") {
        let document =
            documents.iter().find(|document| document["document_id"] == sentence["document_id"]).unwrap();
        let is_plain = text(document, "source_format") == "text" && text(document, "encoding") == "UTF-8";
        if !is_plain {
            continue;
        }
        let bytes = fs::read(crate::program::root().join(text(document, "source_path"))).unwrap();
        let range = number(&sentence, "source_start_byte")..number(&sentence, "source_end_byte");
        let source = std::str::from_utf8(&bytes[range]).unwrap();
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(source), words(text(&sentence, "text")));
        proven += 1;
    }
    assert!(proven > 50, "only {proven} sentences were proven");
}

#[test]
fn keys_lead_from_child_to_parent() {
    let folder = sample();
    let data = folder.path().join("data");
    let keys = |table: &str, column: &str| -> std::collections::BTreeSet<String> {
        parquet_rows(&data, table).into_iter().filter_map(|mut row| row.remove(column)?).collect()
    };
    let documents = keys("documents", "document_id");
    let sentences = keys("sentences", "sentence_id");
    for table in ["tokens", "entities", "attributions", "contents", "evidence", "times", "quantities"] {
        assert!(keys(table, "document_id").is_subset(&documents), "{table}");
        assert!(keys(table, "sentence_id").is_subset(&sentences), "{table}");
    }
    let attributions = keys("attributions", "attribution_id");
    let entities = keys("entities", "entity_id");
    for (table, column, parents) in [
        ("contents", "attribution_id", &attributions),
        ("attributions", "parent_id", &attributions),
        ("attributions", "source_sentence_id", &sentences),
        ("attributions", "cue_sentence_id", &sentences),
        ("attributions", "source_entity_id", &entities),
        ("sentences", "attribution_id", &attributions),
    ] {
        let found = keys(table, column);
        assert!(!found.is_empty() && found.is_subset(parents), "{table}.{column}");
    }
}

#[test]
fn a_format_or_a_table_can_be_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    run(&[Path::new("corpus")], &data, &["--format", "csv", "--tables", "sentences", "--quiet"]);
    let names: Vec<String> = crate::dataset::files(&data).into_keys().collect();
    assert_eq!(names, ["README.md", "datapackage.json", "rejects.csv", "sentences.csv"]);
}

#[test]
fn excel_files_open_with_the_byte_order_mark() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    run(&[Path::new("corpus")], &data, &["--format", "csv", "--excel", "--quiet"]);
    assert!(fs::read(data.join("sentences.csv")).unwrap().starts_with("\u{feff}sentence_id".as_bytes()));
}

#[test]
fn the_codebook_is_given_in_every_form() {
    for (form, word) in
        [("text", "      "), ("json", "\"tables\""), ("json-schema", "\"$defs\""), ("sql", "CREATE TABLE")]
    {
        let outcome = call(&["schema", "sentences", "--format", form]);
        assert!(outcome.code == 0 && outcome.stdout.contains(word), "{form}: {outcome:?}");
        assert!(outcome.stdout.contains("source_start_byte"), "{form}");
    }
}
