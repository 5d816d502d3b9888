//! Queries about those who may help, all for many at once.

use std::collections::BTreeMap;

use dure_domain::{CaseId, ExpertId, FirmId, GroupId, Moment, PersonId, ProgrammeId, ResourceId};
use dure_matching::Record;
use dure_tables::{
    asks, cases, difficulties, experts, firms, give_and_take, memberships, people, programmes, resources,
};
use dure_web::error::Result;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// 직위.
    pub title: String,
}

/// Resources of a firm.
pub async fn resource_ids<C: ConnectionTrait>(db: &C, firm: FirmId) -> Result<Vec<ResourceId>> {
    let found = resources::Entity::find()
        .select_only()
        .column(resources::Column::Id)
        .filter(resources::Column::FirmId.eq(firm))
        .filter(resources::Column::RemovedAt.is_null());
    Ok(found.into_tuple().all(db).await?)
}

/// Rows behind candidates of the index.
#[derive(Default)]
pub struct Found {
    /// Firms, also those behind resources and cases.
    pub firms: BTreeMap<FirmId, firms::Model>,
    /// Resources.
    pub resources: BTreeMap<ResourceId, resources::Model>,
    /// Experts.
    pub experts: BTreeMap<ExpertId, experts::Model>,
    /// Programmes.
    pub programmes: BTreeMap<ProgrammeId, programmes::Model>,
    /// Cases, with the group before which their difficulty was put.
    pub cases: BTreeMap<CaseId, (cases::Model, Option<GroupId>)>,
    delegates: BTreeMap<FirmId, PersonId>,
    people: BTreeMap<PersonId, Person>,
}

impl Found {
    /// A person who is still there.
    pub fn person(&self, id: PersonId) -> Option<Person> {
        self.people.get(&id).cloned()
    }

    /// Who answers for a firm.
    pub fn delegate(&self, firm: FirmId) -> Option<Person> {
        self.person(*self.delegates.get(&firm)?)
    }
}

macro_rules! by_id {
    ($db:expr, $table:ident, $ids:expr) => {
        match $ids {
            ids if ids.is_empty() => BTreeMap::new(),
            ids => $table::Entity::find()
                .filter($table::Column::Id.is_in(ids))
                .all($db)
                .await?
                .into_iter()
                .map(|row| (row.id, row))
                .collect::<BTreeMap<_, _>>(),
        }
    };
}

/// The rows behind candidates, with whom to ask. Delegates in `groups` come before others.
pub async fn found<C: ConnectionTrait>(
    db: &C,
    firm_ids: Vec<FirmId>,
    resource_ids: Vec<ResourceId>,
    expert_ids: Vec<ExpertId>,
    programme_ids: Vec<ProgrammeId>,
    case_ids: Vec<CaseId>,
    groups: &[GroupId],
) -> Result<Found> {
    let resources = by_id!(db, resources, resource_ids);
    let experts = by_id!(db, experts, expert_ids);
    let programmes = by_id!(db, programmes, programme_ids);
    let cases = cases_with_groups(db, case_ids).await?;
    let mut all_firms = firm_ids;
    all_firms.extend(resources.values().map(|row| row.firm_id));
    all_firms.extend(cases.values().filter_map(|(row, _)| row.helper_firm_id));
    all_firms.sort_unstable();
    all_firms.dedup();
    let firms = by_id!(db, firms, all_firms.clone());
    let mut delegates = delegates(db, &all_firms, groups).await?;
    let mut who: Vec<PersonId> = delegates.values().copied().collect();
    who.extend(experts.values().map(|row| row.person_id));
    who.extend(programmes.values().filter_map(|row| row.contact_id));
    who.extend(cases.values().filter_map(|(row, _)| row.helper_person_id));
    all_firms.retain(|firm| !delegates.contains_key(firm));
    let people = people_known(db, who, all_firms, &mut delegates).await?;
    Ok(Found { firms, resources, experts, programmes, cases, delegates, people })
}

async fn cases_with_groups<C: ConnectionTrait>(
    db: &C,
    ids: Vec<CaseId>,
) -> Result<BTreeMap<CaseId, (cases::Model, Option<GroupId>)>> {
    let cases = by_id!(db, cases, ids);
    let of: Vec<_> = cases.values().map(|row| row.difficulty_id).collect();
    let from = by_id!(db, difficulties, of);
    let with_group = |row: cases::Model| {
        let group = from.get(&row.difficulty_id).and_then(|difficulty| difficulty.group_id);
        (row, group)
    };
    Ok(cases.into_iter().map(|(id, row)| (id, with_group(row))).collect())
}

