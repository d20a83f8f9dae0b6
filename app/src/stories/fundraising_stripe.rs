//! The same road with Stripe: its hosted page, webhooks that are signed, charges while nobody is there, declines, refunds
//! and disputes, played by localstripe behind a proxy that loses answers.

use super::fundraising::{BUSES, balances, change, mails_of, send};
use super::stories;
use super::world::{WEBHOOK_SECRET, World, below};
use crate::campaigns::definition::FundraiserKind;
use crate::clock::{DAY, MINUTE, SECOND};
use crate::config::Settings;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use broadside_payments_proxy::{Chances, Fees, Localstripe, Mishap, Options, Proxy};
use std::sync::{Arc, Mutex};

const TO_THE_END: i64 = 11 * DAY;

pub struct Stage {
    pub world: World,
    pub proxy: Proxy,
    _localstripe: Localstripe,
}

impl Stage {
    pub async fn of(world: World) -> Self {
        let localstripe = Localstripe::start(&Localstripe::python().unwrap()).unwrap();
        // The provider's clock is that of the world that comes of the restart.
        let shared = Arc::new(Mutex::new(world.app.clock.clone()));
        let theirs = shared.clone();
        let options = Options {
            localstripe: localstripe.address(),
            listen: ([127, 0, 0, 1], 0).into(),
            now: Arc::new(move || theirs.lock().unwrap().now() / SECOND),
            seed: 1,
            chances: Chances::default(),
            fees: Fees::default(),
        };
        let proxy = Proxy::start(options).await.unwrap();
        let base = proxy.base().to_owned();
        let world = world
            .restarted(move |settings| Settings {
                stripe_key: Some("sk_test_stories".to_owned()),
                stripe_url: Some(base.clone()),
                ..settings
            })
            .await;
        *shared.lock().unwrap() = world.app.clock.clone();
        Self { world, proxy, _localstripe: localstripe }
    }

    /// Sends the form, and presses a button of the provider's page; answers the private link. Nothing was looked at.
    pub async fn press(&self, email: &str, amount: &str, button: &str) -> String {
        let form = [("name", "Ada"), ("email", email), ("other", amount)];
        let answer = send(&self.world, &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let link = answer.location().trim_end_matches("/payment").to_owned();
        self.press_again(&link, button).await;
        link
    }

    pub async fn press_again(&self, link: &str, button: &str) {
        let answer = self.world.get(&below(link, "payment")).await;
        assert_eq!(answer.status, StatusCode::OK, "{link}: {:?}", answer.headers);
        let page = answer.text();
        let way = page
            .split("href=\"")
            .find(|part| part.starts_with("http") && part.contains("/pay/"))
            .expect("a plain link");
        let session = way.split('"').next().unwrap().rsplit('/').next().unwrap().to_owned();
        self.proxy.press(&session, button).await.unwrap();
    }

    /// Pledges, and comes back.
    pub async fn pledge(&self, email: &str, amount: &str, button: &str) -> String {
        let link = self.press(email, amount, button).await;
        self.world.get(&format!("{link}?done=back")).await;
        self.world.work().await;
        link
    }

    pub async fn paid(&self) -> usize {
        self.proxy.payments().await.unwrap().len()
    }

    /// An event of Stripe’s, signed as it signs.
    pub async fn event(&self, id: &str, kind: &str, subject: &str) -> StatusCode {
        let body = format!(
            r#"{{"id":"{id}","object":"event","type":"{kind}","data":{{"object":{{"id":"{subject}"}}}}}}"#
        );
        let now = self.world.app.clock.now() / SECOND;
        let signature = signature(WEBHOOK_SECRET, now, &body);
        self.hook(&signature, body).await
    }

    async fn hook(&self, signature: &str, body: String) -> StatusCode {
        let request = Request::post("/hooks/stripe")
            .header("stripe-signature", signature)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body))
            .unwrap();
        self.world.request(request).await.status
    }

    /// The provider's page of whoever's address begins so.
    pub async fn session_of(&self, email: &str) -> String {
        let mut c = self.world.db().read().await.unwrap();
        broadside_db::query("select session from pledge where email like $1")
            .bind(format!("{email}%"))
            .one(&mut c, |row| row.get("session"))
            .await
            .unwrap()
    }

    pub async fn payment(&self) -> String {
        let mut c = self.world.db().read().await.unwrap();
        broadside_db::query("select payment from pledge where payment is not null order by id limit 1")
            .one(&mut c, |row| row.get("payment"))
            .await
            .unwrap()
    }
}

