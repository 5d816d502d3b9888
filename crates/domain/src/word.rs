//! Closed lists of words: what a column or a form field may say. Each has one stable spelling,
//! used in the database, in forms and in the JSON interface; screens word it through their texts.

/// The text is none of the words that the list knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a {list}")]
pub struct UnknownWord {
    /// Name of the list.
    pub list: &'static str,
    /// What was given.
    pub text: String,
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
        pub enum $name { $($(#[$word_doc])* $word,)* }

        impl $name {
            /// Every word of the list, in the order in which screens show them.
            pub const ALL: &[Self] = &[$(Self::$word,)*];

            /// The one stable spelling.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$word => $text,)* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownWord;
            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                match text {
                    $($text => Ok(Self::$word),)*
                    _ => Err(UnknownWord { list: stringify!($name), text: text.to_owned() }),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

words! {
    /// What a difficulty needs.
    NeedKind {
        /// Making, process, design.
        Technology = "technology",
        /// Defects, testing, measuring.
        Quality = "quality",
        /// A machine or a room for a while.
        Equipment = "equipment",
        /// Buyers, distribution, export.
        Sales = "sales",
        /// Hiring, training, labour.
        People = "people",
        /// Funds, payments, subsidies.
        Finance = "finance",
        /// Tax, contracts, patents.
        Law = "law",
        /// Certificates, standards, permits.
        Certification = "certification",
        /// Waste, water, safety at work.
        Environment = "environment",
        /// Software, data, automation.
        Digital = "digital",
        /// A partner to make something with.
        Partner = "partner",
        /// None of these.
        Other = "other",
    }

    /// Who may see a difficulty.
    Visibility {
        /// Only the helpers who are asked, and the secretariat.
        Named = "named",
        /// The poster's groups.
        Group = "group",
        /// The whole federation.
        Federation = "federation",
        /// Every federation of the union.
        All = "all",
    }

    /// Where a difficulty stands.
    DifficultyStatus {
        /// Being written; nobody else sees it.
        Draft = "draft",
        /// Posted; no helper has agreed yet.
        Open = "open",
        /// At least one helper has offered.
        Helping = "helping",
        /// Ended, with an outcome.
        Closed = "closed",
    }

    /// How a difficulty ended.
    Outcome {
        /// What counted as solved was reached.
        Solved = "solved",
        /// Some of it was.
        Partly = "partly",
        /// It was not.
        Unsolved = "unsolved",
    }

    /// Where one request to one helper stands.
    AskState {
        /// Waiting for the helper's answer.
        Asked = "asked",
        /// The helper offers help, asked or unasked.
        Offered = "offered",
        /// The helper declined, with a reason.
        Declined = "declined",
        /// The helper named somebody else.
        Passed = "passed",
        /// The asking side took it back.
        Withdrawn = "withdrawn",
        /// The help was given.
        Helped = "helped",
    }

    /// What a helper is in the index.
    HelperKind {
        /// A member firm as a whole.
        Firm = "firm",
        /// One resource of a firm.
        Resource = "resource",
        /// An expert.
        Expert = "expert",
        /// A support programme.
        Programme = "programme",
        /// A solved case, and with it who solved it.
        Case = "case",
    }

    /// Kinds of resource that a firm shares.
    ResourceKind {
        /// 설비
        Equipment = "equipment",
        /// 시설
        Facility = "facility",
        /// 노하우
        KnowHow = "know_how",
        /// 판로
        SalesChannel = "sales_channel",
        /// 인력
        People = "people",
        /// 연구
        Research = "research",
    }

    /// Offices and special memberships that are given and taken back by appointment. Delegates
    /// and deputies of firms follow from memberships instead.
    Office {
        /// 회장, of a group.
        Chair = "chair",
        /// 사무총장·간사, of a group.
        Secretary = "secretary",
        /// 이업종교류 전문가, special member of a group or of the federation.
        Expert = "expert",
        /// 공무원, special member of a group or of the federation.
        Official = "official",
        /// Staff of a federation.
        Staff = "staff",
        /// Who runs the program; sees no member's texts by office alone.
        Operator = "operator",
    }

    /// What happened on a difficulty's timeline.
    EventKind {
        /// Put before others.
        Posted = "posted",
        /// A helper was asked.
        Asked = "asked",
        /// Help was offered.
        Offered = "offered",
        /// A helper declined.
        Declined = "declined",
        /// A helper named somebody else.
        Passed = "passed",
        /// A request was taken back.
        Withdrawn = "withdrawn",
        /// A remark.
        Noted = "noted",
        /// Ended, with an outcome.
        Closed = "closed",
        /// Opened again.
        Reopened = "reopened",
        /// One side said what the help was worth.
        Stated = "stated",
        /// The other side confirmed it.
        Confirmed = "confirmed",
        /// The other side sees it otherwise.
        Disputed = "disputed",
        /// Kept as knowledge.
        Kept = "kept",
    }

    /// Where a statement of worth stands.
    SettlementState {
        /// Said by one side.
        Stated = "stated",
        /// Confirmed by the other: it counts.
        Confirmed = "confirmed",
        /// Refused by the other, with a reason: it does not count.
        Disputed = "disputed",
    }

    /// Kinds of give and take. They are counted side by side, never added up into one currency.
    GiveKind {
        /// Advice and teaching.
        Advice = "advice",
        /// Use of a machine or a room.
        Equipment = "equipment",
        /// Work of people.
        Labour = "labour",
        /// Material, samples, parts.
        Material = "material",
        /// An introduction to a buyer or supplier.
        Introduction = "introduction",
        /// Technology, drawings, recipes.
        Technology = "technology",
    }

    /// Things that writes are recorded of, in the audit and in the change feed.
    Subject {
        /// A federation.
        Federation = "federation",
        /// A group.
        Group = "group",
        /// A firm.
        Firm = "firm",
        /// A person.
        Person = "person",
        /// A membership.
        Membership = "membership",
        /// An appointment.
        Appointment = "appointment",
        /// A resource.
        Resource = "resource",
        /// An expert's profile.
        Expert = "expert",
        /// A programme.
        Programme = "programme",
        /// A difficulty.
        Difficulty = "difficulty",
        /// A request to a helper.
        Ask = "ask",
        /// A statement of worth.
        Settlement = "settlement",
        /// A solved case.
        Case = "case",
        /// A meeting.
        Meeting = "meeting",
        /// A session.
        Session = "session",
        /// A personal token.
        Token = "token",
        /// An import.
        Import = "import",
        /// A setting of the installation.
        Setting = "setting",
        /// Firms that ask for a group.
        GroupRequest = "group_request",
        /// A draft of the formation studio.
        Draft = "draft",
        /// A group that is being founded.
        Founding = "founding",
        /// An invitation to a founding.
        Invitation = "invitation",
    }

    /// What brought a firm to its group (survey of 2006).
    Motive {
        /// An agency recommended it.
        Agency = "agency",
        /// A member recommended it.
        Member = "member",
        /// An acquaintance recommended it.
        Acquaintance = "acquaintance",
        /// Newspapers and other media.
        Media = "media",
    }

    /// Why a firm joined its group; several each. The survey of 2006 counts eight reasons.
    JoiningReason {
        /// 경영·기술 정보 교류
        Information = "information",
        /// 판로 개척, 새 거래처
        Business = "business",
        /// 기술 이전, 공동 개발
        Technology = "technology",
        /// 설비·시설을 함께 쓰기
        Resources = "resources",
        /// 새 사업, 업종 전환
        Diversification = "diversification",
        /// 친목, 인맥
        Fellowship = "fellowship",
        /// 경영 능력 향상
        Management = "management",
        /// 정책자금, 지원사업 활용
        Support = "support",
    }

    /// From which firms a draft of the studio forms groups.
    DraftPool {
        /// Firms that are in no group.
        WithoutGroup = "without_group",
        /// The firms of a request.
        Request = "request",
        /// The members of existing groups.
        Groups = "groups",
    }

    /// Where a draft of the studio stands.
    DraftState {
        /// Rules are set; not solved yet.
        New = "new",
        /// Waiting to be solved, or being solved.
        Solving = "solving",
        /// Has groups.
        Solved = "solved",
        /// Solving failed; why is kept with it.
        Failed = "failed",
        /// Its groups have been put to the firms.
        Published = "published",
    }

    /// What a person wants of two firms of a draft.
    PairWish {
        /// In one group.
        Together = "together",
        /// Never in one group.
        Apart = "apart",
    }

    /// How a group comes about.
    FoundingPath {
        /// The federation brings firms together (중개).
        Brokered = "brokered",
        /// Executives who know each other register their group (등록).
        Registered = "registered",
        /// Firms are to move into a group that exists (재편).
        Moved = "moved",
    }

    /// Where a founding stands.
    FoundingState {
        /// Put before the federation by executives who know each other; their firms confirm meanwhile.
        Proposed = "proposed",
        /// Sent back by the federation with a word, to be mended and put before it again.
        Returned = "returned",
        /// Firms have been invited and answer.
        Inviting = "inviting",
        /// The group exists.
        Founded = "founded",
        /// Given up.
        Withdrawn = "withdrawn",
    }

    /// Where an invitation to a founding stands.
    InvitationState {
        /// Not answered yet.
        Waiting = "waiting",
        /// Will join.
        Accepted = "accepted",
        /// Will not, with a reason.
        Declined = "declined",
        /// Taken back.
        Withdrawn = "withdrawn",
    }

    /// Kinds of meeting.
    MeetingKind {
        /// 정례회
        Regular = "regular",
        /// 강연회
        Lecture = "lecture",
        /// 공장 견학
        PlantVisit = "plant_visit",
        /// 세미나
        Seminar = "seminar",
        /// 그룹 간 교류
        InterGroup = "inter_group",
        /// 총회
        Assembly = "assembly",
    }
}

/// A reason is part of a key, and keys of this database are never numbers.
#[cfg(feature = "orm")]
impl sea_orm::TryFromU64 for JoiningReason {
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("JoiningReason"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back() {
        for word in NeedKind::ALL {
            assert_eq!(word.as_str().parse(), Ok(*word));
        }
        assert!("".parse::<NeedKind>().is_err());
    }
}
