//! One connection to a mail server, from the greeting to the last reply.
//!
//! Each step waits for its reply and no longer than its limit. A session that was given up half-way
//! is never used again: the reply that comes late would be taken for the next one's.

use crate::message::Wire;
use crate::outcome::{On, Outcome, short};
use crate::server::Server;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::DEFAULT_MECHANISMS;
use lettre::transport::smtp::client::{AsyncSmtpConnection, Tls};
use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt, Rset};
use lettre::transport::smtp::extension::{Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::Response;
use std::error::Error as _;
use std::io;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;

pub struct Session {
    connection: AsyncSmtpConnection,
    patience: Duration,
}

/// Why a step did not succeed.
#[derive(Debug)]
pub enum Trouble {
    /// The server said no, in one line.
    Said { code: u16, words: String },
    /// Nobody knows what the server would have said; the session is over.
    Lost { reason: String },
}

/// Taking a whole mail may need the server to look it through, so that it has longer for that.
const TAKING: u32 = 3;

impl Session {
    /// Connects, greets, encrypts and logs in, as the server was described.
    pub async fn open(server: &Server, patience: Duration) -> Result<Self, Trouble> {
        let address = (server.host.as_str(), server.port);
        let connection = if let Tls::Wrapper(parameters) = &server.tls {
            let tls = Some(parameters.clone());
            let connecting =
                AsyncSmtpConnection::connect_tokio1(address, Some(patience), &server.hello, tls, None);
            within(patience, connecting).await?
        } else {
            let stream = within(patience, TcpStream::connect(address)).await?;
            // A mail's text and its end are two writes: held back for the first one's receipt, the second
            // would wait 40 ms for every mail. Where the system refuses, it waits.
            let _ = stream.set_nodelay(true);
            let greeting = AsyncSmtpConnection::connect_with_transport(Box::new(stream), &server.hello);
            within(patience, greeting).await?
        };
        let mut session = Self { connection, patience };
        session.encrypt(server).await?;
        session.log_in(server).await?;
        Ok(session)
    }

    async fn encrypt(&mut self, server: &Server) -> Result<(), Trouble> {
        let offered = self.connection.can_starttls();
        let parameters = match &server.tls {
            Tls::Required(parameters) if offered => parameters,
            Tls::Opportunistic(parameters) if offered => parameters,
            Tls::Required(_) => {
                return Err(lost("it offers no encryption (STARTTLS), and we were told to insist on it"));
            }
            _ => return Ok(()),
        };
        within(self.patience, self.connection.starttls(parameters.clone(), &server.hello)).await
    }

    async fn log_in(&mut self, server: &Server) -> Result<(), Trouble> {
        let Some(login) = &server.login else { return Ok(()) };
        if !self.is_encrypted() && !server.is_this_machine() {
            return Err(lost("it offers no encryption (STARTTLS), and a password is not sent in the open"));
        }
        if self.connection.server_info().get_auth_mechanism(DEFAULT_MECHANISMS).is_none() {
            return Err(lost(
                "it takes no login by user and password; leave them out, or encrypt with ?tls=required",
            ));
        }
        within(self.patience, self.connection.auth(DEFAULT_MECHANISMS, login)).await.map(drop)
    }

    pub fn is_encrypted(&self) -> bool {
        self.connection.is_encrypted()
    }

    /// Whether addresses of every script are taken (SMTPUTF8, RFC 6531).
    pub fn takes_every_script(&self) -> bool {
        self.has(Extension::SmtpUtfEight) && self.has(Extension::EightBitMime)
    }

    fn has(&self, extension: Extension) -> bool {
        self.connection.server_info().supports_feature(extension)
    }

    /// Says who the mail is from: the first step, where a connection that the server closed
    /// meanwhile shows, before anything was handed over.
    pub async fn begin(&mut self, mail: &Wire) -> Result<(), Trouble> {
        let parameters = if mail.needs_every_script() {
            vec![MailParameter::SmtpUtfEight, MailParameter::Body(MailBodyParameter::EightBitMime)]
        } else {
            Vec::new()
        };
        let from = Mail::new(Some(mail.from.clone()), parameters);
        within(self.patience, self.connection.command(from)).await.map(drop)
    }

    /// Hands over a mail that was begun.
    pub async fn finish(&mut self, mail: &Wire) -> Result<Response, Trouble> {
        let to = Rcpt::new(mail.to.clone(), Vec::new());
        within(self.patience, self.connection.command(to)).await?;
        within(self.patience, self.connection.command(Data)).await?;
        within(self.patience * TAKING, self.connection.message(&mail.bytes)).await
    }

    /// Forgets a mail that was refused; the next one may follow on the same connection.
    pub async fn forget(&mut self) -> Result<(), Trouble> {
        within(self.patience, self.connection.command(Rset)).await.map(drop)
    }

    pub async fn close(mut self) {
        // A server that does not say goodbye has lost nothing of ours.
        let _ = timeout(self.patience, self.connection.command(Quit)).await;
    }
}

impl Trouble {
    /// What a server's answer before any mail was begun means for one: nothing yet. What is wrong
    /// with a greeting or a login is wrong for every mail, and can be mended.
    pub fn before_a_mail(self) -> Outcome {
        Outcome::Later { on: On::Server, reason: self.to_string() }
    }

    /// The same before a recipient was named: what is wrong with a sender is wrong for its mails.
    pub fn before_the_recipient(self) -> Outcome {
        let on = if self.ends_the_session() { On::Server } else { On::Mail };
        Outcome::Later { on, reason: self.to_string() }
    }

    /// Whether the server closes the connection after this (RFC 5321, section 3.8).
    pub fn ends_the_session(&self) -> bool {
        matches!(self, Self::Lost { .. } | Self::Said { code: 421, .. })
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Said { code, words } => write!(f, "{code} {words}"),
            Self::Lost { reason } => f.write_str(reason),
        }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        // lettre's own words ("network error") say less than the cause does.
        let words = short(&error.source().map_or_else(|| error.to_string(), ToString::to_string));
        match error.status() {
            Some(code) => Self::Said { code: code.into(), words },
            None => Self::Lost { reason: words },
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Lost { reason: short(&error.to_string()) }
    }
}

fn lost(reason: &str) -> Trouble {
    Trouble::Lost { reason: reason.to_owned() }
}

async fn within<T, E: Into<Trouble>>(
    limit: Duration,
    step: impl Future<Output = Result<T, E>>,
) -> Result<T, Trouble> {
    match timeout(limit, step).await {
        Ok(done) => done.map_err(Into::into),
        Err(_) => Err(Trouble::Lost { reason: format!("no answer within {} seconds", limit.as_secs_f32()) }),
    }
}
