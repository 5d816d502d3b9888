//! Where one can go: one list, shown as five tabs on a phone, as a side list on a desk, and whole
//! in the foot of every page. Features bring their places; the order is that of the house.

use dure_texts::{Lang, shell as texts};
use dure_ui::icons::Icon;
use maud::{Markup, html};

use crate::access::Viewer;

/// A place in the menu.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    path: &'static str,
    icon: Icon,
    words: fn(Lang) -> &'static str,
    tab: bool,
    serves: fn(&Viewer) -> bool,
}

impl Place {
    /// A place for everyone.
    pub const fn new(path: &'static str, icon: Icon, words: fn(Lang) -> &'static str) -> Self {
        Self { path, icon, words, tab: false, serves: |_| true }
    }

    /// The same place, as one of the tabs on a phone.
    pub const fn tab(self) -> Self {
        Self { tab: true, ..self }
    }

    /// The same place, for those who have a use for it.
    pub const fn serving(self, serves: fn(&Viewer) -> bool) -> Self {
        Self { serves, ..self }
    }
}

/// The place that a path belongs to: the longest that it begins with.
fn here(places: &[Place], path: &str) -> Option<&'static str> {
    let path = path.split('?').next().unwrap_or_default();
    let below = |place: &&Place| {
        path == place.path || path.strip_prefix(place.path).is_some_and(|rest| rest.starts_with('/'))
    };
    places.iter().filter(below).max_by_key(|place| place.path.len()).map(|place| place.path)
}

fn serving<'a>(places: &'a [Place], viewer: &Viewer) -> impl Iterator<Item = &'a Place> {
    places.iter().filter(|place| (place.serves)(viewer))
}

/// Tabs on a phone, a list at the side of a desk.
pub fn side(lang: Lang, places: &[Place], viewer: &Viewer, path: &str) -> Markup {
    let here = here(places, path);
    html! {
        nav class="side" aria-label=(texts::menu(lang)) {
            ul class="side-list" {
                @for place in serving(places, viewer) {
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
pub fn whole(lang: Lang, places: &[Place], viewer: &Viewer) -> Markup {
    html! {
        nav aria-label=(texts::menu_whole(lang)) {
            ul class="foot-menu" {
                @for place in serving(places, viewer) { li { a href=(place.path) { ((place.words)(lang)) } } }
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
        let places = ["/", "/difficulties", "/difficulties/new", "/firms"]
            .map(|path| Place::new(path, Icon::Home, texts::menu_today));
        let here = |path| here(&places, path);
        assert_eq!(here("/"), Some("/"));
        assert_eq!(here("/firms?q=%EC%B2%A0"), Some("/firms"));
        assert_eq!(here("/difficulties/new"), Some("/difficulties/new"));
        assert_eq!(here("/difficulties/7"), Some("/difficulties"));
        assert_eq!(here("/people/7"), None);
    }
}
