//! A pool of firms, as people describe them, becomes a problem for `dure-formation`; an answer becomes an account in the firms' own
//! words.
//!
//! Pure: no I/O, no clock, no chance. The same firms and rules give the same problem, and the same grouping the same account.
//!
//! | to do this | use |
//! | --- | --- |
//! | make a problem of firms, rules and wishes | [`pose`] |
//! | say what groups are good for, and why firms are left out | [`account`] |
//! | see what moving one firm by hand would mean | [`would`], [`faults`], [`seat_left_out`] |
//! | say how near the best it is | [`bound`], [`percent`] |
//! | draw the firms and their groups | [`map()`] |

mod account;
mod distance;
mod firm;
mod hand;
mod link;
mod map;
mod near;
mod pose;
mod preference;
mod rules;
mod trouble;
mod wishes;

pub use account::{Account, GroupAccount, LeftOut, Mutual, Taken, WhyLeft, account};
pub use dure_formation::{Bound, Grouping, Weights};
pub use firm::{Firm, FirmNo};
pub use hand::{Block, Fault, Move, faults, seat_left_out, would};
pub use link::{Basis, Ground, Link};
pub use map::{Label, Map, MapPoint, MapWords, map};
pub use near::{bound, percent};
pub use pose::{Places, Posed, pose};
pub use preference::Preference;
pub use rules::{BadRule, Rules};
pub use trouble::{LockClash, Trouble};
pub use wishes::{Kept, Wishes};
