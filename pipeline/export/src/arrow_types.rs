//! The Arrow schema of a table.
//!
//! Answers for: the Arrow type of each column type, and the meaning of a column in its field's metadata.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_schema::{DataType, Field, Schema, SchemaRef, TimeUnit};
use schema::table::{Column, ColumnType, Table};

/// The time zone of every timestamp.
pub(crate) const UTC: &str = "UTC";

/// The Arrow schema of `table`.
pub(crate) fn arrow_schema(table: &Table) -> SchemaRef {
    let fields: Vec<Field> = table.columns.iter().map(field).collect();
    Arc::new(Schema::new(fields))
}

/// The Arrow field of a column.
fn field(column: &Column) -> Field {
    let metadata = HashMap::from([("description".to_owned(), column.meaning.to_owned())]);
    Field::new(column.name, data_type(column.kind), column.nullable).with_metadata(metadata)
}

/// The Arrow type of a column type: none that a common engine cannot read (no unsigned, no nanoseconds).
fn data_type(kind: ColumnType) -> DataType {
    match kind {
        ColumnType::Text | ColumnType::Label(_) => DataType::Utf8,
        ColumnType::Int32 => DataType::Int32,
        ColumnType::Int64 => DataType::Int64,
        ColumnType::Float32 => DataType::Float32,
        ColumnType::Float64 => DataType::Float64,
        ColumnType::Boolean => DataType::Boolean,
        ColumnType::Date => DataType::Date32,
        ColumnType::Timestamp => DataType::Timestamp(TimeUnit::Microsecond, Some(UTC.into())),
    }
}
