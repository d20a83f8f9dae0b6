-- Long work that somebody at the desk asked for, done a step at a time. Times are microseconds UTC.

create table task (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint references campaign (id),
  account_id bigint not null references account (id),
  -- In which it was asked for: the work reaches no further, and whoever has a lesser one by now loses it.
  role text not null,
  kind text not null,
  -- As JSON, without search words: those stand apart, and only until it is over.
  asked text not null,
  words text not null,
  -- Of the node whose data folder holds its file; nothing where any node may work at it.
  node text,
  -- The name of its file in `exports/`; nothing once that is gone, and where there never was one.
  file text,
  state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  -- One word: why it failed or was cancelled, or why its file is gone.
  reason text,
  -- How much there is to do and how much is done of it; rows are what it came to so far.
  total bigint not null,
  done bigint not null,
  rows_done bigint not null,
  -- The key up to which it has come, and what one step hands to the next.
  position bigint not null,
  carried text not null,
  -- Raised whenever what was done so far is void.
  fence bigint not null,
  created_at bigint not null,
  finished_at bigint,
  expires_at bigint
);
create index task_by_account on task (account_id, id);
create index task_by_state on task (state, id);
