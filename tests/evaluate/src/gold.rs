//! The folder of public gold: where its sets are and what their rows look like on disk.
//!
//! Answers for: reading JSON files and listing pages, with the path in every error, and for keeping what
//! several measures share. What the rows mean is left to the measures. Nothing of the folder enters the
//! repository.

use std::cell::OnceCell;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::de::DeserializeOwned;

use crate::incidents::{self, Incident};
use crate::subtopics::{self, Report};

/// The folder `gold`, which is there.
#[derive(Debug)]
pub(crate) struct Gold {
    root: PathBuf,
    incidents: OnceCell<Vec<Incident>>,
    subtopics: OnceCell<Vec<Report>>,
}

/// A part of the gold that is not there.
#[derive(Debug)]
pub(crate) struct Missing(String);

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Missing {}

impl Gold {
    /// The gold in the folder `root`.
    ///
    /// # Errors
    ///
    /// [`Missing`] when it is no folder.
    pub(crate) fn open(root: &Path) -> anyhow::Result<Self> {
        if root.is_dir() {
            let root = root.to_owned();
            return Ok(Self { root, incidents: OnceCell::new(), subtopics: OnceCell::new() });
        }
        let place = root.display();
        Err(Missing(format!("gold folder `{place}` is not there; nothing can be scored without it")).into())
    }

    /// The place of `path`, which is relative to the folder.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The rows of the JSON Lines file at `path`.
    pub(crate) fn rows<R: DeserializeOwned>(&self, path: &str) -> anyhow::Result<Vec<R>> {
        rows(&self.path(path))
    }

    /// The text of the file at `path`.
    pub(crate) fn text(&self, path: &str) -> anyhow::Result<String> {
        read(&self.path(path))
    }

    /// The incidents of the archive of gun violence, which are read once.
    pub(crate) fn incidents(&self) -> anyhow::Result<&[Incident]> {
        if let Some(read) = self.incidents.get() {
            return Ok(read);
        }
        let read = incidents::read(self)?;
        Ok(self.incidents.get_or_init(|| read))
    }

    /// The documents of ECB+, which are read once.
    pub(crate) fn subtopics(&self) -> anyhow::Result<&[Report]> {
        if let Some(read) = self.subtopics.get() {
            return Ok(read);
        }
        let read = subtopics::read(self)?;
        Ok(self.subtopics.get_or_init(|| read))
    }

    /// The files below `folder` whose names end in `ending`, in the order of their paths.
    pub(crate) fn files(&self, folder: &str, ending: &str) -> anyhow::Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        list(&self.path(folder), ending, &mut found)?;
        found.sort_unstable();
        Ok(found)
    }
}

/// The rows of the JSON Lines file at `path`, which is whole.
pub(crate) fn rows<R: DeserializeOwned>(path: &Path) -> anyhow::Result<Vec<R>> {
    let text = read(path)?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let rows = lines.map(|(at, line)| {
        serde_json::from_str(line).with_context(|| format!("`{}` line {}", path.display(), at + 1))
    });
    rows.collect()
}

/// The JSON value in the file at `path`.
pub(crate) fn json<V: DeserializeOwned>(path: &Path) -> anyhow::Result<V> {
    serde_json::from_str(&read(path)?).with_context(|| format!("`{}`", path.display()))
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).map_err(|error| unread(error, path))
}

fn list(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).map_err(|error| unread(error, folder))? {
        let path = entry.map_err(|error| unread(error, folder))?.path();
        if path.is_dir() {
            list(&path, ending, found)?;
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    Ok(())
}

fn unread(error: io::Error, path: &Path) -> anyhow::Error {
    let place = path.display();
    if error.kind() == io::ErrorKind::NotFound {
        return Missing(format!("gold set `{place}` is not there; the folder is incomplete")).into();
    }
    anyhow::Error::new(error).context(format!("`{place}` cannot be read"))
}
