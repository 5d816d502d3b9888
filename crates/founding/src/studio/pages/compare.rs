//! Two drafts beside each other.

use dure_domain::DraftId;
use dure_texts::{Lang, formation as texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field};
use dure_ui::tables::{self, Column};
use dure_ui::{headings, notices};
use dure_web::Visit;
use maud::{Markup, html};

use super::{count, crumbs, group_name};
use crate::studio::actions::{Compared, Differing, Listed, Scene};

/// Choosing two drafts.
pub fn choose(visit: &Visit, listed: &Listed, first: Option<DraftId>) -> Markup {
    let lang = visit.lang();
    let options: Vec<(String, String)> =
        listed.drafts.iter().map(|(draft, _)| (draft.id.to_string(), draft.name.clone())).collect();
    let id = |at: usize| listed.drafts.get(at).map(|(draft, _)| draft.id.to_string()).unwrap_or_default();
    let a = first.map_or_else(|| id(0), |id| id.to_string());
    let b = if id(0) == a { id(1) } else { id(0) };
    let field = |name, label| Field { name, label, filter: true, ..Field::default() };
    let body = html! {
        (crumbs(lang, None))
        (headings::page_head(texts::compare(lang), texts::compare_note(lang), headings::nothing()))
        @if listed.drafts.len() < 2 {
            (notices::notice(Tone::Info, html! { p { (texts::compare_few(lang)) } }))
        } @else {
            form class="form" method="get" action="/formation/compare" {
                (forms::select(&field("a", texts::draft_one(lang)), &options, &a))
                (forms::select(&field("b", texts::draft_other(lang)), &options, &b))
                (forms::foot(buttons::submit(Look::Main, None, texts::compare(lang))))
            }
        }
    };
    visit.page(texts::compare(lang), body)
}

/// Both: figures, and who is elsewhere.
pub fn page(visit: &Visit, compared: &Compared) -> Markup {
    let lang = visit.lang();
    let [one, other] = [&*compared.scenes[0], &*compared.scenes[1]];
    let body = html! {
        (crumbs(lang, None))
        (headings::page_head(texts::compare(lang), "", headings::nothing()))
        (headings::section("figures", texts::figures(lang), figures(lang, one, other)))
        (headings::section_with("differing", texts::differing(lang), Some(compared.differing.len()), headings::nothing(), differing(lang, compared)))
    };
    visit.page(texts::compare(lang), body)
}

fn link(scene: &Scene) -> Markup {
    html! { a href={ "/formation/" (scene.draft().id) } { (scene.draft().name) } }
}

fn figures(lang: Lang, one: &Scene, other: &Scene) -> Markup {
    let widest = |scene: &Scene| {
        let km = scene.account.groups.iter().filter_map(|group| group.widest_km).fold(0.0, f64::max);
        texts::km(lang, crate::studio::words::km(km))
    };
    type Figure<'a> = (&'static str, &'a dyn Fn(&Scene) -> String);
    let rows: [Figure<'_>; 6] = [
        (texts::column_groups(lang), &|scene| scene.account.groups.len().to_string()),
        (texts::column_placed(lang), &|scene| scene.account.placed.to_string()),
        (texts::column_left(lang), &|scene| scene.account.left_out.len().to_string()),
        (texts::column_worth(lang), &|scene| texts::number(lang, scene.account.worth)),
        (texts::column_widest(lang), &widest),
        (texts::column_faults(lang), &|scene| scene.faults.len().to_string()),
    ];
    let columns = [
        Column::words(texts::figure(lang)),
        Column::number(one.draft().name.clone()),
        Column::number(other.draft().name.clone()),
    ];
    let rows: Vec<Vec<Markup>> = rows
        .into_iter()
        .map(|(label, of)| vec![html! { (label) }, html! { (of(one)) }, html! { (of(other)) }])
        .collect();
    html! {
        p { (link(one)) " · " (link(other)) }
        (tables::table("figures-table", texts::figures(lang), &columns, &rows))
    }
}

fn differing(lang: Lang, compared: &Compared) -> Markup {
    if compared.differing.is_empty() {
        return notices::notice(Tone::Good, html! { p { (texts::no_difference(lang)) } });
    }
    let [one, other] = [&*compared.scenes[0], &*compared.scenes[1]];
    let columns = [
        Column::words(dure_texts::words::firm(lang)),
        Column::words(one.draft().name.clone()),
        Column::words(other.draft().name.clone()),
    ];
    let row = |differing: &Differing| {
        let firm = html! { a href={ "/firms/" (differing.firm) } { (differing.name) } };
        vec![firm, seat(lang, one, differing.seats[0]), seat(lang, other, differing.seats[1])]
    };
    let rows: Vec<Vec<Markup>> = compared.differing.iter().map(row).collect();
    html! {
        p class="muted small" { (texts::differing_note(lang, count(compared.same.len()))) }
        (tables::table("differing-table", texts::differing(lang), &columns, &rows))
    }
}

fn seat(lang: Lang, scene: &Scene, seat: Option<Option<u32>>) -> Markup {
    html! {
        @match seat {
            Some(Some(group)) => { (group_name(lang, scene, group)) }
            Some(None) => { (texts::left_out(lang)) }
            None => { span class="muted" { (texts::not_in_draft(lang)) } }
        }
    }
}
