# The sheet: the letter, its count, its form and its roll.

letters-to = To { $addressee }
letters-go-to-form = Sign the letter
letters-other-language = The letter stands here in the language it was written in.
letters-changed-on = The wording was last changed on { $day }. Whoever signed before then signed the earlier one.

letters-count-none = No names yet
letters-count-none-words = Yours can be the first.
letters-count-words = { $n ->
    [one] person has signed
   *[other] people have signed
}
letters-count-as-of = as of { $moment }
letters-count-how = How we count
letters-signatures = { $n ->
    [0] No signatures yet
    [one] { $n } signature
   *[other] { $n } signatures
}

letters-form-title = Put your name to it
letters-name-label = Your name
letters-email-label = E-mail address
letters-email-hint = We send one link there. Your signature counts once you confirm it.
letters-relation-label = I am
letters-relation-none = I’d rather not say
letters-relation-unsaid = others, or did not say
letters-postal-code-label = Postal code
letters-country-label = Country
letters-comment-label = Why you sign
letters-consent-label = Who else may write to you
letters-consent-optional = optional, each for itself
letters-consent-privacy = What { $partner } does with data
letters-optional = optional
letters-public-label = Show my name on this page
letters-public-label-country = Show my name on this page, and list it under my country
letters-sign-button = Sign the letter
letters-working = One moment…
letters-form-words = No account. Your link lets you see, correct or withdraw your signature at any time.

letters-summary-title = { $n ->
    [one] Not signed yet: one thing to mend
   *[other] Not signed yet: { $n } things to mend
}
letters-error-name-missing = Write the name you want to sign with.
letters-error-name-too-long = A name can have { $most } characters at most. Please shorten it.
letters-error-name-has-link = A name cannot hold a web address. Write the name alone.
letters-error-name-has-control = There is a line break or an invisible character in the name. Type it afresh on one line.
letters-error-name-taken = That name has signed from this mailbox already.
letters-error-email-missing = Write your e-mail address, so that we can send you the link.
letters-error-email-broken = This is not a complete e-mail address. It should look like name@example.org.
letters-error-email-too-long = An e-mail address can have { $most } characters at most.
letters-error-email-suggestion = Did you mean { $meant }? If { $typed } is right, just press the button again.
letters-error-not-a-choice = This choice is not on the list. Pick one from the list.
letters-error-too-long = At most { $most } characters fit here. Please shorten it.
letters-error-has-control = There is an invisible character in it. Type it afresh.
letters-error-postal-code-broken = A postal code has letters, digits, spaces and dashes, sixteen at most.

letters-too-many-title = Not signed yet: too many at once
letters-too-many-words = Many signatures came from your network just now. What you typed is still here: press the button again in { $seconds ->
    [one] one second.
   *[other] { $seconds } seconds.
}
letters-just-closed-title = Not signed: the letter is closed
letters-just-closed-words = It was closed before this arrived. Nothing of what you typed was kept.
letters-words-changed-title = Not signed yet: the letter’s words have changed
letters-words-changed-words = They were changed while you read. The new ones stand on this page; what you typed is still here. If you agree to them, press the button again.
letters-busy-title = Not signed yet: we could not take it just now
letters-busy-words = Very many people are signing, or something on our side is broken. Nothing was stored. What you typed is still here: press the button again in a moment.

letters-closed-title = This letter is closed
letters-closed-words = It takes no more names. Those that stand under it stay.

letters-roll-title = Signed by
letters-roll-empty = The first name will stand here.
letters-roll-none-shown = No name is shown here.
letters-roll-words = The latest of those who chose to be shown.

