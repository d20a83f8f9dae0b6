# Many rows of a list changed at once: looked at, done, taken back.

changes-look-hidings = Hide names: { $whose }
changes-look-showings = Show names again: { $whose }
changes-look-removals = Remove signatures: { $whose }
changes-look-returns = Put signatures back: { $whose }
changes-would-hidings = { $count ->
    [0] No name would be hidden.
    [one] One name would be hidden.
   *[other] { $count } names would be hidden.
}
changes-would-showings = { $count ->
    [0] No name would be shown again.
    [one] One name would be shown again, if its signer wishes so.
   *[other] { $count } names would be shown again, as far as their signers wish so.
}
changes-would-removals = { $count ->
    [0] No signature would be removed.
    [one] One signature would be removed.
   *[other] { $count } signatures would be removed.
}
changes-would-returns = { $count ->
    [0] No signature would be put back.
    [one] One signature would be put back.
   *[other] { $count } signatures would be put back.
}
changes-button-hidings = { $count ->
    [one] Hide this name
   *[other] Hide { $count } names
}
changes-button-showings = { $count ->
    [one] Show this name again
   *[other] Show { $count } names again
}
changes-button-removals = { $count ->
    [one] Remove this signature
   *[other] Remove { $count } signatures
}
changes-button-returns = { $count ->
    [one] Put this signature back
   *[other] Put { $count } signatures back
}
changes-about-hidings = What their signers wished stays noted; each sees on the private page that the organisers keep the name off.
changes-about-showings = Who asked to be hidden stays hidden.
changes-about-removals = Each signer sees on the private page that the organisers removed it, and can still take it back, get the data or erase it.
changes-about-returns = They count again and are shown as their signers wished.
changes-count-stays = The public count stays { $count }.
changes-count-goes = The public count goes from { $before } to { $after }.
changes-names-stay = The names on the page stay as they are.
changes-names-fewer = { $count ->
    [one] One name leaves the page.
   *[other] { $count } names leave the page.
}
changes-names-more = { $count ->
    [one] One name comes back to the page.
   *[other] { $count } names come back to the page.
}
changes-left = Left as they are
changes-why = Why
changes-how-many = How many
changes-left-not-counted = Not counted, so shown nowhere
changes-left-hidden-already = Hidden by organisers already
changes-left-hidden-by-signer = Hidden already, as their signers wished
changes-left-not-hidden = Not hidden by organisers
changes-left-removed-already = Removed already
changes-left-stands = Counted, so there is nothing to put back
changes-left-withdrawn = Withdrawn by their signers
changes-left-forgotten = Forgotten after the campaign’s end: they only count
changes-sample = What would change
changes-sample-of = { $shown } of { $count }.
changes-now = Now
changes-then = Then
changes-undo-hint = It can be taken back for seven days.
changes-back = Back to the list, changing nothing
changes-nothing-ticked = No row was ticked. Go back, tick some, and choose again.
changes-cut = More was found. Search words are not kept, so at most { $most } rows are changed together; afterwards you can do the next.
changes-differs = Nothing was done: something was changed since you looked. This is how it stands now.
changes-differs-by = Nothing was done: when you looked, it would have changed { $then } rows, now { $now }. This is how it stands now.
changes-headline = Changes: { $whose }
changes-list-about = What was changed in the lists, many rows at once. Each can be taken back for seven days, but for what went out by mail.
changes-none = Nothing was changed so yet. Tick rows of a list, and choose below it what becomes of them.
changes-done-hidings = Names hidden
changes-done-showings = Names shown again
changes-done-removals = Signatures removed
changes-done-returns = Signatures put back
changes-what = Change
changes-who = By
changes-when = When
changes-state = State
changes-which = Which rows
changes-changed = Changed
changes-left-alone = Left as they are
changes-found = When it was begun, so many fitted
changes-chosen-rows = Chosen one by one, or by search words, which are not kept
changes-chosen-every = Every row
changes-chosen-filter = All with { $filter }
changes-chosen-network-gone = no longer kept
changes-state-running = Under way
changes-state-done = Done
changes-state-cancelled = Stopped
changes-state-undoing = Being taken back
changes-state-undone = Taken back
changes-lead-running = { $count ->
    [one] One row is changed so far.
   *[other] { $count } rows are changed so far.
}
changes-lead-done = { $count ->
    [one] One row was changed.
   *[other] { $count } rows were changed.
}
changes-lead-cancelled = { $count ->
    [one] Stopped. One row was changed until then, and stays so unless it is taken back.
   *[other] Stopped. { $count } rows were changed until then, and stay so unless they are taken back.
}
changes-progress = { $changed } of { $found }
changes-running = You can leave this page; the work goes on.
changes-again = See how far it is
changes-cancel = Stop here
changes-undo = Taking it back
changes-undo-until = Possible until { $when }. What was changed since by somebody else is left alone.
changes-undo-look = See what taking it back would do
changes-undo-over = The seven days in which it could be taken back are over.
changes-undone-by = { $who } took it back on { $when }: { $count ->
    [one] one row is as it was before
   *[other] { $count } rows are as they were before
}, { $left ->
    [0] none was left alone
    [one] one was left alone
   *[other] { $left } were left alone
}.
changes-undoing-by = { $who } began to take it back on { $when }; so far { $count ->
    [one] one row is as it was before
   *[other] { $count } rows are as they were before
}, { $left ->
    [0] none was left alone
    [one] one was left alone
   *[other] { $left } were left alone
}.
changes-undo-cancelled-by = { $who } began to take it back on { $when } and it was stopped: { $count ->
    [one] one row is as it was before
   *[other] { $count } rows are as they were before
}, { $left ->
    [0] none was left alone
    [one] one was left alone
   *[other] { $left } were left alone
}.
changes-undo-headline = Take back: { $what }
changes-undo-lead = { $count ->
    [0] Nothing is left to take back.
    [one] One row would be as it was before.
   *[other] { $count } rows would be as they were before.
}
changes-undo-touched = { $count ->
    [one] One was changed since, by its signer or at the desk, and would be left alone:
   *[other] { $count } were changed since, by their signers or at the desk, and would be left alone:
}
changes-undo-button = { $count ->
    [one] Take this row back
   *[other] Take { $count } rows back
}
changes-to-list = To the list
changes-to-changes = All changes
changes-to-change = Back to the change
changes-look-reminders = Send the confirmation once more: { $whose }
changes-look-retries = Try mails again: { $whose }
changes-look-giving-up = Drop mails: { $whose }
changes-would-reminders = { $count ->
    [0] Nobody would get the confirmation again.
    [one] One person would get the confirmation once more.
   *[other] { $count } people would get the confirmation once more.
}
changes-would-retries = { $count ->
    [0] No mail would be tried again.
    [one] One mail would be tried again now.
   *[other] { $count } mails would be tried again now.
}
changes-would-giving-up = { $count ->
    [0] No mail would be dropped.
    [one] One mail would be dropped.
   *[other] { $count } mails would be dropped.
}
changes-button-reminders = { $count ->
    [one] Send this mail
   *[other] Send { $count } mails
}
changes-button-retries = { $count ->
    [one] Try this mail again
   *[other] Try { $count } mails again
}
changes-button-giving-up = { $count ->
    [one] Drop this mail
   *[other] Drop { $count } mails
}
changes-about-reminders = Each is reminded once and never again; nobody gets more than three mails a day, and an address with several sign-ons gets one mail.
changes-about-retries = The server may refuse them again; what it says then stands in the outbox.
changes-about-giving-up = They do not go out. Whoever waits for one can ask for it with “send it again”.
changes-done-reminders = Confirmations sent once more
changes-done-retries = Mails tried again
changes-done-giving-up = Mails dropped
changes-left-first-mail = The first mail has not gone out yet
changes-left-expired = The time to confirm is over
changes-left-closed = The letter takes no names
changes-left-signed = That name has signed, or the mailbox is full
changes-left-reminded = Reminded before
changes-left-capped = Three mails went to the address within a day
changes-left-same-address = Another sign-on of the same address is reminded of
changes-left-mail-sent = Sent already
changes-left-mail-dropped = Dropped already
changes-left-unknown = Not understood
changes-stands-waiting = Waits
changes-stands-reminded = Reminded
changes-at-most = These are very many, so not each was looked at yet: it is so many at most. Who was reminded before, had three mails today or cannot sign any more gets none.
changes-no-undo = What goes out by mail cannot be taken back.

