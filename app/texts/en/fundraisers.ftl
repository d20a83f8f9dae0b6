# Fundraisers: money that a campaign asks for, what was promised, and what became of it.

fundraisers-title = Fundraisers
fundraisers-description = What { $campaign } asks money for, how much has come together, and where it went.
fundraisers-lead = What { $campaign } asks money for.
fundraisers-none = There are no fundraisers.
fundraisers-all = All fundraisers
fundraisers-fundraiser = Fundraiser

fundraisers-state-pledged = { $sum } of { $goal } pledged by { $n ->
    [one] { $n } person
   *[other] { $n } people
}, until { $ends }.
fundraisers-state-undecided = { $sum } of { $goal } pledged by { $n ->
    [one] { $n } person
   *[other] { $n } people
} when it ended on { $ends }. What follows is being decided.
fundraisers-state-given = { $sum } of { $goal } given by { $n ->
    [one] { $n } person
   *[other] { $n } people
}, until { $ends }.
fundraisers-state-paid = { $sum } of { $goal } paid by { $n ->
    [one] { $n } person
   *[other] { $n } people
}.
fundraisers-state-ended = { $sum } of { $goal } had been pledged when it ended on { $ends }.
fundraisers-as-of = As of { $moment }.
fundraisers-outcome-missed = The goal was missed. Nobody was charged.
fundraisers-outcome-over = This fundraiser has ended.
fundraisers-outcome-charging = The goal stood at the end, with { $with }. Pledges are being charged: { $open } are still to come in.
fundraisers-outcome-met = The goal was reached, and { $paid } came in.
fundraisers-outcome-short = At the end { $with } had been pledged. Not everything could be charged: { $paid } came in, less than the goal of { $goal }.
fundraisers-outcome-given-back = At the end { $with } had been pledged. Not everything could be charged, and less than the goal of { $goal } came in. As promised, everybody gets back what they paid.

fundraisers-items = What it pays for
fundraisers-item-price = { $count } at { $price } each
fundraisers-item-state = { $n } of { $count } paid for
fundraisers-item-number = { $item } ({ $n } of { $count })
fundraisers-promise = What is promised
fundraisers-promise-all-spend = Nobody is charged unless { $goal } are pledged by the end. If a card is declined then, whoever gave it has { $days ->
    [one] { $days } day
   *[other] { $days } days
} to pay in another way. If less than the goal comes in all the same, what came in is spent as said below.
fundraisers-promise-all-give-back = Nobody is charged unless { $goal } are pledged by the end. If a card is declined then, whoever gave it has { $days ->
    [one] { $days } day
   *[other] { $days } days
} to pay in another way. If less than the goal comes in all the same, everybody gets back what they paid.
fundraisers-promise-keep = Every gift is charged at once, whether or not { $goal } come together.

fundraisers-pledge = Make a pledge
fundraisers-give = Give
fundraisers-amount = Amount
fundraisers-other = Another amount
fundraisers-other-label = Another amount, in { $currency }
fundraisers-cover = Add what the payment provider keeps ({ $percent } % and { $fixed })
fundraisers-name = Your name
fundraisers-name-hint = For the receipt. It is shown only if you say so below.
fundraisers-email = Your e-mail address
fundraisers-email-hint = For the receipt, and to tell you how it ends.
fundraisers-more = For an organisation, in memory of somebody, a few words
fundraisers-organisation = On behalf of an organisation
fundraisers-memory = In memory of
fundraisers-words = A few words for everybody to read
fundraisers-words-hint = They stand on this page, also where your name does not.
fundraisers-named = Show my name
fundraisers-show-amount = Show the amount
fundraisers-send = Go on to payment
fundraisers-form-words = You are asked for a card on the payment provider’s own page. We never see it.
fundraisers-mistakes = { $n ->
    [one] One field needs a change
   *[other] { $n } fields need a change
}
fundraisers-too-many = That was a lot at once
fundraisers-too-many-words = Too many pledges came from your network. Please try again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}. What you typed is still here.
fundraisers-shut-ended = This fundraiser has ended.
fundraisers-shut-closed = Nobody can give here at the moment.
fundraisers-shut-no-provider = The organisers have not set up yet how money is taken.
fundraisers-shut-stopped = Too many cards were declined within an hour, so no payments are taken for a while. Please come back later.
fundraisers-elsewhere = Money for this is taken on another site, which tells you what becomes of your data.
fundraisers-elsewhere-link = Give on the other site

fundraisers-givers = Who gave
fundraisers-givers-none = Nobody yet.
fundraisers-anonymous = Somebody
fundraisers-name-of = { $name } for { $organisation }
fundraisers-in-memory = In memory of { $memory }
fundraisers-unlisted = { $n ->
    [one] And { $n } who is not listed.
   *[other] And { $n } who are not listed.
}
fundraisers-went = Where it went
fundraisers-went-given = Came in
fundraisers-went-fees = Kept by the payment provider
fundraisers-went-refunded = Paid back
fundraisers-went-disputed = Taken back by banks
fundraisers-went-provider = Still with the payment provider
fundraisers-went-bank = In the bank
fundraisers-invoices = Invoices
fundraisers-invoice-file = The invoice (PDF)

fundraisers-onward-title = On to payment
fundraisers-onward-sets-up = You pledge { $amount }. On the next page you give a card. Nothing is charged now.
fundraisers-onward-pays = You give { $amount }. On the next page you pay by card.
fundraisers-onward-words = The next page belongs to { $host }. Your card stays there.
fundraisers-onward-link = To the payment page
fundraisers-onward-back = Not now
fundraisers-inbox-title = Check your inbox
fundraisers-inbox-lead = We have sent you a link. From there it goes on to payment.
fundraisers-inbox-words = At the moment many try out cards that are not theirs. So we ask everybody who gives to “{ $fundraiser }” to go on by mail.
fundraisers-gone-title = This link leads nowhere
fundraisers-gone-words = It is not complete, or what it led to has been deleted.

