//! The list of solved cases.

use dure_domain::NeedKind;
use dure_texts::{Lang, knowledge as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::forms::{self, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords};
use dure_ui::{headings, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use crate::knowledge::actions::{Filter, Listed, PER_PAGE, Shown};

/// The page.
pub fn list(visit: &Visit, filter: &Filter, listed: &Listed, done: &str) -> Markup {
    let lang = visit.lang();
    let need = filter.need.map_or("", NeedKind::as_str);
    let href = |page: u64| format!("/knowledge?q={}&need={need}&page={page}", escaped(&filter.words));
    let body = html! {
        (headings::page_head(texts::title(lang), texts::subtitle(lang), headings::nothing()))
        @if done == "withdrawn" { (notices::notice(Tone::Good, html! { p { (texts::done_withdrawn(lang)) } })) }
        (search(lang, filter))
        @if listed.cases.is_empty() {
            (empty(lang, filter))
        } @else {
            h2 { (texts::found(lang, listed.total)) }
            (cards::grid(&listed.cases.iter().map(|shown| card(visit, shown)).collect::<Vec<_>>()))
            (pager::pager(&PagerWords::of(lang), filter.page.max(1), listed.total.div_ceil(PER_PAGE), href))
        }
    };
    visit.page(texts::title(lang), body)
}

/// Words as an address carries them.
fn escaped(words: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
    let one = |byte: u8| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    words.bytes().map(one).collect()
}

fn search(lang: Lang, filter: &Filter) -> Markup {
    let options: Vec<(String, String)> = std::iter::once((String::new(), texts::need_all(lang).to_owned()))
        .chain(NeedKind::ALL.iter().map(|need| (need.to_string(), words::need(lang, *need).to_owned())))
        .collect();
    let q = Field { name: "q", label: texts::search(lang), filter: true, ..Field::default() };
    let need = Field { name: "need", label: texts::need(lang), filter: true, ..Field::default() };
    let fields = html! {
        (forms::input(&q, Input::Search, &filter.words))
        (forms::select(&need, &options, filter.need.map_or("", NeedKind::as_str)))
        (buttons::submit(Look::Second, Some(Icon::Search), texts::search_do(lang)))
    };
    forms::filters("/knowledge", texts::search(lang), fields)
}

fn empty(lang: Lang, filter: &Filter) -> Markup {
    if filter.words.is_empty() && filter.need.is_none() {
        notices::empty(Icon::Knowledge, texts::empty(lang), texts::empty_note(lang), headings::nothing())
    } else {
        let post = buttons::link(Look::Main, "/difficulties/new", Some(Icon::Plus), texts::post(lang));
        notices::empty(Icon::Search, texts::nothing_found(lang), texts::nothing_found_note(lang), post)
    }
}

fn card(visit: &Visit, shown: &Shown) -> Markup {
    let lang = visit.lang();
    let case = &shown.case;
    let solver = (!shown.solver.is_empty()).then(|| texts::solved_by(lang, &shown.solver));
    let note: Vec<String> =
        solver.into_iter().chain([words::day_ago(lang, case.kept_at, visit.app.now())]).collect();
    cards::link_card(LinkCard {
        href: &format!("/knowledge/{}", case.id),
        title: &case.title,
        top: badges::badge(Tone::Line, None, words::need(lang, case.need)),
        body: html! { (cards::excerpt(&case.cure)) p class="muted small" { (note.join(" · ")) } },
        foot: headings::nothing(),
        waiting: false,
    })
}
