//! Making and taking back personal tokens.

use axum::extract::Form;
use axum::response::{IntoResponse, Response};
use dure_domain::TokenId;
use dure_texts::accounts as texts;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::paths::Key;
use serde::Deserialize;

use super::{Typed, again, done, pages};
use crate::accounts::tokens;

const LONGEST_NAME: usize = 60;
/// How long a token may last, in days.
pub(super) const LASTING: [i64; 3] = [30, 90, 365];

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    token_name: String,
    #[serde(default)]
    days: i64,
}

/// `POST /account/tokens` answers with the page itself: the token is shown this once.
pub(super) async fn make(visit: Visit, Form(form): Form<Wanted>) -> Result<Response> {
    let lang = visit.lang();
    let name = form.token_name.trim();
    let typed = Typed::default().with("token_name", name).with("days", &form.days.to_string());
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return again(&visit, typed.wrong("token_name", texts::token_name_wrong(lang, LONGEST_NAME as i64)))
            .await;
    }
    let days = if LASTING.contains(&form.days) { form.days } else { LASTING[1] };
    let Some(token) = tokens::make(&visit.app, visit.viewer.person, name, days).await? else {
        let words = texts::tokens_full(lang, tokens::MOST.cast_signed());
        return again(&visit, typed.wrong("token_name", words)).await;
    };
    Ok(pages::account(&visit, &Typed::with_token(token)).await?.into_response())
}

/// `POST /account/tokens/{id}/revoke`
pub(super) async fn revoke(visit: Visit, Key(id): Key<TokenId>) -> Result<Response> {
    tokens::revoke(&visit.app, &visit.viewer, id).await?;
    visit.app.viewers.clear();
    Ok(done("token-gone"))
}
