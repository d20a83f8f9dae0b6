-- Letters handed over with their signatures: what files were made of them, and on which day that was. Times are
-- microseconds UTC.
create table delivery (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  letter_id bigint not null references letter (id),
  letter_version bigint not null,
  language text not null,
  -- What makes its files; the row may be forgotten by now.
  task_id bigint not null,
  asked_at bigint not null,
  -- When its files were whole; nothing before.
  made_at bigint,
  signatures bigint not null,
  -- How many of those signed without their name being shown.
  unnamed bigint not null,
  -- The day on which it was handed over (2018-09-10), and to whom; nothing until that is told.
  handed_on text,
  handed_to text not null,
  changed_at bigint not null
);
create index delivery_by_campaign on delivery (campaign_id, id);
create unique index delivery_by_task on delivery (task_id);

create table delivery_file (
  delivery_id bigint not null references delivery (id),
  position bigint not null,
  group_id bigint not null references "group" (id),
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  primary key (delivery_id, position)
);
