//! One instance to tell a story in, and what its people do. Each begins as a copy of one in which the reference campaign
//! was imported: to bring a database up to date takes longer than most stories.

use super::databases::OwnDatabase;
use crate::campaigns::definition::Definition;
use crate::campaigns::{files, importing};
use crate::clock::{Clock, Dice, SECOND};
use crate::config::{BaseUrl, NameServer, Settings};
use crate::fundraisers::payments::Payments;
use crate::fundraisers::practice::Practice;
use crate::mail::store as mails;
use crate::signatures::mailing;
use crate::state::{App, Ingredients};
use crate::web::front::Front;
use crate::{instance, routes, work};
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use broadside_db::{Connection, Db, query};
use http_body_util::BodyExt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// 10 September 2018, 16:00 UTC.
pub const START: i64 = 1_536_595_200 * SECOND;
pub const CAMPAIGN: &str = "/campaigns/dropsalesforce";

pub struct World {
    pub app: App,
    pub front: Front,
    folder: TempDir,
    database: Option<OwnDatabase>,
}

/// An answer as a browser sees it.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn location(&self) -> String {
        self.headers.get(header::LOCATION).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    /// Headers and body as bytes, less what differs by nature: the request's number and the date.
    pub fn bytes_but_id_and_date(&self) -> String {
        let mut headers: Vec<String> = self
            .headers
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "x-request-id" | "date"))
            .map(|(name, value)| format!("{name}: {value:?}"))
            .collect();
        headers.sort();
        format!("{}\n{}\n\n{}", self.status, headers.join("\n"), self.text())
    }
}

/// A mail as it would be read, before any server has it.
#[derive(Clone, Debug)]
pub struct Read {
    pub to: String,
    pub text: String,
    pub html: String,
    pub kind: String,
}

impl Read {
    /// The private link, without the host.
    pub fn link(&self) -> String {
        let line = self.text.lines().find(|line| line.contains("/signatures/")).expect("a link in the mail");
        line.trim().strip_prefix(BASE_URL).expect("our own link").to_owned()
    }

    /// Every private link, in the order of the mail.
    pub fn links(&self) -> Vec<String> {
        let paths = self.text.lines().filter_map(|line| line.strip_prefix(BASE_URL));
        paths.filter(|path| path.starts_with("/signatures/")).map(str::to_owned).collect()
    }
}

const PEER: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7)), 4711);
/// With which the stories’ provider signs events: that of Stripe’s own documentation of its vector.
pub const WEBHOOK_SECRET: &str = "whsec_s3cr3t";
const BASE_URL: &str = "https://letter.example.org";

impl World {
    pub async fn on_sqlite() -> Self {
        static BEGUN: OnceCell<Vec<u8>> = OnceCell::const_new();
        let begun = BEGUN.get_or_init(|| async {
            let (folder, file) = fresh_file();
            let world = Self::new(format!("sqlite:{}", file.display()), folder, None).await;
            world.app.db.close().await;
            std::fs::read(file).unwrap()
        });
        let (folder, file) = fresh_file();
        std::fs::write(&file, begun.await).unwrap();
        Self::new(format!("sqlite:{}", file.display()), folder, None).await
    }

    pub async fn on_postgres() -> Self {
        static BEGUN: OnceCell<OwnDatabase> = OnceCell::const_new();
        let begun = BEGUN.get_or_init(|| async {
            let database = OwnDatabase::empty();
            let world = Self::new(database.url(), tempfile::tempdir().unwrap(), None).await;
            world.app.db.close().await;
            database
        });
        let database = begun.await.copied();
        Self::new(database.url(), tempfile::tempdir().unwrap(), Some(database)).await
    }

    async fn new(url: String, folder: TempDir, database: Option<OwnDatabase>) -> Self {
        Self::at(url, folder, database, |settings| settings).await
    }

