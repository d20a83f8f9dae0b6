# Goals: what a campaign wants to reach, and what happens then.

goals-title = Goals
goals-description = What { $campaign } wants to reach, how far it is, and what its goals were before they moved.
goals-lead = What { $campaign } wants to reach. Where a goal was moved or taken back, this page says so.
goals-none = There are no goals.
goals-signatures = { $n ->
    [one] { $n } signature
   *[other] { $n } signatures
}
goals-signatures-of = { $n ->
    [one] { $n } signature on “{ $letter }”
   *[other] { $n } signatures on “{ $letter }”
}
goals-people = { $n ->
    [one] { $n } person who comes to “{ $event }”
   *[other] { $n } people who come to “{ $event }”
}
goals-money = { $amount } for “{ $fundraiser }”
goals-reached = Reached on { $moment }.
goals-reached-with = Reached on { $moment }, with { $n }.
goals-reached-and-fell = Reached on { $moment }, with { $n }. Some have been taken back since: { $now } stand now.
goals-money-reached-with = Reached on { $moment }, with { $n }.
goals-money-reached-and-fell = Reached on { $moment }, with { $n }. Since then some was taken back, declined or paid back, or is still to be paid: { $now } stand now.
goals-so-far = { $n } so far, as of { $moment }.
goals-money-so-far = { $n } promised or given so far, as of { $moment }.
goals-open = Not reached yet.
goals-came = That time has come.
goals-closes = Once it is reached, { $letter } takes no more names.
goals-closed = { $letter } takes no more names.
goals-was = Until { $until } the goal was: { $goal }. It was not reached.
goals-was-reached = Until { $until } the goal was: { $goal }. It was reached on { $moment }.
goals-gone = No longer goals
goals-gone-words = The organisers took these back.
goals-timeline-reached = Goal reached: { $goal }
goals-timeline-moved = The goal was moved: { $goal }, and no longer { $before }
goals-timeline-gone = The goal was taken back: { $goal }

goals-desk-headline = Goals: { $campaign }
goals-desk-words = Everybody sees the goals, how far they are, and what they were before they moved.
goals-desk-public = The public page
goals-desk-none = There are no goals yet. A number of signatures that can be reached within days gives everybody a reason to pass the letter on.
goals-new = A new goal
goals-column-goal = Goal
goals-column-state = State
goals-column-then = Once it is reached
goals-then-words = a text is published
goals-then-organisers = the organisers get a mail
goals-then-partners = the partners get a mail
goals-then-closes = “{ $letter }” takes no more names
goals-then-nothing = nothing more
goals-done-saved = Saved.
goals-done-removed = The goal was taken back.
goals-form-words = What happens once it is reached happens once. A goal that is moved begins anew, and everybody can see what it was before.
goals-reach = What is to be reached
goals-measure-signatures = A number of signatures
goals-measure-letter = A number of signatures on “{ $letter }”
goals-measure-event = A number of people who come to “{ $event }”
goals-measure-money = An amount in { $currency } for “{ $fundraiser }”
goals-measure-moment = A day and time
goals-reach-elsewhere = Money that is taken elsewhere is no goal: its total is typed, and a goal counts what came in here. Choose a fundraiser that takes it here, or a number of signatures.
goals-number = How many
goals-number-hint = For signatures and people.
goals-money-level = How much money
goals-money-level-hint = For a fundraiser: in its currency, which is not written, as 1500. What covers fees is not counted.
goals-moment = Day and time
goals-moment-hint = By the campaign’s clock; only where a day and time is to be reached.
goals-twice = Which of the two
goals-twice-none = Choose
goals-twice-first = The first
goals-twice-second = The second
goals-words = Text that is published then
goals-words-hint = It stands on the campaign’s page. At most { $most } characters.
goals-mail-organisers = Tell the organisers by mail
goals-mail-partners = Tell the partners by mail
goals-closing = A letter that takes no more names then
goals-closing-hint = Who has not confirmed by then is not counted. It opens again if the goal is moved or taken back.
goals-closes-none = None
goals-save = Save
goals-leave = All goals
goals-remove = Take the goal back
goals-remove-words = It is no goal any more. The public page says that it was one.
goals-remove-button = Take it back
goals-conflict = Somebody else changed the campaign meanwhile.
goals-conflict-words = What you typed is below. Look at the goals as they are now, then save again.
goals-already = This is reached already
goals-already-words = Once it is saved, its text is published, the mails go out and the letter closes, if so set, and everybody sees that it was reached. If that is meant, say so below and save again.
goals-sure = Yes, it is reached already
goals-fault-letter = The campaign has no such letter.
goals-others = The campaign does not go together so
goals-mistakes = { $n ->
    [one] One field needs a change
   *[other] { $n } fields need a change
}
goals-fault-missing = Write it in each language, or in none.
goals-fault-too-long = At most { $most } characters.
goals-fault-unprintable = It holds characters that cannot be shown.
goals-fault-measure = Choose what is to be reached.
goals-fault-number = A whole number from 1 to { $most }.
goals-fault-money = An amount in digits without the currency, as 1500.
goals-fault-money-nothing = That is nothing. Write an amount, as 1500.
goals-fault-money-too-much = That is more than can be counted. Write less.
goals-fault-money-whole = { $currency } has no digits behind the point. Write a whole number.
goals-fault-money-too-fine = It has too many digits behind the point: { $currency } has { $digits }.
goals-fault-clock = A day and time, as 2018-09-25 11:30.
goals-fault-skipped = Clocks are put forward over that time. Write { $then } or an earlier time.
goals-fault-twice = Clocks show that time twice that day: { $first } and { $second }. Choose one below.
goals-fault-too-many = A campaign has { $most } goals at most. Take one back first.

goals-mail-subject = Goal reached: { $goal } ({ $campaign })
goals-mail-opening = { $name }, a goal of “{ $campaign }” was reached on { $moment }: { $goal }.
goals-mail-button = All goals
goals-mail-closed = “{ $letter }” takes no more names since then.
goals-mail-why = You get this mail because you work on this campaign of { $group }. It is sent once.