/// Delegates of firms in their active memberships.
async fn delegates<C: ConnectionTrait>(
    db: &C,
    firms: &[FirmId],
    groups: &[GroupId],
) -> Result<BTreeMap<FirmId, PersonId>> {
    if firms.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(FirmId, GroupId, PersonId)> = memberships::Entity::find()
        .select_only()
        .column(memberships::Column::FirmId)
        .column(memberships::Column::GroupId)
        .column(memberships::Column::DelegateId)
        .filter(memberships::Column::FirmId.is_in(firms.to_vec()))
        .filter(memberships::Column::LeftOn.is_null())
        .filter(memberships::Column::DelegateId.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut best: BTreeMap<FirmId, (bool, GroupId, PersonId)> = BTreeMap::new();
    for (firm, group, person) in rows {
        let candidate = (!groups.contains(&group), group, person);
        let kept = best.entry(firm).or_insert(candidate);
        *kept = candidate.min(*kept);
    }
    Ok(best.into_iter().map(|(firm, (_, _, person))| (firm, person)).collect())
}

/// These people, and for firms without a delegate the one who came first.
async fn people_known<C: ConnectionTrait>(
    db: &C,
    ids: Vec<PersonId>,
    firms: Vec<FirmId>,
    delegates: &mut BTreeMap<FirmId, PersonId>,
) -> Result<BTreeMap<PersonId, Person>> {
    if ids.is_empty() && firms.is_empty() {
        return Ok(BTreeMap::new());
    }
    let wanted =
        Condition::any().add(people::Column::Id.is_in(ids)).add(people::Column::FirmId.is_in(firms.clone()));
    let rows: Vec<(PersonId, Option<FirmId>, String, String)> = people::Entity::find()
        .select_only()
        .column(people::Column::Id)
        .column(people::Column::FirmId)
        .column(people::Column::Name)
        .column(people::Column::Title)
        .filter(wanted)
        .filter(people::Column::LeftAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    for (id, firm, ..) in &rows {
        if let Some(firm) = firm.filter(|firm| firms.contains(firm)) {
            let first = delegates.entry(firm).or_insert(*id);
            *first = (*first).min(*id);
        }
    }
    Ok(rows.into_iter().map(|(id, _, name, title)| (id, Person { id, name, title })).collect())
}

/// What firms and people have done for others, and how often they were asked of late.
pub struct Deeds {
    solved: Vec<(Option<FirmId>, PersonId, i64)>,
    asked: Vec<(Option<FirmId>, PersonId, i64)>,
}

impl Deeds {
    /// The record of a firm as a whole, or of a person without one.
    pub fn of(&self, (firm, person): (Option<FirmId>, Option<PersonId>)) -> Record {
        let own = |row: &&(Option<FirmId>, PersonId, i64)| match firm {
            Some(_) => row.0 == firm,
            None => Some(row.1) == person,
        };
        let sum = |rows: &[(Option<FirmId>, PersonId, i64)]| -> u32 {
            let sum: i64 = rows.iter().filter(own).map(|row| row.2).sum();
            u32::try_from(sum).unwrap_or(u32::MAX)
        };
        Record { solved: sum(&self.solved), asked_lately: sum(&self.asked) }
    }
}

/// Confirmed help given ever, and requests received since a moment.
pub async fn deeds<C: ConnectionTrait>(
    db: &C,
    firms: &[FirmId],
    people: &[PersonId],
    since: Moment,
) -> Result<Deeds> {
    if firms.is_empty() && people.is_empty() {
        return Ok(Deeds { solved: Vec::new(), asked: Vec::new() });
    }
    use give_and_take::Column as Given;
    let given = give_and_take::Entity::find()
        .select_only()
        .column(Given::FromFirmId)
        .column(Given::FromPersonId)
        .column_as(Given::Id.count(), "times")
        .filter(
            Condition::any()
                .add(Given::FromFirmId.is_in(firms.to_vec()))
                .add(Given::FromPersonId.is_in(people.to_vec())),
        )
        .group_by(Given::FromFirmId)
        .group_by(Given::FromPersonId);
    use asks::Column as Asked;
    let asked = asks::Entity::find()
        .select_only()
        .column(Asked::FirmId)
        .column(Asked::PersonId)
        .column_as(Asked::Id.count(), "times")
        .filter(
            Condition::any()
                .add(Asked::FirmId.is_in(firms.to_vec()))
                .add(Asked::PersonId.is_in(people.to_vec())),
        )
        // An offer that nobody asked for is no burden.
        .filter(Asked::AskedBy.is_not_null())
        .filter(Asked::AskedAt.gte(since))
        .group_by(Asked::FirmId)
        .group_by(Asked::PersonId);
    Ok(Deeds { solved: given.into_tuple().all(db).await?, asked: asked.into_tuple().all(db).await? })
}
