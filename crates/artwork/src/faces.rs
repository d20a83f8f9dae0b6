//! The faces that ship with the program, and which of them draws what. Each is unpacked when first needed.

use crate::{Error, words};
use harfrust::{FontRef, ShaperData};
use skrifa::MetadataProvider;
use std::sync::OnceLock;
use unicode_segmentation::UnicodeSegmentation;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    PosterLatin,
    PosterCyrillic,
    PosterArabic,
    PosterHebrew,
    PosterDevanagari,
    PosterThai,
    PosterBengali,
    PosterTamil,
    PosterGeorgian,
    PosterArmenian,
    PosterHan,
    PosterHangul,
    BookRegular,
    BookSemibold,
    BookArabic,
    BookArabicBold,
    BookHebrew,
    BookDevanagari,
    BookThai,
    BookBengali,
    BookTamil,
    BookGeorgian,
    BookArmenian,
    BookHan,
    BookHangul,
    Emoji,
}

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Headlines and the count.
    Poster,
    /// What is read.
    Book,
    /// What is read first.
    Strong,
}

/// The name by which the drawing asks for emoji.
pub const EMOJI_FAMILY: &str = "Broadside Cards emoji";

pub struct Loaded {
    pub bytes: Vec<u8>,
    pub shaper: ShaperData,
    pub units: f64,
}

impl Loaded {
    pub fn font(&self) -> Result<FontRef<'_>, Error> {
        FontRef::from_index(&self.bytes, 0).map_err(|_| Error::Face)
    }
}

struct Shipped {
    packed: &'static [u8],
    loaded: OnceLock<Option<Loaded>>,
}

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        [$(Shipped { packed: include_bytes!(concat!("../fonts/", $name, ".ttf.br")), loaded: OnceLock::new() }),*]
    };
}

/// In the order of `Face`.
static FACES: [Shipped; 26] = shipped!(
    "poster-latin",
    "poster-cyrillic",
    "poster-arabic",
    "poster-hebrew",
    "poster-devanagari",
    "poster-thai",
    "poster-bengali",
    "poster-tamil",
    "poster-georgian",
    "poster-armenian",
    "poster-han",
    "poster-hangul",
    "book-regular",
    "book-semibold",
    "book-arabic",
    "book-arabic-bold",
    "book-hebrew",
    "book-devanagari",
    "book-thai",
    "book-bengali",
    "book-tamil",
    "book-georgian",
    "book-armenian",
    "book-han",
    "book-hangul",
    "emoji",
);

use Face::{
    BookArabic, BookArabicBold, BookArmenian, BookBengali, BookDevanagari, BookGeorgian, BookHan, BookHangul,
    BookHebrew, BookRegular, BookSemibold, BookTamil, BookThai, Emoji, PosterArabic, PosterArmenian,
    PosterBengali, PosterCyrillic, PosterDevanagari, PosterGeorgian, PosterHan, PosterHangul, PosterHebrew,
    PosterLatin, PosterTamil, PosterThai,
};

const POSTER: &[Face] = &[
    PosterLatin,
    PosterCyrillic,
    PosterArabic,
    PosterHebrew,
    PosterDevanagari,
    PosterThai,
    PosterBengali,
    PosterTamil,
    PosterGeorgian,
    PosterArmenian,
    PosterHangul,
    PosterHan,
    BookSemibold,
    Emoji,
];
const BOOK: &[Face] = &[
    BookRegular,
    BookArabic,
    BookHebrew,
    BookDevanagari,
    BookThai,
    BookBengali,
    BookTamil,
    BookGeorgian,
    BookArmenian,
    BookHangul,
    BookHan,
    Emoji,
];
// Black type carries a short line of Chinese or Korean as semibold carries one of Latin.
const STRONG: &[Face] = &[
    BookSemibold,
    BookArabicBold,
    BookHebrew,
    BookDevanagari,
    BookThai,
    BookBengali,
    BookTamil,
    BookGeorgian,
    BookArmenian,
    PosterHangul,
    PosterHan,
    Emoji,
];

impl Role {
    fn faces(self) -> &'static [Face] {
        match self {
            Role::Poster => POSTER,
            Role::Book => BOOK,
            Role::Strong => STRONG,
        }
    }

    fn han(self) -> Face {
        if self == Role::Book { BookHan } else { PosterHan }
    }

    /// The face of this role whose empty box stands for what no face can draw.
    fn plain(self) -> Face {
        self.faces()[0]
    }
}

