//! Many rows of a list changed at once: seen before, done, and taken back.

use super::desk::{Clerk, GROUP};
use super::desk_lists::LIST;
use super::desk_rules::{another_group, seated};
use super::stories;
use super::world::{Answer, CAMPAIGN, World, below};
use crate::accounts::Role;
use crate::clock::{DAY, HOUR};
use axum::http::StatusCode;

pub const HIDINGS: &str = "/desk/campaigns/dropsalesforce/signatures/hidings";
const SHOWINGS: &str = "/desk/campaigns/dropsalesforce/signatures/showings";
pub const REMOVALS: &str = "/desk/campaigns/dropsalesforce/signatures/removals";
pub const RETURNS: &str = "/desk/campaigns/dropsalesforce/signatures/returns";

/// The fields that the form behind a look carries on.
fn carried(page: &str) -> Vec<(String, String)> {
    let form = page.split("<form class=\"deed\"").nth(1).unwrap_or_default();
    let form = form.split("</form>").next().unwrap_or_default();
    let fields = form.split("<input type=\"hidden\" name=\"").skip(1);
    let field = |field: &str| {
        let (name, rest) = field.split_once("\" value=\"").unwrap();
        (name.to_owned(), rest.split('"').next().unwrap().replace("&#38;", "&"))
    };
    fields.map(field).collect()
}

/// Presses the button of a look.
pub async fn press(world: &World, clerk: &Clerk, action: &str, page: &str) -> Answer {
    let fields = carried(page);
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    if page.contains("name=\"as\"") {
        fields.push(("as", "false"));
    }
    clerk.post(world, action, &fields).await
}

/// Looks and presses; answers the look, and the address of what was done.
pub async fn done(world: &World, clerk: &Clerk, deed: &str, query: &str) -> (String, String) {
    let look = clerk.get(world, &format!("{deed}?{query}")).await.text();
    let answer = press(world, clerk, deed, &look).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    (look, answer.location())
}

pub async fn taken_back(world: &World, clerk: &Clerk, change: &str) -> String {
    let undo = format!("{change}/undo");
    let look = clerk.get(world, &undo).await.text();
    let answer = press(world, clerk, &undo, &look).await;
    assert_eq!(answer.location(), change, "{}", answer.text());
    look
}

/// The numbers of the rows of a list, by the name that stands in them.
async fn row(world: &World, clerk: &Clerk, name: &str) -> String {
    let page = clerk.get(world, &format!("{LIST}?q={}", name.replace(' ', "+"))).await.text();
    page.split("name=\"row\" value=\"").nth(1).expect(name).split('"').next().unwrap().to_owned()
}

/// All that anybody can see of a letter, to be compared: its page with count, breakdown and roll, and its
/// numbers as JSON.
pub async fn public(world: &World) -> String {
    let page = world.get(&world.letter().await).await.text();
    let numbers = world.get(&format!("{CAMPAIGN}/count.json")).await.text();
    // The time from which the numbers are differs by nature.
    let numbers: serde_json::Value = serde_json::from_str(&numbers).unwrap();
    format!("{page}\n{} {}", numbers["signatures"], numbers["letters"])
}

/// What the tallies say, and whether they agree with what they sum.
pub async fn sums(world: &World) -> Vec<(String, i64)> {
    let mut c = world.db().read().await.unwrap();
    assert_eq!(crate::signatures::store::tallies_that_disagree(&mut c).await.unwrap(), []);
    assert_eq!(crate::signatures::store::log_faults(&mut c).await.unwrap(), []);
    broadside_db::query(
        "select 'r ' || relation || ' ' || source as word, signatures as n from tally where signatures <> 0 union all \
         select 'o ' || language || ' ' || country, signatures from origin_tally where signatures <> 0 order by 1",
    )
    .all(&mut c, |row| Ok((row.get("word")?, row.get("n")?)))
    .await
    .unwrap()
}

