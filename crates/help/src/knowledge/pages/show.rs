//! One solved case.

use dure_texts::{Lang, knowledge as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use crate::knowledge::actions::Shown;

/// The page.
pub fn show(visit: &Visit, shown: &Shown, done: &str) -> Markup {
    let lang = visit.lang();
    let case = &shown.case;
    let above = html! {
        (badges::badge(Tone::Good, Some(Icon::Done), texts::solved(lang)))
        (badges::badge(Tone::Line, None, words::need(lang, case.need)))
        (badges::badge(Tone::Line, Some(Icon::Eye), words::visibility(lang, case.visibility)))
    };
    let firm = words::poster(lang, shown.firm.as_deref(), case.need);
    let subtitle = format!("{firm} · {}", words::date(lang, case.kept_at.day()));
    let like = format!("/difficulties/new?like={}", case.id);
    let main = html! {
        (story(lang, shown))
        @if case.firm_id.is_none() || case.firm_id != visit.viewer.firm {
            div class="buttons" { (buttons::link(Look::Main, &like, Some(Icon::Plus), texts::me_too(lang))) }
        }
    };
    let body = html! {
        (headings::crumbs(texts::way(lang), &[("/knowledge".into(), texts::title(lang).into())]))
        @if done == "kept" { (notices::notice(Tone::Good, html! { p { (texts::done_kept(lang)) } })) }
        (headings::page_head_below(above, &case.title, &subtitle, headings::nothing()))
        (headings::columns(main, texts::about(lang), side(lang, shown)))
    };
    visit.page(&case.title, body)
}

/// The story in the order of the quality circle; what was left empty is left out.
fn story(lang: Lang, shown: &Shown) -> Markup {
    let case = &shown.case;
    let parts = [
        (texts::problem(lang), &case.problem),
        (texts::cure(lang), &case.cure),
        (texts::effect(lang), &case.effect),
        (texts::standard(lang), &case.standard),
    ];
    let told: Vec<(String, Markup)> = parts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(name, text)| (name.to_owned(), cards::prose(text)))
        .collect();
    cards::card(cards::facts(&told))
}

fn side(lang: Lang, shown: &Shown) -> Markup {
    let case = &shown.case;
    let href = match (case.helper_firm_id, case.helper_person_id) {
        (Some(firm), _) => Some(format!("/firms/{firm}")),
        (None, Some(person)) => Some(format!("/people/{person}")),
        (None, None) => None,
    };
    let mark = match case.helper_firm_id {
        Some(_) => badges::firm_mark(&shown.solver),
        None => badges::avatar(&shown.solver),
    };
    html! {
        @if let Some(href) = href {
            (cards::card(html! {
                h2 { (texts::solver(lang)) }
                (cards::who(mark, html! { a href=(href) { (shown.solver) } }, texts::solver_note(lang)))
            }))
        }
        @if shown.took_part {
            div class="buttons" {
                (buttons::link(Look::Second, &format!("/difficulties/{}", case.difficulty_id), None, texts::open(lang)))
            }
        }
        @if shown.may_withdraw {
            (cards::card(html! {
                h2 { (texts::consent(lang)) }
                p class="muted" { (texts::consent_note(lang)) }
                div class="buttons" {
                    @if shown.may_change {
                        (buttons::link(Look::Quiet, &format!("/difficulties/{}/case", case.difficulty_id), Some(Icon::Edit), texts::change(lang)))
                    }
                    (buttons::post_confirmed(&format!("/knowledge/{}/withdraw", case.id), Look::Danger, Some(Icon::Delete), texts::withdraw(lang), texts::withdraw_sure(lang)))
                }
            }))
        }
    }
}
