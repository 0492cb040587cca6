//! The vocabularies of the page.
//!
//! Answers for: what a block or a sentence is on the page, and what the layout of its source says of it. The macro
//! and the trait are the parent module's.

use super::{Entry, Vocabulary};

vocabulary! {
    /// What a block or a sentence is on the page.
    Role {
        /// The article's title.
        Headline = "headline",
        /// The standfirst below the title.
        Deck = "deck",
        /// Who wrote it.
        Byline = "byline",
        /// Place, date or agency at the head of the text.
        Dateline = "dateline",
        /// A heading inside the text.
        Subheading = "subheading",
        /// The text of the article.
        Body = "body",
        /// What a picture or a video shows.
        Caption = "caption",
        /// Who made a picture or owns it.
        Credit = "credit",
        /// A passage of the body repeated as ornament.
        PullQuote = "pull_quote",
        /// An item of a list in the body.
        ListItem = "list_item",
        /// A cell of a table.
        TableCell = "table_cell",
        /// A note that an earlier version was wrong.
        Correction = "correction",
        /// What a foreign post or player left behind.
        Embed = "embed",
        /// An appeal to pay, subscribe, share, follow or read something else.
        Promo = "promo",
        /// What the page says to every visitor: controls, notices, comments.
        Boilerplate = "boilerplate",
        /// Code of the page.
        Markup = "markup",
    }
}

vocabulary! {
    /// What the layout of the source says a block is.
    Layout {
        /// A line of plain text, of which the source says nothing.
        Line = "line",
        /// The title of the page or record.
        Headline = "headline",
        /// The standfirst.
        Deck = "deck",
        /// The authors.
        Byline = "byline",
        /// A heading.
        Heading = "heading",
        /// A paragraph.
        Paragraph = "paragraph",
        /// The caption of a figure.
        Caption = "caption",
        /// An item of a list.
        ListItem = "list_item",
        /// A cell of a table.
        TableCell = "table_cell",
        /// A quotation set apart.
        Quotation = "quotation",
        /// Preformatted text or code.
        Code = "code",
    }
}
