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
doctor-origins-disagree = Campaign { $campaign } at a glance: where signatures come from sums up to { $tallied } somewhere, stored are { $counted }. Please report this: it must not happen.
doctor-hours-disagree = Campaign { $campaign } at a glance: { $tallied } confirmations by hour, fewer than the { $counted } signatures that stand. Please report this: it must not happen.
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
    [one] 1 mail waits until a mail server is set.
   *[other] { $count } mails wait until a mail server is set.
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
doctor-mail-server-silent = The mail server did not answer within eight seconds.
doctor-kept-too-long = { $count ->
    [one] In the table { $table } is 1 row whose time of { $days } days is over by more than a day: does `broadside serve` run?
   *[other] In the table { $table } are { $count } rows whose time of { $days } days is over by more than a day: does `broadside serve` run?
}
doctor-erasure-unfinished = An erasure was asked for over an hour ago and is not finished. `broadside serve` carries it on; if it does not, its log says why.
doctor-kept-well = { $soon ->
    [one] Nothing is kept past its time; within 7 days 1 row goes (`broadside personal-data --due` says which).
   *[other] Nothing is kept past its time; within 7 days { $soon } rows go (`broadside personal-data --due` says which).
}
doctor-reached = Broadside answers under { $url }.
doctor-unreached = Nobody gets to { $url }: { $reason }. See that its name leads to this machine or its proxy, and for https that a proxy with a valid certificate stands in front.
doctor-unreached-silent = Nothing answered under { $url } within eight seconds. See that its name leads to this machine or its proxy, and that no firewall keeps it closed.
doctor-unreached-somebody = Under { $url } something else answers than Broadside. See that the name leads to this machine, and that the proxy passes on to the address Broadside listens on.
doctor-backup = { $days ->
    [0] A backup was taken within the last day.
    [one] The last backup was taken a day ago.
   *[other] The last backup was taken { $days } days ago.
}
doctor-backup-none = No backup was taken yet: if this disk fails, every signature is gone. On the server: broadside backup /var/backups/broadside.db, best every night, to another machine.
doctor-backup-old = The last backup was taken { $days } days ago. On the server: broadside backup FILE, best every night, to another machine.
doctor-backup-postgres = Whether backups are taken cannot be seen from here: on PostgreSQL they are taken with pg_dump. The page “Backup” of the handbook has the line.
doctor-dns-off = The DNS was not asked (BROADSIDE_DNS_SERVER is off), so whether the senders’ domains allow the mails is not known.
doctor-dns-unusable = The DNS cannot be asked: { $reason }. Name a server with BROADSIDE_DNS_SERVER, such as 9.9.9.9.
doctor-dns-no-sender = No campaign sends mails yet, so there is no sender’s domain to look at.
doctor-dns-silent = The DNS did not answer about { $domain }: { $reason }
doctor-dns-slow = The DNS did not answer about { $domain } within eight seconds.
doctor-dns-no-domain = The sender’s domain { $domain } does not exist: no mailbox takes mails from there. Correct sender_address in the campaign, or register the domain.
doctor-mx-found = Answers to mails from { $domain } arrive at { $servers }.
doctor-mx-implied = No machine is named that takes mail for { $domain } (MX); answers go to its web server, where they may be lost.
doctor-mx-refused = { $domain } says that it takes no mail (an MX record with a dot alone): answers and bounces are lost, and many receivers refuse such senders. Take another sender’s domain, or name a mail server for this one.
doctor-mx-missing = Nothing takes mail for { $domain } (MX): answers and bounces are lost, and many receivers refuse such senders. Your mail provider says which MX record to make.
doctor-spf-found = SPF for { $domain } stands: { $text }
doctor-spf-missing = SPF is missing for { $domain }: receivers cannot tell whether our mail server may send for it. Put this into the DNS; if your mail provider names an include of its own, that goes into its place:
doctor-spf-several = { $domain } has { $count } SPF records, and receivers then heed none. Keep one with this value and delete the others:
doctor-spf-lookups = The SPF record of { $domain } makes receivers ask the DNS { $count } times; more than ten, and they give up. Take includes out that are no longer needed. It says: { $text }
doctor-spf-nowhere = The SPF record of { $domain } names what does not exist: { $names }. Receivers give up on it; take them out. It says: { $text }
doctor-spf-term = The SPF record of { $domain } holds “{ $term }”, which no receiver understands: the whole record counts for nothing. It says: { $text }
doctor-spf-included = The SPF record of { $domain } includes { $name }, which has no SPF record: the whole record counts for nothing. Take it out, or correct the name. It says: { $text }
doctor-spf-everybody = The SPF record of { $domain } lets every machine of the world send in its name, so it proves nothing. Change it to this:
doctor-spf-without-us = The SPF record of { $domain } does not let our mail server ({ $servers }) send. If mails leave from there, change it to this; if your provider sends from other machines, its include belongs there:
doctor-dkim-found = The key with which receivers check signatures (DKIM) stands at { $at }.
doctor-dkim-guessed = A DKIM key for { $domain } stands at { $at }. Whether the mail server signs with it, a trial mail shows.
doctor-dkim-missing = The DKIM key is missing at { $at }, so signatures of the mail server count for nothing. It shows the key when signing is turned on; it goes here, in place of the dots:
doctor-dkim-revoked = The DKIM record at { $at } holds no key: it was withdrawn, and signatures with it fail. Have the mail server make a new one.
doctor-dkim-broken = The DKIM record at { $at } cannot be read ({ $text }). Copy it anew from the mail server, in this form:
doctor-dkim-short = The DKIM key at { $at } has { $bits } bits; receivers want 1024 at least, better 2048. Have the mail server make a new one.
doctor-dkim-testing = The DKIM record at { $at } says that it is a trial (t=y), so receivers pay no heed to it. Take t=y out.
doctor-dkim-untold = No DKIM key was found for { $domain } under the usual names. Turn signing on in the mail server or at the provider, put the record it shows into the DNS, and say its name (selector) with BROADSIDE_DKIM_SELECTOR, so that it is looked for.
doctor-dmarc-found = DMARC stands at { $at }: { $text }
doctor-dmarc-watches = DMARC stands at { $at } and only watches (p=none). Once a trial mail passes, p=quarantine keeps others from writing in your name. It says: { $text }
doctor-dmarc-missing = DMARC is missing for { $domain }: large providers put mails of many senders aside without it. Put this into the DNS:
doctor-dmarc-several = There are several DMARC records at { $at }, and receivers then heed none. Keep one:
doctor-dmarc-broken = The DMARC record at { $at } cannot be read ({ $text }). Change it to this:
doctor-exports = { $count ->
    [one] One export lies in { $folder }. It goes a day after it was made.
   *[other] { $count } exports lie in { $folder }. Each goes a day after it was made.
}
doctor-exports-unusable = No export can be made in { $folder }: { $error }. Give the folder to the user that runs Broadside, or take away what stands in its place.
