//! Making a draft: its firms are taken from the pool, and solving begins at once.

use std::collections::BTreeMap;

use dure_domain::{DraftId, DraftState, FederationId, FirmId, GroupId, PairWish};
use dure_store::{Actor, Tx};
use dure_tables::{draft_firms, draft_groups, draft_pairs, drafts};
use dure_texts::formation as texts;
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use dure_web::faults::{Fault, Faults};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};
use serde_json::json;

use super::super::rules::{self, DraftForm, Source, Wanted};
use super::super::{access, store};
use super::record;

/// Rows of one insert; a database takes some ten thousand values at a time.
const AT_ONCE: usize = 1_000;

/// The firms of a new draft, with the existing groups that they come from.
#[derive(Debug, Clone, Default)]
pub(super) struct Filling {
    /// Firms with the number of their group and whether they are locked there.
    pub firms: Vec<(FirmId, Option<i32>, bool)>,
    /// Numbers, names and existing groups.
    pub groups: Vec<(i32, String, Option<GroupId>)>,
    /// Wishes.
    pub pairs: Vec<(FirmId, FirmId, PairWish)>,
}

/// Makes a draft of what was typed and lets it be solved.
pub async fn make(app: &App, viewer: &Viewer, form: &DraftForm) -> Result<Result<DraftId, Faults>> {
    access::KEEP.require(viewer, &Thing::of_federation(viewer.federation))?;
    let wanted = match rules::read(viewer.lang, form) {
        Ok(wanted) => wanted,
        Err(faults) => return Ok(Err(faults)),
    };
    let filling = filling(app, viewer, &wanted.source).await?;
    if let Some(faults) = too_few(viewer, &wanted, filling.firms.len()) {
        return Ok(Err(faults));
    }
    let name = match wanted.name.as_str() {
        "" => usual_name(app, viewer, &wanted.source).await?,
        typed => typed.to_owned(),
    };
    let written = app.act(viewer, |tx| {
        let (wanted, filling, name) = (wanted.clone(), filling.clone(), name.clone());
        let federation = viewer.federation;
        async move {
            let request = match wanted.source {
                Source::Request(id) => Some(id),
                _ => None,
            };
            let row = drafts::ActiveModel {
                federation_id: Set(federation),
                name: Set(name),
                pool: Set(wanted.source.pool()),
                request_id: Set(request),
                rules: Set(super::super::json(&wanted.rules)?),
                ..Default::default()
            };
            let draft = insert(&tx, row, DraftState::Solving).await?;
            fill(&tx, draft.id, federation, &filling).await?;
            let after = json!({"name": draft.name, "firms": filling.firms.len(), "rules": draft.rules});
            tx.record(record("formation.make", &draft, None, Some(after)));
            super::solve::ask(&tx, &draft)?;
            Ok(draft.id)
        }
    });
    let id = written.await?;
    dure_web::jobs::wake(app);
    Ok(Ok(id))
}

/// A new row; what is not set yet begins at nothing.
pub(super) async fn insert(
    tx: &Tx,
    mut row: drafts::ActiveModel,
    state: DraftState,
) -> Result<drafts::Model> {
    row.id = Set(tx.id());
    row.state = Set(state);
    row.seed = Set(1);
    row.progress = Set(0);
    row.failure = Set(String::new());
    row.made_at = Set(tx.at());
    row.made_by = Set(match tx.actor() {
        Actor::Person(person) => Some(person),
        Actor::System => None,
    });
    row.version = Set(1);
    Ok(row.insert(tx.db()).await?)
}

