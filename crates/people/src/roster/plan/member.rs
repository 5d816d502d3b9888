//! The place of a row in its group: membership, slot, delegate, office.

use dure_domain::{AppointmentId, FirmId, GroupId, Industry, Level, MembershipId, Office, PersonId};
use dure_roster::{Field, RosterRow};
use dure_tables::{appointments, memberships};

use super::change::{Changes, Mode};
use super::person::Named;
use super::snapshot::Snapshot;
use crate::roster::remark::RemarkKind;

/// Makes the firm a member of the group, or brings the membership up to date.
pub fn fill(
    snapshot: &mut Snapshot,
    row: &RosterRow,
    (firm, group): (FirmId, GroupId),
    named: &Named,
    old_representative: &str,
    changes: &mut Changes,
    new_id: &mut dyn FnMut() -> uuid::Uuid,
) -> Vec<(Field, RemarkKind)> {
    let mut remarks = Vec::new();
    let known = snapshot.member_place(group, firm);
    let at = match known {
        Some(at) => at,
        None => join(snapshot, (firm, group), changes, new_id),
    };
    let joined = snapshot.memberships.get(at).joined_on;
    if row.joined.is_some() && joined != row.joined && changes.may(joined.is_none()) {
        let old = &mut snapshot.memberships.change(at).joined_on;
        changes.value(Field::Joined, old, row.joined, ToString::to_string);
    }
    remarks.extend(slot(snapshot, at, known.is_some(), changes).map(|kind| (Field::Industry, kind)));
    let news = known.is_none()
        || changes.list.iter().any(|change| matches!(change.field, Field::Representative | Field::Contact));
    if news {
        people(snapshot, at, named, old_representative, changes);
    }
    if let Some(office) = row.role.as_deref().and_then(office_of) {
        let holder = named.people.iter().chain(&named.contacts).next().copied();
        let told = appoint(snapshot, group, office, holder, changes, new_id);
        remarks.extend(told.map(|kind| (Field::Role, kind)));
    }
    remarks
}

fn join(
    snapshot: &mut Snapshot,
    (firm, group): (FirmId, GroupId),
    changes: &mut Changes,
    new_id: &mut dyn FnMut() -> uuid::Uuid,
) -> usize {
    let name = snapshot.groups.iter().find(|(_, one)| one.id == group).map(|(_, one)| one.name.clone());
    changes.note(Field::Group, "", &name.unwrap_or_default());
    snapshot.add_member(memberships::Model {
        id: MembershipId(new_id()),
        federation_id: snapshot.federation,
        group_id: group,
        firm_id: firm,
        delegate_id: None,
        deputy_id: None,
        industry_slot: None,
        joined_on: None,
        left_on: None,
        created_at: snapshot.now,
    })
}

/// A firm whose industry has just become known takes its slots in the groups that it is in already.
pub fn take_slots(snapshot: &mut Snapshot, firm: FirmId, changes: &mut Changes) {
    let places: Vec<usize> =
        snapshot.groups_of(firm).iter().filter_map(|group| snapshot.member_place(*group, firm)).collect();
    for at in places {
        slot(snapshot, at, false, changes);
    }
}

/// One firm per industry and group: who comes later is a member without a slot.
fn slot(snapshot: &mut Snapshot, at: usize, was_member: bool, changes: &mut Changes) -> Option<RemarkKind> {
    let member = snapshot.memberships.get(at).clone();
    let firm = snapshot.firm_place(member.firm_id).map(|at| snapshot.firms.get(at))?;
    let industry: Industry = firm.industry_code.as_deref()?.parse().ok()?;
    let slot = industry.slot(Level::Group).to_string();
    if member.industry_slot.is_some() {
        return None;
    }
    match snapshot.slot_holder(member.group_id, &slot) {
        Some(holder) if holder != member.firm_id => {
            let holder = snapshot.firm_place(holder).map(|at| snapshot.firms.get(at).name.clone());
            let industry = format!("{slot} {}", industry.name_ko());
            Some(RemarkKind::SlotTaken { industry, firm: holder.unwrap_or_default() })
        }
        _ => {
            if was_member {
                changes.note(Field::Industry, "", &format!("{slot} {}", industry.name_ko()));
            }
            snapshot.memberships.change(at).industry_slot = Some(slot.clone());
            snapshot.note_slot(member.group_id, &slot, member.firm_id);
            None
        }
    }
}

