//! A firm of a draft: why it is where it is, what other groups would gain, and with whom it shall be or never.

use dure_domain::{FirmId, PairWish};
use dure_pool::{Block, FirmNo, Ground, Link, Move};
use dure_texts::{Lang, formation as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field};
use dure_ui::icons::Icon;
use dure_ui::tables::{self, Column};
use dure_ui::{cards, headings, unfold};
use dure_web::Visit;
use maud::{Markup, html};

use super::wishes;
use super::{about, count, crumbs, firm_page, group_name, sign, speaking};
use crate::studio::actions::Scene;

/// Groups shown before more are asked for.
const FIRST_GROUPS: usize = 12;
/// Firms offered for a wish.
const MOST_OFFERED: usize = 400;
/// Reasons against a group that are named.
const MOST_BLOCKS: usize = 3;

/// `GET /formation/{id}/firms/{firm}`
pub fn page(visit: &Visit, scene: &Scene, number: FirmNo, notice: &Markup) -> Markup {
    let lang = visit.lang();
    let (draft, firm) = (scene.draft(), scene.firm(number));
    let main = html! {
        (why(lang, scene, number))
        (elsewhere(lang, scene, number))
    };
    let side = html! {
        (own(lang, scene, number))
        (wishes(lang, scene, number))
    };
    let body = html! {
        (crumbs(lang, Some((draft.id, &draft.name))))
        (headings::page_head_below(seat(lang, scene, number), &firm.name, &about(lang, firm), html! {
            (buttons::link(Look::Second, &format!("/firms/{}", firm.id), Some(Icon::Firm), texts::firm_page(lang)))
        }))
        (notice)
        (headings::columns(main, texts::firm_side(lang), side))
    };
    visit.page(&firm.name, body)
}

fn seat(lang: Lang, scene: &Scene, number: FirmNo) -> Markup {
    html! {
        @match scene.grouping.of[number as usize] {
            Some(group) => {
                (sign(group)) span { (group_name(lang, scene, group)) }
                @if scene.is_locked(number) { (badges::badge(Tone::Info, Some(Icon::Lock), texts::locked(lang))) }
            }
            None => { (badges::badge(Tone::Warn, Some(Icon::Warning), texts::left_out(lang))) }
        }
    }
}

/// What the firm gives and gets in its group, or why it has none.
fn why(lang: Lang, scene: &Scene, number: FirmNo) -> Markup {
    let Some(group) = scene.grouping.of[number as usize] else {
        let left = scene.account.left_out.iter().find(|left| left.firm == number);
        let words =
            left.map(|left| speaking(lang, scene, |namer| namer.why_left(&left.why))).unwrap_or_default();
        return headings::section("why", texts::why_left_out(lang), cards::card(html! { p { (words) } }));
    };
    let members =
        scene.account.groups.iter().find(|one| one.number == group).map(|one| one.members.as_slice());
    let mut rows: Vec<(i64, Vec<Markup>)> = members
        .unwrap_or_default()
        .iter()
        .filter(|member| **member != number)
        .filter_map(|member| ties(lang, scene, number, *member))
        .collect();
    rows.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    let rows: Vec<Vec<Markup>> = rows.into_iter().map(|(_, row)| row).collect();
    let columns = [
        Column::words(dure_texts::words::firm(lang)),
        Column::words(texts::column_gives(lang)),
        Column::words(texts::column_gets(lang)),
    ];
    let body = if rows.is_empty() {
        cards::card(html! { p { (texts::no_ties(lang)) } })
    } else {
        tables::table("ties", texts::why_here(lang), &columns, &rows)
    };
    headings::section("why", texts::why_here(lang), body)
}

