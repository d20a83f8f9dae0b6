-- Goals: each level that a goal of a campaign's definition has had, since when, and when it was reached. What is
-- published and who is told stands in the definition. Times are microseconds UTC.
create table goal_mark (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  -- Its slug in the definition.
  goal text not null,
  measure text not null check (measure in ('signatures', 'people', 'moment')),
  -- The slug of the letter or event whose number counts; empty for all letters together, and for a moment.
  subject text not null,
  -- The number, or the moment.
  level bigint not null,
  set_at bigint not null,
  -- When another level took its place, or the goal was taken back.
  replaced_at bigint,
  reached_at bigint,
  -- The number that stood then; nothing for a moment.
  reached_with bigint
);
create unique index goal_mark_standing on goal_mark (campaign_id, goal) where replaced_at is null;
create index goal_mark_by_campaign on goal_mark (campaign_id, id);
create index goal_mark_open on goal_mark (campaign_id) where reached_at is null and replaced_at is null;

-- Who is told of one by mail, each once.
create table goal_notice (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  goal_mark_id bigint not null references goal_mark (id),
  account_id bigint not null references account (id),
  created_at bigint not null,
  unique (goal_mark_id, account_id)
);
create index goal_notice_by_account on goal_notice (account_id);

-- Their mails join the queue.
alter table mail add column goal_notice_id bigint;

-- Fingerprint of all that a calendar says of a time of an event, so that it is told of a change where there is one.
alter table event_slot add column said text not null default '';