/// The delegate is the first representative; a person to speak to stands in. A delegate who was
/// chosen otherwise stays, one who was the representative makes way with the office in the firm.
fn people(snapshot: &mut Snapshot, at: usize, named: &Named, old_representative: &str, changes: &Changes) {
    let member = snapshot.memberships.get(at).clone();
    let first = named.people.first().or(named.contacts.first()).copied();
    let first =
        first.or_else(|| only_person(snapshot, member.firm_id).filter(|_| member.delegate_id.is_none()));
    let Some(first) = first else { return };
    let replaced = member.delegate_id.is_none_or(|delegate| {
        let was = snapshot.person(delegate).map(|person| person.name.clone()).unwrap_or_default();
        let represented = old_representative.split(", ").any(|name| name == was);
        changes.mode() == Mode::Replace
            && represented
            && !named.people.is_empty()
            && !named.people.contains(&delegate)
    });
    if replaced && member.delegate_id != Some(first) {
        snapshot.memberships.change(at).delegate_id = Some(first);
    }
    let delegate = snapshot.memberships.get(at).delegate_id;
    let deputy = named.contacts.iter().chain(&named.people).find(|id| Some(**id) != delegate);
    if let (None, Some(deputy)) = (member.deputy_id, deputy) {
        snapshot.memberships.change(at).deputy_id = Some(*deputy);
    }
}

/// A firm that is already known may join by its people.
fn only_person(snapshot: &Snapshot, firm: FirmId) -> Option<PersonId> {
    let elsewhere = snapshot.groups_of(firm).iter().filter_map(|group| snapshot.member_place(*group, firm));
    let delegate = elsewhere.filter_map(|at| snapshot.memberships.get(at).delegate_id).next();
    delegate.or_else(|| snapshot.people_of(firm).first().map(|at| snapshot.people.get(*at).id))
}

/// The office that a word of a roster means.
pub fn office_of(role: &str) -> Option<Office> {
    let bare: String = role.chars().filter(|c| c.is_alphanumeric()).collect();
    match bare.as_str() {
        "회장" | "교류회장" | "현회장" => Some(Office::Chair),
        "간사" | "사무총장" | "사무국장" | "총무" | "총무이사" => Some(Office::Secretary),
        _ => None,
    }
}

fn appoint(
    snapshot: &mut Snapshot,
    group: GroupId,
    office: Office,
    holder: Option<PersonId>,
    changes: &mut Changes,
    new_id: &mut dyn FnMut() -> uuid::Uuid,
) -> Option<RemarkKind> {
    let Some(holder) = holder else { return Some(RemarkKind::NobodyForOffice) };
    let held: Vec<appointments::Model> = snapshot
        .offices
        .iter()
        .filter(|(_, held)| held.group_id == Some(group) && held.office == office)
        .map(|(_, held)| held.clone())
        .collect();
    if held.iter().any(|held| held.person_id == holder) {
        return None;
    }
    if let Some(other) = held.first().filter(|_| office == Office::Chair) {
        let name = snapshot.person(other.person_id).map(|person| person.name.clone());
        return Some(RemarkKind::ChairTaken { name: name.unwrap_or_default() });
    }
    changes.note(Field::Role, "", if office == Office::Chair { "회장" } else { "간사" });
    snapshot.offices.add(appointments::Model {
        id: AppointmentId(new_id()),
        federation_id: snapshot.federation,
        group_id: Some(group),
        person_id: holder,
        office,
        since: snapshot.today(),
        until: None,
    });
    None
}
