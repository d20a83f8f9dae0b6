//! What every page of the desk has around it: where one can go, who sits here, and the way out.

use super::layout::{Named, Page};

/// The line under the masthead.
#[derive(Clone, Debug, Default)]
pub struct Nav {
    /// Where one can go; a group's pages stand under its name.
    pub places: Vec<Entry>,
    pub groups: Vec<Section>,
    /// Who sits here, with the way to the account.
    pub person: Named,
    /// Where the form goes that signs out.
    pub sign_out: String,
}

#[derive(Clone, Debug)]
pub struct Section {
    pub name: String,
    pub places: Vec<Entry>,
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub name: String,
    pub url: String,
    pub current: bool,
}

/// A page behind the door; its template extends `web/desk.html`.
pub trait DeskPage: Page {
    fn nav(&self) -> &Nav;
}

/// What all pages of the desk have alike, and the headline of each. They send where one came from to our own
/// pages alone, by which old browsers show that a form is ours.
macro_rules! pages_of_the_desk {
    ($($page:ident: $headline:expr;)*) => {$(
        impl $crate::web::layout::Page for $page {
            fn frame(&self) -> &$crate::web::layout::Frame {
                &self.frame
            }

            fn headline(&self) -> String {
                let headline: fn(&$page) -> String = $headline;
                headline(self)
            }

            fn referrer(&self) -> &'static str {
                "same-origin"
            }
        }

        impl $crate::web::desk::DeskPage for $page {
            fn nav(&self) -> &$crate::web::desk::Nav {
                &self.nav
            }
        }
    )*};
}
pub(crate) use pages_of_the_desk;
