//! Share cards: a campaign's words and its count as a picture of 1200 by 630 pixels, drawn like its sheet.
//!
//! What stands on it is drawn by one of two SVG templates, the forms. Text is fitted by measuring it as it is shaped, and drawn with the faces that ship with this crate. A card
//! follows from its words alone: nothing is read from the machine, no clock, no file, no font of its own.

mod breaks;
mod card;
mod colour;
pub mod faces;
mod fit;
mod form;
mod language;
mod picture;
mod shape;
mod sheet;
mod words;

pub use colour::Rgb;
pub use language::{Direction, direction};
pub use sheet::{HEIGHT, WIDTH};

/// What stands on a card. Every text is already written in the campaign's language, numbers and dates too.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    /// BCP 47. Direction, capitals and the choice among faces follow from it.
    pub language: &'a str,
    pub headline: &'a str,
    /// Who asks whom: "Fight for the Future to Salesforce".
    pub kicker: &'a str,
    /// "To Marc Benioff, CEO".
    pub target: Option<&'a str>,
    /// "1,234,567".
    pub count: &'a str,
    /// "people have signed".
    pub count_label: &'a str,
    /// "as of 10 September 2018, 14:05".
    pub as_of: &'a str,
    pub goal: Option<Progress<'a>>,
    /// The campaign's one colour. It is darkened as far as paper asks.
    pub signal: Rgb,
    /// The printer's mark: "dropsalesforce.com".
    pub site: &'a str,
}

/// How far the count has come towards the next goal.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    /// From 0 to 1; anything else is taken for the nearer of the two.
    pub share: f64,
    /// "of 10,000".
    pub label: &'a str,
}

/// A card that could not be drawn. No words of a card lead here: only a broken build does.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("a face that ships with the program cannot be read")]
    Face,
    #[error("a form of cards cannot be read, or lacks a box")]
    Form,
    #[error("the drawing of a card cannot be read")]
    Drawing(#[from] resvg::usvg::Error),
    #[error("the picture of a card cannot be written")]
    Picture(#[from] png::EncodingError),
}

/// The card as a PNG of 1200 by 630 pixels.
pub fn card_png(card: &Card) -> Result<Vec<u8>, Error> {
    let (sheet, form) = card::set(card)?;
    picture::png(&sheet.fill(form), sheet.has_emoji())
}

/// The card as SVG. Letters are outlines; only emoji are text, in the face `Broadside Cards emoji`.
pub fn card_svg(card: &Card) -> Result<String, Error> {
    let (sheet, form) = card::set(card)?;
    Ok(sheet.fill(form))
}

/// The characters of a text that no shipped face can draw; on a card each would be an empty box.
pub fn missing(text: &str) -> Result<Vec<char>, Error> {
    faces::missing(&words::clean(text))
}

#[cfg(test)]
mod tests;

#[cfg(test)]
extern crate self as broadside_artwork;