/// Writes firms, groups and wishes of a draft that has none yet.
pub(super) async fn fill(tx: &Tx, id: DraftId, federation: FederationId, filling: &Filling) -> Result<()> {
    let group = |(number, name, group): &(i32, String, Option<GroupId>)| draft_groups::ActiveModel {
        draft_id: Set(id),
        number: Set(*number),
        federation_id: Set(federation),
        name: Set(name.clone()),
        group_id: Set(*group),
    };
    let firm = |(firm, number, locked): &(FirmId, Option<i32>, bool)| draft_firms::ActiveModel {
        draft_id: Set(id),
        firm_id: Set(*firm),
        federation_id: Set(federation),
        number: Set(*number),
        locked: Set(*locked),
    };
    let pair = |(firm, other, wish): &(FirmId, FirmId, PairWish)| draft_pairs::ActiveModel {
        draft_id: Set(id),
        firm_id: Set(*firm),
        other_id: Set(*other),
        federation_id: Set(federation),
        wish: Set(*wish),
    };
    for some in filling.groups.chunks(AT_ONCE) {
        draft_groups::Entity::insert_many(some.iter().map(group)).exec_without_returning(tx.db()).await?;
    }
    for some in filling.firms.chunks(AT_ONCE) {
        draft_firms::Entity::insert_many(some.iter().map(firm)).exec_without_returning(tx.db()).await?;
    }
    for some in filling.pairs.chunks(AT_ONCE) {
        draft_pairs::Entity::insert_many(some.iter().map(pair)).exec_without_returning(tx.db()).await?;
    }
    Ok(())
}

async fn filling(app: &App, viewer: &Viewer, source: &Source) -> Result<Filling> {
    let db = app.store.read();
    match source {
        Source::WithoutGroup(place) => {
            let firms = store::without_group(db, viewer.federation, *place).await?;
            let firms = firms.into_iter().map(|firm| (firm.id, None, false)).collect();
            Ok(Filling { firms, ..Filling::default() })
        }
        Source::Request(id) => {
            let open = store::open_requests(db, viewer.federation).await?;
            if !open.iter().any(|open| open.request.id == *id) {
                return Err(Error::NotFound);
            }
            let firms = store::request_firms(db, *id).await?;
            let firms = firms.into_iter().map(|firm| (firm, None, false)).collect();
            Ok(Filling { firms, ..Filling::default() })
        }
        Source::Groups(wanted) => {
            let known = store::groups_of(db, viewer.federation).await?;
            let chosen: Vec<_> = known
                .into_iter()
                .map(|(group, _)| group)
                .filter(|group| wanted.contains(&group.id))
                .collect();
            let ids: Vec<GroupId> = chosen.iter().map(|group| group.id).collect();
            let members = store::members_of(db, &ids).await?;
            let numbers: BTreeMap<GroupId, i32> = ids.into_iter().zip(1..).collect();
            let firms = members.into_iter().map(|(firm, group)| (firm, numbers.get(&group).copied(), false));
            let groups =
                chosen.into_iter().zip(1..).map(|(group, number)| (number, group.name, Some(group.id)));
            Ok(Filling { firms: firms.collect(), groups: groups.collect(), pairs: Vec::new() })
        }
    }
}

/// A pool of fewer firms than a group needs comes to nothing: said at the field by which another pool is chosen.
fn too_few(viewer: &Viewer, wanted: &Wanted, firms: usize) -> Option<Faults> {
    let lang = viewer.lang;
    let least = i64::try_from(wanted.rules.least).unwrap_or(i64::MAX);
    let field = match wanted.source {
        Source::WithoutGroup(_) => "place",
        Source::Request(_) => "request",
        Source::Groups(_) => "groups",
    };
    let words = match firms {
        0 => texts::pool_of_none(lang).to_owned(),
        1 => texts::pool_of_one(lang).to_owned(),
        firms if firms < wanted.rules.least => {
            texts::pool_too_small(lang, i64::try_from(firms).unwrap_or(i64::MAX), least)
        }
        _ => return None,
    };
    Some(Faults::one(field, Fault::Said(words)))
}

async fn usual_name(app: &App, viewer: &Viewer, source: &Source) -> Result<String> {
    let lang = viewer.lang;
    let day = dure_ui::words::date(lang, app.now().day());
    Ok(match source {
        Source::WithoutGroup(None) => texts::name_without_group(lang, day),
        Source::WithoutGroup(Some(place)) => {
            texts::name_of_place(lang, dure_ui::words::place(lang, *place), day)
        }
        Source::Request(id) => {
            let open = store::open_requests(app.store.read(), viewer.federation).await?;
            let title = open.into_iter().find(|open| open.request.id == *id).map(|open| open.request.title);
            title.unwrap_or_else(|| texts::name_without_group(lang, day))
        }
        Source::Groups(groups) => {
            texts::name_of_groups(lang, i64::try_from(groups.len()).unwrap_or(i64::MAX), day)
        }
    })
}
