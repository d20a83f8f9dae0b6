//! The URLs of endorsements: the public form, the officer's own page, the desk's.

use super::{Route, of_desk, public};
use crate::accounts::guard::Rule::Members;
use crate::accounts::{MODERATORS, ORGANISERS};
use crate::endorsements::{
    desk_routes as desk, logo_routes, private_routes as own, proof_routes as proof, routes as endorsing,
};
use crate::privacy::routes as privacy;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// What a form with a picture holds besides it.
const BESIDE: usize = 16 * 1024;

pub fn routes() -> Vec<Route> {
    vec![
        public(
            "/campaigns/{campaign}/letters/{letter}/endorsements",
            get(endorsing::ask).post(endorsing::create),
        ),
        public("/campaigns/{campaign}/letters/{letter}/endorsements/inbox", get(endorsing::inbox)),
        public("/endorsements/{token}", get(own::show)),
        public("/endorsements/{token}/export.json", get(privacy::get_export)),
        public("/endorsements/{token}/erasure", get(privacy::ask).post(privacy::erase)),
        public("/endorsements/{token}/proof", post(own::prove).get(own::back)),
        public("/endorsements/{token}/words", post(own::correct).get(own::back)),
        public(
            "/endorsements/{token}/logo",
            post(logo_routes::send)
                .get(own::back)
                .layer(DefaultBodyLimit::max(broadside_logo::MOST_BYTES + BESIDE)),
        ),
        public("/endorsements/{token}/logo.png", get(logo_routes::show_own)),
        public("/campaigns/{campaign}/endorsements/{endorsement}/logo.png", get(logo_routes::show)),
        public("/endorsements/{token}/end", post(own::end).get(own::back)),
        public("/endorsements/{token}/succession", post(own::succeed).get(own::back)),
        public("/endorsements/proofs/{token}", get(proof::show).post(proof::take)),
        of_desk("/desk/campaigns/{campaign}/endorsements", Members(MODERATORS), get(desk::show)),
        of_desk("/desk/campaigns/{campaign}/endorsements/entries", Members(ORGANISERS), post(desk::enter)),
        of_desk(
            "/desk/campaigns/{campaign}/endorsements/{endorsement}",
            Members(MODERATORS),
            get(desk::show_one),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/endorsements/{endorsement}/logo.png",
            Members(MODERATORS),
            get(logo_routes::show_at_desk),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/endorsements/{endorsement}/approval",
            Members(MODERATORS),
            post(desk::approve),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/endorsements/{endorsement}/refusal",
            Members(MODERATORS),
            post(desk::refuse),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/endorsements/{endorsement}/end",
            Members(MODERATORS),
            post(desk::end),
        ),
    ]
}
