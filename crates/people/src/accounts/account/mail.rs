//! Another mail address: it counts once a link that was sent to it is opened.

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use dure_domain::{Email, Id, PersonId, SessionId, Subject};
use dure_store::{Actor, Record, Tx};
use dure_tables::{people, sessions, sign_in_links};
use dure_texts::{Lang, accounts as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::forms;
use dure_ui::headings::{nothing, page_head};
use dure_ui::icons::Icon;
use dure_web::credentials;
use dure_web::error::{Error, Result};
use dure_web::mail::{Button, Letter, Paragraph};
use dure_web::{App, Guest, Visit};
use maud::{Markup, html};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::password::is_oneself;
use super::{Typed, again, done, oneself};
use crate::accounts::address;
use crate::accounts::limits::{self, ADDRESS_CHANGES_BY_PERSON, LETTERS_BY_ADDRESS};

const PURPOSE: &str = "account.mail";
const LASTS_DAYS: i64 = 2;

/// What the link carries. The old address makes it good once: after the change it no longer fits.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Change {
    person: PersonId,
    /// Which asked for it: where it has been ended, so is what it asked for.
    session: Option<SessionId>,
    from: Option<String>,
    to: String,
    /// Its row among the links that can still be opened.
    #[serde(default)]
    request: String,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    email: String,
    #[serde(default)]
    mail_password: String,
}

/// `POST /account/mail`
pub(super) async fn ask(visit: Visit, Form(form): Form<Wanted>) -> Result<Response> {
    let lang = visit.lang();
    let typed = Typed::default().with("email", &form.email);
    let Ok(email) = form.email.trim().parse::<Email>() else {
        return again(&visit, typed.wrong("email", texts::address_wrong(lang))).await;
    };
    let email = email.to_string();
    let person = oneself(&visit).await?;
    if person.email.as_deref() == Some(email.as_str()) {
        return again(&visit, typed.wrong("email", texts::address_same(lang))).await;
    }
    if !is_oneself(&visit, &person, &form.mail_password).await? {
        let words = match person.password_hash {
            Some(_) => texts::old_password_wrong(lang),
            None => texts::link_needed(lang),
        };
        return again(&visit, typed.wrong("mail_password", words)).await;
    }
    let own = person.id.to_string();
    limits::count(&visit.app, &[(ADDRESS_CHANGES_BY_PERSON, &own), (LETTERS_BY_ADDRESS, &email)]).await?;
    let change = Change {
        person: person.id,
        session: visit.viewer.session,
        from: person.email.clone(),
        to: email,
        request: String::new(),
    };
    visit
        .app
        .store
        .write::<_, Error, _, _>(Actor::Person(person.id), |tx| {
            let (app, person, change) = (visit.app.clone(), person.clone(), change.clone());
            async move {
                tx.record(record("person.mail_asked", &person, None));
                let change = Change { request: only_request(&tx, person.id).await?, ..change };
                letter(&app, &tx, &person, &change)?.post(&tx).await?;
                Ok(())
            }
        })
        .await?;
    Ok(done("mail-asked"))
}

/// A new request takes the place of those before it, so that one link alone is good. It stands among the links by
/// which a person comes in, whose kinds it is none of, and ends with them.
async fn only_request(tx: &Tx, person: PersonId) -> Result<String> {
    let before = sign_in_links::Entity::delete_many()
        .filter(sign_in_links::Column::PersonId.eq(person))
        .filter(sign_in_links::Column::Purpose.eq(PURPOSE));
    before.exec(tx.db()).await?;
    let request = BASE64.encode(tx.secret::<32>());
    let row = sign_in_links::ActiveModel {
        token_hash: Set(Sha256::digest(&request).to_vec()),
        person_id: Set(person),
        purpose: Set(PURPOSE.to_owned()),
        created_at: Set(tx.at()),
        expires_at: Set(tx.at().plus_days(LASTS_DAYS)),
        used_at: Set(None),
        issued_by: Set(None),
    };
    row.insert(tx.db()).await?;
    Ok(request)
}

