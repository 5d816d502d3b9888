//! Who was invited and what they answered.

use dure_domain::InvitationState;
use dure_texts::{Lang, foundings as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::tables::{self, Column};
use dure_ui::{contacts, headings, unfold, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::{firm_link, firm_note, invitation};
use crate::foundings::actions::{Line, Scene};
use crate::foundings::rules::{self, Step};

/// The firms in a table; reasons are for the federation and the firm itself.
pub fn section(visit: &Visit, scene: &Scene) -> Markup {
    let lang = visit.lang();
    let columns = [
        Column::words(dure_texts::words::firm(lang)),
        Column::words(texts::executive(lang)),
        Column::words(texts::answer(lang)),
    ];
    let rows: Vec<Vec<Markup>> = scene.lines.iter().map(|line| row(visit, scene, line)).collect();
    headings::section_with(
        "firms",
        texts::invited_firms(lang),
        Some(rows.len()),
        headings::nothing(),
        tables::table("invited", texts::invited_firms(lang), &columns, &rows),
    )
}

fn row(visit: &Visit, scene: &Scene, line: &Line) -> Vec<Markup> {
    let lang = visit.lang();
    let own = scene.own.as_ref().is_some_and(|own| own.invitation.id == line.invitation.id);
    let leaves = line.invitation.leaves_id.and_then(|id| scene.groups.get(&id));
    vec![
        html! {
            (firm_link(&line.firm))
            p class="muted small" { (firm_note(lang, &line.firm)) }
            @if let Some(from) = leaves { p class="muted small" { (texts::leaves(lang, from)) } }
        },
        executive(lang, line, scene.leads),
        html! {
            span class="nowrap" { (invitation(lang, line.invitation.state)) }
            p class="muted small" { (when(visit, line)) }
            @if !line.invitation.answer.is_empty() && (scene.leads || own) { p class="prose small" { (line.invitation.answer) } }
            @if scene.leads { (acts(lang, scene, line)) }
        },
    ]
}

fn executive(lang: Lang, line: &Line, leads: bool) -> Markup {
    match &line.person {
        Some(person) => html! {
            a href={ "/people/" (person.id) } { (person.name) } " " (person.title)
            @if leads && !person.phone.is_empty() {
                p class="small" { (contacts::phone(&person.phone)) }
            }
            @if leads && person.email.is_none() { p class="muted small" { (Icon::Phone) (texts::no_mail(lang)) } }
        },
        None => html! {
            span class="muted" { (texts::nobody_to_write_to(lang)) }
            @if leads && !line.firm.phone.is_empty() { p class="small" { (contacts::phone(&line.firm.phone)) } }
        },
    }
}

fn when(visit: &Visit, line: &Line) -> String {
    let lang = visit.lang();
    let ago = |moment| words::ago(lang, moment, visit.app.now());
    let one = &line.invitation;
    match (one.answered_at, one.reminded_at) {
        (Some(at), _) => ago(at),
        (None, Some(_)) => texts::invited_and_reminded(lang, ago(one.invited_at)),
        (None, None) => texts::invited_ago(lang, ago(one.invited_at)),
    }
}

/// Writing down what was said by telephone, and taking the invitation back.
fn acts(lang: Lang, scene: &Scene, line: &Line) -> Markup {
    let one = &line.invitation;
    let possible =
        |step| one.joined_at.is_none() && rules::after(scene.founding.state, one.state, step).is_some();
    let at = |verb: &str| format!("/invitations/{}/{verb}", one.id);
    let withdraw = format!("/foundings/{}/invitations/{}/withdraw", scene.founding.id, one.id);
    let any = [Step::Accept, Step::Decline, Step::Withdraw].into_iter().any(possible);
    if !any {
        return headings::nothing();
    }
    let acts = html! {
        div class="cluster" {
            @if possible(Step::Accept) {
                (buttons::link(Look::Quiet, &at("accept"), Some(Icon::Phone), texts::told_accept(lang)))
            }
            @if possible(Step::Decline) && one.state == InvitationState::Waiting {
                (buttons::link(Look::Quiet, &at("decline"), Some(Icon::Phone), texts::told_decline(lang)))
            }
            @if possible(Step::Withdraw) {
                (buttons::post_confirmed(&withdraw, Look::Quiet, Some(Icon::Close), texts::withdraw_invitation(lang), &texts::withdraw_invitation_really(lang, &line.firm.name)))
            }
        }
    };
    unfold::plain(texts::answer_for_them(lang), acts)
}
