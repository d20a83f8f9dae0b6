-- The first schema. Times are microseconds UTC; the group is on every row; the same tables and
-- columns stand in migrations/postgres, and a test compares the two.

create table instance (
  id integer primary key check (id = 1),
  created_at bigint not null,
  demo boolean not null
);

-- The instance's secrets: in the database, so that a backup carries them.
create table instance_key (
  purpose text not null primary key,
  secret blob not null,
  created_at bigint not null
);

create table "group" (
  id integer primary key autoincrement,
  slug text not null unique,
  name text not null,
  created_at bigint not null
);

create table campaign (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  slug text not null unique,
  status text not null check (status in ('draft', 'published', 'closed')),
  default_language text not null,
  time_zone text not null,
  definition text not null,
  created_at bigint not null,
  changed_at bigint not null
);

create table picture (
  campaign_id bigint not null references campaign (id),
  group_id bigint not null references "group" (id),
  file text not null,
  bytes blob not null,
  width bigint not null,
  height bigint not null,
  primary key (campaign_id, file)
);

create table letter (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  slug text not null,
  status text not null check (status in ('open', 'closed')),
  names_per_mailbox bigint not null,
  version bigint not null,
  position bigint not null,
  created_at bigint not null,
  unique (campaign_id, slug)
);

create table letter_text (
  letter_id bigint not null references letter (id),
  version bigint not null,
  language text not null,
  group_id bigint not null references "group" (id),
  title text not null,
  addressee text not null,
  body text not null,
  created_at bigint not null,
  primary key (letter_id, version, language)
);

-- The words a person agreed to, kept for as long as a consent points at them.
create table consent_words (
  campaign_id bigint not null references campaign (id),
  partner text not null,
  language text not null,
  version text not null,
  group_id bigint not null references "group" (id),
  words text not null,
  created_at bigint not null,
  primary key (campaign_id, partner, language, version)
);

-- The intake: append only, key rising, no other index. It is itself the queue of mails.
create table sign_on (
  id integer primary key autoincrement,
  group_id bigint not null,
  campaign_id bigint not null,
  letter_id bigint not null,
  letter_version bigint not null,
  language text not null,
  name text not null,
  email text not null,
  relation text,
  postal_code text,
  country text,
  comment text,
  is_public boolean not null,
  consents text not null,
  source text,
  created_at bigint not null
);

-- Where an address is in the intake: what caps, "send it again" and erasure look up.
create table sign_on_address (
  address_key blob not null,
  sign_on_id bigint not null,
  group_id bigint not null,
  letter_id bigint not null,
  created_at bigint not null,
  primary key (address_key, sign_on_id)
) without rowid;

-- "Send it again", as asked: append only like the intake, walked by the same mailer.
create table link_request (
  id integer primary key autoincrement,
  group_id bigint,
  letter_id bigint,
  language text not null,
  email text not null,
  created_at bigint not null
);

create table mail (
  id integer primary key autoincrement,
  group_id bigint not null,
  campaign_id bigint not null,
  kind text not null check (kind in ('confirmation', 'signed_already', 'link_again')),
  sign_on_id bigint not null,
  address_key blob not null,
  state text not null check (state in ('waiting', 'sent', 'bounced', 'failed', 'dropped')),
  attempts bigint not null,
  next_attempt_at bigint not null,
  lease_until bigint not null,
  fence bigint not null,
  answer text,
  created_at bigint not null,
  finished_at bigint
);
create index mail_by_address on mail (address_key, created_at);
create index mail_waiting on mail (next_attempt_at) where state = 'waiting';

create table person (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  email text not null,
  email_canonical text not null,
  created_at bigint not null,
  unique (group_id, email_canonical)
);

create table signature (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  letter_id bigint not null references letter (id),
  letter_version bigint not null,
  person_id bigint not null references person (id),
  sign_on_id bigint not null unique,
  address_key blob not null,
  place bigint not null,
  language text not null,
  name text not null,
  name_key text not null,
  relation text,
  postal_code text,
  country text,
  comment text,
  is_public boolean not null,
  source text,
  state text not null check (state in ('confirmed', 'held', 'invalidated', 'withdrawn')),
  salt blob not null,
  node text not null,
  signed_on_at bigint not null,
  confirmed_at bigint not null,
  changed_at bigint not null
);
create unique index signature_place on signature (letter_id, address_key, place) where state <> 'withdrawn';
create unique index signature_name on signature (letter_id, address_key, name_key) where state <> 'withdrawn';
create index signature_public on signature (letter_id, confirmed_at) where state = 'confirmed' and is_public;
create index signature_by_person on signature (person_id);

create table consent (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  person_id bigint not null references person (id),
  signature_id bigint not null references signature (id),
  partner text not null,
  language text not null,
  words_version text not null,
  page text not null,
  source text,
  given_at bigint not null,
  withdrawn_at bigint
);
create index consent_by_signature on consent (signature_id);

-- Sums kept beside the signatures; `broadside doctor` counts them again.
create table tally (
  letter_id bigint not null references letter (id),
  version bigint not null,
  relation text not null,
  source text not null,
  node text not null,
  group_id bigint not null references "group" (id),
  signatures bigint not null,
  primary key (letter_id, version, relation, source, node)
);

-- One ordered log a letter; no personal data. `size` is the next entry's position.
create table letter_log (
  letter_id bigint not null primary key references letter (id),
  group_id bigint not null references "group" (id),
  size bigint not null
);

create table log_entry (
  letter_id bigint not null references letter (id),
  position bigint not null,
  group_id bigint not null references "group" (id),
  kind text not null check (kind in ('signed', 'amended', 'withdrawn', 'invalidated')),
  batch_at bigint not null,
  commitment blob not null,
  primary key (letter_id, position)
);

-- Slow work under leases; the fence rises with each lease, so that a late holder writes nothing.
create table job (
  kind text not null primary key,
  position bigint not null,
  run_at bigint not null,
  holder text not null,
  lease_until bigint not null,
  fence bigint not null,
  attempts bigint not null,
  last_error text
);
