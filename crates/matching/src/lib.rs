//! From a difficulty (애로사항) to those who can help, with reasons; and search in the directory.
//!
//! Pure: no I/O, no clock, no chance. The same documents and the same question give the same answer.
//!
//! ```
//! use dure_matching::{DocId, Document, Index, Kind, Place, Query, Reason, Search};
//!
//! let mut index = Index::new();
//! let wonju = Place::province("gangwon").district("wonju").at(37.34, 127.92);
//! index.upsert(
//!     Document::new(DocId(1), Kind::Firm, "한빛도금").text("아연도금과 니켈도금, 염수분무 500시간").industry("25922").place(wonju.clone()),
//! );
//! index.upsert(Document::new(DocId(2), Kind::Expert, "세무사").text("가업승계와 상속세"));
//!
//! let ranking = index.rank(&Query::new("난간 받침쇠에 녹이 납니다", "도금집을 찾습니다").place(&wonju).industry("25119"));
//! let best = &ranking.matches[0];
//! assert_eq!(best.id, DocId(1));
//! assert_eq!(best.score, best.reasons.iter().map(Reason::points).sum::<i64>());
//!
//! assert_eq!(index.search(&Search::new("도금"))[0].id, DocId(1));
//! ```
//!
//! | to do this | use |
//! | --- | --- |
//! | keep the index | [`Index::build`], [`Index::upsert`], [`Index::remove`] |
//! | rank helpers for a difficulty | [`Index::rank`] with a [`Query`] |
//! | find cases or difficulties like a text | [`Index::similar`] |
//! | say why one is not in the list | [`Index::why_not`] |
//! | name a topic of a reason | [`topic_name`] |
//! | hear which topics a text speaks of | [`topics_in`], [`topic_industries`] |
//! | search in the directory | [`Index::search`] with a [`Search`] |

mod analysis;
mod document;
mod index;
mod lexicon;
mod rank;
mod search;
mod similar;

pub use document::{DocId, Document, Kind, Kinds, Place};
pub use index::Index;
pub use lexicon::{Spoken, TopicName, topic_industries, topic_name, topics_in};
pub use rank::{Confidence, Match, Millipoints, Query, Ranking, Reason, Record, SharedWord, Verdict, WhyNot};
pub use search::{Found, Search};
