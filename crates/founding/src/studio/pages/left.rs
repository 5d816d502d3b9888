//! Who is left out, and why.

use dure_pool::LeftOut;
use dure_texts::{Lang, formation as texts};
use dure_ui::badges::Tone;
use dure_ui::icons::Icon;
use dure_ui::{headings, notices};
use maud::{Markup, html};

use super::show::LEFT_PER_PAGE;
use super::{about, firm_page, group, speaking};
use crate::studio::actions::Scene;

/// The list on this page of the draft.
pub fn section(lang: Lang, scene: &Scene, page: usize) -> Markup {
    let left = &scene.account.left_out;
    if left.is_empty() {
        return notices::notice(Tone::Good, html! { p { (texts::nobody_left(lang)) } });
    }
    let shown: Vec<&LeftOut> = left.iter().skip((page - 1) * LEFT_PER_PAGE).take(LEFT_PER_PAGE).collect();
    let list = html! {
        ul class="seats card" data-group="out" { @for one in shown { (row(lang, scene, one)) } }
    };
    headings::section_with("left", texts::left_out(lang), Some(left.len()), headings::nothing(), list)
}

fn row(lang: Lang, scene: &Scene, left: &LeftOut) -> Markup {
    let firm = scene.firm(left.firm);
    let why = speaking(lang, scene, |namer| namer.why_left(&left.why));
    html! {
        li class="seat" id={ "firm-" (firm.id) } data-firm=(firm.id) {
            @if scene.is_open() { (group::pick(lang, scene, left.firm)) }
            div class="seat-words" {
                a href=(firm_page(scene, left.firm)) { (firm.name) }
                small { (about(lang, firm)) }
                p class="small" { (why) }
                @if scene.is_open() {
                    a class="more" href={ (firm_page(scene, left.firm)) "#elsewhere" } { (texts::place_by_hand(lang)) span class="unseen" { " " (firm.name) } (Icon::Next) }
                }
            }
        }
    }
}
