# The report of `broadside rehearse`.

rehearsal-title = The evening, rehearsed
rehearsal-about = Played against a copy of your instance on this machine, with the campaign { $campaign } and made-up people.
rehearsal-held = What it held
rehearsal-first = What gave way first
rehearsal-none-first = Nothing gave way that was tried.
rehearsal-change = What to change
rehearsal-acts = Act by act
rehearsal-act-held = held
rehearsal-act-gave-way = gave way
rehearsal-front-page = A front page
rehearsal-bounces = Wrong addresses
rehearsal-dead-mail = A mail server that is gone
rehearsal-bots = Bots
rehearsal-full-disk = A full disk

rehearsal-held-rate = It held { $rate } sign-ons a minute, with { $pages } page views and { $counts } looks at the count a second beside them. Of a hundred people, ninety-nine were told to check their inbox within { $milliseconds } ms and saw the page within { $wait } ms. For scale: the most signed petition of the UK Parliament took about 2,000 a minute.
rehearsal-held-nothing = Not even the first step was held.
rehearsal-not-broken = Nothing gave way: up to { $rate } sign-ons a minute was all this machine could play in the time there was.
rehearsal-cut-short = It ended early: the made-up people would have taken the room that is to be left free on the disk.
rehearsal-broke-pages = At { $rate } sign-ons a minute, page views gave way: of a hundred, one waited for { $milliseconds } ms or longer; { $busy } were told to come back, { $lost } got no answer in time.
rehearsal-broke-counts = At { $rate } sign-ons a minute, looks at the count gave way: of a hundred, one waited for { $milliseconds } ms or longer; { $busy } were told to come back, { $lost } got no answer in time.
rehearsal-broke-sign-ons = At { $rate } sign-ons a minute, sign-ons gave way: of a hundred, one waited for { $milliseconds } ms or longer; { $busy } were told to come back with their form kept, { $lost } got no answer in time.
rehearsal-broke-confirmations = At { $rate } sign-ons a minute, confirmations gave way: of a hundred, one waited for { $milliseconds } ms or longer from the mail to the answer; { $busy } were told to come back, { $lost } got no answer in time.
rehearsal-mails-went = Confirmation mails went out: { $mails }. When the last had signed, { $behind } were still to go; they were gone { $seconds } s later.
rehearsal-mails-behind = Confirmation mails went out: { $mails }. Another { $left } had not gone { $seconds } s after the last had signed: people would wait for them. None is lost.
rehearsal-beside = Meanwhile { $count } people signed; of a hundred, ninety-nine were answered within { $milliseconds } ms. Page views served beside them: { $pages }.
rehearsal-bounced = Mails refused for good: { $refused }; put off: { $later } times. Every other mail arrived.
rehearsal-bounced-behind = Mails refused for good: { $refused }; put off: { $later } times. Of the others, { $left } had not arrived when the act was over.
rehearsal-mails-left = People went on signing. When the mail server was back, { $behind } mails waited; { $went } had left { $seconds } s later, the others are tried again by themselves. None is lost.
rehearsal-mails-stay = When the mail server was back, { $behind } mails waited, and { $went } of them left in the time there was ({ $seconds } s).
rehearsal-bots-stopped = Of { $bots } sign-ons that bots sent from one network, { $stopped } were refused by the limits and { $through } came through, about what a hall full of people may send.
rehearsal-bots-not-stopped = Nothing held the bots: of { $bots } sign-ons from one network, { $through } came through and { $stopped } were refused.
rehearsal-bots-few = The act was too short for the limits to be reached: of { $bots } sign-ons from one network, { $through } came through and { $stopped } were refused.
rehearsal-disk-not-played = On PostgreSQL a full disk is not played: it would stop the server for your instance too. Keep an eye on its disk; what is refused then is said to whoever signs, and nothing that was thanked for is lost.
rehearsal-disk-honest = While the disk was full, { $busy } people were told to come back and { $thanked } still found room; nobody was thanked for nothing. Pages went on: { $pages } views. Requests that failed: { $lost }.
rehearsal-disk-not-honest = While the disk was full, { $lost } requests failed without a word of what to do; { $busy } people were told to come back, { $thanked } found room, and { $pages } page views were served.
rehearsal-disk-again = As soon as there was room, it went on by itself: { $count } people signed, ninety-nine in a hundred within { $milliseconds } ms.
rehearsal-disk-stays = When there was room again it did not go on at once: { $busy } were told to come back, { $lost } got no answer.

rehearsal-kept = Everybody who was thanked was found in the copy afterwards: { $thanked } sign-ons, { $confirmed } confirmations. Lost: none.
rehearsal-missing = Of { $thanked } sign-ons and { $confirmed } confirmations that people were thanked for, { $missing } are not there.
rehearsal-counts-agree = Every count was counted again and agrees.
rehearsal-counts-disagree = Counts were counted again, and some do not agree.
rehearsal-memory = The program never took more than { $megabytes } MB of memory.

rehearsal-change-report = Do not go live with this. Please report it: it must not happen.
rehearsal-change-no-mail-server = No mail server is set, so nobody could confirm: set BROADSIDE_SMTP_URL, and see `broadside doctor`.
rehearsal-change-limits = Rate limits are off: unset BROADSIDE_RATE_LIMITS before the evening.
rehearsal-change-cdn = Reading gave way before signing did. Put a CDN or a caching proxy in front of the pages (docs/cdn.md), so that only sign-ons reach this machine.
rehearsal-change-disk = Writing gave way first, at more than { $rate } sign-ons a minute. Every thank-you waits for the disk: a faster disk (NVMe, not a network’s) helps most, then more processor cores.
rehearsal-change-mail = Ask your mail provider whether it takes { $rate } mails a minute: here they went to a server of the rehearsal’s own, which takes any number.
rehearsal-change-room = The disk has room for { $hours } hours of { $rate } sign-ons a minute without a break.
rehearsal-change-trouble = Some of the troubles below were not borne as they should be. Read what gave way there, and rehearse again after each change.
rehearsal-change-nothing = Nothing that this rehearsal can see.

rehearsal-shared = Whoever asked and whoever answered shared this machine, and the visitors took their part of it: a machine that only answers holds more. The wires between it and the world were not tried, nor your mail server, nor a proxy.
rehearsal-others = No mail left this machine. Mails to people of your own that waited in the copy: { $count } were handed to the rehearsal’s own mail server, which threw them away unread. In your instance they still wait.
rehearsal-no-others = No mail left this machine, and no mail of your own people was touched.
rehearsal-limits-off = Rate limits were off, as in your settings.
rehearsal-copy-gone = The copy is deleted. Nothing was written where your instance lies.
rehearsal-copy-kept = The copy was left where it is, as you asked: it holds names and addresses. Nothing was written where your instance lies.
