//! Groups, firms, their people and memberships.

use dure_domain::{BusinessNumber, Day, FirmId, GroupId, Level, Moment, Motive, Office, PersonId, Won};
use dure_tables::{appointments, firms, groups, joining_reasons, memberships, people, resources};

use super::village::{Home, Village};
use crate::chance::Dice;
use crate::corpus::{BadCorpus, Corpus, FirmText, GroupText};
use crate::{FIRMS, GROUPS, Options, survey};

/// What the survey says of one firm.
pub(crate) struct Member {
    pub motive: Motive,
    pub reasons: Vec<dure_domain::JoiningReason>,
    /// Years of membership, from and up to.
    pub years: (i32, i32),
}

/// Numbers that nobody has: no tax office has the code 999, no exchange begins with 0.
pub(crate) struct Numbers(pub u32);

impl Numbers {
    /// The next business number.
    pub fn business(&mut self) -> String {
        self.0 += 1;
        BusinessNumber::with_check_digit(999_000_000 + self.0 % 1_000_000).digits()
    }

    /// A telephone number of the firm numbered last.
    pub fn phone(&self) -> String {
        format!("033-0{:02}-{:04}", self.0 / 10_000 % 100, (self.0 * 7 + 1_203) % 10_000)
    }

    /// A mobile number; `which` tells apart the people of one firm.
    pub fn mobile(&self, which: u32) -> String {
        let number = self.0 * 4 + which;
        format!("010-0{:03}-{:04}", number / 10_000 % 1_000, number % 10_000 * 7_919 % 10_000)
    }
}

pub(super) fn settle(village: &mut Village, corpus: &Corpus, options: &Options) -> Result<(), BadCorpus> {
    let mut dice = Dice::of(options.seed, "groups");
    for text in corpus.groups.iter().take(options.groups.min(GROUPS)) {
        found(village, text, &mut dice);
    }
    let there: Vec<&FirmText> = corpus
        .firms
        .iter()
        .filter(|firm| village.groups.contains_key(firm.group.as_ref()))
        .take(options.firms.min(FIRMS))
        .collect();
    let mut dice = Dice::of(options.seed, "firms");
    let mut numbers = Numbers(0);
    for (text, member) in there.iter().zip(answers(&there, options)) {
        let group = corpus.groups.iter().find(|group| group.name == text.group);
        let age = group.map_or(20, |group| i32::from(group.age));
        add(village, text, &member, age, &mut numbers, &mut dice);
    }
    Ok(())
}

/// What the survey says of each firm: the oldest firms have been members longest.
pub(crate) fn answers(there: &[&FirmText], options: &Options) -> Vec<Member> {
    let mut dice = Dice::of(options.seed, "survey");
    let motives = survey::deal(&survey::MOTIVES, there.len(), &mut dice);
    let reasons = survey::deal_reasons(there.len(), &mut dice);
    let mut order: Vec<usize> = (0..there.len()).collect();
    order.sort_by_key(|at| there[*at].founded);
    let mut years = vec![(5, 10); there.len()];
    let spans = survey::share(&survey::YEARS, there.len());
    let spans = spans.into_iter().flat_map(|(span, count)| std::iter::repeat_n(span, count));
    for (at, span) in order.into_iter().zip(spans) {
        years[at] = span;
    }
    let members = motives.into_iter().zip(reasons).zip(years);
    members.map(|((motive, reasons), years)| Member { motive, reasons, years }).collect()
}

/// Founds a group.
pub(crate) fn found(village: &mut Village, text: &GroupText, dice: &mut Dice) -> GroupId {
    let founded = village.calendar.years_ago(text.age.into(), dice.between(0, 90));
    let id: GroupId = dice.id(founded);
    village.groups.insert(text.name.to_string(), id);
    village.part.groups.push(groups::Model {
        id,
        federation_id: village.federation,
        name: text.name.to_string(),
        founded_on: Some(founded.day()),
        place_code: text.place.to_string().parse().ok(),
        meeting_place: text.meeting_place.to_string(),
        rhythm: text.rhythm.to_string(),
        charter: text.charter.to_string(),
        created_at: founded,
        version: 1,
    });
    id
}

/// Adds a firm with its people, membership and resources.
pub(crate) fn add(
    village: &mut Village,
    text: &FirmText,
    member: &Member,
    group_age: i32,
    numbers: &mut Numbers,
    dice: &mut Dice,
) {
    let Some(group) = village.groups.get(text.group.as_ref()).copied() else { return };
    let joined = joined_on(village, text, member, group_age, dice);
    let at = Moment::at(joined, 9, 0).plus_secs(i64::from(dice.between(0, 20_000)));
    let id: FirmId = dice.id(at);
    let business_number = numbers.business();
    let row = firm_row(village, text, Some(member.motive), id, at, business_number, numbers.phone(), dice);
    village.part.firms.push(row);
    let representative = (text.representative.as_ref(), text.title.as_ref(), "ceo");
    let delegate = person(village, text, id, at, representative, numbers.mobile(0), dice);
    let deputy = text.deputy.as_ref().map(|(name, title)| {
        person(
            village,
            text,
            id,
            at.plus_days(40),
            (name.as_ref(), title.as_ref(), "office"),
            numbers.mobile(1),
            dice,
        )
    });
    village.part.memberships.push(memberships::Model {
        id: dice.id(at),
        federation_id: village.federation,
        group_id: group,
        firm_id: id,
        delegate_id: Some(delegate),
        deputy_id: deputy,
        industry_slot: Some(text.industry.slot(Level::Group).to_string()),
        joined_on: Some(joined),
        left_on: None,
        created_at: at,
    });
    village.part.joining_reasons.extend(member.reasons.iter().map(|reason| joining_reasons::Model {
        firm_id: id,
        federation_id: village.federation,
        reason: *reason,
    }));
    for (office, person) in [(text.office, Some(delegate)), (text.deputy_office, deputy)] {
        if let (Some(office), Some(person)) = (office, person) {
            appoint(village, group, person, office, dice);
        }
    }
    let resources = resources_of(village, text, id, at, dice);
    village.firms.insert(text.name.to_string(), Home { id, group, delegate, deputy, resources });
}

