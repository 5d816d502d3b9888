//! A plan written down: each table in batches, with an audit entry and a line of the change feed
//! for everything that is new or changed.

use dure_domain::{FederationId, Id, Subject};
use dure_store::{Record, Tx};
use dure_tables::{appointments, firms, groups, memberships, people};
use dure_web::error::Result;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Iterable};
use serde_json::{Value, json};

use super::plan::snapshot::Snapshot;
use super::store::hanging::state_of_member;
use crate::accounts::address;

/// Rows in one statement; 26 columns of 500 rows stay below every limit of parameters.
const AT_ONCE: usize = 500;

/// Writes what differs from the database.
pub async fn write(tx: &Tx, roster: &Snapshot) -> Result<()> {
    let federation = roster.federation;
    for (_, group) in roster.groups.changed() {
        note(tx, federation, Subject::Group, group.id.uuid(), None, Some(json!({"name": group.name})));
    }
    upsert::<groups::Entity>(tx, roster.groups.changed().map(|(_, group)| group.clone()).collect()).await?;
    write_firms(tx, roster).await?;
    write_people(tx, roster).await?;
    for (before, member) in roster.memberships.changed() {
        let before = before.map(state_of_member);
        note(tx, federation, Subject::Membership, member.id.uuid(), before, Some(state_of_member(member)));
    }
    let members: Vec<_> = roster.memberships.changed().map(|(_, member)| member.clone()).collect();
    upsert::<memberships::Entity>(tx, members).await?;
    for (_, office) in roster.offices.changed() {
        let after = json!({"person": office.person_id, "office": office.office, "group": office.group_id});
        note(tx, federation, Subject::Appointment, office.id.uuid(), None, Some(after));
    }
    upsert::<appointments::Entity>(tx, roster.offices.changed().map(|(_, office)| office.clone()).collect())
        .await
}

async fn write_firms(tx: &Tx, roster: &Snapshot) -> Result<()> {
    let mut rows = Vec::new();
    for (before, firm) in roster.firms.changed() {
        let (old, new) = differences(before.map(state_of_firm), state_of_firm(firm));
        note(tx, roster.federation, Subject::Firm, firm.id.uuid(), old, Some(new));
        let mut row = firm.clone();
        row.updated_at = tx.at();
        row.version = before.map_or(1, |before| before.version + 1);
        rows.push(row);
    }
    upsert::<firms::Entity>(tx, rows).await
}

async fn write_people(tx: &Tx, roster: &Snapshot) -> Result<()> {
    let (mut rows, mut moved) = (Vec::new(), Vec::new());
    for (before, person) in roster.people.changed() {
        let (old, new) = differences(before.map(state_of_person), state_of_person(person));
        note(tx, roster.federation, Subject::Person, person.id.uuid(), old, Some(new));
        let mut row = person.clone();
        row.version = before.map_or(1, |before| before.version + 1);
        moved.extend(before.filter(|before| before.email != person.email));
        rows.push(row);
    }
    upsert::<people::Entity>(tx, rows).await?;
    for before in moved {
        address::changed_by_another(tx, before).await?;
    }
    Ok(())
}

/// Inserts what is new and replaces what is there, by the primary key.
async fn upsert<E>(tx: &Tx, rows: Vec<E::Model>) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
{
    let keys: Vec<String> = E::PrimaryKey::iter().map(|key| sea_orm::Iden::to_string(&key)).collect();
    let is_key = |column: &E::Column| keys.contains(&sea_orm::Iden::to_string(column));
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk = rows.by_ref().take(AT_ONCE).map(|row| row.into_active_model().reset_all());
        let replace = OnConflict::columns(E::PrimaryKey::iter())
            .update_columns(E::Column::iter().filter(|column| !is_key(column)))
            .to_owned();
        E::insert_many(chunk).on_conflict(replace).exec_without_returning(tx.db()).await?;
    }
    Ok(())
}

fn note(
    tx: &Tx,
    federation: FederationId,
    subject: Subject,
    id: uuid::Uuid,
    before: Option<Value>,
    after: Option<Value>,
) {
    tx.record(Record { action: "roster.import", subject, id, federation: Some(federation), before, after });
}

/// Only the values that differ, so that a long roster leaves a short trail.
fn differences(before: Option<Value>, after: Value) -> (Option<Value>, Value) {
    let (Some(Value::Object(old)), Value::Object(new)) = (&before, &after) else { return (before, after) };
    let changed = |key: &String| old.get(key) != new.get(key);
    let pick = |from: &serde_json::Map<String, Value>| {
        from.iter().filter(|(key, _)| changed(key)).map(|(key, value)| (key.clone(), value.clone())).collect()
    };
    (Some(Value::Object(pick(old))), Value::Object(pick(new)))
}

fn state_of_firm(firm: &firms::Model) -> Value {
    let mut state = json!({
        "name": firm.name, "business_number": firm.business_number, "industry_code": firm.industry_code,
        "industry_text": firm.industry_text, "place_code": firm.place_code, "address": firm.address,
        "phone": firm.phone, "fax": firm.fax, "email": firm.email, "website": firm.website,
        "representative": firm.representative, "products": firm.products, "offers": firm.offers,
        "needs": firm.needs, "notes": firm.notes, "founded_on": firm.founded_on,
        "employees": firm.employees, "revenue_won": firm.revenue_won, "motive": firm.motive,
    });
    if let Value::Object(values) = &mut state {
        values.retain(|_, value| !value.is_null() && value.as_str() != Some(""));
    }
    state
}

fn state_of_person(person: &people::Model) -> Value {
    json!({
        "name": person.name, "title": person.title, "email": person.email, "phone": person.phone,
        "firm": person.firm_id,
    })
}
