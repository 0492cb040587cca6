//! Quantities: numbers with their units.
//!
//! Answers for: which answers of Recognizers-Text the table of quantities can express, and when one is given.

use schema::labels::QuantityType::{self, Measure as InUnits, Money, Ordinal, Percent};
use schema::labels::Vocabulary as _;
use schema::{Quantity, Span};

use crate::accuracy::{self, Accuracy};
use crate::cases::{Case, ranked};
use crate::gold::Gold;
use crate::measure::{Figure, Measure, Outcome, Row, Table};
use crate::recognized::{self, Answer, Spec};
use crate::report::counted;

pub(crate) const MEASURE: Measure = Measure {
    name: "quantities",
    title: "Quantities",
    definition: "\
The inputs of Recognizers-Text that its own implementation supports, if not every port, are taken for English. The
figure is the share of inputs of which every answer is given that the table of quantities can express; inputs of which
it can express none are left out, and the tables list what was. An answer is given where a quantity has its span, its
value and its unit. Words that bound a number (\"about\", \"up to\") may stand in our span. A range is one quantity here
and two answers there, so either end is right. The model of numbers knows no units: a quantity whose span holds the
number is right where the rest holds no other, whatever it counts. Units are ISO 4217 and UCUM codes; where the library
leaves the country open (`Franc`), each code of that name is right, and so is none. Inputs are
resampled.",
    peers: "",
    figure: Figure::Accuracy,
    take,
};

/// A model of the library.
struct Model {
    name: &'static str,
    /// The kinds of quantity that may be its answers; empty where all may.
    kinds: &'static [QuantityType],
}

const MODELS: &[Model] = &[
    Model { name: "NumberModel", kinds: &[] },
    Model { name: "OrdinalModel", kinds: &[Ordinal] },
    Model { name: "PercentModel", kinds: &[Percent] },
    Model { name: "CurrencyModel", kinds: &[Money] },
    Model { name: "DimensionModel", kinds: &[InUnits] },
];

/// The share to reach in each model.
const TARGET: f64 = 0.92;

/// How far a value may be off, as a share of it: thirds have no end.
const NEAR: f64 = 1e-9;

/// Why the table of quantities cannot express an answer.
type Reason = &'static str;

/// What a quantity must be.
#[derive(Debug, Clone, PartialEq)]
struct Wanted {
    span: Span,
    value: f64,
    /// The units that are right, among them the empty one where none may be told; no units where none counts.
    units: &'static [&'static str],
}

/// An input with its answers and what was found.
#[derive(Debug)]
struct Checked {
    spec: Spec,
    found: Vec<Quantity>,
    wanted: Vec<Result<Wanted, Reason>>,
    has_unit: bool,
}

fn take(gold: &Gold) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::default();
    for model in MODELS {
        let specs = recognized::read(gold, model.name)?;
        let specs = specs.into_iter().filter(Spec::is_supported);
        let checked: Vec<Checked> = specs.map(|spec| Checked::of(model, spec)).collect();
        outcome.rows.push(row(model.name, &checked));
        outcome.tables.extend(left_out(model.name, &checked));
        outcome.cases.extend(checked.iter().flat_map(|checked| checked.cases(model.name)));
    }
    Ok(outcome)
}

impl Checked {
    fn of(model: &Model, spec: Spec) -> Self {
        let is_kind = |kind| model.kinds.is_empty() || model.kinds.contains(&kind);
        let mut found = spec.annotations(None).quantities;
        found.retain(|quantity| is_kind(quantity.kind));
        let wanted = spec.results.iter().map(|answer| wanted(&spec, answer)).collect();
        Self { spec, found, wanted, has_unit: !model.kinds.is_empty() }
    }

    /// Whether every answer that counts is given; `None` where none counts.
    fn is_right(&self) -> Option<bool> {
        let mut counting = self.wanted.iter().flatten().peekable();
        counting.peek()?;
        Some(counting.all(|wanted| self.gives(wanted)))
    }

    fn gives(&self, wanted: &Wanted) -> bool {
        self.found
            .iter()
            .any(|found| self.is_placed(wanted, found) && has_value(wanted, found) && has_unit(wanted, found))
    }

    /// Whether what `found` holds beside the answer is a bound, the other end of a range, or a unit where none counts.
    fn is_placed(&self, wanted: &Wanted, found: &Quantity) -> bool {
        if !found.span.contains(wanted.span) {
            return false;
        }
        let is_range = found.value_min.zip(found.value_max).is_some_and(|(min, max)| min < max);
        let before = &self.spec.input[found.span.start()..wanted.span.start()];
        let behind = self.spec.input[wanted.span.end()..found.span.end()].trim_start();
        let is_bare = |rest: &str| !rest.contains(|c: char| c.is_ascii_digit());
        let is_bound = found.modifier.is_some()
            && before.bytes().all(|byte| byte.is_ascii_lowercase() || b" '.".contains(&byte))
            && ["", "or ", "plus", "+"]
                .iter()
                .any(|bound| behind.starts_with(bound) && behind.is_empty() == bound.is_empty());
        is_range
            || is_bound
            || found.span == wanted.span
            || (!self.has_unit && is_bare(before) && is_bare(behind))
    }

