//! Every URL as everybody: made from `routes::all()`, so that a route that is added is tried too.

use super::desk::{Clerk, GROUP, invited, link_in, mails};
use super::stories;
use super::world::World;
use crate::accounts::guard::Rule;
use crate::accounts::{Role, store};
use crate::routes::{self, Who};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use tower::ServiceExt;

const OTHER_GROUP: &str = "another-group";

/// A group of its own with a campaign, beside the reference one.
pub async fn another_group(world: &World) {
    let mut definition =
        crate::campaigns::importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
    definition.slug = "another-campaign".to_owned();
    definition.group.slug = OTHER_GROUP.to_owned();
    definition.group.name = "Another group".to_owned();
    world.import(definition).await;
}

/// The methods that a route answers, as the router itself names them.
pub async fn methods(world: &World, route: routes::Route) -> Vec<Method> {
    let router = Router::new().route("/", route.answer).with_state(world.app.clone());
    let request = Request::builder().method(Method::TRACE).uri("/").body(Body::empty()).unwrap();
    let answer = router.oneshot(request).await.unwrap();
    let allow = answer.headers()[header::ALLOW].to_str().unwrap().to_owned();
    allow.split(',').map(|one| one.trim().parse().unwrap()).collect()
}

/// A path of the reference campaign's group; what else it names is not there.
pub fn path(template: &str) -> String {
    [
        "member",
        "session",
        "invitation",
        "seat",
        "mail",
        "passkey",
        "target",
        "filter",
        "task",
        "change",
        "endorsement",
        "statement",
        "link",
        "delivery",
        "goal",
        "pledge",
        "transfer",
        "export",
    ]
    .into_iter()
    .fold(template.to_owned(), |path, name| path.replace(&format!("{{{name}}}"), "999999"))
    .replace("{group}", GROUP)
    .replace("{campaign}", "dropsalesforce")
    .replace("{letter}", "drop-the-contract")
    .replace("{token}", "no-such-token")
    .replace("{partner}", "nobody-we-know")
    .replace("{partnership}", "1")
    .replace("{file}", "none.png")
    .replace("{fundraiser}", "nothing-of-ours")
    .replace("{invoice}", "999999")
    .replace("{session}", "999999")
}

/// A new session of an account, past the door.
pub async fn seated(world: &World, email: &str) -> Clerk {
    let account =
        store::account_by_email(&mut world.db().read().await.unwrap(), email).await.unwrap().unwrap();
    let (token, hash) = crate::accounts::sessions::new_token(&world.app);
    let now = world.app.clock.now();
    world
        .db()
        .write(broadside_db::Lane::Ordinary, move |c| {
            let hash = hash.clone();
            Box::pin(async move { store::begin_session(c, account.id, hash, "", false, now).await })
        })
        .await
        .unwrap();
    Clerk { cookie: format!("__Host-session={token}") }
}

/// Where somebody belongs, as the reference group sees it.
#[derive(Clone, Copy)]
enum Belongs {
    /// To the whole group.
    Group(Role),
    /// To its reference campaign alone.
    Campaign(Role),
    /// To a partner of the reference campaign.
    Partner,
    /// To another campaign of it alone, to another group, or to another partner.
    Elsewhere,
}

impl Belongs {
    /// The role that reaches a path.
    fn role_at(self, template: &str) -> Option<Role> {
        match self {
            Self::Group(role) => Some(role),
            Self::Campaign(role) => Some(role).filter(|_| template.contains("{campaign}")),
            Self::Partner | Self::Elsewhere => None,
        }
    }
}

/// Somebody with a role in one campaign and nowhere else.
pub async fn only_in(world: &World, email: &'static str, campaign: &'static str, role: Role) {
    let now = world.app.clock.now();
    world
        .db()
        .write(broadside_db::Lane::Ordinary, move |c| {
            Box::pin(async move {
                let new = store::NewAccount {
                    name: "Guest",
                    email,
                    email_canonical: email,
                    language: "en",
                    operates: false,
                };
                let account = store::add_account(c, &new, now).await?.unwrap();
                let place = store::campaign_place(c, campaign).await?.unwrap();
                store::add_member(c, account, place.group.id, Some(place.id), role, now).await
            })
        })
        .await
        .unwrap();
}

