//! Which column means what: guessed from the header and the cells, changeable by a person.

mod field;
mod guess;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use field::Field;
pub use guess::guess_mapping;

/// The meaning of columns, counted from 0. A column that is not in it is kept as a note under its
/// header. As JSON: `{"0": "firm", "2": "phone"}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping {
    /// Column to field. Several columns may mean the same.
    pub columns: BTreeMap<usize, Field>,
}

impl Mapping {
    /// The meaning of a column; [`Field::Note`] when nothing was said.
    pub fn field(&self, column: usize) -> Field {
        self.columns.get(&column).copied().unwrap_or(Field::Note)
    }

    /// Columns that mean `field`, from left to right.
    pub fn columns_of(&self, field: Field) -> impl Iterator<Item = usize> + '_ {
        self.columns.iter().filter(move |(_, known)| **known == field).map(|(column, _)| *column)
    }

    /// Whether any column means `field`.
    pub fn has(&self, field: Field) -> bool {
        self.columns_of(field).next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_is_kept_as_json_by_column() {
        let mapping = Mapping { columns: [(0, Field::Firm), (12, Field::BusinessNumber)].into() };
        let json = serde_json::to_string(&mapping).expect("json");
        assert_eq!(json, r#"{"0":"firm","12":"business_number"}"#);
        assert_eq!(serde_json::from_str::<Mapping>(&json).expect("mapping"), mapping);
    }
}
