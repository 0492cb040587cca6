//! The last stage: from annotated documents to the files of a dataset.
//!
//! Responsible for: rows and their code-point offsets, Parquet and CSV files, the data card, the data package,
//! the run report, the codebook, and the folder that all of them appear in at once. The only writer of
//! datasets. Not responsible for: deciding anything about a text, or in which order documents come.
//!
//! In reading order: [`Options`] says what is written, [`Snapshot`] writes it, `rows` turns a document into
//! rows and `linked` what documents share, `table_file` sends rows to `parquet_file` and `csv_file`, `staging` makes the folder appear whole,
//! `card`, `datapackage` and `report` describe it, and [`codebook`] describes the tables themselves. [`conllu`]
//! writes one document for the tools of Universal Dependencies.
//!
//! ```
//! # fn main() -> Result<(), export::Error> {
//! let folder = std::env::temp_dir().join("copydesk-export-example");
//! let snapshot = export::Snapshot::create(&folder, &export::Options::default())?;
//! snapshot.finish(&serde_json::json!({"inputs": []}))?;
//! assert!(folder.join("sentences.parquet").exists());
//! # std::fs::remove_dir_all(folder).ok();
//! # Ok(())
//! # }
//! ```

pub mod codebook;
pub mod conllu;

mod arrow_types;
mod card;
mod columns;
mod csv_file;
mod datapackage;
mod error;
mod hashed_file;
mod linked;
mod options;
mod parquet_file;
mod report;
mod rows;
mod snapshot;
mod staging;
mod table_file;
mod tally;

pub use csv_file::unescape;
pub use error::Error;
pub use options::{CsvDialect, Format, Options, TableChoice};
pub use snapshot::Snapshot;
pub use tally::Tally;

/// The version that the files name as their maker.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
