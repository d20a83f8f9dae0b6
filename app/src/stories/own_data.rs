//! Whoever works at the desk is a person too: what is kept of them, taken away, erased and staying erased.

use super::desk::{Clerk, GROUP, invited, mails};
use super::desk_rules::{another_group, seated};
use super::spellings::{found_below, found_in};
use super::stories;
use super::world::World;
use crate::accounts::{Role, first, store};
use crate::clock::DAY;
use crate::people::personal_data::MAP;
use crate::privacy::{Place, erasing, register};
use axum::http::StatusCode;
use broadside_db::{Engine, Lane, query, query_composed};
use serde_json::Value;

const ERASURE: &str = "/desk/account/erasure";
const EMAIL: &str = "ada.byron@example.org";

/// Where a text stands in the database and in the data folder.
async fn found(world: &World, text: &str) -> Vec<String> {
    let mut found = found_below(world.folder(), text);
    if world.db().engine() == Engine::Postgres {
        let mut c = world.db().read().await.unwrap();
        for (table, _) in MAP {
            let sql = format!("select t::text as whole from \"{table}\" t");
            let rows = query_composed(sql).all(&mut c, |row| row.get::<String>("whole")).await.unwrap();
            found.extend(found_in(rows.join("\n").as_bytes(), text));
        }
    }
    found
}

/// An owner with everything that an account can have, beside another owner.
async fn somebody(world: &World) -> Clerk {
    Clerk::of(world, "grace@example.org", GROUP, Role::Owner).await;
    let ada = Clerk::of(world, EMAIL, GROUP, Role::Owner).await;
    ada.post(world, "/desk/account/name", &[("name", "Augusta Ada Byron"), ("language", "es")]).await;
    ada.post(world, "/desk/account/password", &[("password", "four words of no sense")]).await;
    ada.post(world, "/desk/account/second-step", &[]).await;
    let invite = [("email", "eve@example.org"), ("role", "viewer")];
    ada.post(world, &format!("/desk/groups/{GROUP}/invitations"), &invite).await;
    seated(world, EMAIL).await
}

