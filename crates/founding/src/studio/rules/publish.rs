//! What is typed when a draft is put to the firms.

use std::collections::BTreeMap;

use dure_texts::{Lang, formation as texts};
use dure_web::faults::{Fault, Faults};

use super::MOST_NAME;

/// Characters of the message to the executives, at most.
const MOST_MESSAGE: usize = 2_000;
/// Nobody waits for more acceptances than a group may have members.
const MOST_NEEDED: i32 = 100;

/// The form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublishForm {
    /// Names by number of group.
    pub names: BTreeMap<u32, String>,
    /// How many must accept.
    pub needed: String,
    /// To the executives.
    pub message: String,
    /// The version that was seen.
    pub version: String,
}

/// The form, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// How many must accept before a group is founded.
    pub needed: i32,
    /// To the executives; may be empty.
    pub message: String,
    /// The version that was seen.
    pub version: i32,
}

/// Reads the form, or says what to mend.
///
/// # Errors
/// Names that are missing or given twice, a number that cannot be.
pub fn read_publishing(lang: Lang, form: &PublishForm) -> Result<Published, Faults> {
    let mut faults = Faults::default();
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for (number, name) in &form.names {
        let number = i64::from(*number);
        if name.trim().is_empty() {
            faults.add("names", Fault::Said(texts::name_missing(lang, number)));
        } else if name.chars().count() > MOST_NAME {
            faults.add("names", Fault::TooLong(MOST_NAME));
        } else if seen.insert(name.trim(), 1).is_some() {
            faults.add("names", Fault::Said(texts::name_twice(lang, name.trim())));
        }
    }
    let needed = form.needed.trim().parse().ok().filter(|needed| (1..=MOST_NEEDED).contains(needed));
    if needed.is_none() {
        faults.add("needed", Fault::Said(texts::bad_needed(lang, i64::from(MOST_NEEDED))));
    }
    let message = faults.short("message", &form.message, MOST_MESSAGE);
    let version = form.version.parse().ok();
    match (needed, version, faults.is_empty()) {
        (Some(needed), Some(version), true) => Ok(Published { needed, message, version }),
        _ => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(names: &[&str], needed: &str) -> PublishForm {
        let names = (1..).zip(names.iter().map(|name| (*name).to_owned())).collect();
        PublishForm { names, needed: needed.into(), version: "3".into(), ..PublishForm::default() }
    }

    #[test]
    fn names_are_there_and_given_once() {
        assert!(read_publishing(Lang::Ko, &form(&["원주 1", "원주 2"], "7")).is_ok());
        assert!(read_publishing(Lang::Ko, &form(&["원주 1", " 원주 1 "], "7")).is_err());
        assert!(read_publishing(Lang::Ko, &form(&["원주 1", " "], "7")).is_err());
    }

    #[test]
    fn somebody_must_accept() {
        for needed in ["0", "", "-1", "칠", "101"] {
            assert!(read_publishing(Lang::Ko, &form(&["가"], needed)).is_err(), "{needed}");
        }
    }
}
