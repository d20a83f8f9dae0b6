//! The forms: SVG templates with places to fill, and the boxes into which text is fitted. A box is an element that
//! is never drawn, named for its place; it says where a text stands, how large it may be and in how many lines.

use crate::Error;
use crate::sheet::Edge;
use resvg::usvg::roxmltree::{Document, Node};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A template as it is written.
pub const BANNER: &str = include_str!("../forms/banner.svg");
pub const COLUMN: &str = include_str!("../forms/column.svg");

/// Where a text may stand, in pixels. What a box does not say is 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub x: f64,
    /// The first baseline of what stands on a line of its own; other heights follow from the words.
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// The largest size, in pixels to the em.
    pub size: f64,
    pub most_lines: usize,
    pub edge: Edge,
}

pub struct Form {
    pub svg: &'static str,
    places: BTreeMap<String, Place>,
}

pub fn banner() -> Result<&'static Form, Error> {
    static READ: OnceLock<Option<Form>> = OnceLock::new();
    READ.get_or_init(|| Form::read(BANNER)).as_ref().ok_or(Error::Form)
}

pub fn column() -> Result<&'static Form, Error> {
    static READ: OnceLock<Option<Form>> = OnceLock::new();
    READ.get_or_init(|| Form::read(COLUMN)).as_ref().ok_or(Error::Form)
}

impl Form {
    fn read(svg: &'static str) -> Option<Self> {
        let document = Document::parse(svg).ok()?;
        let boxes = document.descendants().find(|node| node.attribute("id") == Some("boxes"))?;
        let places = boxes.children().filter(Node::is_element).map(place).collect::<Option<_>>()?;
        Some(Self { svg, places })
    }

    pub fn place(&self, name: &str) -> Result<Place, Error> {
        self.places.get(name).copied().ok_or(Error::Form)
    }
}

fn place(node: Node) -> Option<(String, Place)> {
    let number = |name: &str| node.attribute(name).map_or(Some(0.0), |value| value.parse().ok());
    let place = Place {
        x: number("x")?,
        y: number("y")?,
        width: number("width")?,
        height: number("height")?,
        size: number("font-size")?,
        most_lines: node.attribute("data-lines").map_or(Some(1), |value| value.parse().ok())?,
        edge: if node.attribute("text-anchor") == Some("end") { Edge::End } else { Edge::Start },
    };
    Some((node.attribute("id")?.to_owned(), place))
}
