//! A letter as plain text. Our buttons alone begin a line with their mark: what somebody wrote is quoted, and what
//! stands in a line of ours cannot break it.

use super::parts::{Body, Paragraph};

/// Begins the line of a button.
const MARK: char = '▶';

/// The letter; `urls` has the full address for each button that has one.
pub fn text(body: &Body, urls: &[Option<String>]) -> String {
    let mut blocks: Vec<String> = body.parts.iter().map(block).collect();
    for (button, url) in body.buttons.iter().zip(urls) {
        let label = format!("{MARK} {}", one_line(&button.label));
        blocks.push(url.as_ref().map_or_else(|| label.clone(), |url| format!("{label}\n{url}")));
    }
    blocks.push(format!("--\n{}", ours(&body.footer)));
    blocks.join("\n\n")
}

fn block(part: &Paragraph) -> String {
    match part {
        Paragraph::Words(words) => ours(words),
        Paragraph::Quote { head, text } => headed(head, lines(text).map(|line| format!("> {line}"))),
        Paragraph::List { head, items } => {
            headed(head, items.iter().map(|item| format!("· {}", one_line(item))))
        }
    }
}

fn headed(head: &str, lines: impl Iterator<Item = String>) -> String {
    let head = (!head.is_empty()).then(|| ours(head));
    head.into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

/// A line of ours. It may begin with somebody's name or title, which cannot make a button or an address of it.
fn ours(words: &str) -> String {
    let line = one_line(words);
    let begins = |letter: char| letter.is_alphanumeric() || "‘“'\"[(「『〈《".contains(letter);
    let is_address = line.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("http"));
    if line.is_empty() || line.starts_with(begins) && !is_address { line } else { format!("> {line}") }
}

/// On one line, without letters that cannot be seen or that turn the direction of writing.
pub fn one_line(text: &str) -> String {
    let hidden = |letter: char| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let plain: String = text.chars().filter(|letter| !hidden(*letter)).collect();
    let words = plain.split(|letter: char| letter.is_whitespace() || letter.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The lines of a text, by whatever sign they are broken.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    text.split(breaks).map(str::trim_end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::parts::{Kept, To};
    use super::*;

    /// Texts that try to look like our buttons.
    fn sly() -> impl Strategy<Value = String> {
        let bits = prop::sample::select(vec![
            "▶",
            " ",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\u{2028}",
            "\u{85}",
            "\u{b}",
            "\u{202e}",
            "돕겠습니다",
            "--",
            "https://dure.example/answers/offer/x",
            "> ",
            "· ",
            "녹",
            "\u{200b}",
            "►",
        ]);
        prop::collection::vec(bits, 0..12).prop_map(|bits| bits.concat())
    }

    proptest! {
        #[test]
        fn no_text_of_a_member_begins_a_line_like_a_button(
            words in sly(), head in sly(), text in sly(), item in sly(), footer in sly(),
        ) {
            let kept = |at| Kept { label: "돕겠습니다".into(), to: To::Link { at, instead: String::new() } };
            let body = Body {
                parts: vec![
                    Paragraph::Words(words),
                    Paragraph::Quote { head: head.clone(), text },
                    Paragraph::List { head, items: vec![item] },
                ],
                buttons: vec![kept(0), kept(1)],
                footer,
            };
            let url = "https://dure.example/a".to_owned();
            let whole = super::text(&body, &[Some(url.clone()), None]);
            let all: Vec<&str> = lines(&whole).collect();
            let marked: Vec<usize> = (0..all.len()).filter(|at| all[*at].trim_start().starts_with(MARK)).collect();
            prop_assert_eq!(marked.len(), 2, "{}", whole);
            prop_assert_eq!(all[marked[0] + 1], url.as_str());
            prop_assert_eq!(all.iter().filter(|line| line.trim_start().starts_with("https://")).count(), 1, "{}", whole);
        }

        #[test]
        fn a_subject_is_one_line(text in any::<String>()) {
            prop_assert!(!one_line(&text).chars().any(char::is_control));
        }
    }
}
