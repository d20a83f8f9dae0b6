# After the form: the inbox, the signer's private page, and the mails.

signatures-inbox-headline = Check your inbox
signatures-inbox-lead = The link there makes it count.
signatures-inbox-words = We have sent a mail about { $letter } to the address you gave. Open it, follow the link and press the button.
signatures-inbox-days = { $days ->
    [one] The link works for a day.
   *[other] The link works for { $days } days.
}
signatures-inbox-nothing-title = Nothing there?
signatures-inbox-nothing-words = A mail can take a few minutes, and some land among the spam. If it does not come, have the link sent again.
signatures-inbox-again = If a signature waits for that address, its link is on its way.

signatures-new-link-headline = Get a new link
signatures-new-link-lead = Write the address you signed with. If a signature is there, its link comes by mail.
signatures-new-link-button = Send it again
signatures-new-link-words = We never say on a page whether an address has signed. The mail tells its owner.
signatures-new-link-too-many = Not sent: too many at once
signatures-new-link-again-at = Many links were asked for from your network just now. Try again in { $seconds ->
    [one] one second.
   *[other] { $seconds } seconds.
}

signatures-fact-name = Name
signatures-fact-letter = Letter
signatures-fact-version = Wording { $version }, signed in { $language }
signatures-fact-relation = I am
signatures-fact-place = Place
signatures-fact-comment = Why
signatures-fact-public = On the page
signatures-fact-public-yes = The name is shown.
signatures-fact-public-no = The name is not shown; the signature counts all the same.
signatures-fact-kept-off = The organisers keep the name off the page; the signature counts all the same.

signatures-waiting-headline = One press and it counts
signatures-waiting-lead = This is what you sign. Nothing is counted until you press the button.
signatures-confirm-button = Yes, I sign
signatures-waiting-sent = Sent from the form on { $when }.
signatures-waiting-until = The link works until { $until }.
signatures-not-me-title = It wasn’t you?
signatures-not-me-words = Somebody may have typed your address by mistake. Delete it here; nothing will have been signed.
signatures-not-me-button = It wasn’t me: delete this

signatures-stamp = Signed
signatures-confirmed-headline = You have signed
signatures-confirmed-just-now = Thank you. Your signature counts within moments. Only where something looks false does somebody look before it counts.
signatures-confirmed-lead = You signed on { $when }.
signatures-to-the-letter = To the letter
signatures-confirmed-next = Keep the mail: its link brings you back here, to see, correct or withdraw your signature. Then show the letter to one more person.
signatures-name-changed = The name is corrected.
signatures-name-shown = Your name can be shown on the page now.
signatures-name-hidden = Your name is no longer shown on the page. Your signature still counts.
signatures-name-wished = Noted. The organisers keep your name off the page; should they show it again, your wish holds.

signatures-already-headline = You have signed already
signatures-already-lead = From this mailbox the letter was signed on { $when }. That signature counts, once.

signatures-held-headline = We are looking at it
signatures-held-lead = You have confirmed. The organisers look at this signature before it counts; you need do nothing.
signatures-invalidated-headline = It does not count
signatures-invalidated-lead = The organisers have taken this signature off the letter.
signatures-invalidated-words = It is not in the count, and your name is not on the page. If that is wrong, write to the organisers: they can put it back. You can withdraw it, and get or erase what is kept of you.

signatures-name-title = Correct the name
signatures-name-label = The name as it should read
signatures-name-hint = The earlier name is replaced wherever it is shown.
signatures-name-button = Correct it
signatures-visibility-title = Show or hide the name
signatures-visibility-shown = Your name may be shown on the page.
signatures-visibility-hidden = Your name is not shown on the page.
signatures-visibility-kept-off = The organisers keep your name off the page, whatever is chosen here. Should they show it again, your choice holds.
signatures-hide-button = Hide my name
signatures-show-button = Show my name
signatures-consent-title = { $partner } and your address
signatures-consent-words = You agreed that { $partner } gets your name and address. End it here at any time: from then on nothing more is passed on, with whichever letter of this campaign you agreed. Your signature still counts, and you can agree again here.
signatures-consent-button = End what { $partner } may
signatures-agreed = You agree now. You can end it again here at any time.
signatures-offers-title = Who else may write to you
signatures-offers-words = Optional, each for itself: your signature counts either way, and you can end it again here at any time.
signatures-offer-button = I agree: { $partner }
signatures-consent-ended = Ended. From now on nothing more is passed on there.
signatures-consent-ended-on = You ended this on { $when }.
signatures-withdrawal-title = Withdraw
signatures-withdrawal-words = Your name goes from the letter and the count goes down by one, at once. It cannot be undone, but you can sign again.
signatures-withdrawal-button = Withdraw my signature

signatures-deleted-headline = Deleted
signatures-deleted-lead = Nothing was signed, and what was typed with your address is gone.
signatures-read-letter = The letter itself can still be read: { $letter }.
signatures-withdrawn-headline = Withdrawn
signatures-withdrawn-just-now = Your signature is off the letter and no longer counted.
signatures-withdrawn-lead = This signature was withdrawn on { $when }. It is not counted.
signatures-sign-again = Should you change your mind, you can sign again: { $letter }.

signatures-full-headline = This mailbox is full
signatures-full-lead = { $most ->
    [one] One name has signed from this mailbox, and the letter allows no more. Yours was not added.
   *[other] { $most } names have signed from this mailbox, and the letter allows no more. Yours was not added.
}
signatures-full-words = With an address of your own you can still sign { $letter }.
signatures-closed-headline = The letter is closed
signatures-closed-lead = It takes no more names, so this one can no longer be confirmed.

