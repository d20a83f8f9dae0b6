# Partners of a campaign: the group’s pages, a partner’s own, and its public ones.

partners-term-who = { $group } runs the campaign. { $partner } gets the name and the mail address of those signers who ticked the box of { $partner } when they signed, or agreed to { $partner } later on their private page, and of nobody else. No address is passed on in any other way.
partners-term-shown = On the form and on each signer’s private page stands { $partner }, with its site { $website } and its page about data { $privacy }. When the group changes one of these, { $partner } accepts these terms anew before it is handed anybody more; who agreed before, agreed to the name that stood there.
partners-term-words = What { $partner } says about data, as it stands here: { $words }
partners-term-what-for = { $partner } uses them for what the ticked words say, and for nothing else. The file bears the words, their version, the page, the time and the source of each consent, so that each can be shown.
partners-term-file = Files are encrypted to the public key that { $partner } gives. { $partner } alone has the other half, and keeps what it decrypts as it keeps its own members’ data.
partners-term-ended = A signer can take a consent back at any time. { $partner } fetches a file at least every two weeks, and within three days stops writing to those whose number the file calls ended, and deletes them. For that it keeps the number beside each address.
partners-term-care = { $partner } answers for what it holds, under its own words on data, which are linked beside its box and from each signer’s private page.
partners-term-end = Either side can end this at any time, with one button and without a reason. From that moment the form does not ask for { $partner } any more, this sign-in shows nothing, and nothing can be fetched.
partners-term-after = With that day every consent to { $partner } ends in this campaign, and each signer’s private page says so. What { $partner } fetched before stays with it under its own words on data; from then on it is told here of nobody who changes their mind, so it gives everybody it writes to a way out of its own, in each mail. It deletes what it has not used within thirty days.

partners-terms = Terms
partners-terms-lead = You are invited to be a partner of { $campaign }. These are the terms; you see signers once they are accepted.
partners-terms-anew = The group changed what your organisation is called in { $campaign }, or what is said of it. You see signers again once you accept the terms as they stand now.
partners-terms-read = These are the terms under which your organisation takes part in { $campaign }; they were accepted on { $when }. Read them before you see signers.
partners-terms-read-button = I have read them
partners-terms-key = The group gave this key, to which your files would be encrypted. Once you accept, only you can change it:
partners-terms-accept = Accept these terms
partners-terms-accepted = Accepted on { $when }, in these words:
partners-terms-changed = These terms are not those that you read
partners-terms-changed-words = They were changed meanwhile. Nothing was accepted; read them as they stand now.
partners-decline = No, thank you
partners-decline-words = Then the form does not ask for you any more, and this page closes.
partners-decline-button = Decline

partners-own-standing = { $n ->
    [0] Nobody has agreed yet that you write to them.
    [one] One person agrees that you write to them.
   *[other] { $n } people agree that you write to them.
}
partners-own-more = More than { $n } people agree that you write to them.
partners-look = The campaign under this look
partners-share = Share of the joint count
partners-share-joint = Joint count
partners-share-own = By your sources
partners-share-percent = { $percent } % of it
partners-share-words = As of { $when }. Everybody counts once, by the source with which they signed first, however many partners brought them.
partners-source = Source
partners-signatures = Signatures

partners-files = Files
partners-files-words = Each file holds what is new since the one before: who agreed, who corrected their name, and by number alone who takes it back. It is encrypted to your key; open it with “age -d -i key.txt file.csv.age”. Where a cell begins with =, +, @ or a minus, an apostrophe stands before it, so that no spreadsheet calculates it: take that away before you write to the address.
partners-files-no-key = Give your key below first: without it there is nothing to encrypt to.
partners-files-under-way = A file is being put together. Load this page again in a moment.
partners-files-button = Ask for what is new
partners-files-whole-button = Ask for everybody anew
partners-file = File
partners-file-number = File { $n }
partners-file-gathering = Being put together
partners-file-whole = everybody
partners-file-asked = Asked for
partners-file-given = New
partners-file-changed = Corrected
partners-file-ended = Ended

partners-key = Key
partners-key-label = Public key of age
partners-key-hint = “age-keygen -o key.txt” makes a pair. Here goes the line that it calls the public key; the file stays with the partner.
partners-key-button = Keep this key
partners-key-given = given
partners-key-none = none yet
partners-key-error = This is no public key of age. It begins with age1 and looks like { $example }
partners-key-example = That is the example: its other half is not yours. Make a pair with age-keygen, and paste its public key.
partners-key-secret = This is a secret key, which nobody else may have: it was not kept. Make a new pair with age-keygen, and paste the public key here, which looks like { $example }

partners-signers = Who agreed
partners-signers-none = Nobody yet. Show your people the campaign under your look: who signs there finds your box on the form, unticked as everywhere.
partners-signer = Name
partners-address = Address
partners-agreed = Agreed
partners-older = Earlier ones

partners-end = End the partnership
partners-end-own-words = The form stops asking for you, every consent to you in this campaign ends today, and this page closes at once. What you fetched stays with you under the terms that you accepted.
partners-end-group-words = The form stops asking for this partner, every consent to it in this campaign ends today, and its sign-ins open nothing from the next click on. What it fetched before stays with it under the terms that it accepted; each signer’s private page says so.
partners-end-count = { $n ->
    [0] Nobody has agreed, so no consent ends with it.
    [one] One consent ends with it, for good.
   *[other] { $n } consents end with it, for good.
}
partners-end-more = More than { $n } consents end with it, for good.
partners-end-leave = Leave it as it is
partners-end-button = End it now

