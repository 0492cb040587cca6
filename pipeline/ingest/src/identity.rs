//! What names a document: hashes over its source's bytes and its place.
//!
//! Answers for: which bytes count. Where the file is the article (text, Markdown, HTML) they are the file's own,
//! as on disk, so that `sha256sum FILE` agrees; for a JSON record its slice of the file (the line without its
//! end, the element of the array); for a CSV or Parquet row its fields as one JSON object; for a WARC response
//! the record's block, HTTP headers included.

use crate::Source;
use schema::{DocumentId, Locator};
use sha2::{Digest, Sha256};

/// The id of the document that `bytes` at `locator` give: the first 128 bits of BLAKE3 over the bytes, a zero
/// byte, the path, a zero byte and, for a record, its number in decimal digits.
pub(crate) fn document_id(bytes: &[u8], locator: &Locator) -> DocumentId {
    DocumentId::new(first_half(hash_place(blake3::Hasher::new(), bytes, locator).finalize()))
}

/// SHA-256 of the source's bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Names everything that [`crate::parse`] sees of a source: two sources with one key give the same article.
pub(crate) fn key(source: &Source) -> [u8; 32] {
    let mut hasher = hash_place(blake3::Hasher::new(), source.bytes(), &source.locator);
    hasher.update(format!("{:?}", (source.format, source.body.kind(), source.offset)).as_bytes());
    if let Some(sidecar) = &source.sidecar {
        hasher.update(format!("{sidecar:?}").as_bytes());
    }
    *hasher.finalize().as_bytes()
}

fn hash_place(mut hasher: blake3::Hasher, bytes: &[u8], locator: &Locator) -> blake3::Hasher {
    hasher.update(bytes).update(&[0]).update(locator.path.as_bytes()).update(&[0]);
    if let Some(record) = locator.record {
        hasher.update(record.to_string().as_bytes());
    }
    hasher
}

fn first_half(hash: blake3::Hash) -> [u8; 16] {
    let (half, _) = hash.as_bytes().split_first_chunk().expect("a BLAKE3 hash has 32 bytes");
    *half
}

#[cfg(test)]
mod tests {
    use super::{document_id, sha256};
    use schema::Locator;

    #[test]
    fn the_place_is_part_of_the_id() {
        let at = |path: &str, record| Locator { path: path.to_owned(), record };
        let ids: Vec<_> = [at("a", None), at("b", None), at("a", Some(0)), at("a", Some(1))]
            .iter()
            .map(|locator| document_id(b"x", locator))
            .collect();
        for (nth, id) in ids.iter().enumerate() {
            assert!(!ids[..nth].contains(id));
        }
    }

    #[test]
    fn the_hash_is_that_of_sha256sum() {
        assert_eq!(sha256(b"abc")[..4], [0xba, 0x78, 0x16, 0xbf]);
    }
}
