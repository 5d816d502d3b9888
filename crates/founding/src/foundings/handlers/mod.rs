//! Requests about foundings.

pub mod answer;
pub mod brought;
pub mod founding;
pub mod requests;

use std::str::FromStr;

use dure_web::Fields;

/// Every identifier of this name in a form; what is none is left out.
fn ids<I: FromStr>(fields: &Fields, name: &str) -> Vec<I> {
    fields.all(name).filter_map(|text| text.parse().ok()).collect()
}

/// `?page=`
fn page(fields: &Fields) -> u64 {
    fields.read("page").unwrap_or(1).max(1)
}
