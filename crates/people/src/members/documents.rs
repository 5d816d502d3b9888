//! People as documents of the index.

use dure_domain::{Id, Subject};
use dure_matching::{Document, Kind};
use dure_tables::people::{Column, Entity, Model};
use dure_web::error::Result;
use dure_web::search::{Firms, Reading, Rows, Source, document};
use futures::FutureExt;
use sea_orm::EntityTrait;

/// Everybody who has not left, found by name, title and firm.
pub const SOURCE: Source = Source { subject: Subject::Person, read: |reading| read(reading).boxed() };

async fn read(reading: &Reading<'_>) -> Result<Rows> {
    let by = [(Column::Id, Subject::Person), (Column::FirmId, Subject::Firm)];
    let rows = reading.rows(Entity::find(), &by).await?;
    let firms = reading.firms(rows.iter().filter_map(|row| row.firm_id)).await?;
    Ok(rows.iter().map(|row| (row.id.uuid(), row.left_at.is_none().then(|| of(row, &firms)))).collect())
}

fn of(row: &Model, firms: &Firms) -> Document {
    let firm = row.firm_id.and_then(|firm| firms.get(&firm));
    let text = format!("{} {}", row.title, firm.map_or("", |firm| &firm.name));
    document(row.id.uuid(), Kind::Person, row.federation_id, &row.name, &[&text])
}
