//! The account page, and its short form on a firm's page.

use dure_domain::{FirmId, GiveKind, SettlementState};
use dure_texts::{Lang, ledger as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords, Tab};
use dure_ui::tables::{self, Column};
use dure_ui::{cards, headings, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use crate::ledger::actions::{Account, Entry, PER_PAGE, Scope, Sum, Waiting};
use crate::ledger::letters::worth;
use crate::ledger::rules::Period;

/// Helps that wait are shown up to this many.
const MOST_WAITING: usize = 20;

/// The page.
pub fn account_page(visit: &Visit, account: &Account, scopes: &[(Scope, String)]) -> Markup {
    let lang = visit.lang();
    let whole = account.scope == Scope::Federation;
    let body = html! {
        (headings::page_head(texts::title(lang), texts::subtitle(lang), headings::nothing()))
        @if scopes.len() > 1 { (tabs(lang, account, scopes)) }
        (waiting(lang, &account.waiting))
        (filter(lang, account))
        @if account.total == 0 {
            (notices::empty(Icon::Give, texts::empty(lang), texts::empty_note(lang), headings::nothing()))
        } @else {
            (headings::section("kinds", texts::by_kind(lang), by_kind(lang, whole, &account.gave, &account.took)))
            @if !account.firms.is_empty() {
                (headings::section("firms", texts::by_firm(lang), by_firm(lang, account)))
            }
            (entries(lang, account))
        }
    };
    visit.page(texts::title(lang), body)
}

fn address(account: &Account, file: &str, page: u64) -> String {
    let page = if page > 1 { format!("&page={page}") } else { String::new() };
    format!("/ledger{file}?of={}&period={}{page}", account.scope.word(), account.period.word())
}

fn tabs(lang: Lang, account: &Account, scopes: &[(Scope, String)]) -> Markup {
    let hrefs: Vec<String> = scopes.iter().map(|(scope, _)| format!("/ledger?of={}", scope.word())).collect();
    let shown: Vec<Tab<'_>> = scopes
        .iter()
        .zip(&hrefs)
        .map(|((scope, name), href)| Tab { href, words: name, count: None, here: *scope == account.scope })
        .collect();
    pager::tabs(texts::whose(lang), &shown)
}

fn filter(lang: Lang, account: &Account) -> Markup {
    let named = |period: Period| match period {
        Period::All => texts::period_all(lang),
        Period::ThreeMonths => texts::period_3_months(lang),
        Period::TwelveMonths => texts::period_12_months(lang),
        Period::ThisYear => texts::period_year(lang),
        Period::LastYear => texts::period_last_year(lang),
    };
    let options: Vec<(String, String)> =
        Period::ALL.iter().map(|(period, word)| ((*word).to_owned(), named(*period).to_owned())).collect();
    let field = Field { name: "period", label: texts::period(lang), filter: true, ..Field::default() };
    let fields = html! {
        (forms::hidden("of", &account.scope.word()))
        (forms::select(&field, &options, account.period.word()))
        (buttons::submit(Look::Second, Some(Icon::Filter), texts::show(lang)))
    };
    forms::filters("/ledger", texts::period(lang), fields)
}

/// Helps that want a word; those that wait for the reader stand out.
fn waiting(lang: Lang, waiting: &[Waiting]) -> Markup {
    if waiting.is_empty() {
        return headings::nothing();
    }
    let ours = waiting.iter().filter(|one| one.ours).count();
    let body = html! {
        div class="stack" { @for one in waiting.iter().take(MOST_WAITING) { (waiting_card(lang, one)) } }
    };
    let count = Some(ours).filter(|&count| count > 0);
    headings::section_with("waiting", texts::waiting(lang), count, headings::nothing(), body)
}

fn waiting_card(lang: Lang, one: &Waiting) -> Markup {
    let here = format!("/difficulties/{}#answer", one.difficulty.id);
    let state = format!("/difficulties/{}/asks/{}/worth", one.difficulty.id, one.ask.id);
    let stated = one.settlement.as_ref().filter(|row| row.state == SettlementState::Stated);
    let body = html! {
        h3 { a href=(here) { (one.difficulty.title) } }
        p class="muted" {
            (one.partner)
            @if let Some(row) = stated { " · " b { (worth(lang, row.kind, row.worth_won, row.worth_days)) } }
        }
        @match (stated, one.ours) {
            (Some(row), true) => {
                div class="buttons buttons-fill" {
                    (buttons::post(&format!("/settlements/{}/confirm", row.id), Look::Second, Some(Icon::Check), texts::confirm(lang)))
                    (buttons::link(Look::Quiet, &format!("/settlements/{}/dispute", row.id), None, texts::dispute(lang)))
                }
            }
            (Some(_), false) => p { (badges::badge(Tone::Info, Some(Icon::Clock), texts::worth_waits(lang))) },
            (None, _) => {
                div class="buttons" { (buttons::link(Look::Second, &state, Some(Icon::Won), texts::state_worth(lang))) }
            }
        }
    };
    if one.ours && stated.is_some() { cards::waiting(body) } else { cards::card(body) }
}

/// Kind by kind, given and taken side by side; nothing is added up across kinds.
fn by_kind(lang: Lang, whole: bool, gave: &[Sum], took: &[Sum]) -> Markup {
    let amount = |sums: &[Sum], kind: GiveKind| match sums.iter().find(|sum| sum.kind == kind) {
        Some(sum) => html! {
            (texts::helps(lang, sum.helps))
            @if sum.days > 0 { " · " (dure_texts::words::days(lang, sum.days)) }
            @if sum.won > 0 { " · " (words::won(lang, sum.won())) }
        },
        None => html! { span class="muted" { "–" } },
    };
    let used = GiveKind::ALL.iter().filter(|kind| gave.iter().chain(took).any(|sum| sum.kind == **kind));
    let rows: Vec<Vec<Markup>> = used
        .map(|kind| {
            let name = html! { (words::give(lang, *kind)) };
            let taken = (!whole).then(|| amount(took, *kind));
            [name, amount(gave, *kind)].into_iter().chain(taken).collect()
        })
        .collect();
    let given = if whole { texts::exchanged(lang) } else { texts::gave(lang) };
    let taken = (!whole).then(|| texts::took(lang));
    let columns: Vec<Column> =
        [texts::kind_column(lang), given].into_iter().chain(taken).map(Column::words).collect();
    tables::table("by-kind", texts::by_kind(lang), &columns, &rows)
}

fn by_firm(lang: Lang, account: &Account) -> Markup {
    let columns = [
        Column::words(texts::firm(lang)),
        Column::number(texts::gave(lang)),
        Column::number(texts::took(lang)),
    ];
    let rows: Vec<Vec<Markup>> = account
        .firms
        .iter()
        .map(|firm| {
            vec![
                html! { a href={ "/firms/" (firm.id) } { (firm.name) } },
                html! { (texts::helps(lang, firm.gave)) },
                html! { (texts::helps(lang, firm.took)) },
            ]
        })
        .collect();
    tables::table("by-firm", texts::by_firm(lang), &columns, &rows)
}

fn entries(lang: Lang, account: &Account) -> Markup {
    let columns = [
        Column::words(texts::difficulty(lang)),
        Column::words(texts::day(lang)),
        Column::words(texts::giver(lang)),
        Column::words(texts::taker(lang)),
        Column::words(texts::worth(lang)),
    ];
    let rows: Vec<Vec<Markup>> = account.entries.iter().map(|entry| row(lang, entry)).collect();
    let files = html! {
        div class="buttons" {
            (buttons::link(Look::Quiet, &address(account, ".xlsx", 1), Some(Icon::Download), texts::xlsx(lang)))
            (buttons::link(Look::Quiet, &address(account, ".csv", 1), Some(Icon::Download), texts::csv(lang)))
        }
    };
    let words =
        PagerWords { label: texts::pages(lang), before: texts::newer(lang), after: texts::older(lang) };
    let last = account.total.div_ceil(PER_PAGE);
    let body = html! {
        (tables::table("entries", texts::entries(lang), &columns, &rows))
        (pager::pager(&words, account.page, last, |page| address(account, "", page)))
    };
    headings::section_with("all", texts::entries(lang), usize::try_from(account.total).ok(), files, body)
}

fn row(lang: Lang, entry: &Entry) -> Vec<Markup> {
    let sign = match entry.gave {
        Some(true) => badges::badge(Tone::Good, Some(Icon::Give), texts::gave(lang)),
        Some(false) => badges::badge(Tone::Info, Some(Icon::Handshake), texts::took(lang)),
        None => headings::nothing(),
    };
    vec![
        html! { a href={ "/difficulties/" (entry.row.difficulty_id) } { (entry.title) } " " (sign) },
        html! { (words::date(lang, entry.row.at.day())) },
        html! { (entry.from) },
        html! { (entry.to) },
        html! { (worth(lang, entry.row.kind, entry.row.worth_won, entry.row.worth_days)) },
    ]
}

/// What a firm gave and took, for its page.
pub fn of_firm(visit: &Visit, firm: FirmId, gave: &[Sum], took: &[Sum]) -> Markup {
    let lang = visit.lang();
    let more = if visit.viewer.firm == Some(firm) {
        headings::more("/ledger?of=own", texts::whole_account(lang))
    } else {
        headings::nothing()
    };
    let body = if gave.is_empty() && took.is_empty() {
        html! { p class="muted" { (texts::firm_empty(lang)) } }
    } else {
        by_kind(lang, false, gave, took)
    };
    headings::section_with("give-and-take", texts::title(lang), None, more, body)
}
