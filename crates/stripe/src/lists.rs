//! Lists in pages, newest first (docs.stripe.com/api/pagination).

use crate::fields::Fields;
use crate::{Client, Failure};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A page, and whether there are more after it: ask again after the last one's id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub more: bool,
}

#[derive(Deserialize)]
struct Raw<R> {
    data: Vec<R>,
    has_more: bool,
}

/// The most that the provider puts onto one.
const PAGE: u32 = 100;
/// How many pages are read of a list whose end must be known.
const MOST_PAGES: usize = 20;

/// Something of a list.
pub trait Listed {
    fn id(&self) -> &str;
}

impl Client {
    /// The page after an id, or the first.
    pub(crate) async fn page<R, T>(
        &self,
        path: &str,
        fields: Fields,
        after: Option<&str>,
    ) -> Result<Page<T>, Failure>
    where
        R: DeserializeOwned + TryInto<T, Error = Failure>,
    {
        let fields = fields.with("limit", PAGE).maybe("starting_after", after);
        let raw: Raw<R> = self.get(path, &fields).await?;
        let items = raw.data.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
        Ok(Page { items, more: raw.has_more })
    }

    /// The whole list, or [`Failure::TooMany`]: “it is not there” must never be said of a part.
    pub(crate) async fn whole<R, T>(&self, path: &str, fields: Fields) -> Result<Vec<T>, Failure>
    where
        R: DeserializeOwned + TryInto<T, Error = Failure>,
        T: Listed,
    {
        let mut items: Vec<T> = Vec::new();
        for _ in 0..MOST_PAGES {
            let after = items.last().map(|item| item.id().to_owned());
            let page = self.page::<R, T>(path, fields.clone(), after.as_deref()).await?;
            let (empty, more) = (page.items.is_empty(), page.more);
            items.extend(page.items);
            if !more {
                return Ok(items);
            }
            if empty {
                return Err(Failure::Unclear("a list that goes on with nothing".to_owned()));
            }
        }
        Err(Failure::TooMany)
    }
}
