//! What stops the run before anything is read.
//!
//! Answers for: what is wrong with the inputs that the user named, where, and how to mend it. What is wrong with
//! a single file or record is a [`schema::Rejection`], which stops nothing.

use std::io;
use std::path::PathBuf;

/// Inputs from which no plan can be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A path does not exist.
    #[error("input `{}` does not exist; check the spelling, relative paths start at the working folder", path.display())]
    Missing {
        /// The path as given.
        path: PathBuf,
    },
    /// A path exists but the system refuses it.
    #[error("input `{}` cannot be read; check its permissions", path.display())]
    Unreadable {
        /// The path as given.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A folder without a file that is an input.
    #[error(
        "folder `{}` holds no file to read ({skipped} skipped as hidden, excluded or metadata); name another \
         folder or change `ingest.exclude`",
        path.display()
    )]
    EmptyFolder {
        /// The folder as given.
        path: PathBuf,
        /// How many names in it were skipped.
        skipped: u64,
    },
    /// A glob that matches no file.
    #[error(
        "glob `{glob}` matches no file; put it in quotes so that the shell leaves it alone, and check it"
    )]
    NoMatch {
        /// The glob as given.
        glob: String,
    },
    /// A glob that breaks the rules of globs.
    #[error("glob `{glob}` is malformed; `*`, `**`, `?`, `[a-z]` and `{{a,b}}` are understood")]
    MalformedGlob {
        /// The glob as given.
        glob: String,
        /// What is wrong with it.
        source: globset::Error,
    },
    /// An encoding that nobody knows.
    #[error(
        "encoding `{name}` is unknown; use a name of the WHATWG Encoding Standard such as `windows-1254`"
    )]
    UnknownEncoding {
        /// The name as given.
        name: String,
    },
    /// A `metadata.csv` that cannot be understood.
    #[error("metadata `{}` is malformed at line {line}: {detail}", path.display())]
    MalformedMetadata {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
        /// What is wrong and how to mend it.
        detail: String,
    },
}
