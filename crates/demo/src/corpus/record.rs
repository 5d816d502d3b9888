//! The form in which the texts are written: records of a head and lines.
//!
//! ```text
//! # a remark
//! @ what the following records belong to
//! = head | with | fields
//! T a line: its tag, then its text
//! ```

/// A contradiction in the texts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {head}: {why}")]
pub struct BadCorpus {
    /// Which file.
    pub file: &'static str,
    /// The head of the record.
    pub head: String,
    /// What is wrong.
    pub why: String,
}

/// One record.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub file: &'static str,
    /// What was named by the last `@` line.
    pub under: &'static str,
    pub head: Vec<&'static str>,
    /// Tag and text of each line.
    pub lines: Vec<(&'static str, &'static str)>,
}

impl Record {
    /// The field at `at` of the head.
    pub fn field(&self, at: usize, name: &str) -> Result<&'static str, BadCorpus> {
        self.head.get(at).copied().ok_or_else(|| self.bad(format!("no {name}")))
    }

    /// A field that is a number, a code or another word.
    pub fn parsed<T: std::str::FromStr>(&self, at: usize, name: &str) -> Result<T, BadCorpus> {
        let text = self.field(at, name)?;
        text.parse().map_err(|_| self.bad(format!("{text:?} is no {name}")))
    }

    /// The text of the first line with this tag, or nothing.
    pub fn text(&self, tag: &str) -> &'static str {
        self.all(tag).next().unwrap_or("")
    }

    /// The texts of all lines with this tag.
    pub fn all<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        self.lines.iter().filter(move |line| line.0 == tag).map(|line| line.1)
    }

    /// Something is wrong with this record.
    pub fn bad(&self, why: impl Into<String>) -> BadCorpus {
        BadCorpus { file: self.file, head: self.head.join(" | "), why: why.into() }
    }
}

/// The parts of a line between bars.
pub(crate) fn fields(text: &'static str) -> Vec<&'static str> {
    text.split('|').map(str::trim).collect()
}

/// All records of a file.
pub(crate) fn records(file: &'static str, text: &'static str) -> Result<Vec<Record>, BadCorpus> {
    let mut found: Vec<Record> = Vec::new();
    let mut under = "";
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (tag, rest) = line.split_once(' ').unwrap_or((line, ""));
        match (tag, found.last_mut()) {
            ("@", _) => under = rest.trim(),
            ("=", _) => found.push(Record { file, under, head: fields(rest), lines: Vec::new() }),
            (_, Some(record)) => record.lines.push((tag, rest.trim())),
            (_, None) => {
                return Err(BadCorpus {
                    file,
                    head: line.to_owned(),
                    why: "stands before any record".into(),
                });
            }
        }
    }
    Ok(found)
}
