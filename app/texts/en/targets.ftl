# Targets at the desk: the list, a pasted list of speakers, the marks of a target.

targets-headline = Targets of “{ $campaign }”
targets-preview-headline = A list for “{ $campaign }”
targets-targets = Targets
targets-none = No target yet. Paste a list below, or write targets.toml among the campaign’s files.
targets-name = Name
targets-role = Role
targets-handles = Handles
targets-session = Session
targets-email = E-mail
targets-phone = Telephone
targets-mark = Answered or acted
targets-back = To all targets
targets-done-list = The list is taken over. Visitors see it within a second.
targets-done-removed = The target is taken away.
targets-done-marked = The mark is saved. It stands beside every post at this target.
targets-done-unmarked = The mark is taken away.

targets-paste = Paste a list of speakers
targets-paste-words = A conference’s list as CSV, or copied out of a spreadsheet. You see what it would change before anything is changed.
targets-list = List
targets-list-hint = The first line names the columns: name, then any of x, bluesky, mastodon, threads, linkedin, facebook, telegram, reddit, handles, email, phone, session. A handle can be the address of somebody’s page. Times are in the campaign’s time zone. Whoever is a target already is brought up to date; an empty cell takes nothing away.
targets-look = Look at it first
targets-look-again = Look at it again
targets-apply = Take it over
targets-leave = Leave everything as it is
targets-sums = { $new ->
    [0] Nobody would be added
    [one] One target would be added
   *[other] { $new } targets would be added
}, { $changed ->
    [0] nobody changed
    [one] one changed
   *[other] { $changed } changed
}; { $same ->
    [0] no other stands on the list.
    [one] one stands already as the list says.
   *[other] { $same } stand already as the list says.
}
targets-new = To be added
targets-difference = What changes
targets-field = Field
targets-now = Now
targets-then = By the list
targets-changed-since = Somebody has changed the targets since you looked. This is what your list would change now; take it over, or leave everything as it is.
targets-other-list = The list is another than the one you looked at. This is what it would change.

targets-files = Together with the campaign’s files
targets-files-words = What you change here is part of the campaign: broadside campaign export writes it out with the rest.
targets-files-rule = An import does not undo it. Where the files say of a target what they said at the import before, it stays as you left it here. Where the files have changed it too, the import names it and changes nothing, until somebody brings both together or lets the files stand (--over-desk).

targets-faults = Nothing was changed. What to mend:
targets-line = Line { $line }:
targets-wrong-empty = The list is empty. Its first line names the columns, as name,x,session.
targets-wrong-not-csv = This row is no CSV. Save the list again as CSV in UTF-8.
targets-wrong-quotation = A quotation mark that this row opens is never closed. Close it, or take it out.
targets-wrong-column = “{ $column }” is an unknown column. Rename it or take it out.
targets-wrong-no-name-column = No column is called name. Let the first line name the columns.
targets-wrong-fields = This row has { $fields } fields and the first line { $columns }. Put quotation marks around a field with a comma in it.
targets-wrong-no-name = This row has no name. Write it, or remove the row.
targets-wrong-name = “{ $name }” cannot stand as a name: 120 characters are the most, and no control characters.
targets-wrong-handle = “{ $typed }” is no handle on { $network }. Write it as { $form }, or leave the cell empty: without a handle they are called by name.
targets-wrong-profile = “{ $typed }” is the address of nobody’s page on a network known here. Write the network before the handle, as mastodon:@name@mastodon.social, or take it out.
targets-wrong-mail = “{ $typed }” may be a mail address. Write it into a column email, or as mastodon:@{ $typed } if it is a handle there.
targets-wrong-network = “{ $name }” is no network. Write a network’s name before the colon, as x:@name.
targets-wrong-address = “{ $typed }” is no mail address. Write it as team@example.org.
targets-wrong-phone = “{ $typed }” is no telephone number. Write it with the country’s code and digits alone, as +14155550100.
targets-wrong-session = “{ $typed }” is no day and time. Write it as 2018-09-25 14:00, in the campaign’s time zone.
targets-wrong-twice = { $name } stands on line { $line } too. Remove one of the two.
targets-wrong-post-too-long = The post { $post } in { $language } has { $length } as { $network } counts, with its longest target, { $target }; the most is { $limit }. Shorten the name, or the post by { $over }.
targets-wrong-post-too-many-bytes = The post { $post } in { $language } has { $length } as { $network } counts, but { $bytes } bytes, with its longest target, { $target }; { $network } takes { $limit } bytes at most. Shorten the name, or take some emoji out of the post.
targets-wrong-named = The campaign’s files name “{ $named }”, in a post or among targets addressed at once. Take it out there first, and import them.
targets-wrong-nobody-left = The campaign has posts, and nobody would be left to send them to.
targets-wrong-too-many = A campaign has { $most } targets at most. Take some away first.

targets-change-by-list = Handles and session are changed by pasting a list with this name and the new values.
targets-answered = Has answered
targets-acted = Has acted
targets-answered-button = Mark as answered
targets-acted-button = Mark as acted
targets-unmark = Take the mark away
targets-on = On the day
targets-on-error = This is no day. Write year, month and day, as 2018-09-25.
targets-on-ahead = This day lies ahead. Write the day on which it was.
targets-link = Link
targets-link-hint = Where everybody can read it.
targets-link-error = This is no web address. Write it whole, as https://example.org/answer.
targets-words = In a sentence, in { $language }
targets-words-error = Write the sentence in every language or in none, in 300 characters at most.
targets-mistakes = The mark is not saved yet: some fields need another look.
targets-remove = Take this target away
targets-remove-words = Links to posts at this target stop working. The clicks on them stay counted.
targets-remove-button = Take { $name } away
targets-conflict = Somebody has changed this target meanwhile
targets-conflict-words = Nothing of yours is saved yet. Save again and yours stands; leave, and theirs does.
targets-conflict-removing = It is not taken away yet. Look at what it says now, and press again if it still has to go.
targets-conflict-leave = Leave it as they saved it
targets-theirs = Saved
targets-yours = Yours
