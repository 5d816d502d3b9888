//! Pure decisions about experts.

use dure_domain::Place;
use dure_web::faults::{Fault, Faults};
use serde::{Deserialize, Serialize};

/// What is typed into the form of a profile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct ExpertForm {
    pub field: String,
    pub body: String,
    pub place_code: String,
    #[serde(skip_serializing)]
    pub stamp: String,
}

/// A profile, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Content {
    pub field: String,
    pub body: String,
    pub place: Option<Place>,
}

/// Reads the form, or says what to mend.
///
/// # Errors
/// Every field that cannot be understood.
pub fn read(form: &ExpertForm) -> Result<Content, Faults> {
    let mut faults = Faults::default();
    let content = Content {
        field: faults.needed("field", &form.field, 80),
        body: faults.needed("body", &form.body, 3_000),
        place: faults.maybe("place_code", &form.place_code, Fault::Pick, |text| text.parse().ok()),
    };
    if faults.is_empty() { Ok(content) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_says_what_one_knows() {
        let form =
            ExpertForm { field: "세무사".into(), body: "가업승계".into(), ..Default::default() };
        assert!(read(&form).is_ok());
        assert!(read(&ExpertForm { body: " ".into(), ..form }).is_err());
    }
}
