//! Requests about asking and answering.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{AskId, DifficultyId};
use dure_texts::{Lang, asks as texts};
use dure_web::error::Result;
use dure_web::fields::Read;
use dure_web::one_tap::{Answering, Person};
use dure_web::paths::Key;
use dure_web::{App, Fields, Guest, Visit, sent};

use super::actions::{self, Answer, Answered, Found, Outcome};
use super::links::Kind;
use super::pages::{self, AnswerForm};
use super::rules::{self, Helper, Step};

/// `POST /difficulties/{id}/asks`
pub async fn ask(visit: Visit, Key(difficulty): Key<DifficultyId>, fields: Fields) -> Result<Redirect> {
    let one = format!("{}:{}", fields.text("helper_kind"), fields.text("helper_key"));
    let mut helpers: Vec<Helper> =
        fields.all("helper").chain([one.as_str()]).filter_map(|text| text.parse().ok()).collect();
    helpers.dedup();
    let outcome =
        actions::ask(&visit.app, &visit.viewer, difficulty, &helpers, fields.text("message")).await?;
    Ok(Redirect::to(&after_asking(difficulty, &outcome)))
}

fn after_asking(difficulty: DifficultyId, outcome: &Outcome) -> String {
    let done = if outcome.sent.is_empty() && outcome.missed.is_empty() { "asked-nobody" } else { "asked" };
    let missed: String =
        outcome.missed.iter().map(|(helper, why)| format!("&missed={}.{helper}", why.as_str())).collect();
    format!("/difficulties/{difficulty}?done={done}&sent={}{missed}#answer", outcome.sent.len())
}

/// `POST /difficulties/{id}/offers`
pub async fn offer_unasked(
    visit: Visit,
    Key(difficulty): Key<DifficultyId>,
    fields: Fields,
) -> Result<Redirect> {
    actions::offer_unasked(&visit.app, &visit.viewer, difficulty, fields.text("message")).await?;
    Ok(Redirect::to(&format!("/difficulties/{difficulty}?done=offered#answer")))
}

/// `POST /difficulties/{id}/asks/{ask}/withdraw`
pub async fn withdraw(visit: Visit, Key((_, ask)): Key<(DifficultyId, AskId)>) -> Result<Redirect> {
    let after = actions::withdraw(&visit.app, &visit.viewer, ask).await?;
    let done = if after.asked_by.is_some() { "withdrawn" } else { "spared" };
    Ok(Redirect::to(&format!("/difficulties/{}?done={done}#answer", after.difficulty_id)))
}

/// `POST /asks/{id}/seen`: the page's script says that the request is in view.
pub async fn seen(visit: Visit, Key(ask): Key<AskId>) -> Result<StatusCode> {
    actions::seen(&visit.app, &visit.viewer, ask).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /asks/{id}/offer`, `…/decline`, `…/pass`
pub async fn answer_form(kind: Kind, visit: Visit, Key(ask): Key<AskId>) -> Result<Response> {
    let found = actions::find_to_answer(&visit.app, &visit.viewer, ask).await?;
    kind.show(&visit, &found, &Fields::default(), &[]).await
}

/// `POST /asks/{id}/offer`, `…/decline`, `…/pass`
pub async fn answer(kind: Kind, visit: Visit, Key(ask): Key<AskId>, fields: Fields) -> Result<Response> {
    let found = actions::find_to_answer(&visit.app, &visit.viewer, ask).await?;
    let given = match read(visit.lang(), kind, &fields) {
        Ok(given) => given,
        Err(errors) => return kind.show(&visit, &found, &fields, &errors).await,
    };
    let done = match actions::answer(&visit.app, Some(&visit.viewer), found.ask.id, &given).await? {
        Answered::Before(_) => "answered-before",
        Answered::Now(_) => match kind {
            Kind::Offer => "offered",
            Kind::Decline => "declined",
            Kind::Pass => "passed",
        },
    };
    Ok(Redirect::to(&format!("/difficulties/{}?done={done}#answer", found.difficulty.id)).into_response())
}

impl Answering for Kind {
    type Found = Found;

    async fn find(app: &App, ask: AskId) -> Result<Found> {
        actions::find(app, ask).await
    }

    fn whom(found: &Found) -> Option<&Person> {
        found.names.person(found.ask.person_id)
    }

    async fn show(
        self,
        guest: &Guest,
        found: &Found,
        fields: &Fields,
        errors: &[(String, String)],
    ) -> Result<Response> {
        let Found { difficulty, ask, .. } = found;
        let step = match self {
            Self::Offer => Step::Offer,
            Self::Decline => Step::Decline,
            Self::Pass => Step::Pass,
        };
        // From a mail one answers once; stepping back from an offer is done signed in.
        let from_mail = guest.path.starts_with("/answers/");
        let answered = rules::after(ask.state, step).is_none() || (from_mail && ask.answered_at.is_some());
        if answered || !rules::takes_help(difficulty.status) {
            return Ok(pages::already(guest, found).into_response());
        }
        if from_mail && self == Self::Offer {
            return Ok(pages::offer_page(guest, &guest.path, difficulty).into_response());
        }
        let others = match self {
            Self::Pass => actions::others(&guest.app, difficulty).await?,
            _ => Vec::new(),
        };
        let form =
            AnswerForm { kind: self, action: &guest.path, difficulty, others: &others, fields, errors };
        Ok(sent::form(pages::form_page(guest, &form), !errors.is_empty()))
    }

    async fn take(self, guest: &Guest, found: &Found, fields: &Fields) -> Result<Read<()>> {
        let given = match read(guest.lang(), self, fields) {
            Ok(given) => given,
            Err(errors) => return Ok(Err(errors)),
        };
        actions::answer(&guest.app, None, found.ask.id, &given).await?;
        Ok(Ok(()))
    }
}

/// What a form says, or what is wrong with it.
fn read(lang: Lang, kind: Kind, fields: &Fields) -> Read<Answer> {
    let words = fields.text("words");
    match kind {
        Kind::Offer => Ok(Answer::Offer(words.to_owned())),
        Kind::Decline => {
            let known = pages::decline_reasons(lang);
            let reason = known.iter().find(|(word, _)| *word == fields.text("reason"));
            let (_, reason) = reason.ok_or_else(|| wrong("reason", texts::decline_why_missing(lang)))?;
            Ok(Answer::Decline(joined(reason, words)))
        }
        Kind::Pass => {
            let to: Option<Helper> = fields.read("to");
            let typed = if to.is_some() { fields.text("name") } else { first(fields) };
            if to.is_none() && typed.is_empty() {
                return Err(wrong("to", texts::pass_whom_missing(lang)));
            }
            Ok(Answer::Pass { to, words: joined(typed, words) })
        }
    }
}

/// A name that was typed: in its own field, or in the only one.
fn first(fields: &Fields) -> &str {
    let name = fields.text("name");
    if name.is_empty() { fields.text("to") } else { name }
}

fn joined(first: &str, rest: &str) -> String {
    [first, rest].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" — ")
}

fn wrong(field: &str, words: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), words.to_owned())]
}
