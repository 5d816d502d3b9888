//! The list: what is to come, what is over, of all one's groups or of one.

use dure_domain::{GroupId, Moment};
use dure_tables::meetings;
use dure_texts::{Lang, meetings as texts, shell};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords, Tab};
use dure_ui::{badges, headings, notices, rows, words};
use maud::{Markup, html};

use super::{cancelled_badge, day_block, hours, reply_badge};
use crate::meetings::actions::look::{Listed, PER_PAGE};
use crate::meetings::rules::{self, Wanted};

/// The page's body.
pub fn body(lang: Lang, shown: &Listed, now: Moment) -> Markup {
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

fn tabs(lang: Lang, shown: &Listed) -> Markup {
    let Wanted { upcoming, group, .. } = shown.wanted;
    let (to_come, over) = (href(true, group, 1), href(false, group, 1));
    let tabs = [
        Tab { href: &to_come, words: texts::upcoming(lang), count: None, here: upcoming },
        Tab { href: &over, words: texts::past(lang), count: None, here: !upcoming },
    ];
    pager::tabs(texts::which(lang), &tabs)
}

fn groups(lang: Lang, shown: &Listed) -> Markup {
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

fn empty(lang: Lang, shown: &Listed) -> Markup {
    let (title, words) = match (shown.wanted.upcoming, shown.may_arrange) {
        (true, true) => (texts::none_upcoming(lang), texts::none_upcoming_arrange(lang)),
        (true, false) => (texts::none_upcoming(lang), texts::none_upcoming_wait(lang)),
        (false, _) => (texts::none_past(lang), texts::none_past_why(lang)),
    };
    notices::empty(Icon::Meeting, title, words, headings::nothing())
}

fn list(lang: Lang, shown: &Listed, now: Moment) -> Markup {
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

fn note(lang: Lang, shown: &Listed, meeting: &meetings::Model) -> Markup {
    let group = meeting.group_id.and_then(|group| shown.groups.get(&group));
    let whose = group.map_or(texts::of_federation(lang), String::as_str);
    html! {
        (whose) " · " (words::meeting(lang, meeting.kind)) " · " (hours(lang, meeting))
        @if !meeting.place.is_empty() { " · " (meeting.place) }
    }
}

fn end(lang: Lang, shown: &Listed, meeting: &meetings::Model, now: Moment) -> Markup {
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

fn pages(lang: Lang, shown: &Listed) -> Markup {
    let Wanted { upcoming, group, page } = shown.wanted;
    let last = shown.total.div_ceil(PER_PAGE);
    pager::pager(&PagerWords::of(lang), page, last, |page| href(upcoming, group, page))
}