    /// The same world with other settings: what a restart with them is.
    pub async fn restarted(self, change: impl Fn(Settings) -> Settings) -> Self {
        let Self { app, folder, database, .. } = self;
        let (url, now) = (app.settings.database_url.clone(), app.clock.now());
        app.db.close().await;
        let world = Self::at(url, folder, database, change).await;
        world.app.clock.advance(now - START);
        world
    }

    async fn at(
        url: String,
        folder: TempDir,
        database: Option<OwnDatabase>,
        change: impl Fn(Settings) -> Settings,
    ) -> Self {
        let settings = change(Settings {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            data: folder.path().to_owned(),
            database_url: url,
            base: BaseUrl::new(Some(BASE_URL), SocketAddr::from(([127, 0, 0, 1], 0))).unwrap(),
            smtp_url: None,
            smtp_ca: None,
            dns_server: NameServer::Off,
            dkim_selectors: Vec::new(),
            rate_limits: true,
            clock: None,
            trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
            hsts_subdomains: false,
            metrics_listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            stripe_key: None,
            stripe_webhook_secrets: vec![WEBHOOK_SECRET.to_owned()],
            stripe_url: None,
            node: "1".to_owned(),
            dev: false,
        });
        let (clock, dice) = (Clock::manual(START), Dice::seeded(7));
        let demo = settings.node == "demo";
        let (db, keys) = instance::open(&settings, &dice, START, demo).await.unwrap();
        let mailer = settings.smtp_url.as_deref().map(|url| crate::serve::mailer(url, &settings).unwrap());
        if db.engine() == broadside_db::Engine::Sqlite {
            crate::serve::take_back(&db).await.unwrap();
        }
        let payments = match &settings.stripe_key {
            Some(_) => crate::serve::payments(&settings).unwrap(),
            None => Payments::practising(Practice::new(db.clone(), clock.clone(), dice.clone())),
        };
        let app =
            App::new(Ingredients { settings, db, lock: None, clock, dice, keys, mailer, demo, payments });
        let reference = super::checkout().join("campaigns/dropsalesforce");
        let world = Self { front: routes::front(app.clone()), app, folder, database };
        // All but the first find the campaign as it was left.
        if importing::definition(&world.app.db, "dropsalesforce").await.unwrap().is_none() {
            world.import(read(&reference)).await;
        }
        world
    }

    /// Another process of the same instance, with a clock of its own.
    pub async fn another_process(&self) -> Self {
        let url = self.app.settings.database_url.clone();
        let other = |settings| Settings { node: "2".to_owned(), ..settings };
        let world = Self::at(url, tempfile::tempdir().unwrap(), None, other).await;
        world.app.clock.advance(self.app.clock.now() - START);
        world
    }

