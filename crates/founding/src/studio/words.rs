//! What the pool and the engine have to say, in the reader's language and with the firms' names.

use dure_pool::{Block, Fault, FirmNo, LockClash, Preference, Rules, Trouble, WhyLeft};
use dure_texts::{Lang, formation as texts};

/// Longest list of names in a sentence.
const MOST_NAMED: usize = 3;

/// How firms are called.
pub struct Namer<'a> {
    /// The reader's language.
    pub lang: Lang,
    /// The name of a firm.
    pub firm: &'a dyn Fn(FirmNo) -> String,
    /// The name of a group.
    pub group: &'a dyn Fn(u32) -> String,
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Kilometres as people say them.
pub fn km(km: f64) -> i64 {
    km.round() as i64
}

impl Namer<'_> {
    fn firm(&self, firm: FirmNo) -> String {
        (self.firm)(firm)
    }

    fn group(&self, group: u32) -> String {
        (self.group)(group)
    }

    fn some(&self, names: Vec<String>) -> String {
        match names.len().saturating_sub(MOST_NAMED) {
            0 => names.join(", "),
            more => texts::and_more(self.lang, names[..MOST_NAMED].join(", "), count(more)),
        }
    }

    /// What a grouping breaks.
    pub fn fault(&self, fault: &Fault) -> String {
        let lang = self.lang;
        match *fault {
            Fault::OtherPool => texts::fault_pool(lang).to_owned(),
            Fault::Size { group, size, most, .. } if size > most => {
                texts::fault_too_large(lang, self.group(group), count(size), count(most))
            }
            Fault::Size { group, size, least, .. } => {
                texts::fault_too_small(lang, self.group(group), count(size), count(least))
            }
            Fault::SameIndustry { a, b } => texts::fault_same_industry(lang, self.firm(a), self.firm(b)),
            Fault::TooFar { a, b, km } => {
                texts::fault_too_far(lang, self.firm(a), self.firm(b), self::km(km))
            }
            Fault::NoMeetingPlace { group } => texts::fault_no_meeting_place(lang, self.group(group)),
            Fault::Divided { a, b } => texts::fault_divided(lang, self.firm(a), self.firm(b)),
            Fault::Met { a, b } => texts::fault_met(lang, self.firm(a), self.firm(b)),
            Fault::LeftKept { firm } => texts::fault_left_kept(lang, self.firm(firm)),
            Fault::JoinedClosed { firm } => texts::fault_joined_closed(lang, self.firm(firm)),
        }
    }

    /// What stands in the way of joining a group.
    pub fn block(&self, block: &Block) -> String {
        let lang = self.lang;
        match *block {
            Block::SameIndustry { rival } => texts::block_same_industry(lang, self.firm(rival)),
            Block::TooFar { member, km } => texts::block_too_far(lang, self.firm(member), self::km(km)),
            Block::KeptApart { from } => texts::block_kept_apart(lang, self.firm(from)),
            Block::Full => texts::block_full(lang).to_owned(),
            Block::Closed => texts::block_closed(lang).to_owned(),
            Block::NoMeetingPlace => texts::block_no_meeting_place(lang).to_owned(),
        }
    }

    /// Why a firm is in no group.
    pub fn why_left(&self, why: &WhyLeft) -> String {
        let lang = self.lang;
        match why {
            WhyLeft::NobodyNear { nearest: Some((firm, km)) } => {
                texts::left_nobody_near(lang, self.firm(*firm), self::km(*km))
            }
            WhyLeft::NobodyNear { nearest: None } => texts::left_nobody_at_all(lang).to_owned(),
            WhyLeft::TooFewNear { near, able, rivals, least } => {
                let few = texts::left_too_few_near(lang, count(*near), count(*able), count(*least));
                match rivals {
                    0 => few,
                    rivals => format!("{few} {}", texts::left_rivals_near(lang, count(*rivals))),
                }
            }
            WhyLeft::NoSeat { taken, full, closed, apart } => {
                let taken = (taken.iter())
                    .map(|seat| texts::left_rival(lang, self.group(seat.group), self.firm(seat.rival)))
                    .collect::<Vec<_>>();
                let mut parts = Vec::new();
                if !taken.is_empty() {
                    parts.push(texts::left_taken(lang, self.some(taken)));
                }
                if !full.is_empty() {
                    let groups = full.iter().map(|group| self.group(*group)).collect();
                    parts.push(texts::left_full(lang, self.some(groups)));
                }
                if !closed.is_empty() {
                    let groups = closed.iter().map(|group| self.group(*group)).collect();
                    parts.push(texts::left_closed(lang, self.some(groups)));
                }
                for (group, firm) in apart.iter().take(MOST_NAMED) {
                    parts.push(texts::left_apart(lang, self.group(*group), self.firm(*firm)));
                }
                parts.join(" ")
            }
            WhyLeft::OutOfReach { group, member, km } => {
                texts::left_out_of_reach(lang, self.group(*group), self.firm(*member), self::km(*km))
            }
            WhyLeft::NoMeetingPlace { group } => texts::left_no_meeting_place(lang, self.group(*group)),
            WhyLeft::Locked { with } => {
                let names = with.iter().map(|firm| self.firm(*firm)).collect();
                texts::left_locked(lang, self.some(names))
            }
            WhyLeft::NoUse { group, .. } => texts::left_no_use(lang, self.group(*group)),
            WhyLeft::CouldJoin { group, gain } => texts::left_could_join(lang, self.group(*group), *gain),
            WhyLeft::NoGroupFormed { able } => texts::left_no_group_formed(lang, count(*able)),
        }
    }

    /// What is doubtful about firms and rules; none for what is said elsewhere or not worth a line.
    pub fn trouble(&self, trouble: &Trouble) -> Option<String> {
        let lang = self.lang;
        Some(match *trouble {
            Trouble::Rule { .. } => texts::trouble_rule(lang).to_owned(),
            Trouble::UnknownIndustry { firm } => texts::trouble_industry(lang, self.firm(firm)),
            Trouble::UnknownPlace { firm } => texts::trouble_place(lang, self.firm(firm)),
            Trouble::PlaceIsProvince { firms, of } => texts::trouble_province(lang, count(of), count(firms)),
            Trouble::SameFirmTwice { first, .. } => texts::trouble_twice(lang, self.firm(first)),
            // Said of each firm that is left out.
            Trouble::NobodyNear { .. } => return None,
            Trouble::AllCollide => texts::trouble_all_collide(lang).to_owned(),
            Trouble::TooFewFirms { firms, least } => texts::trouble_too_few(lang, count(firms), count(least)),
            Trouble::NoBenefits => texts::trouble_no_benefits(lang).to_owned(),
            Trouble::NotWeighed { most } => texts::trouble_not_weighed(lang, count(most)),
            Trouble::Lock { a, b, clash } => self.clash(a, b, clash),
        })
    }

    fn clash(&self, a: FirmNo, b: FirmNo, clash: LockClash) -> String {
        let lang = self.lang;
        let (one, other) = (self.firm(a), self.firm(b));
        match clash {
            LockClash::NoSuchFirm | LockClash::Itself => texts::clash_itself(lang).to_owned(),
            LockClash::TogetherAndApart => texts::clash_together_and_apart(lang, one, other),
            LockClash::SameIndustry { one: x, other: y } => {
                texts::clash_same_industry(lang, one, other, self.firm(x), self.firm(y))
            }
            LockClash::TooFar { one: x, other: y } => {
                texts::clash_too_far(lang, one, other, self.firm(x), self.firm(y))
            }
            LockClash::TooMany => texts::clash_too_many(lang, one, other),
            LockClash::TwoGroups => texts::clash_two_groups(lang, one, other),
            LockClash::Closed => texts::clash_closed(lang, one, other),
            LockClash::KeptTogether => texts::clash_kept_together(lang, one, other),
        }
    }
}

/// What counts beside benefit: its name, and what it means.
pub fn preference(lang: Lang, preference: Preference) -> (&'static str, &'static str) {
    match preference {
        Preference::Variety => (texts::prefer_variety(lang), texts::prefer_variety_note(lang)),
        Preference::Nearness => (texts::prefer_nearness(lang), texts::prefer_nearness_note(lang)),
        Preference::Balance => (texts::prefer_balance(lang), texts::prefer_balance_note(lang)),
    }
}

/// What counts beside benefit, in one sentence; none where nothing does.
pub fn preferred(lang: Lang, rules: &Rules) -> Option<String> {
    let names: Vec<&str> = rules.preferences().into_iter().map(|one| preference(lang, one).0).collect();
    (!names.is_empty()).then(|| texts::preferred(lang, names.join(", ")))
}
