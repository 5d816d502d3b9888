//! In which language the command line speaks.

use std::ffi::OsString;

use dure_texts::Lang;

/// `--lang`, else `DURE_LANG`, else what the machine is set to; English when it is set to a
/// language that Dure does not speak.
pub fn of(words: &[OsString]) -> Lang {
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let asked = asked_for(words).or_else(|| variable("DURE_LANG")).and_then(|tag| Lang::from_tag(&tag));
    let machine = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    asked.unwrap_or_else(|| machine.map_or(Lang::En, |value| of_machine(&value)))
}

/// The value of `--lang` before anything else is read, so that even a misread line is answered in it.
fn asked_for(words: &[OsString]) -> Option<String> {
    let mut words = words.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    words.find_map(|word| word.strip_prefix("--lang").map(str::to_owned)).and_then(|rest| {
        match rest.strip_prefix('=') {
            Some(tag) => Some(tag.to_owned()),
            None if rest.is_empty() => words.next().map(str::to_owned),
            None => None,
        }
    })
}

/// From a locale's name, such as `ko_KR.UTF-8`.
fn of_machine(locale: &str) -> Lang {
    let tag = locale.split(['.', '@']).next().unwrap_or_default();
    Lang::from_tag(tag).unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_itself_says_in_which_language_it_wants_its_answer() {
        let asked = |line: &str| asked_for(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked("dure --lang ja serve").as_deref(), Some("ja"));
        assert_eq!(asked("dure serve --lang=en").as_deref(), Some("en"));
        assert_eq!(asked("dure serve -- --lang=en"), None);
        assert_eq!(asked("dure serve"), None);
    }

    #[test]
    fn a_korean_machine_is_answered_in_korean_and_an_unknown_one_in_english() {
        for (locale, lang) in [
            ("ko_KR.UTF-8", Lang::Ko),
            ("ko", Lang::Ko),
            ("ja_JP.eucJP", Lang::Ja),
            ("C.UTF-8", Lang::En),
            ("de_DE@euro", Lang::En),
        ] {
            assert_eq!(of_machine(locale), lang, "{locale}");
        }
    }
}
