//! Name, title and language.

use axum::extract::Form;
use axum::response::Response;
use dure_domain::{Id, Subject};
use dure_store::{Actor, Record};
use dure_tables::people;
use dure_texts::{Lang, accounts as texts};
use dure_web::Visit;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use serde::Deserialize;
use serde_json::json;

use super::{Typed, again, done};

const LONGEST_NAME: usize = 60;

#[derive(Deserialize)]
pub(super) struct Profile {
    #[serde(default)]
    name: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    version: i32,
}

/// `POST /account`
pub(super) async fn save(visit: Visit, Form(form): Form<Profile>) -> Result<Response> {
    let (name, title) = (form.name.trim().to_owned(), form.title.trim().to_owned());
    let mut typed = Typed::default().with("name", &name).with("title", &title).with("lang", &form.lang);
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        typed = typed.wrong("name", texts::name_wrong(visit.lang(), LONGEST_NAME as i64));
    }
    if title.chars().count() > LONGEST_NAME {
        typed = typed.wrong("title", texts::title_wrong(visit.lang(), LONGEST_NAME as i64));
    }
    if !typed.is_good() {
        return again(&visit, typed).await;
    }
    let lang = Lang::from_tag(&form.lang).unwrap_or(visit.viewer.lang);
    let person = visit.viewer.person;
    visit
        .app
        .store
        .write::<_, Error, _, _>(Actor::Person(person), |tx| {
            let (name, title) = (name.clone(), title.clone());
            async move {
                let found = people::Entity::find_by_id(person)
                    .filter(people::Column::Version.eq(form.version))
                    .one(tx.db())
                    .await?;
                let before = found.ok_or(Error::ChangedMeanwhile)?;
                let state =
                    |row: &people::Model| json!({"name": row.name, "title": row.title, "lang": row.lang});
                let mut next: people::ActiveModel = before.clone().into();
                next.name = Set(name);
                next.title = Set(title);
                next.lang = Set(lang.tag().to_owned());
                next.version = Set(before.version + 1);
                let after = next.update(tx.db()).await?;
                tx.record(Record {
                    action: "person.edit",
                    subject: Subject::Person,
                    id: person.uuid(),
                    federation: Some(before.federation_id),
                    before: Some(state(&before)),
                    after: Some(state(&after)),
                });
                Ok(())
            }
        })
        .await?;
    visit.app.viewers.clear();
    Ok(done("profile"))
}
