//! The pages that say that something cannot be had, in plain words and with the next step.
//! They never show what failed inside.

#[cfg(test)]
mod gallery;

use askama::Template;

use super::layout::{Frame, Page};

#[derive(Template)]
#[template(path = "web/error.html")]
pub struct ErrorPage {
    pub frame: Frame,
    pub error: ErrorKind,
    /// Where to go from here: the campaign, or the list of campaigns.
    pub home: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// 404
    NotFound,
    /// 421: the desk under a name that is not ours; the address it has.
    Misdirected { desk: String },
    /// 403: a form that no page of ours sent.
    FromElsewhere,
    /// 401
    SignInFirst,
    /// 403: a member whose role does not reach so far.
    NotYours,
    /// 404, for whoever belonged to the group once.
    MemberNoMore,
    /// 404, for whom an owner keeps out for a while.
    MemberSuspended,
    /// 404, for somebody of a partner that takes part no more.
    PartnershipOver,
    /// 405
    MethodNotAllowed,
    /// 400: what was sent is no form.
    Unreadable,
    /// 413
    TooLarge,
    /// 408
    TooSlow,
    /// 500, with the request's number, by which the operator finds it in the log.
    Failed { request: Option<String> },
    /// 503
    Busy,
}

impl ErrorPage {
    fn words(&self) -> String {
        let say = &self.frame.say;
        match &self.error {
            ErrorKind::NotFound => say.text("web-not-found-words"),
            ErrorKind::Misdirected { desk } => say.with("web-misdirected-words", &[("desk", desk)]),
            ErrorKind::FromElsewhere => say.text("web-elsewhere-words"),
            ErrorKind::SignInFirst => say.text("web-sign-in-words"),
            ErrorKind::NotYours => say.text("web-not-yours-words"),
            ErrorKind::MemberNoMore => say.text("web-no-more-words"),
            ErrorKind::MemberSuspended => say.text("web-suspended-words"),
            ErrorKind::PartnershipOver => say.text("web-partnership-over-words"),
            ErrorKind::MethodNotAllowed => say.text("web-method-words"),
            ErrorKind::Unreadable => say.text("web-unreadable-words"),
            ErrorKind::TooLarge => say.text("web-too-large-words"),
            ErrorKind::TooSlow => say.text("web-too-slow-words"),
            ErrorKind::Failed { .. } => say.text("web-failed-words"),
            ErrorKind::Busy => say.text("web-busy-words"),
        }
    }

    /// What the button that leads on says.
    fn onward(&self) -> String {
        self.frame.say.text(match self.error {
            ErrorKind::SignInFirst => "web-error-sign-in",
            ErrorKind::FromElsewhere
            | ErrorKind::NotYours
            | ErrorKind::MemberNoMore
            | ErrorKind::MemberSuspended
            | ErrorKind::PartnershipOver => "web-error-desk",
            _ => "web-error-home",
        })
    }

    fn request(&self) -> Option<&str> {
        match &self.error {
            ErrorKind::Failed { request } => request.as_deref(),
            _ => None,
        }
    }
}

impl Page for ErrorPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text(match self.error {
            ErrorKind::NotFound => "web-not-found-headline",
            ErrorKind::Misdirected { .. } => "web-misdirected-headline",
            ErrorKind::FromElsewhere => "web-elsewhere-headline",
            ErrorKind::SignInFirst => "web-sign-in-headline",
            ErrorKind::NotYours => "web-not-yours-headline",
            ErrorKind::MemberNoMore => "web-no-more-headline",
            ErrorKind::MemberSuspended => "web-suspended-headline",
            ErrorKind::PartnershipOver => "web-partnership-over-headline",
            ErrorKind::MethodNotAllowed => "web-method-headline",
            ErrorKind::Unreadable => "web-unreadable-headline",
            ErrorKind::TooLarge => "web-too-large-headline",
            ErrorKind::TooSlow => "web-too-slow-headline",
            ErrorKind::Failed { .. } => "web-failed-headline",
            ErrorKind::Busy => "web-busy-headline",
        })
    }
}
