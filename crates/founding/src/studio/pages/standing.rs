//! Groups that exist: where a firm would fit, whom a group could recruit, how it could be divided.

use dure_people::groups::access as group_access;
use dure_pool::{Block, FirmNo, Move};
use dure_texts::{Lang, formation as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::tables::{self, Column};
use dure_ui::{cards, headings, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::{about, count, summary};
use crate::studio::actions::{Dividing, Fitting, Recruiting, Standing};
use crate::studio::words::Namer;

/// Firms that are proposed.
const MOST_RECRUITS: usize = 20;
/// Industries that are proposed.
const MOST_INDUSTRIES: usize = 5;
/// Ties of a firm that are named.
const MOST_TIES: usize = 3;
/// Reasons against a group that are named.
const MOST_BLOCKS: usize = 2;

fn rules_note(lang: Lang, rules: &dure_pool::Rules) -> Markup {
    html! { p class="muted small" { (summary::rules_line(lang, rules)) } }
}

/// What a firm and the members of a group give each other, strongest first.
fn ties(lang: Lang, standing: &Standing, firm: FirmNo, members: &[FirmNo]) -> Markup {
    let name = |firm: FirmNo| standing.firm(firm).name.clone();
    let mut lines: Vec<(i64, String)> = Vec::new();
    for member in members {
        for (from, to) in [(firm, *member), (*member, firm)] {
            if let Some(link) = standing.posed.link(from, to) {
                lines.push((link.points, texts::gives(lang, name(from), name(to), link.words.join(", "))));
            }
        }
    }
    lines.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    html! {
        @if lines.is_empty() { span class="muted" { (texts::nothing_found(lang)) } }
        @for (_, line) in lines.into_iter().take(MOST_TIES) { div { (line) } }
    }
}

/// `GET /formation/join?firm=`
pub fn join(visit: &Visit, fitting: &Fitting) -> Markup {
    let lang = visit.lang();
    let standing = &fitting.standing;
    let firm = standing.firm(fitting.firm);
    let columns = [
        Column::words(dure_texts::words::group(lang)),
        Column::number(texts::column_gain(lang)),
        Column::words(texts::column_good(lang)),
        Column::words(texts::column_blocks(lang)),
        Column::buttons(texts::take_in(lang)),
    ];
    let rows: Vec<Vec<Markup>> = fitting.moves.iter().map(|one| group_row(lang, fitting, one)).collect();
    let title = texts::join_title(lang, firm.name.clone());
    let body = html! {
        (headings::crumbs(dure_texts::forms::way(lang), &[(format!("/firms/{}", firm.id), firm.name.clone())]))
        (headings::page_head(&title, &about(lang, firm), headings::nothing()))
        (rules_note(lang, &standing.rules))
        @if rows.is_empty() {
            (notices::empty(Icon::Group, texts::join_none(lang), texts::join_none_do(lang), headings::nothing()))
        } @else {
            (tables::table("fitting", &title, &columns, &rows))
        }
    };
    visit.page(&title, body)
}

fn group_row(lang: Lang, fitting: &Fitting, one: &Move) -> Vec<Markup> {
    let standing = &fitting.standing;
    let group = standing.group(one.group);
    let members = standing.members(one.group);
    let place = words::place_of(group.place_code).map(|place| words::place(lang, place)).unwrap_or_default();
    vec![
        html! {
            a href={ "/groups/" (group.id) } { (group.name) }
            div class="muted small" { (texts::firms_many(lang, count(members.len()))) @if !place.is_empty() { " · " (place) } }
        },
        html! { (texts::gain(lang, one.gain)) },
        ties(lang, standing, fitting.firm, &members),
        blocks(lang, standing, &one.blocks),
        html! {
            @if one.blocks.iter().any(|block| matches!(block, Block::SameIndustry { .. } | Block::Full)) {
                span class="muted" { (texts::not_possible(lang)) }
            } @else {
                (take_in(lang, group, standing.firm(fitting.firm)))
            }
        },
    ]
}

fn take_in(lang: Lang, group: &dure_tables::groups::Model, firm: &dure_tables::firms::Model) -> Markup {
    let href = format!("/groups/{}/members/new?firm={}", group.id, firm.id);
    html! {
        a class="button button-second" href=(href) { (texts::take_in(lang)) span class="unseen" { ": " (group.name) ", " (firm.name) } }
    }
}

fn blocks(lang: Lang, standing: &Standing, blocks: &[Block]) -> Markup {
    let firm = |number: FirmNo| standing.firm(number).name.clone();
    let group = |number: u32| standing.group(number).name.clone();
    let namer = Namer { lang, firm: &firm, group: &group };
    let more = blocks.len().saturating_sub(MOST_BLOCKS);
    html! {
        @if blocks.is_empty() { (badges::badge(Tone::Good, Some(Icon::Check), texts::free(lang))) }
        @for block in blocks.iter().take(MOST_BLOCKS) { div { (namer.block(block)) } }
        @if more > 0 { div { (texts::more_blocks(lang, count(more))) } }
    }
}

/// `GET /formation/recruit?group=`
pub fn recruit(visit: &Visit, recruiting: &Recruiting) -> Markup {
    let lang = visit.lang();
    let standing = &recruiting.standing;
    let group = standing.group(0);
    let title = texts::recruit_title(lang, group.name.clone());
    let may_take_in = group_access::KEEP_MEMBERS.allows(&visit.viewer, &group_access::thing(group));
    let columns = [
        Column::words(dure_texts::words::firm(lang)),
        Column::number(texts::column_gain(lang)),
        Column::words(texts::column_good(lang)),
        Column::buttons(texts::take_in(lang)),
    ];
    let members = standing.members(0);
    let row = |recruit: &dure_formation::add::Recruit| {
        let firm = standing.firm(recruit.firm);
        vec![
            html! { a href={ "/firms/" (firm.id) } { (firm.name) } div class="muted small" { (about(lang, firm)) } },
            html! { (texts::gain(lang, recruit.gain)) },
            ties(lang, standing, recruit.firm, &members),
            if may_take_in { take_in(lang, group, firm) } else { headings::nothing() },
        ]
    };
    let rows: Vec<Vec<Markup>> = recruiting.recruits.iter().take(MOST_RECRUITS).map(row).collect();
    let body = html! {
        (headings::crumbs(dure_texts::forms::way(lang), &[(format!("/groups/{}", group.id), group.name.clone())]))
        (headings::page_head(&title, &texts::vacant(lang, count(members.len()), count(recruiting.vacant)), headings::nothing()))
        (rules_note(lang, &standing.rules))
        (industries(lang, recruiting))
        @if rows.is_empty() {
            (notices::empty(Icon::Firm, texts::recruit_none(lang), texts::recruit_none_do(lang), headings::nothing()))
        } @else {
            (headings::section("recruits", texts::recruits(lang), tables::table("recruit-list", texts::recruits(lang), &columns, &rows)))
        }
    };
    visit.page(&title, body)
}

/// Industries that would help most: the first firm of each says how much.
fn industries(lang: Lang, recruiting: &Recruiting) -> Markup {
    let standing = &recruiting.standing;
    let mut seen = std::collections::BTreeSet::new();
    let first =
        recruiting.recruits.iter().filter(|recruit| recruit.class.is_some_and(|class| seen.insert(class)));
    let names: Vec<(String, String)> = first
        .take(MOST_INDUSTRIES)
        .filter_map(|recruit| {
            let slot = standing.posed.slots.get(recruit.class? as usize)?;
            Some((words::industry_name(lang, *slot).to_owned(), texts::gain(lang, recruit.gain)))
        })
        .collect();
    if names.is_empty() {
        return headings::nothing();
    }
    let list = html! {
        ol class="list" { @for (name, gain) in names { li { (name) " " span class="muted" { (gain) } } } }
    };
    headings::section("industries", texts::wanted_industries(lang), cards::card(list))
}

/// `GET /formation/split?group=`
pub fn split(visit: &Visit, dividing: &Dividing) -> Markup {
    let lang = visit.lang();
    let standing = &dividing.standing;
    let group = standing.group(0);
    let title = texts::split_title(lang, group.name.clone());
    let field = Field { name: "least", label: texts::split_least(lang), filter: true, ..Field::default() };
    let body = html! {
        (headings::crumbs(dure_texts::forms::way(lang), &[(format!("/groups/{}", group.id), group.name.clone())]))
        (headings::page_head(&title, texts::split_note(lang), html! {
            @if dividing.halves.is_some() { (buttons::print(dure_texts::forms::print(lang))) }
        }))
        (forms::filters("/formation/split", &title, html! {
            (forms::hidden("group", &group.id.to_string()))
            (forms::input_with_unit(&field, Input::Number, &dividing.least.to_string(), texts::unit_firms(lang)))
            (buttons::submit(Look::Second, None, texts::split_again(lang)))
        }))
        @match &dividing.halves {
            Some(halves) => {
                p { (texts::split_worth(lang, dividing.worth.0, dividing.worth.1)) }
                div class="studio-groups" {
                    @for (at, members) in halves.iter().enumerate() { (half(lang, standing, at + 1, members)) }
                }
            }
            None => (notices::notice(Tone::Warn, html! {
                p { (undivided(lang, dividing)) }
            }))
        }
    };
    visit.page(&title, body)
}

/// Why a group cannot be divided so.
fn undivided(lang: Lang, dividing: &Dividing) -> String {
    let firms = dividing.standing.firms.len();
    if firms > dure_formation::split::MOST_MEMBERS {
        texts::split_too_many(lang, count(firms), count(dure_formation::split::MOST_MEMBERS))
    } else {
        texts::split_none(lang, count(firms), count(dividing.least))
    }
}

fn half(lang: Lang, standing: &Standing, number: usize, members: &[FirmNo]) -> Markup {
    html! {
        section class="card" {
            h2 { (texts::subgroup(lang, count(number))) }
            (cards::statline(&[(Icon::Firm, texts::firms_many(lang, count(members.len())))]))
            ul class="seats" {
                @for member in members {
                    @let others: Vec<FirmNo> = members.iter().copied().filter(|other| other != member).collect();
                    li class="seat" {
                        div class="seat-words" {
                            a href={ "/firms/" (standing.firm(*member).id) } { (standing.firm(*member).name) }
                            small { (about(lang, standing.firm(*member))) }
                            div class="small" { (ties(lang, standing, *member, &others)) }
                        }
                    }
                }
            }
        }
    }
}
