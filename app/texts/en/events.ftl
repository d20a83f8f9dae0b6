# Events: the pages, the form, an RSVP's own page, the mails, the desk and the door.

events-list-headline = Where to come
events-none-ahead = Nothing is announced at the moment.
events-over = Over
events-called-off = called off
events-feed = In your calendar
events-feed-words = A calendar that subscribes to this address shows every event of the campaign, and every change of time and place.
events-feed-link = The campaign’s calendar
events-to-calendar = Put it into a calendar
events-kind-protest = Protest
events-kind-picket = Picket
events-kind-call-in = Call-in
events-kind-online = Meeting online
events-from-until = { $from }, until { $until }
events-twice-first = clocks are put back that night; meant is { $when }, the first time they show it
events-twice-second = clocks are put back that night; meant is { $when }, the second time they show it
events-twice-ends-first = clocks are put back that night; it ends at { $when }, the first time they show it
events-twice-ends-second = clocks are put back that night; it ends at { $when }, the second time they show it
events-what = What
events-when = When
events-where = Where
events-how-many = Who comes
events-bring = Bring
events-access = Getting there
events-hosts = Hosted by
events-times = Times and places
events-is-over = over
events-place-later = Told to those who come, on their private page and by mail.
events-place-when-coming = Told here once you have a place.
events-numbers = { $people ->
    [0] Nobody has said yet that they come.
    [one] One person comes.
   *[other] { $people } people come.
}
events-numbers-rounded = More than { $people } people come.
events-room-left = { $left ->
    [one] One of { $of } places is left.
   *[other] { $left } of { $of } places are left.
}
events-room-some = There are places left.
events-room-full = All places are taken. You can wait in line: what becomes free is offered in turn.
events-form-title = I’m coming
events-slot = Which time and place
events-name = What should we call you?
events-name-hint = It need not be your name. It is never shown in public.
events-email = E-mail
events-email-hint = Your private link goes there, with every change of time or place. It is not shown.
events-people = How many of you come
events-people-hint = You are one of them; { $most } at most.
events-choose = Choose
events-send = I’m coming
events-form-days = { $days ->
    [one] A day after it is over, who came is forgotten.
   *[other] { $days } days after it is over, who came is forgotten.
}
events-mistakes = { $n ->
    [one] One thing is left to mend
   *[other] { $n } things are left to mend
}
events-too-many = A lot came from your network at once
events-too-many-words = { $seconds ->
    [one] Nothing was stored. Send it again in one second.
   *[other] Nothing was stored. Send it again in { $seconds } seconds.
}
events-fault-missing = This is needed.
events-fault-too-long = { $most } characters at most.
events-fault-unprintable = It holds a line break or a character that cannot be seen. Type it again.
events-fault-link = A name holds no web address.
events-fault-email = No mail can go to this address. Look at it again.
events-fault-people = A number from 1 to { $most }.
events-fault-room = There is room for { $most } in all. Fewer can come together.
events-fault-slot = Choose one that is still ahead.
events-fault-choice = Choose one of these.
events-shut-title = Nobody can sign up
events-shut-cancelled = It does not take place. Whoever wanted to come has been told by mail.
events-shut-over = It is over.
events-shut-closed = It takes place, and takes no more names.
events-inbox-headline = Check your inbox
events-inbox-lead = Open the link we sent you, and press the button there: then you have said that you come.
events-inbox-words = It is about { $event }. Whoever has said so before gets the link to their page instead.
events-inbox-most = Not every form brings a mail of its own: after three in a day, what else is said from one mailbox goes together in one more. All that waits for a button stands behind each of these links, too.
events-inbox-days = { $days ->
    [one] What nobody confirms within a day is deleted.
   *[other] What nobody confirms within { $days } days is deleted.
}
events-own-unconfirmed = Are you coming?
events-own-coming = You’re coming
events-own-waiting = You’re in line
events-own-offered = A place for you
events-own-cancelled = You’re not coming
events-own-lapsed = The place went on
events-own-called-off = Called off
events-lead-unconfirmed = Press the button, and it stands.
events-lead-coming = { $people ->
    [one] You have a place. We write when time or place change.
   *[other] The { $people } of you have places. We write when time or place change.
}
events-lead-waiting = { $before ->
    [0] All places are taken, and you are the first in line. When one becomes free, we offer it to you by mail.
    [one] All places are taken; one waits before you. When one becomes free, it is offered in turn, by mail.
   *[other] All places are taken; { $before } wait before you. When one becomes free, it is offered in turn, by mail.
}
events-lead-waiting-together = It is offered to you once { $people } places are free together; fewer go to whoever waits behind you. If fewer of you come, say so below.
events-lead-waiting-fewer = { $before ->
    [0] { $left } places are free, fewer than the { $people } that you need, and you are the first in line.
    [one] { $left } places are free, fewer than the { $people } that you need; one waits before you.
   *[other] { $left } places are free, fewer than the { $people } that you need; { $before } wait before you.
}
events-lead-waiting-never = There is room for { $capacity } in all, so that the { $people } of you never have places together. If fewer of you come, say so below.
events-lead-offered = A place is free, and kept for you until { $until }. Then it goes to the next in line.
events-lead-cancelled = You said that you do not come.
events-lead-lapsed = A place was kept for you, and nobody took it in time, so that it was offered to the next in line.
events-lead-called-off = The organisers called it off. There is nothing that you need to do.
events-lead-over = It is over.
events-confirm-button = Yes, I’m coming
events-accept-button = Take the place
events-again-button = I’m coming after all
events-event = Event
events-ticket = Your ticket
events-ticket-words = Show this at the door, or say what we should call you.
events-correct = Change it
events-correct-words = More of you can come while there is room.
events-correct-button = Save
events-others = Also from this mailbox
events-others-words = This was said with the same address, and nobody has pressed its button yet. Open it to say that you come, or leave it: then it is deleted by itself.
events-cancel = Not coming
events-cancel-words = Your place goes to the next in line. You can change your mind by the same link.
events-cancel-button = I’m not coming
events-no-room = There is no room for so many more
events-no-room-words = Nothing was changed: as many of you as before have a place.
events-done-accepted = The place is yours.
events-done-corrected = It is saved.
events-done-too-late = Nothing was changed: it was too late for that.
events-done-known = From this mailbox somebody comes already, or waits in line. This is that page; it can be changed here.
events-gone-headline = Nothing here
events-gone-lead = This link leads nowhere any more.
events-gone-words = It was cut short, or what it led to was deleted: what nobody confirms is deleted after thirty days, and who came is forgotten thirty days after the event.
events-all = All times and places

