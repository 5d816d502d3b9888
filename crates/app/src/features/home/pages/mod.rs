//! The home page.

mod aside;
mod asks;
mod care;
mod mine;
pub mod stranger;

use dure_domain::Moment;
use dure_founding::foundings;
use dure_gathering::meetings;
use dure_help::difficulties::access::POST;
use dure_texts::{Lang, home as texts};
use dure_ui::badges::Tone;
use dure_ui::icons::Icon;
use dure_ui::{headings, notices, words};
use dure_web::access::Viewer;
use maud::{Markup, html};

use super::rules::{self, Part, Pressing};
use super::today::Today;

/// The page of somebody who is signed in.
pub fn body(lang: Lang, viewer: &Viewer, today: &Today, done: Option<&str>) -> Markup {
    let now = today.now.unwrap_or(Moment::from_millis(0));
    let order = rules::order(pressing(viewer, today, now));
    let main = html! {
        @for (at, part) in order.iter().enumerate() { (section(lang, viewer, today, *part, at == 0, now)) }
        @if order.is_empty() && !today.is_new { (nothing_waits(lang)) }
        @if today.is_new { (aside::first_steps(lang, viewer)) }
        @if may_post(viewer) { (post_field(lang)) }
    };
    html! {
        @if let Some(words) = done.and_then(|key| said(lang, key)) {
            (notices::notice(Tone::Good, html! { p { (words) } }))
        }
        (headings::page_head(&hello(lang, viewer, waiting(today)), &words::day_of_week(lang, now.day()), headings::nothing()))
        (headings::columns(main, texts::beside(lang), aside::aside(lang, viewer, today, may_post(viewer))))
    }
}

fn may_post(viewer: &Viewer) -> bool {
    POST.admit(Some(viewer)).is_ok()
}

/// A link that looks like the field in which one begins to write.
fn post_field(lang: Lang) -> Markup {
    html! { a class="post-field" href="/difficulties/new" { span { (texts::what_is_stuck(lang)) } (Icon::Plus) } }
}

fn said(lang: Lang, key: &str) -> Option<&'static str> {
    match key {
        "coming" => Some(dure_texts::meetings::done_coming(lang)),
        "not-coming" => Some(dure_texts::meetings::done_not_coming(lang)),
        _ => None,
    }
}

/// How many things wait for the person to do something.
fn waiting(today: &Today) -> i64 {
    let reply = today.meeting.as_ref().is_some_and(|next| next.mine.is_none());
    let steps = today.mine.iter().filter(|mine| mine.step.is_my_turn()).count();
    let many = today.asks.len() + today.invitations.len() + today.confirm.len() + steps + usize::from(reply);
    i64::try_from(many).unwrap_or(i64::MAX)
}

fn hello(lang: Lang, viewer: &Viewer, waiting: i64) -> String {
    let name = format!("{} {}", viewer.name, viewer.title);
    match waiting {
        0 => texts::hello_nothing(lang, name.trim()),
        many => texts::hello(lang, name.trim(), many),
    }
}

fn pressing(viewer: &Viewer, today: &Today, now: Moment) -> Pressing {
    let days = |at: Moment| rules::days_since(at, now);
    let away = |at: Moment| i64::from(at.day().number() - now.day().number());
    Pressing {
        ask_days: today.asks.iter().map(|asked| days(asked.ask.asked_at)).max(),
        invitation_days: today.invitations.iter().map(|one| days(one.invitation.invited_at)).max(),
        confirm_days: today.confirm.iter().map(|one| days(one.stated_at)).max(),
        meeting: today.meeting.as_ref().map(|next| (away(next.meeting.starts_at), next.mine.is_none())),
        mine: (!today.mine.is_empty()).then(|| today.mine.iter().any(|mine| mine.step.is_my_turn())),
        group: today.groups.iter().any(care::needs_something),
        attention: today.attention.is_some(),
        foundings: !today.foundings.is_empty(),
        fits: (!today.fits.is_empty()).then_some(viewer.firm.is_none()),
    }
}

/// `main` is true for the most urgent part: its button stands out.
fn section(lang: Lang, viewer: &Viewer, today: &Today, part: Part, main: bool, now: Moment) -> Markup {
    match part {
        Part::Asks => asks::asks(lang, viewer, &today.asks, main, now),
        Part::Invitations => foundings::waiting(lang, &today.invitations, main),
        Part::Confirm => asks::confirm(lang, &today.confirm, now),
        Part::Meeting => meeting(lang, today, main, now),
        Part::Mine => mine::mine(lang, &today.mine, main, now),
        Part::Group => care::groups(lang, &today.groups, now),
        Part::Attention => care::attention(lang, today.attention.unwrap_or_default()),
        Part::Foundings => foundings::care(lang, &today.foundings),
        Part::Fits => asks::fits(lang, viewer, &today.fits, now),
    }
}

fn meeting(lang: Lang, today: &Today, main: bool, now: Moment) -> Markup {
    let Some(next) = &today.meeting else { return headings::nothing() };
    let card = meetings::Card {
        meeting: &next.meeting,
        whose: &next.whose,
        mine: next.mine,
        tally: next.tally,
        back: meetings::ReplyTo::Home,
        main,
        now,
    };
    let more = headings::more("/meetings", dure_texts::meetings::all_meetings(lang));
    headings::section_with("meeting", texts::next_meeting(lang), None, more, meetings::card(lang, &card))
}

fn nothing_waits(lang: Lang) -> Markup {
    notices::empty(
        Icon::Done,
        texts::nothing_waits(lang),
        texts::nothing_waits_do(lang),
        dure_ui::buttons::link(
            dure_ui::buttons::Look::Second,
            "/difficulties",
            Some(Icon::Difficulty),
            texts::look_at_difficulties(lang),
        ),
    )
}
