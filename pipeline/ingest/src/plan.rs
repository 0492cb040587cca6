//! What a run will read, before anything is read.
//!
//! Answers for: turning the inputs that the user named into files in one order, each under one locator; and for
//! stopping when an input is wrong. Leaves to others: opening the files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use globset::{Glob, GlobBuilder, GlobMatcher, GlobSet, GlobSetBuilder};
use walkdir::WalkDir;

use crate::sidecar::{self, Sidecars};
use crate::{Error, Options};
use schema::labels::{RejectReason, Stage};
use schema::{Locator, Rejection};

/// The characters by which an input that is no path is known for a glob pattern.
const GLOB_MARKS: [char; 4] = ['*', '?', '[', '{'];

/// The files of a run in the order of their locators.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    pub(crate) files: Vec<PlannedFile>,
    /// What could be listed but not planned, in the order of the locators.
    pub(crate) rejections: Vec<Rejection>,
    skipped: Skipped,
}

/// A file that will be read.
#[derive(Debug, Clone)]
pub(crate) struct PlannedFile {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The path under which it is known in the dataset.
    pub(crate) locator: String,
    /// Its size on disk.
    pub(crate) bytes: u64,
    /// What the `metadata.csv` beside it says of it, a JSON object.
    pub(crate) sidecar: Option<Arc<str>>,
}

/// How many names in the folders were passed over, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Hidden files and folders: their names start with a full stop.
    pub hidden: u64,
    /// Files that a glob of [`Options::exclude`] matches.
    pub excluded: u64,
    /// Files named `metadata.csv`, which speak of the files beside them.
    pub metadata: u64,
    /// Files that another input names too.
    pub repeated: u64,
}

impl Skipped {
    const fn in_folders(self) -> u64 {
        self.hidden + self.excluded + self.metadata
    }
}

impl Plan {
    /// How many files will be read.
    pub fn files(&self) -> usize {
        self.files.len()
    }

    /// How many bytes they have on disk.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }

    /// What was passed over.
    pub const fn skipped(&self) -> Skipped {
        self.skipped
    }
}

/// Lists what `inputs` name: files, folders with everything below them, and glob patterns.
///
/// A file's locator is the name of the folder that it was found from, and the path from there: the folder that
/// was named, the parent of a file that was named, the fixed part of a glob. A file that is reached twice is
/// read once, under the smallest of its locators.
///
/// # Errors
///
/// When an input does not exist, cannot be read or matches nothing, when a glob is malformed, when the default
/// encoding is unknown, and when a `metadata.csv` is malformed.
pub fn plan<P: AsRef<Path>>(inputs: &[P], options: &Options) -> Result<Plan, Error> {
    check_encoding(options)?;
    let mut listing =
        Listing { exclude: exclusions(options)?, found: BTreeMap::new(), plan: Plan::default() };
    for input in inputs {
        listing.add(input.as_ref())?;
    }
    let Listing { found, mut plan, .. } = listing;
    let mut sidecars = Sidecars::new(&options.fields);
    plan.files = found
        .into_iter()
        .map(|(path, named)| named.planned(path, &mut sidecars))
        .collect::<Result<_, _>>()?;
    plan.files.sort_by(|a, b| (&a.locator, &a.path).cmp(&(&b.locator, &b.path)));
    plan.rejections.sort();
    plan.rejections.dedup();
    Ok(plan)
}

fn check_encoding(options: &Options) -> Result<(), Error> {
    match &options.encoding {
        Some(name) if encoding_rs::Encoding::for_label(name.as_bytes()).is_none() => {
            Err(Error::UnknownEncoding { name: name.clone() })
        }
        _ => Ok(()),
    }
}

fn exclusions(options: &Options) -> Result<GlobSet, Error> {
    let mut set = GlobSetBuilder::new();
    for pattern in &options.exclude {
        set.add(parse_glob(pattern)?);
    }
    set.build().map_err(|source| Error::MalformedGlob { glob: options.exclude.join(", "), source })
}

