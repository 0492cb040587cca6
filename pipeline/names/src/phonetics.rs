//! How a word of a name sounds, roughly.
//!
//! Answers for: one form for what romanisations and slips of the ear set apart: doubled letters, silent "h", "ph" and "f",
//! "ou", "oo" and "u", the letters of one class ("k", "c", "q"). Leaves to others: how much a difference in sound weighs
//! (`alignment`). The form is no pronunciation; it is only compared.

/// Letters that together sound like others; of two that begin alike the longer first.
const TOGETHER: &[(&str, &str)] = &[
    ("ae", "i"),
    ("ai", "i"),
    ("ay", "i"),
    ("ch", "C"),
    ("ck", "k"),
    ("cz", "C"),
    ("dh", "d"),
    ("dj", "i"),
    ("dzh", "i"),
    ("ee", "i"),
    ("ei", "i"),
    ("ey", "i"),
    ("gh", "g"),
    ("ie", "i"),
    ("kh", "k"),
    ("ks", "x"),
    ("oo", "u"),
    ("ou", "u"),
    ("ow", "u"),
    ("ph", "f"),
    ("qu", "k"),
    ("sch", "s"),
    ("shch", "s"),
    ("sh", "s"),
    ("sz", "s"),
    ("tch", "C"),
    ("th", "t"),
    ("tsch", "C"),
    ("ts", "s"),
    ("tz", "s"),
    ("ya", "ia"),
    ("yo", "iu"),
    ("zh", "s"),
];

/// The form of `word`, which is folded and in Latin letters.
pub fn sound(word: &str) -> String {
    let mut sound = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        if let Some((letters, heard)) = TOGETHER.iter().find(|(letters, _)| rest.starts_with(letters)) {
            heard.chars().for_each(|letter| hear(letter, &mut sound));
            rest = &rest[letters.len()..];
        } else {
            hear(class(letter), &mut sound);
            rest = &rest[letter.len_utf8()..];
        }
    }
    sound
}

/// Adds a letter, but for a silent "h" and the second of two.
fn hear(letter: char, sound: &mut String) {
    let is_silent = letter == 'h' && !sound.is_empty();
    if !is_silent && !sound.ends_with(letter) {
        sound.push(letter);
    }
}

/// The letter that stands for all that sound like it.
const fn class(letter: char) -> char {
    match letter {
        'c' | 'q' => 'k',
        'e' | 'j' | 'y' => 'i',
        'o' => 'u',
        'w' => 'v',
        'z' => 's',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::sound;

    #[test]
    fn romanisations_sound_alike() {
        for (one, other) in
            [("husayn", "hussein"), ("rohani", "rouhani"), ("volodymyr", "wolodymyr"), ("erdogan", "erdohan")]
        {
            assert_eq!(sound(one) == sound(other), one != "erdogan", "{one} {other}");
        }
        assert_eq!((sound("philippa").as_str(), sound("schwarz")), ("filipa", sound("svars")));
    }
}
