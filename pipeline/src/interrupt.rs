//! Ctrl-C.
//!
//! Answers for: a request to stop that the run looks for between two batches, so that it ends with its files
//! removed and the previous dataset whole.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether somebody asked the program to stop.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interrupt(Arc<AtomicBool>);

/// The run stopped because it was asked to.
#[derive(Debug)]
pub(crate) struct Interrupted;

impl std::fmt::Display for Interrupted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("interrupted; nothing was written, the previous dataset is unchanged")
    }
}

impl std::error::Error for Interrupted {}

impl Interrupt {
    /// Listens for Ctrl-C and the signals to stop; a second one ends the program at once.
    pub(crate) fn listen() -> anyhow::Result<Self> {
        let interrupt = Self::default();
        let asked = Arc::clone(&interrupt.0);
        ctrlc::set_handler(move || {
            if asked.swap(true, Ordering::Relaxed) {
                std::process::exit(crate::exit::Exit::Interrupted as i32);
            }
        })?;
        Ok(interrupt)
    }

    /// Fails once somebody asked to stop.
    pub(crate) fn check(&self) -> Result<(), Interrupted> {
        if self.0.load(Ordering::Relaxed) { Err(Interrupted) } else { Ok(()) }
    }
}
