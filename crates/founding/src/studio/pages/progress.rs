//! A draft that is being solved.

use dure_domain::DraftState;
use dure_tables::drafts;
use dure_texts::{Lang, formation as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{headings, notices};
use dure_web::Visit;
use maud::{Markup, html};

use super::{crumbs, state};

/// The page while the solver works; it follows by itself, also without scripts.
pub fn page(visit: &Visit, draft: &drafts::Model) -> Markup {
    let lang = visit.lang();
    let here = format!("/formation/{}", draft.id);
    let body = html! {
        noscript { meta http-equiv="refresh" content="2"; }
        (crumbs(lang, None))
        (headings::page_head_below(state(lang, draft), &draft.name, super::pool(lang, draft), headings::nothing()))
        div class="card" {
            div hx-get={ (here) "/progress" } hx-trigger="every 500ms" hx-swap="innerHTML" { (bar(lang, draft)) }
            p class="muted" { (texts::solving_note(lang)) }
            (buttons::post(&format!("{here}/stop"), Look::Second, Some(Icon::Close), texts::stop(lang)))
        }
    };
    visit.page(&draft.name, body)
}

/// How far it is.
pub fn bar(lang: Lang, draft: &drafts::Model) -> Markup {
    let thousandths = match draft.state {
        DraftState::Solving => u64::try_from(draft.progress).unwrap_or_default(),
        _ => 1_000,
    };
    let reading = texts::percent(lang, i64::try_from(thousandths / 10).unwrap_or_default());
    // The solver begins when the firms' texts have been read; of thousands that takes its time.
    let words = if thousandths == 0 { texts::reading(lang) } else { texts::solving(lang) };
    notices::progress("solving", words, &reading, thousandths, 1_000)
}
