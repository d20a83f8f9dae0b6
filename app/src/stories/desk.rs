//! The desk: how people get in, and what is closed to whom.

use super::stories;
use super::world::{Answer, World};
use crate::accounts::first::{self, Invited};
use crate::accounts::{Role, sessions};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

/// Somebody at the desk: a browser with its cookie.
pub struct Clerk {
    pub cookie: String,
}

const HOST: &str = "letter.example.org";

/// A link as the command line prints it, without the host.
pub async fn invited(world: &World, email: &str, group: Option<&str>, role: Option<Role>) -> String {
    let (token, hash) = sessions::new_token(&world.app);
    let invited =
        Invited { email: email.to_owned(), group: group.map(str::to_owned), role, language: "en".to_owned() };
    first::invite_in(world.db(), &invited, hash, world.app.clock.now()).await.unwrap();
    format!("/desk/links/{token}")
}

/// The cookie that an answer sets, as a browser sends it back.
pub fn cookie_of(answer: &Answer) -> String {
    let set = answer.headers.get(header::SET_COOKIE).expect("a cookie").to_str().unwrap();
    set.split(';').next().unwrap().to_owned()
}

impl Clerk {
    /// Signs in by a link that works once.
    pub async fn by_link(world: &World, link: &str) -> Self {
        let answer = Self { cookie: String::new() }.post(world, link, &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        assert_eq!(answer.location(), "/desk");
        Self { cookie: cookie_of(&answer) }
    }

    /// A member of a group, signed in.
    pub async fn of(world: &World, email: &str, group: &str, role: Role) -> Self {
        let link = invited(world, email, Some(group), Some(role)).await;
        Self::by_link(world, &link).await
    }

    pub fn nobody() -> Self {
        Self { cookie: String::new() }
    }

    pub async fn ask(
        &self,
        world: &World,
        method: Method,
        path: &str,
        form: Option<&[(&str, &str)]>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, HOST);
        if !self.cookie.is_empty() {
            request = request.header(header::COOKIE, &self.cookie);
        }
        let body = match form {
            Some(form) => {
                request = request
                    .header("sec-fetch-site", "same-origin")
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                Body::from(serde_html_form::to_string(form).unwrap())
            }
            None => Body::empty(),
        };
        world.request(request.body(body).unwrap()).await
    }

    pub async fn get(&self, world: &World, path: &str) -> Answer {
        self.ask(world, Method::GET, path, None).await
    }

    pub async fn post(&self, world: &World, path: &str, form: &[(&str, &str)]) -> Answer {
        self.ask(world, Method::POST, path, Some(form)).await
    }

    /// As a page’s script sends it, which is answered with JSON.
    pub async fn post_as_script(
        &self,
        world: &World,
        path: &str,
        form: &[(&str, &str)],
    ) -> serde_json::Value {
        let request = Request::post(path)
            .header(header::HOST, HOST)
            .header(header::COOKIE, &self.cookie)
            .header(header::ACCEPT, "application/json")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(serde_html_form::to_string(form).unwrap()));
        let answer = world.request(request.unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        serde_json::from_slice(&answer.body).unwrap()
    }
}

pub const GROUP: &str = "fight-for-the-future";

stories! {
    async fn an_invitation_is_one_button_and_then_the_desk_opens(world: World) {
        let link = invited(&world, "ada@example.org", None, None).await;
        let nobody = Clerk::nobody();
        for _ in 0..3 {
            let page = nobody.get(&world, &link).await;
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(page.text().matches("<button").count(), 1);
            assert!(page.headers.get(header::SET_COOKIE).is_none(), "a scanner that opens it uses nothing up");
        }
        let clerk = Clerk::by_link(&world, &link).await;
        let desk = clerk.get(&world, "/desk").await;
        assert_eq!(desk.status, StatusCode::OK);
        assert!(desk.text().contains("/desk/campaigns/dropsalesforce/signatures"));
    }

    async fn a_link_works_once_and_a_used_or_expired_one_explains_itself(world: World) {
        let link = invited(&world, "ada@example.org", None, None).await;
        Clerk::by_link(&world, &link).await;
        for answer in [Clerk::nobody().get(&world, &link).await, Clerk::nobody().post(&world, &link, &[]).await] {
            assert_eq!(answer.status, StatusCode::GONE);
            assert!(answer.text().contains("This link worked once"), "{}", answer.text());
        }
        let late = invited(&world, "ada@example.org", None, None).await;
        world.pass(crate::accounts::INVITATION);
        let answer = Clerk::nobody().post(&world, &late, &[]).await;
        assert_eq!(answer.status, StatusCode::GONE);
        assert!(answer.text().contains("has expired"));
        let unknown = Clerk::nobody().get(&world, "/desk/links/cut-in-two").await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        assert!(unknown.text().contains("cut in two"));
    }

    async fn the_session_cookie_is_bound_to_the_host_and_hidden_from_scripts(world: World) {
        let link = invited(&world, "ada@example.org", None, None).await;
        let answer = Clerk::nobody().post(&world, &link, &[]).await;
        let set = answer.headers[header::SET_COOKIE].to_str().unwrap();
        assert!(set.starts_with("__Host-session="), "{set}");
        for attribute in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
            assert!(set.contains(attribute), "{attribute} is missing in {set}");
        }
    }
}

/// Kind and text of every mail of the desk that waits, as it would be written now.
pub async fn mails(world: &World) -> Vec<(String, String)> {
    use crate::mail::store as mails;
    world.app.aside.settled().await;
    let now = world.app.clock.now();
    let leased = world
        .db()
        .write(broadside_db::Lane::Ordinary, move |c| Box::pin(mails::lease_due(c, now, -1, 100)))
        .await;
    let mut read = Vec::new();
    for mail in leased.unwrap() {
        if let Some(message) = crate::accounts::mailing::message(&world.app, &mail).await.unwrap() {
            read.push((mail.kind, message.text));
        }
    }
    read
}

/// The link in a mail of the desk, without the host.
pub fn link_in(text: &str) -> String {
    let line = text.lines().find(|line| line.contains("/desk/links/")).expect("a link in the mail");
    line.trim().trim_start_matches("https://letter.example.org").to_owned()
}
