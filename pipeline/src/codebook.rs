//! The command `schema`.
//!
//! Answers for: which tables are explained and in which form. The codebook itself is the last stage's.

use std::io::Write as _;

use export::codebook;

use crate::args::{CodebookFormat, SchemaArgs};
use crate::config::nearest;
use crate::exit::{Exit, Usage};

/// Prints the codebook.
pub(crate) fn command(args: &SchemaArgs) -> anyhow::Result<Exit> {
    let tables = codebook::select(args.table.as_deref());
    if tables.is_empty() {
        return Err(unknown(args.table.as_deref().unwrap_or_default()).into());
    }
    let page = match args.format {
        CodebookFormat::Text => codebook::text(&tables),
        CodebookFormat::Json => format!("{:#}\n", codebook::json(&tables)),
        CodebookFormat::JsonSchema => format!("{:#}\n", codebook::json_schema(&tables)),
        CodebookFormat::Sql => codebook::sql(&tables),
    };
    std::io::stdout().write_all(page.as_bytes())?;
    Ok(Exit::Done)
}

/// The error for a table that does not exist.
fn unknown(name: &str) -> Usage {
    let names: Vec<&str> = codebook::select(None).iter().map(|table| table.name).collect();
    let near =
        nearest(name, names.iter().copied()).map_or(String::new(), |near| format!("did you mean `{near}`? "));
    Usage(format!("no table is called `{name}`; {near}there are: {}", names.join(", ")))
}
