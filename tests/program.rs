//! A call of the program in a test.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository's root, where the program runs as a user would run it.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What a call gave.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The exit code; -1 where a signal ended it.
    pub(crate) code: i32,
    /// What it printed.
    pub(crate) stdout: String,
    /// What it logged.
    pub(crate) stderr: String,
}

/// A command that calls the program with these arguments.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    command.current_dir(root()).args(arguments);
    command
}

/// Calls the program with these arguments.
pub(crate) fn call(arguments: &[&str]) -> Outcome {
    let output = command(arguments).output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints UTF-8");
    Outcome {
        code: output.status.code().unwrap_or(-1),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// Runs `inputs` into `output` with further `flags`, and expects that to go well.
pub(crate) fn run(inputs: &[&Path], output: &Path, flags: &[&str]) -> Outcome {
    let mut arguments = vec!["run", "--output", path(output)];
    arguments.extend(inputs.iter().map(|input| path(input)));
    arguments.extend(flags);
    let outcome = call(&arguments);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    outcome
}

/// The path as an argument.
pub(crate) fn path(path: &Path) -> &str {
    path.to_str().expect("test paths are UTF-8")
}