    fn cases(&self, model: &str) -> Vec<Case> {
        let wrong = self.wanted.iter().flatten().filter(|wanted| !self.gives(wanted));
        wrong.map(|wanted| self.case(model, wanted)).collect()
    }

    fn case(&self, model: &str, wanted: &Wanted) -> Case {
        let input = &self.spec.input;
        let over: Vec<&Quantity> =
            self.found.iter().filter(|found| found.span.overlaps(wanted.span)).collect();
        let is_any = |holds: fn(&Wanted, &Quantity) -> bool| over.iter().any(|found| holds(wanted, found));
        let wrong = if over.is_empty() {
            "missed"
        } else if !is_any(has_value) {
            "value"
        } else if !is_any(has_unit) {
            "unit"
        } else {
            "span"
        };
        let gold = format!("[{}] {} {}", wanted.span.of(input), wanted.value, wanted.units.join(" or "));
        let told = over.iter().map(|found| shown(input, found)).collect::<Vec<_>>().join("; ");
        let lines = vec![("input", input.clone()), ("gold", gold), ("found", told)];
        Case { kind: format!("{model}: {wrong}"), cost: 1.0, place: model.to_owned(), lines }
    }
}

fn shown(input: &str, found: &Quantity) -> String {
    let end = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    let (min, max) = (end(found.value_min), end(found.value_max));
    let unit = found.unit.as_deref().unwrap_or_default();
    format!("[{}] {} {min}..{max} {unit}", found.span.of(input), found.kind.as_str())
}

fn has_value(wanted: &Wanted, found: &Quantity) -> bool {
    let is_near = |value: f64| (value - wanted.value).abs() <= wanted.value.abs() * NEAR;
    [found.value_min, found.value_max].into_iter().flatten().any(is_near)
}

fn has_unit(wanted: &Wanted, found: &Quantity) -> bool {
    wanted.units.is_empty() || wanted.units.contains(&found.unit.as_deref().unwrap_or_default())
}

fn wanted(spec: &Spec, answer: &Answer) -> Result<Wanted, Reason> {
    let span = spec.span(answer);
    let value = answer.resolved("value").filter(|value| *value != "null");
    let value = value.ok_or("a unit without a number")?;
    if answer.type_name == "ordinal.relative" {
        return Err("a place without a number (`last`, `next`)");
    }
    if answer.type_name == "number" && counts_time(&spec.input[span.end()..]) {
        return Err("a number of units of time, which stands in the table of times");
    }
    let units: &[&str] = match (answer.type_name.as_str(), answer.resolved("isoCurrency")) {
        ("percentage", _) => &["%"],
        ("currency", Some(code)) => code_of(code)?,
        ("currency" | "dimension", _) => codes(answer.resolved("unit").unwrap_or_default())?,
        _ => &[],
    };
    let value = value.trim_end_matches('%').parse().map_err(|_| "a value that is no number")?;
    Ok(Wanted { span, value, units })
}

/// Whether the text behind a number starts with a unit of time.
fn counts_time(behind: &str) -> bool {
    const UNITS: &[&str] = &["second", "minute", "hour", "day", "week", "month", "year", "decade"];
    UNITS.iter().any(|unit| behind.trim_start().starts_with(unit))
}

/// The ISO 4217 code that the library gives.
fn code_of(code: &str) -> Result<&'static [&'static str], Reason> {
    const CODES: &[[&str; 1]] = &[
        ["AUD"],
        ["CAD"],
        ["CHF"],
        ["CNY"],
        ["EUR"],
        ["GBP"],
        ["GEL"],
        ["HKD"],
        ["JPY"],
        ["LAK"],
        ["LKR"],
        ["MXN"],
        ["NZD"],
        ["TRY"],
        ["USD"],
    ];
    let code = CODES.iter().find(|[other]| *other == code);
    code.map(<[&str; 1]>::as_slice).ok_or("a currency that the measure does not know")
}

/// The codes that a unit of the library may have: ISO 4217 for currencies, UCUM for measures.
fn codes(unit: &str) -> Result<&'static [&'static str], Reason> {
    Ok(match unit {
        "Bitcoin" => return Err("a currency without an ISO 4217 code"),
        "Cent" | "Pence" | "Penny" => return Err("a hundredth of a currency that is not told"),
        "Dollar" => &["USD", ""],
        "Pound" => &["GBP", "[lb_av]", ""],
        "Finnish markka" => &["FIM"],
        "Franc" => &["FRF", "BEF", "CHF", "XOF", ""],
        "Netherlands guilder" => &["NLG"],
        "Peseta" => &["ESP", ""],
        "Rupee" => &["INR", "PKR", "LKR", "NPR", ""],
        "Barrel" => &["[bbl_us]"],
        "Cup" => &["[cup_us]"],
        "Decimeter" => &["dm"],
        "Degree" => &["deg"],
        "Dram" => &["[dr_av]"],
        "Foot" => &["[ft_i]"],
        "Gallon" => &["[gal_us]", "[gal_br]"],
        "Inch" => &["[in_i]"],
        "Kilogram" => &["kg"],
        "Kilometer" => &["km"],
        // "100 mb" may be either.
        "Megabit" => &["Mbit", "MBy"],
        "Meter" => &["m"],
        "Mile" => &["[mi_i]"],
        "Millimeter" => &["mm"],
        "Ounce" => &["[oz_av]", "[foz_us]"],
        "Square kilometer" => &["km2"],
        "Square meter" => &["m2"],
        "Tablespoon" => &["[tbs_us]"],
        "Ton" => &["t", "[ston_av]", "[lton_av]"],
        "Metric ton" => &["t"],
        "Turn" => &["circ"],
        _ => return Err("a unit that the measure does not know"),
    })
}

