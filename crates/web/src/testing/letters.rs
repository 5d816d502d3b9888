//! Letters as they reach a mailbox, and people whom none reaches.

use dure_domain::PersonId;
use dure_store::Actor;
use dure_tables::{mails, people};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};

use super::TestApp;
use crate::error::Error;

/// Letters of a purpose to a person as they reach the mailbox, oldest first.
pub async fn letters(test: &TestApp, person: PersonId, purpose: &str) -> Vec<mails::Model> {
    let rows = mails::Entity::find()
        .filter(mails::Column::PersonId.eq(person))
        .filter(mails::Column::Purpose.eq(purpose))
        .order_by_asc(mails::Column::Id)
        .all(test.app.store.read())
        .await
        .expect("letters");
    rows.into_iter().map(|row| test.mailed(row)).collect()
}

/// The path of a link in a letter that begins like this.
pub fn link(letter: &mails::Model, begin: &str) -> String {
    let base = "http://dure.test";
    let line = letter.body_text.lines().find(|line| line.starts_with(&format!("{base}{begin}")));
    line.unwrap_or_else(|| panic!("no {begin} in {}", letter.body_text)).trim_start_matches(base).to_owned()
}

/// Takes a person's mail address away.
pub async fn without_mail(test: &TestApp, person: PersonId) {
    let done = test.app.store.write::<_, Error, _, _>(Actor::System, |tx| async move {
        tx.quiet();
        let row = people::Entity::find_by_id(person).one(tx.db()).await?.ok_or(Error::NotFound)?;
        let mut row = row.into_active_model();
        row.email = Set(None);
        row.update(tx.db()).await?;
        Ok(())
    });
    done.await.expect("a person without mail");
}
