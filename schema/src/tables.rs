//! Every table and every column of the dataset.
//!
//! Answers for: names, types, nullability, units and meanings; the Arrow schema, the CSV header, the codebook
//! and the JSON Schema are made from these. A table or a column that nothing fills yet is absent.
//!
//! Shared conventions: spans are half-open; `_char` counts Unicode code points of the document text (what
//! Python slices), `_byte` its UTF-8 bytes (what Rust slices). An annotation's key is its document's key, a
//! colon, a letter for its kind and its place in the document from 0.

mod annotation;
mod link;
mod page;

use crate::table::{Row, Table};

pub use annotation::{AttributionRow, ContentRow, EntityRow, EventRow, EvidenceRow, QuantityRow, TimeRow};
pub use link::{ClaimRow, ReuseRow, StoryRow, SummaryRow};
pub use page::{DocumentRow, RejectRow, SentenceRow, TokenRow};

/// Every table, in the order in which the data card lists them.
pub const ALL: &[Table] = &[
    DocumentRow::TABLE,
    SentenceRow::TABLE,
    TokenRow::TABLE,
    EntityRow::TABLE,
    AttributionRow::TABLE,
    ContentRow::TABLE,
    EvidenceRow::TABLE,
    TimeRow::TABLE,
    QuantityRow::TABLE,
    EventRow::TABLE,
    StoryRow::TABLE,
    ClaimRow::TABLE,
    SummaryRow::TABLE,
    ReuseRow::TABLE,
    RejectRow::TABLE,
];

/// The tables that a run writes only when asked to.
pub const ON_REQUEST: &[&str] = &[TokenRow::TABLE.name];

#[cfg(test)]
mod tests {
    use super::ALL;
    use std::collections::BTreeSet;

    #[test]
    fn every_column_is_named_once_and_explained() {
        for table in ALL {
            let names: BTreeSet<_> = table.columns.iter().map(|column| column.name).collect();
            assert_eq!(names.len(), table.columns.len(), "{}", table.name);
            for column in table.columns {
                assert!(!column.name.contains('#'), "{}.{}", table.name, column.name);
                assert!(column.meaning.ends_with('.'), "{}.{}", table.name, column.name);
                assert!(
                    !column.nullable || column.meaning.contains("null"),
                    "{}.{}",
                    table.name,
                    column.name
                );
            }
        }
    }
}
