//! The page for people: how to get a token, and what can be asked for.

use dure_texts::{Lang, api as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::headings::{nothing, page_head, section};
use dure_ui::icons::Icon;
use dure_ui::tables::{self, Column};
use dure_web::Guest;
use maud::{Markup, html};
use utoipa::OpenApi;
use utoipa::openapi::path::{Operation, PathItem};

use super::document::Document;

/// `GET /api`
pub async fn show(guest: Guest) -> Markup {
    let lang = guest.lang();
    let example =
        format!("curl -H 'Authorization: Bearer dure_…' {}", guest.app.config.url("/api/firms?page=1"));
    let body = html! {
        (page_head(texts::title(lang), texts::note(lang), nothing()))
        (section("token", texts::token(lang), html! {
            ol class="list" {
                li { (texts::token_make(lang)) }
                li { (texts::token_send(lang)) }
                li { (texts::token_sees(lang)) }
            }
            div class="buttons" { (buttons::link(Look::Main, "/account#tokens", Some(Icon::Settings), texts::to_account(lang))) }
        }))
        (section("example", texts::example(lang), html! {
            pre { code { (example) } }
            (buttons::copy(&example, texts::copy(lang), texts::copied(lang)))
        }))
        (section("calls", texts::calls(lang), html! {
            (calls(lang))
            p { (texts::machine(lang)) " " a href="/api/openapi.json" { "openapi.json" } }
        }))
        (section("manners", texts::manners(lang), html! {
            ul class="list" {
                li { (texts::manners_pages(lang)) }
                li { (texts::manners_errors(lang)) }
                li { (texts::manners_once(lang)) }
                li { (texts::manners_time(lang)) }
            }
        }))
    };
    guest.wide_page(texts::title(lang), body)
}

/// The calls as the document has them, so that the page cannot fall behind.
fn calls(lang: Lang) -> Markup {
    let document = Document::openapi();
    let columns = [Column::words(texts::call(lang)), Column::words(texts::gives(lang))];
    let rows: Vec<Vec<Markup>> = document
        .paths
        .paths
        .iter()
        .flat_map(|(path, item)| {
            operations(item).into_iter().map(move |(method, operation)| (method, path, operation))
        })
        .map(|(method, path, operation)| {
            vec![
                html! { (badges::badge(Tone::Line, None, method)) " " code { (path) } },
                html! { (worded(lang, operation)) },
            ]
        })
        .collect();
    tables::table("calls-table", texts::calls(lang), &columns, &rows)
}

/// The operations of a path with their method's name.
pub(super) fn operations(item: &PathItem) -> Vec<(&'static str, &Operation)> {
    [
        ("GET", &item.get),
        ("POST", &item.post),
        ("PUT", &item.put),
        ("PATCH", &item.patch),
        ("DELETE", &item.delete),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation.as_ref()?)))
    .collect()
}

/// What a call gives, in the reader's language.
fn worded(lang: Lang, operation: &Operation) -> &'static str {
    match operation.operation_id.as_deref().unwrap_or_default() {
        "firms" => texts::call_firms(lang),
        "firm" => texts::call_firm(lang),
        "groups" => texts::call_groups(lang),
        "group" => texts::call_group(lang),
        "difficulties" => texts::call_difficulties(lang),
        "difficulty" => texts::call_difficulty(lang),
        "post_difficulty" => texts::call_post(lang),
        "helpers" => texts::call_helpers(lang),
        _ => "",
    }
}