fundraisers-own-begun-title = Not paid yet
fundraisers-own-pledged-title = Your pledge
fundraisers-own-declined-title = Your card was declined
fundraisers-own-paid-title = Thank you
fundraisers-own-over-title = Your pledge is over
fundraisers-own-refunded-title = Paid back
fundraisers-own-begun = You have not given a way to pay { $amount } yet, so nothing is pledged.
fundraisers-own-begun-asked = This fundraiser has ended. The payment provider is being asked whether you gave a way to pay { $amount } before.
fundraisers-own-begun-late = Nothing was pledged before this fundraiser ended.
fundraisers-own-begun-late-keep = Nothing was given before this fundraiser ended.
fundraisers-own-on-its-way = Your payment of { $amount } is on its way. Some banks take days; once it has arrived you get a receipt by mail.
fundraisers-own-not-arrived = Your payment of { $amount } did not arrive: your bank did not send it. Nothing was given.
fundraisers-own-pledged = You pledge { $amount }. It is charged only if { $goal } are pledged by { $ends }.
fundraisers-own-undecided = You pledge { $amount }. The end was { $ends }; whether { $goal } were pledged by then is being decided.
fundraisers-own-charging = The goal stands, and your { $amount } are being charged.
fundraisers-own-declined = The goal stands, but your card was declined when { $amount } were charged. You can pay in another way until { $until }.
fundraisers-own-paid = You gave { $amount }. Thank you!
fundraisers-own-returned = You gave { $amount }, and { $returned } of it were paid back. Thank you!
fundraisers-own-lapsed = Your card was declined, and the time to pay in another way is over. You were not charged.
fundraisers-own-lapsed-refused = Your pledge could not be charged, which was not your card’s fault, and it has lapsed. If a payment shows on your card’s statement all the same, write to the organisers.
fundraisers-own-released = You were not charged, and will not be.
fundraisers-own-cancelled = You took this pledge back. You were not charged, and will not be.
fundraisers-own-transfer-cancelled = You called this transfer off. If the money arrives all the same, the organisers decide what becomes of it.
fundraisers-own-transfer-gone = The organisers name no account any more, so please do not transfer what you announced. If you have already, tell them.
fundraisers-own-refunding = Your { $amount } are being paid back.
fundraisers-own-refunded = Your { $amount } were paid back. Banks take some days to show it.
fundraisers-own-disputed = Your bank took { $amount } back.
fundraisers-own-looking = We are asking the payment provider how it went. That takes a few seconds.
fundraisers-own-look = Look again
fundraisers-own-pay = Go on to payment
fundraisers-own-item = Your gift stands for
fundraisers-of-it-fees = Of it, { $fees } cover what the payment provider keeps.
fundraisers-receipt = Receipt
fundraisers-own-shown = What everybody may see
fundraisers-own-save = Save
fundraisers-own-cancel = Take the pledge back
fundraisers-own-cancel-words = You are not charged, and it no longer counts towards the goal.
fundraisers-own-transfer-cancel = Call the transfer off
fundraisers-own-transfer-cancel-words = If you have not transferred it yet. Nobody waits for it then.
fundraisers-own-transfer-cancel-button = Call it off
fundraisers-own-cancel-button = Take it back
fundraisers-done-shown = Saved.
fundraisers-done-too-late = That is no longer possible. Below is how it stands.
fundraisers-done-no-answer = The payment provider gives no answer at the moment. Nothing was charged. Please try again in a minute.
fundraisers-done-too-often = This was begun too often. Please make a new pledge, or write to the organisers.

fundraisers-fault-missing = This is needed.
fundraisers-fault-too-long = At most { $most } characters.
fundraisers-fault-unprintable = It holds characters that cannot be shown.
fundraisers-fault-link = Please write it without a link.
fundraisers-fault-email = Please write it as name@example.org.
fundraisers-fault-amount = Please write an amount in digits, such as 25.
fundraisers-fault-too-much = That is more than can be counted: the most is { $most }.
fundraisers-fault-too-fine = It has more digits behind the point than this currency.
fundraisers-fault-too-small = The least is { $least }.
fundraisers-fault-too-large = That is more than the whole goal of { $most }. Please write to the organisers.
fundraisers-fault-at-once = A card is charged { $most } at once at most. Please give less, or write to the organisers.
fundraisers-fault-uneven = Cards can be charged in steps of { $step }.
fundraisers-fault-day = A day, as 2018-09-25.
fundraisers-fault-number-taken = Another entry of the book has this number. If this is a different one, add who it is from to the number.
fundraisers-fault-item = Choose what it paid for.
fundraisers-fault-file = This is no PDF.
fundraisers-fault-file-too-long = This file is larger than 4 MB. Please take a smaller one.

fundraisers-practice-title = A payment page to practise on
fundraisers-practice-note = This is practice: no money moves, and no card is asked for.
fundraisers-practice-host = the practice provider
fundraisers-practice-over = This page has been used.
fundraisers-practice-sets-up = A real provider would ask for a card here, to charge { $amount } later.
fundraisers-practice-pays = A real provider would ask for a card here, and charge { $amount }.
fundraisers-practice-works = Give a card that works
fundraisers-practice-declines = Give a card that is declined later
fundraisers-practice-leave = Leave without paying
fundraisers-practice-back = Back

