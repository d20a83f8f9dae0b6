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
