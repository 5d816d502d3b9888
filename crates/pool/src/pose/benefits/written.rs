//! A word of the index as it stands in the text that people wrote.

/// `pcb` as the text writes it: `PCB`. The word itself where the text writes it otherwise, as with full-width letters.
pub(super) fn in_texts(texts: &[&str], word: &str) -> String {
    let found = texts.iter().find_map(|text| in_text(text, word)).unwrap_or(word);
    bare(found).to_owned()
}

/// Without an `및` or `등` that was written without a space before it.
fn bare(word: &str) -> &str {
    let cut = ["및", "등"].iter().find_map(|end| word.strip_suffix(end));
    cut.filter(|cut| cut.chars().count() >= 2).unwrap_or(word)
}

fn in_text<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let lower = text.to_lowercase();
    let at = if lower.len() == text.len() { lower.find(word) } else { text.find(word) }?;
    // The index parts signs of different scripts: `2차전지` begins with its number.
    let number = text.get(..at)?.chars().rev().take_while(char::is_ascii_digit).count();
    text.get(at - number..at + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_as_they_were_written() {
        assert_eq!(in_texts(&["", "다층 PCB 기판"], "pcb"), "PCB");
        assert_eq!(in_texts(&["İstanbul 기판"], "기판"), "기판");
        assert_eq!(in_texts(&[], "기판"), "기판");
        assert_eq!(in_texts(&["소형 2차전지"], "차전지"), "2차전지");
        assert_eq!(in_texts(&["반도체및 부품"], "반도체및"), "반도체");
    }
}
