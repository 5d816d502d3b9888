//! Who is to be together and who apart.

use dure_domain::{FirmId, PairWish};
use dure_texts::{Lang, formation as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{forms, headings};
use maud::{Markup, html};

use crate::studio::actions::Scene;

/// Every wish of a draft, each with a way to drop it.
pub fn section(lang: Lang, scene: &Scene) -> Markup {
    let pairs = &scene.contents.pairs;
    if pairs.is_empty() {
        return headings::nothing();
    }
    let name = |firm| scene.number_of(firm).map(|number| scene.firm(number).name.clone()).unwrap_or_default();
    let list = html! {
        ul class="rows" {
            @for pair in pairs {
                li class="row" {
                    div class="row-words" {
                        p class="row-title" {
                            a href={ "/formation/" (scene.draft().id) "/firms/" (pair.firm_id) } {
                                (words(lang, pair.wish, name(pair.firm_id), name(pair.other_id)))
                            }
                        }
                    }
                    @if scene.is_open() {
                        div class="row-end" { (unwish(lang, scene, pair.firm_id, pair.other_id)) }
                    }
                }
            }
        }
    };
    headings::section_with("wishes", texts::wishes(lang), Some(pairs.len()), headings::nothing(), list)
}

/// A wish in words.
pub fn words(lang: Lang, wish: PairWish, one: String, other: String) -> String {
    match wish {
        PairWish::Together => texts::wish_together(lang, one, other),
        PairWish::Apart => texts::wish_apart(lang, one, other),
    }
}

/// The button that drops a wish.
pub fn unwish(lang: Lang, scene: &Scene, firm: FirmId, other: FirmId) -> Markup {
    let draft = scene.draft();
    html! {
        form method="post" action={ "/formation/" (draft.id) "/firms/" (firm) "/unwish" } {
            (forms::hidden("version", &draft.version.to_string()))
            (forms::hidden("other", &other.to_string()))
            (buttons::submit(Look::Second, Some(Icon::Close), texts::unwish(lang)))
        }
    }
}
