//! One firm and what hangs on it.

use std::collections::BTreeSet;

use dure_domain::{FederationId, FirmId, GroupId, Visibility};
use dure_tables::{cases, firms, memberships, people};
use dure_web::error::Result;
use dure_web::{names, secretariat};
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Cases shown on a firm's page.
const MOST_CASES: u64 = 12;

/// One firm.
pub async fn find<C: ConnectionTrait>(db: &C, id: FirmId) -> Result<Option<firms::Model>> {
    Ok(firms::Entity::find_by_id(id).one(db).await?)
}

/// One firm, and the group whose secretariat answers for it.
pub async fn with_secretariat<C: ConnectionTrait>(
    db: &C,
    id: FirmId,
) -> Result<Option<(firms::Model, Option<GroupId>)>> {
    let Some(firm) = find(db, id).await? else { return Ok(None) };
    Ok(Some((firm, secretariat::of_firm(db, id).await?)))
}

/// Firms that are members of a group now, for the condition of a query.
pub fn members_of(group: GroupId) -> SelectStatement {
    Query::select()
        .column(memberships::Column::FirmId)
        .from(memberships::Entity)
        .and_where(memberships::Column::GroupId.eq(group))
        .and_where(memberships::Column::LeftOn.is_null())
        .to_owned()
}

/// Memberships with the names of their groups.
pub type Ties = Vec<(memberships::Model, String)>;

/// Present memberships of these firms, the oldest first.
pub async fn ties_of<C: ConnectionTrait>(db: &C, firms: Vec<FirmId>) -> Result<Ties> {
    if firms.is_empty() {
        return Ok(Ties::new());
    }
    let active = memberships::Entity::find()
        .filter(memberships::Column::FirmId.is_in(firms))
        .filter(memberships::Column::LeftOn.is_null())
        .order_by_asc(memberships::Column::JoinedOn)
        .order_by_asc(memberships::Column::Id)
        .all(db)
        .await?;
    let ids: BTreeSet<GroupId> = active.iter().map(|tie| tie.group_id).collect();
    let names = names::groups(db, ids).await?;
    let with_name = |tie: memberships::Model| {
        let name = names.get(&tie.group_id).cloned().unwrap_or_default();
        (tie, name)
    };
    Ok(active.into_iter().map(with_name).collect())
}

/// People of a firm who have not left.
pub async fn people_of<C: ConnectionTrait>(db: &C, firm: FirmId) -> Result<Vec<people::Model>> {
    let active = people::Entity::find()
        .filter(people::Column::FirmId.eq(firm))
        .filter(people::Column::LeftAt.is_null())
        .order_by_asc(people::Column::Id);
    Ok(active.all(db).await?)
}

/// Whether another active firm of the federation has this business number.
pub async fn is_taken<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
    number: &str,
    by_other_than: Option<FirmId>,
) -> Result<Option<firms::Model>> {
    let mut other = firms::Entity::find()
        .filter(firms::Column::FederationId.eq(federation))
        .filter(firms::Column::BusinessNumber.eq(number))
        .filter(firms::Column::LeftAt.is_null());
    if let Some(own) = by_other_than {
        other = other.filter(firms::Column::Id.ne(own));
    }
    Ok(other.one(db).await?)
}

/// Cases that the firm had or solved and that the whole federation may read. An anonymous case is
/// never among those that it had.
pub async fn solved_with<C: ConnectionTrait>(db: &C, firm: &firms::Model) -> Result<Vec<cases::Model>> {
    let had = Condition::all().add(cases::Column::FirmId.eq(firm.id)).add(cases::Column::Anonymous.eq(false));
    let found = cases::Entity::find()
        .filter(cases::Column::FederationId.eq(firm.federation_id))
        .filter(cases::Column::Visibility.is_in([Visibility::Federation.as_str(), Visibility::All.as_str()]))
        .filter(Condition::any().add(had).add(cases::Column::HelperFirmId.eq(firm.id)))
        .order_by_desc(cases::Column::KeptAt)
        .limit(MOST_CASES);
    Ok(found.all(db).await?)
}
