-- What is changed at once in a list of the desk: each change, and each row of it with what it was before,
-- so that it can be taken back.

create table change (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  account_id bigint not null references account (id),
  list text not null,
  deed text not null,
  -- The filters that found its rows, without search words; nothing where they were ticked or looked for.
  query text,
  -- Rows beyond this number came later and are not in it.
  up_to bigint not null,
  -- How many were to be changed when it was begun, how many were, and how many were left as they are.
  found bigint not null,
  changed bigint not null,
  left_alone bigint not null,
  -- Up to which row it has come.
  position bigint not null,
  state text not null check (state in ('running', 'done', 'cancelled')),
  -- The change that this one takes back.
  undoes bigint references change (id),
  -- The task that does it piece by piece; nothing where it was done at once.
  task_id bigint,
  created_at bigint not null,
  finished_at bigint
);
create index change_by_campaign on change (campaign_id, id);
create index change_undone_by on change (undoes) where undoes is not null;

create table changed_row (
  change_id bigint not null references change (id),
  row_id bigint not null,
  group_id bigint not null references "group" (id),
  -- Whose row it is: what erases somebody erases this too.
  address_key blob not null,
  before text not null,
  after text not null,
  -- The change that had touched the row last.
  earlier_change bigint,
  created_at bigint not null,
  undone_at bigint,
  primary key (change_id, row_id)
) without rowid;
create index changed_row_by_address on changed_row (address_key);

-- Since when organisers keep a name off the page, whatever its signer wished; and the change that touched
-- the signature last, unless its signer did since.
alter table signature add column hidden_at bigint;
alter table signature add column change_id bigint;
drop index signature_public;
create index signature_public on signature (letter_id, confirmed_at)
  where state = 'confirmed' and is_public and hidden_at is null;
create index signature_kept_off on signature (campaign_id, id) where hidden_at is not null;

-- A signature that organisers struck can be put back, and the log says so. A check cannot be changed in
-- place, so the table is made anew.
create table log_entry_anew (
  letter_id bigint not null references letter (id),
  position bigint not null,
  group_id bigint not null references "group" (id),
  kind text not null check (kind in ('signed', 'amended', 'withdrawn', 'invalidated', 'reinstated')),
  batch_at bigint not null,
  commitment blob not null,
  primary key (letter_id, position)
);
insert into log_entry_anew (letter_id, position, group_id, kind, batch_at, commitment)
  select letter_id, position, group_id, kind, batch_at, commitment from log_entry;
drop table log_entry;
alter table log_entry_anew rename to log_entry;
