//! Text in the encodings that Korean offices use: UTF-8, UTF-16, and CP949 (EUC-KR).

use encoding_rs::{EUC_KR, Encoding, UTF_16BE, UTF_16LE};

use super::error::{FileKind, ReadError};

/// Decodes, and names the encoding.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, &'static str), ReadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return Ok((text.into_owned(), encoding.name()));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return Ok((text.into_owned(), encoding.name()));
    }
    if bytes.contains(&0) {
        return Err(ReadError::OtherKind(FileKind::Unknown));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), "UTF-8")),
        Err(_) => less_broken(bytes),
    }
}

/// UTF-16 of tables has zero bytes in every other place: delimiters, digits, line ends.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |start| bytes.iter().skip(start).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if !bytes.len().is_multiple_of(2) || (even + odd) * 20 < bytes.len() {
        return None;
    }
    let encoding = if odd > even { UTF_16LE } else { UTF_16BE };
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    (!broken && !text.contains('\0')).then_some(encoding)
}

/// Neither is clean UTF-8: CP949 when it is valid and mostly Hangul, else whichever breaks less.
fn less_broken(bytes: &[u8]) -> Result<(String, &'static str), ReadError> {
    let korean = EUC_KR.decode_without_bom_handling(bytes).0.into_owned();
    let unicode = String::from_utf8_lossy(bytes).into_owned();
    let (text, name) =
        if broken(&unicode) < broken(&korean) { (unicode, "UTF-8") } else { (korean, "EUC-KR") };
    if is_plausible(&text) { Ok((text, name)) } else { Err(ReadError::UnknownEncoding) }
}

fn broken(text: &str) -> usize {
    text.chars().filter(|character| *character == '\u{fffd}').count()
}

/// At most every twentieth foreign character is broken, and a third of them are Hangul.
fn is_plausible(text: &str) -> bool {
    let foreign = text.chars().filter(|character| !character.is_ascii()).count();
    let hangul = text.chars().filter(|character| ('가'..='힣').contains(character)).count();
    let control = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    broken(text) * 20 <= foreign && hangul * 3 >= foreign && control * 100 <= text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_text_is_read_in_every_usual_encoding() {
        let text = "회사명,전화\n두레정밀㈜,033-123-4567\n햏샵상사,02-1\n";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, name) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), "UTF-8"),
            ([&b"\xff\xfe"[..], &utf16].concat(), "UTF-16LE"),
            (utf16, "UTF-16LE"),
            (EUC_KR.encode(text).0.into_owned(), "EUC-KR"),
        ] {
            assert_eq!(decode(&bytes), Ok((text.to_owned(), name)));
        }
    }

    #[test]
    fn a_few_broken_bytes_do_not_lose_the_file() {
        let mut bytes = "회사명,전화\n두레정밀,033-123-4567\n".repeat(20).into_bytes();
        bytes.truncate(bytes.len() - 27);
        bytes.push(0xec);
        let (text, name) = decode(&bytes).expect("read");
        assert_eq!(name, "UTF-8");
        assert!(text.ends_with('\u{fffd}'));
    }

    #[test]
    fn other_bytes_are_refused() {
        assert_eq!(decode(&[0xff, 0x80, 0x81, 0xfe, 0x90, b'a']), Err(ReadError::UnknownEncoding));
        assert!(decode(&[1, 0, 0, 0, 7, 9, 0]).is_err());
    }
}
