//! What there is to say about rows, wishes, firms and links, in the reader's language.

use std::collections::BTreeMap;

use dure_domain::Industry;
use dure_founding::studio::words::Namer;
use dure_pool::{Bound, Firm, Ground, Link, Mutual, Trouble};
use dure_texts::{Lang, form as texts};
use dure_ui::words;

use super::answer::Answer;
use super::lock::BadLock;
use super::read::{Bad, Why};

/// Rows named of one kind.
const EXAMPLES: usize = 5;

/// Why a row does not take part.
pub fn why(lang: Lang, why: &Why) -> String {
    match why {
        Why::NoName => texts::row_no_name(lang).to_owned(),
        Why::NoIndustry => texts::row_no_industry(lang).to_owned(),
        Why::UnknownIndustry(text) => texts::row_unknown_industry(lang, text),
        Why::NoPlace => texts::row_no_place(lang).to_owned(),
        Why::UnknownPlace(text) => texts::row_unknown_place(lang, text),
        Why::SeveralPlaces(text, places) => {
            let names: Vec<String> = places.iter().map(|place| words::place_in_full(lang, *place)).collect();
            texts::row_several_places(lang, text, names.join(", "))
        }
        Why::Abroad(country) => texts::row_abroad(lang, country),
        Why::SameFirm(first) => texts::row_same_firm(lang, *first),
    }
}

const fn kind(lang: Lang, why: &Why) -> &'static str {
    match why {
        Why::NoName => texts::kind_no_name(lang),
        Why::NoIndustry => texts::kind_no_industry(lang),
        Why::UnknownIndustry(_) => texts::kind_unknown_industry(lang),
        Why::NoPlace => texts::kind_no_place(lang),
        Why::UnknownPlace(_) => texts::kind_unknown_place(lang),
        Why::SeveralPlaces(..) => texts::kind_several_places(lang),
        Why::Abroad(_) => texts::kind_abroad(lang),
        Why::SameFirm(_) => texts::kind_same_firm(lang),
    }
}