events-mail-place = Where: { $place }.
events-mail-link-subject = Are you coming? { $event }
events-mail-link-opening = Somebody, probably you, said as “{ $name }” that they come: { $when }.
events-mail-link-ask = Open the link and press the button there, and it stands.
events-mail-link-button = Say that I’m coming
events-mail-link-closing = If it was not you, do nothing: it is deleted by itself.
events-mail-known-subject = You said so before: { $event }
events-mail-known-opening = The form for this event was sent with your address again. You had already said that you come: { $when }.
events-mail-known-ask = On your page you see how it stands, and can change or cancel it.
events-mail-own-button = Open my page
events-mail-own-closing = By the same link you can change how many of you come, or cancel.
events-mail-coming-subject = You’re coming: { $event }
events-mail-coming-opening = You have a place, { $name }: { $when }.
events-mail-coming-ask = Your ticket and the file for your calendar are on your page.
events-mail-waiting-subject = You’re in line: { $event }
events-mail-waiting-opening = { $people ->
    [one] All places are taken: { $when }.
   *[other] { $people } places are not free at the moment: { $when }.
}
events-mail-waiting-ask = When one becomes free, it is offered in turn, by mail.
events-mail-offer-subject = A place is free: { $event }
events-mail-offer-opening = A place has become free: { $when }. It is kept for you until { $until }.
events-mail-offer-ask = Open your page and take it; after that it goes to the next in line.
events-mail-offer-button = Take the place
events-mail-offer-closing = If you cannot come, let it go there, so that the next one hears sooner.
events-mail-lapsed-subject = The place went on: { $event }
events-mail-lapsed-opening = The place that was kept for you was not taken in time, and was offered to the next in line.
events-mail-lapsed-ask = If you still want to come, say so on your page: you are then in line again.
events-mail-reminder-subject = Soon: { $event }
events-mail-reminder-opening = You said that you come, { $name }: { $when }.
events-mail-reminder-ask = If you cannot, say so on your page, so that somebody else can.
events-mail-changed-subject = Changed: { $event }
events-mail-changed-opening = Time or place have changed. It is now: { $when }.
events-mail-changed-ask = If you cannot come then, say so on your page.
events-mail-again-subject = It takes place after all: { $event }
events-mail-again-opening = It had been called off, and takes place after all: { $when }.
events-mail-again-ask = What you had said stands again. If you cannot come, say so on your page.
events-mail-cancelled-subject = Called off: { $event }
events-mail-cancelled-opening = It does not take place: { $when }.
events-mail-cancelled-ask = There is nothing that you need to do.
events-mail-cancelled-closing = If the organisers call for it again, you hear of it.
events-mail-why = You get this mail because your address was given for { $event } by { $group }.