    pub fn db(&self) -> &Db {
        &self.app.db
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub async fn import(&self, definition: Definition) -> importing::Imported {
        let now = self.app.clock.now();
        importing::import(&self.app.db, definition, importing::Dispute::Refuse, now).await.unwrap()
    }

    /// Changes the reference campaign as an import of changed files does.
    pub async fn change_campaign(&self, change: impl Fn(&mut Definition)) {
        let mut definition = importing::definition(&self.app.db, "dropsalesforce").await.unwrap().unwrap();
        change(&mut definition);
        self.import(definition).await;
        self.pass(SECOND);
    }

    /// Lets time pass.
    pub fn pass(&self, micros: i64) {
        self.app.clock.advance(micros);
    }

    /// Lets every job and the mailer do what there is to do.
    pub async fn work(&self) {
        work::run_until_idle(&self.app).await.unwrap();
    }

    pub async fn request(&self, request: Request<Body>) -> Answer {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map_or(PEER, |info| info.0);
        let (parts, body) = self.front.answer(request, peer).await.unwrap().into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.collect().await.unwrap().to_bytes(),
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.request(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn head(&self, path: &str) -> Answer {
        self.request(Request::builder().method(Method::HEAD).uri(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.post_from([198, 51, 100, 7], path, form).await
    }

    pub async fn post_from(&self, address: [u8; 4], path: &str, form: &[(&str, &str)]) -> Answer {
        let body = serde_html_form::to_string(form).unwrap();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .extension(ConnectInfo(SocketAddr::from((address, 4711))))
            .body(Body::from(body))
            .unwrap();
        self.request(request).await
    }

    /// Path of the reference letter.
    pub async fn letter(&self) -> String {
        let campaign = self.app.directory.by_slug(&self.app, "dropsalesforce").await.unwrap().unwrap();
        campaign.letter_path(&campaign.letters[0])
    }

    /// Submits the form as a person does, who took a while that is like nobody else’s.
    pub async fn submit(&self, form: &[(&str, &str)]) -> Answer {
        let typed: u64 = form
            .iter()
            .flat_map(|(_, value)| value.bytes())
            .fold(7, |sum, byte| sum * 31 % 65_537 + u64::from(byte));
        let took = (6_000 + typed).to_string();
        let form = [form, &[("filled_in", took.as_str())]].concat();
        self.post(&format!("{}/signatures", self.letter().await), &form).await
    }

    /// Submits a form that must be taken.
    pub async fn sign_on(&self, name: &str, email: &str) -> Answer {
        let answer = self.submit(&[("name", name), ("email", email), ("public", "1")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer
    }

    /// Every mail so far, the oldest first, as it would be written now.
    pub async fn mails(&self) -> Vec<Read> {
        self.work().await;
        let newest = mails::newest(&mut self.app.db.read().await.unwrap(), 1_000).await.unwrap();
        let mut read = Vec::new();
        for listed in newest {
            if let Some(draft) = mailing::draft_of(&self.app, &listed).await.unwrap() {
                let kind = listed.kind.clone();
                let written = draft.written;
                read.push(Read { to: draft.to, text: written.text, html: written.html, kind });
            }
        }
        read.reverse();
        read
    }

    /// The newest mail to an address.
    pub async fn mail_to(&self, email: &str) -> Read {
        self.mails().await.into_iter().rev().find(|mail| mail.to == email).expect("a mail to the address")
    }

    /// Presses the button behind a link; answers the page that follows.
    pub async fn press(&self, link: &str, button: &str) -> Answer {
        let answer = self.post(&below(link, button), &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        self.get(&answer.location()).await
    }

    /// Signs and confirms; answers the private link.
    pub async fn sign(&self, name: &str, email: &str) -> String {
        self.sign_on(name, email).await;
        let link = self.mail_to(email).await.link();
        self.press(&link, "confirmation").await;
        link
    }

    /// The count that the public sees, a second later.
    pub async fn count(&self) -> i64 {
        self.pass(SECOND);
        let json: serde_json::Value =
            serde_json::from_slice(&self.get(&format!("{CAMPAIGN}/count.json")).await.body).unwrap();
        json["signatures"].as_i64().unwrap()
    }

    /// Changes the database behind the program's back.
    pub async fn run(&self, sql: &'static str) {
        let done = self
            .db()
            .write(broadside_db::Lane::Ordinary, move |c| Box::pin(async move { query(sql).run(c).await }));
        done.await.unwrap();
    }

    /// One number from the database.
    pub async fn number(&self, sql: &'static str) -> i64 {
        let mut c: Connection = self.app.db.read().await.unwrap();
        query(sql).one(&mut c, |row| row.get::<i64>("n")).await.unwrap()
    }
}

/// Where a database may be made, in a folder of its own.
fn fresh_file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("broadside.db");
    (folder, file)
}

/// The address of a form below a private link, its query kept.
pub fn below(link: &str, form: &str) -> String {
    match link.split_once('?') {
        Some((path, query)) => format!("{path}/{form}?{query}"),
        None => format!("{link}/{form}"),
    }
}

pub fn read(dir: &Path) -> Definition {
    files::read(dir).unwrap_or_else(|faults| {
        panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}
