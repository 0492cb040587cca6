//! Lines that recur over the articles of an outlet are boilerplate, whatever the batches and threads.

use std::fs;
use std::path::Path;

use crate::dataset::{files, parquet_rows};
use crate::program::{path, run};

/// A line that no list holds.
const LINE: &str = "Night desk, third floor";

/// Unrelated reports of one outlet.
const STORIES: [&str; 4] = [
    "A railway bridge over the Rivna collapsed at noon while repairs went on.",
    "Twelve goats were shown at the autumn market, where three won silver medals.",
    "Heavy snowfall blocked the northern pass again, and lorries waited overnight.",
    "The children's choir performed before councillors in the old granary theatre.",
];

/// A line that only copies of one article hold.
const SIGNAL: &str = "Signal box at Lower Tarn";

/// Writes the stories of one outlet, a copy with an update twice, and one story of another outlet.
fn write_articles(folder: &Path) {
    let write = |name: &str, outlet: &str, text: &str| {
        fs::create_dir_all(folder.join(outlet)).unwrap();
        let record = serde_json::json!({ "outlet": outlet, "text": text });
        fs::write(folder.join(outlet).join(name), format!("{record}\n")).unwrap();
    };
    for (nth, story) in STORIES.iter().enumerate() {
        write(&format!("{nth}.jsonl"), "herald", &format!("{story}\n\n{LINE}\n"));
    }
    for nth in 0..3 {
        let text = format!("{}\n\n{SIGNAL}\n\nUpdate {nth} came in the evening.\n", STORIES[0]);
        write(&format!("update-{nth}.jsonl"), "herald", &text);
    }
    write("mail.jsonl", "mail", &format!("{}\n\n{LINE}\n", STORIES[0]));
}

/// The roles that sentences of this text have in the dataset, with the folder of their document.
fn roles(data: &Path, text: &str) -> Vec<(bool, String)> {
    let outlets = parquet_rows(data, "documents");
    let is_herald = |id: &Option<String>| {
        outlets.iter().any(|row| row["document_id"] == *id && row["outlet"].as_deref() == Some("herald"))
    };
    let rows = parquet_rows(data, "sentences");
    let rows = rows.iter().filter(|row| row["text"].as_deref() == Some(text));
    rows.map(|row| (is_herald(&row["document_id"]), row["role"].clone().unwrap())).collect()
}

#[test]
fn a_line_of_unrelated_articles_is_boilerplate_and_one_of_copies_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let articles = folder.path().join("articles");
    write_articles(&articles);
    let data = folder.path().join("data");
    run(&[&articles], &data, &["--quiet"]);
    let found = roles(&data, LINE);
    assert_eq!(found.len(), 5);
    for (is_herald, role) in found {
        assert_eq!(role == "boilerplate", is_herald, "{role}");
    }
    let copies = roles(&data, SIGNAL);
    assert_eq!(copies.len(), 3);
    assert!(copies.iter().all(|(_, role)| role != "boilerplate"), "{copies:?}");
}

#[test]
fn batches_threads_and_order_are_not_seen() {
    let folder = tempfile::tempdir().unwrap();
    let articles = folder.path().join("articles");
    write_articles(&articles);
    let config = folder.path().join("small.toml");
    fs::write(&config, "[run]\nbatch_sources = 1\n").unwrap();
    let outlets = [articles.join("herald"), articles.join("mail")];
    let runs: [(&[&Path], &[&str]); 3] = [
        (&[&outlets[0], &outlets[1]], &["--threads", "1"]),
        (&[&outlets[1], &outlets[0]], &["--threads", "4"]),
        (&[&outlets[0], &outlets[1]], &["--config", path(&config)]),
    ];
    let runs = runs.map(|(inputs, flags)| {
        let data = folder.path().join("data");
        run(inputs, &data, &[&["--quiet"], flags].concat());
        assert_eq!(roles(&data, LINE).iter().filter(|(_, role)| role == "boilerplate").count(), 4);
        files(&data)
    });
    assert_eq!(runs[0], runs[1]);
    assert_eq!(runs[0], runs[2]);
}