partners-conflict = Somebody saved this campaign meanwhile
partners-conflict-words = Nothing of yours was saved. What you typed stands below; send it again if it still fits.
partners-done-accepted = The terms are accepted. Give your key, and ask for the first file.
partners-done-key = The key is kept. Files are encrypted to it from now on.
partners-done-asked = The file is being put together. Load this page again in a moment.
partners-done-read = You have read the terms.
partners-done-removed = Shut out: nothing opens to them here from the next click on.
partners-done-withdrawn = The invitation is taken back; its link opens nothing any more.
partners-done-saved = Saved.
partners-done-invited = The invitation is on its way.
partners-done-ended = The partnership has ended.

partners-headline = Partners
partners-desk-words = Organisations that may write to those signers who agree to each of them. Each has a box of its own on the form, a page of the campaign under its own look, and a sign-in that shows its own signers alone.
partners-none = There is no partner yet.
partners-partner = Partner
partners-state = How it stands
partners-state-none = Not invited. Its box stands on the form, and nothing is passed on.
partners-state-invited = Invited on { $when }; the terms are not accepted yet. The form asks for its consent already; who agrees now is handed over once they are.
partners-state-accepted = Takes part since { $when }.
partners-state-ended-group = Ended by the group on { $when }.
partners-state-ended-partner = Ended by the partner on { $when }.
partners-waits = Its name, its site or what it says about data differ from what it accepted. Until it accepts them too, it sees nobody and takes no file.
partners-accepted-words = It has accepted the terms: its key is its own from then on. When you change its name, its site, its page or its words on data, it has to accept them before it sees anybody again; who agreed before, agreed to the name that stood there.
partners-new = Add a partner
partners-change = Change its words and logo
partners-website = Website
partners-privacy = Its page about data
partners-consent = Words beside its box
partners-invite = Invite
partners-invite-words = Whoever gets the link signs in for this partner: they see the terms, and once those are accepted its own signers, never anything else of the desk.
partners-invite-email = Mail address
partners-invite-button = Send the invitation
partners-mails-wait = No mail server is set, so the invitation waits until one is.
partners-people = Who signs in for it
partners-people-none = Nobody yet.
partners-people-own = Who signs in for you
partners-seat-removal = Shut out
partners-seat-removal-of = Shut out { $email }
partners-seat-removal-words = Whoever is shut out sees nothing here from the next click on, and a running download is cut off. The partnership stands.
partners-invitations = Invited, not here yet
partners-invitation-until = until { $when }
partners-invitation-withdrawal = Take back
partners-invitation-withdrawal-of = Take back the invitation of { $email }
partners-history = Before
partners-back = All partners

partners-field-name = Name
partners-field-slug = Word in its addresses
partners-field-slug-hint = Small letters, digits and dashes, such as green-future. It cannot be changed later.
partners-field-consent-hint = In your own words: to whom what goes, and for what. Whoever agrees, agrees to exactly these.
partners-field-privacy-text = What it says about data
partners-field-privacy-text-hint = May stay empty: then its own page is linked.
partners-field-logo = Logo
partners-field-logo-hint = One of the campaign’s pictures.
partners-logo-none = None
partners-field-signal = Colour of its page
partners-field-signal-hint = Six digits behind a #, such as #1d6b3a; empty for the campaign’s own.
partners-save = Save
partners-leave = Leave it as it was
partners-others = It does not go together with the rest of the campaign
partners-mistakes = { $n ->
    [one] One thing is missing or wrong
   *[other] { $n } things are missing or wrong
}
partners-too-many = A campaign has twelve partners at most, also counting those that take part no more. To make room, export the campaign, remove one in its files, and import them.
partners-fault-missing = Fill this in.
partners-fault-too-long = At most { $most } characters; shorten it.
partners-fault-unprintable = This holds a sign that cannot be printed; type it anew.
partners-fault-slug = Use small letters, digits and single dashes, such as green-future.
partners-fault-slug-taken = Another partner has this word.
partners-fault-url = Write the whole web address, such as https://example.org/privacy.
partners-fault-colour = Write six digits behind a #, such as #1d6b3a, dark enough to be read on light paper.
partners-fault-logo = Choose one of the campaign’s pictures.

partners-privacy-headline = { $partner } and your data
partners-privacy-lead = { $partner } is a partner of this campaign. It gets your name and your mail address only if you tick its box when you sign.
partners-privacy-more = Its own page about data
partners-privacy-words-title = What you agree to
partners-privacy-back-title = Taking it back
partners-privacy-back-words = Your private link, which the confirmation mail brought, shows what you agreed to and ends it with a button. Your signature stays.
partners-privacy-back-ended = Nobody agrees to it any more, and your private link shows what you agreed to and when it ended.
partners-privacy-links = Send me my link again
partners-privacy-ended = It takes part no more since { $when }. What it got before stands under its own words; turn to it directly.

partners-mail-subject = { $partner } has no part in “{ $campaign }” any more
partners-mail-left = { $name }, { $partner } ended its partnership in “{ $campaign }” on { $moment }.
partners-mail-declined = { $name }, { $partner } did not accept the terms of “{ $campaign }”, and has no part in it since { $moment }.
partners-mail-left-follows = Its box has left the form, its sign-ins open nothing, and every consent to it has ended with that day. Signatures stand, and so does what is counted by its source. You can invite it again.
partners-mail-left-button = { $partner } at the desk
partners-mail-left-why = You get this mail because you work on this campaign of { $group }. It is sent once.
partners-mail-ended = { $name }, { $group } ended the partnership with { $partner } in “{ $campaign }” on { $moment }.
partners-mail-ended-follows = Your sign-in opens nothing of it any more, and every consent to { $partner } has ended with that day. What you fetched before stays with you under your own words on data: give everybody you write to a way out, and delete within thirty days what you do not use.
partners-mail-ended-button = What signers read of it now
partners-mail-ended-why = You get this mail because you signed in for { $partner } in this campaign of { $group }. It is sent once.
