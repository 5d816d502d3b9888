//! Amounts as people write them: `150만원`, `1,500,000`, `1억 2천만`, `1.5억`.

use dure_domain::Won;

/// The most that one help can be worth; more is a slip of the hand.
const MOST_WON: i128 = 100_000_000_000;
const MOST_DAYS: i32 = 3_660;

/// Why an amount was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is no number.
    Unclear,
    /// It is beyond any help.
    TooMuch,
}

/// Reads an amount of money; nothing written is nothing.
///
/// # Errors
/// [`Unread`] when it is no amount, or an unbelievable one.
pub fn won(text: &str) -> Result<Won, Unread> {
    let plain = plain(text);
    let plain = plain.strip_prefix('약').unwrap_or(&plain);
    let plain = plain.trim_end_matches("정").trim_end_matches("원").trim_end_matches("won");
    if plain.is_empty() {
        return if text.trim().is_empty() { Ok(Won::ZERO) } else { Err(Unread::Unclear) };
    }
    let mut total = 0_i128;
    let mut rest = plain;
    // 억 and 만 close a group; the group before them may itself be written with 천 and 백.
    for (sign, unit) in [('억', 100_000_000), ('만', 10_000)] {
        if let Some((group, after)) = rest.split_once(sign) {
            total = total.checked_add(self::group(group, unit)?).ok_or(Unread::TooMuch)?;
            rest = after;
        }
    }
    if !rest.is_empty() {
        total = total.checked_add(group(rest, 1)?).ok_or(Unread::TooMuch)?;
    }
    if total > MOST_WON {
        return Err(Unread::TooMuch);
    }
    i64::try_from(total).map(Won).map_err(|_| Unread::TooMuch)
}

/// Reads a number of days; nothing written is none.
///
/// # Errors
/// [`Unread`] when it is no whole number of days, or an unbelievable one.
pub fn days(text: &str) -> Result<i32, Unread> {
    let plain = plain(text);
    let plain = plain.trim_end_matches("동안").trim_end_matches("간").trim_end_matches("일");
    let plain = plain.trim_end_matches("days").trim_end_matches("day").trim_end_matches('日');
    if plain.is_empty() {
        return if text.trim().is_empty() { Ok(0) } else { Err(Unread::Unclear) };
    }
    if !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Unread::Unclear);
    }
    let days: i32 = plain.parse().map_err(|_| Unread::TooMuch)?;
    if days > MOST_DAYS { Err(Unread::TooMuch) } else { Ok(days) }
}

/// Without blanks, separators and currency signs; full-width digits become plain ones.
fn plain(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '０'..='９' => {
            char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0')).unwrap_or(letter)
        }
        '．' => '.',
        '万' | '萬' => '만',
        '億' => '억',
        other => other.to_ascii_lowercase(),
    };
    text.chars()
        .map(narrow)
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, ',' | '，' | '₩' | '￦' | '\\'))
        .collect()
}

/// A group such as `2천5백`, `1.5` or `150`, in units of `unit`.
fn group(text: &str, unit: i128) -> Result<i128, Unread> {
    let mut total = 0_i128;
    let mut rest = text;
    for (sign, size) in [('천', 1_000), ('백', 100), ('십', 10)] {
        if let Some((before, after)) = rest.split_once(sign) {
            let count = if before.is_empty() { unit } else { number(before, unit)? };
            total =
                count.checked_mul(size).and_then(|part| total.checked_add(part)).ok_or(Unread::TooMuch)?;
            rest = after;
        }
    }
    match (rest.is_empty(), text.is_empty()) {
        // A lone 만 or 억 is one of it.
        (true, true) => Ok(unit),
        (true, false) => Ok(total),
        (false, _) => number(rest, unit)?.checked_add(total).ok_or(Unread::TooMuch),
    }
}

/// A plain number, perhaps with a decimal point, in units of `unit`; only whole won are amounts.
fn number(text: &str, unit: i128) -> Result<i128, Unread> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) {
        return Err(Unread::Unclear);
    }
    if whole.len() + part.len() > 18 {
        return Err(Unread::TooMuch);
    }
    let scale = 10_i128.pow(u32::try_from(part.len()).unwrap_or(0));
    let value: i128 = format!("{whole}{part}").parse().map_err(|_| Unread::TooMuch)?;
    let won = value.checked_mul(unit).ok_or(Unread::TooMuch)?;
    if won % scale == 0 { Ok(won / scale) } else { Err(Unread::Unclear) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, amount) in [
            ("", 0),
            ("0", 0),
            ("1500000", 1_500_000),
            ("1,500,000", 1_500_000),
            ("1,500,000원", 1_500_000),
            ("₩ 1,500,000", 1_500_000),
            ("150만원", 1_500_000),
            ("150 만 원", 1_500_000),
            ("약 150만원", 1_500_000),
            ("만원", 10_000),
            ("백만원", 1_000_000),
            ("5백만원", 5_000_000),
            ("2천5백만원", 25_000_000),
            ("1천만", 10_000_000),
            ("1억 2천만원", 120_000_000),
            ("1.5억", 150_000_000),
            ("12만 5천원", 125_000),
            ("３０만원정", 300_000),
            ("30万ウォン", -1),
            ("150万", 1_500_000),
        ] {
            let read = won(text);
            if amount < 0 {
                assert_eq!(read, Err(Unread::Unclear), "{text}");
            } else {
                assert_eq!(read, Ok(Won(amount)), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in ["많이", "원", "-5", "1.5", "1.2.3", "만억원만", "150만원쯤", "십만원x"] {
            assert_eq!(won(text), Err(Unread::Unclear), "{text}");
        }
        for text in ["99999999999999999999", "5000억", "99999999999999억"] {
            assert_eq!(won(text), Err(Unread::TooMuch), "{text}");
        }
    }

    #[test]
    fn days_are_whole() {
        for (text, read) in [
            ("", Ok(0)),
            ("3", Ok(3)),
            ("3일", Ok(3)),
            ("10 일간", Ok(10)),
            ("2 days", Ok(2)),
            ("반나절", Err(Unread::Unclear)),
            ("0.5", Err(Unread::Unclear)),
            ("99999", Err(Unread::TooMuch)),
        ] {
            assert_eq!(days(text), read, "{text}");
        }
    }

    proptest! {
        #[test]
        fn shown_amounts_lead_back(amount in 0..100_000_000_000_i64) {
            prop_assert_eq!(won(&Won(amount).to_string()), Ok(Won(amount)));
            prop_assert_eq!(won(&format!("{}원", Won(amount))), Ok(Won(amount)));
        }

        #[test]
        fn tens_of_thousands_lead_back(man in 1..10_000_000_i64, rest in 0..10_000_i64) {
            let text = if rest == 0 { format!("{man}만원") } else { format!("{man}만 {rest}원") };
            prop_assert_eq!(won(&text), Ok(Won(man * 10_000 + rest)));
        }

        #[test]
        fn nothing_makes_it_fall_over(text in "\\PC{0,40}") {
            let _ = won(&text);
            let _ = days(&text);
        }
    }
}
