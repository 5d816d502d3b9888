//! Who is in a group: a line for each firm, to be looked over and called.

use dure_domain::PersonId;
use dure_tables::{firms, memberships, people};
use dure_texts::{Lang, forms as form_texts, groups as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::tables::{self, Column};
use dure_ui::{contacts, headings, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::slot_name;
use crate::groups::actions::Portrait;
use crate::groups::pieces;

/// The page.
pub fn page(visit: &Visit, portrait: &Portrait, done: &str) -> Markup {
    let lang = visit.lang();
    let (group, members) = (&portrait.group, &portrait.roster.members);
    let way = [
        ("/groups".to_owned(), texts::title(lang).to_owned()),
        (format!("/groups/{}", group.id), group.name.clone()),
    ];
    let title = texts::members_of(lang, members.len());
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &way))
        (headings::page_head(&title, &group.name, acts(lang, portrait)))
        (pieces::done_notice(lang, done))
        @if members.is_empty() {
            (notices::empty(Icon::Firm, texts::no_members(lang), texts::no_members_note(lang), headings::nothing()))
        } @else { (lines(lang, portrait)) }
    };
    visit.page(&title, body)
}

fn acts(lang: Lang, portrait: &Portrait) -> Markup {
    let id = portrait.group.id;
    html! {
        @if portrait.may_keep {
            (buttons::link(Look::Main, &format!("/groups/{id}/members/new"), Some(Icon::Plus), texts::take_in(lang)))
        }
        (buttons::link(Look::Second, &format!("/roster/export?format=print&group={id}"), Some(Icon::Print), texts::print(lang)))
    }
}

fn lines(lang: Lang, portrait: &Portrait) -> Markup {
    let mut columns = vec![
        Column::words(dure_texts::words::firm(lang)),
        Column::words(texts::slot(lang)),
        Column::words(dure_texts::words::place(lang)).on_desks(),
        Column::words(dure_texts::words::delegate(lang)),
        Column::words(dure_texts::words::deputy(lang)).on_desks(),
        Column::words(texts::joined(lang)).on_desks(),
        Column::buttons(form_texts::phone(lang)),
    ];
    if portrait.may_keep {
        columns.push(Column::buttons(texts::keep(lang)));
    }
    let members = &portrait.roster.members;
    let rows: Vec<Vec<Markup>> =
        members.iter().map(|(member, firm)| line(lang, portrait, member, firm)).collect();
    tables::dense("members", texts::members(lang), &columns, &rows)
}

fn line(lang: Lang, portrait: &Portrait, member: &memberships::Model, firm: &firms::Model) -> Vec<Markup> {
    let who = |id: Option<PersonId>| id.and_then(|id| portrait.roster.people.get(&id));
    let delegate = who(member.delegate_id);
    let place = words::place_of(firm.place_code).map(|place| words::place(lang, place));
    let mut cells = vec![
        html! { a href={ "/firms/" (firm.id) } { (firm.name) } },
        html! { (member.industry_slot.as_deref().map(|slot| slot_name(lang, slot)).unwrap_or_default()) },
        html! { (place.unwrap_or_default()) },
        person(delegate),
        person(who(member.deputy_id)),
        html! { @if let Some(day) = member.joined_on { (words::date(lang, day)) } },
        html! { @if let Some(one) = delegate { (contacts::call(lang, &format!("{} {}", one.name, one.title), &one.phone)) } },
    ];
    if portrait.may_keep {
        cells.push(html! {
            a class="icon-button" href={ "/groups/" (portrait.group.id) "/members/edit?membership=" (member.id) }
                aria-label=(texts::seat_title(lang, firm.name.as_str())) { (Icon::Edit) }
        });
    }
    cells
}

fn person(who: Option<&people::Model>) -> Markup {
    html! {
        @if let Some(person) = who {
            a href={ "/people/" (person.id) } { (person.name) } " " span class="muted" { (person.title) }
        }
    }
}
