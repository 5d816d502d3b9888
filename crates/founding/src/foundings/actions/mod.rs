//! The verbs: open a founding, invite, answer, found, move, recruit, register; ask for a group.

mod answer;
mod check;
mod firms;
mod found;
mod invite;
mod list;
mod manage;
mod mend;
mod moves;
mod open;
mod propose;
mod prospect;
mod recruit;
mod register;
mod remind;
mod requests;
mod scene;
mod trail;

pub use answer::{Answer, Answered, answer};
pub use check::{Check, check};
pub use firms::{FirmLine, Picked, picked};
pub use found::Hindrance;
pub use invite::Directory;
pub use list::{Listed, PER_PAGE, Tally, Waiting, list, short_of_acceptances, waiting_for};
pub use manage::{Settings, give_up, invite_one, set, withdraw_invitation};
pub use mend::{mend, mendable};
pub use open::{Joining, Opened, Opening, OpeningGroup, open};
pub use propose::propose;
pub use prospect::{Gift, Prospect, pool_firm};
pub use recruit::{Recruit, Recruiting, recruiting};
pub use register::{register, send_back};
pub use remind::{REMIND, remind};
pub use requests::{Request, Requests, ask, close, request, requests};
pub use scene::{Found, Line, Scene, find, find_to_answer, scene};
