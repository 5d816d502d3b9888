//! Words of groups and their members.

words! {
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
