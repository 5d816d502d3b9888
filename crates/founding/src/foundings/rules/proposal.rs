//! What forms must hold: a request for a group, and a group that executives register.

use dure_domain::{FirmId, Place};
use dure_web::faults::{Fault, Faults};
use serde::{Deserialize, Serialize};

/// What is typed into the form of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct RequestForm {
    pub title: String,
    pub note: String,
    pub firms: Vec<FirmId>,
}

/// Reads the form of a request, or says what to mend. How many firms are enough is said by `few`.
///
/// # Errors
/// Every field that cannot be understood, and too few firms.
pub fn read_request(form: &RequestForm, few: impl Fn(usize) -> String) -> Result<RequestForm, Faults> {
    let mut faults = Faults::default();
    let asked = RequestForm {
        title: faults.needed("title", &form.title, 80),
        note: faults.short("note", &form.note, 2_000),
        firms: form.firms.clone(),
    };
    enough(&mut faults, &asked.firms, few);
    if faults.is_empty() { Ok(asked) } else { Err(faults) }
}

fn enough(faults: &mut Faults, firms: &[FirmId], few: impl Fn(usize) -> String) {
    if firms.len() < super::LEAST_FIRMS {
        faults.add("firm", Fault::Said(few(super::LEAST_FIRMS - firms.len())));
    }
}

/// What is typed into the form by which executives register their group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ProposalForm {
    pub name: String,
    pub place_code: String,
    pub meeting_place: String,
    pub charter: String,
    pub message: String,
    pub firms: Vec<FirmId>,
    pub version: String,
}

/// A group to be registered, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Proposed {
    pub name: String,
    pub place: Option<Place>,
    pub meeting_place: String,
    pub charter: String,
    pub message: String,
    pub firms: Vec<FirmId>,
}

/// Reads the form of a registration, or says what to mend.
///
/// # Errors
/// Every field that cannot be understood, and too few firms.
pub fn read_proposal(form: &ProposalForm, few: impl Fn(usize) -> String) -> Result<Proposed, Faults> {
    let mut faults = Faults::default();
    let proposed = Proposed {
        name: faults.needed("name", &form.name, 80),
        place: faults.maybe("place_code", &form.place_code, Fault::Pick, |text| text.parse().ok()),
        meeting_place: faults.short("meeting_place", &form.meeting_place, 200),
        charter: faults.short("charter", &form.charter, 5_000),
        message: faults.short("message", &form.message, 2_000),
        firms: form.firms.clone(),
    };
    enough(&mut faults, &proposed.firms, few);
    if faults.is_empty() { Ok(proposed) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use dure_domain::Id;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn seven_firms_are_enough_and_six_are_not() {
        let firms =
            |count: u128| (0..count).map(|number| FirmId::from_uuid(Uuid::from_u128(number))).collect();
        let form =
            |count| RequestForm { title: "원주에서".into(), note: String::new(), firms: firms(count) };
        let few = |missing: usize| format!("{missing}곳 더");
        assert!(read_request(&form(7), few).is_ok());
        assert_eq!(read_request(&form(6), few), Err(Faults::one("firm", Fault::Said("1곳 더".into()))));
    }
}
