//! Parquet: a record a row.
//!
//! Answers for: reading the columns whose names are understood, batch by batch, and a row as a JSON object.
//! Leaves to others: what the columns mean (`record`).

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, TimeUnit};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};
use parquet::file::reader::ChunkReader;
use serde_json::{Map, Value, json};

use crate::reader::{OpenFile, Outcome, Outcomes};
use crate::source::Body;
use crate::stream::Compression;
use crate::{Source, fields};
use schema::Rejection;
use schema::labels::{RejectReason, SourceFormat};

/// Rows that are decoded at a time.
const BATCH_ROWS: usize = 256;

/// The largest Parquet file that is read when it is compressed from outside, in bytes after decompression: it is
/// held in memory whole.
const MAX_UNPACKED_BYTES: u64 = 1 << 30;

/// The rows of the file.
pub(crate) fn rows(file: OpenFile) -> Result<Outcomes, Box<Rejection>> {
    let mut head = [0; 4];
    let is_short = file.open()?.read_exact(&mut head).is_err();
    if is_short {
        return Err(Box::new(if file.file.bytes == 0 {
            file.empty()
        } else {
            damaged(&file, "it has no header")
        }));
    }
    if Compression::of(&head) == Compression::None {
        let opened = file.open()?;
        return read(opened, file);
    }
    let mut bytes = Vec::new();
    file.stream()?
        .take(MAX_UNPACKED_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Box::new(file.failed(&error)))?;
    if bytes.len() as u64 > MAX_UNPACKED_BYTES {
        let detail = format!("it unpacks to more than {MAX_UNPACKED_BYTES} bytes; decompress it first");
        return Err(Box::new(file.rejection(None, RejectReason::TooLarge, detail)));
    }
    read(bytes::Bytes::from(bytes), file)
}

fn read(data: impl ChunkReader + 'static, file: OpenFile) -> Result<Outcomes, Box<Rejection>> {
    let broken = |what: String| Box::new(damaged(&file, &what));
    // Arrow's own schema would bring types that say no more than Parquet's.
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let built = guarded(|| ParquetRecordBatchReaderBuilder::try_new_with_options(data, options));
    let builder = built.map_err(broken)?;
    let schema = builder.schema();
    let names = || schema.fields().iter().map(|field| field.name().as_str());
    if !fields::has_text(names(), &file.options.fields) {
        let detail = fields::no_text(names(), "column", &file.options.fields);
        return Err(Box::new(file.rejection(None, RejectReason::MissingText, detail)));
    }
    let known = names().enumerate().filter(|(_, name)| fields::is_known(name, &file.options.fields));
    let mask = ProjectionMask::roots(builder.parquet_schema(), known.map(|(nth, _)| nth).collect::<Vec<_>>());
    let built = guarded(|| builder.with_projection(mask).with_batch_size(BATCH_ROWS).build());
    let batches = built.map_err(broken)?;
    Ok(Box::new(Batches { decoder: Some(batches), batch: None, row: 0, record: 0, file }))
}

/// What the Parquet reader gives, with its panics on damaged files made errors.
fn guarded<T>(work: impl FnOnce() -> parquet::errors::Result<T>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err("the Parquet reader failed on it".to_owned()),
    }
}

/// The rejection of a file that cannot be read on: truncated where its end is not a Parquet file's.
fn damaged(file: &OpenFile, what: &str) -> Rejection {
    let is_whole = file.ends_with(b"PAR1");
    let reason = if is_whole { RejectReason::Malformed } else { RejectReason::Truncated };
    file.rejection(None, reason, what.to_lowercase())
}

/// The rows of one file.
struct Batches {
    /// `None` when there is nothing more to read.
    decoder: Option<ParquetRecordBatchReader>,
    batch: Option<RecordBatch>,
    /// The next row of the batch.
    row: usize,
    /// Rows given.
    record: u64,
    file: OpenFile,
}

impl Batches {
    /// The next batch; `None` at the end.
    fn refill(&mut self) -> Option<Result<(), Rejection>> {
        let decoder = self.decoder.as_mut()?;
        let next = guarded(|| decoder.next().transpose().map_err(Into::into));
        match next {
            Ok(Some(batch)) => {
                (self.batch, self.row) = (Some(batch), 0);
                Some(Ok(()))
            }
            Ok(None) => {
                self.decoder = None;
                (self.record == 0).then(|| Err(self.file.empty()))
            }
            Err(what) => {
                self.decoder = None;
                let rejection = damaged(&self.file, &format!("behind row {}: {what}", self.record));
                Some(Err(Rejection { locator: self.file.locator(Some(self.record)), ..rejection }))
            }
        }
    }

