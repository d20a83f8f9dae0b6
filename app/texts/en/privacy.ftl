# What is kept of people: the notice, the export, the erasure, the record of processing.

privacy-notice-link = What is kept, what for, until when and who sees it

privacy-notice-headline = What we keep of you
privacy-notice-lead = { $group } runs this campaign and answers for what is kept. This is all of it.
privacy-notice-contact = Write to { $address } with any question about it.
privacy-notice-none = Reading the letter leaves nothing: no cookie, no tracker, no address of yours in a log.
privacy-notice-caption = What is kept, by what it is for
privacy-notice-ended = { $days ->
    [one] A day after this campaign is closed, who signed is forgotten: name, address, postal code, comment and consents go, and the signature counts on.
   *[other] { $days } days after this campaign is closed, who signed is forgotten: name, address, postal code, comment and consents go, and the signature counts on.
}
privacy-notice-rights-title = It is yours
privacy-notice-rights-words = The link in your mail opens your own page. There you can correct or withdraw what you signed, get everything that is kept of you, and have all of it erased.
privacy-notice-rights-lost = Lost the mail? { $link }
privacy-notice-rights-link = Get a new link
privacy-notice-rights-complain = You may also complain to the data protection authority where you live.
privacy-notice-partners-title = Who else gets it
privacy-notice-partners-nobody = Nobody.
privacy-notice-partners-words = Only whom you allowed it by ticking a box: { $partners }.

privacy-head-table = Table
privacy-head-column = Column
privacy-head-what = What
privacy-head-whose = Whose
privacy-head-why = What for
privacy-head-until = Until when
privacy-head-seen = Who sees it
privacy-head-goes = How it goes

privacy-what-name = name
privacy-what-address = e-mail address
privacy-what-address-key = a scrambled form of the address, which tells it from others and shows nothing of it
privacy-what-relation = what you are to the addressee
privacy-what-postal-code = postal code
privacy-what-country = country
privacy-what-comment = why you sign
privacy-what-dedication = what you said with a gift, and in whose memory it was
privacy-what-shown = whether your name is shown
privacy-what-consents = whom you allowed what, in which words
privacy-what-language = language
privacy-what-source = the link that brought you
privacy-what-times = when
privacy-what-server-answer = what the mail server answered
privacy-what-salt = a random number that seals your line in the letter’s log
privacy-what-belonging = that these belong together
privacy-what-public-name = names and handles that are public

privacy-whose-submitter = whoever’s address was typed
privacy-whose-signer = the signer
privacy-whose-erased = who was erased
privacy-whose-target = whom the campaign addresses

privacy-why-confirm = To make a signature of what you sent, once you confirm it
privacy-why-send-again = To send you your link again
privacy-why-cap-mails = To send no address more than three mails a day
privacy-why-delivery = To know why a mail did not arrive
privacy-why-sign = To stand under the letter, be counted once and be yours to change
privacy-why-agree = To prove what you agreed to
privacy-why-stay-erased = To erase you again should an old backup be restored
privacy-why-address = To address posts to them

privacy-until-made = { $days ->
    [one] for a day
   *[other] for { $days } days
}
privacy-until-withdrawn = { $days ->
    [one] as long as it stands, and a day after you take it back
   *[other] as long as it stands, and { $days } days after you take it back
}
privacy-until-needed = as long as a signature or a consent of yours is kept
privacy-until-always = for good, since a backup may be old
privacy-until-in-files = as long as the campaign’s files name them

privacy-seen-everybody = everybody, if you chose so; else in the group: { $roles }
privacy-seen-roles = in the group: { $roles }
privacy-seen-anybody = everybody
privacy-seen-person = you alone
privacy-seen-nobody = nobody
privacy-role-owner = owners
privacy-role-organiser = organisers
privacy-role-moderator = moderators

privacy-goes-row = the whole row is deleted
privacy-goes-value = the value is emptied; the count stays provable
privacy-goes-never = it stays: nobody can be found by it without the instance’s key
privacy-goes-import = it goes when the campaign’s files are imported without it

privacy-kept-sign-on = Sent from the form
privacy-kept-sign-on-address = Scrambled address, to find what waits for it
privacy-kept-link-request = Asked for a link
privacy-kept-mail = Mails to the address
privacy-kept-person = Address
privacy-kept-signature = Signed
privacy-kept-consent = Agreed to
privacy-kept-erasure = Erased before

privacy-record-title = Record of processing
privacy-record-recipients = The address goes, where its owner agreed, to:
privacy-record-nobody = nobody
privacy-record-security = Nothing is sent to other countries by this program itself; who hosts it knows where it stands. Addresses are compared by keyed hash; links are sealed; the data folder is for its user alone.

privacy-own-title = Your data
privacy-own-words = You can have all that is kept of your address, or have all of it erased.
privacy-own-export = Get everything you know of me
privacy-own-erasure = Erase everything

