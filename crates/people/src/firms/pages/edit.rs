//! The form of a firm. It works in two steps without scripts: where the words for an industry may
//! mean several, the form comes back with the codes to pick from.

use dure_domain::{FirmId, Industry, Motive};
use dure_texts::{Lang, firms as texts, forms as form_texts};
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Input};
use dure_ui::places::{self, Whole};
use dure_ui::{headings, live, words};
use dure_web::Visit;
use dure_web::faults::Faults;
use maud::{Markup, html};

use crate::firms::rules::FirmForm;

/// The page. `firm` is none for a new one; `stored` is what somebody else has written meanwhile.
pub fn page(
    visit: &Visit,
    firm: Option<(FirmId, &str)>,
    form: &FirmForm,
    faults: &Faults,
    stored: Option<&FirmForm>,
) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let (action, back, title) = match firm {
        Some((id, name)) => {
            (format!("/firms/{id}/edit"), format!("/firms/{id}"), texts::edit_title(lang, name))
        }
        None => ("/firms/new".to_owned(), "/firms".to_owned(), texts::new(lang).to_owned()),
    };
    let way = match firm {
        Some((_, name)) => (back.clone(), name.to_owned()),
        None => (back.clone(), texts::directory(lang).to_owned()),
    };
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[way]))
        (headings::page_head(&title, "", headings::nothing()))
        (faulty.summary())
        (overtaken(lang, form, stored))
        (forms::form(&action, html! {
            (forms::hidden("version", &stored.unwrap_or(form).version))
            (what_it_does(lang, &faulty, form))
            (where_it_is(lang, &faulty, form))
            (what_it_is(lang, &faulty, form))
            (forms::foot(html! {
                (buttons::submit(Look::Main, None, form_texts::save(lang)))
                (buttons::link(Look::Quiet, &back, None, form_texts::cancel(lang)))
            }))
        }))
    };
    visit.page(&title, body)
}

fn what_it_does(lang: Lang, faulty: &Faulty, form: &FirmForm) -> Markup {
    html! {
        (forms::input(&faulty.needed("name", texts::name(lang), ""), Input::Text, &form.name))
        (live::asking_alone("/firms/industries", "industries", html! {
            (forms::input(&faulty.optional("industry_text", texts::does(lang), texts::does_hint(lang)), Input::Text, &form.industry_text))
        }))
        (live::region("industries", industries(lang, &form.industry_text, &form.industry_code, faulty.of("industry_code"))))
        (forms::textarea(&faulty.optional("products", texts::products(lang), texts::products_hint(lang)), &form.products))
        (forms::textarea(&faulty.optional("offers", texts::offers(lang), texts::offers_hint(lang)), &form.offers))
        (forms::textarea(&faulty.optional("needs", texts::needs(lang), texts::needs_hint(lang)), &form.needs))
    }
}

/// Codes that the words may mean, one to be picked; `chosen` is offered too. What is sent along
/// says for which words the codes were offered.
pub fn industries(lang: Lang, typed: &str, chosen: &str, error: Option<&str>) -> Markup {
    let mut codes: Vec<Industry> = chosen.parse().ok().into_iter().collect();
    let found = Industry::find(typed.trim());
    codes
        .extend(found.iter().map(|(code, _)| *code).filter(|code| !codes.contains(code)).collect::<Vec<_>>());
    let sure = found.first().filter(|_| Industry::guess(typed.trim()).is_some()).map(|(code, _)| *code);
    let picked = chosen.parse().ok().or(sure).map(|code: Industry| code.to_string());
    let options: Vec<Choice> = codes
        .iter()
        .map(|code| Choice {
            value: code.to_string(),
            title: words::industry_name(lang, *code).to_owned(),
            note: texts::code(lang, code.to_string()),
        })
        .collect();
    let field = forms::Field {
        name: "industry_code",
        label: texts::industry_pick(lang),
        error,
        optional: form_texts::optional(lang),
        ..forms::Field::default()
    };
    html! {
        (forms::hidden("industry_for", typed))
        @if !options.is_empty() { (choices::radio(&field, Shape::Grid, &options, picked.as_deref())) }
        @else if !typed.trim().is_empty() { p class="muted" { (texts::industry_unknown(lang)) } }
    }
}

