# When a letter's words are changed after people signed.

versions-headline = Versions of “{ $letter }”
versions-public = What everybody reads of it
versions-first = The words are as they first stood.
versions-first-words = Once they are changed, you choose here whether those who signed before are told, and how their names are shown.
versions-lead = Wording { $n } stands now.
versions-counts = Signatures by the words that were signed
versions-names = Names of those who signed before
versions-names-words = Nobody is counted under words that they did not sign. This is about how names are shown on the letter’s page.
versions-names-stay = Say beside each name which wording was signed
versions-names-move = Show them among the others; the page on all wordings says that you chose so
versions-telling = Telling those who signed before
versions-telling-words = { $n ->
    [one] 1 signature stands under earlier words. Its signer gets a mail: what was changed, why, and buttons to sign the new words or withdraw. Whoever does nothing stays where they signed.
   *[other] { $n } signatures stand under earlier words. Each signer gets one mail: what was changed, why, and buttons to sign the new words or withdraw. Whoever does nothing stays where they signed.
}
versions-telling-closed = The letter takes no more names: whoever is told can stay or withdraw, and cannot sign the new words.
versions-telling-begin = { $n ->
    [one] Mail 1 person
   *[other] Mail { $n } people
}
versions-telling-under-way = { $n ->
    [one] Under way: 1 mail is queued so far.
   *[other] Under way: { $n } mails are queued so far.
}
versions-telling-stop = Stop
versions-telling-stopped = { $n ->
    [one] Stopped after 1 mail. Going on tells the others; nobody gets it twice.
   *[other] Stopped after { $n } mails. Going on tells the others; nobody gets it twice.
}
versions-told = { $n ->
    [one] Told: 1 mail was queued. The list of mails says what became of it.
   *[other] Told: { $n } mails were queued. The list of mails says what became of them.
}
versions-nobody = Nobody stands under earlier words.
versions-done-names = Saved. The letter’s page shows it.
versions-done-begun = The mails are being queued. You can leave this page.
versions-done-stopped = Stopped. Mails that are queued already still go out.
versions-changed-meanwhile = The words were changed meanwhile; this is how it stands now. Nothing was done.
