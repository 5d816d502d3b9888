//! The one function through which every value of the audit goes before anybody reads it: what no field names is left
//! out, and values about persons are hidden once they must not be shown any more (docs/decisions/0036).

use std::collections::BTreeSet;

use dure_domain::Subject;
use dure_tables::audit;
use serde_json::Value;
use uuid::Uuid;

use super::fields::{FIELDS, Field, Holds};

/// A value as it may be told.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// There was none.
    Nothing,
    /// As it was.
    Value(Value),
    /// There was one, which is not shown.
    Hidden,
}

/// A field that changed.
pub struct Changed {
    /// Which.
    pub field: &'static Field,
    /// Its value before.
    pub before: Told,
    /// Its value after.
    pub after: Told,
}

/// What an entry may tell of what changed. `gone` are people whose values are not shown any more.
pub fn told(entry: &audit::Model, gone: &BTreeSet<Uuid>) -> Vec<Changed> {
    let (before, after) = (state(entry.before_state.as_deref()), state(entry.after_state.as_deref()));
    if after.is_null() {
        return Vec::new();
    }
    let of_person = entry.subject_kind == Subject::Person.as_str();
    let hides =
        |field: &Field| of_person && field.holds == Holds::Contact && gone.contains(&entry.subject_id);
    let tell = |state: &Value, field: &'static Field| match state.get(field.name) {
        None | Some(Value::Null | Value::Array(_) | Value::Object(_)) => Told::Nothing,
        Some(Value::String(text)) if text.is_empty() => Told::Nothing,
        Some(_) if hides(field) => Told::Hidden,
        Some(value) => Told::Value(value.clone()),
    };
    let differs = |field: &&Field| {
        let is_kept = after.get(field.name).is_some();
        is_kept && before.get(field.name).unwrap_or(&Value::Null) != &after[field.name]
    };
    let changed = FIELDS.iter().filter(differs);
    changed
        .map(|field| Changed { field, before: tell(&before, field), after: tell(&after, field) })
        .filter(|changed| changed.before != Told::Nothing || changed.after != Told::Nothing)
        .collect()
}

fn state(text: Option<&str>) -> Value {
    text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or(Value::Null)
}

#[cfg(test)]
mod tests {
    use dure_domain::{AuditId, Id, Moment};

    use super::*;

    fn entry(before: &str, after: &str) -> audit::Model {
        audit::Model {
            id: AuditId::from_uuid(Uuid::nil()),
            federation_id: None,
            at: Moment::from_millis(0),
            actor_id: None,
            action: "person.edit".into(),
            subject_kind: "person".into(),
            subject_id: Uuid::nil(),
            before_state: Some(before.into()),
            after_state: Some(after.into()),
        }
    }

    #[test]
    fn only_named_fields_that_changed_are_told() {
        let entry = entry(
            r#"{"name":"가","title":"과장","password_hash":"x","version":"1"}"#,
            r#"{"name":"가","title":"부장","password_hash":"y","version":"2","token":"z"}"#,
        );
        let told = told(&entry, &BTreeSet::new());
        let names: Vec<_> = told.iter().map(|changed| changed.field.name).collect();
        assert_eq!(names, ["title"]);
    }

    #[test]
    fn the_contacts_of_who_is_gone_are_hidden() {
        let entry = entry(r#"{"email":"a@dure.example"}"#, r#"{"email":"b@dure.example","phone":""}"#);
        let told = told(&entry, &BTreeSet::from([Uuid::nil()]));
        assert_eq!(told.len(), 1);
        assert!(told.iter().all(|changed| changed.before == Told::Hidden && changed.after == Told::Hidden));
    }
}
