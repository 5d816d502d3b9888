//! Taking a firm into a group: first it is chosen, then its seat is filled.

use dure_texts::{Lang, forms as form_texts, groups as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Input};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, narrowing, notices, rows, unfold};
use dure_web::Visit;
use dure_web::faults::Faults;
use dure_web::names;
use maud::{Markup, html};

use crate::groups::actions::{Choosing, Seating};

/// Choosing the firm.
pub fn choose(visit: &Visit, choosing: &Choosing, typed: &str) -> Markup {
    let lang = visit.lang();
    let group = &choosing.group;
    let action = format!("/groups/{}/members/new", group.id);
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(format!("/groups/{}", group.id), group.name.clone())]))
        (headings::page_head(texts::take_in(lang), texts::choose_note(lang), headings::nothing()))
        (forms::filters(&action, texts::choose(lang), html! {
            (narrowing::words("q", texts::choose(lang), typed))
            (buttons::submit(Look::Main, Some(Icon::Search), form_texts::find(lang)))
        }))
        (offered(lang, choosing, typed))
    };
    visit.page(texts::take_in(lang), body)
}

fn offered(lang: Lang, choosing: &Choosing, typed: &str) -> Markup {
    let new = buttons::link(Look::Second, "/firms/new", Some(Icon::Plus), texts::new_firm(lang));
    if typed.trim().is_empty() {
        return html! { p class="muted" { (texts::choose_new(lang)) } (new) };
    }
    if choosing.offered.is_empty() {
        return notices::empty(Icon::Firm, texts::none_found(lang), texts::choose_new(lang), new);
    }
    let href = |firm: &dure_domain::FirmId, member: bool| {
        if member {
            format!("/firms/{firm}")
        } else {
            format!("/groups/{}/members/new?firm={firm}", choosing.group.id)
        }
    };
    let hrefs: Vec<String> = choosing.offered.iter().map(|(firm, _, member)| href(firm, *member)).collect();
    let list: Vec<rows::Row<'_>> = choosing
        .offered
        .iter()
        .zip(&hrefs)
        .map(|((_, name, member), href)| rows::Row {
            href,
            title: name,
            note: headings::nothing(),
            before: badges::firm_mark(name),
            end: match member {
                true => badges::badge(Tone::Line, None, texts::member_already(lang)),
                false => headings::nothing(),
            },
        })
        .collect();
    rows::rows(&list)
}

/// The form of a seat.
pub fn seat(visit: &Visit, seating: &Seating, faults: &Faults) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let (group, form) = (&seating.group, &seating.form);
    let back = format!("/groups/{}/members", group.id);
    let act = if seating.new { "new" } else { "edit" };
    let action = format!("/groups/{}/members/{act}", group.id);
    let title = if seating.new {
        texts::take_in_title(lang, seating.firm.name.as_str())
    } else {
        texts::seat_title(lang, seating.firm.name.as_str())
    };
    let people: Vec<(String, String)> =
        std::iter::once((String::new(), form_texts::nothing(lang).to_owned()))
            .chain(seating.people.iter().map(|person| (person.id.to_string(), names::titled(person))))
            .collect();
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(back.clone(), group.name.clone())]))
        (headings::page_head(&title, "", headings::nothing()))
        (faulty.summary())
        @if seating.people.is_empty() { (no_people(lang, seating)) }
        (forms::form(&action, html! {
            (forms::hidden("firm", &form.firm))
            (forms::hidden("membership", &form.membership))
            (forms::hidden("was", &form.was))
            (forms::input(&faulty.optional("slot", texts::slot(lang), texts::slot_hint(lang)), Input::Text, &form.slot))
            (forms::select(&faulty.optional("delegate", dure_texts::words::delegate(lang), texts::delegate_hint(lang)), &people, &form.delegate))
            (forms::select(&faulty.optional("deputy", dure_texts::words::deputy(lang), texts::deputy_hint(lang)), &people, &form.deputy))
            (forms::input(&faulty.optional("joined_on", texts::joined(lang), ""), Input::Day, &form.joined_on))
            (forms::foot(html! {
                (buttons::submit(Look::Main, None, if seating.new { texts::take_in(lang) } else { form_texts::save(lang) }))
                (buttons::link(Look::Quiet, &back, None, form_texts::cancel(lang)))
            }))
        }))
        @if !seating.new { (leaving(lang, seating)) }
    };
    visit.page(&title, body)
}

fn no_people(lang: Lang, seating: &Seating) -> Markup {
    let add = format!("/firms/{}/people/new", seating.firm.id);
    notices::notice(
        Tone::Info,
        html! {
            p { (texts::no_people(lang)) }
            p { a href=(add) { (texts::add_person(lang)) } }
        },
    )
}

fn leaving(lang: Lang, seating: &Seating) -> Markup {
    let name = seating.firm.name.as_str();
    unfold::line(
        texts::see_off(lang),
        html! {
            form class="stack" method="post" action={ "/groups/" (seating.group.id) "/members/leave" } {
                (cards::prose(&texts::see_off_note(lang, name)))
                (forms::hidden("membership", &seating.form.membership))
                (buttons::submit(Look::Danger, None, texts::see_off(lang)))
            }
        },
    )
}
