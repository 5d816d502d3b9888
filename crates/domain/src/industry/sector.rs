//! The four sectors of the members' survey.

use super::{Industry, Level};

/// The sectors by which the survey of exchange groups of 2006 counts member firms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sector {
    /// 기계·금속: basic and fabricated metal, machinery, vehicles and their repair.
    MachineryMetal,
    /// 전기·전자·의료: electronics, precision, electrical and medical, power supply.
    ElectricalMedical,
    /// 토목·건설·환경: construction, its materials and design, water, waste, landscaping.
    ConstructionEnvironment,
    /// 기타: everything else, such as software, food, tax and law.
    Other,
}

impl Sector {
    /// All sectors, in the survey's order.
    pub const ALL: [Self; 4] =
        [Self::MachineryMetal, Self::ElectricalMedical, Self::ConstructionEnvironment, Self::Other];

    /// The word as it is stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MachineryMetal => "machinery_metal",
            Self::ElectricalMedical => "electrical_medical",
            Self::ConstructionEnvironment => "construction_environment",
            Self::Other => "other",
        }
    }

    /// The sector behind [`Self::as_str`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sector| sector.as_str() == word)
    }

    /// The sector of an industry. The survey names no codes, so the cut by KSIC is the project's own.
    pub fn of(industry: Industry) -> Self {
        let Some(division) = industry.division() else {
            return match industry.section().to_string().as_str() {
                "D" => Self::ElectricalMedical,
                "B" | "E" | "F" => Self::ConstructionEnvironment,
                _ => Self::Other,
            };
        };
        match (division.number, industry.at(Level::Group).map(|group| group.number)) {
            (24 | 25 | 29 | 30 | 31 | 34, _) => Self::MachineryMetal,
            (21 | 26 | 27 | 28 | 35 | 86, _) => Self::ElectricalMedical,
            (5..=8 | 23 | 36..=42, _) | (_, Some(721 | 743)) => Self::ConstructionEnvironment,
            _ => Self::Other,
        }
    }
}
