//! The letters of a name.
//!
//! Answers for: one spelling for letters with and without marks, and Latin letters for those of other scripts. Leaves to
//! others: which romanisations of a name are one (`phonetics`, `given_names`).

use std::borrow::Cow;

/// `text` in Latin letters without marks; case and stops as they are. Scripts that write no vowels give none.
pub fn romanised(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(any_ascii::any_ascii(text)) }
}

/// The spelling as the lists have it: small Latin letters without their marks, no stops.
pub fn fold(form: &str) -> String {
    form.chars().flat_map(char::to_lowercase).filter_map(plain).collect()
}

/// The letter without its mark; none for a stop or a mark on its own.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        '.' | '\u{300}'..='\u{36f}' => return None,
        '’' | '‘' | 'ʻ' | '`' => '\'',
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ĕ' | 'ə' => 'e',
        'ğ' | 'ģ' | 'ĝ' | 'ġ' => 'g',
        'ħ' | 'ĥ' => 'h',
        'ì'..='ï' | 'ī' | 'į' | 'ı' | 'ĩ' | 'ĭ' => 'i',
        'ķ' => 'k',
        'ł' | 'ļ' | 'ľ' | 'ĺ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'ŏ' => 'o',
        'ř' | 'ŕ' | 'ŗ' => 'r',
        'ś' | 'š' | 'ş' | 'ș' | 'ŝ' => 's',
        'ť' | 'ţ' | 'ț' | 'ŧ' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ŭ' | 'ũ' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::{fold, romanised};

    #[test]
    fn spellings_are_folded() {
        assert_eq!(fold("Erdoğan"), "erdogan");
        assert_eq!(fold("U.S."), "us");
    }

    #[test]
    fn other_scripts_become_latin() {
        assert_eq!(romanised("Фуад Çelik"), "Fuad Celik");
        assert_eq!(romanised("Ada Brandt"), "Ada Brandt");
    }
}
