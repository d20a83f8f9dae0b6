//! Compares cards with the pictures that were looked at. `RENEW_PICTURES=1 cargo test -p broadside-artwork` draws
//! them anew; look at them before they are kept.

mod samples;

use std::path::PathBuf;

/// What rounding may change: a hair on average, and the edge of a letter.
const MEAN: f64 = 0.4;
const MOST: u8 = 96;

const KEPT: &[&str] = &[
    "english",
    "english-40",
    "english-120",
    "short",
    "nobody-yet",
    "eight-digits",
    "no-target-no-goal",
    "long-target",
    "overlong-word",
    "spanish",
    "arabic",
    "arabic-long",
    "chinese",
    "chinese-long",
    "emoji",
    "bengali",
    "tamil",
    "georgian",
    "armenian",
    "names-in-english",
];

#[test]
fn cards_look_as_they_did_when_somebody_looked() {
    let renew = std::env::var_os("RENEW_PICTURES").is_some();
    let mut differing = Vec::new();
    for (name, card) in samples::all().into_iter().filter(|(name, _)| KEPT.contains(name)) {
        // Asked at run time: a test that was built in another checkout must not read that one.
        let here = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo names it");
        let path = PathBuf::from(here).join("tests/pictures").join(format!("{name}.png"));
        let drawn = broadside_artwork::card_png(&card).unwrap();
        assert!(drawn.len() <= 300_000, "{name} weighs {}", drawn.len());
        if renew {
            std::fs::write(&path, &drawn).unwrap();
        }
        let (mean, most) =
            difference(&pixels(&drawn).unwrap(), &pixels(&std::fs::read(&path).unwrap()).unwrap());
        if mean > MEAN || most > MOST {
            differing.push(format!("{name}: {mean:.3} on average, {most} at most"));
        }
    }
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn another_count_is_seen() {
    let one = broadside_artwork::card_png(&samples::BASE).unwrap();
    let two =
        broadside_artwork::card_png(&broadside_artwork::Card { count: "48,214", ..samples::BASE }).unwrap();
    let (_, most) = difference(&pixels(&one).unwrap(), &pixels(&two).unwrap());
    assert!(most > MOST);
}

fn difference(one: &[u8], two: &[u8]) -> (f64, u8) {
    assert_eq!(one.len(), two.len());
    let apart = one.iter().zip(two).map(|(one, two)| one.abs_diff(*two));
    let sum: u64 = apart.clone().map(u64::from).sum();
    #[allow(clippy::cast_precision_loss, reason = "millions of small numbers")]
    let mean = sum as f64 / one.len() as f64;
    (mean, apart.max().unwrap_or_default())
}

fn pixels(png: &[u8]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or("too large")?];
    let frame = reader.next_frame(&mut pixels)?;
    assert_eq!(frame.color_type, png::ColorType::Rgb);
    pixels.truncate(frame.buffer_size());
    Ok(pixels)
}
