//! What may be said about why, and what is kept of it.

use dure_domain::{DataOutlet, DataReason, FederationId, GroupId};
use dure_web::faults::{Fault, Faults};
use serde::Deserialize;

/// Characters of a note.
const NOTE: usize = 200;

/// The small form before a file of people is given.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WhyForm {
    /// A word of [`DataReason`].
    pub reason: String,
    /// More about it; needed for something else.
    pub purpose: String,
}

/// Why people are taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// The reason.
    pub reason: DataReason,
    /// More about it.
    pub note: String,
}

/// What is taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taking {
    /// Whose federation the people are of.
    pub federation: FederationId,
    /// The group they are of, none for more than one.
    pub group: Option<GroupId>,
    /// As what.
    pub what: DataOutlet,
    /// How many people.
    pub persons: usize,
}

/// Reads the form.
///
/// # Errors
/// What is wrong with it: no reason, or something else without a word about it.
pub fn read(form: &WhyForm) -> Result<Why, Faults> {
    let mut faults = Faults::default();
    let reason = form.reason.parse::<DataReason>().ok();
    if reason.is_none() {
        faults.add("reason", Fault::Pick);
    }
    let note = match reason {
        Some(DataReason::Other) => faults.needed("purpose", &form.purpose, NOTE),
        _ => faults.short("purpose", &form.purpose, NOTE),
    };
    match reason {
        Some(reason) if faults.is_empty() => Ok(Why { reason, note }),
        _ => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(reason: &str, note: &str) -> WhyForm {
        WhyForm { reason: reason.into(), purpose: note.into() }
    }

    #[test]
    fn something_else_needs_a_word() {
        assert!(read(&form("", "")).is_err() && read(&form("other", " ")).is_err());
        assert_eq!(read(&form("dues", "")), Ok(Why { reason: DataReason::Dues, note: String::new() }));
        assert!(read(&form("other", "도청 제출")).is_ok());
    }
}
