//! Pages of foundings, invitations and requests for a group.

mod answer;
mod led;
mod lines;
mod list;
pub mod picker;
mod proposal;
mod prospect;
mod recruits;
mod requests;
mod show;

use dure_domain::{FoundingState, InvitationState};
use dure_tables::{firms, foundings};
use dure_texts::{Lang, foundings as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::icons::Icon;
use dure_ui::words;
use maud::{Markup, html};

pub use answer::{accept_page, answer_form, answered, decline_reasons};
pub use list::list;
pub use proposal::proposal_form;
pub use recruits::recruits;
pub use requests::{request, request_form, requests};
pub use show::show;

fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}

/// Where a founding stands, with a sign.
pub fn state(lang: Lang, state: FoundingState) -> Markup {
    let (tone, icon) = match state {
        FoundingState::Proposed => (Tone::Accent, Icon::Bell),
        FoundingState::Returned => (Tone::Warn, Icon::Edit),
        FoundingState::Inviting => (Tone::Info, Icon::Clock),
        FoundingState::Founded => (Tone::Good, Icon::Done),
        FoundingState::Withdrawn => (Tone::Line, Icon::Close),
    };
    badges::badge(tone, Some(icon), words::founding(lang, state))
}

/// Where an invitation stands, with a sign.
fn invitation(lang: Lang, state: InvitationState) -> Markup {
    let (tone, icon) = match state {
        InvitationState::Waiting => (Tone::Info, Icon::Clock),
        InvitationState::Accepted => (Tone::Good, Icon::Done),
        InvitationState::Declined => (Tone::Neutral, Icon::Declined),
        InvitationState::Withdrawn => (Tone::Line, Icon::Close),
    };
    badges::badge(tone, Some(icon), words::invitation(lang, state))
}

/// Where the group meets: place, and the place in words.
fn place(lang: Lang, founding: &foundings::Model) -> String {
    let place = words::place_of(founding.place_code).map(|place| words::place_in_full(lang, place));
    let parts = [place.unwrap_or_default(), founding.meeting_place.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// `금속 가공 · 원주시`: industry and place of a firm.
fn firm_note(lang: Lang, firm: &firms::Model) -> String {
    let industry = firm.industry_code.as_deref().and_then(|code| words::industry(lang, code));
    let industry = industry.map_or_else(|| firm.industry_text.clone(), str::to_owned);
    let place = words::place_of(firm.place_code).map(|place| words::place(lang, place).to_owned());
    let parts = [industry, place.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A firm that one can open.
fn firm_link(firm: &firms::Model) -> Markup {
    html! { a href={ "/firms/" (firm.id) } { (firm.name) } }
}

/// How far a group is: `7곳 가운데 5곳`, with a bar.
fn progress(lang: Lang, id: &str, accepted: i64, needed: i32) -> Markup {
    let needed = i64::from(needed);
    let reading = texts::accepted_of(lang, accepted, needed);
    let whole = |number: i64| u64::try_from(number).unwrap_or_default();
    dure_ui::notices::progress(
        id,
        texts::acceptances(lang),
        &reading,
        whole(accepted.min(needed)),
        whole(needed),
    )
}
