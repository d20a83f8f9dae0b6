//! Guessing at the desk's door: of links, codes and passwords; what the log and the record say of it.

use super::desk::{Clerk, GROUP, cookie_of, invited, link_in, mails};
use super::desk_doors::{with_password, with_second_step};
use super::desk_rules::another_group;
use super::world::{Answer, World};
use super::{checkout, stories};
use crate::accounts::{PROVED_FOR, Role, codes};
use crate::clock::{DAY, HOUR, MINUTE, SECOND};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use std::io::Write;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tracing::instrument::WithSubscriber;

const ADA: &str = "ada@example.org";

#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What is logged while something is done, as the program writes it.
pub async fn logged<T>(deed: impl Future<Output = T>) -> (T, String) {
    let paper = Paper::default();
    let to = paper.clone();
    let log = crate::log::lines().with_ansi(false).with_writer(move || to.clone()).finish();
    let done = deed.with_subscriber(log).await;
    let written = String::from_utf8(paper.0.lock().unwrap().clone()).unwrap();
    (done, written)
}

/// A browser that has done the first step and owes the second.
async fn halfway(world: &World) -> Clerk {
    let link = invited(world, ADA, None, None).await;
    let answer = Clerk::nobody().post(world, &link, &[]).await;
    assert_eq!(answer.location(), "/desk/sign-in/code");
    Clerk { cookie: cookie_of(&answer) }
}

/// A code that is typed at the second step in one of many networks.
async fn code_from(world: &World, half: &Clerk, network: u8, code: &str) -> Answer {
    let request = Request::post("/desk/sign-in/code")
        .extension(ConnectInfo(SocketAddr::from(([198, 51, 100, network], 4711))))
        .header("host", "letter.example.org")
        .header("cookie", &half.cookie)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded");
    world.request(request.body(Body::from(format!("code={code}"))).unwrap()).await
}

async fn warnings(world: &World) -> i64 {
    world.app.aside.settled().await;
    world.number("select count(*) as n from mail where kind = 'desk_guesses'").await
}

