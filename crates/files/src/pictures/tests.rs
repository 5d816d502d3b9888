//! Pictures made anew.

use image::{ImageEncoder, Rgb, RgbaImage};

use super::*;

fn jpeg(width: u32, height: u32, exif: &[u8]) -> Vec<u8> {
    // Left half red, right half blue: which way is up shows.
    let picture =
        RgbImage::from_fn(
            width,
            height,
            |x, _| {
                if x < width / 2 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) }
            },
        );
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    if !exif.is_empty() {
        encoder.set_exif_metadata(exif.to_vec()).unwrap();
    }
    encoder.encode_image(&picture).unwrap();
    bytes
}

/// An EXIF block that says: turned by a quarter (6), and taken at a place.
fn exif_with_place() -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0\x02\0".to_vec();
    block.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]); // Orientation = 6
    block.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 0x26, 0, 0, 0]); // GPS at 38
    block.extend([0, 0, 0, 0]);
    block.extend([1, 0, 0x1d, 0, 2, 0, 11, 0, 0, 0, 0x38, 0, 0, 0, 0, 0, 0, 0]);
    block.extend(b"2026:12:01\0GPSMARK37.7519N");
    block
}

fn decoded(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().into_rgb8()
}

#[test]
fn where_a_picture_was_taken_is_gone_and_it_stands_upright() {
    let sent = jpeg(400, 200, &exif_with_place());
    assert!(sent.windows(7).any(|window| window == b"GPSMARK"));
    let made = prepared(&sent).unwrap();
    for size in &made.sizes {
        assert!(!size.windows(7).any(|window| window == b"GPSMARK"));
        assert!(!size.windows(4).any(|window| window == b"Exif"));
    }
    assert_eq!((made.width, made.height), (200, 400), "turned as it was held");
    let large = decoded(&made.sizes[2]);
    let (top, bottom) = (large.get_pixel(100, 20).0, large.get_pixel(100, 380).0);
    assert!(top[0] > 200 && bottom[2] > 200, "{top:?} {bottom:?}");
}

#[test]
fn three_sizes_of_one_shape_and_none_larger_than_it_was() {
    let made = prepared(&jpeg(3000, 1000, &[])).unwrap();
    let shapes: Vec<_> = made.sizes.iter().map(|size| decoded(size).dimensions()).collect();
    assert_eq!(shapes, [(240, 79), (960, 319), (2048, 682)]);
    let made = prepared(&jpeg(100, 30, &[])).unwrap();
    assert!(made.sizes.iter().all(|size| decoded(size).dimensions() == (100, 30)));
    let thin = prepared(&jpeg(8000, 1, &[])).unwrap();
    assert_eq!(decoded(&thin.sizes[0]).dimensions(), (240, 1));
}

#[test]
fn what_shows_through_is_white() {
    let mut bytes = Vec::new();
    let clear = RgbaImage::from_pixel(8, 8, image::Rgba([0, 0, 0, 0]));
    image::codecs::png::PngEncoder::new(&mut bytes)
        .write_image(&clear, 8, 8, image::ExtendedColorType::Rgba8)
        .unwrap();
    let made = prepared(&bytes).unwrap();
    assert!(decoded(&made.sizes[2]).get_pixel(4, 4).0.iter().all(|c| *c > 250));
}

/// A PNG whose header says 50,000 by 50,000, and which is tiny.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let dot = RgbImage::from_pixel(1, 1, Rgb([0, 0, 0]));
    image::codecs::png::PngEncoder::new(&mut bytes)
        .write_image(&dot, 1, 1, image::ExtendedColorType::Rgb8)
        .unwrap();
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| {
                if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
            },
        )
    })
}

#[test]
fn a_bomb_is_refused_from_its_header() {
    let before = std::time::Instant::now();
    assert_eq!(prepared(&bomb(50_000, 50_000)), Err(Refused::TooManyPixels));
    assert!(prepared(&bomb(u32::MAX / 2, u32::MAX / 2)).is_err());
    assert_eq!(prepared(&bomb(7_000, 7_000)), Err(Refused::Damaged), "small enough, but nothing in it");
    assert!(before.elapsed().as_secs() < 20);
}

#[test]
fn what_is_cut_off_is_damaged() {
    let whole = jpeg(300, 300, &[]);
    assert_eq!(prepared(&whole[..40]), Err(Refused::Damaged));
    assert_eq!(prepared(b"\xff\xd8\xff\xe0garbage"), Err(Refused::Damaged));
}
