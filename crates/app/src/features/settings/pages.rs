//! The form of the settings.

use dure_domain::Visibility;
use dure_texts::{Lang, forms as form_texts, settings as texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Input};
use dure_ui::{cards, headings, notices, words};
use dure_web::Visit;
use dure_web::faults::Faults;
use maud::{Markup, html};

use super::rules::SettingsForm;

/// The page. `stored` is what somebody else has written meanwhile.
pub fn page(
    visit: &Visit,
    form: &SettingsForm,
    faults: &Faults,
    stored: Option<&SettingsForm>,
    saved: bool,
) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let body = html! {
        @if saved { (notices::notice(Tone::Good, html! { p { (form_texts::saved(lang)) } })) }
        (headings::page_head(texts::title(lang), texts::about(lang), headings::nothing()))
        (faulty.summary())
        (overtaken(lang, form, stored))
        (forms::form("/settings/federation", html! {
            (forms::hidden("version", &stored.unwrap_or(form).version))
            (headings::section("names", texts::names(lang), cards::card(names(lang, &faulty, form))))
            (headings::section("contact", texts::contact(lang), cards::card(contact(lang, &faulty, form))))
            (headings::section("letters", texts::letters(lang), cards::card(letters(lang, &faulty, form))))
            (headings::section("defaults", texts::defaults(lang), cards::card(defaults(lang, &faulty, form))))
            (forms::foot(buttons::submit(Look::Main, None, form_texts::save(lang))))
        }))
    };
    visit.page(texts::title(lang), body)
}

fn names(lang: Lang, faulty: &Faulty, form: &SettingsForm) -> Markup {
    html! {
        (forms::input(&faulty.needed("name", texts::name(lang), ""), Input::Text, &form.name))
        (forms::input(&faulty.needed("region", texts::region(lang), ""), Input::Text, &form.region))
        (forms::input(&faulty.optional("group_word", texts::group_word(lang), texts::group_word_hint(lang)), Input::Text, &form.group_word))
    }
}

fn contact(lang: Lang, faulty: &Faulty, form: &SettingsForm) -> Markup {
    html! {
        p class="muted" { (texts::contact_note(lang)) }
        (forms::input(&faulty.optional("phone", texts::phone(lang), ""), Input::Phone, &form.phone))
        (forms::input(&faulty.optional("email", texts::email(lang), ""), Input::Email, &form.email))
        (forms::input(&faulty.optional("address", texts::address(lang), ""), Input::Text, &form.address))
    }
}

fn letters(lang: Lang, faulty: &Faulty, form: &SettingsForm) -> Markup {
    html! {
        (forms::input(&faulty.optional("sender", texts::sender(lang), texts::sender_hint(lang)), Input::Text, &form.sender))
        (forms::input(&faulty.optional("reply_to", texts::reply_to(lang), texts::reply_to_hint(lang)), Input::Email, &form.reply_to))
    }
}

fn defaults(lang: Lang, faulty: &Faulty, form: &SettingsForm) -> Markup {
    let scopes: Vec<(String, String)> = Visibility::ALL
        .iter()
        .map(|scope| (scope.as_str().to_owned(), words::visibility(lang, *scope).to_owned()))
        .collect();
    let months: Vec<(String, String)> =
        (1..=12).map(|month: i64| (month.to_string(), texts::month(lang, month))).collect();
    html! {
        (forms::select(&faulty.needed("visibility", texts::visibility(lang), texts::visibility_hint(lang)), &scopes, &form.visibility))
        (forms::select(&faulty.needed("fiscal_month", texts::fiscal_month(lang), texts::fiscal_month_hint(lang)), &months, &form.fiscal_month))
    }
}

fn overtaken(lang: Lang, form: &SettingsForm, stored: Option<&SettingsForm>) -> Markup {
    let Some(stored) = stored else { return headings::nothing() };
    let scope = |form: &SettingsForm| {
        form.visibility.parse::<Visibility>().map_or("", |scope| words::visibility(lang, scope))
    };
    let month = |form: &SettingsForm| texts::month(lang, form.fiscal_month.parse::<i64>().unwrap_or(1));
    let (own_month, other_month) = (month(form), month(stored));
    let pairs = [
        (texts::name(lang), form.name.as_str(), stored.name.as_str()),
        (texts::region(lang), &form.region, &stored.region),
        (texts::group_word(lang), &form.group_word, &stored.group_word),
        (texts::phone(lang), &form.phone, &stored.phone),
        (texts::email(lang), &form.email, &stored.email),
        (texts::address(lang), &form.address, &stored.address),
        (texts::sender(lang), &form.sender, &stored.sender),
        (texts::reply_to(lang), &form.reply_to, &stored.reply_to),
        (texts::visibility(lang), scope(form), scope(stored)),
        (texts::fiscal_month(lang), &own_month, &other_month),
    ];
    dure_ui::overtaken(lang, &pairs)
}
