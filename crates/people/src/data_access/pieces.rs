//! The small form that stands before every file of people.

use dure_domain::{DataOutlet, DataReason};
use dure_texts::{Lang, data_access as texts, forms as form_texts};
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::faulty::Faulty;
use dure_ui::forms::{self, Input};
use dure_ui::headings;
use dure_ui::icons::Icon;
use dure_web::Visit;
use dure_web::faults::Faults;
use maud::{Markup, html};

use super::rules::WhyForm;

/// What is asked for, and where.
pub struct Asking<'a> {
    /// As what the people go out.
    pub what: DataOutlet,
    /// Which people, in words.
    pub scope: &'a str,
    /// Where the form goes.
    pub action: &'a str,
    /// Where one came from, with its name.
    pub back: (&'a str, &'a str),
    /// What the form carries besides the reason.
    pub carried: &'a [(&'a str, &'a str)],
}

/// The page that asks why.
pub fn asking(visit: &Visit, asked: &Asking<'_>, form: &WhyForm, faults: &Faults) -> Markup {
    let lang = visit.lang();
    let faulty = Faulty::new(lang, faults.worded(lang));
    let choices: Vec<Choice> = DataReason::ALL
        .iter()
        .map(|reason| Choice {
            value: reason.as_str().to_owned(),
            title: self::reason(lang, *reason).to_owned(),
            note: String::new(),
        })
        .collect();
    let (href, place) = asked.back;
    let question = faulty.needed("reason", texts::why(lang), texts::why_note(lang));
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[(href.to_owned(), place.to_owned())]))
        (headings::page_head(&texts::asking(lang, outlet(lang, asked.what)), asked.scope, headings::nothing()))
        (faulty.summary())
        (forms::form(asked.action, html! {
            @for (name, value) in asked.carried { (forms::hidden(name, value)) }
            (choices::radio(&question, Shape::Grid, &choices, Some(&form.reason)))
            (forms::input(&faulty.optional("purpose", texts::note(lang), texts::note_hint(lang)), Input::Text, &form.purpose))
            (forms::foot(html! {
                (buttons::submit(Look::Main, Some(Icon::Download), texts::take(lang)))
                (buttons::link(Look::Quiet, href, None, texts::back(lang)))
            }))
        }))
    };
    visit.page(texts::title(lang), body)
}

/// As what people went out.
pub fn outlet(lang: Lang, what: DataOutlet) -> &'static str {
    match what {
        DataOutlet::RosterXlsx => texts::roster_xlsx(lang),
        DataOutlet::RosterCsv => texts::roster_csv(lang),
        DataOutlet::RosterPrint => texts::roster_print(lang),
        DataOutlet::BadRows => texts::bad_rows(lang),
        DataOutlet::AuditCsv => texts::audit_csv(lang),
    }
}

/// Why.
pub fn reason(lang: Lang, reason: DataReason) -> &'static str {
    match reason {
        DataReason::Assembly => texts::assembly(lang),
        DataReason::Dues => texts::dues(lang),
        DataReason::Print => texts::print(lang),
        DataReason::Other => texts::other(lang),
    }
}
