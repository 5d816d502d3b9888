//! Difficulties as documents of the index.

use dure_domain::{Id, Subject};
use dure_matching::{Document, Kind};
use dure_tables::difficulties::{Column, Entity, Model};
use dure_web::error::Result;
use dure_web::search::{Firms, Reading, Rows, Source, document, of_firm};
use futures::FutureExt;
use sea_orm::EntityTrait;

/// Every difficulty that was posted; an anonymous one is found by its words, never by its firm.
pub const SOURCE: Source = Source { subject: Subject::Difficulty, read: |reading| read(reading).boxed() };

async fn read(reading: &Reading<'_>) -> Result<Rows> {
    let by = [(Column::Id, Subject::Difficulty), (Column::FirmId, Subject::Firm)];
    let rows = reading.rows(Entity::find(), &by).await?;
    let firms = reading.firms(rows.iter().map(|row| row.firm_id)).await?;
    Ok(rows.iter().map(|row| (row.id.uuid(), row.posted_at.map(|_| of(row, &firms)))).collect())
}

fn of(row: &Model, firms: &Firms) -> Document {
    let texts = [&row.problem, &row.present_state, &row.tried].map(String::as_str);
    let firm = firms.get(&row.firm_id).filter(|_| !row.anonymous);
    of_firm(document(row.id.uuid(), Kind::Difficulty, row.federation_id, &row.title, &texts), firm)
}
