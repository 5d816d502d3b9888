//! Ways into the studio from other pages, for those who may use it.

use dure_domain::{FirmId, GroupId};
use dure_texts::formation as texts;
use maud::Markup;
use maud::html;

use super::access;
use crate::shell::Visit;
use crate::ui::buttons::{self, Look};
use crate::ui::icons::Icon;
use crate::ui::{headings, unfold};

fn may_use(visit: &Visit) -> bool {
    access::SEE.admit(Some(&visit.viewer)).is_ok()
}

/// Into the studio.
pub fn entrance(visit: &Visit) -> Markup {
    match may_use(visit) {
        true => buttons::link(Look::Second, "/formation", Some(Icon::Studio), texts::title(visit.lang())),
        false => headings::nothing(),
    }
}

/// Which group a firm would fit into.
pub fn of_firm(visit: &Visit, firm: FirmId) -> Markup {
    let href = format!("/formation/join?firm={firm}");
    match may_use(visit) {
        true => buttons::link(Look::Second, &href, Some(Icon::Studio), texts::find_group(visit.lang())),
        false => headings::nothing(),
    }
}

/// What can be done with a group: recruiting, dividing, seating.
pub fn of_group(visit: &Visit, group: GroupId) -> Markup {
    let lang = visit.lang();
    if !may_use(visit) {
        return headings::nothing();
    }
    let link = |path: &str, icon, words| {
        buttons::link(Look::Second, &format!("/formation/{path}?group={group}"), Some(icon), words)
    };
    unfold::line(
        texts::title(lang),
        html! {
            div class="buttons" {
                (link("recruit", Icon::Search, texts::find_recruits(lang)))
                (link("split", Icon::Studio, texts::find_subgroups(lang)))
                (link("tables", Icon::Meeting, texts::find_tables(lang)))
            }
        },
    )
}
