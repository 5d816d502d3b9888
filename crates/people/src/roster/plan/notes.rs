//! The notes of a firm: one line each, `header: text`, so that columns without a field of their own
//! survive import and export.

use dure_roster::Field;

use super::change::Changes;

/// The header of notes without one.
const PLAIN: &str = "비고";

/// The lines of stored notes as (header, text).
pub fn parse(notes: &str) -> Vec<(String, String)> {
    notes.lines().map(str::trim).filter(|line| !line.is_empty()).map(split).collect()
}

/// A header that would be read as a field of its own does not stand as one.
fn split(line: &str) -> (String, String) {
    match line.split_once(": ") {
        Some((header, text)) if stands_alone(header) && !text.trim().is_empty() => {
            (header.trim().to_owned(), text.trim().to_owned())
        }
        _ => (PLAIN.to_owned(), line.to_owned()),
    }
}

fn stands_alone(header: &str) -> bool {
    let bare = header.trim();
    !bare.is_empty() && bare != PLAIN && matches!(Field::of_header(bare), None | Some(Field::Note))
}

fn line(header: &str, text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let header = header.split_whitespace().collect::<Vec<_>>().join(" ");
    if header.is_empty() || header == PLAIN { text } else { format!("{header}: {text}") }
}

/// Adds notes; one with the header of an older note takes its place.
pub fn add(notes: &mut String, new: &[(String, String)], changes: &mut Changes) {
    let mut lines: Vec<String> = notes.lines().map(|line| line.trim().to_owned()).collect();
    lines.retain(|line| !line.is_empty());
    let mut written: Vec<usize> = Vec::new();
    for (header, text) in new {
        let wanted = line(header, text);
        if wanted.is_empty() || lines.contains(&wanted) {
            continue;
        }
        let known = wanted.split_once(": ").map(|(header, _)| format!("{header}: "));
        let same = |(at, old): &(usize, &String)| {
            !written.contains(at)
                && known.as_ref().is_some_and(|known| stands_alone(header) && old.starts_with(known.as_str()))
        };
        let place = lines.iter().enumerate().find(same).map(|(at, _)| at);
        if !changes.may(place.is_none()) {
            continue;
        }
        let before = place.map(|at| lines[at].clone()).unwrap_or_default();
        changes.note(Field::Note, &before, &wanted);
        let at = place.unwrap_or_else(|| {
            lines.push(String::new());
            lines.len() - 1
        });
        lines[at] = wanted;
        written.push(at);
    }
    if !written.is_empty() {
        *notes = lines.join("\n");
    }
}

#[cfg(test)]
mod tests {
    use super::super::change::Mode;
    use super::*;

    fn added(notes: &str, new: &[(&str, &str)]) -> String {
        let mut notes = notes.to_owned();
        let new: Vec<_> =
            new.iter().map(|(header, text)| ((*header).to_owned(), (*text).to_owned())).collect();
        add(&mut notes, &new, &mut Changes::new(Mode::Replace));
        notes
    }

    #[test]
    fn a_note_takes_the_place_of_the_older_one_with_its_header() {
        let once = added("", &[("시장", "코스닥"), ("비고", "주차 넓음")]);
        assert_eq!(once, "시장: 코스닥\n주차 넓음");
        assert_eq!(added(&once, &[("시장", "코스피")]), "시장: 코스피\n주차 넓음");
        assert_eq!(added(&once, &[("비고", "식당 있음")]), "시장: 코스닥\n주차 넓음\n식당 있음");
    }

    #[test]
    fn stored_notes_lead_back() {
        let notes = "시장: 코스닥\n주차 넓음\n전화: 밤에는 받지 않음";
        assert_eq!(
            added(notes, &parse(notes).iter().map(|(h, t)| (h.as_str(), t.as_str())).collect::<Vec<_>>()),
            notes
        );
        assert_eq!(parse(notes)[2], ("비고".to_owned(), "전화: 밤에는 받지 않음".to_owned()));
    }
}
