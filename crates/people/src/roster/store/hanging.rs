//! What hangs on a firm: counted, and moved to another.

use dure_domain::{Day, FirmId, HelperKind, Id, Subject};
use dure_tables::{
    asks, cases, difficulties, give_and_take, joining_reasons, memberships, people, resources,
};
use dure_web::anonymity::unnamed;
use dure_web::error::Result;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QuerySelect, Set,
};
use serde_json::{Value, json};
use uuid::Uuid;

/// How much hangs on a firm.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hanging {
    pub people: u64,
    pub memberships: u64,
    pub resources: u64,
    pub difficulties: u64,
    pub asks: u64,
    pub give_and_take: u64,
    pub cases: u64,
}

fn of_give(firm: FirmId) -> Condition {
    Condition::any()
        .add(give_and_take::Column::FromFirmId.eq(firm))
        .add(give_and_take::Column::ToFirmId.eq(firm))
}

fn of_case(firm: FirmId) -> Condition {
    Condition::any().add(cases::Column::FirmId.eq(firm)).add(cases::Column::HelperFirmId.eq(firm))
}

/// Counts what hangs on a firm; the anonymous difficulties only for `knows_posters`, with what was taken for
/// them and kept of them.
pub async fn count(db: &impl ConnectionTrait, firm: FirmId, knows_posters: bool) -> Result<Hanging> {
    let told = |named: Condition| if knows_posters { Condition::all() } else { named };
    let difficulties = difficulties::Entity::find()
        .filter(difficulties::Column::FirmId.eq(firm))
        .filter(told(Condition::any().add(difficulties::Column::Anonymous.eq(false))));
    let gave_or_named = Condition::any()
        .add(give_and_take::Column::FromFirmId.eq(firm))
        .add(give_and_take::Column::DifficultyId.not_in_subquery(unnamed()));
    let helped_or_named =
        Condition::any().add(cases::Column::HelperFirmId.eq(firm)).add(cases::Column::Anonymous.eq(false));
    Ok(Hanging {
        people: people::Entity::find().filter(people::Column::FirmId.eq(firm)).count(db).await?,
        memberships: memberships::Entity::find()
            .filter(memberships::Column::FirmId.eq(firm))
            .count(db)
            .await?,
        resources: resources::Entity::find().filter(resources::Column::FirmId.eq(firm)).count(db).await?,
        difficulties: difficulties.count(db).await?,
        asks: asks::Entity::find().filter(asks::Column::FirmId.eq(firm)).count(db).await?,
        give_and_take: give_and_take::Entity::find()
            .filter(of_give(firm))
            .filter(told(gave_or_named))
            .count(db)
            .await?,
        cases: cases::Entity::find().filter(of_case(firm)).filter(told(helped_or_named)).count(db).await?,
    })
}

/// What was moved, and what it was before if that is more than whose it was.
pub type Moved = (Subject, Uuid, Option<Value>);

/// Moves everything from one firm to another; gives what was moved and is found by search.
pub async fn move_all(db: &impl ConnectionTrait, from: FirmId, to: FirmId) -> Result<Vec<Moved>> {
    let mut moved: Vec<Moved> =
        found(db, from).await?.into_iter().map(|(subject, id)| (subject, id, None)).collect();
    moved.extend(move_memberships(db, from, to).await?);
    people::Entity::update_many()
        .col_expr(people::Column::FirmId, Expr::value(to))
        .filter(people::Column::FirmId.eq(from))
        .exec(db)
        .await?;
    resources::Entity::update_many()
        .col_expr(resources::Column::FirmId, Expr::value(to))
        .filter(resources::Column::FirmId.eq(from))
        .exec(db)
        .await?;
    difficulties::Entity::update_many()
        .col_expr(difficulties::Column::FirmId, Expr::value(to))
        .filter(difficulties::Column::FirmId.eq(from))
        .exec(db)
        .await?;
    move_help(db, from, to).await?;
    super::coming::rename(db, from, to).await?;
    move_reasons(db, from, to).await?;
    Ok(moved)
}

async fn found(db: &impl ConnectionTrait, from: FirmId) -> Result<Vec<(Subject, Uuid)>> {
    let people: Vec<Uuid> = people::Entity::find()
        .select_only()
        .column(people::Column::Id)
        .filter(people::Column::FirmId.eq(from))
        .into_tuple()
        .all(db)
        .await?;
    let resources: Vec<Uuid> = resources::Entity::find()
        .select_only()
        .column(resources::Column::Id)
        .filter(resources::Column::FirmId.eq(from))
        .into_tuple()
        .all(db)
        .await?;
    let difficulties: Vec<Uuid> = difficulties::Entity::find()
        .select_only()
        .column(difficulties::Column::Id)
        .filter(difficulties::Column::FirmId.eq(from))
        .into_tuple()
        .all(db)
        .await?;
    let cases: Vec<Uuid> = cases::Entity::find()
        .select_only()
        .column(cases::Column::Id)
        .filter(of_case(from))
        .into_tuple()
        .all(db)
        .await?;
    let named = |subject, ids: Vec<Uuid>| ids.into_iter().map(move |id| (subject, id));
    Ok(named(Subject::Person, people)
        .chain(named(Subject::Resource, resources))
        .chain(named(Subject::Difficulty, difficulties))
        .chain(named(Subject::Case, cases))
        .collect())
}

