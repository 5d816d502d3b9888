//! The device behind a session in words, from what its browser says of itself.

use dure_texts::{Lang, accounts as texts};

/// More telling names first: most browsers also call themselves Chrome and Safari.
const BROWSERS: &[(&str, &str)] = &[
    ("KAKAOTALK", "KakaoTalk"),
    ("NAVER(", "NAVER"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Whale/", "Whale"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];

/// iPads call themselves Macintosh; Android calls itself Linux.
const MACHINES: &[(&str, &str)] = &[
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
];

/// `Windows의 Chrome`
pub fn words(lang: Lang, agent: &str) -> String {
    let found = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    match (found(MACHINES), found(BROWSERS)) {
        (Some(machine), Some(browser)) => texts::device(lang, machine, browser),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => texts::device_unknown(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_named_by_its_own_name() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36 Edg/130.0";
        assert_eq!(words(Lang::Ko, edge), "Windows의 Edge");
        let phone =
            "Mozilla/5.0 (Linux; Android 14; SM-S928N) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36";
        assert_eq!(words(Lang::En, phone), "Samsung Internet on Android");
        assert_eq!(words(Lang::Ko, "dure-script"), "알 수 없는 기기");
    }
}
