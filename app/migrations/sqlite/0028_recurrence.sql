-- Gifts that recur: each is a subscription at the provider's, by which it asks for money every month. Times are
-- microseconds UTC.
create table recurrence (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  fundraiser_id bigint not null references fundraiser (id),
  -- 'begun' until the provider's page was used; 'late' where the last month is not paid; 'ending' while the provider is
  -- asked to end it.
  state text not null check (state in ('begun', 'active', 'late', 'ending', 'ended')),
  -- What the provider calls it.
  subscription text,
  -- When the provider is asked next, and how often it gave no answer.
  look_at bigint,
  looks bigint not null,
  created_at bigint not null,
  changed_at bigint not null
);
create index recurrence_by_fundraiser on recurrence (fundraiser_id, state);
create index recurrence_looked_at on recurrence (look_at) where look_at is not null;
create index recurrence_by_subscription on recurrence (subscription) where subscription is not null;

-- Each month is a pledge of its own: which it is, from one, and what the provider calls its demand.
alter table pledge add column recurrence_id bigint references recurrence (id);
alter table pledge add column month bigint;
alter table pledge add column invoice text;
create unique index pledge_by_month on pledge (recurrence_id, month) where recurrence_id is not null;
create unique index pledge_by_invoice on pledge (recurrence_id, invoice) where invoice is not null;

alter table practice_session add column is_monthly boolean not null default false;

create table practice_subscription (
  id text primary key,
  card text not null,
  currency text not null,
  amount bigint not null,
  fee bigint not null,
  ended_at bigint,
  created_at bigint not null
);
