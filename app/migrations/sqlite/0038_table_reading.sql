-- How a group's tables of its banks are read, once somebody has said it and lines were booked by it: known again by the
-- heads of their columns. Times are microseconds UTC.
create table table_reading (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  -- SHA-256 of the heads, in hex: a line that was taken for heads may name people.
  heads text not null,
  -- The fields of the form as they were chosen, as JSON.
  fields text not null,
  changed_at bigint not null,
  unique (group_id, heads)
);
