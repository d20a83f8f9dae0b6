-- A goal may be an amount that comes together for a fundraiser: its level is in smallest units of a currency, which is
-- empty for every other. The subject is the fundraiser's slug. A check cannot be changed in place, so the table is made
-- anew, and with it the one that refers to it. No number is given out twice.
create table goal_mark_anew (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  -- Its slug in the definition.
  goal text not null,
  measure text not null check (measure in ('signatures', 'people', 'money', 'moment')),
  -- The slug of the letter, event or fundraiser that counts; empty for all letters together, and for a moment.
  subject text not null,
  -- The number, the amount, or the moment.
  level bigint not null,
  set_at bigint not null,
  -- When another level took its place, or the goal was taken back.
  replaced_at bigint,
  reached_at bigint,
  -- What stood then; nothing for a moment.
  reached_with bigint,
  currency text not null default '',
  check ((measure = 'money') = (currency <> ''))
);
insert into sqlite_sequence (name, seq) select 'goal_mark_anew', seq from sqlite_sequence where name = 'goal_mark';
insert into goal_mark_anew (id, group_id, campaign_id, goal, measure, subject, level, set_at, replaced_at, reached_at,
  reached_with)
  select id, group_id, campaign_id, goal, measure, subject, level, set_at, replaced_at, reached_at, reached_with
  from goal_mark;
create table goal_notice_anew (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  goal_mark_id bigint not null references goal_mark_anew (id),
  account_id bigint not null references account (id),
  created_at bigint not null,
  unique (goal_mark_id, account_id)
);
insert into sqlite_sequence (name, seq) select 'goal_notice_anew', seq from sqlite_sequence where name = 'goal_notice';
insert into goal_notice_anew (id, group_id, goal_mark_id, account_id, created_at)
  select id, group_id, goal_mark_id, account_id, created_at from goal_notice;
drop table goal_notice;
drop table goal_mark;
alter table goal_mark_anew rename to goal_mark;
alter table goal_notice_anew rename to goal_notice;
create unique index goal_mark_standing on goal_mark (campaign_id, goal) where replaced_at is null;
create index goal_mark_by_campaign on goal_mark (campaign_id, id);
create index goal_mark_open on goal_mark (campaign_id) where reached_at is null and replaced_at is null;
create index goal_notice_by_account on goal_notice (account_id);