fn ties(lang: Lang, scene: &Scene, number: FirmNo, member: FirmNo) -> Option<(i64, Vec<Markup>)> {
    let (gives, gets) = (scene.posed.link(number, member), scene.posed.link(member, number));
    let points = gives.map_or(0, |link| link.points) + gets.map_or(0, |link| link.points);
    let words = |link: Option<&Link>| html! { @if let Some(link) = link { (link.words.join(", ")) (ground(lang, link)) } };
    (points > 0).then(|| {
        let name = html! { a href=(firm_page(scene, member)) { (scene.firm(member).name) } };
        (points, vec![name, words(gives), words(gets)])
    })
}

/// What a link rests on, where nobody has said it.
fn ground(lang: Lang, link: &Link) -> Markup {
    let words = match link.ground {
        Ground::Said => return headings::nothing(),
        Ground::Usual => texts::ground_usual(lang),
        Ground::Field => texts::ground_field(lang),
    };
    html! { div class="muted small" { (words) } }
}

/// Every other group with what it would gain and what stands in the way.
fn elsewhere(lang: Lang, scene: &Scene, number: FirmNo) -> Markup {
    let moves = dure_pool::would(&scene.posed, &scene.grouping, number);
    if moves.is_empty() {
        return headings::nothing();
    }
    let (first, more) = moves.split_at(moves.len().min(FIRST_GROUPS));
    headings::section_with(
        "elsewhere",
        texts::elsewhere(lang),
        None,
        headings::nothing(),
        html! {
            (options(lang, scene, number, "moves", first))
            @if !more.is_empty() {
                (unfold::plain(&texts::more_groups(lang, count(more.len())), options(lang, scene, number, "more-moves", more)))
            }
        },
    )
}

fn options(lang: Lang, scene: &Scene, number: FirmNo, id: &str, moves: &[Move]) -> Markup {
    let mut columns = vec![
        Column::words(dure_texts::words::group(lang)),
        Column::number(texts::column_gain(lang)),
        Column::words(texts::column_blocks(lang)),
    ];
    if scene.is_open() {
        columns.push(Column::buttons(texts::do_move(lang)));
    }
    let rows: Vec<Vec<Markup>> = moves
        .iter()
        .map(|one| {
            let mut row = vec![
                html! { div class="cluster" { (sign(one.group)) span { (group_name(lang, scene, one.group)) } } },
                html! { (texts::gain(lang, one.gain)) },
                blocks(lang, scene, &one.blocks),
            ];
            if scene.is_open() {
                row.push(put(lang, scene, number, one));
            }
            row
        })
        .collect();
    tables::table(id, texts::elsewhere(lang), &columns, &rows)
}

fn blocks(lang: Lang, scene: &Scene, blocks: &[Block]) -> Markup {
    let lines: Vec<String> = speaking(lang, scene, |namer| {
        blocks.iter().take(MOST_BLOCKS).map(|block| namer.block(block)).collect()
    });
    let more = blocks.len().saturating_sub(MOST_BLOCKS);
    html! {
        @if lines.is_empty() { (badges::badge(Tone::Good, Some(Icon::Check), texts::free(lang))) }
        @for line in lines { div { (line) } }
        @if more > 0 { div { (texts::more_blocks(lang, count(more))) } }
    }
}

/// The button that moves the firm; none where a rule forbids it.
fn put(lang: Lang, scene: &Scene, number: FirmNo, one: &Move) -> Markup {
    let soft = |block: &Block| matches!(block, Block::TooFar { .. } | Block::NoMeetingPlace);
    if !one.blocks.iter().all(soft) {
        return html! { span class="muted" { (texts::not_possible(lang)) } };
    }
    let draft = scene.draft();
    html! {
        form method="post" action={ "/formation/" (draft.id) "/move" } {
            (forms::hidden("version", &draft.version.to_string()))
            (forms::hidden("firm", &scene.firm(number).id.to_string()))
            (forms::hidden("to", &one.group.to_string()))
            button class="button button-second" name="act" value="move" {
                (texts::do_move(lang)) span class="unseen" { ": " (group_name(lang, scene, one.group)) }
            }
        }
    }
}

