//! Business numbers, telephone numbers and e-mail addresses.

use dure_domain::{BadBusinessNumber, BadEmail, BadPhone, BusinessNumber, Email, Phone};
use proptest::prelude::*;

#[test]
fn a_mistyped_business_number_is_noticed() {
    let number = BusinessNumber::with_check_digit(123_456_789);
    assert_eq!(number.to_string(), "123-45-67891");
    assert_eq!("1234567891".parse(), Ok(number));
    let mistyped = "123-45-67890".parse::<BusinessNumber>();
    assert_eq!(mistyped, Err(BadBusinessNumber::Checksum { expected: 1 }));
    assert_eq!("12-3".parse::<BusinessNumber>(), Err(BadBusinessNumber::Length(3)));
}

#[test]
fn phones_are_shown_with_hyphens() {
    let pairs = [
        ("0332501234", "033-250-1234"),
        ("02) 345.6789", "02-345-6789"),
        ("02-1234-5678", "02-1234-5678"),
        ("+82 10-1234-5678", "010-1234-5678"),
        ("1588-1234", "1588-1234"),
        ("050212345678", "0502-1234-5678"),
    ];
    for (text, shown) in pairs {
        assert_eq!(text.parse::<Phone>().map(|phone| phone.to_string()), Ok(shown.to_owned()));
    }
    assert_eq!("+1 212 555 0100".parse::<Phone>(), Err(BadPhone::Foreign));
    assert!(matches!("099-123-4567".parse::<Phone>(), Err(BadPhone::UnknownPrefix(_))));
    assert_eq!("010-123".parse::<Phone>(), Err(BadPhone::Length(6)));
}

#[test]
fn emails_are_lower_case() {
    assert_eq!(
        "Kim.B@Example.CO.kr ".parse::<Email>().map(|mail| mail.to_string()),
        Ok("kim.b@example.co.kr".into())
    );
    assert_eq!("kim@@example.kr".parse::<Email>(), Err(BadEmail::At));
    assert!(matches!("kim@example".parse::<Email>(), Err(BadEmail::Domain(_))));
    assert!(matches!("k im@example.kr".parse::<Email>(), Err(BadEmail::Local(_))));
}

#[test]
fn letters_that_look_like_others_or_like_nothing_are_refused() {
    for odd in [
        "k\u{0430}m@example.kr",
        "kim@ex\u{0430}mple.kr",
        "ｋｉｍ@example.kr",
        "kim@ｅxample.kr",
        "k\u{200b}im@example.kr",
        "kim\u{200d}@example.kr",
        "ki\u{ad}m@example.kr",
        "kim\u{a0}a@example.kr",
        "kim\u{202e}@example.kr",
        "kım@example.kr",
        "\u{212a}im@example.kr",
        "=kim@example.kr",
        "kím@example.kr",
        "\u{feff}kim@example.kr",
        "kim@exam\u{2060}ple.kr",
    ] {
        assert!(odd.parse::<Email>().is_err(), "{odd:?}");
    }
    for good in ["kim@두레.kr", "kim@xn--369ak1b.kr", "두레@두레.한국"] {
        assert!(good.parse::<Email>().is_ok(), "{good}");
    }
}

proptest! {
    #[test]
    fn numbers_lead_back(first_nine in 0..1_000_000_000_u32) {
        let number = BusinessNumber::with_check_digit(first_nine);
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        if let Ok(phone) = text.parse::<Phone>() {
            prop_assert_eq!(phone.to_string().parse(), Ok(phone));
        }
        let _ = (text.parse::<BusinessNumber>(), text.parse::<Email>());
    }

    #[test]
    fn phones_lead_back(text in "0[1-7][0-9]{7,10}") {
        if let Ok(phone) = text.parse::<Phone>() {
            prop_assert_eq!(phone.to_string().parse(), Ok(phone));
        }
    }
}
