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
        /// A file that hangs on a thing.
        File = "file",
        /// What somebody said under a thing.
        Comment = "comment",
    }

    /// What a letter tells of, as its reader may choose how it comes.
    NoticeKind {
        /// Somebody asks for help.
        Asked = "asked",
        /// A helper answered.
        Answered = "answered",
        /// Something was said.
        Talk = "talk",
        /// What help was worth.
        Worth = "worth",
        /// A meeting.
        Meeting = "meeting",
        /// A group in the making.
        Founding = "founding",
    }

    /// How a letter comes to its reader. It can always be read in Dure.
    NoticeWay {
        /// By mail, at once.
        Now = "now",
        /// By mail, gathered with others once a day.
        Digest = "digest",
        /// Not by mail.
        Here = "here",
    }

    /// What an attached file is, told from its content.
    FileKind {
        /// A picture, made anew from what was sent.
        Picture = "picture",
        /// PDF.
        Pdf = "pdf",
        /// Word.
        Docx = "docx",
        /// Excel.
        Xlsx = "xlsx",
        /// PowerPoint.
        Pptx = "pptx",
        /// Word before 2007.
        Doc = "doc",
        /// Excel before 2007.
        Xls = "xls",
        /// PowerPoint before 2007.
        Ppt = "ppt",
        /// Hangul (한글).
        Hwp = "hwp",
        /// Hangul, the newer format.
        Hwpx = "hwpx",
        /// OpenDocument text.
        Odt = "odt",
        /// OpenDocument sheet.
        Ods = "ods",
        /// OpenDocument slides.
        Odp = "odp",
        /// A document of Office with a program in it.
        Macro = "macro",
        /// A document of Office under a password, which cannot be looked into.
        Locked = "locked",
        /// A drawing of AutoCAD.
        Dwg = "dwg",
        /// A drawing for exchange.
        Dxf = "dxf",
        /// A solid for exchange.
        Step = "step",
        /// Plain text.
        Text = "txt",
        /// A table as text.
        Csv = "csv",
        /// Several files in one.
        Zip = "zip",
    }
}

impl FileKind {
    /// The names under which its bytes lie, below its key: a picture in three sizes, anything else as it came.
    pub const fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Picture => &["small", "medium", "large"],
            _ => &["whole"],
        }
    }
}

/// It is part of a key, and no key of ours is a number.
#[cfg(feature = "orm")]
impl sea_orm::TryFromU64 for NoticeKind {
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("NoticeKind"))
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
