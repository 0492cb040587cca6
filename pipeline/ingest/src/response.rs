//! A WARC response: an HTTP message with a page in it.
//!
//! Answers for: the HTTP header (content type, charset), transfer and content encodings undone within the limits.
//! Leaves to others: the records of the WARC file (`warc`), the page (`html`).

use std::io::{Cursor, Read};

use encoding_rs::Encoding;
use fastwarc::stream_io::{brotli::BrotliReader, chunked::ChunkedReader};
use fastwarc::warc::record::{AutoDecode, WarcRecord};

use crate::parse::{self, Content, Refusal};
use crate::stream::{self, Compression};
use crate::{Options, Source, html};
use schema::labels::RejectReason;

/// The largest HTTP header, in bytes.
const MAX_HEADER_BYTES: usize = 64 << 10;

/// The content of a response.
///
/// # Errors
///
/// When it is no HTTP message, holds no HTML, or cannot be decoded.
pub(crate) fn content(source: &Source, options: &Options) -> Result<Content, Refusal> {
    let mut message = Message::read(&source.bytes)?;
    let kind = message.media_type();
    if !matches!(kind.as_str(), "text/html" | "application/xhtml+xml" | "") {
        return Err((RejectReason::UnsupportedFormat, format!("a response of type `{kind}`, not HTML")));
    }
    if !(200..300).contains(&message.status) {
        return Err((RejectReason::NoArticle, format!("a response with status {}", message.status)));
    }
    message.decode(options)?;
    if kind.is_empty() && !crate::format::starts_like_html(message.body.trim_ascii_start()) {
        return Err((
            RejectReason::UnsupportedFormat,
            "a response without a type that does not begin as HTML".to_owned(),
        ));
    }
    html::content(&message.body, message.charset, options)
}

/// An HTTP message.
struct Message {
    status: u16,
    headers: Vec<(String, String)>,
    charset: Option<&'static Encoding>,
    body: Vec<u8>,
}

impl Message {
    fn read(block: &[u8]) -> Result<Self, Refusal> {
        let malformed =
            |detail: String| (RejectReason::Malformed, format!("its HTTP header: {}", detail.to_lowercase()));
        let mut record = WarcRecord::new();
        record.set_bytes_payload(block.to_vec());
        record.set_is_http(true);
        record
            .parse_http_with_opts(AutoDecode::None, MAX_HEADER_BYTES, true)
            .map_err(|error| malformed(error.to_string()))?;
        let map = record.http_headers().ok_or_else(|| malformed("it has none".to_owned()))?;
        let status = map.status_code().ok_or_else(|| malformed("it has no status".to_owned()))?;
        let headers = map.items().map(|(name, value)| (name.to_lowercase(), value.into_owned())).collect();
        let charset = record
            .http_charset()
            .and_then(|name| Encoding::for_label(name.trim_matches(['"', '\'']).as_bytes()));
        let mut body = Vec::new();
        record
            .reader_mut()
            .ok_or_else(|| malformed("it has no body".to_owned()))?
            .read_to_end(&mut body)
            .map_err(|error| malformed(error.to_string()))?;
        Ok(Self { status, headers, charset, body })
    }

    fn header(&self, name: &str) -> String {
        let value = self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.to_lowercase());
        value.unwrap_or_default()
    }

    fn media_type(&self) -> String {
        self.header("content-type").split(';').next().unwrap_or_default().trim().to_owned()
    }

    /// Undoes the encodings of the body. Archives often store it decoded under the old header, so a body that is
    /// not in its declared encoding is taken as it is.
    fn decode(&mut self, options: &Options) -> Result<(), Refusal> {
        if self.header("transfer-encoding").contains("chunked") && starts_with_chunk(&self.body) {
            let reader = ChunkedReader::new(Cursor::new(std::mem::take(&mut self.body)));
            self.body = bounded(reader, options)?;
        }
        match Compression::of(&self.body) {
            Compression::None if self.header("content-encoding").trim() == "br" => {
                let plain = self.body.clone();
                let decoded =
                    bounded(BrotliReader::new(Cursor::new(std::mem::take(&mut self.body))), options);
                self.body = decoded.unwrap_or(plain);
            }
            Compression::None => {}
            compression => self.body = parse::unpack(&self.body, compression, options)?,
        }
        Ok(())
    }
}

/// Whether the body begins with the size of a chunk in hexadecimal digits.
fn starts_with_chunk(body: &[u8]) -> bool {
    let digits = body.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    (1..=8).contains(&digits) && matches!(body.get(digits), Some(b'\r' | b'\n' | b';' | b' '))
}

/// All that the reader gives, if it is within the limit.
fn bounded(reader: impl Read, options: &Options) -> Result<Vec<u8>, Refusal> {
    let limit = options.max_source_bytes;
    let mut bytes = Vec::new();
    reader.take(limit + 1).read_to_end(&mut bytes).map_err(|error| stream::failure(&error))?;
    if bytes.len() as u64 > limit {
        return Err((RejectReason::TooLarge, format!("its body decodes to more than {limit} bytes")));
    }
    Ok(bytes)
}
