//! Paths of our own: what they name, where a reader may be led, and how a path is written into an address.

use std::str::FromStr;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// An identifier that was sent. What is none names nothing.
pub fn id<I: FromStr>(text: &str) -> Result<I> {
    text.parse().map_err(|_| Error::NotFound)
}

/// The identifiers in a path, as types: `Key(id): Key<FirmId>`. What is none names nothing, whatever is asked of it.
#[derive(Debug, Clone, Copy)]
pub struct Key<T>(pub T);

impl<T, S> FromRequestParts<S> for Key<T>
where
    T: DeserializeOwned + Send,
    S: Send + Sync,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let path = Path::<T>::from_request_parts(parts, state).await;
        path.map(|Path(key)| Self(key)).map_err(|_| Error::NotFound)
    }
}

/// Longer than any address that a page of ours has.
const LONGEST: usize = 4096;

/// The path if it is one of our own, else the first page; so no form elsewhere can lead a reader astray.
///
/// Every place that a request names for us to lead on to passes through here. Browsers take away tabs and line breaks
/// and read `\` as `/` before they look where an address leads, so nothing but what our own addresses are written
/// in is let through: visible ASCII, without `\`, and no empty step such as `//` in the path.
pub fn own_path(path: &str) -> &str {
    let steps = path.split(['?', '#']).next().unwrap_or_default();
    let own = steps.starts_with('/')
        && !steps.contains("//")
        && path.len() <= LONGEST
        && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if own { path } else { "/" }
}

/// The sign-in page that leads back to `to`.
pub fn sign_in(to: &str) -> String {
    match own_path(to) {
        "/" => "/sign-in".to_owned(),
        to => format!("/sign-in?to={}", encoded(to)),
    }
}

/// A text as part of an address; slashes stay readable.
pub fn encoded(text: &str) -> String {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let one = |byte: u8| if safe(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use url::Url;

    use super::*;

    #[test]
    fn nobody_is_led_elsewhere() {
        for own in
            ["/", "/firms?q=1", "/firms?q=%EC%B2%A0&page=2#top", "/sign-in?to=//x.example", "/%09/x.example"]
        {
            assert_eq!(own_path(own), own);
        }
        for foreign in [
            "",
            "firms",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "\t//evil.example",
            "/\n/evil.example",
            "/\u{b}/evil.example",
            "/..//evil.example",
            "/.//evil.example",
            "/a\r\nSet-Cookie: a=b",
            "/\0",
            "/\u{85}/evil.example",
            "/\u{2028}/evil.example",
            "/\u{202e}",
            "/ /evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "@evil.example",
        ] {
            assert_eq!(own_path(foreign), "/", "{foreign:?}");
        }
        assert_eq!(own_path(&format!("/{}", "a".repeat(LONGEST))), "/");
    }

    #[test]
    fn the_way_back_survives_the_address() {
        assert_eq!(
            sign_in("/firms?q=%EC%B2%A0&page=2"),
            "/sign-in?to=/firms%3Fq%3D%25EC%25B2%25A0%26page%3D2"
        );
        assert_eq!(sign_in("//evil.example"), "/sign-in");
    }

    /// What an attacker would try, and anything at all.
    fn addresses() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("/".to_owned()),
            Just("\\".to_owned()),
            Just("..".to_owned()),
            Just("%09".to_owned()),
            Just("%2f".to_owned()),
            Just("%5c".to_owned()),
            Just("%2e%2e".to_owned()),
            Just("@".to_owned()),
            Just(":".to_owned()),
            Just("?".to_owned()),
            Just("#".to_owned()),
            Just("evil.example".to_owned()),
            "[\\x00-\\x20\\x7f-\\u{a0}\\u{2028}\\u{202e}]",
            "\\PC{0,3}",
        ];
        prop_oneof![
            prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat()),
            any::<String>(),
            any::<String>().prop_map(|rest| format!("/{rest}")),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn as_the_standard_reads_it_no_path_leaves_our_house(text in addresses()) {
            for base in ["https://dure.example/", "http://dure.test:8080/firms/1?q=2#x"] {
                let base: Url = base.parse().unwrap();
                for path in [own_path(&text).to_owned(), sign_in(&text)] {
                    let led = base.join(&path).unwrap();
                    prop_assert_eq!(led.origin(), base.origin());
                    prop_assert!(led.username().is_empty() && led.password().is_none());
                    prop_assert!(!led.path().starts_with("//"), "{}", led);
                    prop_assert!(axum::http::HeaderValue::from_str(&path).is_ok());
                }
            }
        }
    }
}