stories! {
    async fn links_cannot_be_tried_one_after_another(world: World) {
        let right = invited(&world, ADA, None, None).await;
        let nobody = Clerk::nobody();
        let mut refused = None;
        for number in 0..200 {
            let path = format!("/desk/{}/guess-{number}", if number % 2 == 0 { "links" } else { "first" });
            let answer = if number % 4 < 2 { nobody.get(&world, &path).await } else { nobody.post(&world, &path, &[]).await };
            if answer.status != StatusCode::NOT_FOUND {
                refused = Some((number, answer));
                break;
            }
        }
        let (number, answer) = refused.expect("trying goes on and on");
        assert_eq!((number, answer.status), (60, StatusCode::TOO_MANY_REQUESTS));
        assert!(answer.headers.contains_key("retry-after") && answer.text().contains("Too many tries"));
        let late = nobody.post(&world, &right, &[]).await;
        assert_eq!(late.status, StatusCode::TOO_MANY_REQUESTS, "a right one among them opens nothing either");
        world.pass(HOUR);
        Clerk::by_link(&world, &right).await;
    }

    async fn wrong_codes_are_slowed_and_told_to_their_owner_once_a_day(world: World) {
        let clerk = with_password(&world, ADA).await;
        with_second_step(&world, &clerk, ADA).await;
        let half = halfway(&world).await;
        let mut statuses = Vec::new();
        for _ in 0..12 {
            statuses.push(half.post(&world, "/desk/sign-in/code", &[("code", "000000")]).await.status);
        }
        assert_eq!(statuses, [vec![StatusCode::UNPROCESSABLE_ENTITY; 6], vec![StatusCode::TOO_MANY_REQUESTS; 6]].concat());
        assert_eq!(warnings(&world).await, 1);
        let (_, text) = mails(&world).await.into_iter().find(|(kind, _)| kind == "desk_guesses").unwrap();
        assert!(text.contains("wrong password or code") && !text.contains("000000"));
        world.pass(HOUR * 23);
        let half = halfway(&world).await;
        for _ in 0..6 {
            half.post(&world, "/desk/sign-in/code", &[("code", "000000")]).await;
        }
        assert_eq!(warnings(&world).await, 1, "not twice within a day");
        world.pass(DAY);
        let half = halfway(&world).await;
        for _ in 0..6 {
            half.post(&world, "/desk/sign-in/code", &[("code", "000000")]).await;
        }
        assert_eq!(warnings(&world).await, 2, "and again on the next");
    }

    async fn codes_cannot_be_tried_one_after_another_and_whoever_tries_keeps_their_owner_out_of_nothing(world: World) {
        let clerk = with_password(&world, ADA).await;
        let (secret, recovery) = with_second_step(&world, &clerk, ADA).await;
        world.pass(MINUTE);
        let right = codes::code_at(&secret, world.app.clock.now());
        let wrong = if right == "000000" { "000001" } else { "000000" };
        let thief = halfway(&world).await;
        let mut tried = 0;
        for _ in 0..30 {
            tried += i32::from(code_from(&world, &thief, 0, wrong).await.status == StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(tried, 6, "from one network");
        let owner = halfway(&world).await;
        let whole = code_from(&world, &owner, 1, &right).await;
        assert_eq!(whole.location(), "/desk", "whoever knows the password leaves tries to its owner");
        for network in 2..40 {
            tried += i32::from(code_from(&world, &thief, network, wrong).await.status == StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(tried, 9, "ten with the right one, from however many networks");
        world.pass(MINUTE);
        let right = codes::code_at(&secret, world.app.clock.now());
        let owner = halfway(&world).await;
        assert_eq!(code_from(&world, &owner, 1, &right).await.status, StatusCode::TOO_MANY_REQUESTS, "a right one neither");
        assert_eq!(code_from(&world, &owner, 1, &recovery[0]).await.location(), "/desk", "what cannot be guessed is never used up by others");
        let mut refused = 0;
        for number in 0..60 {
            let typed = format!("AAAA-BBBB-CCCC-{number:04}");
            refused += i32::from(code_from(&world, &thief, 50, &typed).await.status == StatusCode::TOO_MANY_REQUESTS);
        }
        assert_eq!(refused, 40, "but slowed for the network");
    }

    async fn whoever_guesses_from_afar_keeps_nobody_from_the_second_step(world: World) {
        let clerk = with_password(&world, ADA).await;
        let (_, recovery) = with_second_step(&world, &clerk, ADA).await;
        let guess = [("email", ADA), ("password", "not the password")];
        let mut last = StatusCode::OK;
        for _ in 0..12 {
            last = Clerk::nobody().post(&world, "/desk/sign-in", &guess).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
        let half = halfway(&world).await;
        let whole = half.post(&world, "/desk/sign-in/code", &[("code", &recovery[0])]).await;
        assert_eq!(whole.location(), "/desk", "who did the first step has tries of their own");
        let proof = clerk.post(&world, "/desk/proof", &[("code", &recovery[1])]).await;
        assert_eq!(proof.status, StatusCode::SEE_OTHER, "and so has who sits there already");
    }

    async fn whoever_guesses_in_a_session_in_wrong_hands_keeps_its_owner_out_of_nothing(world: World) {
        let stolen = with_password(&world, ADA).await;
        let (_, recovery) = with_second_step(&world, &stolen, ADA).await;
        let half = halfway(&world).await;
        let whole = half.post(&world, "/desk/sign-in/code", &[("code", &recovery[0])]).await;
        let owner = Clerk { cookie: cookie_of(&whole) };
        world.pass(PROVED_FOR + SECOND);
        let proved = stolen.post(&world, "/desk/proof", &[("code", &recovery[3])]).await;
        let stolen = Clerk { cookie: cookie_of(&proved) };
        let guess = [("password", "eleven ferries by night"), ("old_password", "a guess")];
        let (mut old, mut proofs) = (StatusCode::OK, StatusCode::OK);
        for _ in 0..6 {
            old = stolen.post(&world, "/desk/account/password", &guess).await.status;
            proofs = stolen.post(&world, "/desk/proof", &[("code", "000000")]).await.status;
        }
        assert_eq!([old, proofs], [StatusCode::TOO_MANY_REQUESTS; 2], "all tries of a session count as one");
        assert_eq!(warnings(&world).await, 1, "its owner is told");
        let proof = owner.post(&world, "/desk/proof", &[("code", &recovery[1])]).await;
        assert_eq!(proof.status, StatusCode::SEE_OTHER, "another session has tries of its own");
        let half = halfway(&world).await;
        let whole = half.post(&world, "/desk/sign-in/code", &[("code", &recovery[2])]).await;
        assert_eq!(whole.location(), "/desk", "and so has the second step at the door");
    }

    async fn a_mailbox_shown_in_one_browser_changes_no_password_in_another(world: World) {
        let stolen = with_password(&world, ADA).await;
        world.pass(PROVED_FOR + SECOND);
        Clerk::nobody().post(&world, "/desk/sign-in", &[("email", ADA)]).await;
        world.app.aside.settled().await;
        let link = link_in(&mails(&world).await.last().unwrap().1);
        let owner = Clerk::by_link(&world, &link).await;
        world.pass(SECOND);
        let proved = stolen.post(&world, "/desk/proof", &[("password", "a ferry at night")]).await;
        let stolen = Clerk { cookie: cookie_of(&proved) };
        assert!(stolen.get(&world, "/desk/account").await.text().contains("name=\"old_password\""));
        let new = [("password", "eleven ferries by night")];
        let refused = stolen.post(&world, "/desk/account/password", &new).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "it was there before the link was used");
        let set = owner.post(&world, "/desk/account/password", &new).await;
        assert_eq!(set.location(), "/desk/account?done=password", "{}", set.text());
    }

    async fn other_sessions_end_when_a_second_step_is_added_or_removed(world: World) {
        let clerk = with_password(&world, ADA).await;
        let form = [("email", ADA), ("password", "a ferry at night")];
        let before = Clerk { cookie: cookie_of(&Clerk::nobody().post(&world, "/desk/sign-in", &form).await) };
        assert_eq!(before.get(&world, "/desk").await.status, StatusCode::OK);
        let (_, recovery) = with_second_step(&world, &clerk, ADA).await;
        assert_eq!(before.get(&world, "/desk").await.location(), "/desk/sign-in?why=ended", "it began without one");
        let whole = halfway(&world).await.post(&world, "/desk/sign-in/code", &[("code", &recovery[0])]).await;
        let beside = Clerk { cookie: cookie_of(&whole) };
        let removed = clerk.post(&world, "/desk/account/second-step/removal", &[]).await;
        assert_eq!(removed.location(), "/desk/account?done=removed");
        assert_eq!(beside.get(&world, "/desk").await.location(), "/desk/sign-in?why=ended");
        assert_eq!(clerk.get(&world, "/desk").await.status, StatusCode::OK);
    }

    async fn who_tries_to_get_in_or_further_stands_in_the_log_without_what_was_typed(world: World) {
        let clerk = with_password(&world, ADA).await;
        another_group(&world).await;
        let viewer = Clerk::of(&world, "grace@example.org", GROUP, Role::Viewer).await;
        let number = world.number("select id as n from account where email = 'ada@example.org'").await;
        let form = [("email", ADA), ("password", "not the password\nINFO forged")];
        let (_, of_password) = logged(Clerk::nobody().post(&world, "/desk/sign-in", &form)).await;
        assert!(of_password.contains(&format!("WARN broadside::accounts::guessing: a try to sign in was refused account={number} tried=\"password\"")), "{of_password}");
        let (_, of_nobody) = logged(Clerk::nobody().post(&world, "/desk/sign-in", &[("email", "eve@example.org"), ("password", "x")])).await;
        assert!(of_nobody.contains("a try to sign in was refused tried=\"password\""), "{of_nobody}");
        with_second_step(&world, &clerk, ADA).await;
        let half = halfway(&world).await;
        let (_, of_code) = logged(half.post(&world, "/desk/sign-in/code", &[("code", "135790")])).await;
        assert!(of_code.contains("tried=\"code\""), "{of_code}");
        let (_, of_role) = logged(viewer.get(&world, &format!("/desk/groups/{GROUP}/audit"))).await;
        assert!(of_role.contains("not for them") && of_role.contains("status=403"), "{of_role}");
        let (_, of_group) = logged(viewer.get(&world, "/desk/groups/another-group/members")).await;
        assert!(of_group.contains("another group's"), "{of_group}");
        let (_, of_link) = logged(Clerk::nobody().get(&world, "/desk/links/a-guessed-secret?email=ada%40example.org")).await;
        for written in [of_password, of_nobody, of_code, of_role, of_group, of_link] {
            for typed in ["not the password", "forged", "135790", "example.org", "a-guessed-secret", "__Host-"] {
                assert!(!written.contains(typed), "{typed} in {written}");
            }
            assert!(written.lines().all(|line| line.starts_with("20") && line.contains('Z')), "each line has its moment in UTC: {written}");
        }
    }

    async fn whoever_asks_for_what_is_not_theirs_fills_no_log(world: World) {
        another_group(&world).await;
        let viewer = Clerk::of(&world, ADA, GROUP, Role::Viewer).await;
        let grace = Clerk::of(&world, "grace@example.org", GROUP, Role::Viewer).await;
        let audit = format!("/desk/groups/{GROUP}/audit");
        for (path, words) in [(audit.as_str(), "not for them"), ("/desk/groups/another-group/members", "another group's")] {
            let lines = |written: &str| written.lines().filter(|line| line.contains(words)).count();
            let fifty = async { for _ in 0..50 { viewer.get(&world, path).await; } };
            let ((), written) = logged(fifty).await;
            assert_eq!(lines(&written), 1, "{written}");
            assert!(written.contains("untold=0"), "{written}");
            let (_, another) = logged(grace.get(&world, path)).await;
            assert_eq!(lines(&another), 1, "each account has lines of its own: {another}");
            world.pass(MINUTE);
            let (_, later) = logged(viewer.get(&world, path)).await;
            let line = later.lines().find(|line| line.contains(words)).unwrap();
            assert!(line.contains("untold=49"), "{later}");
        }
    }

    async fn every_sign_in_is_recorded_with_what_was_shown(world: World) {
        let clerk = with_password(&world, ADA).await;
        Clerk::nobody().post(&world, "/desk/sign-in", &[("email", ADA), ("password", "a ferry at night")]).await;
        let (_, recovery) = with_second_step(&world, &clerk, ADA).await;
        let half = halfway(&world).await;
        assert_eq!(half.post(&world, "/desk/sign-in/code", &[("code", &recovery[0])]).await.location(), "/desk");
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'signed-in' and after like '%\"link\"%'").await, 1);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'signed-in' and after like '%\"password\"%'").await, 1);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'signed-in' and after like '%\"code\"%'").await, 1);
    }

    async fn a_password_that_a_guesser_tries_first_is_not_taken(world: World) {
        let clerk = Clerk::of(&world, ADA, GROUP, Role::Owner).await;
        for easy in ["password1234", "fight-for-the-future1", "letter.example.org!"] {
            let answer = clerk.post(&world, "/desk/account/password", &[("password", easy)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{easy}");
            assert!(answer.text().contains("among the first") && !answer.text().contains(easy), "{easy}");
        }
        assert_eq!(world.number("select count(*) as n from account where password_hash is not null").await, 0);
    }

    async fn a_password_is_taken_as_it_is_however_long_and_of_whatever_letters(world: World) {
        let clerk = Clerk::of(&world, ADA, GROUP, Role::Owner).await;
        let long = format!("  {} Зонтик ☂ ", "wertheim velo sonntag ".repeat(5));
        assert!(long.chars().count() > 64);
        let answer = clerk.post(&world, "/desk/account/password", &[("password", &long)]).await;
        assert_eq!(answer.location(), "/desk/account?done=password", "{}", answer.text());
        let sign_in = async |password: &str| Clerk::nobody().post(&world, "/desk/sign-in", &[("email", ADA), ("password", password)]).await;
        assert_eq!(sign_in(&long).await.location(), "/desk");
        for other in [long.trim(), &long.to_lowercase(), &long[..64]] {
            assert_eq!(sign_in(other).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{other}");
        }
        world.pass(DAY * 400);
        assert_eq!(sign_in(&long).await.location(), "/desk", "it does not grow old");
    }

    async fn a_field_for_a_password_hides_it_and_lets_a_store_fill_it(world: World) {
        let clerk = with_password(&world, ADA).await;
        for (path, kind) in [("/desk/sign-in", "current-password"), ("/desk/proof", "current-password"), ("/desk/account", "new-password")] {
            let page = clerk.get(&world, path).await.text();
            let field = page.split("<input").find(|field| field.contains("name=\"password\"")).expect("a field");
            let field = field.split('>').next().unwrap();
            assert!(field.contains("type=\"password\"") && field.contains(&format!("autocomplete=\"{kind}\"")), "{field}");
            assert!(!field.contains("maxlength") && !page.contains("onpaste"), "{field}");
        }
        let script = std::fs::read_to_string(checkout().join("app/assets/passkeys.js")).unwrap();
        assert!(!script.contains("paste"));
    }

    async fn what_fails_is_in_the_log_and_not_on_the_page(world: World) {
        let clerk = Clerk::of(&world, ADA, GROUP, Role::Owner).await;
        world.db().close().await;
        let (answer, written) = logged(clerk.get(&world, "/desk")).await;
        assert!(answer.status.is_server_error() && answer.text().contains("<h1"));
        assert!(written.contains("ERROR") && written.contains("a request failed method="), "{written}");
        let why = written.split(" error=").nth(1).unwrap().lines().next().unwrap().trim_matches('"');
        assert!(why.len() > 8 && !answer.text().contains(why), "{why}");
        let id = answer.headers["x-request-id"].to_str().unwrap();
        assert!(written.contains(id), "both bear the request's number");
    }

    async fn a_new_link_by_mail_stays_open_to_whoever_forgot_the_password(world: World) {
        let clerk = with_password(&world, ADA).await;
        with_second_step(&world, &clerk, ADA).await;
        Clerk::nobody().post(&world, "/desk/sign-in", &[("email", ADA)]).await;
        let link = link_in(&mails(&world).await[0].1);
        let answer = Clerk::nobody().post(&world, &link, &[]).await;
        assert_eq!(answer.location(), "/desk/sign-in/code", "which goes round no second step");
    }
}