events-desk-headline = Events: { $campaign }
events-desk-none = There is no event yet.
events-desk-over-full = More people come than there is room for. Nobody loses a place by that; what becomes free is offered again once fewer come than fit. Write to them if that is too many.
events-desk-nobody = Nobody yet.
events-desk-new = Announce an event
events-desk-coming = Coming
events-desk-capacity = Places
events-desk-unbounded = as many as come
events-desk-offered = On offer
events-desk-waiting = In line
events-desk-arrived = Let in
events-desk-name = Name
events-desk-people = People
events-desk-since = Since
events-desk-page = The public page
events-desk-edit = Change it
events-desk-table = Who comes, as a table
events-desk-door = The door
events-desk-sheet = The list to print
events-desk-done-saved = It is saved. Who comes is told by mail where time or place changed.
events-desk-done-removed = It is taken off. Who wanted to come is told by mail.
events-status-open = Takes names
events-status-closed = Takes place, takes no names
events-status-cancelled = Called off
events-state-unconfirmed = Not confirmed yet
events-state-coming = Coming
events-state-waiting = In line
events-state-offered = A place on offer
events-state-cancelled = Not coming
events-state-lapsed = Let the offer pass
events-sheet-as-of = As of { $moment }.
events-sheet-people = { $people ->
    [one] One person comes.
   *[other] { $people } people come.
}
events-sheet-in = In
events-sheet-notes = Answers
events-door-headline = The door: { $event }
events-door-of = { $coming ->
    [one] are in; one person said that they come.
   *[other] are in; { $coming } people said that they come.
}
events-door-words = Find a name, or let the camera of this phone read the ticket. Without a network the page works on where scripts run: what you note waits on the phone.
events-door-party = { $people ->
    [one] alone
   *[other] { $people } people
}
events-door-let-in = Let in
events-door-is-in = is in
events-door-undo = Not in after all
events-door-scan = Read tickets
events-door-forget = Forget the list on this phone
events-door-walk-in = Without an RSVP
events-door-walk-in-words = Whoever comes by without having said so is counted, and nothing else is noted of them.
events-door-one-more = One more
events-door-list = Who comes
events-door-find = Find a name
events-door-cut = More come than this page holds: the first 5,000 are listed. A ticket finds the others.
events-door-done-in = Let in.
events-door-done-undone = Taken back.
events-door-done-already = They were let in before. Ask before you let anybody in by this ticket or name again.
events-door-done-counted = Counted.
events-door-since = since { $when }
events-door-already = { $who } was let in before, at { $when }: at another door, or by a copied ticket.
events-door-by-ticket = By a ticket that was not on the list: { $people } let in.
events-door-somebody = Whoever showed that ticket
events-door-seen = I have seen it
events-door-walk-in-undo = Take the last one back
events-door-gone = This event was taken off, or is not yours to see: what was noted stays on this phone.
events-door-unknown = A ticket was read that belongs to nobody here.
events-door-unlisted = Not on the list of this phone: noted, and looked up as soon as there is a network.
events-door-waiting = Not sent yet:
events-door-sent = Everything is sent.
events-door-offline = No network: note on, nothing is lost.
events-door-signed-out = Sign in again in another tab: what was noted stays on this phone until it is sent.
events-door-no-camera = The camera cannot be used. Allow it, or find the name.
events-door-left = Something has not been sent yet. Wait for a network, then forget the list.

events-form-what = The event
events-form-slug = Its name in links
events-form-slug-hint = Small letters, digits and dashes, as outside-the-hall. It stays.
events-form-status = State
events-form-zone = Time zone, if it is another than the campaign’s
events-form-zone-hint = As Europe/Madrid. Empty: { $zone }.
events-form-name = What it is called
events-form-words = What it is, in a few sentences
events-form-access-hint = Steps, seats, interpreters, toilets: what people need to know before they set out.
events-form-host = Hosted with { $partner }
events-form-slot = Time and place { $number }
events-form-slot-more = Leave it empty where there is no further one.
events-form-slot-name = What this time is called
events-form-slot-name-hint = Needed where there are several: “At noon, with speeches”.
events-form-starts = It starts
events-form-ends = It ends
events-form-clock = By the clock of { $zone }.
events-form-twice = Which of the two times is meant
events-form-ends-twice = At which of the two times it ends
events-form-twice-none = Neither: the clock shows it once
events-form-twice-first = The first, before clocks are put back
events-form-twice-second = The second, after clocks are put back
events-form-capacity-hint = How many people there is room for. Empty: everybody fits.
events-form-shown = Who sees what
events-form-place-for = The place is told to
events-form-place-everybody = everybody
events-form-place-coming = those who have a place, on their page and by mail
events-form-numbers = Of how many come, the page says
events-form-numbers-nothing = nothing
events-form-numbers-people = how many people, and how many places are left
events-form-numbers-rounded = more than so many, rounded down; nothing below ten
events-form-party = How many people may come by one form
events-form-reminders = Reminders, in hours before it starts
events-form-reminders-hint = As 24, 3. Empty: none.
events-form-save = Save
events-form-leave = Back, without saving
events-form-conflict = Somebody else saved meanwhile
events-form-conflict-words = What you typed stands below. Look at what they changed in another tab, then save again.
events-form-others = It does not go together with the campaign’s files
events-form-remove = Take it off
events-form-remove-words = It leaves the page, and whoever wanted to come is told that it does not take place. To call it off and leave it on the page, set its state instead.
events-form-remove-button = Take the event off
events-fault-slug = Small letters, digits and single dashes.
events-fault-slug-taken = Another event is called so.
events-fault-reminders = Whole hours from 1 to 168, with commas between them.
events-fault-clock = This is no day and time.
events-fault-zone = No time zone is called so. Write it as Europe/Madrid.
events-fault-skipped = Clocks are put forward over that time, so that it never is. { $then } would be.
events-fault-twice = Clocks are put back that night, and show this time twice: once as { $first }, once as { $second }. Say which one is meant.
events-fault-ends = It ends before it starts.
events-fault-no-time = Say when it is.
