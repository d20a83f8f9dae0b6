-- Since when a fundraiser waits for a person after a backup was restored: what givers did after it was taken is not in it.
alter table fundraiser add column restored_at bigint;
-- When the provider is asked next what came in since the backup was taken; nothing once it was.
alter table fundraiser add column catch_up_at bigint;
-- Since when: the last that the backup knew of.
alter table fundraiser add column catch_up_since bigint;

-- Whoever looks after a fundraiser is told, too, that it waits.
create table fundraiser_notice_anew (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  fundraiser_id bigint not null references fundraiser (id),
  account_id bigint not null references account (id),
  kind text not null check (kind in ('ended', 'settled', 'stopped', 'redirected', 'refused', 'restored')),
  created_at bigint not null
);
insert into fundraiser_notice_anew (id, group_id, fundraiser_id, account_id, kind, created_at)
  select id, group_id, fundraiser_id, account_id, kind, created_at from fundraiser_notice;
drop table fundraiser_notice;
alter table fundraiser_notice_anew rename to fundraiser_notice;
create index fundraiser_notice_by_account on fundraiser_notice (account_id);
