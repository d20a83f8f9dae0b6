//! Logos: what somebody sent as a picture becomes a small PNG of ours, or is refused. Nothing of the sent bytes
//! is kept: no metadata, no other format that hides behind the first, no drawing that could run.

use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::{ExtendedColorType, GenericImageView, ImageEncoder, ImageFormat, ImageReader, Limits};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::io::Cursor;

/// A logo as it is kept and served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    pub png: Vec<u8>,
    pub width: u32,
    pub height: u32,
    /// The first 24 hexadecimal digits of the SHA-256.
    pub digest: String,
}

/// Why a picture is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLogo {
    /// Nothing was chosen.
    Missing,
    TooManyBytes,
    /// More than so many pixels either way, or more memory than a picture of that size takes.
    TooLarge,
    /// An SVG, or something else that is no PNG, JPEG or WebP.
    OtherKind,
    /// It begins as one of them and cannot be read.
    Broken,
}

/// What is sent.
pub const MOST_BYTES: usize = 1024 * 1024;
/// In pixels, either way, of what is sent: a poster's logo is a tenth of it.
const MOST_SIDE: u32 = 4_000;
/// In bytes: what a picture of that size takes, and nothing besides.
const MOST_MEMORY: u64 = 96 * 1024 * 1024;
/// Twice what the page shows, for screens that show two pixels for one.
const WIDTH: u32 = 480;
const HEIGHT: u32 = 160;

pub fn read(sent: &[u8]) -> Result<Logo, NoLogo> {
    if sent.is_empty() {
        return Err(NoLogo::Missing);
    }
    if sent.len() > MOST_BYTES {
        return Err(NoLogo::TooManyBytes);
    }
    let mut reader = ImageReader::new(Cursor::new(sent));
    let kind = image::guess_format(sent).map_err(|_| NoLogo::OtherKind)?;
    if !matches!(kind, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP) {
        return Err(NoLogo::OtherKind);
    }
    reader.set_format(kind);
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let picture = reader.decode().map_err(|error| match error {
        image::ImageError::Limits(_) => NoLogo::TooLarge,
        _ => NoLogo::Broken,
    })?;
    let (width, height) = picture.dimensions();
    let picture = if width > WIDTH || height > HEIGHT {
        picture.resize(WIDTH, HEIGHT, FilterType::Triangle)
    } else {
        picture
    };
    let picture = picture.to_rgba8();
    let (width, height) = picture.dimensions();
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(picture.as_raw(), width, height, ExtendedColorType::Rgba8)
        .map_err(|_| NoLogo::Broken)?;
    let digest = Sha256::digest(&png).iter().take(12).fold(String::new(), |mut digest, byte| {
        // Writing to a text does not fail.
        let _ = write!(digest, "{byte:02x}");
        digest
    });
    Ok(Logo { png, width, height, digest })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, RgbaImage};

    /// A picture of one colour in a format.
    fn picture(width: u32, height: u32, kind: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let picture =
            DynamicImage::from(RgbaImage::from_pixel(width, height, image::Rgba([200, 30, 20, 255])));
        picture.to_rgb8().write_to(&mut bytes, kind).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_logo_becomes_a_small_png_of_ours() {
        for kind in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let logo = read(&picture(1_000, 500, kind)).unwrap();
            assert_eq!((logo.width, logo.height), (320, 160), "{kind:?}");
            assert!(logo.png.starts_with(b"\x89PNG\r\n\x1a\n"));
        }
        let small = read(&picture(12, 7, ImageFormat::Png)).unwrap();
        assert_eq!((small.width, small.height), (12, 7), "what is small stays so");
    }

    #[test]
    fn nothing_that_hides_in_a_picture_comes_along() {
        const SCRIPT: &[u8] = b"<script>alert(1)</script>";
        let mut behind = picture(20, 20, ImageFormat::Png);
        behind.extend_from_slice(SCRIPT);
        behind.extend_from_slice(b"PK\x03\x04");
        let logo = read(&behind).unwrap();
        assert!(!logo.png.windows(SCRIPT.len()).any(|some| some == SCRIPT));
        assert_eq!(
            logo,
            read(&picture(20, 20, ImageFormat::Png)).unwrap(),
            "the same picture is the same bytes"
        );
        let mut jpeg = picture(20, 20, ImageFormat::Jpeg);
        // A comment of the format, right behind its beginning.
        let comment: Vec<u8> = [&[0xff, 0xfe, 0, 27][..], SCRIPT].concat();
        jpeg.splice(2..2, comment);
        let logo = read(&jpeg).unwrap();
        assert!(!logo.png.windows(SCRIPT.len()).any(|some| some == SCRIPT));
    }

    #[test]
    fn what_is_no_picture_or_too_much_of_one_is_refused() {
        assert_eq!(read(b""), Err(NoLogo::Missing));
        assert_eq!(read(&vec![0; MOST_BYTES + 1]), Err(NoLogo::TooManyBytes));
        for other in [
            &b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..],
            b"<?xml version='1.0'?><svg/>",
            b"<html><script>alert(1)</script>",
            b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
            b"%PDF-1.7",
            b"BM",
            b"\x00\x00\x01\x00",
        ] {
            assert_eq!(read(other), Err(NoLogo::OtherKind));
        }
        assert_eq!(read(b"\x89PNG\r\n\x1a\nand no more"), Err(NoLogo::Broken));
        assert_eq!(read(&picture(4_001, 2, ImageFormat::Png)), Err(NoLogo::TooLarge));
        // A bomb: a few bytes that say they are sixteen thousand million pixels.
        let mut bomb = picture(1, 1, ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 1, 0xff, 0xff, 0, 1, 0xff, 0xff]);
        let checked = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&checked.to_be_bytes());
        assert_eq!(read(&bomb), Err(NoLogo::TooLarge));
    }

    /// CRC-32 of a PNG's chunk.
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(
                crc ^ u32::from(*byte),
                |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 },
            )
        })
    }
}