fundraisers-mail-practice = This is practice: no money moves.
fundraisers-mail-why = You get this mail because this address was given with a pledge for “{ $fundraiser }”, of { $group }.
fundraisers-mail-own-button = See your pledge
fundraisers-mail-organisation = It was given for { $words }.
fundraisers-mail-memory = It was given in memory of { $words }.
fundraisers-mail-item = It stands for: { $words }.
fundraisers-mail-link-subject = Go on with your { $amount } for { $fundraiser }
fundraisers-mail-link-opening = { $name }, somebody with this address wants to give { $amount } for “{ $fundraiser }”.
fundraisers-mail-link-ask = If that is you, go on to payment. If not, nothing happens.
fundraisers-mail-link-button = Go on to payment
fundraisers-mail-pledged-subject = You pledged { $amount }: { $fundraiser }
fundraisers-mail-pledged-opening = Thank you, { $name }. You pledged { $amount } for “{ $fundraiser }”.
fundraisers-mail-pledged-ask = Your card is charged only if { $goal } are pledged by { $ends }. Until then you can take the pledge back.
fundraisers-mail-receipt-subject = Receipt { $receipt }: { $amount } for { $fundraiser }
fundraisers-mail-receipt-opening = Thank you, { $name }. You gave { $amount } on { $paid } for “{ $fundraiser }”. This is receipt { $receipt }, from { $group }.
fundraisers-mail-receipt-ask = What the money is spent on is told on the fundraiser’s page, to the cent.
fundraisers-mail-declined-subject = Your card was declined: { $fundraiser }
fundraisers-mail-declined-opening = { $name }, “{ $fundraiser }” reached its goal, but your card was declined when { $amount } were charged.
fundraisers-mail-declined-ask = You can pay in another way until { $until }. After that your pledge lapses.
fundraisers-mail-declined-button = Pay in another way
fundraisers-mail-lapsed-subject = Your pledge has lapsed: { $fundraiser }
fundraisers-mail-lapsed-opening = { $name }, your card was declined, and the time to pay { $amount } for “{ $fundraiser }” in another way is over.
fundraisers-mail-lapsed-refused-opening = { $name }, your pledge of { $amount } for “{ $fundraiser }” could not be charged. That was not your card’s fault.
fundraisers-mail-lapsed-ask = You were not charged. Thank you all the same.
fundraisers-mail-lapsed-refused-ask = It has lapsed, and your card is not asked any more. If a payment shows on its statement all the same, write to us. Thank you all the same.
fundraisers-mail-not-arrived-subject = Your payment did not arrive: { $fundraiser }
fundraisers-mail-not-arrived-opening = { $name }, your payment of { $amount } for “{ $fundraiser }” was on its way and did not arrive: your bank did not send it. Nothing was given, and nothing is owed.
fundraisers-mail-not-arrived-ask = If you still want to give, your page leads to another way to pay for as long as the fundraiser goes on.
fundraisers-mail-not-arrived-over = The fundraiser has ended meanwhile.
fundraisers-mail-released-subject = You are not charged: { $fundraiser }
fundraisers-mail-released-opening = { $name }, your pledge of { $amount } for “{ $fundraiser }” is over: its goal was not reached, or it was taken back.
fundraisers-mail-released-ask = You were not charged, and will not be. Thank you all the same.
fundraisers-mail-refunded-subject = Your { $amount } were paid back: { $fundraiser }
fundraisers-mail-refunded-opening = { $name }, your { $amount } for “{ $fundraiser }” (receipt { $receipt }) were paid back.
fundraisers-mail-refunded-ask = Banks take some days to show it.
fundraisers-mail-returned-subject = { $returned } were paid back: { $fundraiser }
fundraisers-mail-returned-opening = { $name }, of your { $amount } for “{ $fundraiser }” (receipt { $receipt }), { $returned } were paid back in all. The rest stands.

fundraisers-notice-button = Look at the fundraisers
fundraisers-notice-why = You get this mail because you look after a campaign of { $group }.
fundraisers-notice-met-subject = The goal stands: { $fundraiser }
fundraisers-notice-met-opening = { $name }, “{ $fundraiser }” has ended with { $with } pledged, of { $goal }. The pledges are being charged now.
fundraisers-notice-missed-subject = The goal was missed: { $fundraiser }
fundraisers-notice-missed-opening = { $name }, “{ $fundraiser }” has ended with { $with } pledged, of { $goal }. Nobody is charged, and everybody is told so.
fundraisers-notice-over-subject = Ended: { $fundraiser }
fundraisers-notice-over-opening = { $name }, “{ $fundraiser }” has ended with { $with } given, of { $goal }.
fundraisers-notice-settled-subject = All pledges are settled: { $fundraiser }
fundraisers-notice-settled-opening = { $name }, { $paid } came in for “{ $fundraiser }”, of { $with } that were pledged. No pledge is open any more.
fundraisers-notice-given-back-subject = Everybody gets their money back: { $fundraiser }
fundraisers-notice-given-back-opening = { $name }, { $paid } came in for “{ $fundraiser }”, less than the goal of { $goal }. As was promised, all of it is being paid back.
fundraisers-notice-stopped-subject = Too many cards are declined: { $fundraiser }
fundraisers-notice-stopped-opening = { $name }, more than half of the cards that were tried for “{ $fundraiser }” within an hour were declined: somebody may be trying stolen ones. No new payments by card are taken until { $until }.
fundraisers-notice-declined-opening = { $name }, more than half of the cards that were tried for “{ $fundraiser }” within an hour were declined. Whoever’s card it was is told, and has some days to pay in another way.
fundraisers-notice-restored-subject = A backup was restored, and it waits: { $fundraiser }
fundraisers-notice-restored-opening = { $name }, a backup was put in place, and “{ $fundraiser }” waits. Nothing is decided, and no card is charged, until an owner or a treasurer has looked at it at the desk and goes on with it: whoever took a pledge back since the backup was taken stands in it again.
fundraisers-notice-refused-subject = The provider does not charge pledges: { $fundraiser }
fundraisers-notice-refused-opening = { $name }, the payment provider refuses to charge pledges for “{ $fundraiser }”, or to say whether it did, and it is not the givers’ cards. What it says stands at the desk; the account there may need you. It is asked again by itself for some days. What it never answers can be given up at the desk.

