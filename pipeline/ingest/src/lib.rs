//! The first stage: from the bytes of files to articles.
//!
//! Responsible for: finding the inputs, telling their formats, reading and decompressing them within limits,
//! cutting files into records, telling encodings, finding an article's text with its blocks and metadata, proving
//! where the text stands in the source, and refusing what gives no article with a reason. It is the only reader of
//! inputs. Not responsible for: what a block is on the page (its role), sentences, language, and doing any of this
//! in parallel.
//!
//! [`plan`] lists the files, [`read`] gives their sources in order, [`parse`] makes an article of one source. A
//! source gives exactly one article or one rejection, so sources and rejections of reading add up to documents and
//! rejections.
//!
//! In reading order: `options`, `error`, `plan` (with `sidecar`); `reader` (with `format` and `stream`, and one
//! module for each kind of file with records: `lines`, `array`, `rows`, `batches`, `warc`); `source`, `identity`;
//! `parse` and the paths of the formats: `text` (with `reflow`), `markdown`, `html` (with `nesting`,
//! `html_blocks`, `html_class`, `html_outline` and `page`), `record` (with `fields` and `dates`), `response`; `encoding` and `alignment` serve them all.
//!
//! # Example
//!
//! ```
//! let folder = tempfile::tempdir()?;
//! std::fs::write(folder.path().join("fire.txt"), "Fire at the mill\n\nNobody was hurt.")?;
//!
//! let options = ingest::Options::default();
//! let plan = ingest::plan(&[folder.path()], &options)?;
//! for source in ingest::read(&plan, &options) {
//!     let article = source.and_then(|source| ingest::parse(&source, &options)).expect("it is plain text");
//!     assert_eq!(article.blocks[1].span.of(&article.text), "Nobody was hurt.");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod alignment;
mod array;
mod batches;
mod dates;
mod encoding;
mod error;
mod fields;
mod format;
mod html;
mod html_blocks;
mod html_class;
mod html_outline;
mod identity;
mod lines;
mod markdown;
mod nesting;
mod options;
mod page;
mod parse;
mod plan;
mod reader;
mod record;
mod reflow;
mod response;
mod rows;
mod sidecar;
mod source;
mod stream;
mod text;
mod warc;

pub use error::Error;
pub use options::{DEFAULT_EXCLUDE, DEFAULT_MAX_RATIO, DEFAULT_MAX_SOURCE_BYTES, FieldNames, Options};
pub use parse::parse;
pub use plan::{Plan, Skipped, plan};
pub use reader::{Reader, read};
pub use source::Source;
