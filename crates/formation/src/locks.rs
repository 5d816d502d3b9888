//! Wishes of people: who is locked together, kept, or forbidden to meet; and which of these wishes contradict each other or the rules.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::place::Point;
use crate::problem::{Anchor, FirmNo, Problem, Radius};

/// Why a lock cannot be kept. Firms may stand for those that other locks bind to them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Clash {
    /// Two who would share a group share an industry.
    #[error("firms {0} and {1} share an industry")]
    SameIndustry(FirmNo, FirmNo),
    /// Two who would share a group are too far apart.
    #[error("firms {0} and {1} are too far apart")]
    TooFar(FirmNo, FirmNo),
    /// Two who would share a group are forbidden to.
    #[error("firms {0} and {1} must stay apart")]
    Apart(FirmNo, FirmNo),
    /// All who are locked together are more than a group holds.
    #[error("{size} firms would be locked together, a group has {most} at most")]
    TooMany {
        /// How many there would be.
        size: usize,
        /// The most a group has.
        most: usize,
    },
    /// Two kept groups would become one.
    #[error("both are in kept groups, and not in the same one")]
    TwoKeptGroups,
    /// One would have to join a kept group that is closed.
    #[error("the kept group of one of them takes nobody")]
    Closed,
    /// No place is near enough to all who would be locked together, or where the kept group meets is not.
    #[error("no meeting place is near enough to all of them")]
    NoMeetingPlace,
}

/// A wish that cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Contradiction {
    /// A pair, a lock or a kept group names a firm that is not there.
    #[error("there is no firm {0}")]
    NoSuchFirm(FirmNo),
    /// A pair names one firm twice.
    #[error("firm {0} is paired with itself")]
    WithItself(FirmNo),
    /// No group can have `least` and not more than `most`: only kept groups remain.
    #[error("no group has {least} firms or more and {most} at most")]
    Sizes {
        /// The least asked for.
        least: usize,
        /// The most asked for.
        most: usize,
    },
    /// A firm is in two kept groups; it stays in the first.
    #[error("firm {0} is in two kept groups")]
    KeptTwice(FirmNo),
    /// Two members of a kept group are forbidden to meet; the group stays.
    #[error("firms {0} and {1} must stay apart, but are in one kept group")]
    KeptApart(FirmNo, FirmNo),
    /// A lock is dropped.
    #[error("firms {a} and {b} cannot be locked together: {why}")]
    Lock {
        /// One of the locked pair.
        a: FirmNo,
        /// The other.
        b: FirmNo,
        /// What stands in the way.
        why: Clash,
    },
}

impl Problem {
    /// The wishes that cannot be kept: each by itself, or after those that come before it. Kept groups come first, then forbidden pairs,
    /// then locks in their order.
    pub fn contradictions(&self) -> Vec<Contradiction> {
        self.consistent().1
    }

    /// The problem without the wishes that cannot be kept, and these wishes. It is this problem that an answer is an answer to.
    pub fn consistent(&self) -> (Cow<'_, Self>, Vec<Contradiction>) {
        let mut found = Vec::new();
        if self.least > self.most {
            found.push(Contradiction::Sizes { least: self.least, most: self.most });
        }
        let mut anchors = self.kept_groups(&mut found);
        let sound = |&(a, b): &(FirmNo, FirmNo)| self.faulty_pair(a, b).is_none();
        let faulty = |pairs: &[(FirmNo, FirmNo)]| -> Vec<_> {
            pairs.iter().filter_map(|&(a, b)| self.faulty_pair(a, b)).collect()
        };
        found.extend(self.pairs.iter().filter_map(|pair| self.faulty_pair(pair.a, pair.b)));
        found.extend(faulty(&self.apart));
        found.extend(faulty(&self.together));
        let in_one = |&(a, b): &(FirmNo, FirmNo)| {
            anchors.iter().any(|anchor| anchor.members.contains(&a) && anchor.members.contains(&b))
        };
        let (clashing, apart): (Vec<_>, Vec<_>) = self.apart.iter().copied().filter(sound).partition(in_one);
        found.extend(clashing.into_iter().map(|(a, b)| Contradiction::KeptApart(a, b)));
        let mut blocks = Blocks::of(self, &anchors, &apart);
        let mut together = Vec::new();
        for (a, b) in self.together.iter().copied().filter(sound) {
            match blocks.lock(a, b) {
                Ok(()) => together.push((a, b)),
                Err(why) => found.push(Contradiction::Lock { a, b, why }),
            }
        }
        let places: Vec<_> = (0..anchors.len()).map(|at| blocks.place(at)).collect();
        anchors.iter_mut().zip(places).for_each(|(anchor, place)| anchor.meets_at = place);
        if found.is_empty() && anchors == self.anchors {
            return (Cow::Borrowed(self), found);
        }
        let pairs = self.pairs.iter().copied().filter(|pair| sound(&(pair.a, pair.b))).collect();
        let kept = Self { firms: self.firms.clone(), pairs, together, apart, anchors, ..*self };
        (Cow::Owned(kept), found)
    }

