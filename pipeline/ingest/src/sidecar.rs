//! `metadata.csv`: what plain text cannot say of itself.
//!
//! Answers for: reading the file beside the articles, once a folder. Its first line names the columns: `file`
//! (the name of a file in the same folder) and fields under the names that records use. A row fills in what
//! the file it names lacks. Leaves to others: filling in.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::{Error, FieldNames, fields, rows};

/// The name of the file.
pub(crate) const FILE_NAME: &str = "metadata.csv";

/// Names of the column that names the file.
const FILE_COLUMNS: &[&str] = &["file", "filename", "file_name", "path"];

/// What the rows of one folder say, a JSON object each, by file name.
type Folder = BTreeMap<String, Arc<str>>;

/// The metadata files read so far.
pub(crate) struct Sidecars<'o> {
    folders: BTreeMap<PathBuf, Folder>,
    fields: &'o FieldNames,
}

impl<'o> Sidecars<'o> {
    pub(crate) const fn new(fields: &'o FieldNames) -> Self {
        Self { folders: BTreeMap::new(), fields }
    }

    /// What the metadata in the folder of `file` says of it.
    ///
    /// # Errors
    ///
    /// When there is a metadata file and it is malformed.
    pub(crate) fn beside(&mut self, file: &Path) -> Result<Option<Arc<str>>, Error> {
        let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else { return Ok(None) };
        if !self.folders.contains_key(folder) {
            let rows = read(&folder.join(FILE_NAME), self.fields)?;
            self.folders.insert(folder.to_owned(), rows);
        }
        Ok(self.folders[folder].get(&*name.to_string_lossy()).cloned())
    }
}

/// The rows of the metadata file; none where there is no file.
fn read(path: &Path, fields: &FieldNames) -> Result<Folder, Error> {
    let file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Folder::new()),
        Err(source) => return Err(Error::Unreadable { path: path.to_owned(), source }),
    };
    let malformed = |line, detail: String| Error::MalformedMetadata { path: path.to_owned(), line, detail };
    let wrong = |error: &csv::Error| {
        malformed(error.position().map_or(1, csv::Position::line), error.to_string().to_lowercase())
    };
    let mut table = csv::Reader::from_reader(file);
    let header = table.headers().map_err(|error| wrong(&error))?.clone();
    let names: Vec<_> = header.iter().map(|name| name.trim_start_matches('\u{FEFF}').trim()).collect();
    let key = file_column(&names, fields).map_err(|detail| malformed(1, detail))?;
    let mut folder = Folder::new();
    for row in table.records() {
        let row = row.map_err(|error| wrong(&error))?;
        let cells = names
            .iter()
            .copied()
            .zip(row.iter().map(Cow::Borrowed))
            .filter(|(_, cell)| !cell.trim().is_empty());
        let json = String::from_utf8(rows::object(cells)).expect("JSON is UTF-8");
        let file = row[key].trim().trim_start_matches("./").to_owned();
        let line = row.position().map_or(1, csv::Position::line);
        if folder.insert(file.clone(), json.into()).is_some() {
            return Err(malformed(line, format!("`{file}` stands there twice; keep one row a file")));
        }
    }
    Ok(folder)
}

/// Which column names the file; an error where none does, or where nothing else is understood.
fn file_column(names: &[&str], fields: &FieldNames) -> Result<usize, String> {
    let is_file = |name: &&str| FILE_COLUMNS.contains(&name.to_lowercase().as_str());
    let seen = names.join("`, `");
    let Some(key) = names.iter().position(is_file) else {
        return Err(format!("no column is named `file`; columns: `{seen}`"));
    };
    if names.iter().any(|name| fields::is_known(name, fields)) {
        return Ok(key);
    }
    Err(format!(
        "no column but `file` is understood; columns: `{seen}`; use `url`, `outlet`, `published_at`, ..."
    ))
}
