//! One meeting as a card with the two answers: come or not.

use dure_domain::Moment;
use dure_tables::meetings;
use dure_texts::{Lang, meetings as texts};
use dure_ui::icons::Icon;
use dure_ui::{buttons, cards, forms, words};
use maud::{Markup, html};

use super::{day_block, hours, reply_badge};

/// Which page the reply leads back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyTo {
    /// The meeting's own.
    Meeting,
    /// The home page.
    Home,
}

/// What the card shows.
pub struct Card<'a> {
    /// The meeting.
    pub meeting: &'a meetings::Model,
    /// The group, or the federation.
    pub whose: &'a str,
    /// One's own reply.
    pub mine: Option<bool>,
    /// How many come and how many do not.
    pub tally: (i64, i64),
    /// Where a reply leads back to.
    pub back: ReplyTo,
    /// Whether replying is the main act of the page.
    pub main: bool,
    /// The present instant.
    pub now: Moment,
}

/// The card.
pub fn card(lang: Lang, card: &Card<'_>) -> Markup {
    let Card { meeting, whose, mine, tally, back, main, now } = *card;
    let far = words::until(lang, meeting.starts_at.day(), now.day());
    let mut line = vec![(Icon::Clock, far), (Icon::Group, texts::tally(lang, tally.0, tally.1))];
    if !whose.is_empty() && !meeting.title.contains(whose) {
        line.insert(0, (Icon::Meeting, whose.to_owned()));
    }
    let title = html! { a href={ "/meetings/" (meeting.id) } { (meeting.title) } };
    let note = match meeting.place.as_str() {
        "" => hours(lang, meeting),
        place => texts::when_where(lang, hours(lang, meeting), place),
    };
    let badge = html! { @if mine.is_some() { (reply_badge(lang, mine)) } };
    let body = html! {
        (cards::head(cards::who(day_block(lang, meeting), title, &note), badge))
        (cards::statline(&line))
        (reply(lang, meeting, mine, back, main))
    };
    if mine.is_none() { cards::waiting(body) } else { cards::card(body) }
}

/// The two answers; once given, the way to change one's mind.
pub fn reply(lang: Lang, meeting: &meetings::Model, mine: Option<bool>, back: ReplyTo, main: bool) -> Markup {
    let action = match back {
        ReplyTo::Meeting => format!("/meetings/{}/reply", meeting.id),
        ReplyTo::Home => format!("/meetings/{}/reply?back=home", meeting.id),
    };
    let Some(was_coming) = mine else {
        let coming = ("yes", Some(Icon::Check), texts::coming(lang).to_owned());
        let not_coming = ("no", Some(Icon::Declined), texts::not_coming(lang).to_owned());
        return buttons::answers(&action, "reply", main, &[coming, not_coming]);
    };
    let (value, words) =
        if was_coming { ("no", texts::change_to_no(lang)) } else { ("yes", texts::change_to_yes(lang)) };
    html! {
        form method="post" action=(action) {
            (forms::hidden("reply", value))
            (buttons::submit(buttons::Look::Quiet, Some(Icon::Reply), words))
        }
    }
}
