//! What the group would be good for, and what the rules say of it.

use dure_domain::FirmId;
use dure_texts::{Lang, foundings as texts};
use dure_ui::badges::Tone;
use dure_ui::{cards, headings, notices};
use maud::{Markup, html};

use crate::foundings::actions::{Gift, Prospect, Scene};

/// Pairs of firms that are far apart, at most as many as are shown.
const MOST_PAIRS: usize = 5;

/// The section; nothing where nothing is known.
pub fn section(lang: Lang, scene: &Scene) -> Markup {
    let name = |id: FirmId| scene.firm(id).map_or("", |firm| firm.name.as_str()).to_owned();
    html! {
        @if scene.leads { (remarks(lang, &scene.prospect, &name)) }
        @if !scene.prospect.strengths.is_empty() {
            (headings::section("good-for", texts::good_for(lang), strengths(lang, &scene.prospect.strengths, &name)))
        }
    }
}

/// Who has what others need.
pub fn strengths(lang: Lang, pairs: &[Vec<Gift>], name: &impl Fn(FirmId) -> String) -> Markup {
    cards::card(html! {
        ul class="list" {
            @for pair in pairs { li { @for gift in pair { p { (gift_words(lang, gift, name)) } } } }
        }
    })
}

/// `대관령도금의 염수분무 시험이 한빛정밀에 도움이 됩니다.`
pub fn gift_words(lang: Lang, gift: &Gift, name: &impl Fn(FirmId) -> String) -> String {
    texts::gift(lang, name(gift.from), name(gift.to), gift.words.join(", "))
}

/// What the rules say, named with what to do.
pub fn remarks(lang: Lang, prospect: &Prospect, name: &impl Fn(FirmId) -> String) -> Markup {
    let clash = |(a, b): &(FirmId, FirmId)| texts::same_industry(lang, name(*a), name(*b));
    let far =
        |(a, b, km): &(FirmId, FirmId, f64)| texts::too_far(lang, name(*a), name(*b), km.round() as i64);
    let clashes: Vec<String> = prospect.same_industry.iter().map(clash).collect();
    let mut soft: Vec<String> = prospect.too_far.iter().take(MOST_PAIRS).map(far).collect();
    if prospect.too_far.len() > MOST_PAIRS {
        soft.push(texts::too_far_more(lang, super::count(prospect.too_far.len() - MOST_PAIRS)));
    }
    soft.extend(prospect.no_industry.iter().map(|firm| texts::no_industry(lang, name(*firm))));
    html! {
        @if !clashes.is_empty() { (notices::notice(Tone::Bad, listed(&clashes))) }
        @if !soft.is_empty() { (notices::notice(Tone::Warn, listed(&soft))) }
    }
}

fn listed(lines: &[String]) -> Markup {
    html! { ul class="list" { @for line in lines { li { (line) } } } }
}
