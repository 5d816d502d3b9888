//! From rows to documents of the index.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{
    CaseId, DifficultyId, ExpertId, FederationId, FirmId, GroupId, Id, PersonId, Place, ProgrammeId,
    ResourceId, Subject,
};
use dure_matching::{DocId, Document, Kind, Place as Where};
use dure_store::Change;
use dure_tables::{cases, difficulties, experts, firms, groups, people, programmes, resources};
use sea_orm::{ColumnTrait, Condition, DatabaseConnection, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::error::Result;

/// What the index must take in and what it must forget.
pub struct Affected {
    /// New or changed.
    pub documents: Vec<Document>,
    /// No longer to be found.
    pub gone: Vec<DocId>,
}

/// Firms by their key, for what depends on a firm's industry and place.
type Firms = BTreeMap<FirmId, firms::Model>;

/// Every document there is.
pub async fn all(db: &DatabaseConnection) -> Result<Vec<Document>> {
    let firms: Firms = firms::Entity::find()
        .filter(firms::Column::LeftAt.is_null())
        .all(db)
        .await?
        .into_iter()
        .map(|firm| (firm.id, firm))
        .collect();
    let people: BTreeMap<PersonId, people::Model> = people::Entity::find()
        .filter(people::Column::LeftAt.is_null())
        .all(db)
        .await?
        .into_iter()
        .map(|person| (person.id, person))
        .collect();
    let mut documents: Vec<Document> = firms.values().map(of_firm).collect();
    let resources = resources::Entity::find().filter(resources::Column::RemovedAt.is_null()).all(db).await?;
    documents.extend(resources.iter().filter_map(|row| Some(of_resource(row, firms.get(&row.firm_id)?))));
    let experts = experts::Entity::find().filter(experts::Column::RemovedAt.is_null()).all(db).await?;
    documents.extend(experts.iter().filter_map(|row| Some(of_expert(row, people.get(&row.person_id)?))));
    let programmes =
        programmes::Entity::find().filter(programmes::Column::RemovedAt.is_null()).all(db).await?;
    documents.extend(programmes.iter().map(of_programme));
    documents.extend(cases::Entity::find().all(db).await?.iter().map(|row| of_case(row, &firms)));
    documents.extend(groups::Entity::find().all(db).await?.iter().map(of_group));
    documents.extend(people.values().map(|row| of_person(row, &firms)));
    let posted =
        difficulties::Entity::find().filter(difficulties::Column::PostedAt.is_not_null()).all(db).await?;
    documents.extend(posted.iter().map(|row| of_difficulty(row, &firms)));
    Ok(documents)
}

/// What a stretch of the change feed means for the index.
pub async fn affected(db: &DatabaseConnection, lines: &[Change]) -> Result<Affected> {
    let ids = |subject: Subject| -> Vec<Uuid> {
        let set: BTreeSet<Uuid> =
            lines.iter().filter(|line| line.subject == subject).map(|line| line.id).collect();
        set.into_iter().collect()
    };
    let mut documents = Vec::new();
    let mut touched = Vec::new();
    let firm_ids: Vec<FirmId> = ids(Subject::Firm).into_iter().map(FirmId::from_uuid).collect();
    let resource_ids: Vec<ResourceId> =
        ids(Subject::Resource).into_iter().map(ResourceId::from_uuid).collect();
    let difficulty_ids: Vec<DifficultyId> =
        ids(Subject::Difficulty).into_iter().map(DifficultyId::from_uuid).collect();
    let case_ids: Vec<CaseId> = ids(Subject::Case).into_iter().map(CaseId::from_uuid).collect();
    let person_ids: Vec<PersonId> = ids(Subject::Person).into_iter().map(PersonId::from_uuid).collect();
    touched.extend(firm_ids.iter().map(|id| id.uuid()));
    touched.extend(resource_ids.iter().map(|id| id.uuid()));
    touched.extend(difficulty_ids.iter().map(|id| id.uuid()));
    touched.extend(person_ids.iter().map(|id| id.uuid()));
    // A case is taken out when its consent is taken back.
    touched.extend(case_ids.iter().map(|id| id.uuid()));

    // A changed firm changes its resources' place and industry too.
    let of_firms = Condition::any()
        .add(resources::Column::FirmId.is_in(firm_ids.clone()))
        .add(resources::Column::Id.is_in(resource_ids));
    let resources = resources::Entity::find()
        .filter(of_firms)
        .filter(resources::Column::RemovedAt.is_null())
        .all(db)
        .await?;
    let difficulties = difficulties::Entity::find()
        .filter(difficulties::Column::Id.is_in(difficulty_ids))
        .filter(difficulties::Column::PostedAt.is_not_null())
        .all(db)
        .await?;
    let cases = cases::Entity::find().filter(cases::Column::Id.is_in(case_ids)).all(db).await?;
    let people = people::Entity::find()
        .filter(people::Column::Id.is_in(person_ids.clone()))
        .filter(people::Column::LeftAt.is_null())
        .all(db)
        .await?;
    let mut wanted: Vec<FirmId> = firm_ids.clone();
    wanted.extend(resources.iter().map(|row| row.firm_id));
    wanted.extend(difficulties.iter().map(|row| row.firm_id));
    wanted.extend(cases.iter().filter_map(|row| row.firm_id));
    wanted.extend(people.iter().filter_map(|row| row.firm_id));
    let found = firms::Entity::find()
        .filter(firms::Column::Id.is_in(wanted))
        .filter(firms::Column::LeftAt.is_null())
        .all(db)
        .await?;
    let firms: Firms = found.into_iter().map(|firm| (firm.id, firm)).collect();

    documents.extend(firms.values().filter(|firm| firm_ids.contains(&firm.id)).map(of_firm));
    documents.extend(resources.iter().filter_map(|row| Some(of_resource(row, firms.get(&row.firm_id)?))));
    documents.extend(difficulties.iter().map(|row| of_difficulty(row, &firms)));
    documents.extend(cases.iter().map(|row| of_case(row, &firms)));
    documents.extend(people.iter().map(|row| of_person(row, &firms)));
    documents.extend(changed_experts(db, &ids(Subject::Expert), &person_ids, &mut touched).await?);
    documents.extend(changed_programmes(db, &ids(Subject::Programme), &mut touched).await?);
    let group_ids: Vec<GroupId> = ids(Subject::Group).into_iter().map(GroupId::from_uuid).collect();
    documents.extend(
        groups::Entity::find()
            .filter(groups::Column::Id.is_in(group_ids))
            .all(db)
            .await?
            .iter()
            .map(of_group),
    );

    let kept: BTreeSet<u128> = documents.iter().map(|document| document.id.0).collect();
    let gone =
        touched.into_iter().map(|id| id.as_u128()).filter(|id| !kept.contains(id)).map(DocId).collect();
    Ok(Affected { documents, gone })
}

async fn changed_experts(
    db: &DatabaseConnection,
    ids: &[Uuid],
    people_ids: &[PersonId],
    touched: &mut Vec<Uuid>,
) -> Result<Vec<Document>> {
    let ids: Vec<ExpertId> = ids.iter().copied().map(ExpertId::from_uuid).collect();
    touched.extend(ids.iter().map(|id| id.uuid()));
    let wanted = Condition::any()
        .add(experts::Column::Id.is_in(ids))
        .add(experts::Column::PersonId.is_in(people_ids.to_vec()));
    let rows =
        experts::Entity::find().filter(wanted).filter(experts::Column::RemovedAt.is_null()).all(db).await?;
    let who: Vec<PersonId> = rows.iter().map(|row| row.person_id).collect();
    let people = people::Entity::find().filter(people::Column::Id.is_in(who)).all(db).await?;
    let person = |id: PersonId| people.iter().find(|person| person.id == id && person.left_at.is_none());
    Ok(rows.iter().filter_map(|row| Some(of_expert(row, person(row.person_id)?))).collect())
}

async fn changed_programmes(
    db: &DatabaseConnection,
    ids: &[Uuid],
    touched: &mut Vec<Uuid>,
) -> Result<Vec<Document>> {
    let ids: Vec<ProgrammeId> = ids.iter().copied().map(ProgrammeId::from_uuid).collect();
    touched.extend(ids.iter().map(|id| id.uuid()));
    let live = programmes::Entity::find()
        .filter(programmes::Column::Id.is_in(ids))
        .filter(programmes::Column::RemovedAt.is_null());
    Ok(live.all(db).await?.iter().map(of_programme).collect())
}

/// A place of the roster as the index wants it.
pub fn place_of(code: Option<i32>) -> Option<Where> {
    let place: Place = code?.to_string().parse().ok()?;
    let centre = place.centre();
    let place_in = Where::province(place.province().to_string());
    Some(match place.is_province() {
        // The middle of a province says nothing about how far a firm in it is.
        true => place_in,
        false => place_in.district(place.to_string()).at(centre.lat, centre.lon),
    })
}

/// The mark by which a search keeps to one federation: the bits of its identifier that are chance.
pub fn shard(federation: FederationId) -> u64 {
    federation.key() as u64
}

fn placed(document: Document, code: Option<i32>) -> Document {
    match place_of(code) {
        Some(place) => document.place(place),
        None => document,
    }
}

fn of_firm(firm: &firms::Model) -> Document {
    let text = [&firm.products, &firm.offers, &firm.industry_text].map(String::as_str).join("\n");
    let document = Document::new(DocId(firm.id.key()), Kind::Firm, &firm.name).text(text);
    let document = document.tags(shard(firm.federation_id));
    placed(with_industry(document, firm), firm.place_code)
}

fn with_industry(document: Document, firm: &firms::Model) -> Document {
    match &firm.industry_code {
        Some(code) => document.industry(code),
        None => document,
    }
}

fn of_resource(row: &resources::Model, firm: &firms::Model) -> Document {
    let text = [&row.body, &row.terms].map(String::as_str).join("\n");
    let document = Document::new(DocId(row.id.key()), Kind::Resource, &row.title).text(text);
    let document = document.tags(shard(row.federation_id));
    placed(with_industry(document, firm), firm.place_code)
}

fn of_expert(row: &experts::Model, person: &people::Model) -> Document {
    let title = format!("{} {}", person.name, row.field);
    let document = Document::new(DocId(row.id.key()), Kind::Expert, title).text(&row.body);
    placed(document.tags(shard(row.federation_id)), row.place_code)
}

fn of_programme(row: &programmes::Model) -> Document {
    let text = [&row.body, &row.eligibility, &row.agency].map(String::as_str).join("\n");
    let document = Document::new(DocId(row.id.key()), Kind::Programme, &row.title).text(text);
    placed(document.tags(shard(row.federation_id)), row.place_code)
}

fn of_case(row: &cases::Model, firms: &Firms) -> Document {
    let text = [&row.problem, &row.cure, &row.effect].map(String::as_str).join("\n");
    let document = Document::new(DocId(row.id.key()), Kind::Case, &row.title).text(text);
    let document = document.tags(shard(row.federation_id));
    let firm = row.firm_id.filter(|_| !row.anonymous).and_then(|firm| firms.get(&firm));
    match firm {
        Some(firm) => placed(with_industry(document, firm), firm.place_code),
        None => document,
    }
}

fn of_group(row: &groups::Model) -> Document {
    let document = Document::new(DocId(row.id.key()), Kind::Group, &row.name).text(&row.charter);
    placed(document.tags(shard(row.federation_id)), row.place_code)
}

fn of_person(row: &people::Model, firms: &Firms) -> Document {
    let firm = row.firm_id.and_then(|firm| firms.get(&firm));
    let text = format!("{} {}", row.title, firm.map_or("", |firm| &firm.name));
    Document::new(DocId(row.id.key()), Kind::Person, &row.name).text(text).tags(shard(row.federation_id))
}

/// An anonymous difficulty is found by its words, never by its firm.
fn of_difficulty(row: &difficulties::Model, firms: &Firms) -> Document {
    let text = [&row.problem, &row.present_state, &row.tried].map(String::as_str).join("\n");
    let document = Document::new(DocId(row.id.key()), Kind::Difficulty, &row.title).text(text);
    let document = document.tags(shard(row.federation_id));
    let firm = firms.get(&row.firm_id).filter(|_| !row.anonymous);
    match firm {
        Some(firm) => placed(with_industry(document, firm), firm.place_code),
        None => document,
    }
}
