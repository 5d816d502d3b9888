//! What was wrong with a form, field by field: found by rules, worded for the reader.

use dure_texts::{Lang, forms as texts};

/// What can be wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is in it.
    Missing,
    /// More characters than this.
    TooLong(usize),
    /// No number, or one that cannot be.
    BadNumber,
    /// No day.
    BadDay,
    /// No mail address.
    BadEmail,
    /// No business number: wrong length or check digit.
    BadBusinessNumber,
    /// One of several must be picked.
    Pick,
    /// Already in words.
    Said(String),
}

impl Fault {
    /// In the reader's language.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Missing => texts::missing(lang).to_owned(),
            Self::TooLong(most) => texts::too_long(lang, *most as i64),
            Self::BadNumber => texts::bad_number(lang).to_owned(),
            Self::BadDay => texts::bad_day(lang).to_owned(),
            Self::BadEmail => texts::bad_email(lang).to_owned(),
            Self::BadBusinessNumber => texts::bad_business_number(lang).to_owned(),
            Self::Pick => texts::pick(lang).to_owned(),
            Self::Said(words) => words.clone(),
        }
    }
}

/// Faults in the order of the fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<(&'static str, Fault)>);

impl Faults {
    /// One fault of one field.
    pub fn one(field: &'static str, fault: Fault) -> Self {
        Self(vec![(field, fault)])
    }

    /// Notes a fault.
    pub fn add(&mut self, field: &'static str, fault: Fault) {
        self.0.push((field, fault));
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// (field, words) of each.
    pub fn worded(&self, lang: Lang) -> Vec<(String, String)> {
        self.0.iter().map(|(field, fault)| ((*field).to_owned(), fault.words(lang))).collect()
    }

    /// The text, trimmed; a fault where it is empty or longer than `most` characters.
    pub fn needed(&mut self, field: &'static str, text: &str, most: usize) -> String {
        if text.trim().is_empty() {
            self.add(field, Fault::Missing);
        }
        self.short(field, text, most)
    }

    /// The text, trimmed; a fault where it is longer than `most` characters.
    pub fn short(&mut self, field: &'static str, text: &str, most: usize) -> String {
        if text.chars().count() > most {
            self.add(field, Fault::TooLong(most));
        }
        text.trim().replace("\r\n", "\n")
    }

    /// What the text says, none where it is empty; `fault` where it says nothing that can be read.
    pub fn maybe<T>(
        &mut self,
        field: &'static str,
        text: &str,
        fault: Fault,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let value = read(text);
        if value.is_none() {
            self.add(field, fault);
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_no_fault_unless_it_is_needed() {
        let mut faults = Faults::default();
        assert_eq!(faults.maybe("day", " ", Fault::BadDay, |text| text.parse::<i32>().ok()), None);
        assert!(faults.is_empty());
        assert_eq!(faults.needed("name", "  ", 5), "");
        assert_eq!(faults.short("note", "여섯글자입니다", 5), "여섯글자입니다");
        let fields: Vec<String> = faults.worded(Lang::Ko).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["name", "note"]);
    }
}
