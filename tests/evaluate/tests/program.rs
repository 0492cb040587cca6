//! The program end to end, on a gold folder written for this test.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::TempDir;

/// A page with a headline, two paragraphs and a caption.
const PAGE: &str = "<html><head><title>Mill burns in Orby</title></head><body><article><h1>Mill burns in Orby</h1>\
    <p>The old mill in Orby burned down on Monday night, and nobody was hurt. The fire service came from three \
    towns and fought the flames until the morning.</p><figure><img src=\"a.jpg\"><figcaption>The mill on Tuesday \
    morning.</figcaption></figure><p>The mayor said that the town would rebuild the mill next year. It had stood \
    by the river for two hundred years, and many people in the town had worked there.</p></article></body></html>";

/// The body of the page.
const BODY: &str = "The old mill in Orby burned down on Monday night, and nobody was hurt. The fire service came \
    from three towns and fought the flames until the morning.\\n\\nThe mayor said that the town would rebuild the \
    mill next year. It had stood by the river for two hundred years, and many people in the town had worked there.";

const TWO_SENTENCES: &str = r#"{"id": "GUM_news_mill", "text": "The mill burned. Nobody was hurt.", "sentences": [[0, 16], [17, 33]]}"#;

/// A document of a treebank with one sentence.
const TREEBANK: &str = "\
# newdoc id = mill
# newpar id = p1
# text = The mill burned.
1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_
2\tmill\tmill\tNOUN\t_\t_\t3\tnsubj\t_\t_
3\tburned\tburn\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_
";

/// The same sentence, and a name, in the form of CoNLL-2003.
const NAMES: &str =
    "-DOCSTART-\t-\t-\t-\tO\n\nThe\t-\t-\t-\tO\nmill\t-\t-\t-\tO\nin\t-\t-\t-\tO\nOrby\t-\t-\t-\tB-LOC\n";

fn evaluate(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_evaluate"))
        .args(args)
        .output()
        .expect("the program was built for this test")
}

fn put(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    let folder = path.parent().expect("it lies in a folder");
    fs::create_dir_all(folder).expect("the folder is ours");
    fs::write(path, bytes).expect("the folder is ours");
}

fn gold() -> TempDir {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let root = folder.path();
    for set in ["gum_dev", "gum_train", "ewt_dev", "turkish_boun_dev"] {
        put(root, &format!("sentences/{set}.jsonl"), TWO_SENTENCES.as_bytes());
    }
    let english = r#"{"lang": "en", "text": "The mayor said that the bridge would be closed for a week."}"#;
    let short = r#"{"lang": "cy", "text": "Bore da."}"#;
    put(root, "language/sentences.jsonl", format!("{english}\n{short}\n").as_bytes());
    let mut page = GzEncoder::new(Vec::new(), Compression::default());
    page.write_all(PAGE.as_bytes()).expect("memory takes it");
    let page = page.finish().expect("memory takes it");
    put(root, "roles/article_extraction/a.html.gz", &page);
    put(
        root,
        "roles/article_extraction.jsonl",
        format!(r#"{{"id": "a", "articleBody": "{BODY}"}}"#).as_bytes(),
    );
    put(root, "roles/fundus/xx/Herald_2024_01_02.html.gz", &page);
    let paragraphs = BODY.replace("\\n\\n", "\", \"");
    let truth = format!(
        r#"{{"V1": {{"title": "Mill burns in Orby", "body": {{"summary": [], "sections":
        [{{"headline": [], "paragraphs": ["{paragraphs}"]}}]}}}}}}"#
    );
    put(root, "roles/fundus/xx/Herald.json", truth.as_bytes());
    put_words(root);
    put_facts(root);
    put_shared(root);
    folder
}

