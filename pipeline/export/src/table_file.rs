//! The files of one table.
//!
//! Answers for: sending each row to every format at once, so that the formats cannot differ.

use std::path::Path;

use schema::table::{Row, Table};
use serde::Serialize;

use crate::columns::Columns;
use crate::csv_file::CsvFile;
use crate::hashed_file::{HashedFile, Written};
use crate::parquet_file::ParquetFile;
use crate::{Error, Format, Options};

/// The files of one table while they are written.
pub(crate) struct TableFile {
    table: Table,
    rows: u64,
    parquet: Option<(Columns, ParquetFile)>,
    csv: Option<CsvFile>,
}

/// A written table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct WrittenTable {
    #[serde(skip)]
    pub(crate) name: &'static str,
    /// Number of its rows.
    pub(crate) rows: u64,
    /// Number of its columns.
    pub(crate) columns: usize,
    /// Its files, a format each.
    pub(crate) files: Vec<Written>,
}

impl TableFile {
    /// Starts the files of `table` in `folder`.
    pub(crate) fn create(folder: &Path, table: Table, options: &Options) -> Result<Self, Error> {
        let file =
            |format: Format| HashedFile::create(folder, &format!("{}.{}", table.name, format.extension()));
        let mut files = Self { table, rows: 0, parquet: None, csv: None };
        if options.formats.contains(&Format::Parquet) {
            let columns = Columns::new(&table);
            let writer = ParquetFile::create(&table, columns.schema(), file(Format::Parquet)?)?;
            files.parquet = Some((columns, writer));
        }
        if options.formats.contains(&Format::Csv) {
            files.csv = Some(CsvFile::create(&table, options.csv_dialect, file(Format::Csv)?)?);
        }
        Ok(files)
    }

    /// Adds a row.
    pub(crate) fn push<R: Row>(&mut self, row: &R) -> Result<(), Error> {
        debug_assert_eq!(R::TABLE.name, self.table.name, "the row belongs to the table");
        let mut index = 0;
        row.each_cell(|cell| {
            if let Some((columns, _)) = &mut self.parquet {
                columns.push(index, &cell);
            }
            if let Some(csv) = &mut self.csv {
                csv.push(index, &cell);
            }
            index += 1;
        });
        self.end_row()
    }

    /// Writes what is gathered and tells what was written.
    pub(crate) fn finish(self) -> Result<WrittenTable, Error> {
        let mut files = Vec::new();
        if let Some((mut columns, mut parquet)) = self.parquet {
            parquet.write(&columns.take_batch())?;
            files.push(parquet.finish()?);
        }
        if let Some(csv) = self.csv {
            files.push(csv.finish()?);
        }
        Ok(WrittenTable { name: self.table.name, rows: self.rows, columns: self.table.columns.len(), files })
    }

    fn end_row(&mut self) -> Result<(), Error> {
        self.rows += 1;
        if let Some(csv) = &mut self.csv {
            csv.end_row()?;
        }
        if let Some((columns, parquet)) = &mut self.parquet
            && columns.end_row()
        {
            parquet.write(&columns.take_batch())?;
        }
        Ok(())
    }
}
