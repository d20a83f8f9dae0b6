//! Draws the sample cards into a folder, to be looked at: `cargo run --example samples -- FOLDER`.

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::path::PathBuf;
use std::time::Instant;

#[allow(clippy::disallowed_methods, reason = "an example that only measures")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    std::fs::create_dir_all(&folder)?;
    for (name, card) in samples::all() {
        let before = Instant::now();
        let png = broadside_artwork::card_png(&card)?;
        let first = before.elapsed();
        let before = Instant::now();
        let svg = broadside_artwork::card_svg(&card)?;
        let drawing = before.elapsed();
        let before = Instant::now();
        broadside_artwork::card_png(&card)?;
        println!(
            "{name:24} {:7} bytes, first {first:>9.1?}, again {:>9.1?}, of it the drawing {drawing:>9.1?}",
            png.len(),
            before.elapsed()
        );
        std::fs::write(folder.join(format!("{name}.png")), png)?;
        std::fs::write(folder.join(format!("{name}.svg")), svg)?;
    }
    Ok(())
}
