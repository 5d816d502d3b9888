//! Files that people attach: where they lie, what they are by their content, and pictures made anew.
//!
//! Nothing here knows the database or a page. A file is looked at whole in memory: it has at most [`MOST_BYTES`].

mod archives;
mod kinds;
mod pictures;
mod store;

pub use kinds::{Refused, kind_of, media_type, named};
pub use pictures::{MOST_PIXELS, Prepared, Size, prepared};
pub use store::{At, Failed, Files, Kept};

/// The largest file that is taken, in bytes.
pub const MOST_BYTES: usize = 20_000_000;
/// All files of one thing together, in bytes.
pub const MOST_OF_ONE: u64 = 200_000_000;

/// What tests send.
#[cfg(any(test, feature = "testing"))]
pub mod testing {
    use image::codecs::jpeg::JpegEncoder;
    use image::{Rgb, RgbImage};

    /// A JPEG photo of this size.
    pub fn photo(width: u32, height: u32) -> Vec<u8> {
        let shade = |at: u32| u8::try_from(at % 256).unwrap_or_default();
        let picture = RgbImage::from_fn(width, height, |x, y| Rgb([shade(x), shade(y), 120]));
        let mut bytes = Vec::new();
        JpegEncoder::new(&mut bytes).encode_image(&picture).expect("a picture");
        bytes
    }
}
