//! What the demo written by hand promises.

use std::collections::{BTreeMap, BTreeSet};

use dure_demo::{FIRMS, GROUPS, Options, Part, parts, survey};
use dure_domain::{
    AskState, BusinessNumber, Day, DifficultyStatus, Email, Industry, InvitationState, Level, Office, Phone,
};

fn today() -> Day {
    "2026-11-25".parse().expect("a day")
}

fn demo() -> Part {
    let mut parts = parts(Options::gangwon(today())).expect("sound texts");
    let part = parts.next().expect("a part");
    assert!(parts.next().is_none(), "all of it is in one part");
    part
}

fn industry(code: Option<&String>) -> Industry {
    code.expect("an industry").parse().expect("a code")
}

fn tally<T: Ord>(words: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    words.fold(BTreeMap::new(), |mut counts, word| {
        *counts.entry(word).or_default() += 1;
        counts
    })
}

#[test]
fn there_are_twenty_groups_and_135_firms() {
    let demo = demo();
    assert_eq!((demo.groups.len(), demo.firms.len()), (GROUPS, FIRMS));
    assert_eq!(demo.memberships.len(), FIRMS);
    let sizes = tally(demo.memberships.iter().map(|membership| membership.group_id));
    assert_eq!(sizes.len(), GROUPS);
    assert!(sizes.values().all(|size| (5..=10).contains(size)), "{sizes:?}");
}

#[test]
fn sectors_are_those_of_the_survey_and_of_the_industries() {
    let demo = demo();
    let counts = tally(demo.firms.iter().map(|firm| industry(firm.industry_code.as_ref()).sector()));
    assert_eq!(counts, survey::SECTORS.into_iter().collect());
}

#[test]
fn motives_are_those_of_the_survey() {
    let counts = tally(demo().firms.iter().filter_map(|firm| firm.motive));
    assert_eq!(counts, survey::MOTIVES.into_iter().collect());
}

#[test]
fn years_of_membership_are_those_of_the_survey() {
    for day in ["2026-11-25", "2027-02-28", "2028-02-29", "2031-06-01"] {
        let today: Day = day.parse().expect("a day");
        let demo = parts(Options::gangwon(today)).expect("sound texts").next().expect("a part");
        let full_years = |joined: Day| {
            let (from, to) = (joined.date(), today.date());
            i32::from(to.year())
                - i32::from(from.year())
                - i32::from((to.month(), to.day()) < (from.month(), from.day()))
        };
        let spans = demo.memberships.iter().map(|row| match full_years(row.joined_on.expect("a day")) {
            10.. => (10, 20),
            5..10 => (5, 10),
            _ => (2, 5),
        });
        assert_eq!(tally(spans), survey::YEARS.into_iter().collect(), "{day}");
        assert!(demo.memberships.iter().all(|row| full_years(row.joined_on.expect("a day")) >= 2));
    }
}

#[test]
fn nobody_joined_before_the_firm_or_the_group_was_founded() {
    let demo = demo();
    for row in &demo.memberships {
        let firm = demo.firms.iter().find(|firm| firm.id == row.firm_id).expect("a firm");
        let group = demo.groups.iter().find(|group| group.id == row.group_id).expect("a group");
        assert!(row.joined_on >= firm.founded_on, "{}", firm.name);
        assert!(row.joined_on >= group.founded_on, "{} in {}", firm.name, group.name);
    }
}

#[test]
fn reasons_for_joining_are_those_of_the_survey() {
    let demo = demo();
    assert_eq!(
        tally(demo.joining_reasons.iter().map(|row| row.reason)),
        survey::REASONS.into_iter().collect()
    );
    let each = tally(demo.joining_reasons.iter().map(|row| row.firm_id));
    assert_eq!(each.len(), FIRMS, "every firm names one");
    assert!(each.values().collect::<BTreeSet<_>>().len() > 2, "some name one, some several");
}

#[test]
fn no_two_firms_of_a_group_share_an_industry_slot() {
    let demo = demo();
    let mut taken: BTreeMap<_, &str> = BTreeMap::new();
    for row in &demo.memberships {
        let firm = demo.firms.iter().find(|firm| firm.id == row.firm_id).expect("a firm");
        let slot = industry(firm.industry_code.as_ref()).slot(Level::Group);
        assert_eq!(row.industry_slot.as_deref(), Some(slot.to_string().as_str()));
        if let Some(other) = taken.insert((row.group_id, slot), &firm.name) {
            panic!("{other} and {} are both of {slot} in one group", firm.name);
        }
    }
}

