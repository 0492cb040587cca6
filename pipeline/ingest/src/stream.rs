//! A file's bytes, decompressed as they are read, within the limits.
//!
//! Answers for: telling gzip and zstd by their first bytes, undoing them (several members or frames too), the
//! bound on the ratio, and what a failed read means. Leaves to others: what the bytes are.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use schema::labels::RejectReason;

/// Bytes read from disk at a time.
const BUFFER_BYTES: usize = 256 << 10;

/// Output below this many bytes is no bomb whatever the ratio.
const RATIO_FREE_BYTES: u64 = 1 << 20;

/// How a file is compressed from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compression {
    /// Not at all.
    None,
    /// gzip, one or more members.
    Gzip,
    /// zstd, one or more frames.
    Zstd,
}

impl Compression {
    /// The compression that data with these first bytes has.
    pub(crate) fn of(head: &[u8]) -> Self {
        match head {
            [0x1F, 0x8B, 0x08, ..] => Self::Gzip,
            [0x28, 0xB5, 0x2F, 0xFD, ..] | [0x50..=0x5F, 0x2A, 0x4D, 0x18, ..] => Self::Zstd,
            _ => Self::None,
        }
    }
}

/// The error that a [`Stream`] gives for data that unpacks to too much.
#[derive(Debug, thiserror::Error)]
#[error("{input} compressed bytes became more than {output}, above {ratio} for one")]
struct Bomb {
    input: u64,
    output: u64,
    ratio: u64,
}

/// A reader that counts the bytes that pass.
#[derive(Debug)]
struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Decompressed bytes with a bound on how many one compressed byte may become.
pub(crate) struct Stream {
    decoder: Box<dyn Read + Send>,
    /// Bytes that went into the decoder, counted before its input buffer.
    input: Arc<AtomicU64>,
    /// Bytes that came out.
    output: u64,
    /// `None` where nothing is decompressed.
    max_ratio: Option<u64>,
}

impl Stream {
    /// The decompressed bytes of an open file; `count` grows by what is read from disk.
    ///
    /// # Errors
    ///
    /// When the first bytes cannot be read.
    pub(crate) fn open(file: File, count: Arc<AtomicU64>, max_ratio: u64) -> io::Result<Self> {
        Self::new(Counted { inner: file, count: Arc::clone(&count) }, count, max_ratio)
    }

    /// The decompressed bytes of a whole file in memory.
    ///
    /// # Errors
    ///
    /// When the decoder cannot be made.
    pub(crate) fn over(bytes: &[u8], compression: Compression, max_ratio: u64) -> io::Result<Unpacked<'_>> {
        let decoder: Box<dyn Read + '_> = match compression {
            Compression::None => Box::new(bytes),
            Compression::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(bytes)),
            Compression::Zstd => Box::new(zstd::Decoder::with_buffer(bytes)?),
        };
        Ok(Unpacked { decoder, input: bytes.len() as u64, output: 0, max_ratio })
    }

    fn new(raw: impl Read + Send + 'static, input: Arc<AtomicU64>, max_ratio: u64) -> io::Result<Self> {
        let before = input.load(Ordering::Relaxed);
        debug_assert_eq!(before, 0, "one count a file");
        let mut raw = BufReader::with_capacity(BUFFER_BYTES, raw);
        let compression = Compression::of(raw.fill_buf()?);
        let decoder: Box<dyn Read + Send> = match compression {
            Compression::None => Box::new(raw),
            Compression::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(raw)),
            Compression::Zstd => Box::new(zstd::Decoder::with_buffer(raw)?),
        };
        let max_ratio = (compression != Compression::None).then_some(max_ratio);
        Ok(Self { decoder, input, output: 0, max_ratio })
    }

    /// The number of decompressed bytes given so far.
    pub(crate) const fn position(&self) -> u64 {
        self.output
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.decoder.read(buffer)?;
        self.output += read as u64;
        if let Some(ratio) = self.max_ratio {
            check_ratio(self.input.load(Ordering::Relaxed), self.output, ratio)?;
        }
        Ok(read)
    }
}

impl Seek for Stream {
    /// Tells the position; moving is refused. The WARC reader asks for no more.
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match to {
            SeekFrom::Current(0) => Ok(self.position()),
            _ => Err(io::Error::from(io::ErrorKind::Unsupported)),
        }
    }
}

/// The decompressed bytes of data in memory, within the same bound as a [`Stream`].
pub(crate) struct Unpacked<'b> {
    decoder: Box<dyn Read + 'b>,
    input: u64,
    output: u64,
    max_ratio: u64,
}

impl Read for Unpacked<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.decoder.read(buffer)?;
        self.output += read as u64;
        check_ratio(self.input, self.output, self.max_ratio)?;
        Ok(read)
    }
}

fn check_ratio(input: u64, output: u64, ratio: u64) -> io::Result<()> {
    if output > RATIO_FREE_BYTES && output / ratio.max(1) > input {
        return Err(io::Error::other(Bomb { input, output, ratio }));
    }
    Ok(())
}

/// Why a read failed, as a reason and in words.
pub(crate) fn failure(error: &io::Error) -> (RejectReason, String) {
    if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<Bomb>) {
        return (RejectReason::DecompressionBomb, error.to_string());
    }
    let reason = match error.kind() {
        io::ErrorKind::NotFound => RejectReason::Gone,
        io::ErrorKind::UnexpectedEof => RejectReason::Truncated,
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::Other => {
            RejectReason::Malformed
        }
        _ => RejectReason::Unreadable,
    };
    (reason, error.to_string().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{Compression, Stream, failure};
    use schema::labels::RejectReason;
    use std::io::{Read, Write};

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(bytes).expect("memory takes all");
        encoder.finish().expect("memory takes all")
    }

    fn unpack(bytes: &[u8], compression: Compression) -> Result<Vec<u8>, RejectReason> {
        let mut out = Vec::new();
        let mut unpacked = Stream::over(bytes, compression, 200).expect("a decoder can be made");
        unpacked.read_to_end(&mut out).map_err(|error| failure(&error).0)?;
        Ok(out)
    }

    #[test]
    fn members_and_frames_continue_each_other() {
        let gz = [gzip(b"one "), gzip(b"two")].concat();
        assert_eq!(unpack(&gz, Compression::of(&gz)).expect("whole"), b"one two");
        let frame = |bytes: &[u8]| zstd::encode_all(bytes, 3).expect("memory takes all");
        let zst = [frame(b"one "), frame(b"two")].concat();
        assert_eq!(unpack(&zst, Compression::of(&zst)).expect("whole"), b"one two");
    }

    #[test]
    fn a_cut_is_told_from_damage() {
        let mut gz = gzip(&(0..9_999_u32).flat_map(u32::to_le_bytes).collect::<Vec<_>>());
        assert_eq!(unpack(&gz[..gz.len() / 2], Compression::Gzip), Err(RejectReason::Truncated));
        gz[40] ^= 0x55;
        gz[41] ^= 0x55;
        gz[42] ^= 0x55;
        assert_eq!(unpack(&gz, Compression::Gzip), Err(RejectReason::Malformed));
    }

    #[test]
    fn a_bomb_is_stopped() {
        let bomb = gzip(&vec![b'a'; 8 << 20]);
        assert_eq!(unpack(&bomb, Compression::Gzip), Err(RejectReason::DecompressionBomb));
    }
}