signatures-expired-headline = This link is too old
signatures-expired-lead = It was not used in time, and what was sent with it has been deleted. Sign the letter again, or ask whether another link waits for you.
signatures-altered-headline = This link is broken
signatures-altered-lead = Part of it is missing or changed; mail programs sometimes cut a long link in two. Open the mail again and copy the whole line, or have a new one sent.

# Mails. Plain sentences: the link stands on a line of its own between ask and closing.
signatures-mail-confirmation-subject = Confirm your signature: { $letter }
signatures-mail-already-subject = You have signed already: { $letter }
signatures-mail-again-subject = Your link once more: { $letter }
signatures-mail-confirmation-opening = Somebody, probably you, has put the name { $name } and this address to the open letter “{ $letter }”.
signatures-mail-confirmation-ask = It counts once you confirm it. Open this page and press the button:
signatures-mail-confirmation-button = See and confirm
signatures-mail-confirmation-closing = The link works until { $until }. Keep this mail: later the same link lets you correct or withdraw your signature. If it wasn’t you, do nothing; an unconfirmed signature is deleted by itself.
signatures-mail-already-opening = Somebody, probably you, has signed the open letter “{ $letter }” with this address again. It was signed from here before, so nothing has changed: one signature, counted once.
signatures-mail-already-ask = Here is your signature, to see, correct or withdraw:
signatures-mail-already-button = See my signature
signatures-mail-already-partners = If you ticked the box of another organisation this time: that page has a button for each.
signatures-mail-already-closing = If it wasn’t you, do nothing. Nobody else can see this page or change your signature.
signatures-mail-full-subject = This mailbox is full: { $letter }
signatures-mail-again-subject-several = Your links once more
signatures-mail-again-opening = You asked for it on our page, or somebody who typed your address there: here once more is what was signed with it.
signatures-mail-again-ask = Each link leads to a page of its own, to see, confirm, correct or withdraw:
signatures-mail-again-more = More wait than are listed here. Delete what is not yours behind its link, then ask once more: the others follow.
signatures-mail-again-closing = What nobody confirms is not counted and is deleted by itself. If it wasn’t you who asked, do nothing: the links went to nobody else.
signatures-mail-waits = { $name }: not confirmed yet. Sent from the form on { $sent }; the link works until { $until }.
signatures-mail-signed = { $name }: signed on { $when }.
signatures-mail-full-opening = { $most ->
    [one] Somebody, probably you or someone who shares this mailbox, has put the name { $name } and this address to the open letter “{ $letter }”. It was not added: the letter takes one name from a mailbox, and one has signed from here.
   *[other] Somebody, probably you or someone who shares this mailbox, has put the name { $name } and this address to the open letter “{ $letter }”. It was not added: the letter takes { $most } names from a mailbox, and as many have signed from here.
}
signatures-mail-full-ask = These are the names, each with its own link, to see, correct or withdraw:
signatures-mail-full-elsewhere = With an address of their own, { $name } can still sign:
signatures-mail-full-further = Should one of the names not stand there, withdraw it and ask us to send the link again: { $name } can then be confirmed, until { $until }.
signatures-mail-full-closing = If it wasn’t you, do nothing. Nobody else can see these pages, and nothing has changed.
signatures-mail-why = { $group } runs this letter. You get this mail because your address was typed into its form; it is on no mailing list.
signatures-wording-read = Read these words
signatures-waiting-changed = The letter’s words have been changed since you sent this. What you sign are the words as you read them: wording { $n }.
signatures-mail-changed-subject = The letter you signed has other words now: { $letter }
signatures-mail-changed-opening = You signed “{ $letter }” as { $name }. Its words have been changed since.
signatures-mail-changed-ask = Read what was changed, and say whether you sign the new words too or take your signature back:
signatures-mail-changed-ask-closed = The letter takes no more names, so the new words cannot be signed. Read what was changed, and say whether your signature stays or you take it back:
signatures-mail-changed-closing = If you do nothing, your signature stays under the words that you signed.
signatures-mail-changed-moved = If you do nothing, your signature stays counted under the words that you signed. On the letter’s page the organisers let your name stand under the new ones.
signatures-mail-changed-button = Look and decide
signatures-renewal-title = The letter has other words now
signatures-renewal-words = You signed wording { $n }, and are counted there. You can sign the new one, take your signature back, or leave it as it is.
signatures-renewal-button = Sign the new words
signatures-renewed = You have signed the words that stand now.

signatures-holder-words = Runs the campaign, and has what stands here since { $when }.
signatures-consent-since = You agreed on { $when }, on the page { $page }. Since then it may have your name and your mail address, and nothing else.
signatures-consent-since-here = You agreed on { $when }, on this page. Since then it may have your name and your mail address, and nothing else.
signatures-consent-since-then = You agreed on { $when }. Since then it may have your name and your mail address, and nothing else.
signatures-consent-elsewhere = With the letter “{ $letter }”.
signatures-consent-taken = They are in a file that it asked for on { $when }.
signatures-consent-not-taken = It has asked for no file with them.
signatures-consent-told = Its next file tells it that this has ended, by a number and without your name.
signatures-consent-partner-ended = Its part in the campaign ended on { $when }, and this with it: it gets nothing more. For what it took before, its own words on data hold, and you can turn to it.
signatures-consent-privacy = What { $partner } does with data
