//! From text to terms: the recipe of decision 8, without a dictionary.
//!
//! Text is brought to NFKC and lower case and cut into words of one script. A Korean word loses its
//! ending and becomes its character pairs and, apart, the whole stem. A Latin word stays a word and also
//! gives its parts at hyphens and at letter/digit borders. Japanese becomes character pairs.

mod endings;
mod hollow;
mod normal;
mod phrases;
mod refusal;
mod term;
mod token;

pub(crate) use endings::is_particle;
pub(crate) use hollow::is_hollow;
pub(crate) use normal::{is_hangul, normalise_into};
pub(crate) use phrases::blank_requests;
pub(crate) use refusal::refused_spans;
pub(crate) use term::Term;
pub(crate) use token::{Script, Token, tokens};

use normal::is_hiragana;
use smallvec::SmallVec;
use token::letter_digit_parts;

/// How much a term of a word says, besides how rare it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Class {
    /// Two neighbouring characters, or a whole Latin word.
    Pair,
    /// A whole Korean stem, or a part of a Latin word: says again what its pairs say.
    Stem,
    /// A Korean word of one syllable.
    Syllable,
}

/// Calls `emit` with each term of the word `token` of `normal`.
pub(crate) fn word_terms(normal: &str, token: Token, emit: &mut impl FnMut(Term, Class)) {
    let word = &normal[token.start..token.stem];
    match token.script {
        Script::Hangul => hangul_terms(word, emit),
        Script::Latin => latin_terms(word, emit),
        Script::KanaHan => pairs(word, |a, b| {
            if !(is_hiragana(a) && is_hiragana(b)) {
                emit(Term::pair(a, b), Class::Pair);
            }
        }),
    }
}

fn hangul_terms(stem: &str, emit: &mut impl FnMut(Term, Class)) {
    pairs(stem, |a, b| emit(Term::pair(a, b), Class::Pair));
    let single = stem.chars().nth(1).is_none();
    emit(Term::word(stem), if single { Class::Syllable } else { Class::Stem });
}

fn latin_terms(word: &str, emit: &mut impl FnMut(Term, Class)) {
    let joined: SmallVec<[u8; 24]> = word.bytes().filter(|&b| b != b'-').collect();
    let joined = std::str::from_utf8(&joined).unwrap_or(word);
    emit(Term::word(joined), Class::Pair);
    for piece in word.split('-') {
        for part in letter_digit_parts(piece) {
            if part.len() >= 2 && part != joined {
                emit(Term::word(part), Class::Stem);
            }
        }
    }
}

fn pairs(word: &str, mut emit: impl FnMut(char, char)) {
    let mut chars = word.chars();
    let Some(mut before) = chars.next() else { return };
    for c in chars {
        emit(before, c);
        before = c;
    }
}

#[cfg(test)]
mod tests;