fundraisers-desk-headline = Fundraisers: { $campaign }
fundraisers-desk-intro = How far each is. Amounts and references of single gifts are for owners and treasurers. Cards stay with the payment provider.
fundraisers-desk-public = The public page
fundraisers-desk-to-words = What givers say to everybody
fundraisers-desk-none = There are no fundraisers yet. One is made here, or written in the campaign’s files, in fundraisers.toml.
fundraisers-desk-no-provider = No payment provider is set, so nobody can give yet.
fundraisers-desk-sums = Pledges by state
fundraisers-desk-restored-title = A backup was restored
fundraisers-desk-restored = On { $moment } a backup was put in place. What came in at the payment provider since it was taken is entered by itself. But whoever took a pledge back since stands here as before, and who pledged since is missing. Nothing is decided, and no card is charged, until somebody goes on with it. Look at the provider’s list and at mails of givers first; whoever took a pledge back can do so again on their page until then.
fundraisers-desk-catching-up = The payment provider is being asked what came in since the backup. Try again in a minute.
fundraisers-desk-go-on = Go on with it
fundraisers-desk-done-gone-on = It goes on: what is due is decided and charged.
fundraisers-desk-doubts = What does not agree with the payment provider
fundraisers-doubt-unknown = The provider does not know this payment.
fundraisers-doubt-less-refunded = The provider says now that less was paid back than it said before: perhaps the bank did not take it. Look at it there.
fundraisers-doubt-refused = The provider refuses, or does not answer, and is asked again by itself. It says: { $words }
fundraisers-doubt-given-up = It was given up: the provider refused to charge it, or to say whether it did. No payment of it is known. It said: { $words }
fundraisers-doubt-not-arrived = The payment { $payment } was on its way and did not arrive: its bank did not send it. Whoever gave it is told.
fundraisers-doubt-unanswered = The provider never said what became of its page, and is not asked any more. Look for a payment there. It said: { $words }
fundraisers-doubt-stray = Money came that nobody asked for: { $payment }. Look at it at the provider’s, and pay it back there.
fundraisers-column-state = State
fundraisers-column-pledges = Pledges
fundraisers-column-reference = Reference
fundraisers-column-when = When
fundraisers-column-deed = Pay back
fundraisers-pledge-begun = Begun
fundraisers-pledge-on-its-way = On its way
fundraisers-pledge-not-arrived = Did not arrive
fundraisers-pledge-pledged = Pledged
fundraisers-pledge-charging = Being charged
fundraisers-pledge-declined = Declined
fundraisers-pledge-paid = Paid
fundraisers-pledge-returned = { $state }; { $returned } paid back
fundraisers-pledge-lapsed = Lapsed
fundraisers-pledge-released = Not charged
fundraisers-pledge-cancelled = Taken back
fundraisers-pledge-refunding = Being paid back
fundraisers-pledge-refunded = Paid back
fundraisers-pledge-disputed = Taken back by a bank
fundraisers-desk-refund = Pay back
fundraisers-desk-older = Older pledges
fundraisers-desk-pledges-table = All pledges as a table (CSV)
fundraisers-desk-ledger-table = The book as a table (CSV)
fundraisers-desk-journal = The book for hledger
fundraisers-desk-payout = Enter a payout
fundraisers-desk-payout-words = What the payment provider has sent to your bank.
fundraisers-desk-invoice = Enter an invoice
fundraisers-desk-invoice-words = What was paid for. Everybody sees it on the fundraiser’s page, with its file.
fundraisers-desk-enter = Enter
fundraisers-desk-day = Day
fundraisers-desk-day-hint = As 2018-09-25.
fundraisers-desk-reference = Reference
fundraisers-desk-reference-hint = As the provider calls the payout. The same one counts once.
fundraisers-desk-item = What it paid for
fundraisers-desk-number = Number of the invoice
fundraisers-desk-number-hint = The same one counts once.
fundraisers-desk-what = From whom, and for what
fundraisers-desk-what-hint = Everybody reads this.
fundraisers-desk-file = The invoice
fundraisers-desk-file-hint = A PDF of 4 MB at most. Everybody can read it: black out what is personal.
fundraisers-desk-done-entered = Entered.
fundraisers-desk-done-known = That stands in the book already, so nothing was entered.
fundraisers-desk-done-refunding = The payment provider is being asked to pay it back.
fundraisers-desk-done-given-up = It is given up, and whoever gave it is told.
fundraisers-desk-being-asked = The provider is being asked about it at this moment. Look again in a minute.
fundraisers-desk-words-headline = What givers say: { $campaign }
fundraisers-desk-words-intro = Names and words that stand on a fundraiser’s page. You can keep them off it; the gift counts as before.
fundraisers-desk-words-none = Nobody has said anything yet.
fundraisers-desk-words-hide = Keep off the page
fundraisers-desk-words-show = Show again
fundraisers-elsewhere-typed = { $sum } had come together there on { $day }, as the organisers say: it is not counted here.
fundraisers-elsewhere-goal = { $goal } are asked for. They are taken on another site.
fundraisers-gifts-title = Your gifts
fundraisers-gifts-lead = What came in from this address for { $group }, by year. Print it, or keep it as it is.
fundraisers-gifts-none = Nothing has come in from this address yet.
fundraisers-gifts-sum = In { $year }: { $sum }
fundraisers-gifts-link = All your gifts, by year

fundraisers-way = How do you give?
fundraisers-way-card = By card
fundraisers-way-transfer = By bank transfer
fundraisers-way-no-card = Too many cards were declined within an hour, so none are taken for a while. You can give by bank transfer now, or by card later.
fundraisers-send-transfer = Show me the account
fundraisers-send-either = Go on
fundraisers-form-words-transfer = The next page tells you the account and your reference. They come by mail too.
fundraisers-form-words-either = For a card you go on to the payment provider’s own page: we never see it. For a transfer the next page tells you the account and your reference.
fundraisers-own-transfer = You want to give { $amount } by bank transfer. It counts once it has arrived, and then you get a receipt by mail.
fundraisers-transfer = Where to transfer it
fundraisers-transfer-words = Please write the reference just as it stands here: by it we know that the money is yours.
fundraisers-transfer-to = To
fundraisers-transfer-iban = Account number (IBAN)
fundraisers-transfer-bic = Bank code (BIC)
fundraisers-transfer-reference = Reference
fundraisers-transfer-code = A QR code with the account, the amount and the reference
fundraisers-transfer-code-words = Most banking apps in the euro area can scan this code, and fill in all of it.
fundraisers-transfer-changed = The account was changed on { $day }, after you announced this. When you announced it, it was { $was }. If you have transferred to that one already, please tell the organisers, with the reference.
fundraisers-mail-transfer-subject = How to transfer { $amount }: { $fundraiser }
fundraisers-mail-transfer-opening = Thank you, { $name }. You want to give { $amount } by bank transfer for “{ $fundraiser }”. It counts once it has arrived.
fundraisers-mail-transfer-ask = Please transfer { $amount } to { $holder }, IBAN { $iban }, with the reference { $reference }.
fundraisers-mail-transfer-bic = The bank’s BIC is { $bic }.
fundraisers-mail-transfer-button = See account and reference

