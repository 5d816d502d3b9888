//! Ways into the studio from other pages, for those who may use it.

use dure_domain::{FirmId, GroupId};
use dure_people::groups::access as group_access;
use dure_tables::groups;
use dure_texts::formation as texts;
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{headings, unfold};
use dure_web::Visit;
use maud::Markup;
use maud::html;

use super::access;

fn may_use(visit: &Visit) -> bool {
    access::SEE.admit(Some(&visit.viewer)).is_ok()
}

/// The address at which a meeting of a group is seated, without those who cannot come.
pub fn tables_of(group: GroupId, absent: impl IntoIterator<Item = FirmId>) -> String {
    let absent: String = absent.into_iter().map(|firm| format!("&absent={firm}")).collect();
    format!("/formation/tables?group={group}{absent}")
}

/// Into the studio.
pub fn entrance(visit: &Visit) -> Markup {
    if may_use(visit) {
        buttons::link(Look::Second, "/formation", Some(Icon::Studio), texts::title(visit.lang()))
    } else {
        headings::nothing()
    }
}

/// Which group a firm would fit into.
pub fn of_firm(visit: &Visit, firm: FirmId) -> Markup {
    let href = format!("/formation/join?firm={firm}");
    if may_use(visit) {
        buttons::link(Look::Second, &href, Some(Icon::Studio), texts::find_group(visit.lang()))
    } else {
        headings::nothing()
    }
}

/// What can be done with a group: recruiting, dividing, seating.
pub fn of_group(visit: &Visit, group: &groups::Model) -> Markup {
    let lang = visit.lang();
    if !access::TEND.allows(&visit.viewer, &group_access::thing(group)) {
        return headings::nothing();
    }
    let group = group.id;
    let link = |path: &str, icon, words| {
        buttons::link(Look::Second, &format!("/formation/{path}?group={group}"), Some(icon), words)
    };
    unfold::line(
        texts::group_tools(lang),
        html! {
            div class="buttons" {
                (link("recruit", Icon::Search, texts::find_recruits(lang)))
                (link("split", Icon::Studio, texts::find_subgroups(lang)))
                (link("tables", Icon::Meeting, texts::find_tables(lang)))
            }
        },
    )
}
