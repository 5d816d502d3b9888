//! What single cells say: numbers of telephones and firms, days, money, names.

pub mod business_number;
pub mod count;
pub mod day;
pub mod email;
pub mod firm_name;
pub mod money;
pub mod people;
pub mod phone;

use unicode_normalization::UnicodeNormalization;

/// Full-width digits and letters become usual ones; one kind of dash; trimmed.
pub(crate) fn plain(text: &str) -> String {
    let unified = text.nfkc().map(|character| match character {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ㅡ' | 'ᅳ' => '-',
        '∼' | '～' | '〜' => '~',
        other => other,
    });
    unified.collect::<String>().trim().to_owned()
}