# Holding signatures, and letting them count
changes-look-approvals = Approve signatures: { $whose }
changes-look-holds = Hold signatures: { $whose }
changes-would-approvals = { $count ->
    [one] One signature would count.
   *[other] { $count } signatures would count.
}
changes-would-holds = { $count ->
    [one] One signature would be held until somebody has looked.
   *[other] { $count } signatures would be held until somebody has looked.
}
changes-button-approvals = { $count ->
    [one] Approve one signature
   *[other] Approve { $count } signatures
}
changes-button-holds = { $count ->
    [one] Hold one signature
   *[other] Hold { $count } signatures
}
changes-about-approvals = They count from now on and are shown as their signers wished. Nobody is told.
changes-about-holds = They do not count and are shown nowhere until somebody approves them. Nobody loses anything: their signers see on the private page that the signature is looked at.
changes-done-approvals = Signatures approved
changes-done-holds = Signatures held
changes-left-not-held = Not held
changes-left-held-already = Held already

# As what signatures are removed
changes-class = Remove them as
changes-class-hint = The letter’s page counts openly how many were removed as what.
changes-class-missing = Say as what they are removed. Nothing was changed.
changes-class-of = Removed as
changes-class-false = False: nobody stands behind them
changes-class-duplicate = Duplicates: somebody signed more than once
changes-class-abusive = Abusive: name or words insult or mock
changes-class-other = Something else