/// The sets of words and names.
fn put_words(root: &Path) {
    for set in ["ewt_dev", "gum_dev", "gum_train"] {
        put(root, &format!("tokens/{set}.conllu"), TREEBANK.as_bytes());
    }
    put(root, "entities/cleanconll_dev.iob2", NAMES.as_bytes());
    put(root, "entities/uner_ewt_dev.iob2", b"# newdoc id = mill\n1\tOrby\tB-LOC\t-\t-\n");
    let document = r#"{"_id": "d", "sourceName": "Herald", "text": "The mill in Orby burned."}"#;
    let entity = r#"{"documentId": "d", "begin": 12, "end": 16, "type": "Location", "confidence": 1}"#;
    put(root, "entities/re3d/herald/documents.json", document.as_bytes());
    put(root, "entities/re3d/herald/entities.json", entity.as_bytes());
    let report = r#"{"id": "d", "text": "\"It is over,\" said Ada Brandt.", "attributions":
        [{"source": [[19, 29]], "cue": [[14, 18]], "content": [[0, 13]]}]}"#;
    for set in ["dev", "train"] {
        put(root, &format!("attributions/polnear_{set}.jsonl"), report.replace('\n', "").as_bytes());
    }
    let titles = "{\"text\": \"Mill\", \"uncertain\": true}\n";
    put(root, "hedges/conll2010_sentences.jsonl", titles.as_bytes());
    let event = r#"{"id": "d", "text": "Mill\nThe mill burned on Monday night .", "markables": [{"kind": "EVENT_MENTION",
        "start": 14, "end": 20, "certainty": "CERTAIN", "polarity": "POS"}]}"#;
    put(root, "times/meantime.jsonl", event.replace('\n', "").as_bytes());
}

/// The sets of times, quantities, casualties and events.
fn put_facts(root: &Path) {
    let dated = r#"{"id": "d", "dct": "2016-12-20", "text": "The mill burned on December 19, 2016.", "events":
        [{"start": 9, "end": 15, "cls": "OCCURRENCE"}],
        "times": [{"start": 19, "end": 36, "type": "DATE", "value": "2016-12-19"}]}"#;
    put(root, "times/timebank_aquaint.jsonl", dated.replace('\n', "").as_bytes());
    let spec = r#"{"Input": "It took 12 percent.", "Results": [{"Start": 8, "End": 17, "TypeName": "percentage",
        "Resolution": {"value": "12%"}}]}"#;
    for model in ["DateTime", "Number", "Ordinal", "Percent", "Currency", "Dimension"] {
        put(root, &format!("recognizers/{model}Model.jsonl"), spec.replace('\n', "").as_bytes());
    }
    let incident = r#"{"incident": "1", "killed": 0, "injured": 0, "participants": [], "articles":
        [{"id": "a", "title": "The mill", "published": "2016-12-20", "text": "The mill stood empty."}]}"#;
    put(root, "stories/gun_violence_incidents.jsonl", incident.replace('\n', "").as_bytes());
    let coded = r#"<Sentences><Sentence date="19950101" id="D-1" category="DEMO" sentence="true">
        <EventCoding sourcecode="ARN" targetcode="GON" eventcode="122"/>
        <Text>The mill of Arnor stood empty.</Text></Sentence></Sentences>"#;
    put(root, "events/petrarch_unit_tests.xml", coded.as_bytes());
}

/// The sets of what documents share; the archive of incidents is among the facts.
fn put_shared(root: &Path) {
    let document = r#"{"doc_id": "1_1ecb", "subtopic": "1ecb", "split": "dev", "sentences": [["Ada", "Brandt", "left",
        "the", "mill", "."]], "validated_sent_ids": [0], "mentions": [{"sent_id": 0, "tokens": [0, 1], "type": "HUM",
        "chain": "HUM1"}]}"#;
    put(root, "stories/ecbplus.jsonl", document.replace('\n', "").as_bytes());
    let pair = r#"{"case_group": "toy", "schema": "Person", "name1": "Ada Brandt", "name2": "Brandt, Ada",
        "is_match": "true"}"#;
    put(root, "entities/name_variants.jsonl", pair.replace('\n', "").as_bytes());
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the program writes UTF-8")
}