#[test]
fn numbers_and_addresses_are_sound_and_belong_to_nobody() {
    let demo = demo();
    let mut seen = BTreeSet::new();
    for firm in &demo.firms {
        let number = firm.business_number.as_deref().expect("a number");
        assert!(number.parse::<BusinessNumber>().is_ok() && number.starts_with("999"), "{number}");
        assert!(seen.insert(number.to_owned()), "{number} is there twice");
        assert!(firm.phone.parse::<Phone>().is_ok() && firm.phone.starts_with("033-0"), "{}", firm.phone);
        assert!(firm.fax.is_empty() || firm.fax.parse::<Phone>().is_ok(), "{}", firm.fax);
    }
    for person in &demo.people {
        let email: Email = person.email.as_deref().expect("an address").parse().expect("an address");
        assert!(email.domain().ends_with(".example"), "{email}");
        assert!(seen.insert(email.to_string()), "{email} is there twice");
        assert!(
            person.phone.parse::<Phone>().is_ok() && person.phone.starts_with("010-0"),
            "{}",
            person.phone
        );
        assert_eq!(person.password_hash, None);
    }
}

#[test]
fn every_group_has_one_chair_and_a_secretary() {
    let demo = demo();
    for group in &demo.groups {
        let holders = |office| {
            demo.appointments
                .iter()
                .filter(|row| row.group_id == Some(group.id) && row.office == office)
                .count()
        };
        assert_eq!(holders(Office::Chair), 1, "{}", group.name);
        assert!(holders(Office::Secretary) >= 1, "{}", group.name);
    }
}

#[test]
fn most_firms_share_something() {
    let demo = demo();
    let sharing = tally(demo.resources.iter().map(|row| row.firm_id)).len();
    assert!(sharing * 10 > FIRMS * 7, "{sharing}");
    for firm in &demo.firms {
        assert!(
            !firm.products.is_empty() && !firm.offers.is_empty() && !firm.needs.is_empty(),
            "{}",
            firm.name
        );
    }
}

#[test]
fn difficulties_stand_in_every_state_and_their_stories_agree() {
    let demo = demo();
    let states = tally(demo.difficulties.iter().map(|row| row.status));
    for status in DifficultyStatus::ALL {
        assert!(states.contains_key(status), "{status}");
    }
    for row in &demo.difficulties {
        let asks: Vec<_> = demo.asks.iter().filter(|ask| ask.difficulty_id == row.id).collect();
        let offered = asks.iter().any(|ask| ask.state == AskState::Offered);
        let closed = row.status == DifficultyStatus::Closed;
        assert_eq!(row.status == DifficultyStatus::Helping, offered && !closed, "{}", row.title);
        assert_eq!(closed, row.outcome.is_some() && row.closed_at.is_some(), "{}", row.title);
        assert_eq!(row.status == DifficultyStatus::Draft, row.posted_at.is_none(), "{}", row.title);
        assert!(asks.iter().all(|ask| ask.firm_id != Some(row.firm_id)), "{} asks itself", row.title);
    }
}

#[test]
fn every_word_leads_to_rows_that_are_there() {
    let demo = demo();
    let people: BTreeSet<_> = demo.people.iter().map(|row| row.id).collect();
    let asks: BTreeMap<_, _> = demo.asks.iter().map(|row| (row.id, row)).collect();
    for ask in &demo.asks {
        assert!(people.contains(&ask.person_id));
        if let Some(from) = ask.passed_from {
            assert_eq!(asks[&from].state, AskState::Passed);
        }
    }
    for entry in &demo.entries {
        assert!(demo.settlements.iter().any(|row| row.id == entry.settlement_id));
        assert_ne!(entry.from_firm_id, Some(entry.to_firm_id));
    }
    for persona in &demo.personas {
        assert!(people.contains(&persona.person));
    }
}

