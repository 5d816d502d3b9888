//! The piece of the difficulty page about requests: what was just done, what the viewer can do next,
//! and where every request stands.

use std::collections::BTreeMap;

use dure_texts::{Lang, asks as texts};
use dure_ui::badges::Tone;
use dure_ui::notices;
use dure_web::Fields;
use maud::{Markup, html};

use super::{Worth, next, requests};
use crate::asks::actions::Scene;
use crate::asks::rules::{Helper, Missed};

/// State of requests and answers, and the viewer's next step.
pub fn panel(scene: &Scene<'_>, said: &Markup, worth: Worth<'_>) -> Markup {
    html! {
        section class="stack" aria-labelledby="answer" {
            h2 class="unseen" id="answer" { (texts::panel_title(scene.visit.lang())) }
            (said)
            (next::step(scene))
            (requests::list(scene, worth))
        }
    }
}

/// What the act before this page came to, as the address says.
pub fn said(
    lang: Lang,
    fields: &Fields,
    missed: &[(Missed, Helper)],
    names: &BTreeMap<Helper, String>,
) -> Markup {
    let name = |helper: &Helper| names.get(helper).cloned().unwrap_or_default();
    let reason = |(why, helper): &(Missed, Helper)| match why {
        Missed::Unknown => texts::missed_unknown(lang).to_owned(),
        Missed::Nobody => texts::missed_nobody(lang, name(helper)),
        Missed::Already => texts::missed_already(lang, name(helper)),
        Missed::OwnFirm => texts::missed_own(lang).to_owned(),
    };
    html! {
        @if let Some(words) = done(lang, fields) { (notices::notice(Tone::Good, html! { p { (words) } })) }
        @if fields.text("done") == "asked-nobody" {
            (notices::notice(Tone::Warn, html! { p { (texts::done_nobody(lang)) } }))
        }
        @for one in missed { (notices::notice(Tone::Warn, html! { p { (reason(one)) } })) }
    }
}

fn done(lang: Lang, fields: &Fields) -> Option<String> {
    let sent: i64 = fields.read("sent").unwrap_or(0);
    Some(match fields.text("done") {
        "asked" if sent > 0 => texts::done_asked(lang, sent),
        "offered" => texts::done_offered(lang).to_owned(),
        "declined" => texts::done_declined(lang).to_owned(),
        "passed" => texts::done_passed(lang).to_owned(),
        "withdrawn" => texts::done_withdrawn(lang).to_owned(),
        "spared" => texts::done_spared(lang).to_owned(),
        "answered-before" | "settled-before" => texts::done_before(lang).to_owned(),
        "closed" => texts::done_closed(lang).to_owned(),
        "reopened" => texts::done_reopened(lang).to_owned(),
        "stated" => texts::done_stated(lang).to_owned(),
        "confirmed" => texts::done_confirmed(lang).to_owned(),
        "disputed" => texts::done_disputed(lang).to_owned(),
        _ => return None,
    })
}