fn parse_glob(pattern: &str) -> Result<Glob, Error> {
    let glob = GlobBuilder::new(pattern).literal_separator(true).build();
    glob.map_err(|source| Error::MalformedGlob { glob: pattern.to_owned(), source })
}

/// A file on the way into the plan.
struct Named {
    locator: String,
    bytes: u64,
}

impl Named {
    fn planned(self, path: PathBuf, sidecars: &mut Sidecars<'_>) -> Result<PlannedFile, Error> {
        let sidecar = sidecars.beside(&path)?;
        Ok(PlannedFile { path, locator: self.locator, bytes: self.bytes, sidecar })
    }
}

/// The inputs listed so far, by canonical path.
struct Listing {
    exclude: GlobSet,
    found: BTreeMap<PathBuf, Named>,
    plan: Plan,
}

/// A folder that files are looked for in.
struct Root<'i> {
    /// As the user wrote it.
    given: &'i Path,
    /// Without links, from the file system's root.
    canonical: PathBuf,
    /// The glob that the path from the folder must match.
    filter: Option<GlobMatcher>,
}

impl Root<'_> {
    /// The locator of the file at `relative` below this folder.
    fn locator(&self, relative: &Path) -> String {
        let name = self.canonical.file_name().map(|name| name.to_string_lossy().into_owned());
        let parts = relative.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
        name.into_iter().chain(parts).collect::<Vec<_>>().join("/")
    }
}

impl Listing {
    fn add(&mut self, input: &Path) -> Result<(), Error> {
        match input.metadata() {
            Ok(metadata) if metadata.is_dir() => self.add_folder(input),
            Ok(_) => self.add_file(input),
            Err(_) if input.to_string_lossy().contains(GLOB_MARKS) => self.add_glob(input),
            Err(source) if source.kind() == std::io::ErrorKind::NotFound => {
                Err(Error::Missing { path: input.to_owned() })
            }
            Err(source) => Err(Error::Unreadable { path: input.to_owned(), source }),
        }
    }

    /// A file that the user names is read whatever its name.
    fn add_file(&mut self, input: &Path) -> Result<(), Error> {
        let unreadable = |source| Error::Unreadable { path: input.to_owned(), source };
        // The name as given counts, not that of the file that a link leads to.
        let parent = input.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let canonical = parent.canonicalize().map_err(unreadable)?;
        let root = Root { given: parent, canonical, filter: None };
        let name = PathBuf::from(input.file_name().unwrap_or_default());
        let bytes = input.metadata().map_err(unreadable)?.len();
        let locator = root.locator(&name);
        self.insert(input.canonicalize().map_err(unreadable)?, Named { locator, bytes });
        Ok(())
    }

    fn add_folder(&mut self, input: &Path) -> Result<(), Error> {
        let canonical =
            input.canonicalize().map_err(|source| Error::Unreadable { path: input.to_owned(), source })?;
        let before = self.plan.skipped.in_folders();
        let listed = self.walk(&Root { given: input, canonical, filter: None });
        if listed == 0 {
            let skipped = self.plan.skipped.in_folders() - before;
            return Err(Error::EmptyFolder { path: input.to_owned(), skipped });
        }
        Ok(())
    }

    fn add_glob(&mut self, input: &Path) -> Result<(), Error> {
        let pattern = input.to_string_lossy().replace('\\', "/");
        let (prefix, rest) = split_glob(&pattern);
        let filter = Some(parse_glob(rest)?.compile_matcher());
        let no_match = || Error::NoMatch { glob: pattern.clone() };
        let given = Path::new(if prefix.is_empty() { "." } else { prefix });
        let canonical = given.canonicalize().map_err(|_| no_match())?;
        let listed = self.walk(&Root { given, canonical, filter });
        if listed == 0 { Err(no_match()) } else { Ok(()) }
    }

