//! A table as a Parquet file.
//!
//! Answers for: compression, encodings, statistics and row groups. The order of the rows is the caller's.

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::file::properties::{EnabledStatistics, WriterProperties, WriterPropertiesBuilder};
use parquet::schema::types::ColumnPath;
use schema::table::{Column, ColumnType, Table};

use crate::hashed_file::{HashedFile, Written};
use crate::{Error, VERSION};

/// Rows of a row group at the most: DuckDB's unit of parallel work.
const GROUP_ROWS: usize = 122_880;

/// Bytes of a row group at the most, as encoded so far.
const GROUP_BYTES: usize = 64 << 20;

/// A Parquet file being written.
pub(crate) struct ParquetFile {
    table: &'static str,
    writer: ArrowWriter<HashedFile>,
}

impl ParquetFile {
    /// Starts the file of `table`.
    pub(crate) fn create(table: &Table, schema: SchemaRef, file: HashedFile) -> Result<Self, Error> {
        let writer = ArrowWriter::try_new(file, schema, Some(properties(table)))
            .map_err(|source| Error::Parquet { table: table.name, source })?;
        Ok(Self { table: table.name, writer })
    }

    /// Adds the rows of `batch`.
    pub(crate) fn write(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        self.writer.write(batch).map_err(|source| Error::Parquet { table: self.table, source })
    }

    /// Writes the footer.
    pub(crate) fn finish(self) -> Result<Written, Error> {
        let file = self.writer.into_inner().map_err(|source| Error::Parquet { table: self.table, source })?;
        file.finish()
    }
}

/// How the file of `table` is written.
fn properties(table: &Table) -> WriterProperties {
    let mut properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_created_by(format!("copydesk version {VERSION}"))
        .set_max_row_group_row_count(Some(GROUP_ROWS))
        .set_max_row_group_bytes(Some(GROUP_BYTES))
        .set_statistics_enabled(EnabledStatistics::Page);
    for (index, column) in table.columns.iter().enumerate() {
        properties = encode(properties, column, index == 0);
    }
    properties.build()
}

/// Adds how `column` is encoded: a dictionary for what repeats, deltas for offsets, prefixes for keys.
fn encode(properties: WriterPropertiesBuilder, column: &Column, is_first: bool) -> WriterPropertiesBuilder {
    let path = ColumnPath::from(column.name);
    let is_id = column.name.ends_with("_id");
    let repeats = match column.kind {
        ColumnType::Text => !is_first && column.name != "text",
        ColumnType::Label(_) | ColumnType::Date => true,
        _ => false,
    };
    let properties = match column.kind {
        ColumnType::Int32 | ColumnType::Int64 => {
            properties.set_column_encoding(path.clone(), Encoding::DELTA_BINARY_PACKED)
        }
        ColumnType::Text if is_id => properties.set_column_encoding(path.clone(), Encoding::DELTA_BYTE_ARRAY),
        _ => properties,
    };
    let properties = properties.set_column_dictionary_enabled(path.clone(), repeats);
    if is_id { properties.set_column_bloom_filter_max_ndv(path, GROUP_ROWS as u64) } else { properties }
}
