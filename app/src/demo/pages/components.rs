//! The house's components in all their states, on one page, to be looked at and tested.
//! It never shows anything that is stored: all of it is made up here.

use askama::Template;

use crate::letters::pages::{Count, RelationCount, Signer};
use crate::web::layout::{Colour, Frame, NIGHT, PAPER, Page};

/// For `/demo/components`.
#[derive(Template)]
#[template(path = "demo/components.html")]
pub struct ComponentsPage {
    pub frame: Frame,
}

/// A colour of the palette with its contrast on paper or on the night print.
struct Swatch {
    class: &'static str,
    key: &'static str,
    hex: String,
    contrast: String,
}

impl ComponentsPage {
    fn swatches(&self) -> Vec<Swatch> {
        let swatch = |class, key, colour: Colour, ground: Colour| Swatch {
            class,
            key,
            hex: colour.hex(),
            contrast: format!("{:.1}:1", colour.contrast(ground)),
        };
        let signal = self.frame.signal;
        vec![
            swatch("day ink", "demo-colour-ink", Colour(0x16, 0x13, 0x0f), PAPER),
            swatch("day soft", "demo-colour-soft", Colour(0x5c, 0x55, 0x48), PAPER),
            swatch("day signal", "demo-colour-signal", signal.day, PAPER),
            swatch("night ink", "demo-colour-ink", Colour(0xec, 0xe5, 0xd3), NIGHT),
            swatch("night soft", "demo-colour-soft", Colour(0xb0, 0xa7, 0x94), NIGHT),
            swatch("night signal", "demo-colour-signal", signal.night, NIGHT),
        ]
    }

    fn counts(&self) -> Vec<Count> {
        let as_of = self.frame.say.moment(1_536_588_300_000_000, "America/Los_Angeles");
        [0, 1, 2, 48_213, 1_000_000, 10_000_000]
            .map(|signatures| Count {
                held: 0,
                removed: Vec::new(),
                signatures,
                as_of: as_of.clone(),
                by_relation: Vec::new(),
                names_per_mailbox: 2,
            })
            .to_vec()
    }

    fn related(&self) -> Count {
        let relation = |key, signatures| RelationCount { label: self.frame.say.text(key), signatures };
        Count {
            signatures: 48_213,
            by_relation: vec![
                relation("demo-relation-customers", 30_112),
                relation("demo-relation-would-be-plural", 12_001),
            ],
            ..Count::default()
        }
    }

    /// The first so many of the names that break layouts.
    fn names_of(&self, most: usize) -> Vec<Signer> {
        let customer = self.frame.say.text("demo-relation-customer");
        let would_be = self.frame.say.text("demo-relation-would-be");
        let longest = "Wolfeschlegelsteinhausenbergerdorff".repeat(6);
        [
            ("Ada Example", &customer),
            ("李例子", &would_be),
            ("مثال أمل", &customer),
            ("J", &customer),
            ("🦊🌻", &would_be),
            ("Bartholomew Featherstonehaugh-Example the Younger of Little Snoring", &would_be),
            (&longest[..200], &customer),
            ("Zoë Łukasiewicz-Example", &String::new()),
        ]
        .into_iter()
        .take(most)
        .map(|(name, relation)| Signer { name: name.to_owned(), relation: relation.clone(), earlier: None })
        .collect()
    }
}

impl Page for ComponentsPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("demo-components-headline")
    }
}
