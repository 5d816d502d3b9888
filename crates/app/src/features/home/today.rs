//! What the home page shows, gathered for one person.

use dure_domain::{Day, GiveKind, Moment, Won};
use dure_founding::foundings::actions::{Tally, Waiting};
use dure_tables::{asks, difficulties, foundings, meetings};

use super::rules::Step;

/// Everything that waits for a person today.
#[derive(Debug, Default)]
pub struct Today {
    /// The present instant.
    pub now: Option<Moment>,
    /// The next meeting to which the person is invited.
    pub meeting: Option<NextMeeting>,
    /// Requests to help, the longest waiting first.
    pub asks: Vec<AskedOfMe>,
    /// Invitations to a group, the oldest first.
    pub invitations: Vec<Waiting>,
    /// Statements of worth that the person's side has to confirm.
    pub confirm: Vec<ToConfirm>,
    /// The firm's own open difficulties, each with its next step.
    pub mine: Vec<Mine>,
    /// The person's drafts, the last touched first.
    pub drafts: Vec<difficulties::Model>,
    /// For secretaries and chairs: what their groups need.
    pub groups: Vec<GroupCare>,
    /// For staff: numbers that need attention.
    pub attention: Option<Attention>,
    /// For staff: groups that are being founded.
    pub foundings: Vec<(foundings::Model, Tally)>,
    /// Open difficulties that the person could answer, best first.
    pub fits: Vec<Fit>,
    /// One line about the group this month.
    pub pulse: Option<Pulse>,
    /// Whether the person is new, and has nothing yet that could wait.
    pub is_new: bool,
}

/// A meeting with what its card shows.
#[derive(Debug)]
pub struct NextMeeting {
    /// The meeting.
    pub meeting: meetings::Model,
    /// The group, or the federation.
    pub whose: String,
    /// One's own reply.
    pub mine: Option<bool>,
    /// How many come and how many do not.
    pub tally: (i64, i64),
}

/// A request to help.
#[derive(Debug)]
pub struct AskedOfMe {
    /// The request.
    pub ask: asks::Model,
    /// What help is needed with.
    pub difficulty: difficulties::Model,
    /// The firm behind it, none where the person may not know.
    pub firm: Option<String>,
    /// Who asks, none where that would tell the firm.
    pub asker: Option<String>,
}

/// A statement of worth.
#[derive(Debug)]
pub struct ToConfirm {
    /// The difficulty that it is about.
    pub difficulty: difficulties::Model,
    /// Who stated it, none where that would tell an anonymous poster.
    pub stated_by: Option<String>,
    /// When.
    pub stated_at: Moment,
    /// Kind of help.
    pub kind: GiveKind,
    /// Worth in won.
    pub won: Won,
    /// Worth in days.
    pub days: i32,
}

/// One of the firm's own difficulties.
#[derive(Debug)]
pub struct Mine {
    /// The difficulty.
    pub difficulty: difficulties::Model,
    /// What to do next.
    pub step: Step,
}

/// What a group needs from its secretary.
#[derive(Debug)]
pub struct GroupCare {
    /// The group.
    pub group: dure_domain::GroupId,
    /// Its name.
    pub name: String,
    /// Difficulties that nobody helps with yet, the oldest first; not more than a few.
    pub unhelped: Vec<difficulties::Model>,
    /// How many there are.
    pub unhelped_in_all: u64,
    /// The next meeting, and who has not replied: names of a few, and how many.
    pub silent: Option<(meetings::Model, Vec<String>, usize)>,
    /// Whether no meeting has been arranged.
    pub no_meeting: bool,
}

/// Numbers that need the attention of staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attention {
    /// Difficulties open for two weeks without a helper.
    pub unhelped: u64,
    /// Requests unanswered for a week.
    pub unanswered: u64,
    /// Statements of worth unconfirmed for two weeks.
    pub unconfirmed: u64,
    /// Groups without a meeting to come.
    pub no_meeting: u64,
    /// Groups where no difficulty was posted for three months.
    pub silent: u64,
    /// All groups.
    pub groups: u64,
}

/// A difficulty that one could answer without having been asked.
#[derive(Debug)]
pub struct Fit {
    /// The difficulty.
    pub difficulty: difficulties::Model,
    /// The firm behind it, none where the person may not know.
    pub firm: Option<String>,
}

/// One line about this month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pulse {
    /// The group's name; none for the whole federation.
    pub group: Option<(dure_domain::GroupId, String)>,
    /// The first day of the month.
    pub since: Day,
    /// Difficulties posted.
    pub posted: u64,
    /// Difficulties solved, wholly or partly.
    pub solved: u64,
    /// Firms that gave or took help.
    pub firms: u64,
}
