//! Typed identifiers: one type per thing, so that a firm is never passed for a person.
//!
//! Nearly all are UUID version 7 (RFC 9562): ordered by the moment they were made, unguessable enough
//! for an address, and the same on SQLite (16 bytes) and PostgreSQL (`uuid`). Difficulties, requests and
//! cases have version 4, so that an address does not tell when an anonymous one was posted.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Moment;

/// The text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier: {0:?}")]
pub struct BadId(pub String);

/// Builds the bits of a UUID version 7 from a moment and 80 bits of chance.
pub fn uuid_v7(at: Moment, chance: [u8; 10]) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(at.millis().max(0).cast_unsigned(), &chance).into_uuid()
}

/// Builds the bits of a UUID version 4: nothing can be told from it, neither when it was made nor after
/// which other. For what strangers see the address of.
pub fn uuid_v4(chance: [u8; 16]) -> Uuid {
    uuid::Builder::from_random_bytes(chance).into_uuid()
}

/// What all typed identifiers have in common.
pub trait Id: Copy {
    /// The typed identifier around these bits.
    fn from_uuid(uuid: Uuid) -> Self;
    /// The bits.
    fn uuid(self) -> Uuid;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl Id for $name {
            fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }
            fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl $name {
            /// A new identifier made at `at`; `chance` comes from the state's generator.
            pub fn new(at: Moment, chance: [u8; 10]) -> Self {
                Self(uuid_v7(at, chance))
            }

            /// The identifier as a number, the key of the search index.
            pub fn key(self) -> u128 {
                self.0.as_u128()
            }

            /// The identifier behind [`Self::key`].
            pub fn from_key(key: u128) -> Self {
                Self(Uuid::from_u128(key))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0.hyphenated(), f)
            }
        }

        impl FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> {
                Uuid::parse_str(text).map(Self).map_err(|_| BadId(text.to_owned()))
            }
        }
    )*};
}

#[cfg(feature = "orm")]
macro_rules! orm_keys {
    ($($name:ident),* $(,)?) => {$(
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )*};
}

ids! {
    /// A regional federation (연합회).
    FederationId;
    /// An exchange group (교류회).
    GroupId;
    /// A member firm (회원사).
    FirmId;
    /// A person (임직원, 특별회원, 담당자).
    PersonId;
    /// A firm's membership in a group (회원 자격).
    MembershipId;
    /// An office or special membership that a person holds.
    AppointmentId;
    /// A resource that a firm shares (경영자원).
    ResourceId;
    /// An expert's profile (이업종교류 전문가).
    ExpertId;
    /// A support programme (지원사업).
    ProgrammeId;
    /// A difficulty (애로사항).
    DifficultyId;
    /// One request to one helper, or one unasked offer.
    AskId;
    /// One line of a difficulty's timeline.
    EventId;
    /// What one help was worth, stated by one side and confirmed by the other.
    SettlementId;
    /// An entry of give and take (주고받음).
    EntryId;
    /// A solved case kept as knowledge.
    CaseId;
    /// A meeting (모임).
    MeetingId;
    /// A signed-in session.
    SessionId;
    /// A personal token of the JSON interface.
    TokenId;
    /// A message in the outbox.
    MailId;
    /// A job to be done after its transaction.
    JobId;
    /// An audit entry.
    AuditId;
    /// A line of the log of access to personal data.
    DataAccessId;
    /// An import of a roster.
    ImportId;
    /// Firms that ask for a group (결성 요청).
    GroupRequestId;
    /// A draft of the formation studio.
    DraftId;
    /// A group that is being founded.
    FoundingId;
    /// An invitation to a founding.
    InvitationId;
    /// A request that is done once however often it is sent.
    ActId;
    /// A file that hangs on a thing.
    FileId;
    /// What somebody said under a thing (한마디).
    CommentId;
    /// What a comment said before.
    CommentVersionId;
}

#[cfg(feature = "orm")]
orm_keys!(
    FederationId,
    GroupId,
    FirmId,
    PersonId,
    MembershipId,
    AppointmentId,
    ResourceId,
    ExpertId,
    ProgrammeId,
    DifficultyId,
    AskId,
    EventId,
    SettlementId,
    EntryId,
    CaseId,
    MeetingId,
    SessionId,
    TokenId,
    MailId,
    JobId,
    AuditId,
    DataAccessId,
    ImportId,
    GroupRequestId,
    DraftId,
    FoundingId,
    InvitationId,
    ActId,
    FileId,
    CommentId,
    CommentVersionId,
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_sort_by_the_moment_they_were_made() {
        let early = FirmId::new(Moment::from_millis(1_000), [255; 10]);
        let late = FirmId::new(Moment::from_millis(1_001), [0; 10]);
        assert!(early < late);
    }

    #[test]
    fn a_random_identifier_is_its_chance_and_nothing_else() {
        let id = uuid_v4([0xff; 16]);
        assert_eq!((id.get_version_num(), id.get_timestamp()), (4, None));
        assert_ne!(id, uuid_v4([0; 16]));
    }

    #[test]
    fn text_and_key_lead_back() {
        let id = PersonId::new(Moment::from_millis(7), [3; 10]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(PersonId::from_key(id.key()), id);
        assert!("nobody".parse::<PersonId>().is_err());
    }
}