    fn outcome(&mut self, bytes: Vec<u8>) -> Outcome {
        let record = Some(self.record);
        self.record += 1;
        self.row += 1;
        let limit = self.file.options.max_source_bytes;
        if bytes.len() as u64 > limit {
            return Err(self.file.too_large(record, limit));
        }
        let source = self.file.source(SourceFormat::Parquet, Body::Row("UTF-8"), bytes);
        Ok(Source { locator: self.file.locator(record), ..source })
    }
}

impl Iterator for Batches {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        loop {
            if let Some(batch) = self.batch.take_if(|batch| self.row >= batch.num_rows()) {
                drop(batch);
            }
            if let Some(batch) = &self.batch {
                let bytes = object(batch, self.row);
                return Some(self.outcome(bytes));
            }
            if let Err(rejection) = self.refill()? {
                return Some(Err(rejection));
            }
        }
    }
}

/// A row as a JSON object in the order of the columns.
fn object(batch: &RecordBatch, row: usize) -> Vec<u8> {
    let schema = batch.schema();
    let mut json = vec![b'{'];
    for (field, column) in schema.fields().iter().zip(batch.columns()) {
        if json.len() > 1 {
            json.push(b',');
        }
        serde_json::to_writer(&mut json, field.name()).expect("memory takes all");
        json.push(b':');
        serde_json::to_writer(&mut json, &cell(column, row)).expect("memory takes all");
    }
    json.push(b'}');
    json
}

/// A cell as JSON; null where its type cannot hold what a record needs.
fn cell(column: &dyn Array, row: usize) -> Value {
    if column.is_null(row) {
        return Value::Null;
    }
    match column.data_type() {
        DataType::Utf8 => json!(column.as_string::<i32>().value(row)),
        DataType::Binary => text(column.as_binary::<i32>().value(row)),
        DataType::Boolean => json!(column.as_boolean().value(row)),
        DataType::Int8 => json!(column.as_primitive::<Int8Type>().value(row)),
        DataType::Int16 => json!(column.as_primitive::<Int16Type>().value(row)),
        DataType::Int32 => json!(column.as_primitive::<Int32Type>().value(row)),
        DataType::Int64 => json!(column.as_primitive::<Int64Type>().value(row)),
        DataType::UInt8 => json!(column.as_primitive::<UInt8Type>().value(row)),
        DataType::UInt16 => json!(column.as_primitive::<UInt16Type>().value(row)),
        DataType::UInt32 => json!(column.as_primitive::<UInt32Type>().value(row)),
        DataType::UInt64 => json!(column.as_primitive::<UInt64Type>().value(row)),
        DataType::Float32 => json!(column.as_primitive::<Float32Type>().value(row)),
        DataType::Float64 => json!(column.as_primitive::<Float64Type>().value(row)),
        DataType::Date32 | DataType::Timestamp(..) => time(column, row).map_or(Value::Null, Value::String),
        DataType::List(_) => {
            let items = column.as_list::<i32>().value(row);
            (0..items.len()).map(|nth| cell(&items, nth)).collect()
        }
        DataType::Struct(fields) => {
            let columns = column.as_struct().columns();
            let entries =
                fields.iter().zip(columns).map(|(field, column)| (field.name().clone(), cell(column, row)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
        _ => Value::Null,
    }
}

/// Bytes as a text: files by old writers do not say that their bytes are one.
fn text(bytes: &[u8]) -> Value {
    std::str::from_utf8(bytes).map_or(Value::Null, |text| json!(text))
}

/// A day or an instant in ISO 8601; without an offset where the column states none.
fn time(column: &dyn Array, row: usize) -> Option<String> {
    let (micros, zone) = match column.data_type() {
        DataType::Date32 => {
            let days = column.as_primitive::<arrow_array::types::Date32Type>().value(row);
            let day =
                jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
            return Some(day.to_string());
        }
        DataType::Timestamp(TimeUnit::Millisecond, zone) => {
            (column.as_primitive::<TimestampMillisecondType>().value(row).checked_mul(1000)?, zone)
        }
        DataType::Timestamp(TimeUnit::Microsecond, zone) => {
            (column.as_primitive::<TimestampMicrosecondType>().value(row), zone)
        }
        DataType::Timestamp(TimeUnit::Nanosecond, zone) => {
            (column.as_primitive::<TimestampNanosecondType>().value(row) / 1000, zone)
        }
        _ => return None,
    };
    let stated = jiff::Timestamp::from_microsecond(micros).ok()?.to_string();
    Some(if zone.is_some() { stated } else { stated.trim_end_matches('Z').to_owned() })
}
