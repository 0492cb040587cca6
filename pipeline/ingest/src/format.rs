//! What kind of file a file is.
//!
//! Answers for: the format by the name's extension, behind `.gz` or `.zst`, and by the first bytes where the
//! extension says nothing. Leaves to others: reading the file.

use std::path::Path;

use schema::labels::{RejectReason, SourceFormat};

/// How many of a file's first decompressed bytes are looked at.
pub(crate) const HEAD_BYTES: usize = 8 << 10;

/// The kinds of file that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// The file is the article, in this format.
    Article(SourceFormat),
    /// An object a line.
    Lines,
    /// One JSON value.
    Json,
    /// Rows of cells with this byte between them.
    Table(u8),
    /// Parquet.
    Parquet,
    /// WARC.
    Warc,
}

/// The file's kind by the extension of its name; `None` where that says nothing.
///
/// # Errors
///
/// The refusal, where the extension names a format that is not read.
pub(crate) fn by_name(path: &Path) -> Result<Option<FileKind>, (RejectReason, String)> {
    let Some(extension) = extension(path) else { return Ok(None) };
    let kind = match extension.as_str() {
        "txt" | "text" => FileKind::Article(SourceFormat::Text),
        "md" | "markdown" => FileKind::Article(SourceFormat::Markdown),
        "html" | "htm" | "xhtml" => FileKind::Article(SourceFormat::Html),
        "jsonl" | "ndjson" => FileKind::Lines,
        "json" => FileKind::Json,
        "csv" => FileKind::Table(b','),
        "tsv" | "tab" => FileKind::Table(b'\t'),
        "parquet" => FileKind::Parquet,
        "warc" => FileKind::Warc,
        _ if UNSUPPORTED.contains(&extension.as_str()) => {
            let detail = format!("files named `.{extension}` are not read");
            return Err((RejectReason::UnsupportedFormat, detail));
        }
        _ => return Ok(None),
    };
    Ok(Some(kind))
}

/// Extensions of formats that hold articles, if at all, in a shape that this stage does not undo. Sorted.
const UNSUPPORTED: &[&str] = &[
    "7z", "atom", "avi", "bmp", "bz2", "css", "db", "doc", "docx", "epub", "exe", "gif", "ico", "jpeg",
    "jpg", "js", "m4a", "mov", "mp3", "mp4", "odt", "ogg", "orc", "pdf", "png", "ppt", "pptx", "py", "rar",
    "rss", "rtf", "so", "sqlite", "svg", "tar", "tgz", "tif", "tiff", "wav", "webm", "webp", "xls", "xlsx",
    "xml", "xz", "zip",
];

/// The name's extension in lower case, the one behind `.gz` or `.zst` where there is one.
fn extension(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let name =
        [".gz", ".gzip", ".zst", ".zstd"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    name.rsplit_once('.').map(|(_, extension)| extension.to_owned())
}

/// The kind of a file whose name says nothing, by its first decompressed bytes.
///
/// # Errors
///
/// The refusal, where the bytes are of a format that is not read or no text.
pub(crate) fn by_content(head: &[u8]) -> Result<FileKind, (RejectReason, String)> {
    if let Some(format) = known_binary(head) {
        return Err((RejectReason::UnsupportedFormat, format!("{format} is not read")));
    }
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    if head.starts_with(b"PAR1") {
        Ok(FileKind::Parquet)
    } else if head.starts_with(b"WARC/") {
        Ok(FileKind::Warc)
    } else if starts_like_html(text) {
        Ok(FileKind::Article(SourceFormat::Html))
    } else if text.starts_with(b"{") || text.starts_with(b"[{") {
        Ok(json_kind(text))
    } else if is_binary(head) {
        Err((RejectReason::Binary, "it holds zero bytes or too many control characters".to_owned()))
    } else {
        Ok(FileKind::Article(SourceFormat::Text))
    }
}

/// Whether the bytes start as a page of HTML does.
pub(crate) fn starts_like_html(text: &[u8]) -> bool {
    const STARTS: &[&[u8]] =
        &[b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<!--", b"<?xml"];
    STARTS.iter().any(|start| text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}

/// An object a line where the first line is a whole object, else one JSON value.
fn json_kind(text: &[u8]) -> FileKind {
    let line = text.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let is_object = line.starts_with(b"{") && serde_json::from_slice::<serde_json::Value>(line).is_ok();
    // A lone object on one line is read the same either way.
    if is_object { FileKind::Lines } else { FileKind::Json }
}

/// The name of the format that these first bytes give away.
pub(crate) fn known_binary(head: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"%PDF", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\x89PNG", "a PNG image"),
        (b"\xFF\xD8\xFF", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
        (b"II*\x00", "a TIFF image"),
        (b"MM\x00*", "a TIFF image"),
        (b"7z\xBC\xAF", "a 7z archive"),
        (b"Rar!", "a RAR archive"),
        (b"BZh", "a bzip2 file"),
        (b"\xFD7zXZ", "an xz file"),
        (b"\x7FELF", "a program"),
        (b"SQLite format 3", "an SQLite database"),
        (b"\xD0\xCF\x11\xE0", "an old office document"),
        (b"{\\rtf", "an RTF document"),
        (b"ARROW1", "an Arrow file"),
        (b"ORC", "an ORC file"),
    ];
    let is_tar = head.get(257..262) == Some(b"ustar");
    let by_start = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)).map(|&(_, name)| name);
    if is_tar { Some("a tar archive") } else { by_start }
}

/// So many control characters stray into the shortest text: marks of a wire's end of message, for one.
const MAX_STRAY_CONTROLS: usize = 8;

/// Whether bytes are no text in any encoding: zero bytes without the mark of UTF-16, or one control character
/// in ten.
pub(crate) fn is_binary(head: &[u8]) -> bool {
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return false;
    }
    let is_control = |byte: &&u8| matches!(byte, 0x00..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F);
    let controls = head.iter().filter(is_control).count();
    memchr::memchr(0, head).is_some() || (controls > MAX_STRAY_CONTROLS && controls * 10 > head.len())
}

#[cfg(test)]
mod tests {
    use super::{FileKind, UNSUPPORTED, by_content, by_name};
    use schema::labels::{RejectReason, SourceFormat};
    use std::path::Path;

    #[test]
    fn the_extension_behind_the_compression_counts() {
        let kind = |name: &str| by_name(Path::new(name)).expect("supported");
        assert_eq!(kind("a.b/page.HTML.gz"), Some(FileKind::Article(SourceFormat::Html)));
        assert_eq!(kind("x.jsonl.zst"), Some(FileKind::Lines));
        assert_eq!(kind("notes"), None);
        assert_eq!(kind("v1.2"), None);
        assert!(by_name(Path::new("x.tar.gz")).is_err());
        assert!(UNSUPPORTED.is_sorted());
    }

    #[test]
    fn content_speaks_where_the_name_does_not() {
        let kind = |head: &[u8]| by_content(head).expect("supported");
        assert_eq!(kind(b"\n <!DOCTYPE HTML><p>"), FileKind::Article(SourceFormat::Html));
        assert_eq!(kind(b"{\"text\": \"a\"}\n{\"te"), FileKind::Lines);
        assert_eq!(kind(b"{\n  \"text\": \"a\"}"), FileKind::Json);
        assert_eq!(kind(b"A line of news."), FileKind::Article(SourceFormat::Text));
        assert_eq!(by_content(b"a\0b").expect_err("zero byte").0, RejectReason::Binary);
        assert_eq!(by_content(b"%PDF-1.7").expect_err("PDF").0, RejectReason::UnsupportedFormat);
    }
}