fn letter(app: &App, tx: &Tx, person: &people::Model, change: &Change) -> Result<Letter> {
    let lang = Lang::from_tag(&person.lang).unwrap_or_default();
    let until = tx.at().plus_days(LASTS_DAYS);
    let path = format!("/account/mail/{}", app.key.seal(PURPOSE, change, until)?);
    Ok(Letter {
        federation: person.federation_id,
        person: Some(person.id),
        to: change.to.clone(),
        subject: texts::mail_mail_subject(lang).to_owned(),
        parts: vec![Paragraph::Words(texts::mail_mail_body(lang, &person.name))],
        buttons: vec![Button::link(app, texts::mail_mail_button(lang), &path, until, String::new())?],
        footer: texts::link_mail_footer(lang).to_owned(),
        purpose: PURPOSE,
    })
}

fn record(action: &'static str, person: &people::Model, after: Option<serde_json::Value>) -> Record {
    Record {
        action,
        subject: Subject::Person,
        id: person.id.uuid(),
        federation: Some(person.federation_id),
        before: after.is_some().then(|| json!({"email": person.email})),
        after,
    }
}

/// `GET /account/mail/{token}`
pub(super) async fn show(guest: Guest, Path(token): Path<String>) -> Result<Markup> {
    let change: Change = guest.app.key.open(PURPOSE, &token, guest.app.now())?;
    who_asked(guest.app.store.read(), &change).await?;
    let lang = guest.lang();
    let body = html! {
        (page_head(texts::mail_confirm(lang), &texts::mail_confirm_note(lang, &change.to), nothing()))
        (forms::at_once(&format!("/account/mail/{token}"), buttons::submit(Look::Main, Some(Icon::Check), texts::mail_mail_button(lang))))
    };
    Ok(guest.page(texts::mail_confirm(lang), body))
}

/// `POST /account/mail/{token}`
pub(super) async fn confirm(guest: Guest, Path(token): Path<String>) -> Result<Response> {
    let app = &guest.app;
    let change: Change = app.key.open(PURPOSE, &token, app.now())?;
    app.store
        .write::<_, Error, _, _>(Actor::Person(change.person), |tx| {
            let change = change.clone();
            async move {
                let person = who_asked(tx.db(), &change).await?;
                let mut next: people::ActiveModel = person.clone().into();
                next.email = Set(Some(change.to.clone()));
                next.version = Set(person.version + 1);
                next.update(tx.db()).await?;
                tx.record(record("person.mail", &person, Some(json!({"email": change.to}))));
                credentials::end_links(&tx, person.id).await?;
                address::tell_old(&tx, &person).await
            }
        })
        .await?;
    app.viewers.clear();
    Ok(Redirect::to("/account?done=mail").into_response())
}

/// Who asked for it, if that still holds: a session that was ended, by its person or by a new password, takes back
/// what it has asked for.
async fn who_asked(db: &impl ConnectionTrait, change: &Change) -> Result<people::Model> {
    let id = change.session.ok_or(Error::LinkExpired)?;
    let session = sessions::Entity::find_by_id(id).one(db).await?;
    session.filter(|session| session.person_id == change.person).ok_or(Error::LinkExpired)?;
    let request = sign_in_links::Entity::find_by_id(Sha256::digest(&change.request).to_vec())
        .filter(sign_in_links::Column::PersonId.eq(change.person))
        .filter(sign_in_links::Column::Purpose.eq(PURPOSE));
    request.one(db).await?.ok_or(Error::LinkExpired)?;
    let person = people::Entity::find_by_id(change.person).one(db).await?;
    let here = |person: &people::Model| person.left_at.is_none() && person.email == change.from;
    person.filter(here).ok_or(Error::LinkExpired)
}