fundraisers-statements = Bank transfers and statements
fundraisers-statements-headline = Bank transfers: { $fundraiser }
fundraisers-announced = { $n ->
    [0] No transfer is announced that has not come.
    [one] { $n } transfer of { $sum } is announced and has not come.
   *[other] { $n } transfers of { $sum } are announced and have not come.
}
fundraisers-announced-list = Announced and still to come
fundraisers-statement-upload = Upload a statement
fundraisers-statement-words = A file of your bank’s for this account. What has reference and amount of an announced transfer is booked at once; what may be one is shown to you. Nothing else of the file is kept, but what the columns of a table are. The same file, or one that overlaps with it, books nothing twice.
fundraisers-statement-file = The statement
fundraisers-statement-file-hint = CAMT.053 (XML), MT940 or a table (CSV), of 4 MB at most.
fundraisers-statement-send = Read it
fundraisers-map-ask = Of a table, ask me again what its columns are
fundraisers-read-as-before = The table has the same columns as one before, and was read as that one.
fundraisers-map-words = Please say what the columns of this table are, and choose the same file again: nothing of it was kept.
fundraisers-map-preview = How the table begins
fundraisers-map-none = None
fundraisers-map-encoding = Letters
fundraisers-map-utf-8 = UTF-8 (most)
fundraisers-map-windows = Windows-1252 or Latin-1
fundraisers-map-delimiter = Between the columns stands
fundraisers-map-semicolon = a semicolon
fundraisers-map-comma = a comma
fundraisers-map-tab = a tab
fundraisers-map-bar = a bar
fundraisers-map-skip = Lines before the first entry
fundraisers-map-day = Day
fundraisers-map-day-format = How a day is written
fundraisers-map-dmy = Day, month, year
fundraisers-map-mdy = Month, day, year
fundraisers-map-ymd = Year, month, day
fundraisers-map-amount = Amount
fundraisers-map-mark = Whether it came in or went out, where a column says so
fundraisers-map-credit = Amount that came in, where it has its own column
fundraisers-map-debit = Amount that went out, where it has its own column
fundraisers-map-point = Before the cents stands
fundraisers-map-point-comma = a comma (1.234,50)
fundraisers-map-point-dot = a point (1,234.50)
fundraisers-map-currency = Currency
fundraisers-map-name = Name of whoever paid
fundraisers-map-iban = Their IBAN
fundraisers-map-text = Words of the transfer
fundraisers-map-more-text = More of the words
fundraisers-map-reference = The bank’s own number of the entry
fundraisers-map-status = Whether it is booked
fundraisers-fault-mapping = Choose a column for the amount, or two for what came in and what went out.
fundraisers-fault-skip = A number from 0 to { $most }.
fundraisers-fault-reference = No announced transfer that is still to come has this reference or number.
fundraisers-place-line = Line { $line }
fundraisers-place-element = Element { $name } on line { $line }
fundraisers-place-cell = Line { $line }, column { $column }
fundraisers-statement-empty = This file is empty.
fundraisers-statement-too-long = This file is too long. Please take fewer days.
fundraisers-statement-other-account = This file tells of the account { $other }, and this fundraiser’s is { $own }.
fundraisers-statement-columns = There are more than { $most } columns.
fundraisers-statement-not-text = This is no text: a PDF or a spreadsheet cannot be read. Please download the statement as CAMT, MT940 or CSV.
fundraisers-statement-broken-xml = This XML is broken. Please download the file again.
fundraisers-statement-forbidden-xml = This XML holds what no bank’s file has, so it is not read.
fundraisers-statement-too-deep = This XML is built deeper than any bank’s.
fundraisers-statement-none = This XML holds no statement.
fundraisers-statement-missing = { $field } is missing.
fundraisers-statement-unreadable = { $field } cannot be read: { $text }
fundraisers-statement-unknown-line = This line is no part of a statement.
fundraisers-statement-unbalanced = The lines do not come to the difference of the balances. Please download the file again.
fundraisers-statement-uneven-row = This line has another number of columns than the first one.
fundraisers-statement-open-quote = A quotation mark is left open here, and would hide lines below.
fundraisers-statement-no-heads = No line says which columns are the day and the amount. Please choose them below.
fundraisers-statement-day = The day
fundraisers-statement-amount = The amount
fundraisers-statement-currency = The currency
fundraisers-statement-direction = Whether it came in or went out
fundraisers-statement-status = Whether it is booked
fundraisers-statement-balance = The balance
fundraisers-read-booked = { $n ->
    [0] No transfer was booked.
    [one] { $n } transfer was booked.
   *[other] { $n } transfers were booked.
}
fundraisers-read-asked = { $n ->
    [one] { $n } line waits for you below.
   *[other] { $n } lines wait for you below.
}
fundraisers-read-known = { $n ->
    [one] { $n } line was known from another file.
   *[other] { $n } lines were known from another file.
}
fundraisers-read-foreign = { $n ->
    [one] { $n } line was none of ours, and is not kept. If it was a gift, enter it below.
   *[other] { $n } lines were none of ours, and are not kept. If one was a gift, enter it below.
}
fundraisers-read-pending = { $n ->
    [one] { $n } line is not booked by the bank yet, and comes with a later file.
   *[other] { $n } lines are not booked by the bank yet, and come with a later file.
}
fundraisers-lines = Lines for you to decide
fundraisers-lines-none = Nothing waits for you.
fundraisers-lines-more = { $n ->
    [one] { $n } more line waits, and is shown once you have decided others.
   *[other] { $n } more lines wait, and are shown once you have decided others.
}
fundraisers-lines-decided = What was decided
fundraisers-line-whose = It may be of { $name }, with { $amount }.
fundraisers-line-assign = It is this transfer
fundraisers-line-give = A gift that nobody announced
fundraisers-line-leave = None of ours
fundraisers-line-reverse = The gift went back
fundraisers-line-matched = Booked
fundraisers-line-reversed = Went back
fundraisers-line-left = Left aside
fundraisers-done-reversed = Noted that it went back.
fundraisers-done-left = Left aside.
fundraisers-why-other-amount = The amount is not the one that was announced. What arrived is what counts.
fundraisers-why-other-currency = It is in another currency, which cannot be booked here.
fundraisers-why-slip = The reference has a slip.
fundraisers-why-name-only = It has no reference, but name and amount are those of somebody who announced a transfer.
fundraisers-why-other-reference = It has another reference too.
fundraisers-why-several = It may be one of several.
fundraisers-why-batch = The bank tells several transfers as one sum. If some of them are gifts, enter each by hand below, and then press “None of ours” here.
fundraisers-why-reversal = Money went out that names a gift, or a bank took one back.
fundraisers-why-paid-before = It names a transfer that was booked before or called off: perhaps somebody gave twice, or another kind of file told of it.
fundraisers-why-not-known = Its reference is one of ours, but who announced it is not known any more: perhaps it came very late.
fundraisers-why-other-day = Its day lies ahead, or long before it was announced.
fundraisers-hand = Enter a gift by hand
fundraisers-hand-words = For one that no statement tells of. It counts, and gets a receipt’s number; whoever announced it is told.
fundraisers-hand-name = From whom
fundraisers-hand-name-hint = It is not shown to everybody. The same name, day and amount count once.
fundraisers-hand-reference-hint = Only where it was announced; otherwise leave it empty. What is typed above as the amount is what counts.
fundraisers-own-by-mail = The mails about your pledge have a link behind which you can take all your data with you, or have it erased.
fundraisers-onward-declined = Your card was declined. On the next page you give another one, and { $amount } are charged at once.
fundraisers-fault-twice = { $chosen } is chosen above, and another amount is typed. Please leave one of them.
fundraisers-item-pledged = { $n } of { $count } pledged for
fundraisers-pledgers = Who has pledged
fundraisers-fault-not-there = That is more than is there: { $there }.
fundraisers-fault-ahead = That day lies ahead.
fundraisers-fault-long-ago = That day is too long ago: the first one possible is { $first }.
fundraisers-column-giver = Giver
fundraisers-desk-refund-title = Pay it back?
fundraisers-desk-refund-words = { $name } gave { $amount } ({ $receipt }). It is paid back to the card, and cannot be called back. The provider keeps its fee.
fundraisers-desk-refund-leave = Leave it as it is
fundraisers-desk-give-up = Give it up
fundraisers-desk-give-up-title = Give this charge up?
fundraisers-desk-give-up-words = { $name } pledged { $amount } ({ $reference }). The provider does not charge it, or does not say whether it did: “{ $words }”. Look for a payment of it there first, by the mail address. If there is none, give it up: it lapses, and whoever gave it is told. Money that is found later all the same is noted as a gift.

