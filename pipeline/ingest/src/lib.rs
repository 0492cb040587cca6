//! The first stage: from the bytes of files to articles.
