//! Pictures, made anew: turned as they were held, in three sizes, with nothing in them but points. Where and
//! with what a picture was taken is gone with the rest of its file.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage, imageops::FilterType};

use crate::Refused;

/// The most points of a picture, told from its header before anything is unpacked.
pub const MOST_PIXELS: u64 = 50_000_000;
/// The most memory that one picture may take while it is read, in bytes.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;
const QUALITY: u8 = 85;

/// How large a picture is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// In a row of others.
    Small,
    /// In a text.
    Medium,
    /// Alone.
    Large,
}

impl Size {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// Its word, in addresses and in the names of what is kept.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    /// The longer side at most, in points.
    const fn most(self) -> u32 {
        match self {
            Self::Small => 240,
            Self::Medium => 960,
            Self::Large => 2048,
        }
    }
}

/// A picture ready to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// JPEG, one for each of [`Size::ALL`].
    pub sizes: [Vec<u8>; 3],
    /// Width of the largest, in points.
    pub width: u32,
    /// Height of the largest, in points.
    pub height: u32,
}

/// Makes a picture anew. It takes up to a second of a core: not for a thread that serves others.
///
/// # Errors
/// [`Refused::TooManyPixels`] from the header; [`Refused::Damaged`] when it cannot be read.
pub fn prepared(bytes: &[u8]) -> Result<Prepared, Refused> {
    let read = read(bytes)?;
    let large = shrunk(&read, Size::Large);
    let medium = shrunk(&large, Size::Medium);
    let small = shrunk(&medium, Size::Small);
    let (width, height) = large.dimensions();
    Ok(Prepared { sizes: [encoded(&small)?, encoded(&medium)?, encoded(&large)?], width, height })
}

fn read(bytes: &[u8]) -> Result<RgbImage, Refused> {
    let damaged = |_| Refused::Damaged;
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Refused::Damaged)?;
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Refused::TooManyPixels);
    }
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).map_err(damaged)?;
    let held = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    picture.apply_orientation(held);
    Ok(on_white(picture))
}

/// JPEG knows no transparency: what shows through is white, as the page would be.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let seen = picture.into_rgba8();
    let (width, height) = seen.dimensions();
    RgbImage::from_fn(width, height, |x, y| {
        let [r, g, b, a] = seen.get_pixel(x, y).0;
        let over = |c: u8| {
            let (c, a) = (u16::from(c), u16::from(a));
            u8::try_from((c * a + 255 * (255 - a)) / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([over(r), over(g), over(b)])
    })
}

fn shrunk(picture: &RgbImage, size: Size) -> RgbImage {
    let (width, height) = picture.dimensions();
    let longer = width.max(height);
    if longer <= size.most() {
        return picture.clone();
    }
    let scaled = |side: u32| {
        let points = u64::from(side) * u64::from(size.most()) / u64::from(longer);
        u32::try_from(points).unwrap_or(size.most()).max(1)
    };
    image::imageops::resize(picture, scaled(width), scaled(height), FilterType::Triangle)
}

fn encoded(picture: &RgbImage) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(picture).map_err(|_| Refused::Damaged)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;