    fn faulty_pair(&self, a: FirmNo, b: FirmNo) -> Option<Contradiction> {
        match [a, b].into_iter().find(|&firm| firm as usize >= self.len()) {
            Some(firm) => Some(Contradiction::NoSuchFirm(firm)),
            None => (a == b).then_some(Contradiction::WithItself(a)),
        }
    }

    /// Kept groups of firms that are there, each firm in one of them only.
    fn kept_groups(&self, found: &mut Vec<Contradiction>) -> Vec<Anchor> {
        let mut taken = BTreeSet::new();
        let mut kept = Vec::new();
        for anchor in &self.anchors {
            let mut own = BTreeSet::new();
            let mut members = anchor.members.clone();
            members.retain(|&firm| {
                if firm as usize >= self.len() {
                    found.push(Contradiction::NoSuchFirm(firm));
                } else if taken.contains(&firm) {
                    found.push(Contradiction::KeptTwice(firm));
                } else {
                    return own.insert(firm);
                }
                false
            });
            taken.append(&mut own);
            if !members.is_empty() {
                kept.push(Anchor { members, ..anchor.clone() });
            }
        }
        kept
    }
}

/// Firms locked together, while more locks are added. Firms of no lock and no kept group are in none.
struct Blocks<'a> {
    problem: &'a Problem,
    anchors: &'a [Anchor],
    apart: BTreeSet<(FirmNo, FirmNo)>,
    of: BTreeMap<FirmNo, usize>,
    /// Members, and the kept group that they are locked to.
    blocks: Vec<(Vec<FirmNo>, Option<usize>)>,
}

impl<'a> Blocks<'a> {
    fn of(problem: &'a Problem, anchors: &'a [Anchor], apart: &[(FirmNo, FirmNo)]) -> Self {
        let blocks: Vec<_> =
            anchors.iter().enumerate().map(|(at, anchor)| (anchor.members.clone(), Some(at))).collect();
        let of = (0..)
            .zip(anchors)
            .flat_map(|(at, anchor)| anchor.members.iter().map(move |&firm| (firm, at)))
            .collect();
        let apart = apart.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
        Self { problem, anchors, apart, of, blocks }
    }

    fn block(&mut self, firm: FirmNo) -> usize {
        let next = self.blocks.len();
        let at = *self.of.entry(firm).or_insert(next);
        if at == next {
            self.blocks.push((vec![firm], None));
        }
        at
    }

    /// Locks two firms with all who are locked to them; why not, if that breaks a rule.
    fn lock(&mut self, a: FirmNo, b: FirmNo) -> Result<(), Clash> {
        let (one, other) = (self.block(a), self.block(b));
        if one == other {
            return Ok(());
        }
        self.clash(one, other)?;
        let (members, anchor) = std::mem::take(&mut self.blocks[other]);
        members.iter().for_each(|&firm| {
            self.of.insert(firm, one);
        });
        self.blocks[one].0.extend(members);
        self.blocks[one].1 = self.blocks[one].1.or(anchor);
        Ok(())
    }

    /// Where a kept group meets. One that meets nowhere yet meets where those who are locked to it can come.
    fn place(&self, at: usize) -> Option<Point> {
        let anchor = &self.anchors[at];
        let (members, _) = &self.blocks[self.of[&anchor.members[0]]];
        let joins = || {
            let free: Vec<_> =
                members.iter().copied().filter(|firm| !anchor.members.contains(firm)).collect();
            if free.is_empty() { None } else { self.problem.place_of_all(&free) }
        };
        match (self.problem.radius, self.problem.meeting_place(anchor)) {
            (Radius::MeetingPlace(_), None) => joins(),
            _ => anchor.meets_at,
        }
    }

