//! Pages of signing in.

use dure_tables::people;
use dure_texts::{accounts as texts, forms as forms_texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field, Input};
use dure_ui::headings::{crumbs, nothing, page_head};
use dure_ui::icons::Icon;
use dure_ui::{cards, notices, unfold};
use dure_web::names;
use dure_web::paths::{own_path, sign_in as sign_in_address};
use dure_web::{Guest, Visit};
use maud::{Markup, html};

use super::by_link::LASTS_MINUTES;

/// What was typed into a form that came back.
#[derive(Debug, Default)]
pub struct Typed {
    /// Where to go on.
    pub to: String,
    /// The mail address.
    pub email: String,
    /// What was wrong; empty at first.
    pub alert: String,
    /// Whether the form by password was used.
    pub by_password: bool,
}

/// The page with both ways in.
pub fn sign_in(guest: &Guest, typed: &Typed) -> Markup {
    let lang = guest.lang();
    let to = own_path(&typed.to);
    let note = if to == "/" { texts::sign_in_note(lang) } else { texts::sign_in_and_back(lang) };
    let wrong = (!typed.alert.is_empty()).then_some(typed.alert.as_str());
    let email = Field {
        name: "email",
        label: texts::address(lang),
        hint: texts::address_hint(lang),
        error: wrong.filter(|_| !typed.by_password),
        ..Field::default()
    };
    let body = html! {
        (page_head(texts::sign_in(lang), note, nothing()))
        (forms::form("/sign-in/link", html! {
            (forms::hidden("to", to))
            (forms::input(&email, Input::Email, &typed.email))
            (forms::foot(buttons::submit(Look::Main, Some(Icon::Mail), texts::send_link(lang))))
        }))
        (unfold::button(Look::Quiet, None, texts::by_password(lang), typed.by_password, password_form(guest, typed, to)))
        @if guest.app.config.demo {
            (notices::notice(Tone::Info, html! { p { (texts::demo_way(lang)) " " a href="/personas" { (texts::demo_way_link(lang)) } } }))
        }
    };
    guest.page(texts::sign_in(lang), body)
}

fn password_form(guest: &Guest, typed: &Typed, to: &str) -> Markup {
    let lang = guest.lang();
    let alert = (typed.by_password && !typed.alert.is_empty()).then_some(typed.alert.as_str());
    let address = Field { name: "address", label: texts::address(lang), ..Field::default() };
    let password = Field { name: "password", label: texts::password(lang), error: alert, ..Field::default() };
    forms::form(
        "/sign-in",
        html! {
            (forms::hidden("to", to))
            (forms::input(&address, Input::Email, &typed.email))
            (forms::input(&password, Input::Password, ""))
            (forms::foot(buttons::submit(Look::Second, None, texts::sign_in(lang))))
            p class="hint" { (texts::password_forgotten(lang)) }
        },
    )
}

/// After a link was asked for; the same for every address.
pub fn sent(guest: &Guest) -> Markup {
    let lang = guest.lang();
    let body = html! {
        (page_head(texts::sent(lang), &texts::sent_note(lang, LASTS_MINUTES), nothing()))
        ul class="list" {
            li { (texts::sent_spam(lang)) }
            li { (texts::sent_unknown(lang)) }
        }
        div class="buttons" { (buttons::link(Look::Second, &sign_in_address("/"), Some(Icon::Back), texts::sent_again(lang))) }
        @if guest.app.config.demo {
            (notices::notice(Tone::Info, html! { p { (texts::demo_no_mail(lang)) " " a href="/personas" { (texts::demo_way_link(lang)) } } }))
        }
    };
    guest.page(texts::sent(lang), body)
}

/// The page behind the link: one button, pressed by itself where scripts run.
pub fn open_link(guest: &Guest, action: &str, issuer: Option<&people::Model>) -> Markup {
    let lang = guest.lang();
    let body = html! {
        (page_head(texts::open_link(lang), texts::open_link_note(lang), nothing()))
        @if let Some(issuer) = issuer {
            (notices::notice(Tone::Info, html! { p { (texts::issued_by(lang, names::titled(issuer))) } }))
        }
        (forms::at_once(action, buttons::submit(Look::Main, Some(Icon::Forward), texts::sign_in(lang))))
    };
    guest.page(texts::open_link(lang), body)
}

/// The answer that alone shows a link to be handed over.
pub fn handed_out(visit: &Visit, person: &people::Model, link: &str, days: i64) -> Markup {
    let lang = visit.lang();
    let title = texts::by_hand(lang);
    let way = [(format!("/people/{}", person.id), person.name.clone())];
    let body = html! {
        (crumbs(forms_texts::way(lang), &way))
        (page_head(title, &texts::by_hand_note(lang, names::titled(person), days), nothing()))
        (cards::card(html! {
            div class="stack" {
                p class="prose" { code { (link) } }
                (buttons::copy(link, texts::by_hand_copy(lang), texts::by_hand_copied(lang)))
            }
        }))
        p class="muted" { (texts::by_hand_once(lang)) }
    };
    visit.page(title, body)
}
