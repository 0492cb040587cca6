//! How the program ends.
//!
//! Answers for: the exit codes that the help documents, and which error gives which.

use std::io;
use std::process::ExitCode;

/// How the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Everything asked for was done.
    Done = 0,
    /// The run was done, but more inputs were rejected than `--max-reject-share` allows.
    Rejected = 1,
    /// An option, a configuration key or a name was wrong.
    Usage = 2,
    /// A file or folder could not be read or written.
    InputOutput = 3,
    /// Ctrl-C, or a signal to stop.
    Interrupted = 130,
}

/// The exit codes, for the help.
pub(crate) const HELP: &str = "\
Exit codes:
    0  done
    1  done, but more inputs were rejected than --max-reject-share allows
    2  a wrong option, configuration key or name
    3  a file or folder could not be read or written
  130  interrupted; the previous dataset is unchanged";

/// A wrong option, key or name, with what to do about it.
#[derive(Debug)]
pub(crate) struct Usage(pub(crate) String);

impl std::fmt::Display for Usage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

impl Exit {
    /// Prints `error` as one line and says how the program ends for it.
    pub(crate) fn report(error: &anyhow::Error) -> Self {
        if is_broken_pipe(error) {
            return Self::Done;
        }
        anstream::eprintln!("{}error:{} {error:#}", ERROR.render(), ERROR.render_reset());
        Self::of(error)
    }

    fn of(error: &anyhow::Error) -> Self {
        if error.is::<crate::interrupt::Interrupted>() {
            return Self::Interrupted;
        }
        let is_unknown_table = matches!(error.downcast_ref(), Some(export::Error::UnknownTable { .. }));
        let is_wrong_word = matches!(
            error.downcast_ref(),
            Some(ingest::Error::UnknownEncoding { .. } | ingest::Error::MalformedGlob { .. })
        );
        let is_usage = error.is::<Usage>() || is_unknown_table || is_wrong_word;
        if is_usage { Self::Usage } else { Self::InputOutput }
    }
}

/// The colour of the word `error`.
const ERROR: anstyle::Style = anstyle::AnsiColor::Red.on_default().bold();

/// Whether the reader of our output went away, which is no error of ours (`copydesk show ... | head`).
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
