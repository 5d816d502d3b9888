//! The question that a difficulty puts to the index.

use dure_domain::{HelperKind, NeedKind};
use dure_matching::{DocId, Kind, Kinds, Place, Query};
use dure_tables::difficulties::Model;
use dure_web::App;

/// Who reads the reasons that come with the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Whoever answers for the difficulty, and so knows whose it is.
    Poster,
    /// A helper, or anybody else.
    Helper,
}

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// Its words count more.
    pub title: String,
    /// The rest of what was told.
    pub text: String,
    /// What it needs.
    pub need: Option<NeedKind>,
    /// KSIC code of the asker.
    pub industry: Option<String>,
    /// Where the asker is.
    pub place: Option<Place>,
}

impl Question {
    /// What a difficulty asks. What was tried without success is left out: it would find more of it.
    ///
    /// Where the asking firm is and what it makes count too, and come back as reasons; an anonymous one
    /// keeps that to itself, for in a group with one firm of each industry it would be the name.
    pub fn of(app: &App, difficulty: &Model, reader: Reader) -> Self {
        let tells = !difficulty.anonymous || reader == Reader::Poster;
        let index = app.search.index();
        let firm = index.get(DocId(difficulty.firm_id.key())).filter(|_| tells);
        Self {
            title: difficulty.title.clone(),
            text: [&difficulty.problem, &difficulty.present_state, &difficulty.solved_when]
                .map(String::as_str)
                .join("\n"),
            need: Some(difficulty.need),
            industry: firm.and_then(|firm| firm.industry.clone()),
            place: firm.and_then(|firm| firm.place.clone()),
        }
    }

    /// Puts it; what only one asker needs is added by `more`.
    pub fn put<T>(&self, more: impl FnOnce(Query<'_>) -> T) -> T {
        let mut query = Query::new(&self.title, &self.text);
        if let Some(code) = &self.industry {
            query = query.industry(code);
        }
        if let Some(place) = &self.place {
            query = query.place(place);
        }
        let kinds: Vec<Kind> =
            self.need.map(wanted).unwrap_or_default().iter().map(|kind| index_kind(*kind)).collect();
        if !kinds.is_empty() {
            query = query.wanted(Kinds::of(&kinds));
        }
        more(query)
    }
}

/// Kinds that suit a need best.
const fn wanted(need: NeedKind) -> &'static [HelperKind] {
    use HelperKind::{Expert, Firm, Programme, Resource};
    match need {
        NeedKind::Technology | NeedKind::Quality => &[Firm, Resource],
        NeedKind::Equipment => &[Resource],
        NeedKind::Sales | NeedKind::Partner => &[Firm],
        NeedKind::People | NeedKind::Finance => &[Expert, Programme],
        NeedKind::Law => &[Expert],
        NeedKind::Certification => &[Expert, Programme, Firm],
        NeedKind::Environment | NeedKind::Digital => &[Firm, Expert],
        NeedKind::Other => &[],
    }
}

const fn index_kind(kind: HelperKind) -> Kind {
    match kind {
        HelperKind::Firm => Kind::Firm,
        HelperKind::Resource => Kind::Resource,
        HelperKind::Expert => Kind::Expert,
        HelperKind::Programme => Kind::Programme,
        HelperKind::Case => Kind::Case,
    }
}
