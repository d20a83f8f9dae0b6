-- The coalition: which partner takes part from when to when, who signs in for it, and what it was handed. Times are
-- microseconds UTC.
create table partnership (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  -- Its slug in the campaign's definition.
  partner text not null,
  invited_at bigint not null,
  -- What was agreed to, word for word, and the fingerprint of it.
  terms text,
  terms_version text,
  accepted_at bigint,
  ended_at bigint,
  ended_by text check (ended_by in ('group', 'partner')),
  -- How far the consents given to it have been ended, and when that was last done with.
  swept_position bigint not null,
  swept_at bigint
);
create unique index partnership_open on partnership (campaign_id, partner) where ended_at is null;
create index partnership_by_partner on partnership (campaign_id, partner, id);
create index partnership_ended on partnership (ended_at) where ended_at is not null;

-- Who signs in for a partner.
create table partner_seat (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  partnership_id bigint not null references partnership (id),
  account_id bigint not null references account (id),
  -- Whether it was this person who accepted the terms.
  accepted boolean not null,
  created_at bigint not null,
  ended_at bigint
);
create unique index partner_seat_open on partner_seat (partnership_id, account_id) where ended_at is null;
create index partner_seat_by_account on partner_seat (account_id);

-- What a partner takes away at once: everything that it was not told yet, or everything anew.
create table partner_export (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  partnership_id bigint not null references partnership (id),
  is_whole boolean not null,
  -- The consent up to which it has been gathered, and how many lines of each kind that came to.
  position bigint not null,
  given bigint not null,
  changed bigint not null,
  ended bigint not null,
  created_at bigint not null,
  gathered_at bigint
);
create index partner_export_by_partnership on partner_export (partnership_id, id);
create index partner_export_under_way on partner_export (id) where gathered_at is null;

-- What a partner was told of which consent, by its number alone: who it is stands with the consent, and goes with it.
create table partner_line (
  partnership_id bigint not null references partnership (id),
  consent_id bigint not null,
  export_id bigint not null references partner_export (id),
  group_id bigint not null references "group" (id),
  change text not null check (change in ('given', 'changed', 'ended')),
  at bigint not null,
  primary key (partnership_id, consent_id, export_id)
);
create index partner_line_by_export on partner_line (export_id, consent_id);
create index partner_line_by_consent on partner_line (consent_id);

-- A partner's own consents, one after the other.
create index consent_by_partner on consent (campaign_id, partner, id);

alter table desk_link add column partnership_id bigint;