letters-address-title = What happens with your address
letters-address-who = { $group } keeps it with your signature and never shows it.
letters-address-nobody = Nobody else gets it.
letters-address-partners = Another organisation gets it only if you tick its box.
letters-address-days = { $days ->
    [one] If you do not confirm within a day, we delete what you sent.
   *[other] If you do not confirm within { $days } days, we delete what you sent.
}
letters-counting-title = How we count
letters-counting-words = { $most ->
    [one] A signature counts once somebody has opened the link in our mail and pressed the button there. Each mailbox can sign once. Whoever withdraws is taken off at once.
   *[other] A signature counts once somebody has opened the link in our mail and pressed the button there. Up to { $most } people can sign from one mailbox. Whoever withdraws is taken off at once.
}
letters-counting-held = { $n ->
    [one] One signature is held until somebody has looked: it is not in the count.
   *[other] { $n } signatures are held until somebody has looked: they are not in the count.
}
letters-removed-false = { $n ->
    [one] One was removed as false.
   *[other] { $n } were removed as false.
}
letters-removed-duplicate = { $n ->
    [one] One was removed as a duplicate.
   *[other] { $n } were removed as duplicates.
}
letters-removed-abusive = { $n ->
    [one] One was removed as abusive.
   *[other] { $n } were removed as abusive.
}
letters-removed-other = { $n ->
    [one] One was removed for another reason.
   *[other] { $n } were removed for other reasons.
}
letters-counting-log = Every confirmation, correction and withdrawal is entered in a log. Whoever runs this site can see by it whether the count was changed by mistake or by a stray hand. To you it proves nothing yet: you cannot read it, and whoever holds the server could rewrite it. Nor can any log show that a signer is a real person.
letters-group-title = Who runs this
letters-group-words = { $group } runs this campaign and answers for the letter and for this page.
letters-group-contact = Write to { $address }.
letters-others-title = Other letters
letters-wording-headline = An earlier wording
letters-wording-lead = These are the words of wording { $n }. Whoever signed while they stood signed these.
letters-wording-stood = They stood from { $from } until { $until }.
letters-wording-current = To the letter as it stands now
letters-partner-left-title = Not signed yet: an organisation takes part no more
letters-partner-left-words = So its box is gone, and it gets nothing. What you typed is still here; press the button again.
letters-consents-changed-title = Not signed yet: the words of a permission have changed
letters-consents-changed-words = They were changed while you read, so its box is empty again. What you typed is still here. Tick it if you agree to the new words, and press the button again.
letters-count-closed-none = It closed without a signature.
letters-roll-closed = Nobody signed while it was open.
letters-closed-notice = This letter is closed and takes no more names.

letters-endorsers-title = Organisations
letters-endorsers-count = { $n ->
    [one] One organisation endorses this letter.
   *[other] { $n } organisations and offices endorse this letter.
}
letters-endorsers-organisations = Organisations, unions, charities
letters-endorsers-companies = Companies
letters-endorsers-public-bodies = Public bodies
letters-endorser-by-mail = Proved by mail at { $domain }
letters-endorser-by-dns = Proved by the DNS of { $domain }
letters-endorser-by-web = Proved by the website { $domain }
letters-endorser-by-organiser = Entered by the organiser
letters-endorse = Endorse for an organisation
letters-endorse-words = It is proved by the organisation’s own domain, and looked at before it stands here.

letters-changed-earlier = { $n ->
    [one] 1 signature stands under an earlier one.
   *[other] { $n } signatures stand under earlier ones.
}
letters-changed-what = What was changed
letters-roll-earlier = wording { $n }
letters-wordings-headline = Every wording of this letter
letters-wordings-lead = { $n ->
    [one] 1 signature, as of { $moment }, by the words that were signed.
   *[other] { $n } signatures, as of { $moment }, by the words that were signed.
}
letters-wordings-words = Whoever signed stands under the words that stood then, until they sign others.
letters-wordings-moved = The organisers let names under earlier words stand under the current ones on the letter’s page; here each is counted where it was signed.
letters-wordings-n = Wording { $n }
letters-wordings-stands = It stands since { $from }.
letters-wordings-signed = { $n ->
    [one] 1 signature.
   *[other] { $n } signatures.
}
letters-wordings-read = Read wording { $n }
letters-wordings-reason = Why it was changed: { $reason }
letters-wordings-no-reason = Nobody said why it was changed.
letters-wordings-differs = What differs from the one before
letters-wordings-same = No word of it in this language.
letters-wordings-gone = taken out:
letters-wordings-new = added:

# A field that people do not see
letters-trap-label = Leave this empty

letters-names-all = All names
letters-names-headline = Who signed
letters-names-lead = Those who signed { $letter } and chose to be shown, the newest first.
letters-names-relation-label = Who they are
letters-names-relation-all = Everybody
letters-names-country-all = Every country
letters-names-show = Show these names
letters-names-none-yet = Nobody is shown here yet.
letters-names-none-here = Nobody is shown here.
letters-names-none-looked = None of the { $n } names gone through for this page is one of these. There are older ones.
letters-names-looked = For this page { $n } names were gone through. There are older ones.
letters-names-pages = Pages of names
letters-names-newest = Newest names
letters-names-older = Older names
letters-names-further = Look further back
letters-names-own = Is your own name here and should not be? The link in your mail takes it off at once. { $link }
letters-names-own-link = Get the link again

letters-replies-title = { $n ->
    [one] What was replied
   *[other] What was replied: { $n } replies
}
letters-press-title = For the press
letters-goal-ahead = Next goal: { $n }
letters-goals = Goals
letters-press-replies = { $n ->
    [one] There is one reply.
   *[other] There are { $n } replies.
}

# The letter as a file to take away.
letters-file-to = To { $addressee }
letters-file-about = An open letter. Wording { $n }, of { $day }. It is signed here: { $url }
letters-file-page = { $page } of { $pages }
letters-fundraisers = Money
