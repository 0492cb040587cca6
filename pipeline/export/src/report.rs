//! The run report, `run.json`.
//!
//! Answers for: joining what the run says of itself with the tables that were written. It holds times and
//! paths of the machine, and is the only file outside the promise of same bytes.

use std::path::Path;

use serde_json::{Map, Value};

use crate::table_file::WrittenTable;
use crate::{Error, VERSION, datapackage};

/// The report's file name.
pub(crate) const FILE: &str = "run.json";

/// Writes the report of `run`, an object, into `folder`.
pub(crate) fn write(folder: &Path, run: &Value, tables: &[WrittenTable]) -> Result<(), Error> {
    let mut report = Map::new();
    report.insert("copydesk".to_owned(), VERSION.into());
    if let Value::Object(facts) = run {
        report.extend(facts.clone());
    }
    let written = tables.iter().map(|table| (table.name.to_owned(), serde_json::json!(table)));
    report.insert("tables".to_owned(), Value::Object(written.collect()));
    datapackage::write_json(&folder.join(FILE), &Value::Object(report))
}
