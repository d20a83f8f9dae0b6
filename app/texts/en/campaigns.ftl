# The list of campaigns.

campaigns-home-headline = What people ask for
campaigns-home-description = Open letters that you can read and sign here.
campaigns-home-run-by = Run by { $group }
campaigns-home-no-signatures = No signatures yet
campaigns-home-closed = Closed
campaigns-home-empty = No campaign hangs here yet.
campaigns-home-empty-words = A campaign is a folder of files. Bring one in and it stands here at once:

campaigns-card-alt = A share card: “{ $headline }”. { $n ->
    [one] One person has signed.
   *[other] { $n } people have signed.
}
campaigns-card-alt-target = A share card to { $target }: “{ $headline }”. { $n ->
    [one] One person has signed.
   *[other] { $n } people have signed.
}

campaigns-record-asked = { $whom } was asked
campaigns-record-replied = Reply of { $whom }
campaigns-record-said = { $whom } said publicly
campaigns-record-no-reply = { $days ->
    [one] No reply for one day.
   *[other] No reply for { $days } days.
}
campaigns-record-no-reply-at-least = { $days ->
    [one] No reply for at least one day.
   *[other] No reply for at least { $days } days.
}
campaigns-record-no-reply-so-far = No reply so far.
campaigns-record-asked-then = The question, as it was sent:
campaigns-record-hidden = The organisers hide this reply. They say why: { $why }
campaigns-record-translated = In translation:
campaigns-record-speaker = For them spoke { $speaker }.
campaigns-record-by-link = Sent behind a private link that the organisers mailed; nobody edited it. Nobody has proved who sent it.
campaigns-record-by-link-mailed = Sent behind a private link that the organisers mailed to an address at { $domain } on { $day }; nobody edited it. Nobody has proved who sent it.
campaigns-record-source = Source: { $source }
campaigns-record-file = As it came
