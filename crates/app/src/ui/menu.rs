//! Where one can go: one list, shown as five tabs on a phone, as a side list on a desk, and whole
//! in the foot of every page.

use dure_domain::Office;
use dure_texts::{Lang, shell as texts};
use maud::{Markup, html};

use super::icons::Icon;
use crate::access::Viewer;

/// A place in the menu.
struct Place {
    path: &'static str,
    icon: Icon,
    words: fn(Lang) -> &'static str,
    /// Whether it is one of the tabs on a phone.
    tab: bool,
    /// Who has a use for it.
    serves: fn(&Viewer) -> bool,
}

const fn place(path: &'static str, icon: Icon, words: fn(Lang) -> &'static str) -> Place {
    Place { path, icon, words, tab: false, serves: everyone }
}

const fn tab(path: &'static str, icon: Icon, words: fn(Lang) -> &'static str) -> Place {
    Place { path, icon, words, tab: true, serves: everyone }
}

/// In the order shown; the tabs first.
static PLACES: &[Place] = &[
    tab("/", Icon::Home, texts::menu_today),
    tab("/difficulties", Icon::Difficulty, texts::menu_difficulties),
    Place {
        path: "/difficulties/new",
        icon: Icon::Plus,
        words: texts::menu_post,
        tab: true,
        serves: may_post,
    },
    tab("/firms", Icon::Firm, texts::menu_firms),
    place("/meetings", Icon::Meeting, texts::menu_meetings),
    place("/groups", Icon::Group, texts::menu_groups),
    Place {
        path: "/foundings",
        icon: Icon::Handshake,
        words: texts::menu_foundings,
        tab: false,
        serves: has_firm_or_leads,
    },
    place("/resources", Icon::Resource, texts::menu_resources),
    place("/experts", Icon::Expert, texts::menu_experts),
    place("/programmes", Icon::Programme, texts::menu_programmes),
    place("/knowledge", Icon::Knowledge, texts::menu_knowledge),
    place("/network", Icon::Network, texts::menu_network),
    place("/ledger", Icon::Give, texts::menu_ledger),
    Place {
        path: "/roster",
        icon: Icon::Upload,
        words: texts::menu_roster,
        tab: false,
        serves: keeps_roster,
    },
    Place {
        path: "/formation",
        icon: Icon::Studio,
        words: texts::menu_formation,
        tab: false,
        serves: keeps_federation,
    },
    Place {
        path: "/federation",
        icon: Icon::Pulse,
        words: texts::menu_federation,
        tab: false,
        serves: leads_federation,
    },
];

fn everyone(_: &Viewer) -> bool {
    true
}

/// Who has a firm to post for, or looks after some.
fn may_post(viewer: &Viewer) -> bool {
    viewer.firm.is_some() || viewer.holds(Office::Secretary) || viewer.holds(Office::Staff)
}

/// Whose firm can be invited to a group, and who founds groups.
fn has_firm_or_leads(viewer: &Viewer) -> bool {
    viewer.firm.is_some() || viewer.holds(Office::Staff)
}

fn keeps_roster(viewer: &Viewer) -> bool {
    [Office::Secretary, Office::Staff, Office::Operator].into_iter().any(|office| viewer.holds(office))
}

fn keeps_federation(viewer: &Viewer) -> bool {
    viewer.holds(Office::Staff)
}

fn leads_federation(viewer: &Viewer) -> bool {
    [Office::Staff, Office::Chair, Office::Official].into_iter().any(|office| viewer.holds(office))
}

fn places(viewer: &Viewer) -> impl Iterator<Item = &'static Place> {
    PLACES.iter().filter(|place| (place.serves)(viewer))
}

/// The place that a path belongs to: the longest that it begins with.
fn here(path: &str) -> Option<&'static str> {
    let path = path.split('?').next().unwrap_or_default();
    let below = |place: &&Place| {
        path == place.path || path.strip_prefix(place.path).is_some_and(|rest| rest.starts_with('/'))
    };
    PLACES.iter().filter(below).max_by_key(|place| place.path.len()).map(|place| place.path)
}

/// Tabs on a phone, a list at the side of a desk.
pub fn side(lang: Lang, viewer: &Viewer, path: &str) -> Markup {
    let here = here(path);
    html! {
        nav class="side" aria-label=(texts::menu(lang)) {
            ul class="side-list" {
                @for place in places(viewer) {
                    li class=[(!place.tab).then_some("side-wide")] {
                        a class="side-link" href=(place.path) aria-current=[(here == Some(place.path)).then_some("page")] {
                            (place.icon) span { ((place.words)(lang)) }
                        }
                    }
                }
                li class="side-phone" { a class="side-link" href="#menu" { (Icon::Menu) span { (texts::menu_whole(lang)) } } }
            }
        }
    }
}

/// Every place, in the foot of the page.
pub fn whole(lang: Lang, viewer: &Viewer) -> Markup {
    html! {
        nav aria-label=(texts::menu_whole(lang)) {
            ul class="foot-menu" {
                @for place in places(viewer) { li { a href=(place.path) { ((place.words)(lang)) } } }
            }
        }
    }
}

/// The person's own pages.
pub fn own(lang: Lang, viewer: &Viewer) -> Markup {
    html! {
        a class="menu-item" href={ "/people/" (viewer.person) } { (Icon::Person) (texts::my_page(lang)) }
        @if let Some(firm) = viewer.firm {
            a class="menu-item" href={ "/firms/" (firm) } { (Icon::Firm) (texts::my_firm(lang)) }
        }
        a class="menu-item" href="/outbox" { (Icon::Mail) (texts::my_mail(lang)) }
        a class="menu-item" href="/account" { (Icon::Settings) (texts::my_account(lang)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_place_is_marked() {
        assert_eq!(here("/"), Some("/"));
        assert_eq!(here("/firms?q=%EC%B2%A0"), Some("/firms"));
        assert_eq!(here("/difficulties/new"), Some("/difficulties/new"));
        assert_eq!(here("/difficulties/7"), Some("/difficulties"));
        assert_eq!(here("/people/7"), None);
    }
}
