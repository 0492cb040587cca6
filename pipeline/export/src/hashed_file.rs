//! A file that knows its size and hash when it is written.
//!
//! Answers for: both figures, taken from the bytes on their way to the disk.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::Error;

/// A file being written.
pub(crate) struct HashedFile {
    path: PathBuf,
    file: BufWriter<File>,
    hash: Sha256,
    bytes: u64,
}

/// A written file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Written {
    /// Its name in the dataset's folder.
    pub(crate) path: String,
    /// Its size in bytes.
    pub(crate) bytes: u64,
    /// Its SHA-256 as hexadecimal digits.
    pub(crate) sha256: String,
}

impl HashedFile {
    /// Makes `name` in `folder`.
    pub(crate) fn create(folder: &Path, name: &str) -> Result<Self, Error> {
        let path = folder.join(name);
        let file = File::create(&path).map_err(Error::write(&path))?;
        Ok(Self { path, file: BufWriter::with_capacity(1 << 16, file), hash: Sha256::new(), bytes: 0 })
    }

    /// The file's path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes what is buffered and tells what the file is.
    pub(crate) fn finish(mut self) -> Result<Written, Error> {
        self.file.flush().map_err(Error::write(&self.path))?;
        let name = self.path.file_name().unwrap_or_default();
        Ok(Written {
            path: name.to_string_lossy().into_owned(),
            bytes: self.bytes,
            sha256: hexadecimal(&self.hash.finalize()),
        })
    }
}

impl Write for HashedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The bytes as lower-case hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut digits, byte| {
        write!(digits, "{byte:02x}").expect("writing to a string does not fail");
        digits
    })
}