fn signature(secret: &str, at: i64, body: &str) -> String {
    use hmac::{Hmac, KeyInit, Mac};
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(format!("{at}.{body}").as_bytes());
    let bytes = mac.finalize().into_bytes();
    format!("t={at},v1={}", crate::web::answer::hex(&bytes))
}

stories! {
    async fn a_pledge_is_set_up_at_stripe_and_charged_at_the_end_once(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "2000", "good").await;
        let bo = stage.pledge("bo@givers.example", "1000", "fails-later").await;
        let text = stage.world.get(&ada).await.text();
        assert!(text.contains("You pledge USD\u{a0}2,000.") && !text.contains("practice"), "{text}");
        assert_eq!(stage.paid().await, 0);
        // The answer to the first charge is lost, and found again by what of ours the payment carries.
        stage.world.pass(TO_THE_END);
        stage.proxy.script_charge(Mishap::LoseAnswer);
        stage.world.work().await;
        stage.world.pass(5 * MINUTE);
        stage.world.work().await;
        assert_eq!(stage.paid().await, 1);
        assert!(stage.world.get(&ada).await.text().contains("You gave USD\u{a0}2,000."));
        assert!(stage.world.get(&bo).await.text().contains("Your card was declined"));
        assert_eq!(mails_of(&stage.world).await.iter().filter(|mail| mail.kind == "pledge_receipt").count(), 1);
        let onward = stage.world.post(&below(&bo, "payment"), &[]).await;
        assert_eq!(onward.location(), below(&bo, "payment"));
        stage.press_again(&bo, "good").await;
        stage.world.get(&format!("{bo}?done=back")).await;
        stage.world.work().await;
        assert!(stage.world.get(&bo).await.text().contains("You gave USD\u{a0}1,000."));
        assert_eq!(stage.paid().await, 2);
        balances(&stage.world).await;
    }

    async fn one_event_a_hundred_times_in_any_order_is_one_gift_and_one_receipt(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let stage = Stage::of(world).await;
        stage.press("ada@givers.example", "50", "good").await;
        let (session, payment) = {
            let session = stage.session_of("ada").await;
            let payments = stage.proxy.payments().await.unwrap();
            (session, payments[0]["id"].as_str().unwrap().to_owned())
        };
        for n in 0..100 {
            let (id, kind, subject) = match n % 3 {
                0 => ("evt_1", "checkout.session.completed", session.as_str()),
                1 => ("evt_2", "payment_intent.succeeded", payment.as_str()),
                _ => ("evt_3", "checkout.session.completed", session.as_str()),
            };
            assert_eq!(stage.event(id, kind, subject).await, StatusCode::OK);
            if n % 10 == 0 {
                stage.world.work().await;
            }
        }
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from provider_event").await, 3);
        assert_eq!(stage.world.number("select count(*) as n from pledge where state = 'paid'").await, 1);
        assert_eq!(stage.world.number("select count(*) as n from ledger_entry where key like 'gift%'").await, 1);
        assert_eq!(stage.world.number("select count(*) as n from mail where kind = 'pledge_receipt'").await, 1);
        balances(&stage.world).await;
    }

    async fn a_charge_that_an_event_tells_of_before_it_is_asked_about_is_done(world: World) {
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "3000", "good").await;
        stage.world.pass(TO_THE_END);
        stage.proxy.script_charge(Mishap::LoseAnswer);
        stage.world.work().await;
        let unanswered = "select count(*) as n from payment_call where deed = 'charge' and finished_at is null";
        assert_eq!(stage.world.number(unanswered).await, 1);
        let payment = stage.proxy.payments().await.unwrap()[0]["id"].as_str().unwrap().to_owned();
        assert_eq!(stage.event("evt_1", "payment_intent.succeeded", &payment).await, StatusCode::OK);
        stage.world.work().await;
        assert!(stage.world.get(&ada).await.text().contains("You gave USD\u{a0}3,000."));
        assert_eq!(stage.world.number(unanswered).await, 0, "what came of the call is known");
        balances(&stage.world).await;
    }

    async fn what_is_not_signed_by_stripe_is_not_believed(world: World) {
        let stage = Stage::of(world).await;
        let body = r#"{"id":"evt_1","type":"checkout.session.completed","data":{"object":{"id":"cs_1"}}}"#.to_owned();
        let now = stage.world.app.clock.now() / SECOND;
        let good = signature(WEBHOOK_SECRET, now, &body);
        for wrong in [
            String::new(),
            "t=1,v1=00".to_owned(),
            signature("whsec_other", now, &body),
            signature(WEBHOOK_SECRET, now - 301, &body),
            signature(WEBHOOK_SECRET, now + 301, &body),
        ] {
            assert_eq!(stage.hook(&wrong, body.clone()).await, StatusCode::BAD_REQUEST, "{wrong}");
        }
        assert_eq!(stage.hook(&good, format!("{body} ")).await, StatusCode::BAD_REQUEST);
        assert_eq!(stage.world.number("select count(*) as n from provider_event").await, 0);
        assert_eq!(stage.hook(&good, body).await, StatusCode::OK);
        stage.world.work().await;
        assert_eq!(stage.world.number("select count(*) as n from pledge").await, 0, "what is none of ours changes nothing");
    }

    async fn refunds_and_disputes_made_at_stripe_appear_in_book_and_page(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "50", "good").await;
        assert!(stage.world.get(&ada).await.text().contains("You gave USD\u{a0}50."));
        let payment = stage.payment().await;
        let dispute = stage.proxy.open_dispute(&payment).await.unwrap();
        assert_eq!(stage.event("evt_d1", "charge.dispute.created", &dispute).await, StatusCode::OK);
        stage.world.work().await;
        assert!(stage.world.get(&ada).await.text().contains("Your bank took USD\u{a0}50 back."));
        stage.world.app.funds.forget(1);
        assert!(stage.world.get(BUSES).await.text().contains("Taken back by banks"));
        balances(&stage.world).await;
        stage.proxy.close_dispute(&dispute, true).unwrap();
        stage.event("evt_d2", "charge.dispute.closed", &dispute).await;
        stage.world.work().await;
        assert!(stage.world.get(&ada).await.text().contains("You gave USD\u{a0}50."));
        balances(&stage.world).await;
    }

    async fn where_stripe_gives_no_answer_nothing_is_lost_and_it_is_said(world: World) {
        let stage = Stage::of(world).await;
        stage.proxy.script(Mishap::LoseRequest);
        let answer = send(&stage.world, &[("name", "Ada"), ("email", "ada@givers.example"), ("other", "50")]).await;
        assert!(answer.location().contains("done=no-answer"), "{}", answer.location());
        let page = stage.world.get(&answer.location()).await.text();
        assert!(page.contains("gives no answer at the moment") && page.contains("Go on to payment"), "{page}");
        let link = answer.location().split('?').next().unwrap().to_owned();
        let onward = stage.world.post(&below(&link, "payment"), &[]).await;
        assert!(onward.location().ends_with("/payment"));
        stage.press_again(&link, "good").await;
        stage.world.pass(2 * MINUTE);
        stage.world.work().await;
        assert!(stage.world.get(&link).await.text().contains("You pledge USD\u{a0}50."), "also where nobody came back");
    }
}
