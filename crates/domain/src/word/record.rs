//! Words of the audit.

words! {
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
}

words! {
    /// How people leave the program.
    DataOutlet {
        /// The roster as a workbook.
        RosterXlsx = "roster_xlsx",
        /// The roster as CSV.
        RosterCsv = "roster_csv",
        /// The roster on paper.
        RosterPrint = "roster_print",
        /// Rows of a roster that could not be read.
        BadRows = "bad_rows",
        /// The history of the federation as CSV.
        AuditCsv = "audit_csv",
    }
}

words! {
    /// Why people are taken out.
    DataReason {
        /// An assembly is prepared.
        Assembly = "assembly",
        /// Dues are collected.
        Dues = "dues",
        /// The roster is printed.
        Print = "print",
        /// Something else, which is written down.
        Other = "other",
    }
}