/// A second campaign of the reference group.
pub async fn second_campaign(world: &World) {
    world.change_campaign(|_| {}).await;
    let mut second =
        crate::campaigns::importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
    second.slug = "second".to_owned();
    world.import(second).await;
}

/// Everybody there can be: who they are, and where they belong.
async fn everybody(world: &World) -> Vec<(String, Belongs)> {
    another_group(world).await;
    second_campaign(world).await;
    let operator = invited(world, "operator@example.org", Some(GROUP), Some(Role::Owner)).await;
    Clerk::by_link(world, &operator).await;
    let mut all = Vec::new();
    for role in Role::ALL {
        let email = format!("{}@example.org", role.word());
        Clerk::of(world, &email, GROUP, role).await;
        all.push((email, Belongs::Group(role)));
    }
    Clerk::of(world, "stranger@example.org", OTHER_GROUP, Role::Owner).await;
    all.push(("stranger@example.org".to_owned(), Belongs::Elsewhere));
    let guests = [
        "owning@example.org",
        "organising@example.org",
        "moderating@example.org",
        "counting@example.org",
        "viewing@example.org",
    ];
    for (email, role) in guests.into_iter().zip(Role::ALL) {
        only_in(world, email, "dropsalesforce", role).await;
        all.push((email.to_owned(), Belongs::Campaign(role)));
    }
    let owner = seated(world, "owner@example.org").await;
    for (campaign, email, belongs) in [
        ("dropsalesforce", "partner@example.org", Belongs::Partner),
        ("second", "other-partner@example.org", Belongs::Elsewhere),
    ] {
        super::partners::taking_part(world, &owner, campaign, email).await;
        all.push((email.to_owned(), belongs));
    }
    only_in(world, "second@example.org", "second", Role::Owner).await;
    all.push(("second@example.org".to_owned(), Belongs::Elsewhere));
    all
}

pub async fn tried(world: &World, clerk: &Clerk, method: &Method, path: &str) -> super::world::Answer {
    let form: Option<&[(&str, &str)]> = (*method == Method::POST).then_some(&[]);
    clerk.ask(world, method.clone(), path, form).await
}

fn is_let_in(status: StatusCode) -> bool {
    !matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) && !status.is_server_error()
}

