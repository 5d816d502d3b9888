//! The terms of a document.

use crate::analysis::{Class, Script, Term, normalise_into, refused_spans, tokens, word_terms};
use crate::document::Document;
use crate::lexicon::Lexicon;
use std::ops::Range;

/// How often a term of the title counts, against once for the text.
const TITLE_WEIGHT: f32 = 1.5;
/// Weight of a topic that only the industry code tells.
const INDUSTRY_TOPIC_WEIGHT: f32 = 0.5;
/// Longest prefix of a Latin word kept for search while typing.
const LONGEST_PREFIX: usize = 8;

/// Terms with their weighted frequencies, each once, and the length that BM25 divides by.
pub(crate) struct DocumentTerms {
    pub terms: Vec<(Term, f32)>,
    pub length: f32,
}

/// Analyses `document`; the same document always gives the same terms.
pub(crate) fn document_terms(document: &Document) -> DocumentTerms {
    let mut terms = Vec::with_capacity(256);
    let length = add_field(&document.title, TITLE_WEIGHT, true, &mut terms)
        + add_field(&document.text, 1.0, false, &mut terms);
    if let Some(code) = &document.industry {
        let topics = Lexicon::get().of_industry(code);
        terms.extend(topics.map(|topic| (Term::topic(topic), INDUSTRY_TOPIC_WEIGHT)));
    }
    terms.sort_unstable_by_key(|&(term, _)| term);
    terms.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    DocumentTerms { terms, length }
}

fn add_field(text: &str, weight: f32, title: bool, terms: &mut Vec<(Term, f32)>) -> f32 {
    let mut normal = String::new();
    normalise_into(text, &mut normal);
    let refused = refused_spans(&normal);
    let is_refused = |at: usize| refused.iter().any(|span: &Range<usize>| span.contains(&at));
    let mut length = 0.0;
    for token in tokens(&normal) {
        let word = &normal[token.start..token.end];
        match token.script {
            Script::Latin => prefixes(word, terms),
            _ if title => {
                terms.extend(word.chars().next().map(|c| (Term::prefix(c.encode_utf8(&mut [0; 4])), 1.0)))
            }
            _ => {}
        }
        let refused = is_refused(token.start);
        word_terms(&normal, token, &mut |term, class| {
            if class == Class::Pair && !refused {
                length += weight;
            }
            terms.push(if refused { (term.declined(), 1.0) } else { (term, weight) });
        });
    }
    let hits = Lexicon::get().find(&normal);
    terms
        .extend(hits.iter().filter(|hit| !is_refused(hit.start)).map(|hit| (Term::topic(hit.topic), weight)));
    length
}

fn prefixes(word: &str, terms: &mut Vec<(Term, f32)>) {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_PREFIX);
    terms.extend(ends.map(|end| (Term::prefix(&word[..end]), 1.0)));
}
