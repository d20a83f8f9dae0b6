# Ready-made posts: the composer, the ways out of it, and the clicks on them.

posts-headline = Say it to them
posts-lead = Ready words for your own account. Nothing is posted until you post it.
posts-to = To { $target }
posts-to-role = To { $target }, { $role }
posts-elsewhere-title = Or somewhere else
posts-elsewhere-words = Each opens written out as well, save { $networks }: there the link goes alone, so copy the words first.
posts-more = Other words, other people
posts-meanwhile-title = While you wait

posts-whom-title = To whom
posts-whom-button = Show it
posts-other = The post you were at is not for { $target }. This is the first that is.
posts-session = Speaks on { $moment }.
posts-answered = Answered on { $day }
posts-acted = Acted on { $day }

posts-words-title = What it says
posts-length = { $n } of { $limit }, as { $network } counts
posts-length-free = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}
posts-too-long = That is too long: shorten it before you post.
posts-link-apart = The link goes with it: { $url }
posts-link-only = { $network } takes the link alone. Copy the words first, and paste them there.
posts-named = Whoever has no account that we know of on { $network } is called by name.
posts-no-address = No mail address is known here of { $names }. Put it in yourself.
posts-no-number = No telephone number is known here of { $names }. Put it in yourself.
posts-account = On { $network }: { $handle }
posts-edit = Change the words as you like. To be counted they go to this site, which keeps nothing of them.
posts-uncounted = The length cannot be counted just now. The network says it when you get there.
posts-edited = These are your own words now. They go straight there, and that click is not counted.

posts-open-button = Open in { $network }
posts-open-words = It opens written out. You press the button that posts it.
posts-email-button = Write the mail
posts-sms-button = Write the message
posts-device-words = It opens written out on your device. You send it.
posts-copy-words = Select the words above and copy them. Then paste them wherever you like.
posts-copy-button = Copy the words
posts-copied = Copied
posts-share-button = Share by this device

posts-ways-title = Where
posts-way-email = E-mail
posts-way-sms = Text message
posts-way-copy = Copy
posts-wordings-title = In other words
posts-letter = Read and sign the letter
posts-clicks-link = How often these were opened

posts-server-headline = Which server?
posts-server-lead = Mastodon is many servers. Yours opens with the post written out.
posts-server-label = Your Mastodon server
posts-server-hint = Its name alone, such as mastodon.social. We do not keep it.
posts-server-refused = This is not the public name of a server. Write the name alone, such as mastodon.social: no https://, no @, no slash, no number.
posts-server-unasked = The server’s name cannot be looked at just now. Try again in a moment.
posts-back = Back to the post

posts-leaving-headline = Off to another site
posts-leaving-lead = This leads to { $server }, with the post below written out.
posts-leaving-button = On to { $server }
posts-leaving-words = Go on only if that is the server where you have an account.
posts-leaving-back = It is another server

posts-clicks-headline = Clicks on posts
posts-clicks-lead = { $n ->
    [0] Nobody has opened a post’s link yet.
    [one] A post’s link was opened once.
   *[other] Posts’ links were opened { $n } times.
}
posts-clicks-column = Clicks
posts-clicks-by-post = Post
posts-clicks-by-target = To whom
posts-clicks-by-network = Where
posts-clicks-by-day = Day
posts-clicks-meaning-title = What this counts
posts-clicks-meaning = One click is one opening of a link that leads from here to a network. Whether anything was posted there, nobody here can see.
posts-clicks-limits = No address and no cookie is kept, so that two clicks by one person count twice, and programs that follow links count too. When very many come from one network at once, all of them lead on and only the first 120, then 20 a minute, count; that network is held in memory for it, and written nowhere. Mails, text messages, copies and changed words are not counted.
posts-clicks-json = The same for your programs (JSON)
