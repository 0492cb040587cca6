//! A dataset read back in a test.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Float32Type, Float64Type, Int32Type, Int64Type, TimestampMicrosecondType,
};
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

/// A row: its values by column, as the CSV file spells them; `None` where a value is missing.
pub(crate) type Row = BTreeMap<String, Option<String>>;

/// The rows of a table's Parquet file.
pub(crate) fn parquet_rows(folder: &Path, table: &str) -> Vec<Row> {
    let file = File::open(folder.join(format!("{table}.parquet"))).expect("the table is there");
    let reader =
        ParquetRecordBatchReaderBuilder::try_new(file).and_then(ParquetRecordBatchReaderBuilder::build);
    let batches = reader.expect("the file is Parquet");
    batches.flat_map(|batch| rows(&batch.expect("the file is whole"))).collect()
}

/// The rows of a table's CSV file, its escapes undone.
pub(crate) fn csv_rows(folder: &Path, table: &str) -> Vec<Row> {
    let text = fs::read_to_string(folder.join(format!("{table}.csv"))).expect("the table is there");
    let mut lines = text.split("\r\n").filter(|line| !line.is_empty()).map(fields);
    let names: Vec<String> = lines.next().expect("a header").into_iter().flatten().collect();
    lines.map(|values| names.iter().cloned().zip(values).collect()).collect()
}

/// Every file of a dataset but the run report, which tells times.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("the dataset is there").map(|entry| entry.expect("an entry"));
    let names = entries.map(|entry| entry.file_name().into_string().expect("a UTF-8 name"));
    let names = names.filter(|name| name != "run.json");
    names.map(|name| (name.clone(), fs::read(folder.join(&name)).expect("a file"))).collect()
}

/// The run report.
pub(crate) fn report(folder: &Path) -> serde_json::Value {
    let text = fs::read_to_string(folder.join("run.json")).expect("the report is there");
    serde_json::from_str(&text).expect("the report is JSON")
}

/// The fields of one CSV line: text is quoted, a missing value is empty and unquoted.
fn fields(line: &str) -> Vec<Option<String>> {
    let mut fields = Vec::new();
    let mut rest = line;
    loop {
        let (field, left) = if let Some(quoted) = rest.strip_prefix('"') {
            let end = closing_quote(quoted);
            let text = quoted[..end].replace("\"\"", "\"");
            (Some(export::unescape(&text).into_owned()), &quoted[end + 1..])
        } else {
            let end = rest.find(',').unwrap_or(rest.len());
            (Some(rest[..end].to_owned()).filter(|field| !field.is_empty()), &rest[end..])
        };
        fields.push(field);
        match left.strip_prefix(',') {
            Some(next) => rest = next,
            None => return fields,
        }
    }
}

/// Where the quote stands that closes a field: the first that is not doubled.
fn closing_quote(field: &str) -> usize {
    let bytes = field.as_bytes();
    let mut at = 0;
    while bytes[at] != b'"' || bytes.get(at + 1) == Some(&b'"') {
        at += if bytes[at] == b'"' { 2 } else { 1 };
    }
    at
}

fn rows(batch: &RecordBatch) -> Vec<Row> {
    let schema = batch.schema();
    let columns: Vec<_> = schema.fields().iter().zip(batch.columns()).collect();
    let row =
        |at: usize| columns.iter().map(|(field, array)| (field.name().clone(), value(array, at))).collect();
    (0..batch.num_rows()).map(row).collect()
}

/// The value at place `at`, as the CSV file spells it.
fn value(array: &dyn Array, at: usize) -> Option<String> {
    if array.is_null(at) {
        return None;
    }
    Some(match array.data_type() {
        DataType::Utf8 => array.as_string::<i32>().value(at).to_owned(),
        DataType::Int32 => array.as_primitive::<Int32Type>().value(at).to_string(),
        DataType::Int64 => array.as_primitive::<Int64Type>().value(at).to_string(),
        DataType::Float32 => array.as_primitive::<Float32Type>().value(at).to_string(),
        DataType::Float64 => array.as_primitive::<Float64Type>().value(at).to_string(),
        DataType::Boolean => array.as_boolean().value(at).to_string(),
        DataType::Date32 => {
            let days = jiff::Span::new().days(array.as_primitive::<Date32Type>().value(at));
            (jiff::civil::date(1970, 1, 1) + days).to_string()
        }
        DataType::Timestamp(..) => {
            let micros = array.as_primitive::<TimestampMicrosecondType>().value(at);
            jiff::Timestamp::from_microsecond(micros).expect("an instant").to_string()
        }
        other => panic!("no table has a column of type {other}"),
    })
}
