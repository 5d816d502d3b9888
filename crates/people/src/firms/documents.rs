//! Firms as documents of the index.

use dure_domain::{FirmId, Id, Subject};
use dure_matching::{Document, Kind};
use dure_tables::firms;
use dure_web::error::Result;
use dure_web::search::{Reading, Rows, Source, document, of_firm};
use futures::FutureExt;

/// Every firm that has not left.
pub const SOURCE: Source = Source { subject: Subject::Firm, read: |reading| read(reading).boxed() };

async fn read(reading: &Reading<'_>) -> Result<Rows> {
    let firms = reading.firms(reading.changed(Subject::Firm).map(FirmId::from_uuid)).await?;
    Ok(firms.values().map(|firm| (firm.id.uuid(), Some(of(firm)))).collect())
}

fn of(firm: &firms::Model) -> Document {
    let texts = [&firm.products, &firm.offers, &firm.industry_text].map(String::as_str);
    of_firm(document(firm.id.uuid(), Kind::Firm, firm.federation_id, &firm.name, &texts), Some(firm))
}
