//! The data package, `datapackage.json`.
//!
//! Answers for: a Frictionless Data Package (version 2) that names every file with its schema, size and hash.

use std::fs;
use std::path::Path;

use schema::table::{Column, ColumnType, Table};
use schema::tables;
use serde_json::{Value, json};

use crate::hashed_file::Written;
use crate::table_file::WrittenTable;
use crate::{Error, VERSION};

/// The package's file name.
pub(crate) const FILE: &str = "datapackage.json";

/// Writes the package of `written` into `folder`.
pub(crate) fn write(folder: &Path, written: &[WrittenTable]) -> Result<(), Error> {
    let resources: Vec<Value> = written
        .iter()
        .flat_map(|table| {
            let definition = tables::ALL.iter().find(|known| known.name == table.name);
            table.files.iter().filter_map(move |file| Some(resource(definition?, table, file)))
        })
        .collect();
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "copydesk-dataset",
        "title": "News articles as a sentence-level dataset",
        "version": VERSION,
        "resources": resources,
    });
    write_json(&folder.join(FILE), &package)
}

/// Writes `value`, indented, into the file at `path`.
pub(crate) fn write_json(path: &Path, value: &Value) -> Result<(), Error> {
    fs::write(path, format!("{value:#}\n")).map_err(Error::write(path))
}

/// One file of one table.
fn resource(table: &Table, written: &WrittenTable, file: &Written) -> Value {
    let (name, format) = file.path.split_once('.').unwrap_or((&file.path, ""));
    let mediatype = if format == "csv" { "text/csv" } else { "application/vnd.apache.parquet" };
    let fields: Vec<Value> = table.columns.iter().map(field).collect();
    json!({
        "name": format!("{name}-{format}"),
        "path": file.path,
        "title": table.row,
        "type": "table",
        "format": format,
        "mediatype": mediatype,
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": format!("sha256:{}", file.sha256),
        "rowCount": written.rows,
        "schema": {"fields": fields, "missingValues": [""]},
    })
}

/// One column.
fn field(column: &Column) -> Value {
    let mut constraints = json!({"required": !column.nullable});
    if let ColumnType::Label(entries) = column.kind {
        constraints["enum"] = entries.iter().map(|entry| entry.word).collect();
    }
    json!({
        "name": column.name,
        "type": field_type(column.kind),
        "description": column.meaning,
        "constraints": constraints,
    })
}

/// The Table Schema type of a column type.
fn field_type(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text | ColumnType::Label(_) => "string",
        ColumnType::Int32 | ColumnType::Int64 => "integer",
        ColumnType::Float32 | ColumnType::Float64 => "number",
        ColumnType::Boolean => "boolean",
        ColumnType::Date => "date",
        ColumnType::Timestamp => "datetime",
    }
}
