//! The form by which executives who know each other register their group.

use dure_domain::{FirmId, FoundingId};
use dure_texts::{Lang, forms as form_texts, foundings as texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Input};
use dure_ui::icons::Icon;
use dure_ui::places::{self, Whole};
use dure_ui::{headings, notices};
use dure_web::Visit;
use dure_web::faults::Faults;
use maud::{Markup, html};

use super::{picker, prospect};
use crate::foundings::actions::{Check, Picked};
use crate::foundings::rules::ProposalForm;

/// The page. `own` is the proposal that is being mended; `overtaken` says that somebody else has changed it
/// meanwhile.
pub fn proposal_form(
    visit: &Visit,
    own: Option<FoundingId>,
    form: &ProposalForm,
    picked: &Picked,
    check: &Check,
    faults: &Faults,
    overtaken: bool,
) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let (action, back) = match own {
        Some(id) => (format!("/foundings/{id}/edit"), format!("/foundings/{id}")),
        None => ("/foundings/new".to_owned(), "/foundings".to_owned()),
    };
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(back.clone(), texts::title(lang).into())]))
        (headings::page_head(texts::register_group(lang), texts::register_note(lang), headings::nothing()))
        (faulty.summary())
        @if overtaken { (dure_ui::overtaken(lang, &[])) }
        (forms::form(&action, html! {
            (forms::hidden("version", &form.version))
            (forms::input(&faulty.needed("name", texts::group_name(lang), ""), Input::Text, &form.name))
            (picker::field(lang, picked, faulty.of("firm")))
            (checked(lang, picked, check))
            (places::chooser(&faulty, Whole::Not, texts::meets_in(lang), "", form_texts::nothing(lang), &form.place_code))
            (forms::input(&faulty.optional("meeting_place", texts::meeting_place(lang), texts::meeting_place_hint(lang)), Input::Text, &form.meeting_place))
            (forms::textarea(&faulty.optional("charter", texts::charter(lang), texts::charter_hint(lang)), &form.charter))
            (forms::textarea(&faulty.optional("message", texts::message(lang), texts::message_hint(lang)), &form.message))
            (forms::foot(html! {
                (buttons::choice(Look::Main, "do", "send", Some(Icon::Send), texts::propose(lang)))
                (buttons::choice(Look::Second, "do", "check", Some(Icon::Check), texts::check(lang)))
                (buttons::link(Look::Quiet, &back, None, form_texts::cancel(lang)))
            }))
        }))
    };
    visit.page(texts::register_group(lang), body)
}

/// What the rules say so far.
fn checked(lang: Lang, picked: &Picked, check: &Check) -> Markup {
    let name = |id: FirmId| {
        let line = picked.chosen.iter().find(|line| line.firm.id == id);
        line.map_or("", |line| line.firm.name.as_str()).to_owned()
    };
    html! {
        div class="stack" {
            @if check.passes() { (notices::notice(Tone::Good, html! { p { (texts::check_passes(lang)) } })) }
            @if check.name_taken { (notices::notice(Tone::Bad, html! { p { (texts::check_name_taken(lang)) } })) }
            (prospect::remarks(lang, &check.prospect, &name))
        }
    }
}
