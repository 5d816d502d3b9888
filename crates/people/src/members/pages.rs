//! Pages of people.

use dure_domain::FirmId;
use dure_texts::{Lang, forms as form_texts, members as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::{cards, contacts, headings, notices, rows, unfold, words};
use dure_web::Visit;
use dure_web::faults::Faults;
use maud::{Markup, html};

use super::rules::PersonForm;
use crate::members::actions::Portrait;

/// A person's page.
pub fn show(visit: &Visit, portrait: &Portrait, done: &str) -> Markup {
    let lang = visit.lang();
    let person = &portrait.person;
    let above = html! {
        @if person.left_at.is_some() { (badges::badge(Tone::Warn, Some(Icon::Leave), texts::left(lang))) }
        @for (held, _) in &portrait.ties.offices {
            (badges::badge(Tone::Primary, None, words::office(lang, held.office)))
        }
    };
    let body = html! {
        (way(lang, portrait))
        (headings::page_head_below(above, &person.name, &person.title, acts(lang, portrait)))
        (done_notice(lang, done))
        (headings::columns(
            html! { (contact(lang, portrait)) (standing(lang, portrait)) },
            texts::side(lang),
            html! { (belongs(lang, portrait)) (leaving(lang, portrait)) },
        ))
    };
    visit.page(&person.name, body)
}

fn way(lang: Lang, portrait: &Portrait) -> Markup {
    match &portrait.ties.firm {
        Some(firm) => {
            headings::crumbs(form_texts::way(lang), &[(format!("/firms/{}", firm.id), firm.name.clone())])
        }
        None => headings::nothing(),
    }
}

fn acts(lang: Lang, portrait: &Portrait) -> Markup {
    let id = portrait.person.id;
    html! {
        @if portrait.oneself { (buttons::link(Look::Second, "/account", Some(Icon::Settings), texts::account(lang))) }
        @if portrait.may_introduce {
            (buttons::link(Look::Second, &format!("/people/{id}/expert"), Some(Icon::Expert), texts::introduce(lang)))
        }
        @if portrait.may_invite {
            (buttons::post(&format!("/people/{id}/invitation"), Look::Second, Some(Icon::Mail), texts::invite(lang)))
        }
        @if portrait.may_hand_out {
            (buttons::post(&format!("/people/{id}/invitation/link"), Look::Second, Some(Icon::Copy), texts::hand_out(lang)))
        }
        @if portrait.may_edit {
            (buttons::link(Look::Second, &format!("/people/{id}/edit"), Some(Icon::Edit), form_texts::edit(lang)))
        }
        @if portrait.sees_history {
            (buttons::link(Look::Quiet, &format!("/people/{id}/history"), Some(Icon::Clock), form_texts::history(lang)))
        }
    }
}

fn done_notice(lang: Lang, done: &str) -> Markup {
    let words = match done {
        "saved" => form_texts::saved(lang),
        "added" => texts::done_added(lang),
        "invited" => texts::done_invited(lang),
        "left" => texts::done_left(lang),
        _ => return headings::nothing(),
    };
    notices::notice(Tone::Good, html! { p { (words) } })
}

fn contact(lang: Lang, portrait: &Portrait) -> Markup {
    let person = &portrait.person;
    let facts = contacts::facts(lang, &person.phone, person.email.as_deref());
    let body = if facts.is_empty() {
        html! { p class="muted" { (texts::no_contact(lang)) } }
    } else {
        cards::card(cards::facts(&facts))
    };
    headings::section("contact", texts::contact(lang), body)
}

/// Offices, and the groups in which the person speaks for the firm.
fn standing(lang: Lang, portrait: &Portrait) -> Markup {
    let id = Some(portrait.person.id);
    let mut lines: Vec<(String, String, String, &'static str)> = Vec::new();
    for (held, group) in &portrait.ties.offices {
        let href = held.group_id.map_or_else(|| "/federation".to_owned(), |group| format!("/groups/{group}"));
        let name = group.clone().unwrap_or_else(|| texts::whole_federation(lang).to_owned());
        let since = texts::since(lang, words::date(lang, held.since));
        lines.push((href, name, since, words::office(lang, held.office)));
    }
    for (member, group) in &portrait.ties.memberships {
        let role = match () {
            () if member.delegate_id == id => dure_texts::words::delegate(lang),
            () if member.deputy_id == id => dure_texts::words::deputy(lang),
            () => continue,
        };
        lines.push((format!("/groups/{}", member.group_id), group.clone(), String::new(), role));
    }
    if lines.is_empty() {
        return headings::nothing();
    }
    let list: Vec<rows::Row<'_>> = lines
        .iter()
        .map(|(href, name, since, role)| rows::Row {
            href,
            title: name,
            note: html! { (since) },
            before: html! { (Icon::Group) },
            end: badges::badge(Tone::Line, None, role),
        })
        .collect();
    headings::section("standing", texts::standing(lang), rows::rows(&list))
}

fn belongs(lang: Lang, portrait: &Portrait) -> Markup {
    let mut lines: Vec<(String, String, String, Icon)> = Vec::new();
    if let Some(firm) = &portrait.ties.firm {
        let industry = firm.industry_code.as_deref().and_then(|code| words::industry(lang, code));
        let note = industry.map_or_else(|| firm.industry_text.clone(), str::to_owned);
        lines.push((format!("/firms/{}", firm.id), firm.name.clone(), note, Icon::Firm));
    }
    if let Some(expert) = portrait.ties.expert {
        lines.push((
            format!("/experts/{expert}"),
            texts::expert(lang).to_owned(),
            String::new(),
            Icon::Expert,
        ));
    }
    if lines.is_empty() {
        return headings::nothing();
    }
    let list: Vec<rows::Row<'_>> = lines
        .iter()
        .map(|(href, name, note, icon)| rows::Row {
            href,
            title: name,
            note: html! { (note) },
            before: html! { (icon) },
            end: headings::nothing(),
        })
        .collect();
    headings::section("belongs", texts::belongs(lang), rows::rows(&list))
}

fn leaving(lang: Lang, portrait: &Portrait) -> Markup {
    if !portrait.may_leave {
        return headings::nothing();
    }
    let person = &portrait.person;
    unfold::line(
        texts::leave(lang),
        html! {
            form class="stack" method="post" action={ "/people/" (person.id) "/leave" } {
                p { (texts::leave_note(lang, person.name.as_str())) }
                (forms::hidden("version", &person.version.to_string()))
                (buttons::submit(Look::Danger, None, texts::leave(lang)))
            }
        },
    )
}

/// Whose form it is.
pub enum Place {
    /// Of a person who is there: the page and the name.
    Known(String, String),
    /// Of somebody new in a firm.
    Firm(FirmId, String),
    /// Of somebody new without a firm.
    Outside,
}

/// The form of a person. `address` says whether the mail address may be changed, `stored` is what somebody else has
/// written meanwhile.
pub fn form(
    visit: &Visit,
    place: &Place,
    form: &PersonForm,
    faults: &Faults,
    address: bool,
    stored: Option<&PersonForm>,
) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let (action, back, from, title) = match place {
        Place::Known(page, name) => {
            (format!("{page}/edit"), page.clone(), name.clone(), texts::edit_title(lang, name.as_str()))
        }
        Place::Firm(id, name) => {
            let back = format!("/firms/{id}");
            (format!("{back}/people/new"), back, name.clone(), texts::add(lang).to_owned())
        }
        Place::Outside => {
            let title = texts::add_outside(lang).to_owned();
            (
                "/people/new".to_owned(),
                "/groups".to_owned(),
                dure_texts::groups::title(lang).to_owned(),
                title,
            )
        }
    };
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(back.clone(), from)]))
        (headings::page_head(&title, "", headings::nothing()))
        (faulty.summary())
        @if let Some(stored) = stored { (overtaken(lang, form, stored)) }
        (forms::form(&action, html! {
            (forms::hidden("version", &stored.unwrap_or(form).version))
            (forms::input(&faulty.needed("name", form_texts::name(lang), ""), Input::Text, &form.name))
            (forms::input(&faulty.optional("title", form_texts::title(lang), texts::title_hint(lang)), Input::Text, &form.title))
            (forms::input(&faulty.optional("phone", form_texts::phone(lang), ""), Input::Phone, &form.phone))
            @if address {
                (forms::input(&Field { ..faulty.optional("email", form_texts::email(lang), texts::email_hint(lang)) }, Input::Email, &form.email))
            } @else {
                (forms::hidden("email", &form.email))
                p { b { (form_texts::email(lang)) } " " (form.email) br; span class="muted" { (texts::address_guarded(lang)) } }
            }
            (forms::foot(html! {
                (buttons::submit(Look::Main, None, form_texts::save(lang)))
                (buttons::link(Look::Quiet, &back, None, form_texts::cancel(lang)))
            }))
        }))
    };
    visit.page(&title, body)
}

fn overtaken(lang: Lang, form: &PersonForm, stored: &PersonForm) -> Markup {
    let pairs = [
        (form_texts::name(lang), form.name.as_str(), stored.name.as_str()),
        (form_texts::title(lang), form.title.as_str(), stored.title.as_str()),
        (form_texts::phone(lang), form.phone.as_str(), stored.phone.as_str()),
        (form_texts::email(lang), form.email.as_str(), stored.email.as_str()),
    ];
    dure_ui::overtaken(lang, &pairs)
}
