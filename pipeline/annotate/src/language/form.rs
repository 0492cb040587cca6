//! What the network sees of a word form: hashed features of its spelling.
//!
//! Answers for: the features, which the trainer and the annotator must make alike; a change here asks for another
//! training. Leaves to others: what the features weigh (`network`) and what lies around the word (`encoder`).

/// The rows of the table of embeddings, a power of two.
pub const ROWS: u32 = 1 << 16;

/// How many features of its spelling a form has.
pub const SLOTS: usize = 11;

/// The features that only this form has: the spelling, and the spelling with its capitals.
pub const OWN: [usize; 2] = [0, 1];

/// The rows of the embeddings that a form sums.
pub type Rows = [u32; SLOTS];

/// The longest beginning and ending that is looked at, in letters.
const AFFIX: usize = 4;

/// The spelling of `form` in lower case with every digit as `0`, into `folded`.
pub fn fold(form: &str, folded: &mut String) {
    folded.clear();
    if form.is_ascii() {
        folded.extend(form.bytes().map(|byte| match byte {
            b'0'..=b'9' => '0',
            _ => char::from(byte.to_ascii_lowercase()),
        }));
    } else {
        let digit = |letter: char| if letter.is_numeric() { '0' } else { letter };
        folded.extend(form.chars().flat_map(char::to_lowercase).map(digit));
    }
}

/// The rows of `form`, whose folded spelling is `folded`.
pub fn rows(form: &str, folded: &str) -> Rows {
    let mut rows = [0; SLOTS];
    rows[0] = row(0, folded);
    rows[1] = row(1, form);
    rows[2] = row(2, &shape(form));
    let starts: Vec<usize> = folded.char_indices().map(|(at, _)| at).chain([folded.len()]).collect();
    let letters = starts.len() - 1;
    for length in 1..=AFFIX {
        let kind = u64::try_from(length).unwrap_or_default();
        let (beginning, ending) = if length <= letters {
            (&folded[..starts[length]], &folded[starts[letters - length]..])
        } else {
            ("", "")
        };
        rows[2 + length] = row(10 + kind, beginning);
        rows[2 + AFFIX + length] = row(20 + kind, ending);
    }
    rows
}

/// The pattern of capitals, small letters, digits and marks; of a run at most three count.
fn shape(form: &str) -> String {
    let mut shape = String::new();
    let (mut last, mut run) = ('\0', 0);
    for letter in form.chars() {
        let class = match letter {
            letter if letter.is_uppercase() => 'X',
            letter if letter.is_alphabetic() => 'x',
            letter if letter.is_numeric() => '0',
            mark => mark,
        };
        run = if class == last { run + 1 } else { 1 };
        last = class;
        if run <= 3 {
            shape.push(class);
        }
    }
    shape
}

/// The row of a feature: its hash (FNV-1a, mixed once more).
fn row(kind: u64, feature: &str) -> u32 {
    let hash = feature
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325 ^ (kind.wrapping_mul(0x9e37_79b9_7f4a_7c15)), |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    let mixed = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    u32::try_from(mixed >> 40).unwrap_or_default() & (ROWS - 1)
}

#[cfg(test)]
mod tests {
    use super::{ROWS, fold, rows, shape};

    fn of(form: &str) -> super::Rows {
        let mut folded = String::new();
        fold(form, &mut folded);
        rows(form, &folded)
    }

    #[test]
    fn forms_that_share_a_spelling_share_rows() {
        let (one, other) = (of("Ankara"), of("ANKARA"));
        assert_eq!(one[0], other[0]);
        assert_ne!(one[1], other[1]);
        assert_eq!(one[3..], other[3..]);
        assert!(one.iter().all(|&row| row < ROWS));
        assert_eq!(of("1984")[0], of("2016")[0]);
        assert_eq!(of("İzmir").len(), of("").len());
    }

    #[test]
    fn a_shape_keeps_runs_short() {
        assert_eq!(shape("McDonald's-2016"), "XxXxxx'x-000");
    }
}
