//! Programmes as documents of the index.

use dure_domain::{Id, Subject};
use dure_matching::{Document, Kind};
use dure_tables::programmes::{Column, Entity, Model};
use dure_web::error::Result;
use dure_web::search::{Reading, Rows, Source, document, placed};
use futures::FutureExt;
use sea_orm::EntityTrait;

/// Every programme that has not been removed.
pub const SOURCE: Source = Source { subject: Subject::Programme, read: |reading| read(reading).boxed() };

async fn read(reading: &Reading<'_>) -> Result<Rows> {
    let rows = reading.rows(Entity::find(), &[(Column::Id, Subject::Programme)]).await?;
    Ok(rows.iter().map(|row| (row.id.uuid(), row.removed_at.is_none().then(|| of(row)))).collect())
}

fn of(row: &Model) -> Document {
    let texts = [&row.body, &row.eligibility, &row.agency].map(String::as_str);
    placed(document(row.id.uuid(), Kind::Programme, row.federation_id, &row.title, &texts), row.place_code)
}
