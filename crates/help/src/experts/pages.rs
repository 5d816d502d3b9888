//! Pages of experts.

use dure_domain::{ExpertId, PersonId};
use dure_texts::{Lang, experts as texts, forms as form_texts};
use dure_ui::address::with_query;
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Input};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords};
use dure_ui::places::{self, Whole};
use dure_ui::{contacts, headings, narrowing, notices, rows, unfold, words};
use dure_web::Visit;
use dure_web::faults::Faults;
use maud::{Markup, html};

use super::rules::ExpertForm;
use crate::experts::actions::{Expert, Listed, PER_PAGE, Portrait};

/// `/experts`
pub fn list(visit: &Visit, typed: &str, page: u64, listed: &Listed) -> Markup {
    let lang = visit.lang();
    let body = html! {
        (headings::page_head(texts::title(lang), texts::note(lang), headings::nothing()))
        (forms::filters("/experts", texts::search(lang), html! {
            (narrowing::words("q", texts::words(lang), typed))
            (buttons::submit(Look::Main, Some(Icon::Search), form_texts::find(lang)))
        }))
        (results(lang, typed, page, listed))
    };
    visit.page(texts::title(lang), body)
}

fn results(lang: Lang, typed: &str, page: u64, listed: &Listed) -> Markup {
    if !typed.trim().is_empty() && !listed.ready {
        return notices::notice(Tone::Info, html! { p { (texts::not_ready(lang)) } });
    }
    if listed.experts.is_empty() {
        let (title, note) = match typed.trim() {
            "" => (texts::none_yet(lang), texts::none_yet_note(lang)),
            _ => (texts::none_found(lang), texts::none_found_note(lang)),
        };
        return notices::empty(Icon::Expert, title, note, headings::nothing());
    }
    let cards: Vec<Markup> = listed.experts.iter().map(|expert| one(lang, expert)).collect();
    let href = |page: u64| with_query("/experts", &[("q", typed), ("page", &page.to_string())]);
    html! {
        h2 class="unseen" { (texts::title(lang)) }
        p class="muted" role="status" { (dure_texts::words::people(lang, listed.total)) }
        (cards::grid(&cards))
        (pager::pager(&PagerWords::of(lang), page, listed.total.div_ceil(PER_PAGE), href))
    }
}

fn one(lang: Lang, (profile, person): &Expert) -> Markup {
    let place = words::place_of(profile.place_code).map(|place| words::place(lang, place).to_owned());
    let lines: Vec<(Icon, String)> = place.into_iter().map(|place| (Icon::Place, place)).collect();
    cards::link_card(LinkCard {
        href: &format!("/experts/{}", profile.id),
        title: &person.name,
        top: badges::badge(Tone::Primary, Some(Icon::Expert), &profile.field),
        body: html! { (cards::excerpt(&profile.body)) @if !lines.is_empty() { (cards::statline(&lines)) } },
        foot: headings::nothing(),
        waiting: false,
    })
}

/// `/experts/{id}`
pub fn show(visit: &Visit, portrait: &Portrait, done: &str) -> Markup {
    let lang = visit.lang();
    let (profile, person) = &portrait.expert;
    let acts = html! {
        @if portrait.may_edit {
            (buttons::link(Look::Second, &format!("/experts/{}/edit", profile.id), Some(Icon::Edit), form_texts::edit(lang)))
        }
        @if visit.viewer.person != person.id {
            (buttons::link(Look::Main, &format!("/difficulties/new?ask=expert:{}", profile.id), Some(Icon::Send), texts::ask(lang)))
        }
    };
    let place = words::place_of(profile.place_code).map(|place| words::place_in_full(lang, place));
    let above = html! {
        (badges::badge(Tone::Primary, Some(Icon::Expert), &profile.field))
        @if let Some(place) = place { (badges::badge(Tone::Line, Some(Icon::Place), &place)) }
    };
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[("/experts".into(), texts::title(lang).into())]))
        (headings::page_head_below(above, &person.name, &person.title, acts))
        @if done == "saved" { (notices::notice(Tone::Good, html! { p { (form_texts::saved(lang)) } })) }
        (headings::columns(
            html! {
                (headings::section("knows", texts::knows(lang), cards::card(cards::prose(&profile.body))))
                (cases(lang, portrait))
            },
            texts::contact(lang),
            contact(lang, portrait),
        ))
    };
    visit.page(&person.name, body)
}

