//! Taking a firm into a group, changing its seat, and seeing it off.
//!
//! One firm per industry slot: the database guarantees it, and who is in the way is said in words.

use dure_domain::{Day, FederationId, FirmId, GroupId, Id, MembershipId, PersonId, Subject};
use dure_store::{Record, Tx};
use dure_tables::{firms, groups, memberships, people};
use dure_texts::groups as texts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::faults::{Fault, Faults};
use dure_web::names;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

use super::super::rules::{self, MemberForm, Seat};
use super::super::{access, store};
use crate::firms::actions as directory;

/// Firms offered while one is chosen.
const MOST_OFFERED: usize = 12;

/// Choosing the firm that shall be taken in.
pub struct Choosing {
    /// The group.
    pub group: groups::Model,
    /// Firms that answer to the words typed: (firm, name, already a member).
    pub offered: Vec<(FirmId, String, bool)>,
}

/// The form of a seat.
pub struct Seating {
    /// The group.
    pub group: groups::Model,
    /// The firm.
    pub firm: firms::Model,
    /// Its people.
    pub people: Vec<people::Model>,
    /// What the form holds.
    pub form: MemberForm,
    /// Whether the firm is still to be taken in.
    pub new: bool,
}

/// What was done, or what is to be mended.
pub enum Change {
    /// Written.
    Done,
    /// Not written.
    Mend(Box<Seating>, Faults),
}

async fn kept(app: &App, viewer: &Viewer, id: GroupId) -> Result<groups::Model> {
    let group = super::find_for(app, viewer, id).await?;
    access::KEEP_MEMBERS.require(viewer, &access::thing(&group))?;
    Ok(group)
}

/// Firms to choose from.
pub async fn choosing(app: &App, viewer: &Viewer, id: GroupId, typed: &str) -> Result<Choosing> {
    let group = kept(app, viewer, id).await?;
    let mut found = match typed.trim() {
        "" => Vec::new(),
        typed => directory::found_for(app, viewer.federation, typed).await?.0,
    };
    found.truncate(MOST_OFFERED);
    let db = app.store.read();
    let names = names::firms(db, found.iter().copied()).await?;
    let members = store::roster(db, id).await?.members;
    let offer = |firm: FirmId| {
        let member = members.iter().any(|(member, _)| member.firm_id == firm);
        Some((firm, names.get(&firm)?.clone(), member))
    };
    Ok(Choosing { group, offered: found.into_iter().filter_map(offer).collect() })
}

/// The form by which a firm is taken in.
pub async fn seating_of_new(app: &App, viewer: &Viewer, id: GroupId, firm: FirmId) -> Result<Seating> {
    let group = kept(app, viewer, id).await?;
    let (firm, people) = store::firm_and_people(app.store.read(), firm)
        .await?
        .filter(|(firm, _)| firm.federation_id == group.federation_id)
        .ok_or(Error::NotFound)?;
    let form = MemberForm {
        firm: firm.id.to_string(),
        slot: firm.industry_code.as_deref().and_then(rules::usual_slot).unwrap_or_default(),
        delegate: people.first().map(|person| person.id.to_string()).unwrap_or_default(),
        joined_on: app.now().day().to_string(),
        ..MemberForm::default()
    };
    Ok(Seating { group, firm, people, form, new: true })
}

/// The form of a seat as it is stored.
pub async fn seating_of(app: &App, viewer: &Viewer, id: GroupId, member: MembershipId) -> Result<Seating> {
    let group = kept(app, viewer, id).await?;
    let db = app.store.read();
    let member = store::membership(db, id, member).await?.ok_or(Error::NotFound)?;
    let (firm, people) = store::firm_and_people(db, member.firm_id).await?.ok_or(Error::NotFound)?;
    Ok(Seating { group, firm, people, form: form_of(&member), new: false })
}

/// Takes a firm in.
pub async fn take_in(app: &App, viewer: &Viewer, id: GroupId, form: MemberForm) -> Result<Change> {
    let firm: FirmId = form.firm.parse().map_err(|_| Error::BadRequest("firm".into()))?;
    let mut seating = seating_of_new(app, viewer, id, firm).await?;
    seating.form = form;
    let seat = match read(&seating) {
        Ok(seat) => seat,
        Err(faults) => return Ok(Change::Mend(Box::new(seating), faults)),
    };
    let federation = seating.group.federation_id;
    let written = app.act(viewer, |tx| {
        let seat = seat.clone();
        async move { begin_membership(&tx, federation, id, firm, seat).await.map(drop) }
    });
    settled(app, viewer, seating, None, seat.slot.as_deref(), written.await).await
}

/// Seats a firm in a group, in the caller's transaction; whoever calls clears the viewers afterwards.
///
/// # Errors
/// `taken()` names `memberships_slot` where another firm holds the slot, `memberships_active` where the firm is
/// a member already.
pub async fn begin_membership(
    tx: &Tx,
    federation: FederationId,
    group: GroupId,
    firm: FirmId,
    seat: Seat,
) -> Result<memberships::Model> {
    let row = memberships::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        group_id: Set(group),
        firm_id: Set(firm),
        delegate_id: Set(seat.delegate),
        deputy_id: Set(seat.deputy),
        industry_slot: Set(seat.slot),
        joined_on: Set(seat.joined_on),
        left_on: Set(None),
        created_at: Set(tx.at()),
    };
    let member = row.insert(tx.db()).await?;
    tell(tx, "membership.begin", &member, None);
    Ok(member)
}