/// Rows that do not take part: a sentence per kind, with a few of them.
pub fn bad_rows(lang: Lang, bad: &[Bad]) -> Vec<String> {
    let mut kinds: BTreeMap<&'static str, Vec<&Bad>> = BTreeMap::new();
    for one in bad {
        kinds.entry(kind(lang, &one.why)).or_default().push(one);
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
    let named = |bad: &&Bad| {
        let detail = match &bad.why {
            Why::UnknownIndustry(text)
            | Why::UnknownPlace(text)
            | Why::SeveralPlaces(text, _)
            | Why::Abroad(text) => texts::row_with(lang, bad.row, &bad.name, text),
            Why::SameFirm(first) => texts::row_as_row(lang, bad.row, &bad.name, *first),
            _ => texts::row_named(lang, bad.row, &bad.name),
        };
        detail.trim().to_owned()
    };
    kinds
        .into_iter()
        .map(|(kind, rows)| {
            let some = some(lang, &rows.iter().take(EXAMPLES).map(named).collect::<Vec<_>>(), rows.len());
            texts::bad_rows_of_kind(lang, kind, rows.len(), some)
        })
        .collect()
}

/// A few of many, with how many more there are.
fn some(lang: Lang, named: &[String], all: usize) -> String {
    let shown = named.join(", ");
    match all.saturating_sub(named.len()) {
        0 => shown,
        more => texts::and_more(lang, shown, more),
    }
}

/// A row of the file of wishes that was not followed.
pub fn bad_lock(lang: Lang, row: u32, bad: &BadLock, left_aside: &[Bad]) -> String {
    match bad {
        BadLock::Cells => texts::lock_cells(lang, row),
        BadLock::Word(word) => texts::lock_word(lang, row, word),
        BadLock::SameFirm(name) => texts::lock_same(lang, row, name),
        BadLock::SeveralFirms(name) => texts::lock_several(lang, row, name),
        BadLock::UnknownFirm(name) => {
            let aside =
                left_aside.iter().find(|bad| dure_roster::name_key(&bad.name) == dure_roster::name_key(name));
            match aside {
                Some(bad) => texts::lock_aside(lang, row, name, bad.row),
                None => texts::lock_unknown(lang, row, name),
            }
        }
    }
}

/// The industry of a firm: code and name.
pub fn industry(lang: Lang, firm: &Firm) -> String {
    let said = |industry: &Industry| {
        format!("{industry} {}", words::industry_name(lang, *industry)).trim().to_owned()
    };
    firm.industries.iter().map(said).collect::<Vec<_>>().join(", ")
}

/// Where a firm is, in full.
pub fn place(lang: Lang, firm: &Firm) -> String {
    firm.place.map(|place| words::place_in_full(lang, place)).unwrap_or_default()
}

/// The name of a group: its number, and where most of its firms are.
pub fn group(answer: &Answer, lang: Lang, number: u32) -> String {
    let group = answer.account.groups.iter().find(|group| group.number == number);
    match group.and_then(|group| answer.place_of(&group.members)) {
        Some(place) => texts::group_in(lang, number + 1, words::place(lang, place)),
        None => texts::group(lang, number + 1),
    }
}

/// Speaks with the names of firms and groups.
pub fn with_names<T>(answer: &Answer, lang: Lang, speak: impl FnOnce(&Namer<'_>) -> T) -> T {
    let firm =
        |number: u32| answer.firms.get(number as usize).map(|firm| firm.name.clone()).unwrap_or_default();
    let group = |number: u32| group(answer, lang, number);
    speak(&Namer { lang, firm: &firm, group: &group })
}

/// What is doubtful about firms and rules, each with the rows it is about.
pub fn troubles(answer: &Answer, lang: Lang) -> Vec<String> {
    let firm = |number: u32| match (answer.firms.get(number as usize), answer.rows.get(number as usize)) {
        (Some(firm), Some(row)) => texts::firm_of_row(lang, &firm.name, *row),
        _ => String::new(),
    };
    let group = |number: u32| group(answer, lang, number);
    let namer = Namer { lang, firm: &firm, group: &group };
    let mut lines: Vec<String> = Vec::new();
    let alone: Vec<String> = answer
        .posed
        .troubles
        .iter()
        .filter_map(|trouble| match trouble {
            Trouble::NobodyNear { firm: number, .. } => Some(firm(*number)),
            _ => None,
        })
        .collect();
    if !alone.is_empty() {
        let km = i64::from(answer.rules.radius_km.unwrap_or_default());
        let shown = &alone[..alone.len().min(EXAMPLES)];
        lines.push(if alone.len() == answer.firms.len() {
            texts::all_alone(lang, km)
        } else {
            texts::alone(lang, km, alone.len(), some(lang, shown, alone.len()))
        });
    }
    if answer.placeless {
        lines.push(texts::placeless(lang).to_owned());
    }
    let said_elsewhere = |trouble: &&Trouble| {
        matches!(trouble, Trouble::PlaceIsProvince { .. })
            || answer.placeless && matches!(trouble, Trouble::UnknownPlace { .. })
    };
    lines.extend(
        answer.posed.troubles.iter().filter(|one| !said_elsewhere(one)).filter_map(|one| namer.trouble(one)),
    );
    lines.extend(answer.bad_locks.iter().map(|(row, bad)| bad_lock(lang, *row, bad, &answer.bad)));
    lines
}

/// What distance means here.
pub fn distance(answer: &Answer, lang: Lang) -> String {
    let Some(km) = answer.rules.radius_km.filter(|_| !answer.placeless) else {
        return texts::distance_any(lang).to_owned();
    };
    let rule = if answer.rules.from_meeting_place {
        texts::distance_place(lang, km)
    } else {
        texts::distance_pairs(lang, km)
    };
    let places = answer.posed.places;
    let means = match (places.municipalities + places.points, places.provinces) {
        (_, 0) => texts::means_cities(lang).to_owned(),
        (0, _) => texts::means_provinces(lang).to_owned(),
        (_, provinces) => texts::means_both(lang, provinces),
    };
    format!("{rule} {means}")
}

/// From what benefits were derived.
pub fn basis(answer: &Answer, lang: Lang) -> String {
    let basis = answer.posed.basis;
    let [field, usual, said] = basis.links;
    let from = match basis.needs {
        0 => texts::basis_no_needs(lang).to_owned(),
        needs => texts::basis_needs(lang, answer.firms.len(), needs),
    };
    let silent = match basis.silent {
        0 => String::new(),
        silent => format!(" {}", texts::basis_silent(lang, silent)),
    };
    format!("{from} {}{silent}", texts::basis_links(lang, said, usual, field))
}

/// The bound, and the argument that it rests on.
pub fn bound(answer: &Answer, lang: Lang) -> String {
    let (found, bound) = (answer.account.worth, answer.account.bound.worth());
    let argument = match answer.account.bound {
        Bound::Exhausted(_) => return texts::bound_exhausted(lang).to_owned(),
        _ if bound <= found => return texts::bound_reached(lang).to_owned(),
        Bound::Circles(_) => texts::bound_circles(lang, bound),
        Bound::BestPartners(_) => texts::bound_partners(lang, bound),
    };
    format!("{} {argument}", texts::bound_share(lang, dure_pool::percent(found, bound)))
}

/// What one firm has for another, by what it rests on: `‘골판지상자’ → 장보고식품`.
pub fn link(answer: &Answer, lang: Lang, link: &Link) -> String {
    let (from, to) = (&answer.firm(link.from).name, &answer.firm(link.to).name);
    let words = quoted(lang, &link.words);
    match link.ground {
        Ground::Field => texts::link_field(lang, from, to, words),
        Ground::Usual => texts::link_usual(lang, from, words, to),
        Ground::Said => texts::link_said(lang, from, words, to, quoted(lang, &link.wanted)),
    }
}

fn quoted(lang: Lang, words: &[String]) -> String {
    let mut seen = std::collections::BTreeSet::new();
    let words = words.iter().filter(|word| seen.insert(word.as_str()));
    words.map(|word| texts::quoted(lang, word)).collect::<Vec<_>>().join(" ")
}

/// What two members have for each other, in one or two sentences.
pub fn mutual(answer: &Answer, lang: Lang, pair: &Mutual) -> Vec<String> {
    let (there, back) = (answer.posed.link(pair.a, pair.b), answer.posed.link(pair.b, pair.a));
    match (there, back) {
        (Some(there), Some(back)) if there.ground == Ground::Field && back.ground == Ground::Field => {
            vec![link(answer, lang, there)]
        }
        (there, back) => [there, back].into_iter().flatten().map(|one| link(answer, lang, one)).collect(),
    }
}

/// What a firm may give to other members, or get from them: `‘골판지상자’ → 장보고식품`, the best of it.
pub fn best(answer: &Answer, lang: Lang, members: &[u32], firm: u32, gives: bool) -> String {
    let links = members.iter().filter_map(|other| {
        if gives { answer.posed.link(firm, *other) } else { answer.posed.link(*other, firm) }
    });
    let mut links: Vec<&Link> = links.filter(|link| link.ground != Ground::Field).collect();
    links.sort_by_key(|link| (std::cmp::Reverse(link.points), link.from, link.to));
    let mut said: Vec<(String, Vec<&str>)> = Vec::new();
    for link in links {
        let words = quoted(lang, &link.words);
        let other = answer.firm(if gives { link.to } else { link.from }).name.as_str();
        match said.iter_mut().find(|(known, _)| *known == words) {
            Some((_, others)) => others.push(other),
            None => said.push((words, vec![other])),
        }
    }
    let one = |(words, others): (String, Vec<&str>)| {
        let names: Vec<String> = others.iter().take(2).map(|name| (*name).to_owned()).collect();
        let names = some(lang, &names, others.len());
        if gives { texts::gives_to(lang, words, names) } else { texts::gets_from(lang, words, names) }
    };
    said.into_iter().take(2).map(one).collect::<Vec<_>>().join(" / ")
}