    /// Takes every file below the root into the plan; returns how many files and refusals there were.
    fn walk(&mut self, root: &Root<'_>) -> usize {
        let mut listed = 0;
        let mut entries = WalkDir::new(root.given).follow_links(true).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            listed += match entry {
                Ok(entry) if entry.depth() > 0 && is_hidden(entry.file_name()) => {
                    self.plan.skipped.hidden += 1;
                    if entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                    0
                }
                Ok(entry) if entry.file_type().is_file() => self.take(root, &entry),
                Ok(_) => 0,
                Err(error) => self.refuse(root, &error),
            };
        }
        listed
    }

    fn take(&mut self, root: &Root<'_>, entry: &walkdir::DirEntry) -> usize {
        let relative = entry.path().strip_prefix(root.given).unwrap_or(entry.path());
        if root.filter.as_ref().is_some_and(|filter| !filter.is_match(relative)) {
            return 0;
        }
        if entry.file_name() == sidecar::FILE_NAME {
            self.plan.skipped.metadata += 1;
            return 0;
        }
        if self.exclude.is_match(entry.file_name()) {
            self.plan.skipped.excluded += 1;
            return 0;
        }
        // Where the file is already gone again, reading it will say so.
        let path = entry.path().canonicalize().unwrap_or_else(|_| entry.path().to_owned());
        let bytes = entry.metadata().map_or(0, |metadata| metadata.len());
        self.insert(path, Named { locator: root.locator(relative), bytes });
        1
    }

    /// Keeps the smallest locator of a file.
    fn insert(&mut self, path: PathBuf, named: Named) {
        if let Some(known) = self.found.get_mut(&path) {
            self.plan.skipped.repeated += 1;
            if named.locator < known.locator {
                *known = named;
            }
        } else {
            self.found.insert(path, named);
        }
    }

    fn refuse(&mut self, root: &Root<'_>, error: &walkdir::Error) -> usize {
        let path = error.path().unwrap_or(root.given);
        let relative = path.strip_prefix(root.given).unwrap_or(path);
        if root.filter.as_ref().is_some_and(|filter| !filter.is_match(relative)) {
            return 0;
        }
        let (reason, detail) = match error.loop_ancestor() {
            Some(ancestor) => {
                let above = ancestor.strip_prefix(root.given).unwrap_or(ancestor);
                (RejectReason::SymlinkLoop, format!("it links to `{}` above it", root.locator(above)))
            }
            None => walk_failure(error),
        };
        let locator = Locator { path: root.locator(relative), record: None };
        self.plan.rejections.push(Rejection { locator, stage: Stage::Read, reason, detail, bytes: None });
        1
    }
}

fn walk_failure(error: &walkdir::Error) -> (RejectReason, String) {
    match error.io_error() {
        Some(io) if io.kind() == std::io::ErrorKind::NotFound => {
            (RejectReason::Gone, "it is not there, or is a link to nothing".to_owned())
        }
        Some(io) => (RejectReason::Unreadable, io.to_string().to_lowercase()),
        None => (RejectReason::Unreadable, "it cannot be listed".to_owned()),
    }
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// A pattern's fixed folder and the rest behind it.
fn split_glob(pattern: &str) -> (&str, &str) {
    let first = pattern.find(GLOB_MARKS).unwrap_or(pattern.len());
    match pattern[..first].rfind('/') {
        Some(0) => ("/", &pattern[1..]),
        Some(slash) => (&pattern[..slash], &pattern[slash + 1..]),
        None => ("", pattern),
    }
}

#[cfg(test)]
mod tests {
    use super::split_glob;

    #[test]
    fn a_glob_starts_in_its_fixed_folder() {
        assert_eq!(split_glob("news/2016-*/[ab].txt"), ("news", "2016-*/[ab].txt"));
        assert_eq!(split_glob("*.txt"), ("", "*.txt"));
        assert_eq!(split_glob("/*.txt"), ("/", "*.txt"));
        assert_eq!(split_glob("../a/b*"), ("../a", "b*"));
    }
}
