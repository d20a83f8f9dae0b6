//! A provider of one's own for each story, and who pays there.

use broadside_money::{Amount, Currency};
use broadside_payments_proxy::{Chances, Fees, Localstripe, Options, Proxy};
use broadside_stripe::{
    Client, Failure, Metadata, OffSession, Opened, Order, Payment, Purpose, Session, Setup,
};
use std::sync::Arc;

/// When every session is made.
pub const NOW: i64 = 1_700_000_000;

pub struct Stage {
    pub client: Client,
    pub proxy: Proxy,
    _localstripe: Localstripe,
}

impl Stage {
    pub async fn new() -> Self {
        Self::settling(Fees::default()).await
    }

    pub async fn settling(fees: Fees) -> Self {
        let localstripe = Localstripe::start(&Localstripe::python().unwrap()).unwrap();
        let options = Options {
            localstripe: localstripe.address(),
            listen: ([127, 0, 0, 1], 0).into(),
            now: Arc::new(|| NOW),
            seed: 1,
            chances: Chances::default(),
            fees,
        };
        let proxy = Proxy::start(options).await.unwrap();
        let client = Client::at("sk_test_stories", proxy.base()).unwrap();
        Self { client, proxy, _localstripe: localstripe }
    }

    pub async fn open(&self, purpose: Purpose<'_>, pledge: &str) -> Result<Opened, Failure> {
        let metadata = marked(pledge);
        let order = Order {
            purpose,
            email: Some("robin@example.org"),
            reference: pledge,
            metadata: &metadata,
            success_url: "https://example.org/thanks?session={CHECKOUT_SESSION_ID}",
            cancel_url: "https://example.org/",
            language: "de-AT",
            expires_at: NOW + 3_600,
        };
        self.client.open_session(&order, &format!("session-{pledge}")).await
    }

    /// The session of somebody who pressed that button.
    pub async fn come(&self, purpose: Purpose<'_>, pledge: &str, button: &str) -> Session {
        let opened = self.open(purpose, pledge).await.unwrap();
        self.proxy.press(&opened.id, button).await.unwrap();
        self.client.session(&opened.id).await.unwrap()
    }

    pub async fn saved(&self, pledge: &str, button: &str) -> Setup {
        let setup = Purpose::Setup { currency: euros(1).currency };
        self.come(setup, pledge, button).await.setup.expect("a saved way to pay")
    }

    pub async fn charge(
        &self,
        setup: &Setup,
        pledge: &str,
        euros: Amount,
        key: &str,
    ) -> Result<Payment, Failure> {
        let metadata = marked(pledge);
        let charge = OffSession {
            customer: setup.customer.as_deref().unwrap(),
            payment_method: &setup.payment_method.as_ref().unwrap().id,
            amount: euros,
            metadata: &metadata,
        };
        self.client.charge_off_session(&charge, key).await
    }

    pub async fn found(&self, setup: &Setup, pledge: &str) -> Vec<Payment> {
        self.client.payments_marked(setup.customer.as_deref().unwrap(), 0, "pledge", pledge).await.unwrap()
    }

    /// How many payments brought money, as localstripe has it.
    pub async fn paid(&self) -> usize {
        self.proxy.payments().await.unwrap().len()
    }
}

pub fn euros(euros: i64) -> Amount {
    Amount::new(euros * 100, Currency::parse("EUR").unwrap())
}

pub fn marked(pledge: &str) -> Metadata {
    Metadata::from([("pledge".to_owned(), pledge.to_owned())])
}
