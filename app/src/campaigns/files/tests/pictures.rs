//! Pictures are what they say they are, not too large, and only drawn.

use super::Site;
use crate::campaigns::files::picture_size;

const SVG: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 600\"><path d=\"M0 0h9v9z\"/></svg>";

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0]);
    bytes
}

fn with_picture(file: &str, bytes: impl AsRef<[u8]>) -> Site {
    let site = Site::new();
    site.add(&format!(
        "\n[[picture]]\nfile = \"{file}\"\nalt.en = \"A tree\"\nalt.es = \"Un árbol\"\nlicence = \"CC0\"\n"
    ));
    site.put(&format!("pictures/{file}"), bytes);
    site
}

#[test]
fn a_picture_is_read_with_its_bytes_and_its_size() {
    let site = with_picture("tree.svg", SVG);
    let picture = site.definition().pictures.remove(0);
    assert_eq!(picture.bytes, SVG.as_bytes());
    assert_eq!(picture.credit, "");
    assert_eq!(picture_size(&picture.bytes), Some((1200, 600)));
}

#[test]
fn the_size_of_every_kind_is_told() {
    assert_eq!(picture_size(&png(800, 418)), Some((800, 418)));
    let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc2\0\x11\x08\x01\xa2\x03\x20\x03\x01\x11\0";
    assert_eq!(picture_size(jpeg), Some((800, 418)));
    let lossy = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x20\x03\xa2\x01";
    assert_eq!(picture_size(lossy), Some((800, 418)));
    let lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x1f\x43\x68\0";
    assert_eq!(picture_size(lossless), Some((800, 418)));
    let extended = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x1f\x03\0\xa1\x01\0";
    assert_eq!(picture_size(extended), Some((800, 418)));
    let sized = "<?xml version=\"1.0\"?><!-- > --><svg width='40px' height=\"20.4\" viewBox='0 0 1 1'></svg>";
    assert_eq!(picture_size(sized.as_bytes()), Some((40, 20)));
    for broken in
        [&b"\xff\xd8\xff"[..], b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"<svg", b"", b"GIF89a", &png(0, 1)]
    {
        assert_eq!(picture_size(broken), None);
    }
}

#[test]
fn a_picture_that_is_missing_unlisted_or_named_badly_is_told() {
    let site = with_picture("tree.png", png(1, 1));
    site.remove("pictures/tree.png");
    site.put("pictures/bush.png", png(1, 1));
    site.add("\n[[picture]]\nfile = \"Big Tree.gif\"\nalt.en = \"A tree\"\nalt.es = \"Un árbol\"\n");
    assert_eq!(
        site.faults(),
        [
            "campaign.toml:38: pictures/tree.png is missing; put the picture there, or remove this [[picture]]",
            "campaign.toml:43: [[picture]] licence is missing; add licence = \"…\"",
            "campaign.toml:44: [[picture]] file is “Big Tree.gif”, which cannot name a picture; use small letters, digits and dashes, ending in .png, .jpg, .jpeg, .webp or .svg, as \"poster.svg\"",
            "pictures/bush.png:1: no [[picture]] in campaign.toml names this file; add one with file = \"bush.png\", or remove the file",
        ]
    );
}

#[test]
fn a_picture_of_another_kind_or_of_too_many_bytes_is_refused() {
    let another = with_picture("tree.jpg", png(1, 1));
    assert_eq!(
        another.faults(),
        ["pictures/tree.jpg:1: this is a picture of the kind PNG, not jpg; let its name end in .png"]
    );
    let none = with_picture("tree.png", b"GIF89a");
    assert_eq!(
        none.faults(),
        ["pictures/tree.png:1: this is no picture that browsers show; save it as PNG, JPEG, WebP or SVG"]
    );
    let mut bytes = png(1, 1);
    bytes.resize(2_000_000, 0);
    let large = with_picture("tree.png", &bytes);
    assert!(large.faults().is_empty());
    bytes.push(0);
    large.put("pictures/tree.png", bytes);
    assert_eq!(
        large.faults(),
        ["pictures/tree.png:1: this picture has 2.1 MB; the most is 2 MB, so make it smaller"]
    );
}

#[test]
fn a_drawing_that_could_do_more_than_be_drawn_is_refused_line_by_line() {
    let site = with_picture(
        "tree.svg",
        "<?xml-stylesheet href='x.css'?>\n<!DOCTYPE svg>\n<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' viewBox='0 0 1 1'>\n\
         <!-- <script> in a comment is nothing -->\n<SCRIPT>1</SCRIPT>\n<foreignObject/>\n<rect onClick='x()'/>\n\
         <use x:href='https://example.org/a.svg#b'/>\n<a href='javascript:1'/>\n<style>@import 'x'; p{fill:url( 'http://x')}</style>\n\
         <use href='#own'/><rect fill='url(#own)'/>\n</svg>",
    );
    assert_eq!(
        site.faults(),
        [
            "pictures/tree.svg:1: it loads a style sheet; delete that line",
            "pictures/tree.svg:2: it has a DOCTYPE, which can pull in other files; delete that line",
            "pictures/tree.svg:5: it holds <SCRIPT>, which can do more than draw; remove it",
            "pictures/tree.svg:6: it holds <foreignObject>, which can do more than draw; remove it",
            "pictures/tree.svg:7: it holds onClick, which runs a script; remove it",
            "pictures/tree.svg:8: it leads elsewhere by x:href; draw what it needs in the file itself",
            "pictures/tree.svg:9: it holds <a>, which can do more than draw; remove it",
            "pictures/tree.svg:9: it leads elsewhere by href; draw what it needs in the file itself",
            "pictures/tree.svg:10: it loads a style sheet; delete that @import",
            "pictures/tree.svg:10: it loads something from elsewhere by url(…); draw it in the file itself",
        ]
    );
}

#[test]
fn a_drawing_that_is_not_whole_is_refused() {
    let open = with_picture("tree.svg", "<svg viewBox='0 0 1 1'>\n<g>\n</svg>");
    assert_eq!(open.faults(), ["pictures/tree.svg:3: </svg> closes nothing; save the picture anew"]);
    let cut = with_picture("tree.svg", "<svg viewBox='0 0 1 1'>\n<g>");
    assert_eq!(cut.faults(), ["pictures/tree.svg:2: <g> is never closed; save the picture anew"]);
    let sizeless = with_picture("tree.svg", "<svg></svg>");
    assert_eq!(
        sizeless.faults(),
        [
            "pictures/tree.svg:1: the width and height of this picture cannot be told; give its <svg> a viewBox"
        ]
    );
}
