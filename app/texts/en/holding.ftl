# Signals
holding-signal-trap = Filled a field that people do not see
holding-signal-instant = Filled in faster than a person can
holding-signal-quick = Filled in very quickly
holding-signal-unmeasured = No script told how long it took
holding-signal-disposable = Throw-away mail address
holding-signal-odd-name = Name looks generated
holding-signal-odd-address = Address looks generated
holding-signal-other-name = Address holds nothing of the name
holding-signal-numbered = Address ends in three digits or more
holding-signal-repeated-name = Same name from many mailboxes
holding-signal-network = Many from one network
holding-signal-neighbourhood = Many from neighbouring networks
holding-signal-domain = Many from a new mail domain
holding-signal-same-text = Many with the same words
holding-signal-regular = Times as by a machine
holding-signal-no-work = No proof of work while under attack

# The page of what is held
holding-headline = Held signatures: { $title }
holding-none = Nothing is held at this moment.
holding-lead = { $n ->
    [one] One signature is held until somebody has looked.
   *[other] { $n } signatures are held until somebody has looked.
}
holding-to-held = Look at them
holding-words = Who is held got the same page and the same mail as everybody, and counts as soon as you approve. Nothing is dropped. What many share is no signal by itself, but where most of them show signals of their own.
holding-attacked = Since { $since } many who sign look false: the campaign is taken to be under attack.
holding-unconfirmed = { $n ->
    [one] Besides, one form looks false whose sender has not confirmed it. It counts nowhere, and nobody need look at it.
   *[other] Besides, { $n } forms look false whose senders have not confirmed them. They count nowhere, and nobody need look at them.
}
holding-by-network = By network
holding-by-domain = By mail domain
holding-by-hour = By hour of confirmation
holding-when = When
holding-held = Held
holding-weights = What signals weigh
holding-weights-words = The weights of what a sign-on shows are added up; from the threshold on it is held. 0 switches a signal off. What you change holds for what comes from now on; what is held stays held.
holding-signal = Signal
holding-weight = Weight
holding-usual = Usual
holding-seen = Among those held
holding-threshold = Held from
holding-save-weights = Save the weights
holding-weight-unusable = Type a whole number up to 200.
holding-not-saved = Nothing was saved yet. Please mend what is marked.
holding-venues = Venues
holding-venues-words = Where many honest people sign from one address for a while, as in a conference hall, list its network: it is no signal there and then.
holding-venue-name = Name of the place
holding-venue-network = Network
holding-venue-network-hint = An address such as 203.0.113.7, or a network such as 203.0.113.0/24 or 2001:db8:1::/48
holding-venue-from = From
holding-venue-until = Until
holding-venue-add = Add the venue
holding-venue-remove = Remove
holding-venue-name-missing = Say which place it is.
holding-venue-name-long = At most 120 letters.
holding-venue-network-unreadable = This is no address and no network: 203.0.113.7 or 203.0.113.0/24 would be.
holding-venue-network-wide = No one place has so many addresses: a /16 at most, or a /32 of IPv6.
holding-venue-time-unreadable = Type day and time, as 2018-09-25 09:00.
holding-venue-ends-before = It ends before it begins.
holding-done-weights = The weights are saved.
holding-done-venue = The venue is listed.
holding-done-removed = The venue is listed no more.
