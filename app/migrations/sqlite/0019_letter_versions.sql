-- Why a letter's words differ from those before, in each language it has.
alter table letter_text add column reason text not null default '';

-- What the organisers chose about a version; nothing where they chose nothing.
create table letter_version (
  letter_id bigint not null references letter (id),
  version bigint not null,
  group_id bigint not null references "group" (id),
  -- Whether those who signed earlier words stand under these, as far as the page goes.
  moves_names boolean not null,
  -- Telling those who signed earlier words: not, under way, stopped, or done.
  telling text not null check (telling in ('no', 'telling', 'stopped', 'told')),
  -- The last signature that was looked at, and how many are told.
  told_position bigint not null,
  told bigint not null,
  changed_at bigint not null,
  primary key (letter_id, version)
);