#[test]
fn the_report_has_the_same_bytes_every_time() {
    let gold = gold();
    let root = gold.path().to_str().unwrap();
    let reports = ["one.md", "two.md"].map(|name| {
        let file = gold.path().join(name);
        let outcome = evaluate(&[root, "--output", file.to_str().unwrap()]);
        assert!(outcome.status.success(), "{outcome:?}");
        fs::read_to_string(file).unwrap()
    });
    assert_eq!(reports[0], reports[1]);
    for line in [
        "| turkish_boun_dev | 1 document, 1 boundaries | 1.000 | 1.000 | 1.000 | – |",
        "| article_extraction | 1 page | 1.000 | 1.000 | 1.000 | – |",
        "| fundus, headline | 1 page | 1.000 | 1.000 | 1.000 |",
        "| English | 1 sentence | 1.000 | – | ≥ 0.995 | yes |",
        "| mean over 1 language | 1 sentence | 1.000 |",
        "| ewt_dev | 1 document, 4 words | 1.000 | 1.000 | 1.000 | – | ≥ 0.99 | yes |",
        "| gum_dev, UAS | 1 document, 4 words |",
        "| re3d | 1 document, 1 names |",
        "| PolNeAR dev, whole | 1 document, 1 attribution | 1.000 | 1.000 | 1.000 | – | ≥ 0.65 | yes |",
        "| gum_dev | 1 document, 0 units |",
        "| CoNLL-2010 | 1 sentence | – | – | – | – | ≥ 0.75 | no |",
        "| MEANTIME, always CT+ | 1 document, 1 event | 1.000 |",
        "| TimeBank and AQUAINT, value | 1 document, 1 expression | 1.000 | 1.000 | 1.000 | – | ≥ 0.78 | yes |",
        "| DateTimeModel | 0 inputs | – | – | – | – | ≥ 0.85 | no |",
        "| PercentModel | 1 input | 1.000 | – | ≥ 0.92 | yes |",
        "| injured, odd incidents | 1 incident, 1 article | 1.000 | – |",
        "| name variants | 1 pair | 1.000 | 1.000 | 1.000 | – | ≥ 0.85 | yes |",
        "| ECB+ dev, all mentions | 1 document, 1 mention | 1.000 | 1.000 | 1.000 |",
        "| gun violence | 1 incident, 1 article | 1.000 | 1.000 | 1.000 | – | ≥ 0.92 | yes |",
        "| ECB+ subtopics | 1 subtopic, 1 article | 1.000 | 1.000 | 1.000 | – |",
        "| Reuters 1987 | 0 articles | – | – | ≥ 0.99 | no |",
        "| exact duplicates | 0 sentences | – | – | ≥ 1 | no |",
        "| killed, pooled | 0 incidents, 0 articles | – | – |",
        "| PETRARCH, type and actors | 1 sentence, 1 event | – | – | 0.000 | – | ≥ 0.75 | no |",
    ] {
        let mended = reports[0].replace(" page, 15 characters", " page");
        assert!(mended.contains(line), "`{line}` is not in:\n{}", reports[0]);
    }
    assert!(!reports[0].contains("mill"), "a report holds nothing of the gold's text");
}

#[test]
fn one_measure_goes_to_the_terminal() {
    let gold = gold();
    let outcome = evaluate(&[gold.path().to_str().unwrap(), "--only", "language"]);
    assert!(outcome.status.success());
    let shown = text(&outcome.stdout);
    assert!(shown.contains("## Language") && !shown.contains("## Sentences"), "{shown}");
}

#[test]
fn errors_are_listed_with_their_text() {
    let gold = gold();
    let glued = r#"{"id": "d", "text": "The mill burned. Nobody was hurt.", "sentences": [[0, 33]]}"#;
    put(gold.path(), "sentences/ewt_dev.jsonl", glued.as_bytes());
    let outcome = evaluate(&[gold.path().to_str().unwrap(), "--only", "sentences", "--errors", "5"]);
    let shown = text(&outcome.stdout);
    assert!(shown.starts_with("sentences: 1 errors of 1 kinds\n       1 100.0 %  extra between"), "{shown}");
    assert!(shown.contains("The mill burned. │ Nobody was hurt."), "{shown}");
}

#[test]
fn without_gold_one_line_says_so() {
    let outcome = evaluate(&["no/such/folder"]);
    assert_eq!(outcome.status.code(), Some(2));
    assert_eq!(
        text(&outcome.stderr),
        "error: gold folder `no/such/folder` is not there; nothing can be scored without it\n"
    );
    let empty = tempfile::tempdir().unwrap();
    let outcome = evaluate(&[empty.path().to_str().unwrap()]);
    assert_eq!(outcome.status.code(), Some(2));
    assert!(text(&outcome.stderr).contains("gum_dev.jsonl` is not there"), "{outcome:?}");
}

#[test]
fn malformed_gold_names_its_line() {
    let gold = gold();
    put(gold.path(), "language/sentences.jsonl", b"{\"lang\": 1}\n");
    let outcome = evaluate(&[gold.path().to_str().unwrap(), "--only", "language"]);
    assert_eq!(outcome.status.code(), Some(3));
    assert!(text(&outcome.stderr).contains("sentences.jsonl` line 1"), "{outcome:?}");
}

#[test]
fn the_list_of_measures_is_closed() {
    let outcome = evaluate(&[".", "--only", "poetry"]);
    assert_eq!(outcome.status.code(), Some(2));
    let shown = text(&outcome.stderr);
    assert!(shown.contains("uncertainty, factuality, times, quantities, casualties, events"), "{shown}");
    assert!(text(&evaluate(&["--help"]).stdout).contains("--errors 20"));
}