privacy-erasure-headline = Erase everything
privacy-erasure-lead = This is what { $group } keeps of your mailbox. All of it goes, for good.
privacy-erasure-rows = { $n ->
    [one] one record
   *[other] { $n } records
}
privacy-erasure-names-title = Names that came from your mailbox
privacy-erasure-signature = What was signed from your mailbox is taken off the letter and no longer counts. The letter’s log keeps two lines, that somebody signed and that somebody withdrew; nobody can tell any more who.
privacy-erasure-endorsement = What your organisation declared stays on the letter without you, until somebody of it, or an organiser, ends it. Your name, role and address go.
privacy-erasure-stays = What stays is a scrambled form of the address that nobody can turn back. It keeps you erased should an old backup be restored, and the cap on mails in force. You can sign again at any time.
privacy-erasure-undo = This cannot be undone, not even by us.
privacy-erasure-button = Yes, erase everything
privacy-erasure-back = Back, keep it

privacy-erased-headline = Erased
privacy-erased-lead = Nothing is kept of you here any more. The link in your mail is dead from now on.
privacy-gone-headline = There is nothing here
privacy-gone-lead = Nothing is kept behind this link, or it was cut or changed on the way.

privacy-what-account = how one signs in, and what one may do
privacy-what-searched = what a list was searched for
privacy-what-export = lists taken away as files
privacy-whose-worker = whoever works at the desk
privacy-why-work = To let people work at the desk
privacy-until-account = as long as the account is there
privacy-until-export = a day at most
privacy-goes-account = it goes when the account is erased
privacy-goes-exports = all of the group’s are deleted when anybody is erased
privacy-kept-account = Account at the desk
privacy-kept-membership = Roles in groups
privacy-kept-partner-seat = Partners that you sign in for
privacy-kept-desk-link = Links that were made for you, used or not
privacy-kept-desk-session = Sessions
privacy-kept-recovery-code = Recovery codes
privacy-kept-passkey = Passkeys
privacy-kept-passkey-challenge = Questions to a passkey
privacy-kept-saved-filter = Filters of lists, kept under a name
privacy-kept-task = Long work asked for at the desk, such as exports
privacy-what-state = whether it counts and is shown
privacy-what-network = the network it came from
privacy-what-signals = how the form was filled in, and what about it looked false
privacy-why-take-back = So that organisers can take back what they changed
privacy-why-stay-removed = So that what organisers removed as no true signature stays removed
privacy-why-judge = To see false signatures before they count
privacy-kept-changed-row = Changed by the organisers
privacy-kept-removed-mailbox = Scrambled address of a signature that organisers removed and its signer took back
privacy-kept-held-sign-on = Why a sign-on was held until somebody had looked
privacy-what-role = your role in an organisation
privacy-whose-officer = whoever speaks for an organisation
privacy-why-endorse = To know who speaks for an organisation, and to write to them about its endorsement
privacy-until-endorsed = { $days ->
    [one] as long as the endorsement stands or waits, and a day more
   *[other] as long as the endorsement stands or waits, and { $days } days more
}
privacy-kept-endorsement = Endorsed for an organisation
privacy-kept-endorsement-proof = Asked to prove an endorsement
privacy-what-event = which event, with how many, and whether you were there
privacy-what-answers = your answers to an event’s questions
privacy-whose-guest = whoever says that they come to an event
privacy-why-come = So that there is a place for whoever comes, and they hear of every change
privacy-until-over = { $days ->
    [one] until a day after the event
   *[other] until { $days } days after the event
}
privacy-kept-rsvp = Said to come to an event

privacy-what-statement = what they were asked, replied or said publicly
privacy-why-report = To report who was asked and what they replied
privacy-until-on-record = as long as the organisers keep it on the campaign’s record
privacy-goes-record = the organisers remove or hide it when they are asked
privacy-kept-statement = On the record for the press
privacy-kept-statement-link = Sent a private link to reply
privacy-kept-delivery = Told as whom a letter was handed to
privacy-kept-goal-notice = Told by mail that a goal was reached
privacy-what-gift = how much you gave or promised, what for, and what became of it
privacy-what-payment = what the payment provider calls you, your way to pay and your payment (never a card)
privacy-whose-giver = whoever gives money or promises to
privacy-why-give = To take money as it was promised, and to account for it
privacy-until-books = { $years } years after it was paid, as the law asks for books; { $days } days after it was over, where it was not paid; { $announced } days after it was announced, where it is a transfer that never came
privacy-goes-books = stays in the books, and leads to nobody once the rest is gone
privacy-kept-pledge = Your pledges and gifts
privacy-kept-fundraiser-notice = What you were told of fundraisers that you look after
privacy-role-treasurer = treasurers
