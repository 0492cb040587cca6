//! The folder in which a snapshot grows, and its move into place.
//!
//! Answers for: a reader of the output folder sees the old dataset or the new one, never half of one; files
//! that no run wrote are never lost; two runs do not write to one folder. The snapshot grows in a hidden
//! sibling folder, which goes when the run fails.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use schema::tables;

use crate::{Error, Format, card, datapackage, report};

/// The file in the sibling folder that a run holds locked while it writes.
const LOCK: &str = ".lock";

/// A snapshot's folder before it is moved into place.
pub(crate) struct Staging {
    target: PathBuf,
    folder: PathBuf,
    /// Held while the run writes.
    lock: Option<File>,
}

impl Staging {
    /// Makes the sibling folder of `target`.
    ///
    /// # Errors
    ///
    /// Where `target` is a file, holds files that no run wrote, cannot be written beside, or is being written
    /// by another run.
    pub(crate) fn create(target: &Path) -> Result<Self, Error> {
        let target = absolute(target)?;
        let previous = sibling(&target, "previous");
        if previous.exists() && !target.exists() {
            fs::rename(&previous, &target).map_err(Error::write(&target))?;
        }
        refuse_foreign_files(&target)?;
        let folder = sibling(&target, "partial");
        fs::create_dir_all(&folder).map_err(Error::write(&folder))?;
        let lock = lock(&folder, &target)?;
        clear(&folder)?;
        Ok(Self { target, folder, lock: Some(lock) })
    }

    /// Where the files are to be written.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Moves the folder into place of the target.
    pub(crate) fn commit(mut self) -> Result<(), Error> {
        let lock_file = self.folder.join(LOCK);
        fs::remove_file(&lock_file).map_err(Error::write(lock_file))?;
        let previous = sibling(&self.target, "previous");
        let had_previous = self.target.exists();
        if had_previous {
            fs::rename(&self.target, &previous).map_err(Error::write(&self.target))?;
        }
        if let Err(error) = fs::rename(&self.folder, &self.target) {
            if had_previous {
                fs::rename(&previous, &self.target).map_err(Error::write(&self.target))?;
            }
            return Err(Error::write(&self.target)(error));
        }
        self.lock = None;
        if had_previous { fs::remove_dir_all(&previous).map_err(Error::write(previous)) } else { Ok(()) }
    }
}

impl Drop for Staging {
    /// Removes what a failed or interrupted run left; after a commit there is nothing to remove.
    fn drop(&mut self) {
        if self.lock.take().is_some() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// The target as a path with a parent, links resolved.
fn absolute(target: &Path) -> Result<PathBuf, Error> {
    match fs::canonicalize(target) {
        Ok(path) if path.is_dir() => Ok(path),
        Ok(path) => Err(Error::NotAFolder { path }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => make_parent(target),
        Err(error) => Err(Error::write(target)(error)),
    }
}

/// The absolute path of a target that does not exist yet; its parent is made.
fn make_parent(target: &Path) -> Result<PathBuf, Error> {
    let path = std::path::absolute(target).map_err(Error::write(target))?;
    match path.parent() {
        Some(parent) => {
            fs::create_dir_all(parent).map_err(Error::write(parent))?;
            let parent = fs::canonicalize(parent).map_err(Error::write(parent))?;
            Ok(parent.join(path.file_name().unwrap_or(OsStr::new("output"))))
        }
        None => Err(Error::NotAFolder { path }),
    }
}

/// The hidden folder beside `target` that serves as `purpose`.
fn sibling(target: &Path, purpose: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or(OsStr::new("output")));
    name.push(".");
    name.push(purpose);
    target.with_file_name(name)
}

/// Fails where the folder holds anything but files of a dataset.
fn refuse_foreign_files(folder: &Path) -> Result<(), Error> {
    if !folder.exists() {
        return Ok(());
    }
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut names: Vec<OsString> =
        entries.map_err(Error::write(folder))?.into_iter().map(|entry| entry.file_name()).collect();
    names.sort();
    match names.into_iter().find(|name| !name.to_str().is_some_and(is_of_a_dataset)) {
        Some(name) => {
            Err(Error::ForeignFile { folder: folder.to_owned(), name: name.to_string_lossy().into_owned() })
        }
        None => Ok(()),
    }
}

/// Whether a run writes a file of this name.
fn is_of_a_dataset(name: &str) -> bool {
    let is_table = |file: &str| {
        [Format::Parquet, Format::Csv].iter().any(|format| {
            let stem = file.strip_suffix(format.extension()).and_then(|stem| stem.strip_suffix('.'));
            tables::ALL.iter().any(|table| Some(table.name) == stem)
        })
    };
    [card::FILE, datapackage::FILE, report::FILE].contains(&name) || is_table(name)
}

/// Takes the lock of the sibling folder.
fn lock(folder: &Path, target: &Path) -> Result<File, Error> {
    let path = folder.join(LOCK);
    let file = File::create(&path).map_err(Error::write(&path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(Error::Busy { path: target.to_owned() }),
        Err(fs::TryLockError::Error(error)) => Err(Error::write(path)(error)),
    }
}

/// Removes what a killed run left in the sibling folder.
fn clear(folder: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(Error::write(folder))? {
        let path = entry.map_err(Error::write(folder))?.path();
        if path.file_name() != Some(OsStr::new(LOCK)) {
            fs::remove_file(&path).map_err(Error::write(path))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Staging;
    use crate::Error;
    use std::fs;

    #[test]
    fn the_old_dataset_stays_until_the_new_one_is_whole() {
        let parent = tempfile::tempdir().unwrap();
        let target = parent.path().join("data");
        fs::create_dir(&target).unwrap();
        fs::write(target.join("README.md"), "old").unwrap();
        let staging = Staging::create(&target).unwrap();
        fs::write(staging.folder().join("README.md"), "new").unwrap();
        assert_eq!(fs::read_to_string(target.join("README.md")).unwrap(), "old");
        staging.commit().unwrap();
        assert_eq!(fs::read_to_string(target.join("README.md")).unwrap(), "new");
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1, "nothing stays beside it");
    }

    #[test]
    fn a_failed_run_leaves_nothing_and_changes_nothing() {
        let parent = tempfile::tempdir().unwrap();
        drop(Staging::create(&parent.path().join("data")).unwrap());
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
    }

    #[test]
    fn files_of_others_are_never_replaced() {
        let parent = tempfile::tempdir().unwrap();
        fs::write(parent.path().join("thesis.docx"), "").unwrap();
        let error = Staging::create(parent.path()).err().unwrap();
        assert!(matches!(error, Error::ForeignFile { ref name, .. } if name == "thesis.docx"), "{error}");
    }

    #[test]
    fn two_runs_do_not_share_a_folder() {
        let parent = tempfile::tempdir().unwrap();
        let target = parent.path().join("data");
        let first = Staging::create(&target).unwrap();
        assert!(matches!(Staging::create(&target).err().unwrap(), Error::Busy { .. }));
        drop(first);
        assert!(Staging::create(&target).is_ok());
    }

    #[test]
    fn what_a_killed_run_left_is_cleared() {
        let parent = tempfile::tempdir().unwrap();
        let left = parent.path().join(".data.partial");
        fs::create_dir(&left).unwrap();
        fs::write(left.join("sentences.csv"), "half").unwrap();
        let staging = Staging::create(&parent.path().join("data")).unwrap();
        assert!(!staging.folder().join("sentences.csv").exists());
    }
}
