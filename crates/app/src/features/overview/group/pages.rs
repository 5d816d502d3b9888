//! A group's front page: the next meeting, then doors that tell their state, then who leads it.

use dure_domain::GroupId;
use dure_founding::studio;
use dure_people::groups::actions::Portrait;
use dure_people::groups::pieces;
use dure_texts::{Lang, forms as form_texts, groups as texts, shell};
use dure_ui::icons::Icon;
use dure_ui::{headings, rows, unfold, words};
use dure_web::Visit;
use maud::{Markup, html};

/// The page; `meetings` are those to come, `own` the viewer's other groups.
pub fn page(
    visit: &Visit,
    portrait: &Portrait,
    own: &[(GroupId, String)],
    meetings: Markup,
    done: &str,
) -> Markup {
    let lang = visit.lang();
    let group = &portrait.group;
    let body = html! {
        @if !portrait.is_own {
            (headings::crumbs(form_texts::way(lang), &[("/groups".into(), texts::title(lang).into())]))
        }
        (headings::page_head(&group.name, &facts(lang, portrait), pieces::acts(lang, portrait)))
        (switch(lang, own))
        (pieces::done_notice(lang, done))
        (headings::columns(
            html! { (meetings) (doors(lang, portrait)) (studio::of_group(visit, group)) (pieces::charter(lang, portrait)) },
            texts::side(lang),
            html! { (pieces::offices(lang, portrait)) (pieces::facts(lang, portrait)) },
        ))
    };
    visit.page(&group.name, body)
}

/// 회원 17곳 · 원주 · 매월 둘째 화요일
fn facts(lang: Lang, portrait: &Portrait) -> String {
    let place = words::place_of(portrait.group.place_code).map(|place| words::place(lang, place).to_owned());
    let rhythm = Some(portrait.group.rhythm.trim().to_owned()).filter(|words| !words.is_empty());
    let members = texts::members_of(lang, portrait.roster.members.len());
    [Some(members), place, rhythm].into_iter().flatten().collect::<Vec<String>>().join(" · ")
}

/// The way to the viewer's other groups, for those who have some.
fn switch(lang: Lang, own: &[(GroupId, String)]) -> Markup {
    if own.is_empty() {
        return headings::nothing();
    }
    unfold::plain(
        texts::other_own(lang),
        html! {
            ul class="stack" { @for (id, name) in own { li { a href={ "/groups/" (id) } { (name) } } } }
        },
    )
}

fn doors(lang: Lang, portrait: &Portrait) -> Markup {
    let id = portrait.group.id;
    let hrefs = [format!("/groups/{id}/members"), format!("/groups/{id}/network")];
    let door = |at: usize, icon: Icon, title, end| rows::Row {
        href: &hrefs[at],
        title,
        note: headings::nothing(),
        before: html! { (icon) },
        end,
    };
    let count =
        html! { span class="row-state" { (texts::firms(lang, portrait.roster.members.len())) (Icon::Next) } };
    rows::rows(&[
        door(0, Icon::Firm, shell::menu_members(lang), count),
        door(1, Icon::Network, texts::network(lang), headings::nothing()),
    ])
}
