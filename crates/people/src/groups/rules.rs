//! Pure decisions about groups: what forms must hold, which slot a firm takes.

use dure_domain::{Day, Industry, Level, Office, PersonId, Place};
use dure_web::faults::{Fault, Faults};
use serde::{Deserialize, Serialize};

/// Offices that a group gives.
pub const OFFICES: [Office; 4] = [Office::Chair, Office::Secretary, Office::Expert, Office::Official];

/// Letters of a group's name at most, whichever way it comes in.
pub const NAME_MOST: usize = 80;

/// What is typed into the form of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct GroupForm {
    pub name: String,
    pub founded_on: String,
    pub place_code: String,
    pub meeting_place: String,
    pub rhythm: String,
    pub charter: String,
    pub version: String,
}

/// A group, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Content {
    pub name: String,
    pub founded_on: Option<Day>,
    pub place: Option<Place>,
    pub meeting_place: String,
    pub rhythm: String,
    pub charter: String,
}

/// Reads the form of a group, or says what to mend.
///
/// # Errors
/// Every field that cannot be understood.
pub fn read(form: &GroupForm) -> Result<Content, Faults> {
    let mut faults = Faults::default();
    let content = Content {
        name: faults.needed("name", &form.name, NAME_MOST),
        founded_on: faults.maybe("founded_on", &form.founded_on, Fault::BadDay, |text| text.parse().ok()),
        place: faults.maybe("place_code", &form.place_code, Fault::Pick, |text| text.parse().ok()),
        meeting_place: faults.short("meeting_place", &form.meeting_place, 200),
        rhythm: faults.short("rhythm", &form.rhythm, 120),
        charter: faults.short("charter", &form.charter, 50_000),
    };
    if faults.is_empty() { Ok(content) } else { Err(faults) }
}

/// What is typed into the form of a membership.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct MemberForm {
    pub firm: String,
    pub membership: String,
    pub slot: String,
    pub delegate: String,
    pub deputy: String,
    pub joined_on: String,
    /// What was stored when the form was shown.
    pub was: String,
}

/// A membership, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Seat {
    pub slot: Option<String>,
    pub delegate: Option<PersonId>,
    pub deputy: Option<PersonId>,
    pub joined_on: Option<Day>,
}

/// Reads the form of a membership of a firm with these people, or says what to mend. A firm whose
/// industry is known always takes a slot, so that the rule of one firm per industry holds.
///
/// # Errors
/// Every field that cannot be understood.
pub fn read_seat(form: &MemberForm, people: &[PersonId], industry: Option<&str>) -> Result<Seat, Faults> {
    let mut faults = Faults::default();
    let typed = faults.short("slot", &form.slot, 40);
    let own = |text: &str| text.parse().ok().filter(|person| people.contains(person));
    let seat = Seat {
        slot: Some(typed).filter(|slot| !slot.is_empty()).or_else(|| industry.and_then(usual_slot)),
        delegate: faults.maybe("delegate", &form.delegate, Fault::Pick, own),
        deputy: faults.maybe("deputy", &form.deputy, Fault::Pick, own),
        joined_on: faults.maybe("joined_on", &form.joined_on, Fault::BadDay, |text| text.parse().ok()),
    };
    if seat.deputy.is_some() && seat.deputy == seat.delegate {
        faults.add("deputy", Fault::Pick);
    }
    if faults.is_empty() { Ok(seat) } else { Err(faults) }
}

/// The slot that a firm of this industry usually takes: its group of the classification.
pub fn usual_slot(industry: &str) -> Option<String> {
    let industry: Industry = industry.parse().ok()?;
    Some(industry.slot(Level::Group).to_string())
}

/// The industry that a slot begins with: `259-도금` is one of 259.
pub fn industry_of_slot(slot: &str) -> Option<Industry> {
    let code: String = slot.chars().take_while(char::is_ascii_digit).collect();
    code.parse().ok()
}

/// What is typed into the form of an office.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct OfficeForm {
    pub office: String,
    pub person: String,
    pub since: String,
    /// Ends the term of the present chair.
    pub instead: String,
    /// The appointment that ends.
    pub appointment: String,
}

/// Reads the form of an office, or says what to mend.
///
/// # Errors
/// Every field that cannot be understood.
pub fn read_office(
    form: &OfficeForm,
    candidates: &[PersonId],
    today: Day,
) -> Result<(Office, PersonId, Day), Faults> {
    let mut faults = Faults::default();
    let office = form.office.parse().ok().filter(|office| OFFICES.contains(office));
    let person = form.person.parse().ok().filter(|person| candidates.contains(person));
    let since = faults.maybe("since", &form.since, Fault::BadDay, |text| text.parse().ok());
    if office.is_none() {
        faults.add("office", Fault::Pick);
    }
    if person.is_none() {
        faults.add("person", Fault::Pick);
    }
    match (office, person) {
        (Some(office), Some(person)) if faults.is_empty() => Ok((office, person, since.unwrap_or(today))),
        _ => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use dure_domain::Id;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn person(number: u128) -> PersonId {
        PersonId::from_uuid(Uuid::from_u128(number))
    }

    #[test]
    fn a_firm_takes_the_slot_of_its_industry() {
        let seat = read_seat(&MemberForm::default(), &[], Some("25922")).expect("a seat");
        assert_eq!(seat.slot.as_deref(), Some("259"));
        assert_eq!(industry_of_slot("259-도금").map(|code| code.to_string()).as_deref(), Some("259"));
        assert_eq!(industry_of_slot("도금"), None);
    }

    #[test]
    fn delegate_and_deputy_are_two_people_of_the_firm() {
        let form = |delegate: u128, deputy: u128| MemberForm {
            delegate: person(delegate).to_string(),
            deputy: person(deputy).to_string(),
            ..MemberForm::default()
        };
        let people = [person(1), person(2)];
        assert!(read_seat(&form(1, 2), &people, None).is_ok());
        assert!(read_seat(&form(1, 1), &people, None).is_err());
        assert!(read_seat(&form(1, 3), &people, None).is_err());
    }

    #[test]
    fn a_group_gives_no_office_of_the_federation() {
        let form = OfficeForm { office: "staff".into(), person: person(1).to_string(), ..Default::default() };
        assert!(read_office(&form, &[person(1)], Day::from_number(0)).is_err());
    }

    proptest! {
        #[test]
        fn any_code_has_a_slot_that_leads_back(code in "[0-9]{2,5}") {
            if let Some(slot) = usual_slot(&code) {
                prop_assert!(industry_of_slot(&slot).is_some());
            }
        }
    }
}
