//! A draft: what it comes to, the map, the groups, and who is left out.

use dure_domain::DraftState;
use dure_pool::GroupAccount;
use dure_texts::{Lang, formation as texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords};
use dure_ui::{forms, headings, notices, unfold, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::{count, crumbs, group, keeping, left, map, pool, speaking, state, summary, wishes};
use crate::foundings::state as founding_state;
use crate::studio::actions::Scene;

/// Groups on a page of the list.
pub const GROUPS_PER_PAGE: usize = 24;
/// Firms left out that are listed on a page.
pub const LEFT_PER_PAGE: usize = 100;

/// `GET /formation/{id}`
pub fn page(visit: &Visit, scene: &Scene, page: u64, notice: &Markup) -> Markup {
    let lang = visit.lang();
    let page = turned(scene, page);
    let draft = scene.draft();
    let subtitle =
        texts::made_by_pool(lang, pool(lang, draft), words::ago(lang, draft.made_at, visit.app.now()));
    let body = html! {
        (crumbs(lang, None))
        (headings::page_head_below(state(lang, draft), &draft.name, &subtitle, acts(lang, scene)))
        (notice)
        @if draft.state == DraftState::Failed {
            (notices::alert(texts::failed(lang), html! { p { (texts::failed_do(lang)) } }))
        }
        (published(lang, scene))
        (summary::card(lang, scene))
        (troubles(lang, scene))
        @if scene.account.groups.is_empty() {
            (notices::empty(Icon::Group, texts::no_groups(lang), texts::no_groups_do(lang), headings::nothing()))
        } @else {
            (headings::section("map-head", texts::map(lang), map::figure(lang, scene, listed(scene, page))))
        }
        (studio(lang, scene, page))
        (wishes::section(lang, scene))
        (keeping::section(lang, scene))
    };
    visit.page(&draft.name, body)
}

fn acts(lang: Lang, scene: &Scene) -> Markup {
    let draft = scene.draft();
    let here = format!("/formation/{}", draft.id);
    let again = if draft.solved_at.is_some() { texts::solve_again(lang) } else { texts::solve(lang) };
    html! {
        @if scene.is_open() {
            form method="post" action={ (here) "/solve" } {
                (forms::hidden("version", &draft.version.to_string()))
                (buttons::submit(Look::Main, Some(Icon::Group), again))
            }
            @if !scene.account.groups.is_empty() {
                (buttons::link(Look::Second, &format!("{here}/publish"), Some(Icon::Send), texts::publish(lang)))
            }
            (buttons::link(Look::Second, &format!("{here}/rules"), Some(Icon::Settings), texts::change_rules(lang)))
        }
    }
}

/// What became of a draft that was put to the firms.
fn published(lang: Lang, scene: &Scene) -> Markup {
    let foundings = &scene.contents.foundings;
    if foundings.is_empty() {
        return headings::nothing();
    }
    let list = html! {
        ul class="rows" {
            @for (id, name, state) in foundings {
                li class="row" {
                    div class="row-words" { p class="row-title" { a href={ "/foundings/" (id) } { (name) } } }
                    div class="row-end" { (founding_state(lang, *state)) }
                }
            }
        }
    };
    headings::section_with(
        "published",
        texts::published(lang),
        Some(foundings.len()),
        headings::more("/foundings", texts::to_foundings(lang)),
        list,
    )
}

fn troubles(lang: Lang, scene: &Scene) -> Markup {
    let lines: Vec<String> = speaking(lang, scene, |namer| {
        scene.posed.troubles.iter().filter_map(|trouble| namer.trouble(trouble)).collect()
    });
    if lines.is_empty() {
        return headings::nothing();
    }
    let list = html! { ul class="list" { @for line in &lines { li { (line) } } } };
    match lines.len() {
        ..=3 => notices::notice(Tone::Warn, list),
        more => unfold::line(&texts::troubles(lang, count(more)), list),
    }
}

fn last_page(scene: &Scene) -> usize {
    let account = &scene.account;
    let groups = account.groups.len().div_ceil(GROUPS_PER_PAGE);
    groups.max(account.left_out.len().div_ceil(LEFT_PER_PAGE)).max(1)
}

/// The page that is meant, if there is one of that number.
fn turned(scene: &Scene, page: u64) -> usize {
    usize::try_from(page).unwrap_or(usize::MAX).clamp(1, last_page(scene))
}

/// The groups on a page.
fn listed(scene: &Scene, page: usize) -> &[GroupAccount] {
    let groups = &scene.account.groups;
    let from = ((page - 1) * GROUPS_PER_PAGE).min(groups.len());
    &groups[from..(from + GROUPS_PER_PAGE).min(groups.len())]
}

/// Groups and those left out, in one form: firms are ticked and moved, locked or taken out together.
fn studio(lang: Lang, scene: &Scene, page: usize) -> Markup {
    let draft = scene.draft();
    let here = format!("/formation/{}", draft.id);
    let groups = &scene.account.groups;
    let faults = scene.faults_by_group();
    html! {
        form class="stack stack-wide" method="post" action={ (here) "/move" } data-studio {
            (forms::hidden("version", &draft.version.to_string()))
            (forms::hidden("page", &page.to_string()))
            @if !groups.is_empty() {
                (headings::section_with("groups", texts::column_groups(lang), Some(groups.len()), headings::nothing(), html! {
                    div class="studio-groups" {
                        @for group in listed(scene, page) {
                            (group::card(lang, scene, group, faults.get(&group.number).map(Vec::as_slice).unwrap_or_default()))
                        }
                    }
                }))
            }
            (emptied(lang, scene))
            (left::section(lang, scene, page))
            @if scene.is_open() { (tools(lang, scene)) }
        }
        (pager::pager(
            &PagerWords { label: texts::pages(lang), before: texts::page_before(lang), after: texts::page_after(lang) },
            page as u64,
            last_page(scene) as u64,
            |page| format!("{here}?page={page}#groups"),
        ))
    }
}

/// Existing groups that would have nobody left.
fn emptied(lang: Lang, scene: &Scene) -> Markup {
    let has =
        |number: i32| scene.account.groups.iter().any(|group| i64::from(group.number) == i64::from(number));
    let empty = scene.contents.groups.values().filter(|group| group.group_id.is_some() && !has(group.number));
    let names: Vec<&str> = empty.map(|group| group.name.as_str()).collect();
    if names.is_empty() {
        headings::nothing()
    } else {
        notices::notice(Tone::Warn, html! { p { (texts::emptied(lang, names.join(", "))) } })
    }
}

/// What is done with the firms that are ticked; stays in view.
fn tools(lang: Lang, scene: &Scene) -> Markup {
    html! {
        div class="studio-tools no-print" role="group" aria-label=(texts::tools(lang)) {
            label for="to" { (texts::move_to(lang)) }
            select class="input" id="to" name="to" {
                @for number in scene.contents.groups.keys().filter_map(|number| u32::try_from(*number).ok()) {
                    option value=(number) { (group::name(lang, scene, number)) }
                }
                option value="new" { (texts::to_new(lang)) }
                option value="out" { (texts::to_out(lang)) }
            }
            button class="button" name="act" value="move" { (texts::do_move(lang)) }
            button class="button button-second" name="act" value="lock" { (Icon::Lock) (texts::do_lock(lang)) }
            button class="button button-second" name="act" value="unlock" { (texts::do_unlock(lang)) }
            button class="button button-quiet" name="act" value="take-out" { (texts::do_take_out(lang)) }
        }
    }
}
