//! Every page of a signature in every state, made up.

use super::*;
use crate::letters::pages::samples::letter;

pub fn inboxes(frame: impl Fn() -> Frame) -> Vec<(&'static str, InboxPage)> {
    let posts = Some(crate::posts::pages::samples::teaser(&frame().say));
    let page = |again, form| InboxPage {
        frame: frame(),
        letter: letter(),
        form,
        again,
        link_days: 7,
        posts: posts.clone(),
    };
    vec![
        ("inbox", page(false, form())),
        ("inbox-again", page(true, form())),
        ("inbox-mistake", page(false, mistaken())),
        ("inbox-too-many", page(false, NewLinkForm { again_in: Some(12), ..form() })),
    ]
}

pub fn new_links(frame: impl Fn() -> Frame) -> Vec<(&'static str, NewLinkPage)> {
    vec![
        ("new-link", NewLinkPage { frame: frame(), form: form(), again: true }),
        ("new-link-mistake", NewLinkPage { frame: frame(), form: mistaken(), again: false }),
    ]
}

pub fn signatures(frame: impl Fn() -> Frame) -> Vec<(&'static str, SignaturePage)> {
    let signed = || signed(&frame());
    let when = signed().when;
    let correction = || NameForm { value: "Ngozi Example".to_owned(), problem: None };
    let confirmed = |just_now, changed| State::Confirmed {
        signed: signed(),
        just_now,
        changed,
        correction: correction(),
    };
    let hidden = Signed { public: false, ..signed() };
    let longest = Signed { name: "Wolfe".repeat(40), ..signed() };
    let wrong = NameForm { value: "http://spam.example".to_owned(), problem: Some(Problem::NameHasLink) };
    [
        ("waiting", State::Waiting { signed: signed(), until: when.clone() }),
        ("waiting-longest", State::Waiting { signed: longest, until: when.clone() }),
        ("waiting-bare", State::Waiting { signed: bare(&frame()), until: when.clone() }),
        ("confirmed-just-now", confirmed(true, None)),
        ("confirmed", confirmed(false, None)),
        ("confirmed-renamed", confirmed(false, Some(Changed::Name))),
        ("confirmed-shown", confirmed(false, Some(Changed::Shown))),
        (
            "confirmed-hidden",
            State::Confirmed {
                signed: hidden,
                just_now: false,
                changed: Some(Changed::Hidden),
                correction: correction(),
            },
        ),
        (
            "confirmed-mistake",
            State::Confirmed { signed: signed(), just_now: false, changed: None, correction: wrong },
        ),
        (
            "confirmed-consent-ended",
            State::Confirmed {
                signed: ended(&frame()),
                just_now: false,
                changed: Some(Changed::Consent),
                correction: correction(),
            },
        ),
        (
            "signed-already",
            State::SignedAlready { signed: signed(), changed: None, correction: correction() },
        ),
        (
            "kept-off",
            State::Confirmed {
                signed: Signed { kept_off: true, ..signed() },
                just_now: false,
                changed: Some(Changed::Wished),
                correction: correction(),
            },
        ),
        ("held", State::Held { signed: signed(), changed: None }),
        ("invalidated", State::Invalidated { signed: signed(), changed: None }),
        ("deleted", State::JustDeleted { letter: letter() }),
        ("withdrawn-just-now", State::JustWithdrawn { signed: ended(&frame()) }),
        ("withdrawn", State::Withdrawn { signed: signed(), changed: None, on: when }),
        ("mailbox-full", State::MailboxFull { signed: signed(), letter: letter(), most: 2 }),
        ("letter-was-closed", State::LetterClosed { signed: signed(), letter: letter() }),
        ("expired", State::Expired { form: form() }),
        ("altered", State::Altered { form: mistaken() }),
    ]
    .map(|(name, state)| (name, SignaturePage { frame: frame(), state }))
    .into_iter()
    .collect()
}

fn signed(frame: &Frame) -> Signed {
    Signed {
        path: "/signatures/Zm9vYmFy".to_owned(),
        query: "?lang=es".to_owned(),
        letter: letter(),
        language: frame.say.language().native_name().to_owned(),
        version: 1,
        earlier: None,
        name: "Ngozi Example".to_owned(),
        relation: crate::letters::pages::samples::relation(&frame.say),
        place: "94105, US".to_owned(),
        comment: "…".to_owned(),
        public: true,
        kept_off: false,
        consents: vec![ConsentGiven {
            partner: "greenpeace".to_owned(),
            name: "Greenpeace".to_owned(),
            words: crate::letters::pages::samples::consent(&frame.say),
            privacy: "/campaigns/dropsalesforce/partners/greenpeace/privacy".to_owned(),
            given: Some(frame.say.moment(1_536_613_500_000_000, "America/Los_Angeles")),
            page: "/campaigns/dropsalesforce".to_owned(),
            taken: None,
            ended: None,
            by_partner: false,
            is_given_here: false,
            elsewhere: String::new(),
        }],
        offers: vec![Offer {
            partner: "amnesty".to_owned(),
            name: "Amnesty".to_owned(),
            words: crate::letters::pages::samples::consent(&frame.say),
            version: "0011223344556677".to_owned(),
            privacy: "https://amnesty.example.org/privacy".to_owned(),
        }],
        holder: Named {
            name: "Fight for the Future".to_owned(),
            url: "https://fightforthefuture.example.org".to_owned(),
        },
        when: frame.say.moment(1_536_613_500_000_000, "America/Los_Angeles"),
        renewal: None,
        posts: Some(crate::posts::pages::samples::teaser(&frame.say)),
    }
}

fn ended(frame: &Frame) -> Signed {
    let mut signed = signed(frame);
    let consent = signed.consents[0].clone();
    signed.consents[0].ended = Some(signed.when.clone());
    signed.consents.push(ConsentGiven {
        partner: "amnesty".to_owned(),
        name: "Amnesty".to_owned(),
        ..consent
    });
    signed
}

fn bare(frame: &Frame) -> Signed {
    Signed {
        name: "J".to_owned(),
        relation: String::new(),
        place: String::new(),
        comment: String::new(),
        public: false,
        consents: Vec::new(),
        version: 3,
        posts: None,
        ..signed(frame)
    }
}

fn form() -> NewLinkForm {
    NewLinkForm {
        action: "/signatures/links".to_owned(),
        letter: "contract".to_owned(),
        ..NewLinkForm::default()
    }
}

fn mistaken() -> NewLinkForm {
    NewLinkForm { email: "sam at example".to_owned(), problem: Some(Problem::EmailBroken), ..form() }
}