fundraisers-recurrence = How often?
fundraisers-once = Once
fundraisers-monthly = Every month
fundraisers-monthly-hint = Every month until { $ends }, or until you stop it. Each receipt has a link for that.
fundraisers-a-month = { $amount } a month
fundraisers-fault-once = This fundraiser takes no monthly gifts any more. Please choose once.
fundraisers-fault-monthly-by-card = Every month goes by card. For transfers, choose once here, and set up a standing order at your bank.
fundraisers-onward-monthly = You give { $amount } every month. On the next page you pay by card: now, and every month until { $ends } or until you stop it.
fundraisers-own-set-out = Your { $amount } every month are set up. The first payment is on its way.
fundraisers-own-monthly-active = You give { $amount } every month, until { $ends } or until you stop it here.
fundraisers-own-monthly-late = Your card was declined for this month. The payment provider tries it again. If you have a new card, stop it here and begin anew.
fundraisers-own-monthly-ending = It is being stopped: we are asking the payment provider to charge nothing more.
fundraisers-own-monthly-ended = It has ended, and nothing more is charged. Each month that you gave has its own receipt.
fundraisers-own-monthly-button = Stop giving every month
fundraisers-practice-monthly = A real provider would ask for a card here, and charge { $amount } now and every month.
fundraisers-mail-monthly = You give this every month until { $ends }; behind the link below you can stop it at any time.
fundraisers-mail-monthly-late-subject = Your card was declined: { $fundraiser }
fundraisers-mail-monthly-late-opening = { $name }, your card was declined for this month’s { $amount } for “{ $fundraiser }”.
fundraisers-mail-monthly-late-ask = The payment provider tries it again. If you have a new card, or want to stop, the link below leads there.
fundraisers-mail-monthly-ended-subject = Your monthly gift has ended: { $fundraiser }
fundraisers-mail-monthly-ended-opening = { $name }, your { $amount } every month for “{ $fundraiser }” have ended. Nothing more is charged.
fundraisers-mail-monthly-ended-ask = Thank you for every month that you gave.
fundraisers-desk-monthly = { $n ->
    [one] { $n } person gives every month, { $sum } in all.
   *[other] { $n } people give every month, { $sum } in all.
}
fundraisers-desk-month = { $amount } (month { $n })

