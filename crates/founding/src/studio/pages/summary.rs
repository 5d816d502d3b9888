//! What a draft comes to, and by which rules.

use dure_pool::Rules;
use dure_texts::{Lang, formation as texts};
use dure_ui::cards::{self, Stat};
use maud::{Markup, html};

use super::count;
use crate::studio::actions::Scene;
use crate::studio::words::preferred;

/// The card of figures.
pub fn card(lang: Lang, scene: &Scene) -> Markup {
    let account = &scene.account;
    let [groups, placed, left, worth] = [
        account.groups.len().to_string(),
        account.placed.to_string(),
        account.left_out.len().to_string(),
        texts::number(lang, account.worth),
    ];
    let of = texts::of_firms(lang, count(scene.contents.firms.len()));
    let stat = |label, value, note| Stat { label, value, unit: "", note };
    html! {
        (cards::card(html! {
            (cards::stats(&[
                stat(texts::column_groups(lang), groups.as_str(), ""),
                stat(texts::column_placed(lang), placed.as_str(), of.as_str()),
                stat(texts::column_left(lang), left.as_str(), ""),
                stat(texts::column_worth(lang), worth.as_str(), ""),
            ]))
            p class="muted small" {
                (texts::worth_note(lang)) " " (bound(lang, scene)) " " (basis(lang, scene))
            }
            p class="muted small" { (rules_line(lang, &scene.rules)) }
        }))
    }
}

/// How near the best this is.
fn bound(lang: Lang, scene: &Scene) -> String {
    let worth = scene.account.worth;
    match scene.bound() {
        None => String::new(),
        Some(bound) if bound <= worth => texts::bound_reached(lang).to_owned(),
        Some(bound) => texts::bound_share(lang, dure_pool::percent(worth, bound), bound),
    }
}

fn basis(lang: Lang, scene: &Scene) -> String {
    let basis = scene.posed.basis;
    texts::basis(lang, count(basis.offers), count(basis.needs), count(basis.silent))
}

/// The rules in one sentence, and what counts beside benefit in another.
pub fn rules_line(lang: Lang, rules: &Rules) -> String {
    let far = match rules.radius_km {
        None => texts::rule_any_distance(lang).to_owned(),
        Some(km) if rules.from_meeting_place => texts::rule_meeting_place(lang, i64::from(km)),
        Some(km) => texts::rule_pairwise(lang, i64::from(km)),
    };
    let digits = i64::from(rules.level.digits());
    let line = texts::rules_line(lang, count(rules.least), count(rules.most), digits, far);
    match preferred(lang, rules) {
        None => line,
        Some(more) => format!("{line} {more}"),
    }
}
