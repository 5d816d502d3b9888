//! What is done with a draft as a whole.

use dure_domain::DraftState;
use dure_texts::{Lang, formation as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{forms, unfold};
use maud::{Markup, html};

use crate::studio::actions::Scene;

/// Another name, a copy, throwing away.
pub fn section(lang: Lang, scene: &Scene) -> Markup {
    let draft = scene.draft();
    let here = format!("/formation/{}", draft.id);
    unfold::line(
        texts::keeping(lang),
        html! {
            form class="stack" method="post" action={ (here) "/rename" } {
                (forms::input(&forms::Field { name: "name", label: texts::name(lang), ..forms::Field::default() }, forms::Input::Text, &draft.name))
                (buttons::submit(Look::Second, Some(Icon::Edit), texts::rename(lang)))
            }
            p { (texts::copy_note(lang)) }
            div class="buttons" {
                (buttons::post(&format!("{here}/copy"), Look::Second, Some(Icon::Copy), texts::copy(lang)))
                (buttons::link(Look::Second, &format!("/formation/compare?a={}", draft.id), None, texts::compare(lang)))
            }
            @if draft.state != DraftState::Published {
                (buttons::post_confirmed(&format!("{here}/remove"), Look::Danger, Some(Icon::Delete), texts::remove(lang), texts::remove_sure(lang)))
            }
        },
    )
}
