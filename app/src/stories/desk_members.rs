//! The members of a group, and the record of what was changed.

use super::desk::{Clerk, GROUP, link_in, mails};
use super::desk_rules::another_group;
use super::stories;
use super::world::World;
use crate::accounts::{Role, store};
use axum::http::StatusCode;

fn members_page() -> String {
    format!("/desk/groups/{GROUP}/members")
}

/// Number and version of somebody's membership of the reference group.
async fn membership(world: &World, email: &str) -> (i64, i64) {
    let mut c = world.db().read().await.unwrap();
    let group = store::group_by_slug(&mut c, GROUP).await.unwrap().unwrap();
    let members = store::members(&mut c, group.id).await.unwrap();
    let one = members.into_iter().find(|one| one.email == email).expect("a member");
    (one.id, one.version)
}

async fn set_role(
    world: &World,
    clerk: &Clerk,
    (id, version): (i64, i64),
    role: &str,
) -> super::world::Answer {
    let path = format!("{}/{id}/role", members_page());
    clerk.post(world, &path, &[("role", role), ("version", &version.to_string())]).await
}

async fn remove(world: &World, clerk: &Clerk, (id, version): (i64, i64)) -> super::world::Answer {
    let path = format!("{}/{id}/removal", members_page());
    clerk.post(world, &path, &[("version", &version.to_string())]).await
}

