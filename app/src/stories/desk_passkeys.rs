//! Passkeys: added, used at the door, as the second step and where it is asked again; and every way in
//! which an answer can be wrong.

use super::authenticator::{Device, added, at_the_door, question, send};
use super::desk::{Clerk, GROUP, cookie_of, invited};
use super::desk_doors::{with_password, with_second_step};
use super::stories;
use super::world::{Answer, World};
use crate::accounts::passkeys::challenges::LASTS;
use crate::accounts::{PROVED_FOR, Role, first};
use crate::clock::SECOND;
use axum::http::{StatusCode, header};

const ADA: &str = "ada@example.org";
const SIGN_IN: &str = "/desk/sign-in/passkey";
const ADDING: &str = "/desk/account/passkeys";

async fn ada(world: &World) -> Clerk {
    Clerk::of(world, ADA, GROUP, Role::Owner).await
}

fn is_refused(answer: &Answer) -> bool {
    answer.status == StatusCode::UNPROCESSABLE_ENTITY
        && answer.headers.get(header::SET_COOKIE).is_none()
        && answer.text().contains("role=\"alert\"")
}

stories! {
    async fn a_passkey_is_added_listed_by_its_name_and_signs_in_without_an_address(world: World) {
        let clerk = ada(&world).await;
        let device = added(&world, &clerk, 1).await;
        let page = clerk.get(&world, "/desk/account").await.text();
        assert!(page.contains("My phone") && page.contains("Not used yet"), "{page}");
        let (asked, browser) = at_the_door(&world, "").await;
        assert_eq!(asked["allowCredentials"].as_array().unwrap().len(), 0, "whatever passkey the device has");
        assert_eq!(asked["userVerification"], "required");
        assert_eq!(asked["rpId"], "letter.example.org");
        let answer = send(&world, &browser, SIGN_IN, &device.answers(&asked)).await;
        assert_eq!(answer.location(), "/desk", "{}", answer.text());
        let whole = Clerk { cookie: cookie_of(&answer) };
        assert_eq!(whole.get(&world, "/desk").await.status, StatusCode::OK);
        assert!(clerk.get(&world, "/desk/account").await.text().contains("Last used on"));
        let recorded = world.number("select count(*) as n from audit_entry where action = 'signed-in' and after like '%passkey%'").await;
        assert_eq!(recorded, 1);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'passkey-added' and after not like '%phone%'").await, 1);
    }

    async fn a_passkey_stands_for_both_steps_only_where_the_device_knows_who_holds_it(world: World) {
        let clerk = ada(&world).await;
        let mut device = added(&world, &clerk, 1).await;
        with_second_step(&world, &clerk, ADA).await;
        let (asked, browser) = at_the_door(&world, ADA).await;
        let answer = send(&world, &browser, SIGN_IN, &device.answers(&asked)).await;
        assert_eq!(answer.location(), "/desk", "no code is asked for beside it");
        for flags in [1, 4, 0] {
            device.flags = flags;
            let (asked, browser) = at_the_door(&world, ADA).await;
            assert!(is_refused(&send(&world, &browser, SIGN_IN, &device.answers(&asked)).await), "flags {flags}");
        }
    }

    async fn nobody_learns_from_passkeys_who_has_an_account(world: World) {
        let clerk = ada(&world).await;
        let device = added(&world, &clerk, 1).await;
        let names = async |email: &str| {
            let (asked, _) = at_the_door(&world, email).await;
            asked["allowCredentials"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let (known, unknown) = (names(ADA).await, names("eve@example.org").await);
        assert_eq!(known.len(), unknown.len(), "as many for anybody");
        assert_eq!(unknown, names("Eve@Example.org").await, "and the same ones each time");
        assert_ne!(unknown, names("mallory@example.org").await);
        let real = device.answers(&serde_json::json!({ "challenge": "" }))[0].1.clone();
        assert!(known.contains(&real) && !unknown.contains(&real));
        let stranger = Device::new(9);
        let mut pages = Vec::new();
        for device in [&stranger, &Device::new(1)] {
            let (asked, browser) = at_the_door(&world, "").await;
            let answer = send(&world, &browser, SIGN_IN, &device.answers(&asked)).await;
            assert!(is_refused(&answer));
            pages.push(answer.bytes_but_id_and_date());
        }
        assert_eq!(pages[0], pages[1], "a passkey that is known and one that is not are refused alike");
    }

    async fn an_answer_for_another_page_or_name_opens_nothing(world: World) {
        let clerk = ada(&world).await;
        let mut device = added(&world, &clerk, 1).await;
        for origin in ["https://evil.example", "http://letter.example.org", "https://letter.example.org:8443", "https://letter.example.org.evil.example"] {
            device.origin = origin;
            let (asked, browser) = at_the_door(&world, "").await;
            assert!(is_refused(&send(&world, &browser, SIGN_IN, &device.answers(&asked)).await), "{origin}");
        }
        device.origin = "https://letter.example.org";
        device.party = "example.org";
        let (asked, browser) = at_the_door(&world, "").await;
        assert!(is_refused(&send(&world, &browser, SIGN_IN, &device.answers(&asked)).await), "another rpId");
        device.party = "letter.example.org";
        let (asked, browser) = at_the_door(&world, "").await;
        assert_eq!(send(&world, &browser, SIGN_IN, &device.answers(&asked)).await.location(), "/desk");
    }

    async fn a_challenge_is_answered_once_in_time_and_by_the_browser_that_was_asked(world: World) {
        let clerk = ada(&world).await;
        let device = added(&world, &clerk, 1).await;
        let (asked, browser) = at_the_door(&world, "").await;
        let form = device.answers(&asked);
        assert_eq!(send(&world, &browser, SIGN_IN, &form).await.location(), "/desk");
        assert!(is_refused(&send(&world, &browser, SIGN_IN, &form).await), "replayed");
        let (asked, browser) = at_the_door(&world, "").await;
        world.pass(LASTS);
        assert!(is_refused(&send(&world, &browser, SIGN_IN, &device.answers(&asked)).await), "too late");
        let (asked, _) = at_the_door(&world, "").await;
        let (_, another) = at_the_door(&world, "").await;
        let form = device.answers(&asked);
        assert!(is_refused(&send(&world, &another, SIGN_IN, &form).await), "another browser");
        assert!(is_refused(&send(&world, &Clerk::nobody(), SIGN_IN, &form).await), "no browser of ours");
        let invented = serde_json::json!({ "challenge": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" });
        assert!(is_refused(&send(&world, &another, SIGN_IN, &device.answers(&invented)).await), "never asked");
        let (asked, browser) = at_the_door(&world, "").await;
        let elsewhere = send(&world, &clerk, "/desk/proof/passkey", &device.answers(&asked)).await;
        assert!(is_refused(&elsewhere), "a question of the door is no question of the desk");
        assert!(is_refused(&send(&world, &browser, SIGN_IN, &device.answers(&asked)).await), "the wrong answer used it up");
    }

    async fn an_altered_answer_and_an_altered_signature_open_nothing(world: World) {
        let clerk = ada(&world).await;
        let device = added(&world, &clerk, 1).await;
        for altered in ["signature", "authenticator_data", "credential", "user_handle"] {
            let (asked, browser) = at_the_door(&world, "").await;
            let mut form = device.answers(&asked);
            let (_, value) = form.iter_mut().find(|(name, _)| *name == altered).unwrap();
            // Two characters before its end a letter is whole bits of the bytes before.
            let place = value.len() - 3;
            let other = if &value[place..=place] == "A" { "B" } else { "A" };
            value.replace_range(place..=place, other);
            assert!(is_refused(&send(&world, &browser, SIGN_IN, &form).await), "{altered}");
        }
        let (asked, browser) = at_the_door(&world, "").await;
        let mut forged = Device::new(1);
        forged.handle.clone_from(&device.handle);
        assert!(is_refused(&send(&world, &browser, SIGN_IN, &forged.answers(&asked)).await), "another key under its name");
        assert!(is_refused(&send(&world, &browser, SIGN_IN, &Vec::new()).await), "nothing at all");
    }

    async fn the_passkey_of_another_account_proves_nothing_of_this_one(world: World) {
        let clerk = ada(&world).await;
        let own = added(&world, &clerk, 1).await;
        let eve = Clerk::of(&world, "eve@example.org", GROUP, Role::Viewer).await;
        let foreign = added(&world, &eve, 2).await;
        world.pass(PROVED_FOR + SECOND);
        let (asked, _) = question(&world, &clerk, "/desk/proof/passkey/challenge", "").await;
        assert!(is_refused(&send(&world, &clerk, "/desk/proof/passkey", &foreign.answers(&asked)).await));
        let export = "/desk/campaigns/dropsalesforce/signatures.csv";
        assert_eq!(clerk.get(&world, export).await.status, StatusCode::SEE_OTHER, "still asked");
        let (asked, _) = question(&world, &clerk, "/desk/proof/passkey/challenge", "").await;
        let answer = send(&world, &clerk, "/desk/proof/passkey", &own.answers(&asked)).await;
        assert_eq!(answer.location(), "/desk", "{}", answer.text());
        let proved = Clerk { cookie: cookie_of(&answer) };
        assert_ne!(proved.cookie, clerk.cookie, "a proof gives the session another token");
        assert_eq!(proved.get(&world, export).await.status, StatusCode::OK);
        assert_eq!(clerk.get(&world, "/desk").await.location(), "/desk/sign-in", "and the old one opens nothing");
        let page = proved.get(&world, "/desk/account").await.text();
        let path = page.split("action=\"/desk/account/passkeys/").nth(1).unwrap().split('"').next().unwrap();
        let (asked, _) = question(&world, &eve, "/desk/proof/passkey/challenge", "").await;
        let answer = send(&world, &eve, "/desk/proof/passkey", &foreign.answers(&asked)).await;
        let eve = Clerk { cookie: cookie_of(&answer) };
        assert_eq!(eve.post(&world, &format!("{ADDING}/{path}"), &[]).await.status, StatusCode::NOT_FOUND, "nobody else's");
    }

    async fn a_passkey_takes_the_place_of_the_code_and_has_to_be_this_accounts(world: World) {
        let clerk = with_password(&world, ADA).await;
        let mut own = added(&world, &clerk, 1).await;
        with_second_step(&world, &clerk, ADA).await;
        let eve = Clerk::of(&world, "eve@example.org", GROUP, Role::Viewer).await;
        let foreign = added(&world, &eve, 2).await;
        let link = invited(&world, ADA, None, None).await;
        let half = Clerk::nobody().post(&world, &link, &[]).await;
        assert_eq!(half.location(), "/desk/sign-in/code");
        let half = Clerk { cookie: cookie_of(&half) };
        assert!(half.get(&world, "/desk/sign-in/code").await.text().contains("Use a passkey instead"));
        let (path, challenge) = ("/desk/sign-in/code/passkey", "/desk/sign-in/code/passkey/challenge");
        let (asked, _) = question(&world, &half, challenge, "").await;
        assert!(is_refused(&send(&world, &half, path, &foreign.answers(&asked)).await));
        let (asked, _) = question(&world, &half, challenge, "").await;
        own.flags = 1;
        let answer = send(&world, &half, path, &own.answers(&asked)).await;
        assert_eq!(answer.location(), "/desk", "beside the mailbox it is enough to have it: {}", answer.text());
        assert_ne!(cookie_of(&answer), half.cookie);
        let stranger = Clerk::nobody().post(&world, challenge, &[]).await;
        assert_eq!(stranger.status, StatusCode::NOT_FOUND, "who did the first step not has no second");
    }

    async fn a_device_that_counts_backwards_is_not_let_in_and_its_owner_sees_it(world: World) {
        let clerk = ada(&world).await;
        let mut device = added(&world, &clerk, 1).await;
        device.count = 7;
        let (asked, browser) = at_the_door(&world, "").await;
        assert_eq!(send(&world, &browser, SIGN_IN, &device.answers(&asked)).await.location(), "/desk");
        for count in [7, 3, 0] {
            device.count = count;
            let (asked, browser) = at_the_door(&world, "").await;
            assert!(is_refused(&send(&world, &browser, SIGN_IN, &device.answers(&asked)).await), "count {count}");
        }
        assert!(clerk.get(&world, "/desk/account").await.text().contains("somebody may have copied it"));
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'passkey-doubted'").await, 3);
    }

    async fn adding_a_passkey_is_asked_again_and_takes_an_answer_of_its_own(world: World) {
        let clerk = ada(&world).await;
        let first = added(&world, &clerk, 1).await;
        let (asked, _) = question(&world, &clerk, "/desk/account/passkeys/challenge", "").await;
        assert_eq!(asked["excludeCredentials"][0], first.answers(&asked)[0].1.as_str(), "no device makes a second one");
        assert!(!asked["user"]["id"].as_str().unwrap().is_empty());
        assert!(is_refused(&send(&world, &clerk, ADDING, &first.answers(&asked)).await), "an answer is no new passkey");
        let tries: [fn(&mut Device); 4] =
            [|one| one.origin = "https://evil.example", |one| one.party = "evil.example", |one| one.flags = 1, |one| one.credential = vec![1; 32]];
        for lie in tries {
            let mut device = Device::new(3);
            lie(&mut device);
            let (asked, _) = question(&world, &clerk, "/desk/account/passkeys/challenge", "").await;
            assert!(is_refused(&send(&world, &clerk, ADDING, &device.makes(&asked)).await));
        }
        assert_eq!(world.number("select count(*) as n from passkey").await, 1);
        for credential in 2..=8 {
            added(&world, &clerk, credential).await;
        }
        let (asked, _) = question(&world, &clerk, "/desk/account/passkeys/challenge", "").await;
        assert!(is_refused(&send(&world, &clerk, ADDING, &Device::new(9).makes(&asked)).await), "one too many");
        world.pass(PROVED_FOR + SECOND);
        for path in ["/desk/account/passkeys/challenge", ADDING, "/desk/account/passkeys/1/removal"] {
            assert_eq!(clerk.post(&world, path, &[]).await.location(), "/desk/proof?next=/desk/account", "{path}");
        }
    }

    async fn a_removed_passkey_and_one_of_a_closed_account_open_nothing(world: World) {
        let clerk = ada(&world).await;
        let other = ada(&world).await;
        let device = added(&world, &clerk, 1).await;
        let kept = added(&world, &clerk, 2).await;
        let page = clerk.get(&world, "/desk/account").await.text();
        let path = page.split("action=\"/desk/account/passkeys/").nth(1).unwrap().split('"').next().unwrap();
        let answer = clerk.post(&world, &format!("{ADDING}/{path}"), &[]).await;
        assert_eq!(answer.location(), "/desk/account?done=passkey-removed");
        assert_eq!(other.get(&world, "/desk").await.location(), "/desk/sign-in?why=ended", "sessions it may have opened end");
        let (asked, browser) = at_the_door(&world, "").await;
        assert!(is_refused(&send(&world, &browser, SIGN_IN, &device.answers(&asked)).await));
        first::deactivate(&world.app.settings, ADA).await.unwrap();
        let (asked, browser) = at_the_door(&world, "").await;
        assert!(is_refused(&send(&world, &browser, SIGN_IN, &kept.answers(&asked)).await));
    }

    async fn an_erased_account_leaves_no_passkey_and_no_question(world: World) {
        Clerk::of(&world, "grace@example.org", GROUP, Role::Owner).await;
        let clerk = ada(&world).await;
        let device = added(&world, &clerk, 1).await;
        question(&world, &clerk, "/desk/account/passkeys/challenge", "").await;
        let done = clerk.post(&world, "/desk/account/erasure", &[("email", ADA)]).await;
        assert_eq!(done.location(), "/desk/sign-in?why=erased", "{}", done.text());
        assert_eq!(world.number("select count(*) as n from passkey").await, 0);
        assert_eq!(world.number("select count(*) as n from passkey_challenge where account_id is not null").await, 0);
        let (asked, browser) = at_the_door(&world, "").await;
        assert!(is_refused(&send(&world, &browser, SIGN_IN, &device.answers(&asked)).await));
    }

    async fn the_door_says_what_passkeys_need_and_binds_them_to_the_browser(world: World) {
        let page = Clerk::nobody().get(&world, "/desk/sign-in").await;
        let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
        assert!(policy.contains("script-src 'self'; connect-src 'self'") && policy.contains("default-src 'none'"), "{policy}");
        assert!(page.text().contains("Passkeys need JavaScript"));
        let (_, answer) = question(&world, &Clerk::nobody(), "/desk/sign-in/passkey/challenge", "").await;
        let set = answer.headers[header::SET_COOKIE].to_str().unwrap();
        for part in ["__Host-passkey=", "; Path=/", "; HttpOnly", "; SameSite=Strict", "; Secure", "; Max-Age=300"] {
            assert!(set.contains(part), "{part} is missing in {set}");
        }
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
        let mut statuses = Vec::new();
        for _ in 0..30 {
            statuses.push(Clerk::nobody().post(&world, "/desk/sign-in/passkey/challenge", &[]).await.status);
        }
        assert_eq!(statuses[29], StatusCode::TOO_MANY_REQUESTS, "asking is slowed for the network");
        let rows = world.number("select count(*) as n from passkey_challenge").await;
        world.pass(LASTS + SECOND);
        at_the_door(&world, "").await;
        assert!(rows > 1 && world.number("select count(*) as n from passkey_challenge").await == 1, "old questions go");
    }
}