stories! {
    async fn an_organiser_sees_and_takes_away_what_is_kept_but_no_secret(world: World) {
        let ada = somebody(&world).await;
        let record = ada.get(&world, "/desk/account/record?lang=en").await.text();
        for action in ["Password changed", "Account changed", "Signed in", "Invited"] {
            assert!(record.contains(action), "{action} in {record}");
        }
        assert!(record.contains("Fight for the Future"), "and in which group");
        let answer = ada.get(&world, "/desk/account/export.json").await;
        assert_eq!(answer.headers["content-disposition"], "attachment; filename=\"my-account.json\"");
        let json: Value = serde_json::from_str(&answer.text()).unwrap();
        assert_eq!(json["kept"]["account"]["rows"][0]["name"], "Augusta Ada Byron");
        assert_eq!(json["kept"]["membership"]["rows"][0]["role"], "owner");
        assert!(json["kept"]["desk_session"]["rows"].as_array().unwrap().len() >= 2);
        assert!(json["record"].as_array().unwrap().iter().any(|entry| entry["action"] == "password-changed"));
        let text = answer.text();
        assert!(!text.contains("$argon2") && !text.contains("\"totp_secret\": \""), "what proves who one is stays here");
        assert!(!text.contains("eve@example.org") && !text.contains("grace@example.org"), "nobody else’s");
        assert_eq!(Clerk::nobody().get(&world, "/desk/account/export.json").await.status, StatusCode::SEE_OTHER);
    }

    async fn an_old_proof_is_asked_for_again_before_either(world: World) {
        let ada = somebody(&world).await;
        world.pass(crate::accounts::PROVED_FOR + 1);
        for path in ["/desk/account/export.json", ERASURE] {
            assert!(ada.get(&world, path).await.location().starts_with("/desk/proof"), "{path}");
        }
    }

    async fn an_erased_organiser_stands_in_no_spelling_anywhere(world: World) {
        let ada = somebody(&world).await;
        let look = ada.get(&world, ERASURE).await;
        assert_eq!(look.status, StatusCode::OK);
        let wrong = ada.post(&world, ERASURE, &[("email", "grace@example.org")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!found(&world, EMAIL).await.is_empty(), "nothing goes by looking or by a slip");
        let entries = world.number("select count(*) as n from audit_entry").await;
        let done = ada.post(&world, ERASURE, &[("email", "Ada.Byron@Example.org")]).await;
        assert_eq!(done.location(), "/desk/sign-in?why=erased", "{}", done.text());
        for text in [EMAIL, "ada.byron", "Augusta Ada Byron"] {
            assert_eq!(found(&world, text).await, Vec::<String>::new(), "{text}");
        }
        assert!(Clerk::nobody().get(&world, &done.location()).await.text().contains("Your account is erased"));
        assert!(ada.get(&world, "/desk").await.location().starts_with("/desk/sign-in"));
        assert_eq!(world.number("select count(*) as n from account where email = '' and (name <> '' or operates or password_hash is not null or totp_secret is not null or totp_confirmed_at is not null or totp_step <> 0 or failed_at is not null or warned_at is not null or created_at <> 0)").await, 0);
        assert_eq!(world.number("select count(*) as n from audit_entry").await, entries + 1, "the record keeps what was done");
        let grace = seated(&world, "grace@example.org").await;
        let record = grace.get(&world, &format!("/desk/groups/{GROUP}/audit")).await.text();
        assert!(record.contains("an erased account"), "{record}");
        let members = grace.get(&world, &format!("/desk/groups/{GROUP}/members")).await.text();
        assert!(members.contains("grace@example.org") && !members.contains("Byron"));
        Clerk::by_link(&world, &invited(&world, EMAIL, Some(GROUP), Some(Role::Viewer)).await).await;
    }

    async fn the_last_owner_is_told_which_group_keeps_them(world: World) {
        another_group(&world).await;
        let ada = Clerk::of(&world, EMAIL, GROUP, Role::Owner).await;
        Clerk::of(&world, "grace@example.org", GROUP, Role::Organiser).await;
        Clerk::of(&world, EMAIL, "another-group", Role::Owner).await;
        Clerk::of(&world, "eve@example.org", "another-group", Role::Owner).await;
        let refused = ada.post(&world, ERASURE, &[("email", EMAIL)]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let text = refused.text();
        let alone = text.split("role=\"alert\"").nth(1).unwrap().split("</div>").next().unwrap();
        assert!(alone.contains("Fight for the Future") && !alone.contains("Another group"), "{alone}");
        assert_eq!(world.number("select count(*) as n from erasure").await, 0);
        assert_eq!(ada.get(&world, "/desk").await.status, StatusCode::OK);
    }

    async fn whoever_alone_runs_the_instance_stays_until_somebody_else_runs_it_too(world: World) {
        let ada = Clerk::of(&world, EMAIL, GROUP, Role::Owner).await;
        let grace = Clerk::of(&world, "grace@example.org", GROUP, Role::Owner).await;
        let says = async |clerk: &Clerk, words: &str| clerk.get(&world, ERASURE).await.text().contains(words);
        let (note, command) = ("Nobody else runs this instance", "broadside account operator EMAIL");
        assert!(says(&ada, note).await && says(&ada, command).await && !says(&grace, note).await);
        let refused = ada.post(&world, ERASURE, &[("email", EMAIL)]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let text = refused.text();
        let alert = text.split("role=\"alert\"").nth(1).unwrap().split("</div>").next().unwrap();
        assert!(alert.contains("Nothing was erased") && alert.contains(command) && !alert.contains("<li>"), "{alert}");
        assert_eq!(world.number("select count(*) as n from erasure").await, 0);
        assert_eq!(ada.get(&world, "/desk/setup").await.status, StatusCode::OK);
        assert_eq!(grace.get(&world, "/desk/setup").await.status, StatusCode::FORBIDDEN);
        let settings = &world.app.settings;
        assert!(first::let_operate(settings, "nobody@example.org").await.is_err());
        for closed in [true, false] {
            first::let_operate(settings, "grace@example.org").await.unwrap();
            if closed {
                first::deactivate(settings, "grace@example.org").await.unwrap();
                assert!(first::let_operate(settings, "grace@example.org").await.is_err(), "a closed account runs nothing");
                assert_eq!(ada.post(&world, ERASURE, &[("email", EMAIL)]).await.status, StatusCode::CONFLICT);
                Clerk::of(&world, "grace@example.org", GROUP, Role::Owner).await;
            }
        }
        let grace = seated(&world, "grace@example.org").await;
        assert_eq!(grace.get(&world, "/desk/setup").await.status, StatusCode::OK);
        assert!(!says(&ada, note).await);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'operator-made'").await, 2);
        assert_eq!(ada.post(&world, ERASURE, &[("email", EMAIL)]).await.location(), "/desk/sign-in?why=erased");
    }

    async fn an_instance_that_nobody_is_left_in_begins_anew(world: World) {
        let ada = Clerk::of(&world, EMAIL, GROUP, Role::Viewer).await;
        assert!(first::link(&world.app).await.unwrap().is_none());
        assert_eq!(ada.post(&world, ERASURE, &[("email", EMAIL)]).await.location(), "/desk/sign-in?why=erased");
        assert!(first::link(&world.app).await.unwrap().is_some(), "its first account runs it");
    }

    async fn what_the_same_mailbox_signed_is_left_alone(world: World) {
        let link = world.sign("Ada Byron", EMAIL).await;
        let ada = somebody(&world).await;
        ada.post(&world, ERASURE, &[("email", EMAIL)]).await;
        assert!(world.get(&link).await.text().contains("Ada Byron"));
        assert_eq!(world.count().await, 1);
    }

    async fn a_backup_does_not_bring_an_erased_account_back(world: World) {
        let ada = somebody(&world).await;
        ada.post(&world, ERASURE, &[("email", EMAIL)]).await;
        let place = Place::of(&world.app);
        let file = register::file_in(world.folder());
        let entries = register::read(&file, &place.addresses.fingerprint()).unwrap().unwrap();
        assert_eq!(entries.iter().filter(|entry| entry.group.as_deref() == Some("@desk")).count(), 1);
        // As a backup of before would hold it.
        world.db().write(Lane::Ordinary, |c| Box::pin(async move {
            query("delete from erasure").run(c).await?;
            let name = "update account set email = $1, email_canonical = $1, name = 'Ada', created_at = 1 where email = ''";
            query(name).bind(EMAIL).run(c).await
        })).await.unwrap();
        world.pass(DAY);
        let link = world.sign("Ada Byron", EMAIL).await;
        erasing::replay(&place, entries, world.app.clock.now()).await.unwrap();
        let mut c = world.db().read().await.unwrap();
        assert!(store::account_by_email(&mut c, EMAIL).await.unwrap().is_none());
        drop(c);
        assert!(world.get(&link).await.text().contains("Ada Byron"), "a signer is no account");
        assert_eq!(world.number("select count(*) as n from erasure where finished_at is null").await, 0);
    }

    async fn dead_links_and_sessions_are_told_of_for_a_month_and_then_gone(world: World) {
        let used = invited(&world, EMAIL, Some(GROUP), Some(Role::Owner)).await;
        let ada = Clerk::by_link(&world, &used).await;
        let late = invited(&world, "late@example.org", Some(GROUP), Some(Role::Viewer)).await;
        ada.post(&world, "/desk/sign-in", &[("email", EMAIL)]).await;
        mails(&world).await;
        world.pass(20 * DAY);
        world.work().await;
        assert_eq!(Clerk::nobody().get(&world, &used).await.status, StatusCode::GONE);
        assert_eq!(Clerk::nobody().get(&world, &late).await.status, StatusCode::GONE);
        assert!(world.number("select count(*) as n from desk_session").await > 0);
        world.pass(40 * DAY);
        world.work().await;
        assert_eq!(Clerk::nobody().get(&world, &used).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.number("select count(*) as n from desk_link").await, 0);
        assert_eq!(world.number("select count(*) as n from desk_session").await, 0);
        assert_eq!(world.number("select count(*) as n from membership where ended_at is null").await, 1, "nobody loses a role by it");
    }
}
