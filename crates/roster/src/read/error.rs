//! Why a file could not be read, and what to do about it.

/// A file that is something else than a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// PDF, whatever its name says.
    Pdf,
    /// 한글 (HWP or HWPX).
    Hwp,
    /// Word.
    Word,
    /// PowerPoint.
    Slides,
    /// A picture.
    Image,
    /// A ZIP with other things in it.
    Archive,
    /// Excel's binary workbook (.xlsb) or a spreadsheet from before Excel 5.
    RareSpreadsheet,
    /// A web page saved with everything in it (.mht).
    WebArchive,
    /// None of the known kinds, and not text.
    Unknown,
}

impl FileKind {
    /// Short name, the same in every language but for the last ones.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Hwp => "HWP",
            Self::Word => "Word",
            Self::Slides => "PowerPoint",
            Self::Image => "image",
            Self::Archive => "ZIP",
            Self::RareSpreadsheet => "XLSB/Excel 4",
            Self::WebArchive => "MHT",
            Self::Unknown => "binary",
        }
    }
}

/// Why a file could not be read. `Display` is an English sentence with what, why and what to do;
/// [`ReadError::korean`] is the Korean one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No bytes, or only white space. 빈 파일.
    #[error("The file is empty. Choose the file again after saving the roster.")]
    Empty,
    /// More bytes than allowed. 너무 큰 파일.
    #[error(
        "The file has {bytes} bytes; {limit} are allowed. Remove pictures and unused sheets, or split it."
    )]
    TooLarge {
        /// Size of the file.
        bytes: u64,
        /// What is allowed.
        limit: u64,
    },
    /// A small file that unpacks to more than allowed. 압축을 풀면 너무 큰 파일.
    #[error(
        "The file unpacks to more than {limit} bytes. Copy the roster into a new workbook and save that."
    )]
    UnpacksTooLarge {
        /// What is allowed.
        limit: u64,
    },
    /// More rows than allowed. 행이 너무 많음.
    #[error("The table has more than {limit} rows. Delete the rows below the roster, or split the file.")]
    TooManyRows {
        /// What is allowed.
        limit: u32,
    },
    /// More columns than allowed. 열이 너무 많음.
    #[error(
        "The table has more than {limit} columns. Delete what lies to the right of the roster, and save again."
    )]
    TooManyColumns {
        /// What is allowed.
        limit: usize,
    },
    /// More filled cells than allowed, over all sheets. 칸이 너무 많음.
    #[error(
        "The file has more than {limit} filled cells. Copy the roster into a new workbook and save that."
    )]
    TooManyCells {
        /// What is allowed.
        limit: u32,
    },
    /// Something else than a table. 표가 아닌 파일.
    #[error("The file is no table ({}). Save the roster as Excel (.xlsx) or CSV and choose that.", .0.name())]
    OtherKind(FileKind),
    /// Opened only with a password. 암호가 걸린 파일.
    #[error(
        "The workbook is protected by a password. Remove the password in Excel (File > Info) and save again."
    )]
    PasswordProtected,
    /// Begins as a known kind but is broken. 손상된 파일.
    #[error("The file is damaged ({detail}). Open it in Excel, save it under a new name and choose that.")]
    Damaged {
        /// What the reader met, in English.
        detail: String,
    },
    /// Text in an encoding that could not be told. 알 수 없는 문자 인코딩.
    #[error("The text is neither UTF-8 nor Korean (CP949). Save it in Excel as 'CSV UTF-8' and choose that.")]
    UnknownEncoding,
    /// No row with data. 자료가 없음.
    #[error("No table was found in the file. The roster needs a header row and at least one row below it.")]
    NoTable,
    /// No sheet of that name. 없는 시트.
    #[error("The file has no sheet named {0:?}. Choose one of its sheets.")]
    NoSheet(String),
}

impl ReadError {
    /// The Korean sentence: what happened, why, and what to do.
    pub fn korean(&self) -> String {
        match self {
            Self::Empty => "파일이 비어 있습니다. 명부를 저장한 뒤 다시 선택해 주세요.".into(),
            Self::TooLarge { bytes, limit } => format!(
                "파일 크기가 {bytes}바이트로 허용 크기({limit}바이트)를 넘습니다. 그림과 쓰지 않는 시트를 지우거나 나누어 올려 주세요."
            ),
            Self::UnpacksTooLarge { limit } => format!(
                "압축을 풀면 {limit}바이트가 넘는 파일입니다. 명부만 새 통합 문서에 복사해 저장한 뒤 올려 주세요."
            ),
            Self::TooManyRows { limit } => {
                format!("표가 {limit}행을 넘습니다. 명부 아래의 행을 지우거나 파일을 나누어 주세요.")
            }
            Self::TooManyColumns { limit } => {
                format!("표가 {limit}열을 넘습니다. 명부 오른쪽의 열을 지우고 다시 저장해 주세요.")
            }
            Self::TooManyCells { limit } => {
                format!(
                    "채워진 칸이 {limit}개를 넘습니다. 명부만 새 통합 문서에 복사해 저장한 뒤 올려 주세요."
                )
            }
            Self::OtherKind(kind) => format!(
                "표 파일이 아닙니다({}). 명부를 엑셀(.xlsx)이나 CSV로 저장해 올려 주세요.",
                kind.name()
            ),
            Self::PasswordProtected => {
                "암호가 걸린 파일입니다. 엑셀의 [파일 > 정보]에서 암호를 없애고 다시 저장해 주세요.".into()
            }
            Self::Damaged { detail } => {
                format!("파일이 손상되었습니다({detail}). 엑셀에서 열어 다른 이름으로 저장한 뒤 올려 주세요.")
            }
            Self::UnknownEncoding => {
                "글자를 알아볼 수 없습니다(UTF-8도 CP949도 아님). 엑셀에서 'CSV UTF-8'로 저장해 주세요."
                    .into()
            }
            Self::NoTable => {
                "파일에서 표를 찾지 못했습니다. 제목 행과 그 아래 한 행 이상의 자료가 있어야 합니다.".into()
            }
            Self::NoSheet(name) => format!("'{name}' 시트가 없습니다. 파일에 있는 시트를 선택해 주세요."),
        }
    }

    pub(crate) fn damaged(detail: impl std::fmt::Display) -> Self {
        Self::Damaged { detail: detail.to_string() }
    }
}
