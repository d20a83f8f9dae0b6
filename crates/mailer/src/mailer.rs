//! Hands mails to one mail server, several at once where its caller asks for it.

use crate::Message;
use crate::idle::Idle;
use crate::message::{Unsendable, Wire};
use crate::outcome::{On, Outcome};
use crate::server::{Fault, Server};
use crate::session::{Session, Trouble};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// A mail server that mails are handed to. Cheap to clone; clones share their connections.
#[derive(Clone)]
pub struct Mailer {
    server: Arc<Server>,
    idle: Arc<Idle>,
    patience: Duration,
}

/// What a mail server offered when it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    pub encrypted: bool,
    pub logged_in: bool,
    /// Whether people whose address is not in ASCII can be written to (SMTPUTF8, RFC 6531).
    pub takes_every_script: bool,
}

/// How long a server may take to answer one command. RFC 5321, section 4.5.3.2, allows minutes;
/// a mail that waits longer than this is better tried again later than holding up the others.
const PATIENCE: Duration = Duration::from_secs(20);

impl Mailer {
    /// Reads the URL; nothing is connected yet. `authority` is a certificate authority to trust
    /// beside the machine's own, as PEM.
    pub fn connect(url: &str, authority: Option<&[u8]>) -> Result<Self, Fault> {
        let server = Arc::new(Server::read(url, authority)?);
        Ok(Self { server, idle: Arc::default(), patience: PATIENCE })
    }

    /// The server's name, or its address where that is how it was written.
    pub fn host(&self) -> &str {
        &self.server.host
    }

    /// The same, with another time limit for each answer of the server.
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Hands over one mail and says what became of it.
    pub async fn send(&self, message: &Message) -> Outcome {
        let mail = match message.composed() {
            Ok(mail) => mail,
            Err(Unsendable::To) => return refused("the recipient's address is none that mail goes to"),
            Err(unsendable) => return Outcome::Later { on: On::Mail, reason: unsendable.to_string() },
        };
        let mut session = match self.begun(&mail).await {
            Ok(session) => session,
            Err(outcome) => return outcome,
        };
        match session.finish(&mail).await {
            Ok(response) => {
                self.idle.put(session);
                Outcome::accepted(&response)
            }
            Err(trouble) => {
                self.keep_after(&trouble, session).await;
                Outcome::of(trouble)
            }
        }
    }

    /// Connects, encrypts and logs in as for a mail, and says what the server offers or what is wrong.
    pub async fn check(&self) -> Result<Capabilities, String> {
        let session =
            Session::open(&self.server, self.patience).await.map_err(|trouble| trouble.to_string())?;
        let found = Capabilities {
            encrypted: session.is_encrypted(),
            logged_in: self.server.login.is_some(),
            takes_every_script: session.takes_every_script(),
        };
        session.close().await;
        Ok(found)
    }

    /// A session in which the mail is begun: one that waited, or else a new one. A connection that
    /// was closed while it waited is no reason to put off a mail.
    async fn begun(&self, mail: &Wire) -> Result<Session, Outcome> {
        if let Some(mut waited) = self.idle.take() {
            match begin(&mut waited, mail).await {
                Ok(()) => return Ok(waited),
                Err(Stopped::By(trouble)) if trouble.ends_the_session() => self.idle.clear(),
                Err(stopped) => return Err(self.put_off(waited, stopped).await),
            }
        }
        let mut session = Session::open(&self.server, self.patience).await.map_err(Trouble::before_a_mail)?;
        match begin(&mut session, mail).await {
            Ok(()) => Ok(session),
            Err(stopped) => Err(self.put_off(session, stopped).await),
        }
    }

    async fn put_off(&self, session: Session, stopped: Stopped) -> Outcome {
        match stopped {
            Stopped::Script => {
                self.idle.put(session);
                refused("the mail server takes no address beyond ASCII (SMTPUTF8)")
            }
            Stopped::By(trouble) => {
                self.keep_after(&trouble, session).await;
                trouble.before_the_recipient()
            }
        }
    }

    /// A refusal leaves the connection as good as it was, once the mail is forgotten.
    async fn keep_after(&self, trouble: &Trouble, mut session: Session) {
        if !trouble.ends_the_session() && session.forget().await.is_ok() {
            self.idle.put(session);
        }
    }
}

/// Why a mail was not begun.
enum Stopped {
    By(Trouble),
    /// Its address is not in ASCII, and the server takes no other.
    Script,
}

async fn begin(session: &mut Session, mail: &Wire) -> Result<(), Stopped> {
    if mail.needs_every_script() && !session.takes_every_script() {
        return Err(Stopped::Script);
    }
    session.begin(mail).await.map_err(Stopped::By)
}

/// A refusal of our own, with the code that a server has for it: 553, mailbox name not allowed
/// (RFC 5321, section 4.2.3; RFC 6531, section 3.5).
fn refused(reason: &str) -> Outcome {
    Outcome::Refused { code: 553, reason: reason.to_owned() }
}

impl fmt::Debug for Mailer {
    /// Host and port, never who logs in there.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mailer({}:{})", self.server.host, self.server.port)
    }
}
