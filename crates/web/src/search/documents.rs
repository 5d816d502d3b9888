//! How rows become documents.

use dure_domain::{FederationId, Place};
use dure_matching::{DocId, Document, Kind, Place as Where};
use dure_tables::firms;
use uuid::Uuid;

/// A document of these texts, which only its own federation finds.
pub fn document(id: Uuid, kind: Kind, federation: FederationId, title: &str, texts: &[&str]) -> Document {
    Document::new(DocId(id.as_u128()), kind, title).text(texts.join("\n")).tags(shard(federation))
}

/// With the place and the industry of the firm it belongs to, where that may be told.
pub fn of_firm(document: Document, firm: Option<&firms::Model>) -> Document {
    let Some(firm) = firm else { return document };
    let document = match &firm.industry_code {
        Some(code) => document.industry(code),
        None => document,
    };
    placed(document, firm.place_code)
}

/// With a place of the roster, if there is one.
pub fn placed(document: Document, code: Option<i32>) -> Document {
    match place_of(code) {
        Some(place) => document.place(place),
        None => document,
    }
}

/// A place of the roster as the index wants it.
pub fn place_of(code: Option<i32>) -> Option<Where> {
    let place: Place = code?.to_string().parse().ok()?;
    let centre = place.centre();
    let place_in = Where::province(place.province().to_string());
    // The middle of a province says nothing about how far a firm in it is.
    if place.is_province() {
        return Some(place_in);
    }
    Some(place_in.district(place.to_string()).at(centre.lat, centre.lon))
}

/// The mark by which a search keeps to one federation: the bits of its identifier that are chance.
pub fn shard(federation: FederationId) -> u64 {
    federation.key() as u64
}
