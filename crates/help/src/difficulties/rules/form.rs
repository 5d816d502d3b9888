//! What is typed into the guided form, and what must be mended before it can be posted.

use dure_domain::{DifficultyId, FirmId, GroupId, NeedKind, Visibility};
use dure_tables::difficulties::Model;
use serde::Deserialize;

use crate::asks::rules::Helper;

/// Letters of a title at most: one line on a phone held sideways, two or three upright.
pub const TITLE_MOST: usize = 80;
/// Letters of each part of the story at most.
pub const TEXT_MOST: usize = 4_000;

/// Letters of each part of a draft at most: all that anybody types or pastes while writing, and no more than a row
/// can bear. What is too long to be posted is kept until its writer has shortened it.
pub const DRAFT_MOST: usize = 100_000;

/// The form as it was sent. Nothing of it is lost, whatever is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The row that keeps the draft; chosen when the form is opened, so that all saves meet there.
    pub draft: String,
    /// The version that was opened, for a change of what is posted.
    pub version: i32,
    /// For which firm, where not for one's own.
    pub firm: String,
    /// Before which group.
    pub group: String,
    /// What it is called.
    pub title: String,
    /// What goes wrong.
    pub problem: String,
    /// How things stand.
    pub present_state: String,
    /// What was tried.
    pub tried: String,
    /// When it counts as solved.
    pub solved_when: String,
    /// Its kind.
    pub need: String,
    /// Who sees it.
    pub visibility: String,
    /// `yes` or nothing.
    pub anonymous: String,
    /// Whom it will be asked of once it is posted: `firm:<key>`, where one came from a helper's page.
    pub ask: String,
    /// The solved case that it is like, where one came from there.
    pub like: String,
    /// The page's script says so once files were chosen, which may still be on their way.
    pub attached: String,
    /// Which button was pressed: `draft` or the main one.
    pub act: String,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It must be filled.
    Missing,
    /// Longer than so many letters.
    Long(usize),
}

/// A field by its name, and what is wrong with it.
pub type Wrong = (&'static str, Fault);

/// A form in which nothing is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What it is called.
    pub title: String,
    /// What goes wrong.
    pub problem: String,
    /// How things stand.
    pub present_state: String,
    /// What was tried.
    pub tried: String,
    /// When it counts as solved.
    pub solved_when: String,
    /// Its kind.
    pub need: NeedKind,
    /// Who sees it.
    pub visibility: Visibility,
    /// Whether the poster stays unnamed.
    pub anonymous: bool,
    /// Before which group.
    pub group: Option<GroupId>,
    /// Kept with a draft alone.
    pub ask: Option<Helper>,
}

impl Typed {
    /// The form with what is kept.
    pub fn of(kept: &Model) -> Self {
        Self {
            draft: kept.id.to_string(),
            version: kept.version,
            firm: kept.firm_id.to_string(),
            group: kept.group_id.map(|group| group.to_string()).unwrap_or_default(),
            title: kept.title.clone(),
            problem: kept.problem.clone(),
            present_state: kept.present_state.clone(),
            tried: kept.tried.clone(),
            solved_when: kept.solved_when.clone(),
            need: kept.need.to_string(),
            visibility: kept.visibility.to_string(),
            anonymous: if kept.anonymous { "yes".into() } else { String::new() },
            ask: kept.to_ask.clone(),
            like: String::new(),
            attached: String::new(),
            act: String::new(),
        }
    }

    /// Whether nothing has been told yet; choices alone are no story.
    pub fn is_blank(&self) -> bool {
        [&self.title, &self.problem, &self.present_state, &self.tried, &self.solved_when]
            .iter()
            .all(|text| tidy(text).trim().is_empty())
    }

    /// The row of the draft, if the form names one.
    pub fn draft_id(&self) -> Option<DifficultyId> {
        self.draft.parse().ok()
    }

    /// The firm, if the form names one.
    pub fn firm_id(&self) -> Option<FirmId> {
        self.firm.parse().ok()
    }

    /// What similar cases are looked for with.
    pub fn story(&self) -> String {
        [&self.problem, &self.present_state, &self.tried].map(String::as_str).join("\n")
    }

    /// What is too long even for a draft: nothing of it is cut, it is refused.
    pub fn too_long_for_a_draft(&self) -> Vec<Wrong> {
        let long = |(_, text): &(&str, &String)| text.chars().count() > DRAFT_MOST;
        let parts = [("title", &self.title)].into_iter().chain(self.parts());
        parts.filter(long).map(|(name, _)| (name, Fault::Long(DRAFT_MOST))).collect()
    }

    /// The parts of the story by their names, in the order of the form.
    fn parts(&self) -> [(&'static str, &String); 4] {
        [
            ("problem", &self.problem),
            ("present_state", &self.present_state),
            ("tried", &self.tried),
            ("solved_when", &self.solved_when),
        ]
    }

    /// The values as they are, without asking whether they are complete or short enough.
    /// `groups` are those before which the firm may put it.
    pub fn as_it_is(&self, groups: &[GroupId]) -> Checked {
        let chosen = self.group.parse().ok().filter(|group| groups.contains(group));
        let visibility = self.visibility.parse().unwrap_or(Visibility::Federation);
        let group = chosen.or_else(|| groups.first().copied());
        Checked {
            title: one_line(&self.title),
            problem: tidy(&self.problem),
            present_state: tidy(&self.present_state),
            tried: tidy(&self.tried),
            solved_when: tidy(&self.solved_when),
            need: self.need.parse().unwrap_or(NeedKind::Other),
            // A firm without a group has no group to show it to.
            visibility: if group.is_none() && visibility == Visibility::Group {
                Visibility::Named
            } else {
                visibility
            },
            anonymous: self.anonymous == "yes",
            group,
            ask: self.ask.parse().ok(),
        }
    }

    /// The values, if they can be posted.
    ///
    /// # Errors
    /// Every field with what is wrong with it, in the order of the form.
    pub fn checked(&self, groups: &[GroupId]) -> Result<Checked, Vec<Wrong>> {
        let title = one_line(&self.title);
        let mut wrong = Vec::new();
        match title.chars().count() {
            0 => wrong.push(("title", Fault::Missing)),
            letters if letters > TITLE_MOST => wrong.push(("title", Fault::Long(TITLE_MOST))),
            _ => {}
        }
        if tidy(&self.problem).is_empty() {
            wrong.push(("problem", Fault::Missing));
        }
        for (name, text) in self.parts() {
            if tidy(text).chars().count() > TEXT_MOST {
                wrong.push((name, Fault::Long(TEXT_MOST)));
            }
        }
        if wrong.is_empty() { Ok(self.as_it_is(groups)) } else { Err(wrong) }
    }
}

/// Line ends of all systems as one, no blank ends, nothing that does not print.
pub(super) fn tidy(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let prints = |letter: &char| matches!(letter, '\n' | '\t') || !letter.is_control();
    lines.chars().filter(prints).collect::<String>().trim().to_owned()
}

fn one_line(text: &str) -> String {
    text.split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
