//! Pure decisions about resources: what a form must hold.

use dure_domain::ResourceKind;
use dure_web::faults::{Fault, Faults};
use serde::{Deserialize, Serialize};

/// What is typed into the form of a resource.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct ResourceForm {
    pub kind: String,
    pub title: String,
    pub body: String,
    pub terms: String,
    pub version: String,
}

/// A resource, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Content {
    pub kind: ResourceKind,
    pub title: String,
    pub body: String,
    pub terms: String,
}

/// Reads the form, or says what to mend.
///
/// # Errors
/// Every field that cannot be understood.
pub fn read(form: &ResourceForm) -> Result<Content, Faults> {
    let mut faults = Faults::default();
    let kind = form.kind.parse().ok();
    if kind.is_none() {
        faults.add("kind", Fault::Pick);
    }
    let content = Content {
        kind: kind.unwrap_or(ResourceKind::Equipment),
        title: faults.needed("title", &form.title, 120),
        body: faults.short("body", &form.body, 2_000),
        terms: faults.short("terms", &form.terms, 1_000),
    };
    if faults.is_empty() { Ok(content) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_needs_a_kind_and_a_name() {
        let fields: Vec<String> = read(&ResourceForm::default())
            .expect_err("an empty form")
            .worded(dure_texts::Lang::Ko)
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        assert_eq!(fields, ["kind", "title"]);
    }
}
