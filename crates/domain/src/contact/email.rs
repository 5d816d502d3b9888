//! E-mail addresses.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An e-mail address, lightly checked: whether it exists, only a mail can tell. Kept in lower case, for
/// no mail server tells `Kim@` from `kim@`, and two people shall not differ by that alone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// Why a text is not an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadEmail {
    /// Nothing was given.
    #[error("no e-mail address given")]
    Empty,
    /// Longer than the 254 bytes that mail servers take (RFC 5321).
    #[error("the address is longer than 254 characters")]
    TooLong,
    /// No `@`, or more than one.
    #[error("an address has one @")]
    At,
    /// The part before `@` is empty, too long (64) or has a character that is not allowed.
    #[error("the part before @ is not valid: {0:?}")]
    Local(String),
    /// The part after `@` is not a domain.
    #[error("the part after @ is not valid: {0:?}")]
    Domain(String),
}

impl Email {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part after `@`.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }
}

/// Latin letters without marks, digits, and Hangul. Letters of other scripts look like these and
/// letters without width look like nothing: an address with them would pass for somebody else's.
/// Domains in other scripts are written in their `xn--` form.
fn letter_fits(char: char) -> bool {
    char.is_ascii_alphanumeric() || ('가'..='힣').contains(&char)
}

fn local_fits(local: &str) -> bool {
    let char_fits = |char: char| letter_fits(char) || ".!#$%&'*+/=?^_`{|}~-".contains(char);
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    // What begins so is a formula in a worksheet.
    let formula = local.starts_with(['=', '+', '-']);
    (1..=64).contains(&local.len()) && local.chars().all(char_fits) && !dots && !formula
}

fn domain_fits(domain: &str) -> bool {
    let label_fits = |label: &str| {
        let chars = label.chars().all(|char| letter_fits(char) || char == '-');
        (1..=63).contains(&label.len()) && chars && !label.starts_with('-') && !label.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(label_fits)
}

impl FromStr for Email {
    type Err = BadEmail;

    fn from_str(text: &str) -> Result<Self, BadEmail> {
        let text = text.trim().to_ascii_lowercase();
        if text.is_empty() {
            return Err(BadEmail::Empty);
        }
        let (local, domain) = text.split_once('@').ok_or(BadEmail::At)?;
        if domain.contains('@') {
            return Err(BadEmail::At);
        }
        if !local_fits(local) {
            return Err(BadEmail::Local(local.to_owned()));
        }
        if !domain_fits(domain) {
            return Err(BadEmail::Domain(domain.to_owned()));
        }
        let address = format!("{local}@{domain}");
        if address.len() > 254 { Err(BadEmail::TooLong) } else { Ok(Self(address)) }
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

super::as_text!(Email, BadEmail);
