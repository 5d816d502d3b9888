//! Korean particles, which depend on the last sound of the word before them.

/// How a word ends, as far as particles care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Vowel,
    Rieul,
    Consonant,
}

/// The particle of a pair (`"은/는"`, with the form after a consonant first) that fits after `word`.
/// The pair `으로/로` takes the second form after ㄹ too. A word whose sound is not known (signs,
/// foreign scripts) gets both: `은(는)`.
pub fn josa(word: &str, pair: &str) -> String {
    let Some((closed, open)) = pair.split_once('/') else { return pair.to_owned() };
    let rieul_is_open = closed.starts_with('으');
    match ending(word) {
        Some(Ending::Vowel) => open.to_owned(),
        Some(Ending::Rieul) if rieul_is_open => open.to_owned(),
        Some(_) => closed.to_owned(),
        None if rieul_is_open => format!("(으){open}"),
        None => format!("{closed}({open})"),
    }
}

fn ending(word: &str) -> Option<Ending> {
    let skipped = |sign: &char| sign.is_whitespace() || ")]}>』」》〉\"'”’.,!?".contains(*sign);
    let mut signs = word.chars().rev().skip_while(skipped);
    let last = signs.next()?;
    match last {
        '가'..='힣' => Some(match (u32::from(last) - 0xAC00) % 28 {
            0 => Ending::Vowel,
            8 => Ending::Rieul,
            _ => Ending::Consonant,
        }),
        // 영 일 이 삼 사 오 육 칠 팔 구
        '0' | '3' | '6' => Some(Ending::Consonant),
        '1' | '7' | '8' => Some(Ending::Rieul),
        '2' | '4' | '5' | '9' => Some(Ending::Vowel),
        '%' => Some(Ending::Vowel),
        letter if letter.is_ascii_alphabetic() => Some(letter_ending(letter, signs.next())),
        _ => None,
    }
}

/// Single capitals are read by name (엘, 엠, 엔, 아르); words roughly as they sound.
fn letter_ending(letter: char, before: Option<char>) -> Ending {
    let by_name = letter.is_ascii_uppercase() && before.is_none_or(|sign| !sign.is_ascii_lowercase());
    match letter.to_ascii_lowercase() {
        'l' => Ending::Rieul,
        'r' if by_name => Ending::Rieul,
        'm' | 'n' => Ending::Consonant,
        'g' if !by_name => Ending::Consonant,
        'b' | 'c' | 'k' | 'p' | 't' if !by_name => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn particles_follow_the_last_sound() {
        for (word, pair, particle) in [
            ("두레", "은/는", "는"),
            ("한울정밀", "은/는", "은"),
            ("(주)동해", "이/가", "가"),
            ("동해(주)", "이/가", "가"),
            ("춘천", "으로/로", "으로"),
            ("서울", "으로/로", "로"),
            ("3", "을/를", "을"),
            ("LED", "을/를", "를"),
            ("CNC", "을/를", "를"),
            ("PVC 필름", "과/와", "과"),
            ("日本", "은/는", "은(는)"),
            ("", "으로/로", "(으)로"),
        ] {
            assert_eq!(josa(word, pair), particle, "{word} {pair}");
        }
    }

    proptest! {
        #[test]
        fn any_word_gets_a_particle(word in ".*", pair in "은/는|이/가|을/를|과/와|으로/로") {
            prop_assert!(!josa(&word, &pair).is_empty());
        }
    }
}
