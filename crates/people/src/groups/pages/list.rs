//! The list of groups.

use dure_texts::{Lang, groups as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::icons::Icon;
use dure_ui::pager::{self, PagerWords};
use dure_ui::{headings, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use crate::groups::access;
use crate::groups::actions::{Listed, PER_PAGE};

/// The page.
pub fn page(visit: &Visit, page: u64, listed: &Listed) -> Markup {
    let lang = visit.lang();
    let may_found = access::CREATE.admit(Some(&visit.viewer)).is_ok();
    let found = if may_found {
        buttons::link(Look::Second, "/groups/new", Some(Icon::Plus), texts::new(lang))
    } else {
        headings::nothing()
    };
    let cards: Vec<Markup> = listed.lines.iter().map(|line| one(lang, listed, line)).collect();
    let body = html! {
        (headings::page_head(&visit.called(texts::title(lang)), &texts::count(lang, listed.total), found))
        @if cards.is_empty() {
            (notices::empty(Icon::Group, texts::none_yet(lang), texts::none_yet_note(lang), headings::nothing()))
        } @else {
            h2 class="unseen" { (texts::count(lang, listed.total)) }
            (cards::grid(&cards))
        }
        (pager::pager(&PagerWords::of(lang), page, listed.total.div_ceil(PER_PAGE), |page| format!("/groups?page={page}")))
    };
    visit.page(&visit.called(texts::title(lang)), body)
}

fn one(lang: Lang, listed: &Listed, line: &crate::groups::actions::Line) -> Markup {
    let group = &line.group;
    let mut lines = vec![(Icon::Firm, dure_texts::words::firms(lang, line.firms))];
    let place = words::place_of(group.place_code).map(|place| words::place(lang, place).to_owned());
    lines.extend(place.map(|place| (Icon::Place, place)));
    lines.extend(line.chair.iter().map(|chair| (Icon::Person, texts::chaired_by(lang, chair.as_str()))));
    if !group.rhythm.trim().is_empty() {
        lines.push((Icon::Meeting, group.rhythm.clone()));
    }
    cards::link_card(LinkCard {
        href: &format!("/groups/{}", group.id),
        title: &group.name,
        top: html! {
            @if listed.own.contains(&group.id) { (badges::badge(Tone::Primary, Some(Icon::Star), texts::own(lang))) }
        },
        body: cards::statline(&lines),
        foot: headings::nothing(),
        waiting: false,
    })
}
