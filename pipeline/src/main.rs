//! The program `copydesk`: raw news articles in, a sentence-level dataset out.
//!
//! Responsible for: arguments, configuration, the run, progress, exit codes. Everything that is decided about a
//! text is decided in the stages. In reading order: `args` says what can be asked for, `config` what can be
//! set, `run` is the whole run, `document` what happens to one article, `spill` what is set aside between the two
//! passes, `report` the accounting, `progress` and `log` what is seen meanwhile, `show` and `codebook` the other
//! commands, `exit` how it ends.

mod args;
mod codebook;
mod config;
mod document;
mod exit;
mod interrupt;
mod log;
mod progress;
mod report;
mod run;
mod show;
mod spill;

use crate::args::{Args, Command};
use crate::exit::Exit;

/// Faster than the system's allocator on many small, short-lived allocations in several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    obey().unwrap_or_else(|error| Exit::report(&error)).into()
}

/// Does what the command line asks for.
fn obey() -> anyhow::Result<Exit> {
    let args = Args::read()?;
    match args.command.unwrap_or(Command::Run(args.run)) {
        Command::Run(args) => run::command(&args),
        Command::Show(args) => show::command(&args),
        Command::Schema(args) => codebook::command(&args),
        Command::Config => config::print_default(),
    }
}
