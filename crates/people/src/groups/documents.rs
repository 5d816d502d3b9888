//! Groups as documents of the index.

use dure_domain::{Id, Subject};
use dure_matching::{Document, Kind};
use dure_tables::groups::{Column, Entity, Model};
use dure_web::error::Result;
use dure_web::search::{Reading, Rows, Source, document, placed};
use futures::FutureExt;
use sea_orm::EntityTrait;

/// Every group.
pub const SOURCE: Source = Source { subject: Subject::Group, read: |reading| read(reading).boxed() };

async fn read(reading: &Reading<'_>) -> Result<Rows> {
    let rows = reading.rows(Entity::find(), &[(Column::Id, Subject::Group)]).await?;
    Ok(rows.iter().map(|row| (row.id.uuid(), Some(of(row)))).collect())
}

fn of(row: &Model) -> Document {
    placed(
        document(row.id.uuid(), Kind::Group, row.federation_id, &row.name, &[&row.charter]),
        row.place_code,
    )
}
