//! The codebook: every table and column explained, for people and for programs.
//!
//! Answers for: the definitions of [`schema::tables`] as text, JSON, JSON Schema and SQL.

use std::fmt::Write as _;

use schema::table::{Column, ColumnType, Table};
use schema::tables;
use serde_json::{Value, json};

/// The tables called `name`, or all where it is `None`; empty where there is none of that name.
pub fn select(name: Option<&str>) -> Vec<Table> {
    tables::ALL.iter().filter(|table| name.is_none_or(|name| name == table.name)).copied().collect()
}

/// The tables as text: a line for each column and, below it, for each word of its vocabulary.
pub fn text(tables: &[Table]) -> String {
    let mut page = String::new();
    for table in tables {
        let on_request = if tables::ON_REQUEST.contains(&table.name) { " (on request)" } else { "" };
        let _ = writeln!(page, "{}{on_request}: {}\n", table.name, table.row);
        for column in table.columns {
            let null = if column.nullable { ", nullable" } else { "" };
            let _ = writeln!(page, "  {} ({}{null})", column.name, type_name(column.kind));
            let _ = writeln!(page, "      {}", column.meaning);
            for entry in words(column) {
                let _ = writeln!(page, "      - {}: {}", entry.word, entry.meaning);
            }
        }
        page.push('\n');
    }
    page
}

/// The tables as one JSON object.
pub fn json(tables: &[Table]) -> Value {
    let tables: Vec<Value> = tables
        .iter()
        .map(|table| {
            let columns: Vec<Value> = table.columns.iter().map(column_json).collect();
            json!({"name": table.name, "row": table.row, "columns": columns})
        })
        .collect();
    json!({"tables": tables})
}

/// The tables as JSON Schema (draft 2020-12): under `$defs`, the object that a row of each table is.
pub fn json_schema(tables: &[Table]) -> Value {
    let definitions = tables.iter().map(|table| (table.name.to_owned(), row_schema(table)));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Copydesk dataset",
        "$defs": definitions.collect::<serde_json::Map<_, _>>(),
    })
}

/// The tables as SQL that DuckDB and PostgreSQL run: `CREATE TABLE` and `COMMENT ON COLUMN`.
pub fn sql(tables: &[Table]) -> String {
    let mut script = String::new();
    for table in tables {
        let columns: Vec<String> = table.columns.iter().map(sql_column).collect();
        let _ = writeln!(script, "CREATE TABLE {} (\n{}\n);", table.name, columns.join(",\n"));
        for column in table.columns {
            let meaning = column.meaning.replace('\'', "''");
            let _ = writeln!(script, "COMMENT ON COLUMN {}.\"{}\" IS '{meaning}';", table.name, column.name);
        }
        script.push('\n');
    }
    script
}

/// The name of a column type in the codebook.
pub(crate) fn type_name(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text => "text",
        ColumnType::Label(_) => "label",
        ColumnType::Int32 => "int32",
        ColumnType::Int64 => "int64",
        ColumnType::Float32 => "float32",
        ColumnType::Float64 => "float64",
        ColumnType::Boolean => "boolean",
        ColumnType::Date => "date",
        ColumnType::Timestamp => "timestamp",
    }
}

/// The words of a label column; none for other columns.
fn words(column: &Column) -> &'static [schema::labels::Entry] {
    match column.kind {
        ColumnType::Label(entries) => entries,
        _ => &[],
    }
}

fn column_json(column: &Column) -> Value {
    let mut object = json!({
        "name": column.name,
        "type": type_name(column.kind),
        "nullable": column.nullable,
        "meaning": column.meaning,
    });
    if let ColumnType::Label(entries) = column.kind {
        let values = entries.iter().map(|entry| json!({"word": entry.word, "meaning": entry.meaning}));
        object["values"] = values.collect();
    }
    object
}

fn row_schema(table: &Table) -> Value {
    let properties = table.columns.iter().map(|column| (column.name.to_owned(), property(column)));
    let required: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    json!({
        "description": table.row,
        "type": "object",
        "properties": properties.collect::<serde_json::Map<_, _>>(),
        "required": required,
        "additionalProperties": false,
    })
}

fn property(column: &Column) -> Value {
    let (name, format) = match column.kind {
        ColumnType::Text | ColumnType::Label(_) => ("string", None),
        ColumnType::Int32 | ColumnType::Int64 => ("integer", None),
        ColumnType::Float32 | ColumnType::Float64 => ("number", None),
        ColumnType::Boolean => ("boolean", None),
        ColumnType::Date => ("string", Some("date")),
        ColumnType::Timestamp => ("string", Some("date-time")),
    };
    let mut property = json!({"description": column.meaning});
    property["type"] = if column.nullable { json!([name, "null"]) } else { json!(name) };
    if let Some(format) = format {
        property["format"] = json!(format);
    }
    if let ColumnType::Label(entries) = column.kind {
        let words = entries.iter().map(|entry| json!(entry.word));
        property["enum"] = words.chain(column.nullable.then_some(Value::Null)).collect();
    }
    property
}

fn sql_column(column: &Column) -> String {
    let kind = match column.kind {
        ColumnType::Text | ColumnType::Label(_) => "VARCHAR",
        ColumnType::Int32 => "INTEGER",
        ColumnType::Int64 => "BIGINT",
        ColumnType::Float32 => "REAL",
        ColumnType::Float64 => "DOUBLE PRECISION",
        ColumnType::Boolean => "BOOLEAN",
        ColumnType::Date => "DATE",
        ColumnType::Timestamp => "TIMESTAMP WITH TIME ZONE",
    };
    let null = if column.nullable { "" } else { " NOT NULL" };
    let check = match words(column) {
        [] => String::new(),
        entries => {
            let words: Vec<String> = entries.iter().map(|entry| format!("'{}'", entry.word)).collect();
            format!(" CHECK (\"{}\" IN ({}))", column.name, words.join(", "))
        }
    };
    format!("    \"{}\" {kind}{null}{check}", column.name)
}

#[cfg(test)]
mod tests {
    use super::{json, json_schema, select, sql, text};

    #[test]
    fn every_column_stands_in_every_form() {
        let tables = select(None);
        let forms =
            [text(&tables), sql(&tables), json(&tables).to_string(), json_schema(&tables).to_string()];
        for table in &tables {
            for column in table.columns {
                assert!(forms.iter().all(|form| form.contains(column.name)), "{}", column.name);
            }
        }
    }

    #[test]
    fn one_table_can_be_chosen_and_a_wrong_name_gives_none() {
        assert_eq!(select(Some("times")).len(), 1);
        assert!(select(Some("time")).is_empty());
    }
}
