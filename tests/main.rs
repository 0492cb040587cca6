//! The tests of the whole: the program end to end, the sample corpus word for word, laws, house rules.
//!
//! Each stage has its own cases beside it; what stands here needs more than one stage. `program` runs the
//! program, `dataset` reads what it wrote.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod dataset;
mod program;

mod bad_input;
mod command_line;
mod determinism;
mod formats;
mod golden;
mod house_rules;
mod interruption;
mod laws;
mod recurrence;