    fn clash(&self, one: usize, other: usize) -> Result<(), Clash> {
        let ((mine, my_group), (theirs, their_group)) = (&self.blocks[one], &self.blocks[other]);
        if my_group.is_some() && their_group.is_some() {
            return Err(Clash::TwoKeptGroups);
        }
        let anchor = my_group.or(*their_group).map(|at| &self.anchors[at]);
        if anchor.is_some_and(|anchor| anchor.closed) {
            return Err(Clash::Closed);
        }
        let size = mine.len() + theirs.len();
        let most = self.problem.most.max(anchor.map_or(0, |anchor| anchor.members.len()));
        if size > most {
            return Err(Clash::TooMany { size, most });
        }
        for (&a, &b) in mine.iter().flat_map(|a| theirs.iter().map(move |b| (a, b))) {
            self.clash_of_two(a, b)?;
        }
        self.reachable(mine.iter().chain(theirs).copied(), anchor)
    }

    fn clash_of_two(&self, a: FirmNo, b: FirmNo) -> Result<(), Clash> {
        let (one, other) = (&self.problem.firms[a as usize], &self.problem.firms[b as usize]);
        if self.apart.contains(&(a.min(b), a.max(b))) {
            return Err(Clash::Apart(a, b));
        }
        if one.classes.iter().any(|class| other.classes.contains(class)) {
            return Err(Clash::SameIndustry(a, b));
        }
        let far = matches!(self.problem.radius, Radius::Pairwise(_)) && !self.problem.may_meet(a, b);
        if far { Err(Clash::TooFar(a, b)) } else { Ok(()) }
    }

    /// Whether the group of these has a meeting place near to all but those who are in it already.
    fn reachable(&self, firms: impl Iterator<Item = FirmNo>, anchor: Option<&Anchor>) -> Result<(), Clash> {
        if !matches!(self.problem.radius, Radius::MeetingPlace(_)) {
            return Ok(());
        }
        let free: Vec<FirmNo> =
            firms.filter(|firm| anchor.is_none_or(|anchor| !anchor.members.contains(firm))).collect();
        let found = match anchor.and_then(|anchor| self.problem.meeting_place(anchor)) {
            Some(place) => self.problem.all_reach(place, &free),
            None => {
                self.problem.place_of_all(&free).is_some()
                    || self.problem.firms.iter().all(|firm| firm.point.is_none())
            }
        };
        if found { Ok(()) } else { Err(Clash::NoMeetingPlace) }
    }
}

impl Problem {
    /// Where a kept group meets, if that is known.
    pub(crate) fn meeting_place(&self, anchor: &Anchor) -> Option<Point> {
        anchor.meets_at.or_else(|| self.firms[*anchor.members.first()? as usize].point)
    }

    /// Whether a meeting place is near enough to all of these; always, where the radius is none of a meeting place.
    pub(crate) fn all_reach(&self, place: Point, firms: &[FirmNo]) -> bool {
        let Radius::MeetingPlace(most) = self.radius else { return true };
        let km = |firm: FirmNo| self.km(Some(place), self.firms[firm as usize].point);
        firms.iter().all(|&firm| km(firm).is_none_or(|km| km <= most))
    }

    /// A firm's place that is near enough to all of these; none if there is none, or if no place is known at all.
    pub(crate) fn place_of_all(&self, firms: &[FirmNo]) -> Option<Point> {
        self.firms.iter().filter_map(|firm| firm.point).find(|&place| self.all_reach(place, firms))
    }
}

/// Firms that a lock or a kept group binds to each other, each set once, in order of their first firm. For consistent problems.
pub(crate) fn blocks(problem: &Problem) -> Vec<Vec<FirmNo>> {
    let mut blocks: Vec<Vec<FirmNo>> = Vec::new();
    let mut of: BTreeMap<FirmNo, usize> = BTreeMap::new();
    let kept = problem.anchors.iter().map(|anchor| anchor.members.clone());
    for firms in kept.chain(problem.together.iter().map(|&(a, b)| vec![a, b])) {
        let known: BTreeSet<usize> = firms.iter().filter_map(|firm| of.get(firm).copied()).collect();
        let mut all = firms;
        known.iter().for_each(|&at| all.append(&mut blocks[at]));
        all.sort_unstable();
        all.dedup();
        of.extend(all.iter().map(|&firm| (firm, blocks.len())));
        blocks.push(all);
    }
    blocks.retain(|block| !block.is_empty());
    blocks.sort_unstable();
    blocks
}
