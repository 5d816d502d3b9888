//! Experts as documents of the index.

use std::collections::BTreeMap;

use dure_domain::{Id, PersonId, Subject};
use dure_matching::{Document, Kind};
use dure_tables::experts::{Column, Entity, Model};
use dure_tables::people;
use dure_web::error::Result;
use dure_web::search::{Reading, Rows, Source, document, placed};
use futures::FutureExt;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Every expert, under the person's name.
pub const SOURCE: Source = Source { subject: Subject::Expert, read: |reading| read(reading).boxed() };

async fn read(reading: &Reading<'_>) -> Result<Rows> {
    let by = [(Column::Id, Subject::Expert), (Column::PersonId, Subject::Person)];
    let rows = reading.rows(Entity::find(), &by).await?;
    let who = people::Entity::find()
        .filter(people::Column::Id.is_in(rows.iter().map(|row| row.person_id)))
        .filter(people::Column::LeftAt.is_null());
    let people: BTreeMap<PersonId, people::Model> =
        who.all(reading.db).await?.into_iter().map(|person| (person.id, person)).collect();
    let person = |row: &Model| people.get(&row.person_id).filter(|_| row.removed_at.is_none());
    Ok(rows.iter().map(|row| (row.id.uuid(), person(row).map(|person| of(row, person)))).collect())
}

fn of(row: &Model, person: &people::Model) -> Document {
    let title = format!("{} {}", person.name, row.field);
    placed(document(row.id.uuid(), Kind::Expert, row.federation_id, &title, &[&row.body]), row.place_code)
}
