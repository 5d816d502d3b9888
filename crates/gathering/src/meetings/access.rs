//! Rows of the permission table: meetings.

use dure_domain::{MeetingKind, Visibility};
use dure_tables::meetings;
use dure_web::access::{Relation, Row, Thing};

/// Seeing a meeting.
pub const SEE: Row = Row::new("meeting.see", &[Relation::Audience, Relation::Staff]);
/// Saying whether one comes.
pub const REPLY: Row = Row::new("meeting.reply", &[Relation::Audience]);
/// Putting photos and files to it.
pub const FILE: Row = Row::new("meeting.file", &[Relation::Group, Relation::Staff]);
/// Arranging, announcing, changing and calling off.
pub const ARRANGE: Row =
    Row::new("meeting.arrange", &[Relation::Chair, Relation::Secretary, Relation::Staff]);
/// What a signed link in a mail opens; the link itself is the permission.
pub const ANSWER: Row = Row::new("meeting.answer", &[Relation::Anyone]);

/// The meeting as permissions see it. One that groups hold together, or that the federation holds, is
/// open to the whole federation.
pub fn thing_of(meeting: &meetings::Model) -> Thing {
    let open = meeting.group_id.is_none() || meeting.kind == MeetingKind::InterGroup;
    Thing {
        federation: Some(meeting.federation_id),
        groups: meeting.group_id.into_iter().collect(),
        visibility: Some(if open { Visibility::Federation } else { Visibility::Group }),
        ..Thing::default()
    }
}