impl Face {
    pub fn load(self) -> Result<&'static Loaded, Error> {
        let shipped = &FACES[self as usize];
        shipped.loaded.get_or_init(|| unpacked(shipped.packed)).as_ref().ok_or(Error::Face)
    }

    /// How large the face is set beside League Gothic or Source Serif, so that they look of one size.
    pub fn scale(self) -> f64 {
        match self {
            PosterHan | PosterHangul => 0.84,
            PosterHebrew => 1.14,
            BookHan | BookHangul => 0.92,
            BookArabic | BookArabicBold => 1.16,
            Emoji => 0.7,
            _ => 1.0,
        }
    }

    /// Whether the face is worth unpacking for a character.
    fn may_hold(self, letter: char) -> bool {
        let blocks: &[(u32, u32)] = match self {
            PosterArabic | BookArabic | BookArabicBold => {
                &[(0x600, 0x8ff), (0x2010, 0x2011), (0x204f, 0x204f), (0xfb50, 0xfdff), (0xfe70, 0xfeff)]
            }
            PosterHebrew | BookHebrew => &[(0x590, 0x5ff), (0x20aa, 0x20aa), (0xfb1d, 0xfb4f)],
            PosterDevanagari | BookDevanagari => {
                &[(0x900, 0x97f), (0x1cd0, 0x1cff), (0x20b9, 0x20b9), (0xa830, 0xa8ff)]
            }
            PosterThai | BookThai => &[(0xe00, 0xe7f)],
            PosterBengali | BookBengali => &[(0x980, 0x9ff)],
            PosterTamil | BookTamil => &[(0xb80, 0xbff)],
            PosterGeorgian | BookGeorgian => &[(0x10a0, 0x10ff), (0x1c90, 0x1cbf), (0x2d00, 0x2d2f)],
            PosterArmenian | BookArmenian => &[(0x530, 0x58f), (0xfb13, 0xfb17)],
            PosterHangul | BookHangul => &[(0x1100, 0x11ff), (0x3130, 0x318f), (0xac00, 0xd7ff)],
            PosterHan | BookHan => &[
                (0x2030, 0x2030),
                (0x203b, 0x203b),
                (0x2190, 0x2193),
                (0x221e, 0x2265),
                (0x25cb, 0x25cf),
                (0x2605, 0x2606),
                (0x2713, 0x2713),
                (0x3000, 0x30ff),
                (0x3400, 0x9fff),
                (0xf900, 0xfaff),
                (0xff00, 0xffef),
                (0x20000, 0x2ffff),
            ],
            Emoji => &[(0x2000, 0x33ff), (0x1f000, 0x1faff)],
            _ => return true,
        };
        blocks.iter().any(|(from, to)| (*from..=*to).contains(&u32::from(letter)))
    }

    fn draws(self, cluster: &str) -> Result<bool, Error> {
        let font = self.load()?.font()?;
        let map = font.charmap();
        Ok(cluster.chars().all(|letter| words::is_silent(letter) || map.map(letter).is_some()))
    }
}

/// Chooses a face for each cluster: the runs of a clean text, each in one face.
pub fn runs(text: &str, role: Role, square_marks: bool) -> Result<Vec<(usize, Face)>, Error> {
    let mut runs: Vec<(usize, Face)> = Vec::new();
    for (at, cluster) in text.grapheme_indices(true) {
        let before = runs.last().map(|run| run.1);
        let face = face(cluster, role, square_marks, before)?.unwrap_or(role.plain());
        if before != Some(face) {
            runs.push((at, face));
        }
    }
    Ok(runs)
}

pub fn missing(text: &str) -> Result<Vec<char>, Error> {
    let mut missing = Vec::new();
    for cluster in text.graphemes(true) {
        for role in [Role::Poster, Role::Book] {
            if face(cluster, role, false, None)?.is_none() {
                missing.extend(cluster.chars().filter(|letter| !words::is_silent(*letter)));
                break;
            }
        }
    }
    missing.sort_unstable();
    missing.dedup();
    Ok(missing)
}

fn face(cluster: &str, role: Role, square_marks: bool, before: Option<Face>) -> Result<Option<Face>, Error> {
    let first = cluster.chars().next().unwrap_or(' ');
    if words::is_emoji(cluster) && Emoji.draws(cluster)? {
        return Ok(Some(Emoji));
    }
    if square_marks && is_square_mark(first) && role.han().draws(cluster)? {
        return Ok(Some(role.han()));
    }
    // A space or a comma stays in the face of the word before it.
    if let Some(before) = before.filter(|face| *face != Emoji && !first.is_alphanumeric())
        && before.draws(cluster)?
    {
        return Ok(Some(before));
    }
    for face in role.faces() {
        if face.may_hold(first) && face.draws(cluster)? {
            return Ok(Some(*face));
        }
    }
    Ok(None)
}

fn is_square_mark(letter: char) -> bool {
    matches!(letter, '·' | '—' | '‘' | '’' | '“' | '”' | '…' | '‧')
}

fn unpacked(packed: &[u8]) -> Option<Loaded> {
    let mut bytes = Vec::new();
    brotli::BrotliDecompress(&mut &packed[..], &mut bytes).ok()?;
    let font = FontRef::from_index(&bytes, 0).ok()?;
    let shaper = ShaperData::new(&font);
    let units = f64::from(
        font.metrics(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default())
            .units_per_em,
    );
    Some(Loaded { bytes, shaper, units })
}
