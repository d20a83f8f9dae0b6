//! Limits: by network, with the time to come back; never by address.

use super::stories;
use super::world::{CAMPAIGN, World};
use crate::clock::SECOND;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use std::net::SocketAddr;

async fn from(world: &World, peer: &str, forwarded: Option<&str>) -> super::world::Answer {
    let peer: SocketAddr = peer.parse().unwrap();
    let mut request =
        Request::post(format!("{}/signatures", world.letter().await)).extension(ConnectInfo(peer));
    if let Some(forwarded) = forwarded {
        request = request.header("x-forwarded-for", forwarded);
    }
    world
        .request(request.body(Body::from("name=Ada+Example&email=ada%40example.org&comment=kept")).unwrap())
        .await
}

async fn until_refused(world: &World, peer: &str, forwarded: Option<&str>) -> super::world::Answer {
    for _ in 0..200 {
        let answer = from(world, peer, forwarded).await;
        if answer.status != StatusCode::SEE_OTHER {
            return answer;
        }
    }
    panic!("two hundred sign-ons from one network were taken");
}

stories! {
    async fn too_many_from_one_network_are_told_when_to_come_back_and_lose_nothing(world: World) {
        let refused = until_refused(&world, "198.51.100.9:1", None).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        let seconds: i64 = refused.headers["retry-after"].to_str().unwrap().parse().unwrap();
        assert!(refused.text().contains("value=\"Ada Example\""), "what was typed stays");
        assert_eq!(from(&world, "198.51.100.10:1", None).await.status, StatusCode::SEE_OTHER, "a neighbour may");
        world.pass(seconds * SECOND);
        assert_eq!(from(&world, "198.51.100.9:1", None).await.status, StatusCode::SEE_OTHER);
    }

    async fn an_ipv6_household_is_one_network(world: World) {
        until_refused(&world, "[2001:db8:1:2::1]:1", None).await;
        assert_eq!(from(&world, "[2001:db8:1:2:9::9]:1", None).await.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(from(&world, "[2001:db8:1:3::1]:1", None).await.status, StatusCode::SEE_OTHER);
    }

    async fn visitors_behind_a_trusted_proxy_have_their_own_limits(world: World) {
        until_refused(&world, "10.0.0.1:1", Some("203.0.113.5")).await;
        assert_eq!(from(&world, "10.0.0.1:1", Some("203.0.113.6")).await.status, StatusCode::SEE_OTHER);
        let forged = from(&world, "10.0.0.1:1", Some("198.51.100.1, 203.0.113.5")).await;
        assert_eq!(forged.status, StatusCode::TOO_MANY_REQUESTS, "what a visitor writes in front changes nothing");
    }

    async fn a_body_that_is_too_large_and_a_method_that_does_not_fit_are_pages(world: World) {
        let request = Request::post(format!("{}/signatures", world.letter().await)).body(Body::from("a".repeat(70_000))).unwrap();
        let answer = world.request(request).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(answer.text().contains("<h1"));
        let answer = world.post(CAMPAIGN, &[]).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
        assert!(answer.text().contains("<h1"));
        assert_eq!(world.get("/nothing").await.status, StatusCode::NOT_FOUND);
    }
}
