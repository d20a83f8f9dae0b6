//! Makes the picture of a drawing: pixels, then a PNG as small as few colours allow.

use crate::Error;
use crate::faces::Face;
use crate::sheet::{HEIGHT, WIDTH};
use resvg::{tiny_skia, usvg};
use std::collections::HashMap;
use std::sync::Arc;
use usvg::fontdb;

pub fn png(svg: &str, emoji: bool) -> Result<Vec<u8>, Error> {
    let mut options = usvg::Options::default();
    if emoji {
        options.fontdb = Arc::new(emoji_only()?);
    }
    let tree = usvg::Tree::from_str(svg, &options)?;
    let mut canvas = tiny_skia::Pixmap::new(WIDTH, HEIGHT).ok_or(usvg::Error::InvalidSize)?;
    resvg::render(&tree, tiny_skia::Transform::default(), &mut canvas.as_mut());
    encoded(canvas.data())
}

/// The only face the renderer itself sets: letters come to it as outlines.
fn emoji_only() -> Result<fontdb::Database, Error> {
    struct Shipped(&'static [u8]);
    impl AsRef<[u8]> for Shipped {
        fn as_ref(&self) -> &[u8] {
            self.0
        }
    }
    let mut faces = fontdb::Database::new();
    faces.load_font_source(fontdb::Source::Binary(Arc::new(Shipped(&Face::Emoji.load()?.bytes))));
    Ok(faces)
}

/// Every pixel is opaque, since the paper covers the sheet. Most cards hold few enough colours for a palette
/// once each is rounded to the nearest of a few steps, which no eye sees in the edge of a letter.
fn encoded(pixels: &[u8]) -> Result<Vec<u8>, Error> {
    let mut seen: HashMap<[u8; 3], u32> = HashMap::new();
    for pixel in pixels.chunks_exact(4) {
        *seen.entry([pixel[0], pixel[1], pixel[2]]).or_default() += 1;
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let data: Vec<u8> = if let Some((colours, places)) = palette(&seen) {
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_palette(colours);
        pixels.chunks_exact(4).map(|pixel| places[&[pixel[0], pixel[1], pixel[2]]]).collect()
    } else {
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_filter(png::Filter::Adaptive);
        pixels.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
    };
    encoder.write_header()?.write_image_data(&data)?;
    Ok(bytes)
}

type Places = HashMap<[u8; 3], u8>;

/// Rounds colours by as few bits as bring them into a palette of 256: each group is drawn in the colour that
/// most of its pixels have, so paper, ink and signal stay exactly what they are.
fn palette(seen: &HashMap<[u8; 3], u32>) -> Option<(Vec<u8>, Places)> {
    for bits in 0..=MOST_BITS_LOST {
        let mut groups: HashMap<[u8; 3], (u32, [u8; 3])> = HashMap::new();
        for (colour, times) in seen {
            let group = groups.entry(colour.map(|part| part >> bits)).or_insert((0, *colour));
            if (*times, *colour) > *group {
                *group = (*times, *colour);
            }
        }
        if groups.len() <= 256 {
            let mut colours: Vec<[u8; 3]> = groups.values().map(|group| group.1).collect();
            colours.sort_unstable();
            let place = |colour: &[u8; 3]| {
                let drawn = groups[&colour.map(|part| part >> bits)].1;
                let place = colours.binary_search(&drawn).ok().and_then(|place| u8::try_from(place).ok());
                (*colour, place.unwrap_or_default())
            };
            let places = seen.keys().map(place).collect();
            return Some((colours.concat(), places));
        }
    }
    None
}

/// With more, colour emoji would turn into posters of themselves.
const MOST_BITS_LOST: u32 = 3;
