//! The files of `ui/`, built by the build script and embedded in the binary. Their names carry a hash of what is in
//! them.

use std::collections::HashMap;
use std::sync::LazyLock;

use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "$OUT_DIR/ui"]
struct Bundle;

/// Address of each file by the name that the program knows it by. Empty where the binary was built
/// without npm; pages are plain then.
static ADDRESSES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let manifest = Bundle::get("manifest.json").map(|file| file.data).unwrap_or_default();
    let names: HashMap<String, String> = serde_json::from_slice(&manifest).unwrap_or_default();
    names.into_iter().map(|(logical, name)| (logical, format!("/assets/{name}"))).collect()
});

/// Where a file of `ui/` is served: `url("app.css")`.
pub fn url(logical: &str) -> Option<&'static str> {
    ADDRESSES.get(logical).map(String::as_str)
}

/// The smallest form of a file that a browser takes, by its `Accept-Encoding`, and how it is packed.
pub fn smallest(name: &str, accepted: &str) -> Option<(EmbeddedFile, Option<&'static str>)> {
    let takes = |encoding: &str| {
        accepted.split(',').any(|part| part.split(';').next().is_some_and(|word| word.trim() == encoding))
    };
    let packed = |(encoding, ending): (&'static str, &str)| {
        let file = takes(encoding).then(|| Bundle::get(&format!("{name}{ending}"))).flatten()?;
        Some((file, Some(encoding)))
    };
    [("br", ".br"), ("gzip", ".gz")].into_iter().find_map(packed).or_else(|| Some((Bundle::get(name)?, None)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_form_that_it_takes() {
        let Some(address) = url("app.css") else { return };
        let name = address.trim_start_matches("/assets/");
        let packed = |accepted| smallest(name, accepted).and_then(|(_, encoding)| encoding);
        assert_eq!(packed(""), None);
        assert_eq!(packed("gzip, deflate, br;q=0.9"), Some("br"));
        assert!(smallest("../Cargo.toml", "").is_none());
    }

    #[test]
    fn every_address_leads_to_a_file() {
        for address in ADDRESSES.values() {
            assert!(Bundle::get(address.trim_start_matches("/assets/")).is_some(), "{address}");
        }
    }
}