/// Requests, give and take, and cases.
async fn move_help(db: &impl ConnectionTrait, from: FirmId, to: FirmId) -> Result<()> {
    asks::Entity::update_many()
        .col_expr(asks::Column::FirmId, Expr::value(to))
        .filter(asks::Column::FirmId.eq(from))
        .exec(db)
        .await?;
    asks::Entity::update_many()
        .col_expr(asks::Column::HelperKey, Expr::value(to.uuid()))
        .filter(asks::Column::HelperKind.eq(HelperKind::Firm))
        .filter(asks::Column::HelperKey.eq(from.uuid()))
        .exec(db)
        .await?;
    give_and_take::Entity::update_many()
        .col_expr(give_and_take::Column::FromFirmId, Expr::value(to))
        .filter(give_and_take::Column::FromFirmId.eq(from))
        .exec(db)
        .await?;
    give_and_take::Entity::update_many()
        .col_expr(give_and_take::Column::ToFirmId, Expr::value(to))
        .filter(give_and_take::Column::ToFirmId.eq(from))
        .exec(db)
        .await?;
    cases::Entity::update_many()
        .col_expr(cases::Column::FirmId, Expr::value(to))
        .filter(cases::Column::FirmId.eq(from))
        .exec(db)
        .await?;
    cases::Entity::update_many()
        .col_expr(cases::Column::HelperFirmId, Expr::value(to))
        .filter(cases::Column::HelperFirmId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}

/// Where stretches of membership in a group meet, they become one with what both knew; others stay beside each other.
/// What the stretches were, the audit tells.
async fn move_memberships(db: &impl ConnectionTrait, from: FirmId, to: FirmId) -> Result<Vec<Moved>> {
    let of = |firm: FirmId| memberships::Entity::find().filter(memberships::Column::FirmId.eq(firm));
    let mut kept = of(to).all(db).await?;
    let mut to_move = of(from).all(db).await?;
    let mut moved = Vec::new();
    while let Some(member) = to_move.pop() {
        moved.push((Subject::Membership, member.id.uuid(), Some(state_of_member(&member))));
        let Some(at) = kept.iter().position(|own| overlap(own, &member)) else {
            let mut row = member.into_active_model();
            row.firm_id = Set(to);
            kept.push(row.update(db).await?);
            continue;
        };
        let twin = kept.remove(at);
        // First it goes: only one may hold the group's place for an industry.
        memberships::Entity::delete_by_id(member.id).exec(db).await?;
        // What the two have become may now reach a third.
        to_move.push(joined(&twin, &member).update(db).await?);
    }
    Ok(moved)
}

/// Whether two stretches of membership in one group meet; what has no day began before, or goes on.
fn overlap(one: &memberships::Model, other: &memberships::Model) -> bool {
    let before = |joined: Option<Day>, left: Option<Day>| match (joined, left) {
        (Some(joined), Some(left)) => joined < left,
        _ => true,
    };
    one.group_id == other.group_id
        && before(one.joined_on, other.left_on)
        && before(other.joined_on, one.left_on)
}

/// One stretch from the first day of both to the last.
fn joined(twin: &memberships::Model, other: &memberships::Model) -> memberships::ActiveModel {
    let mut row = twin.clone().into_active_model();
    row.joined_on = Set([twin.joined_on, other.joined_on].into_iter().flatten().min());
    row.left_on = Set(twin.left_on.zip(other.left_on).map(|(one, other)| one.max(other)));
    row.industry_slot = Set(twin.industry_slot.clone().or_else(|| other.industry_slot.clone()));
    let delegate = twin.delegate_id.or(other.delegate_id);
    let others = [twin.deputy_id, other.delegate_id, other.deputy_id];
    row.delegate_id = Set(delegate);
    row.deputy_id = Set(others.into_iter().flatten().find(|person| Some(*person) != delegate));
    row
}

/// Reasons for joining: each once.
async fn move_reasons(db: &impl ConnectionTrait, from: FirmId, to: FirmId) -> Result<()> {
    let of = |firm: FirmId| joining_reasons::Entity::find().filter(joining_reasons::Column::FirmId.eq(firm));
    let own: Vec<_> = of(to).all(db).await?.into_iter().map(|row| row.reason).collect();
    for row in of(from).all(db).await?.into_iter().filter(|row| !own.contains(&row.reason)) {
        let row = joining_reasons::ActiveModel {
            firm_id: Set(to),
            federation_id: Set(row.federation_id),
            reason: Set(row.reason),
        };
        joining_reasons::Entity::insert(row).exec_without_returning(db).await?;
    }
    joining_reasons::Entity::delete_many().filter(joining_reasons::Column::FirmId.eq(from)).exec(db).await?;
    Ok(())
}

/// What the audit keeps of a membership.
pub fn state_of_member(member: &memberships::Model) -> Value {
    json!({
        "group": member.group_id, "firm": member.firm_id, "delegate": member.delegate_id,
        "deputy": member.deputy_id, "slot": member.industry_slot, "joined_on": member.joined_on, "left_on": member.left_on,
    })
}
