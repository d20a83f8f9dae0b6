# The desk: its first page, the signatures, the setup.

desk-nav = The desk
desk-nav-home = Campaigns
desk-nav-setup = Setup
desk-nav-status = Status
desk-nav-members = Members
desk-nav-people = People
desk-nav-tasks = Your tasks
desk-nav-audit = Record
desk-sign-out = Sign out
desk-home-headline = Your campaigns
desk-left = You have left the group.
desk-needs = What needs you
desk-need-failures = Somebody typed a wrong password or code for your account { $count } times in a row. If it was not you, set a longer password and add a second step.
desk-need-account = To your account
desk-need-mail-server = No mail server is set, and { $count } mails wait: nobody can confirm a signature.
desk-need-setup = To the setup
desk-need-second-step = Your account has no second step: whoever reads your mail can sign in as you.
desk-need-second-step-asked = A group that you work in asks a second step of its members: its campaigns are shown once you have one.
desk-need-owner = Nobody owns the group { $group }, so nobody sees its campaigns here. On the server: broadside account invite EMAIL --group { $group }
desk-no-group = You belong to no group yet, or to none any more. Ask one of its owners for an invitation.
desk-no-campaign = No campaign yet. Write the first: a headline, what you ask for, and the letter.
desk-no-campaign-files = Or write it as files on the server and bring it in:
desk-form-new = New campaign
desk-form-edit = Words of “{ $campaign }”
desk-form-to-words = Change its words
desk-form-language = Or begin it in another language:
desk-form-campaign = The campaign
desk-form-letter = The letter
desk-form-letter-hint = Whoever signs, signs these words. If you change them later, the new words get a version of their own, and what was signed stays as it was.
desk-form-letter-open = Signing
desk-form-mail = Who writes to the signers
desk-form-public = Address and publication
desk-form-title = Headline
desk-form-title-hint = A few words, set as large as the page allows.
desk-form-ask = What you ask for
desk-form-ask-hint = One sentence.
desk-form-addressee = To whom
desk-form-addressee-hint = As it stands on the letter: “the city council”.
desk-form-summary = In two lines
desk-form-summary-hint = For search engines and shared links. Left empty, it is what you ask for.
desk-form-letter-title = The letter’s own headline
desk-form-letter-title-hint = Left empty, it is the campaign’s.
desk-form-body = The letter
desk-form-body-hint = An empty line between paragraphs; *slanted*, **bold**, # for a heading, a dash for a list, [words](https://example.org) for a link.
desk-form-letter-status = The letter
desk-form-letter-is-open = takes signatures
desk-form-letter-is-closed = is closed, and stays readable
desk-form-sender-name = Sender of the mails
desk-form-sender-name-hint = The name that stands in the inbox.
desk-form-sender-address = Sender’s address
desk-form-sender-address-hint = One that your mail server may send from; the setup says whether it may.
desk-form-contact = Address for questions
desk-form-contact-hint = Shown to signers beside what is kept of them. It may be left empty.
desk-form-slug = Web address
desk-form-slug-hint = What stands behind /campaigns/: small letters, digits and dashes. Left empty, it is made from the headline. It does not change later.
desk-form-time-zone = Time zone
desk-form-time-zone-hint = Continent and city, as Europe/Madrid: the pages’ times are told in it.
desk-form-status = State
desk-form-status-hint = A draft is seen by nobody but you and your colleagues.
desk-form-draft = Draft
desk-form-published = Published
desk-form-closed = Closed: shown, and takes no names
desk-form-see = See how the letter will look
desk-form-make = Make the campaign
desk-form-save = Save
desk-form-insist = Save it as it stands here
desk-form-preview = How the letter will look
desk-form-preview-words = Nothing is saved yet.
desk-form-faults = Nothing was saved yet. Something is to be mended:
desk-form-changed = Somebody was quicker
desk-form-changed-words = While you had this page open, somebody else saved the campaign. Nothing of yours was saved. Where it differs, both are shown: change your words, or save them over the others.
desk-form-leave = Leave it as it is
desk-form-stands = Saved there by somebody else:
desk-fault-missing = Write something here.
desk-fault-too-long = { $count } characters are too many; { $most } is the most.
desk-fault-control = There is an invisible sign in this text that would break it. Delete it by typing the words around it anew.
desk-fault-slug = Small letters, digits and single dashes, at most 60, as our-demands.
desk-fault-address = This is no address that mail can go to. Write it like team@example.org.
desk-fault-time-zone = This is no time zone. Write continent and city, as Europe/Madrid.
desk-fault-taken = There is a campaign with this web address already. Choose another.
desk-fault-html = Line { $line }: “{ $tag }” is HTML, which is left out of letters. Write *slanted* or **bold**.
desk-fault-picture = Line { $line }: a picture cannot stand within a letter.
desk-fault-link = Line { $line }: the link leads to “{ $url }”, where nobody can follow. Write it whole, as https://example.org/page or mailto:team@example.org.
desk-campaign = Campaign
desk-state = State
desk-signatures = Signatures
desk-mails-waiting = Mails waiting
desk-campaign-draft = Draft
desk-campaign-open = Open
desk-campaign-closed = Closed
desk-look = Look
desk-signatures-page = To the campaign’s page
desk-next = Further
desk-export = Take them away as a table (CSV)
desk-setup-headline = Setup
desk-setup-all-well = Nothing is wrong. Everything was tried just now.
desk-setup-so-far = Nothing that can be seen from here is wrong. Now try the rest.
desk-setup-try-words = Talks to the mail server, asks the DNS about the senders’ domains (SPF, DKIM, DMARC), and opens the address of this instance. It takes some seconds and changes nothing.
desk-setup-try = Try it all
desk-setup-mail-words = One mail to { $email }, handed over while you wait.
desk-setup-mail = Send me a trial mail
desk-setup-mailed = The mail server took the mail. Look whether it arrives at { $email }, and where.
desk-setup-mail-refused = The mail server did not take the mail: { $reason }
desk-setup-record-name = Name
desk-setup-record-kind = Type
desk-setup-record-value = Value
desk-setup-lead = Some things keep this instance from doing its work. What they are and what to do:
desk-setup-wrong = To mend
desk-setup-notes = To know
desk-setup-well = In order
desk-colophon = One cookie keeps you signed in, and nothing else follows you.
desk-lately = Confirmed in 24 hours
desk-needs-you = Needs you
desk-needs-nothing = Nothing at the moment.
desk-need-restored = { $count ->
    [one] One fundraiser waits since a backup was restored: no card is charged.
   *[other] { $count } fundraisers wait since a backup was restored: no card is charged.
}
desk-need-to-restored = Look at it
desk-need-held = { $count ->
    [one] One signature is held until somebody looks at it.
   *[other] { $count } signatures are held until somebody looks at them.
}
desk-need-to-held = Look at them
desk-need-to-outbox = To the outbox
desk-need-lost-mails = { $count ->
    [one] One mail came to nothing in the last seven days: its address does not exist, or the server refused it.
   *[other] { $count } mails came to nothing in the last seven days: addresses that do not exist, or a server that refused them.
}
desk-need-unconfirmed = { $count ->
    [one] One form was sent more than a day ago and is not confirmed. Whoever lost the mail can have a new link.
   *[other] { $count } forms were sent more than a day ago and are not confirmed. Whoever lost the mail can have a new link.
}
desk-need-new-link = The page for a new link, to pass on
desk-need-invitations = { $count ->
    [one] One invitation waits for its answer.
   *[other] { $count } invitations wait for their answers.
}
desk-need-base-url = Links in mails begin with { $url }, which works on this machine only.
desk-need-stuck = Some work of the program is stuck.
desk-glance-as-of = As of { $moment }, in the hours and days of { $zone }.
desk-glance-to-signatures = To the signatures
desk-glance-to-targets = To the targets
desk-glance-to-statements = To the statements
desk-glance-time = Signing
desk-glance-spans = How far back
desk-glance-span-day = 24 hours
desk-glance-span-week = 7 days
desk-glance-span-month = 30 days
desk-glance-span-all = All
desk-glance-stand = Signatures that stand
desk-glance-sent = Forms sent
desk-glance-confirmed = Confirmed
desk-glance-part = Of those sent, confirmed
desk-glance-percent = { $part }%
desk-glance-withdrawn = Withdrawn
desk-glance-clicks = Clicks on posts
desk-glance-hour = Hour
desk-glance-day = Day
desk-glance-month = Month
desk-glance-drawing = Forms sent, and signatures confirmed
desk-glance-highest = Most at { $when }: { $sent } forms sent, { $confirmed } confirmed. The table below has every number.
desk-glance-nothing = Nothing happened in this time.
desk-glance-how = An outline is a form that was sent, a solid column a signature that was confirmed then. Whoever sends the form twice is counted twice as sent and once as confirmed; what was withdrawn later stays counted here.
desk-glance-table = The same in numbers
desk-glance-from = Where they come from
desk-glance-from-words = Signatures that stand by now, and every click on a post: since the beginning, whatever time is chosen above.
desk-glance-from-nothing = Nothing is known yet: no signature says more than its name, and no post was clicked.
desk-glance-relations = To the addressee they are
desk-glance-sources = Link that brought them
desk-glance-languages = Language
desk-glance-countries = Country
desk-glance-clicks-network = Clicks by network
desk-glance-clicks-post = Clicks by post
desk-glance-unsaid = not said
desk-glance-no-source = no code in the link
desk-glance-others = { $count ->
    [one] one other
   *[other] { $count } others
}
desk-nav-personal-data = Personal data
desk-retention = How long things are kept
desk-retention-headline = How long “{ $campaign }” keeps what
desk-retention-lead = Nothing is kept longer than the program allows; a campaign may keep things shorter. Its privacy notice then says what stands here.
desk-retention-days = In days
desk-retention-mails = Notes of mails
desk-retention-mails-hint = That a mail went out and what the server answered. From 2 to 30 days.
desk-retention-withdrawn = What a withdrawn signature said
desk-retention-withdrawn-hint = After it was withdrawn. From 1 to 30 days.
desk-retention-ended = Who signed, after the campaign is closed
desk-retention-ended-hint = From 1 to 3650 days; leave it empty to keep signatures as long as they stand. Names, addresses, postal codes, comments and consents go for good; the signatures count on.
desk-retention-error = Write a whole number from { $fewest } to { $most }.
desk-retention-look = See what would go
desk-retention-only-owner = Only an owner can change it.
desk-retention-saved = Saved. What is over goes within the hour.
desk-retention-changed = While you had this page open, somebody else changed it. Nothing of yours was saved yet: save again if you insist.
desk-retention-preview = What goes when
desk-retention-preview-typed = As you typed it, and not saved.
desk-retention-preview-stands = As it is saved.
desk-retention-day = Within a day
desk-retention-week = In 7 days
desk-retention-month = In 30 days
desk-retention-of-sign-on = Forms that were sent
desk-retention-of-link-request = Who asked for a new link
desk-retention-of-mail = Notes of mails
desk-retention-of-signature = What withdrawn signatures said
desk-retention-of-consent = Consents that were taken back
desk-retention-kept-made = { $days ->
    [one] a day after it was made
   *[other] { $days } days after it was made
}
desk-retention-kept-withdrawn = { $days ->
    [one] a day after it was withdrawn
   *[other] { $days } days after it was withdrawn
}
desk-retention-end = After the end
desk-retention-end-never = { $count ->
    [one] One signature stands. Who signed stays known as long as it stands.
   *[other] { $count } signatures stand. Who signed stays known as long as they stand.
}
desk-retention-end-open = The campaign is not closed. { $days } days after it is, nobody can tell any more who signed: { $count } signatures by now. They count on, and their private links end.
desk-retention-end-closed = The campaign was found closed. From { $day } on nobody can tell any more who signed: { $count } signatures. They count on, and their private links end. If a letter opens again before, it is put off.
desk-record-lead = What the law asks of { $group } (GDPR, Article 30), made from the program itself: every column of the database that can hold something personal is declared, and this page is made of the declarations.
desk-record-campaigns = Who answers for it, and who else gets it
desk-record-no-campaign = The group has no campaign yet, so it keeps nothing of anybody but its members.
desk-record-contact = Contact
desk-record-recipients = Gets addresses, where their owners agreed
desk-record-activities = What is kept, by what it is for
desk-record-security = How it is kept safe
desk-record-columns = Every column

