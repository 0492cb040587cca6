//! What a table and a column are, and how a row gives its cells.
//!
//! Answers for: the column types and the one definition that a row struct, its column list and the codebook
//! share (`table!`). What the tables are is [`tables`](crate::tables); how they are written is the last
//! stage's work.

use std::borrow::Cow;

use crate::labels::{Entry, Vocabulary};
use crate::{Date, Timestamp};

/// A table: its name and its columns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Table {
    /// Its name, which its files bear.
    pub name: &'static str,
    /// What one row is.
    pub row: &'static str,
    /// Its columns in order; the first is the key where the table has one.
    pub columns: &'static [Column],
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// The type of its values.
    pub kind: ColumnType,
    /// Whether a value may be missing.
    pub nullable: bool,
    /// What a value is, with its unit, and what a missing one means.
    pub meaning: &'static str,
}

/// The type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// UTF-8 text.
    Text,
    /// A word of a closed vocabulary, as UTF-8.
    Label(&'static [Entry]),
    /// A signed 32-bit number.
    Int32,
    /// A signed 64-bit number.
    Int64,
    /// A 32-bit floating-point number.
    Float32,
    /// A 64-bit floating-point number.
    Float64,
    /// True or false.
    Boolean,
    /// A calendar day.
    Date,
    /// An instant in UTC, to the microsecond.
    Timestamp,
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'r> {
    /// No value.
    Null,
    /// UTF-8 text or a label.
    Text(Cow<'r, str>),
    /// A signed 32-bit number.
    Int32(i32),
    /// A signed 64-bit number.
    Int64(i64),
    /// A 32-bit floating-point number.
    Float32(f32),
    /// A 64-bit floating-point number.
    Float64(f64),
    /// True or false.
    Boolean(bool),
    /// A calendar day.
    Date(Date),
    /// An instant.
    Timestamp(Timestamp),
}

/// A row of a table: a struct made by `table!`, whose fields are the columns.
pub trait Row {
    /// The table it belongs to.
    const TABLE: Table;

    /// Hands each cell to `put`, in the order of the columns.
    fn each_cell(&self, put: impl FnMut(Cell<'_>));
}

/// A Rust type whose values a column can hold.
pub trait Value {
    /// The column's type.
    const KIND: ColumnType;
    /// Whether the column may miss values.
    const NULLABLE: bool = false;

    /// The value as a cell.
    fn cell(&self) -> Cell<'_>;
}

macro_rules! value {
    ($type:ty, $kind:ident) => {
        impl Value for $type {
            const KIND: ColumnType = ColumnType::$kind;

            fn cell(&self) -> Cell<'_> {
                Cell::$kind(*self)
            }
        }
    };
}

value!(i32, Int32);
value!(i64, Int64);
value!(f32, Float32);
value!(f64, Float64);
value!(bool, Boolean);
value!(Date, Date);
value!(Timestamp, Timestamp);

impl Value for Cow<'_, str> {
    const KIND: ColumnType = ColumnType::Text;

    fn cell(&self) -> Cell<'_> {
        Cell::Text(Cow::Borrowed(self))
    }
}

impl Value for &str {
    const KIND: ColumnType = ColumnType::Text;

    fn cell(&self) -> Cell<'_> {
        Cell::Text(Cow::Borrowed(self))
    }
}

impl<V: Vocabulary> Value for V {
    const KIND: ColumnType = ColumnType::Label(V::ENTRIES);

    fn cell(&self) -> Cell<'_> {
        Cell::Text(Cow::Borrowed(self.as_str()))
    }
}

impl<V: Value> Value for Option<V> {
    const KIND: ColumnType = V::KIND;
    const NULLABLE: bool = true;

    fn cell(&self) -> Cell<'_> {
        self.as_ref().map_or(Cell::Null, Value::cell)
    }
}

/// A field's name without the `r#` that keywords need in Rust.
pub(crate) const fn plain(field: &'static str) -> &'static str {
    match field.as_bytes() {
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}

/// Defines a row struct and its table at once: the comment above a field is the column's meaning.
macro_rules! table {
    ($(#[doc = $row:literal])+ $struct:ident = $name:literal {
        $($(#[doc = $meaning:literal])+ $column:ident: $type:ty,)+
    }) => {
        $(#[doc = $row])+
        #[derive(Debug, Clone, PartialEq)]
        pub struct $struct<'r> { $($(#[doc = $meaning])+ pub $column: $type,)+ }

        impl<'r> $crate::table::Row for $struct<'r> {
            const TABLE: $crate::table::Table = $crate::table::Table {
                name: $name,
                row: concat!($($row),+).trim_ascii(),
                columns: &[$($crate::table::Column {
                    name: $crate::table::plain(stringify!($column)),
                    kind: <$type as $crate::table::Value>::KIND,
                    nullable: <$type as $crate::table::Value>::NULLABLE,
                    meaning: concat!($($meaning),+).trim_ascii(),
                },)+],
            };

            fn each_cell(&self, mut put: impl FnMut($crate::table::Cell<'_>)) {
                $(put($crate::table::Value::cell(&self.$column));)+
            }
        }
    };
}

pub(crate) use table;
