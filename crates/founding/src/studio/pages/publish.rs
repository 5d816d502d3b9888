//! The last look before a draft is put to the firms.

use dure_texts::{Lang, formation as texts, forms as form_texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Input};
use dure_ui::icons::Icon;
use dure_ui::{headings, notices, unfold};
use dure_web::Visit;
use dure_web::faults::Faults;
use maud::{Markup, html};

use super::{count, crumbs, sign, speaking};
use crate::studio::actions::{Proposal, Publishing, Scene};
use crate::studio::rules::PublishForm;

/// `GET /formation/{id}/publish`
pub fn page(visit: &Visit, publishing: &Publishing, form: &PublishForm, faults: &Faults) -> Markup {
    let lang = visit.lang();
    let scene = &publishing.scene;
    let draft = scene.draft();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let here = format!("/formation/{}", draft.id);
    let body = html! {
        (crumbs(lang, Some((draft.id, &draft.name))))
        (headings::page_head(texts::publish(lang), texts::publish_note(lang), headings::nothing()))
        (faulty.summary())
        (broken(lang, publishing))
        (forms::form(&format!("{here}/publish"), html! {
            (forms::hidden("version", &form.version))
            fieldset class="step" id="names" {
                legend { (texts::publish_groups(lang)) }
                @for group in &publishing.proposals { (proposal(lang, scene, group, form)) }
            }
            (forms::input_with_unit(&faulty.needed("needed", texts::needed(lang), texts::needed_hint(lang)), Input::Number, &form.needed, texts::unit_firms(lang)))
            (forms::textarea(&faulty.optional("message", texts::message(lang), texts::message_hint(lang)), &form.message))
            (forms::foot(html! {
                @if !publishing.is_blocked() && scene.is_open() {
                    (buttons::submit(Look::Main, Some(Icon::Send), texts::publish_now(lang)))
                }
                (buttons::link(Look::Quiet, &here, None, form_texts::cancel(lang)))
            }))
        }))
    };
    visit.page(texts::publish(lang), body)
}

/// What is wrong with the groups: some of it must be mended first, the rest is for thought.
fn broken(lang: Lang, publishing: &Publishing) -> Markup {
    let scene = &publishing.scene;
    let lines: Vec<String> =
        speaking(lang, scene, |namer| scene.faults.iter().map(|fault| namer.fault(fault)).collect());
    if lines.is_empty() {
        return headings::nothing();
    }
    let list = html! { ul class="list" { @for line in &lines { li { (line) } } } };
    if publishing.is_blocked() {
        notices::alert(texts::publish_blocked(lang), list)
    } else {
        notices::notice(Tone::Warn, html! { p { (texts::publish_anyway(lang)) } (list) })
    }
}

fn proposal(lang: Lang, scene: &Scene, group: &Proposal, form: &PublishForm) -> Markup {
    let names: Vec<&str> = group.members.iter().map(|firm| scene.firm(*firm).name.as_str()).collect();
    let coming: Vec<&str> = group.coming.iter().map(|firm| scene.firm(*firm).name.as_str()).collect();
    let typed = form.names.get(&group.number).unwrap_or(&group.name);
    let field = format!("name-{}", group.number);
    html! {
        div class="card" {
            @if group.existing.is_some() {
                div class="who" { (sign(group.number)) h3 { (group.name) } }
                p { (texts::coming(lang, count(coming.len()))) @if !coming.is_empty() { ": " (coming.join(", ")) } }
            } @else {
                div class="field" {
                    label for=(field) { (sign(group.number)) " " (texts::group_name(lang, i64::from(group.number))) }
                    input class="input" type="text" id=(field) name=(field) value=(typed) required;
                }
            }
            (unfold::plain(&texts::firms_many(lang, count(names.len())), html! { p { (names.join(", ")) } }))
        }
    }
}