/// What the firm says of itself.
fn own(lang: Lang, scene: &Scene, number: FirmNo) -> Markup {
    let firm = scene.firm(number);
    let texts_of = [
        (texts::own_products(lang), &firm.products),
        (texts::own_offers(lang), &firm.offers),
        (texts::own_needs(lang), &firm.needs),
    ];
    let facts: Vec<(String, Markup)> = texts_of
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(label, text)| (label.to_owned(), html! { (text) }))
        .collect();
    let body = if facts.is_empty() {
        html! { p { (texts::own_nothing(lang)) } }
    } else {
        cards::facts(&facts)
    };
    headings::section("own", texts::own(lang), cards::card(body))
}

fn wishes(lang: Lang, scene: &Scene, number: FirmNo) -> Markup {
    let firm = scene.firm(number).id;
    let pairs = scene.contents.pairs.iter().filter(|pair| pair.firm_id == firm || pair.other_id == firm);
    let name =
        |id: FirmId| scene.number_of(id).map(|number| scene.firm(number).name.clone()).unwrap_or_default();
    headings::section(
        "wishes",
        texts::wishes(lang),
        cards::card(html! {
            @for pair in pairs {
                div class="cluster" {
                    span { (wishes::words(lang, pair.wish, name(pair.firm_id), name(pair.other_id))) }
                    @if scene.is_open() { (wishes::unwish(lang, scene, pair.firm_id, pair.other_id)) }
                }
            }
            @if scene.is_open() { (new_wish(lang, scene, number)) }
        }),
    )
}

fn new_wish(lang: Lang, scene: &Scene, number: FirmNo) -> Markup {
    let draft = scene.draft();
    let field = Field {
        name: "other",
        label: texts::wish_other(lang),
        hint: texts::wish_hint(lang),
        ..Field::default()
    };
    html! {
        form class="stack" method="post" action={ "/formation/" (draft.id) "/firms/" (scene.firm(number).id) "/wish" } {
            (forms::hidden("version", &draft.version.to_string()))
            (forms::select_grouped(&field, ("", texts::choose_other(lang)), &others(lang, scene, number), ""))
            div class="buttons" {
                (buttons::choice(Look::Second, "wish", PairWish::Apart.as_str(), None, texts::do_apart(lang)))
                (buttons::choice(Look::Second, "wish", PairWish::Together.as_str(), None, texts::do_together(lang)))
            }
        }
    }
}

/// Firms to choose from: the own group's first. Of very many only those that have to do with this one.
fn others(lang: Lang, scene: &Scene, number: FirmNo) -> Vec<forms::OptionGroup> {
    let own = scene.grouping.of[number as usize];
    let near = |other: FirmNo| {
        let tied = scene.posed.link(number, other).is_some() || scene.posed.link(other, number).is_some();
        scene.contents.firms.len() <= MOST_OFFERED || tied
    };
    let all = (0..scene.contents.firms.len() as FirmNo).filter(|other| *other != number);
    let of = |other: &FirmNo| scene.grouping.of[*other as usize];
    let (mine, others): (Vec<FirmNo>, Vec<FirmNo>) = all.partition(|other| own.is_some() && of(other) == own);
    let named = |firms: Vec<FirmNo>| {
        let mut named: Vec<(String, String)> = firms
            .into_iter()
            .map(|firm| (scene.firm(firm).id.to_string(), scene.firm(firm).name.clone()))
            .collect();
        named.sort_by(|a, b| a.1.cmp(&b.1));
        named
    };
    let others = others.into_iter().filter(|other| near(*other)).collect();
    [(texts::same_group(lang), named(mine)), (texts::other_firms(lang), named(others))]
        .into_iter()
        .filter(|(_, firms)| !firms.is_empty())
        .map(|(heading, firms)| (heading.to_owned(), firms))
        .collect()
}