/// Ada and Bo are shown, Grace hid her name, Zoe withdrew.
async fn signed(world: &World) -> [String; 4] {
    let ada = world.sign("Ada Lovelace", "ada@signers.example").await;
    let bo = world.sign("Bo Example", "bo@signers.example").await;
    let grace = world.sign("Grace Hopper", "grace@signers.example").await;
    world.post(&below(&grace, "visibility"), &[]).await;
    let zoe = world.sign("Zoe Withdrawn", "zoe@signers.example").await;
    world.press(&zoe, "withdrawal").await;
    [ada, bo, grace, zoe]
}

stories! {
    async fn a_name_is_hidden_as_the_look_said_and_taking_it_back_shows_the_page_as_it_was(world: World) {
        let [ada, ..] = signed(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        let (before, sums_before) = (public(&world).await, sums(&world).await);
        let list = clerk.get(&world, LIST).await.text();
        assert!(list.contains(&format!("formaction=\"{HIDINGS}\"")) && list.contains(REMOVALS), "{list}");
        let id = row(&world, &clerk, "Ada").await;
        let look = clerk.get(&world, &format!("{HIDINGS}?which=ticked&row={id}")).await.text();
        for words in ["One name would be hidden", "The public count stays 3", "One name leaves the page", "Ada Lovelace", "Hidden by organisers"] {
            assert!(look.contains(words), "{words}: {look}");
        }
        assert_eq!(public(&world).await, before, "a look changes nothing");
        let answer = press(&world, &clerk, HIDINGS, &look).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let hidden = public(&world).await;
        assert!(!hidden.contains("Ada Lovelace") && hidden.contains("Bo Example"), "at once");
        assert_eq!((world.count().await, sums(&world).await), (3, sums_before.clone()));
        let own = world.get(&ada).await.text();
        assert!(own.contains("The organisers keep the name off the page"), "{own}");
        let viewer = Clerk::of(&world, "viewer@example.org", GROUP, Role::Viewer).await;
        assert!(!viewer.get(&world, LIST).await.text().contains("Ada Lovelace"), "what is public no more");
        assert!(clerk.get(&world, &format!("{LIST}?state=kept-off")).await.text().contains("Ada Lovelace"));

        let change = answer.location();
        let page = clerk.get(&world, &change).await.text();
        assert!(page.contains("One row was changed") && page.contains(&format!("{change}/undo")), "{page}");
        let look = taken_back(&world, &clerk, &change).await;
        assert!(look.contains("One row would be as it was before") && look.contains("One name comes back"), "{look}");
        assert_eq!((public(&world).await, sums(&world).await), (before, sums_before));
        assert!(!world.get(&ada).await.text().contains("keep the name off"));
        let page = clerk.get(&world, &change).await.text();
        assert!(page.contains("took it back") && !page.contains(&format!("{change}/undo")), "{page}");
        assert_eq!(world.number("select count(*) as n from audit_entry where action in ('list-changed', 'list-change-undone')").await, 2);
        assert_eq!(world.number("select count(*) as n from audit_entry where after like '%Ada%'").await, 0);
    }

    async fn all_that_a_filter_finds_is_changed_and_what_cannot_be_is_said(world: World) {
        signed(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let (look, change) = done(&world, &clerk, HIDINGS, "which=all").await;
        for words in ["2 names would be hidden", "Hidden already, as their signers wished", "Withdrawn by their signers", "2 names leave the page"] {
            assert!(look.contains(words), "{words}: {look}");
        }
        let page = clerk.get(&world, &change).await.text();
        assert!(page.contains("2 rows were changed") && page.contains("Every row"), "{page}");
        let hidden = public(&world).await;
        assert!(!hidden.contains("Ada Lovelace") && !hidden.contains("Bo Example"));
        let (look, _) = done(&world, &clerk, SHOWINGS, "which=all&state=kept-off").await;
        assert!(look.contains("2 names would be shown again") && look.contains("2 of 2"), "{look}");
        let shown = public(&world).await;
        assert!(shown.contains("Ada Lovelace") && shown.contains("Bo Example") && !shown.contains("Grace Hopper"));
        let nothing = clerk.get(&world, &format!("{SHOWINGS}?which=all")).await.text();
        assert!(nothing.contains("No name would be shown again") && !nothing.contains("class=\"deed\""), "{nothing}");
        let unticked = clerk.get(&world, &format!("{HIDINGS}?which=ticked")).await.text();
        assert!(unticked.contains("No row was ticked"));
    }

    async fn who_asked_to_be_hidden_is_shown_by_no_undoing(world: World) {
        let [ada, bo, ..] = signed(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        let (_, change) = done(&world, &clerk, HIDINGS, "which=all&state=shown").await;
        // Ada hides her name herself meanwhile.
        world.post(&below(&ada, "visibility"), &[]).await;
        let look = taken_back(&world, &clerk, &change).await;
        assert!(look.contains("One was changed since") && look.contains("<bdi>Ada Lovelace</bdi>"), "{look}");
        let shown = public(&world).await;
        assert!(shown.contains("Bo Example") && !shown.contains("Ada Lovelace"), "Bo is back, Ada is not");
        let (_, _) = done(&world, &clerk, SHOWINGS, "which=all").await;
        assert!(!public(&world).await.contains("Ada Lovelace"), "shown again as she wished: not at all");
        world.post(&below(&ada, "visibility"), &[("public", "1")]).await;
        assert!(public(&world).await.contains("Ada Lovelace"));
        assert!(!world.get(&bo).await.text().contains("keep the name off"));
    }

    async fn removed_signatures_count_no_more_and_come_back_with_every_sum(world: World) {
        let form = [("name", "Ada Lovelace"), ("email", "ada@signers.example"), ("public", "1"), ("relation", "customer"), ("country", "GB"), ("source", "bus-stop")];
        world.submit(&form).await;
        let ada = world.mail_to("ada@signers.example").await.link();
        world.press(&ada, "confirmation").await;
        signed(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let (before, sums_before) = (public(&world).await, sums(&world).await);
        let glance = "/desk/campaigns/dropsalesforce?span=all";
        let glance_before = clerk.get(&world, glance).await.text();
        let (look, change) = done(&world, &clerk, REMOVALS, "which=all&country=GB").await;
        assert!(look.contains("One signature would be removed") && look.contains("from 3 to 2"), "{look}");
        assert_eq!(world.count().await, 2);
        assert_ne!(sums(&world).await, sums_before);
        assert!(!public(&world).await.contains("bus-stop"));
        let own = world.get(&ada).await.text();
        assert!(own.contains("The organisers have taken this signature off the letter") && own.contains("/withdrawal") && own.contains("/erasure"), "{own}");
        assert_eq!(world.get(&below(&ada, "export.json")).await.status, StatusCode::OK);
        taken_back(&world, &clerk, &change).await;
        assert_eq!((public(&world).await, sums(&world).await), (before, sums_before));
        assert_eq!(clerk.get(&world, glance).await.text(), glance_before, "and so does the campaign at a glance");
        let kinds = broadside_db::query("select kind from log_entry order by position")
            .all(&mut world.db().read().await.unwrap(), |row| row.get::<String>("kind")).await.unwrap();
        assert_eq!(kinds[kinds.len() - 2..], ["invalidated", "reinstated"]);
    }

    async fn what_was_removed_stays_so_through_a_new_signature_until_it_is_put_back(world: World) {
        let [ada, ..] = signed(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let id = row(&world, &clerk, "Ada").await;
        done(&world, &clerk, REMOVALS, &format!("which=ticked&row={id}")).await;
        assert_eq!(world.count().await, 2);
        for (farewell, again) in [("withdrawal", "Ada Again"), ("erasure", "Ada Anew")] {
            let own = if farewell == "withdrawal" { ada.clone() } else { world.mail_to("ada@signers.example").await.link() };
            world.post(&below(&own, farewell), &[]).await;
            world.pass(DAY);
            let taken = world.sign_on(again, "ADA@signers.example").await;
            let stranger = world.sign_on("Li Example", &format!("li{}@signers.example", again.len())).await;
            assert_eq!(taken.bytes_but_id_and_date(), stranger.bytes_but_id_and_date(), "the answer is everybody's");
            let link = world.mail_to("ADA@signers.example").await.link();
            let page = world.press(&link, "confirmation").await.text();
            assert!(page.contains("The organisers have taken this signature off the letter"), "{farewell}: {page}");
            assert_eq!(world.count().await, 2, "{farewell}");
            assert!(!public(&world).await.contains(again));
            sums(&world).await;
            world.post(&below(&link, "erasure"), &[]).await;
            world.pass(DAY);
            world.sign(again, "ada@signers.example").await;
            assert_eq!(world.count().await, 2);
        }
        let clerk = seated(&world, "desk@example.org").await;
        done(&world, &clerk, RETURNS, "which=all&state=invalidated").await;
        assert_eq!(world.count().await, 3, "until organisers put it back");
        assert_eq!(world.number("select count(*) as n from removed_mailbox").await, 0);
        let link = world.mail_to("ada@signers.example").await.link();
        world.press(&link, "withdrawal").await;
        world.pass(DAY);
        world.sign("Ada Lovelace", "ada@signers.example").await;
        assert_eq!(world.count().await, 3, "and what comes after that counts");
        sums(&world).await;
    }

    async fn what_was_removed_long_ago_is_put_back_by_hand(world: World) {
        signed(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let (_, change) = done(&world, &clerk, REMOVALS, "which=all").await;
        assert_eq!(world.count().await, 0);
        world.pass(7 * DAY);
        world.work().await;
        let clerk = seated(&world, "desk@example.org").await;
        assert!(clerk.get(&world, &change).await.text().contains("seven days in which it could be taken back are over"));
        assert_eq!(world.number("select count(*) as n from changed_row").await, 0, "what rows were is forgotten");
        let answer = clerk.post(&world, &format!("{change}/undo"), &[("seen", "0-0")]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        let (look, _) = done(&world, &clerk, RETURNS, "which=all&state=invalidated").await;
        assert!(look.contains("3 signatures would be put back") && look.contains("from 0 to 3"), "{look}");
        assert_eq!(world.count().await, 3);
        sums(&world).await;
    }

    async fn removing_asks_again_who_sits_there_and_goes_on_to_the_same_look(world: World) {
        signed(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let look = clerk.get(&world, &format!("{REMOVALS}?which=all&state=shown&q=ada")).await.text();
        world.pass(HOUR);
        let again = clerk.get(&world, &format!("{REMOVALS}?which=all&country=GB")).await;
        assert_eq!(again.location(), format!("/desk/proof?next={}", "%2Fdesk%2Fcampaigns%2Fdropsalesforce%2Fsignatures%2Fremovals%3Fwhich%3Dall%26country%3DGB"));
        let pressed = press(&world, &clerk, REMOVALS, &look).await;
        assert!(pressed.location().starts_with("/desk/proof"), "{}", pressed.location());
        let own = look.split("<form class=\"deed\" method=\"post\" action=\"").nth(1).unwrap().split('"').next().unwrap();
        let pressed = press(&world, &clerk, &own.replace("&#38;", "&"), &look).await;
        assert_eq!(pressed.location(), format!("/desk/proof?next={}", "%2Fdesk%2Fcampaigns%2Fdropsalesforce%2Fsignatures%2Fremovals%3Fq%3Dada%26state%3Dshown%26which%3Dall"));
        assert_eq!(world.count().await, 3);
    }

    async fn a_change_beside_another_is_seen_before_anything_is_done(world: World) {
        let [_, bo, ..] = signed(&world).await;
        let one = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        let other = Clerk::of(&world, "other@example.org", GROUP, Role::Moderator).await;
        let look = one.get(&world, &format!("{HIDINGS}?which=all")).await.text();
        let id = row(&world, &other, "Ada").await;
        let (_, theirs) = done(&world, &other, HIDINGS, &format!("row={id}")).await;
        let answer = press(&world, &one, HIDINGS, &look).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        let page = answer.text();
        assert!(page.contains("it would have changed 2 rows, now 1") && page.contains("Hidden by organisers already"), "{page}");
        assert!(public(&world).await.contains("Bo Example"), "nothing was done");
        let answer = press(&world, &one, HIDINGS, &page).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        // A signature that comes after the look is not swept in.
        taken_back(&world, &one, &answer.location()).await;
        let look = one.get(&world, &format!("{HIDINGS}?which=all")).await.text();
        world.sign("Late Example", "late@signers.example").await;
        assert_eq!(press(&world, &one, HIDINGS, &look).await.status, StatusCode::SEE_OTHER);
        assert!(public(&world).await.contains("Late Example"));
        // What somebody withdrew meanwhile is nobody's to bring back.
        world.press(&bo, "withdrawal").await;
        taken_back(&world, &other, &theirs).await;
        assert!(!public(&world).await.contains("Bo Example"));
    }

    async fn who_was_erased_since_is_in_no_change(world: World) {
        let [ada, ..] = signed(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let (_, change) = done(&world, &clerk, REMOVALS, "which=all&state=shown").await;
        let exported = world.get(&below(&ada, "export.json")).await.text();
        assert!(exported.contains("Changed by the organisers"), "{exported}");
        assert_eq!(world.number("select count(*) as n from changed_row").await, 2);
        world.post(&below(&ada, "erasure"), &[]).await;
        assert_eq!(world.number("select count(*) as n from changed_row").await, 1, "what was noted goes too");
        let look = taken_back(&world, &clerk, &change).await;
        assert!(look.contains("One row would be as it was before") && !look.contains("Ada"), "{look}");
        assert_eq!(world.count().await, 2, "Bo and Grace");
        assert!(!public(&world).await.contains("Ada Lovelace"));
        sums(&world).await;
    }

    async fn nobody_changes_another_group_s_rows_and_a_viewer_none(world: World) {
        signed(&world).await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let id = row(&world, &clerk, "Ada").await;
        let (_, change) = done(&world, &clerk, REMOVALS, "which=all&q=bo").await;
        another_group(&world).await;
        let stranger = Clerk::of(&world, "stranger@example.org", "another-group", Role::Owner).await;
        let before = public(&world).await;
        for deed in [HIDINGS, REMOVALS] {
            let deed = deed.replace("dropsalesforce", "another-campaign");
            let look = stranger.get(&world, &format!("{deed}?row={id}")).await.text();
            assert!(!look.contains("Ada Lovelace") && !look.contains("class=\"deed\""), "{look}");
            let forged = [("row", &*id), ("then", "1"), ("seen", "")];
            assert_eq!(stranger.post(&world, &deed, &forged).await.status, StatusCode::CONFLICT);
        }
        let elsewhere = change.replace("dropsalesforce", "another-campaign");
        for path in [change.clone(), elsewhere] {
            assert_eq!(stranger.get(&world, &path).await.status, StatusCode::NOT_FOUND, "{path}");
            for deed in ["undo", "cancellation"] {
                let answer = stranger.post(&world, &format!("{path}/{deed}"), &[("seen", "1-0")]).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}/{deed}");
            }
        }
        let viewer = Clerk::of(&world, "viewer@example.org", GROUP, Role::Viewer).await;
        assert_eq!(viewer.post(&world, HIDINGS, &[("row", &id)]).await.status, StatusCode::FORBIDDEN);
        assert!(!viewer.get(&world, LIST).await.text().contains("name=\"row\""));
        let moderator = Clerk::of(&world, "moderator@example.org", GROUP, Role::Moderator).await;
        assert_eq!(moderator.get(&world, &change).await.status, StatusCode::OK, "a removal is a moderator’s too");
        assert_eq!(viewer.post(&world, REMOVALS, &[("row", &id)]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(public(&world).await, before);
        assert_eq!(world.number("select count(*) as n from change").await, 1);
        assert_eq!(world.number("select count(*) as n from audit_entry where after like '%bo%'").await, 0, "search words are nowhere");
    }
}