/// Within the years that the survey says, but not before the firm or its group was founded.
fn joined_on(village: &Village, text: &FirmText, member: &Member, group_age: i32, dice: &mut Dice) -> Day {
    let (from, to) = member.years;
    let to = to.min(group_age).max(from + 1);
    let joined = village.calendar.day(-dice.between(from * 366 + 2, to * 365 - 2).max(from * 366 + 2));
    joined.max(village.calendar.written(text.founded, 364)).min(village.calendar.day(-(from * 366 + 1)))
}

#[allow(clippy::too_many_arguments)]
pub(super) fn firm_row(
    village: &Village,
    text: &FirmText,
    motive: Option<Motive>,
    id: FirmId,
    at: Moment,
    business_number: String,
    phone: String,
    dice: &mut Dice,
) -> firms::Model {
    let fax = if dice.chance(70) {
        phone.replacen("033-0", "033-05", 1).chars().take(12).collect()
    } else {
        String::new()
    };
    let website = if dice.chance(60) { format!("https://{}.example", text.slug) } else { String::new() };
    firms::Model {
        id,
        federation_id: village.federation,
        name: text.name.to_string(),
        business_number: Some(business_number),
        industry_code: Some(text.industry.to_string()),
        industry_text: text.trade.to_string(),
        sector: sector_word(text.industry.sector()),
        place_code: text.place.to_string().parse().ok(),
        address: format!("{} {}", text.place.full_name_ko(), text.address),
        phone,
        fax,
        email: format!("info@{}.example", text.slug),
        website,
        representative: text.representative.to_string(),
        products: text.products.to_string(),
        offers: text.offers.to_string(),
        needs: text.needs.to_string(),
        notes: text.notes.to_string(),
        founded_on: Some(village.calendar.written(text.founded, dice.between(5, 350))),
        employees: Some(text.employees),
        revenue_won: Some(Won(text.revenue_eok * 100_000_000 + i64::from(dice.between(-40, 45)) * 1_000_000)),
        motive,
        created_at: at,
        updated_at: village.calendar.at(-dice.between(2, 300), 14, 20),
        left_at: None,
        version: 1,
    }
}

/// How the sector is written in the database.
pub(crate) fn sector_word(sector: dure_domain::Sector) -> Option<String> {
    use dure_domain::Sector;
    let word = match sector {
        Sector::MachineryMetal => "machinery_metal",
        Sector::ElectricalMedical => "electrical_medical",
        Sector::ConstructionEnvironment => "construction_environment",
        Sector::Other => "other",
    };
    Some(word.into())
}

pub(super) fn person(
    village: &mut Village,
    text: &FirmText,
    firm: FirmId,
    at: Moment,
    (name, title, mailbox): (&str, &str, &str),
    mobile: String,
    dice: &mut Dice,
) -> PersonId {
    let id: PersonId = dice.id(at);
    village.part.people.push(people::Model {
        id,
        federation_id: village.federation,
        firm_id: Some(firm),
        name: name.into(),
        title: title.into(),
        email: Some(format!("{mailbox}@{}.example", text.slug)),
        phone: mobile,
        lang: "ko".into(),
        password_hash: None,
        created_at: at,
        left_at: None,
        version: 1,
        twin_email: None,
        came_in_at: None,
        links_from: None,
        quiet_at_night: false,
    });
    village.people.insert(name.to_owned(), id);
    id
}

fn appoint(village: &mut Village, group: GroupId, person: PersonId, office: Office, dice: &mut Dice) {
    let since = village.calendar.day(-dice.between(30, 700));
    village.part.appointments.push(appointments::Model {
        id: dice.id(Moment::at(since, 19, 0)),
        federation_id: village.federation,
        group_id: Some(group),
        person_id: person,
        office,
        since,
        until: None,
    });
}

pub(super) fn resources_of(
    village: &mut Village,
    text: &FirmText,
    firm: FirmId,
    at: Moment,
    dice: &mut Dice,
) -> Vec<(String, dure_domain::ResourceId)> {
    let mut known = Vec::new();
    for resource in &text.resources {
        let shared = at.max(village.calendar.at(-dice.between(20, 900), 11, 0));
        let id = dice.id(shared);
        known.push((resource.title.to_string(), id));
        village.part.resources.push(resources::Model {
            id,
            federation_id: village.federation,
            firm_id: firm,
            kind: resource.kind,
            title: resource.title.to_string(),
            body: resource.body.to_string(),
            terms: resource.terms.to_string(),
            created_at: shared,
            removed_at: None,
            version: 1,
        });
    }
    known
}
