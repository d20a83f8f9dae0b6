//! The URLs of goals: the public page, and the desk's.

use super::{Route, of_desk, public};
use crate::accounts::ORGANISERS;
use crate::accounts::guard::Rule;
use crate::goals::{desk_routes as desk, routes as goals};
use axum::routing::{get, post};

pub fn routes() -> Vec<Route> {
    let rule = Rule::Members(ORGANISERS);
    vec![
        public("/campaigns/{campaign}/goals", get(goals::show)),
        of_desk("/desk/campaigns/{campaign}/goals", rule, get(desk::show)),
        of_desk("/desk/campaigns/{campaign}/goals/new", rule, get(desk::show_new).post(desk::create)),
        of_desk("/desk/campaigns/{campaign}/goals/{goal}", rule, get(desk::show_one).post(desk::change)),
        of_desk("/desk/campaigns/{campaign}/goals/{goal}/removal", rule, post(desk::remove)),
    ]
}