fn row(model: &str, specs: &[Checked]) -> Row {
    let verdicts = specs.iter().filter_map(Checked::is_right);
    let units: Vec<Accuracy> = verdicts.map(|is_right| Accuracy::of([is_right].into_iter())).collect();
    let size = counted(units.len(), "input");
    Row { size, target: Some(TARGET), ..accuracy::row_of(model, "input", &units) }
}

/// The answers of a model that were left out; `None` where none was.
fn left_out(model: &str, specs: &[Checked]) -> Option<Table> {
    let reasons = specs.iter().flat_map(|spec| &spec.wanted).filter_map(|wanted| wanted.as_ref().err());
    let rows: Vec<_> =
        ranked(reasons).into_iter().map(|(reason, n)| vec![(*reason).to_owned(), n.to_string()]).collect();
    (!rows.is_empty()).then(|| Table {
        title: format!("The answers of `{model}` that the table of quantities cannot express:"),
        header: ["what", "answers"].map(str::to_owned).to_vec(),
        rows,
    })
}

#[cfg(test)]
mod tests {
    use super::{Checked, MODELS, Model, codes, left_out, row};
    use crate::recognized::tests::spec;

    fn model(name: &str) -> &'static Model {
        MODELS.iter().find(|model| model.name == name).unwrap()
    }

    fn checked(name: &str, input: &str, [start, end]: [usize; 2], resolution: &str) -> Checked {
        let kind = match name {
            "NumberModel" => "number",
            "CurrencyModel" => "currency",
            "DimensionModel" => "dimension",
            "PercentModel" => "percentage",
            _ => "ordinal.relative",
        };
        Checked::of(
            model(name),
            spec(&format!(
                r#"{{"Input": "{input}", "Results": [{{"Start": {start}, "End": {end}, "TypeName": "{kind}",
                "Resolution": {{{resolution}}}}}]}}"#
            )),
        )
    }

    #[test]
    fn span_value_and_unit_make_an_answer_right() {
        let of = |span, resolution| {
            checked("CurrencyModel", "They lost about $1.2 million.", span, resolution).is_right()
        };
        assert_eq!(of([16, 27], r#""value": "1200000", "unit": "Dollar""#), Some(true));
        assert_eq!(of([16, 27], r#""value": "1200000", "isoCurrency": "CAD""#), Some(false));
        assert_eq!(of([16, 27], r#""value": "1.2", "unit": "Dollar""#), Some(false));
        assert_eq!(of([16, 19], r#""value": "1200000", "unit": "Dollar""#), Some(false));
        assert_eq!(of([16, 27], r#""value": null, "unit": "Dollar""#), None);
    }

    #[test]
    fn numbers_may_stand_in_a_wider_quantity() {
        let number =
            checked("NumberModel", "They lost about $1.2 million.", [17, 27], r#""value": "1200000""#);
        assert_eq!(number.is_right(), Some(true));
        let years = checked("NumberModel", "It took 3 years.", [8, 8], r#""value": "3""#);
        assert_eq!(years.is_right(), None);
        let percent = checked("PercentModel", "It fell by 12 percent.", [11, 20], r#""value": "12%""#);
        assert_eq!(percent.is_right(), Some(true));
    }

    #[test]
    fn rows_count_inputs_and_list_the_rest() {
        let right = checked("NumberModel", "I saw eight trams.", [6, 10], r#""value": "8""#);
        let wrong = checked("NumberModel", "I saw eight trams.", [6, 10], r#""value": "9""#);
        assert_eq!(wrong.cases("NumberModel")[0].kind, "NumberModel: value");
        let last = checked("OrdinalModel", "The last tram.", [4, 7], r#""value": "end+0""#);
        let all = [right, wrong, last];
        let row = row("toy", &all);
        assert_eq!((row.value, row.size.as_str()), (Some(0.5), "2 inputs"));
        assert_eq!(left_out("toy", &all).unwrap().rows, [["a place without a number (`last`, `next`)", "1"]]);
        assert!(left_out("toy", &all[..2]).is_none());
    }

    #[test]
    fn units_without_a_code_are_told() {
        assert_eq!(codes("Metric ton"), Ok(["t"].as_slice()));
        assert!(codes("Bitcoin").unwrap_err().contains("ISO 4217"));
    }
}
