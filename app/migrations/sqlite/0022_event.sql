-- Events: the times and places that people can say they come to, as numbers; what they are stands in the campaign's
-- definition.
create table event_slot (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  event text not null,
  slot text not null,
  -- Microseconds UTC.
  starts_at bigint not null,
  ends_at bigint not null,
  -- How many people there is room for; nothing where everybody fits.
  capacity bigint,
  -- The last place that was given in the line of those who wait.
  last_turn bigint not null,
  -- Fingerprint of what whoever comes was last told of time, place and whether it takes place.
  told text not null,
  is_cancelled boolean not null,
  -- How many people came by RSVPs that have been forgotten since, and how many of them were let in.
  came bigint not null,
  let_in bigint not null,
  -- When it left the files.
  gone_at bigint,
  created_at bigint not null,
  changed_at bigint not null,
  unique (campaign_id, event, slot)
);

-- Somebody says that they come, with others or alone.
create table rsvp (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  slot_id bigint not null references event_slot (id),
  language text not null,
  address_key blob not null,
  email text not null,
  -- As they wish to be called.
  name text not null,
  people bigint not null,
  -- By the slugs of the questions, as JSON.
  answers text not null,
  source text,
  state text not null check (state in ('unconfirmed', 'coming', 'waiting', 'offered', 'cancelled', 'lapsed')),
  -- The place in the line of those who wait.
  turn bigint,
  -- Until when an offered place is kept.
  offered_until bigint,
  created_at bigint not null,
  confirmed_at bigint,
  changed_at bigint not null,
  -- How many people were let in at the door, and when.
  arrived bigint,
  arrived_at bigint
);
create index rsvp_by_slot on rsvp (slot_id, state, id);
create index rsvp_in_line on rsvp (slot_id, turn) where state = 'waiting';
create index rsvp_by_campaign on rsvp (campaign_id, id);
create index rsvp_by_address on rsvp (address_key);
create index rsvp_offered on rsvp (offered_until) where state = 'offered';
create index rsvp_unconfirmed on rsvp (created_at) where state = 'unconfirmed';
create unique index rsvp_once on rsvp (slot_id, address_key) where state in ('coming', 'waiting', 'offered');

-- People who came to the door without having said so before, each noted once by a mark drawn at the door.
create table walk_in (
  slot_id bigint not null references event_slot (id),
  mark text not null,
  group_id bigint not null references "group" (id),
  people bigint not null,
  arrived_at bigint not null,
  primary key (slot_id, mark)
);

-- What everybody who comes to a slot is told at once: a reminder, another time or place, that it does not take place.
create table event_telling (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  slot_id bigint not null references event_slot (id),
  kind text not null check (kind in ('reminder', 'change', 'cancellation')),
  -- What it is about, so that nothing is told twice: hours before and the time it begins, or what was told.
  subject text not null,
  due_at bigint not null,
  -- Up to which RSVP it has been told.
  position bigint not null,
  told bigint not null,
  finished_at bigint,
  unique (slot_id, kind, subject)
);
create index event_telling_due on event_telling (due_at) where finished_at is null;

-- Their mails join the queue.
alter table mail add column rsvp_id bigint;
