//! From helpers of the index to people who can be addressed, for many helpers at once.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{
    CaseId, ExpertId, FederationId, FirmId, GroupId, HelperKind, Id, PersonId, ProgrammeId, ResourceId,
};
use dure_tables::{cases, experts, firms, memberships, people, programmes, resources};
use dure_web::error::Result;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::asks::rules::{Candidate, Helper};

/// A helper as one can address it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// What the helper is called.
    pub name: String,
    /// Whose federation.
    pub federation: FederationId,
    /// The firm behind it.
    pub firm: Option<FirmId>,
    /// People to address, in the order of preference.
    pub candidates: Vec<Candidate>,
}

/// What stands behind a helper, before people are looked up.
struct Behind {
    name: String,
    federation: FederationId,
    firm: Option<FirmId>,
    person: Option<PersonId>,
}

/// Everybody who could be addressed for these helpers. `group` is the poster's: where a firm has
/// several memberships, the delegate in that group comes first.
pub async fn contacts(
    db: &impl ConnectionTrait,
    group: Option<GroupId>,
    helpers: &[Helper],
) -> Result<BTreeMap<Helper, Contact>> {
    let behind = behind(db, helpers).await?;
    let firm_ids: Vec<FirmId> = behind.values().filter_map(|one| one.firm).collect();
    let members = memberships::Entity::find()
        .filter(memberships::Column::FirmId.is_in(firm_ids.clone()))
        .filter(memberships::Column::LeftOn.is_null())
        .order_by_asc(memberships::Column::CreatedAt)
        .all(db)
        .await?;
    let named: BTreeSet<PersonId> = behind.values().filter_map(|one| one.person).collect();
    let wanted = Condition::any()
        .add(people::Column::FirmId.is_in(firm_ids))
        .add(people::Column::Id.is_in(named))
        .add(
            people::Column::Id
                .is_in(members.iter().flat_map(|row| [row.delegate_id, row.deputy_id]).flatten()),
        );
    let here = people::Entity::find()
        .filter(wanted)
        .filter(people::Column::LeftAt.is_null())
        .order_by_asc(people::Column::CreatedAt)
        .order_by_asc(people::Column::Id)
        .all(db)
        .await?;
    let contact = |one: Behind| Contact {
        candidates: candidates(&one, group, &members, &here),
        name: one.name,
        federation: one.federation,
        firm: one.firm,
    };
    Ok(behind.into_iter().map(|(helper, one)| (helper, contact(one))).collect())
}

fn candidates(
    one: &Behind,
    group: Option<GroupId>,
    members: &[memberships::Model],
    here: &[people::Model],
) -> Vec<Candidate> {
    let mut own: Vec<&memberships::Model> =
        members.iter().filter(|row| Some(row.firm_id) == one.firm).collect();
    own.sort_by_key(|row| Some(row.group_id) != group);
    let delegates = own.iter().filter_map(|row| row.delegate_id);
    let deputies = own.iter().filter_map(|row| row.deputy_id);
    let others = here.iter().filter(|row| row.firm_id.is_some() && row.firm_id == one.firm).map(|row| row.id);
    let mut seen = BTreeSet::new();
    let order = one.person.into_iter().chain(delegates).chain(deputies).chain(others);
    order
        .filter(|id| seen.insert(*id))
        .filter_map(|id| here.iter().find(|row| row.id == id))
        .map(|row| Candidate { person: row.id, has_mail: row.email.is_some() })
        .collect()
}

async fn behind(db: &impl ConnectionTrait, helpers: &[Helper]) -> Result<BTreeMap<Helper, Behind>> {
    let keys = |kind: HelperKind| -> Vec<Uuid> {
        helpers.iter().filter(|helper| helper.kind == kind).map(|helper| helper.key).collect()
    };
    let mut found = BTreeMap::new();
    let resource_rows = resources::Entity::find()
        .filter(resources::Column::Id.is_in(keys(HelperKind::Resource).into_iter().map(ResourceId)))
        .filter(resources::Column::RemovedAt.is_null())
        .all(db)
        .await?;
    let firm_ids = keys(HelperKind::Firm).into_iter().map(FirmId);
    let firm_rows = firms::Entity::find()
        .filter(firms::Column::Id.is_in(firm_ids.chain(resource_rows.iter().map(|row| row.firm_id))))
        .filter(firms::Column::LeftAt.is_null())
        .all(db)
        .await?;
    for row in &firm_rows {
        let one = Behind {
            name: row.name.clone(),
            federation: row.federation_id,
            firm: Some(row.id),
            person: None,
        };
        found.insert(Helper { kind: HelperKind::Firm, key: row.id.uuid() }, one);
    }
    for row in resource_rows {
        if let Some(firm) = firm_rows.iter().find(|firm| firm.id == row.firm_id) {
            let name = format!("{} · {}", firm.name, row.title);
            let one = Behind { name, federation: firm.federation_id, firm: Some(firm.id), person: None };
            found.insert(Helper { kind: HelperKind::Resource, key: row.id.uuid() }, one);
        }
    }
    found.extend(persons(db, &keys(HelperKind::Expert), &keys(HelperKind::Programme)).await?);
    let case_ids = keys(HelperKind::Case).into_iter().map(CaseId);
    for row in cases::Entity::find().filter(cases::Column::Id.is_in(case_ids)).all(db).await? {
        let one = Behind {
            name: row.title,
            federation: row.federation_id,
            firm: row.helper_firm_id,
            person: row.helper_person_id,
        };
        found.insert(Helper { kind: HelperKind::Case, key: row.id.uuid() }, one);
    }
    found.retain(|helper, _| helpers.contains(helper));
    Ok(found)
}

/// Experts and the contacts of programmes: people without a firm behind them.
async fn persons(
    db: &impl ConnectionTrait,
    expert_keys: &[Uuid],
    programme_keys: &[Uuid],
) -> Result<BTreeMap<Helper, Behind>> {
    let mut found = BTreeMap::new();
    let rows = experts::Entity::find()
        .filter(experts::Column::Id.is_in(expert_keys.iter().copied().map(ExpertId)))
        .filter(experts::Column::RemovedAt.is_null())
        .all(db)
        .await?;
    let who: Vec<PersonId> = rows.iter().map(|row| row.person_id).collect();
    let named = people::Entity::find().filter(people::Column::Id.is_in(who)).all(db).await?;
    for row in rows {
        let name = named.iter().find(|person| person.id == row.person_id).map_or("", |person| &person.name);
        let name = format!("{name} {}", row.field).trim().to_owned();
        let one = Behind { name, federation: row.federation_id, firm: None, person: Some(row.person_id) };
        found.insert(Helper { kind: HelperKind::Expert, key: row.id.uuid() }, one);
    }
    let rows = programmes::Entity::find()
        .filter(programmes::Column::Id.is_in(programme_keys.iter().copied().map(ProgrammeId)))
        .filter(programmes::Column::RemovedAt.is_null())
        .all(db)
        .await?;
    for row in rows {
        let one =
            Behind { name: row.title, federation: row.federation_id, firm: None, person: row.contact_id };
        found.insert(Helper { kind: HelperKind::Programme, key: row.id.uuid() }, one);
    }
    Ok(found)
}
