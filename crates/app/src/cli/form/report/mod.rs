//! The report: one file that needs nothing beside it, for screens, paper and mail.

mod groups;
mod left;

use dure_founding::studio::words::preferred;
use dure_pool::MapWords;
use dure_texts::{Lang, form as texts};
use dure_ui::words;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::answer::Answer;
use super::said;

/// Everything on one page.
pub fn page(lang: Lang, answer: &Answer) -> Markup {
    let title = texts::report_title(lang);
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(include_str!("report.css"))) }
            }
            body {
                main {
                    h1 { (title) }
                    (summary(lang, answer))
                    (doubts(lang, answer))
                    @if !answer.account.groups.is_empty() { (map(lang, answer)) }
                    (groups::all(lang, answer))
                    (left::all(lang, answer))
                    (how_to_read(lang, answer))
                }
            }
        }
    }
}

fn summary(lang: Lang, answer: &Answer) -> Markup {
    let account = &answer.account;
    let figures = [
        (texts::figure_groups(lang), account.groups.len()),
        (texts::figure_placed(lang), account.placed),
        (texts::figure_left(lang), account.left_out.len()),
        (texts::figure_bad_rows(lang), answer.bad.len()),
    ];
    html! {
        p.lede {
            @if account.groups.is_empty() { (texts::none_formed(lang, answer.firms.len())) }
            @else { (texts::formed(lang, answer.firms.len(), account.groups.len(), account.placed, account.left_out.len())) }
            @if answer.stopped { " " (texts::stopped(lang)) }
        }
        dl.figures { @for (name, figure) in figures { div { dt { (name) } dd { (grouped(lang, figure)) } } } }
        p.rules { (rules(lang, answer)) }
    }
}

fn rules(lang: Lang, answer: &Answer) -> String {
    let rules = &answer.rules;
    let rule = texts::rules(lang, rules.least, rules.most, i64::from(rules.level.digits()));
    let preferred = preferred(lang, rules).map(|words| format!(" {words}")).unwrap_or_default();
    format!("{rule} {}{preferred}", said::distance(answer, lang))
}

fn doubts(lang: Lang, answer: &Answer) -> Markup {
    let troubles = said::troubles(answer, lang);
    html! {
        @if !troubles.is_empty() {
            section.doubts {
                h2 { (texts::doubts(lang)) }
                ul { @for trouble in troubles { li { (trouble) } } }
            }
        }
    }
}

fn map(lang: Lang, answer: &Answer) -> Markup {
    let map = dure_pool::map(&answer.firms, &answer.grouping);
    let firm = |number: u32| {
        let name = &answer.firm(number).name;
        match answer.grouping.of[number as usize] {
            Some(group) => format!("{name} · {}", said::group(answer, lang, group)),
            None => format!("{name} · {}", texts::left_out(lang)),
        }
    };
    let place = |place| words::place(lang, place).to_owned();
    let group = |group: u32| (group + 1).to_string();
    let href = |number: u32| {
        let group = answer.grouping.of[number as usize];
        Some(group.map_or_else(|| "#left-out".to_owned(), |group| format!("#group-{}", group + 1)))
    };
    let title = texts::map_title(lang, map.points.len(), answer.account.groups.len());
    let words = MapWords { title: &title, firm: &firm, place: &place, group: &group, href: &href };
    html! {
        section {
            h2 { (texts::map(lang)) }
            figure {
                div.map tabindex="0" { (map.svg(&words)) }
                figcaption {
                    (texts::map_note(lang))
                    @if !map.nowhere.is_empty() { " " (texts::map_nowhere(lang, map.nowhere.len())) }
                }
            }
        }
    }
}

fn how_to_read(lang: Lang, answer: &Answer) -> Markup {
    html! {
        section.notes {
            h2 { (texts::how_to_read(lang)) }
            ul {
                li { (texts::worth(lang, answer.account.worth, said::bound(answer, lang))) " " (texts::worth_means(lang)) }
                li { (said::basis(answer, lang)) " " (texts::usual_means(lang)) }
                li { (said::distance(answer, lang)) }
                li { (texts::effort(lang, answer.seed, answer.moves)) " " (texts::effort_means(lang)) }
            }
        }
    }
}

/// A number in groups of three.
fn grouped(lang: Lang, number: usize) -> String {
    texts::number(lang, number)
}

/// Why firms are left out, in a few words.
pub fn reason_words(lang: Lang, reason: &str) -> &'static str {
    match reason {
        "nobody_near" => texts::reason_nobody_near(lang),
        "too_few_near" => texts::reason_too_few_near(lang),
        "no_seat" => texts::reason_no_seat(lang),
        "out_of_reach" => texts::reason_out_of_reach(lang),
        "no_meeting_place" => texts::reason_no_meeting_place(lang),
        "locked" => texts::reason_locked(lang),
        "no_use" => texts::reason_no_use(lang),
        "could_join" => texts::reason_could_join(lang),
        _ => texts::reason_no_group_formed(lang),
    }
}
