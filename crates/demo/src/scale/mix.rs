//! Mixes the sentences of firms of one trade, and varies the figures in them.

use dure_domain::Level;

use super::names;
use crate::chance::Dice;
use crate::corpus::{Corpus, FirmText, GroupText};

/// Counted things whose number may be another one: machines, firms, people, tons, pieces …
const COUNTED: &[char] = &['대', '곳', '명', '톤', '개', '칸', '평', '장', '종', '건'];

/// A firm that plays the written firm at `plays`, in `group`.
pub(super) fn firm(
    corpus: &Corpus,
    plays: usize,
    group: &GroupText,
    number: usize,
    dice: &mut Dice,
) -> FirmText {
    let written = &corpus.firms[plays];
    let kin = kin(corpus, plays, dice);
    let mut mixed = |own: &str, other: &str, mark: &str, keep: usize| {
        let text = mingle(own, other, mark, keep, dice);
        vary(&text, dice).into()
    };
    let products = mixed(&written.products, &kin.products, ", ", 4);
    let offers = mixed(&written.offers, &kin.offers, ". ", 2);
    let needs = mixed(&written.needs, &kin.needs, ", ", 2);
    let resources = written.resources.iter().map(|resource| {
        let mut resource = resource.clone();
        resource.body = vary(&resource.body, dice).into();
        resource.terms = vary(&resource.terms, dice).into();
        resource
    });
    let resources = resources.collect();
    let deputy = dice.chance(25).then(|| (names::person(dice).into(), "부장".into()));
    let place = if dice.chance(70) { group.place } else { written.place };
    FirmText {
        name: names::firm(written.industry, dice).into(),
        slug: format!("gw{number:06}").into(),
        group: group.name.clone(),
        place,
        address: format!("산단길 {}", dice.between(1, 320)).into(),
        representative: names::person(dice).into(),
        founded: written.founded - 4 + i16::try_from(dice.below(9)).unwrap_or(0),
        employees: (written.employees * dice.between(50, 170) / 100).max(2),
        revenue_eok: (written.revenue_eok * i64::from(dice.between(45, 180)) / 100).max(1),
        products,
        offers,
        needs,
        resources,
        deputy,
        office: None,
        deputy_office: None,
        notes: "".into(),
        ..written.clone()
    }
}

/// Another written firm of the same trade, or of the same sector where there is none.
fn kin<'a>(corpus: &'a Corpus, plays: usize, dice: &mut Dice) -> &'a FirmText {
    let industry = corpus.firms[plays].industry;
    let others = || corpus.firms.iter().enumerate().filter(|(at, _)| *at != plays).map(|(_, firm)| firm);
    let same = |level| -> Vec<&FirmText> {
        others().filter(|firm| firm.industry.slot(level) == industry.slot(level)).collect()
    };
    let near = [same(Level::Group), same(Level::Division)].into_iter().find(|firms| !firms.is_empty());
    let near =
        near.unwrap_or_else(|| others().filter(|firm| firm.industry.sector() == industry.sector()).collect());
    near[dice.below(near.len())]
}

/// One to `keep` of the one's pieces between marks and one or two of the other's, in random order.
fn mingle(own: &str, other: &str, mark: &str, keep: usize, dice: &mut Dice) -> String {
    let split = |text: &str, most: usize, dice: &mut Dice| {
        let mut parts: Vec<String> =
            text.split(mark).map(|part| part.trim_end_matches('.').to_owned()).collect();
        dice.shuffle(&mut parts);
        parts.truncate(dice.below(most) + 1);
        parts
    };
    let mut parts = split(own, keep, dice);
    parts.extend(split(other, 2, dice));
    parts.join(mark)
}

/// Gives counted things another number.
pub(super) fn vary(text: &str, dice: &mut Dice) -> String {
    let mut varied = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|char: char| char.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|char: char| !char.is_ascii_digit()).unwrap_or(from.len());
        let (digits, after) = from.split_at(end);
        varied.push_str(before);
        // Part of a larger figure, a model or a range is left alone.
        let free = !before.ends_with(['.', ',', '-', '~', ':', '/'])
            && !before.ends_with(|char: char| char.is_ascii_alphabetic());
        match digits.parse::<u32>() {
            Ok(number) if free && (3..=900).contains(&number) && after.starts_with(COUNTED) => {
                let percent = u32::try_from(dice.between(70, 145)).unwrap_or(100);
                varied.push_str(&(number * percent / 100).max(2).to_string());
            }
            _ => varied.push_str(digits),
        }
        rest = after;
    }
    varied.push_str(rest);
    varied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_counted_varies() {
        let text = "자동선반 14대, 지름 3mm부터 65mm까지, 1,500만원, 30~40개";
        for seed in 0..20 {
            let varied = vary(text, &mut Dice::of(seed, "test"));
            assert!(varied.starts_with("자동선반 "), "{varied}");
            assert!(varied.ends_with("대, 지름 3mm부터 65mm까지, 1,500만원, 30~40개"), "{varied}");
        }
    }
}
