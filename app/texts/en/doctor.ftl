# What the doctor and the Setup page find.

doctor-no-base-url = No base URL is set, so links in mails lead to { $url }, which is this machine only. Set BROADSIDE_BASE_URL to the address people use, such as https://letter.example.org.
doctor-base-url = Links in mails lead to { $url }.
doctor-no-https = The base URL { $url } has no https: names and addresses would travel in the open. Put a proxy with a certificate in front and set BROADSIDE_BASE_URL to its https address.
doctor-no-proxy-trusted = Broadside listens on this machine only, so a proxy brings the visitors, but no proxy is trusted: all visitors would share one address and the limits would stop them. Set BROADSIDE_TRUSTED_PROXIES, for a proxy on this machine to 127.0.0.0/8,::1/128.
doctor-unknown-variable = Nothing reads the variable { $name }. The setting with the nearest name is { $nearest }.
doctor-no-limits = Rate limits are off. That is for load tests; unset BROADSIDE_RATE_LIMITS.
doctor-test-clock = A test clock runs (BROADSIDE_CLOCK), and every page says so. Unset it before the campaign begins.
doctor-sqlite-unusable = The database in { $place } cannot be used: { $error }.
doctor-postgres-unusable = The database cannot be used: { $error }. Check BROADSIDE_DATABASE_URL or --database-url, and that the server runs and lets this user in.
doctor-not-looked-at = Nothing in it could be looked at: { $why }.
doctor-database = The database answers and its schema is up to date ({ $engine }).
doctor-future = What is stored lies in the future: this instance ran under a trial clock (BROADSIDE_CLOCK) before, or this machine’s clock was wrong. Its mails and jobs would wait until then. Set the machine’s clock, or begin with a fresh data folder (--data).
doctor-no-campaign = There is no public campaign yet. Bring one in with `broadside campaign import DIR`.
doctor-campaigns = Public campaigns: { $count }.
doctor-no-account = Nobody has an account in the desk yet. `broadside serve` prints the link for the first one; `broadside account invite EMAIL` makes one too.
doctor-no-owner = Nobody owns the group { $group }, so nobody sees its campaigns in the desk: `broadside account invite EMAIL --group { $group }`.
doctor-tally-disagrees = Letter { $letter }, version { $version }, relation “{ $relation }”, source “{ $source }”, process { $node }: signatures shown: { $tallied }, stored: { $counted }. Please report this: it must not happen.
doctor-counts-agree = Every count was counted again and agrees.
doctor-log-gaps = The log of letter { $letter } should hold { $size } entries at { $size } places. It holds { $entries }, and its last one stands as number { $places }. Entries were taken out or put in past the program: hold a backup against it.
doctor-log-disagrees = By its log, letter { $letter } has { $logged } signatures; stored are { $stored }. One of the two was changed past the program: hold a backup against it.
doctor-log-whole = Every letter’s log is without a gap and bears out how many signed.
doctor-log-denies = { $count ->
    [one] 1 signature of letter { $letter } is stored otherwise than its log has it: its name, relation or wording was changed, or its entry taken out, past the program. Hold a backup against it.
   *[other] { $count } signatures of letter { $letter } are stored otherwise than its log has them: their names, relations or wordings were changed, or their entries taken out, past the program. Hold a backup against it.
}
doctor-log-bears-out = Signatures held against the log: { $looked } of { $standing }, the newest first. Each is as the log has it.
doctor-log-looked-at = Signatures held against the log: { $looked } of { $standing }, the newest first.
doctor-log-forgotten = { $count ->
    [one] 1 signature counts whose signer was forgotten when the time came: what its log entry says cannot be recomputed any more.
   *[other] { $count } signatures count whose signers were forgotten when the time came: what their log entries say cannot be recomputed any more.
}
doctor-stuck = The work “{ $work }” was begun { $attempts } times and never finished.
doctor-stuck-because = The work “{ $work }” was begun { $attempts } times and never finished. It last failed with: { $error }.
doctor-mails-wait = { $count ->
    [one] 1 mail waits, because no mail server is set: nobody can confirm. Set BROADSIDE_SMTP_URL; it is sent as soon as the program starts with it.
   *[other] { $count } mails wait, because no mail server is set: nobody can confirm. Set BROADSIDE_SMTP_URL; they are sent as soon as the program starts with it.
}
doctor-mails-late = { $count ->
    [one] 1 mail has waited for over an hour. The mail server’s last answer to it: { $answer }
   *[other] { $count } mails have waited for over an hour. The mail server’s last answer to the oldest: { $answer }
}
doctor-mails-never-tried = { $count ->
    [one] 1 mail has waited for over an hour. It was never tried: does `broadside serve` run?
   *[other] { $count } mails have waited for over an hour. The oldest was never tried: does `broadside serve` run?
}
doctor-mails-put-off = { $count ->
    [one] 1 mail waits, put off by the mail server. Minutes since it was queued: { $minutes }. The last answer to it: { $answer }
   *[other] { $count } mails wait. The mail server put the oldest off; minutes since it was queued: { $minutes }. The last answer to it: { $answer }
}
doctor-mails = Mails waiting: { $waiting }; sent: { $sent }.
doctor-mails-lost = Mails that came to nothing: { $bounced } refused by the other server, { $failed } tried in vain. The last answer was: { $answer }
doctor-mails-lost-unsaid = Mails that came to nothing: { $bounced } refused by the other server, { $failed } tried in vain.
doctor-mails-mostly-lost = Of the mails of the last day, { $refused } came to nothing and { $sent } went out: the mail server does not take or pass on what comes from the campaign’s sender, so hardly anybody can confirm. Check BROADSIDE_SMTP_URL and sender_address in campaign.toml.
doctor-room = { $megabytes } MB are free where the database lies.
doctor-little-room = Only { $megabytes } MB are free where the database lies ({ $folder }). On a full disk nobody can sign: make room, or move the data folder to a larger disk.
doctor-no-mail-server = No mail server is set, so confirmations wait in the outbox and no signature counts. Set BROADSIDE_SMTP_URL, such as smtp://user:password@mail.example.org:587?tls=required.
doctor-mail-url = BROADSIDE_SMTP_URL cannot be used: { $error }
doctor-mail-server = The mail server answers and lets us in.
doctor-mail-refused = The mail server does not take our mails: { $reason }
doctor-mail-server-silent = The mail server did not answer within five seconds.
doctor-kept-too-long = { $count ->
    [one] In the table { $table } is 1 row whose time of { $days } days is over by more than a day: does `broadside serve` run?
   *[other] In the table { $table } are { $count } rows whose time of { $days } days is over by more than a day: does `broadside serve` run?
}
doctor-erasure-unfinished = An erasure was asked for over an hour ago and is not finished. `broadside serve` carries it on; if it does not, its log says why.
doctor-kept-well = { $soon ->
    [one] Nothing is kept past its time; within 7 days 1 row goes (`broadside personal-data --due` says which).
   *[other] Nothing is kept past its time; within 7 days { $soon } rows go (`broadside personal-data --due` says which).
}