fn where_it_is(lang: Lang, faulty: &Faulty, form: &FirmForm) -> Markup {
    html! {
        (forms::input(&faulty.optional("address", form_texts::address(lang), ""), Input::Text, &form.address))
        (places::chooser(faulty, Whole::Too, texts::place(lang), texts::place_hint(lang), texts::place_by_address(lang), &form.place_code))
        (forms::input(&faulty.optional("phone", form_texts::phone(lang), ""), Input::Phone, &form.phone))
        (forms::input(&faulty.optional("fax", form_texts::fax(lang), ""), Input::Phone, &form.fax))
        (forms::input(&faulty.optional("email", form_texts::email(lang), ""), Input::Email, &form.email))
        (forms::input(&faulty.optional("website", form_texts::website(lang), ""), Input::Web, &form.website))
    }
}

fn what_it_is(lang: Lang, faulty: &Faulty, form: &FirmForm) -> Markup {
    let motives: Vec<(String, String)> =
        std::iter::once((String::new(), form_texts::nothing(lang).to_owned()))
            .chain(Motive::ALL.iter().map(|one| (one.to_string(), words::motive(lang, *one).to_owned())))
            .collect();
    html! {
        (forms::input(&faulty.optional("representative", texts::representative(lang), ""), Input::Text, &form.representative))
        (forms::input(&faulty.optional("business_number", texts::business_number(lang), texts::business_number_hint(lang)), Input::Number, &form.business_number))
        (forms::input(&faulty.optional("founded_on", texts::founded(lang), ""), Input::Day, &form.founded_on))
        (forms::input(&faulty.optional("employees", texts::employees(lang), ""), Input::Number, &form.employees))
        (forms::input_with_unit(&faulty.optional("revenue_won", texts::revenue(lang), texts::private_hint(lang)), Input::Number, &form.revenue_won, texts::won_unit(lang)))
        (forms::select(&faulty.optional("motive", texts::motive(lang), texts::private_hint(lang)), &motives, &form.motive))
        (forms::textarea(&faulty.optional("notes", texts::notes(lang), texts::private_hint(lang)), &form.notes))
    }
}

/// What is stored now where it differs from what was typed.
fn overtaken(lang: Lang, form: &FirmForm, stored: Option<&FirmForm>) -> Markup {
    let Some(stored) = stored else { return headings::nothing() };
    let pairs = [
        (texts::name(lang), form.name.as_str(), stored.name.as_str()),
        (texts::does(lang), form.industry_text.as_str(), stored.industry_text.as_str()),
        (texts::products(lang), form.products.as_str(), stored.products.as_str()),
        (texts::offers(lang), form.offers.as_str(), stored.offers.as_str()),
        (texts::needs(lang), form.needs.as_str(), stored.needs.as_str()),
        (form_texts::address(lang), form.address.as_str(), stored.address.as_str()),
        (form_texts::phone(lang), form.phone.as_str(), stored.phone.as_str()),
        (form_texts::fax(lang), form.fax.as_str(), stored.fax.as_str()),
        (form_texts::email(lang), form.email.as_str(), stored.email.as_str()),
        (form_texts::website(lang), form.website.as_str(), stored.website.as_str()),
        (texts::representative(lang), form.representative.as_str(), stored.representative.as_str()),
        (texts::business_number(lang), form.business_number.as_str(), stored.business_number.as_str()),
        (texts::founded(lang), form.founded_on.as_str(), stored.founded_on.as_str()),
        (texts::employees(lang), form.employees.as_str(), stored.employees.as_str()),
        (texts::revenue(lang), form.revenue_won.as_str(), stored.revenue_won.as_str()),
        (texts::notes(lang), form.notes.as_str(), stored.notes.as_str()),
    ];
    dure_ui::overtaken(lang, &pairs)
}
