//! What the user may set of this stage.
//!
//! Answers for: every option with its unit, default and effect. Leaves to others: reading the configuration
//! file and the command line.

use serde::{Deserialize, Serialize};

/// Default of [`Options::max_source_bytes`]: 64 MiB.
pub const DEFAULT_MAX_SOURCE_BYTES: u64 = 64 << 20;

/// Default of [`Options::max_ratio`].
pub const DEFAULT_MAX_RATIO: u64 = 200;

/// Default of [`Options::exclude`].
pub const DEFAULT_EXCLUDE: &[&str] = &["README*", "LICENSE*"];

/// The options of the first stage: the `[ingest]` section of `copydesk.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The largest article or record that is read, in bytes after decompression; what is larger is rejected as
    /// `too_large`. Default: 67108864 (64 MiB).
    pub max_source_bytes: u64,
    /// How many bytes one compressed byte may become, once more than 1 MiB has come out; what unpacks to more
    /// is rejected as `decompression_bomb`. Default: 200.
    pub max_ratio: u64,
    /// Globs on file names that are no articles: a folder's file that matches one is skipped and counted.
    /// Default: `README*` and `LICENSE*`.
    pub exclude: Vec<String>,
    /// The outlet of every article that names none. Default: none, then the host of the article's address is
    /// taken.
    pub outlet: Option<String>,
    /// The character encoding of sources that declare none, by a name of the WHATWG Encoding Standard. Default:
    /// none, then it is detected.
    pub encoding: Option<String>,
    /// Which field of a record holds what.
    pub fields: FieldNames,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            max_source_bytes: DEFAULT_MAX_SOURCE_BYTES,
            max_ratio: DEFAULT_MAX_RATIO,
            exclude: DEFAULT_EXCLUDE.iter().map(|&glob| glob.to_owned()).collect(),
            outlet: None,
            encoding: None,
            fields: FieldNames::default(),
        }
    }
}

/// The names of a record's fields, whatever their case. A field left at its default, none, is looked for under
/// the names that people use.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FieldNames {
    /// The article's text: `text`, `content`, `body`, `articleBody`, `maintext` and others by default.
    pub text: Option<String>,
    /// The headline: `title`, `headline` and others by default.
    pub title: Option<String>,
    /// The address: `url`, `link` and others by default.
    pub url: Option<String>,
    /// The time of publication: `published`, `date`, `datePublished` and others by default.
    pub published: Option<String>,
    /// The time of the last change: `modified`, `dateModified` and others by default.
    pub modified: Option<String>,
    /// The authors: `author`, `authors`, `byline` and others by default.
    pub author: Option<String>,
    /// The outlet: `outlet`, `source`, `publisher` and others by default.
    pub outlet: Option<String>,
    /// The section: `section`, `category` and others by default.
    pub section: Option<String>,
    /// The language: `language`, `lang` and others by default.
    pub language: Option<String>,
}
