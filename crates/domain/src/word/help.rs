//! Words of help: who is asked, what is shared, what it was worth.

words! {
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
}