desk-status-headline = Status
desk-status-as-of = As of { $moment }. What was done is told since { $since }, at most a quarter of an hour, and of the process that answers here ({ $node }); what waits is everybody’s.
desk-status-again = Look again
desk-status-found = To look at
desk-status-well = Nothing gave way: whoever came was answered, and nothing waits that should not.
desk-status-wrong = To mend:
desk-status-silent = The database gives no answer. What was read before is shown on; nobody can sign until it is back.
desk-status-failed = { $count ->
    [one] 1 answer failed: somebody saw a page that says so. The log has the cause.
   *[other] { $count } answers failed: somebody saw a page that says so. The log has the causes.
}
desk-status-turned-away = { $count ->
    [one] 1 person was asked to come back after two seconds, with the form kept: more came than could be stored.
   *[other] { $count } people were asked to come back after two seconds, with their forms kept: more came than could be stored.
}
desk-status-behind = { $count ->
    [one] 1 sign-on waits to be looked at before its mail is written,
   *[other] { $count } sign-ons wait to be looked at before their mails are written,
} { $minutes ->
    [one] for 1 minute.
   *[other] the first for { $minutes } minutes.
}
desk-status-server-rests = The mail server does not serve. It is tried again in { $seconds ->
    [one] 1 second.
   *[other] { $seconds } seconds.
} Mails wait meanwhile; none is lost.
desk-status-domains-rest = { $count ->
    [one] 1 mail domain puts mails off and is left in peace for a while. Mails to others go on.
   *[other] { $count } mail domains put mails off and are left in peace for a while. Mails to others go on.
}
desk-status-slow-disk = One in a hundred commits of sign-ons took longer than a tenth of a second (within { $time }): the disk is slow or busy.
desk-status-lately = The last quarter of an hour
desk-status-sign-ons = Sign-ons
desk-status-confirmations = Confirmations
desk-status-mails-sent = Mails sent
desk-status-mails-waiting = Mails that wait
desk-status-answers = Answers
desk-status-from-memory = Public pages from memory
desk-status-drawing = Sign-ons and confirmations, minute by minute
desk-status-highest = Most in the minute from { $when }: { $sent } sign-ons. The table below has every number.
desk-status-nothing = No sign-on in this time.
desk-status-how = An outline is sign-ons, a solid column confirmations. The last minute is under way.
desk-status-minutes = The same in numbers
desk-status-minute = Minute
desk-status-away = Asked to come back
desk-status-failures = Failed
desk-status-storing = How storing goes
desk-status-storing-words = What waits is stored together, and thanked for once it is on the disk.
desk-status-queue = What is stored
desk-status-queue-sign-ons = Sign-ons
desk-status-queue-confirmations = Confirmations
desk-status-queue-clicks = Clicks on posts
desk-status-stored = Stored
desk-status-together = Shared a commit
desk-status-half = Half within
desk-status-nearly-all = 99 of 100 within
desk-status-mail = What became of mails
desk-status-mail-sent = Taken by the mail server
desk-status-mail-later = Put off, to be tried again
desk-status-mail-bounced = Refused
desk-status-mail-failed = Given up
desk-status-mail-dropped = Nothing left to say
desk-status-routes = How quickly pages answer
desk-status-routes-words = Those that were asked for most. A URL stands as its pattern, so that no link and no name is told.
desk-status-route = URL
desk-status-elsewhere = no such page
desk-status-machine = The machine
desk-status-version = Version
desk-status-database = Database
desk-status-size = Size of the database
desk-status-room = Room left on its disk
desk-status-memory = Memory of this process
desk-status-undecided = Sign-ons whose mail is not decided yet
desk-status-megabytes = { $count } MB
desk-status-milliseconds = { $count } ms
desk-status-microseconds = { $count } µs
desk-status-seconds = { $count } s
desk-status-over = over { $time }
desk-need-endorsements = { $count ->
    [one] One organisation’s endorsement waits for a look.
   *[other] { $count } organisations’ endorsements wait for a look.
}
desk-need-to-endorsements = To the endorsements
desk-glance-to-endorsements = To the endorsements
desk-glance-to-events = To the events
desk-glance-to-versions = Its versions
desk-form-reason = Why its words are changed
desk-form-reason-hint = Everybody reads it beside what differs, and those who signed before, if you let them be told. Needed where people have signed.
desk-fault-unreasoned = People have signed the words as they were: say why they are changed.

desk-glance-to-partners = To the partners
desk-partners = You sign in for these partners
desk-partners-words = Each opens its own signers, its files and its share, and nothing of the campaign’s desk.
desk-partnership-over = The partnership has ended. Nothing of it opens any more.
desk-glance-to-deliveries = To handing over
desk-glance-to-goals = To the goals
desk-glance-to-fundraisers = Fundraisers
desk-glance-to-giver-words = What givers say
