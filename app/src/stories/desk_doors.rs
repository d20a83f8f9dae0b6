//! Getting into the desk and out of it: the first visit, signing in, the second step, sessions, guessing.

use super::desk::{Clerk, GROUP, cookie_of, invited, link_in, mails};
use super::stories;
use super::world::{Answer, World};
use crate::accounts::{IDLE, LONGEST_SESSION, PROVED_FOR, Role, codes, first, store};
use crate::clock::{HOUR, MINUTE, SECOND};
use axum::http::StatusCode;

const PASSWORD: &str = "a ferry at night";
const EXPORT: &str = "/desk/campaigns/dropsalesforce/signatures.csv";

pub async fn with_password(world: &World, email: &str) -> Clerk {
    let clerk = Clerk::of(world, email, GROUP, Role::Owner).await;
    let answer = clerk.post(world, "/desk/account/password", &[("password", PASSWORD)]).await;
    assert_eq!(answer.location(), "/desk/account?done=password", "{}", answer.text());
    clerk
}

/// Adds a second step; answers its secret and the recovery codes.
pub async fn with_second_step(world: &World, clerk: &Clerk, email: &str) -> (Vec<u8>, Vec<String>) {
    let begun = clerk.post(world, "/desk/account/second-step?lang=ar", &[]).await;
    assert_eq!(
        begun.location(),
        "/desk/account?lang=ar#second-step",
        "it goes on in the language of the page"
    );
    let page = clerk.get(world, "/desk/account").await.text();
    assert!(page.contains("<svg class=\"qr\""));
    let mut c = world.db().read().await.unwrap();
    let secret = store::account_by_email(&mut c, email).await.unwrap().unwrap().totp_secret.unwrap();
    drop(c);
    assert!(page.contains(&codes::in_fours(&codes::base32(&secret))), "the secret can be typed too");
    let code = codes::code_at(&secret, world.app.clock.now());
    let answer = clerk.post(world, "/desk/account/second-step/confirmation", &[("code", &code)]).await.text();
    let shown: Vec<String> =
        answer.split("<code>").skip(1).map(|one| one.split('<').next().unwrap().to_owned()).collect();
    assert_eq!(shown.len(), 10, "{answer}");
    (secret, shown)
}

