//! Logos behind the officer's link: drawn anew, looked at, served; and what comes with names and words that run.

use super::desk::{Clerk, GROUP};
use super::endorsing::{NURSES, approve, endorse, mail_to, newest, page, send, with};
use super::stories;
use super::world::{Answer, CAMPAIGN, World, below};
use crate::accounts::Role;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use image::{ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

fn picture() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(600, 200, Rgb([200, 30, 20])).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// Sends a file as a browser's form does.
async fn upload(world: &World, link: &str, name: &str, file: &[u8], alt: &str) -> Answer {
    let mut body = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"logo\"; filename=\"{name}\"\r\ncontent-type: image/png\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(file);
    body.extend_from_slice(
        format!(
            "\r\n--edge\r\ncontent-disposition: form-data; name=\"logo_alt\"\r\n\r\n{alt}\r\n--edge--\r\n"
        )
        .as_bytes(),
    );
    let request =
        Request::post(below(link, "logo")).header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
    world.request(request.body(Body::from(body)).unwrap()).await
}

const RUNS: &str = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>'{{7*7}}";

stories! {
    async fn a_logo_is_drawn_anew_approved_and_served_and_nothing_else_is_taken(world: World) {
        let moderator = Clerk::of(&world, "mo@example.org", GROUP, Role::Moderator).await;
        let link = endorse(&world, &with(NURSES, &[("email", "ada@nurses-example.org")])).await;
        for (name, file, said) in [
            ("logo.svg", &b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..], "no PNG, JPEG or WebP"),
            ("logo.png", b"<script>alert(1)</script>", "no PNG, JPEG or WebP"),
            ("logo.png", b"\x89PNG\r\n\x1a\n<script>alert(1)</script>", "cannot be read as a picture"),
            ("logo.png", b"", "Choose a picture"),
        ] {
            let refused = upload(&world, &link, name, file, "A bandage").await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(refused.text().contains(said) && refused.text().contains("value=\"A bandage\""), "{}", refused.text());
        }
        let large = upload(&world, &link, "logo.png", &vec![0; 2 * 1024 * 1024], "").await;
        assert!(large.status.is_client_error(), "{}", large.status);
        let mut file = picture();
        file.extend_from_slice(b"<script>alert(1)</script>");
        assert_eq!(upload(&world, &link, "logo.jpg", &file, "A bandage").await.status, StatusCode::SEE_OTHER);
        let own = world.get(&below(&link, "logo.png")).await;
        assert_eq!((own.status, own.headers[header::CONTENT_TYPE].to_str().unwrap()), (StatusCode::OK, "image/png"));
        assert_eq!(own.headers[header::CACHE_CONTROL], "no-store");
        let id = world.number("select max(id) as n from endorsement").await;
        let public = format!("{CAMPAIGN}/endorsements/{id}/logo.png");
        assert_eq!(world.get(&public).await.status, StatusCode::NOT_FOUND, "nobody has looked at it");
        world.post(&below(&link, "proof"), &[("way", "mail"), ("email", "ada@nurses-example.org")]).await;
        let one = newest(&world).await;
        assert_eq!(moderator.get(&world, &format!("{one}/logo.png")).await.body, own.body);
        assert!(moderator.get(&world, &one).await.text().contains("alt=\"A bandage\""));
        approve(&world, &moderator).await;
        let shown = page(&world).await;
        assert!(shown.contains(&format!("{public}?")) && shown.contains("alt=\"A bandage\" width=\"480\" height=\"160\""), "{shown}");
        let served = world.get(&public).await;
        assert_eq!(served.body, own.body);
        assert!(!String::from_utf8_lossy(&served.body).contains("script"));
        assert_eq!(served.headers[header::CONTENT_SECURITY_POLICY], "default-src 'none'; sandbox");
        assert_eq!(served.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        let etag = served.headers[header::ETAG].clone();
        let again = world.request(Request::get(&public).header(header::IF_NONE_MATCH, etag).body(Body::empty()).unwrap()).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED);
        world.post(&below(&link, "end"), &[]).await;
        assert_eq!(world.get(&public).await.status, StatusCode::NOT_FOUND, "it goes with the endorsement");
        assert_eq!(world.number("select count(*) as n from endorsement_logo").await, 0);
    }

    async fn what_would_run_in_names_roles_and_sentences_stands_as_text_everywhere(world: World) {
        let moderator = Clerk::of(&world, "mo@example.org", GROUP, Role::Moderator).await;
        let form = with(NURSES, &[("organisation", RUNS), ("office", RUNS), ("comment", RUNS), ("role", RUNS), ("name", RUNS), ("email", "ada@nurses-example.org")]);
        let link = endorse(&world, &form).await;
        let proof = [("way", "mail"), ("email", "office@nurses-example.org")];
        world.post(&below(&link, "proof"), &proof).await;
        let mailed = mail_to(&world, "office@nurses-example.org").await.link();
        let mut pages = vec![world.get(&link).await.text(), world.get(&mailed).await.text()];
        world.post(&mailed, &[]).await;
        pages.push(moderator.get(&world, &newest(&world).await).await.text());
        pages.push(moderator.get(&world, &format!("/desk{CAMPAIGN}/endorsements")).await.text());
        approve(&world, &moderator).await;
        pages.push(page(&world).await);
        pages.push(send(&world, &with(&form, &[("kind", "")])).await.text());
        for page in pages {
            assert!(page.contains("&#60;script&#62;"), "it is there as text: {page}");
            assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{page}");
        }
        let mails = crate::mail::store::newest(&mut world.db().read().await.unwrap(), 100).await.unwrap();
        for listed in mails {
            let Some(draft) = crate::endorsements::mailing::draft_of(&world.app, &listed).await.unwrap() else { continue };
            assert!(!draft.written.html.contains("<script>") && !draft.written.html.contains("<img src=x"));
            assert!(!draft.written.subject.contains('\n'));
        }
        for website in ["javascript:alert(1)", "JavaScript://nurses-example.org/%0aalert(1)", "data:text/html,x", "vbscript:x", " javascript:alert(1)", "java\tscript:alert(1)", "https://nurses-example.org/\"onclick=alert(1)"] {
            let answer = send(&world, &with(NURSES, &[("website", website)])).await;
            let text = answer.text();
            assert!(!text.contains("href=\"javascript") && !text.contains("\"onclick"), "{website}");
        }
    }
}
