//! QUALITY.md: the figures of the measures as Markdown.
//!
//! Answers for: its form, and that the same figures give the same bytes. It holds figures only, nothing of the
//! gold's text.

use std::fmt::Write as _;

use crate::measure::{Figure, Measure, Outcome, Row, Table};

/// The command that makes the report.
const COMMAND: &str = "cargo run --release -p evaluate -- ../shared/gold";

/// How the figures are to be read.
const PREAMBLE: &str = "\
Intervals hold the figure in 95 % of 1,000 resamples of the set's documents, drawn with a fixed seed. A dash stands
for a figure that nothing was there to measure with. Peers' figures say at each measure whether they were published
or measured, and by whom; the targets are those that the project set itself.
";

/// The report of what was measured.
pub(crate) fn markdown(measured: &[(&Measure, Outcome)]) -> String {
    let mut page =
        format!("# Quality\n\nHow well the stages do on public gold. Made by `{COMMAND}`.\n\n{PREAMBLE}");
    page.push_str(&table(&summary(measured)));
    for (measure, outcome) in measured {
        page.push_str(&section(measure, outcome));
    }
    page
}

/// The measure's part of the report.
pub(crate) fn section(measure: &Measure, outcome: &Outcome) -> String {
    let mut part = format!("\n## {}\n\n{}\n\n", measure.title, measure.definition);
    let _ = writeln!(part, "Command: `{COMMAND} --only {}`", measure.name);
    part.push_str(&table(&figures(measure.figure, &outcome.rows)));
    if !measure.peers.is_empty() {
        let _ = writeln!(part, "\n{}", measure.peers);
    }
    outcome.tables.iter().for_each(|beside| part.push_str(&table(beside)));
    part
}

/// Every row that has a target, in one table.
fn summary(measured: &[(&Measure, Outcome)]) -> Table {
    let header = ["measure", "set", "figure", "reached", "target", "met"];
    let rows = measured.iter().flat_map(|(measure, outcome)| {
        let aimed = outcome.rows.iter().filter(|row| row.target.is_some());
        aimed.map(|row| {
            let name = measure.name.to_owned();
            vec![
                name,
                row.set.clone(),
                word(row.figure.unwrap_or(measure.figure)).to_owned(),
                number(row.value),
                aim(row),
                met(row),
            ]
        })
    });
    Table {
        title: "The targets:".to_owned(),
        header: header.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

fn figures(figure: Figure, rows: &[Row]) -> Table {
    let sides: &[&str] = if figure == Figure::F1 { &["precision", "recall"] } else { &[] };
    let is_one = rows.iter().all(|row| row.figure.is_none_or(|other| other == figure));
    let head = if is_one { word(figure) } else { "figure" };
    let header = [["set", "size"].as_slice(), sides, &[head, "95 % interval", "target", "met", "peers"]];
    let header = header.concat().into_iter().map(str::to_owned).collect();
    let cells = |row: &Row| {
        let mut cells = vec![row.set.clone(), row.size.clone()];
        if figure == Figure::F1 {
            cells.extend([number(row.precision), number(row.recall)]);
        }
        cells.extend([number(row.value), range(row), aim(row), met(row), row.peers.to_owned()]);
        cells
    };
    Table { title: String::new(), header, rows: rows.iter().map(cells).collect() }
}

/// A table as Markdown, with its title above it.
fn table(table: &Table) -> String {
    let mut text = String::new();
    if !table.title.is_empty() {
        let _ = writeln!(text, "\n{}", table.title);
    }
    let _ = writeln!(text, "\n| {} |", table.header.join(" | "));
    let rules = (0..table.header.len()).map(|column| if is_number(table, column) { "---:" } else { "---" });
    let _ = writeln!(text, "|{}|", rules.collect::<Vec<_>>().join("|"));
    for row in &table.rows {
        let _ = writeln!(text, "| {} |", row.join(" | "));
    }
    text
}

/// Whether a column holds figures alone.
fn is_number(table: &Table, column: usize) -> bool {
    let is_figure = |cell: &str| cell.starts_with(|c: char| c.is_ascii_digit() || c == '–' || c == '≥');
    column > 0 && table.rows.iter().all(|row| is_figure(&row[column]))
}

const fn word(figure: Figure) -> &'static str {
    match figure {
        Figure::F1 => "F1",
        Figure::Accuracy => "accuracy",
        Figure::Precision => "precision",
        Figure::Recall => "recall",
        Figure::Share => "share",
    }
}

/// Three decimals, or a dash.
pub(crate) fn number(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"))
}

/// A count with its noun, `1 page` and `2 pages`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn range(row: &Row) -> String {
    row.interval
        .map_or_else(|| "–".to_owned(), |interval| format!("{:.3}–{:.3}", interval.low, interval.high))
}

fn aim(row: &Row) -> String {
    row.target.map_or_else(|| "–".to_owned(), |target| format!("≥ {target}"))
}

fn met(row: &Row) -> String {
    let Some(target) = row.target else { return "–".to_owned() };
    let is_met = row.value.is_some_and(|value| value >= target);
    if is_met { "yes" } else { "no" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{figures, table};
    use crate::bootstrap::Interval;
    use crate::measure::{Figure, Row};

    fn row() -> Row {
        Row {
            set: "toy".to_owned(),
            size: "2 documents".to_owned(),
            precision: Some(0.5),
            recall: None,
            value: Some(0.975),
            interval: Some(Interval { low: 0.9, high: 1.0 }),
            peers: "other 0.9",
            target: Some(0.975),
            figure: None,
        }
    }

    #[test]
    fn f1_stands_with_its_sides() {
        let expected = "
| set | size | precision | recall | F1 | 95 % interval | target | met | peers |
|---|---:|---:|---:|---:|---:|---:|---|---|
| toy | 2 documents | 0.500 | – | 0.975 | 0.900–1.000 | ≥ 0.975 | yes | other 0.9 |
";
        assert_eq!(table(&figures(Figure::F1, &[row()])), expected);
    }

    #[test]
    fn a_column_of_several_figures_names_none() {
        let alone = Row { figure: Some(Figure::Precision), ..row() };
        assert_eq!(figures(Figure::F1, &[row(), alone.clone()]).header[4], "figure");
        assert_eq!(figures(Figure::Precision, &[alone]).header[2], "precision");
    }

    #[test]
    fn a_figure_just_below_its_target_is_not_met() {
        let nearly = Row { value: Some(0.974_999), interval: None, ..row() };
        let expected = "
| set | size | accuracy | 95 % interval | target | met | peers |
|---|---:|---:|---:|---:|---|---|
| toy | 2 documents | 0.975 | – | ≥ 0.975 | no | other 0.9 |
";
        assert_eq!(table(&figures(Figure::Accuracy, &[nearly])), expected);
    }
}
