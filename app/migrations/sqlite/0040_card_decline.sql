-- Whoever looks after a fundraiser is told, too, that the provider refuses charges.
create table fundraiser_notice_anew (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  fundraiser_id bigint not null references fundraiser (id),
  account_id bigint not null references account (id),
  kind text not null check (kind in ('ended', 'settled', 'stopped', 'redirected', 'refused')),
  created_at bigint not null
);
insert into fundraiser_notice_anew (id, group_id, fundraiser_id, account_id, kind, created_at)
  select id, group_id, fundraiser_id, account_id, kind, created_at from fundraiser_notice;
drop table fundraiser_notice;
alter table fundraiser_notice_anew rename to fundraiser_notice;
create index fundraiser_notice_by_account on fundraiser_notice (account_id);
alter table fundraiser add column refusals_told_at bigint;

-- A card that was declined on a page of the provider's. The page is known by the call that opened it.
create table card_decline (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  call_id bigint not null references payment_call (id),
  -- By which the provider told of it.
  event text not null,
  declined_at bigint not null,
  unique (call_id, event)
);
create index card_decline_by_time on card_decline (declined_at);
-- When the provider is asked to close the page on which cards are tried; microseconds UTC.
alter table pledge add column close_at bigint;
create index pledge_to_close on pledge (close_at) where close_at is not null;
-- Until when a charge may be under way that is asked for once more: nobody gives it up meanwhile.
alter table pledge add column asked_until bigint;