stories! {
    async fn an_owner_invites_by_mail_and_the_invited_joins_in_that_role(world: World) {
        let owner = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let path = format!("/desk/groups/{GROUP}/invitations");
        let wrong = owner.post(&world, &path, &[("email", "nobody"), ("role", "viewer")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answer = owner.post(&world, &path, &[("email", "grace@example.org"), ("role", "moderator")]).await;
        assert_eq!(answer.location(), format!("{}?done=invited", members_page()));
        assert!(owner.get(&world, &members_page()).await.text().contains("grace@example.org"), "it waits in the list");
        let link = link_in(&mails(&world).await[0].1);
        let page = Clerk::nobody().get(&world, &link).await.text();
        assert!(page.contains("Moderator") && page.contains("Fight for the Future"), "{page}");
        let grace = Clerk::by_link(&world, &link).await;
        assert_eq!(grace.get(&world, &members_page()).await.status, StatusCode::OK);
        assert_eq!(grace.get(&world, &format!("/desk/groups/{GROUP}/audit")).await.status, StatusCode::FORBIDDEN);
    }

    async fn a_withdrawn_invitation_opens_nothing(world: World) {
        let owner = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let path = format!("/desk/groups/{GROUP}/invitations");
        owner.post(&world, &path, &[("email", "grace@example.org"), ("role", "viewer")]).await;
        let link = link_in(&mails(&world).await[0].1);
        let page = owner.get(&world, &members_page()).await.text();
        let action = page.split("action=\"").find(|part| part.contains("/withdrawal\"")).unwrap().split('"').next().unwrap();
        assert_eq!(owner.post(&world, action, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(owner.post(&world, action, &[]).await.status, StatusCode::NOT_FOUND);
        let answer = Clerk::nobody().post(&world, &link, &[]).await;
        assert_eq!(answer.status, StatusCode::GONE);
        assert!(answer.text().contains("withdrawn"));
    }

    async fn no_invitation_makes_the_last_owner_less(world: World) {
        let owner = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let path = format!("/desk/groups/{GROUP}/invitations");
        for deputies in [0, 1] {
            owner.post(&world, &path, &[("email", "ada@example.org"), ("role", "viewer")]).await;
            let link = link_in(&mails(&world).await.last().unwrap().1);
            assert_eq!(Clerk::nobody().post(&world, &link, &[]).await.location(), "/desk");
            let owners = "select count(*) as n from membership where role = 'owner' and ended_at is null";
            assert_eq!(world.number(owners).await, 1, "with {deputies} other owners before");
            Clerk::of(&world, "grace@example.org", GROUP, Role::Owner).await;
        }
        let viewers = "select count(*) as n from membership where role = 'viewer' and ended_at is null";
        assert_eq!(world.number(viewers).await, 1, "beside another owner it is as the invitation says");
    }

    async fn the_last_owner_stays_one(world: World) {
        let owner = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let own = membership(&world, "ada@example.org").await;
        let less = set_role(&world, &owner, own, "viewer").await;
        assert_eq!(less.status, StatusCode::CONFLICT);
        assert!(less.text().contains("at least one owner"));
        let path = format!("/desk/groups/{GROUP}/departure");
        let version = own.1.to_string();
        assert_eq!(owner.post(&world, &path, &[("version", &version)]).await.status, StatusCode::CONFLICT);
        Clerk::of(&world, "grace@example.org", GROUP, Role::Owner).await;
        assert_eq!(owner.post(&world, &path, &[("version", &version)]).await.location(), "/desk?done=left");
        assert_eq!(owner.get(&world, &members_page()).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_removed_members_open_tab_explains_at_the_next_click(world: World) {
        let owner = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let removed = Clerk::of(&world, "grace@example.org", GROUP, Role::Organiser).await;
        assert_eq!(remove(&world, &owner, membership(&world, "grace@example.org").await).await.status, StatusCode::SEE_OTHER);
        for path in [members_page(), "/desk/campaigns/dropsalesforce/signatures".to_owned()] {
            let answer = removed.get(&world, &path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(answer.text().contains("no longer a member"), "{path}");
        }
        let invitation = [("email", "eve@example.org"), ("role", "viewer")];
        let sent = removed.post(&world, &format!("/desk/groups/{GROUP}/invitations"), &invitation).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND);
        assert!(sent.text().contains("no longer a member"), "a form that still stood open does nothing and says why");
        assert_eq!(world.number("select count(*) as n from account where email = 'eve@example.org'").await, 0);
        another_group(&world).await;
        let elsewhere = removed.get(&world, "/desk/campaigns/another-campaign/signatures").await;
        assert!(!elsewhere.text().contains("no longer a member"), "of a group she never knew nothing is said");
        assert_eq!(removed.get(&world, "/desk").await.status, StatusCode::OK);
    }

    async fn a_suspended_member_is_told_so_and_comes_back_as_before(world: World) {
        let ada = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let grace = Clerk::of(&world, "grace@example.org", GROUP, Role::Owner).await;
        let invitations = format!("/desk/groups/{GROUP}/invitations");
        ada.post(&world, &invitations, &[("email", "grace@example.org"), ("role", "viewer")]).await;
        let older = link_in(&mails(&world).await[0].1);
        let (id, version) = membership(&world, "grace@example.org").await;
        let path = |what: &str| format!("{}/{id}/{what}", members_page());
        let form = |version: i64| [("version", version.to_string())];
        let post = async |clerk: &Clerk, what: &str, version: i64| {
            let form = form(version);
            clerk.post(&world, &path(what), &[(form[0].0, form[0].1.as_str())]).await
        };
        assert_eq!(post(&ada, "deactivation", version).await.location(), format!("{}?done=suspended", members_page()));
        let open_tab = [grace.get(&world, &members_page()).await, post(&grace, "removal", 1).await];
        for answer in open_tab {
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            assert!(answer.text().contains("has suspended your membership"), "{}", answer.text());
        }
        assert_eq!(grace.get(&world, "/desk").await.status, StatusCode::OK, "her account is hers");
        assert!(!grace.get(&world, "/desk").await.text().contains("/desk/campaigns/dropsalesforce"));
        assert_eq!(Clerk::nobody().get(&world, &older).await.status, StatusCode::GONE, "no older invitation lets her in");
        assert!(ada.get(&world, &members_page()).await.text().contains("suspended since"));
        let own = membership(&world, "ada@example.org").await;
        let leaving = [("version", own.1.to_string())];
        let leave = ada.post(&world, &format!("/desk/groups/{GROUP}/departure"), &[(leaving[0].0, leaving[0].1.as_str())]).await;
        assert_eq!(leave.status, StatusCode::CONFLICT, "whoever is suspended owns nothing meanwhile");
        assert_eq!(post(&ada, "reactivation", version).await.status, StatusCode::CONFLICT, "somebody changed it since");
        assert_eq!(post(&ada, "reactivation", version + 1).await.status, StatusCode::SEE_OTHER);
        assert_eq!(grace.get(&world, &format!("/desk/groups/{GROUP}/audit")).await.status, StatusCode::OK, "in the same role");
        for action in ["member-suspended", "member-let-in"] {
            assert!(grace.get(&world, &format!("/desk/groups/{GROUP}/audit?what={action}")).await.text().contains("<tr><td"), "{action}");
        }
    }

    async fn the_second_of_two_who_change_a_member_sees_both_and_chooses(world: World) {
        let ada = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let eve = Clerk::of(&world, "eve@example.org", GROUP, Role::Owner).await;
        Clerk::of(&world, "grace@example.org", GROUP, Role::Viewer).await;
        let seen_by_both = membership(&world, "grace@example.org").await;
        assert_eq!(set_role(&world, &ada, seen_by_both, "moderator").await.status, StatusCode::SEE_OTHER);
        let second = set_role(&world, &eve, seen_by_both, "treasurer").await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        let text = second.text();
        let difference = text.split("Somebody was quicker").nth(1).unwrap().split("</form>").next().unwrap();
        assert!(difference.contains("Moderator") && difference.contains("Treasurer"), "{difference}");
        assert_eq!(world.number("select count(*) as n from membership where role = 'treasurer'").await, 0);
        let now = membership(&world, "grace@example.org").await;
        assert!(difference.contains(&format!("name=\"version\" value=\"{}\"", now.1)), "her button saves over what she saw");
        assert_eq!(set_role(&world, &eve, now, "treasurer").await.status, StatusCode::SEE_OTHER);
        assert_eq!(remove(&world, &ada, now).await.status, StatusCode::CONFLICT, "nor is somebody removed who was changed");
    }

    async fn a_member_of_another_group_is_not_there(world: World) {
        another_group(&world).await;
        let owner = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        Clerk::of(&world, "grace@example.org", "another-group", Role::Viewer).await;
        let mut c = world.db().read().await.unwrap();
        let other = store::group_by_slug(&mut c, "another-group").await.unwrap().unwrap();
        let members = store::members(&mut c, other.id).await.unwrap();
        drop(c);
        let theirs = members.iter().find(|one| one.email == "grace@example.org").unwrap();
        assert_eq!(set_role(&world, &owner, (theirs.id, theirs.version), "owner").await.status, StatusCode::NOT_FOUND);
        assert_eq!(remove(&world, &owner, (theirs.id, theirs.version)).await.status, StatusCode::NOT_FOUND);
        assert!(!owner.get(&world, &members_page()).await.text().contains("grace@example.org"));
    }

    async fn every_change_is_recorded_and_personal_fields_only_by_name(world: World) {
        let owner = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        Clerk::of(&world, "grace@example.org", GROUP, Role::Viewer).await;
        set_role(&world, &owner, membership(&world, "grace@example.org").await, "organiser").await;
        owner.post(&world, "/desk/account/name", &[("name", "Ada Lovelace"), ("language", "es")]).await;
        owner.get(&world, "/desk/campaigns/dropsalesforce/signatures.csv").await;
        let mut c = world.db().read().await.unwrap();
        let rows = broadside_db::query("select action, object, before, after from audit_entry order by id")
            .all(&mut c, |row| {
                let cell = |name| row.get::<String>(name);
                Ok(format!("{} {} {} {}", cell("action")?, cell("object")?, cell("before")?, cell("after")?))
            })
            .await
            .unwrap();
        drop(c);
        let all = rows.join("\n");
        for action in ["invited", "joined", "signed-in", "role-changed", "account-changed", "exported"] {
            assert!(rows.iter().any(|row| row.starts_with(action)), "{action} is missing in\n{all}");
        }
        assert!(all.contains(r#"{"role":"viewer"} {"role":"organiser"}"#), "{all}");
        assert!(all.contains(r#""personal":["name"]"#), "{all}");
        for personal in ["Lovelace", "ada@", "grace"] {
            assert!(!all.contains(personal), "{personal} stands in\n{all}");
        }
    }

    async fn the_record_is_never_changed(world: World) {
        Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        for sql in ["update audit_entry set action = 'nothing'", "delete from audit_entry"] {
            let outcome = world.db().write(broadside_db::Lane::Ordinary, move |c| Box::pin(async move { broadside_db::query(sql).run(c).await })).await;
            assert!(outcome.is_err(), "{sql}");
        }
        assert!(world.number("select count(*) as n from audit_entry").await > 0);
    }

    async fn the_record_is_filtered_paged_and_taken_away(world: World) {
        let owner = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let record = format!("/desk/groups/{GROUP}/audit");
        for number in 0..60 {
            let form = [("email", format!("person{number}@example.org")), ("role", "viewer".to_owned())];
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            owner.post(&world, &format!("/desk/groups/{GROUP}/invitations"), &form).await;
        }
        let first = owner.get(&world, &record).await.text();
        assert_eq!(first.matches("<tr><td").count(), 50);
        let next = first.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
        let second = owner.get(&world, &next).await.text();
        let rest = world.number("select count(*) as n from audit_entry where group_id is not null").await - 50;
        assert_eq!(second.matches("<tr><td").count(), usize::try_from(rest).unwrap());
        assert!(owner.get(&world, &format!("{record}?what=joined")).await.text().matches("<tr><td").count() < 5);
        assert!(owner.get(&world, &format!("{record}?until=2001-01-01")).await.text().contains("Nothing in the record fits"));
        assert_eq!(owner.get(&world, &format!("{record}?from=2018-09-10&until=2018-09-10")).await.text().matches("<tr><td").count(), 50);
        let csv = owner.get(&world, &format!("{record}.csv?what=invited")).await;
        assert_eq!(csv.headers["content-type"], "text/csv; charset=utf-8");
        assert_eq!(csv.text().lines().count(), 62, "sixty, the one of the command line, and the head");
    }
}
