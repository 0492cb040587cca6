//! Rows gathered into columns.
//!
//! Answers for: Arrow arrays built cell by cell, and when there are enough rows for a batch.

use std::sync::Arc;

use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Float32Builder, Float64Builder, Int32Builder, Int64Builder, StringBuilder,
    TimestampMicrosecondBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::SchemaRef;
use schema::table::{Cell, ColumnType, Table};

use crate::arrow_types::{UTC, arrow_schema};

/// Rows after which a batch is full.
const BATCH_ROWS: usize = 8_192;

/// Bytes of text after which a batch is full, whatever the number of its rows.
const BATCH_TEXT_BYTES: usize = 8 << 20;

/// The columns of one table while a batch fills.
pub(crate) struct Columns {
    schema: SchemaRef,
    builders: Vec<Builder>,
    rows: usize,
    text_bytes: usize,
}

impl Columns {
    /// Empty columns for `table`.
    pub(crate) fn new(table: &Table) -> Self {
        let builders = table.columns.iter().map(|column| Builder::new(column.kind)).collect();
        Self { schema: arrow_schema(table), builders, rows: 0, text_bytes: 0 }
    }

    /// The Arrow schema of the batches.
    pub(crate) fn schema(&self) -> SchemaRef {
        SchemaRef::clone(&self.schema)
    }

    /// Adds `cell` to column `index`.
    pub(crate) fn push(&mut self, index: usize, cell: &Cell<'_>) {
        if let Cell::Text(text) = cell {
            self.text_bytes += text.len();
        }
        self.builders[index].push(cell);
    }

    /// Ends a row; tells whether the batch is full.
    pub(crate) fn end_row(&mut self) -> bool {
        self.rows += 1;
        self.rows >= BATCH_ROWS || self.text_bytes >= BATCH_TEXT_BYTES
    }

    /// The rows gathered so far as a batch; the columns are empty afterwards.
    pub(crate) fn take_batch(&mut self) -> RecordBatch {
        self.rows = 0;
        self.text_bytes = 0;
        let arrays = self.builders.iter_mut().map(Builder::finish).collect();
        RecordBatch::try_new(self.schema(), arrays).expect("the builders follow the schema")
    }
}

/// A builder of one column's array.
enum Builder {
    Text(StringBuilder),
    Int32(Int32Builder),
    Int64(Int64Builder),
    Float32(Float32Builder),
    Float64(Float64Builder),
    Boolean(BooleanBuilder),
    Date(Date32Builder),
    Timestamp(TimestampMicrosecondBuilder),
}

impl Builder {
    fn new(kind: ColumnType) -> Self {
        match kind {
            ColumnType::Text | ColumnType::Label(_) => Self::Text(StringBuilder::new()),
            ColumnType::Int32 => Self::Int32(Int32Builder::new()),
            ColumnType::Int64 => Self::Int64(Int64Builder::new()),
            ColumnType::Float32 => Self::Float32(Float32Builder::new()),
            ColumnType::Float64 => Self::Float64(Float64Builder::new()),
            ColumnType::Boolean => Self::Boolean(BooleanBuilder::new()),
            ColumnType::Date => Self::Date(Date32Builder::new()),
            ColumnType::Timestamp => Self::Timestamp(TimestampMicrosecondBuilder::new().with_timezone(UTC)),
        }
    }

    fn push(&mut self, cell: &Cell<'_>) {
        match (self, cell) {
            (Self::Text(builder), Cell::Text(text)) => builder.append_value(text),
            (Self::Int32(builder), Cell::Int32(value)) => builder.append_value(*value),
            (Self::Int64(builder), Cell::Int64(value)) => builder.append_value(*value),
            (Self::Float32(builder), Cell::Float32(value)) => builder.append_value(*value),
            (Self::Float64(builder), Cell::Float64(value)) => builder.append_value(*value),
            (Self::Boolean(builder), Cell::Boolean(value)) => builder.append_value(*value),
            (Self::Date(builder), Cell::Date(date)) => builder.append_value(date.days),
            (Self::Timestamp(builder), Cell::Timestamp(at)) => builder.append_value(at.micros),
            (builder, Cell::Null) => builder.push_null(),
            _ => unreachable!("a row's cells have the types of its table's columns"),
        }
    }

    fn push_null(&mut self) {
        match self {
            Self::Text(builder) => builder.append_null(),
            Self::Int32(builder) => builder.append_null(),
            Self::Int64(builder) => builder.append_null(),
            Self::Float32(builder) => builder.append_null(),
            Self::Float64(builder) => builder.append_null(),
            Self::Boolean(builder) => builder.append_null(),
            Self::Date(builder) => builder.append_null(),
            Self::Timestamp(builder) => builder.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(builder) => Arc::new(builder.finish()),
            Self::Int32(builder) => Arc::new(builder.finish()),
            Self::Int64(builder) => Arc::new(builder.finish()),
            Self::Float32(builder) => Arc::new(builder.finish()),
            Self::Float64(builder) => Arc::new(builder.finish()),
            Self::Boolean(builder) => Arc::new(builder.finish()),
            Self::Date(builder) => Arc::new(builder.finish()),
            Self::Timestamp(builder) => Arc::new(builder.finish()),
        }
    }
}
