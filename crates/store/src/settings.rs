//! Settings of the whole installation, by name: the signing key, the demo's mark.

use dure_tables::settings;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Set};

use crate::{Store, StoreResult, Tx};

impl Store {
    /// The value of a setting, none when it was never set.
    pub async fn setting(&self, name: &str) -> StoreResult<Option<String>> {
        let row = settings::Entity::find_by_id(name.to_owned()).one(self.read()).await?;
        Ok(row.map(|row| row.value))
    }
}

impl Tx {
    /// Sets a setting, replacing its old value.
    pub async fn set_setting(&self, name: &str, value: &str) -> StoreResult<()> {
        let row = settings::ActiveModel { name: Set(name.to_owned()), value: Set(value.to_owned()) };
        let replace =
            OnConflict::column(settings::Column::Name).update_column(settings::Column::Value).to_owned();
        settings::Entity::insert(row).on_conflict(replace).exec_without_returning(self.db()).await?;
        Ok(())
    }
}