/// Changes slot, delegate, deputy or the day of joining.
pub async fn save_seat(app: &App, viewer: &Viewer, id: GroupId, form: MemberForm) -> Result<Change> {
    let member: MembershipId = form.membership.parse().map_err(|_| Error::BadRequest("membership".into()))?;
    let mut seating = seating_of(app, viewer, id, member).await?;
    seating.form = form.clone();
    let seat = match read(&seating) {
        Ok(seat) => seat,
        Err(faults) => return Ok(Change::Mend(Box::new(seating), faults)),
    };
    let written = app.act(viewer, |tx| {
        let (seat, was) = (seat.clone(), form.was.clone());
        async move {
            let stored = store::membership(tx.db(), id, member).await?.ok_or(Error::ChangedMeanwhile)?;
            if mark(&stored) != was {
                return Err(Error::ChangedMeanwhile);
            }
            let before = state(&stored);
            let mut row = stored.into_active_model();
            row.delegate_id = Set(seat.delegate);
            row.deputy_id = Set(seat.deputy);
            row.industry_slot = Set(seat.slot);
            row.joined_on = Set(seat.joined_on);
            let member = row.update(tx.db()).await?;
            tell(&tx, "membership.edit", &member, Some(before));
            Ok(())
        }
    });
    settled(app, viewer, seating, Some(member), seat.slot.as_deref(), written.await).await
}

/// Ends a membership; whoever of the firm leads the group stops doing so.
pub async fn leave(app: &App, viewer: &Viewer, id: GroupId, form: &MemberForm) -> Result<()> {
    let member: MembershipId = form.membership.parse().map_err(|_| Error::BadRequest("membership".into()))?;
    kept(app, viewer, id).await?;
    app.act(viewer, |tx| async move {
        let stored = store::membership(tx.db(), id, member).await?.ok_or(Error::ChangedMeanwhile)?;
        end_membership(&tx, stored).await
    })
    .await?;
    app.viewers.clear();
    Ok(())
}

/// Ends a membership today, in the caller's transaction; whoever of the firm leads the group stops doing so.
pub async fn end_membership(tx: &Tx, member: memberships::Model) -> Result<()> {
    let (before, group, firm, today) = (state(&member), member.group_id, member.firm_id, tx.at().day());
    let mut row = member.into_active_model();
    row.left_on = Set(Some(today));
    let member = row.update(tx.db()).await?;
    tell(tx, "membership.end", &member, Some(before));
    for term in store::terms_of_firm(tx.db(), group, firm).await? {
        super::offices::finish(tx, term, today).await?;
    }
    Ok(())
}

fn read(seating: &Seating) -> Result<Seat, Faults> {
    let people: Vec<PersonId> = seating.people.iter().map(|person| person.id).collect();
    rules::read_seat(&seating.form, &people, seating.firm.industry_code.as_deref())
}

/// Turns what the database refused into words: who holds the slot, or that the firm is a member.
async fn settled(
    app: &App,
    viewer: &Viewer,
    mut seating: Seating,
    own: Option<MembershipId>,
    slot: Option<&str>,
    written: Result<()>,
) -> Result<Change> {
    let error = match written {
        Ok(()) => {
            app.viewers.clear();
            return Ok(Change::Done);
        }
        Err(error) => error,
    };
    let db = app.store.read();
    match (error.taken(), slot) {
        (Some("memberships_slot"), Some(slot)) => {
            let holder = store::holder_of(db, seating.group.id, slot, own).await?.unwrap_or_default();
            seating.form.slot = slot.to_owned();
            let words = texts::slot_taken(viewer.lang, slot, holder);
            Ok(Change::Mend(Box::new(seating), Faults::one("slot", Fault::Said(words))))
        }
        (Some("memberships_active"), _) => {
            let words = texts::already_member(viewer.lang, seating.firm.name.clone());
            Ok(Change::Mend(Box::new(seating), Faults::one("firm", Fault::Said(words))))
        }
        _ => Err(error),
    }
}

fn form_of(member: &memberships::Model) -> MemberForm {
    let person = |id: Option<PersonId>| id.map(|id| id.to_string()).unwrap_or_default();
    MemberForm {
        firm: member.firm_id.to_string(),
        membership: member.id.to_string(),
        slot: member.industry_slot.clone().unwrap_or_default(),
        delegate: person(member.delegate_id),
        deputy: person(member.deputy_id),
        joined_on: member.joined_on.map(|day: Day| day.to_string()).unwrap_or_default(),
        was: mark(member),
    }
}

/// What a form carries to notice that somebody else was first.
fn mark(member: &memberships::Model) -> String {
    state(member).to_string()
}

fn state(member: &memberships::Model) -> Value {
    json!({
        "group": member.group_id,
        "firm": member.firm_id,
        "delegate": member.delegate_id,
        "deputy": member.deputy_id,
        "slot": member.industry_slot,
        "joined_on": member.joined_on,
        "left_on": member.left_on,
    })
}

/// Leaves the audit entry, and a line by which the firm is read anew.
fn tell(tx: &Tx, action: &'static str, member: &memberships::Model, before: Option<Value>) {
    tx.record(Record {
        action,
        subject: Subject::Membership,
        id: member.id.uuid(),
        federation: Some(member.federation_id),
        before,
        after: Some(state(member)),
    });
}
