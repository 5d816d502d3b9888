//! Groups: where each is, what it is good for, who is in it.

use dure_pool::GroupAccount;
use dure_texts::{Lang, form as texts};
use maud::{Markup, html};

use super::said;
use crate::cli::form::answer::Answer;

/// Colours of groups return after so many; numbers do not.
const COLOURS: u32 = 12;
/// Longer lists to jump from are folded.
const FEW: usize = 24;

/// All groups, after a list to jump from.
pub fn all(lang: Lang, answer: &Answer) -> Markup {
    let groups = &answer.account.groups;
    html! {
        @if groups.len() > FEW {
            details { summary { (texts::figure_groups(lang)) " " (texts::number(lang, groups.len())) } (list(lang, answer)) }
        } @else if groups.len() > 1 { (list(lang, answer)) }
        @for group in groups { (one(lang, answer, group)) }
    }
}

fn list(lang: Lang, answer: &Answer) -> Markup {
    html! {
        nav aria-label=(texts::groups(lang)) {
            @for group in &answer.account.groups {
                a href={ "#group-" (group.number + 1) } {
                    (badge(group.number)) " " (said::group(answer, lang, group.number)) " · " (texts::firms(lang, group.members.len()))
                }
            }
        }
    }
}

fn badge(number: u32) -> Markup {
    html! { span class={ "badge pool-group-" (number % COLOURS) } aria-hidden="true" { (number + 1) } }
}

fn one(lang: Lang, answer: &Answer, group: &GroupAccount) -> Markup {
    html! {
        article id={ "group-" (group.number + 1) } {
            h2 { (badge(group.number)) " " (said::group(answer, lang, group.number)) }
            p.facts {
                (texts::firms(lang, group.members.len()))
                @if let Some(km) = group.widest_km { " · " (texts::widest(lang, km.round() as i64)) }
                " · " (texts::points(lang, group.worth))
            }
            (strengths(lang, answer, group))
            (members(lang, answer, group))
        }
    }
}

fn strengths(lang: Lang, answer: &Answer, group: &GroupAccount) -> Markup {
    html! {
        h3 { (texts::good_for(lang)) }
        @if group.strengths.is_empty() { p { (texts::no_strengths(lang)) } }
        @else {
            ul.strengths { @for pair in &group.strengths {
                li { @for (at, line) in said::mutual(answer, lang, pair).into_iter().enumerate() { @if at > 0 { br; } (line) } }
            } }
        }
    }
}

fn members(lang: Lang, answer: &Answer, group: &GroupAccount) -> Markup {
    let best = |firm, gives| said::best(answer, lang, &group.members, firm, gives);
    html! {
        table {
            caption { (texts::members(lang)) }
            thead { tr {
                th scope="col" { (texts::column_firm(lang)) }
                th scope="col" { (texts::column_industry(lang)) }
                th scope="col" { (texts::column_place(lang)) }
                th scope="col" { (texts::column_gives(lang)) }
                th scope="col" { (texts::column_gets(lang)) }
            } }
            tbody { @for &number in &group.members {
                @let firm = answer.firm(number);
                tr {
                    th scope="row" { (firm.name) }
                    td data-label=(texts::column_industry(lang)) { (said::industry(lang, firm)) }
                    td data-label=(texts::column_place(lang)) { (said::place(lang, firm)) }
                    td data-label=(texts::column_gives(lang)) { (best(number, true)) }
                    td data-label=(texts::column_gets(lang)) { (best(number, false)) }
                }
            } }
        }
    }
}
