//! `/foundings/{id}/recruits`: whom to recruit.

use dure_domain::FirmId;
use dure_texts::{Lang, forms as form_texts, foundings as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{badges, cards, forms, headings, narrowing, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::prospect::gift_words;
use super::{count, firm_link, firm_note};
use crate::foundings::actions::{FirmLine, Picked, Recruit, Recruiting};

/// The page.
pub fn recruits(visit: &Visit, recruiting: &Recruiting, picked: &Picked) -> Markup {
    let lang = visit.lang();
    let founding = &recruiting.founding;
    let page = format!("/foundings/{}", founding.id);
    let action = format!("{page}/recruits");
    let subtitle = match recruiting.missing {
        0 => texts::recruits_note(lang).to_owned(),
        missing => texts::recruits_missing(lang, count(missing)),
    };
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(page.clone(), founding.name.clone())]))
        (headings::page_head(texts::whom_to_recruit(lang), &subtitle, headings::nothing()))
        (industries(lang, recruiting))
        (headings::section_with("recruits", texts::recruits(lang), Some(recruiting.recruits.len()), headings::nothing(), suggested(lang, recruiting)))
        (headings::section("others", texts::other_firm(lang), html! {
            (forms::filters(&action, texts::other_firm(lang), html! {
                (narrowing::words("q", texts::search_firms(lang), &picked.typed))
                (buttons::submit(Look::Second, Some(Icon::Search), form_texts::find(lang)))
            }))
            @if !picked.typed.is_empty() && picked.offered.is_empty() { p class="muted" { (texts::no_firm_found(lang)) } }
            @if !picked.offered.is_empty() { (cards::grid(&picked.offered.iter().map(|line| offered(lang, &page, line)).collect::<Vec<_>>())) }
        }))
    };
    visit.page(texts::whom_to_recruit(lang), body)
}

fn industries(lang: Lang, recruiting: &Recruiting) -> Markup {
    let names: Vec<&str> =
        recruiting.industries.iter().filter_map(|code| words::industry(lang, code)).collect();
    if names.is_empty() {
        return headings::nothing();
    }
    headings::section(
        "industries",
        texts::industries_that_help(lang),
        cards::card(html! { p { (names.join(" · ")) } }),
    )
}

fn suggested(lang: Lang, recruiting: &Recruiting) -> Markup {
    if recruiting.recruits.is_empty() {
        let note = texts::no_recruits_note(lang, count(recruiting.pool));
        return notices::empty(Icon::Firm, texts::no_recruits(lang), &note, headings::nothing());
    }
    let cards: Vec<Markup> = recruiting.recruits.iter().map(|one| recruit(lang, recruiting, one)).collect();
    cards::grid(&cards)
}

fn recruit(lang: Lang, recruiting: &Recruiting, one: &Recruit) -> Markup {
    let name = |id: FirmId| {
        if id == one.firm.id {
            one.firm.name.clone()
        } else {
            recruiting.members.get(&id).cloned().unwrap_or_default()
        }
    };
    cards::card(html! {
        (cards::who(badges::firm_mark(&one.firm.name), firm_link(&one.firm), &firm_note(lang, &one.firm)))
        @if one.gifts.is_empty() { p class="muted small" { (texts::no_gifts(lang)) } }
        @else { ul class="list small" { @for gift in &one.gifts { li { (gift_words(lang, gift, &name)) } } } }
        (invite(lang, &format!("/foundings/{}", recruiting.founding.id), one.firm.id))
    })
}

fn offered(lang: Lang, page: &str, line: &FirmLine) -> Markup {
    cards::card(html! {
        (cards::who(badges::firm_mark(&line.firm.name), firm_link(&line.firm), &firm_note(lang, &line.firm)))
        @if !line.groups.is_empty() { p class="muted small" { (texts::member_of(lang, line.groups.join(", "))) } }
        (invite(lang, page, line.firm.id))
    })
}

fn invite(lang: Lang, page: &str, firm: FirmId) -> Markup {
    html! {
        form method="post" action={ (page) "/invite" } {
            (forms::hidden("firm", &firm.to_string()))
            (buttons::submit(Look::Second, Some(Icon::Mail), texts::invite(lang)))
        }
    }
}
