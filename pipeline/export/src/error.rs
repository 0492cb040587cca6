//! What can go wrong while a dataset is written.
//!
//! Answers for: naming the file and the remedy. Whether a run goes on is the caller's decision.

use std::io;
use std::path::PathBuf;

/// Why a dataset could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The system refused to make, write, rename or remove a file or a folder.
    #[error("cannot write `{}`; choose another folder with `--output`", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The output folder holds a file that no run wrote: replacing the folder would lose it.
    #[error(
        "`{}` holds `{name}`, which is no file of a dataset; move it away or choose another folder with `--output`",
        folder.display()
    )]
    ForeignFile {
        /// The output folder.
        folder: PathBuf,
        /// The file in it.
        name: String,
    },
    /// The output path is a file.
    #[error("`{}` is not a folder; choose another one with `--output`", path.display())]
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// Another run writes to the same folder.
    #[error("another run is writing to `{}`; wait for it or choose another folder with `--output`", path.display())]
    Busy {
        /// The output folder.
        path: PathBuf,
    },
    /// The Parquet library refused a batch or a file.
    #[error("cannot encode table `{table}`")]
    Parquet {
        /// The table.
        table: &'static str,
        /// What the library said.
        source: parquet::errors::ParquetError,
    },
    /// A table was asked for that does not exist.
    #[error("no table is called `{name}`; there are: {known}")]
    UnknownTable {
        /// The name asked for.
        name: String,
        /// The names there are.
        known: String,
    },
}

impl Error {
    /// For `map_err`: the error of the system at `path`.
    pub(crate) fn write(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Write { path, source }
    }
}