stories! {
    async fn the_first_visit_makes_the_owner_and_its_link_is_dead_afterwards(world: World) {
        let link = first::link(&world.app).await.unwrap().unwrap();
        let path = link.strip_prefix("https://letter.example.org").unwrap();
        let nobody = Clerk::nobody();
        let page = nobody.get(&world, path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("https://letter.example.org"), "it says under which address links will lead");
        let empty = nobody.post(&world, path, &[("name", ""), ("email", "no address")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.text().contains("value=\"no address\""), "what was typed stays");
        assert!(!empty.text().contains("value=\"name\""));
        let answer = nobody.post(&world, path, &[("name", "Ada Lovelace"), ("email", "ada@example.org")]).await;
        assert_eq!(answer.location(), "/desk", "{}", answer.text());
        let clerk = Clerk { cookie: cookie_of(&answer) };
        assert!(clerk.get(&world, "/desk").await.text().contains("Drop the border contract"), "the group that was there is hers");
        assert_eq!(nobody.get(&world, path).await.status, StatusCode::GONE);
        assert_eq!(nobody.post(&world, path, &[("name", "Eve"), ("email", "eve@example.org")]).await.status, StatusCode::GONE);
        assert_eq!(first::link(&world.app).await.unwrap(), None, "no new one is printed");
    }

    async fn a_mailed_link_signs_in_and_no_answer_says_who_has_an_account(world: World) {
        Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let nobody = Clerk::nobody();
        let known = nobody.post(&world, "/desk/sign-in", &[("email", "ada@example.org")]).await;
        let unknown = nobody.post(&world, "/desk/sign-in", &[("email", "eve@example.org")]).await;
        assert_eq!(known.bytes_but_id_and_date(), unknown.bytes_but_id_and_date());
        let wrong = |email: &'static str| [("email", email), ("password", "not the password")];
        let known = nobody.post(&world, "/desk/sign-in", &wrong("ada@example.org")).await;
        let unknown = nobody.post(&world, "/desk/sign-in", &wrong("eve@example.org")).await;
        assert_eq!(known.text().replace("ada@", ""), unknown.text().replace("eve@", ""));
        let mails = mails(&world).await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert_eq!(mails[0].0, "desk_sign_in");
        Clerk::by_link(&world, &link_in(&mails[0].1)).await;
        let kept = world.number("select count(*) as n from mail where kind = 'desk_sign_in'").await;
        assert_eq!(kept, 1);
    }

    async fn a_session_is_new_at_every_sign_in_and_the_one_before_it_opens_nothing(world: World) {
        let before = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let link = invited(&world, "ada@example.org", None, None).await;
        let answer = before.post(&world, &link, &[]).await;
        let after = Clerk { cookie: cookie_of(&answer) };
        assert_ne!(before.cookie, after.cookie);
        assert_eq!(after.get(&world, "/desk").await.status, StatusCode::OK);
        assert_eq!(before.get(&world, "/desk").await.location(), "/desk/sign-in?why=ended");
    }

    async fn a_session_ends_by_time_and_by_hand_and_says_which(world: World) {
        let idle = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        world.pass(IDLE + SECOND);
        assert_eq!(idle.get(&world, "/desk").await.location(), "/desk/sign-in?why=expired");
        let used = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        for _ in 0..=(LONGEST_SESSION / IDLE) {
            world.pass(IDLE - MINUTE);
            used.get(&world, "/desk").await;
        }
        world.pass(HOUR);
        assert_eq!(used.get(&world, "/desk").await.location(), "/desk/sign-in?why=expired", "however much it is used");
        let out = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let answer = out.post(&world, "/desk/session/end", &[]).await;
        assert_eq!(answer.location(), "/desk/sign-in?why=out");
        assert!(answer.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
        assert_eq!(out.get(&world, "/desk").await.location(), "/desk/sign-in?why=ended");
        assert_eq!(out.post(&world, "/desk/account/name", &[("name", "x")]).await.status, StatusCode::UNAUTHORIZED);
    }

    async fn sessions_are_listed_and_one_can_be_ended_from_another(world: World) {
        let phone = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let laptop = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let page = laptop.get(&world, "/desk/account").await.text();
        let end = page.split("action=\"/desk/account/sessions/").nth(1).unwrap().split('"').next().unwrap();
        let eve = Clerk::of(&world, "eve@example.org", GROUP, Role::Owner).await;
        let path = format!("/desk/account/sessions/{end}");
        assert_eq!(eve.post(&world, &path, &[]).await.status, StatusCode::NOT_FOUND, "nobody else's");
        assert_eq!(laptop.post(&world, &path, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(phone.get(&world, "/desk").await.location(), "/desk/sign-in?why=ended");
        assert!(Clerk::nobody().get(&world, "/desk/sign-in?why=ended").await.text().contains("Your session was ended"));
        assert_eq!(laptop.get(&world, "/desk").await.status, StatusCode::OK);
    }

    async fn a_password_is_kept_as_argon2id_and_opens_the_desk(world: World) {
        let clerk = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let other = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let short = clerk.post(&world, "/desk/account/password", &[("password", "short")]).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!short.text().contains("value=\"short\""), "no page says a password");
        clerk.post(&world, "/desk/account/password", &[("password", PASSWORD)]).await;
        assert_eq!(world.number("select count(*) as n from account where password_hash like '$argon2id$v=19$m=19456,t=2,p=1$%'").await, 1);
        assert_eq!(other.get(&world, "/desk").await.location(), "/desk/sign-in?why=ended", "a new password ends the others");
        let form = [("email", "Ada@Example.org"), ("password", PASSWORD)];
        let answer = Clerk::nobody().post(&world, "/desk/sign-in", &form).await;
        assert_eq!(answer.location(), "/desk");
        let wrong = Clerk::nobody().post(&world, "/desk/sign-in", &[("email", "ada@example.org"), ("password", "a ferry by day")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        clerk.post(&world, "/desk/account/password", &[("password", "eleven ferries by night")]).await;
        let former = Clerk::nobody().post(&world, "/desk/sign-in", &form).await;
        assert_eq!(former.status, StatusCode::UNPROCESSABLE_ENTITY, "it was changed");
        let form = [("email", "ada@example.org"), ("password", "eleven ferries by night")];
        assert_eq!(Clerk::nobody().post(&world, "/desk/sign-in", &form).await.location(), "/desk");
    }

    async fn a_password_is_changed_by_showing_the_old_one_or_the_mailbox(world: World) {
        let clerk = with_password(&world, "ada@example.org").await;
        world.pass(PROVED_FOR + SECOND);
        let nobody = Clerk::nobody();
        let here = Clerk { cookie: cookie_of(&nobody.post(&world, "/desk/sign-in", &[("email", "ada@example.org"), ("password", PASSWORD)]).await) };
        assert!(here.get(&world, "/desk/account").await.text().contains("name=\"old_password\""));
        let new = "eleven ferries by night";
        for old in ["", "a ferry by day"] {
            let refused = here.post(&world, "/desk/account/password", &[("password", new), ("old_password", old)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{old}");
            assert!(refused.text().contains("This is not your password") && !refused.text().contains(new));
        }
        let taken = here.post(&world, "/desk/account/password", &[("password", new), ("old_password", PASSWORD)]).await;
        assert_eq!(taken.location(), "/desk/account?done=password", "{}", taken.text());
        for _ in 0..9 {
            here.post(&world, "/desk/account/password", &[("password", PASSWORD), ("old_password", "a guess")]).await;
        }
        let slowed = here.post(&world, "/desk/account/password", &[("password", PASSWORD), ("old_password", new)]).await;
        assert_eq!(slowed.status, StatusCode::TOO_MANY_REQUESTS, "it cannot be tried on and on");
        here.post(&world, "/desk/proof/mail", &[]).await;
        let link = link_in(&mails(&world).await.last().unwrap().1);
        let forgot = Clerk { cookie: cookie_of(&nobody.post(&world, &link, &[]).await) };
        assert!(!forgot.get(&world, "/desk/account").await.text().contains("name=\"old_password\""));
        let set = forgot.post(&world, "/desk/account/password", &[("password", "a boat at noon")]).await;
        assert_eq!(set.location(), "/desk/account?done=password", "whoever forgot it shows the mailbox");
        world.pass(PROVED_FOR + SECOND);
        assert!(forgot.get(&world, "/desk/account").await.text().contains("name=\"old_password\""));
        assert_eq!(clerk.get(&world, "/desk").await.location(), "/desk/sign-in?why=ended");
    }

    async fn a_form_sets_nothing_that_it_does_not_ask_for(world: World) {
        Clerk::of(&world, "first@example.org", GROUP, Role::Viewer).await;
        let clerk = Clerk::of(&world, "ada@example.org", GROUP, Role::Viewer).await;
        let form = [("name", "Ada"), ("operates", "true"), ("email", "eve@example.org"), ("role", "owner")];
        assert_eq!(clerk.post(&world, "/desk/account/name", &form).await.status, StatusCode::SEE_OTHER);
        let as_it_was = "select count(*) as n from account where email = 'ada@example.org' and name = 'Ada' and not operates";
        assert_eq!(world.number(as_it_was).await, 1);
        assert_eq!(world.number("select count(*) as n from membership where role = 'owner'").await, 0);
    }

    async fn a_group_that_asks_a_second_step_shows_nothing_to_who_has_none(world: World) {
        let members = format!("/desk/groups/{GROUP}/members");
        let asking = format!("/desk/groups/{GROUP}/second-step");
        let owner = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let viewer = Clerk::of(&world, "grace@example.org", GROUP, Role::Viewer).await;
        let refused = owner.post(&world, &asking, &[("asked", "1")]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.text().contains("no second step yourself") && refused.text().contains("2 people here have none"));
        assert!(viewer.get(&world, "/desk").await.text().contains("Drop the border contract"));
        with_second_step(&world, &owner, "ada@example.org").await;
        assert_eq!(owner.post(&world, &asking, &[("asked", "1")]).await.location(), format!("{members}?done=second-step"));
        assert!(owner.get(&world, &members).await.text().contains("One person here has none"));
        for path in [members.as_str(), "/desk/campaigns/dropsalesforce", "/desk/campaigns/dropsalesforce/signatures.csv"] {
            assert_eq!(viewer.get(&world, path).await.location(), "/desk/account?done=asked", "{path}");
        }
        assert_eq!(viewer.post(&world, &format!("/desk/groups/{GROUP}/departure"), &[("version", "1")]).await.location(), "/desk/account?done=asked");
        assert!(viewer.get(&world, "/desk/account?done=asked").await.text().contains("asks a second step of its members"));
        let home = viewer.get(&world, "/desk").await.text();
        assert!(home.contains("its campaigns are shown once you have one") && !home.contains("Drop the border contract"), "{home}");
        with_second_step(&world, &viewer, "grace@example.org").await;
        assert!(viewer.get(&world, "/desk").await.text().contains("Drop the border contract"));
        let page = viewer.get(&world, &members).await;
        assert!(page.status == StatusCode::OK && page.text().contains("Asked of everybody since") && !page.text().contains(&asking));
        owner.post(&world, &asking, &[("asked", "0")]).await;
        owner.post(&world, &asking, &[("asked", "0")]).await;
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'second-step-asked'").await, 2);
        let newcomer = Clerk::of(&world, "new@example.org", GROUP, Role::Viewer).await;
        assert_eq!(newcomer.get(&world, &members).await.status, StatusCode::OK);
    }

    async fn with_a_second_step_neither_password_nor_mailbox_is_enough(world: World) {
        let clerk = with_password(&world, "ada@example.org").await;
        let (secret, recovery) = with_second_step(&world, &clerk, "ada@example.org").await;
        world.pass(MINUTE);
        let signed_in = |answer: &Answer| Clerk { cookie: cookie_of(answer) };
        let form = [("email", "ada@example.org"), ("password", PASSWORD)];
        let half = Clerk::nobody().post(&world, "/desk/sign-in", &form).await;
        assert_eq!(half.location(), "/desk/sign-in/code");
        let half = signed_in(&half);
        assert_eq!(half.get(&world, "/desk").await.location(), "/desk/sign-in/code");
        assert_eq!(half.post(&world, "/desk/sign-in/code", &[("code", "000000")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let code = codes::code_at(&secret, world.app.clock.now());
        let whole = half.post(&world, "/desk/sign-in/code", &[("code", &code)]).await;
        assert_eq!(whole.location(), "/desk");
        assert_eq!(signed_in(&whole).get(&world, "/desk").await.status, StatusCode::OK);
        assert_ne!(signed_in(&whole).cookie, half.cookie, "a new session for the whole of it");

        let link = invited(&world, "ada@example.org", None, None).await;
        let answer = Clerk::nobody().post(&world, &link, &[]).await;
        assert_eq!(answer.location(), "/desk/sign-in/code", "a link is not enough either");
        let half = signed_in(&answer);
        assert_eq!(half.post(&world, "/desk/sign-in/code", &[("code", &code)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a code works once");
        assert_eq!(half.post(&world, "/desk/sign-in/code", &[("code", &recovery[3])]).await.location(), "/desk");
        let link = invited(&world, "ada@example.org", None, None).await;
        let half = signed_in(&Clerk::nobody().post(&world, &link, &[]).await);
        assert_eq!(half.post(&world, "/desk/sign-in/code", &[("code", &recovery[3])]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "so does a recovery code");
    }

    async fn guessing_is_slowed_for_the_account_from_wherever_and_told_to_its_owner(world: World) {
        with_password(&world, "ada@example.org").await;
        let guess = |number: usize| {
            let body = format!("email=ada%40example.org&password=guess+number+{number}");
            axum::http::Request::post("/desk/sign-in")
                .header("host", "letter.example.org")
                .extension(axum::extract::ConnectInfo(std::net::SocketAddr::from(([203, 0, 113, u8::try_from(number).unwrap()], 1))))
                .body(axum::body::Body::from(body))
                .unwrap()
        };
        let mut refused = None;
        for number in 0..12 {
            let answer = world.request(guess(number)).await;
            if answer.status == StatusCode::TOO_MANY_REQUESTS {
                refused = Some((number, answer));
                break;
            }
        }
        let (number, answer) = refused.expect("guessing goes on and on");
        assert_eq!(number, 10, "each from another network");
        assert!(answer.headers.contains_key("retry-after"));
        let stranger = world.request(guess(50)).await;
        assert_eq!(stranger.status, StatusCode::TOO_MANY_REQUESTS);
        let told: Vec<_> = mails(&world).await.into_iter().filter(|(kind, _)| kind == "desk_guesses").collect();
        assert_eq!(told.len(), 1, "once a day");
        assert!(told[0].1.contains("wrong password or code"));
        let form = [("email", "ada@example.org")];
        assert_eq!(Clerk::nobody().post(&world, "/desk/sign-in", &form).await.status, StatusCode::SEE_OTHER, "the mailed link stays open to her");
    }

    async fn guessing_is_slowed_for_the_network_whatever_the_address(world: World) {
        let mut statuses = Vec::new();
        for number in 0..30 {
            let email = format!("person{number}@example.org");
            let form = [("email", email.as_str()), ("password", "not the password")];
            statuses.push(Clerk::nobody().post(&world, "/desk/sign-in", &form).await.status);
        }
        assert!(statuses[..10].iter().all(|status| *status == StatusCode::UNPROCESSABLE_ENTITY));
        assert_eq!(statuses[29], StatusCode::TOO_MANY_REQUESTS);
    }

    async fn what_reaches_far_is_asked_again_after_ten_minutes(world: World) {
        let clerk = with_password(&world, "ada@example.org").await;
        assert_eq!(clerk.get(&world, EXPORT).await.status, StatusCode::OK, "just signed in");
        world.pass(PROVED_FOR + SECOND);
        let asked = clerk.get(&world, EXPORT).await;
        assert_eq!(asked.location(), "/desk/proof?next=/desk/campaigns/dropsalesforce/signatures");
        let role = clerk.post(&world, &format!("/desk/groups/{GROUP}/members/1/role"), &[("role", "owner"), ("version", "1")]).await;
        assert_eq!(role.location(), format!("/desk/proof?next=/desk/groups/{GROUP}/members"));
        assert_eq!(clerk.get(&world, "/desk/campaigns/dropsalesforce/signatures").await.status, StatusCode::OK, "reading is not");
        let wrong = clerk.post(&world, "/desk/proof", &[("password", "something else")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let form = [("password", PASSWORD), ("next", "https://evil.example")];
        let answer = clerk.post(&world, "/desk/proof", &form).await;
        assert_eq!(answer.location(), "/desk", "it leads nowhere else");
        let proved = Clerk { cookie: cookie_of(&answer) };
        assert_eq!(proved.get(&world, EXPORT).await.status, StatusCode::OK);
        assert_eq!(clerk.get(&world, "/desk").await.location(), "/desk/sign-in", "the token from before the proof opens nothing");
    }

    async fn who_has_no_password_proves_it_by_mail(world: World) {
        let clerk = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        world.pass(PROVED_FOR + SECOND);
        let page = clerk.get(&world, "/desk/proof").await.text();
        assert!(!page.contains("type=\"password\""));
        clerk.post(&world, "/desk/proof/mail", &[]).await;
        let link = link_in(&mails(&world).await[0].1);
        let again = Clerk::by_link(&world, &link).await;
        assert_eq!(again.get(&world, EXPORT).await.status, StatusCode::OK);
    }

    async fn a_closed_account_opens_nothing_until_it_is_invited_again(world: World) {
        let clerk = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let waiting = invited(&world, "ada@example.org", None, None).await;
        first::deactivate(&world.app.settings, "ada@example.org").await.unwrap();
        assert_eq!(clerk.get(&world, "/desk").await.location(), "/desk/sign-in?why=ended");
        assert_eq!(Clerk::nobody().post(&world, &waiting, &[]).await.status, StatusCode::GONE);
        Clerk::nobody().post(&world, "/desk/sign-in", &[("email", "ada@example.org")]).await;
        assert_eq!(mails(&world).await, []);
        Clerk::of(&world, "ada@example.org", GROUP, Role::Viewer).await;
        let before = Clerk::nobody().post(&world, &waiting, &[]).await;
        assert_eq!(before.status, StatusCode::GONE, "links of before stay shut");
    }

    async fn whoever_lost_the_second_step_is_closed_out_and_invited_to_begin_anew(world: World) {
        let clerk = with_password(&world, "ada@example.org").await;
        let (_, recovery) = with_second_step(&world, &clerk, "ada@example.org").await;
        let still = Clerk::nobody().post(&world, &invited(&world, "ada@example.org", None, None).await, &[]).await;
        assert_eq!(still.location(), "/desk/sign-in/code", "an invitation alone goes round no second step");
        first::deactivate(&world.app.settings, "ada@example.org").await.unwrap();
        let anew = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let account = anew.get(&world, "/desk/account").await.text();
        assert!(!account.contains("name=\"old_password\"") && !account.contains("second-step/removal"), "{account}");
        let form = [("email", "ada@example.org"), ("password", PASSWORD)];
        let former = Clerk::nobody().post(&world, "/desk/sign-in", &form).await;
        assert_eq!(former.status, StatusCode::UNPROCESSABLE_ENTITY, "what opened it before opens nothing");
        let codes = "select count(*) as n from recovery_code";
        assert_eq!((recovery.len(), world.number(codes).await), (10, 0));
    }
}
