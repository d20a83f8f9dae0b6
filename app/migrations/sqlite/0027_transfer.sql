-- Lines of the statements of a fundraiser's account: those alone that are a gift of its, or may be one.
create table transfer_line (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  fundraiser_id bigint not null references fundraiser (id),
  -- As the statement names it; empty where it does not, or where somebody entered the line by hand.
  account text not null,
  -- By which the line is known: a file that tells of it again adds nothing.
  key text not null,
  -- When it was booked: 2018-09-20.
  day text not null,
  -- In smallest units; below nothing where it went out.
  minor bigint not null,
  currency text not null,
  -- Of whoever paid, as their bank says, and what they wrote: until somebody has decided.
  name text not null,
  iban text not null,
  reference text not null,
  words text not null,
  state text not null check (state in ('matched', 'doubtful', 'unmatched', 'left', 'reversed')),
  -- Of which pledge it is; while that is doubtful, of which it is most likely.
  pledge_id bigint references pledge (id),
  -- Why somebody must look, in words between blanks.
  why text not null,
  created_at bigint not null,
  decided_at bigint,
  unique (fundraiser_id, account, key)
);
create index transfer_line_by_pledge on transfer_line (pledge_id) where pledge_id is not null;
create index transfer_line_undecided on transfer_line (fundraiser_id, id) where decided_at is null;