stories! {
    async fn every_route_lets_in_whom_its_rule_names_and_nobody_else(world: World) {
        let everybody = everybody(&world).await;
        let nobody = Clerk::nobody();
        let mut tries = 0;
        for route in routes::all() {
            let (who, template) = (route.who, route.path);
            let path = path(template);
            for method in methods(&world, route).await {
                let what = format!("{method} {template}");
                let answer = tried(&world, &nobody, &method, &path).await;
                let to_the_door = answer.location().starts_with("/desk/sign-in");
                tries += 1;
                match who {
                    Who::Public => assert!(is_let_in(answer.status) && !to_the_door, "{what}: {}", answer.status),
                    Who::DemoOnLoopback => assert_eq!(answer.status, StatusCode::NOT_FOUND, "{what}"),
                    Who::Desk(demand) if demand.rule == Rule::AtTheDoor => assert!(is_let_in(answer.status), "{what}"),
                    Who::Desk(_) if method == Method::POST => {
                        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{what}");
                        assert!(answer.text().contains("Nothing was changed"), "{what} says what to do");
                    }
                    Who::Desk(_) => assert!(answer.status == StatusCode::SEE_OTHER && to_the_door, "{what}"),
                }
                let Who::Desk(demand) = who else { continue };
                for (email, belongs) in &everybody {
                    let role = belongs.role_at(template);
                    let clerk = seated(&world, email).await;
                    let answer = tried(&world, &clerk, &method, &path).await;
                    let what = format!("{what} as {email}");
                    tries += 1;
                    match (demand.rule, role) {
                        (Rule::Partner, _) if matches!(belongs, Belongs::Partner) => {
                            assert!(is_let_in(answer.status), "{what}: {}", answer.status);
                            assert!(!answer.location().starts_with("/desk/sign-in"), "{what}");
                        }
                        (Rule::AtTheDoor | Rule::SignedIn, _) => assert!(is_let_in(answer.status), "{what}: {}", answer.status),
                        (Rule::Partner, _) | (Rule::Members(_), None) => assert_eq!(answer.status, StatusCode::NOT_FOUND, "{what}"),
                        (Rule::Members(roles), Some(role)) if roles.contains(&role) => {
                            assert!(is_let_in(answer.status), "{what}: {}", answer.status);
                            assert!(!answer.location().starts_with("/desk/sign-in"), "{what}");
                        }
                        (Rule::Operator, _) | (Rule::Members(_), Some(_)) => assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}"),
                    }
                }
                if demand.rule == Rule::Operator {
                    let operator = seated(&world, "operator@example.org").await;
                    assert!(is_let_in(tried(&world, &operator, &method, &path).await.status), "{what} as operator");
                }
            }
        }
        assert!(tries > 600, "{tries} tries");
    }

    async fn head_answers_as_get_at_the_desk(world: World) {
        let clerk = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        for path in ["/desk", "/desk/account", "/desk/campaigns/dropsalesforce/signatures", "/desk/nothing"] {
            let (get, head) = (clerk.get(&world, path).await, clerk.ask(&world, Method::HEAD, path, None).await);
            assert_eq!(get.status, head.status, "{path}");
            assert!(head.body.is_empty());
        }
    }

    async fn a_role_in_one_campaign_opens_that_campaign_alone(world: World) {
        another_group(&world).await;
        invited(&world, "operator@example.org", Some(GROUP), Some(Role::Owner)).await;
        second_campaign(&world).await;
        let owner = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let form = [("email", "guest@example.org"), ("role", "viewer"), ("campaign", "second")];
        let answer = owner.post(&world, &format!("/desk/groups/{GROUP}/invitations"), &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let foreign = [("email", "guest@example.org"), ("role", "viewer"), ("campaign", "another-campaign")];
        let answer = owner.post(&world, &format!("/desk/groups/{GROUP}/invitations"), &foreign).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "another group's campaign is not there");
        let mails = mails(&world).await;
        let guest = Clerk::by_link(&world, &link_in(&mails[0].1)).await;
        assert_eq!(guest.get(&world, "/desk/campaigns/second/signatures").await.status, StatusCode::OK);
        assert_eq!(guest.get(&world, "/desk/campaigns/dropsalesforce/signatures").await.status, StatusCode::NOT_FOUND);
        assert_eq!(guest.get(&world, &format!("/desk/groups/{GROUP}/members")).await.status, StatusCode::NOT_FOUND);
        let desk = guest.get(&world, "/desk").await.text();
        assert!(desk.contains("/desk/campaigns/second/") && !desk.contains("/desk/campaigns/dropsalesforce/"));
    }

    async fn a_stronger_role_in_one_campaign_holds_there_alone(world: World) {
        second_campaign(&world).await;
        only_in(&world, "both@example.org", "second", Role::Organiser).await;
        Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let both = Clerk::of(&world, "both@example.org", GROUP, Role::Viewer).await;
        for (path, status) in [
            ("/desk/campaigns/second/retention".to_owned(), StatusCode::OK),
            ("/desk/campaigns/dropsalesforce/retention".to_owned(), StatusCode::FORBIDDEN),
            ("/desk/campaigns/dropsalesforce".to_owned(), StatusCode::OK),
            (format!("/desk/groups/{GROUP}/audit"), StatusCode::FORBIDDEN),
        ] {
            assert_eq!(both.get(&world, &path).await.status, status, "{path}");
        }
    }

    async fn what_the_members_page_promises_each_role_is_what_the_urls_state(world: World) {
        use crate::accounts::roles::DEEDS;
        let done_at = [
            ("accounts-deed-look", "/desk/campaigns/{campaign}"),
            ("accounts-deed-records", "/desk/groups/{group}/audit"),
            ("accounts-deed-records", "/desk/groups/{group}/audit.csv"),
            ("accounts-deed-records", "/desk/groups/{group}/personal-data"),
            ("accounts-deed-records", "/desk/campaigns/{campaign}/retention"),
            ("accounts-deed-targets", "/desk/campaigns/{campaign}/targets"),
            ("accounts-deed-targets", "/desk/campaigns/{campaign}/targets/{target}/marks"),
            ("accounts-deed-statements", "/desk/campaigns/{campaign}/statements"),
            ("accounts-deed-statements", "/desk/campaigns/{campaign}/statements/entries"),
            ("accounts-deed-statements", "/desk/campaigns/{campaign}/statements/{statement}/words"),
            ("accounts-deed-statements", "/desk/campaigns/{campaign}/statements/{statement}/removal"),
            ("accounts-deed-statements", "/desk/campaigns/{campaign}/statements/{statement}/visibility"),
            ("accounts-deed-statements", "/desk/campaigns/{campaign}/statements/{statement}/links"),
            ("accounts-deed-statements", "/desk/campaigns/{campaign}/statements/{statement}/links/{link}/ending"),
            ("accounts-deed-deliveries", "/desk/campaigns/{campaign}/deliveries"),
            ("accounts-deed-deliveries", "/desk/campaigns/{campaign}/deliveries/{delivery}"),
            ("accounts-deed-deliveries", "/desk/campaigns/{campaign}/deliveries/{delivery}/day"),
            ("accounts-deed-deliveries", "/desk/campaigns/{campaign}/deliveries/{delivery}/files/{file}"),
            ("accounts-deed-goals", "/desk/campaigns/{campaign}/goals"),
            ("accounts-deed-goals", "/desk/campaigns/{campaign}/goals/new"),
            ("accounts-deed-goals", "/desk/campaigns/{campaign}/goals/{goal}"),
            ("accounts-deed-goals", "/desk/campaigns/{campaign}/goals/{goal}/removal"),
            ("accounts-deed-fundraisers-seen", "/desk/campaigns/{campaign}/fundraisers"),
            ("accounts-deed-fundraisers", "/desk/campaigns/{campaign}/fundraisers/new"),
            ("accounts-deed-fundraisers", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/words"),
            ("accounts-deed-fundraisers", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/removal"),
            ("accounts-deed-account", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/account"),
            ("accounts-deed-money", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}"),
            ("accounts-deed-money", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/payouts"),
            ("accounts-deed-money", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/invoices"),
            ("accounts-deed-money", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/entries/{entry}/reversal"),
            ("accounts-deed-money", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/statements"),
            ("accounts-deed-money", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/transfers"),
            ("accounts-deed-money", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/transfers/{transfer}"),
            ("accounts-deed-money", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges/{pledge}/refund"),
            ("accounts-deed-money", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges/{pledge}/monthly-end"),
            ("accounts-deed-money", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges.csv"),
            ("accounts-deed-money", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/ledger.csv"),
            ("accounts-deed-money", "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/ledger.journal"),
            ("accounts-deed-giver-words", "/desk/campaigns/{campaign}/fundraiser-words"),
            ("accounts-deed-giver-words", "/desk/campaigns/{campaign}/fundraiser-words/{pledge}"),
            ("accounts-deed-partners", "/desk/campaigns/{campaign}/partners"),
            ("accounts-deed-partners", "/desk/campaigns/{campaign}/partners/new"),
            ("accounts-deed-partners", "/desk/campaigns/{campaign}/partners/{partner}/words"),
            ("accounts-deed-partners", "/desk/campaigns/{campaign}/partners/{partner}/invitations"),
            ("accounts-deed-partners", "/desk/campaigns/{campaign}/partners/{partner}/invitations/{invitation}/withdrawal"),
            ("accounts-deed-partners", "/desk/campaigns/{campaign}/partners/{partner}/seats/{seat}/removal"),
            ("accounts-deed-partners", "/desk/campaigns/{campaign}/partners/{partner}/end"),
            ("accounts-deed-retention", "/desk/campaigns/{campaign}/retention/days"),
            ("accounts-deed-hiding", "/desk/campaigns/{campaign}/signatures/hidings"),
            ("accounts-deed-hiding", "/desk/campaigns/{campaign}/signatures/showings"),
            ("accounts-deed-endorsements", "/desk/campaigns/{campaign}/endorsements"),
            ("accounts-deed-endorsements", "/desk/campaigns/{campaign}/endorsements/{endorsement}/approval"),
            ("accounts-deed-endorsements", "/desk/campaigns/{campaign}/endorsements/{endorsement}/refusal"),
            ("accounts-deed-endorsements", "/desk/campaigns/{campaign}/endorsements/{endorsement}/end"),
            ("accounts-deed-removing", "/desk/campaigns/{campaign}/signatures/approvals"),
            ("accounts-deed-removing", "/desk/campaigns/{campaign}/signatures/holds"),
            ("accounts-deed-removing", "/desk/campaigns/{campaign}/signatures/removals"),
            ("accounts-deed-removing", "/desk/campaigns/{campaign}/signatures/returns"),
            ("accounts-deed-mails", "/desk/campaigns/{campaign}/sign-ons/reminders"),
            ("accounts-deed-mails", "/desk/campaigns/{campaign}/mails/retries"),
            ("accounts-deed-mails", "/desk/campaigns/{campaign}/mails/drops"),
            ("accounts-deed-members", "/desk/groups/{group}/invitations"),
            ("accounts-deed-members", "/desk/groups/{group}/members/{member}/role"),
            ("accounts-deed-members", "/desk/groups/{group}/members/{member}/removal"),
            ("accounts-deed-members", "/desk/groups/{group}/members/{member}/deactivation"),
            ("accounts-deed-members", "/desk/groups/{group}/members/{member}/reactivation"),
            ("accounts-deed-members", "/desk/groups/{group}/second-step"),
            ("accounts-deed-leave", "/desk/groups/{group}/departure"),
        ];
        for (text, url) in done_at {
            let deed = DEEDS.iter().find(|deed| deed.text == text).unwrap_or_else(|| panic!("no {text}"));
            let route = routes::all().into_iter().find(|route| route.path == url).unwrap_or_else(|| panic!("no {url}"));
            let Who::Desk(demand) = route.who else { panic!("{url} is no page of the desk") };
            assert_eq!(demand.rule, Rule::Members(deed.may), "{url}");
        }
        let viewer = Clerk::of(&world, "ada@example.org", GROUP, Role::Viewer).await;
        let page = viewer.get(&world, &format!("/desk/groups/{GROUP}/members")).await.text();
        let yes: usize = DEEDS.iter().map(|deed| deed.may.len()).sum();
        assert_eq!(page.matches("<td>yes</td>").count(), yes);
        let home = viewer.get(&world, "/desk").await.text();
        assert!(home.contains("How campaigns stand, and the names that are public anyway"), "and the first page says what one’s own may");
    }

    async fn the_desk_answers_under_its_own_name_only(world: World) {
        let ask = |host: Option<&'static str>, path: &'static str| {
            let mut request = Request::get(path);
            if let Some(host) = host {
                request = request.header(header::HOST, host);
            }
            request.body(Body::empty()).unwrap()
        };
        for path in ["/desk", "/desk/sign-in", "/desk/links/x"] {
            for host in [Some("evil.example.org"), Some("letter.example.org.evil.example"), None] {
                let answer = world.request(ask(host, path)).await;
                assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{path} under {host:?}");
                assert!(answer.text().contains("https://letter.example.org/desk"), "it says where it is");
                assert!(!answer.text().contains("evil.example"));
            }
        }
        assert_eq!(world.request(ask(Some("letter.example.org"), "/desk/sign-in")).await.status, StatusCode::OK);
        assert_eq!(world.request(ask(Some("evil.example.org"), "/")).await.status, StatusCode::OK, "public pages are anybody's");
    }

    async fn a_form_from_elsewhere_changes_nothing(world: World) {
        let clerk = Clerk::of(&world, "ada@example.org", GROUP, Role::Owner).await;
        let rename = |said: &'static [(&'static str, &'static str)]| {
            let mut request = Request::post("/desk/account/name")
                .header(header::HOST, "letter.example.org")
                .header(header::COOKIE, &clerk.cookie)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            for (name, value) in said {
                request = request.header(*name, *value);
            }
            request.body(Body::from("name=Mallory")).unwrap()
        };
        let elsewhere: [&[(&str, &str)]; 4] = [
            &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
            &[("sec-fetch-site", "same-site")],
            &[("origin", "https://evil.example")],
            &[],
        ];
        for said in elsewhere {
            assert_eq!(world.request(rename(said)).await.status, StatusCode::FORBIDDEN, "{said:?}");
        }
        assert!(!clerk.get(&world, "/desk/account").await.text().contains("Mallory"));
        for said in [&[("origin", "https://letter.example.org")] as &[_], &[("sec-fetch-site", "same-origin")]] {
            assert_eq!(world.request(rename(said)).await.status, StatusCode::SEE_OTHER, "{said:?}");
        }
    }
}
