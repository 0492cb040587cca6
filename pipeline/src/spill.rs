//! What a run sets aside between its two passes.
//!
//! Answers for: values in a file, read back in the order in which they were written, so that memory does not grow
//! with the corpus. The file has no name: it is gone when the run ends, however it ends. Leaves to others: what is
//! set aside and when.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read as _, Seek as _, Write as _};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Bytes that are written or read at once.
const BUFFER: usize = 1 << 18;

/// A value in its stored form, which any thread can make and open.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Packed<T> {
    bytes: Vec<u8>,
    kind: PhantomData<fn() -> T>,
}

/// A file of values that grows.
pub(crate) struct Spill<T> {
    file: BufWriter<File>,
    folder: PathBuf,
    values: u64,
    kind: PhantomData<fn() -> T>,
}

/// The values of a file in the order in which they were written.
pub(crate) struct Spilled<T> {
    file: BufReader<File>,
    folder: PathBuf,
    values: u64,
    left: u64,
    kind: PhantomData<fn() -> T>,
}

impl<T: Serialize> Packed<T> {
    /// Stores `value`.
    pub(crate) fn new(value: &T) -> Self {
        let bytes = postcard::to_stdvec(value).expect("the types of the schema have a stored form");
        Self { bytes, kind: PhantomData }
    }
}

impl<T: DeserializeOwned> Packed<T> {
    /// The value. Fails where the file was damaged meanwhile.
    pub(crate) fn open(&self) -> anyhow::Result<T> {
        postcard::from_bytes(&self.bytes).context("a temporary file of this run was damaged")
    }
}

impl<T> Packed<T> {
    /// Its size in bytes.
    pub(crate) const fn len(&self) -> usize {
        self.bytes.len()
    }
}

impl<T> Spill<T> {
    /// An empty file on the disk of `folder`.
    pub(crate) fn create(folder: &Path) -> anyhow::Result<Self> {
        let file = tempfile::tempfile_in(folder).with_context(|| cannot("make", folder))?;
        let file = BufWriter::with_capacity(BUFFER, file);
        Ok(Self { file, folder: folder.to_owned(), values: 0, kind: PhantomData })
    }

    /// Adds a value.
    pub(crate) fn push(&mut self, value: &Packed<T>) -> anyhow::Result<()> {
        let length = value.bytes.len() as u64;
        let written =
            self.file.write_all(&length.to_le_bytes()).and_then(|()| self.file.write_all(&value.bytes));
        self.values += 1;
        written.with_context(|| cannot("write", &self.folder))
    }

    /// How many values there are.
    pub(crate) const fn values(&self) -> u64 {
        self.values
    }

    /// The values, from the first.
    pub(crate) fn read(self) -> anyhow::Result<Spilled<T>> {
        let Self { file, folder, values, kind } = self;
        let rewound = file.into_inner().map_err(io::IntoInnerError::into_error);
        let rewound = rewound.and_then(|mut file| file.rewind().map(|()| file));
        let file = BufReader::with_capacity(BUFFER, rewound.with_context(|| cannot("write", &folder))?);
        Ok(Spilled { file, folder, values, left: values, kind })
    }
}

impl<T> Spilled<T> {
    /// The next value; `None` behind the last.
    pub(crate) fn next(&mut self) -> anyhow::Result<Option<Packed<T>>> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let bytes = self.record().with_context(|| cannot("read", &self.folder))?;
        Ok(Some(Packed { bytes, kind: PhantomData }))
    }

    fn record(&mut self) -> io::Result<Vec<u8>> {
        let mut length = [0; 8];
        self.file.read_exact(&mut length)?;
        let mut bytes = Vec::new();
        let length = u64::from_le_bytes(length);
        let read = self.file.by_ref().take(length).read_to_end(&mut bytes)?;
        if read as u64 == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }

    /// How many values there are.
    pub(crate) const fn values(&self) -> u64 {
        self.values
    }

    /// How many values were read.
    pub(crate) const fn read(&self) -> u64 {
        self.values - self.left
    }
}

/// What could not be done.
fn cannot(what: &str, folder: &Path) -> String {
    format!("cannot {what} a temporary file in `{}`; choose another folder with `--output`", folder.display())
}

#[cfg(test)]
mod tests {
    use super::{Packed, Spill};

    #[test]
    fn values_come_back_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let mut spill = Spill::create(folder.path()).unwrap();
        let values = ["one".to_owned(), String::new(), "üç".repeat(200_000)];
        for value in &values {
            spill.push(&Packed::new(value)).unwrap();
        }
        let mut spilled = spill.read().unwrap();
        for value in &values {
            assert_eq!(spilled.next().unwrap().unwrap().open().unwrap(), *value);
        }
        assert_eq!((spilled.next().unwrap(), spilled.read(), spilled.values()), (None, 3, 3));
    }

    #[test]
    fn the_file_has_no_name() {
        let folder = tempfile::tempdir().unwrap();
        let mut spill = Spill::create(folder.path()).unwrap();
        spill.push(&Packed::new(&1)).unwrap();
        #[cfg(unix)]
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        drop(spill);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_damaged_value_is_an_error() {
        let packed = Packed { bytes: vec![200], kind: std::marker::PhantomData::<fn() -> String> };
        assert!(packed.open().is_err());
    }
}
