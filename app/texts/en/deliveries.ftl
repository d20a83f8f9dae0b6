# Deliveries: a letter handed over with its signatures.

deliveries-headline = Handing over: { $campaign }
deliveries-one-headline = Handing over: { $letter }
deliveries-words = The letter with all its signatures as files: PDF to print, XLSX for spreadsheets such as Excel, CSV and JSON for programs. Everybody stands in them as they chose to be shown; who chose not to be is counted without a name.
deliveries-none = No files have been made yet. Make them on the day before the letter is handed over.
deliveries-letter = Letter
deliveries-asked = Asked for
deliveries-state = State
deliveries-state-made = Files made
deliveries-state-under-way = Files are being made
deliveries-state-not-made = Its files were not made
deliveries-make = Make the files
deliveries-make-words = Whoever has signed by now is in them. Who signs, hides a name or withdraws later is not changed in files that are made: make new ones, as often as you like.
deliveries-make-button = Make the files
deliveries-back = All that was handed over
deliveries-files = Files
deliveries-signatures = { $n ->
    [one] { $n } signature.
   *[other] { $n } signatures.
}
deliveries-unnamed = { $n ->
    [0] All of them with a name.
    [one] { $n } of them without a name.
   *[other] { $n } of them without a name.
}
deliveries-gone = The files are deleted from this machine: their day is over, or somebody who stands in them was erased. Their fingerprints stay. What you did not take away, make anew.
deliveries-kilobytes = { $n } kB
deliveries-day = The day
deliveries-day-words = Once the letter is handed over, say so here: the press page then tells the day and the fingerprints of these very files, so that everybody who has one can check that it is whole.
deliveries-on = Handed over on
deliveries-on-hint = A day such as 2018-09-10, no earlier than the files.
deliveries-to = To whom
deliveries-to-hint = As the press page shall say it, such as: the company’s office in San Francisco. May stay empty.
deliveries-day-button = Tell it
deliveries-day-back = Take it back
deliveries-day-fault = Give a day, such as 2018-09-10.
deliveries-day-future = That day is still to come.
deliveries-day-early = The files were made after that day.
deliveries-to-long = Give no more than 200 characters.
deliveries-to-unprintable = It holds characters that cannot be shown.
deliveries-conflict = It was changed meanwhile
deliveries-conflict-words = Somebody has changed this delivery since you opened it. It is shown as it stands now.
deliveries-done-told = The press page tells it.
deliveries-done-taken-back = It is taken back; the press page tells nothing of it.
deliveries-handed = Handed over on { $day }
deliveries-handed-to = Handed over on { $day } to { $to }
deliveries-happened = The letter was handed over
deliveries-happened-to = The letter was handed over to { $to }
deliveries-press = Handed over
deliveries-press-words = The fingerprints (SHA-256) of the very files that were handed over. Whoever has one of them can check that nothing was added or left out.
deliveries-press-sums = All fingerprints as a list for sha256sum
deliveries-file-names = Signed by
deliveries-file-names-of = Signatures { $from } to { $to }
deliveries-file-signed = { $n ->
    [one] { $n } signature
   *[other] { $n } signatures
}
deliveries-file-as-of = As of { $moment }. Everybody has pressed the button in a mail to an address of their own, and stands here as they chose to be shown.
deliveries-file-unnamed = { $n ->
    [one] And { $n } more signature without a name.
   *[other] And { $n } more signatures without a name.
}
deliveries-file-earlier = wording { $n }
deliveries-file-undrawn = { $n ->
    [one] { $n } name holds letters that no typeface here can print. They stand as 〓; in the tables the name is whole.
   *[other] { $n } names hold letters that no typeface here can print. They stand as 〓; in the tables the names are whole.
}
deliveries-file-foot = { $letter } · signatures as of { $moment }
deliveries-file-volume = Volume { $nth } of { $all }
deliveries-file-from = From { $group }
deliveries-since = These files do not know that: ask for new ones before you hand the letter over.
deliveries-since-gone = { $n ->
    [one] One of these signatures was withdrawn or removed since.
   *[other] { $n } of these signatures were withdrawn or removed since.
}
deliveries-since-changed = { $n ->
    [one] One signer has changed since what is shown of them.
   *[other] { $n } signers have changed since what is shown of them.
}
deliveries-as-of = As of { $moment }.
