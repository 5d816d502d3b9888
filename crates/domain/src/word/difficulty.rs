//! Words of difficulties.

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
}
