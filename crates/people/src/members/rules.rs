//! Pure decisions about people: what a form must hold, and who may touch whose address.

use dure_domain::{Email, Office, Phone};
use dure_web::access::Viewer;
use dure_web::faults::{Fault, Faults};
use serde::{Deserialize, Serialize};

use crate::accounts::address::{By, Holder, may_change};

/// How many letters each text of a person takes at most, whichever way it comes in.
#[allow(missing_docs)]
pub mod most {
    pub const NAME: usize = 60;
    pub const TITLE: usize = 60;
    pub const PHONE: usize = 60;
}

/// What is typed into the form of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct PersonForm {
    pub name: String,
    pub title: String,
    pub email: String,
    pub phone: String,
    pub version: String,
}

/// A person, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Content {
    pub name: String,
    pub title: String,
    pub email: Option<String>,
    pub phone: String,
}

/// Reads the form, or says what to mend.
///
/// # Errors
/// Every field that cannot be understood.
pub fn read(form: &PersonForm) -> Result<Content, Faults> {
    let mut faults = Faults::default();
    let phone = faults.short("phone", &form.phone, most::PHONE);
    let content = Content {
        name: faults.needed("name", &form.name, most::NAME),
        title: faults.short("title", &form.title, most::TITLE),
        email: faults
            .maybe("email", &form.email, Fault::BadEmail, |text| text.parse::<Email>().ok())
            .map(|email| email.to_string()),
        phone: phone.parse::<Phone>().map_or(phone, |phone| phone.to_string()),
    };
    if faults.is_empty() { Ok(content) } else { Err(faults) }
}

/// Reads the form of somebody who is there: an address that stands as it was stays, whatever is thought of it today.
///
/// # Errors
/// See [`read`].
pub fn read_again(form: &PersonForm, stored: Option<&str>) -> Result<Content, Faults> {
    if form.email.trim() != stored.unwrap_or_default() {
        return read(form);
    }
    let content = read(&PersonForm { email: String::new(), ..form.clone() })?;
    Ok(Content { email: stored.map(str::to_owned), ..content })
}

/// Whether the viewer may change the person at all, beyond what the row allows: staff are changed by
/// staff, operators by themselves.
pub fn may_touch(viewer: &Viewer, oneself: bool, offices: &[Office]) -> bool {
    let operator = offices.contains(&Office::Operator);
    let staff = offices.contains(&Office::Staff);
    oneself || (!operator && (!staff || viewer.holds(Office::Staff)))
}

/// Whether the viewer may note that this person, another, has left: it ends their offices and their way in. Who has
/// ever held an office is seen off by staff alone; whoever may end an office would end it first.
pub fn may_see_off(viewer: &Viewer, holder: &Holder) -> bool {
    may_touch(viewer, false, &holder.offices) && (!holder.ever_held() || viewer.holds(Office::Staff))
}

/// Whether the viewer may change the person's mail address in this form. One's own is changed in the
/// account, with proof.
pub fn may_change_address(viewer: &Viewer, oneself: bool, holder: &Holder) -> bool {
    let by = if viewer.holds(Office::Staff) && !oneself { By::StaffByHand } else { By::Others };
    !oneself && may_touch(viewer, oneself, &holder.offices) && may_change(by, holder)
}

#[cfg(test)]
mod tests {
    use dure_domain::{FederationId, Id, PersonId};
    use dure_texts::Lang;
    use uuid::Uuid;

    use super::*;

    fn viewer(offices: &[Office]) -> Viewer {
        Viewer {
            person: PersonId::from_uuid(Uuid::from_u128(1)),
            name: String::new(),
            title: String::new(),
            federation: FederationId::from_uuid(Uuid::from_u128(2)),
            firm: None,
            firm_name: None,
            speaks: false,
            groups: Vec::new(),
            offices: offices.iter().map(|office| (*office, None)).collect(),
            lang: Lang::Ko,
            session: None,
        }
    }

    #[test]
    fn who_has_held_an_office_is_seen_off_by_staff_alone() {
        let (secretary, staff) = (viewer(&[Office::Secretary]), viewer(&[Office::Staff]));
        let of = |offices: &[Office], held_before| Holder {
            offices: offices.to_vec(),
            held_before,
            ..Holder::default()
        };
        assert!(may_see_off(&secretary, &of(&[], false)) && may_see_off(&staff, &of(&[], false)));
        for held in [of(&[Office::Chair], false), of(&[Office::Expert], false), of(&[], true)] {
            assert!(!may_see_off(&secretary, &held) && may_see_off(&staff, &held));
        }
        assert!(may_see_off(&staff, &of(&[Office::Staff], false)));
        assert!(!may_see_off(&staff, &of(&[Office::Operator], false)));
    }

    #[test]
    fn nobody_gains_an_office_through_anothers_address() {
        let secretary = viewer(&[Office::Secretary]);
        let holder =
            |offices: &[Office]| Holder { offices: offices.to_vec(), has_address: true, ..Holder::default() };
        assert!(may_change_address(&secretary, false, &holder(&[])));
        assert!(!may_change_address(&secretary, true, &holder(&[])), "one's own is changed with proof");
        let staff = viewer(&[Office::Staff]);
        for office in [Office::Chair, Office::Secretary, Office::Expert, Office::Staff, Office::Operator] {
            assert!(!may_change_address(&secretary, false, &holder(&[office])));
            assert!(!may_change_address(&staff, false, &holder(&[office])));
        }
        let came_in = Holder { came_in: true, ..holder(&[]) };
        assert!(
            !may_change_address(&secretary, false, &came_in) && may_change_address(&staff, false, &came_in)
        );
    }
}
