//! The form of a group.

use dure_domain::{GroupId, Place};
use dure_texts::{Lang, forms as form_texts, groups as texts};
use maud::{Markup, html};

use crate::faults::Faults;
use crate::features::groups::rules::GroupForm;
use crate::shell::Visit;
use crate::ui::buttons::{self, Look};
use crate::ui::faulty::Faulty;
use crate::ui::forms::{self, Input, OptionGroup};
use crate::ui::{cards, headings, notices, words};

/// The page. `group` is none for a new one; `stored` is what somebody else has written meanwhile.
pub fn page(
    visit: &Visit,
    group: Option<(GroupId, &str)>,
    form: &GroupForm,
    faults: &Faults,
    stored: Option<&GroupForm>,
) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults);
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
            (forms::hidden("version", &form.version))
            (forms::input(&faulty.needed("name", form_texts::name(lang), ""), Input::Text, &form.name))
            (forms::select_grouped(
                &faulty.optional("place_code", dure_texts::words::place(lang), ""),
                ("", form_texts::nothing(lang)),
                &places(lang),
                &form.place_code,
            ))
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

fn places(lang: Lang) -> Vec<OptionGroup> {
    let inside = |province: Place| {
        let below = Place::municipalities().filter(move |place| place.province() == province);
        below.map(move |place| (place.to_string(), words::place(lang, place).to_owned())).collect()
    };
    Place::provinces().map(|province| (words::place(lang, province).to_owned(), inside(province))).collect()
}

fn overtaken(lang: Lang, form: &GroupForm, stored: Option<&GroupForm>) -> Markup {
    let Some(stored) = stored else { return headings::nothing() };
    let pairs = [
        (form_texts::name(lang), &form.name, &stored.name),
        (texts::rhythm(lang), &form.rhythm, &stored.rhythm),
        (texts::meeting_place(lang), &form.meeting_place, &stored.meeting_place),
        (texts::founded(lang), &form.founded_on, &stored.founded_on),
        (texts::charter(lang), &form.charter, &stored.charter),
    ];
    let differing: Vec<(String, Markup)> = pairs
        .into_iter()
        .filter(|(_, typed, now)| typed != now)
        .map(|(label, _, now)| (label.to_owned(), html! { (now) }))
        .collect();
    notices::alert(
        form_texts::changed_meanwhile(lang),
        html! { p { (form_texts::changed_meanwhile_note(lang)) } (cards::facts(&differing)) },
    )
}