#[test]
fn a_person_is_asked_once_for_a_difficulty_until_that_has_ended() {
    let demo = demo();
    let open = |ask: &&dure_tables::asks::Model| {
        matches!(ask.state, AskState::Asked | AskState::Offered | AskState::Helped)
    };
    let asked = tally(demo.asks.iter().filter(open).map(|ask| (ask.difficulty_id, ask.person_id)));
    for ((difficulty, _), count) in asked {
        let title = demo.difficulties.iter().find(|row| row.id == difficulty).map(|row| &row.title);
        assert_eq!(count, 1, "{title:?}");
    }
}

#[test]
fn nothing_has_happened_after_today() {
    let demo = demo();
    let now = dure_domain::Moment::at(today(), 0, 0);
    assert!(demo.difficulties.iter().all(|row| row.updated_at <= now && row.created_at <= row.updated_at));
    assert!(demo.events.iter().all(|row| row.at <= now));
    assert!(demo.replies.iter().all(|row| row.at <= now));
    assert!(
        demo.meetings.iter().any(|row| row.starts_at > now)
            && demo.meetings.iter().any(|row| row.starts_at < now)
    );
}

#[test]
fn the_same_seed_and_day_give_the_same_bytes() {
    let text = |seed| {
        let part = parts(Options { seed, ..Options::gangwon(today()) }).expect("sound texts").next();
        format!("{part:?}")
    };
    assert_eq!(text(1), text(1));
    assert_ne!(text(1), text(2));
}

#[test]
fn a_smaller_demo_leaves_out_who_does_not_fit() {
    let options = Options { groups: 3, firms: 20, ..Options::gangwon(today()) };
    let part = parts(options).expect("sound texts").next().expect("a part");
    assert_eq!((part.groups.len(), part.firms.len()), (3, 20));
    assert!(!part.difficulties.is_empty());
}

#[test]
fn firms_without_a_group_stand_beside_the_survey() {
    let demo = demo();
    assert!((40..=60).contains(&demo.newcomers.len()), "{}", demo.newcomers.len());
    let members: BTreeSet<_> = demo.memberships.iter().map(|row| row.firm_id).collect();
    let mut industries = BTreeSet::new();
    for firm in &demo.newcomers {
        assert!(!members.contains(&firm.id) && firm.motive.is_none(), "{}", firm.name);
        assert!(!firm.offers.is_empty() && !firm.needs.is_empty(), "{}", firm.name);
        assert!(demo.people.iter().any(|person| person.firm_id == Some(firm.id)), "{}", firm.name);
        industries.insert(industry(firm.industry_code.as_ref()).slot(Level::Group));
    }
    assert!(industries.len() > 30, "{}", industries.len());
    let numbers: BTreeSet<_> =
        demo.firms.iter().chain(&demo.newcomers).map(|firm| firm.business_number.clone()).collect();
    assert_eq!(numbers.len(), demo.firms.len() + demo.newcomers.len());
}

#[test]
fn groups_are_asked_for_and_half_founded() {
    let demo = demo();
    let named = |id| demo.request_firms.iter().filter(|row| row.request_id == id).count();
    let sizes: Vec<usize> = demo.requests.iter().map(|row| named(row.id)).collect();
    assert_eq!(sizes, [9, 7]);
    let newcomers: BTreeSet<_> = demo.newcomers.iter().map(|firm| firm.id).collect();
    assert_eq!(demo.foundings.len(), 2);
    for founding in &demo.foundings {
        let invited: Vec<_> = demo.invitations.iter().filter(|row| row.founding_id == founding.id).collect();
        let slots: BTreeSet<_> = invited
            .iter()
            .filter_map(|row| demo.newcomers.iter().find(|firm| firm.id == row.firm_id))
            .map(|firm| industry(firm.industry_code.as_ref()).slot(Level::Group))
            .collect();
        assert_eq!(slots.len(), invited.len(), "{}: one firm per industry", founding.name);
        let accepted = invited.iter().filter(|row| row.state == InvitationState::Accepted).count();
        assert!(
            accepted > 0 && i32::try_from(accepted).expect("a count") < founding.needed,
            "{}",
            founding.name
        );
        assert!(invited.iter().all(|row| newcomers.contains(&row.firm_id)));
        assert!(invited.iter().all(|row| row.answered_at.is_none_or(|at| at >= row.invited_at)));
    }
}
