//! The page of one's own account.

use dure_tables::{people, sessions, tokens};
use dure_texts::{Lang, accounts as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::forms::{self, Field, Input};
use dure_ui::headings::{nothing, page_head, section, section_with};
use dure_ui::icons::Icon;
use dure_ui::{notices, unfold, words};
use dure_web::Visit;
use dure_web::error::Result;
use maud::{Markup, html};

use super::{Typed, oneself, tokens::LASTING};
use crate::accounts::{device, own_sessions, password, tokens as own_tokens};

/// `/account`
pub async fn account(visit: &Visit, typed: &Typed) -> Result<Markup> {
    let lang = visit.lang();
    let person = oneself(visit).await?;
    let sessions = own_sessions::list(&visit.app, &visit.viewer).await?;
    let tokens = own_tokens::of(&visit.app, visit.viewer.person).await?;
    let fresh = own_sessions::is_fresh(&visit.app, &visit.viewer).await?;
    let body = html! {
        (page_head(texts::account(lang), texts::account_note(lang), nothing()))
        (said(lang, typed))
        (forms::error_summary(texts::please_mend(lang), &typed.errors()))
        (section("profile", texts::profile(lang), profile(lang, &person, typed)))
        (section("mail", texts::mail(lang), mail(lang, &person, typed, fresh)))
        (section("password-section", texts::password(lang), choose_password(lang, &person, typed, fresh)))
        (section_with("sessions", texts::sessions(lang), Some(sessions.len()), nothing(), session_list(visit, &sessions)))
        (section_with("tokens", texts::tokens(lang), Some(tokens.len()), nothing(), token_list(visit, &tokens, typed)))
    };
    Ok(visit.page(texts::account(lang), body))
}

/// What has just been done.
fn said(lang: Lang, typed: &Typed) -> Markup {
    let words = match typed.done.as_str() {
        "welcome" => texts::done_welcome(lang),
        "profile" => texts::done_profile(lang),
        "mail-asked" => texts::done_mail_asked(lang),
        "mail" => texts::done_mail(lang),
        "password" => texts::done_password(lang),
        "session" => texts::done_session(lang),
        "sessions" => texts::done_sessions(lang),
        "token-gone" => texts::done_token_gone(lang),
        _ => return nothing(),
    };
    notices::notice(Tone::Good, html! { p { (words) } })
}

fn profile(lang: Lang, person: &people::Model, typed: &Typed) -> Markup {
    let name =
        Field { name: "name", label: texts::name(lang), error: typed.error("name"), ..Field::default() };
    let title = Field {
        name: "title",
        label: texts::title(lang),
        optional: texts::optional(lang),
        error: typed.error("title"),
        ..Field::default()
    };
    let language = Field {
        name: "lang",
        label: texts::language(lang),
        hint: texts::language_hint(lang),
        ..Field::default()
    };
    let choice =
        |one: &Lang| Choice { value: one.tag().into(), title: one.own_name().into(), note: String::new() };
    let languages: Vec<Choice> = Lang::ALL.iter().map(choice).collect();
    forms::form(
        "/account",
        html! {
            (forms::hidden("version", &person.version.to_string()))
            (forms::input(&name, Input::Text, typed.value("name", &person.name)))
            (forms::input(&title, Input::Text, typed.value("title", &person.title)))
            (choices::radio(&language, Shape::Grid, &languages, Some(typed.value("lang", &person.lang))))
            (forms::foot(buttons::submit(Look::Main, None, texts::save(lang))))
        },
    )
}

fn mail(lang: Lang, person: &people::Model, typed: &Typed, fresh: bool) -> Markup {
    let field = Field {
        name: "email",
        label: texts::new_address(lang),
        hint: texts::new_address_hint(lang),
        error: typed.error("email"),
        ..Field::default()
    };
    let form = forms::form(
        "/account/mail",
        html! {
            (forms::input(&field, Input::Email, typed.value("email", "")))
            (proof(lang, typed, fresh, "mail_password"))
            (forms::foot(buttons::submit(Look::Second, None, texts::send_confirmation(lang))))
        },
    );
    let open = typed.error("email").or(typed.error("mail_password")).is_some();
    html! {
        p { (person.email.as_deref().unwrap_or(texts::no_address(lang))) }
        (unfold::button(Look::Second, Some(Icon::Mail), texts::change_address(lang), open, once_known(lang, person, fresh, "mail_password", form)))
    }
}

fn choose_password(lang: Lang, person: &people::Model, typed: &Typed, fresh: bool) -> Markup {
    let has_one = person.password_hash.is_some();
    let note = if has_one { texts::password_kept(lang) } else { texts::password_none(lang) };
    let words = if has_one { texts::change_password(lang) } else { texts::choose_password(lang) };
    let hint = texts::password_hint(lang, i64::try_from(password::SHORTEST).unwrap_or(i64::MAX));
    let field = Field {
        name: "password",
        label: texts::new_password(lang),
        hint: &hint,
        error: typed.error("password"),
        ..Field::default()
    };
    let form = forms::form(
        "/account/password",
        html! {
            (proof(lang, typed, fresh, "old"))
            (forms::input(&field, Input::NewPassword, ""))
            (forms::foot(buttons::submit(Look::Second, None, words)))
        },
    );
    let open = typed.error("password").or(typed.error("old")).is_some() || typed.done == "welcome";
    html! {
        p { (note) }
        (unfold::button(Look::Second, Some(Icon::Lock), words, open, once_known(lang, person, fresh, "old", form)))
    }
}

/// The form, where the person can show who they are; else the way to a link that shows it.
fn once_known(lang: Lang, person: &people::Model, fresh: bool, name: &str, form: Markup) -> Markup {
    match &person.email {
        Some(email) if !fresh && person.password_hash.is_none() => html! {
            p id=(name) { (texts::link_needed(lang)) }
            (link_for_proof(email, texts::send_link(lang)))
        },
        Some(email) if !fresh => html! { (form) (link_for_proof(email, texts::link_for_proof(lang))) },
        _ => form,
    }
}

/// The field that asks who one is; not needed just after a mailed link was opened.
fn proof(lang: Lang, typed: &Typed, fresh: bool, name: &'static str) -> Markup {
    if fresh {
        return nothing();
    }
    let field =
        Field { name, label: texts::old_password(lang), error: typed.error(name), ..Field::default() };
    forms::input(&field, Input::Password, "")
}

/// Mails a link that leads back here; who has opened it need not know the old password.
fn link_for_proof(email: &str, words: &str) -> Markup {
    html! {
        form method="post" action="/sign-in/link" {
            (forms::hidden("email", email))
            (forms::hidden("to", "/account"))
            (buttons::submit(Look::Quiet, Some(Icon::Mail), words))
        }
    }
}

fn session_list(visit: &Visit, sessions: &[sessions::Model]) -> Markup {
    let lang = visit.lang();
    let now = visit.app.now();
    html! {
        p class="muted" { (texts::sessions_note(lang)) }
        ul class="rows" {
            @for session in sessions {
                @let here = visit.viewer.session == Some(session.id);
                li class="row" {
                    div class="row-words" {
                        p class="row-title" { (device::words(lang, &session.agent)) }
                        p class="row-note" { (texts::last_seen(lang, words::ago(lang, session.seen_at, now))) }
                    }
                    div class="row-end" {
                        @if here { (badges::badge(Tone::Primary, Some(Icon::Check), texts::this_device(lang))) }
                        @else { (buttons::post(&format!("/account/sessions/{}/end", session.id), Look::Second, Some(Icon::Leave), texts::end_session(lang))) }
                    }
                }
            }
        }
        @if sessions.len() > 1 {
            div class="buttons" { (buttons::post("/account/sessions/end-others", Look::Second, None, texts::end_others(lang))) }
        }
    }
}

fn token_list(visit: &Visit, tokens: &[tokens::Model], typed: &Typed) -> Markup {
    let lang = visit.lang();
    html! {
        p class="muted" { (texts::tokens_note(lang)) " " a href="/api" { (texts::tokens_more(lang)) } }
        @if let Some(token) = &typed.token { (new_token(lang, token)) }
        @if !tokens.is_empty() {
            ul class="rows" { @for token in tokens { (token_row(visit, token)) } }
        }
        (unfold::button(Look::Second, Some(Icon::Plus), texts::make_token(lang), typed.error("token_name").is_some(), token_form(lang, typed)))
    }
}

fn new_token(lang: Lang, token: &str) -> Markup {
    notices::notice(
        Tone::Good,
        html! {
            p { b { (texts::token_made(lang)) } }
            p { code { (token) } }
            (buttons::copy(token, texts::copy(lang), texts::copied(lang)))
        },
    )
}

fn token_row(visit: &Visit, token: &tokens::Model) -> Markup {
    let lang = visit.lang();
    let now = visit.app.now();
    let used = token.used_at.map_or_else(
        || texts::token_unused(lang).to_owned(),
        |at| texts::last_used(lang, words::ago(lang, at, now)),
    );
    let over = token.expires_at.is_some_and(|until| until <= now);
    html! {
        li class="row" {
            div class="row-words" {
                p class="row-title" { (token.name) }
                p class="row-note" {
                    (used)
                    @if let Some(until) = token.expires_at { " · " (texts::until(lang, words::date(lang, until.day()))) }
                }
            }
            div class="row-end" {
                @if over { (badges::badge(Tone::Line, None, texts::token_over(lang))) }
                (buttons::post(&format!("/account/tokens/{}/revoke", token.id), Look::Second, Some(Icon::Delete), texts::revoke(lang)))
            }
        }
    }
}

fn token_form(lang: Lang, typed: &Typed) -> Markup {
    let name = Field {
        name: "token_name",
        label: texts::token_name(lang),
        hint: texts::token_name_hint(lang),
        error: typed.error("token_name"),
        ..Field::default()
    };
    let days = Field { name: "days", label: texts::token_days(lang), ..Field::default() };
    let options: Vec<(String, String)> =
        LASTING.iter().map(|days| (days.to_string(), texts::in_days(lang, *days))).collect();
    forms::form(
        "/account/tokens",
        html! {
            (forms::input(&name, Input::Text, typed.value("token_name", "")))
            (forms::select(&days, &options, typed.value("days", "90")))
            (forms::foot(buttons::submit(Look::Second, None, texts::make_token(lang))))
        },
    )
}
