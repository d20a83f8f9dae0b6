//! Every URL of the desk's lists, of what is done to many of their rows, and of the long work that is asked for
//! there.

use super::{Route, of_desk, of_desk_again};
use crate::accounts::guard::Rule;
use crate::accounts::{MEMBERS, MODERATORS, ORGANISERS};
use crate::{changes, holding, lists, tasks};
use axum::routing::{get, post};

pub(super) fn routes() -> Vec<Route> {
    list_routes().into_iter().chain(change_routes()).chain(task_routes()).collect()
}

/// The lists of the desk and what is done with their rows.
fn list_routes() -> Vec<Route> {
    use Rule::Members;
    use lists::{file_routes as file, mail_routes as outbox, routes as list, saved_routes as filters};
    const SIGNATURES: &str = "/desk/campaigns/{campaign}/signatures";
    const WAITING: &str = "/desk/campaigns/{campaign}/sign-ons";
    const OUTBOX: &str = "/desk/campaigns/{campaign}/mails";
    const PEOPLE: &str = "/desk/groups/{group}/people";
    vec![
        of_desk(SIGNATURES, Members(MEMBERS), get(list::signatures)),
        of_desk_again(
            "/desk/campaigns/{campaign}/signatures.csv",
            Members(MEMBERS),
            SIGNATURES,
            get(file::signatures),
        ),
        of_desk_again(
            "/desk/campaigns/{campaign}/sign-ons.csv",
            Members(MEMBERS),
            WAITING,
            get(file::sign_ons),
        ),
        of_desk_again("/desk/campaigns/{campaign}/mails.csv", Members(MEMBERS), OUTBOX, get(file::mails)),
        of_desk_again("/desk/groups/{group}/people.csv", Members(ORGANISERS), PEOPLE, get(file::people)),
        of_desk(WAITING, Members(MEMBERS), get(list::sign_ons)),
        of_desk(OUTBOX, Members(MEMBERS), get(list::mails)),
        of_desk("/desk/campaigns/{campaign}/mails/attempts", Members(ORGANISERS), post(outbox::attempt)),
        of_desk("/desk/campaigns/{campaign}/mails/drops", Members(ORGANISERS), post(outbox::drop_some)),
        of_desk(PEOPLE, Members(ORGANISERS), get(list::people)),
        of_desk("/desk/campaigns/{campaign}/filters", Members(MEMBERS), post(filters::save)),
        of_desk(
            "/desk/campaigns/{campaign}/filters/{filter}/removal",
            Members(MEMBERS),
            post(filters::remove),
        ),
        of_desk("/desk/groups/{group}/filters", Members(ORGANISERS), post(filters::save)),
        of_desk("/desk/groups/{group}/filters/{filter}/removal", Members(ORGANISERS), post(filters::remove)),
    ]
}

/// What is done to many rows of a list at once: the look before it, the button, and the way back.
fn change_routes() -> Vec<Route> {
    use changes::routes::{
        approvals, giving_up, hidings, holds, reminders, removals, retries, returns, showings,
    };
    use changes::{made_routes as made, undo_routes as undoing};
    const REMOVALS: &str = "/desk/campaigns/{campaign}/signatures/removals";
    const UNDO: &str = "/desk/campaigns/{campaign}/changes/{change}/undo";
    let [moderators, organisers] = [MODERATORS, ORGANISERS].map(Rule::Members);
    vec![
        of_desk(
            "/desk/campaigns/{campaign}/signatures/hidings",
            moderators,
            get(hidings::look).post(hidings::carry_out),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/signatures/showings",
            moderators,
            get(showings::look).post(showings::carry_out),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/signatures/approvals",
            moderators,
            get(approvals::look).post(approvals::carry_out),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/signatures/holds",
            moderators,
            get(holds::look).post(holds::carry_out),
        ),
        of_desk_again(REMOVALS, moderators, REMOVALS, get(removals::look).post(removals::carry_out)),
        of_desk(
            "/desk/campaigns/{campaign}/signatures/returns",
            moderators,
            get(returns::look).post(returns::carry_out),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/sign-ons/reminders",
            organisers,
            get(reminders::look).post(reminders::carry_out),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/mails/retries",
            organisers,
            get(retries::look).post(retries::carry_out),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/mails/giving-up",
            organisers,
            get(giving_up::look).post(giving_up::carry_out),
        ),
        of_desk("/desk/campaigns/{campaign}/holding", moderators, get(holding::routes::show)),
        of_desk("/desk/campaigns/{campaign}/holding/weights", moderators, post(holding::routes::weigh)),
        of_desk("/desk/campaigns/{campaign}/holding/venues", moderators, post(holding::routes::add_venue)),
        of_desk(
            "/desk/campaigns/{campaign}/holding/venues/{venue}/removal",
            moderators,
            post(holding::routes::remove_venue),
        ),
        of_desk("/desk/campaigns/{campaign}/changes", moderators, get(made::all)),
        of_desk("/desk/campaigns/{campaign}/changes/{change}", moderators, get(made::show)),
        of_desk("/desk/campaigns/{campaign}/changes/{change}/cancellation", moderators, post(made::cancel)),
        of_desk_again(UNDO, moderators, UNDO, get(undoing::look).post(undoing::undo)),
    ]
}

/// Long work at the desk: asking for it, and what it gave.
fn task_routes() -> Vec<Route> {
    use Rule::Members;
    const OF_CAMPAIGN: &str = "/desk/campaigns/{campaign}/tasks";
    const OF_GROUP: &str = "/desk/groups/{group}/tasks";
    const EXPORTS: &str = "/desk/campaigns/{campaign}/exports";
    const EXPORTS_OF_GROUP: &str = "/desk/groups/{group}/exports";
    let asking = || get(lists::exports::routes::show).post(lists::exports::routes::ask);
    let (all, cancel, file) = (tasks::routes::show, tasks::routes::cancel, tasks::routes::take);
    vec![
        of_desk_again(EXPORTS, Members(MEMBERS), EXPORTS, asking()),
        of_desk_again(EXPORTS_OF_GROUP, Members(ORGANISERS), EXPORTS_OF_GROUP, asking()),
        of_desk(OF_CAMPAIGN, Members(MEMBERS), get(all)),
        of_desk("/desk/campaigns/{campaign}/tasks/{task}/cancellation", Members(MEMBERS), post(cancel)),
        of_desk_again(
            "/desk/campaigns/{campaign}/tasks/{task}/file",
            Members(MEMBERS),
            OF_CAMPAIGN,
            get(file),
        ),
        of_desk(OF_GROUP, Members(MEMBERS), get(all)),
        of_desk("/desk/groups/{group}/tasks/{task}/cancellation", Members(MEMBERS), post(cancel)),
        of_desk_again("/desk/groups/{group}/tasks/{task}/file", Members(MEMBERS), OF_GROUP, get(file)),
    ]
}
