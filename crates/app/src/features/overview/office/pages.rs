//! The doors of the secretariat.

use dure_texts::{Lang, shell as texts};
use dure_ui::icons::Icon;
use dure_ui::{headings, rows};
use dure_web::{Room, Visit};
use maud::{Markup, html};

/// The page.
pub fn page(visit: &Visit) -> Markup {
    let lang = visit.lang();
    let doors = visit.doors(Room::Office);
    let rows: Vec<rows::Row<'_>> = doors
        .iter()
        .map(|(href, title)| {
            let (icon, note) = door(lang, href);
            let note = html! { (note) };
            rows::Row { href, title, note, before: html! { (icon) }, end: headings::nothing() }
        })
        .collect();
    let title = texts::room_office(lang);
    let body = html! {
        (headings::page_head(title, texts::office_note(lang), headings::nothing()))
        (rows::rows(&rows))
    };
    visit.page(title, body)
}

/// What stands on a door beside its name.
fn door(lang: Lang, href: &str) -> (Icon, &'static str) {
    match href {
        "/roster" => (Icon::Upload, texts::office_roster(lang)),
        "/foundings" => (Icon::Handshake, texts::office_foundings(lang)),
        "/formation" => (Icon::Studio, texts::office_formation(lang)),
        "/federation" => (Icon::Pulse, texts::office_federation(lang)),
        "/data-access" => (Icon::Download, texts::office_data_access(lang)),
        "/audit" => (Icon::Clock, texts::office_history(lang)),
        "/settings/federation" => (Icon::Settings, texts::office_settings(lang)),
        "/status" => (Icon::Settings, texts::office_status(lang)),
        _ => (Icon::Next, ""),
    }
}
