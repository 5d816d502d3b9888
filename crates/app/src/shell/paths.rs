//! Paths of our own: what they name, where a reader may be led, and how a path is written into an address.

use std::str::FromStr;

use crate::error::{Error, Result};

/// An identifier in a path. What is none names nothing.
pub fn id<I: FromStr>(text: &str) -> Result<I> {
    text.parse().map_err(|_| Error::NotFound)
}

/// The path if it is one of our own, else the first page; so no form elsewhere can lead a reader astray.
pub fn own_path(path: &str) -> &str {
    let own = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n']);
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
    use super::*;

    #[test]
    fn nobody_is_led_elsewhere() {
        assert_eq!(own_path("/firms?q=1"), "/firms?q=1");
        assert_eq!(own_path("//evil.example"), "/");
        assert_eq!(own_path("/\\evil.example"), "/");
        assert_eq!(own_path("/a\r\nSet-Cookie: a=b"), "/");
        assert_eq!(own_path("https://evil.example"), "/");
        assert_eq!(own_path(""), "/");
    }

    #[test]
    fn the_way_back_survives_the_address() {
        assert_eq!(sign_in("/firms?q=철&page=2"), "/sign-in?to=/firms%3Fq%3D%EC%B2%A0%26page%3D2");
        assert_eq!(sign_in("//evil.example"), "/sign-in");
    }
}
