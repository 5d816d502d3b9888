//! The next meetings of a group, for the group's page.

use dure_domain::GroupId;
use dure_tables::meetings;
use dure_texts::meetings as texts;
use maud::{Markup, html};
use sea_orm::{ColumnTrait, Condition};

use super::{day_block, reply_badge, when};
use crate::access::Thing;
use crate::error::Result;
use crate::features::meetings::{access, store};
use crate::shell::Visit;
use crate::ui::buttons::{self, Look};
use crate::ui::icons::Icon;
use crate::ui::{headings, notices, rows};

/// Meetings shown on the group's page.
const MOST: u64 = 3;

/// What the group has before it: its next meetings, with one's own replies.
pub async fn of_group(visit: &Visit, group: GroupId) -> Result<Markup> {
    let (lang, db) = (visit.lang(), visit.app.store.read());
    let whose = Condition::all().add(meetings::Column::GroupId.eq(group));
    let may_see = |meeting: &meetings::Model| access::SEE.allows(&visit.viewer, &access::thing_of(meeting));
    let mut next = store::next(db, whose, visit.app.now(), MOST).await?;
    next.retain(may_see);
    let mine = store::replies_of(db, visit.viewer.person, next.iter().map(|meeting| meeting.id)).await?;
    let invited = visit.viewer.all_groups().contains(&group);
    let hrefs: Vec<String> = next.iter().map(|meeting| format!("/meetings/{}", meeting.id)).collect();
    let badge = |meeting: &meetings::Model| match invited {
        true => reply_badge(lang, mine.get(&meeting.id).copied()),
        false => headings::nothing(),
    };
    let rows: Vec<rows::Row<'_>> = next
        .iter()
        .zip(&hrefs)
        .map(|(meeting, href)| rows::Row {
            href,
            title: &meeting.title,
            note: html! { (when(lang, meeting)) @if !meeting.place.is_empty() { " · " (meeting.place) } },
            before: day_block(lang, meeting),
            end: badge(meeting),
        })
        .collect();
    let new = new_button(visit, group);
    let body = html! {
        @if rows.is_empty() {
            (notices::empty(Icon::Meeting, texts::none_upcoming(lang), texts::none_upcoming_wait(lang), new))
        } @else { (rows::rows(&rows)) @if !new.0.is_empty() { div class="buttons" { (new) } } }
    };
    let more = headings::more(&format!("/meetings?group={group}"), texts::all_meetings(lang));
    Ok(headings::section_with("meetings", texts::next_meetings(lang), None, more, body))
}

fn new_button(visit: &Visit, group: GroupId) -> Markup {
    let thing = Thing { groups: vec![group], ..Thing::of_federation(visit.viewer.federation) };
    if !access::ARRANGE.allows(&visit.viewer, &thing) {
        return headings::nothing();
    }
    let href = format!("/meetings/new?group={group}");
    buttons::link(Look::Second, &href, Some(Icon::Plus), texts::new(visit.lang()))
}
