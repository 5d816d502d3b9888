//! The texts of the demo, written by hand in `data/`.

mod firms;
mod foundings;
mod record;
mod special;
mod stories;

pub use firms::{FirmText, GroupText, Life, ResourceText, Text};
pub use foundings::{AnswerText, ComingText, FoundingText, RequestText};
pub use record::BadCorpus;
pub use special::{MeetingText, ProgrammeText, SpecialText};
pub use stories::{Act, Step, StoryText};

use record::{Record, records};

/// Everything that was written.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Corpus {
    pub groups: Vec<GroupText>,
    pub firms: Vec<FirmText>,
    /// Firms that are in no group.
    pub without_group: Vec<FirmText>,
    /// Requests for a group, and groups that are being founded.
    pub coming: Vec<ComingText>,
    pub special: Vec<SpecialText>,
    pub programmes: Vec<ProgrammeText>,
    pub meetings: Vec<MeetingText>,
    pub stories: Vec<StoryText>,
    /// Role and name of the personas.
    pub personas: Vec<(&'static str, &'static str)>,
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../data/", $name)))),*]
    };
}

const FIRMS: &[(&str, &str)] = &files![
    "firms/wonju.txt",
    "firms/chuncheon.txt",
    "firms/gangneung.txt",
    "firms/donghae.txt",
    "firms/mountains.txt",
    "firms/inland.txt"
];
const STORIES: &[(&str, &str)] = &files![
    "stories/wonju.txt",
    "stories/chuncheon.txt",
    "stories/gangneung.txt",
    "stories/donghae.txt",
    "stories/mountains.txt",
    "stories/inland.txt",
    "stories/lately.txt",
];

impl Corpus {
    /// Reads the texts.
    ///
    /// # Errors
    /// When a record cannot be read.
    pub fn load() -> Result<Self, BadCorpus> {
        Ok(Self {
            groups: read(&files!["groups.txt"], firms::group)?,
            firms: read(FIRMS, firms::firm)?,
            without_group: read(&files!["firms/without_group.txt"], firms::firm)?,
            coming: read(&files!["foundings.txt"], foundings::coming)?,
            special: read(&files!["special.txt"], special::special)?,
            programmes: read(&files!["programmes.txt"], special::programme)?,
            meetings: read(&files!["meetings.txt"], special::meeting)?,
            stories: read(STORIES, stories::story)?,
            personas: read(&files!["personas.txt"], persona)?,
        })
    }
}

fn read<T>(
    files: &[(&'static str, &'static str)],
    from: impl Fn(&Record) -> Result<T, BadCorpus>,
) -> Result<Vec<T>, BadCorpus> {
    let mut all = Vec::new();
    for (file, text) in files {
        for record in records(file, text)? {
            all.push(from(&record)?);
        }
    }
    Ok(all)
}

fn persona(record: &Record) -> Result<(&'static str, &'static str), BadCorpus> {
    Ok((record.field(0, "role")?, record.field(1, "name")?))
}
