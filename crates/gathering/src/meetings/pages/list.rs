//! The list: what is to come, what is over, of all one's groups or of one.

use std::collections::BTreeMap;

use dure_domain::{GroupId, MeetingId, Moment};
use dure_tables::meetings;
use dure_texts::{Lang, meetings as texts, shell};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords, Tab};
use dure_ui::{badges, headings, notices, rows, words};
use maud::{Markup, html};

use super::{cancelled_badge, day_block, hours, reply_badge};
use crate::meetings::rules;
use crate::meetings::store::{PER_PAGE, Wanted};

/// What the list shows.
pub struct Shown {
    /// A page of meetings.
    pub meetings: Vec<meetings::Model>,
    /// On all pages.
    pub total: u64,
    /// One's own replies.
    pub mine: BTreeMap<MeetingId, bool>,
    /// Who comes and who does not.
    pub tallies: BTreeMap<MeetingId, (i64, i64)>,
    /// Names of the groups.
    pub groups: BTreeMap<GroupId, String>,
    /// Groups of the viewer, for the choice of one.
    pub choice: Vec<GroupId>,
    /// Which.
    pub wanted: Wanted,
    /// Whether the viewer may arrange one.
    pub may_arrange: bool,
}

/// The page's body.
pub fn body(lang: Lang, shown: &Shown, now: Moment) -> Markup {
    let new = html! {
        @if shown.may_arrange { (buttons::link(Look::Main, "/meetings/new", Some(Icon::Plus), texts::new(lang))) }
    };
    html! {
        (headings::page_head(shell::menu_meetings(lang), texts::list_note(lang), new))
        (tabs(lang, shown))
        @if shown.choice.len() > 1 { (groups(lang, shown)) }
        @if shown.meetings.is_empty() { (empty(lang, shown)) }
        @else { (list(lang, shown, now)) }
        (pages(lang, shown))
    }
}

fn href(upcoming: bool, group: Option<GroupId>, page: u64) -> String {
    let mut query: Vec<String> = Vec::new();
    query.extend((!upcoming).then(|| "when=past".to_owned()));
    query.extend(group.map(|group| format!("group={group}")));
    query.extend((page > 1).then(|| format!("page={page}")));
    if query.is_empty() { "/meetings".into() } else { format!("/meetings?{}", query.join("&")) }
}

fn tabs(lang: Lang, shown: &Shown) -> Markup {
    let Wanted { upcoming, group, .. } = shown.wanted;
    let (to_come, over) = (href(true, group, 1), href(false, group, 1));
    let tabs = [
        Tab { href: &to_come, words: texts::upcoming(lang), count: None, here: upcoming },
        Tab { href: &over, words: texts::past(lang), count: None, here: !upcoming },
    ];
    pager::tabs(texts::which(lang), &tabs)
}

fn groups(lang: Lang, shown: &Shown) -> Markup {
    let Wanted { upcoming, group, .. } = shown.wanted;
    let all = href(upcoming, None, 1);
    let named = shown.choice.iter().filter_map(|id| Some((*id, shown.groups.get(id)?.as_str())));
    let links: Vec<(String, &str, bool)> =
        named.map(|(id, name)| (href(upcoming, Some(id), 1), name, group == Some(id))).collect();
    let mut tabs =
        vec![Tab { href: &all, words: texts::all_groups(lang), count: None, here: group.is_none() }];
    tabs.extend(links.iter().map(|(href, words, here)| Tab { href, words, count: None, here: *here }));
    pager::tabs(texts::which_group(lang), &tabs)
}

fn empty(lang: Lang, shown: &Shown) -> Markup {
    let (title, words) = match (shown.wanted.upcoming, shown.may_arrange) {
        (true, true) => (texts::none_upcoming(lang), texts::none_upcoming_arrange(lang)),
        (true, false) => (texts::none_upcoming(lang), texts::none_upcoming_wait(lang)),
        (false, _) => (texts::none_past(lang), texts::none_past_why(lang)),
    };
    notices::empty(Icon::Meeting, title, words, headings::nothing())
}

fn list(lang: Lang, shown: &Shown, now: Moment) -> Markup {
    let hrefs: Vec<String> =
        shown.meetings.iter().map(|meeting| format!("/meetings/{}", meeting.id)).collect();
    let rows: Vec<rows::Row<'_>> = shown
        .meetings
        .iter()
        .zip(&hrefs)
        .map(|(meeting, href)| rows::Row {
            href,
            title: &meeting.title,
            note: note(lang, shown, meeting),
            before: day_block(lang, meeting),
            end: end(lang, shown, meeting, now),
        })
        .collect();
    rows::rows(&rows)
}

fn note(lang: Lang, shown: &Shown, meeting: &meetings::Model) -> Markup {
    let group = meeting.group_id.and_then(|group| shown.groups.get(&group));
    let whose = group.map_or(texts::of_federation(lang), String::as_str);
    html! {
        (whose) " · " (words::meeting(lang, meeting.kind)) " · " (hours(lang, meeting))
        @if !meeting.place.is_empty() { " · " (meeting.place) }
    }
}

fn end(lang: Lang, shown: &Shown, meeting: &meetings::Model, now: Moment) -> Markup {
    let (coming, not_coming) = shown.tallies.get(&meeting.id).copied().unwrap_or_default();
    if meeting.cancelled_at.is_some() {
        return cancelled_badge(lang);
    }
    if rules::takes_replies(meeting, now) {
        reply_badge(lang, shown.mine.get(&meeting.id).copied())
    } else {
        badges::badge(badges::Tone::Line, None, &texts::tally(lang, coming, not_coming))
    }
}

fn pages(lang: Lang, shown: &Shown) -> Markup {
    let Wanted { upcoming, group, page } = shown.wanted;
    let last = shown.total.div_ceil(PER_PAGE);
    pager::pager(&PagerWords::of(lang), page, last, |page| href(upcoming, group, page))
}