fn contact(lang: Lang, portrait: &Portrait) -> Markup {
    let person = &portrait.expert.1;
    let page = format!("/people/{}", person.id);
    let mut facts = vec![(form_texts::name(lang).to_owned(), html! { a href=(page) { (person.name) } })];
    facts.extend(contacts::facts(lang, &person.phone, person.email.as_deref()));
    headings::section("contact", texts::contact(lang), cards::card(cards::facts(&facts)))
}

fn cases(lang: Lang, portrait: &Portrait) -> Markup {
    if portrait.cases.is_empty() {
        return headings::nothing();
    }
    let hrefs: Vec<String> = portrait.cases.iter().map(|row| format!("/knowledge/{}", row.id)).collect();
    let list: Vec<rows::Row<'_>> = portrait
        .cases
        .iter()
        .zip(&hrefs)
        .map(|(row, href)| rows::Row {
            href,
            title: &row.title,
            note: html! { (words::need(lang, row.need)) },
            before: html! { (Icon::Knowledge) },
            end: headings::nothing(),
        })
        .collect();
    headings::section_with(
        "cases",
        texts::cases(lang),
        Some(list.len()),
        headings::nothing(),
        rows::rows(&list),
    )
}

/// The form of a profile; `id` is none for a new one, `stored` what somebody else has written.
pub fn form(
    visit: &Visit,
    id: Option<ExpertId>,
    person: PersonId,
    name: &str,
    form: &ExpertForm,
    faults: &Faults,
    stored: Option<&ExpertForm>,
) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let (action, back) = match id {
        Some(id) => (format!("/experts/{id}/edit"), format!("/experts/{id}")),
        None => (format!("/people/{person}/expert"), format!("/people/{person}")),
    };
    let stamp = &stored.unwrap_or(form).stamp;
    let title = texts::edit_title(lang, name);
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(back.clone(), name.to_owned())]))
        (headings::page_head(&title, texts::edit_note(lang), headings::nothing()))
        (faulty.summary())
        @if let Some(stored) = stored { (overtaken(lang, form, stored)) }
        (forms::form(&action, html! {
            (forms::hidden("stamp", stamp))
            (forms::input(&faulty.needed("field", texts::field(lang), texts::field_hint(lang)), Input::Text, &form.field))
            (forms::textarea(&faulty.needed("body", texts::knows(lang), texts::knows_hint(lang)), &form.body))
            (places::chooser(&faulty, Whole::Not, dure_texts::words::place(lang), "", form_texts::nothing(lang), &form.place_code))
            (forms::foot(html! {
                (buttons::submit(Look::Main, None, form_texts::save(lang)))
                (buttons::link(Look::Quiet, &back, None, form_texts::cancel(lang)))
            }))
        }))
        @if let Some(id) = id { (withdrawing(lang, id, stamp)) }
    };
    visit.page(&title, body)
}

fn withdrawing(lang: Lang, id: ExpertId, stamp: &str) -> Markup {
    unfold::line(
        texts::withdraw(lang),
        html! {
            form class="stack" method="post" action={ "/experts/" (id) "/remove" } {
                p { (texts::withdraw_note(lang)) }
                (forms::hidden("stamp", stamp))
                (buttons::submit(Look::Second, None, texts::withdraw(lang)))
            }
        },
    )
}

fn overtaken(lang: Lang, form: &ExpertForm, stored: &ExpertForm) -> Markup {
    let fields = [
        (texts::field(lang), form.field.as_str(), stored.field.as_str()),
        (texts::knows(lang), form.body.as_str(), stored.body.as_str()),
    ];
    dure_ui::overtaken(lang, &fields)
}
