//! The URLs of deliveries: the desk’s, and the fingerprints in public.

use super::{Route, of_desk, public};
use crate::accounts::ORGANISERS;
use crate::accounts::guard::Rule;
use crate::deliveries::{desk_routes as desk, file_routes, public_routes};
use axum::routing::{get, post};

pub fn routes() -> Vec<Route> {
    let rule = Rule::Members(ORGANISERS);
    vec![
        public(
            "/campaigns/{campaign}/press/deliveries/{delivery}/sha256sums.txt",
            get(public_routes::sha256sums),
        ),
        of_desk("/desk/campaigns/{campaign}/deliveries", rule, get(desk::show).post(desk::ask)),
        of_desk("/desk/campaigns/{campaign}/deliveries/{delivery}", rule, get(desk::show_one)),
        of_desk("/desk/campaigns/{campaign}/deliveries/{delivery}/day", rule, post(desk::tell)),
        of_desk(
            "/desk/campaigns/{campaign}/deliveries/{delivery}/files/{file}",
            rule,
            get(file_routes::take),
        ),
    ]
}
