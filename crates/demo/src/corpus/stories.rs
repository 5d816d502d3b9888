//! Difficulties and what became of them, as written: a short play of dated steps.
//!
//! ```text
//! = 회사 | need | days ago | who may see it [anon] [draft] [deputy]
//! T title
//! P problem
//! S present state
//! X what was tried
//! G what counts as solved
//! +1 ask 대상 | words            the helper is asked one day after posting
//! +2 offer 대상 | words          … says yes (asked or not)
//! +2 decline 대상 | words        … says no
//! +2 pass 대상 > 다른 대상 | words  … names somebody else, who is asked thereby
//! +3 withdraw 대상               the request is taken back
//! +4 note 누구 | words           a remark; 나 is the author
//! +30 close solved 대상, 대상 | words
//! +31 state 대상 equipment 400000 2 | words    stated by the poster; `claim` by the helper
//! +33 confirm 대상    or    +33 dispute 대상 | words
//! +35 keep                       with the lines C (cure), E (effect), W (the new standard)
//! ```

use dure_domain::{GiveKind, NeedKind, Outcome, Visibility};

use super::record::{BadCorpus, Record};

/// A difficulty as written.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct StoryText {
    pub firm: &'static str,
    pub need: NeedKind,
    pub days_ago: i32,
    pub visibility: Visibility,
    pub anonymous: bool,
    pub draft: bool,
    pub by_deputy: bool,
    pub title: &'static str,
    pub problem: &'static str,
    pub present_state: &'static str,
    pub tried: &'static str,
    pub solved_when: &'static str,
    pub steps: Vec<Step>,
    pub cure: &'static str,
    pub effect: &'static str,
    pub standard: &'static str,
}

/// Something that happened `day` days after posting.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Step {
    pub day: i32,
    pub act: Act,
    pub words: &'static str,
}

/// What happened. Names are those of a firm, of `firm/resource`, of an expert, or of a programme.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub enum Act {
    Ask(&'static str),
    Offer(&'static str),
    Decline(&'static str),
    Pass { from: &'static str, to: &'static str },
    Withdraw(&'static str),
    Note(&'static str),
    Close { outcome: Outcome, helped: Vec<&'static str> },
    State { helper: &'static str, kind: GiveKind, won: i64, days: i32, by_helper: bool },
    Confirm(&'static str),
    Dispute(&'static str),
    Keep,
}

pub(super) fn story(record: &Record) -> Result<StoryText, BadCorpus> {
    let marks: Vec<&str> = record.field(3, "visibility")?.split_whitespace().collect();
    let visibility = marks.first().copied().unwrap_or("");
    let visibility =
        visibility.parse().map_err(|_| record.bad(format!("{visibility:?} is no visibility")))?;
    let steps = record.lines.iter().filter(|line| line.0.starts_with('+'));
    Ok(StoryText {
        firm: record.field(0, "firm")?,
        need: record.parsed(1, "need")?,
        days_ago: record.parsed(2, "number of days")?,
        visibility,
        anonymous: marks.contains(&"anon"),
        draft: marks.contains(&"draft"),
        by_deputy: marks.contains(&"deputy"),
        title: record.text("T"),
        problem: record.text("P"),
        present_state: record.text("S"),
        tried: record.text("X"),
        solved_when: record.text("G"),
        steps: steps.map(|(day, line)| step(record, day, line)).collect::<Result<_, _>>()?,
        cure: record.text("C"),
        effect: record.text("E"),
        standard: record.text("W"),
    })
}

fn step(record: &Record, day: &'static str, line: &'static str) -> Result<Step, BadCorpus> {
    let bad = || record.bad(format!("cannot read the step {day} {line}"));
    let (what, words) = line.split_once('|').unwrap_or((line, ""));
    let (verb, rest) = what.trim().split_once(' ').unwrap_or((what.trim(), ""));
    let rest = rest.trim();
    let act = match verb {
        "ask" => Act::Ask(rest),
        "offer" => Act::Offer(rest),
        "decline" => Act::Decline(rest),
        "withdraw" => Act::Withdraw(rest),
        "note" => Act::Note(rest),
        "confirm" => Act::Confirm(rest),
        "dispute" => Act::Dispute(rest),
        "keep" => Act::Keep,
        "pass" => {
            let (from, to) = rest.split_once('>').ok_or_else(bad)?;
            Act::Pass { from: from.trim(), to: to.trim() }
        }
        "close" => close(rest).ok_or_else(bad)?,
        "state" | "claim" => state(rest, verb == "claim").ok_or_else(bad)?,
        _ => return Err(bad()),
    };
    let day = day.trim_start_matches('+').parse().map_err(|_| bad())?;
    Ok(Step { day, act, words: words.trim() })
}

fn close(rest: &'static str) -> Option<Act> {
    let (outcome, helped) = rest.split_once(' ').unwrap_or((rest, ""));
    let helped = helped.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    Some(Act::Close { outcome: outcome.parse().ok()?, helped })
}

/// `대상 equipment 400000 2`: the name may have spaces, so it is read from the end.
fn state(rest: &'static str, by_helper: bool) -> Option<Act> {
    let (rest, days) = rest.rsplit_once(' ')?;
    let (rest, won) = rest.rsplit_once(' ')?;
    let (helper, kind) = rest.rsplit_once(' ')?;
    Some(Act::State {
        helper: helper.trim(),
        kind: kind.parse().ok()?,
        won: won.parse().ok()?,
        days: days.parse().ok()?,
        by_helper,
    })
}
