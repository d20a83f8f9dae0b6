-- The register of erasures: who was erased, as a keyed hash, when, and in which group (in all, where none
-- is named). A restored backup is held against it. `finished_at` is empty while an erasure is under way.
create table erasure (
  id integer primary key autoincrement,
  group_id bigint,
  address_key blob not null,
  erased_at bigint not null,
  finished_at bigint
);
create unique index erasure_by_address on erasure (address_key, erased_at);

-- An erased signature belongs to nobody. SQLite cannot lift a `not null`, so the column is made anew.
drop index signature_by_person;
alter table signature add column whose bigint references person (id);
update signature set whose = person_id;
alter table signature drop column person_id;
alter table signature rename column whose to person_id;
create index signature_by_person on signature (person_id);

-- What goes some time after it was withdrawn.
create index signature_withdrawn on signature (changed_at) where state = 'withdrawn' and person_id is not null;
create index consent_withdrawn on consent (withdrawn_at) where withdrawn_at is not null;
