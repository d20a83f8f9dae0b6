//! Goals: what a campaign wants to reach, and what happens once it has. What a goal was before it moved stays to be
//! seen.

mod desk_form;
pub mod desk_pages;
pub mod desk_routes;
pub mod editing;
pub mod mailing;
pub mod pages;
pub mod reaching;
pub mod routes;
pub mod shown;
pub mod standing;
mod store;
