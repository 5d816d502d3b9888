//! Resources as documents of the index.

use dure_domain::{Id, Subject};
use dure_matching::{Document, Kind};
use dure_tables::firms;
use dure_tables::resources::{Column, Entity, Model};
use dure_web::error::Result;
use dure_web::search::{Reading, Rows, Source, document, of_firm};
use futures::FutureExt;
use sea_orm::EntityTrait;

/// Every resource that a firm shares, where the firm is.
pub const SOURCE: Source = Source { subject: Subject::Resource, read: |reading| read(reading).boxed() };

async fn read(reading: &Reading<'_>) -> Result<Rows> {
    let by = [(Column::Id, Subject::Resource), (Column::FirmId, Subject::Firm)];
    let rows = reading.rows(Entity::find(), &by).await?;
    let firms = reading.firms(rows.iter().map(|row| row.firm_id)).await?;
    let firm = |row: &Model| firms.get(&row.firm_id).filter(|_| row.removed_at.is_none());
    Ok(rows.iter().map(|row| (row.id.uuid(), firm(row).map(|firm| of(row, firm)))).collect())
}

fn of(row: &Model, firm: &firms::Model) -> Document {
    let texts = [row.body.as_str(), &row.terms];
    of_firm(document(row.id.uuid(), Kind::Resource, row.federation_id, &row.title, &texts), Some(firm))
}