fundraisers-desk-entries = What you entered
fundraisers-desk-entries-words = What was entered wrongly is taken back by an entry of its own, and can be entered anew. The book shows both; the page shows neither.
fundraisers-desk-entry-payout = Payout
fundraisers-desk-entry-invoice = Invoice
fundraisers-desk-take-back = Take back
fundraisers-desk-done-taken-back = Taken back.
fundraisers-desk-went-back = Went back
fundraisers-desk-went-back-title = Did it go back?
fundraisers-desk-went-back-words = { $name } gave { $amount } by bank transfer ({ $receipt }). If it was sent back from your bank, or entered by mistake, note it here: it no longer counts, and whoever gave it is told.
fundraisers-desk-monthly-words = This is given every month, and goes on: paying one month back does not end it.
fundraisers-desk-monthly-end = End it for them

fundraisers-new = A new fundraiser
fundraisers-change = Change it
fundraisers-done-saved = Saved.
fundraisers-done-removed = The fundraiser was taken off.
fundraisers-form-new-words = Everybody can see it, and give, as soon as it is saved and the campaign is published. Gifts go by card; where else its money goes an owner says afterwards.
fundraisers-form-ended = This fundraiser has ended. Its words can still be changed; what it was decided by stays as it was.
fundraisers-form-promised = People have given or pledged under what they were told. So kind and currency stay, what it pays for costs no less than { $goal }, it ends no later than { $ends }, and where everybody was to get their money back, that stays too.
fundraisers-form-conflict = Somebody else saved meanwhile.
fundraisers-form-conflict-words = What you typed is below. Look at the fundraiser as it is now, then save again.
fundraisers-form-others = The campaign does not go together so
fundraisers-form-save = Save
fundraisers-form-what = What it is
fundraisers-form-title = What it is called
fundraisers-form-title-hint = At most 120 characters.
fundraisers-form-slug = Its name in links
fundraisers-form-slug-hint = Small letters, digits and dashes, as buses. Receipts begin with it, and it cannot be changed.
fundraisers-form-words-of = What the money is for
fundraisers-form-words-hint = At most 1,000 characters.
fundraisers-form-kind = When cards are charged
fundraisers-form-kind-hint = It cannot be changed once somebody has given.
fundraisers-kind-keep = At once: every gift is kept
fundraisers-kind-all = Only if the whole goal is pledged by the end
fundraisers-form-currency = Currency
fundraisers-form-currency-hint = Its three letters, as USD. It cannot be changed once somebody has given.
fundraisers-form-end = When it ends, and what then
fundraisers-form-ends = Day and time of its end
fundraisers-form-ends-hint = By the campaign’s clock. Once somebody has given it comes no later; where cards are charged at the end, it stays.
fundraisers-twice = Which of the two
fundraisers-twice-none = Choose
fundraisers-twice-first = The first
fundraisers-twice-second = The second
fundraisers-form-rule = What becomes of too much and of too little
fundraisers-form-rule-hint = A promise in your words, at most 1,000 characters.
fundraisers-form-short = If declined cards bring it under the goal again
fundraisers-form-short-hint = Only where cards are charged at the end.
fundraisers-short-spend = What came in is spent
fundraisers-short-give-back = Everybody gets their money back
fundraisers-form-grace = Days to replace a declined card
fundraisers-form-grace-hint = From 1 to 30; 7 if you leave it empty. Only where cards are charged at the end.
fundraisers-form-item = What it pays for: { $number }
fundraisers-form-items-words = All of these together are the goal.
fundraisers-form-item-more = One more thing, if there is one. Once it is saved there is room for another.
fundraisers-form-item-name = What it is
fundraisers-form-price = Price of one
fundraisers-form-amount-hint = In digits without the currency, as 1500.
fundraisers-form-count = How many
fundraisers-form-count-hint = 1 if you leave it empty.
fundraisers-form-where = Where it is to be seen
fundraisers-form-when = When it is to be seen
fundraisers-form-optional = It may stay empty.
fundraisers-form-order = Its place in the list
fundraisers-form-out = Take this out of the list
fundraisers-form-giving = How people give
fundraisers-form-least = The least that somebody can give
fundraisers-form-presets = Amounts on offer
fundraisers-form-presets-hint = Six at most, from the smallest to the largest, with spaces between them: 15 50 150. None if you leave it empty.
fundraisers-form-recurrence = How often
fundraisers-form-recurrence-hint = Every month goes only where cards are charged at once.
fundraisers-form-once = Once
fundraisers-form-monthly = Once, or every month until the end
fundraisers-form-percent = What the provider keeps of each gift, in percent
fundraisers-form-percent-hint = As 2.9. With it givers are asked whether they add it. Nobody is asked if you leave it empty.
fundraisers-form-fixed = And a fixed amount of each gift
fundraisers-form-fixed-hint = As 0.30. It may stay empty.
fundraisers-form-elsewhere = Another site that takes the money
fundraisers-form-elsewhere-words = The page says what had come together there, and that you typed it. Leave both empty to say nothing.
fundraisers-form-total = What had come together there
fundraisers-form-on = On which day
fundraisers-account = Where its money goes
fundraisers-account-headline = Where the money goes: { $fundraiser }
fundraisers-account-words = Gifts go by card through the payment provider, unless something stands here. Whoever looks after this fundraiser is told by mail when it is changed. Whoever announced a transfer before was told the account that stood here then.
fundraisers-account-transfers = Bank transfers as well
fundraisers-account-transfers-words = Whoever chooses a transfer is shown this account. Leave all three empty to take none.
fundraisers-account-holder = Whose account it is
fundraisers-account-holder-hint = As the bank knows the name; at most 70 characters.
fundraisers-account-bic-hint = 8 or 11 letters and digits. It may stay empty.
fundraisers-account-elsewhere-words = Then nobody gives here, and the page leads there.
fundraisers-account-url = Its address
fundraisers-account-url-hint = As https://example.org/give. It may stay empty.
fundraisers-removal = Take it off
fundraisers-removal-headline = Take it off? { $fundraiser }
fundraisers-removal-button = Take it off
fundraisers-removal-words = Its page is gone then, and nobody can give. Its name in links is not used again. If people are to see what became of it, set an earlier end instead.
fundraisers-removal-pledges = { $n ->
    [one] { $n } pledge of { $sum } is released: nobody is charged, and whoever made it is told by mail.
   *[other] { $n } pledges of { $sum } are released: nobody is charged, and whoever made them is told by mail.
}
fundraisers-removal-transfers = Transfers that come later cannot be booked any more.
fundraisers-removal-goal = A goal counts this fundraiser’s money. Take the goal back first.
fundraisers-goes-account = Money can be transferred to { $holder }, IBAN { $iban }.
fundraisers-goes-elsewhere = Money is taken at { $url }.
fundraisers-goes-provider = Money goes by card through the payment provider alone.
fundraisers-notice-redirected-subject = Its money goes elsewhere now: { $fundraiser }
fundraisers-notice-redirected-opening = { $name }, where the money of “{ $fundraiser }” goes has been changed. { $goes } If you do not know of this, ask the owners at once: the record says who did it at the desk; if nobody did, it came with the campaign’s files on the server.
fundraisers-notice-was = Before, it was { $was }.
fundraisers-promised-kind = People have given or pledged under this. Leave it as it was.
fundraisers-promised-currency = People have given or pledged in { $currency }. Leave it so.
fundraisers-promised-goal = People were told a goal of { $was }, and these come to { $is }. Let them cost as much as before, or more.
fundraisers-promised-ends = People were told that it ends on { $was }. It can end earlier, and not later.
fundraisers-promised-decided = People were told that it is decided on { $was }, and their cards charged then. Leave it so.
fundraisers-promised-past = People are giving until { $was }. Choose a moment that lies ahead.
fundraisers-promised-give-back = People were told that they get their money back. Leave it so.
fundraisers-promised-outcome = It has ended, and what became of its money stays to be seen. It cannot be taken off.
fundraisers-promised-hidden = People have given or pledged, and look for what becomes of it. Close the campaign instead.
fundraisers-promised-money = Money has come in, or somebody is about to pay. Give it an earlier end instead: then what became of the money stays to be seen.
fundraisers-promised-unreleased = It was taken off, and its pledges are not released yet. Try again in a minute.
fundraisers-promised-payer = Somebody is giving a way to pay at this moment. Try again tomorrow, when that page is over.
fundraisers-promised-settled = It has ended. What people were told, and what it was decided by, stays as it was.
fundraisers-promised-grace = People were told more days to pay in another way: { $was }. Leave as many, or more.
fundraisers-promised-rule = People were told this rule. Leave it so; what is new can be said in the words above.
fundraisers-promised-item = Gifts stand for “{ $item }”. Leave it there, and no fewer of it.
fundraisers-clash-account-promised = What is transferred is there at once. Where cards are charged only at the end, no account can be named.
fundraisers-clash-account-elsewhere = Money is taken by transfer or on another site, not both. Leave one of them empty.
fundraisers-clash-monthly-promised = Every month goes only where cards are charged at once. Choose once, or charge at once.
fundraisers-clash-monthly-elsewhere = It is given every month, which goes only here. Let it be given once first.
fundraisers-clash-elsewhere-promised = What is taken on another site cannot be promised here. It goes only where gifts are kept.
fundraisers-clash-least = The least amount is more than the whole goal, so nobody could give. Write less.
fundraisers-clash-preset = An amount on offer is more than the whole goal, and nobody can give more than that. Write less.
fundraisers-fault-choice = Choose one.
fundraisers-fault-slug = Small letters, digits and single dashes, as buses.
fundraisers-fault-slug-taken = A fundraiser of this campaign has that name, or had it. Take another.
fundraisers-fault-too-many = A campaign has { $most } fundraisers at most. Take one off first.
fundraisers-fault-currency = The three letters of a currency, as USD.
fundraisers-fault-clock = A day and time, as 2018-09-25 11:30.
fundraisers-fault-past = That moment has passed.
fundraisers-fault-sooner = People were told that it ends on { $was }, and { $with } of { $goal } have come together so far. If it is really to end on { $is }, tick below: whoever wants to give after that no longer can.
fundraisers-sooner = Yes, let it end earlier than people were told
fundraisers-fault-skipped = Clocks are put forward over that time. Write { $then } or an earlier time.
fundraisers-fault-clock-twice = Clocks show that time twice that day: { $first } and { $second }. Choose one below.
fundraisers-fault-number = A whole number from 1 to { $most }.
fundraisers-fault-nothing = That is nothing. Write an amount, as 1500.
fundraisers-fault-preset = “{ $typed }” is no amount. Write digits without the currency, with spaces between the amounts.
fundraisers-fault-preset-least = “{ $typed }” is less than the least that somebody can give.
fundraisers-fault-preset-rising = “{ $typed }” stands behind an amount that is not less. Let them rise.
fundraisers-fault-presets = { $most } amounts at most.
fundraisers-fault-percent = A number from 0 to 20, as 2.9.
fundraisers-fault-fixed-alone = A fixed amount stands below. Write the percentage too, 0 if there is none.
fundraisers-fault-no-item = Say at least one thing that the money pays for.
fundraisers-fault-items = { $most } things at most.
fundraisers-fault-url = A whole web address, as https://example.org/give.
fundraisers-fault-total-and-day = Write both: what had come together, and on which day. Or neither.
fundraisers-fault-iban = This is no IBAN: two letters, two digits and the rest.
fundraisers-fault-iban-digits = This is mistyped: its check digits do not fit. Compare it with the bank’s.
fundraisers-fault-iban-form = This is too long or too short for its country. Compare it with the bank’s.
fundraisers-fault-iban-country = This begins with no country’s letters. Compare it with the bank’s.
fundraisers-fault-no-iban = Write the number of the account too, or leave all three empty.
fundraisers-fault-bic = This is no BIC: 8 or 11 letters and digits.
