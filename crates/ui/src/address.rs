//! Addresses of views: a path with what narrows it.

/// `path?name=value&…`, leaving out what is empty.
pub fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str(name);
        address.push('=');
        address.push_str(&encoded(value));
    }
    address
}

/// A text as it may stand in an address.
pub fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { (byte as char).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_parts_are_left_out_and_others_are_safe() {
        let address = with_query("/firms", &[("q", "녹 & 도금"), ("group", ""), ("page", "2")]);
        assert_eq!(address, "/firms?q=%EB%85%B9%20%26%20%EB%8F%84%EA%B8%88&page=2");
        assert_eq!(with_query("/firms", &[]), "/firms");
    }
}
