//! The URLs of statements: the press page, the letters as files, the private link, the desk's.

use super::{Route, of_desk, public};
use crate::accounts::ORGANISERS;
use crate::accounts::guard::Rule;
use crate::statements::{
    desk_routes as desk, letter_routes as files, link_routes as links, private_routes as own, routes as press,
};
use axum::routing::{get, post};

pub fn routes() -> Vec<Route> {
    let rule = Rule::Members(ORGANISERS);
    vec![
        public("/campaigns/{campaign}/press", get(press::show)),
        public("/campaigns/{campaign}/letters/{letter}/letter.pdf", get(files::pdf)),
        public("/campaigns/{campaign}/letters/{letter}/letter.txt", get(files::text)),
        public("/statements/{token}", get(own::show)),
        public("/statements/{token}/replies", post(own::reply).get(own::back)),
        of_desk("/desk/campaigns/{campaign}/statements", rule, get(desk::show)),
        of_desk("/desk/campaigns/{campaign}/statements/entries", rule, post(desk::enter)),
        of_desk("/desk/campaigns/{campaign}/statements/{statement}", rule, get(desk::show_one)),
        of_desk("/desk/campaigns/{campaign}/statements/{statement}/words", rule, post(desk::correct)),
        of_desk("/desk/campaigns/{campaign}/statements/{statement}/removal", rule, post(desk::remove)),
        of_desk(
            "/desk/campaigns/{campaign}/statements/{statement}/visibility",
            rule,
            post(desk::set_visibility),
        ),
        of_desk("/desk/campaigns/{campaign}/statements/{statement}/links", rule, post(links::send)),
        of_desk(
            "/desk/campaigns/{campaign}/statements/{statement}/links/{link}/ending",
            rule,
            post(links::end),
        ),
    ]
}
