//! The form of a group.

use dure_domain::GroupId;
use dure_texts::{Lang, forms as form_texts, groups as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Input};
use dure_ui::headings;
use dure_ui::places::{self, Whole};
use dure_web::Visit;
use dure_web::faults::Faults;
use maud::{Markup, html};

use crate::groups::rules::GroupForm;

/// The page. `group` is none for a new one; `stored` is what somebody else has written meanwhile.
pub fn page(
    visit: &Visit,
    group: Option<(GroupId, &str)>,
    form: &GroupForm,
    faults: &Faults,
    stored: Option<&GroupForm>,
) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let (action, back, title) = match group {
        Some((id, name)) => {
            (format!("/groups/{id}/edit"), format!("/groups/{id}"), texts::edit_title(lang, name))
        }
        None => ("/groups/new".to_owned(), "/groups".to_owned(), texts::new(lang).to_owned()),
    };
    let way = group.map_or_else(|| texts::title(lang).to_owned(), |(_, name)| name.to_owned());
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(back.clone(), way)]))
        (headings::page_head(&title, "", headings::nothing()))
        (faulty.summary())
        (overtaken(lang, form, stored))
        (forms::form(&action, html! {
            (forms::hidden("version", &stored.unwrap_or(form).version))
            (forms::input(&faulty.needed("name", form_texts::name(lang), ""), Input::Text, &form.name))
            (places::chooser(&faulty, Whole::Not, dure_texts::words::place(lang), "", form_texts::nothing(lang), &form.place_code))
            (forms::input(&faulty.optional("rhythm", texts::rhythm(lang), texts::rhythm_hint(lang)), Input::Text, &form.rhythm))
            (forms::input(&faulty.optional("meeting_place", texts::meeting_place(lang), texts::meeting_place_hint(lang)), Input::Text, &form.meeting_place))
            (forms::input(&faulty.optional("founded_on", texts::founded(lang), ""), Input::Day, &form.founded_on))
            (forms::textarea(&faulty.optional("charter", texts::charter(lang), texts::charter_hint(lang)), &form.charter))
            (forms::foot(html! {
                (buttons::submit(Look::Main, None, form_texts::save(lang)))
                (buttons::link(Look::Quiet, &back, None, form_texts::cancel(lang)))
            }))
        }))
    };
    visit.page(&title, body)
}

fn overtaken(lang: Lang, form: &GroupForm, stored: Option<&GroupForm>) -> Markup {
    let Some(stored) = stored else { return headings::nothing() };
    let pairs = [
        (form_texts::name(lang), form.name.as_str(), stored.name.as_str()),
        (texts::rhythm(lang), form.rhythm.as_str(), stored.rhythm.as_str()),
        (texts::meeting_place(lang), form.meeting_place.as_str(), stored.meeting_place.as_str()),
        (texts::founded(lang), form.founded_on.as_str(), stored.founded_on.as_str()),
        (texts::charter(lang), form.charter.as_str(), stored.charter.as_str()),
    ];
    dure_ui::overtaken(lang, &pairs)
}
