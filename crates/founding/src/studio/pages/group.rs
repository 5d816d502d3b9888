//! A group of a draft: what it is good for, what is wrong with it, and who is in it.

use dure_pool::{Fault, FirmNo, GroupAccount, Mutual};
use dure_texts::{Lang, formation as texts};
use dure_ui::icons::Icon;
use dure_ui::{badges, cards, unfold};
use maud::{Markup, html};

use super::{about, count, firm_page, group_name, sign, speaking};
use crate::studio::actions::Scene;
use crate::studio::words::km;

/// Benefits that are named before more are asked for.
const FIRST: usize = 3;
/// Faults that are named.
const MOST_FAULTS: usize = 4;

/// The card of a group.
pub fn card(lang: Lang, scene: &Scene, group: &GroupAccount, faults: &[&Fault]) -> Markup {
    let heading = format!("group-{}", group.number);
    html! {
        section class="card" aria-labelledby=(heading) data-group=(group.number) {
            div class="card-head" {
                div class="who" {
                    (sign(group.number))
                    div { h3 id=(heading) { (name(lang, scene, group.number)) } }
                }
            }
            (cards::statline(&facts(lang, group)))
            (wrong(lang, scene, faults))
            (strengths(lang, scene, group))
            ul class="seats" { @for member in &members(scene, group) { (seat(lang, scene, *member)) } }
        }
    }
}

/// The number is said too, for it is what stands on the map.
pub fn name(lang: Lang, scene: &Scene, number: u32) -> String {
    match scene.group_name(number) {
        Some(name) => texts::group_option(lang, i64::from(number), name.to_owned()),
        None => group_name(lang, scene, number),
    }
}

fn facts(lang: Lang, group: &GroupAccount) -> Vec<(Icon, String)> {
    let mut facts = vec![(Icon::Firm, texts::firms_many(lang, count(group.members.len())))];
    if let Some(widest) = group.widest_km {
        facts.push((Icon::Place, texts::widest(lang, km(widest))));
    }
    facts.push((Icon::Star, texts::worth_points(lang, group.worth)));
    facts
}

fn wrong(lang: Lang, scene: &Scene, faults: &[&Fault]) -> Markup {
    let lines: Vec<String> = speaking(lang, scene, |namer| {
        faults.iter().take(MOST_FAULTS).map(|fault| namer.fault(fault)).collect()
    });
    let more = faults.len().saturating_sub(MOST_FAULTS);
    html! {
        @if !lines.is_empty() {
            ul class="studio-faults" {
                @for line in lines { li { (Icon::Warning) span { (line) } } }
                @if more > 0 { li { (Icon::Warning) span { (texts::more_faults(lang, count(more))) } } }
            }
        }
    }
}

fn strengths(lang: Lang, scene: &Scene, group: &GroupAccount) -> Markup {
    if group.strengths.is_empty() {
        return html! { p class="muted small" { (texts::no_strengths(lang)) } };
    }
    let (first, more) = group.strengths.split_at(group.strengths.len().min(FIRST));
    html! {
        div class="studio-strengths" {
            p class="small muted" { (texts::strengths(lang)) }
            ul { @for pair in first { (mutual(lang, scene, pair)) } }
            @if !more.is_empty() {
                (unfold::plain(&texts::more_strengths(lang, count(more.len())), html! {
                    ul { @for pair in more { (mutual(lang, scene, pair)) } }
                    @if !group.unlinked.is_empty() { p class="small muted" { (unlinked(lang, scene, &group.unlinked)) } }
                }))
            }
        }
    }
}

fn unlinked(lang: Lang, scene: &Scene, members: &[FirmNo]) -> String {
    let names: Vec<&str> = members.iter().map(|member| scene.firm(*member).name.as_str()).collect();
    texts::unlinked(lang, names.join(", "))
}

/// What two firms give each other, in their own words.
pub fn mutual(lang: Lang, scene: &Scene, pair: &Mutual) -> Markup {
    let name = |firm: FirmNo| scene.firm(firm).name.clone();
    let gives = |from, to, words: &[String]| {
        let words = words.iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(", ");
        (!words.is_empty()).then(|| texts::gives(lang, name(from), name(to), words))
    };
    html! {
        li {
            @for line in [gives(pair.a, pair.b, &pair.a_gives), gives(pair.b, pair.a, &pair.b_gives)].into_iter().flatten() {
                span class="give" { (line) }
            }
        }
    }
}

fn members(scene: &Scene, group: &GroupAccount) -> Vec<FirmNo> {
    let mut members = group.members.clone();
    members.sort_by(|a, b| scene.firm(*a).name.cmp(&scene.firm(*b).name));
    members
}

fn seat(lang: Lang, scene: &Scene, member: FirmNo) -> Markup {
    let firm = scene.firm(member);
    let locked = scene.is_locked(member);
    let (act, words) =
        if locked { ("unlock", texts::do_unlock(lang)) } else { ("lock", texts::do_lock(lang)) };
    html! {
        li class="seat" id={ "firm-" (firm.id) } data-firm=(firm.id) {
            @if scene.is_open() { (pick(lang, scene, member)) }
            div class="seat-words" {
                a href=(firm_page(scene, member)) { (firm.name) }
                @if locked { " " (badges::badge(badges::Tone::Info, Some(Icon::Lock), texts::locked(lang))) }
                small { (about(lang, firm)) }
            }
            @if scene.is_open() {
                button class="icon-button" name="act" value={ (act) ":" (firm.id) } aria-pressed=(locked) aria-label={ (words) ": " (firm.name) } title=(words) { (Icon::Lock) }
            }
        }
    }
}

/// The box by which a firm is chosen.
pub fn pick(lang: Lang, scene: &Scene, member: FirmNo) -> Markup {
    let firm = scene.firm(member);
    html! {
        label class="seat-pick" {
            input type="checkbox" name="firm" value=(firm.id);
            span class="unseen" { (texts::choose_firm(lang, firm.name.clone())) }
        }
    }
}
